import { describe, expect, test } from 'vitest';
import { articleSchema } from '../../src/article/schema.ts';
import { arabicIssue } from '../../src/fields.ts';

/** An article that has every key. */
const ARTICLE = {
	headline: 'المكتبات تشارك في المنتدى',
	dek: 'جملة تحت العنوان.',
	summary: 'جملة للمشاركة.',
	kicker: 'أربعة أيام',
	topic: 'المكتبات العامة',
	dateline: 'عمّان',
	source: { name: 'البلد', url: 'https://albalad.example/' },
	authors: ['سالم'],
	published: '2024-05',
	updated: '2024-06-01',
	event: {
		name: 'المنتدى العربي',
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
		organizers: [{ name: 'الشعبة', acronym: 'ACK LIB', url: 'https://libraries.example' }],
		partners: [{ name: 'الشبكة' }],
		host: { name: 'الهيئة' },
		delegates: [{ honorific: 'الدكتور', name: 'وائل', role: 'مدير', organization: 'مؤسسة' }],
		origin: { city: 'عمّان', latitude: 31.95, longitude: 35.91 },
	},
	forum: {
		resolution: {
			number: '12/45',
			symbol: 'A/LIB/12/45',
			url: 'https://docs.example/',
			day: '05-14',
			dayName: 'يوم المكتبة',
		},
		meetings: ['لقاء'],
		workshops: ['ورشة'],
		programme: [{ date: '2024-05-16', items: ['جلسة'] }],
	},
	awards: { name: 'جائزة', aims: ['غاية'] },
	kind: 'report',
	corrections: [{ date: '2024-05-20', text: 'تصحيح.' }],
	updates: [{ at: '2024-05-20T09:00:00Z', title: 'عنوان', text: 'نص.' }],
	series: { name: 'سلسلة', part: 2 },
	related: ['other'],
	aliases: ['old-name', '/2019/05/old.html', '/قديم/', '/?p=12'],
	withdrawn: { date: '2024-06-02', reason: 'سبب.' },
};

const UNCHANGED = { corrections: undefined, updates: undefined };

