import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import direction from '../../src/gates/direction-gate.ts';
import { copyProject, type Project } from '../project.ts';

const source = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const article = (text: string, more = '') => `---
headline: عنوان طويل بما يكفي
dek: سطر تحت العنوان.
topic: محليات
dateline: عمّان
source: { name: المنارة }
published: 2024-06
${more}---

${text}
`;
const PAGE = 'src/pages/404.astro';
/** What stands in `dist/` before: the last good site. */
const GOOD = { 'dist/index.html': 'الموقع الأخير', 'dist/_astro/a.css': 'p{}' };

describe('a build that must not succeed', () => {
	let project: Project;
	beforeAll(async () => {
		project = await copyProject(GOOD);
	});
	afterAll(() => project?.remove());

	const expectGoodSite = () => {
		const files = readdirSync(join(project.folder, 'dist'), { recursive: true, encoding: 'utf8' });
		expect(files.sort()).toEqual(['_astro', '_astro/a.css', 'index.html']);
		for (const [file, text] of Object.entries(GOOD))
			expect(readFileSync(join(project.folder, file), 'utf8')).toBe(text);
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
			'src/strings.ts': strings.replace("'بقلم'", "'بقلم, هنا'"),
		};
		await project.change(files);
		const { code, output } = await project.build('https://almanara.example/');
		await project.change({
			...Object.fromEntries(Object.keys(files).map((file) => [file, undefined])),
			'src/strings.ts': strings,
		});
		expect(code).not.toBe(0);
		for (const problem of [
			/content\/articles\/missing-field\.mdx:2:1 dek: حقل لازم/,
			/unknown-component\.mdx:10:1: المكوّن <Quote>/,
			/missing-image\.mdx:10:1: .*none\.jpg/,
			/Second Story\.mdx/,
			/leads-nowhere\.mdx:10:6: .*none/,
			/leads-nowhere\.mdx:10:\d+: .*hidden.*مسودة/,
			/src\/strings\.ts:\d+:\d+: علامة , لاتينية/,
			/بوّابة المحتوى: أخطاء عددها 7/,
		])
			expect(output).toMatch(problem);
		expectGoodSite();
	});

	test('links that lead nowhere, or out without TLS: named once all is written, and the last site stays', async () => {
		const page = source(PAGE);
		await project.change({
			[PAGE]: page.replace(
				'</h1>',
				'</h1><p><a href={`${import.meta.env.BASE_URL}none/`}>رابط</a> <a href="http://example.org/">رابط</a></p>',
			),
			'content/articles/anchor.mdx': article('انظر [الصفحة](/about/#nowhere).'),
		});
		const { code, output } = await project.build('https://almanara.example/');
		expect(code).not.toBe(0);
		for (const problem of [
			/بوّابة الروابط/,
			/404\.html.*\/none\//,
			/404\.html.*http:\/\/example\.org\//,
			/articles\/anchor\/index\.html.*#nowhere/,
		])
			expect(output).toMatch(problem);
		expectGoodSite();
	});
});

describe('the direction gate', () => {
	const folder = mkdtempSync(join(tmpdir(), 'direction-'));
	afterAll(() => rmSync(folder, { recursive: true }));
	const gate = (files: Record<string, string>) => {
		for (const [file, text] of Object.entries(files)) {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			writeFileSync(join(folder, file), text);
		}
		const { hooks } = direction();
		const hook = hooks['astro:build:done'] as unknown as (site: { dir: URL }) => Promise<void>;
		return hook({ dir: pathToFileURL(`${folder}/`) });
	};

	test('reads pages, sheets and pictures, and names all that takes a side in them', async () => {
		await expect(gate({ 'index.html': '<p style="margin-inline: 1px">' })).resolves.toBeUndefined();
		const refusal = gate({
			'about/index.html': '<style>.ml-3{margin-left:1rem}</style>',
			'inline/index.html': '<p style="text-align: left">',
			'_astro/a.css': '.pr-2{padding-right:1rem}',
			'logo.svg': '<svg><style>a{float:left}</style></svg>',
		});
		for (const problem of [
			/about\/index\.html.*\.ml-3.*margin-left.*me-\*/s,
			/inline\/index\.html.*text-align: left.*text-end/s,
			/_astro\/a\.css.*\.pr-2.*padding-right/s,
			/logo\.svg.*float/s,
		])
			await expect(refusal).rejects.toThrow(problem);
	});
});

test('the gates stand in the build: content first, publishing after all others', async () => {
	const { default: config } = (await import(
		new URL('../../astro.config.mjs', import.meta.url).href
	)) as { default: { integrations: { name: string }[] } };
	const names = config.integrations.map(({ name }) => name);
	expect(names[0]).toBe('content');
	expect(names.filter((name) => /^(?:direction|links|hosting|publish)$/.test(name))).toEqual([
		'direction',
		'links',
		'hosting',
		'publish',
	]);
	expect(names.at(-1)).toBe('publish');
});
