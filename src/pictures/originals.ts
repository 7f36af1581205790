import { glob, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const PICTURE = /\.(?:jpe?g|a?png|webp|avif|gif|svg|tiff?)$/i;

/**
 * Removes the photographs that no page shows. Vite puts the original of every imported picture into `_astro/`, of drafts
 * too; Astro removes only those that it made smaller copies of. An original holds what the camera wrote: place, name,
 * serial number.
 */
export default function originals(): AstroIntegration {
	return {
		name: 'originals',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				const files = await Array.fromAsync(glob('_astro/*', { cwd: root }));
				const pictures = files.filter((file) => PICTURE.test(file));
				if (pictures.length === 0) return;
				const texts = await Array.fromAsync(
					glob('**/*.{html,xml,css,webmanifest}', { cwd: root }),
					(name) => readFile(join(root, name), 'utf8'),
				);
				for (const picture of pictures) {
					// Addresses may be written in percent codes.
					const names = [
						basename(picture),
						encodeURI(basename(picture)),
						encodeURIComponent(basename(picture)),
					];
					if (!texts.some((text) => names.some((name) => text.includes(name))))
						await rm(join(root, picture));
				}
			},
		},
	};
}
