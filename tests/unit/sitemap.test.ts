import { describe, expect, test, vi } from 'vitest';
import { newsSitemap, sitemap, sitemapIndex, sitemapParts } from '../../src/sharing/sitemap.ts';

test.each([
	['no date', undefined, ''],
	['a month is not told', '2015-06', ''],
	['a day stays a day', '2015-06-23', '<lastmod>2015-06-23</lastmod>'],
	[
		'a moment keeps its offset',
		'2015-06-23T09:00:00-05:00',
		'<lastmod>2015-06-23T09:00:00-05:00</lastmod>',
	],
	[
		'a moment without seconds gets them',
		'2015-06-23T09:00+05:45',
		'<lastmod>2015-06-23T09:00:00+05:45</lastmod>',
	],
])('a page of the sitemap: %s', (_name, changed, lastmod) => {
	expect(sitemap([{ path: '/a/', ...(changed && { changed }) }])).toContain(
		`<url><loc>https://almanara.example/news/a/</loc>${lastmod}</url>`,
	);
});

test('a sitemap of more than 10,000 pages is in parts, which the index names', () => {
	const pages = Array.from({ length: 20_001 }, (_, page) => ({ path: `/${page}/` }));
	expect(sitemapParts(pages).map((part) => [part.length, part[0]?.path])).toEqual([
		[10_000, '/0/'],
		[10_000, '/10000/'],
		[1, '/20000/'],
	]);
	expect(sitemapParts([])).toEqual([[]]);
	expect(sitemapIndex(2).match(/(?<=<loc>).*?(?=<)/g)).toEqual([
		'https://almanara.example/news/sitemap-0.xml',
		'https://almanara.example/news/sitemap-1.xml',
	]);
});

describe('news of the last two days, at noon in Amman on 25 June 2015', () => {
	test.each([
		['this morning', '2015-06-25T09:00:00+03:00', '2015-06-25T09:00:00+03:00'],
		['this morning, to the minute', '2015-06-25T06:00Z', '2015-06-25T06:00:00Z'],
		['today', '2015-06-25', '2015-06-25'],
		['a minute less than two days ago', '2015-06-23T12:01:00+03:00', '2015-06-23T12:01:00+03:00'],
		['two days ago', '2015-06-23T12:00:00+03:00', undefined],
		['the day before yesterday began earlier', '2015-06-23', undefined],
		['a month has no day, though it began yesterday', '2015-06', undefined, '2015-06-02'],
	])('%s', (_name, published, told, today = '2015-06-25') => {
		vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse(`${today}T12:00:00+03:00`) / 1000));
		const xml = newsSitemap([{ slug: 'a', headline: 'سوق «أ» & ب', published }]);
		expect(/<news:publication_date>(.*?)</.exec(xml)?.[1]).toBe(told);
		if (told)
			expect(xml).toContain(
				`<url><loc>https://almanara.example/news/articles/a/</loc><news:news><news:publication><news:name>المنارة</news:name><news:language>ar</news:language></news:publication><news:publication_date>${told}</news:publication_date><news:title>سوق «أ» &amp; ب</news:title></news:news></url>`,
			);
		else expect(xml).toMatch(/<urlset [^>]*><\/urlset>$/);
	});
});
