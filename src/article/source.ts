import {
	baseLetters,
	FORMS,
	IN_DATE,
	IN_FACTS,
	INVISIBLE,
	idlePairs,
	isIdle,
	JOINERS,
} from './idle-marks.ts';
import { CODE, frontmatterLength, isWithin, QURAN, type Span, spansOf } from './spans.ts';
import { type Replacement, type Signs, textSigns, typedText } from './text-signs.ts';

/** A file's text as it is read: what has one answer is mended, and every place is still known. */
export interface Source {
	text: string;
	/** The offset in the file of an offset in `text` (UTF-16 units, from 0). */
	origin(offset: number): number;
	/** Where the character at an offset in `text` ends in the file. */
	end(offset: number): number;
	/** Signs that were escaped, because text was meant: text-signs.ts. */
	signs: readonly Signs[];
}

const SPACES =
	/(?<=[«\(])[ \t\u00A0]+(?![\s»\)])|(?<![\s«\(])[ \t\u00A0]+(?=[»\)])|(?<=\S)[ \t]*\u00A0[ \t\u00A0]+(?=\S)|(?<=\S)[ \t]+\u00A0[ \t\u00A0]*(?=\S)/gv;

/** Words in signs that face away from them, or both one way; each sign; and the ends of lines. */
const BRACKETS =
	/(?<=^|\s)(?:\)(?=\S)[^\(\)\n]*\S[\(\)]|\((?=\S)[^\(\)\n]*\S\((?![^\(\)\n]*\)))(?=$|[\s.,:!»،؛؟])|[\(\)\n]/gmv;
const MARKS = /(?<=^|\s)»(?=\S)[^«»\n]*\S«(?=$|[\s.,:!\)،؛؟])|[«»\n]/gmv;

/**
 * Words in brackets or quotation marks that face away from them, as a PDF gives them, «قال )نعم(
 * ثم», or both one way, «(نعم(». The desk tells of them.
 */
function turnedSpans(text: string): Span[] {
	return [BRACKETS, MARKS].flatMap((signs) => {
		let open = 0;
		return Array.from(text.matchAll(signs)).flatMap(({ 0: found, index }): Span[] => {
			if (found === '\n') open = 0;
			else if (/^[\(«]$/v.test(found)) open++;
			else if (found.length === 1) open = Math.max(0, open - 1);
			else if (open === 0) return [[index, index + found.length]];
			return [];
		});
	});
}

/** The line about an offset. */
function lineAt(text: string, offset: number): string {
	const end = text.indexOf('\n', offset);
	return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? undefined : end);
}

/** Tests whether a part must stay as it is: words of the Quran, but not their line ends. */
function ofQuran(text: string): (part: Pick<Replacement, 'index' | 'length'>) => boolean {
	const quran = spansOf(QURAN, text);
	return ({ index, length }) =>
		isWithin(quran, index) && !/[\n\r\u2028\u2029]/.test(text.slice(index, index + length));
}

/** A text that is changed step by step, and where each of its units came from. */
function traced(raw: string) {
	let text = raw;
	let origins: Uint32Array | undefined;
	const origin = (offset: number) => origins?.[offset] ?? offset;
	/** Makes replacements, in their order. */
	const replaceAll = (replacements: readonly Replacement[]) => {
		if (replacements.length === 0) return;
		const parts: string[] = [];
		const places: number[] = [];
		let last = 0;
		const isKept = ofQuran(text);
		for (const { index, length, by } of replacements) {
			const found = text.slice(index, index + length);
			if (found === by) continue;
			if (isKept({ index, length })) continue;
			for (let at = last; at < index; at++) places.push(at);
			for (let unit = 0; unit < by.length; unit++) places.push(index + Math.min(unit, length - 1));
			parts.push(text.slice(last, index), by);
			last = index + length;
		}
		if (last === 0) return;
		for (let at = last; at <= text.length; at++) places.push(at);
		parts.push(text.slice(last));
		text = parts.join('');
		origins = Uint32Array.from(places, origin);
	};
	/** Replaces what a pattern matches; `by` gives undefined for what stays. */
	const replace = (
		find: RegExp,
		by: (found: string, index: number, text: string) => string | undefined,
	) =>
		replaceAll(
			Array.from(text.matchAll(find), ({ 0: found, index }) => ({
				index,
				length: found.length,
				by: by(found, index, text) ?? found,
			})),
		);
	return { text: () => text, origin, replaceAll, replace };
}

