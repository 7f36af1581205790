import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsQR from 'jsqr';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { search } from '../pdf.ts';
import { site } from './visit.ts';

/** Written for CommonJS, whose default Node hands out as a member. */
const decode = (jsQR as unknown as { default: typeof jsQR }).default;

interface Sheet {
	text: string;
	/** As a picture of 144 dots an inch. */
	data: Uint8ClampedArray;
	width: number;
	height: number;
}

/** The pages of a PDF. */
async function sheets(pdf: Uint8Array): Promise<Sheet[]> {
	const library = await PDFiumLibrary.init();
	try {
		const document = await library.loadDocument(pdf);
		const pages: Sheet[] = [];
		for (const page of document.pages()) {
			const text = page.getText(); // A page that has been rendered gives none.
			const { data, width, height } = await page.render({ scale: 2, render: 'bitmap' });
			pages.push({ text, data: new Uint8ClampedArray(data), width, height });
		}
		document.destroy();
		return pages;
	} finally {
		library.destroy();
	}
}

const ARTICLE = 'articles/libraries-forum-tunis-2024/';
const ADDRESSES = {
	almanara: 'https://almanara.example/articles/libraries-forum-tunis-2024/',
	sada: 'https://sada.example/news/articles/libraries-forum-tunis-2024/',
};

/** The content of a link's number: the second newspaper counts in Arabic-Indic digits. */
const NUMBERS = {
	almanara: '"\u00A0(" counter(note) ")"',
	sada: '"\u00A0(" counter(note, arabic-indic) ")"',
};

describe.each(inject('sites'))('the printed article of $paper', (paper) => {
	const page = site(paper).keep(ARTICLE, {});
	let printed: Sheet[];
	beforeAll(async () => {
		printed = await sheets(await page().pdf({ preferCSSPageSize: true, printBackground: true }));
	});

	test('is a few sheets of A4, none of them bare, each with its number', () => {
		const millimetres = (dots: number) => Math.round((dots / 144) * 25.4);
		expect(printed.map(({ width, height }) => [millimetres(width), millimetres(height)])).toEqual(
			printed.map(() => [210, 297]),
		);
		expect(printed.length).toBeLessThanOrEqual(3);
		for (const { text, data, width, height } of printed) {
			expect(text.length).toBeGreaterThan(500);
			// The number is the only ink in the margin at the foot, 18 mm high.
			const foot = data.subarray(4 * width * Math.ceil(height * (1 - 17 / 297)));
			expect(foot.some((value, index) => index % 4 !== 3 && value < 128)).toBe(true);
		}
	});

	test('can be searched: the words of its paragraphs are there, one paragraph after another', async () => {
		await page().emulateMedia({ media: 'print' });
		const texts = await page().locator('.story-text p:visible').allInnerTexts();
		await page().emulateMedia({ media: null });
		const { lengths, lost, cut, places } = search(
			printed.map(({ text }) => text).join('\n'),
			texts,
		);
		expect(lengths).toEqual([76, 33, 35, 40, 52, 51, 44, 38, 59]);
		expect(lost).toEqual([]);
		expect(cut).toEqual([]);
		expect(places).not.toContain(-1);
		expect(places).toEqual(places.toSorted((a, b) => a - b));
	});

	test('has a code that leads to it in the masthead of its first sheet, never alone on a last one', async () => {
		expect(await page().locator('.qr').isVisible()).toBe(false);
		expect(printed.map(({ data, width, height }) => decode(data, width, height)?.data)).toEqual([
			ADDRESSES[paper.paper],
			...printed.slice(1).map(() => undefined),
		]);
	});

	test('is in our face at once, in two columns, and black on white, whether or not grounds are printed', async () => {
		await page().emulateMedia({ media: 'print' });
		const { waits, columns, grounds } = await page().evaluate(() => ({
			columns: getComputedStyle(document.querySelector('.story-text')!).columnCount,
			waits: getComputedStyle(document.documentElement).animationName,
			grounds: [...document.querySelectorAll('article *')]
				.map((element) => getComputedStyle(element).backgroundColor)
				.filter((colour) => !/^rgba\(.*, 0\)$|^rgb\(255, 255, 255\)$/.test(colour)),
		}));
		await page().emulateMedia({ media: null });
		expect({ waits, columns, grounds }).toEqual({ waits: 'none', columns: '2', grounds: [] });
	});

	test('has a map whose sea is drawn, for grounds are not printed', async () => {
		await page().emulateMedia({ media: 'print' });
		const sea = await page()
			.locator('.map svg > path')
			.evaluate((sea) => getComputedStyle(sea).fill);
		await page().emulateMedia({ media: null });
		expect(sea).toBe('rgb(228, 236, 241)');
	});

	test('numbers its links as their addresses are at the end, and shows nothing that only a screen can do', async () => {
		await page().emulateMedia({ media: 'print' });
		const shown = await page().evaluate(() => {
			const visible = (selector: string) =>
				[...document.querySelectorAll<HTMLElement>(selector)].filter(
					({ offsetHeight }) => offsetHeight > 0,
				);
			return {
				idle: visible('nav a, .skip, .share *, .self').length,
				links: visible('.story-text a[href^=http]').map((link) => link.getAttribute('href')),
				numbers: visible('.story-text a[href^=http]').map(
					(link) => getComputedStyle(link, '::after').content,
				),
				notes: visible('.notes > *').map((note) => note.dataset['link']),
				ink: getComputedStyle(document.body).color,
			};
		});
		await page().emulateMedia({ media: null });
		const notes = ['https://libraries.ack.example', 'https://docs.example/ar/A/LIB/12/45'];
		expect(shown).toEqual({
			idle: 0,
			links: notes,
			numbers: notes.map(() => NUMBERS[paper.paper]),
			notes,
			ink: 'rgb(0, 0, 0)',
		});
		for (const note of notes) expect(printed.at(-1)?.text).toContain(note);
	});
});
