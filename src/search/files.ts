import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { close, createIndex } from 'pagefind';
import { articlePath } from '../address/paths.ts';
import type { Article } from '../article/articles.ts';
import { listed } from '../article/conjunction.ts';
import { formatDate } from '../article/date-words.ts';
import { localDate } from '../article/dates.ts';
import { textsOf } from '../article/entry.ts';
import { inOrder } from '../article/isolated-numbers.ts';
import { holdTogether } from '../article/line-ends.ts';
import { overline } from '../article/overline.ts';
import { dayOf } from '../article/paging.ts';
import { forgetReading, readContent } from '../article/read.ts';
import { digestOf, engineVersion, searchFolder } from '../cache.ts';
import { inOneLine } from '../fields.ts';
import { type Findings, findingKey, openFindings } from '../findings.ts';
import { type Bytes, kept } from '../kept-files.ts';
import { site } from '../site.ts';
import { strings } from '../strings.ts';
import { END, FORM_END, type Fragment } from './fragment.ts';
import { PagefindIndex, packed } from './pagefind.ts';
import { formOf, hasArticle, keyOf, otherKeys, wordsOf } from './words.ts';

/** What is searched for in an article and shown of it, as it is kept from one build to the next. */
interface Told {
	/** The words of its headline, parted by spaces; and those of all that it says besides. */
	headline: string;
	text: string;
	/** The file of Pagefind, in base64. */
	fragment: string;
}

/** The files of Pagefind that the page needs. Not its worker: Trusted Types refuse it. */
const NEEDED = /^(?:pagefind\.js|wasm\.unknown\.pagefind)$/;
/** Tells which index there is. */
const ENTRY = 'pagefind-entry.json';

type Files = Map<string, Bytes>;

/** Writes the search index into a folder; from the cache where nothing has changed. */
export async function writeIndex(articles: readonly Article[], folder: string): Promise<void> {
	const shown = articles.map(({ slug, headline, label, topic, published, authors = [], entry }) => [
		slug,
		headline,
		label,
		topic,
		published,
		authors.map(({ name }) => name),
		entry.digest,
	]);
	const key = digestOf([engineVersion('.'), site, shown]);
	const bytes = await kept(searchFolder('.'), key, async () => {
		const known = await openFindings('.', 'told');
		return new Uint8Array(serialize(await indexFiles(articles, known)));
	});
	for (const [path, file] of deserialize(bytes) as Files) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), file);
	}
}

/**
 * The index of the articles, and Pagefind's own script: files by their paths below the index's
 * folder.
 *
 * In the place of words the index has keys (words.ts), each with `END` behind it: Pagefind takes
 * the beginning of a word for the word, and in Arabic that finds too much. A fragment has the true
 * text, from which a sentence is shown.
 * @param articles The latest first.
 * @param known What texts say, from the last build: those that have not changed are not read again.
 * @throws where Pagefind refuses something.
 */
