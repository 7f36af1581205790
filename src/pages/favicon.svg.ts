import type { APIRoute } from 'astro';
import { mark } from '../pictures/icons.ts';

/** The mark of the site for tabs and bookmarks: `/favicon.svg`. */
export const GET: APIRoute = async () =>
	new Response(await mark(), { headers: { 'content-type': 'image/svg+xml' } });
