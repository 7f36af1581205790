import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headingIds } from '../../src/article/ids.ts';
import { copyProject, type Project } from '../project.ts';

const LOST = 'src/pages/404.astro';
const good = readFileSync(
	new URL('../../content/articles/oman-un-public-service-forum-2015.mdx', import.meta.url),
	'utf8',
);
const lost = readFileSync(new URL(`../../${LOST}`, import.meta.url), 'utf8');
const bad = (name: string) =>
	readFileSync(new URL(`../unit/bad-articles/${name}.mdx`, import.meta.url), 'utf8');

describe('a build that must not succeed', () => {
	let project: Project;
	const snapshot = () => {
		const files = readdirSync(`${project.folder}/dist`, {
			recursive: true,
			encoding: 'utf8',
		}).sort();
		return files.map((file) => [
			file,
			/\.\w+$/.test(file) ? readFileSync(`${project.folder}/dist/${file}`, 'base64') : '',
		]);
	};

	beforeAll(async () => {
		project = await copyProject();
		const { code, output } = await project.build();
		if (code !== 0) throw new Error(output);
	});
	afterAll(() => project.remove());

	test.each([
		[
			'articles with errors: all of them are named, the warnings too',
			{
				'content/articles/missing-field.mdx': bad('missing-field'),
				'content/articles/unknown-component.mdx': bad('unknown-component'),
				'content/articles/missing-image.mdx': bad('missing-image'),
				'content/articles/Second Story.mdx': good,
			},
			[
				/content\/articles\/missing-field\.mdx:2:1 dek: حقل لازم/,
				/unknown-component\.mdx:10:1: المكوّن <Quote>/,
				/missing-image\.mdx:10:1: .*none\.jpg/,
				/Second Story\.mdx/,
				/أخطاء عددها 4/,
			],
		],
		[
			'links to articles that are not there or are drafts',
			{
				'content/articles/other.mdx': good.replace(
					'<Event>\n',
					'انظر [هذا](/articles/none/) و[هذا](/articles/hidden/).\n\n<Event>\n',
				),
				'content/articles/hidden.mdx': good.replace('published:', 'draft: true\npublished:'),
			},
			[
				/content\/articles\/other\.mdx:\d+:6: .*none/,
				/content\/articles\/other\.mdx:\d+:\d+: .*hidden.*مسودة/,
				/أخطاء عددها 2/,
			],
		],
		[
			'a word of the interface',
			{
				'src/strings.ts': readFileSync(
					new URL('../../src/strings.ts', import.meta.url),
					'utf8',
				).replace("'بقلم'", "'بقلم\u202E هنا'"),
			},
			[/src\/strings\.ts:\d+:\d+: «U\+202E/],
		],
		[
			'a class that takes a side',
			{ [LOST]: lost.replace('class="measure prose pt-8"', 'class="measure prose pt-8 ml-3"') },
			[/404\.html/, /\.ml-3/, /margin-left/, /margin-inline-start/],
		],
		[
			'an inline style that takes a side',
			{
				[LOST]: lost.replace(
					'class="measure prose pt-8"',
					'class="measure prose pt-8" style="text-align: left"',
				),
			},
			[/404\.html/, /text-align: left/],
		],
		[
			'a link to a page that is not there',
			{
				[LOST]: lost.replace(
					'</h1>',
					'</h1><p><a href={`${import.meta.env.BASE_URL}none/`}>رابط</a></p>',
				),
			},
			[/404\.html/, /\/none\//],
		],
		[
			'a link to an anchor that is not there',
			{
				'content/articles/other.mdx': good.replace(
					'<Event>\n',
					'انظر [الصفحة](/about/#nowhere).\n\n<Event>\n',
				),
			},
			[/articles\/other\/index\.html/, /#nowhere/],
		],
		[
			'a form that sends without TLS',
			{ [LOST]: lost.replace('</h1>', '</h1><form action="http://example.org/"></form>') },
			[/404\.html/, /http:\/\/example\.org\//],
		],
		[
			'a page that throws',
			{ [LOST]: lost.replace('---\n', "---\nif (true) throw new Error('broken page');\n") },
			[/broken page/],
		],
	])('%s', async (_name, files: Record<string, string>, expected) => {
		const before = snapshot();
		await project.change(files);
		const { code, output } = await project.build('https://example.org/');
		await project.change(
			Object.fromEntries(
				Object.keys(files).map((file) => [
					file,
					{
						[LOST]: lost,
						'src/strings.ts': readFileSync(
							new URL('../../src/strings.ts', import.meta.url),
							'utf8',
						),
					}[file],
				]),
			),
		);
		expect(code).not.toBe(0);
		for (const words of expected) expect(output).toMatch(words);
		// The last good site stands as it was, to the byte.
		expect(snapshot()).toEqual(before);
	});

	test('a SITE_URL that is none', async () => {
		const before = snapshot();
		const { code, output } = await project.build('example.org/news');
		expect(code).not.toBe(0);
		expect(output).toMatch(/SITE_URL.*https:\/\/example\.org\/news\//);
		expect(snapshot()).toEqual(before);
	});
});

describe('a build with other articles', () => {
	let project: Project;
	const read = (path: string) => readFileSync(`${project.folder}/dist/${path}`, 'utf8');
	const plain = good.replace(
		/^event:[\s\S]*?^---\n[\s\S]*$/m,
		'---\n\nنص المقال و[رابط](/about/) و[بريد](mailto:a@example.org) و[اسم](https://example.org/).\n\n## خلفية\n\nهاتف <Ltr>+968 2469 6000</Ltr>، وهامش[^1].\n\n| الاسم | العدد |\n| :--- | ---: |\n| مسقط | 3 |\n\n[^1]: هامش المقال.\n',
	);

	beforeAll(async () => {
		project = await copyProject({
			'content/articles/plain.mdx': plain,
			'content/articles/later.mdx': plain.replace('published: 2015-06', 'published: 2015-06-20'),
			'content/articles/hidden.mdx': plain.replace('published:', 'draft: true\npublished:'),
			'content/articles/long.mdx': good
				.replace('starts: 2015-06-23', 'starts: 2015-06-01')
				.replace('ends: 2015-06-26', 'ends: 2015-06-30'),
			'content/articles/timed.mdx': good
				.replace('starts: 2015-06-23', 'starts: 2015-06-24T03:00:00Z')
				.replace('ends: 2015-06-26', 'ends: 2015-06-24T01:00:00-05:00')
				.replace('date: 2015-06-26', 'date: 2015-06-24'),
			'content/articles/across-months.mdx': good
				.replace('starts: 2015-06-23', 'starts: 2015-05-30')
				.replace('ends: 2015-06-26', 'ends: 2015-06-02')
				.replace('date: 2015-06-26', 'date: 2015-06-02'),
		});
		const { code, output } = await project.build('https://example.org/news/');
		if (code !== 0) throw new Error(output);
	});
	afterAll(() => project.remove());

	test('drafts are not published', () => {
		expect(existsSync(`${project.folder}/dist/articles/hidden/`)).toBe(false);
		expect(read('index.html')).not.toContain('articles/hidden/');
	});

	test('the first page has the latest article first and each once', () => {
		const order = [
			...read('index.html').matchAll(/<h2[^>]*><a[^>]*href="\/news\/articles\/([a-z0-9-]+)\/"/g),
		].map(([, slug]) => slug);
		expect(order).toHaveLength(6);
		expect(order[0]).toBe('later');
	});

	test('an article without sections has neither contents nor empty parts', () => {
		expect(read('articles/plain/index.html')).not.toMatch(/<section id=|href="#event"|<dl/);
	});

	test('links in Markdown follow the base, headings have Latin ids, telephone numbers their order', () => {
		const html = read('articles/plain/index.html');
		expect(html).toContain('<a href="/news/about/">');
		expect(html).toContain('<h2 id="khlfya">');
		expect(html).toMatch(/<bdi dir="ltr">\s*\+968 2469 6000\s*<\/bdi>/);
	});

	test('no heading gets an id that the page has itself', () => {
		const [own, headings] = ['oman-un-public-service-forum-2015', 'plain'].map((slug) =>
			load(read(`articles/${slug}/index.html`))('[id]')
				.toArray()
				.map(({ attribs }) => attribs['id'] ?? ''),
		);
		const ids = [
			...own!,
			...headings!.filter((id) => id !== 'khlfya' && !id.startsWith('user-content-')),
		];
		expect(ids).toEqual(expect.arrayContaining(['more', 'workshops', 'footnote-label']));
		for (const id of ids) expect(headingIds()(id)).not.toBe(id);
	});

	test('footnotes speak Arabic', () => {
		const html = read('articles/plain/index.html');
		expect(html).toContain('>الهوامش</h2>');
		expect(html).toContain('aria-label="العودة إلى موضع الهامش 1 في النص"');
		expect(html).not.toMatch(/Footnotes|Back to/);
	});

	test('an event across the end of a month is told in full', () => {
		const html = read('articles/across-months/index.html');
		expect(html).toMatch(
			/<span dir="rtl"><time datetime="2015-05-30">30 مايو<\/time> – <time datetime="2015-06-02">2 يونيو 2015<\/time><\/span>/,
		);
		const strip = load(html)('ol[aria-label="أيام الحدث"] time')
			.toArray()
			.map((day) => [day.attribs['datetime'], load(day).text().replace(/\s+/g, ' ').trim()]);
		expect(strip).toEqual([
			['2015-05-30', 'السبت 30 مايو'],
			['2015-05-31', 'الأحد 31'],
			['2015-06-01', 'الاثنين 1 يونيو'],
			['2015-06-02', 'الثلاثاء 2'],
		]);
	});

	test('an event of more than two weeks is told by its two ends', () => {
		const $ = load(read('articles/long/index.html'));
		expect(
			$('ol[aria-label="أيام الحدث"] time')
				.toArray()
				.map((day) => day.attribs['datetime']),
		).toEqual(['2015-06-01', '2015-06-30']);
		expect(
			$('ol[aria-label="أيام الحدث"] > li')
				.toArray()
				.map((cell) => $(cell).text().replace(/\s+/g, ' ').trim()),
		).toEqual(['الاثنين 1', '…', 'الثلاثاء 30']);
	});

	test('an event with times tells them in its own zone', () => {
		const $ = load(read('articles/timed/index.html'));
		expect($('#event dl > div').first().text()).toMatch(
			/^\s*الوقت\s*23 يونيو 2015، 10:00 م – 24 يونيو 2015، 1:00 ص، بتوقيت مدلين\s*$/,
		);
		expect($('#event dl time').first().attr('datetime')).toBe('2015-06-24T03:00:00Z');
		expect(
			$('ol[aria-label="أيام الحدث"] time')
				.toArray()
				.map((day) => day.attribs['datetime']),
		).toEqual(['2015-06-23', '2015-06-24']);
	});
});

test('a first page without articles says so', async () => {
	const project = await copyProject({
		'content/articles/oman-un-public-service-forum-2015.mdx': undefined,
	});
	try {
		const { code, output } = await project.build('https://example.org/');
		expect(code, output).toBe(0);
		expect(load(readFileSync(`${project.folder}/dist/index.html`, 'utf8'))('main p').text()).toBe(
			'لا مقالات بعد.',
		);
	} finally {
		await project.remove();
	}
});
