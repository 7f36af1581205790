import { articlePath, pagePath, personPath, searchPath } from '../address/paths.ts';
import { articles } from '../article/articles.ts';
import { pages } from '../article/pages.ts';
import { people } from '../article/people.ts';
import { strings } from '../strings.ts';
import type { Place } from './near.ts';

/** Every address that a reader may have meant by one that is not there. */
export async function places(): Promise<Place[]> {
	return [
		{ path: searchPath(), title: strings.search },
		...(await pages()).map(({ slug, title }) => ({ path: pagePath(slug), title })),
		...(await people()).map(({ slug, name }) => ({ path: personPath(slug), title: name })),
		...(await articles()).map(({ slug, headline }) => ({
			path: articlePath(slug),
			title: headline,
		})),
	];
}
