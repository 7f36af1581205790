import { strings } from '../strings.ts';
import type { ArticleData } from './schema.ts';

/** The words over a headline: what kind of article it is, and its kicker or what stands in for it. Empty for none. */
export function overline(
	{ kind = 'news', kicker }: Pick<ArticleData, 'kind' | 'kicker'>,
	instead?: string,
): string {
	const words = [strings.kinds[kind], kicker ?? instead].filter((word) => word !== undefined);
	return [...new Set(words)].join(' – ');
}
