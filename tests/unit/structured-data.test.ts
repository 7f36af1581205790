import { describe, expect, test } from 'vitest';
import type { ArticleData, EventData } from '../../src/article/schema.ts';
import { articleGraph, scriptText, siteGraph } from '../../src/sharing/structured-data.ts';
import { vocabularyProblems } from '../vocabulary.ts';

const EVENT: EventData = {
	name: 'المنتدى العربي للمكتبات العامة 2024',
	theme: 'المكتبة والحي',
	starts: '2024-05-14',
	ends: '2024-05-17',
	timeZone: 'Africa/Tunis',
	venue: {
		name: 'مدينة الثقافة',
		localName: 'Cité de la Culture',
		city: 'تونس',
		country: 'الجمهورية التونسية',
		countryCode: 'TN',
		latitude: 36.813,
		longitude: 10.185,
	},
	organizers: [
		{ name: 'المجلس العربي للمكتبات', acronym: 'ACK LIB', url: 'https://libraries.example' },
		{ name: 'البلدية' },
	],
	origin: { city: 'عمّان', latitude: 31.9539, longitude: 35.9106 },
};
const ARTICLE: ArticleData & { slug: string } = {
	slug: 'forum',
	headline: 'المكتبات تشارك في المنتدى',
	dek: 'جملة تحت العنوان.',
	topic: 'المكتبات العامة',
	dateline: 'عمّان',
	source: { name: 'البلد' },
	published: '2024-05',
	draft: false,
	event: EVENT,
	forum: {
		programme: [
			{ date: '2024-05-16', items: ['الجلسة'] },
			{ date: '2024-05-17', items: ['الختام', 'المائدة'] },
		],
	},
};
const PERMALINK = 'https://almanara.example/news/articles/forum/';
const PAPER = {
	'@type': 'Organization',
	'@id': 'https://almanara.example/news/#organization',
	name: 'المنارة',
	url: 'https://almanara.example/news/',
};

type Node = Record<string, unknown>;
const nodes = (changes: Partial<ArticleData> = {}): Node[] =>
	JSON.parse(JSON.stringify(articleGraph({ ...ARTICLE, ...changes }, 400)['@graph']));
const node = (type: string, changes?: Partial<ArticleData>): Node =>
	nodes(changes).find((one) => one['@type'] === type) ?? {};

