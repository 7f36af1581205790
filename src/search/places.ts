import {
	archivePath,
	articlePath,
	pagePath,
	profilePath,
	searchPath,
	topicPath,
} from '../address/paths.ts';
import { articles } from '../article/articles.ts';
import { topicLists } from '../article/lists.ts';
import { pages } from '../article/pages.ts';
import { profiles } from '../article/profiles.ts';
import { strings } from '../strings.ts';
import type { Place } from './near.ts';

/** Every address that a reader may have meant by one that is not there. */
export async function places(): Promise<Place[]> {
	return [
		{ path: searchPath(), title: strings.search },
		{ path: archivePath(), title: strings.archive },
		...(await topicLists()).map(({ topic }) => ({
			path: topicPath(topic.slug),
			title: topic.name,
		})),
		...(await pages()).map(({ slug, title }) => ({ path: pagePath(slug), title })),
		...(await profiles()).map(({ slug, name }) => ({ path: profilePath(slug), title: name })),
		...(await articles()).map(({ slug, headline }) => ({
			path: articlePath(slug),
			title: headline,
		})),
	];
}
