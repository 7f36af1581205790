/**
 * Words as search compares them. The index is built of their keys and a query becomes keys, so what is done to one is
 * done to the other. After the light stemmer of L. Larkey, L. Ballesteros and M. Connell, “Light Stemming for Arabic
 * Information Retrieval” (2007), with what readers of newspapers need besides. Broken plurals are other words.
 *
 * It runs in old browsers, too: no lookbehind.
 */

/** A number with its separators, or a word with its vowels and tatweel. */
const WORD = /\p{N}+(?:[.,٫٬]\p{N}+)+|[\p{L}\p{N}][\p{L}\p{N}\p{M}ـ]*/gu;
/** Vowels and tatweel; of an alef with tanween (كتابًا) the alef, too. */
const MARKS = /\u064B[اى]$|[اى]\u064B$|[\p{M}ـ]/gu;
/** The article and what may stand before it. Its alef has no hamza: «إلكترونية» has no article. «الله» is a name. */
const ARTICLE = /^[وف]?(?:[بك]?ال|لل)(?!له$)(?=\p{L}{2})/u;
/** Endings, after as many letters as must stand before one. */
const ENDINGS = [
	/^(\p{L}{4,}?)(?:ان|ون|ين)$/u,
	/^(\p{L}{3,}?)(?:تها|ته|يه|يا|ي|ا)$/u,
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

/** A word without vowels and tatweel, of presentation forms the letters. */
const bare = (word: string) => word.normalize('NFKC').replace(MARKS, '');

/** Letters that writers confuse become one, Latin letters lose case and accents, digits are 0-9. */
const fold = (word: string) =>
	word
		.normalize('NFKD')
		.replace(/[\p{M}.,٫٬]/gu, '')
		.toLowerCase()
		.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
		.replace(/[ىی]/g, 'ي')
		.replace(/ة/g, 'ه')
		.replace(/ک/g, 'ك')
		.replace(/ٱ/g, 'ا');

function stem(word: string): string {
	const shorter = ENDINGS.reduce((rest, ending) => rest.replace(ending, '$1'), word);
	return shorter === word ? word : stem(shorter);
}

/** Whether a word has the article: the letter after it is its own. */
export const hasArticle = (word: string): boolean => ARTICLE.test(bare(word));

/** What a word is compared by: «والأخلاقُ», «الاخلاق» and «أخلاق» have one key, and so have «خدمة» and «الخدمات». */
export function keyOf(word: string): string {
	return stem(fold(bare(word).replace(ARTICLE, '')));
}

/**
 * Keys that may be meant besides its own, the likeliest first: «ومدرسة» as «مدرسة», which of «وزارة» is not true; «للجنة»
 * as «لجنة»; and «المانيا», written without its hamza, as a word that has no article.
 */
export function otherKeys(word: string): string[] {
	const plain = bare(word);
	const keys = [
		plain.replace(/^[وف]?ل(?=ل\p{L}{2})/u, ''),
		hasArticle(word) ? plain : plain.replace(/^[وفبكل](?=\p{L}{3})/u, ''),
		fold(plain).replace(ARTICLE, ''),
	].map((other) => stem(fold(other)));
	return [...new Set(keys)].filter((key) => key !== keyOf(word));
}
