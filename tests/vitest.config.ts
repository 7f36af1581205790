import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
	root,
	test: {
		// Most of the time a test waits for a browser or a build: vitest's own count, a core less than there are, would be one.
		maxWorkers: 3,
		projects: [
			{ root, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
			{
				root,
				test: { name: 'pages', include: ['tests/{site,browser,hosts}/**/*.test.ts'], globalSetup: 'tests/sites.ts', testTimeout: 60_000, hookTimeout: 60_000 },
			},
		],
	},
});
