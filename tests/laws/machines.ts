/** Laws of what machines get: previews, structured data, feed, calendars, sitemap. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import sharp from 'sharp';
import type { Problem } from '../../src/problems.ts';
import { vocabularyProblems } from '../vocabulary.ts';
import { eachPage, type Law, problem, REBUILD, shown, when } from './law.ts';
import type { BuiltPage } from './site.ts';
import { fileOf, type Site } from './site.ts';

/**
 * Whether a line of plain text runs from the right: its first strong letter decides (UAX #9, P2).
 * One without Arabic need not.
 */
const runsFromRight = (text = ''): boolean =>
	/^[^\p{L}\u200E\u200F]*[\p{Script=Arabic}\u200F]/u.test(text) || !/\p{Script=Arabic}/u.test(text);

/** What previewers must be told: https://ogp.me, X cards. */
const TOLD = [
	'og:title',
	'og:description',
	'og:type',
	'og:url',
	'og:site_name',
	'og:locale',
	'og:image',
	'og:image:width',
	'og:image:height',
	'og:image:alt',
	'twitter:card',
	'twitter:image:alt',
];
/**
 * https://developers.facebook.com/docs/sharing/webmasters/images; WhatsApp takes less than 300 kB.
 */
const CARD = { width: 1200, height: 630, bytes: 300_000 };

export const previews: Law = async (site) => {
	const checked = [...site.pages.values()].map(async ({ file, $, kind, address }) => {
		if (kind === 'redirect') return [];
		const content = (name: string) =>
			$(`head > meta[property="${name}"], head > meta[name="${name}"]`).attr('content');
		const canonical = $('link[rel=canonical]').attr('href');
		const messages = [
			...['title', 'description'].flatMap((name) => {
				const text = name === 'title' ? $('head > title').text() : content(name);
				return when(
					[!text, `لا ${name} في رأس الصفحة. اكتب عنوانًا ومقدمة.`],
					[
						Boolean(text) && !runsFromRight(text),
						`${name} لا يبدأ بحرف عربي: «${text}». ${REBUILD}`,
					],
				);
			}),
		];
		if (kind === 'missing')
			return [
				...messages,
				...when(
					[Boolean(canonical), `لصفحة «غير موجودة» رابط (canonical)، ولا رابط لها. ${REBUILD}`],
					[
						!content('robots')?.includes('noindex'),
						`صفحة «غير موجودة» لا تطلب ألا تُفهرس (robots noindex). ${REBUILD}`,
					],
				),
			].map((message) => problem(file, message));
		messages.push(
			...when(
				[
					$('link[rel=canonical]').length !== 1 || canonical !== address,
					`رابط الصفحة (canonical) «${canonical ?? ''}» ليس رابطها ${address}. ${REBUILD}`,
				],
				[content('og:url') !== address, `og:url ليس رابط الصفحة ${address}. ${REBUILD}`],
				[
					content('twitter:card') !== 'summary_large_image',
					`twitter:card ليست summary_large_image. ${REBUILD}`,
				],
			),
			...TOLD.flatMap((name) => {
				const found = $(`head > meta[property="${name}"], head > meta[name="${name}"]`);
				return when(
					[!content(name), `لا ${name} في رأس الصفحة. ${REBUILD}`],
					[found.length > 1, `${name} أكثر من مرة في رأس الصفحة. ${REBUILD}`],
				);
			}),
			...['og:title', 'og:description', 'og:image:alt']
				.filter((name) => content(name) && !runsFromRight(content(name)))
				.map((name) => `${name} لا يبدأ بحرف عربي: «${content(name)}». ${REBUILD}`),
			...(await cardMessages(site, content)),
		);
		return messages.map((message) => problem(file, message));
	});
	return (await Promise.all(checked)).flat();
};

async function cardMessages(
	site: Site,
	content: (name: string) => string | undefined,
): Promise<string[]> {
	const image = content('og:image');
	if (!image) return [];
	const file = fileOf(site, image);
	if (!file || !site.files.has(file))
		return [`صورة المعاينة «${image}» ليست ملفًا في الموقع برابط كامل. ${REBUILD}`];
	const bytes = readFileSync(join(site.folder, file));
	const found = await sharp(bytes)
		.metadata()
		.catch(() => undefined);
	return when(
		[
			found?.width !== CARD.width || found.height !== CARD.height,
			`صورة المعاينة ${file} ليست ${CARD.width}×${CARD.height}. ${REBUILD}`,
		],
		[
			content('og:image:width') !== String(CARD.width) ||
				content('og:image:height') !== String(CARD.height),
			`og:image:width وog:image:height ليسا ${CARD.width}×${CARD.height}. ${REBUILD}`,
		],
		[
			!['jpeg', 'png'].includes(found?.format ?? ''),
			`صورة المعاينة ${file} ليست JPEG ولا PNG. ${REBUILD}`,
		],
		[
			bytes.length >= CARD.bytes,
			`صورة المعاينة ${file} أثقل من ${CARD.bytes} بايت، فلا يعرضها واتساب. ${REBUILD}`,
		],
	);
}

