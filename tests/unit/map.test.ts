import { brotliCompressSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Venue } from '../../src/article/event.ts';
import type { Frame, Point } from '../../src/pictures/geometry.ts';
import { write } from '../../src/pictures/lettering.ts';
import { formatKilometers, mapWords, PAGE, route, routeMap } from '../../src/pictures/map.ts';
import { mapImage, PICTURE } from '../../src/pictures/map-image.ts';
import { boxes, type End, labels, lines } from '../../src/pictures/map-labels.ts';

type City = [name: string, latitude: number, longitude: number, country?: string];
type Pair = [origin: City, venue: City];

const venue = (city: string, country = city): Venue => ({
	name: city,
	city,
	country,
	countryCode: 'XX',
});
const event = ([
	[from, fromLatitude, fromLongitude],
	[to, latitude, longitude, country],
]: Pair) => ({
	origin: { city: from, latitude: fromLatitude, longitude: fromLongitude },
	venue: { ...venue(to, country), latitude, longitude },
});
const drawMap = (pair: Pair, frame?: Frame) => {
	const map = routeMap(event(pair), frame);
	const { origin, venues: [venue] = [], ways: [way] = [] } = map ?? {};
	if (!map || !origin || !venue || !way) throw new Error(`no map for ${pair.join(' – ')}`);
	return { ...map, origin, venue, way };
};
const drawn = new Map<string, ReturnType<typeof drawMap>>();
/** The map of two places, drawn once for all tests. */
const mapOf = (pair: Pair, frame = PAGE) => {
	const key = JSON.stringify([pair, frame]);
	const map = drawn.get(key) ?? drawMap(pair, frame);
	drawn.set(key, map);
	return map;
};

/** The labels of a way's two ends. */
const ends = (
	names: readonly string[][],
	way: readonly Point[],
	frame: Omit<Frame, 'points'>,
): { origin: End; venue: End } => {
	const [origin, venue] = labels(names, [way[0]!, way.at(-1)!], way, frame);
	return { origin: origin!, venue: venue! };
};

const AMMAN: City = ['عمّان', 31.95, 35.91];
const MEXICO: City = ['مكسيكو', 19.43, -99.13];
const LONG = 'دوقية مكلنبورغ شتريليتز الكبرى القديمة'; // 38 letters
const LONGER = 'سان كريستوبال دي لا لاغونا على البحيرات'; // 39

const NASTY: Pair[] = [
	[AMMAN, MEXICO],
	[MEXICO, AMMAN],
	[
		['طوكيو', 35.68, 139.69],
		['سان فرانسيسكو', 37.77, -122.42],
	],
	[AMMAN, ['سيدني', -33.87, 151.21]],
	[
		['أنكوراج', 61.2, -149.9],
		['أوسلو', 59.9, 10.75],
	],
	[AMMAN, ['العقبة', 29.53, 35.0]],
	[
		['سوفا', -18.14, 178.44],
		['أبيا', -13.83, -171.77],
	],
	[
		['سانتياغو', -33.45, -70.67],
		['أوكلاند', -36.85, 174.76],
	],
	[
		['لونغييربين', 78.22, 15.65],
		['فيربانكس', 64.84, -147.72],
	],
	[
		['مدريد', 40.42, -3.7],
		['ولينغتون', -41.29, 174.78],
	],
	[
		['ماكموردو', -77.85, 166.67],
		['سانتياغو', -33.45, -70.67],
	],
	[
		['الشمال', 90, 0],
		['الجنوب', -90, 0],
	],
	[['الشمال', 90, 120], AMMAN],
	[AMMAN, ['الجنوب', -90, -30]],
	[
		['هنا', 0, 0],
		['هناك', 0, 180],
	],
	[
		['هنا', 40, -3.7],
		['هناك', -40, 176.3],
	],
	[
		['شرق', 0, 179.7],
		['غرب', 0, -179.7],
	],
	[
		['شرق', 10, -180],
		['غرب', 60, 180],
	],
	[
		['شمال', 0.3, 20],
		['جنوب', -0.3, 20],
	],
	[
		['شرق', 60, 10.5],
		['غرب', 60, 9.4],
	],
	[
		['أوسلو', 59.9, 10.75],
		['كيب تاون', -33.92, 18.42],
	],
	[
		['ترومسو', 69.65, 18.96],
		['أوشوايا', -54.8, -68.3],
	],
	// A border touches the edge of the frame in one point.
	[
		['عمّان', 31.9539, 35.9106],
		['تونس', 36.813, 10.185],
	],
];

