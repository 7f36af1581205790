/**
 * No picture of the built site holds metadata of a camera or a program: place, names, serial
 * numbers, a thumbnail of what was cropped away. Nor is the original of a picture published.
 */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { ATTACHMENT } from '../article/attachments.ts';
import { type PictureFormat, pictureFormat } from '../article/picture-format.ts';
import type { Problem } from '../problems.ts';

const FILM = /\.(?:mp4|mov|m4[av]|3gp)$/i;
/**
 * Where phones, drones and cameras on helmets write places: QuickTime, 3GPP, XMP, and the tracks of
 * GoPro and of Google.
 */
const PLACES = [
	'\u00A9xyz',
	'loci',
	'com.apple.quicktime.location',
	'GPSLatitude',
	'gpmd',
	'camm',
].map((name) => Buffer.from(name, 'latin1'));
const PICTURE = /\.(?:jpe?g|jfif|a?png|webp|avif|gif|tiff?|hei[cf]|jxl)$/i;
/** Files of the build that are no pictures. */
const OURS = /\.(?:html|xml|css|js|svg|txt|json|ics|webmanifest|woff2)$/;
/** What a newsroom keeps in `content/` to be read, not shown. */
const TEXT = /\.(?:mdx?|txt|[jt]sx?|json|ya?ml)$/i;

/**
 * Whether a file of the content may be the original of a picture, by its name: all but texts and
 * what articles offer.
 */
export const isOriginal = (file: string): boolean => !TEXT.test(file) && !ATTACHMENT.test(file);

interface Picture {
	/** As messages name it. */
	file: string;
	path: string;
}

/**
 * What is wrong with the pictures of a built site. Reads synchronously: for thousands of small
 * files that takes a quarter of the CPU time.
 * @param built Every file of the site. A picture is known by its name or its bytes.
 * @param originals The pictures of the content, as they came from the camera.
 */
export function pictureProblems(
	built: readonly Picture[],
	originals: readonly Picture[],
): Problem[] {
	const sizes = new Map<number, Picture[]>();
	for (const picture of originals) {
		const { size } = statSync(picture.path);
		sizes.set(size, [...(sizes.get(size) ?? []), picture]);
	}
	// An empty file equals every other empty file.
	sizes.delete(0);
	const problems: Problem[] = [];
	for (const { file, path } of built) {
		if (FILM.test(file) && hasPlace(path))
			problems.push({
				file,
				message: `في الفيديو «${file}» مكان تصويره كما كتبه الهاتف. احفظه بلا بيانات وصفية: exiftool -all= «الملف»، أو ارفعه إلى خدمة واكتب <Video> في المقال.`,
			});
		if (/\.svg$/i.test(file)) {
			const found = drawingParts(readFileSync(path, 'utf8'));
			if (found.length > 0)
				problems.push({
					file,
					message: `في الرسم «${file}» ما لا يُرى (${found.join('، ')}). احفظه من برنامج الرسم بلا بياناته (Plain SVG في Inkscape)، أو مرّره على SVGOMG.`,
				});
		}
		const alike = sizes.get(statSync(path).size) ?? [];
		const isPicture =
			PICTURE.test(file) || (!OURS.test(file) && pictureFormat(firstBytes(path)) !== undefined);
		if (alike.length === 0 && !isPicture) continue;
		const bytes = readFileSync(path);
		for (const original of alike)
			if (bytes.equals(readFileSync(original.path)))
				problems.push({
					file,
					message: `«${file}» نسخة من أصل الصورة ${original.file} كما هو. انشرها من داخل المقال ![الوصف](./الصورة.jpg) لتُصغَّر، واحذف النسخة من public/.`,
				});
		if (!isPicture) continue;
		const found = metadata(bytes);
		if (found === undefined)
			problems.push({
				file,
				message: `الصورة «${file}» تالفة أو بصيغة لا تعرضها المتصفحات. حوّلها إلى jpg أو png أو webp.`,
			});
		else if (found.length > 0)
			problems.push({
				file,
				message: `في الصورة «${file}» بيانات غير مرئية (${found.join('، ')})، وقد يكون فيها مكان التصوير واسم المصوّر. احفظها بلا بيانات وصفية، مثلًا: exiftool -all= «الملف»، وما يبقى بعده يزول بتصديرها من جديد من برنامج صور.`,
			});
	}
	return problems;
}

