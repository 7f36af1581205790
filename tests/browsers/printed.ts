import { readFile } from 'node:fs/promises';
import { pagesOfPdf, popplerText, search } from '../pdf.ts';

/**
 * Searches an article that Firefox has printed for the words of its paragraphs. All are to be found
 * in PDFium (Chromium, Edge), and all but for one in fifty with vowels in Poppler (Evince, Okular).
 * The paragraphs are in order in PDFium, and no sheet is bare.
 * @returns What each reader finds, as `421/428`, and what is wrong: a bare sheet, lost words, or
 * paragraphs out of order.
 */
export async function searchPrinted(file: string, paragraphs: readonly string[]) {
	const sheets = await pagesOfPdf(await readFile(file));
	const texts = {
		PDFium: sheets.join('\n'),
		Poppler: popplerText(file),
	};
	const counts: string[] = [];
	const problems: string[] = [];
	const bare = sheets.findIndex((sheet) => sheet.trim() === '');
	if (bare >= 0) problems.push(`في PDF صفحة فارغة: ${bare + 1} من ${sheets.length}`);
	for (const [name, text] of Object.entries(texts)) {
		const { lengths, lost, cut, places } = search(text, paragraphs);
		const all = lengths.reduce((sum, length) => sum + length, 0);
		counts.push(`${name} ${all - lost.length - cut.length}/${all}`);
		if (lost.length > 0 || cut.length > (name === 'PDFium' ? 0 : all / 50))
			problems.push(`لا يُعثر في PDF (${name}) على: ${[...lost, ...cut].join('، ')}`);
		const found = places.filter((place) => place >= 0);
		// Poppler reads the facts of an event, which stand across the sheet, among its paragraphs.
		if (name === 'PDFium' && found.some((place, index) => place < (found[index - 1] ?? 0)))
			problems.push(`الفقرات في PDF (${name}) على غير ترتيبها: ${found.join('، ')}`);
	}
	return { counts: counts.join(', '), problem: problems[0] };
}
