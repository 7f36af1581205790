import { readFile } from 'node:fs/promises';
import type { SitemapItem } from '@astrojs/sitemap';
import { precision } from '../article/dates.ts';
import { readContent } from '../article/read.ts';
import type { ArticleData } from '../article/schema.ts';

/**
 * A page of the sitemap with the time of its last change: of an article when a whole date is known,
 * of no other page (a month would be told as its first day).
 */
export async function withLastChange(item: SitemapItem): Promise<SitemapItem> {
	const slug = /\/articles\/([^/]+)\/$/.exec(item.url)?.[1];
	if (!slug) return item;
	const file = `content/articles/${slug}.mdx`;
	const { published, updated = published } = readContent(file, await readFile(file, 'utf8'))
		.data as ArticleData;
	return precision(updated) === 'month'
		? item
		: { ...item, lastmod: new Date(updated).toISOString() };
}
