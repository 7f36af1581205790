import { existsSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, type Project } from '../project.ts';

const page = (title: string, footer: string, text: string) =>
	`---\ntitle: ${title}\n${footer}---\n\n${text}\n`;

/** Each as its writer left it in the evening. */
const DRAFTS = {
	'no-keys.mdx': '---\nheadline: عنوان\ndraft: true\n---\n\n![صورة](./none.jpg)\n',
	'open-tag.mdx': '---\nheadline: عنوان\ndraft: true\n---\n\n<Note>\n',
	'open-keys.mdx': '---\nheadline: "عنوان\ndraft: true\n---\n\nنص.\n',
	'no-end.mdx': '---\nheadline: عنوان\ndraft: true\n\nنص.\n',
	'بلا اسم.mdx': '---\nheadline: عنوان\ndraft: true\n---\n\nنص.\n',
	'No-Keys.mdx': '---\nheadline: عنوان\ndraft: true\n---\n\nنص.\n',
};

/** Of the site that was there before. */
const REDIRECTS = `# From the old site.
/?p=12           /rss.xml     # WordPress
/2014/%d9%82%d8%af%d9%8a%d9%85/   /
/contact.html    https://example.org/contact  302
`;

describe('what a publisher puts beside the articles', () => {
	let project: Project;
	let told = '';
	const read = (path: string) => readFileSync(`${project.folder}/dist/${path}`, 'utf8');
	const html = (path: string) => load(read(path));
	const links = () =>
		html('index.html')('body > footer a')
			.toArray()
			.map(({ attribs }) => attribs['href']);

	beforeAll(async () => {
		project = await copyProject({
			content: undefined,
			'content/pages/team.mdx': page('هيئة التحرير', 'footer: 2\n', 'نص.'),
			'content/pages/print.mdx': page('الطبعة الورقية', '', 'نص.'),
			'content/pages/hidden.mdx': page('صفحة بلا موضع', 'footer: false\n', 'نص.'),
			'content/pages/us.mdx': page(
				'من نحن',
				'dek: ثلاثة محررين.\nfooter: 1\n',
				'## اتصل بنا\n\nراسلونا: <Contact />',
			),
			'content/redirects.txt': REDIRECTS,
			'public/_redirects': '/mine/* /:splat 301\n',
			'public/_headers': '/mine/*\n  X-Mine: yes\n',
			'public/CNAME': 'example.org\n',
			'public/mine/report.csv': 'أ,ب\n',
			'public/.gitkeep': 'what the engine comes with\n',
			...Object.fromEntries(
				Object.entries(DRAFTS).map(([name, text]) => [`content/articles/${name}`, text]),
			),
		});
		const { code, output } = await project.build('https://example.org/news/');
		expect(code, output).toBe(0);
		told = output;
	});
	afterAll(() => project?.remove());

	test.each(Object.keys(DRAFTS))(
		'the unfinished draft %s stops no build, and is warned of',
		(name) => {
			expect(told).toMatch(new RegExp(`\\[WARN\\].* content/articles/${name}.*: مسودة: `));
			expect(existsSync(`${project.folder}/dist/articles`)).toBe(false);
		},
	);

	test('the footer lists them by their numbers, the unnumbered last, and what they hold for readers', () =>
		expect(links()).toEqual([
			'/news/',
			'/news/archive/',
			'/news/us/',
			'/news/us/#contact',
			'/news/team/',
			'/news/print/',
			'/news/rss.xml',
		]));

	test('one without a place in the footer is there all the same', () =>
		expect(html('hidden/index.html')('h1').text()).toBe('صفحة بلا موضع'));

	test('a page has its title, its dek, its own address and the address of the paper', () => {
		const $ = html('us/index.html');
		expect($('h1').text()).toBe('من نحن');
		expect($('meta[name=description]').attr('content')).toBe('ثلاثة محررين.');
		expect($('link[rel=canonical]').attr('href')).toBe('https://example.org/news/us/');
		const mail = $('main a[href^="mailto:"]');
		expect(mail.attr('dir')).toBe('ltr');
		expect(mail.attr('href')).toBe(`mailto:${mail.text()}`);
	});

	test('the sitemap has them all', () => {
		const $ = load(read('sitemap-0.xml'), { xml: true });
		const addresses = $('loc')
			.toArray()
			.map((one) => $(one).text());
		for (const slug of ['us', 'team', 'print', 'hidden'])
			expect(addresses).toContain(`https://example.org/news/${slug}/`);
	});

	test('old addresses and own redirects are merged, the own ones first', () => {
		expect(read('_redirects').split('\n').slice(0, 8)).toEqual([
			'/mine/* /:splat 301',
			'/news/ p=12 /news/rss.xml 301',
			'/news/2014/%D9%82%D8%AF%D9%8A%D9%85 /news/ 301',
			'/news/2014/%D9%82%D8%AF%D9%8A%D9%85/ /news/ 301',
			'/news/2014/%d9%82%d8%af%d9%8a%d9%85 /news/ 301',
			'/news/2014/%d9%82%d8%af%d9%8a%d9%85/ /news/ 301',
			'/news/contact.html https://example.org/contact 302',
			'/news/contact.html/ https://example.org/contact 302',
		]);
	});

	test('an old address has a page of its own for hosts without redirects, what the site has itself none', () => {
		const $ = html('2014/قديم/index.html');
		expect($('meta[http-equiv=refresh]').attr('content')).toBe('0; url=https://example.org/news/');
		expect($('link[rel=canonical]').attr('href')).toBe('https://example.org/news/');
		expect($('meta[name=robots]').attr('content')).toBe('noindex');
		expect($('body a').attr('href')).toBe('https://example.org/news/');
		expect($('meta[http-equiv=content-security-policy]')).toHaveLength(1);
		expect(html('contact.html')('body a').attr('href')).toBe('https://example.org/contact');
		expect(existsSync(`${project.folder}/dist/feed`)).toBe(false);
	});

	test('own headers come last, and old addresses have none', () => {
		expect(read('_headers')).toMatch(/\n\/mine\/\*\n {2}X-Mine: yes\n$/);
		expect(read('_headers')).not.toMatch(/2014|contact/);
	});

	test('what lies in public/ is published as it is, with compressed copies; what Git needs is not, and a right CNAME is no warning', () => {
		expect(read('CNAME')).toBe('example.org\n');
		expect(told).not.toContain('CNAME');
		expect(read('mine/report.csv')).toBe('أ,ب\n');
		expect(existsSync(`${project.folder}/dist/mine/report.csv.gz`)).toBe(true);
		expect(existsSync(`${project.folder}/dist/.gitkeep`)).toBe(false);
	});
});
