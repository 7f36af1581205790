/**
 * Old addresses and where they lead: `content/redirects.txt` and the engine's own. One table for
 * every host, like the headers (headers.ts). The format is documented in docs/publishing.md.
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

/**
 * A path in percents, as browsers send it; and with the codes in lower case, as WordPress writes
 * them. Some hosts compare percents letter by letter.
 */
export function spellings(path: string): string[] {
	const sent = encodeURI(path);
	return [...new Set([sent, sent.replace(/%../g, (code) => code.toLowerCase())])];
}

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

/** The redirect of a line without its comment, or what is wrong with it. */
function readLine(words: string): Redirect | string {
	const [oldAddress = '', newAddress = '', status = '301', ...more] = words.split(/\s+/);
	if (newAddress === '' || more.length > 0)
		return `في السطر ${more.length > 0 ? 'كلمات زائدة' : 'رابط واحد'}. اكتب الرابط القديم ثم الجديد. ${EXAMPLE}`;
	const from = readOldAddress(oldAddress);
	if (typeof from === 'string') return from;
	const to = readTo(newAddress);
	if (typeof to === 'string') return to;
	if (status !== '301' && status !== '302')
		return `الحالة «${status}» غير معروفة. اكتب 301 لما انتقل نهائيًا أو 302 لما انتقل مؤقتًا.`;
	return { ...from, ...to, status: status === '302' ? 302 : 301 };
}

/**
 * Reads the file: on each line an old address, a new one and, if need be, a status (301 or 302);
 * `#` begins a comment. Problems have their line numbers; a line with a problem gives no redirect.
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
		const read = readLine(words);
		if (typeof read === 'string') problems.push({ file: FILE, line, message: read });
		else redirects.push({ ...read, file: FILE, line });
	}
	return { redirects, problems };
}

/**
 * What a path leads to in the built site: the path with its slash where it is a page, or undefined.
 */
export type Find = (path: string) => string | undefined;

/** Whether a page of the built site, named as `Find` gives it, has an id. */
export type Holds = (page: string, id: string) => boolean;

/**
 * The table for the hosts: the lines of the file, those with a query first, then the guessed
 * addresses that nothing else answers; and what is wrong with the lines. `find` knows the files of
 * the site by decoded paths.
 * @param cut What `cutAddresses` gives.
 */
export function tableOf(
	written: readonly WrittenRedirect[],
	find: Find,
	holds: Holds,
	cut: readonly Redirect[] = [],
): { table: Redirect[]; problems: Problem[] } {
	const problems: Problem[] = [];
	const lines = new Map<string, WrittenRedirect>();
	const wrong = ({ file, line, field }: WrittenRedirect, message: string) =>
		void problems.push({ file, line, ...(field && { field }), message });
	for (const redirect of written) {
		const name = nameOf(redirect);
		const first = lines.get(name);
		if (first) wrong(redirect, `${name} مذكور في ${placeOf(first, redirect)} أيضًا. احذف أحدهما.`);
		else lines.set(name, redirect);
	}
	const table: Redirect[] = [];
	for (const [name, written] of lines) {
		const fault = faultOf(name, written, lines, find, holds);
		if (fault !== undefined) {
			wrong(written, fault);
			continue;
		}
		const { file: _, line: __, field: ___, ...redirect } = written;
		const { to, rest } = partsOf(redirect);
		table.push({
			...redirect,
			to: to === undefined ? redirect.to : encodeURI(find(to) ?? to) + rest,
		});
	}
	table.sort((a, b) => parameters(b) - parameters(a));
	const guessed = [...GUESSED, ...cut].filter(({ from }) => !lines.has(from) && !find(from));
	return { table: [...table, ...guessed], problems };
}

/**
 * Where a redirect leads in the site, decoded, and its query and fragment; `to` is undefined for
 * another site.
 */
function partsOf({ to }: Redirect): { to: string | undefined; rest: string } {
	const [path = ''] = to.split(/[?#]/);
	return {
		to: to.startsWith('/') ? (decode(path) ?? path) : undefined,
		rest: to.slice(path.length),
	};
}

/** Where a redirect is written, as it is told in the file of another. */
const placeOf = (redirect: WrittenRedirect, { file }: WrittenRedirect): string =>
	redirect.file === file ? `السطر ${redirect.line}` : `${redirect.file}:${redirect.line}`;

/** What is wrong with a redirect among all, or undefined. */
function faultOf(
	name: string,
	redirect: WrittenRedirect,
	lines: ReadonlyMap<string, WrittenRedirect>,
	find: Find,
	holds: Holds,
): string | undefined {
	if (!redirect.query && find(redirect.from))
		return `${name} صفحة في الموقع، فلا يُحوَّل عنها. احذفه أو احذف الصفحة.`;
	const { to, rest } = partsOf(redirect);
	if (to === undefined) return undefined;
	if (withoutSlash(to) === redirect.from)
		return `${name} يُحوَّل إلى نفسه. اكتب وجهة أخرى أو احذف السطر.`;
	const next = lines.get(withoutSlash(to));
	const last = next && lastOf(next, lines);
	if (next && last === undefined)
		return `${name} يدور: وجهته تُحوَّل حتى تعود إليه. اكتب وجهة هي صفحة في الموقع.`;
	if (next)
		return `وجهة ${name} تُحوَّل في ${placeOf(next, redirect)} إلى غيرها. اكتب الوجهة الأخيرة: ${last}`;
	const page = find(to);
	if (!page) return `وجهة ${name} لا صفحة فيها: ${to}. صحّحها، أو احذف السطر.`;
	const id = decode(rest.replace(/^[^#]*#?/, '')) ?? '';
	// A fragment may name words instead: `#:~:text=`.
	if (!page.endsWith('/') || id === '' || id.includes(':~:') || holds(page, id)) return undefined;
	return `وجهة ${name} تقصد المعرّف «${id}» وهو ليس في ${page}. صحّحه، أو احذفه مع # التي قبله.`;
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
 * The redirect that answers a request, and its Location. `path` is from the site's root and as the
 * browser sent it; `search` begins with `?` or is empty.
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
 * `_redirects` of Cloudflare, Netlify and GitLab: the publisher's own `public/_redirects` first,
 * since the first line that matches wins. Cloudflare compares paths as browsers send them, so each
 * is written in all `spellings`, with and without the slash. It leaves out lines with a query, as
 * GitLab does.
 */
export function redirectsFile(table: readonly Redirect[], base: string, own = ''): string {
	const lines = table.flatMap((redirect) => {
		const { from, query, status } = redirect;
		return spellings(under(base, from))
			.flatMap((one) => (one.endsWith('/') ? [one] : [one, `${one}/`]))
			.map((one) => [one, ...pairs(query), target(base, redirect), status].join(' '));
	});
	return [...(own ? [own.trim()] : []), ...lines, ''].join('\n');
}

/**
 * The file of an old address, for hosts without redirects. Undefined for an address with a query,
 * which no file can have, and for feeds: their readers do not follow a page.
 */
export function pageFile({ from, query, to }: Redirect): string | undefined {
	if (query || (to.startsWith('/') && !/\/(?:[?#].*)?$/.test(to))) return undefined;
	return /\.html?$/.test(from) ? from.slice(1) : `${from.slice(1)}/index.html`;
}

/**
 * The page of an old address: it redirects without script, and names the canonical address.
 * `address` is absolute.
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
