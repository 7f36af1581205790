/**
 * A passage that a reader has selected, and the link that opens the page at it:
 * https://wicg.github.io/scroll-to-text-fragment/
 */

/** Where the word begins (`step` -1) or ends (1) in which a selection begins or ends at `at`. */
export function wordEdge(text: string, at: number, step: -1 | 1): number {
	while (/^[\p{L}\p{M}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1))) at += step;
	return at;
}

/**
 * Equates more than browsers do: spaces are dropped, and ه ة ي ى, of which Chromium equates ه
 * with ة and ي with ى. So what is the first match here is the first there.
 */
const fold = (text: string) =>
	text
		.normalize('NFD')
		.replace(/[\s\p{M}هةيى]/gu, '')
		.toLowerCase();

/**
 * The fragment that finds a passage: `#:~:text=`. Browsers open the first match, and match each
 * part within one block. So a passage that is long or runs over blocks is named by its first and
 * last words. Words before and after it, from one line each, are added until it is the first
 * match. If its own line is used up before, that line's start becomes part of the passage.
 * @param page The visible text, a line a block.
 * @param start Where the passage begins, at a whole word; `end`: where it ends.
 * @param from Where the added words begin; `to`: where they end.
 */
export function textFragment(
	page: string,
	start: number,
	end: number,
	from = start,
	to = end,
): string {
	const passage = page.slice(start, end);
	// Up to twelve words of one line are named as they are, else by the first four and the last four.
	const whole = /^\s*(\S+ +){0,11}\S+\s*$/.test(passage);
	const head = whole ? end : end - passage.replace(/^\s*(\S+ +){0,3}\S+/, '').length;
	const tail = whole ? end : start + passage.search(/(\S+ +){0,3}\S+\s*$/);

	/** Whether the text from `at` to `stop` does not occur earlier, from `since` on. */
	const first = (since: number, at: number, stop: number) =>
		!fold(page.slice(since, stop))
			.slice(0, -1)
			.includes(fold(page.slice(at, stop)));
	const line = (at: number, stop: number) => /^[^\n\t]+$/.test(page.slice(at, stop).trim());

	const begins = first(0, from, whole ? to : head);
	const ends = whole ? begins : first(head, tail, to);
	const before = page.slice(0, from).search(/\S+\s*$/);
	const after = to + page.slice(to).search(/\S(\s|$)/) + 1;
	const left = !begins && line(before, start);
	const right = !ends && after > to && line(end, after);
	if (left || right)
		return textFragment(page, start, end, left ? before : from, right ? after : to);
	if (!begins && /^..+$/.test(page.slice(from, start + 1))) return textFragment(page, from, end);

	/** The signs of the directive itself are encoded; `encodeURIComponent` leaves the hyphen. */
	const name = (at: number, stop: number) =>
		encodeURIComponent(page.slice(at, stop).trim()).replace(/-/g, '%2D');
	return `#:~:text=${[from < start && `${name(from, start)}-`, name(start, head), tail < end && name(tail, end), end < to && `-${name(end, to)}`].filter(Boolean)}`;
}
