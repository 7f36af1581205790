/**
 * Astro's image service (sharp), which crops by a point, too: `position="60% 30%"`. Sharp itself knows sides alone. And
 * of a moving picture it takes the first one: whoever cannot stop it would see nothing else (WCAG 2.2.2).
 *
 * Astro asks for the twenty files of a photograph one after another: its bytes are decoded once for all.
 */
import type { LocalImageService } from 'astro';
import sharpService from 'astro/assets/services/sharp';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { FOCUS } from '../article/picture.ts';
import { cropBox, cut, focusPoint, upright } from './crop.ts';
import { LARGEST } from './places.ts';

interface Pixels {
	data: Buffer;
	info: OutputInfo;
}

/** A picture in the size for its widest file, and in half of it for those that are narrower than a quarter. */
interface Decoded {
	whole: Pixels;
	half: Pixels;
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
		picture
			.resize({ width, withoutEnlargement: true })
			.toColourspace('srgb')
			.raw()
			.toBuffer({ resolveWithObject: true });
	const whole = await pixels((await upright(bytes)).picture, LARGEST);
	return { whole, half: await pixels(sharp(whole.data, { raw: whole.info }), LARGEST / 2) };
}

const service: LocalImageService = {
	...sharpService,
	async transform(bytes, options, config, logger) {
		const { width, height, format, position } = options;
		const encoder = format === 'jpg' ? 'jpeg' : format;
		if (!width || !['avif', 'webp', 'jpeg'].includes(encoder))
			return sharpService.transform(bytes, options, config, logger);
		const { whole, half } = await decoded(bytes);
		const isCut = FOCUS.test(position) && height;
		const { drawn } = isCut
			? cropBox(whole.info, { width, height }, focusPoint(position))
			: { drawn: { width } };
		const { data, info } = drawn.width > LARGEST / 4 ? whole : half;
		const picture = sharp(data, { raw: info });
		const file = isCut
			? cut(picture, info, { width, height }, focusPoint(position))
			: picture.resize({ width, height, withoutEnlargement: true });
		// JPEG has no holes; sharp would fill them with black.
		if (encoder === 'jpeg') file.flatten({ background: '#fff' });
		return {
			data: new Uint8Array(await file.toFormat(encoder, config.service.config[encoder]).toBuffer()),
			format: encoder,
		};
	},
};

export default service;
