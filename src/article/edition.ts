import type { Article } from './articles.ts';
import type { TopicList } from './lists.ts';

/** How much an edition holds, however large the archive is. */
const SECONDS = 3;
const SECTIONS = 5;
const IN_SECTION = 3;
/** Told by their headlines alone; more of them where no topic makes a section. */
const BRIEFS = { withSections: 6, alone: 12 };

/** What the first page shows. */
export interface Edition {
	/** The latest. */
	lead: Article | undefined;
	/** The next, with their deks. */
	seconds: Article[];
	/** The latest that stand nowhere else. */
	briefs: Article[];
	/** Topics with at least two more articles, in the order of the publisher's table. */
	sections: TopicList[];
}

/**
 * Composes the first page. Each article stands in it once.
 * @param all The published articles, the latest first.
 * @param lists The topics that have articles.
 */
export function edition(all: readonly Article[], lists: readonly TopicList[]): Edition {
	const [lead, ...others] = all;
	const seconds = others.slice(0, SECONDS);
	const shown = new Set([lead, ...seconds]);
	const age = new Map(all.map((article, index) => [article, index]));
	const ageOf = ({ articles: [first] }: TopicList) => (first && age.get(first)) ?? Infinity;
	const open = lists
		.map(({ topic, articles }) => ({
			topic,
			articles: articles.filter((article) => !shown.has(article)).slice(0, IN_SECTION),
		}))
		.filter(({ articles }) => articles.length > 1);
	// Those with the latest news, but where the publisher puts them.
	const live = new Set(open.toSorted((a, b) => ageOf(a) - ageOf(b)).slice(0, SECTIONS));
	const sections = open.filter((list) => live.has(list));
	for (const { articles } of sections) for (const article of articles) shown.add(article);
	const briefs = others
		.filter((article) => !shown.has(article))
		.slice(0, sections.length > 0 ? BRIEFS.withSections : BRIEFS.alone);
	return { lead, seconds, briefs, sections };
}
