import type { AstroIntegration } from 'astro';
import { rename, rm } from 'node:fs/promises';

/**
 * Lets a build write beside `dist/` and takes its place only when every gate has passed: a build that fails, whatever the
 * reason, leaves the last good site as it was. It must be the last of the integrations.
 */
export default function publish(): AstroIntegration {
	let published: URL;
	return {
		name: 'publish',
		hooks: {
			'astro:config:setup': ({ command, config, updateConfig }) => {
				published = config.outDir;
				if (command === 'build') updateConfig({ outDir: new URL('.astro/next/', config.root) });
			},
			'astro:build:done': async ({ dir }) => {
				const old = new URL('../old/', dir);
				await rm(old, { recursive: true, force: true });
				await rename(published, old).catch((error: NodeJS.ErrnoException) => {
					if (error.code !== 'ENOENT') throw error;
				});
				await rename(dir, published);
				await rm(old, { recursive: true, force: true });
			},
		},
	};
}
