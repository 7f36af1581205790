import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { originalOf, originalsByDigest } from '../../src/pictures/originals.ts';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'originals-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Loads a file as Astro's plug-in does, behind ours: what the bundler was given of it. */
async function emitted(id: string, name: string, bytes: Buffer) {
	const given: { name: string; source: Buffer | string; type: string }[] = [];
	/** A private field, as in the bundler's own context: methods fail with another `this`. */
	class Context {
		#watched = 0;
		environment = 'prerender';
		emitFile = (file: (typeof given)[number]) => `handle ${given.push(file)}`;
		addWatchFile() {
			return ++this.#watched;
		}
	}
	const context = new Context();
	const astro = {
		name: 'astro:assets:esm',
		load: {
			async handler(this: Context, id: string) {
				const handle = this.emitFile({ name, source: bytes, type: 'asset' });
				return `${this.environment} ${id} ${handle}, watched ${this.addWatchFile()}`;
			},
		},
	};
	const { configResolved } = originalsByDigest();
	configResolved({ plugins: [{ name: 'other' }, astro] });
	return { loaded: await astro.load.handler.call(context, id), given };
}

describe('photographs stay out of the bundler', () => {
	test('a digest stands in for one, and leads to its bytes', async () => {
		const file = join(folder, 'صورة 1.jpg');
		const bytes = Buffer.from('the bytes of a photograph');
		await writeFile(file, bytes);
		const { loaded, given } = await emitted(`${file}?astroContentImageFlag`, 'صورة 1.jpg', bytes);
		expect(loaded).toBe(`prerender ${file}?astroContentImageFlag handle 1, watched 1`);
		expect(given).toEqual([
			{
				name: 'photo.jpg',
				source:
					'In place of a photograph, sha256 e5f22b35de7e039f32da43f7caaf56bd34e2970cb6b6b36fccd259e6b1ed36b1',
				type: 'asset',
			},
		]);
		expect(await originalOf(Buffer.from(given[0]?.source as string))).toEqual(bytes);
	});

	test.each(['.~a.b.JPG', 'IMG 2024-05-12 سامر.JPG'])('none keeps its name: %s', async (name) => {
		const { given } = await emitted(`/content/${name}`, name, Buffer.from('x'));
		expect(given[0]?.name).toBe('photo.JPG');
	});

	test('a drawing goes as it is', async () => {
		const bytes = Buffer.from('<svg/>');
		const { given } = await emitted('/content/a.svg', 'a.svg', bytes);
		expect(given).toEqual([{ name: 'photo.svg', source: bytes, type: 'asset' }]);
	});

	test('bytes that stand for nothing are the original', async () => {
		const bytes = Buffer.alloc(97, 'x');
		expect(await originalOf(bytes)).toBe(bytes);
	});

	test('without the plug-in of Astro, nothing is changed', () => {
		const { configResolved } = originalsByDigest();
		expect(() => configResolved({ plugins: [{ name: 'other' }] })).not.toThrow();
	});
});