export async function indexFiles(articles: readonly Article[], known?: Findings): Promise<Files> {
	const { entry, files } = await pagefind();
	const vocabulary = new Vocabulary();
	const pages: [Article, headline: Uint32Array, text: Uint32Array, fragment: Bytes][] = [];
	// One after another: a system opens a thousand files at once, and no more.
	for (const article of articles) {
		const { headline, text, fragment } = await toldOf(article, known);
		const [title, rest] = [vocabulary.learn(headline), vocabulary.learn(text)];
		// A copy of its own: a small Buffer would keep all of the 64 KB that Node cut it from.
		pages.push([article, title, rest, new Uint8Array(Buffer.from(fragment, 'base64'))]);
	}
	await known?.keep();
	const index = new PagefindIndex();
	for (const [article, title, rest, fragment] of pages) {
		const terms = (words: Uint32Array) => Array.from(words, (word) => vocabulary.terms(word));
		index.add({
			title: terms(title),
			text: [...terms(title), ...terms(rest)],
			filters: filtersOf(article),
			fragment,
		});
	}
	const { hash, files: own } = index.finish(entry.version, 'published');
	for (const [path, file] of own) files.set(path, file);
	const languages = { unknown: { hash, wasm: null, page_count: articles.length } };
	files.set(ENTRY, new Uint8Array(Buffer.from(JSON.stringify({ ...entry, languages }))));
	return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Pagefind's script and WebAssembly, which its program writes for an index of nothing. */
async function pagefind(): Promise<{ entry: { version: string }; files: Files }> {
	const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
	if (!index) throw new Error(errors.join('\n'));
	const { files } = await index.getFiles();
	// Ends the process of Pagefind, or this one would wait for it.
	await close();
	const entry = files.find(({ path }) => path === ENTRY)?.content ?? [];
	return {
		entry: JSON.parse(Buffer.from(entry).toString()),
		files: new Map(
			files.flatMap(({ path, content }) =>
				NEEDED.test(path) ? [[path, new Uint8Array(content)]] : [],
			),
		),
	};
}

async function toldOf(article: Article, known?: Findings): Promise<Told> {
	const { headline, label, entry } = article;
	const file = entry.filePath ?? '';
	const raw = await readFile(file, 'utf8');
	const key = findingKey(file, `${label} ${raw}`);
	const last = known?.get(key) as Told | undefined;
	if (last) return last;
	const { data, body } = readContent(file, raw);
	const texts = body ? textsOf({ data, body }) : [];
	// Else ten thousand trees stay in memory until the build ends.
	forgetReading(file);
	const content = texts.map(inOneLine).join('\n');
	const words = (text: string) =>
		wordsOf(text)
			.map(({ word }) => word)
			.join(' ');
	const shown = content.split('\n').map(inOrder).join('\n');
	const fragment = Buffer.from(packed(JSON.stringify(fragmentOf(article, shown))));
	const found = {
		headline: words(headline),
		text: words(content),
		fragment: fragment.toString('base64'),
	};
	known?.set(key, found);
	return found;
}

/** The words of all articles, each by a number. */
class Vocabulary {
	readonly #numbers = new Map<string, number>();
	readonly #words: string[] = [];
	readonly #terms: (readonly string[] | undefined)[] = [];
	readonly #keys = new Set<string>();
	/**
	 * Keys of words that stand somewhere with the definite article: their first letter is no
	 * proclitic.
	 */
	readonly #nouns = new Set<string>();

	/** The numbers of words that are parted by spaces. */
	learn(text: string): Uint32Array {
		return Uint32Array.from(text ? text.split(' ') : [], (word) => {
			let number = this.#numbers.get(word);
			if (number === undefined) {
				number = this.#words.push(word) - 1;
				this.#numbers.set(word, number);
				const key = keyOf(word);
				this.#keys.add(key);
				if (hasArticle(word)) this.#nouns.add(key);
			}
			return number;
		});
	}

	/** The terms of a word in the index. Right only after all words are learned. */
	terms(number: number): readonly string[] {
		return (this.#terms[number] ??= this.#termsOf(this.#words[number] ?? ''));
	}

	#termsOf(word: string): string[] {
		const key = keyOf(word);
		// A word that may as well be two («ومدرسة») has both keys at its place.
		const isWhole = this.#nouns.has(key) && !hasArticle(word);
		const others = isWhole ? [] : otherKeys(word).filter((other) => this.#keys.has(other));
		const form = formOf(word);
		return [
			...[key, ...others].map((one) => one + END),
			...(form === key ? [] : [form + FORM_END]),
		];
	}
}

/** The values by which an article may be chosen. */
function filtersOf({ topic, published, authors = [] }: Article): Record<string, string[]> {
	return {
		topic: [topic],
		year: [localDate(published, site.timeZone).slice(0, 4)],
		writer: authors.map(({ name }) => name),
	};
}

/** What Pagefind's script reads of a fragment. */
interface PagefindFragment extends Fragment {
	url: string;
	anchors: [];
}

function fragmentOf(
	{ slug, headline: plain, kind, label, topic: name, dateline, authors, published }: Article,
	content: string,
): PagefindFragment {
	const date = formatDate(dayOf({ published }), 'UTC');
	const headline = inOrder(holdTogether(plain, 'dek'));
	// What an opinion is stands before its topic, as in every list.
	const topic = overline({ label }, name);
	const names = authors && listed(authors.map(({ name }) => name));
	return {
		url: articlePath(slug),
		content,
		meta: {
			headline,
			topic,
			dateline,
			...(names && { authors: kind === 'opinion' ? `${strings.by} ${names}` : names }),
			published,
			date,
			...(kind === 'opinion' && { kind }),
		},
		anchors: [],
	};
}
