import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Category } from '../../src/article/awards.ts';
import type { EventData } from '../../src/article/schema.ts';
import {
	articleGraph,
	scriptText,
	siteGraph,
	type Told,
} from '../../src/sharing/structured-data.ts';
import { vocabularyProblems } from '../vocabulary.ts';

const EVENT = {
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
} satisfies EventData;
const ARTICLE: Told = {
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

afterEach(() => vi.unstubAllEnvs());

type Node = Record<string, unknown>;
const nodes = (changes: Partial<Told> = {}): Node[] =>
	JSON.parse(JSON.stringify(articleGraph({ ...ARTICLE, ...changes }, 400)['@graph']));
const node = (type: string, changes?: Partial<Told>): Node =>
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
			isPartOf: { '@id': 'https://almanara.example/news/#website' },
			about: { '@id': `${PERMALINK}#event` },
			contentLocation: { '@id': `${PERMALINK}#venue` },
			wordCount: 400,
		});
	});

	test.each<[string, Partial<Told>, Node]>([
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

	test('its photograph goes before its map, with caption and credit', () => {
		const picture = { src: './a.jpg', alt: 'رفوف كتب', credit: 'لينا مراد' };
		const images = (changes: Partial<Told>) => [node('NewsArticle', changes)['image']].flat();
		expect(images({ picture })[0]).toEqual({
			'@type': 'ImageObject',
			url: 'https://almanara.example/news/images/forum/photo-16x9.jpg',
			caption: 'رفوف كتب',
			creditText: 'لينا مراد',
		});
		expect(images({ picture: { ...picture, caption: 'رفوف المكتبة' } })).toMatchObject([
			{ caption: 'رفوف المكتبة' },
			{ url: 'https://almanara.example/news/images/forum/photo-4x3.jpg' },
			{ url: 'https://almanara.example/news/images/forum/photo-1x1.jpg' },
		]);
		expect(images({})[0]).toBe('https://almanara.example/news/images/forum/map-16x9.jpg');
	});

	test.each<[string, Partial<Told>, unknown]>([
		[
			'those who signed it',
			{ authors: [{ name: 'سالم' }, { name: 'مريم' }] },
			[
				{ '@type': 'Person', name: 'سالم' },
				{ '@type': 'Person', name: 'مريم' },
			],
		],
		[
			'the one who signed it, not a list of one, whose name many readers miss',
			{ authors: [{ name: 'سالم' }] },
			{ '@type': 'Person', name: 'سالم' },
		],
		['else the paper, which put it into words', {}, PAPER],
	])('its author is %s', (_case, changes, expected) =>
		expect(node('NewsArticle', changes)['author']).toEqual(expected),
	);

	test('who reported it first is what it is based on, with the address of the report', () =>
		expect(
			node('NewsArticle', {
				source: { name: 'البلد', url: 'https://albalad.example/12' },
				authors: [{ name: 'سالم' }],
			}),
		).toMatchObject({
			author: { '@type': 'Person', name: 'سالم' },
			creditText: 'المصدر: «البلد».',
			isBasedOn: {
				'@type': 'CreativeWork',
				url: 'https://albalad.example/12',
				publisher: { '@type': 'Organization', name: 'البلد' },
			},
		}));

	test.each<[string, Partial<Told>, unknown]>([
		['the paper', {}, PAPER],
		['its author', { authors: [{ name: 'سالم' }] }, { '@type': 'Person', name: 'سالم' }],
	])('own reporting is by %s and based on nothing', (_case, changes, author) => {
		const own = node('NewsArticle', { source: undefined, ...changes });
		expect(own['author']).toEqual(author);
		expect(own).not.toHaveProperty('isBasedOn');
		expect(own).not.toHaveProperty('creditText');
	});

	test('a report that names the paper itself as its source is based on nothing', () => {
		const own = node('NewsArticle', { source: { name: 'المنارة' } });
		expect(own).not.toHaveProperty('isBasedOn');
		expect(own).not.toHaveProperty('creditText');
	});

	test('the updates of a running story are by those who signed it', () => {
		const updates = [{ at: '2024-05-11T09:00:00+04:00', text: 'بدأ الفرز.' }];
		expect(node('LiveBlogPosting', { updates, authors: [{ name: 'سالم' }] })['author']).toEqual({
			'@type': 'Person',
			name: 'سالم',
		});
		expect(node('LiveBlogPosting', { updates })['author']).toEqual(PAPER);
	});

	test.each([
		['a live coverage in its last day', 'live', '2024-05-12T04:59:00Z', undefined],
		['one that is over', 'live', '2024-05-12T05:01:00Z', '2024-05-11T09:00:00+04:00'],
		['news', 'news', '2024-05-12T05:01:00Z', undefined],
	] as const)('the end of %s', (_case, kind, now, expected) => {
		vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse(now) / 1000));
		const updates = ['08:00', '09:00'].map((time) => ({
			at: `2024-05-11T${time}:00+04:00`,
			text: 'بدأ الفرز.',
		}));
		const running = { kind, updates, updated: '2024-05-11T09:00:00+04:00' };
		expect(node('LiveBlogPosting', running)['coverageEndTime']).toBe(expected);
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
		expect(plain.map((one) => one['@type'])).toEqual(['NewsArticle', 'WebSite', 'BreadcrumbList']);
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
		potentialAction: {
			'@type': 'SearchAction',
			target: {
				'@type': 'EntryPoint',
				urlTemplate: 'https://almanara.example/news/search/?q={search_term_string}',
			},
			'query-input': 'required name=search_term_string',
		},
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

	const { venue: VENUE, ...ANYWHERE } = EVENT;
	const ONLINE = { platform: 'زووم', url: 'https://meet.example/42' };
	const told = (event: EventData) => node('Event', { event });

	test.each<[string, Partial<EventData>, Node]>([
		['as announced', {}, { eventStatus: 'https://schema.org/EventScheduled' }],
		['called off', { status: 'cancelled' }, { eventStatus: 'https://schema.org/EventCancelled' }],
		[
			'put off, nobody knows to when: the old date stays',
			{ status: 'postponed', was: { starts: '2024-05-14' } },
			{ eventStatus: 'https://schema.org/EventPostponed', startDate: '2024-05-14' },
		],
		[
			'put off to a day',
			{ status: 'postponed', was: { starts: '2024-05-07' } },
			{
				eventStatus: 'https://schema.org/EventRescheduled',
				startDate: '2024-05-14',
				previousStartDate: '2024-05-07',
			},
		],
		[
			'moved to another place, for which there is no word',
			{ status: 'moved', was: { venue: 'دار الكتب' } },
			{ eventStatus: 'https://schema.org/EventScheduled' },
		],
		[
			'moved to another day and to the net',
			{
				status: 'moved',
				was: { starts: '2024-05-07', venue: 'دار الكتب' },
				mode: 'online',
				venue: undefined,
				online: ONLINE,
			},
			{
				eventStatus: ['https://schema.org/EventRescheduled', 'https://schema.org/EventMovedOnline'],
				previousStartDate: '2024-05-07',
			},
		],
	])('its status: %s', (_case, changes, expected) => {
		const { eventStatus, startDate, previousStartDate } = told({ ...EVENT, ...changes });
		expect({ eventStatus, startDate, previousStartDate }).toEqual({
			startDate: '2024-05-14',
			previousStartDate: undefined,
			...expected,
		});
	});

	test('online it has an address on the net, no country, and its sessions are there, too', () => {
		const event: EventData = { ...ANYWHERE, mode: 'online', online: ONLINE };
		expect(told(event)).toMatchObject({
			eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
			location: {
				'@type': 'VirtualLocation',
				'@id': `${PERMALINK}#online`,
				name: 'زووم',
				url: 'https://meet.example/42',
			},
		});
		expect(JSON.stringify(told(event))).not.toMatch(/PostalAddress|addressCountry/);
		expect((told(event)['subEvent'] as Node[])[0]?.['location']).toEqual({
			'@id': `${PERMALINK}#online`,
		});
		expect(node('NewsArticle', { event })).not.toHaveProperty('contentLocation');
	});

	test('who speaks at it is told before there is a programme', () => {
		const speakers = [{ name: 'سلمى', honorific: 'الدكتورة', role: 'مديرة' }];
		const [event] = nodes({ forum: { speakers } }).filter((one) => one['@type'] === 'Event');
		expect(event?.['performer']).toEqual([
			{ '@type': 'Person', name: 'سلمى', honorificPrefix: 'الدكتورة', jobTitle: 'مديرة' },
		]);
		expect(told(EVENT)).not.toHaveProperty('performer');
	});

	test.each<[string, Partial<EventData>, Node]>([
		['of which a month is known', { starts: '2024-05', ends: '2024-06' }, {}],
		[
			'put off from a month to a day',
			{ status: 'postponed', was: { starts: '2024-04' } },
			{ startDate: '2024-05-14', endDate: '2024-05-17' },
		],
		[
			'put off from a day to a month',
			{ status: 'postponed', starts: '2024-09', ends: undefined, was: { starts: '2024-05-14' } },
			{ previousStartDate: '2024-05-14' },
		],
	])('no day is invented for one %s', (_case, changes, expected) => {
		const { startDate, endDate, previousStartDate } = told({ ...EVENT, ...changes });
		expect(JSON.parse(JSON.stringify({ startDate, endDate, previousStartDate }))).toEqual(expected);
	});

	test.each<[string, Partial<EventData>, string | undefined]>([
		['its link', { url: 'https://a.example/' }, 'https://meet.example/42'],
		[
			'where one registers',
			{ online: { platform: 'زووم' }, register: 'https://a.example/r', url: 'https://a.example/' },
			'https://a.example/r',
		],
		['its site', { online: { platform: 'زووم' }, url: 'https://a.example/' }, 'https://a.example/'],
		['nothing', { online: { platform: 'زووم' } }, undefined],
	])('online it is joined by %s', (_case, changes, url) => {
		const event: EventData = { ...ANYWHERE, mode: 'online', online: ONLINE, ...changes };
		expect((told(event)['location'] as Node)['url']).toBe(url);
	});

	test('in several places and online it is in each; of a session nobody knows in which', () => {
		const venues = [VENUE, { ...VENUE, name: 'دار الكتب', city: 'سوسة' }];
		const event: EventData = { ...ANYWHERE, mode: 'mixed', venues, online: ONLINE };
		expect(told(event)).toMatchObject({
			eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
			location: [
				{ '@type': 'Place', '@id': `${PERMALINK}#venue`, name: 'مدينة الثقافة' },
				{ '@type': 'Place', '@id': `${PERMALINK}#venue-2`, address: { addressLocality: 'سوسة' } },
				{ '@type': 'VirtualLocation', name: 'زووم' },
			],
		});
		expect((told(event)['subEvent'] as Node[])[0]).not.toHaveProperty('location');
		expect(node('NewsArticle', { event })['contentLocation']).toEqual([
			{ '@id': `${PERMALINK}#venue` },
			{ '@id': `${PERMALINK}#venue-2` },
		]);
	});

	test.each<[string, Partial<EventData>, unknown]>([
		['nothing of it', {}, undefined],
		[
			'a price',
			{ price: { amount: 2.5, currency: 'TND' } },
			{ '@type': 'Offer', price: 2.5, priceCurrency: 'TND' },
		],
		[
			'nothing to pay, and where to register',
			{ free: true, register: 'https://fair.example/tickets' },
			{ '@type': 'Offer', price: 0, url: 'https://fair.example/tickets' },
		],
		[
			'where to register',
			{ register: 'https://fair.example/tickets' },
			{ '@type': 'Offer', url: 'https://fair.example/tickets' },
		],
		[
			'a price of what was called off',
			{ status: 'cancelled', price: { amount: 2.5, currency: 'TND' } },
			undefined,
		],
	])('it offers what the article tells: %s', (_case, changes, offers) => {
		const event = told({ ...EVENT, ...changes });
		expect(event['offers']).toEqual(offers);
		expect(event['isAccessibleForFree']).toBe(changes.free);
	});

	test('it has its own site', () =>
		expect(told({ ...EVENT, url: 'https://fair.example/' })['url']).toBe('https://fair.example/'));

	test('a session is told with its times and people, in its room', () => {
		const programme: NonNullable<Told['forum']>['programme'] = [
			{
				date: '2024-05-16',
				sessions: [
					{ starts: '11:00', title: 'استراحة' },
					{
						starts: '09:00',
						ends: '10:30',
						title: 'الافتتاح',
						room: 'القاعة الكبرى',
						speakers: [
							{ honorific: 'الدكتورة', name: 'هالة', role: 'أستاذة', organization: 'جامعة الساحل' },
						],
						moderators: [{ name: 'باسل', gender: 'male' }],
					},
				],
			},
		];
		const how = {
			'@type': 'Event',
			eventStatus: 'https://schema.org/EventScheduled',
			eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
		};
		expect(node('Event', { forum: { programme } })['subEvent']).toEqual([
			{
				...how,
				name: 'الافتتاح',
				startDate: '2024-05-16T09:00:00+01:00',
				endDate: '2024-05-16T10:30:00+01:00',
				location: {
					'@type': 'Place',
					name: 'القاعة الكبرى',
					containedInPlace: { '@id': `${PERMALINK}#venue` },
				},
				performer: [
					{
						'@type': 'Person',
						name: 'هالة',
						honorificPrefix: 'الدكتورة',
						jobTitle: 'أستاذة',
						affiliation: { '@type': 'Organization', name: 'جامعة الساحل' },
					},
				],
				contributor: [{ '@type': 'Person', name: 'باسل' }],
			},
			{
				...how,
				name: 'استراحة',
				startDate: '2024-05-16T11:00:00+01:00',
				location: { '@id': `${PERMALINK}#venue` },
			},
		]);
	});

	test('without coordinates its place has only its address', () => {
		const { latitude: _latitude, longitude: _longitude, ...venue } = EVENT.venue;
		expect(node('Event', { event: { ...EVENT, venue } })['location']).not.toHaveProperty('geo');
	});
});

