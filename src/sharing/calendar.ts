/** An event as a calendar file: RFC 5545, https://www.rfc-editor.org/rfc/rfc5545 (the sections are named below). */
import { precision } from '../article/dates.ts';
import type { ArticleData, EventData } from '../article/schema.ts';
import { rightToLeft } from '../article/text.ts';
import { site } from '../site.ts';
import { quoted, strings } from '../strings.ts';

type Dated = Pick<ArticleData, 'published' | 'updated'>;

/**
 * A VCALENDAR with the one event, its lines ended by CRLF. It depends on what is given alone, never on the clock.
 * @param permalink Absolute address of the article; the UID is made of its host and path, so it stays as long as they do.
 */
export function calendar(event: EventData, permalink: string, article: Dated): string {
	const { venue, theme } = event;
	const { host, pathname } = new URL(permalink);
	const place = `${venue.name}${venue.localName ? ` (${venue.localName})` : ''}، ${venue.city}، ${venue.country}`;
	const arabic = `;LANGUAGE=${site.language}:`;
	return [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		`PRODID:${text(`-//${host}//${site.name}//${site.language.toUpperCase()}`)}`,
		'CALSCALE:GREGORIAN',
		'BEGIN:VEVENT',
		`UID:${text(`${pathname.replace(/^\/|\/$/g, '')}@${host}`)}`,
		`DTSTAMP:${stamp(article, event)}`,
		...times(event),
		`SUMMARY${arabic}${text(rightToLeft(event.name))}`,
		`DESCRIPTION${arabic}${text(`${theme ? `${strings.theme}: ${quoted(theme)}\n` : ''}${permalink}`)}`,
		`LOCATION${arabic}${text(rightToLeft(place))}`,
		...(venue.latitude === undefined ? [] : [`GEO:${venue.latitude};${venue.longitude}`]),
		`URL:${permalink}`,
		'TRANSP:TRANSPARENT', // news of an event takes nobody's time (§3.8.2.7)
		'END:VEVENT',
		'END:VCALENDAR',
	]
		.map((line) => `${fold(line)}\r\n`)
		.join('');
}

/** §3.6.1, §3.8.2.2: whole days end with the day after the last, moments are told in UTC; an end at the start is none. */
function times({ starts, ends = starts }: EventData): string[] {
	if (precision(starts) === 'time') {
		const end = Date.parse(ends) > Date.parse(starts) ? [`DTEND:${utc(ends)}`] : [];
		return [`DTSTART:${utc(starts)}`, ...end];
	}
	const dayAfter = new Date(Date.parse(ends) + 86_400_000).toISOString().slice(0, 10);
	return [
		`DTSTART;VALUE=DATE:${starts.replaceAll('-', '')}`,
		`DTEND;VALUE=DATE:${dayAfter.replaceAll('-', '')}`,
	];
}

/** §3.8.7.2: when this was last revised. Where only a month is known the event's start stands in: no day is invented. */
function stamp({ updated, published }: Dated, { starts }: EventData): string {
	return utc([updated, published].find((date) => date && precision(date) !== 'month') ?? starts);
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

/** §3.1: 75 octets a line at most; a character is never cut in two, as it would be by counting octets alone. */
function fold(line: string): string {
	let octets = 0;
	return Array.from(line, (character) => {
		octets += Buffer.byteLength(character);
		if (octets <= 75) return character;
		octets = 1 + Buffer.byteLength(character); // the space that goes before it
		return `\r\n ${character}`;
	}).join('');
}
