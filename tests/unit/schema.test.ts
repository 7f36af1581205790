import { describe, expect, test } from 'vitest';
import { arabicIssue } from '../../src/arabic-issues.ts';
import { articleSchema } from '../../src/article/schema.ts';

const PERSON = {
	name: 'ريم',
	honorific: 'الدكتورة',
	role: 'مديرة',
	organization: 'مكتبة',
	gender: 'female',
};

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
		delegation: {
			of: 'مؤسسة',
			title: 'الوفد',
			members: [
				{
					honorific: 'الدكتورة',
					name: 'هدى',
					role: 'مديرة',
					organization: 'قسم',
					gender: 'female',
				},
			],
		},
		title: 'المهرجان',
		status: 'moved',
		was: { starts: '2024-05-07', ends: '2024-05-10', venue: 'دار الكتب في تونس' },
		statusNote: 'تبقى التذاكر صالحة.',
		mode: 'mixed',
		online: { platform: 'زووم', url: 'https://meet.example/42' },
		opening: [{ days: 'كل يوم', from: '10:00', to: '21:30' }],
		price: { amount: 2.5, currency: 'TND' },
		register: 'https://fair.example/tickets',
		url: 'https://fair.example/',
		contact: '+216 71 555 014',
		origin: { city: 'عمّان', latitude: 31.95, longitude: 35.91 },
	},
	forum: {
		title: 'المؤتمر',
		documents: [
			{
				kind: 'resolution',
				number: '12/45',
				symbol: 'A/LIB/12/45',
				title: 'قرار المكتبات',
				url: 'https://docs.example/',
				day: '05-14',
				dayName: 'يوم المكتبة',
			},
		],
		meetings: ['لقاء'],
		workshops: ['ورشة'],
		speakers: [{ ...PERSON }],
		programme: [
			{
				date: '2024-05-16',
				items: ['جلسة'],
				sessions: [
					{
						starts: '09:00',
						ends: '10:30',
						title: 'الافتتاح',
						kind: 'جلسة عامة',
						room: 'القاعة',
						speakers: [{ ...PERSON }],
						moderators: [{ ...PERSON }],
					},
				],
			},
		],
	},
	awards: {
		title: 'التكريم',
		name: 'جائزة',
		year: 2024,
		edition: 7,
		prize: { amount: 10000, currency: 'JOD' },
		aims: ['غاية'],
		categories: [
			{
				name: 'الرواية',
				description: 'لرواية.',
				winners: [
					{
						name: 'هالة',
						type: 'person',
						honorific: 'الدكتورة',
						gender: 'female',
						organization: 'جامعة',
						country: 'الأردن',
						work: 'رواية',
						place: 1,
						prize: { amount: 0.5, currency: 'USD' },
					},
				],
				nominees: [{ name: 'مازن' }],
				jury: [{ ...PERSON }],
			},
		],
	},
	kind: 'report',
	corrections: [{ date: '2024-05-20', text: 'تصحيح.' }],
	updates: [{ at: '2024-05-20T09:00:00Z', title: 'عنوان', text: 'نص.' }],
	series: { name: 'سلسلة', part: 2 },
	related: ['other'],
	aliases: ['old-name', '/2019/05/old.html', '/قديم/', '/?p=12'],
	withdrawn: { date: '2024-06-02', reason: 'سبب.' },
};
const { venue: VENUE } = ARTICLE.event;

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
		['headline', 2, 120],
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
		['event.delegation.of', 1, 200],
		['event.delegation.title', 1, 60],
		['event.delegation.members.0.honorific', 1, 60],
		['event.delegation.members.0.name', 1, 200],
		['event.delegation.members.0.role', 1, 200],
		['event.delegation.members.0.organization', 1, 200],
		['event.title', 1, 60],
		['forum.title', 1, 60],
		['awards.title', 1, 60],
		['event.was.venue', 1, 200],
		['event.statusNote', 1, 300],
		['event.online.platform', 1, 200],
		['event.opening.0.days', 1, 100],
		['event.origin.city', 1, 200],
		['forum.documents.0.number', 1, 40],
		['forum.documents.0.symbol', 1, 60],
		['forum.documents.0.title', 1, 300],
		['forum.documents.0.dayName', 1, 200],
		['forum.meetings.0', 1, 200],
		['forum.workshops.0', 1, 200],
		['forum.speakers.0.name', 1, 200],
		['forum.speakers.0.honorific', 1, 60],
		['forum.speakers.0.role', 1, 200],
		['forum.speakers.0.organization', 1, 200],
		['forum.programme.0.items.0', 1, 400],
		['forum.programme.0.sessions.0.title', 1, 300],
		['forum.programme.0.sessions.0.kind', 1, 60],
		['forum.programme.0.sessions.0.room', 1, 200],
		['awards.name', 1, 200],
		['awards.categories.0.name', 1, 200],
		['awards.categories.0.description', 1, 300],
		['awards.categories.0.winners.0.name', 1, 200],
		['awards.categories.0.winners.0.honorific', 1, 60],
		['awards.categories.0.winners.0.organization', 1, 200],
		['awards.categories.0.winners.0.country', 1, 200],
		['awards.categories.0.winners.0.work', 1, 300],
		['awards.categories.0.nominees.0.name', 1, 200],
		['awards.aims.0', 1, 300],
	])('%s: from %i to %i', (path, least, most) => {
		const letters = (count: number) => 'حَ'.repeat(count);
		expect(told({ [path]: letters(least) })).toEqual([]);
		expect(told({ [path]: letters(most) })).toEqual([]);
		// What has no letters is told so, too.
		expect(told({ [path]: letters(least - 1) })).toContain(
			`${path}: الطول ${least - 1}، والمسموح من ${least} إلى ${most} ${most % 100 > 10 ? 'حرفًا' : 'حرف'}.`,
		);
		expect(told({ [path]: letters(most + 1) })).toEqual([
			`${path}: الطول ${most + 1}، والمسموح من ${least} إلى ${most} ${most % 100 > 10 ? 'حرفًا' : 'حرف'}.`,
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
	['headline', 0],
	['topic', 0],
	['event.venue.city', 1],
	['event.venue.country', 1],
	['event.origin.city', 1],
	['dek', 0],
	['event.venue.name', 0],
])('%s with a sign that the pictures lack: %i problems', (path, count) =>
	expect(told({ [path]: 'النفط يرتفع → دولار' })).toHaveLength(count),
);

describe('what has a form of its own', () => {
	test.each<[string, unknown, RegExp | undefined]>([
		['published', '2024-05-14T09:00:00+03:00', undefined],
		['published', '14-05-2024', /تاريخ غير صالح/],
		['updated', '2024-13', /تاريخ غير صالح/],
		['event.starts', '2024', /تاريخ غير صالح.*2015-06 أو/],
		['event.ends', '2024', /تاريخ غير صالح.*2015-06 أو/],
		['forum.programme.0.date', '2024-05', /يوم غير صالح/],
		['forum.programme.0.date', '2024-05-16T09:00:00+01:00', /يوم غير صالح/],
		['forum.documents.0.day', '02-29', undefined],
		['forum.documents.0.day', '02-30', /يوم سنوي غير صالح/],
		['forum.documents.0.day', '2024-05-14', /يوم سنوي غير صالح/],
		['forum.documents.0.kind', 'report', undefined],
		['forum.documents.0.kind', 'قرار', /اكتب واحدًا من: resolution، declaration، /],
		['forum.speakers.0.gender', 'male', undefined],
		['forum.speakers.0.gender', 'أنثى', /اكتب female أو male/],
		['forum.programme.0.sessions.0.starts', '00:00', undefined],
		['forum.programme.0.sessions.0.ends', '23:59', undefined],
		['forum.programme.0.sessions.0.starts', '9:00', /وقت غير صالح.*مثل 09:00/],
		['forum.programme.0.sessions.0.starts', 9, /وقت غير صالح.*مثل 09:00/],
		['forum.programme.0.sessions.0.ends', '24:00', /وقت غير صالح.*مثل 09:00/],
		['forum.programme.0.sessions.0.ends', '2024-05-16T10:30:00+01:00', /وقت غير صالح/],
		['awards.year', 24, /اكتب السنة الميلادية بأربعة أرقام/],
		['awards.year', '2024', /اكتب عددًا/],
		['awards.edition', 1, undefined],
		['awards.edition', 0, /اكتب رقم الدورة/],
		['awards.edition', 1.5, /اكتب رقم الدورة/],
		['awards.prize.amount', 0, /اكتب مبلغًا أكبر من صفر/],
		['awards.prize.currency', 'EUR', undefined],
		['awards.prize.currency', 'دينار', /ليس رمز عملة.*JOD/],
		['awards.prize.currency', 'XXX', /ليس رمز عملة/],
		['awards.categories.0.winners.0.place', 3, undefined],
		['awards.categories.0.winners.0.place', 4, /اكتب المركز: 1 أو 2 أو 3/],
		['awards.categories.0.winners.0.type', 'work', undefined],
		['awards.categories.0.winners.0.type', 'جهة', /اكتب person أو organization أو work/],
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
		['forum.documents.0.url', 'docs.example', /https:/],
		['event.venue.latitude', -90, undefined],
		['event.venue.latitude', -90.1, /أصغر من -90/],
		['event.venue.latitude', 90.1, /أكبر من 90/],
		['event.origin.longitude', 180, undefined],
		['event.origin.longitude', 180.1, /أكبر من 180/],
		['event.origin.longitude', -180.1, /أصغر من -180/],
		['event.origin.latitude', '31', /اكتب عددًا/],
		['draft', 'نعم', /اكتب true أو false/],
		['event.status', 'delayed', /حالة غير معروفة.*cancelled/],
		['event.was.starts', '2024', /تاريخ غير صالح/],
		['event.mode', 'hybrid', /طريقة غير معروفة.*mixed/],
		['event.online.platform', 'Riverside Live', undefined],
		['event.online.platform', 'عبر الإنترنت', /اسم المنصة/],
		['event.online.platform', 'أونلاين', /اسم المنصة/],
		['event.online.url', 'meet.example', /https:/],
		['event.opening.0.from', '24:00', /وقت غير صالح.*09:00/],
		['event.opening.0.from', '9:30', /وقت غير صالح/],
		['event.price.amount', 0, /أكبر من صفر/],
		['event.price.currency', 'JOD', undefined],
		['event.price.currency', 'دينار', /ISO 4217/],
		['event.price.currency', 'jod', /ISO 4217/],
		['event.free', false, /free: true/],
		['event.register', 'fair.example', /https:/],
		['event.url', 'fair.example', /https:/],
		['event.contact', 'fair@example.org', undefined],
		['event.contact', '(11) 3251-5644', undefined],
		['event.contact', 'اتصلوا بنا', /ليس بريدًا ولا رقم هاتف/],
		['event.contact', '12', /ليس بريدًا ولا رقم هاتف/],
		['event.delegation.members.0.gender', 'f', /female أو male/],
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
		'event.delegation.members',
		'event.opening',
		'forum.meetings',
		'forum.workshops',
		'forum.programme',
		'forum.documents',
		'forum.speakers',
		'forum.programme.0.items',
		'forum.programme.0.sessions',
		'forum.programme.0.sessions.0.speakers',
		'awards.aims',
		'awards.categories',
		'awards.categories.0.winners',
		'awards.categories.0.nominees',
		'awards.categories.0.jury',
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
		[
			'one place and a list of places',
			{ 'event.venues': [VENUE, VENUE] },
			/event\.venues: .*لا كليهما/,
		],
		[
			'a list of places alone',
			{ 'event.venue': undefined, 'event.venues': [VENUE, VENUE] },
			undefined,
		],
		[
			'a list of one place',
			{ 'event.venue': undefined, 'event.venues': [VENUE] },
			/event\.venues: .*اكتب venue\./,
		],
		['no place', { 'event.venue': undefined }, /event\.venue: .*mode: online/],
		['online without a place', { 'event.mode': 'online', 'event.venue': undefined }, undefined],
		['online with a place', { 'event.mode': 'online' }, /event\.mode: .*mixed/],
		[
			'online without a platform',
			{ 'event.mode': 'online', 'event.venue': undefined, 'event.online': undefined },
			/event\.online: .*online: \{ platform: زووم/,
		],
		['mixed without a platform', { 'event.online': undefined }, /event\.online: .*platform/],
		['in person with a platform', { 'event.mode': 'in-person' }, /event\.online: .*mode: online/],
		['a platform without a mode', { 'event.mode': undefined }, /event\.online: .*mode: mixed/],
		['put off, and from when', { 'event.status': 'postponed' }, undefined],
		[
			'put off, nobody knows to when',
			{ 'event.status': 'postponed', 'event.was': { starts: '2024-05-14' } },
			undefined,
		],
		[
			'put off without a former date',
			{ 'event.status': 'postponed', 'event.was': undefined },
			/event\.was: .*was: \{ starts: 2024-05-14 \}/,
		],
		[
			'put off from another place only',
			{ 'event.status': 'postponed', 'event.was': { venue: 'دار الكتب' } },
			/event\.was: .*مؤجَّل/,
		],
		['moved to another place', { 'event.was': { venue: 'دار الكتب' } }, undefined],
		['moved to another day', { 'event.was': { starts: '2024-05-07' } }, undefined],
		['moved from nowhere', { 'event.was': undefined }, /event\.was: .*was: \{ venue: /],
		['moved to the same day', { 'event.was': { starts: '2024-05-14' } }, /was\.starts: .*نفسه/],
		[
			'a former end before its start',
			{ 'event.was': { starts: '2024-05-07', ends: '2024-05-06' } },
			/was\.ends: .*قبل/,
		],
		[
			'a former end without its start',
			{ 'event.was': { ends: '2024-05-07', venue: 'دار الكتب' } },
			/was\.starts: .*was\.ends/,
		],
		[
			'a past without a change',
			{ 'event.status': undefined, 'event.statusNote': undefined },
			/event\.was: .*status/,
		],
		['called off', { 'event.status': 'cancelled', 'event.was': undefined }, undefined],
		[
			'a sentence about nothing',
			{ 'event.status': undefined, 'event.was': undefined },
			/event\.statusNote: .*status/,
		],
		['closed when it opens', { 'event.opening.0.to': '10:00' }, /opening\.0\.to: .*قبل/],
		['closed before it opens', { 'event.opening.0.to': '09:00' }, /opening\.0\.to: .*قبل/],
		['closed after midnight', { 'event.opening.0.to': '01:30' }, undefined],
		['free for a price', { 'event.free': true }, /event\.free: .*price أو free/],
		['free', { 'event.free': true, 'event.price': undefined }, undefined],
		['an event of one day', { 'event.ends': '2024-05-14', forum: undefined }, undefined],
		[
			'an event of which a month is known',
			{ 'event.starts': '2024-05', 'event.ends': undefined },
			undefined,
		],
		[
			'a programme outside the month of its event',
			{ 'event.starts': '2024-06', 'event.ends': undefined },
			/programme\.0\.date: .*من 2024-06 إلى 2024-06/,
		],
		['a month to a day', { 'event.starts': '2024-05' }, /ends: .*واحدة: يومين، أو شهرين/],
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
		[
			'a session that ends when it begins',
			{ 'forum.programme.0.sessions.0.ends': '09:00' },
			/^forum\.programme\.0\.sessions\.0\.ends: .*ليست بعد البداية.*صحّح إحداهما/,
		],
		[
			'a session of the morning that ends the day after',
			{ 'forum.programme.0.sessions.0.ends': '00:30' },
			/sessions\.0\.ends: .*ما يبدأ من 18:00 فصاعدًا قد ينتهي بعد منتصف الليل، حتى 06:00/,
		],
		[
			'a session of the evening that ends the day after',
			{ 'forum.programme.0.sessions.0': { starts: '23:30', ends: '01:00', title: 'سهرة' } },
			undefined,
		],
		[
			'a session of the evening that ends the morning after',
			{ 'forum.programme.0.sessions.0': { starts: '23:30', ends: '08:00', title: 'سهرة' } },
			/ليست بعد البداية/,
		],
		['a session without an end', { 'forum.programme.0.sessions.0.ends': undefined }, undefined],
		['a day of items alone', { 'forum.programme.0.sessions': undefined }, undefined],
		['a day of sessions alone', { 'forum.programme.0.items': undefined }, undefined],
		[
			'a day of nothing',
			{ 'forum.programme.0.items': undefined, 'forum.programme.0.sessions': undefined },
			/programme\.0: يوم بلا برنامج\. اكتب فيه sessions .*items/,
		],
		[
			'sessions in no zone',
			{ event: undefined },
			/programme\.0\.sessions: .*أضف event وفيه timeZone/,
		],
		[
			'items without an event',
			{ event: undefined, 'forum.programme.0.sessions': undefined },
			undefined,
		],
		[
			'a document by its title alone',
			{ 'forum.documents.0': { kind: 'report', title: 'حال المكتبات' } },
			undefined,
		],
		[
			'a document by its symbol alone',
			{ 'forum.documents.0': { kind: 'report', symbol: 'A/1' } },
			/documents\.0: وثيقة بلا رقم ولا عنوان\. اكتب number أو title/,
		],
		[
			'a category whose winners are not known yet',
			{ 'awards.categories.0.winners': undefined },
			undefined,
		],
		[
			'a category of nobody',
			{ 'awards.categories.0.winners': undefined, 'awards.categories.0.nominees': undefined },
			/categories\.0: فئة بلا أسماء\. اكتب فيها winners .*nominees/,
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
		[
			'corrected before it was published',
			{ corrections: [{ date: '2024-04-30', text: 'والصواب 320.' }] },
			/^corrections\.0\.date: تاريخه قبل published/,
		],
		[
			'gone on with before it was published',
			{ updates: [{ at: '2024-04-30T23:00:00+03:00', text: 'انتهى الفرز.' }] },
			/^updates\.0\.at: تاريخه قبل published/,
		],
		[
			'gone on with twice in one minute, which is its address',
			{
				updates: [
					{ at: '2024-07-01T12:00:00+03:00', text: 'بدأ الفرز.' },
					{ at: '2024-07-01T09:00:30Z', text: 'انتهى الفرز.' },
				],
			},
			/^updates\.1\.at: لهذا التحديث وقت تحديث آخر/,
		],
	])('%s', (_case, changes, message) =>
		expect(told(changes)).toEqual([expect.stringMatching(message)]),
	);
});
