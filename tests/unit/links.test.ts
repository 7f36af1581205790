import { describe, expect, test } from 'vitest';
import { linkProblems } from '../../src/gates/links.ts';

/** A site without a fault; {base} is its path, {site} its whole address. */
const SOUND: Record<string, string> = {
	'index.html': '<h1 id="what"></h1><a href="{base}about/"></a>',
	'about/index.html':
		'<h2 id="What"></h2><h2 id="المصادر"></h2><h2 id="100%"></h2><a name="old"></a>',
	'404.html': '',
	'مقال/index.html': '',
	'a b/index.html': '',
	'old.html': '',
	'only/picture.png': '',
	'rss.xml': '',
	'map.svg': '<svg xmlns="http://www.w3.org/2000/svg"><g id="pin"/></svg>',
	'_astro/font.woff2': '',
	'_astro/photo.png': '',
	'_astro/photo,2x.png': '',
};

type Site = 'https://example.org/' | 'https://example.org/news/' | 'http://localhost:4321/';

function problems(address: Site, changes: Record<string, string>) {
	const site = new URL(address);
	const texts = { ...SOUND, ...changes };
	return linkProblems(site, Object.keys(texts), (file) =>
		(texts[file] ?? '').replaceAll('{site}', address).replaceAll('{base}', site.pathname),
	);
}

const NOTHING = 'nothing';
type Case = [sentence: string, text: string, expected: RegExp | typeof NOTHING];

/** Each case at the root of a host, under a base path, and on the developer's own machine. */
function judged(file: string, cases: Case[]) {
	const sites: Site[] = [
		'https://example.org/',
		'https://example.org/news/',
		'http://localhost:4321/',
	];
	describe.each(sites)('at %s', (address) => {
		test.each(cases)('%s: %s', (_sentence, text, expected) => {
			const found = problems(address, { [file]: text });
			if (expected === NOTHING) return expect(found).toEqual([]);
			expect(found).toMatchObject([{ file, message: expect.stringMatching(expected) }]);
			expect(found[0]?.message).not.toMatch(/\n|undefined/);
			expect(found[0]?.message).toMatch(/^(?:الرابط|المعرّف|العنصر) /);
		});
	});
}

const PAGE = 'articles/x/index.html';

test('a sound site has no problems', () =>
	expect(problems('https://example.org/', {})).toEqual([]));

