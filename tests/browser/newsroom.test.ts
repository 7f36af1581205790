import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { pagesOfPdf } from '../pdf.ts';
import { built } from '../project.ts';
import { settled } from './chromium.ts';
import { site } from './visit.ts';

const [paper, other] = inject('sites');
const { open, look, keep } = site(paper!);
const second = site(other!);
const EVERYTHING = 'articles/budget-and-projects/';
const PHONE = { viewport: { width: 360, height: 800 } };
const LAPTOP = { viewport: { width: 1280, height: 800 } };

// Without locators: scripted() says why.
const style = (page: Page, selector: string, property: string) =>
	page.evaluate(
		([selector, property]) =>
			getComputedStyle(document.querySelector(selector!)!).getPropertyValue(property!),
		[selector, property],
	);
const box = (page: Page, selector: string) =>
	page.evaluate(
		(selector) => document.querySelector(selector)!.getBoundingClientRect().toJSON() as DOMRect,
		selector,
	);

/** What is printed of a sheet of A4, in CSS pixels. */
const SHEET = { viewport: { width: 698, height: 998 } };

/** The sheets of the PDF, while a spacer of `height` px stands before an element. */
const sheetsWith = async (page: Page, height: number, selector: string) => {
	const spacer = await page.evaluateHandle(
		([place, room]) => {
			const spacer = document.createElement('div');
			spacer.style.height = room!;
			document.querySelector(place!)!.before(spacer);
			return spacer;
		},
		[selector, `${height}px`],
	);
	const sheets = await page.pdf({ preferCSSPageSize: true });
	await spacer.evaluate((element) => element.remove());
	return pagesOfPdf(sheets);
};

const printed = new Map<string, Promise<string[]>>();
/** The sheets of a page as it is: printed once for all tests. */
function sheetsOf(path: string): Promise<string[]> {
	const sheets =
		printed.get(path) ??
		look(path, SHEET, async (page) => pagesOfPdf(await page.pdf({ preferCSSPageSize: true })));
	printed.set(path, sheets);
	return sheets;
}

const POEM = 'articles/poet-interview/';

test.each([
	[360, PHONE],
	[1280, LAPTOP],
])(
	'without sections the text has its measure at %i px, and stands off what is above it',
	(width, screen) =>
		look('articles/street-lights/', screen, async (page) => {
			const [head, text] = [
				await box(page, '.story-head .row'),
				await box(page, '.story-text > p'),
			];
			expect(text.width).toBeGreaterThan(Math.min(width - 60, 500));
			expect(text.y - head.y - head.height).toBeGreaterThan(12);
			const [headline, more] = [
				await box(page, '.headline'),
				await box(page, '[aria-labelledby=more]'),
			];
			expect(headline.x + headline.width).toBe(text.x + text.width);
			expect(await style(page, '[aria-labelledby=more] li + li', 'border-top-width')).toBe(
				width === 360 ? '0px' : '1px',
			);
			if (width === 360) expect(text.x + text.width / 2).toBe(180);
			// What to read next begins level with the head, beside it.
			else expect([text.x + text.width, more.x + more.width, more.y]).toEqual([1060, 428, 172]);
		}),
);

test.each([
	['the shortest articles', 'street-lights', '17.3333px', 511],
	['an article of one short section', 'readers-awards', '16px', 681],
])(
	'on paper the words of %s are larger, in lines as of a letter or in columns',
	(_of, slug, size, broad) =>
		look(`articles/${slug}/`, SHEET, async (page) => {
			await page.emulateMedia({ media: 'print' });
			expect(await style(page, '.story-text', 'font-size')).toBe(size);
			expect((await box(page, '.story-text')).width).toBeLessThan(broad);
			// The masthead is the same over all.
			const [name, rule] = [await box(page, '.wordmark'), await box(page, 'header > .row')];
			expect([name.right, name.height, rule.right, rule.bottom]).toEqual([
				689, 43.5, 689, 68.03125,
			]);
		}),
);

test('the printed page about the paper has its headings in the margin, and ends with its own words', () =>
	look('about/', SHEET, async (page) => {
		await page.emulateMedia({ media: 'print' });
		const [heading, words] = [await box(page, '.own > h2'), await box(page, '.own > h2 + p')];
		expect([heading.top, heading.left]).toEqual([words.top, words.right]);
		expect(await page.locator('body > footer').isVisible()).toBe(false);
	}));

test('an article alone in its list is as far from what follows as that says', () =>
	look('people/ruba-alsaid/', LAPTOP, async (page) => {
		const [list, more] = [
			await box(page, '.stories article'),
			await box(page, '[aria-labelledby=more]'),
		];
		expect(more.y - list.y - list.height).toBe(48);
	}));

test('beside a high picture the lead of a topic is told as far as its text is known', () =>
	look('topics/culture/', LAPTOP, async (page) => {
		const [all, shown] = await page
			.locator('.further')
			.evaluate((text) => [text.scrollHeight, text.clientHeight]);
		expect(shown).toBe(all);
		expect((await box(page, '.high .row > :nth-child(2)')).height).toBeLessThan(30);
		// On a phone names and date stand beside it.
		await page.setViewportSize({ width: 360, height: 800 });
		const [picture, names] = [await box(page, '.high .photo'), await box(page, '.high .row')];
		expect(names.y).toBeLessThan(picture.y + picture.height);
	}));

test('a dateline without spaces is broken on a narrow phone', () =>
	open('articles/street-lights/', { viewport: { width: 320, height: 640 } }, async (page) => {
		await page
			.locator('.story-head .row > span')
			.first()
			.evaluate((line) => {
				line.textContent = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
			});
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
	}));

test('on paper a headline lies over its map, and each section has columns of its own', () =>
	look('articles/libraries-forum-tunis-2024/', SHEET, async (page) => {
		await page.emulateMedia({ media: 'print' });
		const [headline, map] = [await box(page, '.headline'), await box(page, '.story-head > .map')];
		expect(headline.width).toBe(680);
		// The days of the event begin level with its heading.
		const [event, days] = [await box(page, '#event-heading'), await box(page, '#event > .side')];
		expect(days.top - event.top).toBeCloseTo(-2, 0);
		// Labels and captions are black: grey letters are dots on the printer of an office.
		expect(await style(page, '.story-head > .text-dek', 'color')).toBe('rgb(0, 0, 0)');
		expect(map.y).toBeGreaterThanOrEqual(headline.y + headline.height);
		const heads = await page
			.locator('.section-head')
			.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().width)));
		expect(heads).toEqual([680, 680, 680]);
	}));

test('on paper a link is told by the number of its address alone', () =>
	look('articles/libraries-forum-tunis-2024/', SHEET, async (page) => {
		await page.emulateMedia({ media: 'print' });
		expect(await style(page, '.story-text a[href^="http"]', 'text-decoration-line')).toBe('none');
	}));

test('on paper addresses have the full stops of their Latin letters', () =>
	look('articles/libraries-forum-tunis-2024/', SHEET, async (page) => {
		await page.emulateMedia({ media: 'print' });
		for (const address of ['.notes', 'footer bdi'])
			expect(await style(page, address, 'font-family')).toMatch(/^"?Latin/);
	}));

test('on paper the text of an article has one size, whatever its section', () =>
	look('articles/libraries-forum-tunis-2024/', SHEET, async (page) => {
		await page.emulateMedia({ media: 'print' });
		for (const section of ['event', 'forum', 'awards'])
			expect(await style(page, `#${section} > p`, 'font-size'), section).toBe('13.3333px');
	}));

test.each([
	[EVERYTHING, ['أ', 'ب', 'ج', 'د']],
	['articles/book-fair/', ['1', '2']],
])('on paper the links of %s are counted apart from its notes', async (path, counts) => {
	const text = (await sheetsOf(path)).join(' ');
	// PDFium reads a line from the left.
	const counted = Array.from(
		text.normalize('NFKC').matchAll(/https:\S+ \)(\S)[()]/g),
		([, one]) => one,
	);
	expect(counted.sort()).toEqual(counts);
});

