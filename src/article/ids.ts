import { strings } from '../strings.ts';
import { SECTION_ANCHORS } from './sections.ts';

/**
 * Ids in Latin letters survive being pasted into a chat: Arabic in a path or fragment turns into
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

/** Ids that the page itself has: of its frame, of sections, of footnotes. */
const RESERVED = [
	'content',
	'headline',
	'more',
	'footnote-label',
	'updates',
	'corrections',
	...SECTION_ANCHORS,
];

/** Headings that the footer leads to: their ids do not depend on how their words are spelled. */
export const FOOTER_ANCHORS = { contact: strings.contact, licences: strings.licences } as const;

/** Pages that the site has itself, or folders. */
const TAKEN = /^(?:404|archive|articles|files|images|index|near|pagefind|people|search|topics)$/;

/** Whether a page of the newspaper may have this slug. */
export const isFreeSlug = (slug: string): boolean => !TAKEN.test(slug);

/** Gives the headings of one text their ids, in its order; the same words twice get `-2`. */
export function headingIds(): (text: string) => string {
	const taken = new Set(RESERVED);
	return (text) => {
		const named = Object.entries(FOOTER_ANCHORS).find(([, words]) => words === text.trim());
		const slug = named?.[0] ?? slugify(text);
		let id = slug;
		for (let count = 2; taken.has(id); count++) id = `${slug}-${count}`;
		taken.add(id);
		return id;
	};
}
