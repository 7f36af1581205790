/**
 * The headers of every host: types, cache, security. This is the only table: `npm start`,
 * `_headers` and the configurations of `npm run hosting` (servers/) are written from it. Redirects:
 * redirects.ts.
 */
import { under } from '../address/paths.ts';

/**
 * Content types by extension: all that the build writes, and what publishers put into `public/`.
 * Texts name their charset, or old servers let browsers guess. Source:
 * https://www.iana.org/assignments/media-types
 */
export const TYPES: Readonly<Record<string, string>> = {
	html: 'text/html; charset=utf-8',
	htm: 'text/html; charset=utf-8',
	css: 'text/css; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	mjs: 'text/javascript; charset=utf-8',
	txt: 'text/plain; charset=utf-8',
	md: 'text/markdown; charset=utf-8',
	csv: 'text/csv; charset=utf-8',
	vtt: 'text/vtt; charset=utf-8',
	xml: 'application/xml; charset=utf-8',
	ics: 'text/calendar; charset=utf-8',
	json: 'application/json; charset=utf-8',
	map: 'application/json; charset=utf-8',
	webmanifest: 'application/manifest+json; charset=utf-8',
	svg: 'image/svg+xml',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	png: 'image/png',
	webp: 'image/webp',
	avif: 'image/avif',
	gif: 'image/gif',
	ico: 'image/vnd.microsoft.icon',
	woff2: 'font/woff2',
	woff: 'font/woff',
	ttf: 'font/ttf',
	otf: 'font/otf',
	mp3: 'audio/mpeg',
	m4a: 'audio/mp4',
	ogg: 'audio/ogg',
	wav: 'audio/wav',
	mp4: 'video/mp4',
	webm: 'video/webm',
	mov: 'video/quicktime',
	pdf: 'application/pdf',
	epub: 'application/epub+zip',
	zip: 'application/zip',
	wasm: 'application/wasm',
	// Of the index that the page of the search reads: gzip inside, so nothing compresses them again.
	pagefind: 'application/octet-stream',
	pf_meta: 'application/octet-stream',
	pf_index: 'application/octet-stream',
	pf_filter: 'application/octet-stream',
	pf_fragment: 'application/octet-stream',
	doc: 'application/msword',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xls: 'application/vnd.ms-excel',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	ppt: 'application/vnd.ms-powerpoint',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** The content type of a file by its name or path; undefined for other extensions. */
const typeOf = (path: string): string | undefined =>
	TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''];

/** Extensions of what compresses well: these files have `.br` and `.gz` copies beside them. */
export const TEXTS = Object.keys(TYPES).filter((extension) =>
	/charset|svg/.test(TYPES[extension] ?? ''),
);

/** Revalidated at every use; an unchanged file is answered with 304. */
export const REVALIDATED = 'public, max-age=0, must-revalidate';

/** What is particular to the headers of some files. */
export interface Rule {
	/**
	 * From the site's root: a file `/a.xml`, a folder with all below `/images/*`, or a type `*.ics`.
	 */
	path: string;
	cache?: string;
	/** Other sites may show it: Cross-Origin-Resource-Policy. */
	open?: true;
	/** Scripts of other sites may read it: Access-Control-Allow-Origin. */
	readable?: true;
}

/**
 * Exceptions. By default a file is revalidated and closed to other sites. No two rules match one
 * path.
 */
export const RULES: readonly Rule[] = [
	// The name changes with the contents. Open to other sites: web feed readers show the photographs.
	{ path: '/_astro/*', cache: 'public, max-age=31536000, immutable', open: true },
	{ path: '/images/*', open: true },
	// The marks that feeds name, and feed readers ask for unnamed.
	{ path: '/icon-*', open: true },
	{ path: '/favicon.*', open: true },
	{ path: '*.ics', readable: true },
	// Feeds and sitemaps. As `application/rss+xml` Firefox would download a feed instead of showing
	// it.
	{ path: '*.xml', readable: true },
	{ path: '*.json', readable: true },
];

/** Files for the host, not for readers. */
export const HIDDEN = ['_headers', '_redirects'] as const;

