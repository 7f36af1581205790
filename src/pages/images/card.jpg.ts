import type { APIRoute } from 'astro';
import { siteCard } from '../../pictures/card.ts';
import { keptPicture } from '../../pictures/kept.ts';

/** The share card of pages that have no article: `/images/card.jpg`. */
export const GET: APIRoute = async () =>
	new Response(await keptPicture({ shown: ['site card'], draw: siteCard }), {
		headers: { 'content-type': 'image/jpeg' },
	});
