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

/** The data of an entry in a folder, before the collection's schema has judged it. */
type EntryOf = (reading: Readable, base: string) => Record<string, unknown>;

/**
 * The files to leave out, of those whose paths begin with `only`. Asked by `astro dev` alone: a
 * build has passed the gate.
 */
type RefusedFiles = (root: URL, only: string) => Promise<ReadonlySet<string>>;

/**
 * Loads `content/<folder>/*.mdx` into an Astro collection; the folder may be missing. Astro's own
 * loader would parse the frontmatter once more, and as YAML 1.1.
 */
export function contentLoader(
	folder: string,
	entryOf: EntryOf,
	refusedFiles: RefusedFiles,
): Loader {
	return {
		name: folder,
		load: async (context) => {
			emptyStore(context.store);
			const content = contentOf(folder, entryOf, context);
			if (context.watcher) await watchAll(content, context.watcher, refusedFiles);
			else await loadAll(content);
			saves.changed = 0;
		},
	};
}

/** A folder of content: where its files are, and how they become entries. */
type Content = ReturnType<typeof contentOf>;

function contentOf(
	folder: string,
	entryOf: EntryOf,
	{ config, store, parseData, logger }: LoaderContext,
) {
	const root = fileURLToPath(config.root);
	const base = join(root, 'content', folder);
	// Emacs puts `.#x.mdx` beside a file while it is open.
	const isOurs = (path: string) => dirname(path) === base && /^[^.].*\.mdx$/.test(basename(path));
	const fileOf = (path: string) => `content/${folder}/${basename(path)}`;
	const idOf = (path: string) => basename(path, '.mdx');
	return {
		folder,
		root,
		config,
		logger,
		isOurs,
		fileOf,
		isWithin: (path: string) => !relative(base, path).startsWith('..'),
		async paths(): Promise<string[]> {
			const names = await contentNames(`content/${folder}/`, config.root);
			return names.map((name) => join(root, name)).filter(isOurs);
		},
		/** @throws where the schema refuses it. */
		async entry(path: string, reading: Readable): Promise<Kept> {
			return {
				data: await parseData({ id: idOf(path), data: entryOf(reading, base), filePath: path }),
				// Astro sees by the digest that a text has changed.
				digest: digestOf(reading.source),
				opens: publicationOf(reading.data),
				withdrawn: Object(reading.data).withdrawn !== undefined,
			};
		},
		put(path: string, { data, digest, withdrawn }: Kept): void {
			const time = Date.now();
			// Without `filePath` a withdrawn text is not rendered and its pictures are not bundled.
			const file = withdrawn ? {} : { filePath: fileOf(path) };
			if (store.set({ id: idOf(path), data, digest, ...file })) saves.changed = time;
		},
		remove(path: string): void {
			if (store.has(idOf(path))) saves.changed = Date.now();
			store.delete(idOf(path));
		},
	};
}

/** Undefined where frontmatter or text cannot be read: the desk says why. */
function readable(file: string, raw: string): Readable | undefined {
	const reading = readContent(file, raw);
	return reading.body && reading.yaml && reading.data !== undefined
		? (reading as Readable)
		: undefined;
}

/** For a build: what is published by now. Astro would bundle the pictures of other entries, too. */
async function loadAll(content: Content): Promise<void> {
	const known = await openFindings(content.root, `entries-${content.folder}`);
	const later: { file: string; opens: number }[] = [];
	const load = async (path: string, file: string) => {
		const raw = await readFile(path, 'utf8');
		const key = findingKey(file, raw);
		const last = known.get(key) as Kept | undefined;
		if (last && last.opens <= now()) return content.put(path, last);
		const reading = readable(file, raw);
		if (!reading) return;
		const opens = publicationOf(reading.data);
		if (opens > now()) {
			if (opens < Infinity) later.push({ file, opens });
			return;
		}
		const entry = await content.entry(path, reading);
		// The files that an article offers may change while its text does not.
		if (!Object(entry.data).attachments?.length) known.set(key, entry);
		content.put(path, entry);
	};
	for (const path of await content.paths()) {
		const file = content.fileOf(path);
		await load(path, file);
		forgetReading(file);
	}
	await known.keep();
	tellLater(later, content.logger);
}

/**
 * For `astro dev`, which keeps nothing. An article with an error is removed: a stale version would
 * mislead.
 */
async function watchAll(
	content: Content,
	watcher: NonNullable<LoaderContext['watcher']>,
	refusedFiles: RefusedFiles,
): Promise<void> {
	const { config, logger, isOurs, isWithin, fileOf, remove } = content;
	const loadFile = async (path: string) => {
		const reading = readable(fileOf(path), await readFile(path, 'utf8'));
		if (reading) content.put(path, await content.entry(path, reading));
	};
	const reloadNow = async (paths: string[], only: string) => {
		const refused = await refusedFiles(config.root, only);
		for (const path of paths) {
			try {
				if (refused.has(fileOf(path))) remove(path);
				else await loadFile(path);
			} catch (error) {
				remove(path);
				logger.error((error as Error).message);
			}
		}
	};
	let last = Promise.resolve();
	/** Saves are read one after another, even if one fails: the last must win. */
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
	const reloadAll = async () => reload(await content.paths(), `content/${content.folder}/`);

	// Before the first reading, which takes seconds: what is saved meanwhile comes after it.
	watcher.on('change', (path) => {
		if (isOurs(path)) reload([path], fileOf(path));
		// Another file changed, such as a picture: an article it broke may be valid now.
		else if (isWithin(path)) reloadAll();
	});
	// Other articles may show a picture or lead to an article that came or went.
	watcher.on('add', (path) => void (isWithin(path) && reloadAll()));
	watcher.on('unlink', (path) => {
		if (isOurs(path)) remove(path);
		if (isWithin(path)) reloadAll();
	});
	await reloadAll();
}

/** Says what a build left out until its date, the next first. */
function tellLater(later: { file: string; opens: number }[], logger: AstroIntegrationLogger): void {
	for (const { file, opens } of later.sort((a, b) => a.opens - b.opens))
		logger.info(
			`${file} لم يحن موعد نشره: ${formatDate(dateOf(opens), site.timeZone)}. يُنشر في أول بناء بعده.`,
		);
}
