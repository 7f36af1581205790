import type { AstroIntegration } from 'astro';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Lets the scripts give way to the text: Astro writes `<script type="module">`, which browsers fetch at high priority beside
 * the page. Ours only add to it, so they come last.
 */
export default function scripts(): AstroIntegration {
	return {
		name: 'scripts',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				for await (const path of glob('**/*.html', { cwd: root })) {
					const html = await readFile(join(root, path), 'utf8');
					await writeFile(join(root, path), html.replaceAll('<script type="module" src=', '<script type="module" async fetchpriority="low" src='));
				}
			},
		},
	};
}
