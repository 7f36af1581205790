import type { APIRoute } from 'astro';
import { pageKey } from '../../article/pages.ts';
import { feedItem } from '../../components/feed-item.ts';
import { type Feed, feeds, rss } from '../../sharing/feeds.ts';

/** `/rss.xml`, `/topics/<slug>/rss.xml`, `/people/<slug>/rss.xml` */
export const getStaticPaths = async () =>
	Promise.all(
		(await feeds()).map(async (feed) => ({
			params: { list: feed.page.slice(1, -1) || undefined },
			props: { feed },
			cacheKey: await pageKey(
				feed,
				feed.articles.map(({ entry }) => entry.digest),
			),
		})),
	);

export const GET: APIRoute<{ feed: Feed }> = async ({ props: { feed } }) =>
	new Response(await rss(feed, await Promise.all(feed.articles.map(feedItem))), {
		headers: { 'content-type': 'application/xml; charset=utf-8' },
	});
