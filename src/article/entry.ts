import { z } from 'astro/zod';
import { headings, plainText, sections } from './body.ts';
import type { Readable } from './loader.ts';
import { countWords, readingMinutes } from './reading.ts';
import { articleSchema, pageSchema, personSchema } from './schema.ts';
import { partTexts, SECTION_IDS } from './sections.ts';

/** What the collection keeps of an article: its facts, and what follows from its text. */
export const articleEntrySchema = z.object({
	facts: articleSchema,
	/** The sections that the text has, in its order. */
	sections: z.array(z.enum(SECTION_IDS)),
	/** Of the text alone. */
	words: z.int().nonnegative(),
	/** To read all of it: dek, text, and what its sections add from the frontmatter. */
	minutes: z.int().positive(),
});

/** Titles and texts of the updates; the facts may be wrong. */
const textsOf = (updates: unknown): unknown[] =>
	Array.isArray(updates)
		? updates.flatMap((update) => [Object(update).title, Object(update).text])
		: [];

/** The entry of an article that was read. */
export function articleEntry({ data, body }: Readable): Record<string, unknown> {
	const text = plainText(body);
	const { dek, updates } = Object(data);
	const shown = [text, dek, ...partTexts(data), ...textsOf(updates)];
	return {
		facts: data,
		sections: sections(body),
		words: countWords(text),
		minutes: readingMinutes(countWords(shown.join(' '))),
	};
}

/** What the collection keeps of somebody who writes. */
export const personEntrySchema = z.object({ facts: personSchema });

/** The entry of somebody who writes, as it was read. */
export function personEntry({ data }: Readable): Record<string, unknown> {
	return { facts: data };
}

/** What the collection keeps of a page. */
export const pageEntrySchema = z.object({
	facts: pageSchema,
	/** The ids of its headings. */
	anchors: z.array(z.string()),
});

/** The entry of a page that was read. */
export function pageEntry({ data, body }: Readable): Record<string, unknown> {
	return { facts: data, anchors: headings(body) };
}
