import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { describe, isError, type Problem, Refusal } from '../problems.ts';
import { contentProblems } from './content.ts';
import { showProblems } from './dev.ts';
import { describeFrontmatter } from './editors.ts';

const BUILD = 'صحّحها ثم أعد البناء.';
const SAVE = 'صحّحها ثم احفظ الملف.';

/**
 * The gate before the build: every article and every word of the interface is read and judged, and all that is wrong is
 * listed at once. Astro itself would stop at the first, in English, and in some cases without the article's name.
 * In `npm run dev` every save goes through it.
 */
export default function content(): AstroIntegration {
	return {
		name: 'content',
		hooks: {
			'astro:config:setup': async ({ config, command, logger, addMiddleware }) => {
				if (command === 'preview') return;
				if (command !== 'build') await describeFrontmatter(config.root);
				if (command === 'dev')
					addMiddleware({ entrypoint: new URL('./dev-bar.ts', import.meta.url), order: 'post' });
				const problems = await contentProblems(config.root);
				const errors = tellWarnings(problems, logger, command === 'dev' ? SAVE : BUILD);
				// While writing, a mistake must not take the server away.
				if (errors && command !== 'dev') throw new Refusal(errors);
				if (errors) logger.error(errors);
			},
			'astro:server:setup': ({ server, logger }) =>
				showProblems(server, (problems) => {
					const errors = tellWarnings(problems, logger, SAVE);
					if (errors) logger.error(errors);
				}),
		},
	};
}

/** Prints the warnings; returns the report of the errors, undefined where there is none. `mend`: what to do then. */
function tellWarnings(
	problems: readonly Problem[],
	logger: AstroIntegrationLogger,
	mend: string,
): string | undefined {
	const errors = problems.filter(isError);
	for (const problem of problems) if (!isError(problem)) logger.warn(describe(problem));
	if (errors.length === 0) return undefined;
	return [`بوّابة المحتوى: أخطاء عددها ${errors.length}. ${mend}`, ...errors.map(describe)].join(
		'\n',
	);
}
