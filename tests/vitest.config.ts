import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
	root,
	test: {
		// Tests mostly wait for a browser or a build. Vitest's default is one worker on two cores.
		maxWorkers: 3,
		// A limit for hangs, not a claim: on a busy machine a card takes seconds.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		projects: [
			{ extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
			{
				extends: true,
				test: {
					name: 'pages',
					include: ['tests/{site,browser,hosts}/**/*.test.ts'],
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