/** Numbers that are the same in every run (mulberry32). */
function* numbers(seed: number): Generator<number, never> {
	for (let state = seed; ; ) {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}
}
const random = numbers(2024);
const number = (least: number, most: number) => least + random.next().value * (most - least);
const NAMES = ['مكة', 'عمّان', 'سان فرانسيسكو', 'بندر سيري بيغاوان', LONG, LONGER];
const city = (latitude: number, longitude: number): City => [
	NAMES[Math.floor(number(0, NAMES.length))] ?? '',
	latitude,
	longitude,
];
/** Anywhere on the Earth, and a second place anywhere too or at most some 600 km off, but not so near that there is no map. */
const SOME: Pair[] = Array.from({ length: 6 }, (_, index) => {
	const latitude = (Math.asin(number(-1, 1)) * 180) / Math.PI;
	const longitude = number(-180, 180);
	if (index % 3)
		return [
			city(latitude, longitude),
			city((Math.asin(number(-1, 1)) * 180) / Math.PI, number(-180, 180)),
		];
	const off = number(0.6, 5) * (latitude > 0 ? -1 : 1);
	return [
		city(latitude, longitude),
		city(latitude + off, ((longitude + number(-5, 5) + 540) % 360) - 180),
	];
});

interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}
/** Whether boxes overlap by more than 0.1 units. */
const overlap = (a: Box, b: Box) =>
	Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.1 &&
	Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.1;
const within = ({ left, top, right, bottom }: Box, { width, height }: Frame) =>
	left >= 0 && top >= 0 && right <= width && bottom <= height;
const apart = ([x, y]: Point, [toX, toY]: Point) => Math.hypot(toX - x, toY - y);
const numbersIn = (path: string) =>
	[...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits));

/** What must be true of the map between any two places. */
function judge(pair: Pair, frame: Frame = PAGE) {
	const map = mapOf(pair, frame);
	const { width, height, em } = frame;
	for (const end of [map.origin, map.venue]) {
		expect(end.x, 'a dot has room beside it').toBeGreaterThan(em);
		expect(end.x, 'a dot has room beside it').toBeLessThan(width - em);
		expect(end.y, 'a dot has room over it').toBeGreaterThan(em);
		expect(end.y, 'a dot has room under it').toBeLessThan(height - em);
		expect(end.lines.join(' '), 'the name is whole').toBe(pair[end === map.origin ? 0 : 1][0]);
	}
	// From a phone (an em of the full size) to a wide screen; 0.29 is beside the sizes that the code looks at.
	for (const size of [1, 0.95, 0.66, 0.55, 0.43, 0.36, 0.29]) {
		const [one, other] = [boxes(map.origin, em * size), boxes(map.venue, em * size)];
		expect(
			within(one.label, frame) && within(other.label, frame),
			`labels in the frame at ${size}`,
		).toBe(true);
		expect(overlap(one.label, other.label), `labels apart at ${size}`).toBe(false);
		expect(
			overlap(one.dot, other.label) || overlap(one.label, other.dot),
			`dots free at ${size}`,
		).toBe(false);
		expect(
			overlap(one.label, one.dot) || overlap(other.label, other.dot),
			`no label on its own dot at ${size}`,
		).toBe(false);
	}
	const steps = map.way.slice(1).map((point, index) => apart(map.way[index] ?? point, point));
	const length = steps.reduce((sum, step) => sum + step, 0);
	expect(Math.max(...steps) / length, 'the way has no jump').toBeLessThan(0.1);
	expect(
		map.way.every(([x, y]) => x > 0 && y > 0 && x < width && y < height),
		'the way is in the frame',
	).toBe(true);
	for (const { x, y, lines } of map.names) {
		const { label } = boxes({ x, y, lines, anchor: 'middle', dx: 0, dy: 0 }, em * 0.75);
		expect(within(label, frame), `${lines} in the frame`).toBe(true);
		expect(
			map.way.filter(
				([x, y]) => x > label.left && x < label.right && y > label.top && y < label.bottom,
			),
			`${lines} clear of the way`,
		).toEqual([]);
		for (const size of [1, 0.66, 0.36])
			for (const end of [map.origin, map.venue])
				for (const box of Object.values(boxes(end, em * size)))
					expect(overlap(label, box), `${lines} clear of the cities at ${size}`).toBe(false);
		const land = [label.left, (label.left + label.right) / 2, label.right].flatMap((x) =>
			[label.top, label.bottom].map((y) => inside(map.land, x, y)),
		);
		expect(new Set(land).size, `${lines} clear of coasts`).toBe(1);
	}
	expect(map.land + map.borders + map.route).not.toMatch(/NaN|Infinity|undefined|e-/);
	expect(map.land + map.borders + map.route, 'every line has an end').not.toMatch(/[lc](?!-?\d)/);
	expect(brotliCompressSync(map.land + map.borders + map.route).length, 'bytes').toBeLessThan(
		frame === PAGE ? 750 : Infinity,
	);
	// The drawn line is the way: no point of it is off by what an eye would see, and its ends are the dots.
	const drawn = curve(map.route, map.way.length - 1);
	expect(drawn).toHaveLength(map.way.length);
	expect(
		Math.max(...drawn.map((point, index) => apart(point, map.way[index] ?? [NaN, NaN]))),
		'the line leaves the way',
	).toBeLessThan(1);
	for (const [end, point] of [
		[map.origin, drawn[0]],
		[map.venue, drawn.at(-1)],
	] as const)
		expect(apart(point ?? [NaN, NaN], [end.x, end.y])).toBeLessThan(0.3);
}

