/** How lists of articles are cut into pages, and into months. */
import { site } from '../site.ts';
import { localDate } from './dates.ts';

/** So many stand on a page of a topic or of somebody who writes. */
const LENGTH = 30;
/** So many headlines on a page of a month. */
const MONTH_LENGTH = 100;

/** A page of a list; its path ends with `number`, that of the first page does not. */
export interface ListPage<T> {
	items: T[];
	number?: number;
	/** The pages beside it, in time. */
	newer?: { number?: number };
	older?: { number?: number };
}

/**
 * The pages of a list that grows at its beginning. Numbered pages count from the oldest and
 * are full, so a new item changes only the first page. It has no number and holds from half
 * a page to one and a half.
 * @param items The latest first.
 * @returns The first page first; at least one.
 */
export function newestFirst<T>(items: readonly T[], length = LENGTH): ListPage<T>[] {
	const full = Math.max(0, Math.floor((items.length - length / 2) / length));
	const page = (number: number): ListPage<T> => {
		const end = items.length - (number - 1) * length;
		const start = number > full ? 0 : end - length;
		return {
			items: items.slice(start, end),
			...(number <= full && { number }),
			...(number <= full && { newer: number < full ? { number: number + 1 } : {} }),
			...(number > 1 && { older: { number: number - 1 } }),
		};
	};
	return Array.from({ length: full + 1 }, (_, index) => page(full + 1 - index));
}

/**
 * The pages of a list that grows at its end.
 * @param items The oldest first.
 * @returns The oldest first: it has no number, the next one is 2.
 */
export function oldestFirst<T>(items: readonly T[], length = MONTH_LENGTH): ListPage<T>[] {
	const last = Math.ceil(items.length / length);
	return Array.from({ length: last }, (_, index) => ({
		items: items.slice(index * length, (index + 1) * length),
		...(index > 0 && { number: index + 1 }),
		...(index > 0 && { older: index > 1 ? { number: index } : {} }),
		...(index + 1 < last && { newer: { number: index + 2 } }),
	}));
}

type Dated = { published: string };

/**
 * The day of an article where the newsroom is, `2015-06-23`, or its month where no day is known.
 */
export const dayOf = ({ published }: Dated): string => localDate(published, site.timeZone);

/** The month of an article where the newsroom is: `2015-06`. */
const monthOf = (article: Dated): string => dayOf(article).slice(0, 'YYYY-MM'.length);

/**
 * Articles by their months, the latest first; within a month the oldest first.
 * @param articles The latest first.
 */
export function byMonth<T extends Dated>(
	articles: readonly T[],
): { month: string; articles: T[] }[] {
	const months = Map.groupBy(articles, monthOf);
	return [...months]
		.map(([month, latestFirst]) => ({ month, articles: latestFirst.toReversed() }))
		.sort((a, b) => (a.month < b.month ? 1 : -1));
}

/** A year of the archive, with the number of articles in each of its months. */
export interface Year {
	year: string;
	months: { month: string; count: number }[];
}

/**
 * The years of the archive, the latest first, each with its twelve months in order of time.
 * @param counts The months that have articles, the latest first.
 */
export function calendar(counts: readonly { month: string; count: number }[]): Year[] {
	const [last, first] = [counts[0]?.month, counts.at(-1)?.month];
	if (!last || !first) return [];
	const byName = new Map(counts.map(({ month, count }) => [month, count]));
	const years: Year[] = [];
	for (let year = Number(last.slice(0, 4)); year >= Number(first.slice(0, 4)); year--) {
		const months = Array.from(
			{ length: 12 },
			(_, index) => `${year}-${String(index + 1).padStart(2, '0')}`,
		).map((month) => ({ month, count: byName.get(month) ?? 0 }));
		if (months.some(({ count }) => count > 0)) years.push({ year: String(year), months });
	}
	return years;
}
