import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, inject, test } from 'vitest';
import { pagesOf, textOf } from './pages.ts';

const words = (text: string) => text.replace(/\s+/g, ' ').trim();
const read = (folder: string) => {
	const xml = readFileSync(`${folder}/rss.xml`, 'utf8');
	return { xml, feed: parseRssFeed(xml), $: load(xml, { xml: true }) };
};

/** Who put an article into words, and who reported it first; of a month, the date as exact as it is. */
const TOLD = (name: string) => ({
	'opinion-reading': { creators: ['رُبى السعيد', 'كريم نصّار'], sources: ['المنارة'] },
	'school-year': { creators: [name], sources: ['وكالة الجسر للأنباء'] },
	'libraries-forum-tunis-2024': { creators: [name], sources: ['البلد'], dates: ['2024-05'] },
});
const NAMES = { almanara: 'المنارة', sada: 'صدى الدلتا الأسبوعي' };
/** The articles, the latest first: slug, date in the feed, date in the sitemap. A month has none. */
const ARTICLES: [string, string | undefined, string][] = [
	['school-year', 'Sun, 24 Aug 2025 12:00:00 GMT', '2025-08-24'],
	['photo-harbour', 'Sat, 14 Jun 2025 12:00:00 GMT', '2025-06-14'],
	['opinion-reading', 'Wed, 23 Apr 2025 12:00:00 GMT', '2025-04-25T07:00:00.000Z'],
	['ai-models', 'Wed, 12 Mar 2025 12:00:00 GMT', '2025-03-14'],
	['poet-interview', 'Tue, 11 Feb 2025 12:00:00 GMT', '2025-02-11'],
	['evening-lecture', 'Mon, 10 Feb 2025 09:15:00 GMT', '2025-02-10T17:05:00.000Z'],
	['budget-and-projects', 'Mon, 06 Jan 2025 06:30:00 GMT', '2025-01-06T06:30:00.000Z'],
	['street-lights', 'Sun, 05 Jan 2025 12:00:00 GMT', '2025-01-05'],
	['music-night', 'Sat, 21 Dec 2024 12:00:00 GMT', '2024-12-27T07:00:00.000Z'],
	['spring-fair', 'Wed, 18 Dec 2024 12:00:00 GMT', '2024-12-20'],
	['film-days', 'Mon, 02 Dec 2024 12:00:00 GMT', '2024-12-02'],
	['water-dialogue', 'Thu, 28 Nov 2024 05:00:00 GMT', '2024-12-01T11:30:00.000Z'],
	['world-health-summit', 'Sun, 24 Nov 2024 12:00:00 GMT', '2024-11-24'],
	['book-fair', 'Wed, 11 Sep 2024 12:00:00 GMT', '2024-09-11'],
	['libraries-forum-tunis-2024', undefined, ''],
	['craft-market', 'Sat, 09 Mar 2024 12:00:00 GMT', '2024-03-09'],
	['council-count', 'Wed, 06 Mar 2024 16:30:00 GMT', '2024-03-06T21:20:00.000Z'],
	['nurses-statement', 'Mon, 04 Mar 2024 12:00:00 GMT', '2024-03-04'],
	['archives-conference', 'Sat, 02 Mar 2024 12:00:00 GMT', '2024-03-02'],
	['readers-awards', 'Sun, 18 Feb 2024 12:00:00 GMT', '2024-02-18'],
	['last-typesetter', 'Fri, 02 Feb 2024 12:00:00 GMT', '2024-02-02'],
];

/** The lists of the tests' articles. */
const TOPICS =
	'culture economy education environment health libraries local pictures science technology'
		.split(' ')
		.map((topic) => `topics/${topic}`);
const MONTHS =
	'2024/02 2024/03 2024/05 2024/09 2024/11 2024/12 2025/01 2025/02 2025/03 2025/04 2025/06 2025/08'
		.split(' ')
		.map((month) => `archive/${month}`);

