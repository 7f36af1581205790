/**
 * Land and borders of a map, simplified: points are spent near the routes and their ends. Data:
 * Natural Earth 1:50m, public domain, by `world-atlas`. Lengths are in units of the frame; y points
 * down.
 */
import type { GeoProjection } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import { Refusal } from '../problems.ts';
import { type Box, extent, type Frame, type Point } from './geometry.ts';
import { outlines, partWithin, prepare, type Shape } from './outlines.ts';

const topology = atlas as unknown as Topology<{
	countries: GeometryCollection<{ name: string }>;
	land: GeometryCollection;
}>;
/** Drawn within their state, as the United Nations count it. */
const WHOLE: Record<string, string> = { 'N. Cyprus': 'Cyprus', Somaliland: 'Somalia' };
const named = ({ properties }: { properties?: unknown }) => {
	const { name } = properties as { name: string };
	return WHOLE[name] ?? name;
};

/** Made ready when the first map is drawn. */
let ready: { land: Shape; borders: Shape } | undefined;
const ground = () =>
	(ready ??= {
		land: prepare(feature(topology, topology.objects.land)),
		borders: prepare(
			mesh(
				topology,
				topology.objects.countries as GeometryCollection<{ name: string }>,
				(one, other) => named(one) !== named(other),
			),
		),
	});
/** The countries, by the English names of the data. */
export const countries = () =>
	feature(topology, topology.objects.countries).features.map((shape) => ({
		name: shape.properties.name,
		shape,
	}));

/** In squares of the em: smaller islands are specks, however near. */
const SPECK = 0.012;
/** The weight of an island, against a bend of a coast of the same area. */
const ISLAND = 12;
/**
 * The distance from the route at which a bend has half its weight, as a part of the frame's width.
 */
const FAR = 0.12;

/** A point and what it is worth: 1 on the way, less far from it. */
type Vertex = [x: number, y: number, worth: number];

interface Ground {
	/** The rings of the land. */
	land: Point[][];
	/** Lines; none where borders are not wanted. */
	borders: Point[][];
}

/**
 * Land and borders in the frame, simplified until there are at most `points` points. `near`: points
 * of routes and cities.
 */
export function drawGround(
	projection: GeoProjection,
	{ width, em, points }: Frame,
	near: readonly Point[],
	withBorders: boolean,
): Ground {
	const distance = distanceFrom(near);
	const worth = (point: Point) => 1 / (1 + distance(point) / (FAR * width));
	const valued = (line: Point[]) => line.map((point): Vertex => [...point, worth(point)]);
	const borders = (withBorders ? outlines(projection, ground().borders) : []).filter(
		(line) => line.length > 1,
	);
	// The coast keeps the points where borders reach it.
	const held = new Set(borders.flatMap((line) => [String(line[0]), String(line.at(-1))]));
	let lines = borders.map((line): Bends => ({ line: valued(line), isRing: false, least: 0 }));
	let rings = outlines(projection, ground().land)
		.filter((ring) => area(ring) > SPECK * em ** 2)
		.map((ring): Bends => {
			const line = valued(ring).map((vertex): Vertex => {
				const [x, y] = vertex;
				return held.size > 0 && held.has(`${x},${y}`) ? [x, y, Infinity] : vertex;
			});
			return { line, isRing: true, least: 0 };
		});
	// At the area of the whole frame every triangle is small enough.
	for (let smallest = 0.5; smallest < 1e9; smallest *= 1.1) {
		rings = rings.map((ring) => thin(ring, smallest)).filter(({ line }) => isWorth(line, smallest));
		lines = lines.map((line) => thin(line, smallest));
		const drawn = [...rings, ...lines].reduce((sum, { line }) => sum + line.length, 0);
		if (drawn <= points)
			return { land: rings.map(withoutWeights), borders: lines.map(withoutWeights) };
	}
	throw new Refusal('تعذّر رسم اليابسة على الخريطة. صحّح latitude و longitude في بيانات المقال.');
}

