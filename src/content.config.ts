import { defineCollection } from 'astro:content';
import { articleEntry, articleEntrySchema, pageEntry, pageEntrySchema } from './article/entry.ts';
import { contentLoader } from './article/loader.ts';
import { refusedFiles } from './desk/content.ts';

export const collections = {
	articles: defineCollection({
		loader: contentLoader('articles', articleEntry, refusedFiles),
		schema: ({ image }) => articleEntrySchema(image),
	}),
	pages: defineCollection({
		loader: contentLoader('pages', pageEntry, refusedFiles),
		schema: pageEntrySchema,
	}),
};
