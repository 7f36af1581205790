import type { APIRoute } from 'astro';
import { cardImage } from '../../lib/card.ts';
import { site } from '../../site.ts';

/** The share card of pages that have no article: `/images/card.jpg`. */
export const GET: APIRoute = async () => new Response(await cardImage({ headline: site.description }, 'card'), { headers: { 'content-type': 'image/jpeg' } });