/** Points in a bounding box. */
const BOXED = 8;

/**
 * Returns a function that gives the distance of a point from the nearest of `points`. Neighbours
 * in the list share a bounding box, and boxes that are too far are skipped.
 */
export function distanceFrom(points: readonly Point[]): (point: Point) => number {
	const boxes = Array.from({ length: Math.ceil(points.length / BOXED) }, (_, index) => {
		const some = points.slice(index * BOXED, (index + 1) * BOXED);
		const [left, right] = extent(some.map(([x]) => x));
		const [top, bottom] = extent(some.map(([, y]) => y));
		return { some, left, right, top, bottom };
	});
	return ([x, y]) => {
		let least = Infinity;
		for (const { some, left, right, top, bottom } of boxes) {
			const beside = x < left ? left - x : x > right ? x - right : 0;
			const beyond = y < top ? top - y : y > bottom ? y - bottom : 0;
			if (beside * beside + beyond * beyond >= least) continue;
			for (const [toX, toY] of some) {
				const squared = (toX - x) * (toX - x) + (toY - y) * (toY - y);
				if (squared < least) least = squared;
			}
		}
		return Math.sqrt(least);
	};
}

const withoutWeights = ({ line }: Bends) => line.map(([x, y]): Point => [x, y]);

/** Whether a ring stays. One of four points is judged by its area and its largest weight. */
const isWorth = (ring: readonly Vertex[], smallest: number) =>
	ring.length > 4 ||
	ISLAND * area(ring) * Math.max(...ring.map(([, , worth]) => worth)) ** 2 > smallest;

/** The area of a ring. */
export function area(ring: readonly (Point | Vertex)[]): number {
	return (
		Math.abs(
			ring.reduce((sum, [x, y], index) => {
				const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
				return sum + x * nextY - y * nextX;
			}, 0),
		) / 2
	);
}

/** The area of a triangle. */
const triangle = (a: Vertex, b: Vertex, c: Vertex): number =>
	Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;

/** A line that loses its small bends. */
interface Bends {
	line: Vertex[];
	isRing: boolean;
	/** The least weighted area of its bends; 0 before they are measured. */
	least: number;
}

/**
 * Drops points whose triangle with their neighbours is worth less than `smallest` (Visvalingam).
 * The ends of a line stay; a ring has none, and keeps four points.
 */
function thin(bends: Bends, smallest: number): Bends {
	const { line, isRing } = bends;
	if (bends.least >= smallest) return bends;
	const fewest = isRing ? 4 : 2;
	const kept: Vertex[] = [];
	let [dropped, left, least] = [false, line.length, Infinity];
	for (let index = 0; index < line.length; index++) {
		const point = line[index] as Vertex;
		const previous = line[index - 1] ?? (isRing ? line.at(-1) : undefined);
		const next = line[index + 1] ?? (isRing ? line[0] : undefined);
		const worth = previous && next ? triangle(previous, point, next) * point[2] : Infinity;
		dropped = !dropped && left > fewest && worth < smallest;
		if (dropped) left--;
		else {
			kept.push(point);
			if (worth < least) least = worth;
		}
	}
	// Where one was dropped its neighbours bend otherwise.
	if (kept.length < line.length) return thin({ line: kept, isRing, least: 0 }, smallest);
	return { line, isRing, least: left > fewest ? least : Infinity };
}

export type Side = [Point, Point];
/** The sides of a line, or of a ring. */
export const sides = (line: readonly Point[], isRing: boolean): Side[] =>
	line.flatMap((point, index): Side[] => {
		const next = line[index + 1] ?? (isRing ? line[0] : undefined);
		return next ? [[point, next]] : [];
	});

/** Whether a straight line meets a box. */
export const crosses = (box: Box, [[x, y], [toX, toY]]: Side): boolean =>
	partWithin(box, x, y, toX, toY) !== undefined;
