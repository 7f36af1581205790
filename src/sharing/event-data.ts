/** The structured data of an event: its node in the graph of `structured-data.ts`. */
import type { Event, Place } from 'schema-dts';
import type { ArticleData, EventData } from '../article/schema.ts';

type Named = EventData['organizers'][number];

/** Whole days stay days; the last one is part of the event (https://schema.org/endDate). A past event stays EventScheduled. */
export function eventOf(
	{ name, theme, starts, ends, venue, organizers }: EventData,
	permalink: string,
	programme: NonNullable<ArticleData['forum']>['programme'] = [],
): Event {
	const how = {
		eventStatus: 'https://schema.org/EventScheduled',
		eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
	} as const;
	return {
		'@type': 'Event',
		'@id': `${permalink}#event`,
		name,
		...(theme && { description: theme }),
		startDate: starts,
		...(ends && { endDate: ends }),
		...how,
		location: place(venue, `${permalink}#venue`),
		organizer: organizers.map(
			({ name, acronym, url }: Named) =>
				({
					'@type': 'Organization',
					name,
					...(acronym && { alternateName: acronym }),
					...(url && { url }),
				}) as const,
		),
		...(programme.length > 0 && {
			subEvent: programme.flatMap(({ date, items }) =>
				items.map(
					(item) =>
						({
							'@type': 'Event',
							name: item,
							startDate: date,
							...how,
							location: { '@id': `${permalink}#venue` },
						}) as const,
				),
			),
		}),
	};
}

function place(
	{ name, localName, city, countryCode, latitude, longitude }: EventData['venue'],
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
