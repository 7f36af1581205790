import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { inOurFace, type Site, site, spoil } from './visit.ts';

type Power = 'granted' | 'refused' | 'missing';

interface Device {
	/** `navigator.clipboard`. */
	clipboard?: Power;
	/** `document.execCommand('copy')`. */
	copying?: 'granted' | 'refused';
	share?: Power | 'aborted';
	/** Whether the browser knows text fragments. */
	fragments?: boolean;
}

declare global {
	interface Window {
		copied: string[];
		shared: ShareData[];
		finders: ReturnType<typeof finder>[];
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
 * Runs in the page: finds a text directive, by https://wicg.github.io/scroll-to-text-fragment/ («find a range from a text
 * directive»). The packed Chromium scrolls to no directive. Places count the visible characters without spaces.
 * @param alike Whether to compare letters loosely, as Chromium does.
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
	/** `places`: where each letter begins. `ends`: where it ends, its marks included. */
	const blocks: { text: string; places: number[]; ends: number[]; words: Set<number> }[] = [];
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
		if (element !== last) blocks.push({ text: '', places: [], ends: [], words: new Set() });
		last = element;
		const block = blocks.at(-1)!;
		for (const sign of node.nodeValue!) {
			const space = /\s/.test(sign);
			if (space && /^$| $/.test(block.text)) continue;
			for (const letter of fold(sign)) {
				block.text += letter;
				block.places.push(all.length);
				block.ends.push(all.length + 1);
			}
			if (space) continue;
			all += quoted ? sign : ' '.repeat(sign.length);
			if (block.ends.length) block.ends[block.ends.length - 1] = all.length;
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
						blocks[stop.block]!.ends[stop.end - 1]!,
					];
				if (!end) break;
			}
		}
	}
	return {
		find,
		place: (node: Node, offset: number) =>
			begins.get(node)! + node.nodeValue!.slice(0, offset).replace(/\s/g, '').length,
		/** The text of a range, without spaces and what cannot be selected. */
		text: ([from, to]: [number, number]) => all.slice(from, to).replace(/\s/g, ''),
		earlier: (query: string, place: number) =>
			blocks.some(
				({ text, places }) => text.includes(query) && places[text.indexOf(query)]! < place,
			),
		/** The block around a place: where it begins, and its text up to another place. */
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
 * Runs in the page: selects many passages, takes the link of each and finds it again.
 * @param seed Seed of the random passages.
 * @param spans Number of random passages of each kind.
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
	const place = window.finders[0]!.place;

	/** Where each word of an element begins and ends. */
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
			!element.closest('nav, .share-bar, .section-head p') &&
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
		// Each time anew: taking a link splits and joins the text nodes.
		const { start } = words(elements[block]!)[first]!;
		const { end } = words(elements[until]!)[last]!;
		getSelection()!.setBaseAndExtent(...start, ...end);
		changed.call(document, new Event('selectionchange'));
		document.querySelector<HTMLElement>('.share-bar button')!.click();
		await Promise.resolve();
		const directive = window.copied.pop()?.split('#:~:text=')[1] ?? '';
		const [from, to] = [places[block]![first]![0], places[until]![last]![1]];
		for (const { find, head, earlier } of window.finders) {
			const found = find(directive);
			if (found?.[0] === from && found[1] === to) continue;
			// If its line also occurs earlier, even within words, the range begins with words before it.
			const line = head(from);
			const named =
				block === until && last - first < 12
					? line.whole
					: line.to(
							Math.min(places[block]![Math.min(first + 3, places[block]!.length - 1)]![1], to),
						);
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
	}
	return { cases: cases.length, widened, failed };
}

const SERVICES = ['واتساب', 'فيسبوك', 'إكس', 'تيليغرام', 'لينكدإن', 'البريد'];
const COPIED = 'نُسخ، فالصقه حيث تشاء.';
const REFUSED = 'لم يسمح المتصفح بالنسخ، والنص محدَّد هنا لتنسخه.';
const HEADLINE = 'الأردن يحمل تجربة مكتباته المتنقلة إلى المنتدى العربي للمكتبات 2024 في تونس';
const ARTICLE = 'articles/libraries-forum-tunis-2024/';
const ADDRESSES = {
	almanara: 'https://almanara.example/articles/libraries-forum-tunis-2024/',
	sada: 'https://sada.example/news/articles/libraries-forum-tunis-2024/',
};