describe('pages and files', () => {
	judged(PAGE, [
		['the first page', '<a href="{base}">', NOTHING],
		['a page', '<a href="{base}about/">', NOTHING],
		['a page by its whole address', '<a href="{site}about/">', NOTHING],
		['a page by a relative address', '<a href="../../about/">', NOTHING],
		['the page itself', '<a href="./">', NOTHING],
		['a page with a query', '<a href="{base}about/?a=/none/#What">', NOTHING],
		['white space around an address', '<a href=" {base}about/ ">', NOTHING],
		['a page that is a file', '<a href="{base}404.html">', NOTHING],
		[
			'a page that is not there',
			'<a href="{base}none/">',
			/«\S*\/none\/» في <a href> ليس في الموقع/,
		],
		[
			'a page that is not there, by its whole address',
			'<a href="{site}none/">',
			/\/none\/» في <a href> ليس في الموقع/,
		],
		[
			'a page that is not there, by a relative address',
			'<a href="../none/">',
			/«\.\.\/none\/» في <a href> ليس في الموقع/,
		],
		['a folder that is no page', '<a href="{base}only/">', /ليس في الموقع صفحة/],
		['a folder that is no page, without its slash', '<a href="{base}only">', /ليس في الموقع صفحة/],
		['a page without its slash', '<a href="{base}about">', /تنقصه \/ في آخره\. اكتب \S*\/about\/$/],
		[
			'a page without its slash, by its whole address',
			'<a href="{site}about">',
			/تنقصه \/ في آخره\. اكتب \S*\/about\/$/,
		],
		[
			'a page without its slash, but with query and fragment',
			'<a href="{base}about?a=1#What">',
			/اكتب \S*\/about\/\?a=1#What$/,
		],
		['a page in capitals', '<a href="{base}About/">', /والموجود \S*\/about\/:/],
		['a page by the name of a file', '<a href="{base}about.html">', /والموجود \S*\/about\/:/],
		['a page that is a file, with a slash', '<a href="{base}old/">', /والموجود \S*\/old\.html:/],
		['a file', '<a href="{base}rss.xml">', NOTHING],
		['a file with a query', '<a href="{base}rss.xml?about/">', NOTHING],
		['a file in capitals', '<a href="{base}RSS.xml">', /والموجود \S*\/rss\.xml:/],
		['a file with a slash', '<a href="{base}rss.xml/">', /والموجود \S*\/rss\.xml:/],
		['a page in Arabic', '<a href="{base}مقال/">', NOTHING],
		['a page in Arabic, percent-encoded', '<a href="{base}%D9%85%d9%82%D8%A7%D9%84/">', NOTHING],
		[
			'a page in Arabic that is not there',
			'<a href="{base}%D9%85%D9%82/">',
			/«\S*%D9%82\/» .* ليس في الموقع/,
		],
		['a page in Arabic without its slash', '<a href="{base}مقال">', /اكتب \S*\/مقال\/$/],
		['a name with a space', '<a href="{base}a%20b/"></a><a href="{base}a b/">', NOTHING],
		['a percent sign that encodes nothing', '<a href="{base}about/?100%">', /علامة % .*%25/],
		[
			'a percent sign that encodes nothing, to elsewhere',
			'<a href="https://example.com/100%">',
			/علامة % .*%25/,
		],
		['an encoding other than UTF-8', '<a href="{base}%C7%E1/">', /علامة % .*encodeURI/],
		['an encoding other than UTF-8 in a fragment', '<a href="#%C7">', /علامة % .*encodeURI/],
		[
			'an encoding other than UTF-8 that is for another site to understand',
			'<a href="https://example.com/%C7%E1/">',
			NOTHING,
		],
		['no address at all', '<a>', NOTHING],
		['an empty address', '<a href="">', /«» في <a href> فارغ/],
		['an address of spaces', '<img src=" ">', /<img src> فارغ/],
	]);
});

