import { inDigits } from '../publisher/numbers.ts';
import { site } from '../site.ts';
import { baseLetters, codes, named } from './characters.ts';
import { ranges, scattered } from './numbers.ts';

/** Something wrong in a text. Offset and length count UTF-16 units. */
export interface TextProblem {
	offset: number;
	length: number;
	/** The name of a row in `RULES`. */
	rule: string;
	/** In Arabic: which character, what is wrong, how to mend it. */
	message: string;
	severity?: 'warning';
}

interface Found {
	0: string;
	index: number;
}

interface Rule {
	name: string;
	find: RegExp | ((text: string) => Iterable<Found>);
	message: string | ((found: string) => string);
	/** A matter of style; everything else is an error. */
	severity?: 'warning';
	/** Wrong wherever it stands, in code and addresses too. */
	everywhere?: true;
}

const pattern = (parts: TemplateStringsArray, ...names: string[]) =>
	new RegExp(String.raw(parts, ...names), 'gv');
const either = (...patterns: RegExp[]) =>
	new RegExp(patterns.map(({ source }) => source).join('|'), 'gv');

const ARABIC = String.raw`[\p{Script=Arabic}&&\p{L}]`;
/** A letter with its tashkeel (and a tatweel, which has its own rule). */
const LETTER = String.raw`(?:${ARABIC}\p{M}*\u0640*)`;
const PART_OF_WORD = String.raw`[${ARABIC}\p{M}\u0640]`;
/** Arabic comma, semicolon, question mark; to stand inside a class. */
const MARKS = String.raw`\u060C\u061B\u061F`;

const hasArabic = (text: string) => text.search(pattern`${ARABIC}`) >= 0;

/** An address is no prose; the mark that ends the sentence after it is. */
const ADDRESS = pattern`(?:https?:\/\/|www\.)[^\s«»${MARKS}]*[\p{L}\p{M}\p{Nd}\/]`;

/** Straight quotes. After a Latin letter or a digit it is an apostrophe, a foot, an inch. */
const STRAIGHT = either(
	pattern`(?<![\p{Script=Latin}\p{Nd}])(?:"[^"]+"|'(?!\s)[^']+(?<!\s)'(?!\p{Script=Latin}))`,
	pattern`(?<![\p{Script=Latin}\p{Nd}])(?:"(?=\s*${ARABIC})|'(?=${ARABIC}))`,
	pattern`(?<=${LETTER}\s*)"|(?<=${LETTER})'`,
);
const quotesArabic = ([found]: RegExpExecArray) => found.length === 1 || hasArabic(found);
const CURLY = either(
	pattern`[\u201C-\u201E][^\u201C-\u201E]*[\u201C-\u201E]|[\u201C-\u201E]`,
	pattern`(?<!\p{Script=Latin})[\u2018\u2019](?!\p{Script=Latin})`,
);
const guillemets = (found: string) => `«${found.length > 1 ? found.slice(1, -1).trim() : ' '}»`;

/** A particle that is one word with what follows: «و«الرؤية»», «و(ب)». */
const PROCLITIC = /^(?:أ|[وف]?(?:[بكل]?(?:ال)?|لل))$/;

/** The first cluster that NFC writes otherwise: where one is, hundreds follow, and one command mends them all. */
function denormalized(text: string): Found[] {
	if (text === text.normalize('NFC')) return [];
	const clusters = Array.from(new Intl.Segmenter('ar').segment(text), ({ segment, index }) => ({
		0: segment,
		index,
	}));
	return clusters.filter(({ 0: cluster }) => cluster !== cluster.normalize('NFC')).slice(0, 1);
}

function unbalanced(text: string): Found[] {
	const open: Found[] = [];
	const lost: Found[] = [];
	for (const quote of text.matchAll(/[«»]/g)) {
		if (quote[0] === '«') open.push(quote);
		else if (!open.pop()) lost.push(quote);
	}
	return [...lost, ...open];
}

/**
 * What no text of the site may hold, or should not. Sources: direction UAX #9 and CVE-2021-42574 (https://trojansource.codes);
 * normal form UAX #15; letters, quotes, punctuation, tatweel W3C alreq (https://www.w3.org/TR/alreq/).
 */
