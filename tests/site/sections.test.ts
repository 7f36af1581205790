import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, type Project } from '../project.ts';

const source = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const article = `---
headline: لقاء الصيادين في الميناء القديم
dek: متحدثون من ثلاث قرى.
topic: البحر
dateline: العقبة
published: 2021-05-02
speakers:
  name: ضيوف اللقاء
  guests: [ ليلى الحسن, سامي الكيلاني ]
---

نص قبل القسم، وفيه [رابط إلى الضيوف](#guests).

<Speakers>

### الضيوف

نص القسم.

</Speakers>
`;

describe('a fourth section: its schema, its entry, its component, its heading', () => {
	let project: Project;
	const page = (path: string) => load(readFileSync(`${project.folder}/dist/${path}`, 'utf8'));

	beforeAll(async () => {
		project = await copyProject({
			'content/articles': undefined,
			'src/article/speakers.ts': `import { z } from 'astro/zod';
import { name } from './fields.ts';
export const speakers = z.strictObject({ name, guests: z.array(name).optional() });
`,
			'src/article/sections.ts': source('src/article/sections.ts')
				.replace('import ', "import { speakers } from './speakers.ts';\nimport ")
				.replace(
					'export const SECTIONS = {',
					`export const SECTIONS = {
					speakers: {
						component: 'Speakers',
						schema: speakers,
						parts: ['guests'],
						lead: [{ part: 'guests', numbered: true }],
					},`,
				),
			'src/components/mdx/Speakers.astro': `---
import Section from '../Section.astro';
const speakers = Astro.locals.article?.speakers;
---
<Section id="speakers"><slot /><h3 id="guests">الأسماء</h3><ul>{speakers?.guests?.map((guest) => <li>{guest}</li>)}</ul></Section>
`,
			'src/components/mdx/index.ts': `${source('src/components/mdx/index.ts')}export { default as Speakers } from './Speakers.astro';\n`,
			'src/strings.ts': source('src/strings.ts').replace(
				'export const strings = {',
				"export const strings = {\n\tspeakers: 'المتحدثون',",
			),
			'content/articles/fishers.mdx': article,
		});
		const { code, output } = await project.build('https://example.org/');
		expect(code, output).toBe(0);
	});
	afterAll(() => project?.remove());

	test('its page shows it under its heading, with what the frontmatter knows', () => {
		const $ = page('articles/fishers/index.html');
		expect($('section#speakers h2').text()).toBe('المتحدثون');
		expect(
			$('section#speakers li')
				.toArray()
				.map((item) => $(item).text()),
		).toEqual(['ليلى الحسن', 'سامي الكيلاني']);
	});

	test('the contents lead to it', () =>
		expect(page('articles/fishers/index.html')('nav a[href="#speakers"]').text()).toBe(
			'المتحدثون',
		));

	test('own reporting is by the paper, in the byline and in the feed, and has no line of credit', () => {
		const name = page('index.html')('.wordmark').contents().first().text();
		const $ = page('articles/fishers/index.html');
		expect($('.story-head .row').text()).toContain(`العقبة – ${name}`);
		expect($('article.story').text()).not.toContain('المصدر');
		const feed = load(readFileSync(`${project.folder}/dist/rss.xml`, 'utf8'), { xml: true });
		expect(feed('item:contains("لقاء الصيادين") dc\\:creator').text()).toBe(name);
	});

	test('its facts are judged', async () => {
		await project.change({
			'content/articles/fishers.mdx': article.replace('  guests:', '  hosts:'),
		});
		const { code, output } = await project.build('https://example.org/');
		expect([code === 0, output]).toEqual([
			false,
			expect.stringMatching(/fishers\.mdx:9:\d+ speakers\.hosts: مفتاح غير معروف/),
		]);
	});
});
