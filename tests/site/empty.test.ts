import { existsSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { expect, inject, test } from 'vitest';
import { browser } from '../browser/visit.ts';
import { browserProblems } from '../laws/browser.ts';
import { LAWS } from '../laws/laws.ts';
import { readSite } from '../laws/site.ts';
import { built } from '../project.ts';
import { attributesOf, pagesOf, textOf, textsOf } from './pages.ts';

/**
 * Git keeps no empty folder, so this is a paper whose last article was removed. With 45 articles:
 * facts.test.ts.
 */
test('a newspaper without articles, pages and their folders has a first page that says so, and keeps the laws', async () => {
	const folder = inject('projects').empty;
	expect(existsSync(`${folder}/content`)).toBe(false);
	const dist = `${folder}/dist`;
	expect(await built(dist)).not.toMatch(/WARN/);
	const site = readSite(dist);
	const laws = Object.values(LAWS).map((law) => law(site));
	// Where it looks like no other: the rest is that of laws/laws.test.ts.
	const seen = ['index.html', 'archive/index.html'].map((file) => site.pages.get(file)!);
	const visits = browserProblems(site, seen, await browser());
	expect((await Promise.all([...laws, visits])).flat()).toEqual([]);
	const pages = pagesOf(dist);
	expect([...pages.keys()].sort()).toEqual([
		'404.html',
		'archive/index.html',
		'index.html',
		'offline/index.html',
		'search/index.html',
	]);
	const home = pages.get('index.html')!;
	expect(textOf(home, 'main p')).toBe('لم يُنشر شيء بعد.');
	expect(attributesOf(home, 'body > footer a', 'href')).toEqual([
		'/news/',
		'/news/archive/',
		'/news/rss.xml',
	]);
	// A name without Arabic keeps its sign at its end, in the masthead, at the foot and in the tab.
	expect(
		home('.wordmark bdi, body > footer b bdi')
			.toArray()
			.map(({ attribs, children }) => [attribs['dir'], children.length]),
	).toEqual([
		['ltr', 1],
		['ltr', 1],
	]);
	expect(home('meta[property="og:title"]').attr('content')).toBe('Yahoo!');
	const texts = (file: string, selector: string) =>
		textsOf(load(readFileSync(`${dist}/${file}`, 'utf8'), { xml: true }), selector);
	expect(texts('rss.xml', 'item')).toEqual([]);
	expect(texts('sitemap-0.xml', 'loc')).toEqual([
		'https://almanara.example/news/',
		'https://almanara.example/news/search/',
		'https://almanara.example/news/archive/',
	]);
	for (const file of ['images/card.jpg', 'sw.js'])
		expect(existsSync(`${dist}/${file}`), file).toBe(true);
});
