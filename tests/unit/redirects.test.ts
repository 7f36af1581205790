import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/article/read.ts';
import { aliasRedirects } from '../../src/hosting/aliases.ts';
import {
	cutAddresses,
	type Find,
	type Holds,
	pageFile,
	type Redirect,
	readRedirects,
	redirectFor,
	redirectPage,
	redirectsFile,
	tableOf,
} from '../../src/hosting/redirects.ts';

const FILES = new Set(['/', '/about/', '/جديد/', '/rss.xml', '/report.pdf']);
const find: Find = (path) => [`${path.replace(/\/$/, '')}/`, path].find((one) => FILES.has(one));
const holds: Holds = (_, id) => id === 'جزء';
/** What the lines of a file come to: the table without the guessed addresses, and the sentences with their lines. */
function judge(text: string) {
	const { redirects, problems } = readRedirects(text);
	const judged = tableOf(redirects, find, holds);
	return {
		table: judged.table.filter(({ from }) => !/^\/(?:feed|rss|sitemap\.xml)$/.test(from)),
		problems: [...problems, ...judged.problems].map(({ file, line, message }) => {
			expect(file).toBe('content/redirects.txt');
			return `${line}: ${message}`;
		}),
	};
}

describe('a line of content/redirects.txt', () => {
	const to = { to: '/about/', status: 301 } as const;
	test.each<[string, string, Redirect]>([
		['a path', '/old /about/', { from: '/old', ...to }],
		['with its slash', '/old/ /about/', { from: '/old', ...to }],
		[
			'with tabs, spaces and a comment',
			' \t/old \t /about/   # moved in 2020',
			{ from: '/old', ...to },
		],
		['moved for a while', '/old /about/ 302', { from: '/old', to: '/about/', status: 302 }],
		['in letters', '/قديم/مقال /about/', { from: '/قديم/مقال', ...to }],
		[
			'in percents, as WordPress writes them',
			'/%d9%82%d8%af%d9%8a%d9%85/%D9%85%D9%82%D8%A7%D9%84/ /about/',
			{ from: '/قديم/مقال', ...to },
		],
		['with a space', '/a%20b /about/', { from: '/a b', ...to }],
		[
			'with the signs of a headline',
			'/2014/هل-يعود-القطار؟ /about/',
			{ from: '/2014/هل-يعود-القطار؟', ...to },
		],
		['with all of them', '/«أ»،-ب…-📰 /about/', { from: '/«أ»،-ب…-📰', ...to }],
		[
			'with marks of direction that nobody sees',
			'\u202B/\u200Fقديم\u200F /about/\u200E\u202C',
			{ from: '/قديم', ...to },
		],
		['with a query', '/?p=12 /about/', { from: '/', query: 'p=12', ...to }],
		[
			'with a longer one',
			'/i.php?a=1&b=%D8%A7 /about/',
			{ from: '/i.php', query: 'a=1&b=%D8%A7', ...to },
		],
		[
			'with the query of Joomla',
			'/index.php?option=com_content&id=12:خبر&Itemid= /about/',
			{
				from: '/index.php',
				query: 'option=com_content&id=12:%D8%AE%D8%A8%D8%B1&Itemid=',
				...to,
			},
		],
		[
			'with the query of vBulletin, and the page in it',
			'/showthread.php?12-خبر&page2 /about/',
			{ from: '/showthread.php', query: '12-%D8%AE%D8%A8%D8%B1&page2', ...to },
		],
		['with letters in it', '/?s=ا /about/', { from: '/', query: 's=%D8%A7', ...to }],
		['of a file', '/a.html /report.pdf', { from: '/a.html', to: '/report.pdf', status: 301 }],
		['to letters', '/old /جديد/', { from: '/old', to: '/%D8%AC%D8%AF%D9%8A%D8%AF/', status: 301 }],
		[
			'to small percents',
			'/old /%d8%ac%d8%af%d9%8a%d8%af',
			{ from: '/old', to: '/%D8%AC%D8%AF%D9%8A%D8%AF/', status: 301 },
		],
		['to a page without its slash', '/old /about', { from: '/old', ...to }],
		[
			'to a part of a page',
			'/old /about/#جزء',
			{ from: '/old', to: '/about/#%D8%AC%D8%B2%D8%A1', status: 301 },
		],
		[
			'to another site',
			'/old https://ar.example.org/أ',
			{ from: '/old', to: 'https://ar.example.org/%D8%A3', status: 301 },
		],
		[
			'to another site in letters',
			'/old https://موقع.example',
			{ from: '/old', to: 'https://xn--4gbrim.example/', status: 301 },
		],
		[
			'to signs that servers read as their own',
			'/old https://example.org/a:b/$1*?x="y"',
			{ from: '/old', to: 'https://example.org/a%3Ab/%241%2A?x=%22y%22', status: 301 },
		],
	])('%s', (_case, line, redirect) =>
		expect(judge(line)).toEqual({ table: [redirect], problems: [] }),
	);

	test.each([
		['nothing', ''],
		['a comment', '# /old /about/\n   # more'],
		['a mark of the byte order and Windows lines', '\uFEFF# a\r\n\r\n'],
	])('%s is no redirect', (_case, text) =>
		expect(judge(text)).toEqual({ table: [], problems: [] }),
	);
});

