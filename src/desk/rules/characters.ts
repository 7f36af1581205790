import { parseFragment } from 'parse5';
import { either, inTurn } from '../../article/pattern-parts.ts';
import { codes, named } from './character-names.ts';
import { ARABIC, isProclitic, LETTER, matching, PART_OF_WORD, pattern, type Rule } from './rule.ts';

/** Digits and what joins them, with a direction mark in between. */
const TURNED =
	/[\d\u0660-\u0669]+(?:[\u061C\u200E\u200F]*[.,:\/\-\u066B\u066C]?[\u061C\u200E\u200F]*[\d\u0660-\u0669]+)*/gv;
const MARK = /[\u061C\u200E\u200F]/;
const MARKS_IN = /[\u061C\u200E\u200F]/g;

/**
 * How a number with direction marks inside is seen: its parts follow one another from the right.
 */
const asSeen = (number: string) =>
	(
		number
			.replace(/(?<=[\d\u0660-\u0669])\u200E+(?=[\d\u0660-\u0669])/g, '')
			.match(/[\d\u0660-\u0669]+|[.,:\/\-\u066B\u066C]/gv) ?? []
	)
		.reverse()
		.join('');

/** Honorifics of Unicode 14 and later: most phones have no picture of them. */
const HONORIFICS: Record<string, string> = {
	'\uFD40': 'رحمه الله',
	'\uFD41': 'رضي الله عنه',
	'\uFD42': 'رضي الله عنها',
	'\uFD43': 'رضي الله عنهم',
	'\uFD44': 'رضي الله عنهما',
	'\uFD45': 'رضي الله عنهن',
	'\uFD46': 'صلى الله عليه وآله',
	'\uFD47': 'عليه السلام',
	'\uFD48': 'عليهم السلام',
	'\uFD49': 'عليهما السلام',
	'\uFD4A': 'عليه الصلاة والسلام',
	'\uFD4B': 'قدس سره',
	'\uFD4C': 'صلى الله عليه وآله وسلم',
	'\uFD4D': 'عليها السلام',
	'\uFD4E': 'تبارك وتعالى',
	'\uFD4F': 'رحمهم الله',
	'\uFDCF': 'سلامه علينا',
	'\uFDFE': 'سبحانه وتعالى',
	'\uFDFF': 'عز وجل',
};

/**
 * Of Persian, Urdu and related languages only, as is a joiner within a word: a word with them is
 * not Arabic.
 */
const OTHER_LANGUAGE = /[\u200Cپچژگٹڈڑےںہۀەێۆڕڵ]/;
/** Those that no Arabic text borrows: a whole block with one is Urdu, Kurdish or the like. */
const OTHER_TEXT = /[ٹڈڑےںہەێۆڕڵ]/;
/** Words of Persian sentences that are none in Arabic. */
const PERSIAN = pattern`(?<!${PART_OF_WORD})(?:است|یک|که|از|را|های|در)(?!${PART_OF_WORD})`;
/** What no Persian word has: hamza over or below alef, ة, ى, Arabic kaf and yeh, the article. */
const ARABIC_WORD = /[أإةىكي]|^[وفبك]*(?:ال|لل)/;
/**
 * Whether a text, or the quotation in it that an offset is in, is of another language in Arabic
 * letters, by its letters or words.
 */
function isOtherLanguage(text: string, index: number): boolean {
	const start = Math.max(text.lastIndexOf('«', index), text.lastIndexOf('»', index)) + 1;
	const [passage = ''] = text.slice(start).split(/[«»]/, 1);
	return (OTHER_TEXT.test(passage) || passage.search(PERSIAN) >= 0) && !/[أإةىكي]/.test(passage);
}
/** Words that end in ى and in nothing else. */
const ENDS_IN_ALEF = /^[وف]?(?:إلی|الی|حتی|متی|لدی|سوی|مدی|أخری|إحدی|کبری|الکبری)$/;
const OF_WORD = String.raw`[\p{L}\p{M}\u0640\u200C]`;
/** Finds what stands about an offset: the end of what is before it, and the start of the rest. */
const about = (end: string, start: string) => {
	const [before, after] = [new RegExp(`${end}$`, 'v'), new RegExp(`^${start}`, 'v')];
	return (text: string, index: number) =>
		(before.exec(text.slice(Math.max(0, index - 60), index))?.[0] ?? '') +
		(after.exec(text.slice(index, index + 60))?.[0] ?? '');
};
const wordAt = about(`${OF_WORD}*`, `${OF_WORD}*`);
/** A word and those beside it: a name has several. */
const wordsAt = about(`(?:${OF_WORD}+ )?${OF_WORD}*`, `${OF_WORD}*(?: ${OF_WORD}+)?`);
/**
 * Whether the passage at an offset, the word there or one beside it is Persian, Urdu or Kurdish.
 */
export const isInOtherLanguage = (text: string, index: number) =>
	isOtherLanguage(text, index) || OTHER_LANGUAGE.test(wordsAt(text, index));