/** Points of a path of relative cubic curves, as many steps as named over all of them alike. */
function curve(path: string, steps: number): Point[] {
	const [x = 0, y = 0, ...moves] = numbersIn(path);
	const points: Point[] = [[x, y]];
	for (let index = 0; index < moves.length; index += 6) {
		const [fromX, fromY] = points.at(-1) ?? [x, y];
		const [oneX = 0, oneY = 0, otherX = 0, otherY = 0, toX = 0, toY = 0] = moves.slice(
			index,
			index + 6,
		);
		const each = (steps * 6) / moves.length;
		for (let step = 1; step <= each; step++) {
			const t = step / each;
			const [one, other, end] = [3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
			points.push([
				fromX + one * oneX + other * otherX + end * toX,
				fromY + one * oneY + other * otherY + end * toY,
			]);
		}
	}
	return points;
}

describe('a map between any two places', () => {
	test.each(NASTY.map((pair) => [pair.map(([name]) => name).join(' – '), pair] as const))(
		'%s',
		(_name, pair) => judge(pair),
	);
	test('some more, anywhere, with names of every length', () => {
		for (const pair of SOME) {
			try {
				judge(pair);
			} catch (error) {
				throw new Error(`${pair.join(' – ')}: ${String(error)}`, { cause: error });
			}
		}
	});
	test('in the frame of the picture files', () => {
		for (const index of [0, 11]) judge(NASTY[index]!, PICTURE);
	});
	test.each(
		[3, 5, 11, 16, 18].map((index) => {
			const pair = NASTY[index]!;
			return [pair.map(([name]) => name).join(' – '), pair] as const;
		}),
	)('%s with long names', (_name, [[, ...from], [, ...to]]) =>
		judge([
			[LONG, ...from],
			[LONGER, ...to],
		]),
	);
});

describe('there is no picture', () => {
	const { origin, venue: there } = event([AMMAN, MEXICO]);
	test.each([
		['without an origin', { venue: there }],
		['without coordinates of the venue', { origin, venue: venue('مكسيكو') }],
		['when both are one place', event([AMMAN, AMMAN])],
		['when they are 36 km apart', event([AMMAN, ['جرش', 32.27, 35.9]])],
		[
			'when they are 49 km apart',
			event([
				['هنا', 0, 0],
				['هناك', 0, 0.44],
			]),
		],
		[
			'when they are 40 km apart across the antimeridian',
			event([
				['شرق', 0, 179.8],
				['غرب', 0, -179.85],
			]),
		],
	])('%s', (_case, places) => {
		expect(route(places)).toBeUndefined();
		expect(routeMap(places)).toBeUndefined();
	});
});

describe('north is up, and the map is about the way', () => {
	test.each<[string, Pair, (origin: Point, venue: Point, way: Point[]) => boolean]>([
		[
			'Amman is east of Mexico City and a little north',
			[AMMAN, MEXICO],
			([x, y], [toX, toY]) => x > toX + 500 && y < toY,
		],
		['San Francisco is east of Tokyo across the Pacific', NASTY[2]!, ([x], [toX]) => toX > x + 500],
		[
			'Apia is east of Suva across the antimeridian',
			NASTY[6]!,
			([x, y], [toX, toY]) => toX > x && toY < y,
		],
		['Aqaba is south-west of Amman', NASTY[5]!, ([x, y], [toX, toY]) => toX < x && toY > y],
		[
			'the way from Amman bends to the north',
			[AMMAN, MEXICO],
			([, y], _venue, way) => Math.min(...way.map(([, at]) => at)) < y - 60,
		],
		[
			'the way from Santiago to Auckland bends to the south',
			NASTY[7]!,
			(_origin, [, y], way) => Math.max(...way.map(([, at]) => at)) > y + 60,
		],
		['a way over the pole lies level', NASTY[4]!, ([, y], [, toY]) => Math.abs(y - toY) < 1],
	])('%s', (_fact, pair, holds) => {
		const { origin, venue, way } = mapOf(pair);
		expect(holds([origin.x, origin.y], [venue.x, venue.y], way)).toBe(true);
	});

	test('from 50 km on there is a map', () =>
		expect(
			route(
				event([
					['هنا', 0, 0],
					['هناك', 0, 0.46],
				]),
			)?.kilometers,
		).toBeCloseTo(51.1, 0));

	test.each<[string, Pair, boolean]>([
		[
			'past 72° and to the other side lies level',
			[NASTY[4]![1], ['كالغاري', 51.05, -114.07]],
			true,
		],
		['up to 71° does not', [AMMAN, ['لوس أنجلوس', 34.05, -118.24]], false],
		['from less than 2° off the pole lies level', [['الشمال', 89, 0], AMMAN], true],
		['from 3° off the pole does not', [['الشمال', 87, 0], AMMAN], false],
	])('a way %s', (_way, pair, level) => {
		const { origin, venue } = mapOf(pair);
		expect(Math.abs(origin.y - venue.y) < 1).toBe(level);
	});

	test.each<City>([
		['سانتياغو', -33.45, -70.67],
		['بوينس آيرس', -34.6, -58.4],
	])('over the South Pole Greenwich is above: %s is to the left of Perth', (...city) => {
		const { origin, venue } = mapOf([city, ['بيرث', -31.95, 115.86]]);
		expect(origin.x).toBeLessThan(venue.x - 500);
	});

	test.each<[string, Pair, boolean]>([
		[
			'2,200 km: straight, for the map is about its middle',
			[
				['هنا', 60, 0],
				['هناك', 60, 40],
			],
			true,
		],
		[
			'4,500 km: bent',
			[
				['هنا', 60, 0],
				['هناك', 60, 100],
			],
			false,
		],
	])('a way of %s', (_way, pair, straight) => {
		const { way, venue } = mapOf(pair);
		expect(Math.abs(way[32]![1] - venue.y) < 1).toBe(straight);
	});

	test.each<[string, Pair]>([
		['far places', [AMMAN, MEXICO]],
		['near ones, with borders', NASTY[5]!],
	])('land and borders of %s have 210 points at most', (_pair, pair) => {
		const { land, borders } = mapOf(pair);
		const points = numbersIn(land + borders).length / 2;
		expect(points).toBeLessThanOrEqual(210);
		expect(points).toBeGreaterThan(160);
	});

	test.each<[Pair, number]>([
		[[AMMAN, ['بيروت', 33.89, 35.5]], 1000],
		[
			[
				['هنا', 0, 20],
				['هناك', 0, 26.3],
			],
			1400,
		],
		[
			[
				['هنا', 0, 20],
				['هناك', 0, 32],
			],
			2000,
		],
	])('near places are shown with their country: %j, %d km from side to side', (pair, across) => {
		const { way } = mapOf(pair);
		const { kilometers = 0 } = route(event(pair)) ?? {};
		expect((PAGE.width * kilometers) / apart(way[0]!, way.at(-1)!) / 10).toBeCloseTo(
			across / 10,
			0,
		);
	});

	test('borders are drawn where the country fills the map, and on no other', () => {
		const [near, far] = [mapOf(NASTY[5]!), mapOf([AMMAN, MEXICO])];
		expect(near.borders.match(/M/g)?.length).toBeGreaterThan(3);
		expect(far.borders).toBe('');
	});

	// Points of the frame that are well inside these islands.
	test.each<[string, Pair, Record<string, Point>]>([
		[
			'Athens and Cairo',
			[
				['أثينا', 37.98, 23.73],
				['القاهرة', 30.04, 31.24],
			],
			{ Cyprus: [483, 151], Crete: [298, 148], Rhodes: [366, 121] },
		],
		[
			'Tunis and Rome',
			[
				['تونس', 36.81, 10.18],
				['روما', 41.9, 12.5],
			],
			{ Sardinia: [284, 147], Sicily: [456, 259], Corsica: [290, 61], Majorca: [85, 157] },
		],
		[
			'Amman and Mexico City',
			[AMMAN, MEXICO],
			{ Crete: [605, 162], Sardinia: [532, 135], Sicily: [556, 149], Britain: [475, 72] },
		],
		[
			'Seoul and Sydney',
			[
				['سيول', 37.57, 126.98],
				['سيدني', -33.87, 151.21],
			],
			{
				Hokkaido: [367, 54],
				Honshu: [358, 74],
				Kyushu: [342, 85],
				Luzon: [318, 133],
				Java: [291, 208],
			},
		],
		[
			'Riyadh and Tokyo',
			[
				['الرياض', 24.71, 46.68],
				['طوكيو', 35.68, 139.69],
			],
			{ Hokkaido: [661, 94], Kyushu: [607, 183], Korea: [584, 153], Luzon: [557, 322] },
		],
	])('between %s no island is missing', (_pair, pair, islands) => {
		const { land } = mapOf(pair);
		const missing = Object.entries(islands).filter(([, [x, y]]) => !inside(land, x, y));
		expect(missing).toEqual([]);
	});

	test.each<[string, Pair]>([
		['Vancouver', [AMMAN, ['فانكوفر', 49.28, -123.12]]],
		['Los Angeles', [AMMAN, ['لوس أنجلوس', 34.05, -118.24]]],
	])('over the North Pole to %s: Europe is below, so Amman is to the right', (_city, pair) => {
		const { origin, venue } = mapOf(pair);
		expect(origin.x).toBeGreaterThan(venue.x + 500);
	});

	test('a tall frame does not look past the pole: the north of Greenland is near its edge', () => {
		const { land, above } = mapOf([AMMAN, MEXICO], PICTURE);
		const north = land.split('z').map((ring) => above + (numbersIn(ring)[1] ?? Infinity));
		expect(Math.min(...north)).toBeGreaterThan(0);
		expect(Math.min(...north)).toBeLessThan(60);
	});

	test('both dots and Africa between them are on land, and the middle of the Atlantic is sea', () => {
		const { land, origin, venue } = mapOf([AMMAN, MEXICO]);
		expect([
			inside(land, venue.x, venue.y),
			inside(land, origin.x + 8, origin.y),
			inside(land, 500, 220),
			inside(land, 300, 200),
		]).toEqual([true, true, true, false]);
	});
});

/** Whether a point is in the rings of a path of relative lines (even-odd). */
function inside(path: string, x: number, y: number): boolean {
	let crossings = 0;
	for (const ring of path.split('z').filter(Boolean)) {
		const flat = numbersIn(ring);
		const points: Point[] = [];
		for (let index = 0; index < flat.length; index += 2) {
			const [fromX, fromY] = points.at(-1) ?? [0, 0];
			points.push([fromX + (flat[index] ?? 0), fromY + (flat[index + 1] ?? 0)]);
		}
		for (const [index, [ax, ay]] of points.entries()) {
			const [bx, by] = points[(index + 1) % points.length] ?? [ax, ay];
			if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) crossings++;
		}
	}
	return crossings % 2 === 1;
}