/**
 * Headers of every response. They never depend on the content, so a configuration printed once
 * stays valid. The policy's header holds only the directives that a `<meta>` policy cannot have
 * (https://www.w3.org/TR/CSP3/#meta-element). Reasons: OWASP Secure Headers, Mozilla's HTTP
 * Observatory.
 */
export const SECURITY: Readonly<Record<string, string>> = {
	'Content-Security-Policy': "frame-ancestors 'none'",
	// Without includeSubDomains: other hosts of the domain may have no HTTPS.
	'Strict-Transport-Security': 'max-age=31536000',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	// Not web-share and clipboard-write: the page offers both.
	'Permissions-Policy':
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** The rule that a path from the site's root falls under. */
function ruleFor(path: string): Rule | undefined {
	return RULES.find((rule) => {
		const [start = '', end = ''] = rule.path.split('*');
		return rule.path.includes('*')
			? path.startsWith(start) && path.endsWith(end)
			: path === rule.path;
	});
}

/** The headers that a rule sets, without the type. Without a rule: what holds for the rest. */
export function ruleHeaders(rule: Rule | undefined): Record<string, string> {
	return {
		'Cache-Control': rule?.cache ?? REVALIDATED,
		'Cross-Origin-Resource-Policy': rule?.open ? 'cross-origin' : 'same-origin',
		...(rule?.readable && { 'Access-Control-Allow-Origin': '*' }),
	};
}

/** All headers of the file at a path from the site's root (`/about/` is its index.html). */
export function headersFor(path: string): Record<string, string> {
	const rule = ruleFor(path);
	const type = typeOf(path.endsWith('/') ? 'index.html' : path);
	return { ...(type && { 'Content-Type': type }), ...ruleHeaders(rule), ...SECURITY };
}

/**
 * `_headers` of Cloudflare and Netlify. Cloudflare joins the values of one header from two rules,
 * so no path gets one twice: `/*` sets what holds everywhere, each name at the root of the site
 * sets the rest. Both hosts revalidate by default, so only another cache is written. Cloudflare
 * takes 100 rules: the most important stand first. `entries`: the names at the root, folders with a
 * slash. `own`: the publisher's `public/_headers`. It comes last, where Cloudflare's `! Name` can
 * take a header away.
 */
export function headersFile(entries: readonly string[], base: string, own = ''): string {
	const block = (path: string, headers: Readonly<Record<string, string>>) =>
		[
			under(base, path),
			...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
		].join('\n');
	const hasRule = (path: string) => ruleFor(path.replace('*', '')) !== undefined;
	const names = entries.filter(
		(entry) =>
			![...HIDDEN, 'index.html'].includes(entry) && !/\.(?:br|gz)$|^\.(?!well-known)/.test(entry),
	);
	const paths = [
		'/',
		...names.map((entry) => (entry.endsWith('/') ? `/${entry}*` : `/${entry}`)),
	].sort((a, b) => Number(hasRule(b)) - Number(hasRule(a)));
	const blocks = paths.map((path) => {
		const { 'Cache-Control': cache = '', ...headers } = ruleHeaders(ruleFor(path.replace('*', '')));
		// Hosts know these types, but not that they are UTF-8.
		const type = /\.(?:txt|xml|webmanifest|ics|csv|vtt|md)$/.test(path) && typeOf(path);
		return block(path, {
			...(cache !== REVALIDATED && { 'Cache-Control': cache }),
			...headers,
			...(type && { 'Content-Type': type }),
		});
	});
	// Files in deeper folders. `/articles/*` and its like set their other headers.
	const deeper = [
		'articles/:slug/event.ics',
		'articles/:slug/programme.ics',
		...['topics', 'people'].flatMap((folder) =>
			['rss.xml', 'feed.json'].map((name) => `${folder}/:slug/${name}`),
		),
	].map((path) =>
		block(`/${path}`, {
			'Access-Control-Allow-Origin': '*',
			'Content-Type': typeOf(path) ?? '',
		}),
	);
	return [block('/*', SECURITY), ...deeper, ...blocks, ...(own ? [own.trim()] : []), ''].join('\n');
}
