import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serve } from '../../src/serve.ts';
import { launch, settled } from './chromium.ts';

type Power = 'granted' | 'refused' | 'missing';

interface Device {
	/** The clipboard of today. */
	clipboard?: Power;
	/** Copying as it was before. */
	copying?: 'granted' | 'refused';
	share?: Power | 'aborted';
	/** Whether the browser knows text fragments. */
	fragments?: boolean;
}

declare global {
	interface Window {
		copied: string[];
		shared: ShareData[];
	}
}

/** Runs in the page before its scripts. */
function install({ clipboard = 'granted', copying = 'refused', share = 'missing', fragments = true }: Device) {
	const refuse = (name: string) => Promise.reject(new DOMException('told to', name));
	const define = (object: object, name: string, value: unknown) => Object.defineProperty(object, name, { value, configurable: true });
	window.copied = [];
	window.shared = [];
	define(navigator, 'clipboard', clipboard === 'missing' ? undefined : {
		writeText: (text: string) => (clipboard === 'refused' ? refuse('NotAllowedError') : Promise.resolve(void window.copied.push(text))),
	});
	document.execCommand = () => {
		const field = document.activeElement as HTMLTextAreaElement;
		if (copying === 'granted') window.copied.push(field.value.slice(field.selectionStart, field.selectionEnd));
		return copying === 'granted';
	};
	if (share === 'missing') delete (Navigator.prototype as Partial<Navigator>).share;
	else define(navigator, 'share', (data: ShareData) => {
		window.shared.push(data);
		return share === 'granted' ? Promise.resolve() : refuse(share === 'aborted' ? 'AbortError' : 'NotAllowedError');
	});
	if (!fragments) delete (Document.prototype as Partial<Document & { fragmentDirective: unknown }>).fragmentDirective;
}

/**
 * Runs in the page: what a text directive finds, by the rules of https://wicg.github.io/scroll-to-text-fragment/ (each part
 * whole words within one block; the first that is found). The packed Chromium scrolls to none, not even on a page of one word.
 */
function find(directive: string): string | undefined {
	const blocks = new Map<Element, string>();
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		let block = walker.currentNode.parentElement!;
		if (!block.checkVisibility() || block.closest('script, style, textarea')) continue;
		while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement!;
		blocks.set(block, (blocks.get(block) ?? '') + walker.currentNode.nodeValue);
	}
	const texts = [...blocks.values()].map((text) => text.replace(/\s+/g, ' '));
	const [start = '', end, ...more] = directive.replace(/^[^,]*-,/, '').split(',').map(decodeURIComponent);
	if (more.length) throw new Error(`${directive} has too many parts`);
	const prefix = /^([^,]*)-,/.exec(directive)?.[1];
	const word = '[\\p{L}\\p{M}\\p{N}]';
	const pattern = (part: string, before = '') => new RegExp(`${before && `(?<=(?<!${word})${RegExp.escape(before)} )`}(?<!${word})${RegExp.escape(part)}(?!${word})`, 'gu');
	for (const [index, text] of texts.entries()) {
		const match = pattern(start, prefix && decodeURIComponent(prefix)).exec(text);
		if (!match) continue;
		if (end === undefined) return match[0];
		const rest = [text.slice(match.index), ...texts.slice(index + 1)];
		const last = rest.findIndex((text, index) => pattern(end).exec(index ? text : text.slice(match[0].length)));
		const finish = pattern(end);
		if (last === 0) finish.lastIndex = match[0].length;
		const { index: stop } = finish.exec(rest[last] ?? '') ?? { index: 0 };
		return [...rest.slice(0, last), rest[last]?.slice(0, stop + end.length)].map((text) => text?.trim()).filter(Boolean).join(' ');
	}
	return undefined;
}

const SERVICES = ['واتساب', 'فيسبوك', 'إكس', 'تيليغرام', 'لينكدإن', 'البريد'];
const COPIED = 'نُسخ، فالصقه حيث تشاء.';
const REFUSED = 'لم يسمح المتصفح بالنسخ، والنص محدَّد هنا لتنسخه.';
const HEADLINE = 'سلطنة عُمان تشارك في منتدى الأمم المتحدة للخدمة العامة 2015 في كولومبيا';

