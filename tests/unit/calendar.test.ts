import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Programme } from '../../src/article/programme.ts';
import type { ArticleData, EventData } from '../../src/article/schema.ts';
import { calendar, programmeCalendar } from '../../src/sharing/calendar.ts';

const PERMALINK = 'https://example.org/news/articles/forum-2024/';
const FORUM = {
	name: 'المنتدى العربي للمكتبات العامة 2024 وحفل توزيع الجوائز',
	theme: 'المكتبة العامة شريكًا في التعلّم مدى الحياة وفي بناء مدن المعرفة حتى عام 2030م',
	starts: '2024-05-14',
	ends: '2024-05-17',
	timeZone: 'Africa/Tunis',
	venue: {
		name: 'مجمّع «مدينة الثقافة»',
		localName: 'Cité de la Culture',
		city: 'تونس',
		country: 'الجمهورية التونسية',
		countryCode: 'TN',
		latitude: 36.813,
		longitude: 10.185,
	},
	organizers: [{ name: 'المجلس العربي للمكتبات' }],
} satisfies EventData;

type Dates = Pick<ArticleData, 'published' | 'updated'>;
const write = (changes: Partial<EventData> = {}, dates: Dates = { published: '2024-05' }) =>
	calendar({ ...FORUM, ...changes }, PERMALINK, dates);
const read = (file: string) => {
	const component = new ICAL.Component(ICAL.parse(file) as unknown[]).getFirstSubcomponent(
		'vevent',
	);
	if (!component) throw new Error('no event');
	return {
		event: new ICAL.Event(component),
		value: (name: string) => String(component.getFirstPropertyValue(name)),
		component,
	};
};
/** The file's lines as written, and as they are when unfolded. */
const lines = (file: string) => file.split('\r\n').slice(0, -1);
const unfolded = (file: string) => lines(file.replaceAll('\r\n ', ''));

test('an event is read back as it was given', () => {
	const { event, value, component } = read(write());
	expect(event.summary).toBe(FORUM.name);
	expect(event.description).toBe(`الموضوع: «${FORUM.theme}»\n${PERMALINK}`);
	expect(event.location).toBe(
		'مجمّع «مدينة الثقافة» (Cité de la Culture)، تونس، الجمهورية التونسية',
	);
	expect(component.getFirstPropertyValue('geo')).toEqual([36.813, 10.185]);
	expect(value('url')).toBe(PERMALINK);
	expect(value('transp')).toBe('TRANSPARENT');
	expect(event.uid).toBe('news/articles/forum-2024@example.org');
	for (const name of ['summary', 'description', 'location'])
		expect(component.getFirstProperty(name)?.getFirstParameter('language')).toBe('ar');
	// Whoever organizes is known by name; the standard wants a mail address.
	expect(component.hasProperty('organizer')).toBe(false);
});

test('it is of the newspaper, by its host', () =>
	expect(unfolded(write())).toContain('PRODID:-//example.org//المنارة//AR'));

test('a place without coordinates and an event without a theme leave no empty lines', () => {
	const {
		latitude: _latitude,
		longitude: _longitude,
		localName: _localName,
		...venue
	} = FORUM.venue;
	const { event, component } = read(
		calendar({ ...FORUM, venue, theme: undefined }, PERMALINK, { published: '2024-05' }),
	);
	expect(component.hasProperty('geo')).toBe(false);
	expect(event.location).toBe('مجمّع «مدينة الثقافة»، تونس، الجمهورية التونسية');
	expect(event.description).toBe(PERMALINK);
});