describe('names', () => {
	test.each([
		['عمّان', ['عمّان']],
		['سان فرانسيسكو', ['سان فرانسيسكو']],
		['دوقية مكلنبورغ شتريليتز الكبرى القديمة', ['دوقية مكلنبورغ', 'شتريليتز الكبرى القديمة']],
		['كلمةواحدةطويلةبلامسافاتولاتنقسمإلىسطرين', []],
		['اسم طويل جدًا لا يكفيه سطران مهما قُسم لأن فيه من الكلمات أكثر مما تحتمل خريطة', []],
	])('%s', (name, expected) => expect(lines(name, PAGE)).toEqual(expected));

	test.each([
		'عمّان',
		'عدن',
		'جنيف',
		'صفاقس',
		'فاس',
		'قبرص',
		'بوخارست',
		'سان فرانسيسكو',
		'كييف',
		'المدينة المنورة',
		'قُرطُبة',
		'New York',
	])('%s is not wider than it is taken to be', async (name) => {
		const em = 100;
		const { width, height } = await write(name, { size: em });
		const { label } = boxes({ x: 0, y: 0, lines: [name], anchor: 'middle', dx: 0, dy: 0 }, em);
		expect(width).toBeLessThan(label.right - label.left);
		expect(height).toBeLessThan(label.bottom - label.top);
	});

	test('marks take no room', () => {
		const width = (name: string) => {
			const end = { x: 0, y: 0, lines: [name], anchor: 'middle', dx: 0, dy: 0 } as const;
			const { label } = boxes({ ...end, lines: [name] }, 100);
			return label.right - label.left;
		};
		expect(width('قُرْطُبَةُ')).toBe(width('قرطبة'));
	});

	test('one that finds no room is left to the caption, and the other stays', () => {
		const { origin, venue } = mapOf([
			['كلمةواحدةطويلةبلامسافاتولاتنقسمإلىسطرين', 23.588, 58.3829],
			MEXICO,
		]);
		expect([origin.lines, venue.lines]).toEqual([[], ['مكسيكو']]);
	});

	test('a frame without room goes without names', () => {
		const { origin, venue } = ends(
			[['عمّان'], ['مكسيكو']],
			[
				[20, 20],
				[60, 20],
			],
			{ width: 80, height: 40, em: 36 },
		);
		expect([origin.lines, venue.lines]).toEqual([[], []]);
	});

	test('of two near dots the lower has its name below, so that the names stay apart where they are set smaller', () => {
		const { origin, venue } = ends(
			[['سان فرانسيسكو'], ['سان كريستوبال']],
			[
				[300, 200],
				[450, 175],
			],
			PAGE,
		);
		expect([
			boxes(origin, 36).label.top > origin.y,
			boxes(venue, 36).label.bottom < venue.y,
		]).toEqual([true, true]);
	});

	test('where there is room neither over nor under a dot the name stands beside it', () => {
		const { origin } = ends(
			[['عمّان'], []],
			[
				[360, 35],
				[60, 35],
			],
			{ width: 720, height: 70, em: 36 },
		);
		const { label, dot } = boxes(origin, 36);
		expect([origin.lines, label.left > dot.right, label.right < 720]).toEqual([
			['عمّان'],
			true,
			true,
		]);
	});

	test('stand off the coast where they can', () => {
		const coast: [Point, Point][] = [
			[
				[0, 140],
				[720, 140],
			],
		];
		const [origin] = labels(
			[['عمّان'], []],
			[
				[200, 170],
				[600, 170],
			],
			[],
			PAGE,
			coast,
		);
		expect(boxes(origin!, PAGE.em).label.top).toBeGreaterThan(170);
	});

	test.each<[string, Pair, string[]]>([
		['far: oceans and large countries near the way', [AMMAN, MEXICO], ['المحيط الأطلسي', 'كندا']],
		[
			'no fifth with those under the cities, though there is room for one',
			[AMMAN, ['نيروبي', -1.29, 36.82]],
			['المحيط الهندي', 'السودان'],
		],
		[
			'near: the country of the two cities first',
			[AMMAN, ['العقبة', 29.53, 35.0, 'الأردن']],
			['الأردن', 'السعودية', 'مصر', 'البحر المتوسط'],
		],
		[
			'two seas at most, a narrow one in two lines',
			[
				['تونس', 36.81, 10.18],
				['سنغافورة', 1.35, 103.82],
			],
			['الصين', 'المحيط الهندي', 'الجزائر', 'بحر/العرب'],
		],
		[
			'none twice: a city that is called as its country',
			[
				['تونس', 36.81, 10.18],
				['روما', 41.9, 12.5],
			],
			['البحر المتوسط', 'الجزائر'],
		],
	])('of seas and countries, four at most: %s', (_case, pair, expected) =>
		expect(mapOf(pair).names.map(({ lines }) => lines.join('/'))).toEqual(expected),
	);

	test.each<[string, Pair, (string | undefined)[]]>([
		['far: both', [AMMAN, MEXICO], ['الأردن', 'المكسيك']],
		[
			'at a border: as the article calls it, for the borders of the map are not so true',
			[AMMAN, ['جنيف', 46.2, 6.14, 'سويسرا']],
			['الأردن', 'سويسرا'],
		],
		[
			'one that has no name on maps: as the article calls it',
			[AMMAN, ['أبيا', -13.83, -171.77, 'ساموا']],
			['الأردن', 'ساموا'],
		],
		[
			'none where both are in it',
			[AMMAN, ['العقبة', 29.53, 35.0, 'الأردن']],
			[undefined, undefined],
		],
		['none that is called as its city', [['تونس', 36.81, 10.18], MEXICO], [undefined, 'المكسيك']],
	])('of countries under their cities, %s', (_case, pair, expected) => {
		const { origin, venue } = mapOf(pair);
		expect([origin.country, venue.country]).toEqual(expected);
	});

	test('a country without room is left out before its city', () => {
		const [origin] = labels(
			[['عمّان'], []],
			[
				[360, 35],
				[60, 35],
			],
			[],
			{ width: 720, height: 70, em: 36 },
			[],
			['الأردن'],
		);
		expect([origin?.lines, origin?.country]).toEqual([['عمّان'], undefined]);
	});

	test('a label is as wide and as high as its city and its country', () => {
		const end: End = { x: 0, y: 0, lines: ['عدن'], anchor: 'middle', dx: 0, dy: 0 };
		const [bare, labelled] = [end, { ...end, country: 'الولايات المتحدة' }].map(
			(one) => boxes(one, 100).label,
		);
		expect(bare!.right - bare!.left).toBeCloseTo(185, 5);
		expect(labelled!.right - labelled!.left).toBeCloseTo(577.5, 5);
		expect(labelled!.bottom - bare!.bottom).toBeCloseTo(98.75, 5);
	});

	test.each([
		['the way goes up: it is under its dot', 360, [0, -1], 0, 1],
		['the way goes down: it is over it', 360, [0, 1], 0, -1],
		['at the edge the words run inwards, over the way', 40, [1, 0], 1, -1],
	] as const)('%s', (_case, x, [right, down], across, under) => {
		const { origin } = ends(
			[['عمّان'], []],
			Array.from({ length: 65 }, (_, step): Point => [x + 5 * right * step, 180 + 2 * down * step]),
			PAGE,
		);
		const { label } = boxes(origin, PAGE.em);
		expect([
			Math.sign(Math.round((label.left + label.right) / 2 - origin.x)),
			Math.sign((label.top + label.bottom) / 2 - origin.y),
		]).toEqual([across, under]);
		expect(origin.anchor).toBe(across ? 'end' : 'middle');
	});
});

