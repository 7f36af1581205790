import type { Article } from './articles.ts';
import { LEFT_OUT } from './body.ts';
import type { TopicList } from './lists.ts';
import { cut } from './text.ts';

/** How much an edition holds, however large the archive is. */
const SECONDS = 3;
/** One with a photograph takes the room of two, unless that is in portrait format. */
const SECONDS_WITH_PICTURE = 2;
/**
 * How many stand under a lead without a picture: one, or two if no others follow. Beside one alone:
 * two.
 */
const UNDER_AT_MOST = 2;
/**
 * How many of the next articles may give the picture beside the lead, or at
 * the head of the row below.
 */
const NEAR = 4;
const SECTIONS = 5;
const IN_SECTION = 3;
/** Told by their headlines alone; more of them where no topic makes a section. */
const BRIEFS = { withSections: 6, alone: 12 };

/** What the first page shows. */
export interface Edition {
	/** The latest. */
	lead: Article | undefined;
	/** Where the lead has no picture: another of the latest, which has. */
	beside: Article | undefined;
	/**
	 * With `beside`: the next article, or two if no others follow. Where no picture is near: the next
	 * two.
	 */
	under: Article[];
	/** Those after it, with their deks; one that has a photograph leads them. */
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
 * @param hasMap Whether the lead has a map, which stands for its picture.
 */
export function edition(
	all: readonly Article[],
	lists: readonly TopicList[],
	hasMap = false,
): Edition {
	const [lead, ...others] = all;
	const beside =
		lead?.photograph || hasMap
			? undefined
			: others.slice(0, NEAR).find(({ photograph }) => photograph);
	const next = others.filter((article) => article !== beside);
	const isBare = !beside && !lead?.photograph && !hasMap;
	const under = beside ? underPair(next) : isBare ? underBare(next) : [];
	const after = next.filter((article) => !under.includes(article));
	const illustrated = after.slice(0, NEAR).find(({ photograph }) => photograph);
	const plain = after.filter((article) => article !== illustrated);
	const picture = illustrated?.photograph;
	const isTall = !!picture && picture.height > picture.width;
	const seconds = [...(illustrated ? [illustrated] : []), ...plain].slice(
		0,
		illustrated && !isTall ? SECONDS_WITH_PICTURE : SECONDS,
	);
	const shown = new Set([lead, beside, ...under, ...seconds]);
	const age = new Map(all.map((article, index) => [article, index]));
	const ageOf = ({ articles: [first] }: TopicList) => (first && age.get(first)) ?? Infinity;
	const open = lists
		.map(({ topic, articles }) => ({
			topic,
			articles: articles.filter((article) => !shown.has(article)).slice(0, IN_SECTION),
		}))
		.filter(({ articles }) => articles.length > 1);
	// Choose the topics with the latest articles, but keep the publisher's order.
	const live = new Set(open.toSorted((a, b) => ageOf(a) - ageOf(b)).slice(0, SECTIONS));
	const sections = open.filter((list) => live.has(list));
	for (const { articles } of sections) for (const article of articles) shown.add(article);
	const briefs = others
		.filter((article) => !shown.has(article))
		.slice(0, sections.length > 0 ? BRIEFS.withSections : BRIEFS.alone);
	return { lead, beside, under, seconds, briefs, sections };
}

/**
 * What stands under a lead and the picture beside it: the next without a picture, which would
 * weaken that one.
 */
function underPair(next: readonly Article[]): Article[] {
	if (next.length <= UNDER_AT_MOST) return [...next];
	const plain = next.slice(0, SECONDS).filter(({ photograph }) => !photograph);
	return (plain.length > 0 ? plain : next).slice(0, 1);
}

/**
 * What stands under a lead where no picture is near: two, if enough others follow for the row
 * below.
 */
const underBare = (next: readonly Article[]): Article[] =>
	next.length > UNDER_AT_MOST + SECONDS_WITH_PICTURE ? next.slice(0, UNDER_AT_MOST) : [];

/** In UTF-16 units. What is shorter would fill only a line or two; a longer paragraph is cut. */
const [SHORTEST, LONGEST] = [120, 300];
/** The same of what a photograph leaves beside it under headline and dek. */
const [SHORTEST_BESIDE, LONGEST_BESIDE] = [80, 160];
/** A paragraph repeats the dek if it has this part of its words, and is less than twice as long. */
const SAME = 0.7;

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]{3,}/gu) ?? [];

/** Whether a paragraph says little more than the dek above it. */
function repeats(text: string, dek: string): boolean {
	const [words, dekWords] = [wordsOf(text), new Set(wordsOf(dek))];
	const again = words.filter((word) => dekWords.has(word)).length;
	return again >= dekWords.size * SAME && words.length < dekWords.size * 2;
}

/**
 * The paragraph with which a text begins, without what its dek says. Empty if it would fill only
 * a line or two.
 * @param texts The first paragraphs of the text.
 * @param photograph Whether it has a photograph, and so less room.
 */
export function leadOpening(texts: readonly string[], dek: string, photograph: boolean): string {
	// Nothing is shown after it, so it shows no sign where something is left out.
	const own = texts.map((text) => text.replace(LEFT_OUT, ''));
	if (own[0] && repeats(own[0], dek)) own.shift();
	// A colon announces what is not shown.
	const first = own.find((text) => !text.endsWith(':')) ?? '';
	const [least, most] = photograph ? [SHORTEST_BESIDE, LONGEST_BESIDE] : [SHORTEST, LONGEST];
	return first.length < least ? '' : cut(first, most);
}
