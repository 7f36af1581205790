import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pictureFormat } from '../../src/article/picture-format.ts';
import { contentProblems } from '../../src/desk/content.ts';
import { type PictureVerdict, pictureVerdict } from '../../src/desk/pictures.ts';

const drawn = (width = 120, height = 80) =>
	sharp({ create: { width, height, channels: 3, background: '#467' } });
const turned = (orientation: number) => drawn().withMetadata({ orientation });
/** Three pictures, one after another. */
const moving = () =>
	sharp(Buffer.concat([0, 90, 180].map((grey) => Buffer.alloc(60 * 40 * 3, grey))), {
		raw: { width: 60, height: 120, channels: 3, pageHeight: 40 },
	});
/** Its pictures are never read, only that there are two. */
const movingPng = async () => {
	const bytes = await drawn().png().toBuffer();
	const control = Buffer.from('000000086163544c0000000200000000f38d9370', 'hex');
	return Buffer.concat([bytes.subarray(0, 33), control, bytes.subarray(33)]);
};
const hasty = async (picture: Sharp) => {
	const bytes = await picture.toBuffer();
	return bytes.subarray(0, Math.round(bytes.length * 0.6));
};
/** A JPEG that says of itself that it has 20,000 × 20,000 pixels. */
const vast = async () => {
	const bytes = await drawn().jpeg().toBuffer();
	const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
	bytes.writeUInt16BE(20_000, frame + 5);
	bytes.writeUInt16BE(20_000, frame + 7);
	return bytes;
};
/** A JPEG with a damaged place in its pixels. */
const damaged = async () => {
	let seed = 1;
	const next = () => (seed = (seed * 48_271) % 0x7fffffff);
	const noise = Buffer.from(Array.from({ length: 240 * 160 * 3 }, next));
	const raw = { width: 240, height: 160, channels: 3 } as const;
	const bytes = await sharp(noise, { raw }).jpeg().toBuffer();
	const middle = bytes.length >> 1;
	for (let at = middle; at < middle + 1000; at++) bytes[at] = next();
	return bytes;
};

