import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { contrastProblems, orderProblems, overflowProblems, targetProblems } from './problems.ts';
import { site } from './visit.ts';

declare global {
	interface Window {
		stops: { seen: boolean; name: string }[];
	}
}

const ARTICLE = 'articles/libraries-forum-tunis-2024/';
const EVERYTHING = 'articles/budget-and-projects/';
/** One page of each kind. */
const PAGES = {
	'the first page': '',
	'an event with all its parts': ARTICLE,
	'an article with all that a text can have': EVERYTHING,
	'an article without sections': 'articles/street-lights/',
	'the page about the paper': 'about/',
	'the page of what is missing': 'none/at/all/',
	'the page that searches': 'search/',
};
/** Of the paper under a base: those that have all colours, and those whose addresses could go wrong. */
const UNDER_BASE = ['', ARTICLE, EVERYTHING, 'none/at/all/', 'search/'];
/** What the tab key stops at. */
const STOPS =
	':is(a[href]:not([tabindex="-1"]), button, summary, input:enabled, select, textarea, [tabindex="0"]):visible';

describe.each(inject('sites'))('$paper', (paper) => {
	const visited = site(paper);
	const isOwn = paper.base === '/';
	const pages = Object.entries(PAGES).filter(([, path]) => isOwn || UNDER_BASE.includes(path));

	describe.each(pages)('%s', (_name, path) => {
		const asked = new Set<string>();
		const failed: string[] = [];
		const page = visited.keep(path, {
			bypassCSP: true,
			before: async (page) => {
				page.on('request', (request) => asked.add(new URL(request.url()).origin));
				page.on('response', (response) => {
					if (response.status() >= 400 && !response.url().endsWith(path))
						failed.push(response.url());
				});
			},
		});
		const resize = (width: number) => page().setViewportSize({ width, height: 800 });
		// The other paper has the same elements with other words: one of its pages is enough.
		const room = test.runIf(isOwn || path === ARTICLE);

		test('asks nothing of another origin and gets all that it asks for', () =>
			expect({ asked: [...asked], failed }).toEqual({ asked: [visited.origin], failed: [] }));

		room.each([320, 768, 1280])(
			'at %i px nothing is too wide, no line is cut, and the order of the code is that of the eye, from the right',
			async (width) => {
				await resize(width);
				expect([await overflowProblems(page()), await orderProblems(page())]).toEqual([[], []]);
			},
		);

		// Every rule of axe is asked under the base and at the root of a host, light at 360 px and dark
		// at 1280, on a page of every kind (laws/laws.test.ts, site/facts.test.ts). The papers differ
		// only in colours, so the other views are divided between them. The first page and articles
		// have all colours.
		type Media = Parameters<Page['emulateMedia']>[0];
		const PLAIN = { media: null, colorScheme: null, forcedColors: null, contrast: null } as const;
		const hasAllColours = path === '' || path === ARTICLE || path === EVERYTHING;
		const views: [string, number, Media][] = !hasAllColours
			? []
			: isOwn
				? [
						['by day', 1280, {}],
						['by night', 360, { colorScheme: 'dark' }],
						['in forced colours', 360, { forcedColors: 'active' }],
					]
				: [
						['with more contrast', 360, { contrast: 'more' }],
						['on paper', 794, { media: 'print' }],
					];
		test.each(views)('its colours are read with ease %s at %i px', async (_name, width, media) => {
			await resize(width);
			await page().emulateMedia(media);
			const problems = await contrastProblems(page());
			await page().emulateMedia(PLAIN);
			expect(problems).toEqual([]);
		});

		room.each([
			[
				'the text spacing of WCAG 1.4.12 at 320 px',
				320,
				'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
			],
			['letters of twice the size at 640 px', 640, 'html { font-size: 200% !important }'],
		])('bears %s', async (_name, width, content) => {
			await resize(width);
			const style = await page().addStyleTag({ content });
			const problems = await overflowProblems(page());
			await style.evaluate((element) => (element as Element).remove());
			expect(problems).toEqual([]);
		});

		room('what stands alone to be pressed is 44 px high and wide', async () => {
			await resize(360);
			expect(await targetProblems(page())).toEqual([]);
		});

		room(
			'the bar of the contents goes with the page where it would take more than a tenth of the window',
			async () => {
				const bar = page().locator('.contents-bar');
				if (!(await bar.count())) return;
				// Half the window at twice the size: as with letters of 32 px at 360 px.
				for (const [width, height, position] of [
					[360, 640, 'sticky'],
					[320, 568, 'sticky'],
					[180, 320, 'static'],
					[640, 360, 'static'],
				] as const) {
					await page().setViewportSize({ width, height });
					expect(await bar.evaluate((element) => getComputedStyle(element).position)).toBe(
						position,
					);
				}
			},
		);

		test('text begins at the right', async () => {
			await resize(360);
			const sides = await page().evaluate(() =>
				[...document.querySelectorAll('h1, h2, h3, p, li, dd')]
					.filter((element) => !element.closest('.strip, .sr-only, [dir=ltr]'))
					.map((element) => {
						const { direction, textAlign } = getComputedStyle(element);
						return `${direction} ${textAlign}`;
					}),
			);
			expect([...new Set(sides)]).toEqual(['rtl start']);
		});

		// Runs last, as the tab key leaves the page at its end. One paper is enough; what the other pages have, these have.
		test.runIf(!isOwn && ['', ARTICLE, EVERYTHING, 'search/'].includes(path))(
			'can be walked with the keyboard, every stop seen',
			async () => {
				await page().setViewportSize({ width: 360, height: 640 });
				// The search's script brings what it can be narrowed by.
				await page().waitForFunction(
					() => !document.querySelector('select') || document.querySelector('option + option'),
				);
				const names = await page().locator(STOPS).allInnerTexts();
				// Each is looked at when the next is asked for: half of the ways to the page and back.
				await page().evaluate(() => {
					window.stops = [];
					addEventListener('keydown', () => {
						const element = document.activeElement as HTMLElement;
						if (element === document.body) return;
						const box = element.getBoundingClientRect();
						const { outlineStyle, outlineWidth } = getComputedStyle(element);
						const inView =
							box.width > 2 && box.height > 2 && box.bottom > 0 && box.top < innerHeight;
						// The bar of topics fades in its last 20 px.
						const bar = element.closest('.bar > ul')?.getBoundingClientRect();
						const inBar = !bar || box.left >= bar.left + 20;
						window.stops.push({
							seen: inView && inBar && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
							name: element.innerText,
						});
					});
				});
				for (let press = 0; press <= names.length; press++) await page().keyboard.press('Tab');
				const stops = await page().evaluate(() => window.stops);
				expect(stops.filter(({ seen }) => !seen)).toEqual([]);
				expect(stops.map(({ name }) => name)).toEqual(names);
			},
		);
	});
});

