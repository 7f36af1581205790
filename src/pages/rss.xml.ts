import { loadRenderers } from 'astro:container';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { getRssString } from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { experimental_AstroContainer as Container } from 'astro/container';
import { absolute, articlePath, firstPath, imagePath } from '../address/urls.ts';
import { type Article, articles } from '../article/articles.ts';
import { precision } from '../article/dates.ts';
import { statusOf } from '../article/event-words.ts';
import { escapeHtml, rightToLeft } from '../article/text.ts';
import FeedText from '../components/FeedText.astro';
import { photoImage, photoSize } from '../pictures/photo-image.ts';
import { feedText, photoMedia, withoutControls } from '../sharing/feed.ts';
import { site } from '../site.ts';
import { strings } from '../strings.ts';

/** So many articles, the latest: whoever follows a feed comes back before they are outrun. */
const LENGTH = 20;

/** The photograph of an article as the feed tells of it. */
async function photoOf({ slug, photograph, picture }: Article) {
	if (!photograph || !picture) return undefined;
	const { length } = await photoImage(photograph, '16x9', picture.focus);
	const url = absolute(imagePath('photo-16x9', slug));
	return { ...picture, ...photoSize(photograph, '16x9'), url, length };
}

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
		xmlns: {
			atom: 'http://www.w3.org/2005/Atom',
			dc: 'http://purl.org/dc/elements/1.1/',
			media: 'http://search.yahoo.com/mrss/',
		},
		customData: `<language>${site.language}</language><atom:link href="${absolute('/rss.xml')}" rel="self" type="application/rss+xml"/>`,
		items: await Promise.all(
			latest.map(async (article) => {
				const { slug, headline, dek, topic, kind = 'news', published, source, event } = article;
				const status = event && statusOf(event);
				const { authors = [{ name: site.name }] } = article;
				const permalink = absolute(articlePath(slug));
				const photo = await photoOf(article);
				const html = await container.renderToString(FeedText, {
					props: { article },
					request: new Request(permalink),
				});
				return {
					title: rightToLeft(headline),
					link: permalink,
					description: rightToLeft(status ? `${status.label}. ${dek}` : dek),
					content: feedText(html, permalink),
					categories: [...new Set([topic, strings.kinds[kind] ?? topic])],
					// RSS wants a time for a day: at noon it is the same day nearly everywhere. A month is told below.
					...(precision(published) !== 'month' && {
						pubDate: new Date(precision(published) === 'day' ? `${published}T12:00Z` : published),
					}),
					...(photo && {
						enclosure: { url: photo.url, length: photo.length, type: 'image/jpeg' },
					}),
					// Dublin Core: RSS's own `author` wants a mail address, and a month has no `pubDate`.
					customData:
						[
							...authors.map(({ name }) => ['creator', name]),
							...(source ? [['source', source.name]] : []),
							...(precision(published) === 'month' ? [['date', published]] : []),
						]
							.map(([name, text = '']) => `<dc:${name}>${escapeHtml(text)}</dc:${name}>`)
							.join('') +
						// A reader shows no piece twice that has another address now.
						(article.aliases
							? `<guid isPermaLink="false">${absolute(firstPath(article))}</guid>`
							: '') +
						(photo ? photoMedia(photo) : ''),
				};
			}),
		),
	});
	return new Response(withoutControls(feed), {
		headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
	});
};
