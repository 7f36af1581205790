import { readFileSync } from 'node:fs';
import { type CheerioAPI, load } from 'cheerio';
import { parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleProblems } from '../../src/desk/judge.ts';
import { copyProject, type Project } from '../project.ts';
import { pagesOf } from './pages.ts';

const SITE = 'https://example.org/news/';
/** So short that the map has room for it. */
const CITY = 'R&D <b>';

/** An article that says the same words wherever it can say any. JSON is YAML, so all of them stand there as they are. */
const article = (words: string, yaml = JSON.stringify(words)) => `---
headline: ${yaml}
dek: ${yaml}
kicker: ${yaml}
topic: ${yaml}
dateline: ${yaml}
source: { name: ${yaml} }
authors: [ ${yaml} ]
published: 2015-06-20
event:
  name: ${yaml}
  theme: ${yaml}
  starts: 2015-06-23
  timeZone: America/Bogota
  venue: { name: ${yaml}, city: ${CITY}, country: ${CITY}, countryCode: CO, latitude: 6.2433, longitude: -75.5766 }
  organizers: [ { name: ${yaml} } ]
  origin: { city: ${CITY}, latitude: 23.588, longitude: 58.3829 }
---

<Event>

${words.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&')}

</Event>
`;

/** Each passes the gate; newlines and tabs are one space wherever they are shown. */
const WORDS: Record<string, string> = {
	plain: 'منتدى الأمم المتحدة للخدمة العامة في مدلين',
	script: 'عنوان </script><script>alert(1)</script> هنا',
	comment: 'عنوان --> و]]> و</title> و</textarea> و<!--<script> هنا',
	attribute: 'x"><img src=x onerror=alert(1)> و5\'><b> هنا',
	quotes: 'قال UN: "yes" & \'no\' وشاشة 5" و«نعم» هنا',
	ampersand: 'بحوث R&D و&amp و&lt و&#34 و&copy و&nbsp هنا',
	percent: 'خصم 100% و%41 و%0A و#event a?b=1&url=//evil.example+c هنا',
	lines: 'سطر أول\nوثانٍ\r\nوثالث\u2028ورابع\tهنا',
	emoji: '🎉 أسرة 👨‍👩‍👧‍👦 وعلم 🇴🇲 و👍🏽 هنا',
	calendar: 'BEGIN:VEVENT\r\nEND:VEVENT\nATTENDEE:mailto:a;b,c\\n هنا',
	template: 'قالب {x} و${y} و{{z}} و<%= w %> و$& و$1 و$` هنا',
	markdown: 'خبر `x` و*y* و_z_ و[a][b] وhttps://a.example هنا',
	tashkeel: 'مُؤَسَّسَةٌ تُشَجِّعُ الإبداعَ والتَّنافُسَ بَيْنَ النّاسِ',
	latin: 'UN-DESA تنظّم المنتدى',
};

/** Where an article arrives. */
interface Channels {
	/** Its page, and the first page. */
	$: CheerioAPI;
	home: CheerioAPI;
	address: string;
	item: NonNullable<ReturnType<typeof parseRssFeed>['items']>[number];
	calendar: string;
}
const meta = ($: CheerioAPI, ...names: string[]) =>
	names.map((name) => $(`meta[property="${name}"], meta[name="${name}"]`).attr('content'));
const graph = ($: CheerioAPI): Record<string, unknown>[] =>
	JSON.parse($('script[type="application/ld+json"]').text())['@graph'];
