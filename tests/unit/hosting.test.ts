import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { describe, expect, test } from 'vitest';
import { headersFile, headersFor, TEXTS } from '../../src/hosting/headers.ts';
import { contentSecurityPolicy, inlineHashes, withPolicy } from '../../src/hosting/policy.ts';
import { styleCutter } from '../../src/hosting/used-style.ts';
import { EVERYWHERE } from '../headers.ts';

const policyOf = (page: string) =>
	contentSecurityPolicy(
		{ script: ["'sha256-abc='"], style: ["'sha256-def='"] },
		'https://example.org',
		page,
	);
const POLICY = policyOf('articles/x/index.html');

describe('the style of a page', () => {
	const cut = styleCutter('a.className="by-script now";b.id="added"');
	const BODY = '<p id="intro" class="lead  wide">نص</p><template><b class="later"></b></template>';

	test.each([
		['elements, attributes and states', 'p>a:hover,[href]{}', 'p>a:hover,[href]{}'],
		['a class and an id that are there', '.lead #intro{}.wide{}', '.lead #intro{}.wide{}'],
		['what stands in a template', '.later{}', '.later{}'],
		['what a script may add', '.by-script .now,#added{}', '.by-script .now,#added{}'],
		[
			'what must be within, which is not',
			'.lead:has(> .none:not(.b):not(:has(.c))),.lead:has(> .later){}',
			'.lead:has(> .later){}',
		],
		['what must not be there', '.lead:not(.none){}', '.lead:not(.none){}'],
		['one of several', '.lead:is(.none,.wide){}', '.lead:is(.none,.wide){}'],
		['text that looks like a name', '[src$=".none"]{}', '[src$=".none"]{}'],
		['movements and faces', '@keyframes none{to{top:0}}', '@keyframes none{to{top:0}}'],
		['nothing of a missing class', 'p{}.none{}.lead>.none b{}a{}', 'p{}a{}'],
		['nothing of a missing id', '#none .lead{}', ''],
		['nothing of a part of a name', '.lea,.leader,.wide-x{}', ''],
		['the other selectors of a rule', '.none,.lead,p .none{}', '.lead{}'],
		['no group without rules', '@media print{@supports (a:b){.none{}}}p{}', 'p{}'],
		['the rest of a group', '@media print{.none{}p{}}', '@media print{p{}}'],
		['a name with signs', '.sm\\:none{}.p\\.lead{}', ''],
	])('keeps %s', (_case, style, left) =>
		expect(cut(`<style>${style}</style>${BODY}`)).toBe(`<style>${left}</style>${BODY}`),
	);

	test('is one element, and cut as each page needs it', () => {
		const page = (body: string) => cut(`<style>.one{}.two{}</style><style>.two{}</style>${body}`);
		expect(page('<p class="one">')).toBe('<style>.one{}</style><p class="one">');
		expect(page('<p class="two">')).toBe('<style>.two{}.two{}</style><p class="two">');
		expect(page('<p class="one">')).toBe('<style>.one{}</style><p class="one">');
	});

	test.each([
		['what an element above asks for stays', 'h1{}.top{}', 'h1{}.top{}', ''],
		['what none above can match goes on', '.low{}b{}.top .low{}', '', '.low{}b{}.top .low{}'],
		['a selector by itself', '.top,.low{}', '.top{}', '.low{}'],
		[
			'states and attributes',
			'[href],:focus,.top:not(.low){}',
			'[href],:focus,.top:not(.low){}',
			'',
		],
		['paper', '@media print{h1{}@page{}}p{}', '', '@media print{h1{}@page{}}p{}'],
		['each in its group', '@media (a){h1{}b{}}', '@media (a){h1{}}', '@media (a){b{}}'],
		['signs of markup', 'b::before{content:"&<"}', '', 'b::before{content:"&amp;&lt;"}'],
		['movements', '@keyframes turn{to{top:0}}h1{}', 'h1{}', '@keyframes turn{to{top:0}}'],
		[
			'how paper counts',
			'@media print{@counter-style one{symbols:a}}h1{}',
			'h1{}',
			'@media print{@counter-style one{symbols:a}}',
		],
		[
			'faces, but for those of paper',
			'@font-face{font-family:One}@media print{@font-face{font-family:Two}}b{font:1em One}',
			'@font-face{font-family:One}',
			'@media print{@font-face{font-family:Two}}b{font:1em One}',
		],
	])('parted at the mark of an article: %s', (_case, style, first, rest) => {
		const page = (head: string, mark: string) =>
			`${head}<h1 class="top">نبأ</h1><div hidden> <svg><style>${mark}</style></svg> </div><b class="low top">نص</b><p>`;
		expect(cut(page(`<style>${style}</style>`, ''))).toBe(
			page(first && `<style>${first}</style>`, rest),
		);
	});
});

