import { site } from '../site.ts';
import { strings } from '../strings.ts';
import { DAY, momentOf, now } from './dates.ts';
import type { ArticleData } from './schema.ts';

/**
 * The word for what kind of article it is; undefined of news. A live coverage that says nothing new
 * for a day before the build has ended.
 */
export function kindWord({
	kind = 'news',
	published,
	updated = published,
}: Pick<ArticleData, 'kind' | 'published' | 'updated'>): string | undefined {
	const isOver = kind === 'live' && momentOf(updated, site.timeZone) < now() - DAY;
	return isOver ? strings.liveOver : strings.kinds[kind];
}

/** The words over a headline: what kind of article it is, and its kicker or what stands in for it. Empty for none. */
export function overline(
	{ label, kicker }: { label?: string | undefined; kicker?: string | undefined },
	instead?: string,
): string {
	const words = [label, kicker ?? instead].filter((word) => word !== undefined);
	return [...new Set(words)].join(' – ');
}