type Node = Record<string, unknown>;
const DATES = ['datePublished', 'dateModified', 'startDate', 'endDate'];

/** Every object within a value, itself included. */
const objects = (value: unknown): Node[] =>
	value && typeof value === 'object'
		? [...(Array.isArray(value) ? [] : [value as Node]), ...Object.values(value).flatMap(objects)]
		: [];

export const structuredData = eachPage(({ $, address, article }, site) => {
	const scripts = $('script[type="application/ld+json"]').toArray();
	const needed = article || address === site.address;
	if (scripts.length !== 1)
		return when([
			needed || scripts.length > 1,
			`ليس في الصفحة بيانات منظّمة (JSON-LD) مرة واحدة. ${REBUILD}`,
		]);
	const text = $(scripts[0]).text();
	let graph: Node[];
	try {
		graph = JSON.parse(text)['@graph'] ?? [];
	} catch {
		return [`البيانات المنظّمة (JSON-LD) لا تُقرأ. ${REBUILD}`];
	}
	const all = objects(graph);
	const known = new Set(all.filter((node) => '@type' in node).map((node) => node['@id']));
	const strings = all.flatMap((node) =>
		Object.values(node)
			.flat()
			.filter((value) => typeof value === 'string'),
	);
	const news = graph.find((node) => /NewsArticle$/.test(String(node['@type'])));
	const onPage = $('time[datetime]')
		.toArray()
		.map(({ attribs }) => attribs['datetime']);
	const told = graph.flatMap((node) => DATES.map((name) => node[name]).filter(Boolean));
	const said = all.flatMap((node) => DATES.map((name) => node[name]).filter(Boolean));
	const exact = $('article > header time[datetime]')
		.toArray()
		.map(({ attribs }) => attribs['datetime'] ?? '')
		.filter((date) => date.length >= 10);
	return [
		...vocabularyProblems(text).map((wrong) => `schema.org لا يعرف هذا: ${wrong}. ${REBUILD}`),
		...all
			.filter((node) => '@id' in node && !('@type' in node) && !known.has(node['@id']))
			.map((node) => `البيانات المنظّمة تشير إلى ${node['@id']} وليس فيها. ${REBUILD}`),
		...strings.flatMap((value) => {
			const target = fileOf(site, value);
			return when(
				[
					target !== undefined && !site.files.has(target),
					`في البيانات المنظّمة «${value}» وليس في الموقع. ${REBUILD}`,
				],
				[
					target === undefined &&
						(/^\.?\.?\/\S*$/.test(value) ||
							value.startsWith(`http://${new URL(site.address).host}/`)),
					`في البيانات المنظّمة رابط غير كامل: «${value}». اكتبه كاملًا بـ https://.`,
				],
			);
		}),
		...when(
			[article && !news, `ليس في البيانات المنظّمة مقال (NewsArticle). ${REBUILD}`],
			[
				Boolean(news) && news?.['headline'] !== $('h1').text(),
				`headline في البيانات المنظّمة ليس عنوان المقال. ${REBUILD}`,
			],
			[
				Boolean(news) && news?.['mainEntityOfPage'] !== address,
				`mainEntityOfPage في البيانات المنظّمة ليس رابط الصفحة. ${REBUILD}`,
			],
		),
		...told
			.filter((date) => !onPage.includes(String(date)))
			.map((date) => `في البيانات المنظّمة تاريخ ليس في الصفحة: ${date}. ${REBUILD}`),
		...exact
			.filter((date) => !said.includes(date))
			.map((date) => `تاريخ المقال ${date} ليس في البيانات المنظّمة. ${REBUILD}`),
	];
});

/**
 * Every RSS feed has a JSON Feed beside it. The list's page links both; every
 * page links the site's feed.
 */
