import type { AstroIntegration } from 'astro';
import { path } from '../address/urls.ts';
import { site } from '../site.ts';

/**
 * Builds the service worker to `sw.js` at the root of the site, its scope. Where `site.ts` turns it off, what stands there
 * removes the worker from readers' devices: browsers ask for that file again at each visit.
 */
export default function offline(): AstroIntegration {
	const on = site.offline !== false;
	return {
		name: 'offline',
		hooks: {
			'astro:config:setup': ({ command, updateConfig }) =>
				void updateConfig({
					vite: {
						// The address that pages register; none in development, where nothing should be kept.
						define: { WORKER: JSON.stringify(on && command === 'build' ? path('/sw.js') : '') },
						plugins: [
							{
								name: 'offline',
								apply: 'build' as const,
								buildStart() {
									if (this.environment.name !== 'client') return;
									const id = `src/scripts/${on ? 'worker' : 'no-worker'}.ts`;
									this.emitFile({ type: 'chunk', id, fileName: 'sw.js' });
								},
							},
						],
					},
				}),
		},
	};
}
