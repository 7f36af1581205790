import type { APIRoute } from 'astro';
import { feedItem } from '../../components/feed-item.ts';
import { type Feed, jsonFeed } from '../../sharing/feeds.ts';

/** `/feed.json`, `/topics/<slug>/feed.json`, `/people/<slug>/feed.json` */
export { getStaticPaths } from './rss.xml.ts';

export const GET: APIRoute<{ feed: Feed }> = async ({ props: { feed } }) =>
	new Response(jsonFeed(feed, await Promise.all(feed.articles.map(feedItem))), {
		headers: { 'content-type': 'application/json; charset=utf-8' },
	});
