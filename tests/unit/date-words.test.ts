import { beforeEach, describe, expect, test } from 'vitest';
import {
	dayAndMonth,
	formatDate,
	formatHijri,
	formatMonth,
	formatTime,
	span,
	weekday,
	yearlyDay,
} from '../../src/article/date-words.ts';
import { formatMoney } from '../../src/article/money.ts';
import { formatKilometers } from '../../src/pictures/map.ts';
import { counted, formatNumber, inDigits } from '../../src/publisher/numbers.ts';
import { strings } from '../../src/strings.ts';
import { publish } from '../facts.ts';

beforeEach(() => publish({ country: 'AE' }));

/** What the newspaper of the unit tests calls its months. */
const JANUARY = 'يناير';
const FEBRUARY = 'فبراير';
const MAY = 'مايو';
const JUNE = 'يونيو';
const DECEMBER = 'ديسمبر';

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
});

test('days have their names', () => {
	expect(weekday('2024-05-14')).toBe('الثلاثاء');
	expect(weekday('2024-05-17')).toBe('الجمعة');
	expect(yearlyDay('05-14')).toBe(`14 ${MAY}`);
	expect(yearlyDay('02-29')).toBe(`29 ${FEBRUARY}`);
});

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
		['2015-06-18', 'AE', '1 رمضان 1436\u00A0هـ'],
		['2015-06-23', 'SA', '٦ رمضان ١٤٣٦\u00A0هـ'],
		['2024-07-07', 'MA', '1 محرم 1446\u00A0هـ'],
		['2015-06-23T22:00:00+04:00', 'AE', '6 رمضان 1436\u00A0هـ'],
		['2015-06-23T21:30:00Z', 'AE', '7 رمضان 1436\u00A0هـ'],
		['1882-11-12', 'AE', '1 محرم 1300\u00A0هـ'],
		['2174-11-25', 'AE', '30 ذي الحجة 1600\u00A0هـ'],
		['2024-06-01', 'AE', '24 ذي القعدة 1445\u00A0هـ'],
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
