import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The unit tests' newspaper is «المنارة»: what a publisher writes into `src/site.ts` concerns no test. */
const newspaper = {
	name: 'newspaper',
	load: (file: string) =>
		file.endsWith('/src/site.ts')
			? readFileSync(`${root}tests/newsroom/almanara.ts`, 'utf8')
			: undefined,
};

export default defineConfig({
	root,
	test: {
		// Most of the time a test waits for a browser or a build: vitest's own count, a core less than there are, would be one.
		maxWorkers: 3,
		// How long a test may take is no part of what it says: on a busy machine drawing a card takes seconds.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		projects: [
			{
				extends: true,
				plugins: [newspaper],
				test: {
					name: 'unit',
					include: ['tests/unit/**/*.test.ts'],
					// A host that runs the tests, such as GitHub, would tell them an address of its own.
					env: { SITE_URL: 'https://almanara.example/news/' },
				},
			},
			{
				extends: true,
				test: {
					name: 'pages',
					include: ['tests/{laws,site,browser,hosts}/**/*.test.ts'],
					globalSetup: 'tests/sites.ts',
				},
			},
			// The publisher's own tests, where there are any: deleted with the article that they tell of.
			{
				extends: true,
				test: {
					name: 'content',
					include: ['content/**/*.test.ts'],
					globalSetup: 'tests/content.ts',
				},
			},
		],
	},
});