describe('what is wrong with a line', () => {
	test.each<[string, string, string]>([
		[
			'one address',
			'\n/old',
			'2: في السطر رابط واحد. اكتب الرابط القديم ثم الجديد. مثاله: /قديم /articles/new/ 301',
		],
		[
			'too many',
			'/old /about/ 301 more',
			'1: في السطر كلمات زائدة. اكتب الرابط القديم ثم الجديد. مثاله: /قديم /articles/new/ 301',
		],
		[
			'a whole address',
			'https://example.org/old /about/',
			'1: الرابط القديم «https://example.org/old» كامل. اكتب مساره وحده بعد اسم الموقع، مثل /old/.',
		],
		['no slash', 'old /about/', '1: الرابط القديم «old» لا يبدأ بشرطة مائلة. اكتب /old'],
		[
			'a fragment',
			'/old#a /about/',
			'1: في الرابط القديم «/old#a» علامة #، وما بعدها لا يصل إلى الخادم. احذفها وما بعدها.',
		],
		[
			'broken percents',
			'/%d9 /about/',
			'1: في الرابط القديم «/%d9» رموز % لا تُقرأ (UTF-8). انسخ الرابط من المتصفح مرة أخرى.',
		],
		[
			'a pattern',
			'/old/* /about/',
			'1: في الرابط القديم «/old/*» علامة لا تُقبل. لكل رابط سطر، بحروف وأرقام وشرطات، بلا * ولا : ولا //.',
		],
		[
			'a placeholder',
			'/old/:year /about/',
			'1: في الرابط القديم «/old/:year» علامة لا تُقبل. لكل رابط سطر، بحروف وأرقام وشرطات، بلا * ولا : ولا //.',
		],
		[
			'another host',
			'//evil.example /about/',
			'1: في الرابط القديم «//evil.example» علامة لا تُقبل. لكل رابط سطر، بحروف وأرقام وشرطات، بلا * ولا : ولا //.',
		],
		[
			'a way up',
			'/a/../b /about/',
			'1: في الرابط القديم «/a/../b» علامة لا تُقبل. لكل رابط سطر، بحروف وأرقام وشرطات، بلا * ولا : ولا //.',
		],
		[
			'a mark of direction in percents',
			'/a%E2%80%8Fb /about/',
			'1: في الرابط القديم «/a%E2%80%8Fb» علامة لا تُقبل. لكل رابط سطر، بحروف وأرقام وشرطات، بلا * ولا : ولا //.',
		],
		[
			'a variable of nginx',
			'/a$b /about/',
			'1: في الرابط القديم «/a$b» علامة لا تُقبل. لكل رابط سطر، بحروف وأرقام وشرطات، بلا * ولا : ولا //.',
		],
		[
			'a query without a name',
			'/?=p /about/',
			'1: ما بعد علامة الاستفهام في «/?=p» لا يُقبل. اكتبه هكذا: /?p=12',
		],
		[
			'a status that is none of ours',
			'/old /about/ 307',
			'1: الحالة «307» غير معروفة. اكتب 301 لما انتقل نهائيًا أو 302 لما انتقل مؤقتًا.',
		],
		[
			'to http',
			'/old http://example.org/',
			'1: الوجهة «http://example.org/» بلا تشفير. اكتبها بـ https://',
		],
		[
			'to a host without a scheme',
			'/old //example.org/',
			'1: الوجهة «//example.org/» ليست مسارًا في الموقع ولا رابطًا يبدأ بـ https://. مثاله: /قديم /articles/new/ 301',
		],
		[
			'to a script',
			'/old javascript:alert(1)',
			'1: الوجهة «javascript:alert(1)» ليست مسارًا في الموقع ولا رابطًا يبدأ بـ https://. مثاله: /قديم /articles/new/ 301',
		],
		[
			'to an account',
			'/old https://me@example.org/',
			'1: الوجهة «https://me@example.org/» رابط غير صالح. انسخها من المتصفح مرة أخرى.',
		],
		['twice', '/old /about/\n/old/ /', '2: /old مذكور في السطر 1 أيضًا. احذف أحدهما.'],
		[
			'twice in two spellings',
			'/قديم /about/\n/%D9%82%D8%AF%D9%8A%D9%85 /',
			'2: /قديم مذكور في السطر 1 أيضًا. احذف أحدهما.',
		],
		[
			'a page that exists',
			'/about /',
			'1: /about صفحة في الموقع، فلا يُحوَّل عنها. احذفه أو احذف الصفحة.',
		],
		[
			'a file that exists',
			'/report.pdf /',
			'1: /report.pdf صفحة في الموقع، فلا يُحوَّل عنها. احذفه أو احذف الصفحة.',
		],
		['the first page', '/ /about/', '1: / صفحة في الموقع، فلا يُحوَّل عنها. احذفه أو احذف الصفحة.'],
		['to no page', '/old /none/', '1: وجهة /old لا صفحة فيها: /none/. صحّحها، أو احذف السطر.'],
		[
			'to no part of a page',
			'/old /about/#none\n/new /about/#جزء\n/words /about/#:~:text=من\n/paper /report.pdf#page=2',
			'1: وجهة /old تقصد المعرّف «none» وهو ليس في /about/. صحّحه، أو احذفه مع # التي قبله.',
		],
		['to itself', '/old /old/', '1: /old يُحوَّل إلى نفسه. اكتب وجهة أخرى أو احذف السطر.'],
		['to itself by a query', '/?p=12 /', '1: /?p=12 يُحوَّل إلى نفسه. اكتب وجهة أخرى أو احذف السطر.'],
	])('%s', (_case, text, problem) => expect(judge(text).problems).toEqual([problem]));

	test('a chain is told its end, and a circle its lines', () =>
		expect(judge('/a /b\n/b /c/\n/c /about/\n/x /y\n/y /x').problems).toEqual([
			'1: وجهة /a تُحوَّل في السطر 2 إلى غيرها. اكتب الوجهة الأخيرة: /about/',
			'2: وجهة /b تُحوَّل في السطر 3 إلى غيرها. اكتب الوجهة الأخيرة: /about/',
			'4: /x يدور: وجهته تُحوَّل حتى تعود إليه. اكتب وجهة هي صفحة في الموقع.',
			'5: /y يدور: وجهته تُحوَّل حتى تعود إليه. اكتب وجهة هي صفحة في الموقع.',
		]));
});

