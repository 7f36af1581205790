import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
	root,
	test: {
		// Most of the time a test waits for a browser or a build: vitest's own count, a core less than there are, would be one.
		maxWorkers: 3,
		// How long a test may take is no part of what it says: on a busy machine drawing a card takes seconds.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		projects: [
			{ extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
			{
				extends: true,
				test: {
					name: 'pages',
					include: ['tests/{laws,site,browser,hosts}/**/*.test.ts'],
					globalSetup: 'tests/sites.ts',
				},
			},
		],
	},
});
