import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import sharp, { type Sharp } from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import gates from '../../src/gates/integration.ts';
import { metadata } from '../../src/gates/pictures.ts';

const picture = () => sharp({ create: { width: 64, height: 48, channels: 3, background: '#467' } });
const camera = { IFD0: { Make: 'Camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1' } };
const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Owner</a></x:xmpmeta>';

/** A JPEG with one more segment after its first bytes. */
async function jpegWith(marker: number, text: string): Promise<Buffer> {
	const bytes = await picture().jpeg().toBuffer();
	const segment = Buffer.from(`\xff${String.fromCharCode(marker)}00${text}`, 'latin1');
	segment.writeUInt16BE(text.length + 2, 2);
	return Buffer.concat([bytes.subarray(0, 2), segment, bytes.subarray(2)]);
}

/** A JPEG of several scans, with a remark before the last of them. */
async function progressiveJpegWithRemark(): Promise<Buffer> {
	const bytes = await picture().jpeg({ progressive: true }).toBuffer();
	const at = bytes.lastIndexOf(Buffer.from([0xff, 0xda]));
	const remark = Buffer.from('\xff\xfe\0\x07Owner', 'latin1');
	return Buffer.concat([bytes.subarray(0, at), remark, bytes.subarray(at)]);
}

/** A PNG with one more chunk before its end. */
async function pngWith(type: string, text: string): Promise<Buffer> {
	const bytes = await picture().png().toBuffer();
	const chunk = Buffer.from(`0000${type}${text}0000`, 'latin1');
	chunk.writeUInt32BE(text.length, 0);
	return Buffer.concat([bytes.subarray(0, -12), chunk, bytes.subarray(-12)]);
}

/** A GIF with one more extension before its end. */
async function gifWith(extension: string): Promise<Buffer> {
	const bytes = await picture().gif().toBuffer();
	return Buffer.concat([
		bytes.subarray(0, -1),
		Buffer.from(extension, 'latin1'),
		bytes.subarray(-1),
	]);
}

/** A WebP with more chunks at its end, each of odd length and so followed by a byte of padding. */
async function webpWith(...types: string[]): Promise<Buffer> {
	const chunks = types.map((type) => Buffer.from(`${type}\x03\0\0\0abc\0`, 'latin1'));
	const bytes = Buffer.concat([await picture().webp().toBuffer(), ...chunks]);
	bytes.writeUInt32LE(bytes.length - 8, 4);
	return bytes;
}

