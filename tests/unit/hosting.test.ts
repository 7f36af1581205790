import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { describe, expect, test } from 'vitest';
import {
	asHeader,
	contentSecurityPolicy,
	headersFile,
	headersFor,
	inlineHashes,
	policyOf,
	REDIRECTS,
	RULES,
	redirectsFile,
	withPolicy,
} from '../../src/hosting/headers.ts';

const POLICY = contentSecurityPolicy({ script: ["'sha256-abc='"], style: ["'sha256-def='"] });

describe('the policy', () => {
	test('begins with nothing and allows only what the site has', () => {
		expect(POLICY).toMatch(/^default-src 'none';/);
		expect(POLICY).not.toMatch(/unsafe|https?:|data:|\*/);
	});

	test('stands in a page right after its charset, and is read again as it was', () => {
		const page = withPolicy(
			'<!DOCTYPE html><html><head><meta charset="utf-8"><title>$& $1</title></head></html>',
			POLICY,
		);
		expect(page).toMatch(/<meta charset="utf-8"><meta http-equiv="content-security-policy"/);
		expect(policyOf(page)).toBe(POLICY);
		expect(() => policyOf('<!DOCTYPE html>')).toThrow(/npm run build/);
	});

	test('knows each style and each script within a page by its hash', () => {
		// printf 'p{}' | openssl dgst -sha256 -binary | base64
		const hash = "'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='";
		expect(
			inlineHashes(
				'<style>p{}</style><p>نص</p><svg><style>p{}</style></svg><script>a()</script>',
				'style',
			),
		).toEqual([hash, hash]);
		expect(
			inlineHashes(
				'<script>p{}</script><style>a{}</style><script type="module">p{}</script>',
				'script',
			),
		).toEqual([hash, hash]);
		expect(inlineHashes('<p>&lt;style>p{}&lt;/style></p>', 'style')).toEqual([]);
		expect(
			inlineHashes(
				'<script src="a.js"></script><script type="application/ld+json">{}</script>',
				'script',
			),
		).toEqual([]);
	});

	test('each kind under its own name', () => {
		expect(POLICY).toContain(";script-src 'self' 'sha256-abc=';style-src 'self' 'sha256-def=';");
	});

	// Google's evaluator, which CSP Evaluator on the web is.
	test('a strict evaluator finds nothing graver than that our own scripts are trusted', () => {
		const findings = new CspEvaluator(new CspParser(asHeader(POLICY)).csp).evaluate();
		expect(
			findings
				.filter(({ severity }) => severity < Severity.MEDIUM_MAYBE)
				.map(({ directive, description }) => `${directive}: ${description}`),
		).toEqual([]);
	});
});

describe('the headers of a file', () => {
	test.each([
		['/', 'text/html; charset=utf-8', 'public, max-age=0, must-revalidate', 'same-origin'],
		[
			'/articles/a/',
			'text/html; charset=utf-8',
			'public, max-age=0, must-revalidate',
			'same-origin',
		],
		[
			'/articles/a/event.ics',
			'text/calendar; charset=utf-8',
			'public, max-age=0, must-revalidate',
			'same-origin',
		],
		[
			'/rss.xml',
			'application/rss+xml; charset=utf-8',
			'public, max-age=0, must-revalidate',
			'cross-origin',
		],
		[
			'/sitemap-0.xml',
			'application/xml; charset=utf-8',
			'public, max-age=0, must-revalidate',
			'same-origin',
		],
		['/images/a/card.jpg', 'image/jpeg', 'public, max-age=0, must-revalidate', 'cross-origin'],
		['/_astro/a.Bx3.woff2', 'font/woff2', 'public, max-age=31536000, immutable', 'same-origin'],
		[
			'/_astro/a.Bx3.js',
			'text/javascript; charset=utf-8',
			'public, max-age=31536000, immutable',
			'same-origin',
		],
		[
			'/site.webmanifest',
			'application/manifest+json; charset=utf-8',
			'public, max-age=0, must-revalidate',
			'same-origin',
		],
	])('%s', (path, type, cache, resource) => {
		expect(headersFor(path, POLICY)).toMatchObject({
			'Content-Type': type,
			'Cache-Control': cache,
			'Cross-Origin-Resource-Policy': resource,
			'Content-Security-Policy': `${POLICY};frame-ancestors 'none'`,
			'X-Content-Type-Options': 'nosniff',
		});
	});

	test('no two rules have a path in common', () => {
		for (const a of RULES)
			for (const b of RULES)
				if (a !== b)
					expect(a.path.startsWith(b.path.replace('*', '')), `${a.path} ${b.path}`).toBe(false);
	});
});

describe('what hosts read', () => {
	const file = headersFile(
		[
			'.nojekyll',
			'404.html',
			'_astro/',
			'_headers',
			'about/',
			'images/',
			'index.html',
			'index.html.br',
			'rss.xml',
		],
		POLICY,
		'/news/',
	);
	const blocks = file
		.trim()
		.split(/\n(?=\/)/)
		.map((block) => block.split('\n'));

	test("one block a path, under the base, the pages' own first", () => {
		expect(blocks.map(([path]) => path)).toEqual([
			'/news/*',
			'/news/',
			'/news/404.html',
			'/news/_astro/*',
			'/news/about/*',
			'/news/images/*',
			'/news/rss.xml',
			'/news/articles/:slug/event.ics',
		]);
	});

	test('no header is set twice for one path: Cloudflare would join the values', () => {
		const [everywhere = [], ...others] = blocks.map((block) =>
			block.slice(1).map((line) => line.trim().split(':')[0]),
		);
		for (const names of others)
			expect(names.filter((name) => everywhere.includes(name))).toEqual([]);
	});

	test("keeps to Cloudflare's limits", () => {
		expect(blocks.length).toBeLessThan(100);
		for (const line of file.split('\n')) expect(line.length).toBeLessThan(2000);
	});

	test('redirects are permanent and stay under the base', () => {
		const lines = redirectsFile('/news/').trim().split('\n');
		expect(lines).toHaveLength(REDIRECTS.length);
		for (const line of lines) expect(line).toMatch(/^\/news\/\S+ \/news\/\S+ 301$/);
	});
});
