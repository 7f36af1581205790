/**
 * Paths of pages, from the site's root. Nothing here may depend on SITE_URL: `npm start` and
 * `npm run hosting` serve sites that were built for another address.
 */

/** A path put under a base: `/about/` under `/news/` is `/news/about/`. */
export function under(base: string, path: string): string {
	return base.replace(/\/$/, '') + path;
}

/** The permalink path of an article. */
export function articlePath(slug: string): string {
	return `/articles/${slug}/`;
}

/** The path of a page of a list: article/paging.ts numbers them. */
const listPath = (path: string, page?: number): string => `${path}${page ? `${page}/` : ''}`;

/** The path of the page of somebody who writes, or of an older page of what they wrote. */
export function profilePath(slug: string, page?: number): string {
	return listPath(`/people/${slug}/`, page);
}

/** The path of a topic's page, or of an older page of its articles. */
export function topicPath(slug: string, page?: number): string {
	return listPath(`/topics/${slug}/`, page);
}

/**
 * The path of the archive, or of one of its months (`2015-06`), or of a later page of a long month.
 */
export function archivePath(month?: string, page?: number): string {
	return month ? listPath(`/archive/${month.replace('-', '/')}/`, page) : '/archive/';
}

/** The path of an alias of an article: another slug, or a path on an older site. */
export function aliasPath(alias: string): string {
	return alias.startsWith('/') ? alias : articlePath(alias);
}

/**
 * The path at which an article was first published, whatever its slug is now: feeds and calendars
 * know it by this one.
 */
export function firstPath({ slug, aliases }: { slug: string; aliases?: string[] | undefined }) {
	return aliasPath(aliases?.[0] ?? slug);
}

/** The path of a page of the newspaper itself. */
export function pagePath(slug: string): string {
	return `/${slug}/`;
}

/** The path of the page that searches. */
export function searchPath(): string {
	return '/search/';
}

/** The path of a file that an article offers. */
export function filePath({ hash, src }: { hash: string; src: string }): string {
	return `/files/${hash}/${src.slice('./'.length)}`;
}

/**
 * The path of a picture for other sites: the share card (`card`) or a map (`map-16x9`). Without a
 * slug: the site's own card.
 */
export function imagePath(name: string, slug?: string): string {
	return `/images/${slug ? `${slug}/` : ''}${name}.jpg`;
}
