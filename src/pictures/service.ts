/**
 * Astro's image service (sharp), which crops by a point, too: `position="60% 30%"`. Sharp itself knows sides alone. And
 * of a moving picture it takes the first one: whoever cannot stop it would see nothing else (WCAG 2.2.2).
 */
import type { LocalImageService } from 'astro';
import sharpService from 'astro/assets/services/sharp';
import sharp from 'sharp';
import { FOCUS } from '../article/picture.ts';
import { crop, focusPoint } from './crop.ts';

const service: LocalImageService = {
	...sharpService,
	async transform(bytes, { position, fit, ...options }, config, logger) {
		const { width, height } = options;
		if (!FOCUS.test(position) || !width || !height) {
			const { pages = 1 } = await sharp(bytes).metadata();
			const one = pages > 1 ? await sharp(bytes).png({ compressionLevel: 0 }).toBuffer() : bytes;
			return sharpService.transform(one, { position, fit, ...options }, config, logger);
		}
		const cut = await crop(bytes, { width, height }, focusPoint(position));
		// Without loss and without work: Astro's service writes the file.
		const png = await cut.png({ compressionLevel: 0 }).toBuffer();
		return sharpService.transform(png, options, config, logger);
	},
};

export default service;
