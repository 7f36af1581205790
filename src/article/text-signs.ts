/** Finds text that Markdown or MDX would misread, and the escapes that keep it text. */
import { inLatinDigits } from '../publisher/numbers.ts';
import { SECTION_IDS, SECTIONS } from './sections.ts';
import { ADDRESS, isWithin, markupSpans, type Span } from './spans.ts';

/** A part of a text and what stands for it. */
export interface Replacement {
	index: number;
	length: number;
	by: string;
}

/** Signs that belong together, as they stand in a text now: two braces, one `&lt;`. */
export interface Signs {
	kind: 'brace' | 'angle-quote' | 'angle' | 'address' | 'line-break' | 'deep-headings';
	places: { offset: number; text: string }[];
}

const SECTION = new RegExp(`<(?:${SECTION_IDS.map((id) => SECTIONS[id].component).join('|')})\\b`);
/** A setext heading, made by a line of `-` or `=` under the text. */
const UNDERLINED = /\S[^\n]*\n[ \t]*(?:-+|=+)[ \t]*$/mv;

/** If all headings are too deep: their `#` signs, shortened so that the highest is `##`. */
function deepHeadings(text: string, markup: readonly Span[]): Replacement[] {
	if (SECTION.test(text)) return [];
	const signs = Array.from(text.matchAll(/^ {0,3}(?:> ?)*(#{1,6})(?=[ \t])/gm)).filter(
		({ index }) => !isWithin(markup, index),
	);
	const excess = Math.min(...signs.map(({ 1: sign = '' }) => sign.length)) - 2;
	if (signs.length === 0 || excess < 1 || UNDERLINED.test(text.slice(markup[0]?.[1]))) return [];
	return signs.map(({ 0: found, 1: { length } = '', index }) => ({
		index: index + found.length - length,
		length,
		by: '#'.repeat(length - excess),
	}));
}

/**
 * Signs that MDX would take for code where a text was meant: `{169}`, `{قال}`, `<<نعم>>`, `<5`,
 * `<br>`; and headings that all begin too deep. Latin words in braces may be code, and a line
 * cannot end within a table or a heading: those are left.
 */
export function textSigns(text: string): { kind: Signs['kind']; parts: Replacement[] }[] {
	if (!/[<\{]|^[ >]*###/mv.test(text)) return [];
	const markup = markupSpans(text);
	const found: ReturnType<typeof textSigns> = [];
	const headings = deepHeadings(text, markup);
	if (headings.length > 0) found.push({ kind: 'deep-headings', parts: headings });
	const find = (
		kind: Signs['kind'],
		pattern: RegExp,
		parts: (match: RegExpExecArray) => [index: number, length: number, by: string][],
	) => {
		for (const match of text.matchAll(pattern)) {
			if (isWithin(markup, match.index)) continue;
			const replacements = parts(match).map(([index, length, by]) => ({ index, length, by }));
			if (replacements.length > 0) found.push({ kind, parts: replacements });
		}
	};
	find('brace', /(?<![\\=\{])\{([^\{\}"'`=]+)\}/gv, ({ 0: { length }, 1: inside = '', index }) => {
		const isText = /\p{Script=Arabic}/u.test(inside) || /^[^A-Za-z\n]*\d[^A-Za-z\n]*$/.test(inside);
		if (!isText || /^\s*\/\*|\n\s*\n/.test(inside)) return [];
		return [
			[index, 1, '\\{'],
			[index + length - 1, 1, '\\}'],
		];
	});
	find('angle-quote', /(?<![\\<])<<(?!<)[ \t]*[^<>\n]+?[ \t]*>>(?!>)/g, ({ 0: whole, index }) => {
		const [start, end] = [/^<<[ \t]*/, /[ \t]*>>$/].map(
			(sign) => sign.exec(whole)?.[0].length ?? 0,
		);
		return [
			[index, start ?? 0, '«'],
			[index + whole.length - (end ?? 0), end ?? 0, '»'],
		];
	});
	find(
		'angle',
		/(?<![\\<]|\]\()<(?=[^\sA-Za-z/!>_$<]|$)|(?<=\w)<(?=[A-Za-z][^<>\n]*$)/gm,
		({ index }) => [[index, 1, '&lt;']],
	);
	find(
		'address',
		new RegExp(`(?<!\\\\|\\]\\(|\\]:\\s*)<${ADDRESS}`, 'gi'),
		({ 0: whole, index }) => {
			const address = whole.slice(1, -1);
			const link = address.includes('@') && !address.includes('/') ? `mailto:${address}` : address;
			return [[index, whole.length, `[${address}](${link})`]];
		},
	);
	find('line-break', /[ \t]*<br[ \t]*\/?>[ \t]*\n?/gi, ({ 0: { length }, index }) => {
		const line = text.slice(text.lastIndexOf('\n', index) + 1, index).trimStart();
		if (/^[|#]/.test(line)) return [];
		const rest = text.slice(index + length);
		return [[index, length, rest === '' || rest.startsWith('\n') ? '\n' : '\\\n']];
	});
	return found;
}

const SWALLOWING =
	/(?<![\w@.\/\[<"'=]|\]\()(?:https?:\/\/[^\s<>\[\]\u060C\u061B\u061F«»]+(?=[\u060C\u061B\u061F»])|www\.[^\s<>\[\]\|\u060C\u061B\u061F«»]+)(?![^\[\]\n]*\]\()/giv;
/** The address of a link without its scheme. */
const SCHEMELESS = /(?<=\]\()www\.(?=[^\s()]+\))/gi;
/** What Google Docs and Pandoc write behind a heading: `{#its-name}`. */
const HEADING_NAME = /[ \t]*\{#[^\{\}\n]*\}(?=[ \t]*$)(?<=^#{1,6} [^\n]*)/gmv;
/** A note's name in other digits: it is part of an address, and the page numbers notes itself. */
const NOTE_NUMBER = /(?<=\[\^)[\u0660-\u0669\u06F0-\u06F9]+(?=\])/g;
/**
 * «* كاتب وباحث» at the end of a text: the note of an opinion or a letter, and no list. One behind
 * a heading, a colon or another item is one.
 */
const LAST_STAR =
	/\*(?=[ \t]+\S[^\n]*(?!\s*\S))(?<=^(?![ \t]|(?:[*+\-#]|\d+[.\)])[ \t])[^\n]*[^\s:\-]\s*\n[ \t]*\n\s*\*)/gmv;
const FEDIVERSE = /(?<=(?<![\w.@\/])@[\w.]+)@(?=[\w\-]+\.\w)/gv;

/**
 * The first letter of prose that begins like a statement of code: «import duties fell». A space
 * before it makes it text.
 */
const IMPORT =
	/^(?:i(?=mport[ \t])|e(?=xport[ \t]))(?!\w+[ \t]+(?:["'\{*\(]|[\w$]+[ \t]*(?:,[^\n]*)?from[ \t]*["']|(?:const|let|var|function|class|default|async|type|interface|enum)\b))/gmv;

/**
 * What stands between the signs of a dial code: digits, or the words for those that the reader has.
 */
const DIALLED = String.raw`(?:\d+|[\p{Script=Arabic}\p{M} ]{2,30})`;
/**
 * `*` in dial codes (`*99#`, `#100*1#`, `*133*رقم البطاقة#`) and sizes (`30*40*50`), `~` in ranges
 * (`5~10`): a pair would be emphasis.
 */
const IN_NUMBERS = new RegExp(
	[
		String.raw`(?<![\w*#])\*(?=\d+(?:[*#]${DIALLED})*#)`,
		String.raw`(?<=(?<![\w*#])[*#]\d+(?:[*#]${DIALLED})*)\*(?=${DIALLED}(?:[*#]${DIALLED})*#)`,
		// Of a number that is told in part, `****4567`.
		String.raw`\*(?=\*{3,}\p{Nd})|(?<=\*)\*(?=\*\*\p{Nd})|(?<=\*\*)\*(?=\*\p{Nd})|(?<=\*\*\*)\*(?=\p{Nd})`,
		String.raw`(?<=\p{Nd})(?<!(?:https?:\/\/|www\.|\]\()\S*)[*~](?=\p{Nd})`,
	].join('|'),
	'gv',
);

/** A number with its point and spaces, and how far its text is from the edge. */
const NUMBERED = /^( *)(\d{1,9}[.)] {1,4})(?=\S)/;

/**
 * What is set in by two spaces under an item with a number, as under one with a hyphen: a list, a
 * table, a paragraph. Markdown wants it below the item's words, and would end the list there. With
 * it goes all that is set in as far.
 */
function underNumbers(text: string): Replacement[] {
	const found: Replacement[] = [];
	/** Of the last item with a number: where it begins, and its words. */
	let item: [start: number, words: number] | undefined;
	/** Of what is moved: from which column, and how far. */
	let moved: [column: number, by: number] | undefined;
	let index = 0;
	let isAfterBlank = false;
	for (const line of text.split('\n')) {
		const { length: column } = /^ */.exec(line)?.[0] ?? '';
		const isBlank = column === line.length;
		if (moved && !isBlank && column < moved[0]) moved = undefined;
		const [, before = '', sign = ''] = NUMBERED.exec(line) ?? [];
		const rest = line.slice(column);
		// Another number is the next item, however far it is set in.
		const isUnder =
			item &&
			column >= item[0] + 2 &&
			column < item[1] &&
			!isBlank &&
			(!sign || /^1[.)] /.test(rest));
		if (isUnder && item && !moved) moved = [column, item[1] - column];
		if (moved && !isBlank) found.push({ index, length: 1, by: ' '.repeat(moved[1] + 1) });
		else if (sign) item = [before.length, before.length + sign.length];
		else if (!isBlank && isAfterBlank && item && column < item[1]) item = undefined;
		isAfterBlank = isBlank;
		index += line.length + 1;
	}
	return found;
}

/**
 * An address without the punctuation behind it, as GFM has it for its own: a bracket belongs to the
 * one before it.
 */
function withoutEnd(address: string): string {
	const kept = address.replace(/[.,:;!?'"*_~\u2019\u201D\u2026]+$/, '');
	const isOpen = kept.endsWith(')') && kept.split(')').length > kept.split('(').length;
	return isOpen ? withoutEnd(kept.slice(0, -1)) : kept;
}

/** An address as a link in Markdown, whose words are the address. */
function linkTo(address: string): string {
	const words = address.replace(/[*_~`]/g, '\\$&');
	const url = address.replace(/^www/i, 'https://$&').replaceAll('(', '%28').replaceAll(')', '%29');
	return `[${words}](${url})`;
}

/**
 * What was typed for a text and is read otherwise: an address that Markdown would end too late
 * (`https://example.org، ثم`) or that has no scheme (`www.example.org`), the star of a note at the
 * end, a name that it would take for mail (`@news@example.social`), a line of prose that MDX would
 * take for code, a list within a list that is set in too little.
 */
export function typedText(text: string): Replacement[] {
	const replaced = (pattern: RegExp, by: (found: string) => string): Replacement[] =>
		Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
			index,
			length: found.length,
			by: by(found),
		}));
	const found = [
		...Array.from(text.matchAll(SWALLOWING), ({ 0: taken, index }) => {
			const address = withoutEnd(taken);
			return { index, length: address.length, by: linkTo(address) };
		}),
		...replaced(SCHEMELESS, () => 'https://www.'),
		...replaced(HEADING_NAME, () => ''),
		...replaced(NOTE_NUMBER, inLatinDigits),
		...replaced(LAST_STAR, () => '\\*'),
		...replaced(FEDIVERSE, () => '\\@'),
		// No backslash: that would say that stars beside it are meant, too (`markdown.ts`).
		...replaced(IN_NUMBERS, (sign) => (sign === '*' ? '&#42;' : '&#126;')),
		...replaced(IMPORT, (letter) => ` ${letter}`),
		...underNumbers(text),
	];
	if (found.length === 0) return [];
	const markup = markupSpans(text);
	return found.filter(({ index }) => !isWithin(markup, index)).sort((a, b) => a.index - b.index);
}
