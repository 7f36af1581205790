/** A passage that a reader has selected, and the link that opens the page at it: https://wicg.github.io/scroll-to-text-fragment/ */

/** Where the word begins (`step` -1) or ends (1) in which a selection begins or ends at `at`. */
export function wordEdge(text: string, at: number, step: -1 | 1): number {
	while (/^[\p{L}\p{M}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1))) at += step;
	return at;
}

/**
 * Alike for all that browsers take for alike (Chromium: also ه and ة, ي and ى, which are left out here), and for more: parts of
 * words, words over several lines. What is the first here is the first there.
 */
const fold = (text: string) =>
	text
		.normalize('NFD')
		.replace(/[\s\p{M}هةيى]/gu, '')
		.toLowerCase();

/**
 * The fragment that finds a passage: `#:~:text=`. Browsers open the first place that fits, and find each part within one block
 * only. So what is long, or runs over blocks, is named by its ends, and as many words beside it are added, of one line before and
 * one after, as it takes to be the first. Where its own line is used up without that, it becomes part of the passage.
 * @param page The text that is seen, a line a block.
 * @param start Where the passage begins and where it ends, at whole words.
 * @param from Where the words that are added begin and end.
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

	/** Whether what stands from `at` to `stop` does so nowhere before, after `since`. */
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