export const RULES: readonly Rule[] = [
	{
		name: 'bidi-control',
		everywhere: true,
		find: /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g,
		message: (found) =>
			`${named(found)} محرف خفي يعرض النص بغير ترتيبه. احذفه، ولضبط الاتجاه استعمل <Ltr> أو <bdi>.`,
	},
	{
		name: 'invisible',
		everywhere: true,
		// Some are right within an emoji: U+200D makes one of several, U+FE0F colours it, tags after a black flag name its land.
		find: /[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200C\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{1D173}-\u{1D17A}\u{E0100}-\u{E01EF}]|(?<![\p{Emoji}\p{Extended_Pictographic}])[\uFE00-\uFE0F]|(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0001}\u{E0020}-\u{E007F}]|(?<!\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*)\u200D|\u200D(?!\p{Extended_Pictographic})/gv,
		message: (found) => `${named(found)} محرف لا يُرى ويُفسد البحث والنسخ. احذفه.`,
	},
	{
		name: 'control',
		everywhere: true,
		// Also half a character, and what Unicode will never assign: no channel carries these whole.
		find: /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gv,
		message: (found) => `«${codes(found)}» محرف تحكّم لا مكان له في نص. احذفه.`,
	},
	{
		name: 'presentation-form',
		everywhere: true,
		// Right: the ornate brackets U+FD3E and U+FD3F, for which there are no letters.
		find: /[[\uFB50-\uFDFF\uFE70-\uFEFC]--[\uFD3E\uFD3F]]+/gv,
		message: (found) =>
			`«${found}» (${codes(found)}) من أشكال العرض ولا يجدها البحث. ${baseLetters(found) ? `اكتب «${baseLetters(found)}»` : 'احذفها'}.`,
	},
	{
		name: 'tatweel',
		everywhere: true,
		// Right: the letter heh alone, as after a Hijri year.
		find: pattern`(?!(?<=(?<!${PART_OF_WORD})\u0647)\u0640(?!${PART_OF_WORD}))\u0640+`,
		message: `${named('\u0640')} تطويل يُفسد البحث والنسخ. احذفه، ولا يُقبل إلا في «ه\u0640» وحدها كما في 1436ه\u0640.`,
	},
	{
		name: 'persian-letter',
		everywhere: true,
		find: /[\u06A9\u06CC]/g,
		message: (found) =>
			`${named(found)} حرف فارسي. اكتب ${found === '\u06A9' ? 'ك (U+0643)' : 'ي (U+064A) أو ى (U+0649)'}.`,
	},
	{
		name: 'nfc',
		find: denormalized,
		message: (found) =>
			`«${found}» مكتوب ${codes(found)} وليس بصيغة NFC. اكتبه ${codes(found.normalize('NFC'))} «${found.normalize('NFC')}»${found.includes('\u0651') ? '، الحركة قبل الشدة' : ''}.`,
	},
	{
		name: 'straight-quote',
		find: (text) => text.matchAll(STRAIGHT).filter(quotesArabic),
		message: (found) => `علامة ${found[0]} ليست علامة تنصيص عربية. اكتب ${guillemets(found)}.`,
	},
	{
		name: 'latin-punctuation',
		find: pattern`(?<=${LETTER}[\s»\)\]"']*)[,;?]|[,;?](?=[\s«\(\["']*${ARABIC})`,
		message: (found) =>
			`علامة ${found} لاتينية في نص عربي. اكتب «${{ ',': '\u060C', ';': '\u061B' }[found] ?? '\u061F'}».`,
	},
	{
		name: 'space-after',
		find: either(
			// Initials end no sentence: one letter before the stop, or two on both sides of it (so BBC is spelled).
			pattern`(?<=${LETTER}{3}|\p{Nd}${LETTER}|[\p{Nd}»\)\]"\u201D%])\.(?=${ARABIC})`,
			pattern`(?<=${LETTER}{2})\.(?=${LETTER}{3})`,
			pattern`[${MARKS}!:](?=${ARABIC})`,
			// 10:30, 1:4, localhost:4321 are one word.
			pattern`(?<!\p{Nd})[${MARKS}](?=\p{Nd})|(?<=${LETTER}[»\)]?)[!:](?=\p{Nd})`,
		),
		message: (found) => `بعد علامة ${found} مسافة ناقصة. اكتبها.`,
	},
	{
		name: 'space-before-opening',
		// «مرشح(ة)» is one word.
		find: (text) =>
			text
				.matchAll(
					pattern`[«\(](?<=([${PART_OF_WORD}\p{Nd}]+|[»\)\].:!%\u2026${MARKS}]).)(?!(?<=\()(?:ة|ات|ون|ين|ان)\))`,
				)
				.filter(({ 1: before = '' }) => !PROCLITIC.test(before.replace(/[\p{M}\u0640]/gv, ''))),
		message: (found) => `قبل علامة ${found} مسافة ناقصة. اكتبها، ولا يتصل بها إلا مثل و ب ل ال.`,
	},
	{
		name: 'latin-quote',
		severity: 'warning',
		find: (text) =>
			hasArabic(text) ? text.matchAll(STRAIGHT).filter((found) => !quotesArabic(found)) : [],
		message: (found) => `علامة ${found[0]} في نص عربي. اكتب ${guillemets(found)}.`,
	},
	{
		name: 'curly-quote',
		severity: 'warning',
		find: (text) => (hasArabic(text) ? text.matchAll(CURLY) : []),
		message: (found) => `علامة ${found[0]} لا تنعكس مع اتجاه النص. اكتب ${guillemets(found)}.`,
	},
	{
		name: 'arabic-digit',
		severity: 'warning',
		// A site in Arabic digits allows Latin ones too: addresses and codes have no others.
		find: (text) =>
			text.matchAll(
				site.digits === 'arab' ? /[\u06F0-\u06F9]+/g : /[\u0660-\u0669\u06F0-\u06F9]+/g,
			),
		message: (found) =>
			`«${found}» (${codes(found)}) بغير أرقام الموقع من ${inDigits('0')} إلى ${inDigits('9')}. اكتب ${inDigits(found.replace(/./g, (digit) => `${digit.charCodeAt(0) & 15}`))}.`,
	},
	{
		name: 'space-before',
		severity: 'warning',
		find: pattern`(?<=\S)\s+(?=[${MARKS}.!:;](?![\w.\/=]))`,
		message: 'مسافة قبل علامة الترقيم. احذفها.',
	},
	{
		name: 'space-inside',
		severity: 'warning',
		find: /(?<=[«\(])\s+(?![\s»\)])|(?<![\s«\(])\s+(?=[»\)])/gv,
		message: 'مسافة بين القوس أو علامة التنصيص وما بداخلها. احذفها.',
	},
	{
		name: 'double-space',
		severity: 'warning',
		find: /(?<=\S)[ \t\u00A0]{2,}(?=\S)/g,
		message: 'أكثر من مسافة بين كلمتين. اكتب واحدة.',
	},
	{
		name: 'three-dots',
		severity: 'warning',
		find: /\.{3,}/g,
		message: (found) => `${found} نقاط متتالية. اكتب علامة الحذف «…» (U+2026).`,
	},
	{
		name: 'range-dash',
		severity: 'warning',
		find: (text) => (hasArabic(text) ? ranges(text) : []),
		message: (found) =>
			`«${found}» مدى بين رقمين بغير علامته. اكتب «${found.replace(/[\-\u2014]/v, '\u2013')}» (U+2013 EN DASH).`,
	},
	{
		name: 'number-order',
		severity: 'warning',
		// Without Arabic before them parts with hyphens keep their order; a plus sign and spaces never do.
		find: (text) =>
			hasArabic(text) ? scattered(text) : scattered(text).filter(([found]) => found.includes('+')),
		message: (found) =>
			`«${found}» رقم تُعرض أجزاؤه بغير ترتيبها. اكتب <Ltr>${found}</Ltr> في متن المقال، فلا مكان لمثله في بياناته.`,
	},
	{
		name: 'unbalanced-quote',
		severity: 'warning',
		find: unbalanced,
		message: (found) =>
			`علامة ${found} بلا ${found === '«' ? 'علامة » تغلقها' : 'علامة « قبلها'}. أضف الناقصة أو احذف الزائدة.`,
	},
];

function judge(text: string, rules: readonly Rule[]): TextProblem[] {
	return rules.flatMap(({ name, find, message, severity }) =>
		Array.from(
			typeof find === 'function' ? find(text) : text.matchAll(find),
			({ 0: found, index }) => ({
				offset: index,
				length: found.length,
				rule: name,
				message: typeof message === 'string' ? message : message(found),
				...(severity && { severity }),
			}),
		),
	);
}

const inOrder = (a: TextProblem, b: TextProblem) => a.offset - b.offset;

/** The single characters that are wrong wherever they stand, for raw source with its code and addresses; all are errors. */
export function characterProblems(text: string): TextProblem[] {
	return judge(
		text,
		RULES.filter(({ everywhere }) => everywhere),
	).sort(inOrder);
}

/**
 * What is wrong with the visible text of one block of Arabic prose, in its order. U+FFFC in it stands for a word that is
 * not judged (code, a picture, isolated Latin).
 */
export function textProblems(text: string): TextProblem[] {
	const prose = text.replace(ADDRESS, (address) => '\uFFFC'.repeat(address.length));
	return [
		...characterProblems(text),
		...judge(
			prose,
			RULES.filter(({ everywhere }) => !everywhere),
		),
	].sort(inOrder);
}