describe('an event in several cities', () => {
	const at = ([city, latitude, longitude]: City): Venue => ({
		...venue(city),
		latitude,
		longitude,
	});
	const IRBID: City = ['إربد', 32.56, 35.85];
	const AQABA: City = ['العقبة', 29.53, 35.0];
	const TUNIS: City = ['تونس', 36.81, 10.18];
	const RABAT: City = ['الرباط', 34.02, -6.84];
	const origin = { city: 'عمّان', latitude: 31.95, longitude: 35.91 };

	test.each<[string, Parameters<typeof routeMap>[0], string[], number, string, string]>([
		[
			'at home: dots alone',
			{ venues: [AMMAN, IRBID, AQABA].map(at) },
			['عمّان', 'إربد', 'العقبة'],
			0,
			'خريطة مدن الحدث: عمّان وإربد والعقبة',
			'خريطة مدن الحدث: عمّان وإربد والعقبة.',
		],
		[
			'abroad: a way to each',
			{ origin, venues: [TUNIS, RABAT].map(at) },
			['عمّان', 'تونس', 'الرباط'],
			2,
			'خريطة المسار من عمّان إلى تونس والرباط',
			'خريطة المسار من عمّان إلى تونس والرباط.',
		],
		[
			'two halls of a city are one dot, a place without coordinates is none',
			{ origin, venues: [at(TUNIS), at(TUNIS), venue('سوسة')] },
			['عمّان', 'تونس'],
			1,
			'خريطة المسار من عمّان إلى تونس',
			'المسافة في خط مستقيم نحو 2,400 كيلومتر.',
		],
	])('%s', (_case, places, names, ways, label, caption) => {
		const map = routeMap(places);
		expect(map?.ends.map(({ lines }) => lines.join(' '))).toEqual(names);
		expect(map?.ways).toHaveLength(ways);
		expect(map?.route.match(/M/g) ?? []).toHaveLength(ways);
		expect(map?.origin?.lines).toEqual(places.origin && ['عمّان']);
		const drawn = map?.ends ?? [];
		for (const size of [1, 0.66, 0.36])
			for (const [index, one] of drawn.entries()) {
				const own = boxes(one, PAGE.em * size);
				expect(within(own.label, PAGE)).toBe(true);
				for (const other of drawn.slice(index + 1)) {
					const { label, dot } = boxes(other, PAGE.em * size);
					expect(overlap(own.label, label) || overlap(own.label, dot)).toBe(false);
					expect(overlap(own.dot, label)).toBe(false);
				}
			}
		expect(mapWords(places)).toEqual({ label, caption });
	});

	test('of more cities than a map has room for, the first are named, and all have a dot', () => {
		const many = Array.from({ length: 9 }, (_, index): City => [`بلدة ${index}`, 31, 35 + index]);
		const map = routeMap({ venues: many.map(at) });
		expect(map?.venues).toHaveLength(9);
		expect(map?.venues.map(({ lines }) => lines.length)).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 0]);
	});

	test('of one place alone there is no map', () => {
		expect(routeMap({ venues: [at(AMMAN), at(AMMAN)] })).toBeUndefined();
		expect(mapWords({ venues: [at(AMMAN), at(AMMAN)] })).toBeUndefined();
	});
});

