/**
 * Isolates what bidi would reorder within Arabic: numbers with several parts or a sign, and Latin
 * words with such. `2469 6000` would be shown as `6000 2469` (UAX #9).
 *
 * One regular expression finds all. Its forms stand in grouped-numbers.ts, measures.ts and
 * latin-words.ts, each with examples; tests/unit/markdown.test.ts has the cases.
 */
import {
	DIALLED,
	GROUPS,
	IBAN,
	IDENTITY,
	IN_TWO,
	LAW,
	PLATE,
	TELEPHONE,
} from './grouped-numbers.ts';
import {
	BEHIND_NAME,
	COUNT_BEHIND_NAME,
	IN_ROW,
	LATIN_DATE,
	LEFT,
	NAMES,
	ORDINAL,
	QUOTED,
	RATINGS,
	REACTION,
	WORD,
} from './latin-words.ts';
import {
	CELSIUS,
	DEGREES,
	EQUATION,
	MINUTES,
	MIXED,
	PERCENT,
	PERCENTS,
	POWER,
	PRICE,
	RANGE,
	RESULT,
	SIGNED,
	STEPS,
	THOUSANDS,
} from './measures.ts';
import { NUMBER, NUMBER_OR_DATE } from './number-parts.ts';

/**
 * All forms. Of those that begin at one place the first in this list counts: so a form that is
 * surer of its meaning, or that holds another within it, stands before the other. `word`: only a
 * word that bidi would cut is isolated. `parts`: to be isolated in ٠-٩, too. `fromRight`: read from
 * the right.
 */
const NUMBERS = new RegExp(
	[
		IBAN,
		PLATE,
		QUOTED,
		ORDINAL,
		DIALLED,
		EQUATION,
		PRICE,
		LATIN_DATE,
		MIXED,
		POWER,
		STEPS,
		`(?<parts>${TELEPHONE}|${IN_TWO}|${LAW}|${IDENTITY}|${GROUPS})`,
		REACTION,
		NAMES,
		RATINGS,
		DEGREES,
		THOUSANDS,
		MINUTES,
		IN_ROW,
		WORD,
		`(?<fromRight>${RESULT}|${PERCENTS})`,
		CELSIUS,
		SIGNED,
		RANGE,
		PERCENT,
		BEHIND_NAME,
		COUNT_BEHIND_NAME,
	].join('|'),
	'gv',
);

/** A day in digits, and years in a row: bidi keeps the order that Arabic gives them. */
const YEAR = String.raw`(?:1\d|20)\d\d`;
const DATE = new RegExp(
	String.raw`^(?:\d{4}-\d\d-\d\d|\d\d?-\d\d?-\d{4}|${YEAR}(?:[ \u00A0\-]${YEAR})+)$`,
	'v',
);

/**
 * Words to leave alone: one that bidi holds together, from its first letter to its last; and a
 * range with its unit, which is read from the right: `220-240V`.
 */
const HOLDS = new RegExp(
	String.raw`^(?:${NUMBER_OR_DATE})?${LEFT}(?:.*[\p{L}\p{M}\p{N}])?$|^${NUMBER}%?-${NUMBER}(?![\d\-\/])[^\d\-]*$`,
	'v',
);

const ARABIC_NUMBER = /[\u0660-\u0669\u066B\u066C]/;
/**
 * Replaces ٠-٩ by 0-9, their separators by a point and the hyphens of Word by usual ones, one for
 * one: offsets stay the same.
 */
const asUsual = (text: string) =>
	text
		.replace(/[\u0660-\u0669]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
		.replace(/[\u066B\u066C]/g, '.')
		.replaceAll('\u2011', '-');

/** A part of a text; `dir` where it needs one of its own. */
export interface Run {
	text: string;
	dir?: 'ltr' | 'rtl';
	/** Needs `bdo`: parts in ٠-٩ run from the right even in `dir="ltr"`. */
	override?: true;
}

/**
 * Splits an Arabic text at the numbers that would lose their order in it. For a template:
 * `{runs.map(({ text, dir }) => (dir ? <bdi dir={dir}>{text}</bdi> :
 * text))}`, with `bdo` for `override`.
 *
 * Of numbers in ٠-٩ only those in parts: their sign belongs on the right (CLDR), and their ranges
 * run from the right beside Latin words too (rule W7 of UAX #9 is for other digits).
 * @returns The whole text, in its order; one run if there is no such number.
 */
export function isolateNumbers(text: string): Run[] {
	const runs: Run[] = [];
	let last = 0;
	for (const { 0: found, index, groups } of asUsual(text).matchAll(NUMBERS)) {
		const { word, parts, fromRight } = groups ?? {};
		const number = text.slice(index, index + found.length);
		const override = ARABIC_NUMBER.test(number);
		if (word && (override ? /^[\p{L}\p{N}]+$/u : HOLDS).test(found)) continue;
		if (DATE.test(found) || (override && !word && !parts)) continue;
		if (index > last) runs.push({ text: text.slice(last, index) });
		const dir = fromRight || /^\d[^\u2013\p{L}]*\u2013[^\p{L}]*$/u.test(found) ? 'rtl' : 'ltr';
		runs.push({ text: number, dir, ...(override && { override }) });
		last = index + found.length;
	}
	if (last < text.length || runs.length === 0) runs.push({ text: text.slice(last) });
	return runs;
}

/**
 * A text whose numbers keep their order without elements: by the characters for what `dir` and
 * `bdo` say on the page.
 */
export const inOrder = (text: string): string =>
	isolateNumbers(text)
		.map(({ text, dir, override }) => {
			const inner = override ? `\u202D${text}\u202C` : text;
			return dir ? `${dir === 'ltr' ? '\u2066' : '\u2067'}${inner}\u2069` : inner;
		})
		.join('');
