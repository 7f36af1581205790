import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readSource } from '../article/source.ts';
import { inWords } from '../plural.ts';
import {
	annotation,
	describe,
	isActions,
	isError,
	type Problem,
	Refusal,
	report,
} from '../problems.ts';
import { describeFrontmatter } from './editors.ts';
import { duplicateSlugs, fileProblems, isDraft, literalProblems } from './judge.ts';
import { PLACES } from './problem.ts';

const WORDS = ['src/strings.ts', 'src/site.ts'];

/**
 * The gate before the build: every article and every word of the interface is read and judged, and all that is wrong is
 * listed at once. Astro itself would stop at the first, in English, and in some cases without the article's name.
 */
export default function content(): AstroIntegration {
	return {
		name: 'content',
		hooks: {
			'astro:config:setup': async ({ config, command, logger, updateConfig }) => {
				updateConfig({ vite: { plugins: [mendedText()] } });
				if (command === 'preview') return;
				if (command !== 'build') await describeFrontmatter(config.root);
				const problems = await contentProblems(config.root);
				const warnings = problems.filter((problem) => !isError(problem));
				const errors = problems.filter(isError);
				for (const warning of warnings) logger.warn(describe(warning));
				if (isActions) for (const warning of warnings) console.log(annotation(warning));
				const mendable = problems.filter((problem) => problem.mendable).length;
				if (mendable > 0)
					logger.warn(
						`يُصحَّح آليًا ${inWords(mendable, PLACES)}: npm run fix (وللعرض فقط: npm run fix -- --check)`,
					);
				if (errors.length === 0) return;
				const dev = command === 'dev';
				const told = report(
					'بوّابة المحتوى',
					errors.map(describe),
					dev ? 'احفظ الملف' : 'أعد البناء',
				);
				// While writing, a mistake must not take the server away.
				if (dev) logger.error(told);
				else throw new Refusal(told, errors);
			},
		},
	};
}

/** MDX is given the text as it is read, not as it stands in the file. It stands before MDX's own plugin. */
const mendedText = () => ({
	name: 'khabar:mended-text',
	enforce: 'pre' as const,
	transform: {
		filter: { id: /\.mdx$/ },
		handler: (code: string) => ({ code: readSource(code).text, map: null }),
	},
});

async function contentProblems(root: URL): Promise<Problem[]> {
	const articles = await contentOf('content/articles/', root);
	const pages = await contentOf('content/pages/', root);
	const drafts = new Map(
		articles.map(({ file, bytes }) => [
			file.slice('content/articles/'.length).replace(/\.mdx$/, ''),
			isDraft(file, bytes.toString('utf8')),
		]),
	);
	const texts = [...articles, ...pages].flatMap(({ file, bytes }) =>
		fileProblems(file, bytes, {
			exists: (path) => existsSync(join(dirname(fileURLToPath(new URL(file, root))), path)),
			drafts,
		}),
	);
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
