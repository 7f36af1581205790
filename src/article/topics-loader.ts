import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { noneIfMissing } from './files.ts';
import { emptyStore, SETTLED } from './loader.ts';
import { TOPICS_FILE, topicEntries } from './topic-table.ts';

/** Loads `content/topics.yaml`, which may be missing. */
export function topicsLoader(): Loader {
	return {
		name: 'topics',
		load: async ({ config, store, parseData, watcher }) => {
			const path = fileURLToPath(new URL(TOPICS_FILE, config.root));
			const load = async () => {
				const raw = await readFile(path, 'utf8').catch(noneIfMissing);
				const entries = await Promise.all(
					topicEntries(raw ?? '').map(async ([id, topic], place) => ({
						id,
						data: await parseData({ id, data: { ...Object(topic), place } }),
					})),
				);
				emptyStore(store);
				for (const entry of entries) store.set(entry);
			};
			const reload = async (changed: string) => {
				if (changed !== path) return;
				await setTimeout(SETTLED);
				// In `astro dev` a table with a mistake stays as it was: the desk reports it.
				await load().catch(() => undefined);
			};
			emptyStore(store);
			await (watcher ? reload(path) : load());
			for (const event of ['add', 'change', 'unlink'] as const) watcher?.on(event, reload);
		},
	};
}