describe('whoever won an award', () => {
	const winners = (...winners: NonNullable<Category['winners']>) =>
		node('NewsArticle', {
			awards: { name: 'جائزة القارئ', year: 2024, categories: [{ name: 'الرواية', winners }] },
		})['mentions'];
	const award = 'جائزة القارئ 2024، الرواية';

	test.each<[string, NonNullable<Category['winners']>, unknown]>([
		[
			'an organization',
			[{ name: 'مكتبة الحارة', type: 'organization' }],
			[{ '@type': 'Organization', name: 'مكتبة الحارة', award }],
		],
		[
			'a work',
			[{ name: 'فيلم الميناء', type: 'work', place: 2 }],
			[{ '@type': 'CreativeWork', name: 'فيلم الميناء', award: `${award}، المركز الثاني` }],
		],
		[
			'a person, known by what only people have',
			[
				{ honorific: 'الدكتورة', name: 'هالة' },
				{ name: 'ريم', gender: 'female' },
			],
			[
				{ '@type': 'Person', name: 'هالة', honorificPrefix: 'الدكتورة', award },
				{ '@type': 'Person', name: 'ريم', award },
			],
		],
		[
			'a person of an organization with a work, whose author is not invented',
			[{ name: 'سامر', organization: 'دار الجسر', country: 'الأردن', work: 'أغاني الصيادين' }],
			[
				{
					'@type': 'Person',
					name: 'سامر',
					affiliation: { '@type': 'Organization', name: 'دار الجسر' },
					award,
				},
				{ '@type': 'CreativeWork', name: 'أغاني الصيادين', award },
			],
		],
		[
			'a work alone, where the name may be anybody',
			[{ name: 'الجسر', work: 'المدينة' }],
			[{ '@type': 'CreativeWork', name: 'المدينة', award }],
		],
		['nobody, where the name may be anybody', [{ name: 'الجسر' }], undefined],
	])('is %s', (_case, list, expected) => expect(winners(...list)).toEqual(expected));

	test('was not only nominated', () =>
		expect(
			node('NewsArticle', {
				awards: {
					name: 'جائزة القارئ',
					categories: [{ name: 'الرواية', nominees: [{ name: 'ليث', type: 'person' }] }],
				},
			}),
		).not.toHaveProperty('mentions'));
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
	expect(node('BreadcrumbList', { topicPage: { slug: 'libraries' } })['itemListElement']).toEqual([
		expect.objectContaining({ position: 1 }),
		{
			'@type': 'ListItem',
			position: 2,
			name: ARTICLE.topic,
			item: 'https://almanara.example/news/topics/libraries/',
		},
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
					authors: [{ name: 'سالم' }],
					updated: '2024-06-01',
					source: { name: 'البلد', url: 'https://albalad.example/' },
				},
				1,
			),
		],
		[
			'an event with everything',
			articleGraph(
				{
					...ARTICLE,
					event: {
						...EVENT,
						status: 'moved',
						was: { starts: '2024-05-07', venue: 'دار الكتب' },
						mode: 'mixed',
						online: { platform: 'زووم', url: 'https://meet.example/42' },
						venue: undefined,
						venues: [EVENT.venue, EVENT.venue],
						price: { amount: 2.5, currency: 'TND' },
						register: 'https://fair.example/tickets',
						url: 'https://fair.example/',
					},
				},
				1,
			),
		],
		[
			'a free event that moved to the net',
			articleGraph(
				{
					...ARTICLE,
					event: {
						...EVENT,
						status: 'moved',
						was: { venue: 'دار الكتب' },
						mode: 'online',
						online: { platform: 'زووم' },
						venue: undefined,
						free: true,
					},
				},
				1,
			),
		],
		[
			'sessions and winners',
			articleGraph(
				{
					...ARTICLE,
					forum: {
						programme: [
							{
								date: '2024-05-16',
								sessions: [
									{
										starts: '09:00',
										ends: '10:30',
										title: 'الافتتاح',
										room: 'القاعة',
										speakers: [{ honorific: 'الدكتورة', name: 'هالة', role: 'أستاذة' }],
										moderators: [{ name: 'باسل', organization: 'الرابطة' }],
									},
								],
							},
						],
					},
					awards: {
						name: 'جائزة القارئ',
						categories: [
							{
								name: 'الرواية',
								winners: [
									{ honorific: 'الدكتورة', name: 'هالة', organization: 'جامعة', work: 'رواية' },
									{ name: 'مكتبة', type: 'organization' },
									{ name: 'فيلم', type: 'work' },
								],
							},
						],
					},
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
