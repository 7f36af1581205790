import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { browser } from '../browser/visit.ts';
import { CAMERA } from '../project.ts';
import { browserProblems, pageKinds } from './browser.ts';
import { heavyPages } from './check.ts';
import { LAWS } from './laws.ts';
import { readPage, readSite, type Site } from './site.ts';

/** Both papers, read once. No law changes them. */
const papers = inject('sites').map((paper) => ({ ...paper, site: readSite(paper.folder) }));
const { site: good } = papers[1]!;

describe.each(papers)('the site at $address', ({ site, address }) => {
	test('is read with its address and all its pages', () => {
		expect(site.address).toBe(address);
		expect([...site.pages.values()].filter(({ article }) => article)).toHaveLength(21);
		expect(
			[...site.pages.values()].filter(({ kind }) => kind === 'missing').map(({ file }) => file),
		).toEqual(['404.html', 'articles/withdrawn-report/index.html', 'offline/index.html']);
	});

	test.each(Object.keys(LAWS))('keeps the law of %s', async (name) =>
		expect(await LAWS[name]!(site)).toEqual([]),
	);
});

// At the root of a host: site/facts.test.ts and browser/pages.test.ts.
test('a site under a base keeps the laws of the browser, on a page of every kind', async () => {
	expect(await browserProblems(good, pageKinds(good), await browser())).toEqual([]);
});

test('of every kind one page is visited: none that is no article is left out, and every element is seen', () => {
	const kinds = pageKinds(good);
	const files = kinds.map(({ file }) => file);
	expect(files).toEqual(
		expect.arrayContaining([
			'404.html',
			'index.html',
			'about/index.html',
			'articles/budget-and-projects/index.html',
			'archive/index.html',
			'archive/2024/11/index.html',
			'people/ruba-alsaid/index.html',
			expect.stringMatching(/^topics\/[a-z]+\/index\.html$/),
		]),
	);
	expect(files.length).toBeLessThan(17);
	for (const part of ['#event', '#forum', '#awards', 'table', 'img', 'blockquote', 'svg'])
		expect(
			kinds.some(({ $ }) => $(`main ${part}`).length > 0),
			part,
		).toBe(true);
});

