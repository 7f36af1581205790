import { describe, expect, test } from 'vitest';
import { headingIds } from '../../src/article/ids.ts';
import { articleProblems } from '../../src/desk/judge.ts';

const problemsOf = (file: string, source: string) =>
	articleProblems(file, source, { exists: () => true, publications: new Map() });

const page = (head: string, text = 'نص الصفحة.') =>
	`---\ntitle: عن الصحيفة\n${head}---\n\n${text}\n`;

describe('a good page is let through in peace', () => {
	test.each([
		['a title alone', page('')],
		['a dek and a place in the footer', page('dek: من نحن.\nfooter: 2\n')],
		['no place in the footer', page('footer: false\n')],
		[
			'the address of the paper and what any text may have',
			page('', 'راسلونا: <Contact />\n\n<Note title="تنبيه">\n\nنص.\n\n</Note>'),
		],
		[
			'anchors to headings that the footer leads to',
			page('', '[راسلونا](#contact).\n\n## اتصل بنا\n\nنص.'),
		],
	])('%s', (_name, source) => expect(problemsOf('content/pages/about.mdx', source)).toEqual([]));
});

describe('a bad page is told its one problem', () => {
	test.each([
		[
			'about',
			page('').replace(/title.*\n/, 'footer: 1\n'),
			'title',
			/المفتاح title ناقص\. أضف سطرًا مثل: title: /,
		],
		['about', page('headline: عنوان الصفحة\n'), 'headline', /مفتاح غير معروف/],
		['about', page('footer: 0\n'), 'footer', /القيمة أصغر من 1/],
		['about', page('footer: true\n'), 'footer', /رقم الموضع.*false/],
		['about', page('dek: من نحن, وأين.\n'), 'dek', /علامة , لاتينية/],
		['about', page('', '<Event>\n\nنص.\n\n</Event>'), undefined, /<Event> غير معروف.*<Contact>/],
		['articles', page(''), undefined, /articles\.mdx» يحجزه الموقع/],
		['images', page(''), undefined, /images\.mdx» يحجزه الموقع/],
		['404', page(''), undefined, /404\.mdx» يحجزه الموقع/],
		['index', page(''), undefined, /index\.mdx» يحجزه الموقع/],
		['_astro', page(''), undefined, /_astro\.mdx» لا يصلح/],
		['rss.xml', page(''), undefined, /rss\.xml\.mdx» لا يصلح/],
	])('%s %#', (slug, source, field, message) => {
		const problems = problemsOf(`content/pages/${slug}.mdx`, source);
		expect(problems.map((problem) => [problem.field, problem.message])).toEqual([
			[field, expect.stringMatching(message)],
		]);
	});

	test('the address of the paper is for pages, not for articles', () => {
		const article =
			'---\nheadline: عنوان طويل بما يكفي\ndek: سطر.\ntopic: البحر\ndateline: العقبة\npublished: 2031-05\n---\n\n<Contact />\n';
		expect(problemsOf('content/articles/a.mdx', article).map(({ message }) => message)).toEqual([
			expect.stringMatching(/<Contact> غير معروف/),
		]);
	});
});

test.each([
	['اتصل بنا', 'contact'],
	['الرخص', 'licences'],
	['اتصل بنا اليوم', 'atsl-bna-alywm'],
])('the heading «%s» has the id %s', (words, id) => expect(headingIds()(words)).toBe(id));
