import { isolateNumbers } from './isolated-numbers.ts';

/** A file's text as it is read: what has one answer is mended, and every place is still known. */
export interface Source {
	text: string;
	/** The offset in the file of an offset in `text` (UTF-16 units, from 0). */
	origin(offset: number): number;
	/** The offset in the file behind the unit at an offset in `text`. */
	end(offset: number): number;
	/** Where signs were read as those of a text. */
	signs: readonly Signs[];
}

/** Signs that belong together, as they stand in a text now: two braces, one `&lt;`. */
export interface Signs {
	kind: 'brace' | 'angle-quote' | 'angle' | 'address' | 'line-break';
	places: { offset: number; text: string }[];
}

const LETTER = String.raw`[\p{Script=Arabic}&&\p{L}]`;
/** These do not join the letter after them: a ZWNJ between the two shows nothing. */
const ALONE = '[\u0621-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671]';

/**
 * Marks without width, and U+FFFC, which stands for a picture that was not copied. Right within emoji: U+200D joins two, U+FE0F colours one, tags name a flag.
 */
const INVISIBLE =
	/[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFC\u{1D173}-\u{1D17A}\u{E0100}-\u{E01EF}]|(?<![\p{Emoji}\p{Extended_Pictographic}])[\uFE00-\uFE0F]|(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0001}\u{E0020}-\u{E007F}]/gv;
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

/** The line about an offset. */
function lineAt(text: string, offset: number): string {
	const end = text.indexOf('\n', offset);
	return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? undefined : end);
}

/** Code is left as it is where spaces are concerned. */
export const CODE = /^[ \t]*(```+|~~~+)[^\n]*\n[\s\S]*?^[ \t]*\1[`~]*[ \t]*$|(`+)[^`\n]+\2/gm;
/** Words of the Quran stay as they are. */
export const QURAN = /<Quran\b[^>]*>[\s\S]*?<\/Quran>/g;
const SPACES =
	/(?<=[«\(])[ \t\u00A0]+(?![\s»\)])|(?<![\s«\(])[ \t\u00A0]+(?=[»\)])|(?<=\S)[ \t]*\u00A0[ \t\u00A0]+(?=\S)|(?<=\S)[ \t]+\u00A0[ \t\u00A0]*(?=\S)/gv;

/** What stands between < and > in Markdown's links without words. Brackets would end the link that we make of it. */
const ADDRESS = String.raw`(?:https?:\/\/[^\s<>\(\)\[\]]+|[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+)>`;

/** Where a text is markup to MDX: the frontmatter, code, comments, tags with their attributes (but for `<br>`). */
export function markupSpans(text: string): [start: number, end: number][] {
	const facts = /^---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/.exec(text)?.[0].length ?? 0;
	const found = [
		CODE,
		/\{\s*\/\*[\s\S]*?\*\/\s*\}/g,
		new RegExp(String.raw`<\/?(?!br\b|${ADDRESS})[A-Za-z][^<>\n]*>`, 'gi'),
	].flatMap((pattern) =>
		Array.from(text.matchAll(pattern), ({ 0: { length }, index }): [number, number] => [
			index,
			index + length,
		]),
	);
	return [[0, facts], ...found];
}

/** A part of a text and what stands for it. */
interface Replacement {
	index: number;
	length: number;
	by: string;
}

/**
 * Signs that MDX would take for code where a text was meant: `{169}`, `{قال}`, `<<نعم>>`, `<5`, `<br>`. Latin words in
 * braces may be code, and a line cannot end within a table or a heading: those are left.
 */