function arabicLetter(found: string, text: string, index: number): string | undefined {
	if (OTHER_TEXT.test(text) || text.search(PERSIAN) >= 0) return undefined;
	// Among Arabic kafs and yehs it was not typed by this keyboard: a Persian word may be quoted.
	if (/[كي]/.test(text) && !ARABIC_WORD.test(wordAt(text, index))) return undefined;
	if (found === '\u06A9') return 'ك';
	if (found === '\u06BE') return 'ه';
	if (text.slice(index + 1).search(pattern`${PART_OF_WORD}`) === 0) return 'ي';
	return ENDS_IN_ALEF.test(wordAt(text, index)) ? 'ى' : undefined;
}

/** The sign that an entity of HTML stands for; undefined for one that is unknown, or unseen. */
function entity(written: string): string | undefined {
	const [node] = parseFragment(written).childNodes;
	const sign = node && 'value' in node ? node.value.replace('\u00A0', ' ') : written;
	return sign === written || /\p{C}/u.test(sign) ? undefined : sign;
}

/** Marks that only copies of the Quran have: its sukun, its tanwins, where to stop. */
const MUSHAF = '[\u0656-\u065E\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED]';
/** Where a verse stands, as it is told behind it: «﴾ [سورة البقرة: 255]». */
const PLACE =
	/^[^\n﴾]*﴾?[ \u00A0]*[\[\(](?:سورة[ \u00A0])?([^\]\):،\/]+)[:،\/][ \u00A0]*(?:الآية[ \u00A0])?(\d+(?:[\-–]\d+)?)[\]\)]/v;

/** Words between brackets that face away from them, as a PDF gives them: «)نعم(». */
const TURNED_PAIR = String.raw`\)(?=\S)[^\(\)\n]*\S\((?=$|[\s.,:!»،؛؟])`;
/** Behind a bracket: one that closes it, at a word or apart, and begins no turned pair. */
const CLOSED = String.raw`[^\(\)]*(?:[^\s«\(\)]|[\s«](?!${TURNED_PAIR}))\)`;
const TURNED_BRACKETS = either(
	// U+FD3F opens a verse and U+FD3E closes it; they are not mirrored.
	String.raw`(?<!\uFD3F[^\uFD3E]*)\uFD3E[^\uFD3E\uFD3F\n]+\uFD3F(?![^\uFD3F]*\uFD3E)`,
	inTurn(String.raw`(?<=^|[\s«])(?<!\([^\)\n]*)`, TURNED_PAIR, `(?!${CLOSED})`),
);

