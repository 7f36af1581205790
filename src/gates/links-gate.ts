import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { LOCAL } from '../address/environment.ts';
import { under } from '../address/urls.ts';
import { refuse } from '../problems.ts';
import { linkProblems } from './links.ts';

/** The links gate: stops the build when an address in what was emitted leads nowhere, or out of the site where it must not. */
export default function links(): AstroIntegration {
	let site: URL;
	return {
		name: 'links',
		hooks: {
			'astro:config:done': ({ config }) =>
				void (site = new URL(under(config.base, '/'), config.site ?? LOCAL)),
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				const entries = (await readdir(root, { recursive: true, withFileTypes: true })).filter(
					(entry) => entry.isFile(),
				);
				const files = entries
					.map(({ parentPath, name }) =>
						relative(root, join(parentPath, name)).replaceAll('\\', '/'),
					)
					.sort();
				refuse(
					'بوّابة الروابط',
					linkProblems(site, files, (file) => readFileSync(join(root, file), 'utf8')),
				);
			},
		},
	};
}
