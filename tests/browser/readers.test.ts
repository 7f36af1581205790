import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { browser, site, spoil } from './visit.ts';

const ARTICLE = 'articles/libraries-forum-tunis-2024/';
/** Scrolls to an element, and waits until the page is drawn there. */
const scrollTo = (page: Page, id: string) =>
	page.evaluate((id) => {
		document.getElementById(id)?.scrollIntoView();
		return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
	}, id);

const [paper] = inject('sites');
const served = site(paper!);
const { look, keep } = served;

describe('with letters of the usual size, of one and a half and of twice the size', () => {
	const page = keep(ARTICLE, {});
	test.each([799, 958, 1100, 1500, 1900])(
		'the names on the map are as large as text at %i px',
		async (width) => {
			await page().setViewportSize({ width, height: 800 });
			spoil(page());
			const session = await page().context().newCDPSession(page());
			const sizes: { text: string; names: number }[] = [];
			for (const standard of [16, 24, 32]) {
				await session.send('Page.setFontSizes', { fontSizes: { standard, fixed: 16 } });
				sizes.push(
					await page().evaluate(() => {
						const map = document.querySelector<SVGSVGElement>('.map svg')!;
						const scale = map.getBoundingClientRect().width / map.viewBox.baseVal.width;
						return {
							text: getComputedStyle(document.documentElement).fontSize,
							names: parseFloat(getComputedStyle(map).fontSize) * scale,
						};
					}),
				);
			}
			expect(sizes.map(({ text }) => text)).toEqual(['16px', '24px', '32px']);
			expect(Math.min(...sizes.map(({ names }) => names))).toBeGreaterThan(13);
		},
	);
});

test('lines of the article are at most 80 letters, not justified, and spaced as WCAG 1.4.8 asks', () =>
	look(ARTICLE, { viewport: { width: 1280, height: 800 } }, async (page) => {
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
		expect(paragraphs.length).toBeGreaterThan(5);
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
		look(ARTICLE, { viewport: { width, height } }, async (page) => {
			const marked = () =>
				page.evaluate(() =>
					[...document.querySelectorAll('.contents-bar a')]
						.filter((link) => getComputedStyle(link).boxShadow !== 'none')
						.map((link) => link.getAttribute('href')),
				);
			expect(await marked()).toEqual([]);
			for (const id of ['forum', 'awards', 'event']) {
				await scrollTo(page, id);
				expect(await marked()).toEqual([`#${id}`]);
			}
		}),
);

test('forced colours leave the map its lines, the contents their mark and the calendar its days', () =>
	look(ARTICLE, { viewport: { width: 360, height: 640 }, forcedColors: 'active' }, async (page) => {
		await scrollTo(page, 'forum');
		const shown = await page.evaluate(() => {
			const styles = (selector: string) =>
				[...document.querySelectorAll(selector)].map((element) => getComputedStyle(element));
			const text = getComputedStyle(document.body).color;
			return {
				land: styles('.map-land path').map(({ fill, stroke }) => [fill === text, stroke === text]),
				names: styles('.map text').map(({ fill }) => fill === text),
				marked: [...document.querySelectorAll('.contents-bar a')]
					.filter((link) => getComputedStyle(link).textDecorationLine === 'underline')
					.map((link) => link.getAttribute('href')),
				days: styles('.strip > li').map(({ outlineWidth }) => outlineWidth),
			};
		});
		expect(shown).toEqual({
			land: [
				[false, true],
				[false, true],
			],
			names: Array(6).fill(true),
			marked: ['#forum'],
			days: ['1px', '1px', '1px', '1px'],
		});
	}));

test('who asks for more contrast gets no quiet text', () =>
	look(ARTICLE, { contrast: 'more' }, async (page) => {
		const colours = await page.evaluate(() =>
			['body', '.story-head .text-quiet', 'figcaption', '.facts dt'].map(
				(selector) => getComputedStyle(document.querySelector(selector)!).color,
			),
		);
		expect(new Set(colours).size).toBe(1);
	}));

test('the contents stay in reach while one reads, and cover no heading that is jumped to', () =>
	look(ARTICLE, { viewport: { width: 360, height: 640 } }, async (page) => {
		await page.evaluate(() => document.getElementById('workshops')?.scrollIntoView());
		const { bar, heading } = await page.evaluate(() => ({
			bar: document.querySelector('.contents-bar')!.getBoundingClientRect().toJSON(),
			heading: document.getElementById('workshops')!.getBoundingClientRect().toJSON(),
		}));
		expect(bar.top).toBe(0);
		expect(heading.top).toBeGreaterThanOrEqual(bar.bottom);
	}));

test('the accessibility tree, read in order, tells the article', () =>
	look(ARTICLE, {}, async (page) => {
		const session = await page.context().newCDPSession(page);
		const { nodes } = await session.send('Accessibility.getFullAXTree');
		const byId = new Map(nodes.map((node) => [node.nodeId, node]));
		const told: string[] = [];
		const TOLD = new Set([
			'banner',
			'main',
			'contentinfo',
			'group',
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
			'navigation أقسام الصحيفة',
			'main',
			'article',
			'heading الأردن يحمل تجربة مكتباته',
			'image خريطة المسار من عمّان إلى تونس',
			'navigation في هذا المقال',
			'group مشاركة المقال',
			'button نسخ الرابط',
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
		expect(await page.locator('.map svg').getAttribute('role')).toBe('img');
		expect(order.map(at).filter((place) => place < 0)).toEqual([]);
		expect(order.map(at)).toEqual(order.map(at).toSorted((a, b) => a - b));
	}));

test('a feed that is opened in a browser is a page: from the right, without markup, with links', async () => {
	const context = await (await browser()).newContext({
		viewport: { width: 360, height: 640 },
		isMobile: true,
	});
	try {
		const page = await context.newPage();
		await page.goto(`${served.origin}${paper!.base}rss.xml`);
		const seen = await page.evaluate(() => {
			const [root, title] = [document.documentElement, document.querySelector('item > title')!];
			const link = document.querySelector<HTMLAnchorElement>('item > a')!;
			return {
				direction: getComputedStyle(root).direction,
				width: [innerWidth, root.scrollWidth],
				weight: getComputedStyle(title).fontWeight,
				hidden: [...document.querySelectorAll('*')].some(
					(element) => element.localName === 'encoded' && element.getClientRects().length > 0,
				),
				link: [link.textContent, link.href, link.getBoundingClientRect().height >= 24],
			};
		});
		expect(seen).toEqual({
			direction: 'rtl',
			width: [360, 360],
			weight: '700',
			hidden: false,
			link: ['اقرأ المقال', 'https://almanara.example/articles/school-year/', true],
		});
	} finally {
		await context.close();
	}
});