/** A parameter of a share link as its service reads it, in both rows of the page. */
function shared($: CheerioAPI, link: string, key: string): string {
	const [href = '', ...others] = new Set(
		$(`.share a[href^="${link}"]`)
			.toArray()
			.map(({ attribs }) => attribs['href']),
	);
	expect(others).toEqual([]);
	// mailto knows no + for a space: RFC 6068.
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

/** What is read in each channel, and what must be: of the words in one line, of the same led by a mark where Latin is first, of the address. */
const CHANNELS: [
	string,
	(channels: Channels) => unknown,
	(words: string, led: string, address: string) => unknown,
][] = [
	['the title', ({ $ }) => $('title').text(), (_, led) => `${led} · خبر`],
	['the heading', ({ $ }) => $('h1').text(), (words) => words],
	['the text', ({ $ }) => $('#event > p').last().text(), (words) => words],
	['the map', ({ $ }) => $('svg tspan').first().text(), () => CITY],
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
		() => ['2015-06-20', undefined],
	],
	['X’s card', ({ $ }) => meta($, 'twitter:image:alt'), (_, led) => [led]],
	[
		'the structured data',
		({ $ }) => graph($).map(({ headline, name }) => headline ?? name),
		(words) => [words, words, 'خبر', 'خبر', undefined],
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
		(words) => [words, words, words, words],
	],
	['the calendar', ({ calendar }) => event(calendar).summary, (words) => words],
	[
		'the calendar’s place',
		({ calendar }) => event(calendar).location,
		(words) => `${words}، ${CITY}، ${CITY}`,
	],
	[
		'the calendar’s description',
		({ calendar }) => event(calendar).description,
		(words, _, address) => `الموضوع: «${words}»\n${address}`,
	],
	[
		'the first page',
		({ home, address }) => home(`h2 a[href="${new URL(address).pathname}"]`).text(),
		(words) => words,
	],
];

/** Every element with the names of its attributes. */
const tags = ($: CheerioAPI) =>
	$('*')
		.toArray()
		.map((element) =>
			[$(element).prop('tagName'), ...Object.keys($(element).attr() ?? {})].join(' '),
		);
const times = (text: string, words: string) => text.replace(/\s+/g, ' ').split(words).length - 1;
const strings = (value: unknown): string[] =>
	typeof value === 'string'
		? [value]
		: value && typeof value === 'object'
			? Object.values(value).flatMap(strings)
			: [];

