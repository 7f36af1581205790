import { existsSync, readFileSync } from 'node:fs';
import { type CheerioAPI, load, loadBuffer } from 'cheerio';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { PREVIEWERS, readHead } from '../../src/sharing/previewers.ts';
import type { BuiltSite } from '../sites.ts';
import { pagesOf } from './pages.ts';

/** Our own limits: the bytes that hold all previewers look for, and the bytes of a picture. */
const BEGINNING = 16_384;
const LIGHT = 200_000;

const ARTICLE = 'articles/libraries-forum-tunis-2024/index.html';
/** What Discover shows of an article: its photograph, else its map, else its card. */
const LEADS: Record<string, string> = {
	'film-days/': 'map-16x9',
	'libraries-forum-tunis-2024/': 'map-16x9',
	'opinion-reading/': 'photo-16x9',
	'photo-harbour/': 'photo-16x9',
	'world-health-summit/': 'photo-16x9',
};
/** One page of each kind: enough for the paper under a base. Of the one at a root all articles are checked, too. */
const KINDS = [
	'index.html',
	'about/index.html',
	'archive/index.html',
	'search/index.html',
	'topics/pictures/index.html',
	'people/ruba-alsaid/index.html',
	...['ai-models', 'libraries-forum-tunis-2024', 'photo-harbour', 'street-lights'].map(
		(slug) => `articles/${slug}/index.html`,
	),
];
const NAMES = { almanara: 'المنارة', sada: 'صدى الدلتا الأسبوعي' };

/** A headline that begins with Latin letters gets U+200F first. Else a chat sets it from the left. */
const rightToLeft = (headline: string) =>
	/^\p{Script=Latin}/u.test(headline) ? `\u200F${headline}` : headline;

const parsed = new WeakMap<Buffer, Map<number, CheerioAPI>>();
/**
 * Parses a page once.
 * @param bytes Only so many, with the charset found as HTML finds it. Without: all, as UTF-8.
 */
function parse(html: Buffer, bytes?: number): CheerioAPI {
	const pages = parsed.get(html) ?? new Map<number, CheerioAPI>();
	const length = bytes ?? -1;
	const page =
		pages.get(length) ??
		(bytes === undefined ? load(html.toString()) : loadBuffer(html.subarray(0, bytes)));
	parsed.set(html, pages.set(length, page));
	return page;
}

const heads = new WeakMap<CheerioAPI, ReturnType<typeof readHead>>();
/** What stands in a page's head, read once. */
function headOf($: CheerioAPI): ReturnType<typeof readHead> {
	const head = heads.get($) ?? readHead($.html());
	heads.set($, head);
	return head;
}

/** @throws where a previewer would not show a page as it is meant. */
async function check(
	previewer: string,
	file: string,
	html: Buffer,
	site: BuiltSite,
): Promise<void> {
	const { reads, show, asks } = PREVIEWERS[previewer]!;
	const [$, whole] = [parse(html, Math.min(reads ?? Infinity, html.length)), parse(html)];
	const preview = show(headOf($));
	const { title, description, picture, address } = preview;
	const own = site.address + file.replace(/index\.html$/, '');
	const slug = /^articles\/(.+\/)index\.html$/.exec(file)?.[1];
	expect(title, 'the title, without branding').toBe(
		own === site.address
			? NAMES[site.paper]
			: rightToLeft(whole('h1').text().replaceAll('\u00A0', ' ')),
	);
	expect(address, 'the address, undecorated').toBe(own);
	expect(picture, 'the address of the picture').toBe(
		`${site.address}images/${slug ?? ''}${(previewer === 'Discover' && LEADS[slug ?? '']) || 'card'}.jpg`,
	);
	if (description !== undefined) {
		expect(description, 'the description').toMatch(/^\P{L}*\p{Script=Arabic}/u);
		expect(whole('meta[name=description]').attr('content'), 'the description').toContain(
			description.replace(/…$/, ''),
		);
	}
	// Discover takes the picture from the structured data, which stand at the end.
	if (previewer !== 'Discover')
		expect(show(headOf(parse(html, BEGINNING))), 'what stands in the beginning').toEqual(preview);
	for (const [what, answer] of Object.entries(asks?.(headOf($), preview) ?? {}))
		expect(answer, what).toBe(true);

	const path = `${site.folder}/${picture.slice(site.address.length)}`;
	expect(existsSync(path), path).toBe(true);
	const real = await checkPicture(previewer, readFileSync(path));
	const told = ['type', 'width', 'height'].map((fact) =>
		$(`head > meta[property="og:image:${fact}"]`).attr('content'),
	);
	if (picture.endsWith('/card.jpg')) expect(told, 'what is told of the picture').toEqual(real);
}

/**
 * @returns Its type, width and height, as Open Graph tells them.
 * @throws where a previewer would refuse the picture, or it breaks our own limit.
 */
