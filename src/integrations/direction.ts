import type { AstroIntegration } from 'astro';
import { glob, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { directionProblems } from '../lib/direction.ts';
import { describe, Refusal } from '../lib/problems.ts';

/** The direction gate: stops the build when emitted CSS, in a file or within a page, takes a side without naming its direction. */
export default function direction(): AstroIntegration {
	return {
		name: 'direction',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				const paths = (await Array.fromAsync(glob('**/*.{css,html,svg}', { cwd: root }))).sort().map((path) => join(root, path));
				const problems = await Promise.all(paths.map(async (path) =>
					directionProblems(relative(root, path).split(sep).join('/'), await readFile(path, 'utf8'))));
				const findings = [...Map.groupBy(problems.flat(), ({ message }) => message).values()];
				if (!findings.length) return;
				// What a layout does wrong is wrong on every page: the first one is enough to find it.
				const lines = findings.flatMap(([first, ...others]) =>
					first ? describe(first) + (others.length ? ` (وتكرّر في ملفات أخرى، عددها ${others.length})` : '') : []);
				throw new Refusal(['بوّابة الاتجاه: في CSS الناتج ما ينحاز إلى اليمين أو اليسار.', ...lines].join('\n'));
			},
		},
	};
}
