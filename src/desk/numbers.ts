/** Numbers of several parts, which Arabic around them sets in an order of its own (UAX #9: parts follow one another from the right). */

/** Two numbers, times or years. A leading zero, a third part, a letter or a sign before it: a date, a telephone number, a symbol. */
const NUMBER = String.raw`\d{1,3}(?:[.:]\d+)?`;
const YEAR = String.raw`(?:1\d|20)\d\d`;
const RANGE = new RegExp(
	String.raw`(?<![\w\/+.:,\-\u2014]|\d\s)(?!0\d[^:])(?:(${YEAR})[\-\u2014](${YEAR})|(${NUMBER})%?[\-\u2014](${NUMBER}))(?![\w\/:\-\u2014]|[.,]\d|\s\d)`,
	'gv',
);
/** What falls is a score or a reference. */
const rises = ([, year, toYear, from = year, to = toYear]: RegExpExecArray) =>
	Number(from?.replace(':', '.')) < Number(to?.replace(':', '.'));
/** What rises after such a word in its sentence is a score too. */
const MATCH = /(?:نتيجة|فاز|فوز|خسر|خسارة|هزم|هزيمة|مباراة)[^.؛؟!]*$/;

/** Ranges that are written with a hyphen or an em dash. */
export function ranges(text: string): IteratorObject<RegExpExecArray> {
	return text
		.matchAll(RANGE)
		.filter(
			(range) =>
				rises(range) && !MATCH.test(text.slice(Math.max(0, range.index - 80), range.index)),
		);
}

/** International, whole or in parts; or three parts and more with hyphens, as in 800-77-100 and in an ISBN. */
const TELEPHONE =
	/(?<![\w\/+.:,\-])(?:\(?\+[\d\(](?:[\d \u00A0\(\)\-]*\d)?|00\d{1,3}(?:[ \u00A0\-]\d+)+|\d+(?:-\d+){2,})(?![\w\/:\-])/gv;
const DATE = new RegExp(
	String.raw`^(?:\d{4}-\d\d-\d\d|\d\d?-\d\d?-\d{4}|${YEAR}(?:-${YEAR})+)$`,
	'v',
);

/** Telephone numbers and their like, whose parts would change places. */
export function scattered(text: string): IteratorObject<RegExpExecArray> {
	return text
		.matchAll(TELEPHONE)
		.filter(([found]) => found.replace(/\D/gv, '').length >= 7 && !DATE.test(found));
}
