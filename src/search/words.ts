/**
 * Words as search compares them. The index is built of their keys and a query becomes keys, so what
 * is done to one is done to the other. After the light stemmer of L. Larkey, L. Ballesteros and M.
 * Connell, “Light Stemming for Arabic Information Retrieval” (2007), with what readers of
 * newspapers need besides. Broken plurals are other words.
 *
 * It runs in old browsers, too: no lookbehind.
 */

/** What is written together with a number or with Latin letters: «الـGPS», «بـ50». */
const BEFORE = '(?:[وف]?(?:[بك]?ال|لل|[بكل])?ـ*)';
/** A digit, or a letter that is not Arabic. */
const OTHER = '(?:\\p{N}|(?![\\p{Script=Arabic}ـ])\\p{L})';
/**
 * Short parts that are as often written as one word: «Wi-Fi», «e-mail». Not the Arabic article:
 * «Al-Ali».
 */
const HYPHENED =
	'(?![AaEe]l-)\\p{Script=Latin}{1,4}(?:[-\u2011]\\p{Script=Latin}{1,4})+(?![\\p{L}\\p{N}-])';
const WORD = new RegExp(
	[
		// A number with its separators; a word that is not Arabic.
		`${BEFORE}(?:\\p{N}+(?:[.,٫٬]\\p{N}+)+|${HYPHENED}|${OTHER}(?:${OTHER}|[\\p{M}\\p{Cf}])*)`,
		// The first of two words that are as often written as one: «عبدالرحمن», «أبوظبي», «إنشاء الله»,
		// «شاءالله».
		'[وفبكل]?عبد(?=ال\\p{L}{2})|(?:[وفبكل]?أ|ا)بو(?=(?!ا)\\p{L}{3})|[إا]ن(?=شاء ?الله)|شاء(?=الله)',
		// A word with its vowels, tatweel and characters that nobody sees.
		'(?=\\p{Script=Arabic})\\p{L}(?:(?=\\p{Script=Arabic})\\p{L}|[\\p{M}\\p{Cf}ـ])*',
	].join('|'),
	'gu',
);
/** Vowels, tatweel and what nobody sees; of an alef with tanween (كتابًا) the alef, too. */
const MARKS = /\u064B[اى]$|[اى]\u064B$|[\p{M}\p{Cf}ـ]/gu;
/**
 * The article and what may stand before it. Its alef has no hamza: «إلكترونية» has no article.
 * «الله» is a name.
 */
const ARTICLE = new RegExp(
	`^(?:[وف]?(?:[بك]?ال|لل)(?!له$)(?=\\p{L}{2})|[وفبكلا]+(?=${OTHER}))`,
	'u',
);
/** Endings, after as many letters as must stand before one. «أمسية» is not of «أمس». */
const ENDINGS = [
	/^(\p{L}{4,}?)(?:ان|ون|ين)$/u,
	/^(?!امسي)(\p{L}{3,}?)(?:تها|ته|يه|يا|ي|ا)$/u,
	/^(\p{L}{2,}?)(?:ها|ات|ه)$/u,
];

/** A word and where it stands in its text, in UTF-16 units. */
export interface Word {
	word: string;
	start: number;
	end: number;
}

/** The words of a text, in its order. */
export function wordsOf(text: string): Word[] {
	return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
		word,
		start: index,
		end: index + word.length,
	}));
}

/** A word without its marks, of presentation forms the letters. */
const withoutMarks = (word: string) => word.normalize('NFKC').replace(MARKS, '');

/** Replaces the decimal point, as Pagefind splits words at points. */
const POINT = 'ۺ';

/**
 * Letters of names from elsewhere, of dialects and of Kurdish, by those that the same names have
 * without them: «ڨابس», «الچلبي», «شنگال».
 */
const PLAIN: Record<string, string> = {
	ى: 'ي',
	ی: 'ي',
	ێ: 'ي',
	ک: 'ك',
	گ: 'ك',
	ڭ: 'ك',
	ڨ: 'ق',
	چ: 'ج',
	ڤ: 'ف',
	پ: 'ب',
	ٱ: 'ا',
	ە: 'ه',
	ۆ: 'و',
	ڕ: 'ر',
	ڵ: 'ل',
};

/**
 * Letters that writers confuse become one, Latin letters lose case and accents, digits are 0-9.
 * Numbers lose what parts their thousands.
 */
const fold = (word: string) =>
	word
		// «مسؤول» and «مسئول»; «شيء», «شىء» and «شئ».
		.replace(/[ؤئء]و/g, 'وو')
		.replace(/[يى]ء/g, 'ي')
		// «هيئة» and «هيأة».
		.replace(/يأ(?=[ةه]$)/, 'يي')
		.normalize('NFKD')
		.replace(/\p{M}|[.,٫٬](?=\p{N}{3}(?!\p{N}))/gu, '')
		.replace(/[.,٫٬]/g, POINT)
		.replace(/[-\u2010]/g, '')
		.toLowerCase()
		.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
		.replace(/ة/g, 'ه')
		.replace(/[ىیکٱڤپچگڭڨەێۆڕڵ]/g, (letter) => PLAIN[letter] ?? letter)
		// «داوود» and «داود».
		.replace(/اوو/g, 'او')
		.replace(/^ابن$/, 'بن');

function stem(word: string): string {
	const shorter = ENDINGS.reduce((rest, ending) => rest.replace(ending, '$1'), word);
	return shorter === word ? word : stem(shorter);
}

/** Whether a word has the article: the letter after it is its own. */
export const hasArticle = (word: string): boolean => ARTICLE.test(withoutMarks(word));

/**
 * A word without what is written together with it: «والأخلاقُ», «الاخلاق» and «أخلاق» have one
 * form.
 */
export function formOf(word: string): string {
	return fold(withoutMarks(word).replace(ARTICLE, ''));
}

/** The key by which a word is compared: its stemmed form. «خدمة» and «الخدمات» have one key. */
export function keyOf(word: string): string {
	return stem(formOf(word));
}

/**
 * Other keys that may be meant, the likeliest first: «ومدرسة» as «مدرسة» (wrong of «وزارة»),
 * «للجنة» as «لجنة», and «المانيا», written without its hamza, as a word without an article.
 */
export function otherKeys(word: string): string[] {
	const plain = withoutMarks(word);
	const keys = [
		plain.replace(/^[وف]?ل(?=ل\p{L}{2})/u, ''),
		hasArticle(word) ? plain : plain.replace(/^[وفبكل](?=\p{L}{3})/u, ''),
		fold(plain).replace(ARTICLE, ''),
	].map((other) => stem(fold(other)));
	return [...new Set(keys)].filter((key) => key !== keyOf(word));
}

/**
 * The keys of a word with a proclitic, for words that stand only so: «إسماعيل» where only
 * «وإسماعيل» stands.
 */
export function joinedKeys(word: string): string[] {
	return ['و', 'ب', 'ل', 'ف', 'ك'].map((proclitic) => keyOf(proclitic + word));
}
