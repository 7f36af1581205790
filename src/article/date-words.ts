/**
 * How dates are told: in the names of months, the calendar and the digits of the publisher's
 * country.
 */
import { site } from '../site.ts';
import { strings } from '../strings.ts';
import { formatter, hasDay, localDate, precision } from './dates.ts';

/**
 * The country decides the names of months. Calendar and digits are always named: the default
 * calendar of ar-SA is Islamic, and defaults differ between versions of CLDR.
 */
const locale = (calendar: 'gregory' | 'islamic-umalqura') =>
	`ar-${site.months}-u-ca-${calendar}-nu-${site.digits}`;

function format(value: string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
	const zone = precision(value) === 'time' ? timeZone : 'UTC';
	return formatter(locale('gregory'), { ...options, timeZone: zone }).format(new Date(value));
}

/**
 * «يونيو 2015», «23 يونيو 2015» or «23 يونيو 2015، 9:00 ص», as exact as the date is. A moment is
 * converted to `timeZone`.
 */
export function formatDate(value: string, timeZone: string): string {
	const known = precision(value);
	if (known === 'month') return format(value, timeZone, { year: 'numeric', month: 'long' });
	const day = format(value, timeZone, { year: 'numeric', month: 'long', day: 'numeric' });
	return known === 'time' ? `${day}، ${clockOf(value, timeZone)}` : day;
}

/**
 * «6 رمضان 1436 هـ»: the day of a date in the Umm al-Qura calendar; a moment is converted to
 * `timeZone`. Undefined for a month, which overlaps two Hijri months, and outside the calendar's
 * tables (1300 to 1600 AH).
 */
export function formatHijri(value: string, timeZone: string): string | undefined {
	const day = localDate(value, timeZone);
	if (precision(day) !== 'day' || day < '1882-11-12' || day > '2174-11-25') return undefined;
	const words = formatter(locale('islamic-umalqura'), {
		year: 'numeric',
		month: 'long',
		day: 'numeric',
		timeZone: 'UTC',
	}).format(new Date(day));
	// After its day the month is in the genitive; CLDR has one form for both.
	return words.replace(' ذو ', ' ذي ').replace(' هـ', '\u00A0هـ');
}

/** «12:00 ص»: a time of day that stands beside its date. */
export const clockOf = (value: string, timeZone: string) =>
	format(value, timeZone, { hour: 'numeric', minute: '2-digit' });

/**
 * «9:00 ص»; midnight is «منتصف الليل», since «12:00 ص» reads as noon. Not for a time beside its
 * date: there «منتصف الليل» could mean either end of the day.
 */
export function formatTime(value: string, timeZone: string): string {
	const time = clockOf(value, timeZone);
	return time === clockOf('2000-01-01T00:00Z', 'UTC') ? strings.midnight : time;
}

/** «10:00 ص»: a time of day, `10:00`. */
export const formatClock = (time: string): string => formatTime(`2000-01-01T${time}Z`, 'UTC');

/** Places that CLDR calls in another way than Arabic newspapers do: «هيبرون (مدينة الخليل)». */
const PLACES: Readonly<Record<string, string>> = {
	'Asia/Hebron': 'الخليل',
	'Asia/Jerusalem': 'القدس',
	'Asia/Hong_Kong': 'هونغ كونغ',
};

/** The place that names a zone's time: «الأردن», «نيويورك». */
export function zonePlace(timeZone: string, moment: string): string {
	const place = PLACES[timeZone];
	if (place) return place;
	const parts = formatter(locale('gregory'), {
		timeZone,
		timeZoneName: 'shortGeneric',
	}).formatToParts(new Date(moment));
	const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
	// UTC is «غرينتش+0» there.
	return name.replace(/^(?:ال)?توقيت /, '').replace(/[+-][0٠]+$/, '');
}

/** «يونيو» */
export function formatMonth(day: string): string {
	return format(day, 'UTC', { month: 'long' });
}

/** «الجمعة» */
export function weekday(day: string): string {
	return format(day, 'UTC', { weekday: 'long' });
}

/** «26 يونيو» */
export function dayAndMonth(day: string): string {
	return format(day, 'UTC', { day: 'numeric', month: 'long' });
}

/** «23 يونيو» of a yearly day given as `MM-DD`. */
export function yearlyDay(monthDay: string): string {
	return dayAndMonth(`2000-${monthDay}`);
}

/**
 * The two ends of a span of days. The first leaves out what the second repeats: «23» and «26 يونيو
 * 2015», «30 يونيو» and «2 يوليو 2015», «30 ديسمبر 2015» and «2 يناير 2016». `spaced`: the dash
 * needs spaces, because an end has several words. One day gives one end, and so does one month.
 */
export function span(
	first: string,
	last: string,
): { ends: { day: string; text: string }[]; spaced: boolean } {
	const end = { day: last, text: formatDate(last, 'UTC') };
	if (first === last) return { ends: [end], spaced: false };
	const options: Intl.DateTimeFormatOptions = {
		...(hasDay(first) && { day: 'numeric' }),
		...(first.slice(0, 7) !== last.slice(0, 7) && { month: 'long' }),
		...(first.slice(0, 4) !== last.slice(0, 4) && { year: 'numeric' }),
	};
	return {
		ends: [{ day: first, text: format(first, 'UTC', options) }, end],
		spaced: options.month !== undefined,
	};
}

/** The span in words: «23–26 يونيو 2015», «30 يونيو – 2 يوليو 2015». */
export function spanText(first: string, last: string): string {
	const { ends, spaced } = span(first, last);
	return ends.map(({ text }) => text).join(spaced ? ' – ' : '–');
}