describe('a picture is judged by its bytes', () => {
	test.each<[string, Sharp]>([
		...[1, 2, 3, 4, 5, 6, 7, 8].map((orientation): [string, Sharp] => [
			`JPEG, orientation ${orientation}`,
			turned(orientation).jpeg(),
		]),
		['JPEG in CMYK', drawn().toColourspace('cmyk').jpeg()],
		['progressive JPEG', drawn().jpeg({ progressive: true })],
		['JPEG with the colours of a phone', drawn().withIccProfile('p3').jpeg()],
		['PNG', drawn().png()],
		['interlaced PNG', drawn().png({ progressive: true })],
		['PNG of greys', drawn().toColourspace('b-w').png()],
		['WebP', drawn().webp()],
		['AVIF', drawn().avif()],
		['GIF', drawn().gif()],
		['1 × 1', drawn(1, 1).png()],
	])('sound: %s', async (_name, picture) =>
		expect(await pictureVerdict(await picture.toBuffer())).toBeUndefined(),
	);

	test.each<[string, Promise<Buffer> | Buffer, PictureVerdict]>([
		['nothing', Buffer.alloc(0), 'empty'],
		['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'heic'],
		['TIFF', drawn().tiff().toBuffer(), 'other'],
		['BMP', Buffer.from(`BM${'\0'.repeat(60)}`), 'other'],
		['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'other'],
		['a text', Buffer.from('Owner'), 'other'],
		['a JPEG cut short', hasty(drawn().jpeg()), 'broken'],
		['a progressive JPEG cut short', hasty(drawn().jpeg({ progressive: true })), 'broken'],
		['a PNG cut short', hasty(drawn().png()), 'broken'],
		['a WebP cut short', hasty(drawn().webp()), 'broken'],
		['an AVIF cut short', hasty(drawn().avif()), 'broken'],
		['a GIF cut short', hasty(drawn().gif()), 'broken'],
		['a JPEG that is damaged within', damaged(), 'suspect'],
		['more than can be read', vast(), 'large'],
		['a PNG that lies on its side', turned(6).png().toBuffer(), 'turned'],
		[
			'a moving GIF',
			moving()
				.gif({ delay: [90, 90, 90] })
				.toBuffer(),
			'moving',
		],
		[
			'a moving WebP',
			moving()
				.webp({ delay: [90, 90, 90] })
				.toBuffer(),
			'moving',
		],
		['a moving PNG', movingPng(), 'moving'],
	])('%s: not', async (_name, bytes, verdict) =>
		expect(await pictureVerdict(await bytes)).toBe(verdict),
	);
});

/** The box with which a file of the HEIF family begins: what it is, and what else it may be read as. */
const ftyp = (brand: string, ...others: string[]) => {
	const box = Buffer.from(`\0\0\0\0ftyp${brand}\0\0\0\0${others.join('')}`, 'latin1');
	box.writeUInt32BE(box.length);
	return Buffer.concat([box, Buffer.alloc(64)]);
};

describe('what phones take is told by its brands', () => {
	test.each([
		['an iPhone', 'heic', ['mif1', 'heic']],
		['an iPhone since iOS 18', 'heic', ['mif1', 'MiPr', 'miaf', 'MiHB', 'heic', 'tmap']],
		['a Samsung', 'mif1', ['mif1', 'heic', 'miaf']],
		['a picture of more than 8 bits', 'heix', ['mif1', 'heix']],
		['a burst', 'msf1', ['hevc', 'mif1', 'heic', 'iso8']],
		['a burst of more than 8 bits', 'hevx', ['msf1', 'hevx']],
		['a layered picture', 'heim', ['mif1']],
		['a scalable picture', 'heis', ['mif1']],
		['layered, moving', 'hevm', ['msf1']],
		['scalable, moving', 'hevs', ['msf1']],
		['one that tells no more', 'mif1', []],
		['a moving one that tells no more', 'msf1', []],
	])('%s: HEIC', async (_name, brand, others) => {
		expect(pictureFormat(ftyp(brand, ...others))).toBe('heic');
		expect(await pictureVerdict(ftyp(brand, ...others))).toBe('heic');
	});

	test.each<[string, string, string[], string | undefined]>([
		['AVIF', 'avif', ['mif1', 'miaf', 'MA1B'], 'avif'],
		['AVIF that says so after the family', 'mif1', ['mif1', 'avif', 'miaf'], 'avif'],
		['moving AVIF', 'avis', ['msf1', 'avif', 'mif1', 'miaf'], 'avif'],
		['a film', 'mp42', ['isom', 'mp42'], undefined],
		['a film of an iPhone', 'qt  ', ['qt  '], undefined],
	])('%s: not', (_name, brand, others, format) =>
		expect(pictureFormat(ftyp(brand, ...others))).toBe(format),
	);
});

describe('the pictures of an article', () => {
	let folder: string;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'pictures-'));
		await mkdir(join(folder, 'content/articles/photos'), { recursive: true });
	});
	afterEach(() => rm(folder, { recursive: true, force: true }));

	const write = async (files: Record<string, string | Buffer>) => {
		for (const [name, bytes] of Object.entries(files))
			await writeFile(join(folder, 'content/articles', name), bytes);
	};
	const told = async () =>
		(await contentProblems(pathToFileURL(`${folder}/`), 'content/')).map(
			({ file, line, message, severity }) =>
				[file.slice('content/articles/'.length), line, message, severity] as const,
		);
	const article = (text: string, more = '') =>
		`---\nheadline: عنوان طويل بما يكفي\ndek: سطر تحت العنوان.\ntopic: محليات\ndateline: عمّان\npublished: 2026-11\n${more}---\n\n${text}\n`;

	test('all bad ones are told at once: article, line, file, mend', async () => {
		await write({
			'fair.mdx': article(
				'![وصف](./empty.jpg)\n\n![وصف](./photos/phone.jpg)\n\n![وصف](./whole.png)\n\n![وصف](./logo.svg)',
			),
			'draft.mdx': article('![وصف](./cut.JPG)', 'draft: true\n'),
			'harbour.mdx': article('![وصف](<./صورة من الميناء.JPG>)\n\n![وصف](./phone.HEIC)'),
			'empty.jpg': '',
			'photos/phone.jpg': Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
			'whole.png': await drawn().jpeg().toBuffer(),
			'logo.svg': '<svg/>',
			'cut.JPG': await hasty(drawn().jpeg()),
			'صورة من الميناء.JPG': await hasty(drawn().jpeg()),
			'phone.HEIC': 'of a phone',
			'nobody shows it.jpg': '',
		});
		expect(await told()).toEqual([
			[
				'draft.mdx',
				10,
				'مسودة: الصورة «./cut.JPG» ناقصة أو تالفة. انسخها من جديد من الكاميرا أو من مصدرها.',
				'warning',
			],
			[
				'fair.mdx',
				9,
				'ملف الصورة «./empty.jpg» فارغ. انسخها من جديد من الكاميرا أو من مصدرها.',
				undefined,
			],
			['fair.mdx', 11, expect.stringMatching(/phone\.jpg» بصيغة HEIC.*بصيغة jpg/), undefined],
			['fair.mdx', 15, expect.stringMatching(/logo\.svg» ليس صورة.*حوّله إلى jpg/), undefined],
			[
				'harbour.mdx',
				9,
				'الصورة «./صورة من الميناء.JPG» ناقصة أو تالفة. انسخها من جديد من الكاميرا أو من مصدرها.',
				undefined,
			],
			['harbour.mdx', 11, expect.stringMatching(/phone\.HEIC» بصيغة HEIC/), undefined],
		]);
	});

	test('one that was broken is judged anew once it is another, and known again by its bytes', async () => {
		const cut = await hasty(drawn().jpeg());
		await write({ 'fair.mdx': article('![وصف](./a.jpg)'), 'a.jpg': cut });
		expect(await told()).toEqual([['fair.mdx', 9, expect.stringMatching(/تالفة/), undefined]]);
		await write({ 'a.jpg': await drawn().jpeg().toBuffer() });
		expect(await told()).toEqual([]);
		await write({ 'a.jpg': cut });
		expect(await told()).toEqual([['fair.mdx', 9, expect.stringMatching(/تالفة/), undefined]]);
	});

	test('a folder with the name of a picture is none', async () => {
		await mkdir(join(folder, 'content/articles/photo.jpg'));
		await write({ 'fair.mdx': article('![وصف](./photo.jpg)') });
		expect(await told()).toEqual([['fair.mdx', 9, expect.stringMatching(/غير موجودة/), undefined]]);
	});

	test('what is drawn all the same is a warning', async () => {
		await write({
			'fair.mdx': article('![وصف](./a.gif)\n\n![وصف](./b.jpg)'),
			'a.gif': await moving()
				.gif({ delay: [90, 90, 90] })
				.toBuffer(),
			'b.jpg': await damaged(),
		});
		expect(await told()).toEqual([
			['fair.mdx', 9, expect.stringMatching(/a\.gif» متحركة.*إطارها الأول/), 'warning'],
			['fair.mdx', 11, expect.stringMatching(/b\.jpg» خلل.*افتحها/), 'warning'],
		]);
	});
});
