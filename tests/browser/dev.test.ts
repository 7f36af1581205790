import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DevServer, startDev } from '../dev-server.ts';
import { copyProject, type Project } from '../project.ts';
import { browser } from './visit.ts';

const article = (dek: string, text = 'نص المقال.') => `---
headline: مكتبة الحي تفتح بابها مساءً
dek: ${dek}
topic: محليات
dateline: عمّان
published: 2025-03-01
---

${text}
`;
const SOUND = article('الجملة الأولى تحت العنوان.');
const MENDED = article('الجملة الثانية تحت العنوان.');

/** How an article is broken, and what its page says: of which line, with which word. */
const WAYS: [name: string, broken: string | Buffer, line: number | undefined, word: string][] = [
	['broken YAML', SOUND.replace('topic: ', 'topic: الوزير: '), 4, 'topic'],
	['missing fields', SOUND.replace(/^(?:dek|topic): .*\n/gm, ''), 2, 'dek'],
	['a draft without a topic', SOUND.replace('topic: محليات', 'draft: true'), 2, 'topic'],
	['an unknown component', article('جملة.', '<Quote>نص</Quote>'), 9, '<Quote>'],
	['an unclosed tag', article('جملة.', '<Note>\n\nنص بلا نهاية.'), 9, 'Note'],
	['a missing picture', article('جملة.', '![سوق قديم](./none.jpg)'), 9, 'none.jpg'],
	['another encoding', Buffer.from(SOUND.replace(/\p{L}/gu, '\xC7'), 'latin1'), undefined, ''],
	['a brace', article('جملة.', 'المجموعة {title}'), 9, '\\{'],
	['frontmatter without an end', SOUND.replace(/^---\n\n/m, ''), 6, '---'],
	['no text at all', '', 1, '---'],
	[
		'a draft that is not finished',
		article('جملة.', '<Note>').replace('---\n\n', 'draft: true\n---\n\n'),
		10,
		'مسودة',
	],
	['a link to no article', article('جملة.', 'انظر [هذا](/articles/none/).'), 9, '/articles/none/'],
];
/** So many of them are open in the browser from the start; the others are asked for. */
const OPEN = 2;
const slugs = WAYS.map((_way, index) => `broken-${index + 1}`);
const fileOf = (slug: string) => `content/articles/${slug}.mdx`;

let project: Project;
let dev: DevServer;
let pages: Page[];
const write = (slug: string, text: string | Buffer) =>
	writeFile(join(project.folder, fileOf(slug)), text);
/** Waits until a page that reloads itself shows a text. */
const shows = (page: Page, text: string) => page.getByText(text).first().waitFor();
const statusOf = async (path: string) => (await fetch(dev.address + path)).status;
const textOf = async (path: string) => (await fetch(dev.address + path)).text();

beforeAll(async () => {
	// A small paper: each of its articles would be judged at every change.
	project = await copyProject({
		content: undefined,
		'content/pages/about.mdx': '---\ntitle: عن الصحيفة\n---\n\nنص.\n',
		[fileOf('sound')]: SOUND,
		...Object.fromEntries(slugs.map((slug) => [fileOf(slug), SOUND])),
	});
	dev = await startDev(project.folder);
	const context = await (await browser()).newContext();
	// A limit for hangs: the first page waits until all of Astro is compiled.
	context.setDefaultNavigationTimeout(120_000);
	pages = await Promise.all(slugs.slice(0, OPEN).map(() => context.newPage()));
	await Promise.all(
		pages.map((page, index) => page.goto(`${dev.address}articles/${slugs[index]}/`)),
	);
});
afterAll(async () => {
	await dev?.stop();
	await project?.remove();
});

