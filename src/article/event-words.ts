/**
 * What is said of an event wherever it is told: on the page, on cards, in the feed, in calendars.
 */
import { counted } from '../publisher/numbers.ts';
import { site } from '../site.ts';
import { strings } from '../strings.ts';
import { listed } from './conjunction.ts';
import { formatDate, spanText, zonePlace } from './date-words.ts';
import { eventDays, isSame, precision } from './dates.ts';
import type { Venue } from './event.ts';
import { allWomen } from './person.ts';
import type { EventData } from './schema.ts';

type Whereabouts = Pick<EventData, 'mode' | 'venue' | 'venues'>;
type Standing = Whereabouts & Pick<EventData, 'status' | 'was' | 'starts' | 'ends' | 'timeZone'>;

/** The places of an event; none if it is online only. */
export const venuesOf = ({ venue, venues }: Pick<EventData, 'venue' | 'venues'>): Venue[] =>
	venues ?? (venue ? [venue] : []);

/** The cities of an event, each once. */
export const citiesOf = (event: Pick<EventData, 'venue' | 'venues'>): string[] => [
	...new Set(venuesOf(event).map(({ city }) => city)),
];

/** Where an event is, in full and short: «عمّان، الأردن», «عمّان وإربد», «عبر الإنترنت». */
export function whereabouts(event: Whereabouts): [string, string] {
	const [first, ...others] = venuesOf(event);
	if (!first) return [strings.online, strings.online];
	const cities = listed(citiesOf(event));
	const place = others.length > 0 ? cities : `${first.city}، ${first.country}`;
	const online = (words: string) => (event.mode === 'mixed' ? strings.andOnline(words) : words);
	return [online(place), online(cities)];
}

/**
 * The place that its times are named after: its city, or that of its zone if it has several cities
 * or none.
 */
export function clockPlace(
	event: Pick<EventData, 'venue' | 'venues' | 'timeZone' | 'starts'>,
): string {
	const [city, second] = citiesOf(event);
	return city && !second ? city : zonePlace(event.timeZone, event.starts);
}

/** Whether an event was postponed without a new date: `starts` and `ends` are the old ones. */
const isDateOpen = ({ status, was, starts }: Standing): boolean =>
	status === 'postponed' && (was?.starts === undefined || isSame(was.starts, starts));

/** Whether the dates stand: neither cancelled nor postponed without a new date. */
export const datesStand = (event: Standing): boolean =>
	event.status !== 'cancelled' && !isDateOpen(event);

/** Whether the dates of an event are not those that were announced. */
export const isRescheduled = ({ status, was, starts }: Standing): boolean =>
	(status === 'postponed' || status === 'moved') &&
	was?.starts !== undefined &&
	!isSame(was.starts, starts);

/** «23–26 يونيو 2015»; of one day with a time: «23 يونيو 2015، 9:00 ص». */
function dates(event: Pick<Standing, 'starts' | 'ends' | 'timeZone'>): string {
	const { first, last } = eventDays(event);
	return hasHour(event) ? formatDate(event.starts, event.timeZone) : spanText(first, last);
}

/** Whether an event is of one day, with its time. */
function hasHour(event: Pick<Standing, 'starts' | 'ends' | 'timeZone'>): boolean {
	const { first, last } = eventDays(event);
	return first === last && precision(event.starts) === 'time';
}

/** «، بتوقيت نيويورك», if the newsroom's clocks show another time; else empty. */
function elsewhere(event: Standing): string {
	const { starts, timeZone } = event;
	return hasHour(event) && formatDate(starts, timeZone) !== formatDate(starts, site.timeZone)
		? `، ${strings.timeOf(clockPlace(event))}`
		: '';
}

/**
 * What became of an event: `label` in three words, `sentences` in full. Undefined where it
 * is as it was announced.
 */
export function statusOf(event: Standing): { label: string; sentences: string } | undefined {
	const { status, was, mode, timeZone } = event;
	if (!status || status === 'scheduled') return undefined;
	const before = was?.starts && dates({ starts: was.starts, ends: was.ends, timeZone });
	const rescheduled = isRescheduled(event);
	const moved =
		was?.venue && mode === 'online'
			? strings.movedOnline
			: was?.venue && rescheduled
				? strings.movedBoth
				: was?.venue
					? strings.movedVenue
					: strings.movedDate;
	const zone = elsewhere(event);
	const sentences = [
		status === 'cancelled' && strings.wasDate(dates(event) + zone),
		isDateOpen(event) && strings.wasDateOpen((before || dates(event)) + zone),
		rescheduled && before && strings.wasDateNow(before, dates(event) + zone),
		was?.venue && strings.wasVenue(was.venue),
	];
	return {
		label: { cancelled: strings.cancelled, postponed: strings.postponed, moved }[status],
		sentences: sentences.filter(Boolean).join(' '),
	};
}

/** «يمثّل وزارة الثقافة», «ممثّلات الأردن», or the delegation's own name. */
export function delegationLabel({
	of,
	title,
	members,
}: NonNullable<EventData['delegation']>): string {
	const forms = allWomen(members) ? strings.representsWomen : strings.represents;
	return title ?? `${counted(members.length, forms)} ${of}`;
}
