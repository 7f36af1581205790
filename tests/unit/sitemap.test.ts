import { expect, test } from 'vitest';
import { sitemap, sitemapIndex } from '../../src/sharing/sitemap.ts';

test.each([
	['no date', undefined, ''],
	['a month is not told', '2015-06', ''],
	['a day stays a day', '2015-06-23', '<lastmod>2015-06-23</lastmod>'],
	[
		'a moment keeps its offset',
		'2015-06-23T09:00:00-05:00',
		'<lastmod>2015-06-23T09:00:00-05:00</lastmod>',
	],
])('a page of the sitemap: %s', (_name, changed, lastmod) => {
	expect(sitemap([{ path: '/a/', ...(changed && { changed }) }])).toContain(
		`<url><loc>https://almanara.example/news/a/</loc>${lastmod}</url>`,
	);
});

test('the index leads to the one part', () =>
	expect(sitemapIndex()).toContain('<loc>https://almanara.example/news/sitemap-0.xml</loc>'));
