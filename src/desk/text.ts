import type { SourceProblem } from './problem.ts';
import { BRACKETS } from './rules/brackets.ts';
import { CHARACTERS } from './rules/characters.ts';
import { DAMAGE } from './rules/damage.ts';
import { DATES } from './rules/dates.ts';
import { NUMBERS } from './rules/numbers.ts';
import { PUNCTUATION } from './rules/punctuation.ts';
import { QUOTES } from './rules/quotes.ts';
import { MARKS, OPAQUE, pattern, type Rule } from './rules/rule.ts';
import { SLIPS } from './rules/slips.ts';

/** Something wrong in a text, with its place there in UTF-16 units. */
export interface TextProblem extends SourceProblem {
	offset: number;
	length: number;
	/** The name of a row in `RULES`. */
	rule: string;
}

/** What no text of the site may hold, or should not. */
export const RULES: readonly Rule[] = [
	...CHARACTERS,
	...DAMAGE,
	...QUOTES,
	...BRACKETS,
	...PUNCTUATION,
	...NUMBERS,
	...SLIPS,
	...DATES,
];

/** An address is no prose, but the punctuation after it is. */
const ADDRESS = pattern`(?:https?:\/\/|www\.)[^\s«»${MARKS}]*[\p{L}\p{M}\p{Nd}\/]|(?<![\w.+\-])[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+`;

function judge(text: string, rules: readonly Rule[], meant: readonly string[]): TextProblem[] {
	const spans = meant.flatMap((words) =>
		Array.from(text.matchAll(new RegExp(RegExp.escape(words), 'g')), ({ index }) => ({
			start: index,
			end: index + words.length,
		})),
	);
	return rules.flatMap(({ name, find, severity }) =>
		Array.from(find(text), ({ index, found, message, edits }) => ({
			offset: index,
			length: found.length,
			rule: name,
			message,
			...(severity ? {} : { severity: 'warning' as const }),
			...(edits && { edits }),
		})).filter(
			({ rule, offset, length }) =>
				rule === 'bidi-control' ||
				!spans.some(
					({ start, end }) => offset < Math.max(end, start + 1) && offset + length > start,
				),
		),
	);
}

const inOrder = (a: TextProblem, b: TextProblem) => a.offset - b.offset;
const EVERYWHERE = RULES.filter(({ everywhere }) => everywhere);
const IN_PROSE = RULES.filter(({ everywhere }) => !everywhere);

/**
 * The single signs that are wrong wherever they stand, for raw source with its code and addresses.
 */
export function characterProblems(text: string, meant: readonly string[] = []): TextProblem[] {
	return judge(text, EVERYWHERE, meant).sort(inOrder);
}

/**
 * What is wrong with the visible text of one block of Arabic prose, in its order. The style of what
 * is damaged is not judged.
 * @param text `OPAQUE` in it stands for a word that is not judged (code, a picture, isolated
 * Latin).
 * @param meant Words that their writer wants as they are: the article's `sic`.
 */
export function textProblems(text: string, meant: readonly string[] = []): TextProblem[] {
	const prose = text.replace(ADDRESS, (address) => OPAQUE.repeat(address.length));
	const found = [...characterProblems(text, meant), ...judge(prose, IN_PROSE, meant)];
	const damaged = found.filter(({ severity }) => !severity);
	return found
		.filter(
			({ severity, offset, length }) =>
				!severity ||
				!damaged.some(
					(error) => offset < error.offset + error.length && error.offset < offset + length,
				),
		)
		.sort(inOrder);
}
