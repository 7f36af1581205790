import type { APIRoute } from 'astro';
import { feedStyles } from '../styles/feed-styles.ts';

/** How a browser shows a feed. Readers of feeds do not ask for it. */
export const GET: APIRoute = () =>
	new Response(feedStyles(), { headers: { 'content-type': 'text/css; charset=utf-8' } });
