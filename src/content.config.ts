import { defineCollection } from 'astro:content';
import { articleEntry, articleEntrySchema } from './article/entry.ts';
import { contentLoader } from './article/loader.ts';

export const collections = {
	articles: defineCollection({
		loader: contentLoader('articles', articleEntry),
		schema: articleEntrySchema,
	}),
};
