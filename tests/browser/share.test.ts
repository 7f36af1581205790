import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serve } from '../../src/hosting/serve.ts';
import { launch, scripted, settled } from './chromium.ts';

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
		finder: ReturnType<typeof finder>;
	}
}

/** Runs in the page before its scripts. */
function install({
	clipboard = 'granted',
	copying = 'refused',
	share = 'missing',
	fragments = true,
}: Device) {
	const refuse = (name: string) => Promise.reject(new DOMException('told to', name));
	const define = (object: object, name: string, value: unknown) =>
		Object.defineProperty(object, name, { value, configurable: true });
	window.copied = [];
	window.shared = [];
	define(
		navigator,
		'clipboard',
		clipboard === 'missing'
			? undefined
			: {
					writeText: (text: string) =>
						clipboard === 'refused'
							? refuse('NotAllowedError')
							: Promise.resolve(void window.copied.push(text)),
				},
	);
	document.execCommand = () => {
		const field = document.activeElement as HTMLTextAreaElement;
		if (copying === 'granted')
			window.copied.push(field.value.slice(field.selectionStart, field.selectionEnd));
		return copying === 'granted';
	};
	if (share === 'missing') delete (Navigator.prototype as Partial<Navigator>).share;
	else
		define(navigator, 'share', (data: ShareData) => {
			window.shared.push(data);
			return share === 'granted'
				? Promise.resolve()
				: refuse(share === 'aborted' ? 'AbortError' : 'NotAllowedError');
		});
	if (!fragments)
		delete (Document.prototype as Partial<Document & { fragmentDirective: unknown }>)
			.fragmentDirective;
}

/**
 * Runs in the page: what a text directive finds, by the rules of https://wicg.github.io/scroll-to-text-fragment/ («find a range
 * from a text directive»). The packed Chromium scrolls to none, not even on a page of one word. Places are counted in the signs
 * that are seen and no space.
 * @param alike Whether letters that Chromium takes for alike are.
 */
function finder(alike: boolean) {
	interface At {
		block: number;
		index: number;
	}
	type Found = At & { end: number };
	const fold = (text: string) =>
		(alike
			? text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ة/g, 'ه').replace(/ى/g, 'ي')
			: text
		)
			.toLowerCase()
			.replace(/\s/g, ' ');
	const blocks: { text: string; places: number[]; words: Set<number> }[] = [];
	const begins = new Map<Node, number>();
	let all = '';
	let last: Element | undefined;
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const { currentNode: node } = walker;
		let element = node.parentElement!;
		if (
			!element.checkVisibility({ visibilityProperty: true }) ||
			element.closest('script, style, textarea')
		)
			continue;
		begins.set(node, all.length);
		const quoted = !element.closest('.self');
		while (getComputedStyle(element).display === 'inline') element = element.parentElement!;
		if (element !== last) blocks.push({ text: '', places: [], words: new Set() });
		last = element;
		const block = blocks.at(-1)!;
		for (const sign of node.nodeValue!) {
			const space = /\s/.test(sign);
			if (space && /^$| $/.test(block.text)) continue;
			for (const letter of fold(sign)) {
				block.text += letter;
				block.places.push(all.length);
			}
			if (!space) all += quoted ? sign : ' '.repeat(sign.length);
		}
	}
	for (const { text, words } of blocks)
		for (const { index, segment } of new Intl.Segmenter('ar', { granularity: 'word' }).segment(
			text,
		))
			words.add(index).add(index + segment.length);

	function string(
		query: string,
		from: At,
		startsWord: boolean,
		endsWord: boolean,
	): Found | undefined {
		for (let { block, index } = from; block < blocks.length; block++, index = 0) {
			const { text, words } = blocks[block]!;
			for (let at = text.indexOf(query, index); at >= 0; at = text.indexOf(query, at + 1)) {
				if ((!startsWord || words.has(at)) && (!endsWord || words.has(at + query.length)))
					return { block, index: at, end: at + query.length };
			}
		}
		return undefined;
	}
	function next({ block, end }: Found): At {
		for (let index = end; block < blocks.length; block++, index = 0) {
			for (; index < blocks[block]!.text.length; index++)
				if (blocks[block]!.text[index] !== ' ') return { block, index };
		}
		return { block, index: 0 };
	}
	const same = (a: At, b: At) => a.block === b.block && a.index === b.index;

	function find(directive: string): [from: number, to: number] | undefined {
		const [, before, start, end, after] =
			/^(?:([^,]+)-,)?([^,-]+)(?:,([^,-]+))?(?:,-([^,]+))?$/
				.exec(directive)
				?.map((part) => part && fold(decodeURIComponent(part))) ?? [];
		if (!start) throw new Error(`${directive} is no text directive`);
		let from: At = { block: 0, index: 0 };
		for (;;) {
			let found: Found | undefined;
			if (before) {
				const prefix = string(before, from, true, false);
				if (!prefix) return undefined;
				from = { block: prefix.block, index: prefix.index + 1 };
				found = string(start, next(prefix), false, Boolean(end) || !after);
				if (found && !same(found, next(prefix))) continue;
			} else found = string(start, from, true, Boolean(end) || !after);
			if (!found) return undefined;
			if (!before) from = { block: found.block, index: found.index + 1 };
			for (let stop: Found | undefined = found; ; ) {
				if (end) stop = string(end, { block: stop.block, index: stop.end }, true, !after);
				if (!stop) return undefined;
				const suffix = after ? string(after, next(stop), false, true) : undefined;
				if (after && !suffix) return undefined;
				if (!suffix || same(suffix, next(stop)))
					return [
						blocks[found.block]!.places[found.index]!,
						blocks[stop.block]!.places[stop.end - 1]! + 1,
					];
				if (!end) break;
			}
		}
	}
	return {
		find,
		place: (node: Node, offset: number) =>
			begins.get(node)! + node.nodeValue!.slice(0, offset).replace(/\s/g, '').length,
		/** Without what cannot be selected, and without spaces. */
		text: ([from, to]: [number, number]) => all.slice(from, to).replace(/\s/g, ''),
		earlier: (query: string, place: number) =>
			blocks.some(
				({ text, places }) => text.includes(query) && places[text.indexOf(query)]! < place,
			),
		/** The text of the block from its beginning to a place in it. */
		head: (place: number) => {
			const { text = '', places = [] } = blocks.find(({ places }) => places.includes(place)) ?? {};
			return {
				place: places[0] ?? 0,
				to: (stop: number) => text.slice(0, places.findLastIndex((place) => place < stop) + 1),
				whole: text.trim(),
			};
		},
	};
}

