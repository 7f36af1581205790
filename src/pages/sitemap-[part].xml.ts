import type { APIRoute } from 'astro';
import { articlePath, imagePath, pagePath, searchPath } from '../address/urls.ts';
import { articles } from '../article/articles.ts';
import { listPaths } from '../article/lists.ts';
import { pages } from '../article/pages.ts';
import { type SitemapPage, sitemap, sitemapIndex, sitemapParts } from '../sharing/sitemap.ts';

/** `/sitemap-index.xml`, and its parts: `/sitemap-0.xml` … */
export const getStaticPaths = async () => {
	const parts = sitemapParts(await everyPage());
	return [
		{ params: { part: 'index' }, props: { text: sitemapIndex(parts.length) } },
		...parts.map((pages, part) => ({
			params: { part: String(part) },
			props: { text: sitemap(pages) },
		})),
	];
};

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) =>
	new Response(text, { headers: { 'content-type': 'application/xml' } });

/** Every page that has an address of its own. */
async function everyPage(): Promise<SitemapPage[]> {
	const own = [
		searchPath(),
		...(await pages()).map(({ slug }) => pagePath(slug)),
		...(await listPaths()),
	].map((path) => ({ path }));
	const stories = (await articles()).map(({ slug, picture, published, updated = published }) => ({
		path: articlePath(slug),
		changed: updated,
		...(picture && { image: imagePath('photo-16x9', slug) }),
	}));
	return [{ path: '/' }, ...own, ...stories];
}