describe('what became of it', () => {
	const updated = { published: '2024-05-01', updated: '2024-05-10' };
	test.each<[string, Partial<EventData>, string, string, string]>([
		['as announced', {}, 'CONFIRMED', FORUM.name, ''],
		[
			'called off',
			{ status: 'cancelled', statusNote: 'تُردّ الرسوم.' },
			'CANCELLED',
			`أُلغي الحدث: ${FORUM.name}`,
			'كان موعده 14–17 أيار 2024. تُردّ الرسوم.\n',
		],
		[
			'put off, nobody knows to when: on those days it is not',
			{ status: 'postponed', was: { starts: '2024-05-14', ends: '2024-05-17' } },
			'CANCELLED',
			`أُجِّل الحدث: ${FORUM.name}`,
			'كان موعده 14–17 أيار 2024، ولم يُحدَّد له موعد جديد.\n',
		],
		[
			'put off to these days',
			{ status: 'postponed', was: { starts: '2024-05-07' } },
			'CONFIRMED',
			`أُجِّل الحدث: ${FORUM.name}`,
			'كان موعده 7 أيار 2024، وموعده الجديد 14–17 أيار 2024.\n',
		],
	])('%s', (_case, changes, status, summary, told) => {
		const { event, value } = read(write({ ...changes, theme: undefined }, updated));
		expect(value('status')).toBe(status);
		expect(event.summary).toBe(summary);
		expect(event.description).toBe(`${told}${PERMALINK}`);
	});

	test('its number grows with every change, however its dates are written', () => {
		const off = { status: 'cancelled' } as const;
		const versions: [Partial<EventData>, Dates][] = [
			[{}, { published: '2024-05' }],
			[off, { published: '2024-05' }],
			[{}, { published: '2024-05', updated: '2024-05-10' }],
			[off, { published: '2024-05', updated: '2024-05-10' }],
			// An hour past midnight in Amman it is still the day before in UTC.
			[{}, { published: '2024-05', updated: '2024-05-10T01:00:00+03:00' }],
			[{}, { published: '2024-05', updated: '2024-05-11' }],
			[{}, { published: '2024-05', updated: '2024-06' }],
			[{}, { published: '2024-05', updated: '2099-12-31T23:59:00+03:00' }],
		];
		const numbers = versions.map(([event, dates]) =>
			Number(read(write(event, dates)).value('sequence')),
		);
		expect(numbers[0]).toBe(0);
		expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
		expect(new Set(numbers).size).toBe(versions.length);
		// §3.3.8: an integer of 31 bits.
		expect(Math.max(...numbers)).toBeLessThan(2 ** 31);
	});
});

describe('where it is', () => {
	const { venue, ...event } = FORUM;
	const other = { name: 'قاعة السنديان', city: 'سوسة', country: 'تونس', countryCode: 'TN' };
	const online = { platform: 'زووم', url: 'https://meet.example/42' };
	test.each<[string, EventData, string, boolean]>([
		[
			'in two places: no point is the one',
			{ ...event, venues: [venue, other] },
			'مجمّع «مدينة الثقافة» (Cité de la Culture)، تونس، الجمهورية التونسية؛ قاعة السنديان، سوسة، تونس',
			false,
		],
		['online', { ...event, mode: 'online', online }, 'عبر الإنترنت: زووم', false],
		[
			'in a place and online',
			{ ...event, venue, mode: 'mixed', online },
			'مجمّع «مدينة الثقافة» (Cité de la Culture)، تونس، الجمهورية التونسية؛ عبر الإنترنت: زووم',
			true,
		],
	])('%s', (_case, event, location, point) => {
		const { event: told, component } = read(calendar(event, PERMALINK, { published: '2024-05' }));
		expect(told.location).toBe(location);
		expect(component.hasProperty('geo')).toBe(point);
		expect(told.description?.includes('زووم: https://meet.example/42')).toBe(Boolean(event.online));
	});
});

