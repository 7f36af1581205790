/** Invisible marks without effect, and presentation forms copied from PDFs. */
import { isolateNumbers } from './isolated-numbers.ts';
import { either } from './pattern-parts.ts';
import type { Replacement } from './text-signs.ts';

const LETTER = String.raw`[\p{Script=Arabic}&&\p{L}]`;
/** Letters that do not join the next one: a ZWNJ between the two shows nothing. */
const ALONE = '[\u0621-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671]';

/** Zero-width marks, and U+FFFC, which stands for a picture that was not copied. */
export const INVISIBLE = new RegExp(
	either(
		String.raw`[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u2060-\u2064\u206A-\u206F]`,
		String.raw`[\u3164\uFEFF\uFFA0\uFFF9-\uFFFC\u{1D173}-\u{1D17A}\u{E0100}-\u{E01EF}]`,
		// In emoji U+FE0F gives colour.
		String.raw`(?<![\p{Emoji}\p{Extended_Pictographic}])[\uFE00-\uFE0F]`,
		// Tags behind a black flag spell another.
		String.raw`(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0001}\u{E0020}-\u{E007F}]`,
	),
	'gv',
);
/** ZWNJ and ZWJ where they change no letter's form (and join no emoji). */
export const JOINERS = new RegExp(
	[
		// ZWNJ behind no letter, behind one that does not join, and before none.
		String.raw`(?<!${LETTER}\p{M}*)\u200C|(?<=${ALONE}\p{M}*)\u200C|\u200C(?!${LETTER})`,
		// ZWJ behind neither an emoji nor a letter, between an emoji and none, and between two letters.
		String.raw`(?<!\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*|${LETTER}\p{M}*)\u200D`,
		String.raw`(?<!${LETTER}\p{M}*)\u200D(?!\p{Extended_Pictographic})`,
		String.raw`(?<=${LETTER}\p{M}*)\u200D(?=${LETTER})`,
	].join('|'),
	'gv',
);

/**
 * Marks in a date as phones write it in Arabic (CLDR), `5\u200F/11\u200F/2024`. It is seen from the
 * right then; without them from the left, and its year of four digits says which end is which.
 */
export const IN_DATE =
	/(?<=(?<![\p{Nd}\/])\p{Nd}{1,2}(?:\u200F\/\p{Nd}{1,2})?)\u200F(?=(?:\/\p{Nd}{1,2}\u200F)?\/\p{Nd}{4}(?!\p{Nd}))/gv;

/**
 * In the frontmatter, direction marks about what is no text, and spaces that YAML takes for a part
 * of a value.
 */
export const IN_FACTS = new RegExp(
	[
		// Before a key.
		String.raw`(?<=^[ \t\-]*)[\u061C\u200E\u200F]+(?=\w+[ \t]*:)`,
		// Before a value in Latin letters, digits or quotation marks, and before one in Arabic.
		String.raw`(?<=[:,\[\{][ \t]+)[\u061C\u200E\u200F]+(?=[\w.\/"'])`,
		String.raw`(?<=^[ \t\-]*(?:\w+:[ \t]+)?)[\u061C\u200E\u200F]+(?=${LETTER})`,
		// No-break spaces at the end of a value.
		String.raw`(?<=[^\s:])(?:(?=[ \t]*[\u00A0\u202F])[ \t\u00A0\u202F]+$|[\u00A0\u202F]+(?=[,\]\}]))`,
		// All in a line without Arabic letters.
		`[\u061C\u200E\u200F\u202A-\u202C\u2066-\u2069](?<=^NO_ARABIC*)(?=NO_ARABIC*$)`.replaceAll(
			'NO_ARABIC',
			String.raw`(?:(?!${LETTER})[^\n])`,
		),
	].join('|'),
	'gmv',
);

/**
 * Presentation forms (what a PDF copies). Words in one character, such as ﷺ, and the ornate
 * brackets stay: they are chosen, not copied.
 */
export const FORMS = /[[\uFB50-\uFDCE\uFDD0-\uFDEF\uFE70-\uFEFC]--[\uFBB2-\uFBC2\uFD3E-\uFD4F]]+/gv;

/** Letters for presentation forms. */
export function baseLetters(forms: string): string {
	return forms
		.normalize('NFKC')
		.replace(/^\s|\u0640/g, '')
		.replaceAll('\u06CC', '\u064A')
		.replaceAll('\u06A9', '\u0643');
}

/** What begins an embedding or an isolate (not an override), its words, and what ends it. */
const EMBEDDED =
	/([\u202A\u202B\u2066-\u2068])([^\u202A-\u202E\u2066-\u2069\n]*)(?:[\u202C\u2069])/gv;
/** Which of them let words run from the right, or from the left; the last does as the words do. */
const RIGHT = /[\u202B\u2067\u2068]/;
const LEFT = /[\u202A\u2066\u2068]/;
const ARABIC_WORDS =
	/^[\p{P}\p{S}\s]*[\p{Script=Arabic}&&\p{L}][[\p{Script=Arabic}\p{M}\p{P}\p{S}\s]--\p{Nd}]*$/v;
