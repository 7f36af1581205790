/**
 * Land and borders of a map, simplified: points are spent near the routes and their ends.
 * Data: Natural Earth 1:50m, public domain, by `world-atlas`. Lengths are in units of the frame; y points down.
 */
import { type GeoProjection, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import { Refusal } from '../problems.ts';
import type { Box, Frame, Point } from './geometry.ts';

const topology = atlas as unknown as Topology<{
	countries: GeometryCollection<{ name: string }>;
	land: GeometryCollection;
}>;
const land = feature(topology, topology.objects.land);
/** Drawn within their state, as the United Nations count it. */
const WHOLE: Record<string, string> = { 'N. Cyprus': 'Cyprus', Somaliland: 'Somalia' };
const named = ({ properties }: { properties?: unknown }) => {
	const { name } = properties as { name: string };
	return WHOLE[name] ?? name;
};
const borders = mesh(
	topology,
	topology.objects.countries as GeometryCollection<{ name: string }>,
	(one, other) => named(one) !== named(other),
);
/** The countries, by the English names of the data. */
export const countries = feature(topology, topology.objects.countries).features.map((shape) => ({
	name: shape.properties.name,
	shape,
}));

/** In squares of the em: smaller islands are specks, however near. */
const SPECK = 0.012;
/** So much more than a coast's bend of its size is an island worth. */
const ISLAND = 12;
/** At this part of the frame's width from the way a bend is worth half. */
const FAR = 0.12;

/** A point and what it is worth: 1 on the way, less far from it. */
type Vertex = [x: number, y: number, worth: number];

interface Ground {
	/** The rings of the land. */
	land: Point[][];
	/** Lines; none where borders are not wanted. */
	borders: Point[][];
}

/** Land and borders in the frame, simplified until there are at most `points` points. `near`: points of routes and cities. */
export function drawGround(
	projection: GeoProjection,
	{ width, em, points }: Frame,
	near: readonly Point[],
	withBorders: boolean,
): Ground {
	const worth = (point: Point) => 1 / (1 + distance(point, near) / (FAR * width));
	const valued = (line: Point[]) => line.map((point): Vertex => [...point, worth(point)]);
	let lines = withBorders
		? outlines(projection, borders)
				.filter((line) => line.length > 1)
				.map(valued)
		: [];
	// The coast keeps the points where borders reach it.
	const held = new Set(lines.flatMap((line) => [String(line[0]), String(line.at(-1))]));
	let rings = outlines(projection, land)
		.filter((ring) => area(ring) > SPECK * em ** 2)
		.map((ring) =>
			valued(ring).map((vertex): Vertex => {
				const [x, y] = vertex;
				return held.size > 0 && held.has(String(vertex)) ? [x, y, Infinity] : vertex;
			}),
		);
	// At the area of the whole frame every triangle is small enough.
	for (let smallest = 0.5; smallest < 1e9; smallest *= 1.1) {
		rings = rings
			.map((ring) => thin(ring, smallest, true))
			.filter((ring) => isWorth(ring, smallest));
		lines = lines.map((line) => thin(line, smallest, false));
		const drawn = [...rings, ...lines].reduce((sum, { length }) => sum + length, 0);
		if (drawn <= points) return { land: rings.map(bare), borders: lines.map(bare) };
	}
	throw new Refusal('تعذّر رسم اليابسة على الخريطة. صحّح latitude و longitude في بيانات المقال.');
}

/** From a point to the nearest of some. */
export function distance([x, y]: Point, points: readonly Point[]): number {
	let least = Infinity;
	for (const [toX, toY] of points) least = Math.min(least, (toX - x) ** 2 + (toY - y) ** 2);
	return Math.sqrt(least);
}

const bare = (line: readonly Vertex[]) => line.map(([x, y]): Point => [x, y]);

/** Rings that are down to four points go by their area, and the far ones before the near. */
const isWorth = (ring: readonly Vertex[], smallest: number) =>
	ring.length > 4 ||
	ISLAND * area(ring) * Math.max(...ring.map(([, , worth]) => worth)) ** 2 > smallest;

/** What a shape draws on the frame, in whole units. */
export function outlines(
	projection: GeoProjection,
	shape: Parameters<ReturnType<typeof geoPath>>[0],
) {
	const lines: Point[][] = [];
	const lineTo = (decimalX: number, decimalY: number) => {
		const [line, x, y] = [lines.at(-1), Math.round(decimalX), Math.round(decimalY)];
		const last = line?.at(-1);
		if (last?.[0] !== x || last[1] !== y) line?.push([x, y]);
	};
	const moveTo = (x: number, y: number) => {
		lines.push([]);
		lineTo(x, y);
	};
	geoPath(projection, { moveTo, lineTo, beginPath() {}, closePath() {}, arc() {} })(shape);
	return lines;
}

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
const triangle = ([ax, ay]: Vertex, [bx, by]: Vertex, [cx, cy]: Vertex): number =>
	Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

/**
 * Drops points whose triangle with their neighbours is worth less than `smallest` (Visvalingam). The ends of a line
 * stay; a ring has none, and keeps four points.
 */
function thin(line: readonly Vertex[], smallest: number, isRing: boolean): Vertex[] {
	let [dropped, left] = [false, line.length];
	const kept = line.filter((point, index) => {
		const [previous, next] = isRing
			? [line.at(index - 1), line[(index + 1) % line.length]]
			: [line[index - 1], line[index + 1]];
		dropped =
			!dropped &&
			previous !== undefined &&
			next !== undefined &&
			left > (isRing ? 4 : 2) &&
			triangle(previous, point, next) * point[2] < smallest;
		if (dropped) left--;
		return !dropped;
	});
	return kept.length < line.length ? thin(kept, smallest, isRing) : kept;
}

export type Side = [Point, Point];
/** The sides of a line, or of a ring. */
export const sides = (line: readonly Point[], isRing: boolean): Side[] =>
	line.flatMap((point, index): Side[] => {
		const next = line[index + 1] ?? (isRing ? line[0] : undefined);
		return next ? [[point, next]] : [];
	});

/** Whether a straight line meets a box (Liang and Barsky). */
export function crosses({ left, top, right, bottom }: Box, [[x, y], [toX, toY]]: Side): boolean {
	let [first, last] = [0, 1];
	for (const [step, room] of [
		[x - toX, x - left],
		[toX - x, right - x],
		[y - toY, y - top],
		[toY - y, bottom - y],
	] as const) {
		if (step === 0) {
			if (room < 0) return false;
		} else if (step < 0) first = Math.max(first, room / step);
		else last = Math.min(last, room / step);
	}
	return first <= last;
}