async function checkPicture(previewer: string, bytes: Buffer): Promise<string[]> {
	const {
		bytes: weight = LIGHT,
		least = [1, 1],
		most = [Infinity, Infinity],
		ratio = [0, Infinity],
	} = PREVIEWERS[previewer]!.picture;
	const { format, width, height } = await sharp(bytes).metadata();
	expect(format).toBe('jpeg');
	expect(bytes.length, 'its weight').toBeLessThan(Math.min(weight, LIGHT));
	expect(
		width >= least[0] && height >= least[1] && width <= most[0] && height <= most[1],
		`its size, ${width}×${height}`,
	).toBe(true);
	expect(
		width / height >= ratio[0] && width / height <= ratio[1],
		`its shape, ${width}×${height}`,
	).toBe(true);
	return [`image/${format}`, `${width}`, `${height}`];
}

/** What previewers need comes first: some read only the beginning. A style tells them nothing. */
const ORDER = [
	'meta[charset]',
	'meta[name=viewport]',
	'title',
	'meta[name=description]',
	'link[rel=canonical]',
	'meta[property^="og:"]',
	'meta[name^="twitter:"]',
	'style',
];
/** The order of a page's head, in the selectors of `ORDER`. Neighbours of one kind count once. */
const order = ($: CheerioAPI) =>
	$('head')
		.children()
		.toArray()
		.flatMap((element) => ORDER.find((selector) => $(element).is(selector)) ?? [])
		.filter((selector, index, all) => selector !== all[index - 1]);

describe.each(inject('sites'))('links to $address', (site) => {
	const pages = [...pagesOf(site.folder)];
	const linked = pages.filter(([, $]) => $('link[rel=canonical]').length > 0);

	test('lead to every page but those for what is not there and what was withdrawn, which ask to be forgotten', () => {
		const others = pages.filter((page) => !linked.includes(page));
		expect(others.map(([file]) => file).sort()).toEqual([
			'404.html',
			'articles/withdrawn-report/index.html',
			'offline/index.html',
		]);
		for (const [, $] of others) {
			expect($('meta[name=robots]').attr('content')).toBe('noindex');
			// Else previewers take a photograph of what is offered to read next.
			expect(
				$('meta[property^="og:"]')
					.toArray()
					.map(({ attribs }) => [attribs['property'], attribs['content']]),
			).toEqual([['og:image', `${site.address}images/card.jpg`]]);
			expect($('meta[name^="twitter:"], script[type="application/ld+json"]')).toHaveLength(0);
		}
	});

	test.each([
		['music-night', 'أُلغي الحدث. ألغى النادي الأمسية بعد مرض عازفها، ويردّ ثمن التذاكر.'],
		['spring-fair', 'أُجِّل الحدث. أغلقت السيول طريق الحديقة، ويُعلن الموعد حين تُفتح.'],
	])('%s tells first what became of its event', (slug, words) => {
		const $ = new Map(pages).get(`articles/${slug}/index.html`);
		for (const name of ['meta[name=description]', 'meta[property="og:description"]'])
			expect(
				$?.(name)
					.attr('content')
					?.replace(/^\u200F/, ''),
			).toBe(words);
	});

	const asked = linked.filter(
		([file]) => KINDS.includes(file) || (site.base === '/' && file.startsWith('articles/')),
	);
	test.runIf(site.base !== '/')('a page of each kind is there', () =>
		expect(asked.map(([file]) => file).sort()).toEqual(KINDS.toSorted()),
	);

	describe.each(asked)('%s', (file, $) => {
		const html = Buffer.from(
			readFileSync(`${site.folder}/${file}`, 'utf8').replaceAll('\u00A0', ' '),
		);

		test.each(Object.keys(PREVIEWERS))('%s shows it as it is', (previewer) =>
			check(previewer, file, html, site),
		);

		test('its head is in order, the characters first', () => {
			expect(order($)).toEqual(ORDER);
			// The structured data come after the text: no reader sees them.
			expect($('script[type="application/ld+json"] ~ footer, head > script')).toHaveLength(0);
			expect($('head').children().first().is('meta[charset=utf-8]')).toBe(true);
			expect(html.subarray(0, 1024).includes('<meta charset="utf-8">')).toBe(true);
		});

		test('tells each thing once', () => {
			const names = $('meta')
				.toArray()
				.map(
					({ attribs }) =>
						attribs['property'] ??
						`${attribs['name'] ?? attribs['http-equiv']} ${attribs['media'] ?? ''}`,
				);
			expect(new Set(names).size).toBe(names.length);
		});
	});
});

