import { basename } from 'node:path';
import type { AstroIntegration } from 'astro';
import { articlePath, path } from '../address/urls.ts';
import { now, publicationOf } from '../article/dates.ts';
import { contentNames, readFiles } from '../article/files.ts';
import { readContent } from '../article/read.ts';
import { site } from '../site.ts';
import { routeFolders } from './route-folders.ts';

const FOLDER = 'content/articles/';
const PAGES = 'content/pages/';

/**
 * The paths of the published articles that were withdrawn: readers' devices forget them. Of a draft
 * nobody may know.
 */
async function withdrawnPaths(root: URL): Promise<string[]> {
	const files = await readFiles(await contentNames(FOLDER, root), root);
	return files
		.filter(({ file, raw }) => {
			// Most are not: to read a thousand takes seconds.
			if (!/\bwithdrawn\b/.test(raw)) return false;
			const { data } = readContent(file, raw);
			return Object(data).withdrawn !== undefined && publicationOf(data) <= now();
		})
		.map(({ file }) => path(articlePath(file.slice(FOLDER.length, -'.mdx'.length))));
}

/**
 * The first names in the paths of all pages: those of the routes, and those of the newspaper's own
 * pages.
 */
async function places(root: URL): Promise<string[]> {
	const own = (await contentNames(PAGES, root)).map((file) => basename(file, '.mdx'));
	return [...routeFolders(), ...own].sort();
}

/**
 * Builds the service worker to `sw.js` at the root of the site, its scope. Where `site.ts` turns it
 * off, what stands there removes the worker from readers' devices: browsers ask for that file again
 * at each visit.
 */
export default function offline(): AstroIntegration {
	const on = site.offline !== false;
	return {
		name: 'offline',
		hooks: {
			'astro:config:setup': async ({ config, command, updateConfig }) => {
				const built = on && command === 'build';
				updateConfig({
					vite: {
						define: {
							// The address that pages register; none in development, where nothing should be kept.
							WORKER: JSON.stringify(built ? path('/sw.js') : ''),
							WITHDRAWN: JSON.stringify(built ? await withdrawnPaths(config.root) : []),
							PLACES: JSON.stringify(built ? await places(config.root) : []),
						},
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
				});
			},
		},
	};
}
