/** The policy that stands in a page (CSP). What only a header can say stands in headers.ts. */
import { createHash } from 'node:crypto';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { searchPath } from '../address/paths.ts';

/**
 * The policy of a page: only the site's own files, and the inline style and script by their
 * hashes. Lighthouse fetches robots.txt as the page: connect-src.
 * @param inline Sources such as `'sha256-…'`.
 * @param origin The site's own, for pictures: in a page saved by Chromium (MHTML) `'self'` matches
 * nothing.
 * @param page The page's file from the site's root. Only the search page may compile WebAssembly.
 */
export function contentSecurityPolicy(
	inline: Readonly<Record<'script' | 'style', readonly string[]>>,
	origin: string,
	page: string,
): string {
	const wasm = page === `${searchPath().slice(1)}index.html` ? ["'wasm-unsafe-eval'"] : [];
	return [
		"default-src 'none'",
		["script-src 'self'", ...wasm, ...inline.script].join(' '),
		["style-src 'self'", ...inline.style].join(' '),
		`img-src 'self' ${origin}`,
		"font-src 'self'",
		"connect-src 'self'",
		"worker-src 'self'",
		"manifest-src 'self'",
		"base-uri 'none'",
		// The field at the foot of each page asks the page that searches.
		"form-action 'self'",
		"require-trusted-types-for 'script'",
	].join(';');
}

/** The elements of a page, in its order. */
export function elementsOf(html: string): Tree.Element[] {
	const all = (node: Tree.Node): Tree.Element[] =>
		'childNodes' in node
			? node.childNodes.flatMap((child) => [...('tagName' in child ? [child] : []), ...all(child)])
			: [];
	return all(parse(html));
}

/**
 * Policy sources (hashes) of the inline scripts and styles of a page. JSON-LD does not count as a
 * script.
 */
export function inlineHashes(html: string): { script: string[]; style: string[] } {
	const inline = elementsOf(html).filter(
		({ attrs }) =>
			!attrs.some(
				(attr) => attr.name === 'src' || (attr.name === 'type' && attr.value.includes('json')),
			),
	);
	const hashes = (name: string) =>
		inline
			.filter(({ tagName }) => tagName === name)
			.map(
				({ childNodes }) =>
					`'sha256-${createHash('sha256')
						.update(childNodes.map((child) => ('value' in child ? child.value : '')).join(''))
						.digest('base64')}'`,
			);
	return { script: hashes('script'), style: hashes('style') };
}

/**
 * Makes the addresses of `_astro/` in inline styles relative: `../../_astro/…`. Else `wget
 * --convert-links` and archives rewrite them, and the hash in the policy fails.
 * @param name The page's file from the site's root. 404 and offline pages are shown at any depth,
 * so they stay as they are.
 */
export function withRelativeStyle(html: string, name: string, base: string): string {
	const up = '../'.repeat(name.split(/[\\/]/).length - 1);
	return /^(?:404\.html|offline[\\/]index\.html)$/.test(name)
		? html
		: html.replace(/<style>[\s\S]*?<\/style>/g, (style) =>
				style.replaceAll(`url(${base}_astro/`, `url(${up}_astro/`),
			);
}

/**
 * Puts the policy into the head, right after the charset. It does not apply to what comes before
 * it.
 */
export function withPolicy(html: string, policy: string): string {
	return html.replace(
		/<meta charset="utf-8">/,
		(charset) => `${charset}<meta http-equiv="content-security-policy" content="${policy}">`,
	);
}
