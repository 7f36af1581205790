/** The sitemap: https://www.sitemaps.org/protocol.html */
import { absolute } from '../address/urls.ts';
import { precision } from '../article/dates.ts';

/** A page by its path, with the date of its last change where it is known: `2015-06`, a day, a moment. */
export interface SitemapPage {
	path: string;
	changed?: string | undefined;
	/** The photograph that leads it, by its path. */
	image?: string | undefined;
}

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps */
const IMAGES = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The index that robots.txt names. It has one part: a part holds 50,000 addresses. */
export const sitemapIndex = (): string =>
	`${HEAD}<sitemapindex ${NAMESPACE}><sitemap><loc>${absolute('/sitemap-0.xml')}</loc></sitemap></sitemapindex>`;

/** The pages. A day stays a day; a month is left out, for readers take it for its first day. */
export function sitemap(pages: readonly SitemapPage[]): string {
	const urls = pages.map(({ path, changed, image }) => {
		const known = changed && precision(changed) !== 'month';
		const facts = [
			`<loc>${absolute(path)}</loc>`,
			known ? `<lastmod>${changed}</lastmod>` : '',
			image ? `<image:image><image:loc>${absolute(image)}</image:loc></image:image>` : '',
		];
		return `<url>${facts.join('')}</url>`;
	});
	return `${HEAD}<urlset ${NAMESPACE} ${IMAGES}>${urls.join('')}</urlset>`;
}
