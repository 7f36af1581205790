import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { crop, cropBox, focusPoint, largestBox, upright } from '../../src/pictures/crop.ts';
import { fitting, inColumn, placeOf, widthsIn } from '../../src/pictures/places.ts';
import service from '../../src/pictures/service.ts';

const folder = mkdtempSync(join(tmpdir(), 'photographs-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const fileOf = (bytes: Uint8Array): string => {
	const file = join(folder, `${files++}`);
	writeFileSync(file, bytes);
	return file;
};

test('a photograph that was put in the place of another is cut anew', async () => {
	const plain = (background: string) =>
		sharp({ create: { width: 40, height: 40, channels: 3, background } })
			.png()
			.toBuffer();
	const middle = async (file: string) => {
		const cut = await crop(file, { width: 10, height: 10 }, focusPoint());
		return [...(await cut.raw().toBuffer()).subarray(0, 3)];
	};
	const file = fileOf(await plain('#f00'));
	expect(await middle(file)).toEqual([255, 0, 0]);
	writeFileSync(file, await plain('#00f'));
	utimesSync(file, 1, 1);
	expect(await middle(file)).toEqual([0, 0, 255]);
});

describe('a photograph is cut so that its focus stays', () => {
	test.each([
		['in the middle without one', undefined, { width: 500, height: 500 }, 250, 0],
		['in the upper third without one', undefined, { width: 1000, height: 100 }, 0, 115],
		['as far as its left edge', '0% 0%', { width: 500, height: 500 }, 0, 0],
		['as far as its right edge', '100% 100%', { width: 500, height: 500 }, 500, 0],
		['in the middle of the cut', '60% 30%', { width: 500, height: 500 }, 350, 0],
		['from the top', '60% 30%', { width: 500, height: 100 }, 0, 25],
		['from the bottom', '50% 100%', { width: 1000, height: 400 }, 0, 100],
	])('%s', (_name, focus, box, left, top) =>
		expect(cropBox({ width: 1000, height: 500 }, box, focusPoint(focus))).toMatchObject({
			left,
			top,
		}),
	);

	test('whole in the shape that it has', () =>
		expect(
			cropBox({ width: 1000, height: 500 }, { width: 200, height: 100 }, focusPoint('9% 9%')),
		).toEqual({ drawn: { width: 200, height: 100 }, left: 0, top: 0 }));

	test.each([
		['wide', { width: 3000, height: 1000 }, 1.5, { width: 1500, height: 1000 }],
		['tall', { width: 1000, height: 3000 }, 1.5, { width: 1000, height: 667 }],
	])('the largest box in a %s one', (_name, size, shape, box) =>
		expect(largestBox(size, shape)).toEqual(box),
	);

	test('upright, by what the camera says of its side', async () => {
		// The left half is red. Turned by a quarter (orientation 6), red is above.
		const red = { create: { width: 60, height: 60, channels: 3, background: '#f00' } } as const;
		const bytes = await sharp({
			create: { width: 120, height: 60, channels: 3, background: '#00f' },
		})
			.composite([{ input: red, left: 0, top: 0 }])
			.withMetadata({ orientation: 6 })
			.png()
			.toBuffer();
		const colour = async (focus: string) => {
			const cut = await crop(fileOf(bytes), { width: 10, height: 10 }, focusPoint(focus));
			const { dominant } = await cut
				.png()
				.toBuffer()
				.then((png) => sharp(png).stats());
			return dominant.r > dominant.b ? 'red' : 'blue';
		};
		expect([await colour('50% 0%'), await colour('50% 100%')]).toEqual(['red', 'blue']);
	});
});

describe('a photograph keeps its colours, whatever they are told in', () => {
	const red = () =>
		sharp({ create: { width: 40, height: 40, channels: 3, background: 'rgb(200, 40, 60)' } });
	/** As pictures of 16 bits are: a profile is given them in a second step. */
	const deep = async (profile: string) =>
		sharp(await red().png().toBuffer())
			.toColourspace('rgb16')
			.withIccProfile(profile);
	test.each<[string, () => Promise<Buffer>]>([
		['none', () => red().png().toBuffer()],
		['P3', () => red().withIccProfile('p3').png().toBuffer()],
		['16 bits', () => red().toColourspace('rgb16').png().toBuffer()],
		['16 bits of sRGB', async () => (await deep('srgb')).png().toBuffer()],
		['16 bits of P3', async () => (await deep('p3')).png().toBuffer()],
		[
			'10 bits of P3',
			() => red().withIccProfile('p3').avif({ bitdepth: 10, lossless: true }).toBuffer(),
		],
	])('%s', async (_profile, picture) => {
		const bytes = await picture();
		const near = (colours: Iterable<number>) =>
			[...colours].map((colour) => Math.round(colour / 10));
		const cut = await crop(fileOf(bytes), { width: 10, height: 10 }, focusPoint());
		const cropped = await sharp(await cut.png().toBuffer())
			.removeAlpha()
			.raw()
			.toBuffer();
		expect(near(cropped.subarray(0, 3))).toEqual([20, 4, 6]);
		const { picture: whole } = await upright(bytes);
		const pixels = await whole.toColourspace('srgb').raw().toBuffer();
		expect(near(pixels.subarray(0, 3))).toEqual([20, 4, 6]);
	});
});

test.each([
	['wholly', { r: 0, g: 0, b: 0, alpha: 0 }, [255, 255, 255]],
	['by half', { r: 200, g: 40, b: 60, alpha: 0.5 }, [228, 148, 158]],
])('where one sees through a picture %s, its JPEG is white', async (_, background, expected) => {
	const clear = await sharp({ create: { width: 80, height: 80, channels: 4, background } })
		.png()
		.toBuffer();
	const options = { src: 'clear.png', width: 40, format: 'jpg' };
	const config = { service: { config: { jpeg: {} } } } as unknown as Parameters<
		typeof service.transform
	>[2];
	const { data } = await service.transform(new Uint8Array(clear), options, config, undefined!);
	const pixels = await sharp(data).raw().toBuffer();
	const near = (colours: Iterable<number>) => [...colours].map((colour) => Math.round(colour / 10));
	expect(near(pixels.subarray(0, 3))).toEqual(near(expected));
});

test('a picture hardly higher than a line has files of 1 px', async () => {
	const line = await sharp({ create: { width: 3000, height: 2, channels: 3, background: '#888' } })
		.jpeg()
		.toBuffer();
	// Astro rounds 2 px of 3000 to 0 of 640.
	const options = { src: 'line.jpg', width: 640, height: 0, format: 'webp' };
	const config = { service: { config: { webp: {} } } } as unknown as Parameters<
		typeof service.transform
	>[2];
	const { data } = await service.transform(new Uint8Array(line), options, config, undefined!);
	const { width, height } = await sharp(data).metadata();
	expect([width, height]).toEqual([640, 1]);
});

describe('the files of a photograph', () => {
	test.each([
		['a large one in the column', [3000, 2000], 'column', undefined, [320, 560, 840, 1120, 1680]],
		['one that is little larger', [1000, 750], 'column', undefined, [320, 560, 840, 1000]],
		['a tiny one', [200, 120], 'column', undefined, [200]],
		['what leads to a film', [3000, 2000], 'clip', undefined, [320, 560, 840, 1120]],
		['a tall one, shown 640 px high', [600, 1600], 'column', undefined, [240, 480, 600]],
		['one of a single pixel', [1, 1], 'column', undefined, [1]],
		['over the whole grid', [12000, 8000], 'wide', undefined, [320, 640, 960, 1280, 1680, 2240]],
		[
			'as high as a window there',
			[12000, 9000],
			'wide',
			undefined,
			[320, 640, 960, 1075, 2150, 2240],
		],
		['cut to a shape', [1200, 1600], 'wide', 1.5, [320, 640, 960, 1200]],
	] as const)('%s', (_name, [width, height], place, shape, widths) =>
		expect(fitting({ width, height }, place, shape).widths).toEqual(widths),
	);

	test.each([
		['avif', [360, 1080, 1280, 1600], [360, 1080, 1280, 1600]],
		['webp', [360, 1080, 1280, 1600], [360, 1080, 1280]],
		['webp', [1600], [1600]],
	] as const)('the widths in %s of %j are %j', (format, all, widths) =>
		expect(widthsIn(format, all)).toEqual(widths),
	);

	test('a tall one says how large it is shown', () =>
		expect(fitting({ width: 600, height: 1600 }, 'column')).toMatchObject({
			sizes: '(min-width: 240px) 240px, 100vw',
			plain: { width: 480, height: 1280 },
			shown: { width: 240, height: 640 },
		}));

	test('a large one holds its place with the size of its JPEG', () =>
		expect(fitting({ width: 3000, height: 2000 }, 'column')).toMatchObject({
			plain: { width: 1120, height: 747 },
			shown: { width: 1120, height: 747 },
		}));
});

describe('the place of a picture of the text', () => {
	test.each([
		['breaks out of a text without sections', [1500, 1000], 'column', true, 'broad'],
		['takes the width of a section', [1500, 1000], 'column', false, 'whole'],
		['that is narrower than a section stays in the column', [1100, 700], 'column', false, 'column'],
		['in portrait format is an upright one', [1000, 1500], 'column', true, 'upright'],
		['in portrait format is so in a section, too', [1000, 1500], 'column', false, 'upright'],
		['that is square stays in the column', [1000, 1000], 'column', true, 'column'],
		['that is small is not blown up', [700, 400], 'column', true, 'column'],
		['asked for wide takes the whole grid', [1500, 1000], 'wide', true, 'wide'],
		['asked for wide in portrait format is an upright one', [1000, 1500], 'wide', true, 'upright'],
		[
			'asked for wide, and nearly square, stays in the column',
			[1100, 1000],
			'wide',
			true,
			'column',
		],
		['of a gallery keeps its row', [1500, 1000], 'gallery', true, 'gallery'],
	] as const)('%s', (_name, [width, height], wanted, isPlain, place) =>
		expect(placeOf({ width, height }, wanted, isPlain)).toBe(place),
	);

	test('is as broad as its column where facts stand beside it', () => {
		const { sizes } = fitting({ width: 3000, height: 2000 }, 'whole');
		expect(inColumn(`<img sizes="${sizes}">`)).toBe(
			'<img sizes="(min-width: 1024px) 496px, (min-width: 640px) 100vw, (min-resolution: 2.5dppx) 67vw, 100vw">',
		);
	});
});
