import { describe, expect, test } from 'vitest';
import {
	days,
	eventDays,
	formatDate,
	isBefore,
	isTimeZone,
	localDate,
	precision,
	span,
	weekday,
	yearlyDay,
} from '../../src/article/dates.ts';

/** What the newspaper of the unit tests calls its months. */
const JANUARY = 'يناير';
const FEBRUARY = 'فبراير';
const MAY = 'مايو';
const JUNE = 'يونيو';
const DECEMBER = 'ديسمبر';

describe('precision', () => {
	test.each([
		['2024-05', 'month'],
		['2024-05-14', 'day'],
		['2024-02-29', 'day'],
		['2024-05-14T09:00:00-05:00', 'time'],
		['2024-05-14T09:00Z', 'time'],
		['2024-05-14T09:00:00+14:00', 'time'],
		['2024-05-14T09:00:00+15:00', undefined],
		['2024-05-14T09:60:00Z', undefined],
		['2024-05-14T09:00:60Z', undefined],
		['2024', undefined],
		['2024-13', undefined],
		['2024-00', undefined],
		['2023-02-29', undefined],
		['2024-04-31', undefined],
		['2024-5-3', undefined],
		['2024-05-14T09:00:00', undefined],
		['2024-05-14T25:00:00Z', undefined],
		['2024-05-14 09:00', undefined],
		['14/05/2024', undefined],
		['', undefined],
	])('%s is %s', (value, expected) => expect(precision(value)).toBe(expected));
});

describe('a date is told as exactly as it is known, in Western digits and Gregorian months', () => {
	test.each([
		['2024-05', 'Asia/Dubai', `${MAY} 2024`],
		['2024-01', 'America/Los_Angeles', `${JANUARY} 2024`],
		['2024-05-14', 'Asia/Dubai', `14 ${MAY} 2024`],
		['2024-05-01', 'America/Los_Angeles', `1 ${MAY} 2024`],
		['2024-12-31', 'Pacific/Kiritimati', `31 ${DECEMBER} 2024`],
		['2024-05-14T09:05:00-05:00', 'America/Lima', `14 ${MAY} 2024، 9:05 ص`],
		['2024-05-14T22:00:00-05:00', 'Asia/Dubai', `15 ${MAY} 2024، 7:00 ص`],
	])('%s in %s', (value, zone, expected) => expect(formatDate(value, zone)).toBe(expected));

	test('nothing in it is invisible', () => {
		expect(formatDate('2024-05-14T22:00:00-05:00', 'Asia/Dubai')).not.toMatch(/\p{Cf}/u);
	});
});

describe('the days of an event, in its own zone', () => {
	test.each([
		['days', '2024-05-14', '2024-05-17', '2024-05-14', '2024-05-17'],
		['one day', '2024-05-14', undefined, '2024-05-14', '2024-05-14'],
		['a moment', '2024-05-14T22:00:00-05:00', undefined, '2024-05-14', '2024-05-14'],
		[
			'a moment at midnight',
			'2024-05-14T00:00:00-05:00',
			'2024-05-14T00:00:00-05:00',
			'2024-05-14',
			'2024-05-14',
		],
		[
			'an evening that ends at midnight',
			'2024-05-14T18:00:00-05:00',
			'2024-05-15T00:00:00-05:00',
			'2024-05-14',
			'2024-05-14',
		],
		[
			'an evening that ends after it',
			'2024-05-14T18:00:00-05:00',
			'2024-05-15T00:30:00-05:00',
			'2024-05-14',
			'2024-05-15',
		],
		[
			'an evening that ends a minute after midnight',
			'2024-05-14T18:00:00-05:00',
			'2024-05-15T00:01:00-05:00',
			'2024-05-14',
			'2024-05-15',
		],
		[
			'times told in another zone',
			'2024-12-31T23:00:00Z',
			'2025-01-01T05:00:00Z',
			'2024-12-31',
			'2024-12-31',
		],
	])('%s', (_name, starts, ends, first, last) =>
		expect(eventDays({ starts, ends, timeZone: 'America/Lima' })).toEqual({ first, last }),
	);
});

describe('a span of days', () => {
	const told = (first: string, last: string) => {
		const { ends, spaced } = span(first, last);
		return ends.map(({ text }) => text).join(spaced ? ' – ' : '–');
	};
	test.each([
		['2024-05-14', '2024-05-17', `14–17 ${MAY} 2024`],
		['2024-05-31', '2024-06-02', `31 ${MAY} – 2 ${JUNE} 2024`],
		['2024-12-30', '2025-01-02', `30 ${DECEMBER} 2024 – 2 ${JANUARY} 2025`],
		['2024-05-14', '2024-05-14', `14 ${MAY} 2024`],
		['2023-05-14', '2024-05-17', `14 ${MAY} 2023 – 17 ${MAY} 2024`],
	])('%s to %s', (first, last, expected) => expect(told(first, last)).toBe(expected));

	test('lists its days across the end of a month and of a leap February', () => {
		expect(days('2024-05-30', '2024-06-02')).toEqual([
			'2024-05-30',
			'2024-05-31',
			'2024-06-01',
			'2024-06-02',
		]);
		expect(days('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
		expect(days('2024-05-14', '2024-05-14')).toEqual(['2024-05-14']);
	});
});

test('days have their names', () => {
	expect(weekday('2024-05-14')).toBe('الثلاثاء');
	expect(weekday('2024-05-17')).toBe('الجمعة');
	expect(yearlyDay('05-14')).toBe(`14 ${MAY}`);
	expect(yearlyDay('02-29')).toBe(`29 ${FEBRUARY}`);
});

describe('the calendar day depends on the zone of the event, not of the machine', () => {
	test.each([
		['2024-05-14T23:30:00-05:00', 'America/Lima', '2024-05-14'],
		['2024-05-14T23:30:00-05:00', 'Asia/Dubai', '2024-05-15'],
		['2024-05-14', 'Asia/Dubai', '2024-05-14'],
		['2024-05', 'Asia/Dubai', '2024-05'],
	])('%s in %s', (value, zone, expected) => expect(localDate(value, zone)).toBe(expected));
});

describe('before', () => {
	test.each([
		['2024-04', '2024-05', true],
		['2024-05', '2024-05-14', false],
		['2024-05-14', '2024-05', false],
		['2024-05-13', '2024-05-14', true],
		['2024-05-14', '2024-05-14', false],
		['2024-05-14T01:00:00+04:00', '2024-05-13T22:00:00Z', true],
		['2024-05-14T01:00:00-05:00', '2024-05-14T02:00:00+04:00', false],
	])('%s before %s: %s', (a, b, expected) => expect(isBefore(a, b)).toBe(expected));
});

test.each([
	['America/Lima', true],
	['Asia/Calcutta', true],
	['UTC', true],
	['+04:00', false],
	['Mars/Olympus', false],
	['', false],
	[4, false],
])('zone %s: %s', (value, expected) => expect(isTimeZone(value)).toBe(expected));
