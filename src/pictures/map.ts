/**
 * The route map as geometry: land, the cities of an event, and the great circles to them from its
 * origin. Lengths are in units of the frame; y points down.
 */

import {
	type GeoProjection,
	geoAzimuthalEqualArea,
	geoDistance,
	geoEqualEarth,
	geoInterpolate,
} from 'd3-geo';
import { listed } from '../article/conjunction.ts';
import { venuesOf } from '../article/event-words.ts';
import type { EventData } from '../article/schema.ts';
import { counted } from '../publisher/numbers.ts';
import { strings } from '../strings.ts';
import { drawGround, sides } from './coasts.ts';
import { EARTH, extent, type Frame, type Point } from './geometry.ts';
import { COUNTRY, type End, labels, lines, room } from './map-labels.ts';
import { countryAt, type Name, placeNames } from './map-names.ts';

/** The map on a page. Few points keep the page small; on a phone two units are about a pixel. */
export const PAGE: Frame = { width: 720, height: 360, em: 36, points: 210 };

export interface RouteMap {
	frame: Frame;
	/** The part of `frame.more` that is above, in units. */
	above: number;
	/** SVG path data. */
	land: string;
	/** The same of borders, on maps of near places; empty on others. */
	borders: string;
	/** The routes as points and as SVG path data; none without an origin. */
	ways: Point[][];
	route: string;
	origin: End | undefined;
	venues: End[];
	/** The origin, if any, and the venues. */
	ends: End[];
	/** Seas and countries, for orientation. */
	names: Name[];
}

/** In km: nearer places have no map. */
const NEAREST = 50;
/**
 * In km. A frame is at least twice as wide as the route is long, clamped to these limits, so that
 * the country is seen.
 */
const NARROWEST = [1000, 2000] as const;
/**
 * Shorter routes (in radians), and those that pass this latitude, get a map centred on their
 * middle.
 */
const REGIONAL = 0.7;
const POLAR = 72;
/** Borders are drawn where an Earth's radius is longer than so many widths of the frame. */
const NEAR = 1.6;

/** What a map needs of an event. */
export type Places = Pick<EventData, 'origin' | 'venue' | 'venues'>;

interface Place {
	city: string;
	/** As its article calls it. */
	country?: string | undefined;
	at: Point;
}

/** What a map shows: an origin, and the cities of the event, each once. */
interface Route {
	from: Place | undefined;
	to: Place[];
	/** The two that are farthest apart, the origin first if it is one of them. */
	farthest: [Point, Point];
	/** Between those two, along the great circle. */
	kilometers: number;
}

/**
 * The places of an event's map, `[longitude, latitude]`; undefined where fewer than two are known
 * or all are near.
 */
export function route(event: Places): Route | undefined {
	const { origin } = event;
	const from = origin && place(origin);
	const located = venuesOf(event).flatMap((venue) => place(venue) ?? []);
	const to = located.filter(
		({ city }, index) => located.findIndex((other) => other.city === city) === index,
	);
	const all = [...(from ? [from] : []), ...to];
	if (to.length === 0) return undefined;
	const [farthest] = all
		.flatMap(({ at }, index) =>
			all.slice(index + 1).map((other) => [at, other.at] as [Point, Point]),
		)
		.sort(([a, b], [c, d]) => geoDistance(c, d) - geoDistance(a, b));
	if (!farthest) return undefined;
	const kilometers = geoDistance(...farthest) * EARTH;
	return kilometers < NEAREST ? undefined : { from, to, farthest, kilometers };
}

/** A place by its coordinates; undefined without. */
function place({
	city,
	country,
	latitude,
	longitude,
}: {
	city: string;
	country?: string | undefined;
	latitude?: number | undefined;
	longitude?: number | undefined;
}): Place | undefined {
	return latitude === undefined || longitude === undefined
		? undefined
		: { city, country, at: [longitude, latitude] };
}

/** What the map of an event shows, in words; undefined where there is no map. */
export function mapWords(event: Places): { label: string; caption: string } | undefined {
	const shown = route(event);
	if (!shown) return undefined;
	const { from, to, kilometers } = shown;
	const cities = listed(to.map(({ city }) => city));
	const label = from ? strings.map(from.city, cities) : strings.mapCities(cities);
	const caption =
		from && to.length === 1 ? strings.mapRoute(formatKilometers(kilometers)) : `${label}.`;
	return { label, caption };
}

