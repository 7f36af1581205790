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

	test('a portrait of whoever wrote it that leads an opinion is shown once, with who took it, and not again in the list of what they wrote', () => {
		const page = (path: string) => load(readFileSync(`${folder}/${path}/index.html`, 'utf8'));
		const article = page('articles/own');
		expect(article('.story-head img').length).toBe(1);
		expect(article('.portrayed img').attr('width')).toBe('480');
		expect(article('.portrayed span').text()).toBe('تصوير: سامر علي');
		const person = page('people/salma');
		expect(['.who img', '.fresh img'].map((place) => person(place).length)).toEqual([1, 0]);
		expect(person('#written').text()).toBe('مقال سلمى العلي');
		expect(page('archive/2026/11')('.told .signed p.text-note').text()).toBe(
			'عمّان – صورتها تقوم مقام صورة المقال.',
		);
	});

	test('one in portrait format that leads stands taller where there is room', () => {
		const sources = $('.lead source').toArray();
		expect(sources.map(({ attribs: { media, width, height } }) => [media, width, height])).toEqual([
			['(min-width: 640px)', '360', '450'],
			['(min-width: 640px)', '360', '450'],
			[undefined, undefined, undefined],
			[undefined, undefined, undefined],
		]);
		expect($('.lead img').attr('height')).toBe('288');
	});

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
