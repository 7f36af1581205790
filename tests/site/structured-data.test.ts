import { existsSync } from 'node:fs';
import type { CheerioAPI } from 'cheerio';
import { describe, expect, inject, test } from 'vitest';
import { countWords } from '../../src/article/reading.ts';
import { vocabularyProblems } from '../vocabulary.ts';
import { pagesOf, textOf } from './pages.ts';

type Node = Record<string, unknown>;
const ARTICLES = /^articles\/[^/]+\/index\.html$/;
const scripts = ($: CheerioAPI) =>
	$('script[type="application/ld+json"]')
		.toArray()
		.map((script) => $(script).text());
const graph = ($: CheerioAPI): Node[] => JSON.parse(scripts($)[0] ?? '{}')['@graph'] ?? [];
const only = ($: CheerioAPI, type: string) => {
	const found = graph($).filter((node) => node['@type'] === type);
	expect(found, type).toHaveLength(1);
	return found[0] ?? {};
};
/** Every string in a value. */
const strings = (value: unknown): string[] =>
	typeof value === 'string'
		? [value]
		: value && typeof value === 'object'
			? Object.values(value).flatMap(strings)
			: [];

describe.each(inject('sites'))('the structured data at $address', ({ folder, address }) => {
	const pages = pagesOf(folder);
	const told = [...pages].filter(([, $]) => scripts($).length > 0);
	const articles = [...pages].filter(([file]) => ARTICLES.test(file));

	test('is on the first page and on every article, one graph each', () => {
		expect(told.map(([file]) => file).sort()).toEqual(
			['index.html', ...articles.map(([file]) => file)].sort(),
		);
		for (const [file, $] of told) expect(scripts($), file).toHaveLength(1);
	});

	test.each(told)('%s: schema.org knows all of it', (_file, $) =>
		expect(scripts($).flatMap(vocabularyProblems)).toEqual([]),
	);

	test.each(told)(
		'%s: what it names within the site is there, with its full address',
		(_file, $) => {
			const own = strings(graph($))
				.filter((text) => text.startsWith(address))
				.map((text) => text.slice(address.length));
			expect(own.length).toBeGreaterThan(3);
			for (const path of own)
				expect(
					existsSync(`${folder}/${path.replace(/#.*$/, '').replace(/(^|\/)$/, '$1index.html')}`),
					path,
				).toBe(true);
			expect(strings(graph($)).filter((text) => /^(?:\.?\/|localhost|http:)/.test(text))).toEqual(
				[],
			);
		},
	);

	test.each(articles)('%s: the article is the one that the page shows', (_file, $) => {
		const article = only($, 'NewsArticle');
		expect(article['headline']).toBe($('h1').text());
		expect(textOf($, 'article > header')).toContain(article['description']);
		expect(textOf($, 'article > header')).toContain(article['dateline']);
		expect(textOf($, 'article footer')).toContain(article['creditText']);
		expect(article['mainEntityOfPage']).toBe($('link[rel=canonical]').attr('href'));
		expect(article['inLanguage']).toBe($('html').attr('lang'));
		expect($('body > header').text()).toContain(article['articleSection']);
		// The page adds to the text what the frontmatter lists, so it has more words, but not twice as many.
		const words = countWords(textOf($, 'article section'));
		expect(article['wordCount']).toBeGreaterThan(words / 2);
		expect(article['wordCount']).toBeLessThan(words);
	});

	test.each(articles)('%s: its dates are those of the page, and only whole ones', (_file, $) => {
		const { datePublished, dateModified } = only($, 'NewsArticle');
		const shown = $('article > header time')
			.toArray()
			.map(({ attribs }) => attribs['datetime'] ?? '')
			.filter((date) => date.length >= 10);
		expect([datePublished, dateModified].filter(Boolean)).toEqual(shown);
	});

	test.each(articles.filter(([, $]) => $('#event').length > 0))(
		'%s: the event is the one that the page shows',
		(_file, $) => {
			const event = only($, 'Event');
			const section = textOf($, '#event');
			const days = $('#event ol time')
				.toArray()
				.map(({ attribs }) => attribs['datetime']);
			expect(section).toContain(event['name']);
			expect([event['startDate'], event['endDate']]).toEqual([days[0], days.at(-1)]);
			const place = event['location'] as Record<string, Record<string, string> & string>;
			expect(section).toContain(place['name']);
			expect(section).toContain(place['address']?.['addressLocality']);
			const organizers = event['organizer'] as { name: string }[];
			for (const { name } of organizers) expect(section).toContain(name);
			const parts = (event['subEvent'] ?? []) as { name: string; startDate: string }[];
			const programme = $('#programme + ol > li')
				.toArray()
				.flatMap((day) =>
					$('li', day)
						.toArray()
						.map((item) => [$('time', day).attr('datetime'), $(item).text()]),
				);
			expect(parts.map(({ startDate, name }) => [startDate, name])).toEqual(programme);
		},
	);

	test.each(articles)('%s: the way to it is the one in its masthead', (_file, $) => {
		const steps = only($, 'BreadcrumbList')['itemListElement'] as { name: string; item?: string }[];
		expect(steps.map(({ name }) => name)).toEqual(
			$('body > header nav li')
				.toArray()
				.map((step) => $(step).text()),
		);
		expect(steps.map(({ item }) => item)).toEqual([address, undefined]);
	});
});
