import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { article } from '../others.ts';
import { copyProject, type Project, told } from '../project.ts';

const source = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
/** The last good site. */
const GOOD = { 'dist/index.html': 'الموقع الأخير', 'dist/_astro/a.css': 'p{}' };

describe('a build that must not succeed', () => {
	let project: Project;
	beforeAll(async () => {
		project = await copyProject({ 'content/articles': undefined, ...GOOD });
	});
	afterAll(() => project?.remove());

	const expectGoodSite = (folder: string) => {
		const files = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
		expect(files.sort()).toEqual(['_astro', '_astro/a.css', 'index.html']);
		for (const [file, text] of Object.entries(GOOD))
			expect(readFileSync(join(folder, file), 'utf8')).toBe(text);
	};

	test('articles and words with problems: all of them are named at once, and the last site stays', async () => {
		const strings = source('src/strings.ts');
		const files = {
			'content/articles/missing-field.mdx': article('نص.').replace(/^dek: .*\n/m, ''),
			'content/articles/unknown-component.mdx': article('<Quote>نص</Quote>'),
			'content/articles/missing-image.mdx': article('![وصف الصورة](./none.jpg)'),
			'content/articles/Second Story.mdx': article('نص.'),
			'content/articles/leads-nowhere.mdx': article(
				'انظر [هذا](/articles/none/) و[هذا](/articles/hidden/).',
			),
			'content/articles/hidden.mdx': article('نص.', 'draft: true\n'),
			'src/strings.ts': strings.replace("'بقلم'", "'بقلم\u202E هنا'"),
		};
		await project.change(files);
		const { code, output } = await project.build('https://almanara.example/', {
			GITHUB_ACTIONS: 'true',
		});
		await project.change({
			...Object.fromEntries(Object.keys(files).map((file) => [file, undefined])),
			'src/strings.ts': strings,
		});
		expect(code).not.toBe(0);
		for (const problem of [
			/content\/articles\/missing-field\.mdx:2:1 dek: المفتاح dek ناقص\. أضف سطرًا مثل: dek: /,
			/unknown-component\.mdx:10:1: المكوّن <Quote>/,
			/missing-image\.mdx:10:1: .*none\.jpg/,
			/Second Story\.mdx/,
			/leads-nowhere\.mdx:10:6: .*none/,
			/leads-nowhere\.mdx:10:\d+: .*hidden.*مسودة/,
			/src\/strings\.ts:\d+:\d+: «U\+202E/,
			/^بوّابة المحتوى: 7 أخطاء\. صحّح ما يلي ثم أعد البناء\.$/m,
			/^::error file=content\/articles\/unknown-component\.mdx,line=10,col=1::المكوّن <Quote>/m,
		])
			expect(output).toMatch(problem);
		// Nothing of the framework's stands beside the report.
		expect(output).not.toMatch(/\[ERROR\]|unhandled|Stack trace|^\s+at /m);
		expectGoodSite(project.folder);
	});

	test('pages that take a side or lead nowhere: named together once all is written, and the last site stays', async () => {
		const folder = inject('projects').refused;
		const { code, output } = await told(`${folder}/dist`);
		expect(code).not.toBe(0);
		for (const problem of [
			/404\.html.*\.ml-3.*margin-left/,
			/404\.html.*text-align: left/,
			/404\.html.*\/none\//,
			/404\.html.*http:\/\/example\.org\/a\.png/,
			/articles\/anchor\/index\.html.*#nowhere/,
			/^بوّابة الموقع المبني: 5 أخطاء\. /m,
		])
			expect(output).toMatch(problem);
		expect(output).not.toMatch(/\[ERROR\]|unhandled|Stack trace|^\s+at |^::error/m);
		expectGoodSite(folder);
	});
});

test('the gates stand in the build: content first, what was built next to last, publishing last', async () => {
	const { default: config } = (await import(
		new URL('../../astro.config.mjs', import.meta.url).href
	)) as { default: { integrations: { name: string }[] } };
	const names = config.integrations.map(({ name }) => name);
	expect(names[0]).toBe('content');
	expect(names.slice(-5)).toEqual(['gates', 'cache', 'hosting', 'progress', 'publish']);
});
