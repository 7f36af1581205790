/** Texts that travel without markup: titles and sentences for previews, feeds and pictures. */

/**
 * A title that runs from right to left in plain text, too. There the first letter decides, so a
 * title that begins with Latin letters gets U+200F RIGHT-TO-LEFT MARK before it.
 */
export function rightToLeft(title: string): string {
	return /^[^\p{L}]*\p{Script=Arabic}/u.test(title) ? title : `\u200F${title}`;
}

/**
 * A text cut at a word to `limit` UTF-16 units, with «…» as the last of them. A quotation mark whose
 * partner was cut off goes, too.
 */
export function cut(text: string, limit: number): string {
	if (text.length <= limit) return text;
	const words = text
		.slice(0, limit)
		.replace(/[\s،؛:.«(]+\S*$/, '')
		.slice(0, limit - 1)
		.replace(/[\uD800-\uDBFF]$/, '');
	return `${words.replace(/«(?=[^»]*$)/, '')}…`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text within HTML that is put together by hand. */
export const escapeHtml = (text: string): string =>
	text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
