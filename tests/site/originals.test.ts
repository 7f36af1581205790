import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';

/** All photographs of the newsroom hold EXIF: `CAMERA` in tests/project.ts. */
describe.each(inject('sites'))('the photographs at $address', ({ folder }) => {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
		/\.(?:jpe?g|png|webp|avif|gif)$/i.test(file),
	);
	const made = files.filter((file) => file.startsWith('_astro/'));

	test('are shown in sizes of our own making, and no original is published, of a draft least of all', () => {
		const photographs = new Set(made.map((file) => file.replace(/^_astro\/([^.]+)\..*$/, '$1')));
		expect([...photographs].sort()).toEqual([
			'boats',
			'clinic',
			'grand-hall',
			'harbour',
			'huge',
			'portrait',
			'reader',
			'tall',
			'tiny',
			'رصيف الفجر',
		]);
		// An original keeps its name but for the one hash; a size of ours has two.
		expect(
			made.filter((file) => !/^_astro\/[^.]+\.[\w-]+_[\w-]+\.(?:avif|webp|jpg)$/.test(file)),
		).toEqual([]);
	});

	test('hold nothing of the camera', async () => {
		expect(files.length).toBeGreaterThan(made.length);
		for (const file of files) {
			const { exif, xmp, iptc } = await sharp(`${folder}/${file}`).metadata();
			expect([exif, xmp, iptc], file).toEqual([undefined, undefined, undefined]);
			expect(readFileSync(`${folder}/${file}`).includes('Secret'), file).toBe(false);
		}
	});
});

test('have the same names under another base: a site that moves draws none anew', () => {
	const names = inject('sites').map(({ folder }) =>
		readdirSync(`${folder}/_astro`).filter((file) => /\.(?:avif|webp|jpg)$/.test(file)),
	);
	expect(names[0]).toEqual(names[1]);
});

test('and what a camera writes would be found', async () => {
	const { CAMERA } = await import('../project.ts');
	const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } });
	const bytes = await picture.withExif(CAMERA).jpeg().toBuffer();
	expect(bytes.includes('Secret')).toBe(true);
	expect((await sharp(bytes).metadata()).exif).toBeDefined();
});
