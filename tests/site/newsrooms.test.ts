import { existsSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserProblems } from '../laws/browser.ts';
import { LAWS } from '../laws/laws.ts';
import { readSite } from '../laws/site.ts';
import { copyProject, type Project } from '../project.ts';
import { attributesOf, pagesOf, textOf } from './pages.ts';

/** A short article. A higher number is later. */
const article = (number: number) => `---
headline: مقال من مقالات التجربة رقمه ${number}
dek: سطر تحت العنوان.
topic: محليات
dateline: الرباط
source: { name: المنارة }
published: 2024-01-01T${String(number).padStart(2, '0')}:00:00+01:00
---

نص المقال، وفيه [صفحة الصحيفة](/about/).
`;
const slugs = (numbers: readonly number[]) => numbers.map((number) => `story-${number}`);
/** Numbers counted down. */
const down = (from: number, to: number) =>
	Array.from({ length: from - to + 1 }, (_, index) => from - index);
const files = (numbers: readonly number[]) =>
	Object.fromEntries(
		numbers.map((number) => [`content/articles/story-${number}.mdx`, article(number % 24)]),
	);

/** The engine knows no article by name, and needs none. */
describe('a newsroom', () => {
	let project: Project;
	beforeAll(async () => {
		project = await copyProject({ content: undefined });
	});
	afterAll(() => project?.remove());

	const build = async () => {
		const { code, output } = await project.build('https://almanara.example/news/');
		expect(code, output).toBe(0);
		expect(output).not.toMatch(/WARN/);
		const dist = `${project.folder}/dist`;
		const xml = (file: string) => load(readFileSync(`${dist}/${file}`, 'utf8'), { xml: true });
		// What `npm run check` asks of the publisher's site.
		const site = readSite(dist);
		const laws = Object.values(LAWS).map((law) => law(site));
		expect((await Promise.all([...laws, browserProblems(site)])).flat()).toEqual([]);
		const pages = pagesOf(dist);
		return {
			pages: [...pages.keys()].sort(),
			home: pages.get('index.html')!,
			/** Slugs, in the order of the home page. */
			listed: attributesOf(pages.get('index.html')!, 'main h2 a', 'href').map(
				(href) => /^\/news\/articles\/([^/]+)\/$/.exec(href ?? '')?.[1],
			),
			fed: Array.from(
				xml('rss.xml')('item > link'),
				(link) => xml('rss.xml')(link).text().split('/').at(-2) ?? '',
			),
			mapped: Array.from(xml('sitemap-0.xml')('loc'), (loc) =>
				xml('sitemap-0.xml')(loc).text().replace('https://almanara.example/news/', ''),
			).sort(),
			dist,
		};
	};

	test('without articles, pages and their folders has a first page that says so', async () => {
		expect(existsSync(`${project.folder}/content`)).toBe(false);
		const { pages, home, fed, mapped, dist } = await build();
		expect(pages).toEqual(['404.html', 'index.html']);
		expect(textOf(home, 'main p')).toBe('لا مقالات بعد.');
		expect(attributesOf(home, 'body > footer a', 'href')).toEqual(['/news/', '/news/rss.xml']);
		expect([fed, mapped]).toEqual([[], ['']]);
		expect(existsSync(`${dist}/images/card.jpg`)).toBe(true);
	});

	test('with thirty has them all, the latest twenty in the feed', async () => {
		await project.change({
			...files(down(30, 1)),
			'content/pages/about.mdx': '---\ntitle: عن الصحيفة\n---\n\nنص.\n',
		});
		const { pages, listed, fed, mapped } = await build();
		expect([listed.length, fed.length, mapped.length, pages.length]).toEqual([30, 20, 32, 33]);
		expect(new Set(listed)).toEqual(new Set(slugs(down(30, 1))));
		expect(fed).toEqual(listed.slice(0, 20));
		// Of the same moment: the slug decides, so that every build has one order.
		expect(listed.slice(-5)).toEqual(['story-26', 'story-2', 'story-25', 'story-1', 'story-24']);
	});
});