describe('a distance in words', () => {
	test.each([
		[54.9, '50 كيلومترًا'],
		[103, '100 كيلومتر'],
		[106, '110 كيلومترات'],
		[856, '860 كيلومترًا'],
		[1004, '1,000 كيلومتر'],
		[1994, '1,990 كيلومترًا'],
		[1996, '2,000 كيلومتر'],
		[2049, '2,000 كيلومتر'],
		[14019, '14,000 كيلومتر'],
		[19960, '20,000 كيلومتر'],
	])('%d km', (kilometers, expected) => expect(formatKilometers(kilometers)).toBe(expected));

	test.each<[Pair, number]>([
		[[AMMAN, MEXICO], 12561],
		[
			[
				['هنا', 0, 0],
				['هناك', 0, 90],
			],
			10007.5,
		],
		[
			[
				['الشمال', 90, 0],
				['الجنوب', -90, 0],
			],
			20015.1,
		],
	])('is measured along the great circle: %j', (pair, expected) =>
		expect(route(event(pair))?.kilometers).toBeCloseTo(expected, 0),
	);
});

describe('a picture file', () => {
	const forum = event([AMMAN, MEXICO]);

	test.each([
		['16x9', 675],
		['4x3', 900],
		['1x1', 1200],
	] as const)('%s: a JPEG of its shape, light enough', async (shape, height) => {
		const picture = await mapImage(forum, shape);
		expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height });
		expect(picture?.length).toBeLessThan(200_000);
	});

	test('is the same whenever it is drawn', async () =>
		expect(await mapImage(forum, '16x9')).toEqual(await mapImage(forum, '16x9')));

	test('its names are in our typeface and where the map wants them', async () => {
		const { origin, frame } = mapOf([AMMAN, MEXICO], PICTURE);
		const { label } = boxes(origin, frame.em);
		const picture = await mapImage(forum, '16x9');
		const region = {
			left: Math.ceil(label.left),
			top: Math.ceil(label.top),
			width: Math.floor(label.right - label.left),
			height: Math.floor(label.bottom - label.top),
		};
		const { data } = await sharp(picture)
			.extract(region)
			.greyscale()
			.raw()
			.toBuffer({ resolveWithObject: true });
		const columns = Array.from({ length: region.width }, (_, x) =>
			Array.from({ length: region.height }, (_, y) => data[y * region.width + x] ?? 255).some(
				(grey) => grey < 150,
			),
		);
		// «عمّان» is 1.7 em wide in ours; in DejaVu Sans, which Pango takes without it, 2.4.
		const ink = (columns.lastIndexOf(true) - columns.indexOf(true) + 1) / frame.em;
		expect(ink).toBeGreaterThan(1.6);
		expect(ink).toBeLessThan(1.8);
	});

	test('there is none where there is no map', async () =>
		expect(await mapImage({ venue: venue('مكسيكو') }, '1x1')).toBeUndefined());
});