describe.each(inject('sites'))('the share row, under $base', ({ folder, address: site, base }) => {
	const PATH = 'articles/oman-un-public-service-forum-2015/';
	const ADDRESS = site + PATH;
	let server: Server;
	let browser: Browser;
	let origin: string;

	beforeAll(async () => {
		server = await serve(folder, base, 0);
		origin = `http://localhost:${(server.address() as AddressInfo).port}`;
		browser = await launch();
	});
	afterAll(async () => {
		await browser?.close();
		server?.close();
	});

	async function open(device: Device, use: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
		const context = await browser.newContext({ viewport: { width: 360, height: 640 }, ...options });
		try {
			const page = await context.newPage();
			const errors: Error[] = [];
			page.on('pageerror', (error) => errors.push(error));
			if (options.javaScriptEnabled !== false) await page.addInitScript(install, device);
			// With what followed a reader here, which must not follow the link away.
			await page.goto(`${origin}${base}${PATH}?fbclid=1#forum`, { waitUntil: 'networkidle' });
			await use(page);
			expect(errors).toEqual([]);
		} finally {
			await context.close();
		}
	}
	const row = (page: Page) => page.getByRole('group', { name: 'مشاركة المقال' }).first();
	const buttons = (page: Page) => row(page).getByRole('button').allInnerTexts();
	const copy = (page: Page) => row(page).getByRole('button', { name: 'نسخ الرابط' });
	const native = (page: Page) => row(page).getByRole('button', { name: 'مشاركة', exact: true });
	const quote = (page: Page) => page.getByRole('button', { name: 'مشاركة الاقتباس' });
	const status = (page: Page) => page.getByRole('status');
	const field = (page: Page) => page.getByRole('textbox', { name: 'النص المراد نسخه' });
	const copied = (page: Page) => page.evaluate(() => window.copied);
	const shared = (page: Page) => page.evaluate(() => window.shared);
	const says = (page: Page, words: string) => expect.poll(() => status(page).innerText()).toBe(words);

	/** Selects from one text to another, each named by its words within a paragraph of the article. */
	const select = (page: Page, from: string, to = from) => page.evaluate(([from, to]) => {
		const find = (words: string) => {
			const walker = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) {
				const at = walker.currentNode.parentElement!.closest('section p, section li') ? walker.currentNode.nodeValue!.indexOf(words) : -1;
				if (at >= 0) return { node: walker.currentNode, at };
			}
			throw new Error(`${words} is not in the article`);
		};
		const [start, end] = [find(from!), find(to!)];
		getSelection()!.setBaseAndExtent(start.node, start.at, end.node, end.at + to!.length);
	}, [from, to]);

	test('with scripts off the links are there, and no more', () =>
		open({}, async (page) => {
			expect(await row(page).getByRole('link').allInnerTexts()).toEqual(SERVICES);
			expect(await page.locator('.share button:visible, .share-bar :visible').count()).toBe(0);
			const hrefs = await row(page).getByRole('link').evaluateAll((links) => links.map((link) => decodeURIComponent((link as HTMLAnchorElement).href)));
			expect(hrefs).toEqual([
				`https://wa.me/?text=${HEADLINE}\n${ADDRESS}`,
				`https://www.facebook.com/sharer/sharer.php?u=${ADDRESS}`,
				`https://x.com/intent/tweet?text=${HEADLINE}&url=${ADDRESS}`,
				`https://t.me/share/url?url=${ADDRESS}&text=${HEADLINE}`,
				`https://www.linkedin.com/sharing/share-offsite/?url=${ADDRESS}`,
				`mailto:?subject=${HEADLINE}&body=${HEADLINE}\r\n${ADDRESS}`,
			]);
			expect(await page.getByRole('link', { name: 'رابط قسم المنتدى' }).getAttribute('href')).toBe('#forum');
		}, { javaScriptEnabled: false }));

	test.each([[320, 3], [360, 3], [390, 3], [768, 6], [1024, 6], [1280, 6]])('at %i px no link is alone on its line', (width, together) =>
		open({}, async (page) => {
			for (const group of await page.getByRole('group', { name: 'مشاركة المقال' }).all()) {
				const tops = await group.getByRole('link').evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
				expect([...Map.groupBy(tops, (top) => top).values()].map(({ length }) => length)).toEqual(Array.from({ length: 6 / together }, () => together));
			}
		}, { viewport: { width, height: 640 } }));

	test.each<[string, Device, string[]]>([
		['only copying where the browser has no sharing', {}, ['نسخ الرابط']],
		['sharing where it has', { share: 'granted' }, ['مشاركة', 'نسخ الرابط']],
		['copying where there is no clipboard: the field stands in', { clipboard: 'missing' }, ['نسخ الرابط']],
	])('offers %s', (_name, device, expected) => open(device, async (page) => expect(await buttons(page)).toEqual(expected)));

	test('the script moves nothing that stands below', async () => {
		const tops: number[] = [];
		for (const script of [false, true]) {
			await open({ share: 'granted' }, async (page) => {
				if (!script) {
					await page.route('**/_astro/*.js', (route) => route.abort());
					await page.reload({ waitUntil: 'networkidle' });
				}
				expect(await buttons(page)).toEqual(script ? ['مشاركة', 'نسخ الرابط'] : []);
				tops.push(await settled(page).then(() => page.evaluate(() => document.querySelector('main > :last-child')!.getBoundingClientRect().bottom + scrollY)));
			});
		}
		expect(tops[1]).toBe(tops[0]);
	});

	test.each<[string, Device]>([
		['by the clipboard', {}],
		['the old way, where the clipboard is refused', { clipboard: 'refused', copying: 'granted' }],
		['the old way, where there is none', { clipboard: 'missing', copying: 'granted' }],
	])('copies the permalink and says so: %s', (_name, device) =>
		open(device, async (page) => {
			await copy(page).click();
			await says(page, COPIED);
			expect(await copied(page)).toEqual([ADDRESS]);
			expect(await field(page).isVisible()).toBe(false);
			expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('نسخ الرابط');
		}));

	test.each<Power>(['refused', 'missing'])('where nothing copies (clipboard %s) the address is there to be copied, until one turns away', (clipboard) =>
		open({ clipboard }, async (page) => {
			await copy(page).click();
			await says(page, REFUSED);
			expect(await field(page).evaluate((field: HTMLTextAreaElement) => [field === document.activeElement, field.value.slice(field.selectionStart, field.selectionEnd)])).toEqual([true, ADDRESS]);
			await field(page).blur();
			expect(await field(page).isVisible()).toBe(false);
			await says(page, '');
		}));

	test('what is said goes away after a while, counted from the last time', () =>
		open({}, async (page) => {
			await page.clock.install();
			await copy(page).click();
			await says(page, COPIED);
			await page.clock.runFor(5000);
			await copy(page).click();
			await expect.poll(() => copied(page)).toHaveLength(2);
			await page.clock.runFor(5000);
			await says(page, COPIED);
			await page.clock.runFor(1100);
			await says(page, '');
		}));

	test.each<[Power | 'aborted', string[], string]>([
		['granted', [], ''],
		['aborted', [], ''],
		['refused', [ADDRESS], COPIED],
	])('the device’s own dialog, %s', (share, expected, words) =>
		open({ share }, async (page) => {
			await native(page).click();
			await expect.poll(() => shared(page)).toEqual([{ title: expect.stringContaining(HEADLINE), text: '', url: ADDRESS }]);
			await says(page, words);
			expect(await copied(page)).toEqual(expected);
		}));

	test.each([['event', 'الحدث'], ['forum', 'المنتدى'], ['awards', 'الجوائز']])('the link of #%s leads to its section and copies its address', (id, name) =>
		open({}, async (page) => {
			const link = page.getByRole('link', { name: `رابط قسم ${name}` });
			await link.focus();
			expect(await link.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
			await page.keyboard.press('Enter');
			await says(page, COPIED);
			expect(await copied(page)).toEqual([`${ADDRESS}#${id}`]);
			expect(new URL(page.url()).hash).toBe(`#${id}`);
			expect(await page.getByRole('heading', { name, exact: true, level: 2 }).count()).toBe(1);
		}));

	test('a section’s link is seen where nothing hovers, and else when the heading is pointed at', async () => {
		await open({}, async (page) => expect(await page.locator('#event .self').evaluate((link) => getComputedStyle(link).opacity)).toBe('1'), { hasTouch: true, isMobile: true });
		await open({}, async (page) => {
			expect(await page.locator('#event .self').evaluate((link) => getComputedStyle(link).opacity)).toBe('0');
			await page.locator('#event-heading').hover();
			await expect.poll(() => page.locator('#event .self').evaluate((link) => getComputedStyle(link).opacity)).toBe('1');
		}, { viewport: { width: 1280, height: 800 } });
	});

	describe('quoting', () => {
		const PASSAGE = 'فما ينجح في جهاز حكومي يُعرض على غيره';
		const LINK = `${ADDRESS}#:~:text=${encodeURIComponent(PASSAGE)}`;

		test('is offered while a passage of the article is selected', () =>
			open({}, async (page) => {
				expect(await quote(page).isVisible()).toBe(false);
				await select(page, PASSAGE);
				await quote(page).waitFor();
				await page.evaluate(() => getSelection()?.removeAllRanges());
				await quote(page).waitFor({ state: 'hidden' });
				await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('body > footer')!));
				await page.waitForTimeout(500);
				expect(await quote(page).isVisible()).toBe(false);
			}));

		test('is not offered where the browser knows no text fragments', () =>
			open({ fragments: false }, async (page) => {
				await select(page, PASSAGE);
				await page.waitForTimeout(500);
				expect(await quote(page).isVisible()).toBe(false);
			}));

		test('copies the passage and under it the link', () =>
			open({}, async (page) => {
				await select(page, PASSAGE);
				await quote(page).click();
				await says(page, COPIED);
				expect(await copied(page)).toEqual([`«${PASSAGE}»\n${LINK}`]);
			}));

		test('shares both where the device can', () =>
			open({ share: 'granted' }, async (page) => {
				await select(page, PASSAGE);
				await quote(page).click();
				await expect.poll(() => shared(page)).toEqual([{ title: expect.stringContaining(HEADLINE), text: `«${PASSAGE}»`, url: LINK }]);
			}));

		test('shows both where nothing copies', () =>
			open({ clipboard: 'refused' }, async (page) => {
				await select(page, PASSAGE);
				await quote(page).click();
				await says(page, REFUSED);
				expect(await field(page).inputValue()).toBe(`«${PASSAGE}»\n${LINK}`);
			}));

		test('works by a tap that takes the selection away first', () =>
			open({}, async (page) => {
				await select(page, PASSAGE);
				await quote(page).waitFor();
				await page.evaluate(() => getSelection()?.removeAllRanges());
				await quote(page).click();
				await says(page, COPIED);
				expect(await copied(page)).toEqual([`«${PASSAGE}»\n${LINK}`]);
			}));

		test.each([
			['within one paragraph', PASSAGE, PASSAGE, PASSAGE],
			['from within a word into another', 'ا ينجح في جهاز حكومي يُعر', undefined, 'فما ينجح في جهاز حكومي يُعرض'],
			['one word that stands elsewhere too', 'الوزارة في', undefined, 'الوزارة في'],
			['over two paragraphs', 'ويبدأ المنتدى يوم الثلاثاء', 'ويمثّل الوزارة في المنتدى الشيخ أحمد', undefined],
			['a long one', 'يهدف المنتدى إلى تعزيز', 'والاقتصادية والبيئية', undefined],
			['over three sections', 'ويحضره إلى', 'مسابقة سنوية', undefined],
			['with a number', 'أولت في قرارها 57/277 أهمية', undefined, 'أولت في قرارها 57/277 أهمية'],
			['with « »', 'لبحث «الابتكار في', undefined, 'لبحث «الابتكار في'],
		])('the fragment finds the passage again: %s', (_name, from, to, whole) =>
			open({}, async (page) => {
				await select(page, from, to ?? from);
				await quote(page).click();
				await expect.poll(() => copied(page)).toHaveLength(1);
				const [text = ''] = await copied(page);
				const at = text.lastIndexOf('\n');
				const passage = text.slice(1, at - 1);
				if (whole) expect(passage).toBe(whole);
				else expect([passage.startsWith(from), passage.endsWith(to ?? from)]).toEqual([true, true]);
				expect(text.slice(at + 1)).toContain(`${ADDRESS}#:~:text=`);
				const found = await page.evaluate(find, text.slice(at + 1).split(':~:text=')[1] ?? '');
				expect(found).toBe(passage.replace(/\s+/g, ' '));
			}));
	});
});