export const CHARACTERS: readonly Rule[] = [
	{
		// CVE-2021-42574, https://trojansource.codes
		name: 'bidi-control',
		severity: 'error',
		everywhere: true,
		find: matching(
			/[\u202A-\u202E\u2066-\u2069]/g,
			(found) =>
				`${named(found)} محرف خفي يعرض النص بغير ترتيبه. احذفه، ولضبط الاتجاه استعمل <Ltr> أو <bdi>.`,
		),
	},
	{
		name: 'turned-number',
		severity: 'error',
		everywhere: true,
		find: matching(
			(text) =>
				text
					.matchAll(TURNED)
					.filter(([found]) => MARK.test(found) && asSeen(found) !== found.replace(MARKS_IN, '')),
			(found) =>
				`في العدد «${found.replace(MARKS_IN, '')}» محرف اتجاه خفي، فيراه القارئ «${asSeen(found)}». اكتب العدد من جديد كما يُرى: ${asSeen(found)}، أو كما تقصده.`,
		),
	},
	{
		// Also lone surrogates and noncharacters: no channel transmits them intact.
		name: 'control',
		severity: 'error',
		everywhere: true,
		find: matching(
			/(?:(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point})+/gv,
			(found) => `«${codes(found)}» محرف تحكّم لا مكان له في نص. احذفه.`,
			// Between letters: a character may be lost.
			(_, text, index) => {
				const before = /\S\p{Cc}*$/v.exec(text.slice(Math.max(0, index - 1), index));
				const after = text.slice(index).replace(/^\p{Cc}+/v, '');
				return !before || !after || /^\s/.test(after) ? '' : undefined;
			},
		),
	},
	{
		// In the frontmatter, or escaped twice: Markdown has read all others.
		name: 'entity',
		find: matching(
			/&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[a-z]{2,6});/g,
			(found) => {
				const sign = entity(found);
				const mend =
					sign === undefined ? 'اكتب العلامة نفسها' : sign.trim() ? `اكتب ${sign}` : 'اكتب مسافة';
				return `«${found}» رمز من HTML يُطبع كما هو. ${mend}.`;
			},
			entity,
		),
	},
	{
		name: 'honorific',
		find: matching(
			/[\uFD40-\uFD4F\uFDCF\uFDFE\uFDFF]/g,
			(found) =>
				`«${found}» (${codes(found)}) لا تعرضه أجهزة كثيرة. اكتب «${HONORIFICS[found]}»، أو أبقه إن كان مقصودًا.`,
		),
	},
	{
		name: 'joiner',
		find: matching(
			(text) =>
				text
					.matchAll(pattern`(?<=${LETTER})\u200C(?=${ARABIC})`)
					// In Persian it is right.
					.filter(({ index }) => !/[\u06A9\u06CCپچژگ]/.test(wordAt(text, index))),
			(found, text, index) =>
				`${named(found)} محرف خفي في «${wordAt(text.replaceAll('\u200C', '\u0640'), index).replaceAll('\u0640', ' ')}» يفصل الحرف عمّا بعده ولا يجده البحث. اكتب مسافة أو صِل الحرفين.`,
		),
	},
	{
		name: 'tatweel',
		find: matching(
			(text) =>
				text.matchAll(/\u0640+/g).filter(({ 0: found, index }) => {
					const before = text.slice(Math.max(0, index - 20), index);
					const after = text.slice(index + found.length);
					// In the mushaf it carries hamza and small letters.
					if (/[\u0670\u0671\u06D6-\u06ED]/v.test(wordAt(text, index))) return false;
					if (/^\p{M}*[\u0654\u0655]/v.test(after)) return false;
					// The halves of a verse that part a word: «غنّـ … ـنت».
					if (/^\s*\u2026\s*\u0640/v.test(after) || /\u0640\s*\u2026\s*$/v.test(before))
						return false;
					// A letter alone stands for a word: 1448هـ, صـ 12, جـ2, اهـ.
					if (
						found.length === 1 &&
						/(?<![[\p{Script=Arabic}\p{M}]--\p{Nd}])(?:و?[\p{Script=Arabic}--[أوفبكل]]|[اأ]ه)$/v.test(
							before,
						)
					)
						return after.search(pattern`${PART_OF_WORD}`) === 0;
					const word = new RegExp(`${PART_OF_WORD}+$`, 'v').exec(before)?.[0];
					return !(
						found.length === 1 &&
						word !== undefined &&
						isProclitic(word) &&
						/^[ \u200E\u200F]?(?:[\p{N}\p{Script=Latin}\p{Sc}«»\u2039\u201C\u2018\(\[\{"'*#@:…⌘⌥⇧⌃\uFFFC]|\uFD3F|[+\-\u2212±≈~][\p{N}\p{Sc}]|(?<=[ ])[\p{Script=Arabic}&&\p{L}]\.)/v.test(
							after,
						)
					);
				}),
			(found, text, index) =>
				isDash(found, text, index)
					? `${named('\u0640')} تطويل مكان الشرطة. اكتب «–» (U+2013 EN DASH).`
					: `${named('\u0640')} تطويل يُفسد البحث والنسخ. احذفه، ويُقبل في مثل 1436هـ ولـ«الاسم» وبـ14.`,
			(found, text, index) => {
				if (isDash(found, text, index)) return '–';
				const inside =
					new RegExp(`${LETTER}$`, 'v').test(text.slice(Math.max(0, index - 9), index)) &&
					text.slice(index + found.length).search(pattern`${ARABIC}|\p{M}`) === 0;
				return inside ? '' : undefined;
			},
		),
	},
	{
		// Not in the typeface of texts: a word with one would be drawn in pieces.
		name: 'mushaf-sign',
		find: matching(new RegExp(`${MUSHAF}(?:[^\\n﴿﴾]*${MUSHAF})?`, 'gv'), (found, text, index) => {
			const [, surah = '…', ayah = '…'] =
				PLACE.exec(text.slice(index + found.length, index + found.length + 200)) ?? [];
			return `علامات المصحف (${codes(found[0] ?? '')}) ليست في خط النص، فتُرى الكلمات متقطعة. ضع الآية بين <Quran surah="${surah}" ayah="${ayah}"> و</Quran>، أو اكتبها بعلامات اليوم.`;
		}),
	},
	{
		name: 'turned-brackets',
		find: matching(
			pattern`${TURNED_BRACKETS}`,
			(found) => `القوسان مقلوبان. اكتب ${upright(found)}.`,
			upright,
		),
	},
	{
		name: 'persian-letter',
		find: matching(
			(text) =>
				text
					.matchAll(/[\u06A9\u06CC\u06BE]/g)
					.filter(
						({ index }) =>
							!isOtherLanguage(text, index) &&
							!OTHER_LANGUAGE.test(wordAt(text, index)) &&
							!OTHER_TEXT.test(wordsAt(text, index)),
					),
			(found) =>
				`${named(found)} حرف فارسي. اكتب ${{ '\u06A9': 'ك (U+0643)', '\u06BE': 'ه (U+0647)' }[found] ?? 'ي (U+064A) أو ى (U+0649)'}، أو ضع الكلمة في <bdi lang="fa">.`,
			arabicLetter,
		),
	},
];

/** Words in brackets that each face away from them, with the brackets exchanged. */
function upright(found: string): string {
	return `${found.at(-1)}${found.slice(1, -1)}${found[0]}`;
}

/** A tatweel that stands between words, as in «ـ رحمه الله ـ». */
function isDash(found: string, text: string, index: number): boolean {
	return (
		found.length <= 3 &&
		/(?:^|\s)$/.test(text.slice(Math.max(0, index - 1), index)) &&
		/^(?:[ \u00A0]|$)/.test(text.slice(index + found.length))
	);
}
