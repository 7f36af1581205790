/** Texts that travel without markup: titles and sentences for previews, feeds and pictures. */

/**
 * A title that begins with Latin letters, led by a mark that makes it run from the right all the same: where no markup
 * travels along, the first letter decides the direction of the line.
 */
export function rightToLeft(title: string): string {
	return /^[^\p{L}]*\p{Script=Arabic}/u.test(title) ? title : `\u200F${title}`;
}

/** A sentence cut at a word to `limit` characters, the sign of the cut included; a quotation that is not closed is not opened. */
export function cut(text: string, limit: number): string {
	if (text.length <= limit) return text;
	const words = text
		.slice(0, limit)
		.replace(/[\s،؛:.«(]+\S*$/, '')
		.slice(0, limit - 1)
		.replace(/[\uD800-\uDBFF]$/, '');
	return `${words.replace(/«(?=[^»]*$)/, '')}…`;
}