/**
 * The last maps, by frame and places: a paper's events lead from its city to a few others, again
 * and again.
 */
const drawn = new Map<string, RouteMap>();
const KEPT = 100;

/** The map of an event's route, where there is one. */
export function routeMap(event: Places, frame = PAGE): RouteMap | undefined {
	const shown = route(event);
	if (!shown) return undefined;
	const key = JSON.stringify([frame, shown]);
	const map = drawn.get(key) ?? drawRoute(shown, frame);
	drawn.delete(key);
	drawn.set(key, map);
	const [oldest] = drawn.keys();
	if (drawn.size > KEPT && oldest) drawn.delete(oldest);
	return map;
}

function drawRoute({ from, to, farthest }: Route, frame: Frame): RouteMap {
	const places = from ? [from, ...to] : to;
	const names = places.map(({ city }) => lines(city, frame));
	const longest = greatCircle(...farthest);
	const circles = from
		? to.map(({ at }) => (at === farthest[1] ? longest : greatCircle(from.at, at)))
		: [];
	const all = [...places.map(({ at }) => at), ...circles.flat()];
	const rows = Math.max(...names.map(({ length }) => length));
	const { projection, above } = project(longest, all, frame, rows);
	const onPaper = (point: Point) => projection(point) ?? point;
	const ways = circles.map((circle) => circle.map(onPaper));
	const dots = from
		? [ways[0]?.[0] ?? onPaper(from.at), ...ways.map((way) => way.at(-1) ?? ([0, 0] as Point))]
		: places.map(({ at }) => onPaper(at));
	const near = [...dots, ...ways.flat()];
	const isNear = projection.scale() > NEAR * frame.width;
	const ground = drawGround(projection, frame, near, isNear);
	const coasts = ground.land.flatMap((ring) => sides(ring, true));
	const borders = ground.borders.flatMap((line) => sides(line, false));
	const ends = labels(
		names,
		dots,
		ways.flat(),
		frame,
		[...coasts, ...borders],
		from ? countriesOf(places) : [],
	);
	return {
		frame,
		above,
		land: ground.land.map((ring) => `${path(ring)}z`).join(''),
		borders: ground.borders.map((line) => path(line)).join(''),
		ways,
		route: ways.map((way) => path(curves(way), 'c')).join(''),
		origin: from && ends[0],
		venues: from ? ends.slice(1) : ends,
		ends,
		names: placeNames(projection, frame, ground, near, ends),
	};
}

/** The most places that have their countries named. */
const FEW = 3;

/**
 * The country of each place; undefined where places share it, or where it is the city's own name.
 */
function countriesOf(places: readonly Place[]): (string | undefined)[] {
	if (places.length > FEW) return [];
	const countries = places.map(({ at, country }) => countryAt(at) ?? country);
	return countries.map((country, index) => {
		const isShared = countries.filter((other) => other === country).length > 1;
		return isShared || country === places[index]?.city ? undefined : country;
	});
}

/** Rounded to 10 km, from 2,000 on to 100: «870 كيلومترًا», «14,000 كيلومتر». */
export function formatKilometers(kilometers: number): string {
	const exactness = kilometers < 2000 ? 10 : 100;
	const round = Math.round(kilometers / exactness) * exactness;
	return counted(round, strings.kilometers);
}

/**
 * The great circle in 64 steps. Between antipodes there are many; moving one end by a kilometre
 * picks one.
 */
function greatCircle(from: Point, [longitude, latitude]: Point): Point[] {
	const antipodes = Math.PI - geoDistance(from, [longitude, latitude]) < 1e-4;
	const at = geoInterpolate(from, [
		longitude,
		antipodes ? latitude - 0.01 * Math.sign(latitude || -1) : latitude,
	]);
	return Array.from({ length: 65 }, (_, step) => at(step / 64));
}

/**
 * A projection rotated to the meridian of the longest way's middle, so that no antimeridian cuts
 * it, with all places in the frame and room for labels of `rows` lines above and below each dot.
 * North is up, except near a pole: there the route is level and Greenwich is below the North Pole,
 * as on polar maps.
 */
