/**
 * From which side a text runs, and texts that travel without markup: in previews, feeds and
 * pictures.
 */

/** A letter that is written from the right, or belongs to such a text. */
export const RIGHT_TO_LEFT =
	/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Whether a text has letters, and none from the right: «Yahoo!» runs from the left, or its sign
 * would stand before it.
 */
export const isForeign = (text: string): boolean =>
	/\p{L}/u.test(text) && !RIGHT_TO_LEFT.test(text);

/**
 * The direction of an Arabic name that begins with Latin letters, «BBC عربي»: by themselves they
 * would run it from the left.
 */
export const nameDirection = (name: string): 'rtl' | undefined =>
	/^\P{L}*\p{Script=Latin}/u.test(name) && RIGHT_TO_LEFT.test(name) ? 'rtl' : undefined;

/**
 * A title that runs from right to left in plain text, too. There the first letter decides, so a
 * title that begins with Latin letters gets U+200F RIGHT-TO-LEFT MARK before it. One without Arabic
 * runs as it does.
 */
export function rightToLeft(title: string): string {
	return /^[^\p{L}]*\p{Script=Arabic}/u.test(title) || isForeign(title) ? title : `\u200F${title}`;
}

/**
 * A text cut at a word to `limit` UTF-16 units, with «…» as the last of them. A quotation mark
 * whose partner was cut off goes, too.
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
