import { type CollectionEntry, getCollection } from 'astro:content';
import { site } from '../site.ts';
import { topicLists } from './lists.ts';
import type { PageData } from './page.ts';
import { keyOf } from './page-key.ts';

type Entry = CollectionEntry<'pages'>;

/** A page of the newspaper itself (`content/pages/<slug>.mdx`). */
export interface Page extends PageData, Omit<Entry['data'], 'facts'> {
	slug: string;
	/** For Astro's `render`. */
	entry: Entry;
}

let all: Promise<Page[]> | undefined;

/** The pages in the order of the footer: by their numbers, then by their slugs. Collected once. */
export function pages(): Promise<Page[]> {
	all ??= collect();
	return all;
}

async function collect(): Promise<Page[]> {
	const entries = await getCollection('pages');
	const place = ({ footer }: Page) => (typeof footer === 'number' ? footer : Infinity);
	return entries
		.map((entry) => {
			const { facts, ...text } = entry.data;
			return { ...facts, ...text, slug: entry.id, entry };
		})
		.sort((a, b) => (place(a) < place(b) || (place(a) === place(b) && a.slug < b.slug) ? -1 : 1));
}

let around: Promise<string> | undefined;

/** What stands on every page: the facts of the site, the bar of its topics, and its foot. */
const surroundings = async () =>
	keyOf(
		site,
		(await topicLists()).map(({ topic: { slug, name } }) => [slug, name]),
		(await pages()).map(({ slug, title, footer, anchors }) => [slug, title, footer, anchors]),
	);

/**
 * A page's key in the build's cache (Astro's `cacheKey`): same key, same page. Astro watches code
 * and styles; hosting/cache-integration.ts watches the rest of the engine.
 * @param shown All that the page is made of: articles and other facts, the digest of each text on
 * it, and what depends on the clock.
 */
export async function pageKey(...shown: readonly unknown[]): Promise<string> {
	around ??= surroundings();
	return keyOf(await around, ...shown);
}
