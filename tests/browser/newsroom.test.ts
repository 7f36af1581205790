import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../src/hosting/serve.ts';
import { copyProject, type Project } from '../project.ts';
import { launch, settled } from './chromium.ts';

/** What a newsroom writes besides our article: `newsroom/everything.mdx` has each kind of thing once, `plain.mdx` next to nothing, `alone.mdx`, the newest, one section. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const read = (name: string) =>
	readFileSync(new URL(`newsroom/${name}.mdx`, import.meta.url), 'utf8');
const WIDTHS = [320, 360, 768, 1280];

let project: Project;
let server: Server;
let browser: Browser;

beforeAll(async () => {
	project = await copyProject();
	const articles = `${project.folder}/content/articles`;
	for (const [name, width, height] of [
		['huge.jpg', 3000, 2000],
		['tall.jpg', 600, 1600],
		['tiny.png', 200, 120],
	] as const) {
		await sharp({ create: { width, height, channels: 3, background: '#888' } }).toFile(
			`${articles}/${name}`,
		);
	}
	await project.change({
		...Object.fromEntries(
			['everything', 'plain', 'alone'].map((name) => [`content/articles/${name}.mdx`, read(name)]),
		),
	});
	const { code, output } = await project.build('https://example.org/');
	expect(code, output).toBe(0);
	server = await serve(`${project.folder}/dist`, '/', 0);
	browser = await launch();
});
afterAll(async () => {
	await browser?.close();
	server?.close();
	await project?.remove();
});

const open = <T>(article: string, width: number, use: (page: Page) => Promise<T>): Promise<T> =>
	openPath(`/articles/${article}/`, width, use);
async function openPath<T>(
	path: string,
	width: number,
	use: (page: Page) => Promise<T>,
): Promise<T> {
	const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
	try {
		const page = await context.newPage();
		await page.goto(`http://localhost:${(server.address() as AddressInfo).port}${path}`);
		await settled(page);
		return await use(page);
	} finally {
		await context.close();
	}
}
const style = (page: Page, selector: string, property: string) =>
	page
		.locator(selector)
		.first()
		.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
const box = async (page: Page, selector: string) =>
	(await page.locator(selector).first().boundingBox())!;

describe.each(['everything', 'plain'])('%s', (article) => {
	test.each(WIDTHS)('at %i px nothing goes beyond the page, and axe objects to nothing', (width) =>
		open(article, width, async (page) => {
			expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
			await page.evaluate(axe);
			const { violations } = await page.evaluate(() =>
				(
					window as unknown as {
						axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
					}
				).axe.run(),
			);
			expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
		}),
	);
});

test.each([360, 1280])(
	'without sections the text has its measure at %i px, and stands off what is above it',
	(width) =>
		open('plain', width, async (page) => {
			const [row, text] = [await box(page, '.share'), await box(page, '.story-text > p')];
			expect(text.width).toBeGreaterThan(Math.min(width - 60, 500));
			expect(text.y - row.y - row.height).toBeGreaterThan(20);
		}),
);

test('lists within lists have marks and stand in; footnotes are numbered', () =>
	open('everything', 360, async (page) => {
		expect(await style(page, '#event > ol', 'list-style-type')).toBe('decimal');
		expect(await style(page, '#event > ol ul', 'list-style-type')).toBe('disc');
		const [outer, inner, innermost] = [
			await box(page, '#event > ol > li'),
			await box(page, '#event > ol > li > ul > li'),
			await box(page, '#event ol ul ul > li'),
		];
		expect(outer.x + outer.width).toBeGreaterThan(inner.x + inner.width + 12);
		expect(inner.x + inner.width).toBeGreaterThan(innermost.x + innermost.width + 12);
		expect(await style(page, '.footnotes ol', 'list-style-type')).toBe('decimal');
	}));

test('a table wider than the screen, and a long line of code, are moved within their frames with the keyboard', () =>
	open('everything', 360, async (page) => {
		for (const frame of ['.scroll', '#forum > pre']) {
			await page.locator(frame).focus();
			expect(
				await page
					.locator(frame)
					.evaluate(
						(element) =>
							element.scrollWidth > element.clientWidth && document.activeElement === element,
					),
			).toBe(true);
		}
	}));

test('pictures come as large as they are shown, and no larger than they were taken', () =>
	open('everything', 1280, async (page) => {
		const pictures = await page.locator('.story-text img').evaluateAll((images) =>
			Promise.all(
				(images as HTMLImageElement[]).map(async (image) => {
					image.loading = 'eager';
					await image.decode();
					const { width, height } = image.getBoundingClientRect();
					return {
						file: Number(
							/ (\d+)w/.exec(
								image.srcset
									.split(',')
									.find((one) => image.currentSrc.endsWith(one.trim().split(' ')[0] ?? '')) ?? '',
							)?.[1] ?? image.naturalWidth,
						),
						width: Math.round(width),
						height: Math.round(height),
					};
				}),
			),
		);
		expect(pictures).toEqual([
			{ file: 560, width: 560, height: 374 },
			{ file: 560, width: 255, height: 680 },
			{ file: 200, width: 200, height: 120 },
		]);
	}));

test('what is Latin alone runs from the left and keeps the edge of the page; a telephone number and a signed number keep their order', () =>
	open('everything', 360, async (page) => {
		const direction = (text: string) =>
			page
				.getByText(text, { exact: false })
				.last()
				.evaluate(
					(element) => getComputedStyle(element.closest('bdi, p, h2, td, a') ?? element).direction,
				);
		expect(
			await Promise.all(
				['The Ministry said', 'English heading', '-3.2%', 'اقتباس أول'].map(direction),
			),
		).toEqual(['ltr', 'ltr', 'ltr', 'rtl']);
		const fromEdge = await page
			.getByText('English heading')
			.last()
			.evaluate((words) => {
				const block = words.closest('h2') ?? words;
				return block.getBoundingClientRect().right - words.getBoundingClientRect().right;
			});
		expect(Math.abs(fromEdge)).toBeLessThan(1);
		expect(await page.locator('a[href^="tel:"]').getAttribute('dir')).toBe('ltr');
		expect(await style(page, 'td[dir]', 'text-align')).toBe('right');
	}));

test('a note stands in the text, the resolution beside it', () =>
	open('everything', 1280, async (page) => {
		const [note, resolution] = [
			await box(page, '#forum > .note.prose'),
			await box(page, '#forum > .resolution'),
		];
		expect(resolution.x + resolution.width).toBeLessThan(note.x);
	}));

test.each([
	['everything', '.facts', /9:00 ص – 5:00 م، بتوقيت New York/],
	['everything', '.facts', /المنظِّمان\s*وزارة المالية/],
	['everything', '.facts', /المندوبان/],
	['everything', 'figcaption', /^وصول الوفد – تصوير: سالم الحارثي$/],
	['everything', 'article footer', /^المصدر: «وكالة الأنباء العمانية»\./],
])('%s tells in %s %s', (article, place, words) =>
	open(article, 360, async (page) => {
		expect((await page.locator(place).first().innerText()).trim()).toMatch(words);
	}),
);

test('on paper every column of the table and the whole line of code are there', () =>
	open('everything', 1280, async (page) => {
		const library = await PDFiumLibrary.init();
		const document = await library.loadDocument(await page.pdf({ preferCSSPageSize: true }));
		const text = [...document.pages()].map((sheet) => sheet.getText()).join(' ');
		document.destroy();
		library.destroy();
		expect(text.match(/\b13\b/g)?.length).toBeGreaterThanOrEqual(2);
		expect(text.replace(/\s+/g, ' ')).toContain('// end');
		await page.emulateMedia({ media: 'print' });
		await page.setViewportSize({ width: 680, height: 1000 });
		const cut = await page
			.locator('.scroll, pre')
			.evaluateAll(
				(frames) => frames.filter((frame) => frame.scrollWidth > frame.clientWidth + 1).length,
			);
		expect(cut).toBe(0);
	}));

test.each([320, 360, 1280])(
	'the first page of several articles at %i px: one line over it, headlines that a finger hits',
	(width) =>
		openPath('/', width, async (page) => {
			expect((await box(page, 'header')).height).toBeLessThan(64);
			const heights = await page.evaluate(() =>
				[...document.querySelectorAll('h2 a')].flatMap((link) =>
					[...link.getClientRects()].map(({ height }) => height),
				),
			);
			expect(heights.length).toBeGreaterThan(2);
			expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
		}),
);

test('a lead of one section alone has no row of sections under it where other articles follow', () =>
	openPath('/', 1280, async (page) => {
		expect(await page.locator('main h2').first().textContent()).toBe(
			'افتتاح معرض مسقط الدولي للكتاب',
		);
		expect(await page.locator('main h3').count()).toBe(0);
	}));
