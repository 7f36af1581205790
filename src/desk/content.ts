import { existsSync, readdirSync, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	type ContentFile,
	contentNames,
	contentUrl,
	noneIfMissing,
	readFiles,
} from '../article/files.ts';
import { FOLDERS, folderOf } from '../article/folders.ts';
import { readContent } from '../article/read.ts';
import { TOPICS_FILE } from '../article/topic-table.ts';
import { cacheFolder, ofProcess } from '../cache.ts';
import { mapLimited } from '../map-limited.ts';
import { isBlocking, type Problem } from '../problems.ts';
import { picturesOf } from './addresses.ts';
import { duplicateNames, duplicateParts, duplicateSlugs } from './duplicates.ts';
import { interfaceProblems } from './interface.ts';
import { fileProblems, isDraft, publicationOfFile } from './judge.ts';
import { misspeltAuthors } from './misspelt-authors.ts';
import { pictureVerdicts } from './pictures.ts';
import { judgeFiles } from './sound.ts';
import { topicProblems, unknownTopics } from './topics.ts';

/**
 * What is wrong with the content and the words of the interface.
 * @param only How the path of a file begins that is judged: `content/articles/`. Without: all, and
 * the words.
 */
export async function contentProblems(root: URL, only = ''): Promise<Problem[]> {
	const [articles = [], pages = [], people = []] = await Promise.all(
		FOLDERS.map(async (folder) => {
			const names = await contentNames(`content/${folder}/`, root);
			return readFiles(
				names.filter((file) => file.startsWith(only)),
				root,
			);
		}),
	);
	const times = await publicationsIn(root, articles);
	const publications = {
		get: (slug: string) => times.get(slug),
		moved: (slug: string) => movedTo(slug, articles),
	};
	const judged = [...articles, ...pages, ...people];
	const pathOf = (file: string, path: string) =>
		join(dirname(fileURLToPath(contentUrl(file, root))), path);
	const verdicts = await pictureVerdicts(
		judged.flatMap(({ file, raw }) => picturesOf(file, raw).map((path) => pathOf(file, path))),
		join(cacheFolder(fileURLToPath(root)), 'verdicts.json'),
		only === '',
	);
	const surroundings = (file: string) => ({
		exists: (path: string) =>
			statSync(pathOf(file, path), { throwIfNoEntry: false })?.isFile() ?? false,
		names: (folder: string) =>
			existsSync(pathOf(file, folder)) ? readdirSync(pathOf(file, folder)) : [],
		size: (path: string) => statSync(pathOf(file, path)).size,
		verdict: (path: string) => verdicts.get(pathOf(file, path)),
		publications,
	});
	const texts = only
		? judged.flatMap(({ file, bytes }) => fileProblems(file, bytes, surroundings(file)))
		: await judgeFiles(judged, surroundings, fileURLToPath(root));
	const table = await readFile(new URL(TOPICS_FILE, root)).catch(() => undefined);
	texts.push(
		...(table && TOPICS_FILE.startsWith(only) ? topicProblems(table) : []),
		...unknownTopics(judged, table?.toString('utf8') ?? ''),
	);
	if (only) return texts;
	const finished = articles.filter(({ file, raw }) => !isDraft(file, raw));
	return [
		...duplicateParts(finished),
		...duplicateNames(people),
		...misspeltAuthors(articles, people),
		...[finished, pages, people].flatMap((all) => duplicateSlugs(all.map(({ file }) => file))),
		...(await strayProblems(root)),
		...texts,
		...(await interfaceProblems(root)),
	];
}

/** The publisher's tables, which may be missing. */
const TABLES = ['topics.yaml', 'redirects.txt'];

/**
 * Warns of what was meant for the newspaper and stands where nothing is read:
 * `content/article/x.mdx`, `content/topics.yml`.
 */
async function strayProblems(root: URL): Promise<Problem[]> {
	const folder = new URL('content/', root);
	const names = existsSync(folder) ? await readdir(folder) : [];
	const tables = TABLES.filter((table) => !names.includes(table)).flatMap((table) =>
		names
			.filter((name) => name.startsWith(table.replace(/[^.]+$/, '')))
			.map((name) => ({
				file: `content/${name}`,
				message: `لا يُقرأ ملف بهذا الاسم. سمِّه ${table}.`,
			})),
	);
	const files = (await contentNames('content/', root))
		.filter((file) => !folderOf(file) && !/\/readme\.[^/]*$/i.test(file))
		.map((file) => ({
			file,
			message: `لا يُنشر، فليس في مجلد يُقرأ. انقله إلى ${FOLDERS.map((name) => `content/${name}/`).join(' أو ')}.`,
		}));
	return [...tables, ...files].map((problem) => ({ ...problem, severity: 'warning' }));
}

/** The slug of the article that had another before. */
function movedTo(slug: string, articles: readonly ContentFile[]): string | undefined {
	const article = articles.find(
		({ file, raw }) =>
			raw.includes(slug) && [Object(readContent(file, raw).data).aliases].flat().includes(slug),
	);
	return article && basename(article.file, '.mdx');
}

/**
 * By article: when it is published, as it was last read. `npm run dev` asks at every save and for
 * every page.
 */
const PUBLISHED = new Map<string, { stamp: string; time: number }>();

/**
 * When each article is published, by its slug.
 * @param known Those that were read already. Of the others only what has changed is read.
 */
async function publicationsIn(
	root: URL,
	known: readonly ContentFile[],
): Promise<Map<string, number>> {
	const texts = new Map(known.map(({ file, raw }) => [file, raw]));
	const names = await contentNames('content/articles/', root);
	const times = await mapLimited(names, 32, async (file) => {
		const text = texts.get(file);
		if (text !== undefined) return publicationOfFile(file, text);
		const url = contentUrl(file, root);
		const { size, mtimeMs } = (await stat(url).catch(noneIfMissing)) ?? {};
		if (size === undefined) return Infinity;
		const stamp = `${size} ${mtimeMs}`;
		const last = PUBLISHED.get(url.href);
		if (last?.stamp === stamp) return last.time;
		const raw = await readFile(url, 'utf8').catch(noneIfMissing);
		if (raw === undefined) return Infinity;
		const time = publicationOfFile(file, raw);
		PUBLISHED.set(url.href, { stamp, time });
		return time;
	});
	return new Map(
		names.map((file, index) => [
			file.slice('content/articles/'.length).replace(/\.mdx$/, ''),
			times[index] as number,
		]),
	);
}

const blocked = (problems: readonly Problem[]) =>
	new Set(problems.filter(isBlocking).map(({ file }) => file));

/** What is refused as `npm run dev` begins, and the folders that have not asked for it yet. */
interface First {
	root: string;
	refused: ReadonlySet<string>;
	folders: Set<string>;
}

const kept = ofProcess('khabarFirst', (): { first?: First } => ({}));

/** Keeps the gate's first result for the loaders, which ask next: nothing is judged twice. */
export function keepFirst(root: URL, problems: readonly Problem[]): void {
	const folders = new Set(FOLDERS.map((name) => `content/${name}/`));
	kept.first = { root: root.href, refused: blocked(problems), folders };
}

/**
 * The files of content that `npm run dev` keeps out of the site until they are mended.
 * @param only How the paths begin of those that are asked about.
 */
export async function refusedFiles(root: URL, only: string): Promise<ReadonlySet<string>> {
	const { first } = kept;
	if (first?.root === root.href && first.folders.delete(only)) return first.refused;
	return blocked(await contentProblems(root, only));
}
