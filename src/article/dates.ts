/**
 * What a date is: how exact, of which day, at which moment. How it is told stands in date-words.ts.
 *
 * A date is never made more exact than it was given: a month `2015-06`, a day `2015-06-23`, or a
 * moment with its offset `2015-06-23T09:00:00-05:00` (ISO 8601; all three are valid in HTML's
 * `datetime`).
 */
import { buildClock } from '../address/environment.ts';
import { site } from '../site.ts';

const SHAPE =
	/^(\d{4})-(\d{2})(?:-(\d{2})(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d))?)?$/;

/** In ms, as a day of UTC is: there is no summer time. */
export const DAY = 86_400_000;

/** How exact a date is; `time` for a moment with its offset. */
export type Precision = 'month' | 'day' | 'time';

/**
 * How exact a date is; undefined for any other form, and for days that do not exist (30 February).
 */
export function precision(value: string): Precision | undefined {
	const [, year, month, day, hour] = SHAPE.exec(value) ?? [];
	if (!year || !month || +month < 1 || +month > 12) return undefined;
	if (!day) return 'month';
	const there = new Date(`${year}-${month}-${day}T00:00Z`);
	if (Number.isNaN(there.getTime()) || there.getUTCDate() !== +day) return undefined;
	return hour ? 'time' : 'day';
}

/**
 * Whether the day of a date is known. Machines read a month as its first day: for them it is left
 * out.
 */
export const hasDay = (date: string): boolean => precision(date) !== 'month';

const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

/** A formatter of dates. To make one takes a hundred times as long as to use it. */
export function formatter(
	locale: string,
	options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
	const key = JSON.stringify([locale, options]);
	const known = FORMATTERS.get(key) ?? new Intl.DateTimeFormat(locale, options);
	FORMATTERS.set(key, known);
	return known;
}

/** The calendar day of a date in a zone, as `YYYY-MM-DD`; a month stays `YYYY-MM`. */
export function localDate(value: string, timeZone: string): string {
	if (precision(value) !== 'time') return value;
	return formatter('en-CA-u-ca-gregory-nu-latn', { timeZone, dateStyle: 'short' }).format(
		new Date(value),
	);
}

/** The offset of a zone at a moment in ms since 1970: `-05:00`. */
function offsetAt(moment: number, timeZone: string): string {
	const parts = formatter('en', { timeZone, timeZoneName: 'longOffset' });
	// «GMT-05:00»; of UTC «GMT» alone.
	return /[+-]\d\d:\d\d/.exec(parts.format(moment))?.[0] ?? '+00:00';
}

/**
 * A clock time on a day in a zone as a moment with its offset: `2015-06-23T09:00:00-05:00`. A time
 * that the zone's clocks show twice is the first of both.
 */
export function momentAt(day: string, time: string, timeZone: string): string {
	const clock = Date.parse(`${day}T${time}Z`);
	const withOffset = (offset: string) => `${day}T${time}:00${offset}`;
	// Of the offsets before and after this day, take the one the zone has at the resulting moment.
	const [before = '', after = ''] = [clock - DAY, clock + DAY].map((moment) =>
		offsetAt(moment, timeZone),
	);
	const isTrue = (offset: string) => offsetAt(Date.parse(withOffset(offset)), timeZone) === offset;
	return withOffset(isTrue(before) || !isTrue(after) ? before : after);
}

/**
 * The moment a date begins, in ms since 1970: a day at its midnight in the zone, a month with its
 * first day. A midnight that a zone leaves out (summer time) is the first moment after it.
 */
export function momentOf(value: string, timeZone: string): number {
	if (precision(value) === 'time') return Date.parse(value);
	const asUtc = Date.parse(value);
	const offset = (moment: number) => {
		const [, sign, hours = 0, minutes = 0] =
			/(.)(\d+):(\d+)/.exec(offsetAt(moment, timeZone)) ?? [];
		return (sign === '-' ? -1 : 1) * (+hours * 60 + +minutes) * 60_000;
	};
	// Twice, because clocks may change between midnight in UTC and midnight in the zone.
	return asUtc - offset(asUtc - offset(asUtc));
}

/**
 * The clock of the build, in ms since 1970. `SOURCE_DATE_EPOCH` sets it, in seconds, for a build
 * that must come out the same again: https://reproducible-builds.org/docs/source-date-epoch/
 */
export function now(): number {
	return buildClock(process.env) ?? Date.now();
}

/**
 * When an article may be published, in ms since 1970: as its date begins in the newsroom's zone;
 * Infinity for a draft. Facts may be invalid: a date that cannot be read gives -Infinity.
 */
export function publicationOf(facts: unknown): number {
	const { draft, published } = Object(facts);
	if (draft === true) return Infinity;
	return precision(String(published)) ? momentOf(String(published), site.timeZone) : -Infinity;
}

/**
 * Whether `a` is before `b`. Of different precision, they are compared as far as the less exact one
 * goes.
 */
export function isBefore(a: string, b: string): boolean {
	if (precision(a) === 'time' && precision(b) === 'time') return Date.parse(a) < Date.parse(b);
	const known = Math.min(a.length, b.length, '2015-06-23'.length);
	return a.slice(0, known) < b.slice(0, known);
}

/** Whether two dates are one day, one month or one moment, of which the offsets may differ. */
export function isSame(a: string, b: string): boolean {
	return precision(a) === precision(b) && Date.parse(a) === Date.parse(b);
}

/** A moment in ms since 1970 as a date in UTC, to the second: `2015-06-23T14:00:00Z`. */
export const dateOf = (moment: number): string =>
	new Date(moment).toISOString().replace(/\.\d+/, '');

/** The day after a day, as `YYYY-MM-DD`. */
export const dayAfter = (day: string): string => dateOf(Date.parse(day) + DAY).slice(0, 10);

/** All days from the first to the last, both included, as `YYYY-MM-DD`. */
export function days(first: string, last: string): string[] {
	const all: string[] = [];
	for (let day = first; day <= last; day = dayAfter(day)) all.push(day);
	return all;
}

/**
 * The first and the last day of an event, `YYYY-MM-DD`, in its own zone; a month stays `YYYY-MM`.
 * An end at midnight belongs to the day before.
 */
export function eventDays({
	starts,
	ends = starts,
	timeZone,
}: {
	starts: string;
	ends?: string | undefined;
	timeZone: string;
}): { first: string; last: string } {
	const first = localDate(starts, timeZone);
	const last =
		precision(ends) === 'time' ? localDate(dateOf(Date.parse(ends) - 1000), timeZone) : ends;
	return { first, last: isBefore(last, first) ? first : last };
}
