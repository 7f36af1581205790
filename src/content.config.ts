import { defineCollection } from 'astro:content';
import { readFile } from 'node:fs/promises';
import type { Loader } from 'astro/loaders';
import { glob } from 'astro/loaders';
import { readFrontmatter } from './article/frontmatter.ts';
import { articleSchema } from './article/schema.ts';

const files = glob({ base: './content/articles', pattern: '**/*.mdx' });

/**
 * Astro's own loader, with the frontmatter read again as YAML 1.2: Astro reads it as 1.1, where `2015-06-23` turns into
 * a moment at midnight UTC and a time loses its offset, so that what the writer knew can no longer be told.
 */
const loader: Loader = {
	...files,
	load: (context) =>
		files.load({
			...context,
			parseData: async (entry) => {
				const source = await readFile(entry.filePath ?? '', 'utf8');
				return context.parseData({ ...entry, data: readFrontmatter(source).toJS() });
			},
		}),
};

export const collections = { articles: defineCollection({ loader, schema: articleSchema }) };
