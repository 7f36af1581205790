import { codes } from '../characters.ts';
import { LETTER, matching, PART_OF_WORD, pattern, type Rule } from './rule.ts';

/** What Windows-1252 shows for a byte from 0x80 to 0x9F. */
const WINDOWS = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
/** The bytes of Arabic in UTF-8 (D8 to DB, then 80 to BF), each read as a letter. */
const MOJIBAKE = new RegExp(
	String.raw`[ØÙÚÛ][\u0080-\u00BF${WINDOWS}](?: ?[ØÙÚÛ][\u0080-\u00BF${WINDOWS}])+`,
	'gv',
);
/** Arabic in Windows-1256 read as Windows-1252: «ÇáÚÑÈíÉ». */
const OLD_MOJIBAKE = /(?<!\p{L})[ÇÃÅÈÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÝÞßáãäåæìíÉÁ]{5,}(?!\p{L})/gv;

const CODES_1252: Record<string, number> = Object.fromEntries(
	Array.from({ length: 256 }, (_, byte) => [
		new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
		byte,
	]),
);
const decodedAs = (label: string, text: string) =>
	new TextDecoder(label).decode(
		Uint8Array.from(text.replaceAll(' ', ''), (letter) => CODES_1252[letter] ?? 63),
	);

/** A text that was broken on its way here. Readers see it; only a person knows what stood there. */
export const DAMAGE: readonly Rule[] = [
	{
		name: 'replacement',
		severity: 'error',
		everywhere: true,
		find: matching(
			/\uFFFD+/g,
			(found) =>
				`«${found}» (${codes(found[0] ?? '')}) مكان حروف ضاعت عند الحفظ أو النسخ. احفظ الملف بترميز UTF-8 وأعد كتابة ما ضاع.`,
		),
	},
	{
		name: 'private-use',
		severity: 'error',
		everywhere: true,
		find: matching(
			/\p{Co}+/gv,
			(found) =>
				`محرف (${codes([...found].slice(0, 1).join(''))}) لا معنى له خارج خطه، فيُرى مربعًا فارغًا. اكتب الحرف أو الكلمة التي كانت مكانه.`,
		),
	},
	{
		name: 'mojibake',
		severity: 'error',
		find: (text) => [
			...matching(MOJIBAKE, (found) => mojibake(found, decodedAs('utf-8', found)))(text),
			...matching(OLD_MOJIBAKE, (found) => mojibake(found, decodedAs('windows-1256', found)))(text),
		],
	},
	{
		// A PDF gives lam-alef as one sign, and some programs copy its letters in the wrong order.
		name: 'swapped-lam-alef',
		severity: 'error',
		find: matching(pattern`(?<!${PART_OF_WORD})[وف]?ا(?:[إأ]ل?|ال)${LETTER}{2,}`, (found) => {
			const swapped = found.replace(/^([وف]?ا)([إأا])ل/, '$1ل$2');
			return `«${found}» كلمة تبدلت حروفها عند النسخ من PDF. ${swapped === found ? 'أعد كتابتها' : `اكتب «${swapped}» إن كانت المقصودة`}، وراجع كل ما نُسخ معها.`;
		}),
	},
	{
		// No word begins with ة, and only short ones with ى.
		name: 'visual-order',
		severity: 'error',
		find: matching(
			pattern`(?<!${PART_OF_WORD}|\p{L})[ةى](?=${LETTER}{2})${PART_OF_WORD}+`,
			(found) =>
				`«${found}» كلمة حروفها معكوسة كما في نصوص PDF. المقصود على ما يبدو «${[...found].reverse().join('')}». أعد كتابة الفقرة أو انسخها من مصدر آخر.`,
		),
	},
];

const mojibake = (found: string, meant: string) =>
	`«${found.trim()}» نص عربي قُرئ بترميز آخر. ${/\uFFFD|\?/.test(meant) ? 'انسخه من مصدره من جديد' : `المقصود على ما يبدو «${meant}»`}، واحفظ الملف بترميز UTF-8.`;