describe('when it is', () => {
	test.each<[string, Pick<EventData, 'starts' | 'ends'>, string[]]>([
		[
			'days end with the day after the last',
			{ starts: '2024-05-14', ends: '2024-05-17' },
			['DTSTART;VALUE=DATE:20240514', 'DTEND;VALUE=DATE:20240518'],
		],
		[
			'one day',
			{ starts: '2024-05-14', ends: undefined },
			['DTSTART;VALUE=DATE:20240514', 'DTEND;VALUE=DATE:20240515'],
		],
		[
			'to the end of a month',
			{ starts: '2024-05-30', ends: '2024-05-31' },
			['DTSTART;VALUE=DATE:20240530', 'DTEND;VALUE=DATE:20240601'],
		],
		[
			'to the end of a leap February',
			{ starts: '2024-02-27', ends: '2024-02-28' },
			['DTSTART;VALUE=DATE:20240227', 'DTEND;VALUE=DATE:20240229'],
		],
		[
			'to the end of a year',
			{ starts: '2024-12-31', ends: '2024-12-31' },
			['DTSTART;VALUE=DATE:20241231', 'DTEND;VALUE=DATE:20250101'],
		],
		[
			'moments with an offset',
			{ starts: '2024-05-14T09:00:00-05:00', ends: '2024-05-14T22:30:00-05:00' },
			['DTSTART:20240514T140000Z', 'DTEND:20240515T033000Z'],
		],
		[
			'a moment in UTC without seconds',
			{ starts: '2024-05-14T09:00Z', ends: undefined },
			['DTSTART:20240514T090000Z'],
		],
		[
			'moments on both sides of the clocks going forward',
			{ starts: '2015-03-28T20:00:00+01:00', ends: '2015-03-29T20:00:00+02:00' },
			['DTSTART:20150328T190000Z', 'DTEND:20150329T180000Z'],
		],
		[
			'an end at the start is none',
			{ starts: '2024-05-14T09:00:00-05:00', ends: '2024-05-14T14:00:00Z' },
			['DTSTART:20240514T140000Z'],
		],
	])('%s', (_case, changes, expected) => {
		const file = write(changes);
		expect(unfolded(file).filter((line) => /^DT(?:START|END)/.test(line))).toEqual(expected);
		expect(read(file).event.startDate.isDate).toBe(changes.starts.length === 10);
	});

	test('its days are as many as the event has', () =>
		expect(read(write()).event.duration.toSeconds()).toBe(4 * 86_400));
});

describe('the stamp is never the clock and never an invented day of publication', () => {
	test.each<[Dates, string]>([
		[{ published: '2024-05' }, '20240514T000000Z'],
		[{ published: '2024-05-11' }, '20240511T000000Z'],
		[{ published: '2024-05-11T09:00:00+04:00' }, '20240511T050000Z'],
		[{ published: '2024-05-11', updated: '2024-05-12T09:00:00+04:00' }, '20240512T050000Z'],
		[{ published: '2024-05-11', updated: '2024-06' }, '20240511T000000Z'],
		[{ published: '2024-05', updated: '2024-06' }, '20240514T000000Z'],
	])('%j: %s', (dates, expected) =>
		expect(unfolded(write({}, dates))).toContain(`DTSTAMP:${expected}`),
	);

	test('of an event with times and an article of a month it is the start', () => {
		expect(unfolded(write({ starts: '2024-05-14T09:00:00-05:00', ends: undefined }))).toContain(
			'DTSTAMP:20240514T140000Z',
		);
	});
});

describe('hostile words come through whole', () => {
	test.each([
		['commas, semicolons, backslashes', 'a,b;c\\d\\n,;'],
		['line breaks of every kind become one kind', 'سطر\r\nثان\rثالث\nرابع', 'سطر\nثان\nثالث\nرابع'],
		['emoji and a family of them', '🎉👨‍👩‍👧‍👦🇯🇴'.repeat(9)],
		[
			'an end of the event',
			'END:VEVENT\r\nATTENDEE:mailto:a@example.org',
			'END:VEVENT\nATTENDEE:mailto:a@example.org',
		],
		['control characters', 'أ\u0007\u0000ب\u007f\tج', 'أب\tج'],
		['colons and marks', 'نبأ: "x" \'y\' 12/45 100% #event?a=b&c'],
		['tashkeel', 'مُؤَسَّسَةٌ '.repeat(20).trim()],
		['one long word', 'ا'.repeat(400)],
		['one long Latin word', 'x'.repeat(400)],
	])('%s', (_case, words, expected = words) => {
		const file = write({ name: words, theme: words, venue: { ...FORUM.venue, name: words } });
		const { event, component } = read(file);
		// The mark before Latin letters is tested below.
		expect(event.summary.replace(/^\u200F/, '')).toBe(expected);
		expect(event.description).toBe(`الموضوع: «${expected}»\n${PERMALINK}`);
		expect(event.location.replace(/^\u200F/, '')).toBe(
			`${expected} (Cité de la Culture)، تونس، الجمهورية التونسية`,
		);
		expect(component.hasProperty('attendee')).toBe(false);
	});
});

test('quotes, colons and marks come through, and nest in a theme', () => {
	const words = '«اليوم»: "x" \'y\' 1/2 100% #event?a=b&c';
	const { event } = read(write({ name: words, theme: words }));
	expect(event.summary).toBe(words);
	expect(event.description).toBe(`الموضوع: «‹اليوم›: "x" 'y' 1/2 100% #event?a=b&c»\n${PERMALINK}`);
});

