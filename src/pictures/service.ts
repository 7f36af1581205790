/**
 * Astro's image service (sharp), which crops by a point, too: `position="60% 30%"`. Sharp itself knows sides alone. And
 * of a moving picture it takes the first one: whoever cannot stop it would see nothing else (WCAG 2.2.2).
 *
 * Astro asks for the twenty files of a photograph one after another: its bytes are decoded once for all.
 */
import type { LocalImageService } from 'astro';
import sharpService from 'astro/assets/services/sharp';
import sharp, { type OutputInfo } from 'sharp';
import { FOCUS } from '../article/picture.ts';
import { cut, focusPoint } from './crop.ts';
import { LARGEST } from './places.ts';

interface Pixels {
	data: Buffer;
	info: OutputInfo;
}

const decoded = new WeakMap<Uint8Array, Promise<Pixels>>();

/** A picture upright, as pixels of sRGB, no wider than the widest file that is made of it. */
function pixelsOf(bytes: Uint8Array): Promise<Pixels> {
	const pixels =
		decoded.get(bytes) ??
		sharp(bytes, { failOn: 'none' })
			.autoOrient()
			.resize({ width: LARGEST, withoutEnlargement: true })
			.toColourspace('srgb')
			.raw()
			.toBuffer({ resolveWithObject: true });
	decoded.set(bytes, pixels);
	return pixels;
}

const service: LocalImageService = {
	...sharpService,
	async transform(bytes, options, config, logger) {
		const { width, height, format, position } = options;
		const encoder = format === 'jpg' ? 'jpeg' : format;
		if (!width || !['avif', 'webp', 'jpeg'].includes(encoder))
			return sharpService.transform(bytes, options, config, logger);
		const { data, info } = await pixelsOf(bytes);
		const picture = sharp(data, { raw: info });
		const file =
			FOCUS.test(position) && height
				? cut(picture, info, { width, height }, focusPoint(position))
				: picture.resize({ width, height, withoutEnlargement: true });
		return {
			data: new Uint8Array(await file.toFormat(encoder, config.service.config[encoder]).toBuffer()),
			format: encoder,
		};
	},
};

export default service;