describe('and a page that is broken is found out', () => {
	const [site] = inject('sites') as [BuiltSite];
	const good = readFileSync(`${site.folder}/${ARTICLE}`, 'utf8');
	const after = (words: string, more: string) => (html: string) =>
		html.replace(words, (found) => found + more);
	const tag = (name: string, content: (was: string) => string) => (html: string) =>
		html.replace(
			new RegExp(`((?:property|name)="${name}" content=")([^"]*)`),
			(_, before: string, was: string) => before + content(was),
		);
	const OG = '<meta property="og:type"';
	const before = (words: string, more: string) => (html: string) =>
		html.replace(words, () => more + words);
	const filler = (bytes: number) => `<!--${'x'.repeat(bytes)}-->`;

	test.each<[string, string, (html: string) => string, RegExp]>([
		['WhatsApp', 'after 300 KB', before(OG, filler(300_000)), /the title/],
		['Facebook', 'after a megabyte', before(OG, filler(1_000_000)), /the title/],
		['Slack', 'after 32 KB, but for what every page has', before(OG, filler(32_000)), /the title/],
		[
			'Telegram',
			'late',
			before('<meta property="og:image"', filler(BEGINNING)),
			/in the beginning/,
		],
		['iMessage', 'below a head that ends early', before(OG, '<p></p>'), /the title/],
		[
			'LinkedIn',
			'with its characters unnamed for 1,024 bytes',
			before('<meta charset', filler(1024)),
			/the title/,
		],
		[
			'WhatsApp',
			'with the site in its title',
			tag('og:title', (was) => `${was} · المنارة`),
			/without branding/,
		],
		[
			'X',
			'with a title of its own for X',
			after(OG, '><meta name="twitter:title" content="المنارة"'),
			/the title/,
		],
		['Facebook', 'without a title', tag('og:title', () => ''), /the title/],
		[
			'WhatsApp',
			'with 81 characters under it',
			(html) =>
				[
					tag('og:description', () => 'ا'.repeat(81)),
					tag('description', () => 'ا'.repeat(81)),
				].reduce((page, change) => change(page), html),
			/80 characters/,
		],
		[
			'Slack',
			'with nothing under it',
			(html) => tag('description', () => '')(tag('og:description', () => '')(html)),
			/the description/,
		],
		[
			'Telegram',
			'with words under it that are not its own',
			tag('og:description', () => 'نص آخر'),
			/the description/,
		],
		[
			'WhatsApp',
			'with a decorated address',
			tag('og:url', (was) => `${was}?utm_source=a`),
			/undecorated/,
		],
		[
			'Discover',
			'with another canonical address',
			(html) => html.replace(/(rel="canonical" href="[^"]*)/, '$1#a'),
			/undecorated/,
		],
		['Facebook', 'without a language', tag('og:locale', () => 'ar'), /Arabic/],
		[
			'LinkedIn',
			'with a picture by its path',
			tag('og:image', (was) => new URL(was).pathname),
			/address of the picture/,
		],
		[
			'LinkedIn',
			'with a picture of another host',
			tag('og:image', (was) => was.replace('almanara.example', 'example.com')),
			/address of the picture/,
		],
		[
			'Facebook',
			'with a picture told wider than it is',
			tag('og:image:width', () => '1201'),
			/told of the picture/,
		],
		['X', 'with a small card', tag('twitter:card', () => 'summary'), /a large card/],
		[
			'X',
			'with no words for its picture',
			tag('twitter:image:alt', () => ''),
			/words for the picture/,
		],
		[
			'iMessage',
			'without a picture, so that the icon stands in',
			tag('og:image', () => ''),
			/icon-180\.png/,
		],
		[
			'Discover',
			'kept to small pictures',
			tag('robots', () => 'max-image-preview:standard'),
			/a large picture/,
		],
		[
			'Discover',
			'with its square picture first',
			(html) => html.replace('/map-16x9.jpg', '/map-1x1.jpg'),
			/address of the picture/,
		],
	])('by %s: %s', async (previewer, _how, damage, message) => {
		expect(damage(good)).not.toBe(good);
		await expect(check(previewer, ARTICLE, Buffer.from(damage(good)), site)).rejects.toThrow(
			message,
		);
	});

	const blank = (width: number, height: number) =>
		sharp({ create: { width, height, channels: 3, background: '#fff' } });
	const noise = sharp({
		create: {
			width: 1200,
			height: 630,
			channels: 3,
			background: '#fff',
			noise: { type: 'gaussian', mean: 128, sigma: 60 },
		},
	});
	test.each<[string, string, Sharp, RegExp]>([
		['WhatsApp', 'that is heavy', noise.jpeg({ quality: 100 }), /its weight/],
		['WhatsApp', 'of 299 pixels', blank(299, 299).jpeg(), /its size/],
		['WhatsApp', 'five times as wide as high', blank(1500, 300).jpeg(), /its shape/],
		['Facebook', 'for a small card', blank(599, 314).jpeg(), /its size/],
		['Facebook', 'that is square', blank(1200, 1200).jpeg(), /its shape/],
		['X', 'of more than 4,096 pixels', blank(4100, 2150).jpeg(), /its size/],
		['LinkedIn', 'of 1,199 pixels', blank(1199, 629).jpeg(), /its size/],
		['Telegram', 'that is a PNG', blank(1200, 630).png(), /jpeg/],
		['Discover', 'of 4:3', blank(1200, 900).jpeg(), /its shape/],
	])('by %s: a picture %s', async (previewer, _how, picture, message) =>
		expect(checkPicture(previewer, await picture.toBuffer())).rejects.toThrow(message),
	);

	test.each<[string, (html: string) => string]>([
		['a style before the previews', before(OG, '<style></style>')],
		[
			'the address before the title',
			(html) => before('<title>', /<link rel="canonical"[^>]*>/.exec(html)![0])(html),
		],
	])('%s', (_how, damage) => expect(order(load(damage(good)))).not.toEqual(ORDER));
});
