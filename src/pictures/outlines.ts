/**
 * Projects shapes of the Earth onto a frame. d3 does so for any projection and shape, in 40 ms for
 * the land, as it transforms each point anew. Here all that does not depend on the frame is
 * computed once, for the two projections of our maps. Shapes for which that is not exact are left
 * to d3.
 */
import { type GeoPermissibleObjects, type GeoProjection, geoEqualEarthRaw, geoPath } from 'd3-geo';
import type { Box, Point } from './geometry.ts';

type Position = readonly number[];

/** A ring or a line. Angles are in radians. */
interface Line {
	/** Continuous: beyond ±π where the line crosses the antimeridian. */
	longitudes: Float64Array;
	/** On Equal Earth: `x` for a longitude of 1, and `y`. */
	across: Float64Array;
	up: Float64Array;
	/** As points of the unit sphere: x, y, z in turn. */
	vectors: Float64Array;
	/** Ranges of the arrays above: least and most. */
	longitude: [number, number];
	width: [number, number];
	height: [number, number];
	/** Its bounding circle: centre on the unit sphere, and radius in radians. */
	middle: [number, number, number];
	radius: number;
}

/** A shape that is ready to be drawn on any frame: polygons of rings, or lines. */
export interface Shape {
	parts: { lines: Line[]; whole: GeoPermissibleObjects }[];
	isArea: boolean;
}

interface Geometry {
	type: string;
	coordinates?: unknown;
	geometry?: Geometry | null;
	features?: readonly Geometry[];
}

/** In radians: longer sides are divided, for on paper they are bent. */
const LONGEST = Math.PI / 180;
const RADIANS = Math.PI / 180;
const TURN = 2 * Math.PI;

/** Makes a shape ready: polygons, multi-polygons, and lines of GeoJSON, and features of these. */
export function prepare(geometry: Geometry): Shape {
	const parts: Shape['parts'] = [];
	let isArea = true;
	const add = ({ type, coordinates, geometry: inner, features }: Geometry): void => {
		if (inner) add(inner);
		for (const feature of features ?? []) add(feature);
		const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' && coordinates;
		for (const polygon of (polygons || []) as Position[][][]) {
			const whole = { type: 'Polygon', coordinates: polygon } as GeoPermissibleObjects;
			parts.push({ lines: polygon.map(lineOf), whole });
		}
		if (type !== 'MultiLineString') return;
		isArea = false;
		for (const line of coordinates as Position[][]) {
			const whole = { type: 'LineString', coordinates: line } as GeoPermissibleObjects;
			parts.push({ lines: [lineOf(line)], whole });
		}
	};
	add(geometry);
	return { parts, isArea };
}

/**
 * The points of a line of degrees as unit vectors, x, y, z in turn, and points between those that
 * are far apart.
 */
function vectorsOf(positions: readonly Position[]): number[] {
	const vectors: number[] = [];
	const push = (x: number, y: number, z: number) => {
		const length = Math.hypot(x, y, z);
		vectors.push(x / length, y / length, z / length);
	};
	let last: [number, number, number] | undefined;
	for (const [longitude = 0, latitude = 0] of positions) {
		const [lambda, phi] = [longitude * RADIANS, latitude * RADIANS];
		const [x, y, z] = [
			Math.cos(phi) * Math.cos(lambda),
			Math.cos(phi) * Math.sin(lambda),
			Math.sin(phi),
		];
		if (last) {
			const steps = Math.ceil(Math.hypot(x - last[0], y - last[1], z - last[2]) / LONGEST);
			// On the chord; `push` moves it onto the great circle.
			for (let step = 1; step < steps; step++) {
				const [from, to] = [1 - step / steps, step / steps];
				push(from * last[0] + to * x, from * last[1] + to * y, from * last[2] + to * z);
			}
		}
		push(x, y, z);
		last = [x, y, z];
	}
	return vectors;
}