/** What is told of the article once each path has its value; a value of `undefined` takes the key away. */
function told(changes: Record<string, unknown>): string[] {
	const article: unknown = structuredClone(ARTICLE);
	for (const [path, value] of Object.entries(changes)) {
		const keys = path.split('.');
		const parent = keys.slice(0, -1).reduce((node, key) => node[key], Object(article));
		parent[keys.at(-1)!] = value;
	}
	const { error } = articleSchema.safeParse(article, { error: arabicIssue });
	return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

test('an article with every key is right', () => expect(told({})).toEqual([]));

describe('a text is as long as it may be, in letters with their marks', () => {
	test.each([
		['headline', 10, 120],
		['dek', 1, 220],
		['summary', 1, 120],
		['kicker', 1, 60],
		['topic', 1, 60],
		['dateline', 1, 60],
		['source.name', 1, 200],
		['authors.0', 1, 200],
		['corrections.0.text', 1, 600],
		['updates.0.title', 1, 120],
		['updates.0.text', 1, 2000],
		['series.name', 1, 200],
		['withdrawn.reason', 1, 400],
		['event.name', 1, 200],
		['event.theme', 1, 300],
		['event.venue.name', 1, 200],
		['event.venue.localName', 1, 200],
		['event.venue.city', 1, 200],
		['event.venue.country', 1, 200],
		['event.organizers.0.name', 1, 200],
		['event.organizers.0.acronym', 1, 40],
		['event.partners.0.name', 1, 200],
		['event.host.name', 1, 200],
		['event.delegates.0.honorific', 1, 60],
		['event.delegates.0.name', 1, 200],
		['event.delegates.0.role', 1, 200],
		['event.delegates.0.organization', 1, 200],
		['event.origin.city', 1, 200],
		['forum.resolution.number', 1, 40],
		['forum.resolution.symbol', 1, 60],
		['forum.resolution.dayName', 1, 200],
		['forum.meetings.0', 1, 200],
		['forum.workshops.0', 1, 200],
		['forum.programme.0.items.0', 1, 400],
		['awards.name', 1, 200],
		['awards.aims.0', 1, 300],
	])('%s: from %i to %i', (path, least, most) => {
		const letters = (count: number) => 'حَ'.repeat(count);
		expect(told({ [path]: letters(least) })).toEqual([]);
		expect(told({ [path]: letters(most) })).toEqual([]);
		// What has no letters is told so, too.
		expect(told({ [path]: letters(least - 1) })).toContain(
			`${path}: الطول ${least - 1}، والمسموح من ${least} إلى ${most} حرفًا.`,
		);
		expect(told({ [path]: letters(most + 1) })).toEqual([
			`${path}: الطول ${most + 1}، والمسموح من ${least} إلى ${most} حرفًا.`,
		]);
	});

	test('its spaces and line breaks are one space, and none at its ends', () => {
		const { headline } = articleSchema.parse({ ...ARTICLE, headline: '  عنوان\n  طويل \t جدًا ' });
		expect(headline).toBe('عنوان طويل جدًا');
	});

	test('a headline is made of letters', () =>
		expect(told({ headline: '1234567890' })).toEqual(['headline: عنوان بلا حروف. اكتبه كلامًا.']));
});

test.each([
	['headline', 1],
	['topic', 1],
	['event.venue.city', 1],
	['event.venue.country', 1],
	['event.origin.city', 1],
	['dek', 0],
	['event.venue.name', 0],
])('%s with a sign that the pictures lack: %i problems', (path, count) =>
	expect(told({ [path]: 'النفط يرتفع ½ دولار' })).toHaveLength(count),
);

describe('what has a form of its own', () => {
	test.each<[string, unknown, RegExp | undefined]>([
		['published', '2024-05-14T09:00:00+03:00', undefined],
		['published', '14-05-2024', /تاريخ غير صالح/],
		['updated', '2024-13', /تاريخ غير صالح/],
		['event.starts', '2024-05', /تاريخ غير صالح.*يومًا/],
		['event.ends', '2024-05', /تاريخ غير صالح.*يومًا/],
		['forum.programme.0.date', '2024-05', /يوم غير صالح/],
		['forum.programme.0.date', '2024-05-16T09:00:00+01:00', /يوم غير صالح/],
		['forum.resolution.day', '02-29', undefined],
		['forum.resolution.day', '02-30', /يوم سنوي غير صالح/],
		['forum.resolution.day', '2024-05-14', /يوم سنوي غير صالح/],
		['event.timeZone', 'Asia/Calcutta', undefined],
		['event.timeZone', '+01:00', /منطقة زمنية غير معروفة/],
		['event.venue.countryCode', 'JO', undefined],
		['event.venue.countryCode', 'PS', undefined],
		['event.venue.countryCode', 'jo', /ISO 3166-1/],
		['event.venue.countryCode', 'JOR', /ISO 3166-1/],
		['event.venue.countryCode', 'AA', /ISO 3166-1/],
		['event.venue.countryCode', 'ZZ', /ISO 3166-1/],
		['event.venue.countryCode', 'UK', /ISO 3166-1/],
		['source.url', 'http://albalad.example/', undefined],
		['source.url', 'ftp://albalad.example/', /https:/],
		['event.organizers.0.url', 'libraries.example', /https:/],
		['forum.resolution.url', 'docs.example', /https:/],
		['event.venue.latitude', -90, undefined],
		['event.venue.latitude', -90.1, /أصغر من -90/],
		['event.venue.latitude', 90.1, /أكبر من 90/],
		['event.origin.longitude', 180, undefined],
		['event.origin.longitude', 180.1, /أكبر من 180/],
		['event.origin.longitude', -180.1, /أصغر من -180/],
		['event.origin.latitude', '31', /اكتب عددًا/],
		['draft', 'نعم', /اكتب true أو false/],
		['event', 'منتدى', /اكتب مجموعة مفاتيح/],
		['authors', 'سالم', /اكتب قائمة/],
	])('%s: %j', (path, value, message) => {
		const [first = '', ...others] = told({ [path]: value });
		if (message) expect(first).toMatch(new RegExp(`^${path}: .*${message.source}`));
		else expect([first, ...others]).toEqual(['']);
	});

	test.each([
		'authors',
		'event.organizers',
		'event.partners',
		'event.delegates',
		'forum.meetings',
		'forum.workshops',
		'forum.programme',
		'forum.programme.0.items',
		'awards.aims',
	])('%s without an item is better left out', (path) =>
		expect(told({ [path]: [] })).toEqual([`${path}: قائمة فارغة. أضف عنصرًا أو احذف المفتاح.`]),
	);
});

describe('what two keys say fits together', () => {
	test.each<[string, Record<string, unknown>, RegExp | undefined]>([
		['a latitude alone', { 'event.venue.longitude': undefined }, /venue: .*معًا/],
		['a longitude alone', { 'event.venue.latitude': undefined }, /venue: .*معًا/],
		[
			'no coordinates',
			{ 'event.venue.latitude': undefined, 'event.venue.longitude': undefined },
			undefined,
		],
		['an event of one day', { 'event.ends': '2024-05-14', forum: undefined }, undefined],
		['an end before the start', { 'event.ends': '2024-05-13', forum: undefined }, /ends: .*قبل/],
		['an end of another kind', { 'event.ends': '2024-05-17T18:00:00+01:00' }, /ends: .*واحدة/],
		['an update before the day', { published: '2024-06-02', ...UNCHANGED }, /updated: .*قبل/],
		['an update on the day', { published: '2024-06-01', ...UNCHANGED }, undefined],
		['a programme on the first day', { 'forum.programme.0.date': '2024-05-14' }, undefined],
		['a programme on the last day', { 'forum.programme.0.date': '2024-05-17' }, undefined],
		[
			'a programme before the event',
			{ 'forum.programme.0.date': '2024-05-13' },
			/programme\.0\.date: .*من 2024-05-14 إلى 2024-05-17/,
		],
		[
			'a programme after the event',
			{ 'forum.programme.0.date': '2024-05-18' },
			/programme\.0\.date: .*من 2024-05-14 إلى 2024-05-17/,
		],
		[
			'a programme beside an event of one day',
			{ 'event.ends': undefined },
			/programme\.0\.date: .*من 2024-05-14 إلى 2024-05-14/,
		],
	])('%s', (_case, changes, message) =>
		expect(told(changes)).toEqual(message ? [expect.stringMatching(message)] : []),
	);
});

describe('what an article was and is', () => {
	test.each([
		[
			'a slug with a space',
			{ aliases: ['old name'] },
			/^aliases\.0: «old name» ليس اسم مقال ولا مسارًا/,
		],
		[
			'a complete link',
			{ aliases: ['https://x.example/'] },
			/^aliases\.0: «https:.*» ليس اسم مقال/,
		],
		['a path with a pattern', { aliases: ['/a/*'] }, /^aliases\.0: في الرابط القديم «\/a\/\*»/],
		['none', { aliases: [] }, /^aliases: قائمة فارغة/],
		[
			'withdrawn without a reason',
			{ 'withdrawn.reason': undefined },
			/^withdrawn\.reason: حقل لازم/,
		],
		['withdrawn in a month', { 'withdrawn.date': '2024-06' }, /^withdrawn\.date: يوم غير صالح/],
		[
			'withdrawn before it was published',
			{ 'withdrawn.date': '2024-04-30' },
			/^withdrawn\.date: تاريخ السحب قبل published/,
		],
	])('%s', (_case, changes, message) =>
		expect(told(changes)).toEqual([expect.stringMatching(message)]),
	);
});
