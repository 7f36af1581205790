/** The structured data of an event: its node in the graph of `structured-data.ts`. */
import type { Event, Place, VirtualLocation } from 'schema-dts';
import { hasDay } from '../article/dates.ts';
import type { Venue } from '../article/event.ts';
import { datesStand, isRescheduled, venuesOf } from '../article/event-words.ts';
import type { ArticleData, EventData } from '../article/schema.ts';
import { personOf, subEvents } from './programme-data.ts';

type Named = EventData['organizers'][number];

/** The nodes of the places of an event, for those who refer to them. */
export const placeIds = (event: EventData, permalink: string): { '@id': string }[] =>
	venuesOf(event).map((_, index) => ({ '@id': placeId(permalink, index) }));

const placeId = (permalink: string, index: number) =>
	`${permalink}#venue${index > 0 ? `-${index + 1}` : ''}`;

/** One value alone, several as a list. */
const oneOrAll = <T>(values: readonly T[]): T | readonly T[] =>
	values.length === 1 && values[0] !== undefined ? values[0] : values;

/**
 * Whole days stay days; the last one is part of the event (https://schema.org/endDate). A past
 * event stays EventScheduled. Status, mode and offers as in
 * https://developers.google.com/search/docs/appearance/structured-data/event
 */
export function eventOf(
	event: EventData,
	permalink: string,
	{ programme = [], speakers }: NonNullable<ArticleData['forum']> = {},
): Event {
	const { name, theme, starts, ends, was, url, organizers } = event;
	const locations = [
		...venuesOf(event).map((venue, index) => place(venue, placeId(permalink, index))),
		...virtualLocation(event, permalink),
	];
	// Of several places nobody knows which one a session is in.
	const [{ '@id': only } = {}, ...others] = [
		...placeIds(event, permalink),
		...virtualLocation(event, permalink).map(() => ({ '@id': `${permalink}#online` })),
	];
	const how = {
		eventStatus: oneOrAll(statuses(event)),
		eventAttendanceMode: MODES[event.mode ?? 'in-person'],
	} as const;
	return {
		'@type': 'Event',
		'@id': `${permalink}#event`,
		name,
		...(theme && { description: theme }),
		...(url && { url }),
		...(hasDay(starts) && { startDate: starts, ...(ends && { endDate: ends }) }),
		...(isRescheduled(event) &&
			was?.starts &&
			hasDay(was.starts) && { previousStartDate: was.starts }),
		...how,
		location: oneOrAll(locations),
		...offers(event),
		organizer: organizers.map(
			({ name, acronym, url }: Named) =>
				({
					'@type': 'Organization',
					name,
					...(acronym && { alternateName: acronym }),
					...(url && { url }),
				}) as const,
		),
		...(speakers && { performer: speakers.map(personOf) }),
		...(programme.length > 0 && {
			subEvent: subEvents(programme, event.timeZone, how, others.length > 0 ? undefined : only),
		}),
	};
}

const MODES = {
	'in-person': 'https://schema.org/OfflineEventAttendanceMode',
	online: 'https://schema.org/OnlineEventAttendanceMode',
	mixed: 'https://schema.org/MixedEventAttendanceMode',
} as const;

function statuses(event: EventData) {
	const { status, was, mode } = event;
	if (status === 'cancelled') return ['https://schema.org/EventCancelled'] as const;
	if (!datesStand(event)) return ['https://schema.org/EventPostponed'] as const;
	const changes = [
		...(isRescheduled(event) ? ['https://schema.org/EventRescheduled' as const] : []),
		...(status === 'moved' && was?.venue && mode === 'online'
			? ['https://schema.org/EventMovedOnline' as const]
			: []),
	];
	// schema.org has no status for another venue: it stays scheduled.
	return changes.length > 0 ? changes : (['https://schema.org/EventScheduled'] as const);
}

/**
 * What it costs to be there, and where to register; nothing where the article does not say, or for
 * what was called off.
 */
function offers({
	status,
	price,
	free,
	register,
}: EventData): Pick<Event, 'offers' | 'isAccessibleForFree'> {
	if (status === 'cancelled' || !(price || free || register)) return {};
	return {
		...(free && { isAccessibleForFree: true }),
		offers: {
			'@type': 'Offer',
			...(free && { price: 0 }),
			...(price && { price: price.amount, priceCurrency: price.currency }),
			...(register && { url: register }),
		},
	};
}

/** The online venue. Without a link of its own it has that of the registration or of the event. */
function virtualLocation(event: EventData, permalink: string): VirtualLocation[] {
	const { mode, online } = event;
	if (!online || mode === undefined || mode === 'in-person') return [];
	const { platform: name, url = event.register ?? event.url } = online;
	return [{ '@type': 'VirtualLocation', '@id': `${permalink}#online`, name, ...(url && { url }) }];
}

function place(
	{ name, localName, city, countryCode, latitude, longitude }: Venue,
	id: string,
): Place {
	return {
		'@type': 'Place',
		'@id': id,
		name,
		...(localName && { alternateName: localName }),
		address: { '@type': 'PostalAddress', addressLocality: city, addressCountry: countryCode },
		...(latitude !== undefined &&
			longitude !== undefined && {
				geo: { '@type': 'GeoCoordinates', latitude, longitude } as const,
			}),
	};
}
