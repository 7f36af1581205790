import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { LOCAL } from '../address/environment.ts';
import { under } from '../address/urls.ts';
import { refuse } from '../problems.ts';
import { directionProblems } from './direction.ts';
import { linkProblems } from './links.ts';
import { isOriginal, pictureProblems } from './pictures.ts';

const TEXT = /\.(?:html|svg|css|xml|webmanifest)$/;

/**
 * The gates at the end of a build: direction, links and pictures of what was emitted. Each file is
 * read once. All problems are listed together, and stop the build.
 */
export default function gates(): AstroIntegration {
	let site: URL;
	let content: string;
	return {
		name: 'gates',
		hooks: {
			'astro:config:done': ({ config }) => {
				site = new URL(under(config.base, '/'), config.site ?? LOCAL);
				content = fileURLToPath(new URL('content/', config.root));
			},
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				const files = await filesOf(root);
				const texts = new Map<string, string>();
				for (const file of files.filter((file) => TEXT.test(file)))
					texts.set(file, await readFile(join(root, file), 'utf8'));
				const originals = (await filesOf(content)).filter(isOriginal);
				refuse('بوّابة الموقع المبني', [
					...[...texts].flatMap(([file, text]) => directionProblems(file, text)),
					...linkProblems(site, files, (file) => texts.get(file) ?? ''),
					...(await pictureProblems(
						files.map((file) => ({ file, path: join(root, file) })),
						originals.map((name) => ({ file: `content/${name}`, path: join(content, name) })),
					)),
				]);
			},
		},
	};
}

/** The files of a folder and of those in it, in one order everywhere; none where it is missing. */
async function filesOf(folder: string): Promise<string[]> {
	if (!existsSync(folder)) return [];
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
		.sort();
}
