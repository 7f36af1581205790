import { readFile } from 'node:fs/promises';
import { pagesOfPdf, popplerText, search, turnWords } from '../pdf.ts';

/**
 * The part of the words that each reader must find in Firefox's PDF: what it finds at least in DejaVu, KACST and Noto.
 * PDFium (Chromium, Edge) reads words turned round, in whatever face: it finds them only if they are turned back.
 */
const LEAST = { Poppler: 0.92, PDFium: 0, 'PDFium, words turned back': 0.78 };

/**
 * Searches an article that Firefox has printed for the words of its paragraphs.
 * @returns What each reader finds, as `394/428`, and what is wrong: too few words, or paragraphs out of order.
 */
export async function searchPrinted(file: string, paragraphs: readonly string[]) {
	const read = (await pagesOfPdf(await readFile(file))).join('\n');
	const texts = {
		Poppler: popplerText(file),
		PDFium: read,
		'PDFium, words turned back': turnWords(read),
	};
	const counts: string[] = [];
	const problems: string[] = [];
	for (const name of Object.keys(LEAST) as (keyof typeof LEAST)[]) {
		const { lengths, lost, cut } = search(texts[name], paragraphs);
		const all = lengths.reduce((sum, length) => sum + length, 0);
		const found = all - lost.length - cut.length;
		counts.push(`${name} ${found}/${all}`);
		if (found < all * LEAST[name])
			problems.push(`لا يُعثر في PDF (${name}) على: ${[...lost, ...cut].join('، ')}`);
	}
	// Poppler takes the two columns apart in an order of its own.
	const { places } = search(texts['PDFium, words turned back'], paragraphs);
	const found = places.filter((place) => place >= 0);
	if (found.some((place, index) => place < (found[index - 1] ?? 0)))
		problems.push(`الفقرات في PDF على غير ترتيبها: ${found.join('، ')}`);
	return { counts: counts.join(', '), problem: problems[0] };
}
