/** What every law is made of. */
import type { Problem } from '../../src/problems.ts';
import type { BuiltPage, Site } from './site.ts';

export type Law = (site: Site) => Problem[] | Promise<Problem[]>;

/** The mend for faults that no writer can cause. */
export const REBUILD = 'أعد البناء: npm run build، فإن بقي الخطأ فهو في المحرّك: أبلغ عنه.';

/** Where people find a file of the site. */
export const shown = (file: string): string => `dist/${file}`;

/** A problem of a built file. */
export const problem = (file: string, message: string): Problem => ({ file: shown(file), message });

/** The messages that a law has for each page that readers and machines are sent to. */
export const eachPage =
	(messages: (page: BuiltPage, site: Site) => string[], kinds = ['page', 'missing']): Law =>
	(site) =>
		[...site.pages.values()]
			.filter(({ kind }) => kinds.includes(kind))
			.flatMap((page) => messages(page, site).map((message) => problem(page.file, message)));

/** The messages whose condition holds. */
export const when = (...rules: [boolean, string][]): string[] =>
	rules.filter(([wrong]) => wrong).map(([, message]) => message);
