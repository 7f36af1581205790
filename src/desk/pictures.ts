import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { imageMetadata } from 'astro/assets/utils';
import sharp from 'sharp';
import { pictureFormat } from '../article/picture-format.ts';
import { digestOf, PART } from '../cache.ts';

/** What is wrong with a picture's file; `suspect`, `moving` and `small` are drawn all the same. */
export type PictureVerdict =
	| 'empty'
	| 'heic'
	| 'other'
	| 'broken'
	| 'large'
	| 'turned'
	| 'suspect'
	| 'moving'
	| 'small';

/**
 * A hash of the code and libraries that judge. It is part of every cache key:
 * old verdicts do not count.
 */
const VERSION = digestOf([
	sharp.versions,
	...['pictures.ts', '../article/picture-format.ts'].map((file) =>
		readFileSync(join(import.meta.dirname, file), 'utf8'),
	),
]);

/** A picture that leads an article is at least so wide, in pixels. */
const LEAST = 600;

/** What libvips reads at most, in pixels: sharp's `limitInputPixels`. */
const MOST_PIXELS = 0x3fff ** 2;

/**
 * Judges a picture by its bytes; undefined where it is sound. It decodes the whole picture: Astro
 * silently fills missing parts with grey, and publishes the original of what it cannot read.
 */
export async function pictureVerdict(bytes: Buffer): Promise<PictureVerdict | undefined> {
	if (bytes.length === 0) return 'empty';
	const format = pictureFormat(bytes);
	if (format === 'heic') return 'heic';
	if (!format || format === 'tiff') return 'other';
	try {
		const {
			width,
			height,
			pages = 1,
			autoOrient,
		} = await sharp(bytes, {
			limitInputPixels: false,
		}).metadata();
		if (width * height > MOST_PIXELS) return 'large';
		const known = await imageMetadata(bytes);
		const isTurned = known.width !== autoOrient.width || known.height !== autoOrient.height;
		const decode = (failOn: 'error' | 'warning') =>
			sharp(bytes, { failOn }).resize(8, 8).raw().toBuffer();
		const isDoubtful = await decode('warning').then(
			() => false,
			() => decode('error').then(() => true),
		);
		if (isTurned) return 'turned';
		if (isDoubtful) return 'suspect';
		// Sharp does not read APNG: https://www.w3.org/TR/png-3/#acTL-chunk
		const isMoving =
			pages > 1 || (format === 'png' && bytes.subarray(0, bytes.indexOf('IDAT')).includes('acTL'));
		return isMoving ? 'moving' : undefined;
	} catch {
		return 'broken';
	}
}

/** Whether a sound picture is too small to lead an article. */
async function isSmall(bytes: Buffer): Promise<boolean> {
	return (await sharp(bytes).metadata()).autoOrient.width < LEAST;
}

/**
 * By path: what this process has opened, so that `npm run dev` opens it again only when it has
 * changed.
 */
const SEEN = new Map<string, { stamp: string; hash: string; verdict: PictureVerdict | '' }>();

/**
 * Judges picture files. Verdicts are cached by content hash in the file `cache`.
 * @param files Paths; those that do not exist are left out.
 * @param areAll Whether these are all files: then other cached verdicts are dropped.
 */
export async function pictureVerdicts(
	files: Iterable<string>,
	cache: string,
	areAll: boolean,
): Promise<Map<string, PictureVerdict>> {
	const known: Record<string, PictureVerdict | ''> = await readFile(cache, 'utf8')
		.then(JSON.parse)
		.catch(() => ({}));
	const keep: typeof known = areAll ? {} : { ...known };
	const verdicts = new Map<string, PictureVerdict>();
	// One after another: a large one takes hundreds of megabytes.
	for (const file of new Set(files)) {
		const stats = await stat(file).catch(() => undefined);
		if (!stats?.isFile()) continue;
		const stamp = `${stats.size} ${stats.mtimeMs}`;
		let seen = SEEN.get(file);
		if (seen?.stamp !== stamp) {
			const bytes = await readFile(file);
			const hash = createHash('sha256').update(VERSION).update(bytes).digest('base64url');
			const verdict =
				known[hash] ?? (await pictureVerdict(bytes)) ?? ((await isSmall(bytes)) ? 'small' : '');
			seen = { stamp, hash, verdict };
			SEEN.set(file, seen);
		}
		keep[seen.hash] = seen.verdict;
		if (seen.verdict) verdicts.set(file, seen.verdict);
	}
	const after = JSON.stringify(keep);
	if (after !== JSON.stringify(known)) {
		await mkdir(dirname(cache), { recursive: true });
		// `npm run dev` judges several at once.
		const part = `${cache}.${randomUUID()}${PART}`;
		await writeFile(part, after);
		await rename(part, cache);
	}
	return verdicts;
}