function textSigns(text: string): { kind: Signs['kind']; parts: Replacement[] }[] {
	if (!/[<\{]/v.test(text)) return [];
	const markup = markupSpans(text);
	const found: ReturnType<typeof textSigns> = [];
	const find = (
		kind: Signs['kind'],
		pattern: RegExp,
		parts: (match: RegExpExecArray) => [index: number, length: number, by: string][],
	) => {
		for (const match of text.matchAll(pattern)) {
			if (markup.some(([start, end]) => match.index >= start && match.index < end)) continue;
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
	find('angle', /(?<![\\<]|\]\()<(?=[^\sA-Za-z/!>_$<]|$)/gm, ({ index }) => [[index, 1, '&lt;']]);
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
	/(?<![\w@.\/\[<"'=]|\]\()(?:https?:\/\/|www\.)[^\s<>\[\]\u060C\u061B\u061F«»]+(?=[\u060C\u061B\u061F»])/giv;
const FEDIVERSE = /(?<=(?<![\w.@\/])@[\w.]+)@(?=[\w\-]+\.\w)/gv;

/** A star of what one dials, `*99#` and `#100*1#`: two of them would be emphasis. */
const DIALLED = /(?<=(?<![\w*#])(?:[*#]\d+(?:[*#]\d+)*)?)\*(?=\d+(?:[*#]\d+)*#)/g;

/** An address without the punctuation behind it, as GFM has it for its own: a bracket belongs to the one before it. */
function withoutEnd(address: string): string {
	const bare = address.replace(/[.,:;!?'"*_~\u2019\u201D\u2026]+$/, '');
	const isOpen = bare.endsWith(')') && bare.split(')').length > bare.split('(').length;
	if (isOpen) return withoutEnd(bare.slice(0, -1));
	return bare;
}

/**
 * What was typed for a text and is read otherwise: an address that Markdown would end too late (`https://example.org، ثم`),
 * a name that it would take for mail (`@news@example.social`), a line of prose that MDX would take for code.
 */
function typedText(text: string): Replacement[] {
	const found = [
		...Array.from(text.matchAll(SWALLOWING), ({ 0: taken, index }) => {
			const address = withoutEnd(taken);
			const by = `[${address.replace(/[*_~`]/g, '\\$&')}](${address
				.replace(/^www/i, 'https://$&')
				.replaceAll('(', '%28')
				.replaceAll(')', '%29')})`;
			return { index, length: address.length, by };
		}),
		...Array.from(text.matchAll(FEDIVERSE), ({ index }) => ({ index, length: 1, by: '\\@' })),
		...Array.from(text.matchAll(DIALLED), ({ index }) => ({ index, length: 1, by: '\\*' })),
		...Array.from(text.matchAll(IMPORT), ({ 0: { 0: letter = '' }, index }) => ({
			index,
			length: 1,
			by: ` ${letter}`,
		})),
	];
	if (found.length === 0) return [];
	const markup = markupSpans(text);
	return found
		.filter(({ index }) => !markup.some(([start, end]) => index >= start && index < end))
		.sort((a, b) => a.index - b.index);
}

/** A line of prose that begins as code does: «import duties fell». A space before it says that it is none. */
const IMPORT =
	/^(?:import|export)(?=[ \t])(?![ \t]+(?:["'\{*\(]|[\w$]+[ \t]*(?:,[^\n]*)?from[ \t]*["']|(?:const|let|var|function|class|default|async|type|interface|enum)\b))/gmv;

/** What begins an embedding or an isolate (not an override), its words, and what ends it. */
const EMBEDDED =
	/([\u202A\u202B\u2066-\u2068])([^\u202A-\u202E\u2066-\u2069\n]*)(?:[\u202C\u2069])/gv;
const ARABIC_WORDS = /^[[\p{Script=Arabic}\p{M}\s]--\p{Nd}]*$/v;
/** A number that keeps its order in any text: UAX #9, W4. */
const WHOLE_NUMBER = /^\p{Nd}+(?:[.,:\/]\p{Nd}+)*$/v;
/** Words that a Latin letter begins, and addresses, which links isolate. */
const LATIN_WORDS =
	/^(?:[A-Za-z]\w*(?:[ .,\&'\u2019\/\-]{1,2}\w+)*|https?:\/\/[\w.\/~%?\&=#\-]+|[\w.+\-]+@[\w.\-]+)$/v;

/**
 * Pairs that a chat or a telephone puts around words and numbers and that change nothing here: the
 * words run that way by themselves, and the page isolates the number (`isolated-numbers.ts`).
 */
function idlePairs(text: string): Replacement[] {
	return Array.from(text.matchAll(EMBEDDED)).flatMap(
		({ 0: whole, 1: opening = '', 2: inside = '', index }) => {
			const end = index + whole.length;
			const isAmongArabic =
				/(?:^|\n|\n[ \t\-]*\w+:|[\p{Script=Arabic}&&\p{L}])[^\p{L}\p{Nd}\n]*$/v.test(
					text.slice(Math.max(0, index - 100), index),
				) &&
				/^[^\p{L}\p{Nd}\n]*(?:$|\n|[\p{Script=Arabic}&&\p{L}])/v.test(text.slice(end, end + 100));
			if (!isAmongArabic) return [];
			const [run, ...others] = isolateNumbers(inside);
			const isWanted =
				(ARABIC_WORDS.test(inside) && /[\u202B\u2067\u2068]/.test(opening)) ||
				((LATIN_WORDS.test(inside) ||
					WHOLE_NUMBER.test(inside) ||
					(run?.dir === 'ltr' && others.length === 0)) &&
					/[\u202A\u2066\u2068]/.test(opening));
			if (!isWanted) return [];
			return [
				{ index, length: 1, by: '' },
				{ index: end - 1, length: 1, by: '' },
			];
		},
	);
}

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
 * without idle marks and needless spaces, and its signs as signs of a text. The file stays as it is.
 */
export const readSource = (raw: string): Source => read(raw, true);

/** Reads a value of the frontmatter, which has no markup. */
export const readValue = (raw: string): string => read(raw, false).text;

function read(raw: string, isFile: boolean): Source {
	let text = raw;
	let origins: Uint32Array | undefined;
	const replaceAll = (replacements: readonly Replacement[]) => {
		const parts: string[] = [];
		const places: number[] = [];
		let last = 0;
		const kept = Array.from(text.matchAll(QURAN), ({ 0: all, index }) => [
			index,
			index + all.length,
		]);
		for (const { index, length, by } of replacements) {
			const found = text.slice(index, index + length);
			if (found === by) continue;
			const isKept = kept.some(([start = 0, end = 0]) => index >= start && index < end);
			if (isKept && !/[\n\r\u2028\u2029]/.test(found)) continue;
			for (let at = last; at < index; at++) places.push(at);
			for (let unit = 0; unit < by.length; unit++) places.push(index + Math.min(unit, length - 1));
			parts.push(text.slice(last, index), by);
			last = index + length;
		}
		if (last === 0) return;
		for (let at = last; at <= text.length; at++) places.push(at);
		parts.push(text.slice(last));
		const before = origins;
		text = parts.join('');
		origins = Uint32Array.from(places, (place) => before?.[place] ?? place);
	};
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

	// A line separator within a value of the frontmatter would cut the value in two.
	const facts = /^\s*---[ \t]*\r?\n[\s\S]*?\n---/.exec(raw)?.[0].length ?? 0;
	// Word and Google Docs copy the end of a line as a vertical tab, that of a page as a form feed.
	replace(/\r\n?|[\u2028\u2029\v\f]\n?/g, (end, index) =>
		index < facts && /^[\u2028\u2029\v\f]$/.test(end) ? ' ' : '\n',
	);
	if (isFile) replace(/^\s+(?=---[ \t]*\n)/g, () => '');
	replace(INVISIBLE, () => '');
	replace(JOINERS, () => '');
	if (/[\u202A\u202B\u2066-\u2068]/.test(text)) replaceAll(idlePairs(text));
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
		// In French they belong to the signs, and a line must not end between.
		if (/^«|»$/.test(beside) && !/\p{Script=Arabic}/u.test(lineAt(all, index))) return '\u00A0';
		return /^[«(]|[»)]$/.test(beside) ? '' : ' ';
	});

	if (isFile) replaceAll(typedText(text));
	const found = isFile ? textSigns(text) : [];
	const all = found.flatMap(({ parts }) => parts).sort((a, b) => a.index - b.index);
	const before = origins;
	replaceAll(all);
	const ends = new Map<number, number>();
	/** By the index of a sign, where it stands now. */
	const moved = new Map<number, number>();
	let longer = 0;
	for (const { index, length, by } of all) {
		const [now, last] = [index + longer, index + length - 1];
		moved.set(index, now);
		ends.set(now + by.length - 1, (before?.[last] ?? last) + 1);
		longer += by.length - length;
	}
	const signs = found.map(({ kind, parts }) => ({
		kind,
		places: parts.map(({ index, by }) => ({ offset: moved.get(index) ?? index, text: by })),
	}));
	const origin = (offset: number) => origins?.[offset] ?? offset;
	return { text, origin, end: (offset) => ends.get(offset) ?? origin(offset) + 1, signs };
}
