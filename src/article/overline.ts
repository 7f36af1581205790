import { site } from '../site.ts';
import { strings } from '../strings.ts';
import { DAY, momentOf, now } from './dates.ts';
import type { ArticleData } from './schema.ts';

type Kind = Pick<ArticleData, 'kind' | 'published' | 'updated'>;

/** Whether it is a live coverage that has ended: it said nothing new for a day before the build. */
export function isOver({ kind, published, updated = published }: Kind): boolean {
	return kind === 'live' && momentOf(updated, site.timeZone) < now() - DAY;
}

/** The word for what kind of article it is; undefined of news. */
export function kindWord(article: Kind): string | undefined {
	return isOver(article) ? strings.liveOver : strings.kinds[article.kind ?? 'news'];
}

/**
 * The words over a headline: what kind of article it is, and its kicker or what stands in for it.
 * Empty for none.
 */
export function overline(
	{ label, kicker }: { label?: string | undefined; kicker?: string | undefined },
	instead?: string,
): string {
	const words = [label, kicker ?? instead].filter((word) => word !== undefined);
	return [...new Set(words)].join(' – ');
}
