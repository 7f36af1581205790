import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { engineVersion, PART, picturesFolder, searchFolder } from '../cache.ts';
import { filesOf } from '../files-of.ts';
import { TAKEN } from '../kept-files.ts';

/** Astro's own cache: the manifest of pages and their keys, the pages, the pictures of texts. */
const [PAGES, COPIES, PICTURES] = ['incremental-build.json', 'dist', 'assets'] as const;

/**
 * Watches what Astro's cache does not. Another version of the engine empties it; so does a build
 * that was killed while it wrote, as Astro writes in place. After a build that passed every gate,
 * it removes what that build did not use.
 */
export default function cache(): AstroIntegration {
	let root: string;
	let folder: string;
	/** Holds the version of the engine; missing while pages and pictures are written. */
	let mark: string;
	let version: string;
	return {
		name: 'cache',
		hooks: {
			'astro:config:done': ({ config }) => {
				root = fileURLToPath(config.root);
				folder = fileURLToPath(config.cacheDir);
				mark = join(folder, 'engine');
			},
			'astro:build:start': async () => {
				version = engineVersion(root);
				if ((await readFile(mark, 'utf8').catch(() => '')) !== version)
					for (const name of [PAGES, COPIES, PICTURES])
						await rm(join(folder, name), { recursive: true, force: true });
				await rm(mark, { force: true });
			},
			'astro:build:generated': () => writeFile(mark, version),
			'astro:build:done': async ({ dir }) => {
				const { routes } = JSON.parse(await readFile(join(folder, PAGES), 'utf8')) as Manifest;
				const pages = Object.values(routes).flatMap(({ paths }) =>
					Object.values(paths).map(({ outputFile }) => decodeURIComponent(outputFile)),
				);
				await keepOnly(join(folder, COPIES), new Set(pages));
				const built = filesOf(join(fileURLToPath(dir), '_astro'));
				await keepOnly(join(folder, PICTURES), new Set(built));
				await keepOnly(picturesFolder(root), TAKEN.names);
				await keepOnly(searchFolder(root), TAKEN.names);
				for (const name of await readdir(folder))
					if (name.endsWith(PART)) await rm(join(folder, name));
			},
		},
	};
}

/** What is read of Astro's `incremental-build.json`. */
interface Manifest {
	routes: Record<string, { paths: Record<string, { outputFile: string }> }>;
}

/** Removes the files of a folder that are not in use. */
async function keepOnly(folder: string, used: ReadonlySet<string>): Promise<void> {
	for (const file of filesOf(folder)) if (!used.has(file)) await rm(join(folder, file));
}