describe('the policy', () => {
	test('allows nothing but what the site has', () =>
		expect(POLICY).toBe(
			"default-src 'none';script-src 'self' 'sha256-abc=';style-src 'self' 'sha256-def=';img-src 'self' https://example.org;font-src 'self';connect-src 'self';worker-src 'self';manifest-src 'self';base-uri 'none';form-action 'self';require-trusted-types-for 'script'",
		));

	test('lets the page that searches compile WebAssembly, and no other', () =>
		expect(
			['search/index.html', 'articles/search/index.html', 'search.html', '404.html'].map((page) =>
				policyOf(page).includes("script-src 'self' 'wasm-unsafe-eval' 'sha256-abc=';"),
			),
		).toEqual([true, false, false, false]));

	test('stands in a page right after its charset', () =>
		expect(
			withPolicy('<!DOCTYPE html><html><head><meta charset="utf-8"><title>$& $1</title>', 'a$&b'),
		).toBe(
			'<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="a$&b"><title>$& $1</title>',
		));

	test('knows each style and each script within a page by its hash', () => {
		// printf 'p{}' | openssl dgst -sha256 -binary | base64
		const hash = "'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='";
		expect(
			inlineHashes('<style>p{}</style><p>نص</p><svg><style>p{}</style></svg><script>a()</script>')
				.style,
		).toEqual([hash, hash]);
		expect(
			inlineHashes('<script>p{}</script><style>a{}</style><script type="module">p{}</script>')
				.script,
		).toEqual([hash, hash]);
		expect(inlineHashes('<p>&lt;style>p{}&lt;/style></p>').style).toEqual([]);
		expect(
			inlineHashes('<script src="a.js"></script><script type="application/ld+json">{}</script>')
				.script,
		).toEqual([]);
	});

	// Google's evaluator, which CSP Evaluator on the web is.
	test('a strict evaluator finds nothing graver than that our own scripts are trusted', () => {
		const findings = new CspEvaluator(new CspParser(POLICY).csp).evaluate();
		expect(
			findings
				.filter(({ severity }) => severity < Severity.MEDIUM_MAYBE)
				.map(({ directive, description }) => `${directive}: ${description}`),
		).toEqual([]);
	});
});

const AGAIN = 'public, max-age=0, must-revalidate';
const FOR_EVER = 'public, max-age=31536000, immutable';

describe('the headers of a file', () => {
	test.each<[string, string | undefined, string, string, string | undefined]>([
		['/', 'text/html; charset=utf-8', AGAIN, 'same-origin', undefined],
		['/articles/a/', 'text/html; charset=utf-8', AGAIN, 'same-origin', undefined],
		['/articles/a/event.ics', 'text/calendar; charset=utf-8', AGAIN, 'same-origin', '*'],
		['/people/a/rss.xml', 'application/xml; charset=utf-8', AGAIN, 'same-origin', '*'],
		['/feed.json', 'application/json; charset=utf-8', AGAIN, 'same-origin', '*'],
		['/sw.js', 'text/javascript; charset=utf-8', AGAIN, 'same-origin', undefined],
		['/sitemap-0.xml', 'application/xml; charset=utf-8', AGAIN, 'same-origin', '*'],
		['/images/a/card.jpg', 'image/jpeg', AGAIN, 'cross-origin', undefined],
		['/_astro/a.Bx3.webp', 'image/webp', FOR_EVER, 'cross-origin', undefined],
		['/_astro/a.Bx3.js', 'text/javascript; charset=utf-8', FOR_EVER, 'cross-origin', undefined],
		[
			'/site.webmanifest',
			'application/manifest+json; charset=utf-8',
			AGAIN,
			'same-origin',
			undefined,
		],
		['/report.PDF', 'application/pdf', AGAIN, 'same-origin', undefined],
		['/data.xyz', undefined, AGAIN, 'same-origin', undefined],
		['/LICENSE', undefined, AGAIN, 'same-origin', undefined],
		['/favicon.ico', 'image/vnd.microsoft.icon', AGAIN, 'cross-origin', undefined],
		['/icon-512.png', 'image/png', AGAIN, 'cross-origin', undefined],
	])('%s', (path, type, cache, resource, readers) =>
		expect(headersFor(path)).toEqual({
			...EVERYWHERE,
			...(type && { 'Content-Type': type }),
			'Cache-Control': cache,
			'Cross-Origin-Resource-Policy': resource,
			...(readers && { 'Access-Control-Allow-Origin': readers }),
		}),
	);

	test('text is compressed, and what is compressed already is not', () =>
		expect([...TEXTS].sort()).toEqual(
			'css csv htm html ics js json map md mjs svg txt vtt webmanifest xml'.split(' '),
		));
});

