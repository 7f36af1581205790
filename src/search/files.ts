import { readFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { articlePath } from '../address/paths.ts';
import type { Article } from '../article/articles.ts';
import { formatDate } from '../article/date-words.ts';
import { localDate } from '../article/dates.ts';
import { textsOf } from '../article/entry.ts';
import { forgetReading, readContent } from '../article/read.ts';
import {
	digestOf,
	engineVersion,
	type Findings,
	findingKey,
	kept,
	openFindings,
	searchFolder,
} from '../cache.ts';
import { site } from '../site.ts';
import { END, FORM_END, type Fragment } from './fragment.ts';
import { formOf, hasArticle, keyOf, otherKeys, wordsOf } from './words.ts';

/** What the page needs of Pagefind. It brings interfaces of its own, and a worker, which Trusted Types refuse. */
const NEEDED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.\w+\.pagefind|.*\.pf_\w+)$/;
/** Before what a file of Pagefind holds. */
const SIGNATURE = 'pagefind_dcd';

/** An article with its words. */
interface Text {
	article: Article;
	/** Its headline, then all that it says, a part a line. */
	lines: string[];
}

/** What is known of the words of all articles, by their keys. */
interface Vocabulary {
	/** What the index has in the place of a word. */
	told(word: string): string;
}

/** A function of a word that is asked once of each: of a thousand articles most words are the same. */
function once<T>(tell: (word: string) => T): (word: string) => T {
	const known = new Map<string, T>();
	return (word) => {
		const told = known.get(word) ?? tell(word);
		known.set(word, told);
		return told;
	};
}

type Files = Map<string, Uint8Array<ArrayBuffer>>;

/** The files of the index from the last build; made anew where an article has changed, came or went. */
export async function keptIndexFiles(articles: readonly Article[]): Promise<Files> {
	// While writing, nothing is kept.
	if (!import.meta.env?.PROD) return indexFiles(articles);
	const told = articles.map(({ slug, headline, topic, published, authors = [], entry }) => [
		slug,
		headline,
		topic,
		published,
		authors.map(({ name }) => name),
		entry.digest,
	]);
	const key = digestOf([engineVersion('.'), site, told]);
	const bytes = await kept(searchFolder('.'), key, async () => {
		const lines = await openFindings('.', 'lines');
		return new Uint8Array(serialize(await indexFiles(articles, lines)));
	});
	return deserialize(bytes);
}

/**
 * The index of the articles for Pagefind, and Pagefind's own script: files by their paths below the index's folder.
 *
 * Pagefind is given keys (words.ts) in place of words, each with `END` behind it: it takes the beginning of a word for
 * the word, and in Arabic that finds too much. So its results are told by keys; the true text, from which a sentence is
 * shown, is put into its fragments afterwards.
 * @param known What texts say, from the last build: those that have not changed are not read again.
 * @throws where Pagefind refuses something.
 */
export async function indexFiles(articles: readonly Article[], known?: Findings): Promise<Files> {
	const texts: Text[] = [];
	// One after another: a system opens a thousand files at once, and no more.
	for (const article of articles) texts.push({ article, lines: await linesOf(article, known) });
	await known?.keep();
	const vocabulary = vocabularyOf(texts);
	const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
	if (!index) throw new Error(errors.join('\n'));
	for (const text of texts) await add(index, text, vocabulary);
	const { files } = await index.getFiles();
	// Else the program that indexes would not end with this one.
	await close();
	const byPath = new Map(texts.map((text) => [articlePath(text.article.slug), text]));
	return new Map(
		files
			.filter(({ path }) => NEEDED.test(path.split('/').at(-1) ?? ''))
			.sort((a, b) => (a.path < b.path ? -1 : 1))
			.map(({ path, content }) => [
				path,
				new Uint8Array(path.endsWith('.pf_fragment') ? withText(content, byPath) : content),
			]),
	);
}

async function linesOf({ headline, entry }: Article, known?: Findings): Promise<string[]> {
	const file = entry.filePath ?? '';
	const raw = await readFile(file, 'utf8');
	const key = findingKey(file, raw);
	const told = known?.get(key) as string[] | undefined;
	if (told) return told;
	const { data, body } = readContent(file, raw);
	const texts = body ? textsOf({ data, body }) : [];
	// Else ten thousand trees stay in memory until the build ends.
	forgetReading(file);
	const lines = [headline, ...texts].map((text) => text.replace(/\s+/g, ' ').trim());
	known?.set(key, lines);
	return lines;
}

function vocabularyOf(texts: readonly Text[]): Vocabulary {
	const all = new Set<string>();
	/** With the article once at least: what begins them is no proclitic. */
	const nouns = new Set<string>();
	const learn = once((word) => {
		const key = keyOf(word);
		all.add(key);
		if (hasArticle(word)) nouns.add(key);
		return true;
	});
	for (const { lines } of texts) for (const { word } of wordsOf(lines.join('\n'))) learn(word);
	// A word that may as well be two («ومدرسة») gets both keys at its place: Pagefind parts words at hyphens.
	const told = once((word) => {
		const key = keyOf(word);
		const isWhole = nouns.has(key) && !hasArticle(word);
		const others = isWhole ? [] : otherKeys(word).filter((other) => all.has(other));
		const form = formOf(word);
		const forms = form === key ? [] : [form + FORM_END];
		return [...[key, ...others].map((one) => one + END), ...forms].join('-');
	});
	return { told };
}

/** A text as keys. */
const keysOf = (text: string, { told }: Vocabulary): string =>
	wordsOf(text)
		.map(({ word }) => told(word))
		.join(' ');

async function add(index: PagefindIndex, { article, lines }: Text, known: Vocabulary) {
	const { slug, headline, topic, published, authors = [] } = article;
	const writer = authors.map(({ name }) => name);
	const { errors } = await index.addCustomRecord({
		url: articlePath(slug),
		content: keysOf(lines.join(' '), known),
		language: 'unknown',
		meta: { title: keysOf(headline, known) },
		sort: { published },
		filters: {
			topic: [topic],
			year: [localDate(published, site.timeZone).slice(0, 4)],
			...(writer.length > 0 && { writer }),
		},
	});
	if (errors.length > 0) throw new Error(errors.join('\n'));
}

function fragmentOf({
	article: { topic, published },
	lines: [headline = '', ...lines],
}: Text): Fragment {
	const date = formatDate(published, site.timeZone);
	return { content: lines.join('\n'), meta: { headline, topic, published, date } };
}

/** A fragment with the true text in place of the keys. */
function withText(file: Uint8Array, texts: ReadonlyMap<string, Text>): Buffer {
	const [, json = ''] = gunzipSync(file).toString().split(SIGNATURE, 2);
	const told = JSON.parse(json);
	const text = texts.get(told.url);
	return gzipSync(SIGNATURE + JSON.stringify({ ...told, ...(text && fragmentOf(text)) }), {
		level: 9,
	});
}
