/**
 * An event as a calendar file: RFC 5545, https://www.rfc-editor.org/rfc/rfc5545 (the sections are
 * named below).
 */
import { createHash } from 'node:crypto';
import { dayAfter, hasDay, momentOf, precision } from '../article/dates.ts';
import { datesStand, statusOf, venuesOf } from '../article/event-words.ts';
import { called } from '../article/person.ts';
import { daysOf, type Programme, sessionsOf } from '../article/programme.ts';
import type { ArticleData, EventData } from '../article/schema.ts';
import { rightToLeft } from '../article/text.ts';
import { site } from '../site.ts';
import { quoted, strings } from '../strings.ts';

type Dated = Pick<ArticleData, 'published' | 'updated'> & {
	/** Absolute address at which the article was first published, where it is another one now. */
	first?: string | undefined;
};

/**
 * A VCALENDAR with the one event, its lines ended by CRLF. It depends on what is given alone, never
 * on the clock.
 * @param permalink Absolute address of the article; the UID is made of the host and path of its
 * first one, so that it never changes.
 */
export function calendar(event: EventData, permalink: string, article: Dated): string {
	const status = statusOf(event);
	const [venue, second] = venuesOf(event);
	const arabic = `;LANGUAGE=${site.language}:`;
	return calendarFile(permalink, [
		'BEGIN:VEVENT',
		`UID:${uid(article.first ?? permalink)}`,
		`DTSTAMP:${stamp(article, event)}`,
		...times(event),
		// Many calendars show no STATUS: the name says it, too.
		`SUMMARY${arabic}${text(rightToLeft(status ? `${status.label}: ${event.name}` : event.name))}`,
		`DESCRIPTION${arabic}${text(described(event).map(rightToLeft).concat(permalink).join('\n'))}`,
		`LOCATION${arabic}${text(rightToLeft(located(event)))}`,
		...(venue?.latitude === undefined || second
			? []
			: [`GEO:${venue.latitude};${venue.longitude}`]),
		...standing(event, article),
		`URL:${permalink}`,
		'TRANSP:TRANSPARENT', // news of an event takes nobody's time (§3.8.2.7)
		'END:VEVENT',
	]);
}

/**
 * A VCALENDAR with an event for each session, all of them parts of the event of `calendar`. A
 * session is known by its title, and the second of a title by its number: it may move to another
 * time or room.
 */
export function programmeCalendar(
	event: EventData,
	programme: Programme,
	permalink: string,
	article: Dated,
): string {
	const { first = permalink } = article;
	const [, second] = venuesOf(event);
	// Of several places nobody knows which one.
	const where = second ? undefined : located(event);
	const arabic = `;LANGUAGE=${site.language}:`;
	// As in `calendar`, but only if it is off: sessions of a moved event have their new times.
	const off = datesStand(event) ? undefined : statusOf(event)?.label;
	const titles = new Map<string, number>();
	const sessions = daysOf(programme).flatMap((day) => sessionsOf(day, event.timeZone));
	return calendarFile(
		permalink,
		sessions.flatMap(({ title, kind, room, starts, ends, moderators, speakers = [] }) => {
			const count = (titles.get(title) ?? 0) + 1;
			titles.set(title, count);
			const known = createHash('sha256').update(title).digest('hex').slice(0, 16);
			const people = [
				moderators && `${strings.moderators}: ${moderators.map(called).join('؛ ')}`,
				...speakers.map(({ role, organization, ...person }) =>
					[called(person), role, organization].filter(Boolean).join('، '),
				),
			];
			const place = [room, where].filter(Boolean).join('، ');
			const lines = [kind, ...people].filter((words) => words !== undefined).map(rightToLeft);
			return [
				'BEGIN:VEVENT',
				`UID:${uid(first, `/${known}${count > 1 ? `-${count}` : ''}`)}`,
				`DTSTAMP:${stamp(article, event)}`,
				...times({ starts, ends }),
				`SUMMARY${arabic}${text(rightToLeft(off ? `${off}: ${title}` : title))}`,
				`DESCRIPTION${arabic}${text([...lines, `${permalink}#programme`].join('\n'))}`,
				...(place ? [`LOCATION${arabic}${text(rightToLeft(place))}`] : []),
				...standing(event, article),
				`RELATED-TO:${uid(first)}`,
				`URL:${permalink}#programme`,
				'TRANSP:TRANSPARENT',
				'END:VEVENT',
			];
		}),
	);
}

