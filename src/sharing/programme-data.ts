/** The structured data of a programme: the parts of its event. */
import type { Event, Person } from 'schema-dts';
import type { Person as Somebody } from '../article/person.ts';
import { daysOf, type Programme, sessionsOf } from '../article/programme.ts';

/** Status and attendance mode, the same for all parts. */
type Shared = Pick<Exclude<Event, string>, 'eventStatus' | 'eventAttendanceMode'>;

/**
 * Each item of a programme, and each session with its times, as an event.
 * @param venue The `@id` of the event's place; undefined where it has several.
 */
export function subEvents(
	programme: Programme,
	timeZone: string,
	shared: Shared,
	venue: string | undefined,
): Event[] {
	return daysOf(programme).flatMap((day) => [
		...(day.items ?? []).map(
			(item): Event => ({
				'@type': 'Event',
				name: item,
				startDate: day.date,
				...shared,
				...(venue && { location: { '@id': venue } }),
			}),
		),
		...sessionsOf(day, timeZone).map(
			({ title, starts, ends, room, speakers, moderators }): Event => ({
				'@type': 'Event',
				name: title,
				startDate: starts,
				...(ends && { endDate: ends }),
				...shared,
				...(room
					? {
							location: {
								'@type': 'Place',
								name: room,
								...(venue && { containedInPlace: { '@id': venue } }),
							},
						}
					: venue && { location: { '@id': venue } }),
				...(speakers && { performer: speakers.map(personOf) }),
				// schema.org has no word for whoever chairs.
				...(moderators && { contributor: moderators.map(personOf) }),
			}),
		),
	]);
}

/** Somebody who speaks, chairs or wins. */
export function personOf({
	name,
	honorific,
	role,
	organization,
}: Somebody): Exclude<Person, string> {
	return {
		'@type': 'Person',
		name,
		...(honorific && { honorificPrefix: honorific }),
		...(role && { jobTitle: role }),
		...(organization && { affiliation: { '@type': 'Organization', name: organization } }),
	};
}