describe('the article', () => {
	test('is told with its source and the length of its text', () => {
		expect(node('NewsArticle')).toMatchObject({
			'@id': `${PERMALINK}#article`,
			mainEntityOfPage: PERMALINK,
			headline: ARTICLE.headline,
			description: ARTICLE.dek,
			inLanguage: 'ar',
			articleSection: 'المكتبات العامة',
			dateline: 'عمّان',
			creditText: 'المصدر: «البلد».',
			isBasedOn: {
				'@type': 'CreativeWork',
				publisher: { '@type': 'Organization', name: 'البلد' },
			},
			// Named in place: metascraper would take the source for the publisher.
			publisher: {
				'@type': 'Organization',
				'@id': 'https://almanara.example/news/#organization',
				name: 'المنارة',
				url: 'https://almanara.example/news/',
				logo: 'https://almanara.example/news/icon-512.png',
			},
			about: { '@id': `${PERMALINK}#event` },
			contentLocation: { '@id': `${PERMALINK}#venue` },
			wordCount: 400,
		});
	});

	test.each<[string, Partial<ArticleData>, Node]>([
		['a month is not enough', { published: '2024-05' }, {}],
		['a day', { published: '2024-05-11' }, { datePublished: '2024-05-11' }],
		[
			'a moment as it was given',
			{ published: '2024-05-11T09:00:00+04:00' },
			{ datePublished: '2024-05-11T09:00:00+04:00' },
		],
		[
			'an update of a month leaves the day of publication',
			{ published: '2024-05-11', updated: '2024-06' },
			{ datePublished: '2024-05-11' },
		],
		[
			'an exact update does not make the publication exact',
			{ published: '2024-05', updated: '2024-06-01' },
			{ dateModified: '2024-06-01' },
		],
	])('its dates are never more exact than they are known: %s', (_case, changes, expected) => {
		const { datePublished, dateModified } = node('NewsArticle', changes);
		expect(JSON.parse(JSON.stringify({ datePublished, dateModified }))).toEqual(expected);
	});

	test.each<[string, Partial<ArticleData>, unknown]>([
		[
			'those who signed it',
			{ authors: ['سالم', 'مريم'] },
			[
				{ '@type': 'Person', name: 'سالم' },
				{ '@type': 'Person', name: 'مريم' },
			],
		],
		['else the paper, which put it into words', {}, PAPER],
	])('its author is %s', (_case, changes, expected) =>
		expect(node('NewsArticle', changes)['author']).toEqual(expected),
	);

	test('who reported it first is what it is based on, with the address of the report', () =>
		expect(
			node('NewsArticle', {
				source: { name: 'البلد', url: 'https://albalad.example/12' },
				authors: ['سالم'],
			}),
		).toMatchObject({
			author: [{ '@type': 'Person', name: 'سالم' }],
			creditText: 'المصدر: «البلد».',
			isBasedOn: {
				'@type': 'CreativeWork',
				url: 'https://albalad.example/12',
				publisher: { '@type': 'Organization', name: 'البلد' },
			},
		}));

	test.each<[string, Partial<ArticleData>, unknown]>([
		['the paper', {}, PAPER],
		['its authors', { authors: ['سالم'] }, [{ '@type': 'Person', name: 'سالم' }]],
	])('own reporting is by %s and based on nothing', (_case, changes, author) => {
		const own = node('NewsArticle', { source: undefined, ...changes });
		expect(own['author']).toEqual(author);
		expect(own).not.toHaveProperty('isBasedOn');
		expect(own).not.toHaveProperty('creditText');
	});

	test('has the three pictures of its map, and none without a map', () => {
		expect(node('NewsArticle')['image']).toEqual(
			['16x9', '4x3', '1x1'].map(
				(shape) => `https://almanara.example/news/images/forum/map-${shape}.jpg`,
			),
		);
		const { origin: _origin, ...unknown } = EVENT;
		expect(node('NewsArticle', { event: unknown })).not.toHaveProperty('image');
	});

	test('without an event it is about nothing in particular', () => {
		const plain = nodes({ event: undefined, forum: undefined });
		expect(plain.map((one) => one['@type'])).toEqual(['NewsArticle', 'BreadcrumbList']);
		for (const key of ['about', 'contentLocation', 'image'])
			expect(plain[0]).not.toHaveProperty(key);
	});
});

test('on the first page the newspaper is told with its mark, its site with its publisher', () => {
	const [paper, website] = JSON.parse(JSON.stringify(siteGraph()['@graph']));
	expect(paper).toEqual({ ...PAPER, logo: 'https://almanara.example/news/icon-512.png' });
	expect(website).toEqual({
		'@type': 'WebSite',
		'@id': 'https://almanara.example/news/#website',
		name: 'المنارة',
		description: 'أخبار الأردن والجوار: تُكتب بعناية، وتُقرأ على مهل.',
		url: 'https://almanara.example/news/',
		inLanguage: 'ar',
		publisher: { '@id': 'https://almanara.example/news/#organization' },
	});
});

describe('the event', () => {
	test('is told in its own terms', () => {
		expect(node('Event')).toMatchObject({
			name: EVENT.name,
			description: 'المكتبة والحي',
			startDate: '2024-05-14',
			endDate: '2024-05-17',
			eventStatus: 'https://schema.org/EventScheduled',
			eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
			location: {
				'@type': 'Place',
				name: 'مدينة الثقافة',
				alternateName: 'Cité de la Culture',
				address: { '@type': 'PostalAddress', addressLocality: 'تونس', addressCountry: 'TN' },
				geo: { '@type': 'GeoCoordinates', latitude: 36.813, longitude: 10.185 },
			},
			organizer: [
				{
					'@type': 'Organization',
					name: 'المجلس العربي للمكتبات',
					alternateName: 'ACK LIB',
					url: 'https://libraries.example',
				},
				{ '@type': 'Organization', name: 'البلدية' },
			],
		});
		expect(node('Event')).not.toHaveProperty('offers');
	});

	test('times keep their offset and an unknown end is not told', () => {
		const event = node('Event', {
			event: { ...EVENT, starts: '2024-05-14T09:00:00-05:00', ends: undefined },
		});
		expect(event['startDate']).toBe('2024-05-14T09:00:00-05:00');
		expect(event).not.toHaveProperty('endDate');
	});

	test('its programme is made of events on their days, at its place', () => {
		const parts = node('Event')['subEvent'] as Node[];
		expect(parts.map(({ startDate, name }) => [startDate, name])).toEqual([
			['2024-05-16', 'الجلسة'],
			['2024-05-17', 'الختام'],
			['2024-05-17', 'المائدة'],
		]);
		for (const part of parts) expect(part['location']).toEqual({ '@id': `${PERMALINK}#venue` });
		expect(node('Event', { forum: undefined })).not.toHaveProperty('subEvent');
	});

	test('without coordinates its place has only its address', () => {
		const { latitude: _latitude, longitude: _longitude, ...venue } = EVENT.venue;
		expect(node('Event', { event: { ...EVENT, venue } })['location']).not.toHaveProperty('geo');
	});
});

