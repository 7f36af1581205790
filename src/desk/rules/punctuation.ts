import {
	ARABIC,
	hasArabic,
	isProclitic,
	LETTER,
	MARKS,
	matching,
	PART_OF_WORD,
	pattern,
	type Rule,
} from './rule.ts';

const ARABIC_MARK: Record<string, string> = { ',': '\u060C', ';': '\u061B', '?': '\u061F' };

/**
 * Not the end of a sentence: titles (د.أحمد), addresses (العربية.نت), letters spelled (سي.آي.إيه),
 * units (نيوتن.متر).
 */
const TITLE = String.raw`(?<!${PART_OF_WORD}|\p{Nd})(?:[وفبل]?(?:ال)?د|[وف]?[مأ])`;
const DOMAIN = String.raw`(?:نت|كوم|أورج|تي[\s.]?في|إف[\s.]?إم)(?!${PART_OF_WORD})`;
const STOP = [
	String.raw`(?<=${LETTER}{3}|\p{Nd}${LETTER}|[\p{Nd}»\)\]"\u201D%])\.(?=${ARABIC})`,
	String.raw`(?<=${LETTER}{2})\.(?=${LETTER}{3})`,
].map(
	(stop) =>
		String.raw`(?<!${TITLE}|^\d{1,9}|نيوتن|واط)(?<!\.${LETTER}{1,4})${stop}(?!${DOMAIN}|${LETTER}{1,4}\.${ARABIC}|${LETTER}(?!${PART_OF_WORD}))`,
);
const MISSING_AFTER = new RegExp(
	[
		...STOP,
		`[${MARKS}!:](?=${ARABIC})|(?<=«[^«»]*)»(?=${LETTER}{2}|و«)`,
		// The two points of newsrooms and the ellipsis, «غدًا..أمطار».
		String.raw`(?<=${LETTER}[»\)]?)(?:\.\.|\u2026)(?=[«\(]?${ARABIC})|(?<=${LETTER}[»\)]? )\.\.(?=[«\(]?${ARABIC})`,
		// «**تنويه:**نص»: the space stands behind the signs of emphasis.
		String.raw`(?<=^[^*]*\*\*[^*]*[${MARKS}!:.])\*\*(?=${ARABIC})`,
		// 10:30, 1:4, localhost:4321 are one word.
		// So are a place in a book, [النساء:58], and an hour of the Maghreb, 10سا:30.
		String.raw`(?<!\p{Nd})[${MARKS}](?=\p{Nd})|(?<=${LETTER}[»\)]?)(?<![\[\(]${PART_OF_WORD}+|\p{Nd}${PART_OF_WORD}{1,3})[!:](?=\p{Nd})`,
	].join('|'),
	'gv',
);

/**
 * A number before the word that it counts, which is no short unit; a word before the number that it
 * announces.
 */
const STUCK = new RegExp(
	[
		String.raw`(?<=(?<![${PART_OF_WORD}\p{L}\p{Nd}_*#@.,:٫٬\/\-])(?<before>${PART_OF_WORD}*))\p{Nd}+(?:[.,٫٬]\p{Nd}+)*(?!(?:كجم|كغم|كلم|ملم|ملغ|مجم)(?!${PART_OF_WORD}))(?=${LETTER}{3})`,
		String.raw`(?<![${PART_OF_WORD}_#@])(?:[وفبلك]?(?:ال)?(?:عام|سنة|ساعة|مادة|رقم)|و?(?:نحو|حوالي|منذ|قبل|بعد))(?=\p{Nd})`,
	].join('|'),
	'gv',
);

