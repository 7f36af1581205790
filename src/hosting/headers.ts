/**
 * What every host must answer besides the files themselves: types, cache, security, redirects. One table; the site's own
 * server, `_headers`, `_redirects` and the configurations of `npm run hosting` (hosting/servers.ts) are written from it.
 */
import { createHash } from 'node:crypto';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { Refusal } from '../problems.ts';

/** Content types by extension. What is text says so, or an old server would let browsers guess at the Arabic. */
export const TYPES: Readonly<Record<string, string>> = {
	html: 'text/html; charset=utf-8',
	css: 'text/css; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	txt: 'text/plain; charset=utf-8',
	xml: 'application/xml; charset=utf-8',
	ics: 'text/calendar; charset=utf-8',
	json: 'application/json; charset=utf-8',
	webmanifest: 'application/manifest+json; charset=utf-8',
	svg: 'image/svg+xml',
	jpg: 'image/jpeg',
	png: 'image/png',
	webp: 'image/webp',
	avif: 'image/avif',
	gif: 'image/gif',
	woff2: 'font/woff2',
};

/** What compresses, by extension: for these there are `.br` and `.gz` beside the file. */
export const TEXTS = Object.keys(TYPES).filter((extension) =>
	/charset|xml/.test(TYPES[extension] ?? ''),
);

/** Asked for anew at every use; unchanged, it is answered with 304. */
export const REVALIDATED = 'public, max-age=0, must-revalidate';

interface Rule {
	/** A path from the site's root, or with `*` at its end all that lies under it. No two rules have a path in common. */
	path: string;
	cache?: string;
	/** Other sites may show it. Everything else is for this site alone. */
	open?: true;
	type?: string;
}

/** Where files differ from the rest, which is revalidated and not open. */
export const RULES: readonly Rule[] = [
	// Their names change with what they hold.
	{ path: '/_astro/*', cache: 'public, max-age=31536000, immutable' },
	{ path: '/images/*', open: true },
	{ path: '/rss.xml', open: true, type: 'application/rss+xml; charset=utf-8' },
];

/** Old and guessed addresses, from the site's root; answered with 301. */
export const REDIRECTS: readonly (readonly [from: string, to: string])[] = [
	['/feed', '/rss.xml'],
	['/feed/', '/rss.xml'],
	['/rss', '/rss.xml'],
	['/rss/', '/rss.xml'],
	['/sitemap.xml', '/sitemap-index.xml'],
];

/**
 * The policy as it stands in each page: nothing but the site's own files, and by their hashes the style and the one line of
 * script that are in the page itself. No `unsafe-`, no host, nothing to embed or to send a form to. Pages connect to nothing,
 * but Lighthouse reads robots.txt in their name. `inline` gives sources such as `'sha256-…'`.
 */
export function contentSecurityPolicy(
	inline: Readonly<Record<'script' | 'style', readonly string[]>>,
): string {
	return [
		"default-src 'none'",
		["script-src 'self'", ...inline.script].join(' '),
		["style-src 'self'", ...inline.style].join(' '),
		"img-src 'self'",
		"font-src 'self'",
		"connect-src 'self'",
		"manifest-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
	].join(';');
}

/** The same as a header, with what a page cannot say of itself (https://www.w3.org/TR/CSP3/#meta-element). */
export const asHeader = (policy: string): string => `${policy};frame-ancestors 'none'`;