test('the way to the article begins at the first page', () => {
	expect(node('BreadcrumbList')['itemListElement']).toEqual([
		{
			'@type': 'ListItem',
			position: 1,
			name: 'الصفحة الأولى',
			item: 'https://almanara.example/news/',
		},
		{ '@type': 'ListItem', position: 2, name: ARTICLE.topic },
	]);
});

test('every node that is named is there', () => {
	const text = JSON.stringify(nodes());
	const named = [...text.matchAll(/\{"@id":"([^"]+)"\}/g)].map(([, id]) => id);
	expect(named.length).toBeGreaterThan(3);
	for (const id of named) expect(text).toContain(`"@id":"${id}",`);
});

test.each([
	'</script><script>alert(1)</script>',
	'<!-- <script>',
	']]>',
	'"\\"',
	'a\u2028b\u2029c\n',
	'&amp;&',
	'🎉\u200F',
])('%j comes through the script element whole and harmless', (hostile) => {
	const text = scriptText(
		articleGraph({ ...ARTICLE, headline: hostile, event: { ...EVENT, name: hostile } }, 1),
	);
	expect(text).not.toContain('<');
	expect(JSON.parse(text)['@graph'][0].headline).toBe(hostile);
});

describe('schema.org', () => {
	test.each<[string, unknown]>([
		['the site', siteGraph()],
		[
			'an article with everything',
			articleGraph(
				{
					...ARTICLE,
					authors: ['سالم'],
					updated: '2024-06-01',
					source: { name: 'البلد', url: 'https://albalad.example/' },
				},
				1,
			),
		],
		[
			'an article with the least',
			articleGraph({ ...ARTICLE, event: undefined, forum: undefined }, 1),
		],
	])('knows all that is told of %s', (_case, graph) =>
		expect(vocabularyProblems(JSON.stringify(graph))).toEqual([]),
	);

	test.each([
		['context', 'https://schema.org"', 'https://schema.com"', /^context https:\/\/schema\.com$/],
		[
			'property',
			'"headline"',
			'"headlines"',
			/NewsArticle\.headlines: NewsArticle has no such property/,
		],
		['property of a part', '"addressCountry"', '"country"', /Event\.location\.address\.country/],
		[
			'property of a part of a list',
			'"position"',
			'"place"',
			/BreadcrumbList\.itemListElement\.place/,
		],
		['type', '"PostalAddress"', '"Address"', /Event\.location\.address/],
		['type of a whole', '"BreadcrumbList"', '"Crumbs"', /no type Crumbs/],
		[
			'kind of value',
			'"wordCount":1',
			'"wordCount":{"@type":"Place"}',
			/NewsArticle\.wordCount: .* none of Integer/,
		],
		['number', '"latitude":36.813', '"latitude":true', /geo\.latitude/],
		['value of a list', 'schema.org/EventScheduled', 'schema.org/EventOver', /Event\.eventStatus/],
	])('does not know a %s that is none, and the check finds it', (_case, right, wrong, expected) => {
		const text = JSON.stringify(articleGraph(ARTICLE, 1));
		expect(text).toContain(right);
		expect(vocabularyProblems(text.replace(right, wrong)).join('\n')).toMatch(expected);
	});
});
