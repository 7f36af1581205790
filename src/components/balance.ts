/**
 * Where the parts of a section stand on a wide screen: chosen so that little paper is left empty.
 */

/**
 * Estimates for a window of 1280 px: letters a line; the height of a line and the
 * space after a block, in px.
 */
interface Column {
	letters: number;
	line: number;
	space: number;
}
const TEXT: Column = { letters: 55, line: 38, space: 20 };
const MARGIN: Column = { letters: 50, line: 32, space: 11 };
/** What is no text, in pixels of height. */
const PHOTO = 350;
const MAP = 300;
const HEADING = 40;
const DAYS = 84;
/** Facts in two columns of the margin, each label above its value. */
const HALF: Column = { letters: 23, line: 30, space: 6 };
/** Empty space under the text weighs this much more than in the margin: its column is wider. */
const WIDER = 1.4;
/** Days that are longer than the text by no more stand beside it. */
const LONGER = 150;
/** A margin shorter than this goes along with pictures that are higher by as much. */
const SHORT = 500;

/** A table of seven columns has no room beside a margin: its section has none. */
const BROAD_TABLE = /(?:<th\b[^>]*>(?:(?!<\/th>).)*<\/th>\s*){7}/s;

const blocks = /<\/(?:p|li|d[dt]|h[2-6]|blockquote)>/;

/** About how high the blocks of an HTML text are in a column. */
const heightOf = (html: string, { letters, line, space }: Column): number =>
	html
		.split(blocks)
		.map((block) => block.replace(/<[^>]*>/g, '').trim().length)
		.reduce((sum, length) => sum + (length && Math.ceil(length / letters) * line + space), 0);

const count = (html: string, part: string): number => html.split(part).length - 1;

function marginHeight(html: string): number {
	const strip = /<ol[^>]* class="strip.*?<\/ol>/s.exec(html)?.[0] ?? '';
	const days = count(strip, '<li');
	const rows = days === 5 ? 1 : Math.ceil(days / (days > 9 ? 7 : 4));
	return heightOf(html.replace(strip, ''), MARGIN) + rows * DAYS;
}

/** About how high facts are in two columns of the margin: none is parted. */
function pairedHeight(facts: string): number {
	const heights = facts.split('</div>').map((fact) => heightOf(fact, HALF));
	const whole = heights.reduce((sum, height) => sum + height, 0);
	let first = 0;
	for (const height of heights) if (first < whole / 2) first += height;
	return first;
}

/** Where the facts of a section stand, and whether it has a margin. */
export interface Balance {
	/** The facts stand in the margin; else below the text, in columns. */
	factsBeside: boolean;
	/** They do so in two columns. */
	paired: boolean;
	/** There is a margin beside the text. */
	split: boolean;
	/**
	 * The margin is so short beside many pictures that it goes along with them (styles/pictures.css).
	 */
	long: boolean;
}

/**
 * Balances a section. What is looked up stands beside the text, unless that leaves more paper empty
 * under the text than beside it; an event keeps its days beside the text where they are no longer.
 * @param text The HTML of its text. @param own What belongs in its margin: days, aims, documents.
 * @param facts What may stand in the margin or below.
 */
export function balance(text: string, own: string, facts: string): Balance {
	if (BROAD_TABLE.test(text))
		return { factsBeside: false, paired: false, split: false, long: false };
	const photos = count(text, 'class="photo');
	const textHeight =
		heightOf(text, TEXT) + (text.includes('<svg') ? MAP : 0) + photos * PHOTO + HEADING;
	const ownHeight = marginHeight(own);
	const height = ownHeight + marginHeight(facts);
	const over = height - textHeight;
	const beside = over * WIDER < textHeight - (facts ? ownHeight : 0);
	const isMargin = beside || (!!facts && ownHeight < textHeight + LONGER);
	const empty = (over: number) => Math.max(over * WIDER, -over);
	const paired =
		!!facts &&
		!beside &&
		empty(ownHeight + pairedHeight(facts) - textHeight) < empty(ownHeight - textHeight);
	return {
		factsBeside: beside || paired,
		paired,
		split: paired || (!!(beside || !facts ? own + facts : own) && isMargin),
		long: photos > 0 && beside && height < SHORT && over < -SHORT,
	};
}
