import type { APIRoute, GetStaticPaths } from 'astro';
import { articlePath, imagePath, pagePath, searchPath } from '../address/urls.ts';
import { articles } from '../article/articles.ts';
import { listPaths } from '../article/lists.ts';
import { pages } from '../article/pages.ts';
import { sitemap, sitemapIndex } from '../sharing/sitemap.ts';

export const getStaticPaths = (() =>
	['index', '0'].map((part) => ({ params: { part } }))) satisfies GetStaticPaths;

/** `/sitemap-index.xml` and `/sitemap-0.xml`: every page that has an address of its own. */
export const GET: APIRoute = async ({ params: { part } }) => {
	const headers = { 'content-type': 'application/xml' };
	if (part === 'index') return new Response(sitemapIndex(), { headers });
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
	return new Response(sitemap([{ path: '/' }, ...own, ...stories]), { headers });
};
