import { glob, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { refuse } from '../problems.ts';
import { directionProblems } from './direction.ts';

/** The direction gate: stops the build when emitted CSS, in a file or within a page, takes a side without naming its direction. */
export default function direction(): AstroIntegration {
	return {
		name: 'direction',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				const paths = (await Array.fromAsync(glob('**/*.{css,html,svg}', { cwd: root })))
					.sort()
					.map((path) => join(root, path));
				const problems = await Promise.all(
					paths.map(async (path) =>
						directionProblems(
							relative(root, path).split(sep).join('/'),
							await readFile(path, 'utf8'),
						),
					),
				);
				refuse('بوّابة الاتجاه', problems.flat());
			},
		},
	};
}