describe('what a picture holds beside its pixels', () => {
	test.each<[string, (from: Sharp) => Sharp]>([
		['JPEG', (from) => from.jpeg()],
		['progressive JPEG', (from) => from.jpeg({ mozjpeg: true })],
		['PNG', (from) => from.png({ palette: true })],
		['WebP', (from) => from.webp()],
		['AVIF', (from) => from.avif()],
		['GIF', (from) => from.gif()],
		['JPEG with a colour profile', (from) => from.withIccProfile('p3').jpeg()],
		['PNG with a colour profile', (from) => from.withIccProfile('p3').png()],
		['WebP with a colour profile', (from) => from.withIccProfile('p3').webp()],
	])('a plain %s: nothing', async (_name, write) =>
		expect(metadata(await write(picture()).toBuffer())).toEqual([]),
	);

	test.each(['iDOT', 'oFFs', 'sTER', 'vpAg'])(
		'numbers of a Mac and of drawing programs: %s',
		async (type) => expect(metadata(await pngWith(type, '\0'.repeat(9)))).toEqual([]),
	);

	test('the gamma of a GIF by ImageMagick', async () =>
		expect(metadata(await gifWith('\x21\xff\x0bImageMagick\x0dgamma=0.45455\0'))).toEqual([]));

	test.each<[string, string, (from: Sharp) => Sharp]>([
		['JPEG', 'EXIF', (from) => from.withExif(camera).jpeg()],
		['PNG', 'EXIF', (from) => from.withExif(camera).png()],
		['WebP', 'EXIF', (from) => from.withExif(camera).webp()],
		['AVIF', 'EXIF', (from) => from.withExif(camera).avif()],
		['JPEG', 'XMP', (from) => from.withXmp(XMP).jpeg()],
		['WebP', 'XMP', (from) => from.withXmp(XMP).webp()],
		['AVIF', 'XMP', (from) => from.withXmp(XMP).avif()],
		['PNG', 'PNG zTXt', (from) => from.withXmp(XMP).png()],
	])('a %s with %s', async (_name, found, write) =>
		expect(metadata(await write(picture()).toBuffer())).toContain(found),
	);

	test.each([
		['JPEG, a remark', jpegWith(0xfe, 'Owner'), 'JPEG COM'],
		['JPEG, IPTC', jpegWith(0xed, 'Photoshop 3.0\0Owner'), 'IPTC'],
		['JPEG, a thumbnail', jpegWith(0xe0, 'JFXX\0\x10thumbnail'), 'JFIF thumbnail'],
		[
			'JPEG, an older thumbnail',
			jpegWith(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01rgb'),
			'JFIF thumbnail',
		],
		['GIF, XMP', gifWith('\x21\xff\x0bXMP DataXMP\x05Owner\0'), 'XMP'],
		['GIF, a comment', gifWith('\x21\xfe\x05Owner\0'), 'GIF comment'],
		['GIF, a text', gifWith(`\x21\x01\x0c${'\0'.repeat(12)}\x05Owner\0`), 'GIF extension'],
		['JPEG, a remark between its scans', progressiveJpegWithRemark(), 'JPEG COM'],
		['JPEG, a second picture', jpegWith(0xe2, 'MPF\0MM'), 'JPEG APP2'],
		['PNG, a text', pngWith('tEXt', 'Author\0Owner'), 'PNG tEXt'],
		['PNG, a packed text', pngWith('zTXt', 'Author\0\0x'), 'PNG zTXt'],
		['PNG, a text of Unicode', pngWith('iTXt', 'Author\0\0\0\0\0Owner'), 'PNG iTXt'],
		['PNG, the time', pngWith('tIME', '\x07\xe8\x01\x02\x03\x04\x05'), 'PNG tIME'],
	])('%s', async (_name, bytes, found) => expect(metadata(await bytes)).toContain(found));

	test.each([
		['JPEG', picture().jpeg()],
		['PNG', picture().png()],
		['GIF', picture().gif()],
		['AVIF', picture().avif()],
	])('a film after the end of a %s is found', async (kind, from) => {
		const film = Buffer.concat([await from.toBuffer(), Buffer.from('\0\0\0\x0cfilmmp42')]);
		const found = { JPEG: 'JPEG EOI', PNG: 'PNG EOF', GIF: 'GIF EOF', AVIF: 'AVIF film' };
		expect(metadata(film)).toEqual([found[kind as keyof typeof found]]);
	});

	test.each([
		['JPEG', picture().jpeg()],
		['PNG', picture().png()],
		['GIF', picture().gif()],
		['AVIF', picture().avif()],
	])('a %s that ends too early is none', async (_kind, from) =>
		expect(metadata((await from.toBuffer()).subarray(0, -14))).toBeUndefined(),
	);

	test('every chunk of a WebP is seen', async () =>
		expect(metadata(await webpWith('ABCD', 'EFGH'))).toEqual(['ABCD', 'EFGH']));

	test.each([
		['text', Buffer.from('Owner')],
		['TIFF', picture().tiff().toBuffer()],
		['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
	])('what browsers do not show is told apart: %s', async (_kind, bytes) =>
		expect(metadata(await bytes)).toBeUndefined(),
	);
});

describe('the gates at the end of a build', () => {
	let root: string;
	beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'gates-'))));
	afterEach(() => rm(root, { recursive: true, force: true }));

	/** The message that a build with these files is stopped with; nothing where it is let through. */
	async function refused(
		files: Record<string, string | Buffer>,
		base = '/',
	): Promise<string | undefined> {
		for (const [path, text] of Object.entries(files)) {
			await mkdir(join(root, path, '..'), { recursive: true });
			await writeFile(join(root, path), text);
		}
		const { hooks } = gates() as AstroIntegration;
		const config = { site: 'https://example.org', base, root: pathToFileURL(`${root}/`) };
		const configured = hooks['astro:config:done'];
		await configured?.({ config } as unknown as Parameters<NonNullable<typeof configured>>[0]);
		const done = hooks['astro:build:done'];
		try {
			await done?.({ dir: pathToFileURL(`${root}/dist/`) } as Parameters<
				NonNullable<typeof done>
			>[0]);
			return undefined;
		} catch (error) {
			return String(error instanceof Error && error.message);
		}
	}

	test.each(['/news/', '/news'])(
		'a sound site under %s is let through, with hidden files',
		async (base) => {
			const page =
				'<link rel="canonical" href="https://example.org/news/a/"><a href="/news/.well-known/security.txt"><p style="left:0;right:0">';
			expect(
				await refused(
					{
						'dist/a/index.html': page,
						'dist/.well-known/security.txt': '',
						'dist/a.css': '.a{margin-inline:1px}',
						'dist/a.jpg': await picture().jpeg().toBuffer(),
					},
					base,
				),
			).toBeUndefined();
		},
	);

	test('a folder is no file', async () => {
		expect(await refused({ 'dist/index.html': '<a href="/a">', 'dist/a/index.html': '' })).toMatch(
			/index\.html: .*تنقصه/,
		);
	});

	test('all problems are told at once, each with its first page and how often it comes again', async () => {
		const page = '<p style="float:left"><a href="/none/">';
		const [head, ...lines] = (
			(await refused({
				'dist/b/index.html': page,
				'dist/a/index.html': page,
				'dist/c/index.html': page + page,
				'dist/index.html': '<form action="http://example.com/">',
				'dist/a.css': '.a{left:0}',
				'dist/photo.jpg': await picture().withExif(camera).jpeg().toBuffer(),
				'dist/broken.png': 'no picture',
			})) ?? ''
		).split('\n');
		expect(head).toMatch(/^بوّابة الموقع المبني: /);
		expect(lines).toEqual([
			expect.stringMatching(/^a\.css:1:4: .*«left: 0».*\.$/),
			expect.stringMatching(/^a\/index\.html:1:11: .*«float: left».*وتكرّر في ملفين آخرين\)$/),
			expect.stringMatching(/^a\/index\.html: .*«\/none\/».*وتكرّر في ملفين آخرين\)$/),
			expect.stringMatching(/^index\.html: .*«http:\/\/example\.com\/»/),
			expect.stringMatching(/^broken\.png: الصورة «broken\.png» تالفة .*حوّلها إلى jpg/),
			expect.stringMatching(
				/^photo\.jpg: في الصورة «photo\.jpg» .*EXIF.*exiftool -all= «الملف»، وما يبقى بعده يزول بتصديرها/,
			),
		]);
	});

	test('the original of a picture is not published, whatever its name', async () => {
		const original = await picture().jpeg().toBuffer();
		const found = await refused({
			'content/articles/harbour.jpg': original,
			'content/articles/small.png': 'of the same length',
			'dist/files/photo.bin': original,
			'dist/files/other.bin': 'of one length, too',
			'content/articles/empty.png': '',
			'dist/.nojekyll': '',
			'content/articles/drawing.psd': 'layers',
			'dist/files/drawing': 'layers',
			'content/redirects.txt': '/old/ /',
			'dist/files/redirects.txt': '/old/ /',
		});
		expect(found?.split('\n').slice(1)).toEqual([
			expect.stringMatching(
				/^files\/drawing: .*أصل الصورة content\/articles\/drawing\.psd .*public/,
			),
			expect.stringMatching(
				/^files\/photo\.bin: .*أصل الصورة content\/articles\/harbour\.jpg .*public/,
			),
		]);
	});

	test('a film that says where it was taken is not published', async () => {
		const box = (kind: string, ...parts: Buffer[]) => {
			const head = Buffer.from(`\0\0\0\0${kind}`, 'latin1');
			head.writeUInt32BE(8 + Buffer.concat(parts).length, 0);
			return Buffer.concat([head, ...parts]);
		};
		const text = (words: string) => Buffer.from(words, 'latin1');
		const film = (...facts: Buffer[]) =>
			Buffer.concat([box('ftyp', text('qt  ')), box('mdat', text('loci')), box('moov', ...facts)]);
		const found = await refused({
			'dist/a.mov': film(box('udta', box('\xA9xyz', text('+33.8916+035.5000/')))),
			'dist/b.mp4': film(box('meta', text('com.apple.quicktime.location.ISO6709'))),
			'dist/c.mp4': film(box('udta')),
			'dist/d.mp4': '',
			'dist/drone.mp4': Buffer.concat([
				film(box('udta')),
				box('uuid', text('xmp<rdf:Description exif:GPSLatitude="31,57N"/>')),
			]),
			'dist/helmet.MP4': film(box('trak', box('stsd', box('gpmd')))),
			'dist/voice.m4a': film(box('udta', box('\xA9xyz', text('+33.8916+035.5000/')))),
		});
		expect(found?.split('\n').slice(1)).toEqual([
			expect.stringMatching(/^a\.mov: في الفيديو «a\.mov» مكان تصويره .*exiftool -all=/),
			expect.stringMatching(/^b\.mp4: في الفيديو «b\.mp4» مكان تصويره /),
			expect.stringMatching(/^drone\.mp4: في الفيديو «drone\.mp4» مكان تصويره /),
			expect.stringMatching(/^helmet\.MP4: في الفيديو «helmet\.MP4» مكان تصويره /),
			expect.stringMatching(/^voice\.m4a: في الفيديو «voice\.m4a» مكان تصويره /),
		]);
	});

	test('a drawing tells neither folders nor who made it, and holds no photograph that does', async () => {
		const photo = (await picture().withExif(camera).jpeg().toBuffer()).toString('base64');
		const plain = (await picture().png().toBuffer()).toString('base64');
		const drawing = (inside: string, more = '') =>
			`<svg width="9" height="9" ${more}>${inside}</svg>`;
		const found = await refused({
			'dist/a.svg': drawing('', 'inkscape:export-filename="/home/salim/Desktop/map.png"'),
			'dist/b.svg': drawing('', 'inkscape:export-filename="C:\\Users\\salim\\map.png"'),
			'dist/c.svg': drawing('<image sodipodi:absref="/Users/salim/a.jpg"/>'),
			'dist/d.svg': drawing(`<metadata><?xpacket begin=""?>${XMP}</metadata>`),
			'dist/e.svg': drawing('<i:pgf id="adobe_illustrator_pgf">eJz</i:pgf>'),
			'dist/f.svg': drawing(`<image xlink:href="data:image/jpeg;base64,${photo}"/>`),
			'dist/plain.svg': drawing(
				`<metadata><rdf:RDF/></metadata><image href="data:image/png;base64,${plain}"/>`,
				'sodipodi:docname="map.svg" inkscape:export-filename="map.png"',
			),
		});
		expect(found?.split('\n').slice(1)).toEqual(
			[
				['a', 'مجلد على جهاز'],
				['b', 'مجلد على جهاز'],
				['c', 'مجلد على جهاز'],
				['d', 'XMP'],
				['e', 'Illustrator'],
				['f', 'EXIF'],
			].map(
				([name, what]) =>
					`${name}.svg: في الرسم «${name}.svg» ما لا يُرى (${what}). احفظه من برنامج الرسم بلا بياناته (Plain SVG في Inkscape)، أو مرّره على SVGOMG.`,
			),
		);
	});

	test('a picture is known by its bytes, too', async () => {
		const found = await refused({
			'dist/files/photo': await picture().withExif(camera).jpeg().toBuffer(),
			'dist/files/scan.dat': await picture().tiff().toBuffer(),
			'dist/files/plain.dat': await picture().png().toBuffer(),
		});
		expect(found?.split('\n').slice(1)).toEqual([
			expect.stringMatching(/^files\/photo: في الصورة .*\(EXIF\)/),
			expect.stringMatching(/^files\/scan\.dat: .*حوّلها إلى jpg/),
		]);
	});
});
