import { execFileSync } from 'node:child_process';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** The Arabic words of a text. */
const words = (text: string) => text.normalize('NFKC').match(/[\u0621-\u0652]+/g) ?? [];
const bare = (word: string) => word.replace(/\p{Mark}/gu, '');

/** The text of each page of a PDF, as PDFium reads it. */
export async function pagesOfPdf(pdf: Uint8Array): Promise<string[]> {
	const library = await PDFiumLibrary.init();
	try {
		const document = await library.loadDocument(pdf);
		const pages = [...document.pages()].map((page) => page.getText());
		document.destroy();
		return pages;
	} finally {
		library.destroy();
	}
}

/** The text of a PDF as Poppler reads it. */
export const popplerText = (file: string) =>
	execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });

/**
 * What a search finds in printed text of the paragraphs that were printed. Vowels are left out of
 * account.
 */
export function search(printed: string, texts: readonly string[]) {
	// Shorter ones are names and numbers in lists.
	const paragraphs = texts.map(words).filter(({ length }) => length > 20);
	const found = words(printed).map(bare);
	const lost = paragraphs.flat().filter((word) => !found.includes(bare(word)));
	const text = ` ${found.join(' ')} `;
	return {
		/** Words of each paragraph. */
		lengths: paragraphs.map(({ length }) => length),
		/** Words without vowels that are not found. */
		lost: lost.filter((word) => word === bare(word)),
		/**
		 * Words with vowels that are not found: a vowel far over its letter is taken for a line of its
		 * own, and cuts its word.
		 */
		cut: lost.filter((word) => word !== bare(word)),
		/** Where the last three words of each paragraph stand; -1 where they do not. */
		places: paragraphs.map((paragraph) =>
			text.indexOf(` ${paragraph.slice(-3).map(bare).join(' ')} `),
		),
	};
}