describe('a fault that is planted is found', () => {
	const folder = mkdtempSync(join(tmpdir(), 'faults-'));
	let site: Site;
	beforeAll(() => {
		// Without compressed copies, which the server would send in place of what is planted.
		const isRead = (file: string) => !/\.(?:br|gz)$/.test(file);
		cpSync(good.folder, folder, { recursive: true, filter: isRead });
		site = { ...good, folder, files: new Set([...good.files].filter(isRead)) };
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	const HOME = 'index.html';
	const ARTICLE = 'articles/libraries-forum-tunis-2024/index.html';
	const PHOTO = 'articles/photo-harbour/index.html';
	const CARD = 'images/libraries-forum-tunis-2024/card.jpg';
	const EVENT = 'articles/libraries-forum-tunis-2024/event.ics';
	type Change = (was: string) => string;
	const replace =
		(what: string | RegExp, by: string): Change =>
		(was) =>
			was.replace(what, () => by);
	/** Puts markup at the end of the text of a page. */
	const add = (markup: string) => replace('</main>', `${markup}</main>`);
	const meta = (name: string, content: string): Change =>
		replace(
			new RegExp(`<meta (property|name)="${name}" content="[^"]*"`),
			`<meta ${name.startsWith('og') ? 'property' : 'name'}="${name}" content="${content}"`,
		);
	const without = (name: string): Change =>
		replace(new RegExp(`<meta (property|name)="${name}" content="[^"]*">`), '');

	/** Laws that look at each page by itself. */
	const PAGE_BY_PAGE = new Set([
		'second origin',
		'policy',
		'direction',
		'outline',
		'previews',
		'structured data',
	]);
	/** The site with one page of it. */
	const alone = (site: Site, file: string): Site => ({
		...site,
		pages: new Map([...site.pages].filter(([name]) => name === file)),
	});

	/** Plants a fault in the copy for as long as `use` looks at it. */
	async function planted<T>(
		file: string,
		change: Change | Buffer,
		use: (site: Site) => Promise<T> | T,
	): Promise<T> {
		const path = join(folder, file);
		const was = readFileSync(path);
		const now = Buffer.isBuffer(change) ? change : Buffer.from(change(was.toString()));
		expect(now.equals(was), 'the fault is none').toBe(false);
		writeFileSync(path, now);
		const pages = new Map(site.pages);
		if (pages.has(file)) pages.set(file, readPage(file, now.toString(), site.address));
		try {
			return await use({ ...site, pages });
		} finally {
			writeFileSync(path, was);
		}
	}

	test.each<[law: string, what: string, file: string, change: Change, message: RegExp]>([
		['links', 'a page that is not there', HOME, add('<a href="/news/none/">ر</a>'), /none/],
		['links', 'a page outside the base', HOME, add('<a href="/about/">ر</a>'), /خارج مسار/],
		['links', 'a fragment without its element', ARTICLE, add('<a href="#none">ر</a>'), /«none»/],
		[
			'links',
			'a fragment of another page',
			HOME,
			add('<a href="/news/about/#none">ر</a>'),
			/«none»/,
		],
		['links', 'a picture that is not there', PHOTO, add('<img src="none.webp">'), /none\.webp/],
		[
			'links',
			'a size of a picture that is not there',
			PHOTO,
			add('<img srcset="/news/icon-192.png 1x, /news/none.webp 2x">'),
			/none\.webp/,
		],
		['links', 'a link of another protocol', HOME, add('<a href="ftp://a.example/">ر</a>'), /ftp:/],
		['links', 'a link of script', HOME, add('<a href="javascript:go()">ر</a>'), /javascript:/],
		['links', 'an empty address', HOME, add('<a href="">ر</a>'), /فارغ/],
		['links', 'a link from 404.html', '404.html', add('<a href="/news/none/">ر</a>'), /none/],
		[
			'lists',
			'a page that does not lead back',
			'archive/2024/12/index.html',
			replace(/(?<=rel="next" href=")[^"]*/, '/news/about/'),
			/about/,
		],
		['second origin', 'a picture', HOME, add('<img src="https://a.example/a.png">'), /a\.example/],
		[
			'second origin',
			'a size of a picture',
			HOME,
			add('<img srcset="/news/icon-192.png 1x, https://a.example/a.png 2x">'),
			/a\.example/,
		],
		[
			'second origin',
			'a sheet',
			HOME,
			add('<link rel="stylesheet" href="//a.example/a.css">'),
			/a\.example/,
		],
		[
			'second origin',
			'a script',
			HOME,
			add('<script src="https://a.example/a.js"></script>'),
			/a\.ex/,
		],
		[
			'second origin',
			'a style',
			HOME,
			replace('</style>', 'p{background:url(https://a.example/a.png)}</style>'),
			/a\.example/,
		],
		[
			'second origin',
			'an import',
			HOME,
			replace('<style>', '<style>@import "https://a.example";'),
			/a\.ex/,
		],
		['policy', 'no charset', HOME, replace('<meta charset="utf-8">', ''), /charset/],
		[
			'policy',
			'none',
			ARTICLE,
			replace(/<meta http-equiv="content-security-policy"[^>]*>/, ''),
			/لا سياسة/,
		],
		[
			'policy',
			'one that comes late',
			HOME,
			replace('<head>', `<head><!--${'x'.repeat(1024)}-->`),
			/1024/,
		],
		[
			'policy',
			'one that lets scripts in',
			HOME,
			replace("script-src 'self'", "script-src 'unsafe-inline'"),
			/بأكثر/,
		],
		[
			'policy',
			'one that lets a host in',
			HOME,
			replace("img-src 'self'", 'img-src https:'),
			/بأكثر/,
		],
		[
			'policy',
			'one that lets a host in whose name begins like its own',
			HOME,
			replace(/(?<=img-src 'self' https:\/\/[^;]*)/, '.evil.example'),
			/بأكثر/,
		],
		[
			'policy',
			'a style that it does not know',
			HOME,
			replace('</style>', 'p{}</style>'),
			/<style>/,
		],
		['policy', 'a script that it does not know', HOME, add('<script>go()</script>'), /<script>/],
		['policy', 'a handler', HOME, replace('<main', '<main onclick="go()"'), /onclick/],
		[
			'policy',
			'a style in an attribute',
			HOME,
			replace('<main', '<main style="color:red"'),
			/style/,
		],
		['policy', 'a frame', HOME, add('<iframe title="إطار"></iframe>'), /iframe/],
		['direction', 'a page from the left', HOME, replace('dir="rtl"', 'dir="ltr"'), /<html dir>/],
		['direction', 'a page in English', HOME, replace('lang="ar"', 'lang="en"'), /<html lang>/],
		['direction', 'Arabic from the left', HOME, add('<p dir="ltr">نص عربي</p>'), /نص عربي/],
		['direction', 'an invisible mark', HOME, add('<p>\u202Eنص</p>'), /خفية/],
		[
			'direction',
			'a style of one side',
			HOME,
			replace('</style>', 'p{margin-left:1px}</style>'),
			/left/,
		],
		['outline', 'a second headline', ARTICLE, add('<h1>عنوان</h1>'), /<h1>/],
		['outline', 'a heading that leaps', '404.html', add('<h6>عنوان</h6>'), /<h6>/],
		['outline', 'no place for the text', HOME, replace('id="content"', 'id="x"'), /main#content/],
		['outline', 'no skip link', HOME, replace('href="#content"', 'href="#x"'), /#content/],
		['outline', 'no zoom', HOME, meta('viewport', 'user-scalable=no'), /التكبير/],
		['outline', 'a link of digits alone', HOME, add('<a href="#content">12/45</a>'), /«12\/45»/],
		['outline', 'one id twice', HOME, add('<p id="content"></p>'), /«content»/],
		['pictures', 'no alternative', PHOTO, replace(/(?<=<img[^>]*) alt="[^"]*"/, ''), /alt/],
		['pictures', 'no width', PHOTO, replace(/(?<=<img[^>]*) width="[^"]*"/, ''), /width/],
		['previews', 'no title', HOME, replace(/<title>.*?<\/title>/, ''), /title/],
		['previews', 'a title that begins in Latin', HOME, replace('<title>', '<title>News '), /title/],
		['previews', 'no description', HOME, without('description'), /description/],
		['previews', 'no address', ARTICLE, replace(/<link rel="canonical"[^>]*>/, ''), /canonical/],
		[
			'previews',
			'another address',
			ARTICLE,
			replace(/(?<=rel="canonical" href="[^"]*)/, 'x'),
			/canonical/,
		],
		[
			'previews',
			'another address for networks',
			ARTICLE,
			meta('og:url', 'https://sada.example/'),
			/og:url/,
		],
		['previews', 'no og:title', ARTICLE, without('og:title'), /og:title/],
		[
			'previews',
			'og:title twice',
			ARTICLE,
			replace('</head>', '<meta property="og:title" content="ا"></head>'),
			/أكثر من مرة/,
		],
		[
			'previews',
			'og:description that Latin letters begin',
			ARTICLE,
			meta('og:description', 'News من عمّان'),
			/og:description/,
		],
		['previews', 'a small card of X', ARTICLE, meta('twitter:card', 'summary'), /twitter:card/],
		['previews', 'no picture', ARTICLE, without('og:image'), /og:image/],
		[
			'previews',
			'a picture that is not there',
			ARTICLE,
			meta('og:image', 'https://sada.example/news/images/none.jpg'),
			/none/,
		],
		[
			'previews',
			'a picture without its host',
			ARTICLE,
			meta('og:image', '/news/images/card.jpg'),
			/كامل/,
		],
		['previews', 'a picture told wider', ARTICLE, meta('og:image:width', '1201'), /1200×630/],
		[
			'previews',
			'404.html with an address',
			'404.html',
			replace('</head>', '<link rel="canonical" href="https://sada.example/news/404/"></head>'),
			/canonical/,
		],
		['previews', '404.html to be indexed', '404.html', without('robots'), /noindex/],
		[
			'structured data',
			'none',
			ARTICLE,
			replace(/<script type="application\/ld\+json">.*?<\/script>/s, ''),
			/JSON-LD/,
		],
		[
			'structured data',
			'a graph that is cut',
			ARTICLE,
			replace('{"@context"', '{"@context'),
			/لا تُقرأ/,
		],
		['structured data', 'an unknown property', ARTICLE, replace('"headline":', '"head":'), /head/],
		[
			'structured data',
			'an unknown type',
			ARTICLE,
			replace('"NewsArticle"', '"NewsPiece"'),
			/NewsPiece/,
		],
		[
			'structured data',
			'an id that nothing has',
			ARTICLE,
			replace(/(?<="about":\{"@id":"[^"]*)#event/, '#none'),
			/#none/,
		],
		[
			'structured data',
			'a picture that is not there',
			ARTICLE,
			replace('map-16x9.jpg"', 'map-9x16.jpg"'),
			/map-9x16/,
		],
		[
			'structured data',
			'an address without its host',
			ARTICLE,
			replace(/"logo":"[^"]*"/, '"logo":"/news/icon-512.png"'),
			/غير كامل/,
		],
		[
			'structured data',
			'another headline',
			ARTICLE,
			replace(/"headline":"/, '"headline":"ا '),
			/headline/,
		],
		[
			'structured data',
			'a date that the page does not tell',
			ARTICLE,
			replace(/"startDate":"[^"]*"/, '"startDate":"2001-01-01"'),
			/2001-01-01/,
		],
		['structured data', 'no date', PHOTO, replace(/"datePublished":"[^"]*",/, ''), /تاريخ المقال/],
		['feed', 'one that is cut', 'rss.xml', (was) => was.slice(0, 30), /RSS/],
		[
			'feed',
			'an item twice',
			'rss.xml',
			(was) => was.replace(/<item>.*?<\/item>/s, '$&$&'),
			/guid/,
		],
		[
			'feed',
			'an item without a page',
			'rss.xml',
			replace(/(?<=<item>.*?<link>[^<]*)/s, 'x'),
			/رابط في الخلاصة/,
		],
		[
			'feed',
			'a picture that is not there',
			'rss.xml',
			replace(/(?<=src=&quot;https:[^&]*\/_astro\/[^&]*)\.jpg/, '.png'),
			/\.png/,
		],
		[
			'feed',
			'a link without its host',
			'rss.xml',
			replace('href=&quot;https://sada.example', 'href=&quot;'),
			/غير كامل/,
		],
		[
			'feed',
			'a language that is not Arabic',
			'rss.xml',
			replace('<language>ar', '<language>en'),
			/لغة/,
		],
		[
			'feed',
			'of another site',
			'rss.xml',
			replace('<link>https://sada.example/news/', '<link>https://sada.example/'),
			/رابط الخلاصة/,
		],
		[
			'feed',
			'a page that does not tell of it',
			HOME,
			replace('type="application/rss+xml"', 'type="text/xml"'),
			/الخلاصة/,
		],
		['feed', 'a JSON that is cut', 'feed.json', (was) => was.slice(0, 200), /JSON Feed/],
		[
			'feed',
			'a JSON of another list',
			'feed.json',
			replace('/news/feed.json', '/feed.json'),
			/رابطها/,
		],
		[
			'feed',
			'a JSON without the first article',
			'people/ruba-alsaid/feed.json',
			replace(/"items":.*/s, '"items":[]}'),
			/rss\.xml/,
		],
		[
			'feed',
			'a page that does not tell of its own',
			'people/ruba-alsaid/index.html',
			replace('application/feed+json', 'application/json'),
			/صفحة الخلاصة/,
		],
		['calendars', 'lines of Unix', EVENT, (was) => was.replaceAll('\r\n', '\n'), /CRLF/],
		[
			'calendars',
			'a long line',
			EVENT,
			replace('SUMMARY', `X-A:${'ا'.repeat(40)}\r\nSUMMARY`),
			/75/,
		],
		['calendars', 'one that is cut', EVENT, (was) => was.slice(0, 200), /iCalendar/],
		['calendars', 'no start', EVENT, replace(/DTSTART.*\r\n/, ''), /بداية/],
		[
			'calendars',
			'the UID of another',
			EVENT,
			(was) =>
				was.replace(
					/UID:(?:.|\r\n )*/,
					/UID:(?:.|\r\n )*/.exec(
						readFileSync(join(folder, 'articles/book-fair/event.ics'), 'utf8'),
					)![0],
				),
			/UID/,
		],
		[
			'sitemap',
			'a page that it leaves out',
			'sitemap-0.xml',
			replace(/<url>.*?<\/url>/, ''),
			/ليست في خريطة/,
		],
		[
			'sitemap',
			'a page that is not there',
			'sitemap-0.xml',
			replace(/(?<=<loc>[^<]*)<\/loc>/, 'x/</loc>'),
			/وليس صفحة/,
		],
		[
			'sitemap',
			'one that is not there',
			'robots.txt',
			replace('sitemap-index.xml', 'none.xml'),
			/none\.xml/,
		],
	])('%s: %s', (law, _what, file, change, message) =>
		planted(file, change, async (broken) => {
			const seen = PAGE_BY_PAGE.has(law) ? alone(broken, file) : broken;
			const found = (await LAWS[law]!(seen)).map(({ message }) => message);
			expect(found.join('\n')).toMatch(message);
			for (const each of found) expect(each).toMatch(/[.!؟]$/);
		}),
	);

	const square = sharp({ create: { width: 800, height: 800, channels: 3, background: '#fff' } });
	const noise = sharp({
		create: {
			width: 1200,
			height: 630,
			channels: 3,
			background: '#fff',
			noise: { type: 'gaussian', mean: 128, sigma: 60 },
		},
	});
	test.each<[law: string, what: string, picture: () => Promise<Buffer>, message: RegExp]>([
		[
			'pictures',
			'what the camera wrote',
			() => square.clone().withExif(CAMERA).jpeg().toBuffer(),
			/EXIF/,
		],
		[
			'pictures',
			'a rights statement',
			() => square.clone().withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').jpeg().toBuffer(),
			/XMP/,
		],
		['pictures', 'no picture at all', async () => Buffer.from('none'), /لا تُقرأ/],
		['previews', 'a square card', () => square.clone().jpeg().toBuffer(), /ليست 1200×630/],
		['previews', 'a heavy card', () => noise.clone().jpeg({ quality: 100 }).toBuffer(), /أثقل/],
		['previews', 'a card that few show', () => square.clone().webp().toBuffer(), /JPEG/],
	])('%s: %s', async (law, _what, picture, message) =>
		planted(CARD, await picture(), async (broken) =>
			expect(
				(await LAWS[law]!(alone(broken, ARTICLE))).map(({ message }) => message).join('\n'),
			).toMatch(message),
		),
	);

	describe('in the browser', () => {
		let found = '';
		beforeAll(() =>
			planted('rss.xml', replace('<channel>', '<channel>&none;'), () =>
				planted(
					'404.html',
					add(
						`<button></button><nobr>${'كلمة '.repeat(300)}</nobr><p dir="ltr">نص عربي</p><p><font color="#999999">صحيفة يومية</font></p><p><font color="#444444">صحيفة ليلية</font></p><img alt="" src="https://a.example/a.png">`,
					),
					async (broken) => {
						const problems = await browserProblems(
							broken,
							[broken.pages.get('404.html')!],
							await browser(),
						);
						found = problems.map(({ message }) => message).join('\n');
					},
				),
			),
		);

		test.each([
			['a button without a name', /button-name/],
			['Arabic in a colour that is not read by day', /color-contrast: .*#999999.*360/],
			['Arabic in a colour that is hardly read by night', /color-contrast-enhanced.*#999999.*1280/],
			['Arabic in a colour that is not read by night', /color-contrast: .*#444444.*1280/],
			['a line that runs out of the page', /أعرض/],
			['Arabic from the left', /نص عربي/],
			['a picture of another host', /سياسة/],
			['XML that no reader takes', /XML/],
		])('%s', (_what, message) => expect(found).toMatch(message));
	});

	test('a heavy page is told with what weighs', () => {
		const longest = [...good.pages].sort(([, a], [, b]) => b.html.length - a.html.length);
		const pages = new Map(longest.slice(0, 6));
		// It has a face for the Quran besides.
		expect(heavyPages({ ...good, pages }, 57_500).map(({ file }) => file)).toEqual([
			'dist/articles/poet-interview/index.html',
		]);
		const home = new Map([[HOME, site.pages.get(HOME)!]]);
		const [heavy] = heavyPages({ ...site, pages: home }, 20_000);
		expect(heavy?.message).toMatch(/النص \d+، والخطوط \d+، والبرنامج \d+/);
		expect(heavy?.severity).toBe('warning');
	});
});

test('a folder without a site asks for a build', () =>
	expect(() => readSite(join(tmpdir(), 'none'))).toThrow('npm run build'));

test('a link of digits alone is right where the page that it leads to is called so, and where it is an hour', async () => {
	const head = '<html><body><a href="#content">إلى النص</a><header></header><main id="content">';
	const foot = '</main><footer></footer></body></html>';
	const address = 'https://example.org/news/';
	const pages = [
		['index.html', '<h1>خبر</h1><a href="/news/topics/2026/">2026</a>'],
		['topics/2026/index.html', '<h1>2026</h1><a href="/news/topics/2026/1/">1</a>'],
		['topics/2026/1/index.html', '<h1>2026</h1>'],
		['live/index.html', '<h1>خبر</h1><a href="#u"><time datetime="08:05">8:05</time></a>'],
	].map(([file = '', main]) => readPage(file, `${head}${main}${foot}`, address));
	const site: Site = {
		folder: '/none',
		address,
		base: '/news/',
		files: new Set(),
		pages: new Map(pages.map((page) => [page.file, page])),
	};
	expect((await LAWS['outline']!(site)).map(({ file, message }) => [file, message])).toEqual([
		['dist/topics/2026/index.html', expect.stringMatching(/^الرابط «1» أرقام وحدها/)],
	]);
});
