import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { ArticleData, EventData } from '../../src/article/schema.ts';
import { calendar } from '../../src/sharing/calendar.ts';

const PERMALINK = 'https://example.org/news/articles/forum-2015/';
const FORUM: EventData = {
	name: 'منتدى الأمم المتحدة للخدمة العامة 2015 وحفل توزيع الجوائز',
	theme: 'الابتكار في تقديم الخدمات العامة لتنفيذ جدول أعمال التنمية لما بعد عام 2015م',
	starts: '2015-06-23',
	ends: '2015-06-26',
	timeZone: 'America/Bogota',
	venue: {
		name: 'مركز المؤتمرات «بلازا مايور»',
		localName: 'Plaza Mayor',
		city: 'مدلين',
		country: 'كولومبيا',
		countryCode: 'CO',
		latitude: 6.2433,
		longitude: -75.5766,
	},
	organizers: [{ name: 'الأمم المتحدة' }],
};

type Dates = Pick<ArticleData, 'published' | 'updated'>;
const write = (changes: Partial<EventData> = {}, dates: Dates = { published: '2015-06' }) =>
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
	expect(event.location).toBe('مركز المؤتمرات «بلازا مايور» (Plaza Mayor)، مدلين، كولومبيا');
	expect(component.getFirstPropertyValue('geo')).toEqual([6.2433, -75.5766]);
	expect(value('url')).toBe(PERMALINK);
	expect(value('transp')).toBe('TRANSPARENT');
	expect(event.uid).toBe('news/articles/forum-2015@example.org');
	for (const name of ['summary', 'description', 'location'])
		expect(component.getFirstProperty(name)?.getFirstParameter('language')).toBe('ar');
	// Whoever organizes is known by name; the standard wants a mail address.
	expect(component.hasProperty('organizer')).toBe(false);
});

test('a place without coordinates and an event without a theme leave no empty lines', () => {
	const {
		latitude: _latitude,
		longitude: _longitude,
		localName: _localName,
		...venue
	} = FORUM.venue;
	const { event, component } = read(
		calendar({ ...FORUM, venue, theme: undefined }, PERMALINK, { published: '2015-06' }),
	);
	expect(component.hasProperty('geo')).toBe(false);
	expect(event.location).toBe('مركز المؤتمرات «بلازا مايور»، مدلين، كولومبيا');
	expect(event.description).toBe(PERMALINK);
});

describe('when it is', () => {
	test.each<[string, Pick<EventData, 'starts' | 'ends'>, string[]]>([
		[
			'days end with the day after the last',
			{ starts: '2015-06-23', ends: '2015-06-26' },
			['DTSTART;VALUE=DATE:20150623', 'DTEND;VALUE=DATE:20150627'],
		],
		[
			'one day',
			{ starts: '2015-06-23', ends: undefined },
			['DTSTART;VALUE=DATE:20150623', 'DTEND;VALUE=DATE:20150624'],
		],
		[
			'to the end of a month',
			{ starts: '2015-06-29', ends: '2015-06-30' },
			['DTSTART;VALUE=DATE:20150629', 'DTEND;VALUE=DATE:20150701'],
		],
		[
			'to the end of a leap February',
			{ starts: '2016-02-27', ends: '2016-02-28' },
			['DTSTART;VALUE=DATE:20160227', 'DTEND;VALUE=DATE:20160229'],
		],
		[
			'to the end of a year',
			{ starts: '2015-12-31', ends: '2015-12-31' },
			['DTSTART;VALUE=DATE:20151231', 'DTEND;VALUE=DATE:20160101'],
		],
		[
			'moments with an offset',
			{ starts: '2015-06-23T09:00:00-05:00', ends: '2015-06-23T22:30:00-05:00' },
			['DTSTART:20150623T140000Z', 'DTEND:20150624T033000Z'],
		],
		[
			'a moment in UTC without seconds',
			{ starts: '2015-06-23T09:00Z', ends: undefined },
			['DTSTART:20150623T090000Z'],
		],
		[
			'moments on both sides of the clocks going forward',
			{ starts: '2015-03-28T20:00:00+01:00', ends: '2015-03-29T20:00:00+02:00' },
			['DTSTART:20150328T190000Z', 'DTEND:20150329T180000Z'],
		],
		[
			'an end at the start is none',
			{ starts: '2015-06-23T09:00:00-05:00', ends: '2015-06-23T14:00:00Z' },
			['DTSTART:20150623T140000Z'],
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
		[{ published: '2015-06' }, '20150623T000000Z'],
		[{ published: '2015-06-20' }, '20150620T000000Z'],
		[{ published: '2015-06-20T09:00:00+04:00' }, '20150620T050000Z'],
		[{ published: '2015-06-20', updated: '2015-06-21T09:00:00+04:00' }, '20150621T050000Z'],
		[{ published: '2015-06-20', updated: '2015-07' }, '20150620T000000Z'],
		[{ published: '2015-06', updated: '2015-07' }, '20150623T000000Z'],
	])('%j: %s', (dates, expected) =>
		expect(unfolded(write({}, dates))).toContain(`DTSTAMP:${expected}`),
	);

	test('of an event with times and an article of a month it is the start', () => {
		expect(unfolded(write({ starts: '2015-06-23T09:00:00-05:00', ends: undefined }))).toContain(
			'DTSTAMP:20150623T140000Z',
		);
	});
});

describe('hostile words come through whole', () => {
	test.each([
		['commas, semicolons, backslashes', 'a,b;c\\d\\n,;'],
		['line breaks of every kind become one kind', 'سطر\r\nثان\rثالث\nرابع', 'سطر\nثان\nثالث\nرابع'],
		['emoji and a family of them', '🎉👨‍👩‍👧‍👦🇴🇲'.repeat(9)],
		[
			'an end of the event',
			'END:VEVENT\r\nATTENDEE:mailto:a@example.org',
			'END:VEVENT\nATTENDEE:mailto:a@example.org',
		],
		['control characters', 'أ\u0007\u0000ب\u007f\tج', 'أب\tج'],
		['tashkeel', 'مُؤَسَّسَةٌ '.repeat(20).trim()],
		['one long word', 'ا'.repeat(400)],
		['one long Latin word', 'x'.repeat(400)],
	])('%s', (_case, words, expected = words) => {
		const file = write({ name: words, theme: words, venue: { ...FORUM.venue, name: words } });
		const { event, component } = read(file);
		expect(event.summary).toBe(expected);
		expect(event.description).toBe(`الموضوع: «${expected}»\n${PERMALINK}`);
		expect(event.location).toBe(`${expected} (Plaza Mayor)، مدلين، كولومبيا`);
		expect(component.hasProperty('attendee')).toBe(false);
	});
});

test('quotes, colons and marks come through, and nest in a theme', () => {
	const words = '«اليوم»: "x" \'y\' 1/2 100% #event?a=b&c';
	const { event } = read(write({ name: words, theme: words }));
	expect(event.summary).toBe(words);
	expect(event.description).toBe(`الموضوع: «‹اليوم›: "x" 'y' 1/2 100% #event?a=b&c»\n${PERMALINK}`);
});

test('what has a meaning in the file is escaped in it, each mark', () => {
	expect(unfolded(write({ name: 'a,b;c\\d\ne:"f"' }))).toContain(
		'SUMMARY;LANGUAGE=ar:a\\,b\\;c\\\\d\\ne:"f"',
	);
});

describe('its lines', () => {
	const shifted = Array.from({ length: 12 }, (_, shift): [number, string] => [
		shift,
		write({ name: `${'x'.repeat(shift)}${'خبر🎉'.repeat(40)}` }),
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
