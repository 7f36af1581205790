/** The feeds: of the site, of a topic, of a writer; each as RSS 2.0 and as JSON Feed 1.1. */
import { getRssString } from '@astrojs/rss';
import { absolute, path, profilePath, topicPath } from '../address/urls.ts';
import { type Article, articles } from '../article/articles.ts';
import { hasDay, precision } from '../article/dates.ts';
import { profileLists, topicLists } from '../article/lists.ts';
import { escapeHtml, rightToLeft } from '../article/text.ts';
import { site } from '../site.ts';
import { strings } from '../strings.ts';
import { photoMedia, withoutControls } from './feed.ts';

/** Articles in a feed: enough for a reader that polls to miss none. */
const LENGTH = 30;

/** A feed with its articles, the latest first. */
export interface Feed {
	title: string;
	description: string;
	/** The path of the page that lists the same; the feed lies in it. */
	page: string;
	articles: Article[];
}

/** An article as all feeds tell of it. */
export interface FeedItem {
	/** An absolute address that stays, whatever becomes of the permalink. */
	id: string;
	permalink: string;
	title: string;
	summary: string;
	/** The whole text, as `feedText` makes it. */
	html: string;
	/** A month, a day or a moment. */
	published: string;
	updated?: string | undefined;
	authors: readonly { name: string; path?: string }[];
	source?: string | undefined;
	tags: readonly string[];
	photo?: Parameters<typeof photoMedia>[0] | undefined;
}

/** All feeds that have articles; that of the site is always there. */
export async function feeds(): Promise<Feed[]> {
	const ofTopics = (await topicLists()).map(({ topic, articles }) => ({
		title: `${topic.name} · ${site.name}`,
		description: topic.description ?? site.description,
		page: topicPath(topic.slug),
		articles,
	}));
	const ofPeople = (await profileLists()).map(({ profile: { slug, name }, articles }) => ({
		title: `${name} · ${site.name}`,
		description: strings.writtenBy(name),
		page: profilePath(slug),
		articles,
	}));
	const own = {
		title: site.name,
		description: site.description,
		page: '/',
		articles: await articles(),
	};
	return [own, ...[...ofTopics, ...ofPeople].filter(({ articles }) => articles.length > 0)].map(
		(feed) => ({
			...feed,
			articles: feed.articles.slice(0, LENGTH),
		}),
	);
}

/**
 * A date as feeds want it, with a time: a day at noon, which is the same day nearly everywhere.
 * Undefined for a month, which readers would take for its first day.
 */
function moment(date: string): Date | undefined {
	if (!hasDay(date)) return undefined;
	return new Date(precision(date) === 'day' ? `${date}T12:00Z` : date);
}

/** RSS 2.0 with the whole texts. https://www.rssboard.org/rss-specification */
export async function rss(feed: Feed, items: readonly FeedItem[]): Promise<string> {
	const self = absolute(`${feed.page}rss.xml`);
	const xml = await getRssString({
		title: rightToLeft(feed.title),
		description: rightToLeft(feed.description),
		site: absolute(feed.page),
		stylesheet: path('/feed.css'),
		xmlns: {
			atom: 'http://www.w3.org/2005/Atom',
			dc: 'http://purl.org/dc/elements/1.1/',
			media: 'http://search.yahoo.com/mrss/',
			// Links for whoever opens the feed in a browser, which styles it by feed.css.
			html: 'http://www.w3.org/1999/xhtml',
		},
		customData: [
			`<language>${site.language}</language>`,
			`<atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
			'<html:meta name="viewport" content="width=device-width"/>',
			`<html:a href="${absolute(feed.page)}">${strings.backToPage}</html:a>`,
			feed.page === '/' && site.hub ? `<atom:link href="${escapeHtml(site.hub)}" rel="hub"/>` : '',
		].join(''),
		items: items.map((item) => {
			const { id, permalink, title, summary, html, published, updated, photo } = item;
			const pubDate = moment(published);
			const changed = updated && moment(updated);
			// Dublin Core: RSS's own `author` wants a mail address, and a month has no `pubDate`.
			const facts = [
				...item.authors.map(({ name }) => ['dc:creator', name]),
				...(item.source ? [['dc:source', item.source]] : []),
				...(pubDate ? [] : [['dc:date', published]]),
				...(changed ? [['atom:updated', changed.toISOString()]] : []),
			].map(([name, text = '']) => `<${name}>${escapeHtml(text)}</${name}>`);
			return {
				title,
				link: permalink,
				description: summary,
				content: html,
				categories: [...item.tags],
				...(pubDate && { pubDate }),
				...(photo && { enclosure: { url: photo.url, length: photo.length, type: 'image/jpeg' } }),
				customData: [
					...facts,
					// A reader shows no piece twice that has another address now.
					id === permalink ? '' : `<guid isPermaLink="false">${id}</guid>`,
					photo ? photoMedia(photo) : '',
					`<html:a href="${permalink}">${strings.readArticle}</html:a>`,
				].join(''),
			};
		}),
	});
	return withoutControls(xml.replace(/(?<=<\?xml-stylesheet )(?!type)/, 'type="text/css" '));
}

/** JSON Feed 1.1 with the whole texts. https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed(feed: Feed, items: readonly FeedItem[]): string {
	return JSON.stringify({
		version: 'https://jsonfeed.org/version/1.1',
		title: rightToLeft(feed.title),
		description: rightToLeft(feed.description),
		home_page_url: absolute(feed.page),
		feed_url: absolute(`${feed.page}feed.json`),
		icon: absolute('/icon-512.png'),
		favicon: absolute('/icon-192.png'),
		language: site.language,
		...(feed.page === '/' && site.hub && { hubs: [{ type: 'WebSub', url: site.hub }] }),
		items: items.map((item) => ({
			id: item.id,
			url: item.permalink,
			title: item.title,
			summary: item.summary,
			content_html: item.html,
			date_published: moment(item.published),
			date_modified: item.updated && moment(item.updated),
			authors: item.authors.map(({ name, path }) => ({
				name,
				...(path && { url: absolute(path) }),
			})),
			tags: item.tags,
			image: item.photo?.url,
			language: site.language,
		})),
	});
}
