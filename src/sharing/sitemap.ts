/** The sitemaps: https://www.sitemaps.org/protocol.html */
import { absolute, articlePath } from '../address/urls.ts';
import { DAY, hasDay, now, publicationOf } from '../article/dates.ts';
import type { ArticleData } from '../article/schema.ts';
import { escapeHtml } from '../article/text.ts';
import { site } from '../site.ts';

/**
 * A page by its path, with the date of its last change where it is known: `2015-06`, a day, a
 * moment.
 */
export interface SitemapPage {
	path: string;
	changed?: string | undefined;
	/** The photograph that leads it, by its path. */
	image?: string | undefined;
}

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps */
const IMAGES = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"';
/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
const NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** So many pages are in a part: the protocol allows 50,000, or 50 MB. */
const PART = 10_000;
/** What search engines call news, in ms. */
const TWO_DAYS = 2 * DAY;

/**
 * A date with its seconds where it has a time: the protocol's schema takes `xsd:dateTime`, which
 * wants them.
 */
const exact = (date: string) => date.replace(/(T\d\d:\d\d)(?!:)/, '$1:00');

/** The sitemap in parts. There is always one. */
export function sitemapParts(pages: readonly SitemapPage[]): SitemapPage[][] {
	const count = Math.max(1, Math.ceil(pages.length / PART));
	return Array.from({ length: count }, (_, part) => pages.slice(part * PART, (part + 1) * PART));
}

/** The index that robots.txt names, of so many parts. */
export function sitemapIndex(count: number): string {
	const parts = Array.from(
		{ length: count },
		(_, part) => `<sitemap><loc>${absolute(`/sitemap-${part}.xml`)}</loc></sitemap>`,
	);
	return `${HEAD}<sitemapindex ${NAMESPACE}>${parts.join('')}</sitemapindex>`;
}

/**
 * The pages of a part. A day stays a day; a month is left out, for readers take it for its first
 * day.
 */
export function sitemap(pages: readonly SitemapPage[]): string {
	const urls = pages.map(({ path, changed, image }) => {
		const known = changed && hasDay(changed);
		const facts = [
			`<loc>${absolute(path)}</loc>`,
			known ? `<lastmod>${exact(changed)}</lastmod>` : '',
			image ? `<image:image><image:loc>${absolute(image)}</image:loc></image:image>` : '',
		];
		return `<url>${facts.join('')}</url>`;
	});
	return `${HEAD}<urlset ${NAMESPACE} ${IMAGES}>${urls.join('')}</urlset>`;
}

/**
 * The articles of the last two days before the build, by its clock, with their dates as exact as
 * they are known: a day or a moment. Search engines take an empty one.
 */
export function newsSitemap(
	articles: readonly (Pick<ArticleData, 'headline' | 'published'> & { slug: string })[],
): string {
	const latest = articles.filter(
		(article) => hasDay(article.published) && publicationOf(article) > now() - TWO_DAYS,
	);
	const publication = `<news:publication><news:name>${escapeHtml(site.name)}</news:name><news:language>${site.language}</news:language></news:publication>`;
	const urls = latest.map(
		({ slug, headline, published }) =>
			`<url><loc>${absolute(articlePath(slug))}</loc><news:news>${publication}<news:publication_date>${exact(published)}</news:publication_date><news:title>${escapeHtml(headline)}</news:title></news:news></url>`,
	);
	return `${HEAD}<urlset ${NAMESPACE} ${NEWS}>${urls.join('')}</urlset>`;
}
