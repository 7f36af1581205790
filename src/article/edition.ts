import type { Article } from './articles.ts';
import { LEFT_OUT } from './body.ts';
import type { TopicList } from './lists.ts';
import { cut } from './text.ts';

/** How much an edition holds, however large the archive is. */
const SECONDS = 3;
/** How many stand under a lead without a picture: one, or two if no others follow. */
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
	/** Only if there is `beside`: the next article, or two if no others follow. */
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
	// A second picture beside the first would weaken it.
	const first = next.slice(0, SECONDS).find(({ photograph }) => !photograph) ?? next[0];
	const under = !beside || !first ? [] : next.length <= UNDER_AT_MOST ? next : [first];
	const after = next.filter((article) => !under.includes(article));
	const illustrated = after.slice(0, NEAR).find(({ photograph }) => photograph);
	const plain = after.filter((article) => article !== illustrated);
	const seconds = [...(illustrated ? [illustrated] : []), ...plain].slice(0, SECONDS);
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
 * In UTF-16 units. A shorter first paragraph takes the next one along; a longer paragraph is cut.
 */
const [SHORTEST, LONGEST] = [200, 420];
/** What a photograph leaves beside it under headline and dek. */
const BESIDE = 160;
/** In UTF-16 units: three lines in a third of the first page's width. */
export const IN_THIRD = 120;
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
 * The opening of the lead's text, without what its dek says. Empty if it would
 * fill only a line or two.
 * @param texts The first paragraphs of its text.
 * @param photograph Whether it has a photograph, and so less room.
 * @param least The shortest opening to show, in UTF-16 units.
 */
export function leadOpening(
	texts: readonly string[],
	dek: string,
	photograph: boolean,
	least = photograph ? BESIDE / 2 : SHORTEST,
): string[] {
	// A colon announces what is not shown.
	const announces = (text?: string) => text?.replace(LEFT_OUT, '').endsWith(':');
	const own = texts.flatMap((text, index) =>
		announces(text) || (index === 0 && repeats(text, dek))
			? []
			: announces(texts[index + 1])
				? text.replace(LEFT_OUT, '') + LEFT_OUT
				: text,
	);
	const [first = ''] = own;
	const [last = '', ...before] = own
		.slice(0, photograph || first.length > SHORTEST ? 1 : 2)
		.reverse();
	// Nothing is shown after the last one.
	const shown = [...before, last.replace(LEFT_OUT, '')];
	const room = photograph ? BESIDE : LONGEST;
	return shown.join('').length < least ? [] : shown.map((text) => cut(text, room));
}