/** Signs and the spaces about them: W3C alreq, https://www.w3.org/TR/alreq/. */
export const PUNCTUATION: readonly Rule[] = [
	{
		name: 'latin-punctuation',
		find: matching(
			pattern`(?<!&#?\w{1,8})(?![;]-?[\)\(D])(?:(?<=${LETTER}[\s»\)\]"']*)[,;?]|[,;?](?=[\s«\(\["']*${ARABIC})(?<!¿[^?]*.))`,
			(found) => `علامة ${found} لاتينية في نص عربي. اكتب «${ARABIC_MARK[found]}».`,
			(found) => ARABIC_MARK[found],
		),
	},
	{
		name: 'space-after',
		find: matching(
			MISSING_AFTER,
			(found) => `بعد علامة ${found} مسافة ناقصة. اكتبها.`,
			(found) => `${found} `,
		),
	},
	{
		// «الجامعةالعربية»: ة ends a word.
		name: 'space-between',
		find: matching(
			pattern`(?<=${LETTER}{2}ة)(?=${LETTER}{3})`,
			() => 'بعد التاء المربوطة مسافة ناقصة. اكتبها.',
			() => ' ',
		),
	},
	{
		name: 'space-about-number',
		// «10كم» and «فرانس24» are written so.
		find: matching(
			(text) =>
				text
					.matchAll(STUCK)
					.filter(({ groups: { before = '' } = {} }) => before === '' || isProclitic(before)),
			(found) => `بين «${found}» وما بعده مسافة ناقصة. اكتبها.`,
			(found) => `${found} `,
		),
	},
	{
		name: 'space-before-opening',
		// «مرشح(ة)» and «انظر(ي)» are one word, as «7-6(5)», «45(+3)», «المادة 5(أ)», «5(2)(b)» and
		// «Ca3(PO4)2» are.
		find: matching(
			(text) =>
				text
					.matchAll(
						pattern`[«\(](?=\S)(?<!\p{Script=Latin}[\p{Nd}\)]*\()(?<=([${PART_OF_WORD}\p{Nd}]+|[»\)\].:!%\u2026${MARKS}]).)(?!(?<=\()(?:ة|ات|ون|ين|ان|ي|ت|وا)\)|(?<=\p{Nd}\)?\()(?:\+?\p{Nd}{1,2}|${ARABIC}|[a-z])\))`,
					)
					.filter(({ 1: before = '' }) => !isProclitic(before)),
			(found) => `قبل علامة ${found} مسافة ناقصة. اكتبها، ولا يتصل بها إلا مثل و ب ل ال.`,
			(found) => ` ${found}`,
		),
	},
	{
		name: 'space-before',
		// In French such a space is right, as in «Gabès : état des lieux», and in a result, «3 : 1».
		find: matching(
			(text) =>
				hasArabic(text)
					? text.matchAll(
							pattern`(?<=\S)(?<!^[ \t]*\d{1,9})(?!(?<=\p{Nd}) : \p{Nd}|(?<=\p{Script=Latin})\s+[!:;](?:\s+\p{Script=Latin}|\s*»))\s+(?=[${MARKS}.!:;](?![\w.\/=:]|-?[\)\(D]))`,
						)
					: [],
			'مسافة قبل علامة الترقيم. احذفها.',
			() => '',
		),
	},
	{
		name: 'three-dots',
		find: matching(
			// A longer row is a blank to fill in; before a move of chess, 12...Rxe5, they are its
			// number's.
			/(?<!\.)\.{3,6}(?!\.|(?<=\d\.+)[A-Za-z])/g,
			(found) => `${found} نقاط متتالية. اكتب علامة الحذف «…» (U+2026).`,
			() => '\u2026',
		),
	},
	{
		name: 'repeated-mark',
		find: matching(
			/([\u060C\u061B])\1+/g,
			(found) => `علامة ${found[0]} مكررة. اكتبها مرة واحدة، ولا مكان لها في آخر الكلام.`,
			(found, text, index) =>
				/\p{L}/u.test(text.slice(index + found.length)) ? found[0] : undefined,
		),
	},
	{
		// Bidi does not mirror it. Between numbers the page keeps it (`article/isolated-numbers.ts`),
		// in a formula its letters do.
		name: 'arrow',
		find: matching(
			pattern`(?<=${LETTER}[»\)\p{Nd}%]* ?)[→⇒](?= ?[«\(]?${ARABIC})`,
			(found) =>
				`السهم ${found} يشير في نص عربي إلى ما قبله، فيُقرأ بالعكس. اكتب ${found === '→' ? '←' : '⇐'}، أو كلمة مثل «إلى».`,
		),
	},
	{
		name: 'percent-order',
		find: matching(
			pattern`(?:(?<![\p{L}\p{Nd}%٪])|(?<=(?<!\p{L})(?:و|و?ب)))[%٪]\p{Nd}+(?:[.,٫]\p{Nd}+)?(?![\p{Nd}%٪])`,
			(found) => `علامة ${found[0]} قبل العدد في «${found}». اكتب ${found.slice(1)}${found[0]}.`,
		),
	},
];
