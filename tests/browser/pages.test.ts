import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serve } from '../../src/hosting/serve.ts';
import { launch, settled } from './chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [320, 360, 768, 1280];
/** What the tabulator key comes to. */
const STOPS = ':is(a[href], button, summary, input, textarea, [tabindex="0"]):visible';

describe.each(inject('sites'))('in a browser, under $base', ({ folder, base }) => {
	let server: Server;
	let browser: Browser;
	let origin: string;
	const PAGES = {
		home: base,
		article: `${base}articles/oman-un-public-service-forum-2015/`,
		about: `${base}about/`,
		missing: `${base}none/at/all/`,
	};

	beforeAll(async () => {
		server = await serve(folder, base, 0);
		origin = `http://localhost:${(server.address() as AddressInfo).port}`;
		browser = await launch();
	});
	afterAll(async () => {
		await browser?.close();
		server?.close();
	});

	/** Opens a page in a context of its own, with its fonts there, and closes it after use. */
	async function open<T>(
		path: string,
		options: BrowserContextOptions,
		use: (page: Page) => Promise<T>,
	): Promise<T> {
		const context = await browser.newContext(options);
		try {
			const page = await context.newPage();
			await page.goto(origin + path);
			if (options.javaScriptEnabled !== false) await settled(page);
			return await use(page);
		} finally {
			await context.close();
		}
	}

	describe.each(Object.entries(PAGES))('%s', (_name, path) => {
		test.each(WIDTHS)('at %i px nothing overflows sideways and no line is clipped', (width) =>
			open(path, { viewport: { width, height: 800 } }, async (page) => {
				const found = await page.evaluate(() => {
					const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
					const out: string[] = [];
					const clipped: string[] = [];
					for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
						const box = element.getBoundingClientRect();
						const { overflowX, overflowY, clipPath } = getComputedStyle(element);
						if (clipPath !== 'none' || box.width <= 1) continue; // For screen readers only.
						if (box.left < -0.5 || box.right > innerWidth + 0.5)
							out.push(element.outerHTML.slice(0, 80));
						const hides = overflowX !== 'visible' || overflowY !== 'visible';
						if (
							hides &&
							(element.scrollHeight > element.clientHeight + 1 ||
								element.scrollWidth > element.clientWidth + 1)
						)
							clipped.push(element.outerHTML.slice(0, 80));
					}
					return { wide, out, clipped };
				});
				expect(found).toEqual({ wide: 0, out: [], clipped: [] });
			}),
		);

		test.each(WIDTHS)(
			'at %i px the order of the code is the order of the eye, from the right',
			(width) =>
				open(path, { viewport: { width, height: 800 } }, async (page) => {
					const jumps = await page.evaluate(() => {
						const boxes = [
							...document.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, dt, dd, nav a'),
						]
							.filter(
								(element) =>
									element.innerText.trim() &&
									!element.querySelector('p, li') &&
									element.getBoundingClientRect().width > 1,
							)
							// On a wide screen these stand in the margin beside the text that follows them.
							.filter(
								(element) =>
									innerWidth < 1024 || !element.closest('#event > .facts, #forum > .resolution'),
							)
							.map((element) => ({
								text: element.innerText.slice(0, 40),
								...element.getBoundingClientRect().toJSON(),
							}));
						return boxes.flatMap((box, index) => {
							const before = boxes[index - 1];
							const follows =
								!before ||
								box.top >= before.bottom - 8 ||
								box.right <= before.left + 8 ||
								(box.top >= before.top - 8 && box.right <= before.right + 8);
							return follows ? [] : [[before.text, box.text]];
						});
					});
					expect(jumps).toEqual([]);
				}),
		);

		test('text begins at the right', () =>
			open(path, { viewport: { width: 360, height: 800 } }, async (page) => {
				const sides = await page.evaluate(() =>
					[...document.querySelectorAll('h1, h2, h3, p, li, dd')]
						.filter((element) => !element.closest('.strip, .sr-only'))
						.map((element) => getComputedStyle(element))
						.map(({ direction, textAlign }) => `${direction} ${textAlign}`),
				);
				expect([...new Set(sides)]).toEqual(['rtl start']);
			}));

		test('asks nothing of another origin and gets all that it asks for', async () => {
			const context = await browser.newContext();
			const page = await context.newPage();
			const foreign: string[] = [];
			const failed: string[] = [];
			page.on(
				'request',
				(request) => request.url().startsWith(origin) || foreign.push(request.url()),
			);
			page.on(
				'response',
				(response) =>
					response.status() >= 400 && !response.url().endsWith(path) && failed.push(response.url()),
			);
			await page.goto(origin + path, { waitUntil: 'networkidle' });
			await context.close();
			expect({ foreign, failed }).toEqual({ foreign: [], failed: [] });
		});

		test('can be walked with the keyboard, every stop seen', () =>
			open(path, { viewport: { width: 360, height: 800 } }, async (page) => {
				const all = await page.locator(STOPS).count();
				const stops: { seen: boolean; name: string }[] = [];
				for (let stop = 0; stop < all; stop++) {
					await page.keyboard.press('Tab');
					stops.push(
						await page.evaluate(() => {
							const element = document.activeElement as HTMLElement;
							const box = element.getBoundingClientRect();
							const { outlineStyle, outlineWidth } = getComputedStyle(element);
							const inView =
								box.width > 8 && box.height > 8 && box.bottom > 0 && box.top < innerHeight;
							return {
								seen: inView && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
								name: element.innerText,
							};
						}),
					);
				}
				expect(stops.filter(({ seen }) => !seen)).toEqual([]);
				expect(stops.map(({ name }) => name)).toEqual(await page.locator(STOPS).allInnerTexts());
			}));

		test.each(['light', 'dark'] as const)('has nothing that axe objects to in %s', (colorScheme) =>
			open(path, { viewport: { width: 360, height: 800 }, colorScheme }, async (page) => {
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

		test('is read whole with scripts off', () =>
			open(path, { javaScriptEnabled: false }, async (page) => {
				const text = await page.locator('main').innerText();
				expect(text).toContain(await page.locator('h1').innerText());
				await expect(page.locator('h1').isVisible()).resolves.toBe(true);
			}));
	});

	test('the skip link comes first and leads past the masthead', () =>
		open(PAGES.article, {}, async (page) => {
			await page.keyboard.press('Tab');
			expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
				'#content',
			);
			await page.keyboard.press('Enter');
			expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
		}));

	test.each(['event', 'forum', 'awards'])(
		'the link to #%s lands on its heading, under nothing',
		(id) =>
			open(PAGES.article, { viewport: { width: 360, height: 640 } }, async (page) => {
				await page.click(`nav a[href="#${id}"]`);
				const landed = await page.evaluate((heading) => {
					const box = document.getElementById(heading)?.getBoundingClientRect() ?? new DOMRect();
					return {
						inView: box.top >= 0 && box.bottom <= innerHeight,
						onTop: document.elementFromPoint(box.right - 4, (box.top + box.bottom) / 2)?.id,
					};
				}, `${id}-heading`);
				expect(landed).toEqual({ inView: true, onTop: `${id}-heading` });
			}),
	);

	test('the Arabic face is the one that is drawn', () =>
		open(PAGES.article, {}, async (page) => {
			const faces = await page.evaluate(() =>
				[...document.fonts].map(({ family, status }) => `${family} ${status}`),
			);
			expect(faces).toEqual(expect.arrayContaining(['Naskh loaded', 'Naskh Latin loaded']));
		}));

	test('the text is painted without its face, which is asked for when the clock of the style has gone on', async () => {
		const page = await browser.newPage();
		const session = await page.context().newCDPSession(page);
		await session.send('Animation.enable');
		await session.send('Animation.setPlaybackRate', { playbackRate: 0 });
		await page.goto(origin + PAGES.article);
		const asked = () =>
			page.evaluate(
				() =>
					performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2'))
						.length,
			);
		await expect
			.poll(() =>
				page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length),
			)
			.toBe(1);
		expect(await asked()).toBe(0);
		await session.send('Animation.setPlaybackRate', { playbackRate: 1 });
		await expect.poll(asked).toBe(2);
		await page.close();
	});

	test('a range of days keeps its order: 23 stands to the right of 26', () =>
		open(PAGES.article, {}, async (page) => {
			const [first, last] = await page.evaluate(() =>
				[...document.querySelectorAll('span[dir=rtl] time')].map(
					(time) => time.getBoundingClientRect().right,
				),
			);
			expect(first).toBeGreaterThan(last ?? Infinity);
		}));

	test('an address without its slash is sent to the one with it, and keeps its query', async () => {
		const response = await fetch(`${origin}${base}about?x=1`, { redirect: 'manual' });
		expect([response.status, response.headers.get('location')]).toEqual([301, `${base}about/?x=1`]);
	});

	test('what is not there is answered with 404 at any depth', async () => {
		const response = await fetch(`${origin}${base}none/at/all/`);
		expect([response.status, response.headers.get('content-type')]).toEqual([
			404,
			'text/html; charset=utf-8',
		]);
		expect(await response.text()).toContain('الصفحة غير موجودة');
	});
});