describe('the aliases of an article', () => {
	const FILE = 'content/articles/new-name.mdx';
	const redirects = (aliases: string) =>
		aliasRedirects(FILE, readContent(FILE, `---\nheadline: خبر\naliases: ${aliases}\n---\n`));
	const PAGE: Find = (path) =>
		path.startsWith('/articles/new-name') ? '/articles/new-name/' : find(path);

	test('lead to where it is now', () =>
		expect(redirects('[old-name, /2019/05/old.html, /قديم/, /?p=12]')).toEqual(
			[
				{ from: '/articles/old-name' },
				{ from: '/2019/05/old.html' },
				{ from: '/قديم' },
				{ from: '/', query: 'p=12' },
			].map((from, index) => ({
				...from,
				to: '/articles/new-name/',
				status: 301,
				file: FILE,
				line: 3,
				field: `aliases[${index}]`,
			})),
		));

	test.each([
		[
			'of a page that is there',
			'[/about]',
			'',
			'/about صفحة في الموقع، فلا يُحوَّل عنها. احذفه أو احذف الصفحة.',
		],
		[
			'that the file has too',
			'[/a]',
			'# قديم\n/a /about/',
			'/a مذكور في content/redirects.txt:2 أيضًا. احذف أحدهما.',
		],
	])('%s are told', (_case, aliases, text, message) => {
		const { problems } = tableOf(
			[...readRedirects(text).redirects, ...redirects(aliases)],
			PAGE,
			holds,
		);
		expect(problems).toEqual([{ file: FILE, line: 3, field: 'aliases[0]', message }]);
	});
});