describe('_headers', () => {
	const entries = [
		'.htaccess',
		'.nojekyll',
		'.well-known/',
		'404.html',
		'_astro/',
		'_headers',
		'_redirects',
		'about/',
		'articles/',
		'calendar.ics',
		'images/',
		'index.html',
		'index.html.br',
		'robots.txt',
		'rss.xml',
	];

	test('one block a path, under the base, what differs most first', () =>
		expect(headersFile(entries, '/news/')).toBe(`/news/*
  Content-Security-Policy: frame-ancestors 'none'
  Strict-Transport-Security: max-age=31536000
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Embedder-Policy: require-corp
/news/articles/:slug/event.ics
  Access-Control-Allow-Origin: *
  Content-Type: text/calendar; charset=utf-8
/news/articles/:slug/programme.ics
  Access-Control-Allow-Origin: *
  Content-Type: text/calendar; charset=utf-8
/news/topics/:slug/rss.xml
  Access-Control-Allow-Origin: *
  Content-Type: application/xml; charset=utf-8
/news/topics/:slug/feed.json
  Access-Control-Allow-Origin: *
  Content-Type: application/json; charset=utf-8
/news/people/:slug/rss.xml
  Access-Control-Allow-Origin: *
  Content-Type: application/xml; charset=utf-8
/news/people/:slug/feed.json
  Access-Control-Allow-Origin: *
  Content-Type: application/json; charset=utf-8
/news/_astro/*
  Cache-Control: public, max-age=31536000, immutable
  Cross-Origin-Resource-Policy: cross-origin
/news/calendar.ics
  Cross-Origin-Resource-Policy: same-origin
  Access-Control-Allow-Origin: *
  Content-Type: text/calendar; charset=utf-8
/news/images/*
  Cross-Origin-Resource-Policy: cross-origin
/news/rss.xml
  Cross-Origin-Resource-Policy: same-origin
  Access-Control-Allow-Origin: *
  Content-Type: application/xml; charset=utf-8
/news/
  Cross-Origin-Resource-Policy: same-origin
/news/.well-known/*
  Cross-Origin-Resource-Policy: same-origin
/news/404.html
  Cross-Origin-Resource-Policy: same-origin
/news/about/*
  Cross-Origin-Resource-Policy: same-origin
/news/articles/*
  Cross-Origin-Resource-Policy: same-origin
/news/robots.txt
  Cross-Origin-Resource-Policy: same-origin
  Content-Type: text/plain; charset=utf-8
`));

	test("the publisher's own file comes last, whole", () =>
		expect(headersFile(['index.html'], '/', '/news/*\n  ! X-Frame-Options\n\n')).toMatch(
			/\n\/\n {2}Cross-Origin-Resource-Policy: same-origin\n\/news\/\*\n {2}! X-Frame-Options\n$/,
		));

	test('no header is set twice for one path: Cloudflare would join the values', () => {
		const [everywhere = [], calendar = [], ...others] = headersFile(entries, '/')
			.trim()
			.split(/\n(?=\/)/)
			.map((block) =>
				block
					.split('\n')
					.slice(1)
					.map((line) => line.trim().split(':')[0]),
			);
		for (const names of [...others, calendar])
			expect(names.filter((name) => everywhere.includes(name))).toEqual([]);
		expect(calendar).not.toContain('Cross-Origin-Resource-Policy');
	});
});
