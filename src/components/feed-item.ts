import { loadRenderers } from 'astro:container';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as Container } from 'astro/container';
import { absolute, articlePath, firstPath, imagePath } from '../address/urls.ts';
import type { Article } from '../article/articles.ts';
import { statusOf } from '../article/event-words.ts';
import { rightToLeft } from '../article/text.ts';
import { keptPicture } from '../pictures/kept.ts';
import { photoImage, photoSize } from '../pictures/photo-image.ts';
import { feedText } from '../sharing/feed.ts';
import type { FeedItem } from '../sharing/feeds.ts';
import { site } from '../site.ts';
import FeedText from './FeedText.astro';

let container: Promise<Container> | undefined;

/** What feeds tell of articles without pictures: by article, drawn once for all feeds. */
const drawn = new WeakMap<Article, Promise<FeedItem>>();

/**
 * An article's feed item. With pictures it is rendered for each feed: Astro keeps a feed together
 * with the pictures that were requested while it rendered.
 */
export function feedItem(article: Article): Promise<FeedItem> {
	const known = drawn.get(article);
	if (known) return known;
	const item = draw(article);
	if (!article.photograph && !article.pictures) drawn.set(article, item);
	return item;
}

async function draw(article: Article): Promise<FeedItem> {
	container ??= loadRenderers([getContainerRenderer()]).then((renderers) =>
		Container.create({ renderers }),
	);
	const { slug, headline, dek, topic, label = topic, published, updated, source, event } = article;
	const status = event && statusOf(event);
	const permalink = absolute(articlePath(slug));
	const html = await (await container).renderToString(FeedText, {
		props: { article },
		request: new Request(permalink),
	});
	return {
		id: absolute(firstPath(article)),
		permalink,
		title: rightToLeft(headline),
		summary: rightToLeft(status ? `${status.label}. ${dek}` : dek),
		html: feedText(html, permalink),
		published,
		updated,
		authors: article.authors ?? [{ name: site.name }],
		source: source?.name,
		tags: [...new Set([topic, label])],
		photo: await photoOf(article),
	};
}

/** The photograph of an article as feeds tell of it. */
async function photoOf({ slug, photograph, picture }: Article): Promise<FeedItem['photo']> {
	if (!photograph || !picture) return undefined;
	const { length } = await keptPicture(photoImage(photograph, '16x9', picture.focus));
	const url = absolute(imagePath('photo-16x9', slug));
	return { ...picture, ...photoSize(photograph, '16x9'), url, length };
}