/** What is sent with every answer. `policy` is that of the pages. Scores and reasons: OWASP Secure Headers, Mozilla's HTTP Observatory. */
export function securityHeaders(policy: string): Record<string, string> {
	return {
		'Content-Security-Policy': asHeader(policy),
		// Without includeSubDomains: other hosts of the same name are not ours to decide on.
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
}

export const openness = (rule: Rule | undefined): string =>
	rule?.open ? 'cross-origin' : 'same-origin';

/** The rule that a path from the site's root falls under. */
export function ruleFor(path: string): Rule | undefined {
	return RULES.find((rule) =>
		rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
	);
}

/** All headers of the file at a path from the site's root (`/about/` is its index.html). */
export function headersFor(path: string, policy: string): Record<string, string> {
	const rule = ruleFor(path);
	const extension = /\.(\w+)$/.exec(path)?.[1] ?? 'html';
	const type = rule?.type ?? TYPES[extension];
	return {
		...(type && { 'Content-Type': type }),
		'Cache-Control': rule?.cache ?? REVALIDATED,
		'Cross-Origin-Resource-Policy': openness(rule),
		...securityHeaders(policy),
	};
}

/** The styles or the scripts within a page as sources of a policy. Data is no script. */
export function inlineHashes(html: string, name: 'script' | 'style'): string[] {
	const all = (node: Tree.Node): Tree.Element[] =>
		'childNodes' in node
			? node.childNodes.flatMap((child) => [...('tagName' in child ? [child] : []), ...all(child)])
			: [];
	return all(parse(html))
		.filter(
			({ tagName, attrs }) =>
				tagName === name &&
				!attrs.some(
					(attr) => attr.name === 'src' || (attr.name === 'type' && attr.value.includes('json')),
				),
		)
		.map(
			({ childNodes }) =>
				`'sha256-${createHash('sha256')
					.update(childNodes.map((child) => ('value' in child ? child.value : '')).join(''))
					.digest('base64')}'`,
		);
}

const META = /<meta http-equiv="content-security-policy" content="([^"]*)">/;

/** A page with the policy in its head, right after the charset: what stands before it is not under it. */
export function withPolicy(html: string, policy: string): string {
	return html.replace(
		/<meta charset="utf-8">/,
		(charset) => `${charset}<meta http-equiv="content-security-policy" content="${policy}">`,
	);
}

/** The policy that a built page carries. */
export function policyOf(html: string): string {
	const policy = META.exec(html)?.[1];
	if (policy === undefined)
		throw new Refusal('صفحة بلا سياسة أمان (content-security-policy). أعد البناء: npm run build');
	return policy;
}

/** The address that a built site stands under, by its first page. */
export function addressOf(html: string): string {
	const address = /<link rel="canonical" href="([^"]+)">/.exec(html)?.[1];
	if (address === undefined)
		throw new Refusal('صفحة أولى بلا عنوان (canonical). أعد البناء: npm run build');
	return address;
}

/**
 * `_headers` of Cloudflare and Netlify. Where two rules set one header Cloudflare joins the values, so nothing is set twice
 * for one path: `/*` says what is the same everywhere, and each entry at the root of the site the rest. `entries`: the
 * names there, folders with a slash at the end. At most 100 rules of 2,000 characters a line.
 */
export function headersFile(entries: readonly string[], policy: string, base: string): string {
	const block = (path: string, headers: Record<string, string>) =>
		[
			base.slice(0, -1) + path,
			...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
		].join('\n');
	const kept = entries.filter(
		(entry) => !/^_(?:headers|redirects)$|\.(?:br|gz)$|^\.nojekyll$/.test(entry),
	);
	const paths = [
		'/',
		...kept
			.map((entry) => (entry.endsWith('/') ? `/${entry}*` : `/${entry}`))
			.filter((path) => path !== '/index.html'),
	];
	return [
		block('/*', securityHeaders(policy)),
		...paths.map((path) => {
			const { 'Cache-Control': cache = '', 'Cross-Origin-Resource-Policy': resource = '' } =
				headersFor(path.replace('*', ''), policy);
			const type =
				ruleFor(path)?.type ??
				(/\.(?:txt|xml|webmanifest)$/.test(path) ? TYPES[path.split('.').at(-1) ?? ''] : undefined);
			return block(path, {
				'Cache-Control': cache,
				'Cross-Origin-Resource-Policy': resource,
				...(type && { 'Content-Type': type }),
			});
		}),
		// The one text whose type hosts tell without its charset, and that lies deeper.
		block('/articles/:slug/event.ics', { 'Content-Type': TYPES['ics'] ?? '' }),
		'',
	].join('\n');
}

/** `_redirects` of Cloudflare and Netlify. */
export function redirectsFile(base: string): string {
	return REDIRECTS.map(
		([from, to]) => `${base.slice(0, -1)}${from} ${base.slice(0, -1)}${to} 301\n`,
	).join('');
}
