/**
 * Arabic is read silently at about 181 words a minute: M. Brysbaert, “How many words do we read per
 * minute?”, Journal of Memory and Language 109 (2019), table 5.
 */
const WORDS_PER_MINUTE = 181;

const segmenter = new Intl.Segmenter('ar', { granularity: 'word' });

/** The words of a text, as a reader counts them: no punctuation. */
export function countWords(text: string): number {
	return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}

/** Minutes in full, one at the least. */
export function readingMinutes(words: number): number {
	return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
