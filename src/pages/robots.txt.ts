import type { APIRoute } from 'astro';
import { absolute } from '../address/urls.ts';
import { site } from '../site.ts';

/** Allows everything; of a staging site, nothing. Robots read it at the root of a host only: under a base path the host's own file should name the sitemaps. */
export const GET: APIRoute = () =>
	new Response(
		site.noindex
			? 'User-agent: *\nDisallow: /\n'
			: `User-agent: *\nAllow: /\n\n${['sitemap-index', 'news-sitemap'].map((name) => `Sitemap: ${absolute(`/${name}.xml`)}\n`).join('')}`,
	);