describe('an article that passes the gate', () => {
	let project: Project;
	let channels: Map<string, Channels>;
	const built = (path: string) => readFileSync(`${project.folder}/dist/${path}`);

	beforeAll(async () => {
		project = await copyProject(
			Object.fromEntries(
				Object.entries(WORDS).map(([name, words]) => [
					`content/articles/${name}.mdx`,
					article(words),
				]),
			),
		);
		const { code, output } = await project.build(SITE);
		if (code !== 0) throw new Error(output);
		const pages = pagesOf(`${project.folder}/dist`);
		const items = parseRssFeed(built('rss.xml').toString()).items ?? [];
		channels = new Map(
			Object.keys(WORDS).map((name) => {
				const [folder, address] = [`articles/${name}/`, `${SITE}articles/${name}/`];
				const item = items.find(({ link }) => link === address);
				return [
					name,
					{
						$: pages.get(`${folder}index.html`)!,
						home: pages.get('index.html')!,
						address,
						item: item!,
						calendar: built(`${folder}event.ics`).toString(),
					},
				];
			}),
		);
	}, 180_000);
	afterAll(() => project.remove());

	describe.each(Object.entries(WORDS))('%s', (name, written) => {
		const words = written.replace(/\s+/g, ' ');
		/** Where no markup turns it, Latin letters at its beginning must not. */
		const led = /^(?:x|BEGIN|UN)/.test(words) ? `\u200F${words}` : words;
		const all = () => channels.get(name)!;

		test.each(CHANNELS)('comes whole by %s', (_channel, read, expected) =>
			expect(read(all())).toEqual(expected(words, led, all().address)),
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
				told: strings(graph($)).filter((text) => text.includes(words)).length,
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

		test.each([
			['card', 1200, 630],
			['card-square', 1200, 1200],
			['map-16x9', 1200, 675],
		])('has its %s', async (picture, width, height) => {
			expect(await sharp(built(`images/${name}/${picture}.jpg`)).metadata()).toMatchObject({
				format: 'jpeg',
				width,
				height,
			});
		});
	});

	test('each is in the sitemap, and no card is that of another', () => {
		const $ = load(built('sitemap-0.xml').toString(), { xml: true });
		const names = Object.keys(WORDS);
		expect(
			$('loc')
				.toArray()
				.map((location) => $(location).text()),
		).toEqual(expect.arrayContaining(names.map((name) => `${SITE}articles/${name}/`)));
		expect(
			new Set(names.map((name) => built(`images/${name}/card.jpg`).toString('base64'))).size,
		).toBe(names.length);
	});
});

/** As JSON, and so that an editor sees nothing of it: each letter by its number. */
const YAML: [string, (words: string) => string][] = [
	['as it is', (words) => JSON.stringify(words)],
	[
		'by numbers',
		(words) =>
			`"${words.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`,
	],
];

describe.each(YAML)('a headline that is refused, written %s', (_how, write) => {
	test.each<[string, string, RegExp]>([
		['an override', 'عنوان \u202Eمقلوب\u202C هنا', /U\+202E RIGHT-TO-LEFT OVERRIDE.*احذفه/],
		['an embedding', 'عنوان \u202BUN\u202C هنا', /U\+202B RIGHT-TO-LEFT EMBEDDING.*احذفه/],
		['an isolate', 'عنوان \u2067UN\u2069 هنا', /U\+2067 RIGHT-TO-LEFT ISOLATE.*احذفه/],
		['a left-to-right mark', 'لغة C++\u200E هنا', /U\+200E LEFT-TO-RIGHT MARK.*<bdi>/],
		[
			'the mark that we set ourselves',
			'\u200FUN-DESA تنظّم المنتدى',
			/U\+200F RIGHT-TO-LEFT MARK.*احذفه/,
		],
		['a letter mark', 'عنوان \u061C57/277 هنا', /U\+061C ARABIC LETTER MARK.*احذفه/],
		['a space of no width', 'الخد\u200Bمة العامة', /U\+200B ZERO WIDTH SPACE.*احذفه/],
		['a joiner in a word', 'الخد\u200Dمة العامة', /U\+200D ZERO WIDTH JOINER.*احذفه/],
		['a soft hyphen', 'الخد\u00ADمة العامة', /U\+00AD SOFT HYPHEN.*احذفه/],
		['a byte order mark', '\uFEFFالخدمة العامة', /U\+FEFF ZERO WIDTH NO-BREAK SPACE.*احذفه/],
		['tatweel', 'الخـــدمة العامة', /U\+0640 ARABIC TATWEEL.*احذفه/],
		['Persian letters', 'منتدى کولومبیا', /U\+06A9 ARABIC LETTER KEHEH.*ك/],
		['shapes of letters', 'منتدى ﺍﻟﺨﺪﻣﺔ العامة', /«ﺍﻟﺨﺪﻣﺔ».*اكتب «الخدمة»/],
		['letters in parts', 'منتدى ا\u0654خر في مدلين', /NFC.*«أ»/],
		['straight quotes', 'قال "نعم" في المنتدى', /«نعم»/],
		['a Latin comma', 'مسقط, مدلين, بوغوتا', /علامة , لاتينية.*«،»/],
		['a Latin question mark', 'هل نعم? في المنتدى', /علامة \? لاتينية.*«؟»/],
		['too few letters', 'خبر 🎉\n', /الطول 5، والمسموح من 10 إلى 120/],
		['too many', 'ا'.repeat(121), /الطول 121، والمسموح من 10 إلى 120/],
	])('%s', (_name, words, message) => {
		const problems = articleProblems('content/articles/a.mdx', article(words, write(words)), {
			exists: () => false,
			drafts: new Map(),
		});
		expect(
			problems
				.filter(({ field, severity }) => field === 'headline' && !severity)
				.map(({ line, message }) => `${line}: ${message}`),
		).toContainEqual(expect.stringMatching(new RegExp(`^2: .*${message.source}`, 's')));
	});
});
