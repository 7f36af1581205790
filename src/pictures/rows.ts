/**
 * Rows of a gallery: in each all pictures are equally high and fill its width, as their shapes
 * allow.
 */

/**
 * The shapes (width divided by height) that a picture of a gallery is cut to: what cameras take
 * stays whole. Each has a class in styles/pictures.css, for the policy allows no style of an
 * element.
 */
const SHAPES = [1 / 2, 9 / 16, 2 / 3, 3 / 4, 4 / 5, 1, 5 / 4, 4 / 3, 3 / 2, 16 / 9, 2, 5 / 2, 3, 4];

/** The shape that comes next to a size. */
export function nearestShape({ width, height }: { width: number; height: number }): number {
	const distance = (shape: number) => Math.abs(Math.log((shape * height) / width));
	return SHAPES.reduce((best, shape) => (distance(shape) < distance(best) ? shape : best));
}

/** The class of a shape: `r67`. */
export const shapeClass = (shape: number): string => `r${Math.round(shape * 100)}`;

/**
 * Divides pictures into rows that are alike in height.
 * @param shapes In their order.
 * @param wanted The sum of the shapes of a row: how many times as wide as high it shall be.
 * @returns How many stand in each row.
 */
export function rows(shapes: readonly number[], wanted: number): number[] {
	const whole = shapes.reduce((sum, shape) => sum + shape, 0);
	const count = Math.min(shapes.length, Math.max(1, Math.round(whole / wanted)));
	const mean = whole / count;
	let best: { cost: number; lengths: number[] } = { cost: Infinity, lengths: [] };
	const divide = (from: number, lengths: number[], cost: number) => {
		if (cost >= best.cost) return;
		const left = count - lengths.length;
		if (left === 0) {
			if (from === shapes.length) best = { cost, lengths };
			return;
		}
		let sum = 0;
		for (let to = from; to <= shapes.length - left; to++) {
			sum += shapes[to] ?? 0;
			divide(to + 1, [...lengths, to + 1 - from], cost + (sum - mean) ** 2);
		}
	};
	divide(0, [], 0);
	return best.lengths;
}
