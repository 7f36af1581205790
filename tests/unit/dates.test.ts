import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
	days,
	eventDays,
	isBefore,
	localDate,
	momentAt,
	momentOf,
	now,
	precision,
	publicationOf,
} from '../../src/article/dates.ts';
import { isTimeZone } from '../../src/fields.ts';
import { publish } from '../facts.ts';

beforeEach(() => publish({ country: 'AE' }));

describe('momentOf', () => {
	test.each([
		['a day in a zone east of Greenwich', '2026-11-25', 'Asia/Amman', '2026-11-24T21:00:00.000Z'],
		['a day west of it', '2026-01-25', 'America/Lima', '2026-01-25T05:00:00.000Z'],
		['a zone of half an hour', '2026-11-25', 'Asia/Kolkata', '2026-11-24T18:30:00.000Z'],
		[
			'the day on which clocks go forward',
			'2026-03-08',
			'America/New_York',
			'2026-03-08T05:00:00.000Z',
		],
		['the day on which they go back', '2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
		['a midnight that clocks leave out', '2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
		['a month', '2026-11', 'Africa/Tunis', '2026-10-31T23:00:00.000Z'],
		['a moment', '2026-11-25T09:00:00+03:00', 'Africa/Tunis', '2026-11-25T06:00:00.000Z'],
	])('%s: %s in %s', (_case, date, zone, moment) =>
		expect(new Date(momentOf(date, zone)).toISOString()).toBe(moment),
	);
});

describe('publicationOf', () => {
	test.each([
		['a day begins where the newsroom is', { published: '2026-11-25' }, Date.UTC(2026, 10, 24, 20)],
		['a draft never is', { published: '2020-01-01', draft: true }, Infinity],
		['no date', {}, -Infinity],
		['no facts', undefined, -Infinity],
	])('%s', (_case, facts, moment) => expect(publicationOf(facts)).toBe(moment));
});

test('the clock of the build can be set', () => {
	vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
	expect(now()).toBe(1_700_000_000_000);
	vi.stubEnv('SOURCE_DATE_EPOCH', undefined);
	expect(now()).toBeGreaterThan(Date.UTC(2026, 0));
	vi.unstubAllEnvs();
});

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

test('days are listed across the end of a month and of a leap February', () => {
	expect(days('2024-05-30', '2024-06-02')).toEqual([
		'2024-05-30',
		'2024-05-31',
		'2024-06-01',
		'2024-06-02',
	]);
	expect(days('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
	expect(days('2024-05-14', '2024-05-14')).toEqual(['2024-05-14']);
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

describe('a clock time on a day is a moment with the offset of its zone', () => {
	test.each([
		['2024-05-14', '09:00', 'Africa/Tunis', '2024-05-14T09:00:00+01:00'],
		['2024-05-14', '00:00', 'America/Lima', '2024-05-14T00:00:00-05:00'],
		['2024-05-14', '23:45', 'Asia/Kathmandu', '2024-05-14T23:45:00+05:45'],
		['2024-05-14', '12:00', 'UTC', '2024-05-14T12:00:00+00:00'],
		['2024-11-27', '08:30', 'Pacific/Apia', '2024-11-27T08:30:00+13:00'],
		// In Paris the clocks go forward at 2:00 on this day, and back at 3:00 on the second one.
		['2024-03-31', '01:59', 'Europe/Paris', '2024-03-31T01:59:00+01:00'],
		['2024-03-31', '03:00', 'Europe/Paris', '2024-03-31T03:00:00+02:00'],
		['2024-10-27', '01:00', 'Europe/Paris', '2024-10-27T01:00:00+02:00'],
		['2024-10-27', '02:30', 'Europe/Paris', '2024-10-27T02:30:00+02:00'],
		['2024-10-27', '03:00', 'Europe/Paris', '2024-10-27T03:00:00+01:00'],
		// No clock shows this one.
		['2024-03-31', '02:30', 'Europe/Paris', '2024-03-31T02:30:00+01:00'],
	])('%s %s in %s: %s', (day, time, zone, expected) =>
		expect(momentAt(day, time, zone)).toBe(expected),
	);
});