describe('articles that are broken while one writes, each in its own way', () => {
	beforeAll(() => Promise.all(WAYS.map(([, broken], index) => write(slugs[index]!, broken))));

	test.each(WAYS.map((way, index) => [...way, index] as const))(
		'%s: its page says what is wrong, in which line',
		async (_name, _broken, line, word, index) => {
			const path = `articles/${slugs[index]}/`;
			const place = fileOf(slugs[index]!) + (line ? `:${line}` : '');
			await pages[index]?.getByRole('heading', { level: 1, name: /خطأ|أخطاء|خطآن/ }).waitFor();
			await expect.poll(() => statusOf(path)).toBe(422);
			// Writing another article reloads the page, which has no content meanwhile. And the file
			// may have been read while it was empty.
			let html = '';
			await expect
				.poll(async () => {
					html = (await pages[index]?.content().catch(() => '')) ?? (await textOf(path));
					return html;
				})
				.toContain(place);
			const $ = load(html);
			expect($('h1').text()).toMatch(/خطأ|أخطاء|خطآن/);
			expect($('main').text()).toContain(word);
			expect($('html').attr('dir')).toBe('rtl');
			await expect.poll(dev.output).toContain(place);
		},
	);

	test('every other page, the first page and the feed go on, without the broken ones', async () => {
		for (const path of ['', 'rss.xml', 'about/', 'articles/sound/', 'sitemap-0.xml'])
			expect(await statusOf(path), path).toBe(200);
		for (const path of ['', 'rss.xml'])
			await expect.poll(() => textOf(path)).not.toContain('broken-');
	});

	test('search has its files', async () => {
		const script = await fetch(`${dev.address}pagefind/pagefind.js`);
		expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
		expect(await script.text()).toContain('createInstance');
		expect(await textOf('pagefind/pagefind-entry.json?ts=1')).toContain('"page_count":');
	});

	test('a new article that is broken is told in the terminal, too', async () => {
		await write('broken-new', article('جملة.', '<Italic>نص</Italic>'));
		await expect.poll(dev.output).toContain('broken-new.mdx:9:1: المكوّن <Italic>');
		await rm(join(project.folder, fileOf('broken-new')));
	});

	test('another mistake takes the place of the first', async () => {
		await write(slugs[0]!, article('جملة.', '<Bold>نص</Bold>'));
		await shows(pages[0]!, 'Bold');
	});

	test('once mended, each shows its new version and the bar by itself', async () => {
		await Promise.all(slugs.map((slug) => write(slug, MENDED)));
		await Promise.all(pages.map((page) => shows(page, 'الجملة الثانية تحت العنوان.')));
		for (const slug of slugs.slice(OPEN))
			await expect.poll(() => textOf(`articles/${slug}/`)).toContain('الجملة الثانية تحت العنوان.');
		for (const page of pages)
			expect(await page.locator('#desk-bar').innerText()).toMatch(/كلمتان[\s\S]*لا تنبيهات/);
		await expect.poll(() => textOf('archive/2025/03/')).toContain('broken-12');
	});
});

test('a page of the newspaper has no bar', async () => {
	const html = await textOf('about/');
	expect(html).toContain('</body>');
	expect(html).not.toContain('desk-bar');
});

test('the bar leads to a preview of sharing: each with the picture and the words, cut, in light and dark', async () => {
	const page = pages[1]!;
	await page.getByRole('link', { name: 'كيف يظهر عند المشاركة' }).click();
	await page.getByRole('heading', { name: 'كيف يظهر المقال عند المشاركة' }).waitFor();
	expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
		'واتساب',
		'تيليغرام',
		'إكس',
		'فيسبوك',
		'لينكدإن',
		'سلاك',
		'رسائل آبل',
		'غوغل ديسكفر',
		'نتيجة بحث',
	]);
	expect(await page.locator('.light .title').count()).toBe(9);
	expect(await page.locator('.dark .title').count()).toBe(9);
	expect(await page.locator('.light .WhatsApp').innerText()).toMatch(
		/مكتبة الحي تفتح بابها مساءً\s+الجملة الثانية تحت العنوان\.\s+almanara\.example/,
	);
	const widths = await page
		.locator('img')
		.evaluateAll((images) =>
			Promise.all(
				(images as HTMLImageElement[]).map((image) =>
					image.decode().then(() => image.naturalWidth),
				),
			),
		);
	expect(widths).toEqual(Array(16).fill(1200));
});

test('a sound article that is saved shows its new version, with its warnings and that it is a draft', async () => {
	const page = pages[0]!;
	const draft = MENDED.replace('---\n\n', 'draft: true\n---\n\n').replace(
		'نص المقال.',
		'نص جديد.\n\n<Event>\n\nنص الحدث.\n\n</Event>',
	);
	await write(slugs[0]!, draft);
	await shows(page, 'نص جديد.');
	await page.locator('#desk-bar', { hasText: 'مسودة' }).waitFor();
});
