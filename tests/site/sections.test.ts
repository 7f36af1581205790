import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { built } from '../project.ts';
import { FISHERS } from '../sundry.ts';

describe('a fourth section: its schema, its entry, its component, its heading', () => {
	const folder = inject('projects').sundry;
	const page = (path: string) => load(readFileSync(`${folder}/dist/${path}`, 'utf8'));
	beforeAll(() => built(`${folder}/dist`));

	test('its page shows it under its heading, with what the frontmatter knows', () => {
		const $ = page('articles/fishers/index.html');
		expect($('section#speakers h2').text()).toBe('المتحدثون');
		expect(
			$('section#speakers li')
				.toArray()
				.map((item) => $(item).text()),
		).toEqual(['ليلى الحسن', 'سامي الكيلاني']);
	});

	test('the contents lead to it, and stand over more than one section alone', () => {
		expect(page('articles/fishers/index.html')('nav a[href="#speakers"]').text()).toBe('المتحدثون');
		expect(page('articles/night/index.html')('.contents-bar')).toHaveLength(0);
	});

	test('own reporting is by the paper, in the byline and in the feed, and has no line of credit', () => {
		const name = page('index.html')('.wordmark').contents().first().text();
		const $ = page('articles/fishers/index.html');
		expect($('.story-head .row').text()).toContain(`العقبة\u00A0– ${name}`);
		expect($('article.story').text()).not.toContain('المصدر');
		const feed = load(readFileSync(`${folder}/dist/rss.xml`, 'utf8'), { xml: true });
		expect(feed('item:contains("لقاء الصيادين") dc\\:creator').text()).toBe(name);
	});

	test('its facts are judged', () => {
		const judge = `import { articleProblems } from './src/desk/judge.ts';
			const known = { exists: () => true, publications: new Map() };
			for (const { line, field, message } of articleProblems('content/articles/a.mdx', process.env.TEXT, known))
				console.log(\`\${line} \${field}: \${message}\`);`;
		const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', judge], {
			cwd: folder,
			env: { ...process.env, TEXT: FISHERS.replace('  guests:', '  hosts:') },
			encoding: 'utf8',
		});
		expect(stdout).toMatch(/^9 speakers\.hosts: مفتاح غير معروف/m);
	});
});