describe('a base path is not forgotten', () => {
	const under = (text: string) =>
		problems('https://example.org/news/', { [PAGE]: text }).map(({ message }) => message);

	test.each([
		['/about/', '/news/about/'],
		['/', '/news/'],
		['../../../about/', '/news/about/'],
		['/newspaper/', '/news/newspaper/'],
	])('%s is outside, and the mend is %s', (address, mend) => {
		expect(under(`<a href="${address}">`)).toEqual([
			expect.stringMatching(/خارج مسار الموقع \/news\/\. .*path\(\)/),
		]);
		expect(under(`<a href="${address}">`)[0]).toContain(`اكتب ${mend} `);
	});

	test('a base in Arabic', () => {
		const found = linkProblems(
			new URL('https://example.org/أخبار/'),
			['index.html'],
			() => '<a href="/أخبار/"></a><a href="/%D8%A3خبار"></a><a href="/">',
		);
		expect(found.map(({ message }) => message)).toEqual([
			expect.stringMatching(/اكتب \/أخبار\/$/),
			expect.stringMatching(/خارج مسار الموقع \/أخبار\//),
		]);
	});
	test('the base without its slash', () =>
		expect(under('<a href="/news">')).toEqual([expect.stringMatching(/تنقصه .* اكتب \/news\/$/)]));
	test('in a picture', () =>
		expect(under('<img src="/_astro/photo.png">')).toEqual([
			expect.stringMatching(/خارج مسار الموقع/),
		]));
	test('the same host outside the base is another site', () => {
		expect(under('<a href="https://example.org/about/">')).toEqual([]);
		expect(under('<img src="https://example.org/_astro/photo.png">')).toEqual([
			expect.stringMatching(/من خارج الموقع/),
		]);
	});
	test('the same addresses are at home where there is no base', () => {
		expect(
			problems('https://example.org/', {
				[PAGE]: '<a href="/about/"><a href="/"><a href="../../../about/">',
			}),
		).toEqual([]);
	});
});

describe('other sites', () => {
	judged(PAGE, [
		['a link', '<a href="https://example.com/none">', NOTHING],
		[
			'a link without TLS, which readers may follow',
			'<a href="http://example.com/a?b#c">',
			NOTHING,
		],
		['a host without protocol', '<a href="//example.com/">', /يبدأ بـ \/\/ .*https:/],
		[
			'a host without protocol, as a browser reads it',
			'<a href="\\/example.com/">',
			/يبدأ بـ \/\//,
		],
		[
			'a host without protocol within a query',
			'<a href="{base}about/?to=//example.com/">',
			NOTHING,
		],
		['no host', '<a href="https://">', /لا يُقرأ/],
		[
			'a citation',
			'<blockquote cite="https://example.com/"></blockquote><q cite="https://example.com/"></q><ins cite="https://example.com/"></ins>',
			NOTHING,
		],
		[
			'a citation without TLS',
			'<blockquote cite="http://example.com/">',
			/<blockquote cite> غير مشفّر/,
		],
		['a form', '<form action="https://example.com/">', NOTHING],
		['a form without TLS', '<form action="http://example.com/">', /<form action> غير مشفّر/],
		[
			'a button without TLS',
			'<button formaction="http://example.com/">',
			/<button formaction> غير مشفّر/,
		],
		['an area', '<map><area href="https://example.com/"></map>', NOTHING],
		['an area without TLS', '<map><area href="http://example.com/"></map>', NOTHING],
		[
			'a picture without TLS',
			'<img src="http://example.com/a.png">',
			/<img src> غير مشفّر\. اكتب https:\/\/example\.com\/a\.png$/,
		],
		[
			'relations of the page',
			'<link rel="canonical" href="https://example.com/"><link rel="alternate" href="https://example.com/"><link rel="author me" href="https://example.com/"><link rel="LICENSE" href="https://example.com/">',
			NOTHING,
		],
		[
			'a relation without TLS',
			'<link rel="license" href="http://example.com/">',
			/<link rel="license" href> غير مشفّر/,
		],
		...[
			'<img src="X">',
			'<script src="X"></script>',
			'<iframe src="X"></iframe>',
			'<embed src="X">',
			'<video src="X"></video>',
			'<video poster="X"></video>',
			'<audio src="X"></audio>',
			'<video><track src="X"></video>',
			'<input type="image" src="X">',
			'<object data="X"></object>',
			'<video><source src="X"></video>',
			'<img srcset="{base}_astro/photo.png 1x, X 2x">',
			'<picture><source srcset="X"></picture>',
			'<link rel="preload" imagesrcset="X 2x">',
			'<link rel="stylesheet" href="X">',
			'<link rel="icon" href="X">',
			'<link rel="manifest" href="X">',
			'<link rel="preload" href="X">',
			'<link rel="modulepreload" href="X">',
			'<link rel="preconnect" href="X">',
			'<link rel="dns-prefetch" href="X">',
			'<link rel="alternate stylesheet" href="X">',
			'<link href="X">',
			'<svg><use href="X"></use></svg>',
			'<svg><use xlink:href="X"></use></svg>',
			'<svg><image href="X"></image></svg>',
			'<svg><path fill="url(X)"></path></svg>',
			'<style>@import "X";</style>',
			'<style>.a{background:url(X)}</style>',
			'<p style="background:url(X)">',
			'<svg><style>.a{fill:url("X")}</style></svg>',
		].map(
			(text): Case => [
				'what a page loads',
				text.replace('X', 'https://cdn.example.com/x'),
				/«https:\/\/cdn\.example\.com\/x» .* يُحمَّل من خارج الموقع/,
			],
		),
	]);
});

describe('other protocols', () => {
	judged(PAGE, [
		[
			'mail and telephone',
			'<a href="mailto:a&#64;example.org?subject=%D9%85"></a><a href="tel:+96224696000">',
			NOTHING,
		],
		['a script', '<a href="javascript:void(0)">', /يبدأ بـ javascript: /],
		['a script in disguise', '<a href=" JAVA&#10;SCRIPT:void(0)">', /يبدأ بـ javascript: /],
		['another script', '<a href="vbscript:x">', /يبدأ بـ vbscript: /],
		['a script in a form', '<form action="javascript:x">', /<form action> يبدأ بـ javascript: /],
		['data as a page', '<a href="data:text/html,x">', /يبدأ بـ data: /],
		['a picture as a page', '<a href="data:image/png;base64,AA==">', /يبدأ بـ data: /],
		['a blob', '<a href="blob:{site}about/">', /يبدأ بـ blob: /],
		['a file', '<a href="file:///about/">', /يبدأ بـ file: /],
		['a message', '<a href="sms:+96224696000">', /يبدأ بـ sms: /],
		['an application', '<a href="whatsapp://send">', /يبدأ بـ whatsapp: /],
		[
			'a picture within the page',
			'<img src="data:image/svg+xml,<svg width=\'100%\'/>" srcset="data:image/png;base64,AA== 2x">',
			NOTHING,
		],
		[
			'a picture within the style sheet',
			'<style>.a{background:url("data:image/png;base64,AA==")}</style>',
			NOTHING,
		],
		[
			'a script within the page',
			'<script src="data:text/javascript,x"></script>',
			/<script src> يبدأ بـ data: /,
		],
		['mail as a picture', '<img src="mailto:a">', /يبدأ بـ mailto: /],
	]);
});

describe('anchors', () => {
	judged(PAGE, [
		['in the page', '<a href="#here"></a><p id="here">', NOTHING],
		['in the page, before its time', '<p id="here"></p><a href="#here">', NOTHING],
		['in the page by its name', '<a href="#here"></a><a name="here">', NOTHING],
		[
			'in the page by its whole address',
			'<a href="{site}articles/x/#here"></a><p id="here">',
			NOTHING,
		],
		[
			'nowhere in the page',
			'<a href="#nowhere">',
			/«#nowhere» في <a href> يقصد المعرّف «nowhere» وهو ليس في articles\/x\/index\.html/,
		],
		['in the page, but in capitals', '<p id="here"></p><a href="#Here">', /الموجود «here»/],
		['the name of what is no anchor', '<input name="here"><a href="#here">', /يقصد المعرّف «here»/],
		[
			'in another page',
			'<a href="{base}about/#What"></a><a href="{base}about/#old"></a><a href="{site}about/?a#What">',
			NOTHING,
		],
		[
			'nowhere in another page',
			'<a href="{base}about/#nowhere">',
			/المعرّف «nowhere» وهو ليس في about\/index\.html/,
		],
		['in another page, but in capitals', '<a href="{base}about/#what">', /الموجود «What»/],
		[
			'of this page, asked of another',
			'<p id="here"></p><a href="{base}about/#here">',
			/«here» وهو ليس في about/,
		],
		['in Arabic', '<a href="{base}about/#المصادر">', NOTHING],
		[
			'in Arabic, percent-encoded',
			'<a href="{base}about/#%D8%A7%D9%84%D9%85%D8%B5%D8%A7%D8%AF%D8%B1">',
			NOTHING,
		],
		['in Arabic, nowhere', '<a href="{base}about/#المصدر">', /المعرّف «المصدر»/],
		['with a percent sign', '<a href="{base}about/#100%25">', NOTHING],
		['the top', '<a href="#"></a><a href="#top"></a><a href="{base}about/#TOP">', NOTHING],
		[
			'a text',
			'<a href="{base}about/#:~:text=x"></a><a href="{base}about/#What:~:text=x">',
			NOTHING,
		],
		[
			'a text behind an id that is not there',
			'<a href="{base}about/#nowhere:~:text=x">',
			/المعرّف «nowhere»/,
		],
		[
			'of what is no page',
			'<a href="{base}rss.xml#x"></a><img src="{base}_astro/photo.png#xywh=0,0,1,1">',
			NOTHING,
		],
		['of another site', '<a href="https://example.com/#nowhere">', NOTHING],
		['in a drawing', '<svg><use href="{base}map.svg#pin"></use></svg>', NOTHING],
		[
			'nowhere in a drawing',
			'<svg><use href="{base}map.svg#nowhere"></use></svg>',
			/«nowhere» وهو ليس في map\.svg/,
		],
		[
			'a part of the page that a drawing uses',
			'<svg><g id="a"/><use href="#a"/><path fill="url(#a)"/></svg>',
			NOTHING,
		],
		[
			'no part of the page that a drawing uses',
			'<svg><path fill="url(#a)"/></svg>',
			/<path fill> يقصد المعرّف «a»/,
		],
	]);
});

describe('ids', () => {
	judged(PAGE, [
		['each once', '<p id="a"></p><p id="A">', NOTHING],
		['one twice', '<p id="a"></p><i id="a">', /المعرّف «a» لأكثر من عنصر/],
		[
			'one three times is one problem',
			'<p id="a"></p><i id="a"></i><i id="a">',
			/المعرّف «a» لأكثر من عنصر/,
		],
		['the same id in another page', '<p id="what">', NOTHING],
		...[
			'aria-labelledby',
			'aria-describedby',
			'aria-controls',
			'aria-owns',
			'for',
			'headers',
			'list',
		].flatMap((name): Case[] => [
			[`${name} of what is there`, `<p ${name}="a b"></p><i id="a"></i><i id="b">`, NOTHING],
			[
				`${name} of what is not there`,
				`<p ${name}="a c"></p><i id="a">`,
				RegExp(`المعرّف «c» في <p ${name}> ليس لعنصر`),
			],
		]),
		['in capitals', '<label for="A"></label><input id="a">', /«A» .*الموجود «a»/],
		[
			'in other characters that look the same',
			'<label for="\u0622"></label><input id="\u0627\u0653">',
			/الموجود «\u0627\u0653»/,
		],
		['a name is no id', '<label for="a"></label><a name="a">', /المعرّف «a»/],
		['an attribute that only begins so', '<p aria-label="a" class="b">', NOTHING],
	]);
});

describe('wherever an address stands', () => {
	judged(PAGE, [
		[
			'a picture',
			'<img src="{base}_astro/photo.png" srcset="{base}_astro/photo.png 1x, {base}_astro/photo,2x.png 2x,{base}map.svg 3x">',
			NOTHING,
		],
		['a picture that is not there', '<img src="{base}_astro/none.png">', /<img src> ليس في الموقع/],
		[
			'the first candidate',
			'<img srcset="{base}none.png, {base}map.svg 2x">',
			/none\.png» في <img srcset>/,
		],
		[
			'a later candidate',
			'<img srcset="{base}map.svg 100w,\n\t{base}none.png 200w">',
			/none\.png» في <img srcset>/,
		],
		[
			'a candidate for preloading',
			'<link rel="preload" imagesrcset="{base}none.png 2x">',
			/<link rel="preload" imagesrcset>/,
		],
		['an icon', '<link rel="icon" href="{base}none.svg">', /<link rel="icon" href> ليس في الموقع/],
		[
			'canonical',
			'<link rel="canonical" href="{site}none/">',
			/<link rel="canonical" href> ليس في الموقع/,
		],
		[
			'a preview',
			'<meta property="og:image" content="{site}_astro/photo.png"><meta property="og:url" content="{site}about/"><meta name="twitter:image" content="{site}map.svg">',
			NOTHING,
		],
		[
			'a preview that is not there',
			'<meta property="og:image" content="{site}none.png">',
			/<meta property="og:image" content> ليس في الموقع/,
		],
		[
			'a preview that is not there, securely',
			'<meta property="og:image:secure_url" content="{site}none.png">',
			/og:image:secure_url/,
		],
		[
			'a preview that is not there, at length',
			'<meta property="og:image:url" content="{site}none.png">',
			/og:image:url/,
		],
		[
			'a preview on another network',
			'<meta name="twitter:image" content="{site}none.png">',
			/<meta name="twitter:image" content>/,
		],
		[
			'the address of a preview',
			'<meta property="og:url" content="{site}about">',
			/og:url.* وتنقصه/,
		],
		[
			'a preview on another host',
			'<meta property="og:image" content="https://example.com/x.png">',
			NOTHING,
		],
		[
			'a preview by a relative address',
			'<meta property="og:image" content="{base}_astro/photo.png">',
			/نسبي.* اكتبه كاملًا: https?:\/\/\S*\/_astro\/photo\.png$/,
		],
		[
			'a description is no address',
			'<meta name="description" content="/none/"><meta charset="utf-8">',
			NOTHING,
		],
		[
			'a refresh',
			'<meta http-equiv="refresh" content="0; url=\'{base}about/\'"><meta http-equiv="refresh" content="30">',
			NOTHING,
		],
		[
			'a refresh to nowhere',
			'<meta http-equiv="Refresh" content="0;URL={base}none/">',
			/none\/» في <meta http-equiv="Refresh" content> ليس في الموقع/,
		],
		['a template', '<template><a href="{base}none/"></a></template>', /<a href> ليس في الموقع/],
		[
			'without script',
			'<noscript><img src="{base}none.png"></noscript>',
			/<img src> ليس في الموقع/,
		],
		['a comment', '<!-- <a href="{base}none/"> --><pre>&lt;a href="{base}none/"></pre>', NOTHING],
		[
			'the base of all addresses',
			'<base href="https://example.com/"><a href="#here"></a><p id="here">',
			/<base href> .* احذفه/,
		],
		['a target without address', '<base target="_blank">', NOTHING],
		[
			'a style sheet',
			'<style>@font-face{src:url({base}_astro/font.woff2) format("woff2")}.a{background:url( \'{base}map.svg#pin\' )}</style>',
			NOTHING,
		],
		[
			'a style sheet that asks for what is not there',
			'<style>@font-face{src:url({base}_astro/none.woff2)}</style>',
			/none\.woff2» في <style> ليس في الموقع/,
		],
		[
			'a comment and a string of a style sheet',
			'<style>/* url({base}none.png) */.a::before{content:"url({base}none.png)\\"";quotes:"/*" "*/"}@namespace url(http://www.w3.org/2000/svg);</style>',
			NOTHING,
		],
		[
			'after the string of a style sheet',
			'<style>.a{content:"/*";background:url({base}none.png)}</style>',
			/none\.png» في <style>/,
		],
		['a style attribute', '<p style="background:url({base}none.png)">', /<p style> ليس في الموقع/],
		['an address in a title', '<p title="url({base}none.png)">', NOTHING],
	]);

	test('a page whose name must be encoded', () => {
		expect(
			problems('https://example.org/', {
				'100%?/index.html': '<a href="./#here"></a><p id="here">',
			}),
		).toEqual([]);
	});

	test('of two names that are alike, the page is meant', () => {
		expect(
			problems('https://example.org/', { 'old/index.html': '', [PAGE]: '<a href="/old">' }),
		).toMatchObject([{ message: expect.stringMatching(/اكتب \/old\/$/) }]);
	});

	test('a link that is wrong twice is told once', () => {
		expect(
			problems('https://example.org/', { [PAGE]: '<a href="/none/"></a><a href="/none/">' }),
		).toHaveLength(1);
	});

	test('an address is shown in one line and not at any length', () => {
		const [problem] = problems('https://example.org/', {
			[PAGE]: `<a href="data:text/html,\n${'x'.repeat(9999)}">`,
		});
		expect(problem?.message).not.toContain('\n');
		expect(problem?.message.length).toBeLessThan(500);
	});
});

describe('the page that is not found stands under any address', () => {
	judged('404.html', [
		['from the root', '<a href="{base}about/"></a><a href="#here"></a><p id="here">', NOTHING],
		['relative to a place unknown', '<a href="about/">', /نسبي، وصفحة 404/],
	]);
});

describe('style sheets', () => {
	judged('_astro/a.css', [
		['relative to the sheet', '@font-face{src:url(font.woff2)}@import "./a.css";', NOTHING],
		[
			'not relative to the page',
			'.a{background:url(_astro/photo.png)}',
			/«_astro\/photo\.png» في url\(\) ليس في الموقع/,
		],
		['an import', '@import"none.css";', /«none\.css»/],
		['an import by url()', '@import url("none.css") print;', /«none\.css»/],
		['from elsewhere', '@import url(https://fonts.example.com/css);', /يُحمَّل من خارج الموقع/],
		['an escaped character', '.a{background:url(photo\\,2x.png)}', NOTHING],
		['a part of the page that uses the sheet', '.a{clip-path:url(#a)}', NOTHING],
	]);
});

describe('drawings', () => {
	judged('pictures/a.svg', [
		[
			'sound',
			'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><defs><g id="a"/></defs><use href="#a"/><a href="{base}about/"><path fill="url(#a)"/></a></svg>',
			NOTHING,
		],
		[
			'a part that is not there',
			'<svg xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#b"/></svg>',
			/<use xlink:href> يقصد المعرّف «b»/,
		],
		[
			'a picture that is not there',
			'<svg><image href="photo.png"/></svg>',
			/<image href> ليس في الموقع/,
		],
		[
			'a link that leads nowhere',
			'<svg><a href="{base}none/"></a></svg>',
			/<a href> ليس في الموقع/,
		],
	]);
});

describe('feeds and sitemaps', () => {
	judged('feed.xml', [
		[
			'a sitemap',
			'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>\n<loc>{site}about/</loc></url></urlset>',
			NOTHING,
		],
		['a page that is not there', '<loc>\n{site}none/\n</loc>', /none\/» في <loc> ليس في الموقع/],
		['a page without its slash', '<loc>{site}about</loc>', /<loc> إلى صفحة، وتنقصه/],
		[
			'a picture of a sitemap',
			'<image:loc>{site}none.png</image:loc>',
			/<image:loc> ليس في الموقع/,
		],
		[
			'an item',
			'<link>{site}about/</link><guid isPermaLink="true">{site}about/#What</guid><enclosure url="{site}_astro/photo.png" type="image/png"/><atom:link href="{site}feed.xml" rel="self"/>',
			NOTHING,
		],
		['an item that is not there', '<item><link>{site}none/</link></item>', /<link> ليس في الموقع/],
		['an item of another site', '<link>https://example.com/</link>', NOTHING],
		['an item without TLS', '<link>http://example.com/</link>', /<link> غير مشفّر/],
		[
			'a permanent link that is not there',
			'<guid isPermaLink="true">{site}none/</guid>',
			/<guid> ليس في الموقع/,
		],
		['a permanent link that does not say so', '<guid>{site}none/</guid>', /<guid> ليس في الموقع/],
		['a name that is no link', '<guid isPermaLink="false">none</guid>', NOTHING],
		['an enclosure', '<enclosure length="1" url="{site}none.mp3"/>', /<enclosure> ليس في الموقع/],
		[
			'the feed itself',
			'<atom:link rel="self" href="{site}none.xml"/>',
			/<atom:link> ليس في الموقع/,
		],
		[
			'an alternative',
			'<xhtml:link rel="alternate" hreflang="ar" href="{site}none/"/>',
			/<xhtml:link> ليس في الموقع/,
		],
		[
			'a relative address',
			'<link>{base}about/</link>',
			/نسبي.* اكتبه كاملًا: https?:\/\/\S*\/about\/$/,
		],
		[
			'an anchor that is not there',
			'<link>{site}about/#nowhere</link>',
			/«nowhere» وهو ليس في about/,
		],
		['entities', '<link>{site}about/?a&amp;b&apos;#What</link>', NOTHING],
		[
			'entities, once',
			'<link>https://example.com/?a&amp;lt;=100%</link>',
			/«\S*\?a&lt;=100%» .*علامة %/,
		],
		[
			'character data',
			'<link><![CDATA[{site}about/?a&b]]></link><description><![CDATA[<link>none</link>]]></description>',
			NOTHING,
		],
		[
			'what is no entity in character data',
			'<link><![CDATA[https://example.com/?a&lt;=100%]]></link>',
			/«\S*\?a&lt;=100%» .*علامة %/,
		],
		[
			'character data that leads nowhere',
			'<link><![CDATA[{site}none/]]></link>',
			/<link> ليس في الموقع/,
		],
		['a comment', '<!-- <loc>none</loc> -->', NOTHING],
		['its style sheet', '<?xml-stylesheet href="rss.xml" type="text/xsl"?>', NOTHING],
		[
			'its style sheet that is not there',
			'<?xml-stylesheet type="text/xsl" href="{base}none.xsl"?>',
			/<\?xml-stylesheet> ليس في الموقع/,
		],
	]);
});

describe('web manifests', () => {
	judged('app/site.webmanifest', [
		[
			'relative to the manifest',
			'{"start_url":"../?from=app","scope":"..\\/","icons":[{"src":"../map.svg","sizes":"any"}],"shortcuts":[{"name":"x","url":"{base}about/"}],"name":"none"}',
			NOTHING,
		],
		['an icon', '{"icons":[{"src":"map.svg"}]}', /«map\.svg» في src ليس في الموقع/],
		['its start', '{"start_url":"{base}none/"}', /في start_url ليس في الموقع/],
		['its scope', '{"scope":"{base}about"}', /في scope إلى صفحة، وتنقصه/],
		['a shortcut', '{"shortcuts":[{"url": "{base}none/"}]}', /في url ليس في الموقع/],
		[
			'the icon of a shortcut',
			'{"shortcuts":[{"icons":[{"src":"none.png"}]}]}',
			/«none\.png» في src/,
		],
		[
			'an icon from elsewhere',
			'{"icons":[{"src":"https://example.com/x.png"}]}',
			/يُحمَّل من خارج الموقع/,
		],
	]);
});

describe('ids of a page that is read after the one that leads there', () => {
	judged('index.html', [
		['an id that is there', '<a href="{base}about/#old">', NOTHING],
		['one that is not', '<a href="{base}about/#new">', /يقصد المعرّف «new» وهو ليس في about/],
		['one in another case', '<a href="{base}about/#what">', /الموجود «What»: اكتبه كما هو/],
	]);
});

test('files that hold no addresses are not read', () => {
	const site = new URL('https://example.org/');
	const read: string[] = [];
	linkProblems(
		site,
		[
			'index.html',
			'a.png',
			'robots.txt',
			'map.svg',
			'a.css',
			'rss.xml',
			'site.webmanifest',
			'_astro/a.js',
		],
		(file) => {
			read.push(file);
			return '';
		},
	);
	expect(read).toEqual(['index.html', 'map.svg', 'a.css', 'rss.xml', 'site.webmanifest']);
});
