import type { APIRoute } from 'astro';
import { absolute } from '../address/urls.ts';

/** Everything may be read. Robots look for it at the root of a host only: under a base path the host's own should name the sitemap. */
export const GET: APIRoute = () =>
	new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute('/sitemap-index.xml')}\n`);