/** With a lead and without, with sections and without. */
const ARTICLES = [ARTICLE, 'articles/opinion-reading/', 'articles/council-count/'];
describe.each(inject('sites').slice(0, 1))('the style of an article', (paper) => {
	const visited = site(paper);

	test.each(ARTICLES)('that goes on after the headline overrules nothing on a screen: %s', (path) =>
		visited.open(path, { bypassCSP: true }, async (page) => {
			for (const width of [360, 1280]) {
				await page.setViewportSize({ width, height: 800 });
				const moved = await page.evaluate(() => {
					const all = [...document.querySelectorAll('header *, main *')];
					const later = [...document.querySelectorAll('style')].at(-1); // scripts/later-style.ts has moved it.
					// Only what it sets can change with its place: a tenth of all properties' time.
					const names = new Set<string>();
					const read = (rules: Iterable<CSSRule>) => {
						for (const rule of rules) {
							if (rule instanceof CSSStyleRule) for (const name of rule.style) names.add(name);
							if (rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule)
								read(rule.cssRules);
						}
					};
					read(later?.sheet?.cssRules ?? []);
					const styles = () =>
						all.map((element) => {
							const style = getComputedStyle(element);
							return Array.from(names, (name) => style.getPropertyValue(name)).join();
						});
					const place = document.createComment('');
					later?.before(place);
					const last = styles();
					const first = document.createElement('style');
					first.textContent = later?.textContent ?? '';
					document.head.prepend(first);
					later?.remove();
					const changed = styles();
					if (later) place.replaceWith(later);
					first.remove();
					return {
						rules: later?.sheet?.cssRules.length ?? 0,
						others: all
							.filter((_, index) => changed[index] !== last[index])
							.map((element) => element.outerHTML.slice(0, 80)),
					};
				});
				expect(moved.rules).toBeGreaterThan(50);
				expect(moved.others).toEqual([]);
			}
		}),
	);
});

