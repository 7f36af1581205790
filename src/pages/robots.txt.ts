import type { APIRoute } from 'astro';
import { absolute } from '../address/urls.ts';
import { site } from '../site.ts';

/** Everything may be read, or nothing of a site for trying. Robots look for it at the root of a host only: under a base path the host's own should name the sitemap. */
export const GET: APIRoute = () =>
	new Response(
		site.noindex
			? 'User-agent: *\nDisallow: /\n'
			: `User-agent: *\nAllow: /\n\nSitemap: ${absolute('/sitemap-index.xml')}\n`,
	);
