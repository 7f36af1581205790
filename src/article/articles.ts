import { type CollectionEntry, getCollection } from 'astro:content';
import { plainText, readBody, sections } from './body.ts';
import { countWords, readingMinutes } from './reading.ts';
import type { ArticleData } from './schema.ts';
import type { SectionId } from './sections.ts';
import { cut } from './text.ts';

/** An article as pages and components know it: its facts, and what follows from its text. */
export interface Article extends ArticleData {
	slug: string;
	/** The sections that the text has, in its order. */
	sections: SectionId[];
	/** To read all of it: prose, workshops, programme and aims. */
	minutes: number;
	/** For Astro's `render`. */
	entry: CollectionEntry<'articles'>;
}

/** The published articles, the latest first; drafts only while writing (`npm run dev`). */
export async function articles(): Promise<Article[]> {
	const entries = await getCollection('articles', ({ data }) => SHOW_DRAFTS || !data.draft);
	return entries
		.map((entry) => {
			const body = readBody(entry.body ?? '');
			const { dek, forum, awards } = entry.data;
			const facts = [
				dek,
				...(forum?.meetings ?? []),
				...(forum?.workshops ?? []),
				...(forum?.programme ?? []).flatMap(({ items }) => items),
				...(awards?.aims ?? []),
			];
			return {
				...entry.data,
				slug: entry.id,
				sections: sections(body),
				minutes: readingMinutes(countWords([plainText(body), ...facts].join(' '))),
				entry,
			};
		})
		.sort((a, b) => (sortKey(b) < sortKey(a) ? -1 : 1));
}

/** A month sorts before its days, a day before its moments; the slug makes the order certain. */
function sortKey({ published, slug }: Article): string {
	return `${published.length > 10 ? new Date(published).toISOString() : published} ${slug}`;
}

/** The text for link previews: the summary, or the dek cut at a word. */
export function summary({ summary, dek }: Pick<ArticleData, 'summary' | 'dek'>): string {
	return summary ?? cut(dek, 120);
}