function project(
	longest: Point[],
	places: Point[],
	{ width, height, em, more = 0 }: Frame,
	rows: number,
): { projection: GeoProjection; above: number } {
	const [first, middle, last] = [0, 32, 64].map((step) => longest[step] ?? [0, 0]) as [
		Point,
		Point,
		Point,
	];
	const [highest = first] = places.toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a));
	const apart = Math.abs(((last[0] - first[0] + 540) % 360) - 180);
	const polar = Math.abs(highest[1]) > 88 || (Math.abs(highest[1]) > POLAR && apart > 90);
	const local = polar || geoDistance(first, last) < REGIONAL;
	const projection = local
		? geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]])
		: geoEqualEarth().rotate([-middle[0], 0]);
	projection.scale(1).translate([0, 0]).precision(0.5);
	const onPaper = (place: Point) => projection(place) ?? place;
	if (polar) {
		const [x, y] = onPaper(first);
		projection.angle((Math.atan(y / x) * 180) / Math.PI);
		const [pole, greenwich] = [90, 60].map(
			(latitude) => onPaper([0, latitude * Math.sign(highest[1])])[1],
		) as [number, number];
		if ((greenwich - pole) * highest[1] < 0) projection.angle(projection.angle() + 180);
	}
	const way = places.map(onPaper);
	const [left, right] = extent(way.map(([x]) => x));
	const [top, bottom] = extent(way.map(([, y]) => y));
	const margin = room(rows) * em;
	const scale = Math.min(
		(width - 3.5 * em) / (right - left),
		(height - 2 * margin) / (bottom - top),
		(width * EARTH) / clamp(2 * EARTH * geoDistance(first, last), ...NARROWEST),
	);
	// Centre the route, but do not show space beyond the poles where it can be avoided.
	const pole = local ? Infinity : -onPaper([0, 90])[1] * scale;
	const inWorld = clamp((height - scale * (top + bottom)) / 2, height - pole, pole);
	// Where it can be, with room for countries under the cities.
	const [highestEnd, lowestEnd] = extent([first, last].map((end) => onPaper(end)[1]));
	const labelled = margin + COUNTRY * em;
	const wanted = clamp(
		inWorld,
		labelled - scale * highestEnd,
		height - labelled - scale * lowestEnd,
	);
	const middleAt = clamp(wanted, margin - scale * top, height - margin - scale * bottom);
	const above = Math.round(
		clamp(more / 2, more - Math.max(0, middleAt + pole - height), Math.max(0, pole - middleAt)),
	);
	projection
		.scale(scale)
		.translate([(width - scale * (left + right)) / 2, middleAt])
		.clipExtent([
			[-8, -above - 8],
			[width + 8, height + more - above + 8],
		]);
	return { projection, above };
}

/** Limits a value; the middle of the limits where they cross. */
const clamp = (value: number, least: number, most: number) =>
	least > most ? (least + most) / 2 : Math.min(Math.max(value, least), most);

/** Points of a way from one curve to the next. */
const CURVE = 16;

/**
 * A way as cubic curves that keep its points and directions: start, then two control points and an
 * end of each.
 */
function curves(line: readonly Point[]): Point[] {
	const at = (step: number) => line[clamp(step, 0, line.length - 1)] ?? [0, 0];
	const control = (step: number, side: 1 | -1): Point => {
		const [x, y] = at(step);
		const [[fromX, fromY], [toX, toY]] = [at(step - 1), at(step + 1)];
		const steps = step === 0 || step === line.length - 1 ? 1 : 2;
		const reach = (side * CURVE) / 3 / steps;
		return [x + (toX - fromX) * reach, y + (toY - fromY) * reach];
	};
	const points = [at(0)];
	for (let step = CURVE; step < line.length; step += CURVE)
		points.push(control(step - CURVE, 1), control(step, -1), at(step));
	return points;
}

/**
 * SVG path data in whole units: a start and relative steps, as lines (`l`) or cubic curves (`c`).
 */
function path(points: readonly Point[], command: 'l' | 'c' = 'l'): string {
	const whole = points.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
	const moves = whole.map(([x, y], index) => {
		// The three points of a curve are relative to its start.
		const from = command === 'c' ? index - 1 - ((index + 2) % 3) : index - 1;
		const [fromX, fromY] = whole[from] ?? [0, 0];
		return `${x - fromX} ${y - fromY}`;
	});
	return `M${moves[0]}${command}${moves.slice(1).join(' ')}`.replaceAll(' -', '-');
}
