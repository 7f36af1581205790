import { readFile } from 'node:fs/promises';
import type { SitemapItem } from '@astrojs/sitemap';
import { precision } from '../article/dates.ts';
import { readFrontmatter } from '../article/frontmatter.ts';
import type { ArticleData } from '../article/schema.ts';

/** Found from the project's folder, in which Astro runs. */
const ARTICLES = 'content/articles/';

/**
 * A page of the sitemap with the time of its last change: of an article when a whole date is known, of no other page (a
 * month would be told as its first day). The sitemap is written outside of Astro's content, so the file is read again.
 */
export async function withLastChange(item: SitemapItem): Promise<SitemapItem> {
	const slug = /\/articles\/([^/]+)\/$/.exec(item.url)?.[1];
	if (!slug) return item;
	const { published, updated = published } = readFrontmatter(
		await readFile(`${ARTICLES}${slug}.mdx`, 'utf8'),
	).toJS() as ArticleData;
	return precision(updated) === 'month'
		? item
		: { ...item, lastmod: new Date(updated).toISOString() };
}