test('a theme is quoted, and what it quotes nests in that', () =>
	expect(read(write({ theme: 'المكتبة «بيتًا» للحي' })).event.description).toBe(
		`الموضوع: «المكتبة ‹بيتًا› للحي»\n${PERMALINK}`,
	));

test('what has a meaning in the file is escaped in it, each mark', () => {
	expect(unfolded(write({ name: 'a,b;c\\d\ne:"f"' }))).toContain(
		'SUMMARY;LANGUAGE=ar:a\\,b\\;c\\\\d\\ne:"f"',
	);
});

test('words that Latin letters begin run from the right in every property', () => {
	const { event } = read(
		write({ name: 'ACK LIB في تونس', theme: 'AI للحي', venue: { ...FORUM.venue, name: 'IFC' } }),
	);
	expect(event.summary).toBe('\u200FACK LIB في تونس');
	expect(event.location).toBe('\u200FIFC (Cité de la Culture)، تونس، الجمهورية التونسية');
	// It begins with an Arabic word; a mark would only stand in the way of the address.
	expect(event.description).toBe(`الموضوع: «AI للحي»\n${PERMALINK}`);
});

describe('its lines', () => {
	const shifted = Array.from({ length: 12 }, (_, shift): [number, string] => [
		shift,
		write({ name: `${'x'.repeat(shift)}${'نبأ🎉'.repeat(40)}` }),
	]);

	test.each(shifted)(
		'are 75 octets at most and break no character, whatever stands before (%i)',
		(_shift, file) => {
			for (const line of lines(file)) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
			// A broken pair or sequence would be U+FFFD when each line is read alone.
			for (const line of lines(Buffer.from(file).toString()))
				expect(line.isWellFormed() && !line.includes('\uFFFD'), line).toBe(true);
		},
	);

	test('are filled: where a line is folded the next character would not have fit', () => {
		const all = lines(write({ name: 'x'.repeat(300) })).map((line) => Buffer.byteLength(line));
		expect(all.filter((octets) => octets === 75).length).toBeGreaterThanOrEqual(4);
	});

	test('all end in CRLF, the last one too', () => {
		const file = write();
		expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
		expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	});

	test('have the required ones once each', () => {
		const names = unfolded(write()).map((line) => line.split(/[;:]/, 1)[0]);
		for (const name of ['VERSION', 'PRODID', 'UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY'])
			expect(
				names.filter((one) => one === name),
				name,
			).toHaveLength(1);
	});
});

