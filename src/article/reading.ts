import { formatNumber } from '../publisher/numbers.ts';

/**
 * How long a text takes to read. Arabic is read silently at about 181 words a minute: M. Brysbaert, «How many words do we
 * read per minute?», Journal of Memory and Language 109 (2019), table 5.
 */
const WORDS_PER_MINUTE = 181;

const segmenter = new Intl.Segmenter('ar', { granularity: 'word' });
const plural = new Intl.PluralRules('ar');

/** The words of a text, as a reader counts them: no punctuation. */
export function countWords(text: string): number {
	return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}

/** Minutes in full, one at the least. */
export function readingMinutes(words: number): number {
	return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

/** «دقيقة», «دقيقتان», «3 دقائق», «11 دقيقة»: one and two are told by the word alone. */
export function minutesInWords(minutes: number): string {
	switch (plural.select(minutes)) {
		case 'one':
			return 'دقيقة';
		case 'two':
			return 'دقيقتان';
		case 'few':
			return `${formatNumber(minutes)} دقائق`;
		default:
			return `${formatNumber(minutes)} دقيقة`;
	}
}
