import type { APIRoute } from 'astro';
import { articles } from '../article/articles.ts';
import { newsSitemap } from '../sharing/sitemap.ts';

export const GET: APIRoute = async () =>
	new Response(newsSitemap(await articles()), { headers: { 'content-type': 'application/xml' } });
