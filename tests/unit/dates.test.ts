import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
	dayAndMonth,
	days,
	eventDays,
	formatDate,
	formatHijri,
	formatMonth,
	formatTime,
	isBefore,
	localDate,
	momentAt,
	momentOf,
	now,
	precision,
	publicationOf,
	span,
	weekday,
	yearlyDay,
} from '../../src/article/dates.ts';
import { formatMoney } from '../../src/article/money.ts';
import { counted } from '../../src/article/plural.ts';
import { isTimeZone } from '../../src/fields.ts';
import { formatKilometers } from '../../src/pictures/map.ts';
import { formatNumber, inDigits } from '../../src/publisher/numbers.ts';
import { strings } from '../../src/strings.ts';
import { publish } from '../facts.ts';

beforeEach(() => publish({ country: 'AE' }));

/** What the newspaper of the unit tests calls its months. */
const JANUARY = 'يناير';
const FEBRUARY = 'فبراير';
const MAY = 'مايو';
const JUNE = 'يونيو';
const DECEMBER = 'ديسمبر';

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
		['2024-05', '2024-05', `${MAY} 2024`],
		['2024-05', '2024-06', `${MAY} – ${JUNE} 2024`],
		['2024-12', '2025-01', `${DECEMBER} 2024 – ${JANUARY} 2025`],
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

describe('dates and numbers follow the country of the site', () => {
	test.each([
		['OM', '٢٣ يونيو ٢٠١٥', '٩:٠٥ م', 'أغسطس', '٣ دقائق', '١٤٬٠٠٠ كيلومتر'],
		['SA', '٢٣ يونيو ٢٠١٥', '٩:٠٥ م', 'أغسطس', '٣ دقائق', '١٤٬٠٠٠ كيلومتر'],
		['EG', '٢٣ يونيو ٢٠١٥', '٩:٠٥ م', 'أغسطس', '٣ دقائق', '١٤٬٠٠٠ كيلومتر'],
		['SY', '٢٣ حزيران ٢٠١٥', '٩:٠٥ م', 'آب', '٣ دقائق', '١٤٬٠٠٠ كيلومتر'],
		['JO', '٢٣ حزيران ٢٠١٥', '٩:٠٥ م', 'آب', '٣ دقائق', '١٤٬٠٠٠ كيلومتر'],
		['IQ', '٢٣ حزيران ٢٠١٥', '٩:٠٥ م', 'آب', '٣ دقائق', '١٤٬٠٠٠ كيلومتر'],
		['MA', '23 يونيو 2015', '21:05', 'غشت', '3 دقائق', '14.000 كيلومتر'],
		['DZ', '23 جوان 2015', '9:05 م', 'أوت', '3 دقائق', '14.000 كيلومتر'],
		['TN', '23 جوان 2015', '9:05 م', 'أوت', '3 دقائق', '14.000 كيلومتر'],
		['AE', '23 يونيو 2015', '9:05 م', 'أغسطس', '3 دقائق', '14,000 كيلومتر'],
	])('of %s', (country, day, time, august, minutes, way) => {
		publish({ country });
		expect(formatDate('2015-06-23', 'UTC')).toBe(day);
		expect(formatTime('2015-06-23T21:05Z', 'UTC')).toBe(time);
		expect(formatMonth('2015-08-01')).toBe(august);
		expect(counted(3, strings.minutes)).toBe(minutes);
		expect(formatKilometers(14_000)).toBe(way);
	});

	test('digits may be others', () => {
		publish({ country: 'OM', digits: 'latn' });
		expect(formatDate('2015-06-23T21:05Z', 'UTC')).toBe('23 يونيو 2015، 9:05 م');
		expect(formatKilometers(14_000)).toBe('14,000 كيلومتر');
		publish({ country: 'MA', digits: 'arab' });
		expect(formatDate('2015-06-23T21:05Z', 'UTC')).toBe('٢٣ يونيو ٢٠١٥، ٢١:٠٥');
	});

	test('months may be those of another country', () => {
		publish({ country: 'AE', months: 'SY' });
		expect(dayAndMonth('2015-06-23')).toBe('23 حزيران');
		expect(dayAndMonth('2015-07-23')).toBe('23 تموز');
	});

	test('nothing in them is invisible', () => {
		publish({ country: 'SY', hijri: true });
		expect(formatDate('2015-06-23T22:00:00-05:00', 'Asia/Damascus')).not.toMatch(/\p{Cf}/u);
		expect(formatHijri('2015-06-23', 'Asia/Damascus')).not.toMatch(/\p{Cf}/u);
	});

	test('numbers are grouped and told in the digits of the site', () => {
		expect([formatNumber(7), formatNumber(12_345)]).toEqual(['7', '12,345']);
		expect(inDigits('1-2')).toBe('1-2');
		publish({ country: 'EG' });
		expect([formatNumber(7), formatNumber(12_345)]).toEqual(['٧', '١٢٬٣٤٥']);
		expect(inDigits('العودة إلى 10-29')).toBe('العودة إلى ١٠-٢٩');
	});
});

describe('the Hijri day, in the calendar of Umm al-Qura', () => {
	test.each([
		['2015-06-18', 'AE', '1 رمضان 1436 هـ'],
		['2015-06-23', 'SA', '٦ رمضان ١٤٣٦ هـ'],
		['2024-07-07', 'MA', '1 محرم 1446 هـ'],
		['2015-06-23T22:00:00+04:00', 'AE', '6 رمضان 1436 هـ'],
		['2015-06-23T21:30:00Z', 'AE', '7 رمضان 1436 هـ'],
		['1882-11-12', 'AE', '1 محرم 1300 هـ'],
		['2174-11-25', 'AE', '30 ذو الحجة 1600 هـ'],
	])('of %s in %s is %s', (value, country, expected) => {
		publish({ country });
		expect(formatHijri(value, 'Asia/Dubai')).toBe(expected);
	});

	test.each([
		['a month, which lies in two of its months', '2015-06'],
		['a day before its tables begin', '1882-11-11'],
		['a day after they end', '2174-11-26'],
	])('is not told of %s', (_what, value) =>
		expect(formatHijri(value, 'Asia/Dubai')).toBeUndefined(),
	);
});

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

describe('a sum of money is told in words and in the digits of the site', () => {
	test.each([
		['JO', 'latn', 10_000, 'JOD', '10,000\u00A0دينار أردني'],
		['EG', 'arab', 250_000, 'EGP', '٢٥٠٬٠٠٠\u00A0جنيه مصري'],
		['MA', 'latn', 1_500_000, 'MAD', '1.500.000\u00A0درهم مغربي'],
		['JO', 'latn', 8_000.5, 'USD', '8,000.50\u00A0دولار أمريكي'],
		['JO', 'latn', 100, 'EUR', '100\u00A0يورو'],
	] as const)('in %s (%s) %d %s is %s', (country, digits, amount, currency, expected) => {
		publish({ country, digits });
		expect(formatMoney({ amount, currency })).toBe(expected);
	});
});