/**
 * Whether a film says where it was taken, in a box beside its pictures, which may stand at its end:
 * ISO/IEC 14496-12, 8.2.1; QuickTime File Format, «User data list entry types».
 */
function hasPlace(path: string): boolean {
	const file = openSync(path, 'r');
	try {
		const head = Buffer.alloc(16);
		for (let at = 0; readSync(file, head, 0, 16, at) >= 8; ) {
			const long = head.readUInt32BE(0) === 1;
			const size = long ? Number(head.readBigUInt64BE(8)) : head.readUInt32BE(0);
			if (/^(?:moov|udta|meta|uuid)$/.test(head.toString('latin1', 4, 8))) {
				const box = Buffer.alloc(Math.min(size || 2 ** 24, 2 ** 26));
				readSync(file, box, 0, box.length, at);
				if (PLACES.some((name) => box.includes(name))) return true;
			}
			if (size < 8) return false;
			at += size;
		}
		return false;
	} finally {
		closeSync(file);
	}
}

/**
 * What drawing programs write into an SVG: folders of a computer, who made it and when, and
 * photographs with their data.
 */
function drawingParts(svg: string): string[] {
	const [folder] =
		/(?:\b(?:export-filename|absref|docbase)=["']|file:\/{2,3})(?:[^"']*[/\\][^"']*)/.exec(svg) ??
		[];
	const photographs = Array.from(
		svg.matchAll(/data:image\/(?!svg)[\w+.-]+;base64,([\w+/=\s]+)/g),
		([, code = '']) => metadata(Buffer.from(code, 'base64')) ?? [],
	).flat();
	return [
		...(folder ? ['مجلد على جهاز'] : []),
		...(/<x:xmpmeta|<\?xpacket/.test(svg) ? ['XMP'] : []),
		...(/<i:(?:ai)?pgf\b/.test(svg) ? ['Illustrator'] : []),
		...new Set(photographs),
	];
}

function firstBytes(path: string): Buffer {
	const file = openSync(path, 'r');
	try {
		const bytes = Buffer.alloc(64);
		return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
	} finally {
		closeSync(file);
	}
}

/**
 * The names of the metadata that a picture holds, each once; undefined where it cannot be read as a
 * picture, or is in a format that browsers do not show.
 */
export function metadata(bytes: Buffer): string[] | undefined {
	const format = pictureFormat(bytes);
	const read = format && PARTS[format];
	try {
		return read && [...new Set(read(bytes))];
	} catch {
		return undefined;
	}
}

/** What a picture of a format holds beside its pixels. Throws where the file ends too early. */
const PARTS: Partial<Record<PictureFormat, (bytes: Buffer) => string[]>> = {
	jpeg: jpegParts,
	png: pngParts,
	webp: webpParts,
	gif: gifParts,
	avif: avifParts,
};

/**
 * Pixels, colours and animation of PNG: https://www.w3.org/TR/png-3/#11Chunks. And numbers that say
 * how they are laid: `iDOT` is in each picture of a Mac's screen, and exiftool leaves it.
 */
const PNG =
	/^(?:IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|mDCV|cLLI|bKGD|hIST|pHYs|sPLT|acTL|fcTL|fdAT|iDOT|oFFs|sTER|vpAg)$/;