describe('the facts of an event', () => {
	const FORUM = 'articles/libraries-forum-tunis-2024/';
	const venue = (page: Page) => page.locator('.facts dd').first();
	test('are folded on a phone without script, and open when they are asked for', () =>
		open(FORUM, { ...PHONE, javaScriptEnabled: false }, async (page) => {
			expect(await venue(page).isVisible()).toBe(false);
			await page.getByText('معلومات الحدث').click();
			expect(await venue(page).isVisible()).toBe(true);
		}));
	test.each([
		['in columns under the first paragraph', 768],
		['beside the text', 1280],
	])('stand open %s at %i px, without script', (where, width) =>
		open(FORUM, { viewport: { width, height: 800 }, javaScriptEnabled: false }, async (page) => {
			const [text, facts] = [await box(page, '#event > p'), (await venue(page).boundingBox())!];
			expect(facts.height).toBeGreaterThan(20);
			if (where === 'beside the text') {
				expect(facts.x + facts.width).toBeLessThan(text.x);
				// The map begins on the line of the rule over place and day.
				expect((await box(page, '.story-head > .map')).y).toBe(172);
				expect((await box(page, '.story-head > .row')).y).toBe(172);
			} else {
				const corners = await page
					.locator('.facts > dl > div')
					.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().right)));
				expect(new Set(corners).size).toBe(2);
				expect(facts.y).toBeGreaterThan(text.y + text.height);
			}
			expect(await page.getByText('معلومات الحدث').isVisible()).toBe(false);
		}),
	);
	test('are open on paper, beside the whole text', () =>
		look(FORUM, PHONE, async (page) => {
			await page.emulateMedia({ media: 'print' });
			await page.setViewportSize({ width: 680, height: 1000 });
			const [text, facts] = [
				await box(page, '#event > p:last-child'),
				(await venue(page).boundingBox())!,
			];
			expect(facts.height).toBeGreaterThan(10);
			expect(facts.x + facts.width).toBeLessThan(text.x);
			expect(await style(page, '#event', 'column-span')).toBe('all');
		}));
});

test.each([280, 320])('at %i px no letter is parted from its word, and no day is alone', (width) =>
	open(
		'articles/libraries-forum-tunis-2024/',
		{ viewport: { width, height: 640 } },
		async (page) => {
			const partedWords = () =>
				page.evaluate(() => {
					const found: string[] = [];
					const walker = document.createTreeWalker(
						document.querySelector('article')!,
						NodeFilter.SHOW_TEXT,
					);
					const range = document.createRange();
					while (walker.nextNode()) {
						const node = walker.currentNode as Text;
						if (!node.parentElement?.checkVisibility()) continue;
						for (const { 0: word, index } of node.data.matchAll(/\p{Script=Arabic}{2,}/gu)) {
							range.setStart(node, index);
							range.setEnd(node, index + word.length);
							const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
							if (Math.max(...tops) - Math.min(...tops) > 12) found.push(word);
						}
					}
					return found;
				});
			const days = await page
				.locator('.strip > li')
				.evaluateAll((all) => all.map((day) => day.getBoundingClientRect().top));
			expect([await partedWords(), new Set(days).size]).toEqual([[], 1]);
			if (width < 320) return;
			// WCAG 1.4.4: letters twice as large.
			await page.evaluate(() => {
				document.documentElement.style.fontSize = '200%';
			});
			expect(await partedWords()).toEqual([]);
		},
	),
);

test('lists within lists have marks and stand in; footnotes are numbered; the first section has no double rule', () =>
	look(EVERYTHING, PHONE, async (page) => {
		const bar = await box(page, '.contents-bar');
		// The bar lies upon the rule.
		expect((await box(page, '#event')).y - bar.y - bar.height).toBe(-2);
		expect(await style(page, '#event', 'border-top-width')).toBe('2px');
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
		expect(await style(page, '#event [type="checkbox"]', 'border-top-width')).toBe('1px');
		const marks = await page
			.locator('#event [type="checkbox"]')
			.evaluateAll((boxes) => boxes.map((one) => getComputedStyle(one, '::before').content));
		expect(marks).toEqual(['""', 'none']);
	}));

test('pictures come as large as they are shown, and no larger than they were taken', () =>
	look(EVERYTHING, LAPTOP, async (page) => {
		const pictures = await page.locator('#forum img').evaluateAll((images) =>
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
			{ file: 1024, width: 1024, height: 683 },
			{ file: 240, width: 132, height: 352 },
			{ file: 200, width: 200, height: 120 },
		]);
	}));

test('the name of an agency has one line of the narrow margin, and the dash ends the line before it', () =>
	look(EVERYTHING, LAPTOP, async (page) => {
		const place = page.locator('.story-head > .row > :first-child');
		expect(await place.textContent()).toBe('عمّان\u00A0– وكالة الجسر للأنباء');
		expect(await place.locator('.inline-block').textContent()).toBe('وكالة الجسر للأنباء');
		const name = await box(page, '.story-head > .row > :first-child > .inline-block');
		expect(name.right).toBe((await box(page, '.story-head > .row')).right);
		expect(name.height).toBeLessThan(30);
		expect(name.width).toBeLessThan(144);
	}));

test('what is Latin alone runs from the left and keeps the edge of the page; a telephone number and a signed number keep their order', () =>
	look(EVERYTHING, PHONE, async (page) => {
		const direction = (text: string) =>
			page
				.getByText(text, { exact: false })
				.last()
				.evaluate(
					(element) => getComputedStyle(element.closest('bdi, p, h2, td, a') ?? element).direction,
				);
		expect(
			await Promise.all(
				['The Ministry said', 'In brief: what', '-3.2%', 'الموازنة أرقام'].map(direction),
			),
		).toEqual(['ltr', 'ltr', 'ltr', 'rtl']);
		const fromEdge = await page
			.getByText('In brief: what')
			.last()
			.evaluate((words) => {
				const block = words.closest('h2') ?? words;
				return block.getBoundingClientRect().right - words.getBoundingClientRect().right;
			});
		expect(Math.abs(fromEdge)).toBeLessThan(1);
		expect(await page.locator('a[href^="tel:"]').getAttribute('dir')).toBe('ltr');
		expect(await style(page, 'td[dir]', 'text-align')).toBe('right');
	}));

test.each([
	[360, 'at the foot of', true],
	[768, 'beside', false],
])('at %i px a small picture stands %s the slim one before it', (width, _where, isAfter) =>
	look(EVERYTHING, { viewport: { width, height: 800 } }, async (page) => {
		const [section, first, second] = [
			await box(page, '#forum'),
			await box(page, '#forum .upright'),
			await box(page, '#forum p + p > .small'),
		];
		expect((isAfter ? first : second).right).toBe(section.right);
		expect(second.right < first.left).toBe(isAfter);
		expect(first.right < second.left).toBe(!isAfter);
		expect(second.bottom === first.bottom).toBe(isAfter);
		// A table has the whole width; what is looked up goes under both pictures.
		expect((await box(page, '#forum > .scroll')).width).toBe(section.width);
		expect((await box(page, '#forum > .side')).y).toBeGreaterThan(first.y + first.height);
		// What is said of all pictures stands apart from what is said of the last, in the colour of the text.
		const [last, all] = ['.shots figcaption', '.shots + figure > figcaption'];
		expect((await box(page, all)).y - (await box(page, last)).bottom).toBe(20);
		expect(await style(page, all, 'color')).toBe('rgb(20, 24, 27)');
	}),
);