/**
 * Runs in the page: selects passage after passage, asks for the link and finds it again.
 * @param seed of the random ones
 * @param spans How many of each kind of those.
 */
async function roundTrip(seed: number, spans: number) {
	const wait = window.setTimeout;
	window.setTimeout = ((act: () => void, after: number) => {
		if (after !== 300) return wait(act, after);
		act();
		return 0;
	}) as typeof window.setTimeout;
	const changed = document.onselectionchange!;
	document.onselectionchange = null;
	const random = (below: number) =>
		Math.floor(((seed = (seed * 1103515245 + 12345) % 2 ** 31) / 2 ** 31) * below);
	const { find, place, head, earlier } = window.finder;

	/** The words of an element that are parted by spaces or blocks: where each begins and ends. */
	function words(element: Element) {
		const found: { start: [Node, number]; end: [Node, number] }[] = [];
		const walker = document.createTreeWalker(
			element,
			NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
		);
		let open = false;
		while (walker.nextNode()) {
			const { currentNode: node } = walker;
			if (
				node instanceof Element &&
				(node.nodeName === 'BR' || getComputedStyle(node).display !== 'inline')
			)
				open = false;
			for (const [index, sign] of [...(node.nodeValue ?? '')].entries()) {
				if (!/\s/.test(sign) && !open) found.push({ start: [node, index], end: [node, index] });
				open = !/\s/.test(sign);
				if (open) found.at(-1)!.end = [node, index + 1];
			}
		}
		return found;
	}
	const elements = [...document.querySelectorAll('article :is(p, li, dt, dd, h1, h2, h3)')].filter(
		(element) =>
			element.checkVisibility() &&
			!element.closest('nav, .share-bar') &&
			!element.querySelector('p, li'),
	);
	const places = elements.map((element) =>
		words(element).map(({ start, end }) => [place(...start), place(...end)] as const),
	);
	const cases: { kind: string; block: number; first: number; until: number; last: number }[] = [];
	for (const [block, { length }] of places.entries()) {
		const add = (kind: string, first: number, last: number, until = block) =>
			cases.push({ kind, block, first, until, last });
		add('the first word', 0, 0);
		add('the first three', 0, Math.min(2, length - 1));
		add('the whole', 0, length - 1);
		add('the last word', length - 1, length - 1);
		add('the last three', Math.max(0, length - 3), length - 1);
		if (block + 1 === places.length) continue;
		add('the last word and the next block’s first', length - 1, 0, block + 1);
		add('two blocks', 0, places[block + 1]!.length - 1, block + 1);
	}
	for (const [kind, min, max] of [
		['1 to 3 words', 1, 3],
		['4 to 12 words', 4, 12],
		['more words', 13, 60],
		['over two blocks', 1, 0],
	] as const) {
		for (let count = 0; count < spans; count++) {
			const fit = places.flatMap(({ length }, block) =>
				length >= min && (max || block + 1 < places.length) ? [block] : [],
			);
			const block = fit[random(fit.length)]!;
			const { length } = places[block]!;
			const wide = min + random(Math.min(max, length) - min + 1);
			const first = random(max ? length - wide + 1 : length);
			cases.push(
				max
					? { kind, block, first, until: block, last: first + wide - 1 }
					: { kind, block, first, until: block + 1, last: random(places[block + 1]!.length) },
			);
		}
	}

	const failed: unknown[] = [];
	let widened = 0;
	for (const { kind, block, first, until, last } of cases) {
		// Anew each time: to read the page splits its texts and joins them again.
		const { start } = words(elements[block]!)[first]!;
		const { end } = words(elements[until]!)[last]!;
		getSelection()!.setBaseAndExtent(...start, ...end);
		changed.call(document, new Event('selectionchange'));
		document.querySelector<HTMLElement>('.share-bar > button')!.click();
		await Promise.resolve();
		const directive = window.copied.pop()?.split('#:~:text=')[1] ?? '';
		const [from, to] = [places[block]![first]![0], places[until]![last]![1]];
		const found = find(directive);
		if (found?.[0] === from && found[1] === to) continue;
		// Where its line up to there, or all of it, stands elsewhere first (even within words), it is found with words of the line before it.
		const line = head(from);
		const named =
			block === until && last - first < 12
				? line.whole
				: line.to(Math.min(places[block]![Math.min(first + 3, places[block]!.length - 1)]![1], to));
		if (
			found &&
			found[1] === to &&
			found[0] < from &&
			found[0] >= line.place &&
			earlier(named, line.place)
		)
			widened++;
		else failed.push([kind, decodeURIComponent(directive), from, to, found, named]);
	}
	return { cases: cases.length, widened, failed };
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

	async function open(
		device: Device,
		use: (page: Page) => Promise<void>,
		options: BrowserContextOptions = {},
	): Promise<void> {
		const context = await browser.newContext({ viewport: { width: 360, height: 640 }, ...options });
		try {
			const page = await context.newPage();
			const errors: Error[] = [];
			page.on('pageerror', (error) => errors.push(error));
			if (options.javaScriptEnabled !== false) await page.addInitScript(install, device);
			// With what followed a reader here, which must not follow the link away.
			await page.goto(`${origin}${base}${PATH}?fbclid=1#forum`);
			if (options.javaScriptEnabled !== false) await scripted(page);
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
	const says = (page: Page, words: string) =>
		expect.poll(() => status(page).innerText()).toBe(words);

	/** Selects from one text to another, each named by its words within a paragraph of the article. */
	const select = (page: Page, from: string, to = from) =>
		page.evaluate(
			([from, to]) => {
				const find = (words: string) => {
					const walker = document.createTreeWalker(
						document.querySelector('article')!,
						NodeFilter.SHOW_TEXT,
					);
					while (walker.nextNode()) {
						const at = walker.currentNode.parentElement!.closest('section p, section li')
							? walker.currentNode.nodeValue!.indexOf(words)
							: -1;
						if (at >= 0) return { node: walker.currentNode, at };
					}
					throw new Error(`${words} is not in the article`);
				};
				const [start, end] = [find(from!), find(to!)];
				getSelection()!.setBaseAndExtent(start.node, start.at, end.node, end.at + to!.length);
			},
			[from, to],
		);

	test('with scripts off the links are there, and no more', () =>
		open(
			{},
			async (page) => {
				expect(await row(page).getByRole('link').allInnerTexts()).toEqual(SERVICES);
				expect(await page.locator('.share button:visible, .share-bar :visible').count()).toBe(0);
				const hrefs = await row(page)
					.getByRole('link')
					.evaluateAll((links) =>
						links.map((link) => decodeURIComponent((link as HTMLAnchorElement).href)),
					);
				expect(hrefs).toEqual([
					`https://wa.me/?text=${HEADLINE}\n${ADDRESS}`,
					`https://www.facebook.com/sharer/sharer.php?u=${ADDRESS}`,
					`https://x.com/intent/tweet?text=${HEADLINE}&url=${ADDRESS}`,
					`https://t.me/share/url?url=${ADDRESS}&text=${HEADLINE}`,
					`https://www.linkedin.com/sharing/share-offsite/?url=${ADDRESS}`,
					`mailto:?subject=${HEADLINE}&body=${HEADLINE}\r\n${ADDRESS}`,
				]);
				expect(
					await page.getByRole('link', { name: 'رابط قسم المنتدى' }).getAttribute('href'),
				).toBe('#forum');
			},
			{ javaScriptEnabled: false },
		));

	test.each([
		[320, 3],
		[360, 3],
		[390, 3],
		[768, 6],
		[1024, 6],
		[1280, 6],
	])('at %i px no link is alone on its line', (width, together) =>
		open(
			{},
			async (page) => {
				for (const group of await page.getByRole('group', { name: 'مشاركة المقال' }).all()) {
					const tops = await group
						.getByRole('link')
						.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
					expect([...Map.groupBy(tops, (top) => top).values()].map(({ length }) => length)).toEqual(
						Array.from({ length: 6 / together }, () => together),
					);
				}
			},
			{ viewport: { width, height: 640 } },
		),
	);

	test.each<[string, Device, string[]]>([
		['only copying where the browser has no sharing', {}, ['نسخ الرابط']],
		['sharing where it has', { share: 'granted' }, ['مشاركة', 'نسخ الرابط']],
		[
			'copying where there is no clipboard: the field stands in',
			{ clipboard: 'missing' },
			['نسخ الرابط'],
		],
	])('offers %s', (_name, device, expected) =>
		open(device, async (page) => expect(await buttons(page)).toEqual(expected)),
	);

	test('the script moves nothing that stands below', async () => {
		const tops: number[] = [];
		for (const script of [false, true]) {
			await open({ share: 'granted' }, async (page) => {
				if (!script) {
					await page.route('**/_astro/*.js', (route) =>
						route.fulfill({ contentType: 'text/javascript', body: '' }),
					);
					await page.reload({ waitUntil: 'networkidle' });
				}
				expect(await buttons(page)).toEqual(script ? ['مشاركة', 'نسخ الرابط'] : []);
				tops.push(
					await settled(page).then(() =>
						page.evaluate(
							() =>
								document.querySelector('main > :last-child')!.getBoundingClientRect().bottom +
								scrollY,
						),
					),
				);
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
		}),
	);

	test.each<Power>(['refused', 'missing'])(
		'where nothing copies (clipboard %s) the address is there to be copied, until one turns away',
		(clipboard) =>
			open({ clipboard }, async (page) => {
				await copy(page).click();
				await says(page, REFUSED);
				expect(
					await field(page).evaluate((field: HTMLTextAreaElement) => [
						field === document.activeElement,
						field.value.slice(field.selectionStart, field.selectionEnd),
					]),
				).toEqual([true, ADDRESS]);
				await field(page).blur();
				expect(await field(page).isVisible()).toBe(false);
				await says(page, '');
			}),
	);

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
			await expect
				.poll(() => shared(page))
				.toEqual([{ title: expect.stringContaining(HEADLINE), text: '', url: ADDRESS }]);
			await says(page, words);
			expect(await copied(page)).toEqual(expected);
		}),
	);

	test.each([
		['event', 'الحدث'],
		['forum', 'المنتدى'],
		['awards', 'الجوائز'],
	])('the link of #%s leads to its section and copies its address', (id, name) =>
		open({}, async (page) => {
			const link = page.getByRole('link', { name: `رابط قسم ${name}` });
			await link.focus();
			expect(await link.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
			await page.keyboard.press('Enter');
			await says(page, COPIED);
			expect(await copied(page)).toEqual([`${ADDRESS}#${id}`]);
			expect(new URL(page.url()).hash).toBe(`#${id}`);
			expect(await page.getByRole('heading', { name, exact: true, level: 2 }).count()).toBe(1);
		}),
	);

	test('a section’s link is seen where nothing hovers, and else when the heading is pointed at', async () => {
		await open(
			{},
			async (page) =>
				expect(
					await page.locator('#event .self').evaluate((link) => getComputedStyle(link).opacity),
				).toBe('1'),
			{ hasTouch: true, isMobile: true },
		);
		await open(
			{},
			async (page) => {
				expect(
					await page.locator('#event .self').evaluate((link) => getComputedStyle(link).opacity),
				).toBe('0');
				await page.locator('#event-heading').hover();
				await expect
					.poll(() =>
						page.locator('#event .self').evaluate((link) => getComputedStyle(link).opacity),
					)
					.toBe('1');
			},
			{ viewport: { width: 1280, height: 800 } },
		);
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
				await page.evaluate(() =>
					getSelection()?.selectAllChildren(document.querySelector('body > footer')!),
				);
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
				await expect
					.poll(() => shared(page))
					.toEqual([{ title: expect.stringContaining(HEADLINE), text: `«${PASSAGE}»`, url: LINK }]);
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
			[
				'from within a word into another',
				'ا ينجح في جهاز حكومي يُعر',
				undefined,
				'فما ينجح في جهاز حكومي يُعرض',
			],
			['one word that stands elsewhere too', 'الوزارة في', undefined, 'الوزارة في'],
			[
				'over two paragraphs',
				'ويبدأ المنتدى يوم الثلاثاء',
				'ويمثّل الوزارة في المنتدى الشيخ أحمد',
				undefined,
			],
			['a long one', 'يهدف المنتدى إلى تعزيز', 'والاقتصادية والبيئية', undefined],
			[
				'over three sections, without the links of their headings',
				'ويحضره إلى',
				'مسابقة سنوية',
				undefined,
			],
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
				expect(passage).not.toContain('#');
				expect(text.slice(at + 1)).toContain(`${ADDRESS}#:~:text=`);
				await page.evaluate(`window.finder = (${finder})(true)`);
				expect(
					await page.evaluate(
						(directive) => window.finder.text(window.finder.find(directive)!),
						text.split(':~:text=')[1] ?? '',
					),
				).toBe(passage.replace(/\s/g, ''));
			}),
		);

		test('leaves the page as it was, and the passage selected', () =>
			open({}, async (page) => {
				await select(page, 'ويحضره إلى', 'نجح في');
				const state = () =>
					page.evaluate(() => {
						const sections = [...document.querySelectorAll('.story-text > section')];
						const walkers = sections.map((section) =>
							document.createTreeWalker(section, NodeFilter.SHOW_TEXT),
						);
						return [
							`${getSelection()}`,
							sections.map(({ innerHTML }) => innerHTML),
							walkers.map((walker) => {
								let count = 0;
								while (walker.nextNode()) count++;
								return count;
							}),
						];
					});
				const before = await state();
				await quote(page).click();
				await says(page, COPIED);
				expect(await state()).toEqual(before);
			}));

		test('a quotation that has its marks already gets no second ones', () =>
			open({}, async (page) => {
				await select(page, '«الابتكار في', 'عام 2015م»');
				await quote(page).click();
				await says(page, COPIED);
				expect((await copied(page))[0]).toMatch(/^«الابتكار [^«»]*2015م»\n/);
			}));

		test('the text in the field of what could not be copied is no passage', () =>
			open({ clipboard: 'refused' }, async (page) => {
				await page.clock.install();
				await copy(page).click();
				await says(page, REFUSED);
				await page.clock.runFor(1000);
				expect(await quote(page).isVisible()).toBe(false);
				await field(page).blur();
				await select(page, PASSAGE);
				await page.clock.runFor(1000);
				expect(await quote(page).isVisible()).toBe(true);
			}));

		test('a paragraph that is selected by three clicks ends where it ends', () =>
			open({}, async (page) => {
				await page.locator('#forum p').first().click({ clickCount: 3 });
				await quote(page).click();
				await says(page, COPIED);
				expect((await copied(page))[0]).toMatch(/^«يهدف المنتدى [^\n]*البلدان\.»\n/);
				expect(decodeURIComponent((await copied(page))[0] ?? '')).toMatch(
					/#:~:text=يهدف المنتدى إلى تعزيز,[^,]*البلدان\.$/,
				);
			}));

		test.each([
			[true, 'as Chromium compares'],
			[false, 'letter by letter'],
		])('every passage is found again in its place (%s: %s)', (alike) =>
			open({}, async (page) => {
				await page.evaluate(`window.finder = (${finder})(${alike})`);
				const { cases, widened, failed } = (await page.evaluate(
					`(${roundTrip})(7, 150)`,
				)) as Awaited<ReturnType<typeof roundTrip>>;
				expect(failed).toEqual([]);
				expect(cases).toBeGreaterThan(900);
				expect(widened / cases).toBeLessThan(0.05);
			}),
		);
	});
});
