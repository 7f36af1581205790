import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { type Reading, readContent } from './read.ts';

/** A file whose frontmatter and text could be read. */
export type Readable = Reading & { body: NonNullable<Reading['body']> };

/**
 * Loads `content/<folder>/*.mdx` into an Astro collection; the folder may be missing. Astro's own
 * loader would parse the frontmatter once more, and as YAML 1.1.
 * @param entryOf The data of an entry, before the collection's schema has judged it.
 */
export function contentLoader(
	folder: string,
	entryOf: (reading: Readable) => Record<string, unknown>,
): Loader {
	return {
		name: folder,
		load: async ({ config, store, parseData, watcher, logger }) => {
			const base = join(fileURLToPath(config.root), 'content', folder);
			const isOurs = (path: string) => dirname(path) === base && path.endsWith('.mdx');
			const idOf = (path: string) => basename(path, '.mdx');
			const load = async (path: string) => {
				const filePath = `content/${folder}/${basename(path)}`;
				const reading = readContent(filePath, await readFile(path, 'utf8'));
				// In a build the gate has refused such a file with a sentence.
				if (!reading.body || !reading.yaml || reading.data === undefined) return;
				// Only `astro dev` watches. What is no entry is not bundled, nor are its pictures.
				if (Object(reading.data).draft === true && !watcher) return;
				const id = idOf(path);
				const data = await parseData({ id, data: entryOf(reading as Readable), filePath: path });
				store.set({ id, data, filePath, deferredRender: true });
			};
			/** While writing, a mistake must not take the server away. */
			const reload = (path: string) =>
				load(path).catch((error: Error) => logger.error(error.message));

			store.clear();
			// An empty collection is one, too: else Astro warns that there is none.
			store.set({ id: 'none', data: {} });
			store.delete('none');
			for (const path of await filesOf(base))
				if (isOurs(path)) await (watcher ? reload : load)(path);
			watcher?.on('change', (path) => void (isOurs(path) && reload(path)));
			watcher?.on('add', (path) => void (isOurs(path) && reload(path)));
			watcher?.on('unlink', (path) => void (isOurs(path) && store.delete(idOf(path))));
		},
	};
}

/** The paths of a folder's files, in one order everywhere; none where it is missing. */
async function filesOf(folder: string): Promise<string[]> {
	const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return [];
		throw error;
	});
	return names.sort().map((name) => join(folder, name));
}