function pngParts(bytes: Buffer): string[] {
	const found: string[] = [];
	for (let at = 8; ; ) {
		const chunk = bytes.toString('latin1', at + 4, at + 8);
		if (!PNG.test(chunk)) found.push(chunk === 'eXIf' ? 'EXIF' : `PNG ${chunk}`);
		at += 12 + bytes.readUInt32BE(at);
		if (chunk === 'IEND') return at < bytes.length ? [...found, 'PNG EOF'] : found;
	}
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpParts(bytes: Buffer): string[] {
	const found: string[] = [];
	for (let at = 12; at < bytes.length; ) {
		const chunk = bytes.toString('latin1', at, at + 4);
		const size = bytes.readUInt32LE(at + 4);
		if (!/^(?:VP8[ LX]|ALPH|ANIM|ANMF|ICCP)$/.test(chunk)) found.push(chunk.trim());
		at += 8 + size + (size % 2);
	}
	return found;
}

/**
 * Pixels, colours (ImageMagick writes its gamma) and animation; the rest (comments, text, XMP)
 * goes. https://www.w3.org/Graphics/GIF/spec-gif89a.txt
 */
function gifParts(bytes: Buffer): string[] {
	const found: string[] = [];
	const colours = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
	/** Where the blocks from here end. */
	const afterBlocks = (from: number): number => {
		let at = from;
		for (let size = bytes.readUInt8(at); size > 0; size = bytes.readUInt8(at)) at += size + 1;
		return at + 1;
	};
	for (let at = 13 + colours(bytes.readUInt8(10)); ; ) {
		const kind = bytes.readUInt8(at);
		if (kind === 0x3b) return at + 1 < bytes.length ? [...found, 'GIF EOF'] : found;
		if (kind === 0x2c) at = afterBlocks(at + 11 + colours(bytes.readUInt8(at + 9)));
		else if (kind === 0x21) {
			const label = bytes.readUInt8(at + 1);
			const name = bytes.toString('latin1', at + 3, at + 14);
			if (label === 0xff && name.startsWith('XMP Data')) found.push('XMP');
			else if (label === 0xfe) found.push('GIF comment');
			else if (
				label !== 0xf9 &&
				!/^(?:NETSCAPE2\.0|ANIMEXTS1\.0|ICCRGBG1012|ImageMagick)$/.test(name)
			)
				found.push('GIF extension');
			at = afterBlocks(at + 2);
		} else throw new RangeError('no block of GIF');
	}
}

/**
 * Items beside the pixels, and what stands after them. Their kinds are told in the box `meta`, in
 * entries `infe` of version 2 or 3: ISO/IEC 14496-12, 8.11.6; ISO/IEC 23008-12, annex A.
 */
function avifParts(bytes: Buffer): string[] {
	const found: string[] = [];
	for (let at = 0; at < bytes.length; ) {
		const size = bytes.readUInt32BE(at) || bytes.length - at;
		const box = bytes.toString('latin1', at + 4, at + 8);
		if (size < 8 || at + size > bytes.length) throw new RangeError('no box');
		if (box === 'meta') {
			const text = bytes.toString('latin1', at, at + size);
			for (const [, kind = ''] of text.matchAll(/infe.{8}(?:..)?(Exif|mime|uri )/gs))
				found.push(kind === 'Exif' ? 'EXIF' : kind === 'mime' ? 'XMP' : 'AVIF uri');
			if (/.{4}thmb\0/s.test(text)) found.push('AVIF thumbnail');
		} else if (!/^(?:ftyp|mdat|moov|free|skip)$/.test(box)) found.push(`AVIF ${box}`);
		at += size;
	}
	return found;
}

/**
 * Of the segments before the pixels only three say how these are to be shown: JFIF (without its
 * thumbnail), the colour profile and Adobe's colour transform. ITU T.81, annex B; JFIF 1.02.
 */
function jpegParts(bytes: Buffer): string[] {
	const found: string[] = [];
	for (let at = 2; ; ) {
		while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
		const marker = bytes.readUInt8(at + 1);
		if (bytes[at] !== 0xff) throw new RangeError('no segment');
		// Phones append a second picture, or a film, after the end of the first.
		if (marker === 0xd9) return at + 2 < bytes.length ? [...found, 'JPEG EOI'] : found;
		const size = bytes.readUInt16BE(at + 2);
		const head = bytes.toString('latin1', at + 4, at + 4 + Math.min(size - 2, 32));
		if (marker === 0xfe) found.push('JPEG COM');
		else if (marker >= 0xe0 && marker <= 0xef) {
			const isThumbnail = head.startsWith('JFXX') || (size > 16 && head.startsWith('JFIF'));
			if (isThumbnail) found.push('JFIF thumbnail');
			else if (!/^(?:JFIF\0|ICC_PROFILE\0|Adobe)/.test(head)) found.push(segmentName(marker, head));
		}
		at += 2 + size;
		// The pixels of a scan: up to the next marker that is neither a stuffed FF nor a restart
		// marker.
		const isPixel = (next: number) => next === 0 || (next >= 0xd0 && next <= 0xd7);
		while (marker === 0xda && (bytes[at] !== 0xff || isPixel(bytes.readUInt8(at + 1)))) {
			at = bytes.indexOf(0xff, at + 1);
			if (at < 0) throw new RangeError('no end');
		}
	}
}

function segmentName(marker: number, head: string): string {
	if (head.startsWith('Exif')) return 'EXIF';
	if (head.startsWith('http://ns.adobe.com/x')) return 'XMP';
	return head.startsWith('Photoshop') ? 'IPTC' : `JPEG APP${marker - 0xe0}`;
}