describe.each(inject('sites'))('the feed at $address', ({ paper, folder, address, base }) => {
	const { xml, feed, $ } = read(folder);
	const items = feed.items ?? [];
	const pages = pagesOf(folder);

	test('is of the site, in Arabic, and knows its own address', () => {
		expect(feed).toMatchObject({ title: NAMES[paper], link: address, language: 'ar' });
		expect(feed.description).toMatch(/^\p{Script=Arabic}/u);
		expect(feed.atom?.links).toEqual([
			{ href: `${address}rss.xml`, rel: 'self', type: 'application/rss+xml' },
		]);
	});

	test('has every article once by its permalink, the latest first, nothing that is a draft, to come or withdrawn', () => {
		expect(items.map(({ link, pubDate }) => [link, pubDate])).toEqual(
			ARTICLES.map(([slug, date]) => [`${address}articles/${slug}/`, date]),
		);
		for (const { link, guid } of items)
			expect(guid).toEqual(
				link === `${address}articles/street-lights/`
					? { value: `${address}articles/new-lamps/`, isPermaLink: false }
					: { value: link, isPermaLink: true },
			);
	});

	test.each(items)(
		'$title: says what its page says, whole',
		({ title, link = '', description, content, dc, categories }) => {
			const page = pages.get(`${link.slice(address.length)}index.html`)!;
			expect(title?.replace(/^\u200F/, '')).toBe(page('h1').text());
			const $ = load(content?.encoded ?? '', null, false);
			const label = page('article > header .note b').text();
			const sentence = description?.replace(/^\u200F/, '');
			expect(sentence?.startsWith(label)).toBe(true);
			expect(textOf(page, 'article > header')).toContain(
				label ? sentence?.slice(`${label}. `.length) : sentence,
			);
			expect(words($.root().text())).toContain(textOf(page, 'article > header .note'));
			for (const name of [...(dc?.creators ?? []), ...(dc?.sources ?? [])])
				expect(textOf(page, 'article.story')).toContain(name);
			expect(page('body > header').text()).toContain(categories?.[0]?.name);
			const paragraphs = page('.story-text > p, .story-text section > p').not('.noprint').toArray();
			expect(paragraphs.length).toBeGreaterThan(0);
			for (const paragraph of paragraphs)
				expect(words($.root().text())).toContain(words(page(paragraph).text()));
			expect(words($.root().text())).toContain(words(page('.credit').text()));
			expect(
				$('h2')
					.toArray()
					.map((heading) => $(heading).text()),
			).toEqual(
				page('article.story h2')
					.toArray()
					.map((heading) => page(heading).text()),
			);
		},
	);

	test.each(items)(
		'$title: its text needs nothing of the page and reads from the right',
		({ content }) => {
			const $ = load(content?.encoded ?? '', null, false);
			expect(
				$.root()
					.children()
					.toArray()
					.map(({ attribs }) => attribs),
			).toEqual([{ lang: 'ar', dir: 'rtl' }]);
			expect($('script, style, svg, nav, button, form, iframe, [hidden]')).toHaveLength(0);
			const attributes = $('*')
				.toArray()
				.flatMap((element) => Object.keys($(element).attr() ?? {}));
			expect(
				attributes.filter((name) => /^(?:class|id|style|on.*|data-.*|aria-.*|srcset)$/.test(name)),
			).toEqual([]);
			for (const link of $('a').toArray())
				expect(words($(link).text() + $(link).find('img').attr('alt')), $.html(link)).toMatch(
					/[\p{L}\p{N}]/u,
				);
		},
	);

	test('is plain RSS 2.0: what is required is there, and nothing twice', () => {
		expect(xml).toMatch(
			/^<\?xml version="1\.0" encoding="UTF-8"\?><\?xml-stylesheet type="text\/css" href="\/(?:news\/)?feed\.css"\?><rss version="2\.0"/,
		);
		expect($('rss > channel')).toHaveLength(1);
		for (const name of ['title', 'link', 'description', 'language'])
			expect($(`channel > ${name}`), name).toHaveLength(1);
		for (const item of $('item').toArray())
			for (const name of ['title', 'link', 'guid', 'description', 'content\\:encoded'])
				expect($(item).children(name), name).toHaveLength(1);
	});

	test('a moment of the last change is only told where it is known', () => {
		expect($('lastBuildDate, channel > pubDate')).toHaveLength(0);
		const changes = items.flatMap(({ link = '', atom }) =>
			atom?.updated ? [[link.slice(`${address}articles/`.length, -1), atom.updated]] : [],
		);
		expect(changes).toEqual([
			['opinion-reading', '2025-04-25T07:00:00.000Z'],
			['ai-models', '2025-03-14T12:00:00.000Z'],
			['evening-lecture', '2025-02-10T17:05:00.000Z'],
			['music-night', '2024-12-27T07:00:00.000Z'],
			['spring-fair', '2024-12-20T12:00:00.000Z'],
			['water-dialogue', '2024-12-01T11:30:00.000Z'],
			['council-count', '2024-03-06T21:20:00.000Z'],
		]);
	});

	test('is the same as JSON Feed 1.1', () => {
		const text = readFileSync(`${folder}/feed.json`, 'utf8');
		const json = parseJsonFeed(text);
		expect(JSON.parse(text).version).toBe('https://jsonfeed.org/version/1.1');
		expect(json).toMatchObject({
			title: NAMES[paper],
			home_page_url: address,
			feed_url: `${address}feed.json`,
			language: 'ar',
		});
		expect(json.hubs).toBeUndefined();
		const told = (json.items ?? []).map((item) => [
			item.id,
			item.url,
			item.title,
			item.summary,
			item.content_html,
			item.tags,
			item.authors?.map(({ name }) => name),
		]);
		expect(told).toEqual(
			items.map(({ guid, link, title, description, content, categories, dc }) => [
				guid?.value,
				link,
				title,
				description,
				content?.encoded,
				categories?.map(({ name }) => name),
				dc?.creators,
			]),
		);
		const [school, harbour, opinion] = JSON.parse(text).items;
		expect(school).toMatchObject({ date_published: '2025-08-24T12:00:00.000Z' });
		expect(school.date_modified).toBeUndefined();
		expect(harbour.image).toBe(`${address}images/photo-harbour/photo-16x9.jpg`);
		expect(opinion).toMatchObject({
			date_published: '2025-04-23T12:00:00.000Z',
			date_modified: '2025-04-25T07:00:00.000Z',
		});
		expect(opinion.authors[0]).toEqual({
			name: 'رُبى السعيد',
			url: `${address}people/ruba-alsaid/`,
		});
		const month = JSON.parse(text).items.find(({ url }: { url: string }) => url.includes('tunis'));
		expect(month.date_published).toBeUndefined();
	});

	test('whoever writes has feeds of what they wrote', () => {
		const own = parseRssFeed(readFileSync(`${folder}/people/ruba-alsaid/rss.xml`, 'utf8'));
		expect(own).toMatchObject({
			title: `رُبى السعيد · ${NAMES[paper]}`,
			link: `${address}people/ruba-alsaid/`,
		});
		expect(own.items).toEqual(items.filter(({ link }) => link?.endsWith('/opinion-reading/')));
	});

	const content = (slug: string) =>
		load(items.find(({ link }) => link?.endsWith(`/${slug}/`))?.content?.encoded ?? '');

	test.each([
		['music-night', 'أُلغي الحدث', /^أُلغي الحدث\s+كان موعده/],
		['spring-fair', 'أُجِّل الحدث', /^أُجِّل الحدث\s+كان موعده .+، ولم يُحدَّد له موعد جديد\./],
		['water-dialogue', 'انتقل الحدث إلى الإنترنت', /^انتقل الحدث إلى الإنترنت\s+كان موعده/],
	])('%s says first what became of its event', (slug, label, begins) => {
		const { description } = items.find(({ link }) => link?.endsWith(`/${slug}/`)) ?? {};
		expect(description?.startsWith(`${label}. `)).toBe(true);
		expect(words(content(slug)('body').text())).toMatch(begins);
	});

	test('links follow the base, footnotes lead to the page', () =>
		expect(
			content('opinion-reading')('a')
				.toArray()
				.map(({ attribs }) => attribs['href']),
		).toEqual(
			expect.arrayContaining([
				`${address}articles/book-fair/`,
				`${address}articles/opinion-reading/#user-content-fn-homes`,
			]),
		));

	test('its pictures have their words and their size', () =>
		expect(
			content('photo-harbour')('img')
				.toArray()
				.map(({ attribs: { src, alt, width, height } }) => [
					src?.replace(address, '').replace(/(?<=^_astro\/).*(?=\.)/, ''),
					alt,
					width,
					height,
				]),
		).toEqual([
			[
				'images/photo-harbour/photo-16x9.jpg',
				'صيّاد يجمع شباكه على رصيف خشبي، وخلفه بحر ساكن',
				'1200',
				'675',
			],
			['_astro/.jpg', 'مرفأ صغير تدخله قوارب صيد، وخلفه جبال في ضوء أزرق', '1120', '747'],
			['_astro/.jpg', 'أربعة قوارب خشبية، بيضاء وزرقاء، مربوطة إلى الرصيف', '1000', '750'],
		]));

	test.each(Object.entries(TOLD(NAMES[paper])))(
		'%s: authors, source and month are those of the page and of its structured data',
		(slug, told) => {
			const { dc, content } = items.find(({ link }) => link?.endsWith(`/${slug}/`)) ?? {};
			expect(dc).toEqual(told);
			const $ = pages.get(`articles/${slug}/index.html`)!;
			const data = JSON.parse($('script[type="application/ld+json"]').text())['@graph'][0];
			expect([data.author].flat().map(({ name }) => name)).toEqual(told.creators);
			// The own report of a paper has no `isBasedOn` and no line about a source.
			const [other] = told.sources.filter((name) => name !== NAMES[paper]);
			const line = other && `المصدر: «${other}».`;
			expect(data.isBasedOn?.publisher.name).toBe(other);
			expect(data.creditText).toBe(line);
			expect(/المصدر: «[^»]*»\./.exec(load(content?.encoded ?? '').text())?.[0]).toBe(line);
		},
	);

	test('titles and sentences that Latin letters begin run from the right', () => {
		const latin = items.find(({ link }) => link?.endsWith('/ai-models/'));
		expect(latin?.title).toBe(`\u200F${textOf(pages.get('articles/ai-models/index.html')!, 'h1')}`);
		for (const { title = '', description = '' } of items)
			for (const text of [title, description])
				expect(text).toMatch(/^[^\p{L}]*[\p{Script=Arabic}\u200F]/u);
	});
	test('a gallery is plain figures there, and what is said of all of them', () => {
		const $ = content('budget-and-projects');
		expect($('figure figure')).toHaveLength(0);
		expect(
			$('figure:has(a)')
				.toArray()
				.map((figure) => [
					$(figure).find('a').attr('href')?.startsWith(`${address}_astro/`),
					$(figure).find('a > img').attr('alt'),
					$(figure).find('figcaption').text(),
				]),
		).toEqual([
			[true, 'رصيف ميناء يعمل فيه عمّال', ''],
			[true, 'برج مراقبة أبيض', ''],
			[true, 'حافلات خضراء في ساحة', 'الحافلات الجديدة – تصوير: سامر علي'],
		]);
		expect($('figure:has(a) + p').text()).toBe(
			'من مشروعات السنة الجديدة – تصوير: وكالة الجسر للأنباء',
		);
	});

	test('the sitemap tells the last change where a whole date is known', () => {
		const $ = load(readFileSync(`${folder}/sitemap-0.xml`, 'utf8'), { xml: true });
		const changes = $('url')
			.toArray()
			.map((url) => {
				const change = $('lastmod', url).text();
				return [
					$('loc', url).text().replace(address, base),
					change.length > 10 ? new Date(change).toISOString() : change,
				];
			});
		expect(Object.fromEntries(changes)).toEqual({
			[base]: '',
			[`${base}about/`]: '',
			[`${base}search/`]: '',
			[`${base}people/ruba-alsaid/`]: '',
			[`${base}privacy/`]: '',
			[`${base}archive/`]: '',
			...Object.fromEntries([...TOPICS, ...MONTHS].map((path) => [`${base}${path}/`, ''])),
			...Object.fromEntries(
				ARTICLES.map(([slug, , change]) => [`${base}articles/${slug}/`, change]),
			),
		});
	});
});
