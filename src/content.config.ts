import { defineCollection } from 'astro:content';
import { articleEntry, articleEntrySchema, pageEntry, pageEntrySchema } from './article/entry.ts';
import { contentLoader } from './article/loader.ts';

export const collections = {
	articles: defineCollection({
		loader: contentLoader('articles', articleEntry),
		schema: articleEntrySchema,
	}),
	pages: defineCollection({
		loader: contentLoader('pages', pageEntry),
		schema: pageEntrySchema,
	}),
};
