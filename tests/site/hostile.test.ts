import { readFileSync } from 'node:fs';
import { type CheerioAPI, load } from 'cheerio';
import { parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import sharp from 'sharp';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { readContent } from '../../src/article/read.ts';
import { articleProblems } from '../../src/desk/judge.ts';
import { browser } from '../browser/visit.ts';
import { built } from '../project.ts';
import { article, CITY, WORDS } from '../sundry.ts';
import { pagesOf } from './pages.ts';

const SITE = 'https://sada.example/';
const NAME = 'صدى الدلتا الأسبوعي';

/** How the night is told: in its place, and where the paper is. */
const NIGHT = [
	'٢٣ يونيو ٢٠٢١، ١٠:٠٠ م – ٢٤ يونيو ٢٠٢١، ١:٠٠ ص، بتوقيت R&D <b>',
	'٢٤ يونيو ٢٠٢١، ٥:٠٠ ص – ٨:٠٠ ص، بتوقيت مصر',
];

/** Quotation marks as they are within others: «صحيفة ‹الأيام›». */
const inner = (words: string) => words.replaceAll('«', '‹').replaceAll('»', '›');

/** What readers and machines get of an article. */
interface Channels {
	/** Its page; the page of its month. */
	$: CheerioAPI;
	month: CheerioAPI;
	address: string;
	item: NonNullable<ReturnType<typeof parseRssFeed>['items']>[number];
	calendar: string;
}
const meta = ($: CheerioAPI, ...names: string[]) =>
	names.map((name) => $(`meta[property="${name}"], meta[name="${name}"]`).attr('content'));
const graph = ($: CheerioAPI): Record<string, unknown>[] =>
	JSON.parse($('script[type="application/ld+json"]').text())['@graph'];
/** A parameter of a share link, decoded as its service does. Both rows of the page must agree. */
function shared($: CheerioAPI, link: string, key: string): string {
	const [href = '', ...others] = new Set(
		$(`.share a[href^="${link}"]`)
			.toArray()
			.map(({ attribs }) => attribs['href']),
	);
	expect(others).toEqual([]);
	// In mailto a + is no space: RFC 6068.
	return link === 'mailto:'
		? decodeURIComponent(new RegExp(`[?&]${key}=([^&#]*)`).exec(href)?.[1] ?? '')
		: (new URL(href).searchParams.get(key) ?? '');
}
function event(calendar: string) {
	const [first, ...others] = new ICAL.Component(
		ICAL.parse(calendar) as unknown[],
	).getAllSubcomponents('vevent');
	expect(others).toEqual([]);
	expect(first?.hasProperty('attendee')).toBe(false);
	return new ICAL.Event(first);
}

/** Name, what is read there, what is expected: from the words, from the words with U+200F where they need it, from the address. */
const CHANNELS: [
	string,
	(channels: Channels) => unknown,
	(words: string, led: string, address: string) => unknown,
][] = [
	['the title', ({ $ }) => $('title').text(), (_, led) => `${led} · ${NAME}`],
	['the heading', ({ $ }) => $('h1').text(), (words) => words],
	['the text', ({ $ }) => $('#event > p').last().text(), (words) => words],
	['the description', ({ $ }) => meta($, 'description'), (_, led) => [led]],
	[
		'Open Graph',
		({ $ }) => meta($, 'og:title', 'og:description', 'og:image:alt'),
		(_, led) => [led, led, led],
	],
	['Open Graph’s section', ({ $ }) => meta($, 'article:section'), (words) => [words]],
	[
		'Open Graph’s times',
		({ $ }) => meta($, 'article:published_time', 'article:modified_time'),
		() => ['2021-06-20', undefined],
	],
	['X’s card', ({ $ }) => meta($, 'twitter:image:alt'), (_, led) => [led]],
	[
		'the structured data',
		({ $ }) => graph($).map(({ headline, name }) => headline ?? name),
		(words) => [words, words, NAME, undefined],
	],
	[
		'WhatsApp',
		({ $ }) => shared($, 'https://wa.me/', 'text'),
		(_, led, address) => `${led}\n${address}`,
	],
	[
		'X',
		({ $ }) => [shared($, 'https://x.com/', 'text'), shared($, 'https://x.com/', 'url')],
		(_, led, address) => [led, address],
	],
	[
		'Telegram',
		({ $ }) => [shared($, 'https://t.me/', 'text'), shared($, 'https://t.me/', 'url')],
		(_, led, address) => [led, address],
	],
	[
		'Facebook',
		({ $ }) => shared($, 'https://www.facebook.com/', 'u'),
		(_w, _l, address) => address,
	],
	[
		'LinkedIn',
		({ $ }) => shared($, 'https://www.linkedin.com/', 'url'),
		(_w, _l, address) => address,
	],
	[
		'e-mail',
		({ $ }) => [shared($, 'mailto:', 'subject'), shared($, 'mailto:', 'body')],
		(_, led, address) => [led, `${led}\r\n${address}`],
	],
	[
		'the feed',
		({ item }) => [
			item.title,
			item.description,
			item.categories?.[0]?.name,
			item.dc?.creators?.[0],
		],
		(words, led) => [led, led, words, words],
	],
	['the calendar', ({ calendar }) => event(calendar).summary, (_, led) => led],
	[
		'the calendar’s place',
		({ calendar }) => event(calendar).location,
		(_, led) => `${led}، ${CITY}، ${CITY}`,
	],
	[
		'the calendar’s description',
		({ calendar }) => event(calendar).description,
		(words, _, address) => `الموضوع: «${inner(words)}»\n${address}`,
	],
	[
		'the page of its month',
		({ month, address }) => month(`h3 a[href="${new URL(address).pathname}"]`).text(),
		(words) => words,
	],
];

/** Each element with its attributes' names. */
/** But for `bdi` with a direction, which holds the order of `$1` and the like. */
const tags = ($: CheerioAPI) =>
	$('*:not(bdi)')
		// What stands after it is of other articles.
		.not('[aria-labelledby=more] *')
		.toArray()
		.map((element) =>
			[$(element).prop('tagName'), ...Object.keys($(element).attr() ?? {})].join(' '),
		);
/** How often a text says the words, between quotation marks too. */
const times = (text: string, words: string) =>
	inner(text.replace(/\s+/g, ' ')).split(inner(words)).length - 1;
const strings = (value: unknown): string[] =>
	typeof value === 'string'
		? [value]
		: value && typeof value === 'object'
			? Object.values(value).flatMap(strings)
			: [];

describe('an article that passes the gate', () => {
	const folder = `${inject('projects').sundry}/dist`;
	let channels: Map<string, Channels>;
	let items: Channels['item'][];
	const read = (path: string) => readFileSync(`${folder}/${path}`);

	beforeAll(async () => {
		await built(folder);
		const pages = pagesOf(folder);
		items = parseRssFeed(read('rss.xml').toString()).items ?? [];
		channels = new Map(
			Object.keys(WORDS).map((name) => {
				const [path, address] = [`articles/${name}/`, `${SITE}articles/${name}/`];
				const item = items.find(({ link }) => link === address);
				return [
					name,
					{
						$: pages.get(`${path}index.html`)!,
						month: pages.get('archive/2021/06/index.html')!,
						address,
						item: item!,
						calendar: read(`${path}event.ics`).toString(),
					},
				];
			}),
		);
	});

	describe.each(Object.entries(WORDS))('%s', (name, written) => {
		const words = written.replace(/\s+/g, ' ');
		/** Plain text has no `dir`: U+200F keeps a Latin beginning from turning it. */
		const led = /^(?:x|BEGIN)/.test(words) ? `\u200F${words}` : words;
		const all = () => channels.get(name)!;

		test.each(CHANNELS)('comes whole by %s', (_channel, told, expected) =>
			expect(told(all())).toEqual(expected(words, led, all().address)),
		);

		test('leaves everything as plain words do: elements, attributes, and how often each channel says it', () => {
			const [hostile, plain] = (
				[
					[all(), words],
					[channels.get('plain')!, WORDS['plain']!],
				] as const
			).map(([{ $, item }, words]) => ({
				page: tags($),
				said: times($('body > header, article.story').text(), words),
				told: strings(graph($)).filter((text) => times(text, words) > 0).length,
				feed: tags(load(item.content?.encoded ?? '')),
				fed: times(load(item.content?.encoded ?? '').text(), words),
			}));
			expect(hostile).toEqual(plain);
			expect(plain?.said).toBeGreaterThan(10);
		});

		test('has calendar lines of 75 octets at most', () => {
			for (const line of all().calendar.split('\r\n'))
				expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
		});

		test('has its card', async () =>
			expect(await sharp(read(`images/${name}/card.jpg`)).metadata()).toMatchObject({
				format: 'jpeg',
				width: 1200,
				height: 630,
			}));
	});

	test('each is in the sitemap, and no card is that of another', () => {
		const $ = load(read('sitemap-0.xml').toString(), { xml: true });
		const names = Object.keys(WORDS);
		expect(
			$('loc')
				.toArray()
				.map((location) => $(location).text()),
		).toEqual(expect.arrayContaining(names.map((name) => `${SITE}articles/${name}/`)));
		expect(
			new Set(names.map((name) => read(`images/${name}/card.jpg`).toString('base64'))).size,
		).toBe(names.length);
	});

	test('hostile text comes whole through the feed, its authors too', () => {
		const item = items.find(({ link }) => link === `${SITE}articles/body/`);
		expect(item?.title).toBe('عنوان فيه ]]> و</title> و&lt;b&gt; R&D');
		expect(item?.dc?.creators).toEqual(['سالم & R&amp;D', 'مريم']);
		const $ = load(item?.content?.encoded ?? '');
		expect($.text()).toContain('نص فيه ]]> و<b> ورابط');
		expect(
			$('a')
				.toArray()
				.map(({ attribs }) => attribs['href']),
		).toEqual(expect.arrayContaining([`${SITE}us/`, `${SITE}articles/body/#user-content-fn-1`]));
	});

	test('a strict reader of XML takes the feed and the sitemaps', async () => {
		const page = await (await browser()).newPage();
		for (const file of ['rss.xml', 'sitemap-index.xml', 'sitemap-0.xml']) {
			const problem = await page.evaluate(
				(xml) =>
					new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')
						?.textContent,
				read(file).toString(),
			);
			expect(problem, file).toBeUndefined();
		}
		await page.close();
	});

	test('places with such names come whole on the map, in the page and as a picture', async () => {
		const $ = load(read('articles/night/index.html'));
		expect(
			$('.map svg text')
				.toArray()
				.slice(0, 2)
				.map((label) => $(label).text()),
		).toEqual([CITY, CITY]);
		expect(await sharp(read('images/night/map-16x9.jpg')).metadata()).toMatchObject({
			format: 'jpeg',
			width: 1200,
			height: 675,
		});
	});

	test('a night that ends after midnight is told in the zone of its place, as two days', () => {
		const $ = load(read('articles/night/index.html'));
		const told = $('#event dl > div').first().children('dd').toArray();
		expect(told.map((dd) => $(dd).text().replace(/\s+/g, ' ').trim())).toEqual(NIGHT);
		expect(
			$('ol[aria-label="أيام الحدث"] time')
				.toArray()
				.map(({ attribs }) => attribs['datetime']),
		).toEqual(['2021-06-23', '2021-06-24']);
	});

	test('facts that the page does not show are not told to machines', () => {
		const graphOf = (name: string) =>
			JSON.parse(
				load(read(`articles/${name}/index.html`))('script[type="application/ld+json"]').text(),
			)['@graph'].map((node: { '@type': string }) => node['@type']);
		expect(graphOf('night')).toContain('Event');
		expect(graphOf('unseen')).not.toContain('Event');
	});

	test('a number of several parts keeps its order in a kicker', () =>
		expect(load(read('articles/unseen/index.html'))('.story-head > p > bdo[dir=ltr]').text()).toBe(
			'٠٦ ٥٥٥ ٠١٤٢',
		));

	test('a verse of the Quran that is a pull quote has its brackets alone', () =>
		expect(load(read('articles/unseen/index.html'))('.pull > blockquote').text().trim()).toMatch(
			/^\uFD3Fاقْرَأْ .*\uFD3E \[العلق: ١\]$/,
		));
});

/** As JSON, and with every character escaped, so that no editor shows it. */
const YAML: [string, (words: string) => string][] = [
	['as it is', (words) => JSON.stringify(words)],
	[
		'by numbers',
		(words) =>
			`"${words.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`,
	],
];

describe.each(YAML)('a headline written %s', (_how, write) => {
	test.each<[string, string, 'error' | 'warning', RegExp]>([
		[
			'an override',
			'عنوان \u202Eمقلوب\u202C هنا',
			'error',
			/U\+202E RIGHT-TO-LEFT OVERRIDE.*احذفه/,
		],
		['an embedding', 'عنوان \u202BUN\u202C هنا', 'error', /U\+202B RIGHT-TO-LEFT EMBEDDING.*احذفه/],
		['an isolate', 'عنوان \u2067UN\u2069 هنا', 'error', /U\+2067 RIGHT-TO-LEFT ISOLATE.*احذفه/],
		['too few letters', 'خ\n', 'error', /الطول 1، والمسموح من 2 إلى 120/],
		['too many', 'ا'.repeat(121), 'error', /الطول 121، والمسموح من 2 إلى 120/],
		['tatweel', 'الخـــدمة العامة', 'warning', /U\+0640 ARABIC TATWEEL.*احذفه/],
		['Persian letters', 'منتدى المکتبات', 'warning', /U\+06A9 ARABIC LETTER KEHEH.*ك/],
		['straight quotes', 'قال "نعم" في المنتدى', 'warning', /«نعم»/],
		['a Latin comma', 'تونس, سوسة, قابس', 'warning', /علامة , لاتينية.*«،»/],
		['a Latin question mark', 'هل نعم? في المنتدى', 'warning', /علامة \? لاتينية.*«؟»/],
	])('with %s is told so', (_name, words, kind, message) => {
		const problems = articleProblems('content/articles/a.mdx', article(words, write(words)), {
			exists: () => false,
			publications: new Map(),
		});
		expect(
			problems
				.filter(({ field }) => field === 'headline')
				.map(({ line, severity = 'error', message }) => `${line} ${severity}: ${message}`),
		).toContainEqual(expect.stringMatching(new RegExp(`^2 ${kind}: .*${message.source}`, 's')));
	});

	test.each([
		['a right-to-left mark', '\u200FACK-LIB تنظّم المنتدى', 'ACK-LIB تنظّم المنتدى'],
		['a letter mark', 'عنوان \u061C12/45 هنا', 'عنوان 12/45 هنا'],
		['a space of no width', 'الخد\u200Bمة العامة', 'الخدمة العامة'],
		['a joiner in a word', 'الخد\u200Dمة العامة', 'الخدمة العامة'],
		['a soft hyphen', 'الخد\u00ADمة العامة', 'الخدمة العامة'],
		['a byte order mark', '\uFEFFالخدمة العامة', 'الخدمة العامة'],
		['shapes of letters', 'منتدى ﺍﻟﺨﺪﻣﺔ العامة', 'منتدى الخدمة العامة'],
		['letters in parts', 'منتدى ا\u0654خر في تونس', 'منتدى أخر في تونس'],
	])('with %s is read without', (_name, words, headline) => {
		const { data } = readContent('content/articles/a.mdx', article(words, write(words)));
		expect(data).toMatchObject({ headline });
	});
});
