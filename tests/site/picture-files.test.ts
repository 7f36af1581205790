import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import sharp from 'sharp';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { built } from '../project.ts';
import { PICTURES } from '../sundry.ts';

describe('every kind of picture that writers may use', () => {
	const folder = `${inject('projects').sundry}/dist`;
	let $: ReturnType<typeof load>;
	beforeAll(async () => {
		expect(await built(folder)).toMatch(/moving\.gif» متحركة/);
		$ = load(readFileSync(`${folder}/articles/pictures/index.html`, 'utf8'));
	});

	test.each(PICTURES)(
		'%s: upright, in its colours and its size, and still',
		async (file, _picture, width, height) => {
			const image = $(`img[alt="${file}"]`);
			expect([image.attr('width'), image.attr('height')]).toEqual([`${width}`, `${height}`]);
			const shown = image.closest('picture').find('source').toArray();
			const addresses = [
				image.attr('src')!,
				...shown.map(({ attribs }) => attribs['srcset']!.split(' ')[0]!),
			];
			expect(addresses.map((address) => address.split('.').at(-1))).toEqual([
				'jpg',
				'avif',
				'webp',
			]);
			for (const address of addresses) {
				const built = sharp(folder + decodeURI(address));
				const { pages = 1, exif, space } = await built.metadata();
				expect([pages, exif, space]).toEqual([1, undefined, 'srgb']);
				const { data, info } = await built
					.removeAlpha()
					.raw()
					.toBuffer({ resolveWithObject: true });
				expect(Math.abs(info.width / info.height - width / height)).toBeLessThan(0.03);
				/** Red above left, blue elsewhere; at half of the way to each corner. */
				const colour = (x: number, y: number) => {
					const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3;
					const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
					if (green > 120) return 'other';
					return red > blue + 60 ? 'red' : blue > red + 60 ? 'blue' : 'other';
				};
				if (width === 1) expect(colour(0.5, 0.5)).toBe('red');
				else
					expect([
						colour(0.25, 0.25),
						colour(0.75, 0.25),
						colour(0.25, 0.75),
						colour(0.75, 0.75),
					]).toEqual(['red', 'blue', 'blue', 'blue']);
			}
		},
	);

	test('one that would be taller than the window stays in the column', () =>
		expect(
			['upright', 'long'].map((name) => $(`img[alt="${name}.jpg"]`).closest('.wide').length),
		).toEqual([0, 1]));

	test('nothing of them is published but what was drawn anew', () => {
		for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
			if (!/\.\w+$/.test(file)) continue;
			expect(readFileSync(`${folder}/${file}`).includes('Secret'), file).toBe(false);
			if (file.startsWith('_astro/')) expect(file).not.toMatch(/\.(?:png|gif|JPG)$/);
		}
	});
});
