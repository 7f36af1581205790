import { defineCollection } from 'astro:content';
import {
	articleEntry,
	articleEntrySchema,
	pageEntry,
	pageEntrySchema,
	profileEntry,
	profileEntrySchema,
	topicEntrySchema,
} from './article/entry.ts';
import { contentLoader } from './article/loader.ts';
import { topicsLoader } from './article/topics-loader.ts';
import { refusedFiles } from './desk/content.ts';

/** Astro's collections: the folders of `content/`, and the table of topics. */
export const collections = {
	articles: defineCollection({
		loader: contentLoader('articles', articleEntry, refusedFiles),
		schema: ({ image }) => articleEntrySchema(image),
	}),
	people: defineCollection({
		loader: contentLoader('people', profileEntry, refusedFiles),
		schema: ({ image }) => profileEntrySchema(image),
	}),
	topics: defineCollection({ loader: topicsLoader(), schema: topicEntrySchema }),
	pages: defineCollection({
		loader: contentLoader('pages', pageEntry, refusedFiles),
		schema: ({ image }) => pageEntrySchema(image),
	}),
};
