/** A file's text as it is read: what has one answer is mended, and every place is still known. */
export interface Source {
	text: string;
	/** The offset in the file of an offset in `text` (UTF-16 units, from 0). */
	origin(offset: number): number;
}

const LETTER = String.raw`[\p{Script=Arabic}&&\p{L}]`;
/** These do not join the letter after them: a ZWNJ between the two shows nothing. */
const ALONE = '[\u0621-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671]';

/** Marks without width. Right within emoji: U+200D joins two, U+FE0F colours one, tags name a flag. */
const INVISIBLE =
	/[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{1D173}-\u{1D17A}\u{E0100}-\u{E01EF}]|(?<![\p{Emoji}\p{Extended_Pictographic}])[\uFE00-\uFE0F]|(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0001}\u{E0020}-\u{E007F}]/gv;
/** ZWNJ and ZWJ where they change no letter's form (and join no emoji). */
const JOINERS = new RegExp(
	[
		String.raw`(?<!${LETTER}\p{M}*)\u200C|(?<=${ALONE}\p{M}*)\u200C|\u200C(?!${LETTER})`,
		String.raw`(?<!\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*|${LETTER}\p{M}*)\u200D`,
		String.raw`(?<!${LETTER}\p{M}*)\u200D(?!\p{Extended_Pictographic})`,
		String.raw`(?<=${LETTER}\p{M}*)\u200D(?=${LETTER})`,
	].join('|'),
	'gv',
);

/**
 * Presentation forms (what a PDF copies). Words in one character, such as ﷺ, and the ornate
 * brackets stay: they are chosen, not copied.
 */
const FORMS = /[[\uFB50-\uFDCE\uFDD0-\uFDEF\uFE70-\uFEFC]--[\uFBB2-\uFBC2\uFD3E-\uFD4F]]+/gv;

/** Letters for presentation forms. */
function baseLetters(forms: string): string {
	return forms
		.normalize('NFKC')
		.replace(/^\s|\u0640/g, '')
		.replaceAll('\u06CC', '\u064A')
		.replaceAll('\u06A9', '\u0643');
}

/** Code is left as it is where spaces are concerned. */
export const CODE = /^[ \t]*(```+|~~~+)[^\n]*\n[\s\S]*?^[ \t]*\1[`~]*[ \t]*$|(`+)[^`\n]+\2/gm;
/** Words of the Quran stay as they are. */
export const QURAN = /<Quran\b[^>]*>[\s\S]*?<\/Quran>/g;
const SPACES =
	/(?<=[«\(])[ \t\u00A0]+(?![\s»\)])|(?<![\s«\(])[ \t\u00A0]+(?=[»\)])|(?<=\S)[ \t]*\u00A0[ \t\u00A0]+(?=\S)|(?<=\S)[ \t]+\u00A0[ \t\u00A0]*(?=\S)/gv;

/** What bidi takes for a number of one run whichever letter stands before it. */
const PLAIN_NUMBER = /^[\s\(\[«"]*\d+(?:[.,:\/]\d+)*(?![\-+%‰$€£#°\u2212\d\u200E\u200F\u061C])/v;

/** The lines of one block as one: what bidi sees. */
const asOneLine = (text: string) => text.replace(/(?<!\n[ \t]*)\n(?![ \t]*\n)/g, ' ');

/**
 * Whether direction marks change nothing (UAX #9): both sides run from the right without them.
 * Others stay, as LRM after `C++`: they do what their writer wanted.
 */
function isIdle(marks: string, before: string, after: string): boolean {
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

/**
 * Reads a file's text: line ends, normal form (NFC, UAX #15), letters for presentation forms,
 * without idle marks and needless spaces. The file stays as it is.
 */
export function readSource(raw: string): Source {
	let text = raw;
	let origins: Uint32Array | undefined;
	const replace = (
		find: RegExp,
		by: (found: string, index: number, text: string) => string | undefined,
	) => {
		const parts: string[] = [];
		const places: number[] = [];
		let last = 0;
		const kept = Array.from(text.matchAll(QURAN), ({ 0: all, index }) => [
			index,
			index + all.length,
		]);
		for (const match of text.matchAll(find)) {
			const found = match[0];
			const isKept = kept.some(([start = 0, end = 0]) => match.index >= start && match.index < end);
			if (isKept && !/[\n\r\u2028\u2029]/.test(found)) continue;
			const replacement = by(found, match.index, text);
			if (replacement === undefined || replacement === found) continue;
			for (let at = last; at < match.index; at++) places.push(at);
			for (let unit = 0; unit < replacement.length; unit++)
				places.push(match.index + Math.min(unit, found.length - 1));
			parts.push(text.slice(last, match.index), replacement);
			last = match.index + found.length;
		}
		if (last === 0) return;
		for (let at = last; at <= text.length; at++) places.push(at);
		parts.push(text.slice(last));
		const before = origins;
		text = parts.join('');
		origins = Uint32Array.from(places, (place) => before?.[place] ?? place);
	};

	// A line separator within a value of the frontmatter would cut the value in two.
	const facts = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n---/.exec(raw)?.[0].length ?? 0;
	replace(/\r\n?|[\u2028\u2029]\n?/g, (end, index) =>
		index < facts && /^[\u2028\u2029]$/.test(end) ? ' ' : '\n',
	);
	replace(INVISIBLE, () => '');
	replace(JOINERS, () => '');
	replace(/[\u200E\u200F\u061C]+/g, (marks, index, all) => {
		const around = 200;
		const before = all.slice(Math.max(0, index - around), index);
		const after = all.slice(index + marks.length, index + marks.length + around);
		return isIdle(marks, before, after) ? '' : undefined;
	});
	replace(FORMS, baseLetters);
	if (text !== text.normalize('NFC'))
		replace(/\P{M}\p{M}*/gv, (cluster) => cluster.normalize('NFC'));
	const code = Array.from(text.matchAll(CODE), ({ 0: found, index }) => [
		index,
		index + found.length,
	]);
	replace(SPACES, (spaces, index, all) => {
		if (code.some(([start = 0, end = 0]) => index >= start && index < end)) return undefined;
		const beside = `${all[index - 1]}${all[index + spaces.length]}`;
		return /^[«(]|[»)]$/.test(beside) ? '' : ' ';
	});
	return { text, origin: (offset) => origins?.[offset] ?? offset };
}
