import { defineCollection } from 'astro:content';
import {
	articleEntry,
	articleEntrySchema,
	pageEntry,
	pageEntrySchema,
	personEntry,
	personEntrySchema,
} from './article/entry.ts';
import { contentLoader } from './article/loader.ts';
import { refusedFiles } from './desk/content.ts';

export const collections = {
	articles: defineCollection({
		loader: contentLoader('articles', articleEntry, refusedFiles),
		schema: ({ image }) => articleEntrySchema(image),
	}),
	people: defineCollection({
		loader: contentLoader('people', personEntry, refusedFiles),
		schema: ({ image }) => personEntrySchema(image),
	}),
	pages: defineCollection({
		loader: contentLoader('pages', pageEntry, refusedFiles),
		schema: pageEntrySchema,
	}),
};
