import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readContent } from '../article/read.ts';
import { describe, type Problem, Refusal } from '../problems.ts';
import { articleProblems, duplicateSlugs, literalProblems } from './judge.ts';

const ARTICLES = 'content/articles/';
const WORDS = ['src/strings.ts', 'src/site.ts'];

/**
 * The gate before the build: every article and every word of the interface is read and judged, and all that is wrong is
 * listed at once. Astro itself would stop at the first, in English, and in some cases without the article's name.
 */
export default function content(): AstroIntegration {
	return {
		name: 'content',
		hooks: {
			'astro:config:setup': async ({ config, command, logger }) => {
				if (command === 'preview') return;
				const problems = await contentProblems(config.root);
				const warnings = problems.filter(({ severity }) => severity === 'warning');
				const errors = problems.filter(({ severity }) => severity !== 'warning');
				for (const warning of warnings) logger.warn(describe(warning));
				if (errors.length === 0) return;
				const report = [
					`بوّابة المحتوى: أخطاء عددها ${errors.length}. صحّحها ثم أعد البناء.`,
					...errors.map(describe),
				].join('\n');
				// While writing, a mistake must not take the server away.
				if (command === 'dev') logger.error(report);
				else throw new Refusal(report);
			},
		},
	};
}

async function contentProblems(root: URL): Promise<Problem[]> {
	const base = new URL(ARTICLES, root);
	// Git keeps no empty folder: it is missing where there is no article yet.
	const names = (existsSync(base) ? await readdir(base, { recursive: true }) : [])
		.map((name) => name.replaceAll('\\', '/'))
		.filter((name) => /\.mdx?$/.test(name))
		.sort();
	const files = names.map((name) => ARTICLES + name);
	const sources = await Promise.all(files.map((file) => readFile(new URL(file, root), 'utf8')));
	const drafts = new Map(
		names.map((name, index) => [
			name.replace(/\.mdx$/, ''),
			Object(readContent(ARTICLES + name, sources[index] ?? '').data).draft === true,
		]),
	);
	const articles = files.map((file, index) =>
		articleProblems(file, sources[index] ?? '', {
			exists: (path) => existsSync(join(dirname(fileURLToPath(new URL(file, root))), path)),
			drafts,
		}),
	);
	const words = await Promise.all(
		WORDS.map(async (file) => literalProblems(file, await readFile(new URL(file, root), 'utf8'))),
	);
	return [...duplicateSlugs(files), ...articles.flat(), ...words.flat()];
}