/** A line of degrees. Of a ring the last point is the first one, as GeoJSON has it. */
function lineOf(positions: readonly Position[]): Line {
	const vectors = vectorsOf(positions);
	const count = vectors.length / 3;
	const line: Line = {
		longitudes: new Float64Array(count),
		across: new Float64Array(count),
		up: new Float64Array(count),
		vectors: Float64Array.from(vectors),
		longitude: [Infinity, -Infinity],
		width: [Infinity, -Infinity],
		height: [Infinity, -Infinity],
		middle: [0, 0, 0],
		radius: 0,
	};
	let turns = 0;
	for (let index = 0; index < count; index++) {
		const [x, y, z] = [0, 1, 2].map((at) => vectors[3 * index + at]) as Line['middle'];
		const lambda = Math.atan2(y, x);
		const before = line.longitudes[index - 1] ?? lambda;
		turns += Math.round((before - lambda - turns) / TURN) * TURN;
		const phi = Math.asin(Math.max(-1, Math.min(1, z)));
		const [across, up] = geoEqualEarthRaw(1, phi);
		line.longitudes[index] = lambda + turns;
		line.across[index] = across;
		line.up[index] = up;
		widen(line.longitude, lambda + turns);
		widen(line.width, across);
		widen(line.height, up);
		line.middle[0] += x;
		line.middle[1] += y;
		line.middle[2] += z;
	}
	const length = Math.hypot(...line.middle) || 1;
	line.middle = line.middle.map((value) => value / length) as Line['middle'];
	for (let index = 0; index < count; index++)
		line.radius = Math.max(
			line.radius,
			angleBetween(line.middle, vectors.slice(3 * index, 3 * index + 3)),
		);
	return line;
}

const widen = (range: [number, number], value: number) => {
	range[0] = Math.min(range[0], value);
	range[1] = Math.max(range[1], value);
};

const dot = ([a = 0, b = 0, c = 0]: readonly number[], [x = 0, y = 0, z = 0]: readonly number[]) =>
	a * x + b * y + c * z;
const angleBetween = (one: readonly number[], other: readonly number[]) =>
	Math.acos(Math.max(-1, Math.min(1, dot(one, other))));

/** Coordinates on paper: x and y in turn. */
type Flat = number[] | Float64Array;

/**
 * Room for the coordinates of one part of a shape: thousands of small arrays would cost more than
 * what is computed.
 */
let room = new Float64Array(1 << 16);
let taken = 0;

/** A slice of the buffer, with old numbers in it. */
function flatOf(points: number): Float64Array {
	const count = 2 * points;
	if (taken + count > room.length) {
		room = new Float64Array(Math.max(room.length, count));
		taken = 0;
	}
	taken += count;
	return room.subarray(taken - count, taken);
}

/**
 * Projects a line, once for each copy of the world in the window; undefined where only d3 is
 * exact.
 */
type Draw = (line: Line, isRing: boolean) => Flat[] | undefined;

/**
 * What a shape draws on the frame, in whole units.
 * @param projection Equal Earth turned about the axis, or azimuthal equal-area; with a clip extent.
 */
export function outlines(projection: GeoProjection, { parts, isArea }: Shape): Point[][] {
	const [[left, top], [right, bottom]] = projection.clipExtent() ?? [
		[-Infinity, -Infinity],
		[Infinity, Infinity],
	];
	const window = { left, top, right, bottom };
	// Only the azimuthal one has a clip angle.
	const isAzimuthal = Boolean(projection.clipAngle());
	const draw = (isAzimuthal ? azimuthal : equalEarth)(projection, window);
	return parts
		.flatMap(({ lines, whole }) => {
			const drawn: Flat[] = [];
			taken = 0;
			for (const [index, line] of lines.entries()) {
				const flats = draw(line, isArea);
				if (!flats) return byD3(projection, whole);
				drawn.push(...flats);
				// A ring around what is opposite the middle is drawn inside out.
				const isInside = ([flat]: Flat[]) => flat && signedArea(flat) * (index ? -1 : 1) < -1;
				if (isAzimuthal && isArea && isInside(flats)) return byD3(projection, whole);
			}
			const cut = isArea ? cutRing : cutLine;
			return drawn.flatMap((flat) => cut(flat, window)).map(inWholes);
		})
		.filter(({ length }) => length > 0);
}

/**
 * Equal Earth: Šavrič, Patterson and Jenny (2018). Whatever crosses the antimeridian stands at both
 * ends of the world.
 */
