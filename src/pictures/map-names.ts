/**
 * Names for orientation: seas and countries, where they stand clear of coasts, borders, routes and
 * cities.
 */
import {
	type GeoPermissibleObjects,
	type GeoProjection,
	geoArea,
	geoBounds,
	geoContains,
} from 'd3-geo';
import { area, countries, crosses, distanceFrom, sides } from './coasts.ts';
import { COUNTRIES, SEAS } from './gazetteer.ts';
import { type Box, EARTH, extent, type Frame, type Point } from './geometry.ts';
import { boxes, type End, overlap, SIZE, SIZES, wrapped } from './map-labels.ts';
import { outlines, prepare, type Shape } from './outlines.ts';

/** A name by the middle of its first baseline. */
export interface Name {
	x: number;
	y: number;
	lines: string[];
}

/** The most names, those under cities among them, and the most of seas and of countries. */
const MOST = 4;
const MOST_OF_A_KIND = { sea: 2, country: 3 };
/** In em: the gap to coasts and lines, to cities, and to other names. */
const COAST = 0.1;
const CITY = 0.3;
const APART = 1;

interface Candidate {
	name: string;
	kind: 'sea' | 'country';
	/** Large ones near the route come first. */
	score: number;
	/** The best first. */
	places(): Point[];
	holds(box: Box): boolean;
}

/**
 * Places names clear of coasts, cities and `near`, the points of routes and cities. The country of
 * an end and what is large and near a route come first.
 */
export function placeNames(
	projection: GeoProjection,
	frame: Frame,
	drawn: { land: Point[][]; borders: Point[][] },
	near: readonly Point[],
	ends: readonly End[],
): Name[] {
	const { width, height, em } = frame;
	const coasts = drawn.land.flatMap((ring) => sides(ring, true));
	const cities = SIZES.flatMap((size) =>
		ends.flatMap((end) => Object.values(boxes(end, em * size))),
	);
	const distance = distanceFrom(near);
	const closeness = (point: Point) => 1 / (1 + distance(point) / (width / 6));
	const taken: { box: Box; kind: Candidate['kind'] }[] = [];
	const isFree = (box: Box) => {
		if (box.left <= em / 2 || box.right >= width - em / 2) return false;
		if (box.top <= em / 4 || box.bottom >= height - em / 4) return false;
		const toCity = grown(box, CITY * em);
		const toName = grown(box, APART * em);
		const toCoast = grown(box, COAST * em);
		return (
			!cities.some((other) => overlap(toCity, other)) &&
			!taken.some((other) => overlap(toName, other.box)) &&
			!near.some(([x, y]) => isWithin(toCity, x, y)) &&
			!coasts.some((side) => crosses(toCoast, side))
		);
	};
	const under = ends.flatMap(({ country }) => country ?? []);
	const labelled = new Set([...ends.map(({ lines }) => lines.join(' ')), ...under]);
	const candidates = [
		...seas(projection, drawn.land, frame, closeness),
		...lands(projection, ends, frame, closeness, drawn.borders.length > 0),
	].sort((one, other) => other.score - one.score);
	const names: Name[] = [];
	for (const { name, kind, places, holds } of candidates) {
		if (names.length + under.length >= MOST) break;
		if (labelled.has(name)) continue;
		if (taken.filter((other) => other.kind === kind).length === MOST_OF_A_KIND[kind]) continue;
		const points = places();
		const [found] = wrapped(name).flatMap((lines) => {
			for (const [x, y] of points) {
				const label = { x: Math.round(x), y: Math.round(y), lines };
				const box = boxes({ ...label, anchor: 'middle', dx: 0, dy: 0 }, SIZE * em).label;
				if (isFree(box) && holds(box)) return [{ label, box }];
			}
			return [];
		});
		if (!found) continue;
		names.push(found.label);
		labelled.add(name);
		taken.push({ box: found.box, kind });
	}
	return names;
}

type Closeness = (point: Point) => number;

function seas(
	projection: GeoProjection,
	land: Point[][],
	{ width, height }: Frame,
	closeness: Closeness,
): Candidate[] {
	return Object.entries(SEAS).flatMap(([name, circles]) =>
		circles.flatMap(([longitude, latitude, kilometers]): Candidate | [] => {
			const middle = projection([longitude, latitude]) ?? [NaN, NaN];
			const radius = (kilometers / EARTH) * projection.scale();
			const [across, down] = [Math.abs(middle[0] - width / 2), Math.abs(middle[1] - height / 2)];
			// No place of it is in the frame.
			if (!(across < width / 2 + radius && down < height / 2 + radius)) return [];
			const places = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((part) =>
				Array.from({ length: part ? 12 : 1 }, (_, turn): Point => {
					const angle = (turn * Math.PI) / 6;
					return [
						middle[0] + radius * part * Math.cos(angle),
						middle[1] + radius * part * Math.sin(angle),
					];
				}),
			);
			return {
				name,
				kind: 'sea',
				score: 2 * Math.min(radius / width, 0.25) * Math.max(...places.map(closeness)),
				places: () => places,
				holds: (box) => !isIn(land, centre(box)),
			};
		}),
	);
}

