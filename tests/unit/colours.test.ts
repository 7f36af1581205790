import { describe, expect, test } from 'vitest';
import { contrast, GREYS, mix, nearestReadable } from '../../src/publisher/colours.ts';

describe('contrast', () => {
	test.each([
		['#000000', '#ffffff', 21],
		['#ffffff', '#000000', 21],
		['#123456', '#123456', 1],
		// The textbooks' grey, and the first that passes at level AA.
		['#777777', '#ffffff', 4.48],
		['#767676', '#ffffff', 4.54],
		['#595959', '#ffffff', 7],
		['#ff0000', '#ffffff', 4],
	])('of %s and %s is %d', (a, b, expected) => expect(contrast(a, b)).toBeCloseTo(expected, 2));
});

describe.each([
	['light', '#ffffff', '#14181b', '#4a5359'],
	['dark', '#101416', '#e8ebec', '#aeb7bc'],
] as const)('on %s paper', (scheme, paper, ink, quiet) => {
	test('text and quiet text have 7:1, as WCAG asks for at level AAA', () => {
		expect(GREYS[scheme]).toMatchObject({ paper, ink, quiet });
		expect(contrast(ink, paper)).toBeGreaterThanOrEqual(7);
		expect(contrast(quiet, paper)).toBeGreaterThanOrEqual(7);
	});
});

describe('the nearest colour that can be read', () => {
	test.each([
		['a blue', 'light', '#3377cc', '#265999', '#265a9a'],
		['a blue', 'dark', '#336699', '#76a4d1', '#75a3d1'],
		['red', 'light', '#ff0000', '#b60000', '#b70000'],
		['red', 'dark', '#ff0000', '#ff7373', '#ff7272'],
		['yellow', 'light', '#ffff00', '#5c5c00', '#5d5d00'],
		['white', 'light', '#ffffff', '#595959', '#5a5a5a'],
		['black', 'dark', '#000000', '#a0a0a0', '#9f9f9f'],
	] as const)(
		'to %s on %s paper passes, and a step nearer would not',
		(_name, scheme, colour, expected, nearer) => {
			const paper = { light: '#ffffff', dark: '#101416' }[scheme];
			expect(nearestReadable(colour, scheme)).toBe(expected);
			expect(contrast(expected, paper)).toBeGreaterThanOrEqual(7);
			expect(contrast(nearer, paper)).toBeLessThan(7);
		},
	);

	test.each([
		['#0b4f6c', 'light'],
		['#000000', 'light'],
		['#8cc7e6', 'dark'],
		['#ffffff', 'dark'],
	] as const)('to %s on %s paper is itself', (colour, scheme) =>
		expect(nearestReadable(colour, scheme)).toBe(colour),
	);
});

test.each([
	['#000000', '#ffffff', 0, '#ffffff'],
	['#000000', '#ffffff', 1, '#000000'],
	['#000000', '#ffffff', 0.2, '#cccccc'],
	['#ff0000', '#0000ff', 0.5, '#800080'],
])('%s over %s, %d of it seen, is %s', (colour, ground, part, expected) =>
	expect(mix(colour, ground, part)).toBe(expected),
);
