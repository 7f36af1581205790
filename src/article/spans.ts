/** Parts of a text that rules and mends leave alone. */

/** From the start to before the end, in UTF-16 units. */
export type Span = readonly [start: number, end: number];

/** All that a pattern matches. */
export const spansOf = (pattern: RegExp, text: string): Span[] =>
	Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => [index, index + length]);

/** Whether an offset lies in one of the spans. */
export const isWithin = (spans: readonly Span[], offset: number): boolean =>
	spans.some(([start, end]) => offset >= start && offset < end);

/** The frontmatter of a file with its fences; first what stands between them. */
export const FRONTMATTER = /(?<![\s\S])\s*---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;
/** How much of a text its frontmatter takes, in UTF-16 units; 0 where it has none. */
export const frontmatterLength = (text: string): number => FRONTMATTER.exec(text)?.[0].length ?? 0;

/** Code in Markdown: between fences, or within a line. */
export const CODE = /^[ \t]*(```+|~~~+)[^\n]*\n[\s\S]*?^[ \t]*\1[`~]*[ \t]*$|(`+)[^`\n]+\2/gm;
/** Words of the Quran stay as they are. */
export const QURAN = /<Quran\b[^>]*>[\s\S]*?<\/Quran>/g;

/**
 * What stands between < and > in Markdown's links without words. Brackets would end the link that
 * we make of it.
 */
export const ADDRESS = String.raw`(?:https?:\/\/[^\s<>\(\)\[\]]+|[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+)>`;

/**
 * Where a text is markup to MDX: the frontmatter, code, comments, tags with their attributes (but
 * for `<br>`).
 */
export function markupSpans(text: string): Span[] {
	const found = [
		CODE,
		/\{\s*\/\*[\s\S]*?\*\/\s*\}/g,
		new RegExp(String.raw`<\/?(?!br\b|${ADDRESS})[A-Za-z][^<>\n]*>`, 'gi'),
	].flatMap((pattern) => spansOf(pattern, text));
	return [[0, frontmatterLength(text)], ...found];
}
