/**
 * No picture of the built site holds what a camera or a program wrote beside it: place, names,
 * serial numbers, a small copy of what was cut away. Nor is the original of a picture published.
 */
import { readFile, stat } from 'node:fs/promises';
import sharp from 'sharp';
import type { Problem } from '../problems.ts';

const PICTURE = /\.(?:jpe?g|jfif|a?png|webp|avif|gif|tiff?|hei[cf]|jxl)$/i;

/** Whether a file is a raster picture, by its name. */
export const isPicture = (file: string): boolean => PICTURE.test(file);

interface Picture {
	/** As messages name it. */
	file: string;
	path: string;
}

/**
 * What is wrong with the pictures of a built site.
 * @param built Every file of the site.
 * @param originals The pictures of the content, as they came from the camera.
 */
export async function pictureProblems(
	built: readonly Picture[],
	originals: readonly Picture[],
): Promise<Problem[]> {
	const sizes = new Map<number, Picture[]>();
	for (const picture of originals) {
		const { size } = await stat(picture.path);
		sizes.set(size, [...(sizes.get(size) ?? []), picture]);
	}
	const problems: Problem[] = [];
	for (const { file, path } of built) {
		const alike = sizes.get((await stat(path)).size) ?? [];
		if (alike.length === 0 && !isPicture(file)) continue;
		const bytes = await readFile(path);
		for (const original of alike)
			if (bytes.equals(await readFile(original.path)))
				problems.push({
					file,
					message: `«${file}» نسخة من أصل الصورة ${original.file} كما هو. انشرها من داخل المقال ![الوصف](./الصورة.jpg) لتُصغَّر، واحذف النسخة من public/.`,
				});
		if (!isPicture(file)) continue;
		const found = await metadata(bytes);
		if (found === undefined)
			problems.push({ file, message: `«${file}» لا تُقرأ صورة. حوّلها إلى jpg أو png أو webp.` });
		else if (found.length > 0)
			problems.push({
				file,
				message: `في الصورة «${file}» بيانات غير مرئية (${found.join('، ')})، وقد يكون فيها مكان التصوير واسم المصوّر. احفظها بلا بيانات وصفية، مثلًا: exiftool -all= «الملف».`,
			});
	}
	return problems;
}

/**
 * The names of what a picture holds beside its pixels and its colours, each once; undefined where
 * it cannot be read as one.
 */
export async function metadata(bytes: Buffer): Promise<string[] | undefined> {
	try {
		const { exif, xmp, iptc, tifftagPhotoshop } = await sharp(bytes).metadata();
		const known = { EXIF: exif, XMP: xmp, IPTC: iptc ?? tifftagPhotoshop };
		const named = Object.entries(known).flatMap(([name, value]) => (value ? [name] : []));
		const parts = PARTS.find(([signature]) => signature.test(bytes.toString('latin1', 0, 12)));
		return [...new Set([...named, ...(parts?.[1](bytes) ?? [])])];
	} catch {
		return undefined;
	}
}

/** By the first bytes of a file: what it holds besides a picture. */
const PARTS: [signature: RegExp, read: (bytes: Buffer) => string[]][] = [
	[/^\xFF\xD8\xFF/, jpegParts],
	[/^\x89PNG/, pngParts],
	[/^RIFF....WEBP/s, webpParts],
	[/^GIF8/, (bytes) => (bytes.includes('XMP DataXMP') ? ['XMP'] : [])],
];

/** Pixels, colours and animation of PNG: https://www.w3.org/TR/png-3/#11Chunks */
const PNG =
	/^(?:IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|mDCV|cLLI|bKGD|hIST|pHYs|sPLT|acTL|fcTL|fdAT)$/;

function pngParts(bytes: Buffer): string[] {
	const found: string[] = [];
	for (let at = 8; at < bytes.length; ) {
		const chunk = bytes.toString('latin1', at + 4, at + 8);
		if (!PNG.test(chunk)) found.push(chunk === 'eXIf' ? 'EXIF' : `PNG ${chunk}`);
		at += 12 + bytes.readUInt32BE(at);
		if (chunk === 'IEND' && at < bytes.length) return [...found, 'PNG EOF'];
	}
	return found;
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpParts(bytes: Buffer): string[] {
	const found: string[] = [];
	for (let at = 12; at + 8 <= bytes.length; ) {
		const chunk = bytes.toString('latin1', at, at + 4);
		const size = bytes.readUInt32LE(at + 4);
		if (!/^(?:VP8[ LX]|ALPH|ANIM|ANMF|ICCP)$/.test(chunk)) found.push(chunk.trim());
		at += 8 + size + (size % 2);
	}
	return found;
}

/**
 * Of the segments before the pixels only three say how these are to be shown: JFIF (without its
 * thumbnail), the colour profile and Adobe's colour transform. ITU T.81, annex B; JFIF 1.02.
 */
function jpegParts(bytes: Buffer): string[] {
	const found: string[] = [];
	let at = 2;
	while (at + 4 <= bytes.length && bytes[at] === 0xff) {
		const marker = bytes[at + 1] ?? 0;
		const size = bytes.readUInt16BE(at + 2);
		const head = bytes.toString('latin1', at + 4, at + 4 + Math.min(size - 2, 32));
		if (marker === 0xda) break;
		if (marker === 0xfe) found.push('JPEG COM');
		else if (marker >= 0xe0 && marker <= 0xef) {
			const isThumbnail = head.startsWith('JFXX') || (size > 16 && head.startsWith('JFIF'));
			if (isThumbnail) found.push('JFIF thumbnail');
			else if (!/^(?:JFIF\0|ICC_PROFILE\0|Adobe)/.test(head)) found.push(segmentName(marker, head));
		}
		at += 2 + size;
	}
	// Phones append a second picture, or a film, after the end of the first.
	if (bytes.indexOf(Buffer.from([0xff, 0xd9]), at) < bytes.length - 2) found.push('JPEG EOI');
	return found;
}

function segmentName(marker: number, head: string): string {
	if (head.startsWith('Exif')) return 'EXIF';
	if (head.startsWith('http://ns.adobe.com/x')) return 'XMP';
	return head.startsWith('Photoshop') ? 'IPTC' : `JPEG APP${marker - 0xe0}`;
}
