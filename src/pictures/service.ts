/**
 * Astro's image service (sharp), which crops by a point too: `position="60% 30%"`. sharp itself
 * knows only sides. Of an animation it takes the first frame: readers could not stop it (WCAG
 * 2.2.2).
 *
 * Astro asks for the files of a photograph one after another. Its bytes are decoded once, and
 * resized once for the several formats of a size.
 */
import type { LocalImageService } from 'astro';
import sharpService from 'astro/assets/services/sharp';
import sharp, { type Sharp } from 'sharp';
import { FOCUS } from '../article/picture.ts';
import { releaseMemory } from '../release-memory.ts';
import { cropBox, cut, focusPoint, type Pixels, pixelsOf, upright } from './crop.ts';
import { originalOf } from './originals.ts';
import { LARGEST } from './places.ts';

// A build makes no picture twice: libvips' cache of 0.1 GB is of no use.
sharp.cache(false);

/** A picture at the width `LARGEST`, and at half of it for files up to a quarter of it. */
interface Decoded {
	whole: Pixels;
	half: Pixels;
	/** By width, height and point, in the sizes of its files. */
	drawn: Map<string, Promise<Pixels>>;
}

const known = new WeakMap<Uint8Array, Promise<Decoded>>();

function decoded(bytes: Uint8Array): Promise<Decoded> {
	const pixels = known.get(bytes) ?? decode(bytes);
	known.set(bytes, pixels);
	return pixels;
}

/** Decodes a picture: upright, as pixels of sRGB. */
async function decode(bytes: Uint8Array): Promise<Decoded> {
	const pixels = (picture: Sharp, width: number) =>
		pixelsOf(picture.resize({ width, withoutEnlargement: true }));
	const { picture } = await upright(await originalOf(bytes));
	const whole = await pixels(picture, LARGEST);
	const half = await pixels(sharp(whole.data, { raw: whole.info }), LARGEST / 2);
	return { whole, half, drawn: new Map() };
}

/** A picture in the size of a file. @param position The point that stays where it is cut. */
async function draw(
	{ whole, half }: Decoded,
	width: number,
	height: number | undefined,
	position: string | undefined,
): Promise<Pixels> {
	const box = position && height ? { width, height } : undefined;
	const focus = focusPoint(position);
	const { drawn } = box ? cropBox(whole.info, box, focus) : { drawn: { width } };
	const { data, info } = drawn.width > LARGEST / 4 ? whole : half;
	const picture = sharp(data, { raw: info });
	return pixelsOf(
		box
			? cut(picture, info, box, focus)
			: picture.resize({ width, height, withoutEnlargement: true }),
	);
}

let isFirst = true;

const service: LocalImageService = {
	...sharpService,
	// The name of a file has the digest of the original. Astro would add its address to the
	// key: a site that moves to another base would draw all photographs anew, under other names.
	propertiesToHash: ['width', 'height', 'format', 'quality', 'fit', 'position', 'background'],
	async transform(bytes, options, config, logger) {
		// In a build all pages are drawn by then.
		if (isFirst) releaseMemory();
		isFirst = false;
		const { width, format } = options;
		// Astro rounds the height of a very flat picture to 0.
		const height = options.height || undefined;
		const encoder = format === 'jpg' ? 'jpeg' : format;
		if (!width || !['avif', 'webp', 'jpeg'].includes(encoder))
			return sharpService.transform(await originalOf(bytes), options, config, logger);
		const picture = await decoded(bytes);
		const position = FOCUS.test(options.position) ? options.position : undefined;
		const key = `${width} ${height} ${position}`;
		const drawn = picture.drawn.get(key) ?? draw(picture, width, height, position);
		picture.drawn.set(key, drawn);
		const { data, info } = await drawn;
		const file = sharp(data, { raw: info });
		// JPEG has no holes; sharp would fill them with black.
		if (encoder === 'jpeg') file.flatten({ background: '#fff' });
		return {
			data: new Uint8Array(await file.toFormat(encoder, config.service.config[encoder]).toBuffer()),
			format: encoder,
		};
	},
};

export default service;