/**
 * What runs from the right by its first letter, or has none. Between Arabic words it does so
 * without a pair.
 */
const FROM_RIGHT = /^\P{L}*(?:[\p{Script=Arabic}&&\p{L}]|$)/v;
/** A number that keeps its order in any text: UAX #9, W4. */
const WHOLE_NUMBER = /^\p{Nd}+(?:[.,:\/]\p{Nd}+)*$/v;
/** Words that a Latin letter begins, and addresses, which links isolate. */
const LATIN_WORDS =
	/^(?:[A-Za-z]\w*(?:[ .,\&'\u2019\/\-]{1,2}\w+)*|https?:\/\/[\w.\/~%?\&=#\-]+|[\w.+\-]+@[\w.\-]+)$/v;

/**
 * Finds pairs of direction marks, as chats, phones and readers of PDF add them, that have no
 * effect: the words run that way anyway, or the page isolates the number (`isolated-numbers.ts`).
 * Returns the deletions.
 */
export function idlePairs(text: string): Replacement[] {
	return Array.from(text.matchAll(EMBEDDED)).flatMap(
		({ 0: whole, 1: opening = '', 2: inside = '', index }) => {
			const end = index + whole.length;
			const before = text.slice(Math.max(0, index - 100), index);
			const after = text.slice(end, end + 100);
			const isAfterArabic =
				/(?:^|\n|\n[ \t\-]*\w+:|[\p{Script=Arabic}&&\p{L}])[^\p{L}\p{Nd}\n]*$/v.test(before);
			const isBeforeArabic = /^[^\p{L}\p{Nd}\n]*(?:$|\n|[\p{Script=Arabic}&&\p{L}])/v.test(after);
			const [run, ...others] = isolateNumbers(inside);
			const isNumber = run?.dir === 'ltr' && others.length === 0;
			// The page isolates it, whatever stands about it.
			const isIsolated =
				isNumber &&
				!/\p{L}/u.test(inside) &&
				!/[\w/+.:,-]$/.test(before) &&
				!/^(?:[\w/-]|[.,:]\d)/.test(after);
			const runsFromLeft = isNumber || LATIN_WORDS.test(inside) || WHOLE_NUMBER.test(inside);
			const isIdleRight =
				RIGHT.test(opening) &&
				(isAfterArabic && isBeforeArabic
					? FROM_RIGHT.test(inside)
					: (isAfterArabic || isBeforeArabic) && ARABIC_WORDS.test(inside));
			const isIdleLeft =
				(isIsolated || (isAfterArabic && isBeforeArabic && runsFromLeft)) && LEFT.test(opening);
			if (!isIdleRight && !isIdleLeft) return [];
			return [
				{ index, length: 1, by: '' },
				{ index: end - 1, length: 1, by: '' },
			];
		},
	);
}

/** What bidi takes for a number of one run whichever letter stands before it. */
const PLAIN_NUMBER = /^[\s\(\[«"]*\d+(?:[.,:\/]\d+)*(?![\-+%‰$€£#°\u2212\d\u200E\u200F\u061C])/v;

/** What begins an item of a list, which is a block of its own. */
const ITEM = /^(?:\p{Nd}{1,2}[.\)\-\u2013]|\(\p{Nd}{1,2}\)|[*+•●▪◦‣∙·\-])\s/v;

/** The lines of one block as one: what bidi sees. */
const asOneLine = (text: string) => text.replace(/(?<!\n[ \t]*)\n(?![ \t]*\n)/g, ' ');

/**
 * Whether direction marks have no effect (UAX #9): without them both sides run the same way.
 * Others stay, such as LRM after `C++`.
 */
export function isIdle(marks: string, before: string, after: string): boolean {
	if (/(?:^|\n)[ \t>]*$/.test(before) && ITEM.test(after)) return true;
	const behind = asOneLine(before).replace(/[^\p{L}\p{Nd}\n]+$/v, '');
	const ahead = asOneLine(after).replace(/^[^\p{L}\p{Nd}\n]+/v, '');
	const arabicBefore = /(?:^|\n|[\p{Script=Arabic}&&\p{L}])$/v.test(behind);
	const arabicAfter = /^(?:$|\n|[\p{Script=Arabic}&&\p{L}])/v.test(ahead);
	if (arabicBefore && (arabicAfter || PLAIN_NUMBER.test(after))) return true;
	if (!marks.includes('\u200E'))
		return arabicAfter || (arabicBefore && /^\p{Script=Latin}/v.test(ahead));
	if (arabicAfter) return /\p{Nd}\s*$/v.test(before);
	return (
		!/[\u200F\u061C]/.test(marks) &&
		/\p{Script=Latin}$/v.test(behind) &&
		/^\p{Script=Latin}/v.test(ahead)
	);
}
