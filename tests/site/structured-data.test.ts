import type { CheerioAPI } from 'cheerio';
import { describe, expect, inject, test } from 'vitest';
import { countWords } from '../../src/article/reading-time.ts';
import { pagesOf, textOf } from './pages.ts';

type Node = Record<string, unknown>;
const FORUM = 'articles/libraries-forum-tunis-2024/index.html';
/** What was withdrawn has none. */
const ARTICLES = /^articles\/(?!withdrawn-)/;
/** The articles with an event. */
const EVENTS = [
	'articles/archives-conference/index.html',
	'articles/book-fair/index.html',
	'articles/budget-and-projects/index.html',
	'articles/evening-lecture/index.html',
	FORUM,
	'articles/school-year/index.html',
	'articles/world-health-summit/index.html',
];
const NAMES = { almanara: 'المنارة', sada: 'صدى الدلتا الأسبوعي' };
/** The text of an article with what its sections list, without header, facts, sessions and footer. */
const textOfStory = ($: CheerioAPI) => {
	const story = $('article.story').clone();
	story
		.find(
			'.story-head, .share, .share-bar, .guide, .strip, .facts, .section-head, .slots, .credit, footer',
		)
		.remove();
	return story.text();
};
const scripts = ($: CheerioAPI) =>
	$('script[type="application/ld+json"]')
		.toArray()
		.map((script) => $(script).text());
const graph = ($: CheerioAPI): Node[] => JSON.parse(scripts($)[0] ?? '{}')['@graph'] ?? [];
const only = ($: CheerioAPI, type: string) => {
	// An opinion and a report are news, too.
	const found = graph($).filter(
		(node) => String(node['@type']).replace(/^(?:Opinion|Reportage)(?=News)/, '') === type,
	);
	expect(found, type).toHaveLength(1);
	return found[0] ?? {};
};

