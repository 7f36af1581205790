/** What Pagefind finds for a question of a reader. */
import { END, FORM_END, type Fragment } from '../search/fragment.ts';
import type { Term } from '../search/sentence.ts';
import { formOf, joinedKeys, keyOf, otherKeys, wordsOf } from '../search/words.ts';

interface Found {
	results: { id: string; score: number; data(): Promise<Fragment & { url: string }> }[];
	/** Of all that was found, whatever filters were asked for. */
	totalFilters: Counts;
}

/** How many articles each value of a filter has. */
export type Counts = Record<string, Record<string, number>>;

/** What is used of Pagefind: https://pagefind.app/docs/api/ */
export interface Engine {
	init(): Promise<void>;
	search(
		term: string | null,
		options?: { filters?: Record<string, string>; sort?: Record<string, 'asc' | 'desc'> },
	): Promise<Found>;
	filters(): Promise<Counts>;
}

/** What a query came to. */
export interface Answer {
	found: Found['results'];
	counts: Counts;
	terms: Term[];
	/** The words that no article has. */
	missing: string[];
}

/** @param folder Where the index lies. */
export async function openEngine(folder: URL): Promise<Engine> {
	const { createInstance } = await import(/* @vite-ignore */ new URL('pagefind.js', folder).href);
	const engine: Engine = createInstance({ noWorker: true, metaCacheTag: '' });
	await engine.init();
	return engine;
}

/** Answers a question; all articles, the latest first, where it is empty. */
export async function ask(
	engine: Engine,
	query: string,
	filters: Record<string, string>,
): Promise<Answer> {
	if (!query) {
		const { results } = await engine.search(null, { filters, sort: { published: 'desc' } });
		return { found: results, counts: await engine.filters(), terms: [], missing: [] };
	}
	const asked = wordsOf(query).map(({ word }) => word);
	const all: (Term | undefined)[] = [];
	for (const word of asked) all.push(await termOf(word, engine));
	const terms = all.filter((term) => term !== undefined);
	const missing = asked.filter((_, index) => !all[index]);
	if (terms.length === 0) return { found: [], counts: {}, terms, missing };
	const keys = terms.map(({ key, begins }) => (begins ? key : key + END)).join(' ');
	const isPhrase = /^(?:".+"|«.+»|“.+”)$/u.test(query) && !all.some((term) => term?.begins);
	const { results, totalFilters: counts } = await engine.search(isPhrase ? `"${keys}"` : keys, {
		filters,
	});
	return { found: await exactFirst(results, asked, terms, engine), counts, terms, missing };
}

/**
 * The first key of a word that has results: its own, a likely other one, or one with a joined
 * particle; else its own as a prefix.
 */
async function termOf(word: string, { search }: Engine): Promise<Term | undefined> {
	for (const key of new Set([keyOf(word), ...otherKeys(word), ...joinedKeys(word)]))
		if ((await search(key + END)).results.length > 0) return { key };
	const key = keyOf(word);
	return key.length > 2 && (await search(key)).results.length > 0
		? { key, begins: true }
		: undefined;
}

/** Adds the score of a second search, for the words exactly as written. */
async function exactFirst(
	results: Found['results'],
	asked: readonly string[],
	terms: readonly Term[],
	{ search }: Engine,
): Promise<Found['results']> {
	const forms = asked.map((word) => [keyOf(word), formOf(word)] as const);
	const exact = terms.map(({ key, begins }) => {
		const form = forms.find(([own, form]) => own === key && form !== key)?.[1];
		return form ? form + FORM_END : begins ? key : key + END;
	});
	const twice = new Map(
		(await search(exact.join(' '))).results.map(({ id, score }) => [id, score]),
	);
	const rank = ({ id, score }: Found['results'][number]) => score + (twice.get(id) ?? 0);
	return [...results].sort((a, b) => rank(b) - rank(a));
}
