/**
 * Places the names of a route map. Lengths of labels are in em: on a wide page the em is smaller.
 * Text is measured generously, because the reader may see another typeface.
 */
import { crosses, type Side } from './coasts.ts';
import type { Box, Frame, Point } from './geometry.ts';

/** One place of the map: its dot and its label. */
export interface End {
	x: number;
	y: number;
	/** One or two; none where the name is too long. */
	lines: string[];
	/** The name of its country, in small letters under its own. */
	country?: string;
	/** SVG's `text-anchor` in right-to-left text: `start` is the right end. */
	anchor: 'start' | 'middle' | 'end';
	/** From the dot to the anchor and to the first baseline, in em. */
	dx: number;
	dy: number;
}

/**
 * Width of a line in em: fixed part, per letter (Noto Naskh 600 has 0.41 on average), extra per
 * wide letter.
 */
const LINE = 0.5;
const LETTER = 0.45;
const WIDE = 0.35;
/** In em: height over and under a baseline, radius of a dot with its gap. */
const ASCENT = 0.9;
const DESCENT = 0.45;
const DOT = 0.4;
/** Line height in em. */
export const LEADING = 1.3;
/** Font size of countries and seas, as a part of the em of cities. */
export const SIZE = 0.75;
/** From the baseline of a city to that of its country, in em. */
const UNDER = 1.1;
/** What the country adds to the height of a label, in em. */
export const COUNTRY = UNDER - DESCENT * (1 - SIZE);
/** The least gap between a label and the frame's edge, in em. */
const INSET = 0.2;

/** A label is measured at each place that is tried for it. */
const measured = new WeakMap<readonly string[], number>();

function textWidth(text: readonly string[]): number {
	const known = measured.get(text);
	if (known !== undefined) return known;
	const widths = text.map(
		(line) =>
			LINE +
			LETTER * line.replace(/\p{M}/gu, '').length +
			WIDE * (line.match(/[سشصضطظ\p{Script=Latin}]/gu) ?? []).length,
	);
	const width = Math.max(0, ...widths);
	measured.set(text, width);
	return width;
}
const textHeight = (rows: number) => ASCENT + DESCENT + LEADING * (rows - 1);

/** The height that a label of `rows` lines needs above or below its dot, in em. */
export const room = (rows: number) => DOT + textHeight(rows) + INSET;

/** A name in one line, and where it has spaces in two balanced ones. */
export function wrapped(name: string): string[][] {
	const halves = [...name.matchAll(/ /g)].map(({ index }) => [
		name.slice(0, index),
		name.slice(index + 1),
	]);
	return [[name], ...halves.sort((a, b) => textWidth(a) - textWidth(b)).slice(0, 1)];
}

/**
 * A name in one line or two balanced ones; none where a line is wider than two thirds of the frame.
 */
export const lines = (name: string, { width, em }: Pick<Frame, 'width' | 'em'>): string[] =>
	wrapped(name).find((text) => textWidth(text) * em <= (width * 2) / 3 - INSET * 2 * em) ?? [];

/** Boxes that overlap by less only touch: sums of floats are not exact. */
const TOUCH = 1e-6;

/** Whether two boxes share some of their area. */
export const overlap = (a: Box, b: Box) =>
	Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOUCH &&
	Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOUCH;

/** The name of the country under a city, as a label of its own: its em is the small one. */
export function countryOf({ x, y, lines: { length }, country, anchor, dx, dy }: End): End[] {
	const below = dy + (length - 1) * LEADING + UNDER;
	return country ? [{ x, y, lines: [country], anchor, dx: dx / SIZE, dy: below / SIZE }] : [];
}

/** The boxes of a label, with its country, and of its dot for a length of the em. */
export function boxes(end: End, em: number): { label: Box; dot: Box } {
	const { x, y, lines: text, anchor, dx, dy } = end;
	const box = (left: number, top: number, width: number, height: number): Box => ({
		left: x + left * em,
		top: y + top * em,
		right: x + (left + width) * em,
		bottom: y + (top + height) * em,
	});
	const before = { start: 1, middle: 0.5, end: 0 }[anchor];
	const label =
		text.length > 0
			? box(dx - textWidth(text) * before, dy - ASCENT, textWidth(text), textHeight(text.length))
			: box(0, 0, 0, 0);
	const [under = label] = countryOf(end).map((country) => boxes(country, SIZE * em).label);
	return {
		label: {
			left: Math.min(label.left, under.left),
			top: label.top,
			right: Math.max(label.right, under.right),
			bottom: Math.max(label.bottom, under.bottom),
		},
		dot: box(-DOT, -DOT, 2 * DOT, 2 * DOT),
	};
}

