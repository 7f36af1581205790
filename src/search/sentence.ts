/** What is shown of an article that was found: the sentence, with the words marked. */
import { keyOf, otherKeys, wordsOf } from './words.ts';

/** A word that is searched for: its key, or what the key begins with. */
export interface Term {
	key: string;
	begins?: true;
}

/** A part of a text, found or not. */
export interface Run {
	text: string;
	marked: boolean;
}

/** The longest excerpt, and the most of it before the first match, in UTF-16 units. */
const [LONGEST, BEFORE] = [240, 80];

/**
 * Up to a full stop behind a word or a number (U+2069 ends one that is isolated): «د.» ends no
 * sentence. Nor do three dots, or a question within quotation marks: mostly it goes on.
 */
const SENTENCE = /.*?(?:[\p{L}\p{M}]{3}|[\p{N}»"”)\]\u2069])(?:\.[»"”)\]]*|[!?؟]+)(?=\s|$)|.+$/gmu;

/** The sentences of a text whose lines are its paragraphs. */
export function sentencesOf(text: string): string[] {
	return [...text.matchAll(SENTENCE)].map(([sentence]) => sentence.trim());
}

/** The terms that a word is found by, by their places. */
function found(word: string, terms: readonly Term[]): number[] {
	const key = keyOf(word);
	const keys = [key, ...otherKeys(word)];
	return terms.flatMap((term, index) =>
		(term.begins ? key.startsWith(term.key) : keys.includes(term.key)) ? [index] : [],
	);
}

/**
 * How many of the terms a sentence has; then how many of them stand as they were written, one after
 * another.
 */
function rank(sentence: string, terms: readonly Term[]): number {
	const places = wordsOf(sentence).map(({ word }) => found(word, terms));
	const pairs = places.filter((here, index) =>
		here.some((term) => places[index - 1]?.includes(term - 1)),
	);
	return new Set(places.flat()).size * 1000 + Math.min(pairs.length, 999);
}

/**
 * The sentence that has the most of the terms, of equals the first; where none has any, the first
 * of the text.
 */
export function bestSentence(text: string, terms: readonly Term[]): string {
	const [first = '', ...others] = sentencesOf(text);
	let [best, most] = [first, rank(first, terms)];
	for (const sentence of others) {
		const own = rank(sentence, terms);
		if (own > most) [best, most] = [sentence, own];
	}
	return best;
}

/** A text in runs, its found words marked. */
export function marked(text: string, terms: readonly Term[]): Run[] {
	const runs: Run[] = [];
	let last = 0;
	for (const { word, start, end } of wordsOf(text)) {
		if (found(word, terms).length === 0) continue;
		if (start > last) runs.push({ text: text.slice(last, start), marked: false });
		runs.push({ text: word, marked: true });
		last = end;
	}
	if (last < text.length) runs.push({ text: text.slice(last), marked: false });
	return runs;
}

/**
 * Holds a number to what it counts, a day to its month of one word or two: no line ends between
 * them.
 */
export const withCounted = (text: string): string =>
	text
		.replace(/(\p{Nd}) (?=\p{L})/gu, '$1\u00A0')
		.replace(/(\u00A0(?:كانون|تشرين|ربيع|جمادى)) (?=ال)/gu, '$1\u00A0');

/** A sentence cut at words around what was found in it, with «…» where something was left out. */
export function cutAround(sentence: string, terms: readonly Term[]): string {
	if (sentence.length <= LONGEST) return sentence;
	const words = wordsOf(sentence);
	const first = words.find(({ word }) => found(word, terms).length > 0)?.start ?? 0;
	const start = words.find((word) => word.start >= first - BEFORE)?.start ?? 0;
	const from = first <= BEFORE ? 0 : start;
	const to =
		words.findLast((word) => word.end <= from + LONGEST && word.end < sentence.length)?.end ??
		sentence.length;
	const rest = sentence.length - from <= LONGEST ? sentence.length : to;
	return `${from > 0 ? '… ' : ''}${sentence.slice(from, rest)}${rest < sentence.length ? ' …' : ''}`;
}
