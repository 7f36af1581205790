import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { forgetReadings } from '../article/read.ts';
import { countEngineVersion } from '../cache.ts';
import { inWords } from '../plural.ts';
import {
	annotation,
	describe,
	isActions,
	isError,
	type Problem,
	Refusal,
	report,
} from '../problems.ts';
import { contentProblems, keepFirst } from './content.ts';
import { showProblems } from './dev.ts';
import { describeFrontmatter } from './editors.ts';
import { PLACES } from './problem.ts';

/**
 * The gate before the build: every article and every word of the interface is read and judged, and
 * all that is wrong is listed at once. Astro itself would stop at the first, in English, and in
 * some cases without the article's name. In `npm run dev` every save goes through it.
 */
export default function content(): AstroIntegration {
	return {
		name: 'content',
		hooks: {
			'astro:config:setup': async ({ config, command, logger, addMiddleware }) => {
				if (command === 'preview') return;
				// `npm run dev` begins again in the same process.
				countEngineVersion(fileURLToPath(config.root));
				if (command !== 'build') await describeFrontmatter(config.root);
				const problems = await contentProblems(config.root);
				if (command === 'dev') {
					keepFirst(config.root, problems);
					addMiddleware({ entrypoint: new URL('./dev-bar.ts', import.meta.url), order: 'post' });
					// A mistake must not stop the dev server.
					return tellProblems(problems, logger);
				}
				forgetReadings();
				tellWarnings(problems, logger);
				const errors = problems.filter(isError);
				if (errors.length > 0)
					throw new Refusal(report('بوّابة المحتوى', errors.map(describe)), errors);
			},
			'astro:server:setup': ({ server, logger }) =>
				showProblems(server, (problems) => tellProblems(problems, logger)),
		},
	};
}

function tellWarnings(problems: readonly Problem[], logger: AstroIntegrationLogger): void {
	const warnings = problems.filter((problem) => !isError(problem));
	for (const warning of warnings) logger.warn(describe(warning));
	if (isActions) for (const warning of warnings) console.log(annotation(warning));
	const mendable = problems.filter((problem) => problem.mendable).length;
	if (mendable > 0)
		logger.warn(
			`يُصحَّح آليًا ${inWords(mendable, PLACES)}: npm run fix (وللعرض فقط: npm run fix -- --check)`,
		);
}

/** What `npm run dev` prints. */
function tellProblems(problems: readonly Problem[], logger: AstroIntegrationLogger): void {
	tellWarnings(problems, logger);
	const errors = problems.filter(isError);
	if (errors.length > 0) logger.error(report('بوّابة المحتوى', errors.map(describe), 'احفظ الملف'));
}
