import type { Article } from './articles.ts';

/** So many articles stand at the end of one. */
const MOST = 3;

/**
 * The parts before and after an article in its series.
 * @param all The published articles.
 */
export function seriesParts(
	article: Article,
	all: readonly Article[],
): { previous: Article | undefined; next: Article | undefined } {
	const part = ({ series }: Article) =>
		(series?.name === article.series?.name && series?.part) || 0;
	const own = part(article);
	const parts = own ? all.filter(part).sort((a, b) => part(a) - part(b)) : [];
	return {
		previous: parts.findLast((other) => part(other) < own),
		next: parts.find((other) => part(other) > own),
	};
}

/**
 * The articles to read after one: those that its writer names, others of its topic, the latest. Of a topic those that
 * are nearest in time come first, so that a new article changes few old pages. What `seriesParts` gives is left out.
 * @param all The published articles, the latest first.
 */
export function relatedTo(article: Article, all: readonly Article[]): Article[] {
	const { related = [], topic } = article;
	const place = all.indexOf(article);
	const distance = (other: Article) => Math.abs(all.indexOf(other) - place);
	const named = related.flatMap((slug) => all.find((other) => other.slug === slug) ?? []);
	const ofTopic = all
		.filter((other) => other.topic === topic)
		.sort((a, b) => distance(a) - distance(b));
	const chosen = new Set([...named, ...ofTopic, ...all]);
	for (const shown of [article, ...Object.values(seriesParts(article, all))])
		if (shown) chosen.delete(shown);
	return [...chosen].slice(0, MOST);
}
