/** The lists of articles that have pages: of topics, of profiles, of months. */
import { archivePath, profilePath, topicPath } from '../address/paths.ts';
import { type Article, articles } from './articles.ts';
import { byMonth, type ListPage, newestFirst, oldestFirst } from './paging.ts';
import { type Profile, profiles } from './profiles.ts';
import { type Topic, topics } from './topics.ts';

/** A topic that has articles, with them: the latest first. */
export interface TopicList {
	topic: Topic;
	articles: Article[];
}

let byTable: Promise<TopicList[]> | undefined;

/**
 * The topics of the publisher's table that have articles, in its order. Others have no page.
 * Collected once.
 */
export function topicLists(): Promise<TopicList[]> {
	byTable ??= collectTopics();
	return byTable;
}

async function collectTopics(): Promise<TopicList[]> {
	const byTopic = Map.groupBy(await articles(), ({ topicPage }) => topicPage?.slug);
	return (await topics()).flatMap((topic) => {
		const own = byTopic.get(topic.slug);
		return own ? [{ topic, articles: own }] : [];
	});
}

/** The profiles with what their people wrote: the latest first. */
export async function profileLists(): Promise<{ profile: Profile; articles: Article[] }[]> {
	const all = await articles();
	return (await profiles()).map((profile) => ({
		profile,
		articles: all.filter(({ authors = [] }) => authors.some(({ name }) => name === profile.name)),
	}));
}

/**
 * The months that have articles, the latest first, each with the pages of its articles in order of
 * time.
 */
export async function monthLists(): Promise<
	{ month: string; count: number; pages: ListPage<Article>[] }[]
> {
	return byMonth(await articles()).map(({ month, articles }) => ({
		month,
		count: articles.length,
		pages: oldestFirst(articles),
	}));
}

/** The paths of all pages of all lists, for the sitemap. */
export async function listPaths(): Promise<string[]> {
	const paths = (pages: ListPage<Article>[], pathOf: (number?: number) => string) =>
		pages.map(({ number }) => pathOf(number));
	return [
		archivePath(),
		...(await topicLists()).flatMap(({ topic, articles }) =>
			paths(newestFirst(articles), (number) => topicPath(topic.slug, number)),
		),
		...(await profileLists()).flatMap(({ profile, articles }) =>
			paths(newestFirst(articles), (number) => profilePath(profile.slug, number)),
		),
		...(await monthLists()).flatMap(({ month, pages }) =>
			paths(pages, (number) => archivePath(month, number)),
		),
	];
}
