import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegrationLogger } from 'astro';
import type { Loader, LoaderContext } from 'astro/loaders';
import { digestOf, ofProcess } from '../cache.ts';
import { findingKey, openFindings } from '../findings.ts';
import { site } from '../site.ts';
import { formatDate } from './date-words.ts';
import { dateOf, now, publicationOf } from './dates.ts';
import { contentNames } from './files.ts';
import { forgetReading, type Reading, readContent } from './read.ts';

/**
 * How long after a watcher's event a file is read, in ms. Editors empty a file before they write
 * it, and chokidar drops every further event of it for 50 ms: what is written then must be there
 * when we read.
 */
export const SETTLED = 60;

/**
 * In `astro dev`: how many saves are being read, and when the last of them changed an entry, in ms
 * since 1970. 0 is never: what is read at the start does not count.
 */
export const saves = ofProcess('khabarSaves', () => ({ unread: 0, changed: 0 }));

/**
 * Empties a collection. Astro reports one that never had an entry as
 * missing: add one and delete it.
 */
export function emptyStore(store: LoaderContext['store']): void {
	store.clear();
	store.set({ id: 'none', data: {} });
	store.delete('none');
}

/** The cached result of a published file: what follows from its text alone. */
interface Kept {
	data: Record<string, unknown>;
	digest: string;
	/** When it was published, in ms since 1970. */
	opens: number;
	withdrawn: boolean;
}

/** A file whose frontmatter and text could be read. */
export type Readable = Reading & { body: NonNullable<Reading['body']> };

/**
 * Loads `content/<folder>/*.mdx` into an Astro collection; the folder may be missing. Astro's own
 * loader would parse the frontmatter once more, and as YAML 1.1.
 * @param entryOf The data of an entry in a folder, before the collection's schema has judged it.
 * @param refusedFiles The files to leave out, of those whose paths begin with `only`. Asked by
 * `astro dev` alone: a build has passed the gate.
 */
export function contentLoader(
	folder: string,
	entryOf: (reading: Readable, base: string) => Record<string, unknown>,
	refusedFiles: (root: URL, only: string) => Promise<ReadonlySet<string>>,
): Loader {
	return {
		name: folder,
		load: async ({ config, store, parseData, watcher, logger }) => {
			const root = fileURLToPath(config.root);
			const base = join(root, 'content', folder);
			// Emacs puts `.#x.mdx` beside a file while it is open.
			const isOurs = (path: string) =>
				dirname(path) === base && /^[^.].*\.mdx$/.test(basename(path));
			const fileOf = (path: string) => `content/${folder}/${basename(path)}`;
			const idOf = (path: string) => basename(path, '.mdx');
			const later: { file: string; opens: number }[] = [];
			// Only `astro dev` watches, and keeps nothing.
			const known = watcher ? undefined : await openFindings(root, `entries-${folder}`);
			const loadFile = async (path: string) => {
				const filePath = fileOf(path);
				const id = idOf(path);
				const raw = await readFile(path, 'utf8');
				const key = findingKey(filePath, raw);
				const put = ({ data, digest, withdrawn }: Kept) => {
					const time = Date.now();
					// Without `filePath` a withdrawn text is not rendered and its pictures are not bundled.
					if (store.set({ id, data, digest, ...(!withdrawn && { filePath }) }))
						saves.changed = time;
				};
				const last = known?.get(key) as Kept | undefined;
				if (last && last.opens <= now()) return put(last);
				const reading = readContent(filePath, raw);
				// In a build the gate has refused such a file with a sentence.
				if (!reading.body || !reading.yaml || reading.data === undefined) return;
				// Leave out unpublished articles: Astro bundles the pictures of every entry.
				const opens = publicationOf(reading.data);
				if (opens > now() && !watcher) {
					if (opens < Infinity) later.push({ file: filePath, opens });
					return;
				}
				const data = await parseData({
					id,
					data: entryOf(reading as Readable, base),
					filePath: path,
				});
				const withdrawn = Object(reading.data).withdrawn !== undefined;
				// Astro sees by the digest that a text has changed.
				const entry = { data, digest: digestOf(reading.source), opens, withdrawn };
				// The files that an article offers may change while its text does not.
				if (!Object(data).attachments?.length) known?.set(key, entry);
				put(entry);
			};
			const remove = (id: string) => {
				if (store.has(id)) saves.changed = Date.now();
				store.delete(id);
			};
			let last = Promise.resolve();
			/**
			 * For `astro dev`. An article with an error is removed: a stale version would mislead.
			 * Saves are read one after another, even if one fails: the last must win.
			 */
			const reload = (paths: string[], only: string) => {
				const settled = setTimeout(SETTLED);
				saves.unread++;
				last = last
					.then(() => settled)
					.then(() => reloadNow(paths, only))
					.catch((error: Error) => logger.error(error.message))
					.finally(() => saves.unread--);
				return last;
			};
			const reloadNow = async (paths: string[], only: string) => {
				const refused = await refusedFiles(config.root, only);
				for (const path of paths) {
					try {
						if (refused.has(fileOf(path))) remove(idOf(path));
						else await loadFile(path);
					} catch (error) {
						remove(idOf(path));
						logger.error((error as Error).message);
					}
				}
			};
			const loadAll = async () => {
				const names = await contentNames(`content/${folder}/`, config.root);
				const paths = names.map((name) => join(root, name)).filter(isOurs);
				if (watcher) await reload(paths, `content/${folder}/`);
				else
					for (const path of paths) {
						await loadFile(path);
						forgetReading(fileOf(path));
					}
				await known?.keep();
				tellLater(later, logger);
			};

			emptyStore(store);
			// Before the first reading, which takes seconds: what is saved meanwhile comes after it.
			const isWithin = (path: string) => !relative(base, path).startsWith('..');
			watcher?.on('change', (path) => {
				if (isOurs(path)) reload([path], fileOf(path));
				// Another file changed, such as a picture: an article it broke may be valid now.
				else if (isWithin(path)) loadAll();
			});
			// Other articles may show a picture or lead to an article that came or went.
			watcher?.on('add', (path) => void (isWithin(path) && loadAll()));
			watcher?.on('unlink', (path) => {
				if (isOurs(path)) remove(idOf(path));
				if (isWithin(path)) loadAll();
			});
			await loadAll();
			saves.changed = 0;
		},
	};
}

/** Says what a build left out until its date, the next first. */
function tellLater(later: { file: string; opens: number }[], logger: AstroIntegrationLogger): void {
	for (const { file, opens } of later.sort((a, b) => a.opens - b.opens))
		logger.info(
			`${file} لم يحن موعد نشره: ${formatDate(dateOf(opens), site.timeZone)}. يُنشر في أول بناء بعده.`,
		);
}
