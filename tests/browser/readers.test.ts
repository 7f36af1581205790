import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serve } from '../../src/hosting/serve.ts';
import { launch, settled } from './chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [site] = inject('sites');
const ARTICLE = '/articles/oman-un-public-service-forum-2015/';

let server: Server;
let browser: Browser;
let origin: string;

beforeAll(async () => {
	server = await serve(site?.folder ?? '', '/', 0);
	origin = `http://localhost:${(server.address() as AddressInfo).port}`;
	browser = await launch();
});
afterAll(async () => {
	await browser?.close();
	server?.close();
});

async function open<T>(
	path: string,
	options: BrowserContextOptions,
	use: (page: Page) => Promise<T>,
): Promise<T> {
	const context = await browser.newContext({ ...options, bypassCSP: true }); // for the styles by which a reader changes the page
	try {
		const page = await context.newPage();
		await page.goto(origin + path);
		await settled(page);
		return await use(page);
	} finally {
		await context.close();
	}
}

/** What lies outside the window, and text that its own box cuts off. */
const overflow = (page: Page) =>
	page.evaluate(() => ({
		sideways: document.documentElement.scrollWidth - innerWidth,
		cut: [...document.body.querySelectorAll<HTMLElement>('*')]
			.filter(
				(element) =>
					getComputedStyle(element).clipPath === 'none' &&
					getComputedStyle(element).overflow !== 'visible',
			)
			.filter(
				(element) =>
					element.scrollHeight > element.clientHeight + 1 ||
					element.scrollWidth > element.clientWidth + 1,
			)
			.map((element) => element.outerHTML.slice(0, 80)),
	}));

describe.each(['/', ARTICLE, '/about/'])('%s', (path) => {
	// Best practices and every level of WCAG that axe knows.
	const modes: [string, BrowserContextOptions & { media?: 'print' }][] = [
		...[320, 768, 1280].map((width): [string, BrowserContextOptions] => [
			`${width} px`,
			{ viewport: { width, height: 800 } },
		]),
		['1280 px dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
		['forced colours', { viewport: { width: 360, height: 800 }, forcedColors: 'active' }],
		['more contrast', { viewport: { width: 360, height: 800 }, contrast: 'more' }],
		['print', { viewport: { width: 794, height: 1123 }, media: 'print' }],
	];
	test.each(modes)('axe finds nothing: %s', (_name, { media, ...options }) =>
		open(path, options, async (page) => {
			if (media) await page.emulateMedia({ media });
			await page.evaluate(axe);
			const violations = await page.evaluate(async () => {
				const { axe } = window as unknown as {
					axe: {
						run(
							context: Document,
							options: object,
						): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
					};
				};
				const tags = [
					'wcag2a',
					'wcag2aa',
					'wcag2aaa',
					'wcag21a',
					'wcag21aa',
					'wcag22aa',
					'best-practice',
				];
				return (await axe.run(document, { runOnly: tags })).violations.map(
					({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
				);
			});
			expect(violations).toEqual([]);
		}),
	);

	test('bears the text spacing of WCAG 1.4.12 at 320 px: nothing is cut, nothing runs out', () =>
		open(path, { viewport: { width: 320, height: 800 } }, async (page) => {
			await page.addStyleTag({
				content:
					'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
			});
			expect(await overflow(page)).toEqual({ sideways: 0, cut: [] });
		}));

	test('bears letters of twice the size at 640 px', () =>
		open(path, { viewport: { width: 640, height: 800 } }, async (page) => {
			await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
			expect(await overflow(page)).toEqual({ sideways: 0, cut: [] });
		}));

	test('what stands alone to be pressed is 44 px high and wide', () =>
		open(path, { viewport: { width: 360, height: 800 } }, async (page) => {
			const small = await page.evaluate(() =>
				[...document.querySelectorAll<HTMLElement>('a[href], button')]
					.filter((element) => element.getBoundingClientRect().width > 1)
					// WCAG 2.5.5 leaves out links within a sentence or block of text.
					.filter(
						(element) =>
							!(element.closest('p, dd, li') && getComputedStyle(element).display === 'inline'),
					)
					.filter(
						(element) =>
							element.getBoundingClientRect().height < 44 ||
							element.getBoundingClientRect().width < 44,
					)
					.map(
						(element) =>
							`${element.innerText} ${element.getBoundingClientRect().width}×${element.getBoundingClientRect().height}`,
					),
			);
			expect(small).toEqual([]);
		}));
});

test.each([799, 958, 1100, 1500, 1900])(
	'the names on the map are as large as text at %i px, with letters of one and a half and of twice the size',
	(width) =>
		open(ARTICLE, { viewport: { width, height: 800 } }, async (page) => {
			const session = await page.context().newCDPSession(page);
			for (const standard of [16, 24, 32]) {
				await session.send('Page.setFontSizes', { fontSizes: { standard, fixed: 16 } });
				const size = await page.evaluate(() => {
					const map = document.querySelector<SVGSVGElement>('.map svg')!;
					return (
						parseFloat(getComputedStyle(map).fontSize) *
						(map.getBoundingClientRect().width / map.viewBox.baseVal.width)
					);
				});
				expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
					`${standard}px`,
				);
				expect(size, `${standard}`).toBeGreaterThan(13);
			}
		}),
);

test('lines of the article are at most 80 letters, not justified, and spaced as WCAG 1.4.8 asks', () =>
	open(ARTICLE, { viewport: { width: 1280, height: 800 } }, async (page) => {
		const paragraphs = await page.evaluate(() =>
			[...document.querySelectorAll('section > p')].map((paragraph) => {
				const { lineHeight, fontSize, textAlign } = getComputedStyle(paragraph);
				const lines = Math.round(paragraph.getBoundingClientRect().height / parseFloat(lineHeight));
				return {
					letters: (paragraph.textContent?.length ?? 0) / lines,
					leading: parseFloat(lineHeight) / parseFloat(fontSize),
					textAlign,
					lines,
				};
			}),
		);
		for (const { letters, leading, textAlign, lines } of paragraphs) {
			if (lines > 2) expect(letters).toBeLessThanOrEqual(80);
			expect(leading).toBeGreaterThanOrEqual(1.5);
			expect(textAlign).toBe('start');
		}
	}));

test.each([
	[360, 640],
	[320, 256],
	[1280, 800],
])(
	'the section that is being read is marked among the contents at %i × %i, without script',
	(width, height) =>
		open(ARTICLE, { viewport: { width, height } }, async (page) => {
			const marked = () =>
				page.evaluate(() =>
					[...document.querySelectorAll('.contents-bar a')]
						.filter((link) => getComputedStyle(link).boxShadow !== 'none')
						.map((link) => link.getAttribute('href')),
				);
			expect(await marked()).toEqual([]);
			for (const id of ['forum', 'awards', 'event']) {
				await page.evaluate((section) => document.getElementById(section)?.scrollIntoView(), id);
				await page.waitForFunction(
					() =>
						new Promise((resolve) =>
							requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))),
						),
				);
				expect(await marked()).toEqual([`#${id}`]);
			}
		}),
);

