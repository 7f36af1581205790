import type { APIRoute } from 'astro';
import { absolute } from '../address/urls.ts';
import { site } from '../site.ts';

/**
 * Allows everything. A staging site names no sitemaps, and its pages say `noindex`: a robot that
 * may not read a page does not see that, and messengers would show no previews. Robots read it at
 * the root of a host only: under a base path the host's own file should name the sitemaps.
 */
export const GET: APIRoute = () =>
	new Response(
		site.noindex
			? 'User-agent: *\nAllow: /\n'
			: `User-agent: *\nAllow: /\n\n${['sitemap-index', 'news-sitemap'].map((name) => `Sitemap: ${absolute(`/${name}.xml`)}\n`).join('')}`,
	);
