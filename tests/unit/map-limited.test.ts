import { expect, test } from 'vitest';
import { mapLimited } from '../../src/map-limited.ts';

test.each([
	['fewer than there are items', 2, 2],
	['more', 9, 5],
])(
	'results stand in the order of the items, and no more run at a time than allowed: %s',
	async (_name, limit, most) => {
		let [running, peak] = [0, 0];
		const results = await mapLimited([5, 4, 3, 2, 1], limit, async (item) => {
			peak = Math.max(peak, ++running);
			// Later items end first.
			for (let turn = 0; turn < item; turn++) await Promise.resolve();
			running--;
			return item * 10;
		});
		expect(results).toEqual([50, 40, 30, 20, 10]);
		expect(peak).toBe(most);
	},
);

test('an error of one is the error of all', () =>
	expect(mapLimited([1, 2], 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no'));
