/** A passage that a reader has selected, and the link that opens the page at it: https://wicg.github.io/scroll-to-text-fragment/ */

/** Longer passages (in words) are named by their beginning and their end, each of so many words. */
const WHOLE = 12;
const END = 4;
/** Passages of so few words may stand elsewhere too: they are named with the two words before them. */
const FEW = 3;

/** Where the word begins into which a selection begins at `at`. */
export function wordStart(text: string, at: number): number {
	return /^[\p{L}\p{M}\p{N}]/u.test(text.slice(at)) ? text.slice(0, at).search(/[\p{L}\p{M}\p{N}]*$/u) : at;
}

/** Where the word ends in which a selection ends at `at`. */
export function wordEnd(text: string, at: number): number {
	return /[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, at)) ? at + text.slice(at).search(/[^\p{L}\p{M}\p{N}]|$/u) : at;
}

const words = (text: string) => text.split(/\s+/).filter(Boolean);
/** The signs of the directive itself, of which `encodeURIComponent` leaves the hyphen. */
const encode = (some: string[]) => encodeURIComponent(some.join(' ')).replace(/-/g, '%2D');

/**
 * The fragment that finds a passage: `#:~:text=`. Browsers find a text only within one block, so what runs over several
 * lines is named by its ends.
 * @param passage Whole words; a line a block.
 * @param before What stands before it in its block.
 */
export function textFragment(passage: string, before = ''): string {
	const lines = passage.trim().split('\n');
	const all = words(passage);
	const last = lines.pop() ?? '';
	const first = lines[0] ?? last;
	if (lines.length > 0 || all.length > WHOLE) return `#:~:text=${encode(words(first).slice(0, END))},${encode(words(last).slice(-END))}`;
	const prefix = all.length > FEW ? [] : words(before).slice(-2);
	return `#:~:text=${prefix.length ? `${encode(prefix)}-,` : ''}${encode(all)}`;
}
