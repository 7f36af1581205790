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
		// Tests mostly wait for a browser or a build. Vitest's default is one worker on two cores.
		maxWorkers: 3,
		// A process reads its modules and starts its browser once for many files.
		isolate: false,
		// A limit for hangs, not a claim: on a busy machine a card takes seconds.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		expect: { poll: { timeout: 60_000 } },
		projects: [
			{
				extends: true,
				plugins: [newspaper],
				test: {
					name: 'unit',
					include: ['tests/unit/**/*.test.ts'],
					setupFiles: 'tests/unit/setup.ts',
					unstubEnvs: true,
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
			// The publisher's own tests, beside the articles. There may be none.
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