describe.each(inject('sites'))('the structured data at $address', ({ paper, folder, address }) => {
	const pages = pagesOf(folder);
	const articles = [...pages].filter(([file]) => ARTICLES.test(file));

	test.each(articles)('%s: the article is the one that the page shows', (_file, $) => {
		const article = only($, 'NewsArticle');
		expect(article['headline']).toBe($('h1').text());
		expect(textOf($, 'article > header')).toContain(article['description']);
		expect(textOf($, 'article > header')).toContain(article['dateline']);
		expect(textOf($, '.credit')).toContain(article['creditText'] ?? '');
		expect(article['mainEntityOfPage']).toBe($('link[rel=canonical]').attr('href'));
		expect(article['inLanguage']).toBe($('html').attr('lang'));
		expect($('body > header').text()).toContain(article['articleSection']);
		// The page adds the lists of the frontmatter: more words, but less than three times as many.
		const words = countWords(textOfStory($));
		expect(article['wordCount']).toBeGreaterThan(words / 3);
		expect(article['wordCount']).toBeLessThanOrEqual(words);
	});

	test.each([...pages].filter(([file]) => EVENTS.includes(file)))(
		'%s: the event is the one that the page shows',
		(_file, $) => {
			const event = only($, 'Event');
			const section = textOf($, '#event');
			const days = $('#event ol time')
				.toArray()
				.map(({ attribs }) => attribs['datetime']);
			expect(section).toContain(event['name']);
			// The strip tells the days, the facts tell the hours.
			const { startDate, endDate } = event as { startDate: string; endDate: string };
			expect([startDate.slice(0, 10), endDate.slice(0, 10)]).toEqual([days[0], days.at(-1)]);
			if (startDate.length > 10)
				expect(
					$('#event dl dd:has(time)')
						.first()
						.find('time')
						.toArray()
						.map(({ attribs }) => attribs['datetime']),
				).toEqual([startDate, endDate]);
			const place = event['location'] as Record<string, Record<string, string> & string>;
			expect(section).toContain(place['name']);
			expect(section).toContain(place['address']?.['addressLocality']);
			const organizers = event['organizer'] as { name: string }[];
			for (const { name } of organizers) expect(section).toContain(name);
			const parts = (event['subEvent'] ?? []) as { name: string; startDate: string }[];
			// What has a time stands under it, what has none under its day.
			const programme = $('.programme .time-line > li, .tracks > li')
				.toArray()
				.map((item) => [
					$(item).parent().parent().find('time').attr('datetime'),
					$('h4', item).first().text() || $(item).text(),
				]);
			expect(parts.map(({ startDate, name }) => [startDate, name])).toEqual(programme);
		},
	);

	test('it tells the facts of the paper and of an event, and nothing of a month as of a day', () => {
		const $ = pages.get(FORUM)!;
		const name = NAMES[paper];
		const home = pages.get('index.html')!;
		expect(only(home, 'Organization')).toMatchObject({ name, url: address });
		expect(only(home, 'WebSite')).toMatchObject({ name, inLanguage: 'ar' });
		const article = only($, 'NewsArticle');
		expect(article).toMatchObject({
			headline: 'الأردن يحمل تجربة مكتباته المتنقلة إلى المنتدى العربي للمكتبات 2024 في تونس',
			dateline: 'عمّان',
			creditText: 'المصدر: «البلد».',
			articleSection: 'المكتبات العامة',
			publisher: { name, url: address, logo: `${address}icon-512.png` },
			author: { name },
			isBasedOn: { publisher: { name: 'البلد' } },
		});
		expect(article).not.toHaveProperty('datePublished');
		expect(only($, 'Event')).toMatchObject({
			name: 'المنتدى العربي للمكتبات العامة 2024 وحفل توزيع جوائزه',
			startDate: '2024-05-14',
			endDate: '2024-05-17',
			location: {
				name: 'مجمّع «مدينة الثقافة»',
				alternateName: 'Cité de la Culture',
				address: { addressLocality: 'تونس', addressCountry: 'TN' },
				geo: { latitude: 36.813, longitude: 10.185 },
			},
		});
	});

	test.each([
		['street-lights', { datePublished: '2025-01-05' }],
		['budget-and-projects', { datePublished: '2025-01-06T09:30:00+03:00' }],
		['opinion-reading', { datePublished: '2025-04-23', dateModified: '2025-04-25T10:00:00+03:00' }],
	])('%s is dated as exactly as it is known', (slug, dates) =>
		expect(only(pages.get(`articles/${slug}/index.html`)!, 'NewsArticle')).toMatchObject(dates),
	);

	const SCHEMA = 'https://schema.org';
	test.each([
		[
			'music-night',
			{ eventStatus: `${SCHEMA}/EventCancelled`, startDate: '2024-12-30T19:30:00+03:00' },
		],
		['spring-fair', { eventStatus: `${SCHEMA}/EventPostponed`, startDate: '2024-12-27' }],
		[
			'water-dialogue',
			{
				eventStatus: [`${SCHEMA}/EventRescheduled`, `${SCHEMA}/EventMovedOnline`],
				previousStartDate: '2024-12-17T09:00:00-05:00',
				eventAttendanceMode: `${SCHEMA}/OnlineEventAttendanceMode`,
				location: { '@type': 'VirtualLocation', url: 'https://live.example/water' },
				offers: { price: 0 },
			},
		],
		[
			'film-days',
			{
				eventStatus: `${SCHEMA}/EventScheduled`,
				eventAttendanceMode: `${SCHEMA}/MixedEventAttendanceMode`,
				location: [
					{ '@type': 'Place', address: { addressLocality: 'عمّان' } },
					{ '@type': 'Place', address: { addressLocality: 'إربد' } },
					{ '@type': 'Place', address: { addressLocality: 'العقبة' } },
					{ '@type': 'VirtualLocation', name: 'منصة «لقطة»' },
				],
				offers: { url: 'https://days.example/tickets' },
			},
		],
		['book-fair', { offers: { price: 2, priceCurrency: 'JOD' }, url: 'https://fair.example/' }],
	])('%s tells its event as Google documents it', (slug, event) =>
		expect(only(pages.get(`articles/${slug}/index.html`)!, 'Event')).toMatchObject(event),
	);

	test.each(articles)('%s: the way to it is the one in its masthead', (_file, $) => {
		const steps = only($, 'BreadcrumbList')['itemListElement'] as { name: string; item?: string }[];
		const masthead = $('body > header a')
			.toArray()
			.map((link) => [$(link).text(), new URL(link.attribs['href']!, address).href]);
		expect(steps[0]?.item).toBe(masthead[0]?.[1]);
		expect(masthead).toContainEqual([steps[1]?.name, steps[1]?.item]);
		expect(steps).toHaveLength(2);
		expect(steps[1]?.item).toMatch(/\/topics\/[a-z]+\/$/);
	});
});
