/**
 * Complete configurations for servers that read none of the files in `dist/`, written from the
 * tables of headers.ts and redirects.ts. All expect the files of `dist/` in /var/www/example.org,
 * under the base: for `/news/` in /var/www/example.org/news/. Names are of the host, so that
 * several newspapers stand on one machine.
 */
import { withoutSlash } from '../../address/old-address.ts';
import { under } from '../../address/paths.ts';
import { RULES, type Rule, SECURITY } from '../headers.ts';
import type { Redirect } from '../redirects.ts';

/** The site that a configuration is for. */
export interface Site {
	/** The origin: `https://example.org`. */
	site: string;
	/** `/` or `/news/`. */
	base: string;
	redirects: readonly Redirect[];
}

/** The name of the site's host, for files and folders: an IPv6 address without its brackets. */
export const hostOf = ({ site }: Site): string => new URL(site).hostname.replace(/[[\]]/g, '');

/** Where the files of `dist/` lie on the server. */
export const rootOf = (site: Site): string => `/var/www/${hostOf(site)}`;

/** The comment at the top: where the configuration comes from, and when to print it again. */
export const head = (server: string) =>
	[
		`Khabar on ${server}. Printed by: npm run hosting -- ${server}`,
		'Nothing in it changes with a build: no fingerprints, no names of files. Print it again only when the address of the',
		'site or content/redirects.txt changes, or with a new version of the engine.',
	]
		.map((line) => `# ${line}`)
		.join('\n');

/** A text in the quotation marks of a configuration. */
export const quote = (text: string) => `"${text.replaceAll('"', '\\"')}"`;
/**
 * A text within a regular expression: plain, for a file that people read, where `RegExp.escape`
 * writes codes.
 */
export const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Lines in a block of a configuration. */
export const lines = (all: readonly string[], indent: string) =>
	all.map((line) => indent + line).join('\n');

/** The rules with a cache of their own. */
export const kept = RULES.filter(({ cache }) => cache);
/** Of files that other sites may show. */
export const open = RULES.filter(({ open }) => open);
/** Of files that scripts of other sites may read. */
export const readable = RULES.filter(({ readable }) => readable);
/** The headers of every response, name and value. */
export const security = Object.entries(SECURITY);
/** A type without its charset. */
export const mime = (type: string) => type.replace(/;.*/, '');

/** A rule as a regular expression over paths. `end`: what may follow the name of a file. */
export function pattern(base: string, { path }: Rule, end = ''): string {
	const [start = '', suffix = ''] = path.split('*').map(escapeRegExp);
	if (!path.includes('*')) return `^${under(base, start)}${end}$`;
	return start ? `^${under(base, start)}` : `${suffix}${end}$`;
}

/** An old address under the base: as the server sees it decoded, without the slash at its end. */
export const oldPath = (base: string, { from }: Redirect) => withoutSlash(under(base, from));
/** Both ways to ask for it: without and with the slash at its end. */
export const oldPaths = (base: string, redirect: Redirect) => {
	const path = oldPath(base, redirect);
	return [path, `${path}/`];
};
/** The redirects of addresses without a query, and those with one. */
export const byPath = (redirects: readonly Redirect[]) => redirects.filter(({ query }) => !query);
export const byQuery = (redirects: readonly Redirect[]) => redirects.filter(({ query }) => query);
/** All that a redirect may have. */
export const STATUSES = [301, 302] as const;
/** Of several papers the redirects of a kind, each with the base that it stands under. */
export const inAll = (all: readonly Site[], choose: typeof byPath) =>
	all.flatMap(({ base, redirects }) => choose(redirects).map((redirect) => ({ base, redirect })));
