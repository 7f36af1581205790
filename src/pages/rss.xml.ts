import { loadRenderers } from 'astro:container';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { getRssString } from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { experimental_AstroContainer as Container } from 'astro/container';
import { absolute, articlePath } from '../address/urls.ts';
import { articles } from '../article/articles.ts';
import { precision } from '../article/dates.ts';
import { rightToLeft } from '../article/text.ts';
import FeedText from '../components/FeedText.astro';
import { feedText, withoutControls } from '../sharing/feed.ts';
import { site } from '../site.ts';

/** So many articles, the latest: whoever follows a feed comes back before they are outrun. */
const LENGTH = 20;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The feed, RSS 2.0 with the whole texts. */
export const GET: APIRoute = async () => {
	const container = await Container.create({
		renderers: await loadRenderers([getContainerRenderer()]),
	});
	const latest = (await articles()).slice(0, LENGTH);
	const feed = await getRssString({
		title: rightToLeft(site.name),
		description: rightToLeft(site.description),
		site: absolute('/'),
		xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
		customData: `<language>${site.language}</language><atom:link href="${absolute('/rss.xml')}" rel="self" type="application/rss+xml"/>`,
		items: await Promise.all(
			latest.map(async (article) => {
				const { slug, headline, dek, topic, published, source } = article;
				const { authors = [site.name] } = article;
				const permalink = absolute(articlePath(slug));
				const html = await container.renderToString(FeedText, {
					props: { article },
					request: new Request(permalink),
				});
				return {
					title: rightToLeft(headline),
					link: permalink,
					description: rightToLeft(dek),
					content: feedText(html, permalink),
					categories: [topic],
					// RSS wants a time for a day: at noon it is the same day nearly everywhere. A month is told below.
					...(precision(published) !== 'month' && {
						pubDate: new Date(precision(published) === 'day' ? `${published}T12:00Z` : published),
					}),
					// Dublin Core: RSS's own `author` wants a mail address, and a month has no `pubDate`.
					customData: [
						...authors.map((name) => ['creator', name]),
						...(source ? [['source', source.name]] : []),
						...(precision(published) === 'month' ? [['date', published]] : []),
					]
						.map(([name, text = '']) => `<dc:${name}>${escaped(text)}</dc:${name}>`)
						.join(''),
				};
			}),
		),
	});
	return new Response(withoutControls(feed), {
		headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
	});
};