describe('the sessions of a programme', () => {
	const PROGRAMME: Programme = [
		{
			date: '2024-05-14',
			items: ['معرض مفتوح'],
			sessions: [
				{ starts: '11:00', title: 'استراحة' },
				{
					starts: '09:00',
					ends: '10:30',
					title: 'الافتتاح; كلمات, وأسئلة',
					kind: 'جلسة عامة',
					room: 'القاعة الكبرى',
					moderators: [{ name: 'باسل' }, { name: 'سناء' }],
					speakers: [
						{ honorific: 'الدكتورة', name: 'هالة', role: 'أستاذة', organization: 'جامعة الساحل' },
						{ name: 'ريم' },
					],
				},
			],
		},
		{ date: '2024-05-15', items: ['جولة'] },
		{ date: '2024-05-16', sessions: [{ starts: '11:00', title: 'استراحة' }] },
	];
	const file = (programme: Programme, zone = 'Africa/Tunis') =>
		programmeCalendar({ ...FORUM, timeZone: zone }, programme, PERMALINK, { published: '2024-05' });
	const sessions = (programme: Programme = PROGRAMME, zone?: string) =>
		new ICAL.Component(ICAL.parse(file(programme, zone)) as unknown[])
			.getAllSubcomponents('vevent')
			.map((component) => ({ component, event: new ICAL.Event(component) }));
	const uids = (programme?: Programme) => sessions(programme).map(({ event }) => event.uid);

	test('are events in the order of their times; what has no time is none', () =>
		expect(
			sessions(PROGRAMME.toReversed()).map(({ component, event }) => [
				event.summary,
				event.startDate.toString(),
				component.hasProperty('dtend') && event.endDate.toString(),
			]),
		).toEqual([
			['الافتتاح; كلمات, وأسئلة', '2024-05-14T08:00:00Z', '2024-05-14T09:30:00Z'],
			['استراحة', '2024-05-14T10:00:00Z', false],
			['استراحة', '2024-05-16T10:00:00Z', false],
		]));

	test('run from the right in every property, though Latin letters begin it', () => {
		const [{ event } = { event: undefined }] = sessions([
			{
				date: '2024-05-14',
				sessions: [{ starts: '09:00', title: 'AI للمكتبات', kind: 'Workshop', room: 'Hall 2' }],
			},
		]);
		expect([event?.summary, event?.location?.slice(0, 7), event?.description]).toEqual([
			'\u200FAI للمكتبات',
			'\u200FHall 2',
			`Workshop\n${PERMALINK}#programme`,
		]);
	});

	test('are told with room, kind and people, and are parts of the event', () => {
		const [{ component, event } = { component: undefined, event: undefined }] = sessions();
		expect(event?.location).toBe(
			'القاعة الكبرى، مجمّع «مدينة الثقافة» (Cité de la Culture)، تونس، الجمهورية التونسية',
		);
		expect(event?.description).toBe(
			`جلسة عامة\nإدارة الجلسة: باسل؛ سناء\nالدكتورة هالة، أستاذة، جامعة الساحل\nريم\n${PERMALINK}#programme`,
		);
		expect(component?.getFirstPropertyValue('related-to')).toBe(
			'news/articles/forum-2024@example.org',
		);
		expect(component?.getFirstPropertyValue('url')).toBe(`${PERMALINK}#programme`);
		expect(component?.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
	});

	test('follow the zone of the event', () =>
		expect(sessions(PROGRAMME, 'America/Lima')[0]?.event.startDate.toString()).toBe(
			'2024-05-14T14:00:00Z',
		));

	test('may end after midnight', () => {
		const [{ event } = { event: undefined }] = sessions([
			{ date: '2024-05-31', sessions: [{ starts: '23:30', ends: '00:00', title: 'سهرة' }] },
		]);
		expect(event?.endDate.toString()).toBe('2024-05-31T23:00:00Z');
	});

	test('say that they are called off with their event', () => {
		const off = { ...FORUM, status: 'cancelled' } as const;
		const [day] = PROGRAMME;
		expect(unfolded(programmeCalendar(off, [day!], PERMALINK, { published: '2024-05' }))).toContain(
			'SUMMARY;LANGUAGE=ar:أُلغي الحدث: استراحة',
		);
	});

	test('have UIDs of their own, which stay when a session moves', () => {
		expect(uids()).toEqual([
			'news/articles/forum-2024/f9e88d2b16becf71@example.org',
			'news/articles/forum-2024/f744a452adbdda56@example.org',
			'news/articles/forum-2024/f744a452adbdda56-2@example.org',
		]);
		const moved: Programme = [
			{ date: '2024-05-14', sessions: [{ starts: '11:00', title: 'استراحة' }] },
			{
				date: '2024-05-15',
				sessions: [
					{ starts: '16:00', room: 'قاعة أخرى', title: 'الافتتاح; كلمات, وأسئلة' },
					{ starts: '18:00', title: 'استراحة' },
				],
			},
		];
		expect(uids(moved).toSorted()).toEqual(uids().toSorted());
	});

	test('are written like every calendar', () => {
		for (const line of lines(file(PROGRAMME)))
			expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
		expect(file(PROGRAMME).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	});
});

test('an event keeps its UID where its article has another address now', () => {
	const uid = (first?: string) =>
		/^UID:(.*)\r$/m.exec(calendar(FORUM, PERMALINK, { published: '2024-05', first }))?.[1];
	expect(uid()).toBe('news/articles/forum-2024@example.org');
	expect(uid('https://example.org/2019/05/old.html')).toBe('2019/05/old.html@example.org');
	const session = programmeCalendar(
		FORUM,
		[{ date: '2024-05-14', sessions: [{ starts: '09:00', title: 'استراحة' }] }],
		PERMALINK,
		{ published: '2024-05', first: 'https://example.org/news/articles/old/' },
	);
	expect(unfolded(session)).toContain('UID:news/articles/old/f744a452adbdda56@example.org');
	expect(unfolded(session)).toContain('RELATED-TO:news/articles/old@example.org');
});