const row = (page: Page) => page.getByRole('group', { name: 'مشاركة المقال' }).first();
const buttons = (page: Page) => row(page).getByRole('button').allInnerTexts();
const copy = (page: Page) => row(page).getByRole('button', { name: 'نسخ الرابط' });
const native = (page: Page) => row(page).getByRole('button', { name: 'عبر تطبيق', exact: true });
const quote = (page: Page) => page.getByRole('button', { name: 'مشاركة الاقتباس' });
const status = (page: Page) => page.getByRole('status');
const field = (page: Page) => page.getByRole('textbox', { name: 'النص المراد نسخه' });
const copied = (page: Page) => page.evaluate(() => window.copied);
const shared = (page: Page) => page.evaluate(() => window.shared);
const says = (page: Page, words: string) => expect.poll(() => status(page).innerText()).toBe(words);

/** Selects from one text of the article to another. */
const select = (page: Page, from: string, to = from) =>
	page.evaluate(
		async ([from, to]) => {
			const find = (words: string) => {
				const walker = document.createTreeWalker(
					document.querySelector('article')!,
					NodeFilter.SHOW_TEXT,
				);
				while (walker.nextNode()) {
					const at = walker.currentNode.parentElement!.closest('.story-text p, .story-text li')
						? walker.currentNode.nodeValue!.replaceAll('\u00A0', ' ').indexOf(words)
						: -1;
					if (at >= 0) return { node: walker.currentNode, at };
				}
				throw new Error(`${words} is not in the article`);
			};
			const [start, end] = [find(from!), find(to!)];
			const told = new Promise((resolve) =>
				document.addEventListener('selectionchange', resolve, { once: true }),
			);
			getSelection()!.setBaseAndExtent(start.node, start.at, end.node, end.at + to!.length);
			await told;
		},
		[from, to],
	);

/** Stops time: only `page.clock` moves it. */
async function stopClock(page: Page): Promise<void> {
	spoil(page);
	await page.clock.install({ time: 0 });
	await page.clock.pauseAt(1000);
}

/** Selects a passage and waits until quoting is offered. */
async function offer(page: Page, from: string, to?: string): Promise<void> {
	await select(page, from, to);
	await quote(page).waitFor();
}

/** Selects one element, or nothing. */
const selectOnly = (page: Page, selector?: string) =>
	page.evaluate(async (selector) => {
		const selection = getSelection()!;
		if (!selector && !selection.rangeCount) return;
		const told = new Promise((resolve) =>
			document.addEventListener('selectionchange', resolve, { once: true }),
		);
		if (selector) selection.selectAllChildren(document.querySelector(selector)!);
		else selection.removeAllRanges();
		await told;
	}, selector);

