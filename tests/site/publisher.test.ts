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

describe('the pages of a newspaper', () => {
	let project: Project;
	let told = '';
	const html = (path: string) => load(readFileSync(`${project.folder}/dist/${path}`, 'utf8'));
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
		const $ = load(readFileSync(`${project.folder}/dist/sitemap-0.xml`, 'utf8'), { xml: true });
		const addresses = $('loc')
			.toArray()
			.map((one) => $(one).text());
		for (const slug of ['us', 'team', 'print', 'hidden'])
			expect(addresses).toContain(`https://example.org/news/${slug}/`);
	});
});