test('the contents stay in reach while one reads, and cover no heading that is jumped to', () =>
	open(ARTICLE, { viewport: { width: 360, height: 640 } }, async (page) => {
		await page.evaluate(() => document.getElementById('workshops')?.scrollIntoView());
		const { bar, heading } = await page.evaluate(() => ({
			bar: document.querySelector('.contents-bar')!.getBoundingClientRect().toJSON(),
			heading: document.getElementById('workshops')!.getBoundingClientRect().toJSON(),
		}));
		expect(bar.top).toBe(0);
		expect(heading.top).toBeGreaterThanOrEqual(bar.bottom);
	}));

test('the accessibility tree, read in order, tells the article', () =>
	open(ARTICLE, {}, async (page) => {
		const session = await page.context().newCDPSession(page);
		const { nodes } = await session.send('Accessibility.getFullAXTree');
		const byId = new Map(nodes.map((node) => [node.nodeId, node]));
		const told: string[] = [];
		const TOLD = new Set([
			'banner',
			'main',
			'contentinfo',
			'navigation',
			'article',
			'region',
			'note',
			'heading',
			'list',
			'figure',
			'image',
			'button',
		]);
		const walk = (id: string): void => {
			const node = byId.get(id);
			if (!node) return;
			const role = String(node.role?.value ?? '');
			if (!node.ignored && TOLD.has(role))
				told.push([role, node.name?.value].filter(Boolean).join(' '));
			node.childIds?.forEach(walk);
		};
		walk(nodes[0]?.nodeId ?? '');
		const at = (words: string) => told.findIndex((line) => line.startsWith(words));
		const order = [
			'banner',
			'main',
			'article',
			'heading سلطنة عُمان تشارك',
			'navigation في هذا المقال',
			'region الحدث',
			'heading الحدث',
			'list أيام الحدث',
			'region المنتدى',
			'note القرار',
			'heading ورش العمل',
			'heading من البرنامج',
			'region الجوائز',
			'heading الأهداف',
			'contentinfo',
			'navigation روابط الموقع',
		];
		expect(order.map(at).filter((place) => place < 0)).toEqual([]);
		expect(order.map(at)).toEqual(order.map(at).toSorted((a, b) => a - b));
	}));
