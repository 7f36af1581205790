import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'cheerio';
import { copyProject } from '../project.ts';

/** A built site for the tools that measure and take pictures. */
export interface Built {
	folder: string;
	/** The path that it was built for: `/` or `/news/`. */
	base: string;
	/** Paths of articles, as `articles/x/`: the first is the one to measure. */
	articles: string[];
	remove(): Promise<void>;
}

/**
 * A built site: a given one, or the tests' newspaper, which is built in a copy.
 * @param dist The folder of a built site.
 * @throws where it holds no built site, or no article.
 */
export async function built(dist?: string): Promise<Built> {
	if (!dist) {
		const copy = await copyProject();
		const { code, output } = await copy.build('https://almanara.example/');
		if (code !== 0) throw new Error(output);
		return {
			folder: `${copy.folder}/dist`,
			base: '/',
			articles: ['articles/libraries-forum-tunis-2024/', 'articles/budget-and-projects/'],
			remove: copy.remove,
		};
	}
	const folder = resolve(dist);
	const articles = readdirSync(`${folder}/articles`, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => `articles/${name}/`);
	const home = load(readFileSync(`${folder}/index.html`, 'utf8'));
	const { pathname } = new URL(home('link[rel=canonical]').attr('href') ?? '');
	return { folder, base: pathname, articles, remove: async () => {} };
}
