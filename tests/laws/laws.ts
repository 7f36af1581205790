/**
 * What holds of every site that the engine builds, whatever its content. Laws read the built files,
 * with other tools than those that built them. `npm run check` asks them of the publisher's site,
 * laws.test.ts of the tests' sites. Those that need a browser are in browser.ts.
 */
import type { Law } from './law.ts';
import { calendars, feed, previews, sitemap, structuredData } from './machines.ts';
import { direction, links, lists, outline, pictures, policy, secondOrigin } from './pages.ts';

/** By what each is about. */
export const LAWS: Readonly<Record<string, Law>> = {
	links,
	lists,
	'second origin': secondOrigin,
	policy,
	direction,
	outline,
	pictures,
	previews,
	'structured data': structuredData,
	feed,
	calendars,
	sitemap,
};
