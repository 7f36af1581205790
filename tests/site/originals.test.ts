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
		// The digest of an original, and that of a size. No name of a writer's file.
		const named = /^_astro\/photo\.([\w-]{8})_[\w-]+\.(?:avif|webp|jpg)$/;
		expect(made.filter((file) => !named.test(file))).toEqual([]);
		// Those that articles and people show; a draft has the eleventh.
		expect(new Set(made.map((file) => named.exec(file)?.[1])).size).toBe(10);
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
