import { type CollectionEntry, getCollection } from 'astro:content';
import type { PageData } from './schema.ts';

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
