import type { APIRoute } from 'astro';
import { favicon } from '../pictures/icons.ts';

/** `/favicon.ico`: feed readers, crawlers and old browsers ask for it, whatever a page names. */
export const GET: APIRoute = async () =>
	new Response(await favicon(), { headers: { 'content-type': 'image/vnd.microsoft.icon' } });