/** Opens the article on a device, with a query that must not get into links. */
const opener =
	({ open }: Site) =>
	(device: Device, use: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
		open(
			`${ARTICLE}?fbclid=1#forum`,
			{
				viewport: { width: 360, height: 640 },
				script: [install, device],
				...options,
			},
			use,
		);

/** One such page for all tests of a `describe`, each without what the last one copied and selected. */
function keeper({ keep }: Site, device: Device): () => Page {
	const page = keep(`${ARTICLE}?fbclid=1`, {
		viewport: { width: 360, height: 640 },
		script: [install, device],
	});
	beforeEach(async () => {
		await selectOnly(page());
		await page().evaluate(() => void window.copied.splice(0));
	});
	return page;
}

/** Makes an open page that of another device, one that has the same buttons: what it grants is asked at each use. */
async function become(page: Page, device: Device): Promise<void> {
	await page.evaluate(install, device);
	await status(page).evaluate((element) => element.replaceChildren());
}

describe.each(inject('sites'))('the share row of $paper', (paper) => {
	const open = opener(site(paper));
	const ADDRESS = ADDRESSES[paper.paper];

	// Its text is whole in the other paper, too: browser/pages.test.ts.
	test.runIf(paper.base !== '/')('with scripts off the links are there, and no more', () =>
		open(
			{},
			async (page) => {
				expect(await row(page).getByRole('link').allInnerTexts()).toEqual(['واتساب']);
				await row(page).getByText('المزيد').click();
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
					await page.getByRole('link', { name: 'قسم المنتدى', exact: true }).getAttribute('href'),
				).toBe('#forum');
			},
			{ javaScriptEnabled: false },
		),
	);

	test('copies the permalink, and the address of a section that its link leads to', () =>
		open({}, async (page) => {
			await copy(page).click();
			await expect.poll(() => copied(page)).toEqual([ADDRESS]);
			for (const [id, name] of [
				['event', 'الحدث'],
				['awards', 'الجوائز'],
			] as const) {
				const link = page.getByRole('link', { name: `نسخ الرابط: قسم ${name}`, exact: true });
				await link.focus();
				expect(await link.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
				await page.keyboard.press('Enter');
				await expect.poll(() => copied(page)).toEqual(expect.arrayContaining([`${ADDRESS}#${id}`]));
				expect(new URL(page.url()).hash).toBe(`#${id}`);
				expect(await page.getByRole('heading', { name, exact: true, level: 2 }).count()).toBe(1);
			}
			await says(page, COPIED);
			expect(await copied(page)).toHaveLength(3);
		}));
});

// Under a base path, where an address could go wrong.
describe.each(inject('sites').slice(-1))('the share row, under $base', (paper) => {
	const visited = site(paper);
	const open = opener(visited);
	const ADDRESS = ADDRESSES.sada;
	const PASSAGE = 'وأضيقها لقاء مديري المكتبات الوطنية';
	const LINK = `${ADDRESS}#:~:text=${encodeURIComponent(PASSAGE)}`;

	describe('before it is used', () => {
		const page = visited.keep(ARTICLE, {
			script: [install, { share: 'granted' }],
		});
		test.each([320, 360, 640])(
			'at %i px it says what it is and stands in one line; what is folded moves nothing',
			async (width) => {
				await page().setViewportSize({ width, height: 640 });
				const group = row(page());
				expect(await group.locator('> span').innerText()).toBe('شارك');
				const height = async () => (await group.boundingBox())?.height;
				expect(await height()).toBe(46);
				await group.getByText('المزيد').click();
				expect(await group.getByRole('link').allInnerTexts()).toEqual(SERVICES);
				expect(await height()).toBe(46);
				await group.getByText('المزيد').click();
			},
		);
	});

	test.each([
		[360, ARTICLE, 'after the text', '.story-text'],
		[1280, ARTICLE, 'in the margin, which goes along with the text', '.guide'],
		[1280, 'articles/street-lights/', 'after the text, where there is no margin', '.story-text'],
	])('at %i px %s has one, %s', (width, path, _where, parent) =>
		visited.look(path, { viewport: { width, height: 800 } }, async (page) => {
			const rows = page.locator('.share:visible');
			expect(await rows.count()).toBe(1);
			expect(await page.locator(`${parent} > .share:visible`).count()).toBe(1);
		}),
	);

	test('the script moves nothing that stands below', () =>
		open({ share: 'granted' }, async (page) => {
			const bottom = () =>
				page.evaluate(
					() =>
						document.querySelector('main > :last-child')!.getBoundingClientRect().bottom + scrollY,
				);
			expect(await buttons(page)).toEqual(['عبر تطبيق', 'نسخ الرابط']);
			await inOurFace(page);
			const withScript = await bottom();
			spoil(page);
			// A route would keep our faces out of the cache.
			const session = await page.context().newCDPSession(page);
			await session.send('Network.enable');
			await session.send('Network.setBlockedURLs', { urls: ['*/_astro/*.js'] });
			// The failed import of the script rejects: expected here.
			await page.addInitScript(() =>
				addEventListener('unhandledrejection', (event) => event.preventDefault()),
			);
			await page.reload();
			await inOurFace(page);
			expect(await buttons(page)).toEqual([]);
			expect(await bottom()).toBe(withScript);
		}));

	describe('where nothing shares', () => {
		const page = keeper(visited, {});
		test.each<[string, Device]>([
			['by the clipboard', {}],
			['the old way, where the clipboard is refused', { clipboard: 'refused', copying: 'granted' }],
			['the old way, where there is none', { clipboard: 'missing', copying: 'granted' }],
		])(
			'only copying is offered; it copies the permalink and says so: %s',
			async (_name, device) => {
				await become(page(), device);
				expect(await buttons(page())).toEqual(['نسخ الرابط']);
				await copy(page()).click();
				await says(page(), COPIED);
				expect(await copied(page())).toEqual([ADDRESS]);
				expect(await field(page()).isVisible()).toBe(false);
				expect(await page().evaluate(() => document.activeElement?.textContent)).toBe('نسخ الرابط');
			},
		);

		test.each<Power>(['refused', 'missing'])(
			'nor copies (clipboard %s) the address is there to be copied, until one turns away',
			async (clipboard) => {
				await become(page(), { clipboard });
				await copy(page()).click();
				await says(page(), REFUSED);
				expect(
					await field(page()).evaluate((field: HTMLTextAreaElement) => [
						field === document.activeElement,
						field.value.slice(field.selectionStart, field.selectionEnd),
					]),
				).toEqual([true, ADDRESS]);
				await field(page()).blur();
				expect(await field(page()).isVisible()).toBe(false);
				await says(page(), '');
			},
		);

		test('nor copies, a passage and its link are shown', async () => {
			await become(page(), { clipboard: 'refused' });
			await offer(page(), PASSAGE);
			await quote(page()).click();
			await says(page(), REFUSED);
			expect(await field(page()).inputValue()).toBe(`«${PASSAGE}»\n${LINK}`);
		});
	});

	describe('the device’s own dialog', () => {
		const page = keeper(visited, { share: 'granted' });
		test.each<[Power | 'aborted', string[], string]>([
			['granted', [], ''],
			['aborted', [], ''],
			['refused', [ADDRESS], COPIED],
		])('%s', async (share, expected, words) => {
			await become(page(), { share });
			await native(page()).click();
			await expect
				.poll(() => shared(page()))
				.toEqual([{ title: expect.stringContaining(HEADLINE), text: '', url: ADDRESS }]);
			await says(page(), words);
			expect(await copied(page())).toEqual(expected);
		});

		test('is given a passage and its link', async () => {
			await become(page(), { share: 'granted' });
			await offer(page(), PASSAGE);
			await quote(page()).click();
			await expect
				.poll(() => shared(page()))
				.toEqual([{ title: expect.stringContaining(HEADLINE), text: `«${PASSAGE}»`, url: LINK }]);
		});
	});

	describe('a section’s link', () => {
		const seen = (page: Page) =>
			page.locator('#event .self').evaluate((link) => getComputedStyle(link).opacity);
		const page = visited.keep(`${ARTICLE}#forum`, {
			viewport: { width: 360, height: 640 },
			script: [install, {}],
			hasTouch: true,
			isMobile: true,
		});

		test('is seen where nothing hovers', async () => expect(await seen(page())).toBe('1'));

		test('is seen elsewhere when the heading is pointed at', () =>
			open(
				{},
				async (page) => {
					expect(await seen(page)).toBe('0');
					await page.locator('#event-heading').hover();
					await expect.poll(() => seen(page)).toBe('1');
				},
				{ viewport: { width: 1280, height: 800 } },
			));

		// The same phone, for it is one visit less.
		test.each([
			['as wide as ours: our faces come', '0', true],
			['of the width of ours but for its spaces: lines would move, and it stays', '0.5em', false],
		])('the system’s font, %s', async (_name, spacing, expected) => {
			const file = await page().evaluate(async (spacing) => {
				const { classList, style } = document.documentElement;
				classList.remove('swapped');
				// In lower case, or the script would know our family names.
				style.setProperty('--system', "'naskh', 'naskh digits', 'latin'");
				document.styleSheets[0]?.insertRule(`html:not(.swapped) { word-spacing: ${spacing} }`);
				const home = document.querySelector<HTMLAnchorElement>('.wordmark')!.href;
				return /import\("([^"]+)"\)/.exec(await (await fetch(home)).text())?.[1];
			}, spacing);
			await page().evaluate(`import('${file}?${spacing}')`);
			const swapped = await page().evaluate(async () => {
				await new Promise((done) => setTimeout(done));
				document.styleSheets[0]?.deleteRule(0);
				document.documentElement.style.removeProperty('--system');
				return document.documentElement.classList.contains('swapped');
			});
			expect(swapped).toBe(expected);
		});
	});

	describe('quoting', () => {
		test('is not offered where the browser knows no text fragments', () =>
			open({ fragments: false }, async (page) => {
				await stopClock(page);
				await select(page, PASSAGE);
				await page.clock.runFor(1000);
				expect(await quote(page).isVisible()).toBe(false);
			}));

		describe('with a clipboard', () => {
			const page = keeper(visited, {});
			beforeEach(() => quote(page()).waitFor({ state: 'hidden' }));
			test('copies the passage and under it the link', async () => {
				await offer(page(), PASSAGE);
				await quote(page()).click();
				await expect.poll(() => copied(page())).toHaveLength(1);
				expect(await copied(page())).toEqual([`«${PASSAGE}»\n${LINK}`]);
			});

			test('leaves the page as it was, and the passage selected', async () => {
				await offer(page(), 'أما الاستضافة', 'يسعى المنتدى');
				const state = () =>
					page().evaluate(() => {
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
				await quote(page()).click();
				await expect.poll(() => copied(page())).toHaveLength(1);
				expect(await state()).toEqual(before);
			});

			test('a quotation that has its marks already gets no second ones', async () => {
				await offer(page(), '«المكتبة العامة شريكًا', 'عام 2030م»');
				await quote(page()).click();
				await expect.poll(() => copied(page())).toHaveLength(1);
				expect((await copied(page()))[0]).toMatch(/^«المكتبة العامة شريكًا [^«»]*2030م»\n/);
			});

			test('a paragraph that is selected by three clicks ends where it ends', async () => {
				await page().locator('#forum > p').first().click({ clickCount: 3 });
				await quote(page()).click();
				await expect.poll(() => copied(page())).toHaveLength(1);
				const [text = ''] = await copied(page());
				expect(text).toMatch(/^«يسعى المنتدى [^\n]*رزنامة المهنة\.»\n/);
				expect(decodeURIComponent(text)).toMatch(
					/#:~:text=يسعى المنتدى إلى أن,ثابتًا في رزنامة المهنة\.$/,
				);
			});
		});

		describe('where time stands still', () => {
			const page = keeper(visited, {});
			beforeAll(() => stopClock(page()));
			test('is offered while a passage of the article is selected, a tap’s time after it', async () => {
				const offered = async (after: number) => {
					await page().clock.runFor(after);
					return quote(page()).isVisible();
				};
				expect(await offered(1000)).toBe(false);
				await select(page(), PASSAGE);
				expect(await offered(299)).toBe(false);
				expect(await offered(1)).toBe(true);
				await selectOnly(page());
				expect(await offered(1000)).toBe(false);
				await select(page(), PASSAGE);
				expect(await offered(1000)).toBe(true);
				await selectOnly(page(), 'body > footer');
				expect(await offered(1000)).toBe(false);
			});

			test('works by a tap that takes the selection away first', async () => {
				await select(page(), PASSAGE);
				await page().clock.runFor(300);
				await page().evaluate(() => getSelection()?.removeAllRanges());
				await quote(page()).click();
				await says(page(), COPIED);
				expect(await copied(page())).toEqual([`«${PASSAGE}»\n${LINK}`]);
			});

			test('what is said goes away after a while, counted from the last time', async () => {
				await copy(page()).click();
				await says(page(), COPIED);
				await page().clock.runFor(5000);
				await copy(page()).click();
				await expect.poll(() => copied(page())).toHaveLength(2);
				await page().clock.runFor(5900);
				await says(page(), COPIED);
				await page().clock.runFor(100);
				await says(page(), '');
			});

			test.each([
				['within one paragraph', PASSAGE, PASSAGE, PASSAGE],
				[
					'from within a word into another',
					'ضيقها لقاء مديري المكتبات الوط',
					undefined,
					'وأضيقها لقاء مديري المكتبات الوطنية',
				],
				['from a word into one with a mark', 'صار موعدًا ثاب', undefined, 'صار موعدًا ثابتًا'],
				['words that stand elsewhere too', 'المكتبة العامة', undefined, 'المكتبة العامة'],
				['over two paragraphs', 'وتُفتتح الأعمال صباح الثلاثاء', 'فيعرض حصيلة عشر سنوات', undefined],
				['a long one', 'يسعى المنتدى إلى أن', 'صار موعدًا ثابتًا', undefined],
				[
					'over three sections, without the links of their headings',
					'أما الاستضافة',
					'تُمنح الجوائز',
					undefined,
				],
				['with a number', 'في قراره 12/45، يومًا', undefined, 'في قراره 12/45، يومًا'],
				['with « »', 'في مجمّع «مدينة', undefined, 'في مجمّع «مدينة'],
			])('the fragment finds the passage again: %s', async (_name, from, to, whole) => {
				await select(page(), from, to ?? from);
				await page().clock.runFor(300);
				await quote(page()).click();
				await expect.poll(() => copied(page())).toHaveLength(1);
				const [text = ''] = await copied(page());
				const at = text.lastIndexOf('\n');
				const passage = text.slice(1, at - 1);
				if (whole) expect(passage).toBe(whole);
				else expect([passage.startsWith(from), passage.endsWith(to ?? from)]).toEqual([true, true]);
				expect(passage).not.toContain('#');
				expect(text.slice(at + 1)).toContain(`${ADDRESS}#:~:text=`);
				await page().evaluate(`window.finders = [(${finder})(true)]`);
				const found = await page().evaluate((directive) => {
					const [{ text, find }] = window.finders as [ReturnType<typeof finder>];
					return text(find(directive)!);
				}, text.split(':~:text=')[1] ?? '');
				expect(found).toBe(passage.replace(/\s/g, ''));
			});
		});

		test.each([
			[
				'within it',
				'وكان الكتاب يُروى',
				'ثم صمتت القراءة',
				/^«وكان الكتاب يُروى قبل أن يُقتنى\. ثم صمتت القراءة»$/,
			],
			['right after it', 'قبل أن', 'يُقتنى', /^«قبل أن يُقتنى»$/],
		])('leaves out the number of a footnote %s', (_where, from, to, quoted) =>
			visited.open('articles/opinion-reading/', { script: [install, {}] }, async (page) => {
				await offer(page, from, to);
				await quote(page).click();
				await expect.poll(() => copied(page)).toHaveLength(1);
				const [passage = '', link = ''] = ((await copied(page))[0] ?? '').split('\n');
				expect(passage).toMatch(quoted);
				// Browsers find it with the number only.
				await page.evaluate(`window.finders = [(${finder})(true)]`);
				const found = await page.evaluate((directive) => {
					const [{ text, find }] = window.finders as [ReturnType<typeof finder>];
					return text(find(directive)!);
				}, link.split(':~:text=')[1] ?? '');
				expect(found.replace('١', '')).toBe(passage.replace(/[\s«»]/g, ''));
				expect(await page.locator('[data-footnote-ref]').first().isVisible()).toBe(true);
			}),
		);

		test('the text in the field of what could not be copied is no passage', () =>
			open({ clipboard: 'refused' }, async (page) => {
				await stopClock(page);
				await copy(page).click();
				await says(page, REFUSED);
				await page.clock.runFor(1000);
				expect(await quote(page).isVisible()).toBe(false);
				await field(page).blur();
				await select(page, PASSAGE);
				await page.clock.runFor(1000);
				expect(await quote(page).isVisible()).toBe(true);
			}));

		test('every passage is found again in its place, as Chromium compares and letter by letter', () =>
			open({}, async (page) => {
				await page.evaluate(`window.finders = [(${finder})(true), (${finder})(false)]`);
				const { cases, widened, failed } = (await page.evaluate(
					`(${roundTrip})(7, 40)`,
				)) as Awaited<ReturnType<typeof roundTrip>>;
				expect(failed).toEqual([]);
				expect(cases).toBeGreaterThan(480);
				expect(widened / cases).toBeLessThan(0.05);
			}));
	});
});