describe('the table', () => {
	const table = (text: string, files: Find = find) =>
		tableOf(readRedirects(text).redirects, files, holds).table.map(
			({ from, query, to, status }) => `${from} ${query ?? ''} ${to} ${status}`,
		);

	test('without a file has the addresses that people guess', () =>
		expect(table('')).toEqual([
			'/feed  /rss.xml 301',
			'/rss  /rss.xml 301',
			'/sitemap.xml  /sitemap-index.xml 301',
		]));

	test('what is left of an address that one cuts leads to what the archive has of it', () => {
		const cut = cutAddresses('<h2 id="topics">…</h2><h2 id="2024">…</h2><h2 id="other">…</h2>');
		expect(cut.map(({ from, to }) => `${from} ${to}`)).toEqual([
			'/articles /archive/',
			'/topics /archive/#topics',
			'/archive/2024 /archive/#2024',
		]);
		expect(tableOf([], () => undefined, holds, cut).table.slice(-3)).toEqual(cut);
	});

	test('the publisher may lead them elsewhere, or have a page there', () =>
		expect(table('/feed /about/ 302', (path) => (path === '/rss' ? '/rss/' : find(path)))).toEqual([
			'/feed  /about/ 302',
			'/sitemap.xml  /sitemap-index.xml 301',
		]));

	test('the one that asks for most comes first', () =>
		expect(table('/i /about/\n/i?a=1 /\n/i?a=1&b=2 /rss.xml').slice(0, 3)).toEqual([
			'/i a=1&b=2 /rss.xml 301',
			'/i a=1 / 301',
			'/i  /about/ 301',
		]));
});

const TABLE: readonly Redirect[] = [
	{ from: '/', query: 'p=12', to: '/about/', status: 302 },
	{ from: '/t.php', query: '12-x', to: '/about/', status: 301 },
	{ from: '/قديم', to: '/about/', status: 301 },
	{ from: '/part', to: '/about/#a', status: 301 },
	{ from: '/off', to: 'https://example.org/a?b', status: 301 },
	{ from: '/feed', to: '/rss.xml', status: 301 },
];

describe('the answer to a request', () => {
	test.each<[string, string, string | undefined]>([
		['/%D9%82%D8%AF%D9%8A%D9%85', '?a=1', '301 /news/about/?a=1'],
		['/%d9%82%d8%af%d9%8a%d9%85/', '', '301 /news/about/'],
		['/', '?a=1&p=12', '302 /news/about/'],
		['/', '?p=121', undefined],
		['/t.php', '?a=1&12-x', '301 /news/about/'],
		['/t.php', '?12-xy', undefined],
		['/', '', undefined],
		['/part', '?a=1', '301 /news/about/#a'],
		['/off/', '?c', '301 https://example.org/a?b'],
		['/off//', '', undefined],
		['/%d9', '', undefined],
	])('%s%s', (path, search, answer) => {
		const found = redirectFor(TABLE, '/news/', path, search);
		expect(found && `${found.status} ${found.location}`).toBe(answer);
	});
});

describe('_redirects', () => {
	test("has the publisher's lines first, and each spelling that Cloudflare compares", () =>
		expect(redirectsFile(TABLE, '/news/', '/mine /about/ 200\n')).toBe(`/mine /about/ 200
/news/ p=12 /news/about/ 302
/news/t.php 12-x= /news/about/ 301
/news/t.php/ 12-x= /news/about/ 301
/news/%D9%82%D8%AF%D9%8A%D9%85 /news/about/ 301
/news/%D9%82%D8%AF%D9%8A%D9%85/ /news/about/ 301
/news/%d9%82%d8%af%d9%8a%d9%85 /news/about/ 301
/news/%d9%82%d8%af%d9%8a%d9%85/ /news/about/ 301
/news/part /news/about/#a 301
/news/part/ /news/about/#a 301
/news/off https://example.org/a?b 301
/news/off/ https://example.org/a?b 301
/news/feed /news/rss.xml 301
/news/feed/ /news/rss.xml 301
`));
});

describe('the page at an old address', () => {
	test.each<[Omit<Redirect, 'status'>, string | undefined]>([
		[{ from: '/قديم', to: '/about/' }, 'قديم/index.html'],
		[{ from: '/a/b.html', to: '/about/' }, 'a/b.html'],
		[{ from: '/2003/a.htm', to: '/about/' }, '2003/a.htm'],
		[{ from: '/a.php', to: '/about/#a' }, 'a.php/index.html'],
		[{ from: '/off', to: 'https://example.org/a.pdf' }, 'off/index.html'],
		[{ from: '/', query: 'p=12', to: '/about/' }, undefined],
		[{ from: '/feed', to: '/rss.xml' }, undefined],
	])('%j stands in %s', (redirect, file) =>
		expect(pageFile({ ...redirect, status: 301 })).toBe(file),
	);

	test('sends on without script, tells robots, and has a link', () =>
		expect(redirectPage('https://example.org/a/?b&c')).toBe(
			'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="0; url=https://example.org/a/?b&amp;c"><title>انتقلت هذه الصفحة</title><meta name="robots" content="noindex"><link rel="canonical" href="https://example.org/a/?b&amp;c"></head><body><p>انتقلت هذه الصفحة <a href="https://example.org/a/?b&amp;c">إلى رابطها الجديد</a>.</p></body></html>\n',
		));
});
