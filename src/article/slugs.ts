/** Names in Latin letters, of files, pages and headings. */

/**
 * Latin letters survive being pasted into a chat: Arabic in a path or fragment turns into
 * `%D8%A7…`, six characters a letter.
 */
const LATIN: Record<string, string> = {
	ا: 'a',
	أ: 'a',
	إ: 'i',
	آ: 'a',
	ب: 'b',
	ت: 't',
	ث: 'th',
	ج: 'j',
	ح: 'h',
	خ: 'kh',
	د: 'd',
	ذ: 'dh',
	ر: 'r',
	ز: 'z',
	س: 's',
	ش: 'sh',
	ص: 's',
	ض: 'd',
	ط: 't',
	ظ: 'z',
	ع: 'a',
	غ: 'gh',
	ف: 'f',
	ق: 'q',
	ك: 'k',
	ل: 'l',
	م: 'm',
	ن: 'n',
	ه: 'h',
	ة: 'a',
	و: 'w',
	ؤ: 'w',
	ي: 'y',
	ى: 'a',
	ئ: 'y',
	ء: '',
	// Of foreign names, and from Persian keyboards.
	پ: 'p',
	چ: 'ch',
	ژ: 'zh',
	ڤ: 'v',
	گ: 'g',
	ڨ: 'g',
	ڭ: 'g',
	ک: 'k',
	ی: 'y',
	...Object.fromEntries([...'٠١٢٣٤٥٦٧٨٩'].map((digit, value) => [digit, String(value)])),
};

/** Whether a name is Latin kebab-case: `book-fair-2026`. */
export function isSlug(name: string): boolean {
	return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
}

/** A heading's text in Latin letters: «اليوم الأخير 2015» is `alywm-alakhyr-2015`. Never empty. */
export function slugify(text: string): string {
	const latin = [...text.normalize('NFKC')]
		.map((letter) => LATIN[letter] ?? letter)
		.join('')
		.normalize('NFKD');
	return (
		latin
			.replace(/\p{M}/gu, '')
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-|-$/g, '') || 'section'
	);
}

/** Pages that the site has itself, or folders. */
const TAKEN =
	/^(?:404|archive|articles|files|images|index|near|offline|pagefind|people|search|topics)$/;

/** Whether a page of the newspaper may have this slug. */
export const isFreeSlug = (slug: string): boolean => !TAKEN.test(slug);
