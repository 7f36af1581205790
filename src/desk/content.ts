import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBlocking, type Problem } from '../problems.ts';
import { site } from '../site.ts';
import { colourProblems, duplicateSlugs, fileProblems, isDraft, literalProblems } from './judge.ts';

const WORDS = ['src/strings.ts', 'src/site.ts'];

/**
 * What is wrong with the content and the words of the interface.
 * @param only How the path of a file begins that is judged: `content/articles/`. Without: all, and the words.
 */
export async function contentProblems(root: URL, only = ''): Promise<Problem[]> {
	const articles = await contentOf('content/articles/', root);
	const pages = await contentOf('content/pages/', root);
	const drafts = new Map(
		articles.map(({ file, bytes }) => [
			file.slice('content/articles/'.length).replace(/\.mdx$/, ''),
			isDraft(file, bytes.toString('utf8')),
		]),
	);
	const judged = [...articles, ...pages].filter(({ file }) => file.startsWith(only));
	const texts = judged.flatMap(({ file, bytes }) =>
		fileProblems(file, bytes, {
			exists: (path) => existsSync(join(dirname(fileURLToPath(new URL(file, root))), path)),
			drafts,
		}),
	);
	if (only) return texts;
	const words = await Promise.all(
		WORDS.map(async (file) => literalProblems(file, await readFile(new URL(file, root), 'utf8'))),
	);
	return [
		...[articles, pages].flatMap((all) =>
			duplicateSlugs(
				all
					.filter(({ file, bytes }) => !isDraft(file, bytes.toString('utf8')))
					.map(({ file }) => file),
			),
		),
		...texts,
		...words.flat(),
		...colourProblems(site.colours),
	];
}

/** The files of a folder of content; none where it is missing, for git keeps no empty folder. */
async function contentOf(folder: string, root: URL): Promise<{ file: string; bytes: Buffer }[]> {
	const base = new URL(folder, root);
	const names = existsSync(base) ? await readdir(base, { recursive: true }) : [];
	const files = names
		.map((name) => folder + name.replaceAll('\\', '/'))
		.filter((name) => /\.mdx?$/.test(name))
		.sort();
	return Promise.all(
		files.map(async (file) => ({ file, bytes: await readFile(new URL(file, root)) })),
	);
}

/**
 * The files of content that `npm run dev` keeps out of the site until they are mended.
 * @param only How the paths begin of those that are asked about.
 */
export async function refusedFiles(root: URL, only: string): Promise<ReadonlySet<string>> {
	const problems = await contentProblems(root, only);
	return new Set(problems.filter(isBlocking).map(({ file }) => file));
}
