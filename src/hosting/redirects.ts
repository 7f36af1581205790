/**
 * Old addresses and where they lead: `content/redirects.txt` and the engine's own. One table for every host, like the
 * headers (headers.ts). The format is documented in docs/publishing.md.
 */

import { decode, type OldAddress, readOldAddress, withoutSlash } from '../address/old-address.ts';
import { archivePath, under } from '../address/paths.ts';
import type { Problem } from '../problems.ts';
import { site } from '../site.ts';
import { strings } from '../strings.ts';

export interface Redirect extends OldAddress {
	/** From the site's root, or another site's with https; in percents. */
	to: string;
	status: 301 | 302;
}

/** A redirect and where it is written: a line of the file, or a key of an article. */
export interface WrittenRedirect extends Redirect {
	file: string;
	/** From 1. */
	line: number;
	field?: string;
}

/** Addresses that people and feed readers guess. */
const GUESSED: readonly Redirect[] = [
	{ from: '/feed', to: '/rss.xml', status: 301 },
	{ from: '/rss', to: '/rss.xml', status: 301 },
	{ from: '/sitemap.xml', to: '/sitemap-index.xml', status: 301 },
];

/** Parts of the archive by id: the folder of the pages that each lists. */
const LISTS: Readonly<Record<string, string>> = { topics: '/topics', writers: '/people' };

/**
 * Redirects for shortened addresses of articles, topics, people and months, to the archive or its
 * part that lists them.
 * @param archive The built page of the archive.
 */
export function cutAddresses(archive: string): Redirect[] {
	const parts = [...archive.matchAll(/<h2 id="(topics|writers|\d{4})"/g)].map(
		([, id = '']): Redirect => ({
			from: LISTS[id] ?? archivePath() + id,
			to: `${archivePath()}#${id}`,
			status: 301,
		}),
	);
	return [{ from: '/articles', to: archivePath(), status: 301 }, ...parts];
}

/** The publisher's table, from the project's root. */
export const FILE = 'content/redirects.txt';

/** Marks of direction and the like that come along when a line is copied: no address has them. */
const UNSEEN = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

const EXAMPLE = 'مثاله: /قديم /articles/new/ 301';

/** A path in percents, as browsers send it. */
export const encode = (path: string): string => encodeURI(path);

/** The key of a redirect, with its query: `/قديم?p=12`. */
const nameOf = ({ from, query }: Redirect): string => (query ? `${from}?${query}` : from);