// Under the base path: the one where an address could go wrong.
describe.each(inject('sites').slice(-1))('under $base', (paper) => {
	const visited = site(paper);
	const { look, open } = visited;
	const PHONE = { viewport: { width: 360, height: 640 } };

	test.each(['', ARTICLE, 'about/'])('«%s» is read whole with scripts off', (path) =>
		open(path, { javaScriptEnabled: false }, async (page) => {
			const text = await page.locator('main').innerText();
			expect(text).toContain(await page.locator('h1').innerText());
			await expect(page.locator('h1').isVisible()).resolves.toBe(true);
		}),
	);

	test('the skip link is seen when it is come to, comes first and leads past the masthead', () =>
		open(ARTICLE, {}, async (page) => {
			const width = async () => (await page.locator('.skip').boundingBox())?.width;
			expect(await width()).toBe(1);
			await page.keyboard.press('Tab');
			expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
				'#content',
			);
			expect(await width()).toBeGreaterThan(100);
			await page.keyboard.press('Enter');
			expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
		}));

	test('the links to the sections land on their headings, under nothing', () =>
		open(ARTICLE, PHONE, async (page) => {
			for (const id of ['event', 'forum', 'awards']) {
				await page.click(`nav a[href="#${id}"]`);
				const landed = await page.evaluate((heading) => {
					const box = document.getElementById(heading)?.getBoundingClientRect() ?? new DOMRect();
					return {
						inView: box.top >= 0 && box.bottom <= innerHeight,
						onTop: document.elementFromPoint(box.right - 4, (box.top + box.bottom) / 2)?.id,
					};
				}, `${id}-heading`);
				expect(landed).toEqual({ inView: true, onTop: `${id}-heading` });
			}
		}));

	test('a range of days keeps its order: 14 stands to the right of 17', () =>
		look(ARTICLE, {}, async (page) => {
			const ends = await page.evaluate(() =>
				[...document.querySelectorAll('#event span[dir=rtl] time')].map((time) => ({
					day: time.getAttribute('datetime'),
					right: time.getBoundingClientRect().right,
				})),
			);
			expect(ends.map(({ day }) => day)).toEqual(['2024-05-14', '2024-05-17']);
			expect(ends[0]?.right).toBeGreaterThan(ends[1]?.right ?? Infinity);
		}));

	test('the Arabic face is the one that is drawn', () =>
		look(ARTICLE, {}, async (page) => {
			const faces = await page.evaluate(() =>
				[...document.fonts].map(({ family, status }) => `${family} ${status}`),
			);
			expect(faces).toEqual(expect.arrayContaining(['Naskh loaded', 'Naskh Digits loaded']));
		}));

	test('a face that comes after the first paint moves nothing: the page keeps the one it has, the next is set in ours', () =>
		open('about/', {}, async (first) => {
			// A context of its own: nothing is in its cache.
			const context = await first.context().browser()!.newContext(PHONE);
			const page = await context.newPage();
			let release = () => {};
			const released = new Promise<void>((resolve) => {
				release = resolve;
			});
			await page.route(/\.woff2$/, (route) => released.then(() => route.continue()));
			const [origin, base] = [visited.origin, paper.base];
			/** How wide the headline's words are, and how far anything moved, once all faces are there. */
			const seen = () =>
				page.evaluate(async () => {
					await document.fonts.ready;
					for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
					const moved = await new Promise<number>((resolve) => {
						let sum = 0;
						new PerformanceObserver((list) => {
							for (const entry of list.getEntries())
								sum += (entry as unknown as { value: number }).value;
						}).observe({ type: 'layout-shift', buffered: true });
						setTimeout(() => resolve(sum), 50);
					});
					const words = document.createRange();
					words.selectNodeContents(document.querySelector('h1')!);
					return { width: words.getBoundingClientRect().width, moved };
				});
			await page.goto(origin + base + ARTICLE, { waitUntil: 'commit' });
			await expect
				.poll(() =>
					page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length),
				)
				.toBe(1);
			// Something may be painted within the 100 ms that the words wait for their face.
			await page.waitForTimeout(200);
			release();
			await page.waitForLoadState();
			const late = await seen();
			expect(late.moved).toBe(0);
			// A busy machine may have the face too late once more.
			await expect
				.poll(async () => {
					await page.goto(`${origin}${base}about/`);
					await page.goto(origin + base + ARTICLE);
					const next = await seen();
					expect(next.moved).toBe(0);
					return Math.abs(late.width - next.width);
				})
				.toBeGreaterThan(0.5);
			await context.close();
		}));

	test('an address without its slash is sent to the one with it, and keeps its query', async () => {
		const response = await fetch(`${visited.origin}${paper.base}about?x=1`, { redirect: 'manual' });
		expect([response.status, response.headers.get('location')]).toEqual([301, '/news/about/?x=1']);
	});

	test('what is not there is answered with 404 at any depth', async () => {
		const response = await fetch(`${visited.origin}${paper.base}none/at/all/`);
		expect([response.status, response.headers.get('content-type')]).toEqual([
			404,
			'text/html; charset=utf-8',
		]);
		expect(await response.text()).toContain('الصفحة غير موجودة');
	});
});