function lands(
	projection: GeoProjection,
	ends: readonly End[],
	{ width, em }: Frame,
	closeness: Closeness,
	hasBorders: boolean,
): Candidate[] {
	return sized().flatMap(({ name, shape, size: angle }): Candidate[] => {
		if (angle * projection.scale() < em) return [];
		const [ring = []] = outlines(projection, shape).sort((one, other) => area(other) - area(one));
		const size = area(ring);
		if (size < 2 * em ** 2) return [];
		const [left, right] = extent(ring.map(([x]) => x));
		const [top, bottom] = extent(ring.map(([, y]) => y));
		const middle: Point = [(left + right) / 2, (top + bottom) / 2];
		const fromMiddle = ([x, y]: Point) => Math.hypot(x - middle[0], y - middle[1]);
		const places = Array.from({ length: 11 }, (_, down) =>
			Array.from(
				{ length: 15 },
				(_, across): Point => [
					left + ((across + 0.5) / 15) * (right - left),
					top + ((down + 0.5) / 11) * (bottom - top),
				],
			),
		).flat();
		const edge = sides(ring, true);
		const home = ends.some(({ x, y }) => isIn([ring], [x, y]));
		const candidate = {
			name,
			kind: 'country' as const,
			score: (Math.sqrt(size) / width) * Math.max(...places.map(closeness)) * (home ? 3 : 1),
			// Few are asked.
			places: () => places.toSorted((one, other) => fromMiddle(one) - fromMiddle(other)),
		};
		const isInside = (box: Box) =>
			isIn([ring], centre(box)) && !edge.some((side) => crosses(box, side));
		const isAbout = (box: Box) =>
			isIn([ring], centre(box)) && box.right - box.left < 1.5 * (right - left);
		// A name may reach over borders that are not drawn, and where need be over those of an end's
		// country.
		return [
			...(hasBorders ? [{ ...candidate, holds: isInside }] : []),
			...(hasBorders && !home ? [] : [{ ...candidate, holds: isAbout }]),
		];
	});
}

/** In degrees. This near to another country a place is in doubt, as the borders are simplified. */
const DOUBT = 0.2;

/** The countries and how far they reach, in degrees. */
let reaching: { name: string; shape: GeoPermissibleObjects; bounds: [Point, Point] }[] | undefined;

/**
 * The Arabic name of the country of a place; undefined near another country, and for countries
 * that gazetteer.ts leaves out.
 */
export function countryAt([longitude, latitude]: Point): string | undefined {
	const wide = DOUBT / Math.cos((latitude * Math.PI) / 180);
	const around = [-1, 0, 1].flatMap((east) =>
		[-1, 0, 1].map((north): Point => [longitude + east * wide, latitude + north * DOUBT]),
	);
	reaching ??= countries().map((one) => ({ ...one, bounds: geoBounds(one.shape) }));
	const found = reaching.filter(({ shape, bounds: [[west, south], [east, north]] }) => {
		if (latitude < south - DOUBT || latitude > north + DOUBT) return false;
		// Where west > east it crosses the antimeridian. These are few: skip the check.
		if (west <= east && (longitude < west - wide || longitude > east + wide)) return false;
		return around.some((place) => geoContains(shape, place));
	});
	const [country] = found;
	return found.length === 1 && country ? COUNTRIES[country.name] : undefined;
}

let known: { name: string; shape: Shape; size: number }[] | undefined;
/** The countries that have a name, and about how wide they are, in radians. */
const sized = () =>
	(known ??= countries().flatMap(({ name, shape }) => {
		const arabic = COUNTRIES[name];
		const size = Math.sqrt(geoArea(shape));
		return arabic ? [{ name: arabic, shape: prepare(shape), size }] : [];
	}));

const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
	left: left - by,
	top: top - by,
	right: right + by,
	bottom: bottom + by,
});
const isWithin = ({ left, top, right, bottom }: Box, x: number, y: number) =>
	x > left && x < right && y > top && y < bottom;
const centre = ({ left, top, right, bottom }: Box): Point => [
	(left + right) / 2,
	(top + bottom) / 2,
];

/** Whether a point is inside rings (even-odd). */
function isIn(rings: readonly Point[][], [x, y]: Point): boolean {
	let isInside = false;
	for (const ring of rings) {
		let [ax, ay] = ring.at(-1) ?? [0, 0];
		for (const [bx, by] of ring) {
			if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
			[ax, ay] = [bx, by];
		}
	}
	return isInside;
}