function equalEarth(projection: GeoProjection, { left, top, right, bottom }: Box): Draw {
	const [longitude] = projection.rotate();
	const scale = projection.scale();
	const [x, y] = projection.translate();
	/** The least distance of the world's ends from its middle at the heights that are seen. */
	const end = Math.min(
		...[top, (top + bottom) / 2, bottom].map((at) => {
			const phi = geoEqualEarthRaw.invert?.(
				0,
				Math.max(-POLE, Math.min(POLE, (y - at) / scale)),
			)[1];
			return Math.PI * geoEqualEarthRaw(1, phi ?? 0)[0] * scale;
		}),
	);
	const hasEnds = x - end < right && x + end > left && (x - end > left || x + end < right);
	return (line, isRing) => {
		const { longitudes, across, up } = line;
		const {
			longitude: [west, east],
			width: [least, most],
			height: [south, north],
		} = line;
		if (y - scale * north > bottom || y - scale * south < top) return [];
		// Around a pole.
		if (isRing && Math.abs((longitudes.at(-1) ?? 0) - (longitudes[0] ?? 0)) > 1) return undefined;
		const flats: Flat[] = [];
		const turned = longitude * RADIANS;
		for (let turns = -2; turns <= 2; turns++) {
			const by = turned + turns * TURN;
			if (west + by >= Math.PI || east + by <= -Math.PI) continue;
			if (hasEnds && (west + by < -Math.PI || east + by > Math.PI)) return undefined;
			const far = [west + by, east + by].flatMap((lambda) => [lambda * least, lambda * most]);
			if (x + scale * Math.max(...far) < left || x + scale * Math.min(...far) > right) continue;
			const flat = flatOf(longitudes.length);
			for (let index = 0; index < longitudes.length; index++) {
				flat[2 * index] = x + scale * ((longitudes[index] ?? 0) + by) * (across[index] ?? 0);
				flat[2 * index + 1] = y - scale * (up[index] ?? 0);
			}
			flats.push(flat);
		}
		return flats;
	};
}

/** What Equal Earth has at a pole, for a radius of 1. */
const POLE = geoEqualEarthRaw(0, Math.PI / 2)[1];

/** Azimuthal equal-area: Snyder, “Map Projections” (1987), p. 185. */
function azimuthal(projection: GeoProjection, { left, top, right, bottom }: Box): Draw {
	const [longitude, latitude] = projection.rotate().map((degrees) => -degrees * RADIANS) as Point;
	const scale = projection.scale();
	const [x, y] = projection.translate();
	const [sine, cosine] = [Math.sin(latitude), Math.cos(latitude)];
	const middle = [cosine * Math.cos(longitude), cosine * Math.sin(longitude), sine];
	const east = [-Math.sin(longitude), Math.cos(longitude), 0];
	const north = [-sine * Math.cos(longitude), -sine * Math.sin(longitude), cosine];
	const angle = projection.angle() * RADIANS;
	const [a, b] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
	const corner = Math.hypot(Math.max(x - left, right - x), Math.max(y - top, bottom - y)) / scale;
	/** How far from the middle the frame reaches. */
	const reach = 2 * Math.asin(Math.min(1, corner / 2));
	return ({ vectors, middle: own, radius }) => {
		if (angleBetween(middle, own) > reach + radius) return [];
		const flat = flatOf(vectors.length / 3);
		for (let from = 0, to = 0; from < vectors.length; from += 3, to += 2) {
			const [vx, vy, vz] = [vectors[from] ?? 0, vectors[from + 1] ?? 0, vectors[from + 2] ?? 0];
			const c = 1 + vx * (middle[0] ?? 0) + vy * (middle[1] ?? 0) + vz * (middle[2] ?? 0);
			// Within two degrees of the antipode a short side is long on paper.
			if (c < 6e-4) return undefined;
			const k = Math.sqrt(2 / c);
			const px = k * (vx * (east[0] ?? 0) + vy * (east[1] ?? 0));
			const py = k * (vx * (north[0] ?? 0) + vy * (north[1] ?? 0) + vz * (north[2] ?? 0));
			flat[to] = a * px - b * py + x;
			flat[to + 1] = y - b * px - a * py;
		}
		return [flat];
	};
}

function byD3(projection: GeoProjection, shape: GeoPermissibleObjects): Point[][] {
	const lines: number[][] = [];
	const lineTo = (x: number, y: number) => void lines.at(-1)?.push(x, y);
	const moveTo = (x: number, y: number) => void lines.push([x, y]);
	geoPath(projection, { moveTo, lineTo, beginPath() {}, closePath() {}, arc() {} })(shape);
	return lines.map(inWholes);
}

