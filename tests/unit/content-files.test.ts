import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { contentNames, readFiles } from '../../src/article/files.ts';
import { contentProblems } from '../../src/desk/content.ts';

const ARTICLE = `---
headline: عنوان طويل بما يكفي
dek: سطر تحت العنوان.
topic: محليات
dateline: عمّان
published: 2026-11
---

نص.
`;

/** A folder with one sound article and these files beside it. A path that ends with a slash is a folder. */
function folderWith(files: Record<string, string | Buffer>): URL {
	const folder = mkdtempSync(join(tmpdir(), 'files-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const [name, bytes] of Object.entries({ 'good.mdx': ARTICLE, ...files })) {
		const file = join(folder, 'content/articles', name);
		mkdirSync(name.endsWith('/') ? file : dirname(file), { recursive: true });
		if (!name.endsWith('/')) writeFileSync(file, bytes);
	}
	return pathToFileURL(`${folder}/`);
}
const told = async (root: URL) =>
	(await contentProblems(root, 'content/')).map(({ file, message }) => `${file}: ${message}`);

describe('what stands beside the articles', () => {
	test.each<[string, Record<string, string | Buffer>]>([
		['of macOS on other disks', { '._good.mdx': Buffer.from([0, 5, 0x16, 7, 0xff]) }],
		['of an editor that is open', { '.good.mdx.swp': '', 'good.mdx~': 'x', '#good.mdx#': 'x' }],
		['a hidden folder', { '.obsidian/note.md': 'x' }],
		['a folder that is named like an article', { 'good-photos.mdx/': '' }],
		['a file that iCloud has not fetched', { '.good.mdx.icloud': 'bplist' }],
	])('is no article: %s', async (_what, files) =>
		expect(await told(folderWith(files))).toEqual([]),
	);

	test('is no article: the lock of Emacs, a link to nothing', async () => {
		const root = folderWith({});
		symlinkSync('me@desk.4711:1764000000', new URL('content/articles/.%23good.mdx', root));
		symlinkSync('me@desk.4711:1764000000', new URL('content/articles/lock.mdx', root));
		expect(await told(root)).toEqual([]);
		expect(await contentProblems(root, 'content/articles/good.mdx')).toEqual([]);
	});

	test.each([
		'مقال.mdx',
		'good 2.mdx',
		'Good.mdx',
		'other.MDX',
		'other.mdx.txt',
		'other.md',
		'رقم #1.mdx',
		'100%.mdx',
		'لماذا?.mdx',
		'2026/Other.mdx',
	])('is told its name: %s', async (name) => {
		const [problem] = await told(folderWith({ [name]: ARTICLE }));
		expect(problem).toMatch(
			`content/articles/${name}: اسم الملف «${name.split('/').at(-1)}» لا يصلح. ضع الملف في content/articles`,
		);
	});

	test.each([
		['2026/other.mdx', 'other'],
		['2026/11/other.mdx', 'other'],
		['other/index.mdx', 'other'],
	])('is told its place: %s', async (name, slug) =>
		expect(await told(folderWith({ [name]: ARTICLE }))).toEqual([
			`content/articles/${name}: الملف في مجلد داخل content/articles، ولا تُقرأ المجلدات. انقله إلى content/articles/${slug}.mdx، وما فيه من صور إلى جواره.`,
		]),
	);

	test('UTF-16 is told so once, with its mark and without', async () => {
		const text = Buffer.from(ARTICLE, 'utf16le');
		const sentence = /^content\/articles\/\w+\.mdx: الملف محفوظ بترميز غير UTF-8/;
		expect(
			await told(
				folderWith({
					'one.mdx': Buffer.concat([Buffer.from([0xff, 0xfe]), text]),
					'two.mdx': text,
				}),
			),
		).toEqual([expect.stringMatching(sentence), expect.stringMatching(sentence)]);
	});

	test('may go while it is read', async () => {
		const root = folderWith({});
		const names = await contentNames('content/articles/', root);
		expect(names).toEqual(['content/articles/good.mdx']);
		const files = await readFiles([...names, 'content/articles/gone.mdx'], root);
		expect(files.map(({ file }) => file)).toEqual(names);
	});
});

test('a link to an article by a name that it had before is told the one that it has', async () => {
	const text = (facts: string, body: string) =>
		ARTICLE.replace('\n---', `\n${facts}---`).replace(/\n\n[\s\S]*$/, `\n\n${body}\n`);
	const root = folderWith({
		'new-name.mdx': text('aliases: [ old-name ]\n', 'نص.'),
		'other.mdx': text('', '[نص](/articles/old-name/) و[نص](/articles/name/)'),
		'../../src/site.ts': '',
		'../../src/strings.ts': '',
	});
	expect(await told(root)).toEqual([
		'content/articles/other.mdx: الرابط «/articles/old-name/» إلى مقال تغيّر اسمه. اكتب /articles/new-name/',
		'content/articles/other.mdx: الرابط «/articles/name/» إلى مقال غير موجود. صحّح اسمه أو احذف الرابط.',
	]);
	const all = await contentProblems(root);
	expect(all.map(({ message }) => message)).toContainEqual(expect.stringMatching(/تغيّر اسمه/));
});

test('what stands in no folder that is read, and a table by another name, is warned of', async () => {
	const root = folderWith({
		'../root.mdx': ARTICLE,
		'../article/x.mdx': ARTICLE,
		'../later/y.md': ARTICLE,
		'../README.md': 'x',
		'../pictures/a.jpg': 'x',
		'../topics.yml': 'x',
		'../redirects.txt.txt': 'x',
	});
	for (const name of ['strings', 'site']) {
		mkdirSync(new URL('src', root), { recursive: true });
		writeFileSync(new URL(`src/${name}.ts`, root), '');
	}
	const problems = await contentProblems(root);
	expect(problems.map(({ severity, file, message }) => `${severity} ${file}: ${message}`)).toEqual([
		'warning content/topics.yml: لا يُقرأ ملف بهذا الاسم. سمِّه topics.yaml.',
		'warning content/redirects.txt.txt: لا يُقرأ ملف بهذا الاسم. سمِّه redirects.txt.',
		...['article/x.mdx', 'later/y.md', 'root.mdx'].map(
			(name) =>
				`warning content/${name}: لا يُنشر، فليس في مجلد يُقرأ. انقله إلى content/articles/ أو content/pages/ أو content/people/.`,
		),
	]);
});
