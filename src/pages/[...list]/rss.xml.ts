import type { APIRoute } from 'astro';
import { feedItem } from '../../components/feed-item.ts';
import { type Feed, feeds, rss } from '../../sharing/feeds.ts';

/** `/rss.xml`, `/topics/<slug>/rss.xml`, `/people/<slug>/rss.xml` */
export const getStaticPaths = async () =>
	(await feeds()).map((feed) => ({
		params: { list: feed.page.slice(1, -1) || undefined },
		props: { feed },
	}));

export const GET: APIRoute<{ feed: Feed }> = async ({ props: { feed } }) =>
	new Response(await rss(feed, await Promise.all(feed.articles.map(feedItem))), {
		headers: { 'content-type': 'application/xml; charset=utf-8' },
	});
