import { formatNumber } from '../publisher/numbers.ts';
import { strings } from '../strings.ts';
import type { Article } from './articles.ts';
import { isBefore } from './dates.ts';
import { citiesOf } from './event-words.ts';

/** So many articles stand at the end of one. */
const MOST = 3;
/** Candidates on each side of an article, in the list of each trait. */
const NEAR = 30;

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
 * A part's label on the page of another: «الجزء السابق», «الجزء التالي», or «الجزء 1» if
 * parts between are missing.
 */
export function partLabel(part: number, own: number): string {
	if (part === own - 1) return strings.previousPart;
	if (part === own + 1) return strings.nextPart;
	return strings.part(formatNumber(part));
}

/**
 * The latest articles up to the end of `day`, for the page of one withdrawn on it. Later
 * articles do not change them.
 * @param all The published articles, the latest first.
 */
export function latestBefore(day: string, all: readonly Article[]): Article[] {
	const start = all.findIndex(({ published }) => !isBefore(day, published));
	return start < 0 ? [] : all.slice(start, start + MOST);
}

/** A list of so few leaves its page half empty. */
const FEW = 3;
/** So many others fill its two columns. */
const BESIDE_FEW = 4;

/**
 * Finds what stands under a list of few articles: others that are related to them, then what came
 * before them; the latest where the list has none.
 * @param all The published articles, the latest first.
 */
export function listNeighbours(all: readonly Article[]): (own: readonly Article[]) => Article[] {
	const relatedTo = relatedFinder(all);
	return (own) => {
		if (own.length > FEW) return [];
		const [first] = own;
		const older = first ? all.slice(all.indexOf(first) + 1) : all;
		const found = new Set([...own.flatMap(relatedTo), ...older]);
		for (const article of own) found.delete(article);
		return [...found].slice(0, BESIDE_FEW);
	};
}

/**
 * What two articles have in common, by how much it relates them. A place alone makes no relation.
 */
const WEIGHTS = { series: 8, topic: 4, person: 2, place: 1 } as const;
const RELATION = WEIGHTS.person;

/** What an article may have in common with others, by a key; the weight of each. */
function traits({ series, topic, authors = [], forum, event, dateline }: Article) {
	const speakers = forum?.speakers ?? [];
	const cities = event ? citiesOf(event) : [];
	const names = {
		series: series ? [series.name] : [],
		topic: [topic],
		person: [...authors, ...speakers].map(({ name }) => name),
		place: cities.length > 0 ? cities : [dateline],
	};
	return new Map(
		(Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).flatMap((kind) =>
			names[kind].map((name) => [`${kind} ${name}`, WEIGHTS[kind]]),
		),
	);
}

/**
 * Finds the articles to read after one. In order: those its writer names, the first similar one
 * after it, similar ones before it, other similar ones after it, then older ones.
 *
 * A new article changes few old pages: what came before an article never changes, and of what
 * came after only the first counts, unless fewer than three are similar.
 * @param all The published articles, the latest first.
 */
export function relatedFinder(all: readonly Article[]): (article: Article) => Article[] {
	const place = new Map(all.map((article, index) => [article, index]));
	const placeOf = (article: Article) => place.get(article) ?? 0;
	const bySlug = new Map(all.map((article) => [article.slug, article]));
	const traitsOf = new Map(all.map((article) => [article, traits(article)]));
	/** By trait, the articles that have it, the latest first, and the place of each among them. */
	const lists = new Map<string, Map<Article, number>>();
	for (const [article, own] of traitsOf)
		for (const trait of own.keys()) {
			const list = lists.get(trait) ?? new Map<Article, number>();
			lists.set(trait, list.set(article, list.size));
		}
	const members = new Map([...lists].map(([trait, list]) => [trait, [...list.keys()]]));

	return (article) => {
		const own = traitsOf.get(article) ?? new Map<string, number>();
		const likeness = (other: Article) =>
			[...(traitsOf.get(other) ?? [])].reduce(
				(sum, [trait, weight]) => sum + (own.has(trait) ? weight : 0),
				0,
			);
		/** Those beside it in the lists of its traits. */
		const near = (from: (index: number) => number, to: (index: number) => number) => {
			const found = [...own.keys()].flatMap((trait) => {
				const index = lists.get(trait)?.get(article) ?? 0;
				return members.get(trait)?.slice(Math.max(0, from(index)), to(index)) ?? [];
			});
			return [...new Set(found)];
		};
		const after = near(
			(index) => index - NEAR,
			(index) => index,
		)
			.filter((other) => likeness(other) >= RELATION)
			.sort((a, b) => placeOf(b) - placeOf(a));
		const before = near(
			(index) => index + 1,
			(index) => index + 1 + NEAR,
		).sort((a, b) => likeness(b) - likeness(a) || placeOf(a) - placeOf(b));
		const related = before.filter((other) => likeness(other) >= RELATION);
		const index = placeOf(article);
		const chosen = new Set([
			...(article.related ?? []).flatMap((slug) => bySlug.get(slug) ?? []),
			...after.slice(0, 1),
			...related,
			...after,
			...before,
			...all.slice(index + 1, index + 1 + 2 * MOST),
			...all.slice(Math.max(0, index - 2 * MOST), index).reverse(),
		]);
		for (const shown of [article, ...Object.values(seriesParts(article, all))])
			if (shown) chosen.delete(shown);
		return [...chosen].slice(0, MOST);
	};
}
