import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));

// Dozens of Node processes would each compile Astro anew: share a compile cache between runs. It
// is emptied when entries of old project copies have filled it.
if (!process.env['NODE_COMPILE_CACHE']) {
	const folder = join(root, 'node_modules/.cache/khabar-tests');
	const files = existsSync(folder) ? readdirSync(folder, { recursive: true }).length : 0;
	if (files > 30_000) rmSync(folder, { recursive: true, force: true });
	process.env['NODE_COMPILE_CACHE'] = folder;
}

/**
 * First a test that builds while the papers are built; then the slowest, the slowest first; last
 * those whose sites are built last.
 */
const LONGEST = [
	'dev',
	'laws',
	'pages',
	'share',
	'newsroom',
	'hosts',
	'search',
	'listen',
	'offline',
	'policy',
	'publish',
	'facts',
	'previews',
	'gates',
];

/** Unit tests run first, while the sites are built, and the longest of the others next. */
class Order extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const place = ({ project, moduleId }: TestSpecification) => {
			if (project.name === 'unit') return -1;
			const index = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
			return index < 0 ? LONGEST.length : index;
		};
		return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
	}
}

export default defineConfig({
	root,
	test: {
		// Tests mostly wait for a browser or a build. Vitest's default is one worker on two cores.
		maxWorkers: 3,
		sequence: { sequencer: Order },
		// A process reads its modules and starts its browser once for many files.
		isolate: false,
		// Node reads TypeScript by itself: what Vite would make of each module takes longer.
		experimental: { viteModuleRunner: false },
		// A limit for hangs, not a claim: on a busy machine a card takes seconds.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		expect: { poll: { timeout: 60_000 } },
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['tests/unit/**/*.test.ts'],
					execArgv: ['--import', new URL('unit/newspaper.ts', import.meta.url).href],
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
					setupFiles: 'tests/ready.ts',
				},
			},
			// The publisher's own tests, beside the articles. There may be none.
			{
				extends: true,
				test: {
					name: 'content',
					include: ['content/**/*.test.ts'],
					globalSetup: 'tests/content.ts',
					setupFiles: 'tests/ready.ts',
				},
			},
		],
	},
});
