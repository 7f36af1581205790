/**
 * What is odd in the times of an event and in the programme of a forum, though each fact of it is
 * right.
 */
import { formatter, momentAt, precision } from '../article/dates.ts';
import { isTimeZone } from '../fields.ts';

interface Held {
	path: readonly PropertyKey[];
	title: string;
	room: string;
	starts: string;
	ends: string;
}

/**
 * Sessions that overlap in one room, each with the one that it disturbs. The facts may be wrong.
 */
export function roomClashes(data: unknown): { path: readonly PropertyKey[]; message: string }[] {
	return listOf(Object(Object(data).forum).programme).flatMap((day, dayIndex) => {
		const held = listOf(day.sessions).flatMap(
			({ title, room, starts, ends = starts }, index): Held[] => {
				const path = ['forum', 'programme', dayIndex, 'sessions', index, 'room'];
				const isText = (value: unknown) => typeof value === 'string';
				return isText(title) && isText(room) && isText(starts) && isText(ends)
					? [{ path, title, room, starts, ends: ends < starts ? '24:00' : ends }]
					: [];
			},
		);
		return held.flatMap((one, index) =>
			held
				.slice(0, index)
				.filter(({ room, ...other }) => room.trim() === one.room.trim() && overlap(one, other))
				.map((other) => ({
					path: one.path,
					message: `الجلستان «${other.title}» و«${one.title}» في وقت واحد وفي قاعة واحدة. صحّح الوقت أو القاعة.`,
				})),
		);
	});
}

/** Times as `HH:MM`, until midnight. A session without an end takes its room at its start alone. */
const overlap = (a: Pick<Held, 'starts' | 'ends'>, b: Pick<Held, 'starts' | 'ends'>) =>
	a.starts === b.starts || (a.starts < b.ends && b.starts < a.ends);

const listOf = (value: unknown): Record<string, unknown>[] =>
	Array.isArray(value) ? value.map(Object) : [];

/**
 * Event times whose offset is not the zone's on that day, as after a change to summer time.
 * `Z` is left: it is meant.
 */
export function oddOffsets(data: unknown): { path: readonly PropertyKey[]; message: string }[] {
	const { starts, ends, was, timeZone } = Object(Object(data).event);
	if (!isTimeZone(timeZone)) return [];
	const times: [path: readonly PropertyKey[], time: unknown][] = [
		[['event', 'starts'], starts],
		[['event', 'ends'], ends],
		[['event', 'was', 'starts'], Object(was).starts],
		[['event', 'was', 'ends'], Object(was).ends],
	];
	return times.flatMap(([path, time]) => {
		const [, day = '', clock = '', offset] =
			/^(.{10})T(\d\d:\d\d).*([+-]\d\d:\d\d)$/.exec(String(time)) ?? [];
		if (precision(String(time)) !== 'time' || !offset) return [];
		const shown = formatter('en-GB', { timeZone, timeStyle: 'short' });
		if (shown.format(Date.parse(String(time))) === clock) return [];
		const meant = momentAt(day, clock, timeZone);
		const isShown = shown.format(Date.parse(meant)) === clock;
		return [
			{
				path,
				message: isShown
					? `الإزاحة ${offset} ليست إزاحة ${timeZone} في ذلك اليوم، فيقرأ الناس ساعة أخرى. إن كانت الساعة ${clock} بتوقيت الحدث فاكتب ${meant}`
					: `الساعة ${clock} لا وجود لها في ${timeZone} ذلك اليوم، ففيه تُقدَّم الساعة. صحّحها.`,
			},
		];
	});
}

/**
 * An event whose hours are told in a zone that none of its places has, as where the frontmatter of
 * another was copied.
 */
export function oddZone(data: unknown): { path: readonly PropertyKey[]; message: string }[] {
	const { event, forum } = Object(data);
	const { starts, timeZone, mode, venue, venues } = Object(event);
	const hasHours =
		precision(String(starts)) === 'time' ||
		listOf(Object(forum).programme).some(({ sessions }) => listOf(sessions).length > 0);
	if (!hasHours || mode === 'online' || !isTimeZone(timeZone)) return [];
	const countries = [venue, ...listOf(venues)].flatMap((place) => {
		const { countryCode } = Object(place);
		return typeof countryCode === 'string' && /^[A-Z]{2}$/.test(countryCode) ? [countryCode] : [];
	});
	const zones = countries.map(
		(region) => new Intl.Locale('und', { region }).getTimeZones?.() ?? [],
	);
	const time = Date.parse(String(starts));
	if (zones.length === 0 || zones.some((some) => some.length === 0) || Number.isNaN(time))
		return [];
	const clock = (zone: string) =>
		formatter('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(time);
	if (zones.flat().some((zone) => clock(zone) === clock(timeZone))) return [];
	const [meant, ...others] = new Set(zones.flat());
	return [
		{
			path: ['event', 'timeZone'],
			message: `ساعة ${timeZone} غير ساعة مكان الحدث (${[...new Set(countries)].join('، ')}) يومئذ، فيقرأ الناس ساعة أخرى. ${others.length > 0 ? 'اكتب منطقة مدينته' : `اكتب ${meant}`}، أو صحّح countryCode.`,
		},
	];
}