test('a table of thirteen columns has the whole width, and nothing stands in a margin of its section; what follows it has the column, and of two small pictures the slim one stands beside the other', () =>
	look(EVERYTHING, LAPTOP, async (page) => {
		const [section, table, side] = [
			await box(page, '#forum'),
			await box(page, '#forum > .scroll'),
			await box(page, '#forum > .side'),
		];
		expect([table.x, table.width]).toEqual([section.x, section.width]);
		const after = await box(page, '#forum > pre');
		expect([after.x, after.width]).toEqual([section.x + 528, 496]);
		expect(after.y).toBeGreaterThan(table.y + table.height);
		const [slim, small] = [
			await box(page, '#forum .upright'),
			await box(page, '#forum p + p > .small'),
		];
		expect(slim.x + slim.width).toBe(section.x + 488);
		expect(side.y).toBeGreaterThan(slim.y + slim.height);
		expect(small.x + small.width).toBe(section.x + section.width);
		expect(small.y).toBe(slim.y);
		expect(slim.y + slim.height).toBeLessThan(section.y + section.height);
		const hidden = page.locator('#forum > .scroll');
		expect(await hidden.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
	}));

test('on paper no item of a list is parted, and no list in a margin', () =>
	look(EVERYTHING, SHEET, async (page) => {
		await page.emulateMedia({ media: 'print' });
		const parted = await page
			.locator('.prose li, .side > div')
			.evaluateAll(
				(parts) => parts.filter((part) => getComputedStyle(part).breakInside !== 'avoid').length,
			);
		expect(parted).toBe(0);
	}));

describe('the article with all that a text can have', () => {
	const page = keep(EVERYTHING, PHONE);
	test.each([
		['two times of day, and whose they are', '.facts', /9:00 ص – 5:00 م، بتوقيت New York/],
		[
			'two organizers',
			'.facts',
			/الجهتان المنظِّمتان\s*وزارة المالية\s*مكتب المشروعات الكبرى \(MPO\)/,
		],
		[
			'two delegates',
			'.facts',
			/ممثّلا وزارة المالية\s*زيد الطراونة، الأمين العام لوزارة المالية\s*سهى العبادي، مديرة التمويل، /,
		],
		[
			'what a picture shows, and who took it',
			'figcaption',
			/^وصول الوفد إلى مقر اللقاء – تصوير: لينا مراد$/,
		],
		['two workshops', '#workshops', /^ورشتا العمل$/],
		['where it comes from', '.credit', /^المصدر: «وكالة الجسر للأنباء»\./],
		['who wrote it', '.story-head', /هند الروسان و Martin Hale/],
	])('tells %s', async (_name, place, words) => {
		// The facts are folded on a phone.
		const text = (await page().locator(place).first().textContent()) ?? '';
		expect(text.replace(/\s+/g, ' ').trim()).toMatch(words);
	});
});

test('on paper the article with all that a text can have takes two sheets, its small pictures one height', () =>
	look(EVERYTHING, SHEET, async (page) => {
		expect(await sheetsOf(EVERYTHING)).toHaveLength(2);
		await page.emulateMedia({ media: 'print' });
		const heights = await page
			.locator('p > .small img')
			.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
		expect(heights).toEqual([121, 120]);
		// The rule of a table is that of the note before it, too.
		expect(await style(page, '.note:has(+ .scroll)', 'border-bottom-width')).toBe('0px');
	}));

test('on paper every column of the table and the whole line of code are there', () =>
	look(EVERYTHING, SHEET, async (page) => {
		const text = (await sheetsOf(EVERYTHING)).join(' ');
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

test('a table wider than the screen is moved within its frame with the keyboard, one that fits is no stop; a long line of code goes on in the next', () =>
	open(EVERYTHING, PHONE, async (page) => {
		expect(await page.getByRole('region', { name: 'جدول: المنتدى', exact: true }).count()).toBe(1);
		await page.locator('.scroll').focus();
		const isMoved = (frame: string) =>
			page.locator(frame).evaluate((element) => element.scrollWidth > element.clientWidth);
		expect(await style(page, '.scroll:focus', 'overflow-x')).toBe('auto');
		expect([await isMoved('.scroll'), await isMoved('#forum > pre')]).toEqual([true, false]);
		expect(await page.locator('#forum > pre').getAttribute('tabindex')).toBeNull();
		const stop = () => page.locator('.scroll').getAttribute('tabindex');
		await page.setViewportSize({ width: 1280, height: 800 });
		await expect.poll(stop).toBe('-1');
		await page.setViewportSize({ width: 360, height: 640 });
		await expect.poll(stop).toBe('0');
	}));

test('a wide figure and a gallery leave the column; the pictures of a row are equally high and fill it; the keyboard goes from one to the next', () =>
	open(EVERYTHING, LAPTOP, async (page) => {
		const text = await box(page, '.story-text > p');
		const wide = await box(page, '.story-text > figure.wide img');
		const shots = await page.locator('.gallery img').all();
		const boxes = await Promise.all(shots.map(async (shot) => (await shot.boundingBox())!));
		expect([text.width, wide.width].map(Math.round)).toEqual([496, 1024]);
		const edges = boxes.map(({ x, width }) => [Math.round(x), Math.round(x + width)]);
		const right = Math.round(wide.x + wide.width);
		expect(edges[0]?.[1]).toBe(right);
		expect(edges.at(-1)?.[0]).toBe(Math.round(wide.x));
		expect(edges.slice(1).map(([, end = 0], index) => (edges[index]?.[0] ?? 0) - end)).toEqual([
			8, 8,
		]);
		for (const { y, height } of boxes) {
			expect(Math.abs(y - boxes[0]!.y)).toBeLessThan(1);
			expect(Math.abs(height - boxes[0]!.height)).toBeLessThan(1);
		}
		// A picture that may be seen through has no tone.
		const grounds = await page.evaluate(() => {
			const image = document.querySelector('.gallery img')!;
			const ground = () => getComputedStyle(image).backgroundColor;
			const before = ground();
			image.closest('.photo')!.querySelector('.tone')!.remove();
			return [before, ground()];
		});
		expect(grounds).toEqual(['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)']);
		await page.locator('.gallery a').first().focus();
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
			'تكبير الصورة: برج مراقبة أبيض',
		);
	}));

/** Sets a section as one whose margin would be longer than its text. */
const withoutMargin = (page: Page) =>
	page.evaluate(() => document.querySelector('#forum')!.classList.remove('split'));

test('a section without a margin has two edges on the left: of the text, and of the section', () =>
	open(EVERYTHING, LAPTOP, async (page) => {
		await withoutMargin(page);
		const section = await box(page, '#forum');
		const lefts = await page
			.locator('#forum > :not(:has(> .upright), p:has(img))')
			.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
		expect([...new Set(lefts)].sort((a, b) => a - b)).toEqual([
			section.x,
			section.x + section.width - 496,
		]);
		// What is looked up stands in two columns, the second where the margins of others are.
		const second = await box(page, '#forum > .side .time-line');
		expect([second.x, second.width]).toEqual([section.x, 488]);
		// An upright picture before a small one stands in the margin, beside the small one and what
		// follows.
		const upright = await box(page, '#forum .upright');
		expect([upright.x, upright.width]).toEqual([section.x + 488 - 132, 132]);
		const small = await box(page, '#forum p + p > .small');
		expect(small.x + small.width).toBe(section.x + section.width);
		expect(small.y).toBe(upright.y);
		expect((await box(page, '#forum > h3')).y).toBeLessThan(upright.y + upright.height);
		// It stands beside what follows it where that is text.
		await page.locator('#forum > :has(> .upright)').evaluate((block) => {
			for (const id of ['second', 'first']) {
				const text = document.createElement('p');
				text.id = id;
				text.textContent = 'نص.';
				block.after(text);
			}
		});
		const beside = await box(page, '#forum .upright');
		expect([beside.x, beside.width]).toEqual([section.x + 488 - 132, 132]);
		expect((await box(page, '#second')).y).toBeLessThan(beside.y + beside.height);
	}));

test('two pictures in portrait format share a line of the text, equally high', () =>
	open(EVERYTHING, LAPTOP, async (page) => {
		await withoutMargin(page);
		await page
			.locator('#forum > p')
			.first()
			.evaluate((text) => {
				for (const width of [400, 480]) {
					const image = document.createElement('img');
					Object.assign(image, { width, height: 640 });
					const photo = document.createElement('span');
					photo.className = 'photo upright';
					photo.append(image);
					const picture = document.createElement('p');
					picture.append(photo);
					text.after(picture);
				}
			});
		const [text, first, second] = [
			await box(page, '#forum > p'),
			await box(page, '#forum > p + p > .upright'),
			await box(page, '#forum > p + p + p > .upright'),
		];
		expect([first.width, first.height, second.width, second.height]).toEqual([222, 296, 185, 296]);
		expect(first.x + first.width).toBe(text.x + text.width);
		expect(second.y).toBe(first.y);
	}));

describe.each([
	['a phone', PHONE, [240, 256, 120, 240, 192, 192, 240]],
	['a laptop', LAPTOP, [683, 352, 120, 683, 302, 302, 303]],
])('on the screen of %s', (_name, screen, heights) => {
	const sizes = (page: Page) =>
		page.locator('.story-text img').evaluateAll((images) =>
			images.map((image) => {
				const { width, height } = image.getBoundingClientRect();
				return { width: Math.round(width), height: Math.round(height) };
			}),
		);
	let before: { width: number; height: number }[];
	let after: typeof before;
	beforeAll(() => {
		let release = () => {};
		const released = new Promise<void>((resolve) => {
			release = resolve;
		});
		const held = (page: Page) =>
			page.route(/\.(avif|webp|jpe?g|png)$/, (route) => released.then(() => route.continue()));
		return open(EVERYTHING, { ...screen, before: held, once: true }, async (page) => {
			before = await sizes(page);
			release();
			await page.locator('.story-text img').evaluateAll((images) =>
				Promise.all(
					(images as HTMLImageElement[]).map((image) => {
						image.loading = 'eager';
						return image.decode();
					}),
				),
			);
			after = await sizes(page);
		});
	});

	test('pictures are no higher than the screen', () =>
		expect(after.map(({ height }) => height)).toEqual(heights));

	// Within a pixel: each of a picture's files rounds its height.
	test('pictures that have not come yet hold their place', () => {
		const moved = before.filter(
			({ width, height }, index) =>
				Math.abs(width - after[index]!.width) > 1 || Math.abs(height - after[index]!.height) > 1,
		);
		expect(moved).toEqual([]);
	});
});

test('a telephone number begins at its left in either digits: under the headline, in the facts and in the text', () =>
	second.open('articles/evening-lecture/', PHONE, async (page) => {
		await page.locator('.facts > summary').click();
		const numbers = await page.locator('.story bdo, .story bdi[dir=ltr]').evaluateAll((all) =>
			all
				.filter(({ textContent }) => /[6٦] (?:555|٥٥٥) /.test(textContent ?? ''))
				.map((element) => {
					const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
					const node = walker.nextNode() as Text;
					const left = (at: number) => {
						const range = document.createRange();
						range.setStart(node, at);
						range.setEnd(node, at + 1);
						return range.getBoundingClientRect().left;
					};
					return [...node.data].every((_, at) => at === 0 || left(at) > left(at - 1));
				}),
		);
		expect(numbers).toEqual(Array(6).fill(true));
		// In letters so large that it fills more than a line (font size 32 px: 10rem), a number is broken.
		const wrap = () => style(page, 'article .whitespace-nowrap', 'white-space');
		expect(await wrap()).toBe('nowrap');
		await page.setViewportSize({ width: 160, height: 640 });
		expect(await wrap()).toBe('normal');
	}));

test.each([
	[360, 'under its headline, beside its dek', 120],
	[768, 'beside all of its words', 208],
	[1280, 'under its headline, beside its dek', 312],
])('the tall picture that leads a topic stands at %i px %s', (width, _where, broad) =>
	look('topics/culture/', { viewport: { width, height: 800 } }, async (page) => {
		const [picture, dek, headline] = [
			await box(page, '.tall img'),
			await box(page, '.tall > p.text-note'),
			await box(page, '.tall > h2'),
		];
		expect(Math.abs(picture.width - broad)).toBeLessThan(2);
		if (width < 1280) expect(picture.width / picture.height).toBeCloseTo(4 / 5, 1);
		// Beside four it is nearly as high as they are.
		else expect(picture.height).toBeGreaterThan(450);
		if (width === 768) {
			expect(picture.y).toBeLessThan(headline.y);
			expect(headline.x - picture.x - picture.width).toBe(32);
		} else {
			expect(picture.y).toBeGreaterThanOrEqual(headline.y + headline.height);
			expect(Math.abs(picture.y - dek.y)).toBeLessThan(8);
		}
		if (width === 1280) {
			// Another stands beside the last.
			const [before, last] = [
				await box(page, '.stories > :nth-last-child(2) h2'),
				await box(page, '.stories > :last-child h2'),
			];
			expect(last.y).toBe(before.y);
			expect(last.right).toBeLessThan(before.left);
		}
	}),
);

test('what is missing sets the headline of an opinion lighter than news, and lists four articles on a phone', () =>
	look('404.html', PHONE, async (page) => {
		expect(await style(page, '.signed > h3', 'font-weight')).toBe('400');
		expect(await page.locator('#latest + ul > li:visible').count()).toBe(4);
	}));

test.each([
	[360, PHONE, 1, 3],
	[768, { viewport: { width: 768, height: 900 } }, 2, 2],
	[1280, LAPTOP, 3, 1],
])(
	'at %i px sessions of one time stand %i abreast in %i rows, and nothing is moved sideways',
	(_width, screen, abreast, rows) =>
		look('articles/archives-conference/', screen, async (page) => {
			const corners = await page
				.locator('.tracks:has(> :nth-child(3)) > li')
				.evaluateAll((sessions) =>
					sessions.map((session) => {
						const { right, top } = session.getBoundingClientRect();
						return [Math.round(right), Math.round(top)];
					}),
				);
			expect(new Set(corners.map(([right]) => right)).size).toBe(abreast);
			expect(new Set(corners.map(([, top]) => top)).size).toBe(rows);
			expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
				true,
			);
		}),
);

test('on paper no session is parted, nor a day that a sheet has room for, and no day or time stands at the foot of a column without one', () =>
	look('articles/archives-conference/', LAPTOP, async (page) => {
		await page.emulateMedia({ media: 'print' });
		expect(await style(page, '.slots > li', 'break-inside')).toBe('avoid');
		expect(await style(page, '.timed > li', 'break-inside')).toBe('avoid');
		expect(await style(page, '#forum > .below', 'column-span')).toBe('all');
		expect(await style(page, '.timed > li > p', 'break-after')).toBe('avoid');
	}));

test('on the printed first page each article of a topic has its day', () =>
	look('', SHEET, async (page) => {
		await page.emulateMedia({ media: 'print' });
		const days = (selector: string) =>
			page.locator(selector).locator('time:visible').allInnerTexts();
		expect(await days('.desk > article')).toEqual(['5 كانون الثاني 2025', '21 كانون الأول 2024']);
		expect(await days('.desk li')).toEqual(['18 كانون الأول 2024', '2 كانون الأول 2024']);
		// No line is free under the names of topics; the lines under the articles are level, and the headlines under these.
		for (const part of [
			'.desk > article > :first-child',
			'.desk > ul',
			'.desk li:first-child h3',
		]) {
			const tops = await page
				.locator(part)
				.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
			expect(tops, part).toEqual([tops[0], tops[0]]);
		}
	}));

describe('the first page of the sundry paper, whose lead has a photograph', () => {
	const folder = `${inject('projects').sundry}/dist`;
	const { look } = site({ folder, base: '/' });
	beforeAll(() => built(folder));

	test('on paper it lies across the sheet, between headline and text, and takes what the others leave', () =>
		look('', SHEET, async (page) => {
			await page.emulateMedia({ media: 'print' });
			const [words, picture, row] = [
				await box(page, '.led > article > .row'),
				await box(page, '.led > .lead img'),
				await box(page, '.seconds'),
			];
			expect(picture.width).toBe(680);
			expect(picture.y).toBeGreaterThanOrEqual(words.y + words.height);
			expect(picture.height).toBeGreaterThan(280);
			expect(row.y - picture.y - picture.height).toBeLessThan(40);
		}));

	test('a short headline beside it is large', () =>
		look('', LAPTOP, async (page) =>
			expect(await style(page, '.headline', 'font-size')).toBe('52px'),
		));
});

test('on paper the picture of the first page keeps the format of a photograph', () =>
	look('', SHEET, async (page) => {
		await page.emulateMedia({ media: 'print' });
		const { width, height } = await box(page, '.beside img');
		expect(width / height).toBeGreaterThan(1.28);
		expect(width / height).toBeLessThan(1.8);
	}));

test('an opinion on the printed first page says who wrote it, beside news that do not', () =>
	look('', SHEET, async (page) => {
		await page.emulateMedia({ media: 'print' });
		const told = page.locator('.seconds .row:visible');
		expect(await told.allInnerTexts()).toEqual([
			expect.stringContaining('بقلم رُبى السعيد وكريم نصّار'),
		]);
	}));

describe('the first page of several articles', () => {
	const page = keep('', {});

	test.each([320, 1280])(
		'has its name and one line of topics over it, and headlines that a finger hits at %i px',
		async (width) => {
			await page().setViewportSize({ width, height: 800 });
			expect((await box(page(), 'header')).height).toBeLessThan(width < 1000 ? 112 : 160);
			expect((await box(page(), '.bar')).height).toBeLessThan(48);
			expect((await box(page(), '.bar > a')).x).toBeGreaterThanOrEqual(0);
			const heights = await page().evaluate(() =>
				[...document.querySelectorAll('h2 a, h3 a')].flatMap((link) =>
					[...link.getClientRects()].map(({ height }) => height),
				),
			);
			expect(heights.length).toBeGreaterThan(9);
			expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
		},
	);

	test('on a tablet its headline is the largest by far, and a second picture of its second row is as broad as in a list', async () => {
		await page().setViewportSize({ width: 768, height: 800 });
		const sizes = ['.headline', '.beside h2', '.desk > article > h3', '.desk li h3'].map(
			(selector) => style(page(), selector, 'font-size'),
		);
		expect(await Promise.all(sizes)).toEqual(['48px', '28px', '28px', '22px']);
		const broad = await page().evaluate(() => {
			const row = document.querySelector('.seconds');
			const copy = row?.cloneNode(true) as HTMLElement;
			const [first, second, ...others] = copy.children;
			for (const other of others) other.remove();
			second?.replaceChildren(...(first?.cloneNode(true).childNodes ?? []));
			second?.firstElementChild?.classList.remove('large', 'tall');
			row?.after(copy);
			const { width } = second?.querySelector('img')?.getBoundingClientRect() ?? {};
			copy.remove();
			return width;
		});
		expect(broad).toBe(176);
	});

	test('has the headlines of a row of one size and on one line, with or without a kicker, and the tall picture of the second row, under its own, stays tall', async () => {
		await page().setViewportSize({ width: 1280, height: 800 });
		const rows = await page().evaluate(() =>
			['.seconds h2', '.desk:nth-of-type(1) h3', '.desk:nth-of-type(2) h3'].map((selector) => {
				const headlines = [...document.querySelectorAll(selector)];
				const told = (of: (headline: Element) => unknown) => new Set(headlines.map(of)).size;
				return [
					headlines.length,
					told((headline) => Math.round(headline.getBoundingClientRect().top)),
					told((headline) => getComputedStyle(headline).fontSize),
				];
			}),
		);
		expect(rows).toEqual([
			[3, 1, 1],
			[3, 1, 1],
			[3, 1, 1],
		]);
		// No line is free under the names of topics.
		const gaps = await page()
			.locator('.desk > h2')
			.evaluateAll((names) =>
				names.map((name) =>
					Math.round(
						name.nextElementSibling!.firstElementChild!.getBoundingClientRect().top -
							name.getBoundingClientRect().bottom,
					),
				),
			);
		expect(gaps).toEqual([8, 8]);
		const [headline, picture] = [
			await box(page(), '.seconds h2'),
			await box(page(), '.seconds img'),
		];
		expect(picture.y).toBeGreaterThan(headline.y + headline.height);
		expect(picture.width).toBeCloseTo(112, 0);
		expect(picture.height / picture.width).toBeCloseTo(5 / 4, 1);
		// The lead has two columns of three, the picture of another article one: they end together.
		const [under, beside] = [
			await box(page(), '.under .further'),
			await box(page(), '.beside article > .row'),
		];
		expect(Math.abs(under.y + under.height - beside.y - beside.height)).toBeLessThan(8);
		const lines = await page().evaluate(() =>
			[
				['.beside', '.seconds > :nth-child(3)', '.briefs > :nth-child(3)'],
				['.seconds > :nth-child(2)', '.briefs > :nth-child(2)', '.desk > ul'],
			].map(
				(selectors) =>
					new Set(
						selectors.map((selector) =>
							Math.round(document.querySelector(selector)!.getBoundingClientRect().right),
						),
					).size,
			),
		);
		expect(lines).toEqual([1, 1]);
		// Where there are three by their headlines alone, they have one row.
		const tops = await page().evaluate(() => {
			const briefs = document.querySelector('.briefs')!;
			const others = [...briefs.children].slice(3);
			for (const one of others) one.remove();
			const all = [...briefs.children].map((one) => one.getBoundingClientRect().top);
			briefs.append(...others);
			return new Set(all).size;
		});
		expect(tops).toBe(1);
	});

	test('tells the day beside its name, sets the headline of an opinion lighter than news, and where there is room has deks in all of a topic', async () => {
		const shown = () =>
			page().evaluate(() => [
				[...document.querySelectorAll<HTMLElement>('.front > p')]
					.filter((line) => line.checkVisibility())
					.map((line) => line.innerText),
				['.signed', ':not(.signed)'].map((kind) => {
					const headline = document.querySelector(`.seconds article${kind} > h2`);
					return headline && getComputedStyle(headline).fontWeight;
				}),
				[...document.querySelectorAll('.desk .text-note')].map((dek) => dek.checkVisibility()),
			]);
		const [motto, day] = ['أخبار الأردن والجوار', 'الأحد 24 آب 2025'];
		await page().setViewportSize({ width: 360, height: 800 });
		const [first, others] = [true, false];
		expect(await shown()).toEqual([
			[`آخر تحديث:\n${day}`],
			['400', '700'],
			[first, others, others, first, others, others],
		]);
		// On a phone a picture stands under the headline, which has the whole line.
		const headline = await page().locator('.seconds > li:first-child h2').boundingBox();
		expect(headline?.width).toBe(320);
		const picture = await page().locator('.seconds > li:first-child img').boundingBox();
		expect(picture?.y).toBeGreaterThan((headline?.y ?? 0) + (headline?.height ?? 0));
		// The names stand beside it.
		const names = await page()
			.locator('.seconds > li:first-child .row > span + span')
			.boundingBox();
		expect(names?.y).toBeLessThan((picture?.y ?? 0) + (picture?.height ?? 0));
		await page().setViewportSize({ width: 1280, height: 800 });
		expect(await shown()).toEqual([
			[motto, `آخر تحديث: ${day}`],
			['400', '700'],
			Array(6).fill(true),
		]);
	});

	test('on paper has the day and its address under its name, one photograph at most, columns, and no furniture', async () => {
		await page().setViewportSize({ width: 794, height: 1123 });
		await page().emulateMedia({ media: 'print' });
		const sheet = await page().evaluate(() => {
			const shown = (selector: string) =>
				[...document.querySelectorAll<HTMLElement>(selector)].filter((e) => e.offsetHeight > 0);
			return {
				edition: shown('.edition').map(({ innerText }) => innerText.replace(/\s+/g, ' ')),
				columns: ['.briefs > li', '.desk'].map(
					(selector) => new Set(shown(selector).map(({ offsetLeft }) => offsetLeft)).size,
				),
				furniture: shown('nav, form, .noprint, .inside img').length,
			};
		});
		// Under a lead without a picture the others follow at once.
		const free = await page().evaluate(() => {
			const fold = document.querySelector('.fold')!;
			const seconds = document.querySelector('.seconds')!;
			const inside = document.querySelector('.inside')!;
			const names = fold.className;
			fold.className = 'fold typed';
			inside.remove();
			const { bottom } = fold.getBoundingClientRect();
			const { top } = seconds.getBoundingClientRect();
			fold.className = names;
			seconds.after(inside);
			return Math.round(top - bottom);
		});
		await page().emulateMedia({ media: null });
		expect(sheet).toEqual({
			edition: ['الأحد 24 آب 2025 almanara.example'],
			columns: [3, 2],
			furniture: 0,
		});
		expect(free).toBe(0);
	});

	test('has no row of sections under a lead of one section alone', async () => {
		const headlines = await page().locator('main h2').allTextContents();
		expect(headlines.map((text) => text.replaceAll('\u00A0', ' '))).toEqual([
			'مدارس الأردن تبدأ عامها بأسبوعين من الأنشطة',
			'ميناء العقبة قبل الشروق، حكاية في ثلاث صور',
			'QLM-4 يتقدّم على 11 نموذجًا لغويًا في أول اختبار شامل للعربية',
			'لماذا نقرأ بصوت عالٍ لمن نحب؟',
			'حوار مع معلّم جمع الشعر في دفاتر تلاميذه',
			'محاضرة مسائية عن خرائط النجوم عند أهل البادية',
			'مجلس الوزراء يقرّ الموازنة العامة ويطلق 12 مشروعًا للنقل والمياه',
			'حوار المياه العابرة للحدود ينتقل إلى الشاشة ويتقدّم أسبوعًا',
			'وفد طبي أردني إلى ساموا في قمة عن صحة القرى النائية',
			'الأردن يحمل تجربة مكتباته المتنقلة إلى المنتدى العربي للمكتبات 2024 في تونس',
			'فرز أصوات المجلس البلدي في عجلون: اللجان أنهت نصف الصناديق',
			'بيان من رابطة الممرضين عن مناوبات الليل',
			'محليات',
			'ثقافة',
		]);
		expect(await page().locator('main .columns h3').count()).toBe(0);
	});
});

test('on paper the addresses of links stand at the foot of a sheet that the text leaves empty', () =>
	look('articles/book-fair/', SHEET, async (page) => {
		await page.emulateMedia({ media: 'print' });
		const [text, notes] = [await box(page, '.story-text'), await box(page, '.notes')];
		expect(text.y + text.height).toBeLessThan(850);
		expect(notes.y).toBeGreaterThan(930);
		expect(notes.y + notes.height).toBeLessThanOrEqual(998);
	}));

test.each([
	[320, [0, 320], [0, 320]],
	[768, [0, 768], [104, 664]],
	[1024, [136, 888], [232, 792]],
	[1280, [36, 920], [360, 920]],
	[1920, [276, 1240], [680, 1240]],
])(
	'at %i px the pictures of a story in pictures go from %j, every second from %j',
	(width, large, small) =>
		look('articles/photo-harbour/', { viewport: { width, height: 800 } }, async (page) => {
			const edges = await page.locator('.lead img, .story-text img').evaluateAll((images) =>
				images.map((image) => {
					const { left, right } = image.getBoundingClientRect();
					return [left, right].map(Math.round);
				}),
			);
			expect(edges).toEqual([large, small, large]);
			// Its headline may be as broad as the first of them.
			if (width >= 1280) expect((await box(page, '.headline')).left).toBe(large[0]);
		}),
);

test('on paper the first of a story in pictures fills the sheet, the others are whole, captions under them', () =>
	look('articles/photo-harbour/', SHEET, async (page) => {
		await page.emulateMedia({ media: 'print' });
		const [picture, caption, article] = [
			await box(page, '.lead img'),
			await box(page, '.lead figcaption'),
			await box(page, '.story'),
		];
		expect([picture.x, picture.width]).toEqual([article.x, article.width]);
		expect(picture.height).toBeGreaterThan(340);
		expect(caption.y).toBeGreaterThanOrEqual(picture.y + picture.height);
		expect(await style(page, '.story-text', 'column-count')).toBe('2');
		const shapes = await page
			.locator('.story-text img')
			.evaluateAll((all) => all.map((one) => (one.clientWidth / one.clientHeight).toFixed(2)));
		expect(shapes).toEqual(['1.50', '1.33']);
		expect(article.y + article.height).toBeGreaterThan(980);
		expect(article.y + article.height).toBeLessThanOrEqual(998);
	}));

test.each([
	[150, 0],
	[250, 1],
])(
	'on paper, %i px lower a section begins on sheet %i: it needs room for four lines',
	(height, sheet) =>
		look('articles/film-days/', LAPTOP, async (page) => {
			const sheets = await sheetsWith(page, height, '.story-text');
			expect(sheets.findIndex((text) => text.includes('في اليوم الثاني'))).toBe(sheet);
		}),
);

test.each([
	['which just fits begins no sheet after it', 60, [true]],
	['which does not fit takes its last pictures along', 120, [false, true]],
])('on paper the caption of a gallery %s', (_name, height, pictures) =>
	look('articles/craft-market/', LAPTOP, async (page) => {
		const sheets = await sheetsWith(page, height, '.gallery');
		expect(sheets.map((text) => text.includes('المغرب: آخر من غادر'))).toEqual(pictures);
		expect(sheets.at(-1)).toContain('يوم في السوق');
		// Alone in its row, a picture is not cut, and its caption stands beside it.
		await page.emulateMedia({ media: 'print' });
		const [picture, words] = [await box(page, '.shots img'), await box(page, '.shots figcaption')];
		expect(picture.width / picture.height).toBeCloseTo(1.5, 2);
		expect(words.bottom).toBe(picture.bottom);
		expect(await page.locator('.shots figcaption').last().textContent()).toMatch(/من\u00A0غادر/);
	}),
);

test('on paper a rule lies across the sheet over the notes of a text', () =>
	look('articles/opinion-reading/', SHEET, async (page) => {
		await page.emulateMedia({ media: 'print' });
		expect(await style(page, '.footnotes', 'border-top-width')).toBe('1px');
		expect((await box(page, '.footnotes')).width).toBe(680);
	}));

test.each([768, 1024, 1280, 1920])(
	'the head of an opinion stands over its text at %i px, its photograph in the margin',
	(width) =>
		look('articles/opinion-reading/', { viewport: { width, height: 800 } }, async (page) => {
			const [label, lead, text, sheet] = [
				await box(page, '.opinion > .text-accent'),
				await box(page, '.opinion > .lead'),
				await box(page, '.story-text > p'),
				await box(page, '.story'),
			];
			expect(label.x + label.width).toBe(text.x + text.width);
			expect(Math.abs(label.x - lead.x - lead.width - (width < 1024 ? 32 : 40))).toBeLessThan(1);
			// It ends with the sheet, or is as broad as its files.
			expect(lead.x - sheet.x).toBe(width < 1920 ? 0 : 12);
			if (width < 1280) return;
			expect(label.x).toBe(text.x);
			// Their rule is as long as those of bylines.
			const writers = await box(page, '.writers');
			if (width === 1280) expect([writers.left, writers.right]).toEqual([952, 1244]);
			// Each writer has a row, and all names begin at one edge, with a portrait or without.
			const [first, second] = [
				await box(page, '.writers > :first-child'),
				await box(page, '.writers > :last-child'),
			];
			expect(second.y).toBeGreaterThanOrEqual(first.y + first.height);
			const [name, other] = [
				await box(page, '.writers > :first-child > p'),
				await box(page, '.writers > :last-child > p'),
			];
			expect(name.right).toBeLessThan(first.right);
			expect(other.right).toBe(name.right);
		}),
);

test.each([
	[768, [104, 664]],
	[1280, [500, 1244]],
])(
	'at %i px the words of an update follow its title, whatever stands in the margin; the heading, its rule, days and hours begin at one edge',
	(width, edges) =>
		look('articles/council-count/', { viewport: { width, height: 800 } }, async (page) => {
			const [title, words] = [await box(page, '.updates h3'), await box(page, '.updates h3 + p')];
			expect(words.y).toBe(title.y + title.height + 8);
			for (const part of ['h2', '.day', 'div']) {
				const { left, right } = await box(page, `.updates > ${part}`);
				expect([left, right], part).toEqual(edges);
			}
			const rule = await page.evaluate(
				() => getComputedStyle(document.querySelector('.story-text')!, '::before').width,
			);
			expect(rule).toBe(`${edges[1]! - edges[0]!}px`);
		}),
);

test('beside many places the other facts fill columns that end about level', () =>
	look('articles/film-days/', LAPTOP, async (page) => {
		const facts = await page.locator('.below .facts div').all();
		const boxes = await Promise.all(facts.map(async (fact) => (await fact.boundingBox())!));
		// Places, admission, organizer, delegates.
		const [top = 0, ...others] = boxes.map(({ y }) => y);
		expect(others.map((y) => y - top)).toEqual([0, expect.any(Number), 0]);
		expect(boxes[2]?.x).toBe(boxes[1]?.x);
	}));

test('three categories of an award stand side by side on the whole width of their section', () =>
	look('articles/readers-awards/', LAPTOP, async (page) => {
		const edges = await page.locator('.below > .rows > li').evaluateAll((all) =>
			all.map((one) => {
				const { left, right, top } = one.getBoundingClientRect();
				return [left, right, top].map(Math.round);
			}),
		);
		const [[, , top] = []] = edges;
		expect(edges).toEqual([
			[745, 1060, top],
			[391, 705, top],
			[36, 351, top],
		]);
	}));

test.each([
	[360, PHONE],
	[1280, LAPTOP],
])(
	'a classical poem at %i px: halves as wide as each other, or the second under the first and in from it, and a space between verses',
	(width, screen) =>
		look(POEM, screen, async (page) => {
			const halves = await page
				.locator('.halves > span:not(.sr-only)')
				.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
			const [first, second, third, fourth] = halves as [DOMRect, DOMRect, DOMRect, DOMRect];
			if (width === 1280) {
				for (const half of [second, third, fourth])
					expect(Math.abs(half.width - first.width)).toBeLessThan(1);
				expect(second.right).toBeLessThan(first.left);
				expect(second.top).toBe(first.top);
				// As books set them: all halves fill their column, and the poet stands at the end.
				expect(await style(page, '.halves > span', 'text-align-last')).toBe('justify');
				expect(await style(page, '.classical > figcaption', 'text-align')).toBe('end');
				expect((await box(page, '.classical > figcaption')).x).toBe(second.left);
			} else {
				for (const [upper, lower] of [
					[first, second],
					[third, fourth],
				] as const) {
					expect(Math.abs(lower.top - upper.bottom)).toBeLessThan(1);
					expect(upper.right).toBe(first.right);
				}
				expect(third.top - second.bottom).toBe(16);
				expect(await style(page, '.halves > :last-child', 'padding-right')).toBe('36px');
			}
			expect(third.top).toBeGreaterThan(second.top);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
		}),
);

test('the picture of a film opens the service, and questions stand apart from answers', () =>
	look(POEM, LAPTOP, async (page) => {
		await page.locator('.video').scrollIntoViewIfNeeded();
		expect(
			await page.locator('.video').evaluate((figure) => {
				const { left, top, width } = figure.getBoundingClientRect();
				const hit = document.elementFromPoint(left + width / 2, top + 100);
				return [hit?.tagName, hit?.getAttribute('href'), hit?.getAttribute('rel')];
			}),
		).toEqual(['A', 'https://www.youtube.com/watch?v=abcdefghijk', 'noopener']);
		// In forced colours, too, its sign has two.
		await page.emulateMedia({ forcedColors: 'active' });
		const sign = await page
			.locator('.video .still')
			.evaluate((still) =>
				['::before', '::after'].map((part) => getComputedStyle(still, part).backgroundColor),
			);
		await page.emulateMedia({ forcedColors: null });
		expect(sign).toEqual(['rgb(255, 255, 255)', 'rgb(10, 77, 125)']);
		const [question, answer] = [
			await box(page, '.question'),
			await box(page, '.interview > p:not(.question)'),
		];
		expect(question.x + question.width - answer.x - answer.width).toBeGreaterThanOrEqual(0);
		expect(await style(page, '.question strong', 'font-weight')).toBe('700');
		expect(await style(page, '.quran', 'font-family')).toMatch(/^"?Naskh Quran/);
		// In the margin, each level with its answer.
		const [second, reply] = [
			await box(page, '.question ~ .question'),
			await box(page, '.question ~ .question + p'),
		];
		expect([question.y, second.y]).toEqual([answer.y, reply.y]);
		expect([question.right, answer.right, answer.width]).toEqual([1244, 920, 560]);
		// The two that lead elsewhere stand side by side, from edge to edge of the others' pictures.
		const [film, post] = [await box(page, '.clip'), await box(page, '.clip + .clip')];
		expect([film.y, film.right, post.left, film.left - post.right]).toEqual([post.y, 920, 36, 24]);
		// Both pictures have one shape, whatever theirs is.
		const ends = await page
			.locator('.clip img')
			.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
		expect(ends).toEqual([287, 287]);
		// What is lifted out of the answers stands in the other margin, beside the first of them.
		const pull = await box(page, '.pull');
		expect(pull.right).toBe(320);
		expect(pull.top).toBeLessThan(answer.y);
		expect(pull.bottom).toBeGreaterThan(answer.y);
		const file = await box(page, '.file');
		expect(file.y).toBeGreaterThan(Math.max(film.bottom, post.bottom));
	}));

test.each([
	['an event', 'articles/libraries-forum-tunis-2024/', '#event > p'],
	['an article without sections', 'articles/street-lights/', '.story-text > p'],
	['a photograph', 'articles/photo-harbour/', '.story-text > p'],
	['an interview', 'articles/poet-interview/', '.story-text > p'],
	['an opinion with a high photograph', 'articles/opinion-reading/', '.story-text > p'],
])('the text of %s begins on the first screen and a half of a phone', (_name, path, text) =>
	look(path, { viewport: { width: 360, height: 640 } }, async (page) => {
		const { y } = await box(page, text);
		expect(y + 36).toBeLessThanOrEqual(960);
		expect(await page.locator('.share:visible, .strip, .facts').count()).toBeGreaterThan(0);
		for (const later of await page.locator('.share:visible, .strip, .facts').all())
			expect((await later.boundingBox())!.y).toBeGreaterThan(y);
	}),
);

test('a month of few articles tells each dek beside its headline, with or without a photograph', async () => {
	const edges: number[] = [];
	const starts: number[] = [];
	for (const month of ['2025/03', '2025/06'])
		await look(`archive/${month}/`, LAPTOP, async (page) => {
			const [headline, dek] = [
				await box(page, '.told h3'),
				await box(page, '.told article > .text-quiet'),
			];
			expect(dek.x + dek.width).toBeLessThan(headline.x);
			expect(Math.abs(dek.y - headline.y)).toBeLessThan(12);
			edges.push(dek.x + dek.width);
			starts.push(Math.round(dek.x));
		});
	expect(edges[1]).toBe(edges[0]);
	// Without one it has the whole line.
	expect(Math.min(...starts)).toBe(36);
});

test.each(['articles/libraries-forum-tunis-2024/', 'articles/council-count/', 'topics/local/', ''])(
	'on paper nothing of «%s» stands out of its sheet, which would move all of it',
	(path) =>
		look(path, SHEET, async (page) => {
			await page.emulateMedia({ media: 'print' });
			const [left, right] = await page.locator('body :not(svg *)').evaluateAll((all) =>
				all
					.map((one) => one.getBoundingClientRect())
					.filter(({ width }) => width > 0)
					.reduce(
						([from, to], { left, right }) => [Math.min(from, left), Math.max(to, right)],
						[Infinity, 0],
					),
			);
			expect(left).toBeGreaterThanOrEqual(-0.5);
			expect(right).toBeLessThanOrEqual(698.5);
		}),
);

test('a headline that one line has no room for breaks after its colon', () =>
	look('articles/council-count/', SHEET, async (page) => {
		const [before, after] = [
			await box(page, '.headline > :first-child'),
			await box(page, '.headline > :last-child'),
		];
		expect(after.y).toBe(before.y + before.height);
		expect((await page.locator('h1').textContent())?.replaceAll('\u00A0', ' ')).toBe(
			'فرز أصوات المجلس البلدي في عجلون: اللجان أنهت نصف الصناديق',
		);
		expect(await style(page, '.headline > :first-child', 'text-wrap')).toBe('pretty');
		// Beside what to read next, too, each half has one line of 53 px.
		await page.setViewportSize({ width: 1280, height: 800 });
		expect((await box(page, '.headline')).height).toBeLessThan(2.1 * 53);
		// On a phone the first half needs two: they are no box of their own, whose second line would end early.
		await page.setViewportSize({ width: 360, height: 640 });
		expect(await style(page, '.headline > :first-child', 'display')).toBe('inline');
	}));

test('a number stays in one line of a headline', () =>
	look('articles/ai-models/', SHEET, async (page) =>
		expect(await style(page, '.headline > span', 'white-space')).toBe('nowrap'),
	));

test.each([
	['articles/street-lights/', []],
	['topics/health/', ['https://almanara.example/topics/health/']],
	['archive/2024/12/', ['https://almanara.example/archive/2024/12/']],
])(
	'on paper nothing of %s leads elsewhere, however much of the sheet is left; a list has its address',
	(path, address) =>
		look(path, SHEET, async (page) => {
			await page.emulateMedia({ media: 'print' });
			expect(await page.locator('nav:visible, .years:visible').count()).toBe(0);
			expect(await page.locator('nav').count()).toBeGreaterThan(1);
			expect(await page.locator('header > .row > p:visible').allInnerTexts()).toEqual(address);
		}),
);

test.each(['', POEM, 'articles/craft-market/', 'articles/evening-lecture/'])(
	'«%s» is printed on one sheet',
	async (path) => expect(await sheetsOf(path)).toHaveLength(1),
);

test.each([
	['topics/health/', 'صحة'],
	['articles/world-health-summit/', 'صحة'],
	['archive/2024/12/', 'الأرشيف'],
])('on a phone the place of %s is in sight in the bar', (path, name) =>
	look(path, { viewport: { width: 320, height: 700 } }, async (page) => {
		const current = page.locator('.bar [aria-current]');
		expect(await current.innerText()).toBe(name);
		const isOnTop = () =>
			current.evaluate((link) => {
				const { left, right, top, bottom } = link.getBoundingClientRect();
				const middle = (top + bottom) / 2;
				return [left + 8, (left + right) / 2, right - 8].map(
					(x) => document.elementFromPoint(x, middle) === link,
				);
			});
		expect(await isOnTop()).toEqual([true, true, true]);
	}),
);

describe.each([
	['articles/photo-harbour/', [320, 1920]],
	['articles/opinion-reading/', [320, 1280]],
	['', [320, 1280]],
] as const)('/%s', (path, widths) =>
	test.each(widths)('moves nothing when its pictures come, at %i px', (width) => {
		/** Holds the pictures back until the page is set in our typeface. */
		const held = (page: Page) => {
			let released: Promise<void> | undefined;
			return page.route(/\.(avif|webp|jpe?g)$/, async (route) => {
				const release = async () => {
					await settled(page);
					await page.evaluate(async () => {
						for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
						performance.mark('released');
					});
				};
				// The first `evaluate` may hit the blank page that is being left: try again.
				released ??= release().catch(release);
				await released;
				await route.continue();
			});
		};
		return open(
			path,
			{ viewport: { width, height: 800 }, before: held, once: true },
			async (page) => {
				const pictures = page.locator('img');
				for (let index = 0; index < (await pictures.count()); index++) {
					await pictures.nth(index).scrollIntoViewIfNeeded();
					await pictures.nth(index).evaluate((image: HTMLImageElement) => image.decode());
				}
				const moved = await page.evaluate(async () => {
					const shifts: number[] = [];
					const released = performance.getEntriesByName('released')[0]?.startTime ?? Infinity;
					const observer = new PerformanceObserver((list) =>
						shifts.push(
							...list
								.getEntries()
								.filter(({ startTime }) => startTime > released)
								.map((entry) => (entry as unknown as { value: number }).value),
						),
					);
					observer.observe({ type: 'layout-shift', buffered: true });
					for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
					return shifts.reduce((sum, shift) => sum + shift, 0);
				});
				expect(await pictures.count()).toBeGreaterThan(0);
				expect(moved.toFixed(3)).toBe('0.000');
				// A caption begins where its picture does, or in the margin where the byline does.
				const captions = await page
					.locator('.lead, .story-text figure')
					.filter({ has: page.locator('figcaption') })
					.evaluateAll((figures) =>
						figures.map((figure) =>
							['img', 'figcaption'].map((name) => {
								const range = document.createRange();
								range.selectNodeContents(figure.querySelector(name)!);
								const { left, right } = (
									name === 'img' ? figure.querySelector(name)! : range
								).getBoundingClientRect();
								return { left: Math.round(left), right: Math.round(right) };
							}),
						),
					);
				if (path && width >= 1280)
					for (const [picture, caption] of captions)
						if (path.includes('harbour')) expect(caption?.right).toBe(1644);
						else expect(caption?.right).toBe(picture?.right);
				// Headline and text begin at one edge, beside a portrait and over a photograph.
				const rights = await page
					.locator('.plain .headline, .story-text > p:not([class])')
					.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().right)));
				if (path && width >= 1280)
					expect([...new Set(rights)]).toEqual([width === 1280 ? 920 : 1240]);
			},
		);
	}),
);
