/**
 * `**` and `~~` that CommonMark leaves literal, because a letter touches one side and a sign the
 * other, or spaces are inside: `و**«الثانية»**`, `**5%**تقريبًا`, `** المجلس **`. Arabic joins
 * particles to the word, so emphasis is meant.
 */
const LITERAL =
	/(?<!\*)(\*\*|~~)(?!\1)[ \t]*((?:(?!\1)[^\n])*?\p{L}(?:(?!\1)[^\n])*?|[\d.,]+[%٪])[ \t]*\1/gv;

/** A part of a text; `mark` where it stands between two marks. */
export interface Part {
	text: string;
	mark?: '**' | '~~';
}

/** Parts a text at the marks of emphasis that stand in it; one part where there are none. */
export function literalEmphasis(text: string): Part[] {
	const parts: Part[] = [];
	let last = 0;
	for (const { 0: found, 1: mark, 2: inside = '', index } of text.matchAll(LITERAL)) {
		if (index > last) parts.push({ text: text.slice(last, index) });
		parts.push({ text: inside.trim(), mark: mark as '**' | '~~' });
		last = index + found.length;
	}
	if (last < text.length || parts.length === 0) parts.push({ text: text.slice(last) });
	return parts;
}
