import { existsSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { parseRssFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../browser/chromium.ts';
import { copyProject, type Project } from '../project.ts';
import { pagesOf, textOf } from './pages.ts';

const words = (text: string) => text.replace(/\s+/g, ' ').trim();
const read = (folder: string) => {
	const xml = readFileSync(`${folder}/rss.xml`, 'utf8');
	return { xml, feed: parseRssFeed(xml), $: load(xml, { xml: true }) };
};

describe.each(inject('sites'))('the feed at $address', ({ folder, address }) => {
	const { xml, feed, $ } = read(folder);
	const items = feed.items ?? [];
	const pages = pagesOf(folder);

	test('is of the site, in Arabic, and knows its own address', () => {
		expect(feed).toMatchObject({ title: 'خبر', link: address, language: 'ar' });
		expect(feed.description).toMatch(/^\p{Script=Arabic}/u);
		expect(feed.atom?.links).toEqual([
			{ href: `${address}rss.xml`, rel: 'self', type: 'application/rss+xml' },
		]);
	});

	test('is announced in the head of every page', () => {
		for (const [file, $] of pages)
			expect($('link[rel=alternate][type="application/rss+xml"]').attr('href'), file).toBe(
				new URL(`${address}rss.xml`).pathname,
			);
	});

	test('has every article once, by its permalink', () => {
		const permalinks = [...pages]
			.filter(([file]) => file.startsWith('articles/'))
			.map(([, $]) => $('link[rel=canonical]').attr('href'));
		expect(items.map(({ link }) => link).sort()).toEqual(permalinks.sort());
		for (const { link, guid } of items) expect(guid).toEqual({ value: link, isPermaLink: true });
	});

	test.each(items)(
		'$title: says what its page says, whole',
		({ title, link = '', description, content, dc, categories }) => {
			const page = pages.get(`${link.slice(address.length)}index.html`)!;
			expect(title).toBe(page('h1').text());
			expect(textOf(page, 'article > header')).toContain(description);
			expect(textOf(page, 'article > header')).toContain(dc?.creators?.[0]);
			expect(page('body > header').text()).toContain(categories?.[0]?.name);
			const $ = load(content?.encoded ?? '', null, false);
			for (const paragraph of page('section > p').not('.screen-only').toArray())
				expect(words($.root().text())).toContain(words(page(paragraph).text()));
			expect(words($.root().text())).toContain(words(page('article footer p').first().text()));
			expect(
				$('h2')
					.toArray()
					.map((heading) => $(heading).text()),
			).toEqual(
				page('article section h2')
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
				expect(words($(link).text()), $.html(link)).toMatch(/[\p{L}\p{N}]/u);
		},
	);

	test.each(items)(
		'$title: its links and pictures are complete and lead somewhere',
		({ content }) => {
			const $ = load(content?.encoded ?? '', null, false);
			const addresses = $('[href], [src]')
				.toArray()
				.map(({ attribs }) => attribs['href'] ?? attribs['src'] ?? '');
			expect(addresses.length).toBeGreaterThan(0);
			for (const one of addresses) {
				expect(one).toMatch(/^(?:https:\/\/|mailto:|tel:)/);
				if (one.startsWith(address))
					expect(
						existsSync(
							`${folder}/${one
								.slice(address.length)
								.replace(/#.*$/, '')
								.replace(/(^|\/)$/, '$1index.html')}`,
						),
						one,
					).toBe(true);
			}
			for (const picture of $('img').toArray())
				expect($(picture).attr('alt')).toMatch(/\p{Script=Arabic}/u);
		},
	);

	test('is plain RSS 2.0: what is required is there, and nothing twice', () => {
		expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?><rss version="2\.0"/);
		expect($('rss > channel')).toHaveLength(1);
		for (const name of ['title', 'link', 'description', 'language'])
			expect($(`channel > ${name}`), name).toHaveLength(1);
		for (const item of $('item').toArray())
			for (const name of ['title', 'link', 'guid', 'description', 'content\\:encoded'])
				expect($(item).children(name), name).toHaveLength(1);
	});

	test('a month gets no day', () => {
		expect($('item > pubDate')).toHaveLength(0);
		expect($('lastBuildDate, channel > pubDate')).toHaveLength(0);
	});
});

describe('a feed of other articles', () => {
	let project: Project;
	const good = readFileSync(
		new URL('../../content/articles/oman-un-public-service-forum-2015.mdx', import.meta.url),
		'utf8',
	);
	const HOSTILE = 'عنوان فيه ]]> و</title> و<b> و100% و&lt;b&gt; R&D 🎉';
	const plain = good.replace(
		/^event:[\s\S]*?^---\n[\s\S]*$/m,
		'---\n\nنص فيه ]]\\> و\\<b> و[رابط](/about/)، وهامش[^1].\n\n![مبنى الوزارة](./photo.png)\n\n[^1]: هامش المقال.\n',
	);
	const headline = (text: string, words: string) =>
		text.replace(/^headline: .*/m, () => `headline: ${JSON.stringify(words)}`);

	beforeAll(async () => {
		project = await copyProject({
			'content/articles/hostile.mdx': headline(plain, HOSTILE).replace(
				'published: 2015-06',
				'authors: [سالم & R&amp;D, مريم]\npublished: 2015-06-20T09:00:00+04:00',
			),
			'content/articles/a-day.mdx': plain.replace('published: 2015-06', 'published: 2015-06-20'),
			'content/articles/draft.mdx': plain.replace(
				'published: 2015-06',
				'draft: true\npublished: 2015-06-21',
			),
			'content/articles/updated.mdx': plain.replace(
				'published: 2015-06',
				'published: 2015-05-01\nupdated: 2015-05-03T10:00:00+04:00',
			),
		});
		const { default: sharp } = await import('sharp');
		await sharp({ create: { width: 64, height: 48, channels: 3, background: '#0a4d7d' } })
			.png()
			.toFile(`${project.folder}/content/articles/photo.png`);
		const { code, output } = await project.build('https://example.org/news/');
		if (code !== 0) throw new Error(output);
	});
	afterAll(() => project.remove());

	const item = (slug: string) => {
		const { feed } = read(`${project.folder}/dist`);
		const found = feed.items?.find(({ link }) => link?.endsWith(`/${slug}/`));
		if (!found) throw new Error(`${slug} is not in the feed`);
		return found;
	};

	test('has the latest first and no drafts', () => {
		const { feed } = read(`${project.folder}/dist`);
		expect(feed.items?.map(({ link }) => link?.split('/').at(-2))).toEqual([
			'hostile',
			'a-day',
			'oman-un-public-service-forum-2015',
			'updated',
		]);
	});

	test.each([
		['hostile', 'Sat, 20 Jun 2015 05:00:00 GMT'],
		['a-day', 'Sat, 20 Jun 2015 12:00:00 GMT'],
		['oman-un-public-service-forum-2015', undefined],
	])('%s is dated %s', (slug, expected) => expect(item(slug).pubDate).toBe(expected));

	test('hostile words come through whole', () => {
		expect(item('hostile').title).toBe(HOSTILE);
		expect(item('hostile').dc?.creators).toEqual(['سالم & R&amp;D', 'مريم']);
		expect(item('hostile').title).not.toMatch(/\p{Cc}/u);
		expect(load(item('hostile').content?.encoded ?? '').text()).toContain('نص فيه ]]> و<b> ورابط');
	});

	test('a strict reader of XML takes it, and the sitemaps', async () => {
		const browser = await launch();
		const page = await browser.newPage();
		for (const file of ['rss.xml', 'sitemap-index.xml', 'sitemap-0.xml']) {
			const fault = await page.evaluate(
				(xml) =>
					new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')
						?.textContent,
				readFileSync(`${project.folder}/dist/${file}`, 'utf8'),
			);
			expect(fault, file).toBeUndefined();
		}
		await browser.close();
	});

	test('links follow the base, footnotes lead to the page, pictures are there', () => {
		const $ = load(item('hostile').content?.encoded ?? '');
		expect(
			$('a')
				.toArray()
				.map(({ attribs }) => attribs['href']),
		).toEqual(
			expect.arrayContaining([
				'https://example.org/news/about/',
				'https://example.org/news/articles/hostile/#user-content-fn-1',
			]),
		);
		const picture = $('img').attr() ?? {};
		expect(picture).toMatchObject({ alt: 'مبنى الوزارة', width: '64', height: '48' });
		expect(
			existsSync(
				`${project.folder}/dist/${picture['src']?.slice('https://example.org/news/'.length)}`,
			),
		).toBe(true);
	});

	test('the sitemap tells the last change where a whole date is known', () => {
		const $ = load(readFileSync(`${project.folder}/dist/sitemap-0.xml`, 'utf8'), { xml: true });
		const changes = $('url')
			.toArray()
			.map((url) => [$('loc', url).text().split('/news/')[1], $('lastmod', url).text()]);
		expect(Object.fromEntries(changes)).toEqual({
			'': '',
			'about/': '',
			'articles/oman-un-public-service-forum-2015/': '',
			'articles/hostile/': '2015-06-20T09:00:00+04:00',
			'articles/a-day/': '2015-06-20',
			'articles/updated/': '2015-05-03T10:00:00+04:00',
		});
	});
});
