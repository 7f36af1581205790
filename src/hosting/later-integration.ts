import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeLater } from '../later.ts';

/** Writes what waits for the end of the pages: pictures, and the index of the search. */
export default function later(): AstroIntegration {
	return {
		name: 'later',
		hooks: {
			// As Astro tells of its own files: hosting/progress.ts counts them.
			'astro:build:generated': ({ dir, logger }) =>
				writeLater(fileURLToPath(dir), (path) => logger.info(`  ├─ ${path}`)),
		},
	};
}