export const feed: Law = async (site) => {
	const named = ({ $, address }: BuiltPage, type: string) =>
		$(
			`link[rel=alternate][type="application/${type}+xml"], link[rel=alternate][type="application/${type}+json"]`,
		)
			.toArray()
			.map(({ attribs }) => URL.parse(attribs['href'] ?? '', address)?.href);
	const announced = eachPage((page) =>
		when([
			named(page, 'rss')[0] !== `${site.address}rss.xml`,
			`رأس الصفحة لا يذكر الخلاصة rss.xml. ${REBUILD}`,
		]),
	);
	const folders = new Set(
		['', ...site.files]
			.filter((file) => /^$|(?:^|\/)(?:rss\.xml|feed\.json)$/.test(file))
			.map((file) => file.replace(/[^/]*$/, '')),
	);
	const read = (name: string) => readFileSync(join(site.folder, name), 'utf8');
	return [
		...(await announced(site)),
		...[...folders].flatMap((folder) => {
			const [rss, json] = [`${folder}rss.xml`, `${folder}feed.json`];
			const absent = [rss, json].filter((name) => !site.files.has(name));
			if (absent.length > 0)
				return absent.map((name) => problem(name, `لا خلاصة في الموقع. ${REBUILD}`));
			const page = site.pages.get(`${folder}index.html`);
			const items = parsedItems(read(rss));
			return [
				...when([
					!page ||
						!named(page, 'rss').includes(site.address + rss) ||
						!named(page, 'feed').includes(site.address + json),
					`صفحة الخلاصة لا تذكرها في رأسها. ${REBUILD}`,
				]).map((message) => problem(`${folder}index.html`, message)),
				...feedMessages(read(rss), site, site.address + folder).map((message) =>
					problem(rss, message),
				),
				...jsonMessages(read(json), site.address + folder, items).map((message) =>
					problem(json, message),
				),
			];
		}),
	];
};

/** The ids of a feed's items, in their order; none where it cannot be read. */
function parsedItems(xml: string): string[] {
	try {
		return (parseRssFeed(xml).items ?? []).map(({ guid }) => guid?.value ?? '');
	} catch {
		return [];
	}
}

/** JSON Feed 1.1 says the same of the same articles: https://www.jsonfeed.org/version/1.1/ */
function jsonMessages(text: string, page: string, ids: readonly string[]): string[] {
	try {
		const feed = parseJsonFeed(text);
		const items = feed.items ?? [];
		return when(
			[
				!feed.title ||
					!/^ar\b/.test(feed.language ?? '') ||
					feed.home_page_url !== page ||
					feed.feed_url !== `${page}feed.json`,
				`الخلاصة بلا عنوان أو لغة عربية، أو رابطها أو رابط صفحتها غير صحيح. ${REBUILD}`,
			],
			[
				items.map(({ id }) => id).join() !== ids.join(),
				`ليس في الخلاصة ما في rss.xml التي بجانبها. ${REBUILD}`,
			],
			[
				items.some(({ url, title, content_html: html }) => !url || !title || !html),
				`في الخلاصة مقال بلا عنوان أو رابط أو نص. ${REBUILD}`,
			],
		);
	} catch {
		return [`لا تُقرأ خلاصةً (JSON Feed 1.1). ${REBUILD}`];
	}
}

function feedMessages(xml: string, site: Site, page: string): string[] {
	try {
		const feed = parseRssFeed(xml);
		const items = feed.items ?? [];
		const guids = items.map(({ guid }) => guid?.value ?? '');
		return [
			...when(
				[
					!feed.title || !feed.description || !/^ar\b/.test(feed.language ?? ''),
					`الخلاصة بلا عنوان أو وصف أو لغة عربية. ${REBUILD}`,
				],
				[feed.link !== page, `رابط الخلاصة ليس رابط صفحتها ${page}. ${REBUILD}`],
			),
			...guids
				.filter((guid, index) => !guid || guids.indexOf(guid) !== index)
				.map((guid) => `في الخلاصة guid فارغ أو مكرر: «${guid}». ${REBUILD}`),
			...items.flatMap(({ title, link = '', content }) =>
				when(
					[!title, `في الخلاصة مقال بلا عنوان: «${link}». ${REBUILD}`],
					[
						site.pages.get(fileOf(site, link) ?? '')?.kind !== 'page',
						`رابط في الخلاصة ليس صفحة في الموقع: «${link}». ${REBUILD}`,
					],
				).concat(feedTextMessages(content?.encoded ?? '', site)),
			),
		];
	} catch {
		return [`لا تُقرأ خلاصةً (RSS 2.0). ${REBUILD}`];
	}
}

