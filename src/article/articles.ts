import { type CollectionEntry, getCollection } from 'astro:content';
import { basename } from 'node:path';
import type { ImageMetadata } from 'astro';
import { site } from '../site.ts';
import { type BundledImage, factsOf } from './bundled-image.ts';
import { lastChange } from './corrections.ts';
import { statusOf } from './event-words.ts';
import { kindWord } from './overline.ts';
import { type Author, authorsOf, profiles } from './profiles.ts';
import type { ArticleData } from './schema.ts';
import { cut } from './text.ts';
import { type Topic, topics } from './topics.ts';

type Entry = CollectionEntry<'articles'>;

/** An article as pages and components know it: its facts, and what follows from its text. */
export interface Article
	extends Omit<ArticleData, 'authors'>,
		Omit<Entry['data'], 'facts' | 'image' | 'opening'> {
	authors?: Author[];
	/** What kind it is, over its headline; news has none. */
	label?: string;
	/** Its topic as the publisher's table knows it: such a topic has a page. */
	topicPage?: Topic;
	slug: string;
	/** The photograph of `picture`. */
	photograph?: Photograph;
	/** For Astro's `render`. */
	entry: Entry;
}

/** A photograph as it was taken. */
interface Photograph {
	/** For Astro's image service. */
	image: ImageMetadata;
	/** The path of the original. */
	file: string;
	/** Its name with a digest of its bytes. */
	name: string;
	/** In pixels, upright. */
	width: number;
	height: number;
}

let all: Promise<Article[]> | undefined;

/**
 * The published articles, the latest first; in `npm run dev` with drafts and those to come.
 * Collected once: after an edit Astro loads this module anew.
 */
export function articles(): Promise<Article[]> {
	all ??= collect();
	return all;
}

/** What is left of an article that was withdrawn. */
export type Withdrawn = NonNullable<ArticleData['withdrawn']> & { slug: string };

/** The articles that were withdrawn: their pages stay, with the reason. */
export async function withdrawnArticles(): Promise<Withdrawn[]> {
	const entries = await getCollection('articles');
	return entries.flatMap(({ id, data: { facts } }) =>
		facts.withdrawn ? { slug: id, ...facts.withdrawn } : [],
	);
}

async function collect(): Promise<Article[]> {
	const known = await profiles();
	const table = await topics();
	const entries = await getCollection('articles', ({ data }) => !data.facts.withdrawn);
	return entries
		.map((entry) => {
			// Pages that show an opening read it from `entry`. So the others keep their
			// cache key when it changes.
			const { facts, image, opening: _, ...text } = entry.data;
			const photograph = image && { photograph: photographOf(image) };
			const updated = lastChange(facts, site.timeZone);
			const label = kindWord({ ...facts, updated });
			const topicPage = table.find(({ name }) => name === facts.topic);
			const authors = facts.authors && authorsOf(facts.authors, known);
			return {
				...facts,
				...text,
				...photograph,
				...(updated && { updated }),
				...(authors && { authors }),
				...(label && { label }),
				...(topicPage && { topicPage }),
				slug: entry.id,
				entry,
			} as Article;
		})
		.sort((a, b) => (sortKey(b) < sortKey(a) ? -1 : 1));
}

function photographOf(image: BundledImage): Photograph {
	const { src, width, height } = factsOf(image);
	return { image, file: image.fsPath ?? '', name: basename(src), width, height };
}

/** A month sorts before its days, a day before its moments; the slug makes the order certain. */
function sortKey({ published, slug }: Article): string {
	return `${published.length > 10 ? new Date(published).toISOString() : published} ${slug}`;
}

/**
 * The text for link previews: what became of the event, then the summary, or the dek cut at a word.
 */
export function summary({
	summary,
	dek,
	event,
}: Pick<ArticleData, 'summary' | 'dek' | 'event'>): string {
	const status = event && statusOf(event);
	return `${status ? `${status.label}. ` : ''}${summary ?? cut(dek, 120)}`;
}