/** A VCALENDAR around the lines of its events. */
function calendarFile(permalink: string, events: readonly string[]): string {
	return [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		`PRODID:${text(`-//${new URL(permalink).host}//${site.name}//${site.language.toUpperCase()}`)}`,
		'CALSCALE:GREGORIAN',
		...events,
		'END:VCALENDAR',
	]
		.map((line) => `${fold(line)}\r\n`)
		.join('');
}

/** What became of the event, its theme, where it is followed. */
function described({ theme, statusNote, mode, online, ...event }: EventData): string[] {
	const status = statusOf({ ...event, mode });
	return [
		[status?.sentences, statusNote].filter(Boolean).join(' '),
		theme ? `${strings.theme}: ${quoted(theme)}` : '',
		mode !== 'in-person' && online?.url ? `${online.platform}: ${online.url}` : '',
	].filter(Boolean);
}

/** Every place, and that it is online, too: «قصر الثقافة، عمّان، الأردن؛ عبر الإنترنت: زووم». */
function located(event: EventData): string {
	const { mode, online } = event;
	return [
		...venuesOf(event).map(
			({ name, localName, city, country }) =>
				`${name}${localName ? ` (${localName})` : ''}، ${city}، ${country}`,
		),
		...(online && mode !== 'in-person' ? [`${strings.online}: ${online.platform}`] : []),
	].join('؛ ');
}

/**
 * §3.8.1.11, §3.8.7.4 and RFC 5546 §2.1.4: the status, and the sequence number, by which a
 * calendar takes a later version. The number is the minutes from 1970 to the last update, so it
 * never falls; a change of status adds 1.
 */
function standing(event: EventData, { updated }: Dated): string[] {
	const { status } = event;
	const minutes = updated ? Math.floor(momentOf(updated, site.timeZone) / 60_000) : 0;
	return [
		`STATUS:${datesStand(event) ? 'CONFIRMED' : 'CANCELLED'}`,
		`SEQUENCE:${minutes + (status && status !== 'scheduled' ? 1 : 0)}`,
	];
}

/** §3.8.4.7: of the event, or of a part of it. */
function uid(permalink: string, part = ''): string {
	const { host, pathname } = new URL(permalink);
	return text(`${pathname.replace(/^\/|\/$/g, '')}${part}@${host}`);
}

/**
 * §3.6.1, §3.8.2.2: whole days end with the day after the last, moments are told in UTC; an end at
 * the start is none.
 */
function times({ starts, ends = starts }: Pick<EventData, 'starts' | 'ends'>): string[] {
	if (precision(starts) === 'time') {
		const end = Date.parse(ends) > Date.parse(starts) ? [`DTEND:${utc(ends)}`] : [];
		return [`DTSTART:${utc(starts)}`, ...end];
	}
	return [
		`DTSTART;VALUE=DATE:${starts.replaceAll('-', '')}`,
		`DTEND;VALUE=DATE:${dayAfter(ends).replaceAll('-', '')}`,
	];
}

/**
 * §3.8.7.2: when this was last revised. Where only a month is known the event's start stands in: no
 * day is invented.
 */
function stamp({ updated, published }: Dated, { starts }: EventData): string {
	return utc([updated, published].find((date) => date && hasDay(date)) ?? starts);
}

/** §3.3.5, form 2: `20150623T140000Z`; a day is taken from its midnight. */
const utc = (date: string) => new Date(date).toISOString().replace(/\.\d+|[-:]/g, '');

/** §3.3.11: marks with a meaning escaped, line breaks written `\n`, control characters left out. */
function text(value: string): string {
	return value
		.replace(/[\\;,]/g, '\\$&')
		.replace(/\r\n?|\n/g, '\\n')
		.replace(/(?!\t)\p{Cc}/gu, '');
}

/**
 * §3.1: 75 octets a line at most; a character is never cut in two, as it would be by counting
 * octets alone.
 */
function fold(line: string): string {
	let octets = 0;
	return Array.from(line, (character) => {
		octets += Buffer.byteLength(character);
		if (octets <= 75) return character;
		octets = 1 + Buffer.byteLength(character); // the space that goes before it
		return `\r\n ${character}`;
	}).join('');
}