/** A text that is read outside the site: every address in it is complete. */
function feedTextMessages(html: string, site: Site): string[] {
	const $ = load(html, null, false);
	return $('[href], [src]')
		.toArray()
		.map(({ attribs }) => attribs['href'] ?? attribs['src'] ?? '')
		.flatMap((address) => {
			const file = fileOf(site, address);
			return when(
				[
					!/^(?:https?:\/\/|mailto:|tel:)/.test(address),
					`في الخلاصة رابط غير كامل: «${address}». ${REBUILD}`,
				],
				[
					file !== undefined && !site.files.has(file),
					`في الخلاصة رابط ليس في الموقع: «${address}». صحّحه في المقال.`,
				],
			);
		});
}

/** RFC 5545, §3.1: lines of 75 octets at most, ended by CRLF; §3.8.4.7: a UID of its own. */
export const calendars: Law = (site) => {
	const uids = new Map<string, string>();
	return [...site.files]
		.filter((file) => file.endsWith('.ics'))
		.flatMap((file) => {
			const text = readFileSync(join(site.folder, file), 'utf8');
			const lines = text.split('\r\n');
			const messages = when(
				[/\r(?!\n)|(?<!\r)\n/.test(text), `سطر لا ينتهي بـ CRLF. ${REBUILD}`],
				[lines.some((line) => Buffer.byteLength(line) > 75), `سطر أطول من 75 بايتًا. ${REBUILD}`],
			);
			try {
				const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
				messages.push(...when([events.length === 0, `لا حدث في الملف. ${REBUILD}`]));
				for (const event of events) {
					const uid = String(event.getFirstPropertyValue('uid') ?? '');
					const other = uids.get(uid);
					messages.push(
						...when(
							[
								!uid || other !== undefined,
								`معرّف الحدث (UID) «${uid}» فارغ أو هو نفسه في ${other}. ${REBUILD}`,
							],
							[
								!event.hasProperty('dtstart') || !event.hasProperty('summary'),
								`حدث بلا بداية أو بلا اسم. ${REBUILD}`,
							],
						),
					);
					uids.set(uid, shown(file));
				}
			} catch {
				messages.push(`لا يُقرأ ملف تقويم (iCalendar). ${REBUILD}`);
			}
			return messages.map((message) => problem(file, message));
		});
};

export const sitemap: Law = (site) => {
	const read = (file: string) => readFileSync(join(site.folder, file), 'utf8');
	const wanted = [...site.pages.values()].filter(
		({ kind, $ }) =>
			kind === 'page' && !$('meta[name=robots]').attr('content')?.includes('noindex'),
	);
	const robots = site.files.has('robots.txt') ? read('robots.txt') : '';
	// A publisher's own names what it likes. The engine's are written all the same.
	const isOwn = existsSync(join(site.folder, '../public/robots.txt'));
	const written = wanted.length > 0 ? ['sitemap-index.xml', 'news-sitemap.xml'] : [];
	const named = isOwn
		? written.map((file) => site.address + file)
		: [...robots.matchAll(/^Sitemap:\s*(\S+)/gm)].map(([, url = '']) => url);
	const problems: Problem[] = [];
	/** The pages that a sitemap lists, those of the sitemaps that it names included. */
	const listed = (url: string, by: string): string[] => {
		const file = fileOf(site, url);
		if (!file || !site.files.has(file)) {
			problems.push(problem(by, `خريطة الموقع «${url}» ليست في الموقع. ${REBUILD}`));
			return [];
		}
		const $ = load(read(file), { xml: true });
		const locations = (selector: string) =>
			$(selector)
				.toArray()
				.map((location) => $(location).text());
		return [
			...locations('url > loc'),
			...locations('sitemap > loc').flatMap((part) => listed(part, file)),
		];
	};
	/** News has a sitemap of its own beside that of the pages. */
	const isNews = (url: string) => url.endsWith('/news-sitemap.xml');
	const told = (maps: string[]) => maps.flatMap((url) => listed(url, 'robots.txt'));
	const urls = told(named.filter((url) => !isNews(url)));
	const missing = wanted.filter(({ address }) => !urls.includes(address));
	const own = new Set(wanted.map(({ address }) => address));
	return [
		...problems,
		...missing.map(({ file }) => problem(file, `الصفحة ليست في خريطة الموقع. ${REBUILD}`)),
		...[urls, told(named.filter(isNews))]
			.flatMap((all) => all.filter((url, index) => !own.has(url) || all.indexOf(url) !== index))
			.map((url) =>
				problem('robots.txt', `خريطة الموقع تذكر «${url}» وليس صفحة، أو تكرّره. ${REBUILD}`),
			),
	];
};