/**
 * Normalizes a file's text: line ends, NFC (UAX #15), base letters for presentation forms,
 * no idle marks or needless spaces, and escapes for signs that were meant as text. The
 * file itself does not change.
 */
export const readSource = (raw: string): Source => read(raw, true);

/** Reads a value of the frontmatter, which has no markup. */
export const readValue = (raw: string): string => read(raw, false).text;

function read(raw: string, isFile: boolean): Source {
	const { text, origin, replaceAll, replace } = traced(raw);
	// A line separator within a value of the frontmatter would cut the value in two.
	const facts = frontmatterLength(raw);
	// Word and Google Docs copy the end of a line as a vertical tab, that of a page as a form feed.
	replace(/\r\n?|[\u2028\u2029\v\f]\n?/g, (end, index) =>
		index < facts && /^[\u2028\u2029\v\f]$/.test(end) ? ' ' : '\n',
	);
	if (isFile) replace(/^\s+(?=---[ \t]*\n)/g, () => '');
	replace(INVISIBLE, () => '');
	replace(JOINERS, () => '');
	replace(IN_DATE, () => '');
	const head = isFile ? frontmatterLength(text()) : 0;
	replace(IN_FACTS, (_, index) => (index < head ? '' : undefined));
	// A PDF gives a pair about each line, within it one about each number, and at times one about
	// that.
	for (let depth = 0; depth < 3; depth++) replaceAll(idlePairs(text()));
	replace(/[\u200E\u200F\u061C]+/g, (marks, index, all) => {
		const around = 200;
		const before = all.slice(Math.max(0, index - around), index);
		const after = all.slice(index + marks.length, index + marks.length + around);
		return isIdle(marks, before, after) ? '' : undefined;
	});
	replace(FORMS, baseLetters);
	if (text() !== text().normalize('NFC'))
		replace(/\P{M}\p{M}*/gv, (cluster) => cluster.normalize('NFC'));
	const code = spansOf(CODE, text());
	const turned = new Set(turnedSpans(text()).flat());
	replace(SPACES, (spaces, index, all) => {
		if (isWithin(code, index)) return undefined;
		if (turned.has(index) || turned.has(index + spaces.length)) return undefined;
		const beside = `${all[index - 1]}${all[index + spaces.length]}`;
		// In French they belong to the signs, and a line must not end between.
		if (/^«|»$/.test(beside) && !/\p{Script=Arabic}/u.test(lineAt(all, index))) return '\u00A0';
		return /^[«(]|[»)]$/.test(beside) ? '' : ' ';
	});
	if (!isFile) return { text: text(), origin, end: (offset) => origin(offset) + 1, signs: [] };

	replaceAll(typedText(text()));
	const isKept = ofQuran(text());
	const found = textSigns(text()).filter(({ parts }) => !parts.some(isKept));
	const all = found.flatMap(({ parts }) => parts).sort((a, b) => a.index - b.index);
	const ends = new Map<number, number>();
	/** By the index of a sign, where it will stand. */
	const moved = new Map<number, number>();
	let longer = 0;
	for (const { index, length, by } of all) {
		moved.set(index, index + longer);
		ends.set(index + longer + by.length - 1, origin(index + length - 1) + 1);
		longer += by.length - length;
	}
	replaceAll(all);
	const signs = found.map(({ kind, parts }) => ({
		kind,
		places: parts.map(({ index, by }) => ({ offset: moved.get(index) ?? index, text: by })),
	}));
	return { text: text(), origin, end: (offset) => ends.get(offset) ?? origin(offset) + 1, signs };
}
