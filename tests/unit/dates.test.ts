import { describe, expect, test } from 'vitest';
import {
	days,
	eventDays,
	formatDate,
	isBefore,
	localDate,
	precision,
	span,
	weekday,
	yearlyDay,
} from '../../src/article/dates.ts';
import { isTimeZone } from '../../src/fields.ts';

describe('precision', () => {
	test.each([
		['2015-06', 'month'],
		['2015-06-23', 'day'],
		['2016-02-29', 'day'],
		['2015-06-23T09:00:00-05:00', 'time'],
		['2015-06-23T09:00Z', 'time'],
		['2015', undefined],
		['2015-13', undefined],
		['2015-00', undefined],
		['2015-02-29', undefined],
		['2015-06-31', undefined],
		['2015-6-3', undefined],
		['2015-06-23T09:00:00', undefined],
		['2015-06-23T25:00:00Z', undefined],
		['2015-06-23 09:00', undefined],
		['23/06/2015', undefined],
		['', undefined],
	])('%s is %s', (value, expected) => expect(precision(value)).toBe(expected));
});

describe('a date is told as exactly as it is known, in Western digits and Gregorian months', () => {
	test.each([
		['2015-06', 'Asia/Muscat', 'يونيو 2015'],
		['2015-01', 'America/Los_Angeles', 'يناير 2015'],
		['2015-06-23', 'Asia/Muscat', '23 يونيو 2015'],
		['2015-06-01', 'America/Los_Angeles', '1 يونيو 2015'],
		['2015-12-31', 'Pacific/Kiritimati', '31 ديسمبر 2015'],
		['2015-06-23T09:05:00-05:00', 'America/Bogota', '23 يونيو 2015، 9:05 ص'],
		['2015-06-23T22:00:00-05:00', 'Asia/Muscat', '24 يونيو 2015، 7:00 ص'],
	])('%s in %s', (value, zone, expected) => expect(formatDate(value, zone)).toBe(expected));

	test('nothing in it is invisible', () => {
		expect(formatDate('2015-06-23T22:00:00-05:00', 'Asia/Muscat')).not.toMatch(/\p{Cf}/u);
	});
});

describe('the days of an event, in its own zone', () => {
	test.each([
		['days', '2015-06-23', '2015-06-26', '2015-06-23', '2015-06-26'],
		['one day', '2015-06-23', undefined, '2015-06-23', '2015-06-23'],
		['a moment', '2015-06-23T22:00:00-05:00', undefined, '2015-06-23', '2015-06-23'],
		[
			'a moment at midnight',
			'2015-06-23T00:00:00-05:00',
			'2015-06-23T00:00:00-05:00',
			'2015-06-23',
			'2015-06-23',
		],
		[
			'an evening that ends at midnight',
			'2015-06-23T18:00:00-05:00',
			'2015-06-24T00:00:00-05:00',
			'2015-06-23',
			'2015-06-23',
		],
		[
			'an evening that ends after it',
			'2015-06-23T18:00:00-05:00',
			'2015-06-24T00:30:00-05:00',
			'2015-06-23',
			'2015-06-24',
		],
		[
			'times told in another zone',
			'2015-12-31T23:00:00Z',
			'2016-01-01T05:00:00Z',
			'2015-12-31',
			'2015-12-31',
		],
	])('%s', (_name, starts, ends, first, last) =>
		expect(eventDays({ starts, ends, timeZone: 'America/Bogota' })).toEqual({ first, last }),
	);
});

describe('a span of days', () => {
	const told = (first: string, last: string) => {
		const { ends, spaced } = span(first, last);
		return ends.map(({ text }) => text).join(spaced ? ' – ' : '–');
	};
	test.each([
		['2015-06-23', '2015-06-26', '23–26 يونيو 2015'],
		['2015-06-30', '2015-07-02', '30 يونيو – 2 يوليو 2015'],
		['2015-12-30', '2016-01-02', '30 ديسمبر 2015 – 2 يناير 2016'],
		['2015-06-23', '2015-06-23', '23 يونيو 2015'],
		['2014-06-23', '2015-06-26', '23 يونيو 2014 – 26 يونيو 2015'],
	])('%s to %s', (first, last, expected) => expect(told(first, last)).toBe(expected));

	test('lists its days across the end of a month and of a leap February', () => {
		expect(days('2015-06-29', '2015-07-02')).toEqual([
			'2015-06-29',
			'2015-06-30',
			'2015-07-01',
			'2015-07-02',
		]);
		expect(days('2016-02-28', '2016-03-01')).toEqual(['2016-02-28', '2016-02-29', '2016-03-01']);
		expect(days('2015-06-23', '2015-06-23')).toEqual(['2015-06-23']);
	});
});

test('days have their names', () => {
	expect(weekday('2015-06-23')).toBe('الثلاثاء');
	expect(weekday('2015-06-26')).toBe('الجمعة');
	expect(yearlyDay('06-23')).toBe('23 يونيو');
	expect(yearlyDay('02-29')).toBe('29 فبراير');
});

describe('the calendar day depends on the zone of the event, not of the machine', () => {
	test.each([
		['2015-06-23T23:30:00-05:00', 'America/Bogota', '2015-06-23'],
		['2015-06-23T23:30:00-05:00', 'Asia/Muscat', '2015-06-24'],
		['2015-06-23', 'Asia/Muscat', '2015-06-23'],
		['2015-06', 'Asia/Muscat', '2015-06'],
	])('%s in %s', (value, zone, expected) => expect(localDate(value, zone)).toBe(expected));
});

describe('before', () => {
	test.each([
		['2015-05', '2015-06', true],
		['2015-06', '2015-06-23', false],
		['2015-06-23', '2015-06', false],
		['2015-06-22', '2015-06-23', true],
		['2015-06-23', '2015-06-23', false],
		['2015-06-23T01:00:00+04:00', '2015-06-22T22:00:00Z', true],
		['2015-06-23T01:00:00-05:00', '2015-06-23T02:00:00+04:00', false],
	])('%s before %s: %s', (a, b, expected) => expect(isBefore(a, b)).toBe(expected));
});

test.each([
	['America/Bogota', true],
	['Asia/Calcutta', true],
	['UTC', true],
	['+04:00', false],
	['Mars/Olympus', false],
	['', false],
	[4, false],
])('zone %s: %s', (value, expected) => expect(isTimeZone(value)).toBe(expected));