/** Positions around a dot, best first: across and down. */
const SIDES = [
	[0, -1],
	[0, 1],
	[1, 0],
	[-1, 0],
	[1, -1],
	[-1, -1],
	[1, 1],
	[-1, 1],
] as const;

/**
 * Font sizes, as parts of the frame's em, at which labels may not overlap: from phone to wide
 * screen.
 */
export const SIZES = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.25];

/** More names are not set: a map of so many has no room. */
const MOST = 6;
/**
 * The cost of leaving out the country: as much as the worst side over a coast, less than a route.
 */
const NAMELESS = 15;

/** A label in one place, and what it costs there. */
interface Choice {
	end: End;
	cost: number;
}

/** What a label should not cover: the points of routes, and the coasts and borders. */
interface Covered {
	way: readonly Point[];
	lines: readonly Side[];
}

/**
 * The places of a label around its dot that lie in the frame. The best side costs least; routes
 * cost most.
 */
function choicesAround(
	text: string[],
	[x, y]: Point,
	country: string | undefined,
	{ width, height, em }: Omit<Frame, 'points'>,
	{ way, lines }: Covered,
): Choice[] {
	return SIDES.flatMap(([across, down], order) => {
		const tall = textHeight(text.length) + (country ? COUNTRY : 0);
		const end: End = {
			x: Math.round(x),
			y: Math.round(y),
			lines: text,
			...(country && { country }),
			anchor: across > 0 ? 'end' : across < 0 ? 'start' : 'middle',
			dx: across * (down ? -DOT : DOT + INSET),
			dy: ASCENT + (down > 0 ? DOT : down < 0 ? -DOT - tall : -tall / 2),
		};
		const box = boxes(end, em).label;
		const inset = INSET * em - 1;
		if (
			box.left < inset ||
			box.top < inset ||
			box.right > width - inset ||
			box.bottom > height - inset
		)
			return [];
		const crossed = way.filter(([x, y]) =>
			overlap(box, { left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }),
		).length;
		const onLines = lines.filter((side) => crosses(box, side)).length;
		const onLine = onLines && Math.min(3 + onLines / 2, 8);
		return [{ end, cost: order + onLine + 20 * crossed }];
	});
}

/**
 * Places the names inside the frame, clear of each other and of all dots, and where possible off
 * routes and off `lines`, the coasts and borders. Where there is no room for all, countries and
 * then the last are left out; for two cities there always is, in a frame fitted with `room`.
 */
export function labels(
	names: readonly string[][],
	dots: readonly Point[],
	way: readonly Point[],
	frame: Omit<Frame, 'points'>,
	lines: readonly Side[] = [],
	countries: readonly (string | undefined)[] = [],
): End[] {
	const { em } = frame;
	const around = (text: string[], dot: Point, country?: string) =>
		choicesAround(text, dot, country, frame, { way, lines });
	const clear = (a: End, b: End) =>
		SIZES.every((size) => {
			const [one, other] = [boxes(a, em * size), boxes(b, em * size)];
			return (
				!overlap(one.label, other.label) &&
				!overlap(one.label, other.dot) &&
				!overlap(one.dot, other.label)
			);
		});
	const nameless = ([x, y]: Point): End => ({
		x: Math.round(x),
		y: Math.round(y),
		lines: [],
		anchor: 'middle',
		dx: 0,
		dy: 0,
	});
	for (let named = Math.min(names.length, MOST); named > 0; named--) {
		const choices = dots.map((dot, index) => {
			if (index >= named) return [{ end: nameless(dot), cost: 0 }];
			const text = names[index] ?? [];
			const country = text.length > 0 ? countries[index] : undefined;
			if (!country) return around(text, dot);
			const without = around(text, dot).map(({ end, cost }) => ({ end, cost: cost + NAMELESS }));
			return [...around(text, dot, country), ...without];
		});
		let best: { ends: End[]; cost: number } | undefined;
		const choose = (ends: End[], cost: number) => {
			if (best && cost >= best.cost) return;
			const own = choices[ends.length];
			if (!own) best = { ends, cost };
			else
				for (const { end, cost: more } of own)
					if (ends.every((other) => clear(other, end))) choose([...ends, end], cost + more);
		};
		choose([], 0);
		if (best) return best.ends;
	}
	return dots.map(nameless);
}