/** Where coordinates lie: all in the window, none, or some. */
function positionIn(flat: Flat, { left, top, right, bottom }: Box): 'in' | 'out' | 'both' {
	let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let index = 0; index < flat.length; index += 2) {
		const [x, y] = [flat[index] ?? 0, flat[index + 1] ?? 0];
		if (x < west) west = x;
		if (x > east) east = x;
		if (y < north) north = y;
		if (y > south) south = y;
	}
	if (east < left || west > right || south < top || north > bottom) return 'out';
	return west >= left && east <= right && north >= top && south <= bottom ? 'in' : 'both';
}

/**
 * A ring cut at the edges of the window, along which it then runs: Sutherland and Hodgman (1974).
 */
function cutRing(ring: Flat, window: Box): Flat[] {
	const where = positionIn(ring, window);
	if (where !== 'both') return where === 'in' ? [ring] : [];
	let cut = ring;
	for (const [axis, edge, sign] of [
		[0, window.left, 1],
		[0, window.right, -1],
		[1, window.top, 1],
		[1, window.bottom, -1],
	] as const) {
		const from = cut;
		const to: number[] = [];
		for (let index = 0, last = from.length - 2; index < from.length; last = index, index += 2) {
			const inside = sign * ((from[index + axis] ?? 0) - edge);
			const before = sign * ((from[last + axis] ?? 0) - edge);
			if (inside >= 0 !== before >= 0) {
				const part = before / (before - inside);
				const at = (other: 0 | 1) =>
					(from[last + other] ?? 0) +
					part * ((from[index + other] ?? 0) - (from[last + other] ?? 0));
				to.push(at(0), at(1));
			}
			if (inside >= 0) to.push(from[index] ?? 0, from[index + 1] ?? 0);
		}
		cut = to;
	}
	return [cut];
}

/** The pieces of a line in the window. */
function cutLine(line: Flat, window: Box): Flat[] {
	const where = positionIn(line, window);
	if (where !== 'both') return where === 'in' ? [line] : [];
	const pieces: number[][] = [];
	let isOpen = false;
	for (let index = 2; index < line.length; index += 2) {
		const [x, y, toX, toY] = [0, 1, 2, 3].map((at) => line[index - 2 + at] ?? 0) as [
			number,
			number,
			number,
			number,
		];
		const parts = partWithin(window, x, y, toX, toY);
		if (!parts) {
			isOpen = false;
			continue;
		}
		const [first, last] = parts;
		if (!isOpen || first > 0) pieces.push([x + first * (toX - x), y + first * (toY - y)]);
		pieces.at(-1)?.push(x + last * (toX - x), y + last * (toY - y));
		isOpen = last === 1;
	}
	return pieces;
}

/**
 * The part of a straight line that lies in a box, of 1; undefined where none does (Liang and
 * Barsky).
 */
export function partWithin(
	{ left, top, right, bottom }: Box,
	x: number,
	y: number,
	toX: number,
	toY: number,
): [first: number, last: number] | undefined {
	if (Math.max(x, toX) < left || Math.min(x, toX) > right) return undefined;
	if (Math.max(y, toY) < top || Math.min(y, toY) > bottom) return undefined;
	let [first, last] = [0, 1];
	for (const [step, room] of [
		[x - toX, x - left],
		[toX - x, right - x],
		[y - toY, y - top],
		[toY - y, bottom - y],
	] as const) {
		if (step === 0) {
			if (room < 0) return undefined;
		} else if (step < 0) first = Math.max(first, room / step);
		else last = Math.min(last, room / step);
	}
	return first <= last ? [first, last] : undefined;
}

/** Above 0 where a ring runs clockwise, as outer ones do. */
function signedArea(flat: Flat): number {
	let sum = 0;
	for (let index = 0, last = flat.length - 2; index < flat.length; last = index, index += 2)
		sum += (flat[last] ?? 0) * (flat[index + 1] ?? 0) - (flat[index] ?? 0) * (flat[last + 1] ?? 0);
	return sum / 2;
}

/** Rounds to whole units and drops points repeated in a row. */
function inWholes(flat: Flat): Point[] {
	const points: Point[] = [];
	let [lastX, lastY] = [NaN, NaN];
	for (let index = 0; index < flat.length; index += 2) {
		const [x, y] = [Math.round(flat[index] ?? 0), Math.round(flat[index + 1] ?? 0)];
		if (x !== lastX || y !== lastY) points.push([x, y]);
		[lastX, lastY] = [x, y];
	}
	return points;
}
