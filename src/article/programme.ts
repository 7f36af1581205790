import type { z } from 'astro/zod';
import { dayAndMonth, weekday } from './date-words.ts';
import { dayAfter, momentAt } from './dates.ts';
import type { forum } from './forum.ts';

export type Programme = NonNullable<z.output<typeof forum>['programme']>;
type Day = Programme[number];
/** A session with its moments, as dates with their offset: `2026-09-12T09:00:00+03:00`. */
export type Session = Omit<NonNullable<Day['sessions']>[number], 'starts' | 'ends'> & {
	starts: string;
	ends?: string;
};
/** Sessions that begin together. */
export interface Slot {
	starts: string;
	/** Where all of them end together. */
	ends: string | undefined;
	sessions: Session[];
}

/** The days of a programme in their order, however they are written. */
export const daysOf = (programme: Programme): Programme =>
	programme.toSorted((a, b) => a.date.localeCompare(b.date));

/**
 * The sessions of a day in the order of the clock; those that begin together stay as they are
 * written. An end that is not after its start is on the day after.
 */
export function sessionsOf({ date, sessions = [] }: Day, timeZone: string): Session[] {
	return sessions
		.toSorted((a, b) => a.starts.localeCompare(b.starts))
		.map(({ starts, ends, ...session }) => ({
			...session,
			starts: momentAt(date, starts, timeZone),
			...(ends && { ends: momentAt(ends > starts ? date : dayAfter(date), ends, timeZone) }),
		}));
}

/** The sessions of a day, those that begin together side by side. */
export function slotsOf(day: Day, timeZone: string): Slot[] {
	return [...Map.groupBy(sessionsOf(day, timeZone), ({ starts }) => starts)].map(
		([starts, sessions]) => ({
			starts,
			ends: new Set(sessions.map(({ ends }) => ends)).size === 1 ? sessions[0]?.ends : undefined,
			sessions,
		}),
	);
}

/** Whether a programme tells of sessions; one of items alone has no times. */
export const hasSessions = (programme: Programme | undefined): boolean =>
	programme?.some(({ sessions }) => sessions !== undefined) ?? false;

/** A day by what it begins with: «الثلاثاء 14 أيار: الجلسة الافتتاحية». */
export function opening({ date, items = [], sessions = [] }: Day): string {
	const [first] = sessions.toSorted((a, b) => a.starts.localeCompare(b.starts));
	return `${weekday(date)} ${dayAndMonth(date)}: ${items[0] ?? first?.title ?? ''}`;
}
