import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAMERA, copyProject, type Project } from '../project.ts';

/** Blue, and red in its upper left quarter, or in another; with what a camera writes. */
const drawn = (width = 120, height = 80, corner = { right: 0, below: 0 }): Sharp => {
	const quarter = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
	const red = { create: { ...quarter, channels: 3, background: '#f00' } } as const;
	const [left, top] = [corner.right * quarter.width, corner.below * quarter.height];
	return sharp({ create: { width, height, channels: 3, background: '#00f' } })
		.composite([{ input: red, left, top }])
		.withExif(CAMERA);
};

/**
 * As a camera stores it that is held so: 120 × 80 and red above left once it stands upright. Where the first row and the
 * first column are seen: TIFF 6.0, section 8, Orientation.
 */
const CORNERS = [
	{ right: 0, below: 0 },
	{ right: 1, below: 0 },
	{ right: 1, below: 1 },
	{ right: 0, below: 1 },
	{ right: 0, below: 0 },
	{ right: 0, below: 1 },
	{ right: 1, below: 1 },
	{ right: 1, below: 0 },
];
const held = (corner: (typeof CORNERS)[number], orientation: number) =>
	(orientation < 5 ? drawn(120, 80, corner) : drawn(80, 120, corner)).withMetadata({ orientation });

/** Red and blue first, then all green. */
const moving = async () => {
	const first = await drawn().removeAlpha().raw().toBuffer();
	const second = Buffer.from(first.map((_, at) => (at % 3 === 1 ? 255 : 0)));
	return sharp(Buffer.concat([first, second]), {
		raw: { width: 120, height: 160, channels: 3, pageHeight: 80 },
	});
};

/** By the name of its file: how it is written, and its size as readers see it. */
const PICTURES: [
	file: string,
	picture: () => Sharp | Promise<Sharp>,
	width: number,
	height: number,
][] = [
	...CORNERS.map((corner, index): (typeof PICTURES)[number] => [
		`held-${index + 1}.jpg`,
		() => held(corner, index + 1).jpeg(),
		120,
		80,
	]),
	['cmyk.jpg', () => drawn().toColourspace('cmyk').jpeg(), 120, 80],
	['progressive.jpg', () => drawn().jpeg({ progressive: true }), 120, 80],
	['phone.jpg', () => drawn().withIccProfile('p3').jpeg(), 120, 80],
	['plain.png', () => drawn().png(), 120, 80],
	['interlaced.png', () => drawn().png({ progressive: true }), 120, 80],
	['plain.webp', () => drawn().webp(), 120, 80],
	['plain.avif', () => drawn().avif({ quality: 90 }), 120, 80],
	['still.gif', () => drawn().gif(), 120, 80],
	['moving.gif', async () => (await moving()).gif({ delay: [90, 90] }), 120, 80],
	['moving.webp', async () => (await moving()).webp({ delay: [90, 90] }), 120, 80],
	['vast.jpg', () => drawn(12_000, 9000).jpeg({ quality: 30 }), 1120, 840],
	['point.png', () => drawn(1, 1).png(), 1, 1],
	['called otherwise.jpg', () => drawn().png(), 120, 80],
	['صورة من الميناء.JPG', () => drawn().jpeg(), 120, 80],
];

/** Two that their writer wants out of the column. */
const WIDE = ['upright', 'long']
	.map((name) => `<Figure wide>\n\n![${name}](./${name}.jpg)\n\n</Figure>\n`)
	.join('\n');

describe('every kind of picture that writers may use', () => {
	let project: Project;
	let folder: string;
	let $: ReturnType<typeof load>;
	beforeAll(async () => {
		const names = PICTURES.map(([file]) => `![${file}](<./${file}>)\n`);
		project = await copyProject({
			'content/articles': undefined,
			'content/articles/pictures.mdx': `---\nheadline: صور من كل نوع\ndek: صور كما تأتي من الكاميرات والهواتف.\ntopic: صور\ndateline: عمّان\npublished: 2026-11\n---\n\n${names.join('\n')}\n${WIDE}`,
		});
		folder = `${project.folder}/dist`;
		for (const [file, picture] of PICTURES)
			await (await picture()).toFile(`${project.folder}/content/articles/${file}`);
		await drawn(900, 900).toFile(`${project.folder}/content/articles/upright.jpg`);
		await drawn(900, 600).toFile(`${project.folder}/content/articles/long.jpg`);
		const { code, output } = await project.build('https://almanara.example/');
		expect(output).toMatch(/moving\.gif» متحركة/);
		if (code !== 0) throw new Error(output);
		$ = load(readFileSync(`${folder}/articles/pictures/index.html`, 'utf8'));
	});
	afterAll(() => project?.remove());

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
			['upright', 'long'].map((name) => $(`img[alt="${name}"]`).closest('.wide').length),
		).toEqual([0, 1]));

	test('nothing of them is published but what was drawn anew', () => {
		for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
			if (!/\.\w+$/.test(file)) continue;
			expect(readFileSync(`${folder}/${file}`).includes('Secret'), file).toBe(false);
			if (file.startsWith('_astro/')) expect(file).not.toMatch(/\.(?:png|gif|JPG)$/);
		}
	});
});
