import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeLater } from '../later.ts';
import { releaseMemory } from '../release-memory.ts';

/** Writes what waits for the end of the pages: pictures, and the index of the search. */
export default function later(): AstroIntegration {
	return {
		name: 'later',
		hooks: {
			// In the format of Astro's own log, which hosting/progress.ts counts.
			'astro:build:generated': async ({ dir, logger }) => {
				releaseMemory();
				const tell = (path: string) => logger.info(`  ├─ ${path}`);
				for (const path of await writeLater(fileURLToPath(dir), tell))
					logger.warn(
						`public${path} يحلّ محل ما يكتبه البناء في هذا الموضع. غيّر اسمه إن لم تقصد ذلك.`,
					);
			},
		},
	};
}