/** Where a line leads, in percents, or what is wrong with it. */
function readTo(text: string): { to: string } | string {
	if (/^http:/i.test(text)) return `الوجهة «${text}» بلا تشفير. اكتبها بـ https://`;
	const off = /^https:\/\/[^/]/i.test(text);
	if (!off && !/^\/(?![/\\])/.test(text))
		return `الوجهة «${text}» ليست مسارًا في الموقع ولا رابطًا يبدأ بـ https://. ${EXAMPLE}`;
	const url = URL.parse(text, 'https://example.org');
	if (!url || url.username || url.password)
		return `الوجهة «${text}» رابط غير صالح. انسخها من المتصفح مرة أخرى.`;
	// Characters with a meaning in server configurations: `$1`, `:name`, `*`, quotes.
	const rest = (url.pathname + url.search + url.hash).replace(
		/[!'()*;:,$|^`{}\\"<>]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return { to: (off ? url.origin : '') + rest };
}

/**
 * Reads the file: on each line an old address, a new one and, if need be, a status (301 or 302); `#` begins a comment.
 * Problems have their line numbers; a line with a problem gives no redirect.
 */
export function readRedirects(text: string): { redirects: WrittenRedirect[]; problems: Problem[] } {
	const redirects: WrittenRedirect[] = [];
	const problems: Problem[] = [];
	for (const [index, written] of text.split(/\r?\n/).entries()) {
		const words = written
			.replace(UNSEEN, '')
			.replace(/(?:^|\s)#.*$/, '')
			.trim();
		if (words === '') continue;
		const line = index + 1;
		const [oldAddress = '', newAddress = '', status = '301', ...more] = words.split(/\s+/);
		const from = readOldAddress(oldAddress);
		const to = readTo(newAddress);
		const wrong =
			newAddress === '' || more.length > 0
				? `في السطر ${more.length > 0 ? 'كلمات زائدة' : 'رابط واحد'}. اكتب الرابط القديم ثم الجديد. ${EXAMPLE}`
				: typeof from === 'string'
					? from
					: typeof to === 'string'
						? to
						: status === '301' || status === '302'
							? undefined
							: `الحالة «${status}» غير معروفة. اكتب 301 لما انتقل نهائيًا أو 302 لما انتقل مؤقتًا.`;
		if (wrong !== undefined) problems.push({ file: FILE, line, message: wrong });
		else if (typeof from !== 'string' && typeof to !== 'string')
			redirects.push({
				...from,
				...to,
				status: status === '302' ? 302 : 301,
				file: FILE,
				line,
			});
	}
	return { redirects, problems };
}

/** What a path leads to in the built site: the path with its slash where it is a page, or undefined. */
export type Find = (path: string) => string | undefined;

/**
 * The table for the hosts: the lines of the file, those with a query first, then the guessed addresses that nothing else
 * answers; and what is wrong with the lines. `find` knows the files of the site by decoded paths.
 * @param cut What `cutAddresses` gives.
 */
export function tableOf(
	written: readonly WrittenRedirect[],
	find: Find,
	cut: readonly Redirect[] = [],
): { table: Redirect[]; problems: Problem[] } {
	const problems: Problem[] = [];
	const lines = new Map<string, WrittenRedirect>();
	const wrong = ({ file, line, field }: WrittenRedirect, message: string) =>
		void problems.push({ file, line, ...(field && { field }), message });
	const placeOf = (other: WrittenRedirect, { file }: WrittenRedirect) =>
		other.file === file ? `السطر ${other.line}` : `${other.file}:${other.line}`;
	for (const redirect of written) {
		const name = nameOf(redirect);
		const first = lines.get(name);
		if (first) wrong(redirect, `${name} مذكور في ${placeOf(first, redirect)} أيضًا. احذف أحدهما.`);
		else lines.set(name, redirect);
	}
	const table: Redirect[] = [];
	for (const [name, written] of lines) {
		const { file: _, line: __, field: ___, ...redirect } = written;
		const [path = ''] = redirect.to.split(/[?#]/);
		const to = redirect.to.startsWith('/') ? (decode(path) ?? path) : undefined;
		const next = to === undefined ? undefined : lines.get(withoutSlash(to));
		if (!redirect.query && find(redirect.from))
			wrong(written, `${name} صفحة في الموقع، فلا يُحوَّل عنها. احذفه أو احذف الصفحة.`);
		else if (to !== undefined && withoutSlash(to) === redirect.from)
			wrong(written, `${name} يُحوَّل إلى نفسه. اكتب وجهة أخرى أو احذف السطر.`);
		else if (next && lastOf(next, lines) === undefined)
			wrong(written, `${name} يدور: وجهته تُحوَّل حتى تعود إليه. اكتب وجهة هي صفحة في الموقع.`);
		else if (next)
			wrong(
				written,
				`وجهة ${name} تُحوَّل في ${placeOf(next, written)} إلى غيرها. اكتب الوجهة الأخيرة: ${lastOf(next, lines)}`,
			);
		else if (to !== undefined && !find(to))
			wrong(written, `وجهة ${name} لا صفحة فيها: ${to}. صحّحها، أو احذف السطر.`);
		else
			table.push({
				...redirect,
				to:
					to === undefined ? redirect.to : encode(find(to) ?? to) + redirect.to.slice(path.length),
			});
	}
	table.sort((a, b) => parameters(b) - parameters(a));
	const guessed = [...GUESSED, ...cut].filter(({ from }) => !lines.has(from) && !find(from));
	return { table: [...table, ...guessed], problems };
}

const parameters = ({ query }: Redirect): number => (query ? query.split('&').length : 0);

/** Where a chain of redirects ends, or undefined where it runs in a circle. */
function lastOf(first: Redirect, lines: ReadonlyMap<string, Redirect>): string | undefined {
	let redirect: Redirect | undefined = first;
	for (let steps = 0; redirect && steps <= lines.size; steps++) {
		const to: string = redirect.to;
		redirect = lines.get(withoutSlash(decode(to.replace(/[?#].*/, '')) ?? to));
		if (!redirect) return to;
	}
	return undefined;
}

/** Whether a redirect passes the query of the request on to its target. */
export const passesQuery = ({ query, to }: Redirect): boolean => !query && !/[?#]/.test(to);

/** The target under the base; other sites' addresses stay as they are. */
export const target = (base: string, { to }: Redirect): string =>
	to.startsWith('/') ? under(base, to) : to;

/**
 * The redirect that answers a request, and its Location. `path` is from the site's root and as the browser sent it;
 * `search` begins with `?` or is empty.
 */
export function redirectFor(
	table: readonly Redirect[],
	base: string,
	path: string,
	search: string,
): { status: 301 | 302; location: string } | undefined {
	const asked = withoutSlash(decode(path) ?? '');
	const given = search.slice(1).split('&');
	const redirect = table.find(
		({ from, query }) =>
			from === asked &&
			(!query || query.split('&').every((parameter) => given.includes(parameter))),
	);
	return (
		redirect && {
			status: redirect.status,
			location: target(base, redirect) + (passesQuery(redirect) ? search : ''),
		}
	);
}

/** The parameters of a query, each with its `=`, for hosts that know only pairs. */
export const pairs = (query = ''): string[] =>
	query
		.split('&')
		.filter(Boolean)
		.map((parameter) => (parameter.includes('=') ? parameter : `${parameter}=`));

/**
 * `_redirects` of Cloudflare, Netlify and GitLab: the publisher's own `public/_redirects` first, since the first line that
 * matches wins. Cloudflare compares paths as browsers send them, so each is written with and without the slash, and
 * with percent codes in lower case too, as WordPress writes them. It leaves out lines with a query, as GitLab does.
 */
export function redirectsFile(table: readonly Redirect[], base: string, own = ''): string {
	const lines = table.flatMap((redirect) => {
		const { from, query, status } = redirect;
		const path = under(base, encode(from));
		const small = path.replace(/%../g, (code) => code.toLowerCase());
		return [...new Set([path, small])]
			.flatMap((one) => (one.endsWith('/') ? [one] : [one, `${one}/`]))
			.map((one) => [one, ...pairs(query), target(base, redirect), status].join(' '));
	});
	return [...(own ? [own.trim()] : []), ...lines, ''].join('\n');
}

/**
 * The file of an old address, for hosts without redirects. Undefined for an address with a query, which no file can
 * have, and for feeds: their readers do not follow a page.
 */
export function pageFile({ from, query, to }: Redirect): string | undefined {
	if (query || (to.startsWith('/') && !/\/(?:[?#].*)?$/.test(to))) return undefined;
	return /\.html?$/.test(from) ? from.slice(1) : `${from.slice(1)}/index.html`;
}

/**
 * The page of an old address: it redirects without script, and names the canonical address. `address` is absolute.
 */
export function redirectPage(address: string): string {
	const href = address.replaceAll('&', '&amp;');
	return [
		`<!DOCTYPE html><html lang="${site.language}" dir="${site.direction}"><head><meta charset="utf-8">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<meta http-equiv="refresh" content="0; url=${href}"><title>${strings.moved}</title>`,
		`<meta name="robots" content="noindex"><link rel="canonical" href="${href}"></head>`,
		`<body><p>${strings.moved} <a href="${href}">${strings.movedTo}</a>.</p></body></html>\n`,
	].join('');
}
