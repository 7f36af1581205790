import { afterEach, describe, expect, test, vi } from 'vitest';
import {
	lastChange,
	latestFirst,
	newCorrections,
	updateId,
} from '../../src/article/corrections.ts';
import { kindWord } from '../../src/article/overline.ts';

const ZONE = 'Asia/Amman';

describe('a correction is new for seven days before the build', () => {
	afterEach(() => vi.unstubAllEnvs());
	test.each([
		['of that day', '2026-11-25', true],
		['to the minute', '2026-11-18T09:00:01Z', true],
		['of a week before', '2026-11-18T09:00:00Z', false],
		['of a day that began more than a week before', '2026-11-18', false],
	])('%s', (_case, date, isNew) => {
		vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse('2026-11-25T09:00:00Z') / 1000));
		expect(newCorrections([{ date, text: 'نص' }], ZONE)).toHaveLength(isNew ? 1 : 0);
	});
});

describe('a live coverage ends a day after its last change', () => {
	afterEach(() => vi.unstubAllEnvs());
	test.each([
		['of that day', { kind: 'live', published: '2026-11-25' }, 'تغطية مباشرة'],
		[
			'of a year before with an update within the day',
			{ kind: 'live', published: '2025-11-25', updated: '2026-11-24T09:00:00Z' },
			'تغطية مباشرة',
		],
		[
			'with its last update a second more than a day before',
			{ kind: 'live', published: '2026-11-23', updated: '2026-11-24T08:59:59Z' },
			'تغطية منتهية',
		],
		['no other kind ends', { kind: 'interview', published: '2025-11-25' }, 'حوار'],
		['news has no word', { published: '2026-11-25' }, undefined],
	] as const)('%s', (_case, facts, word) => {
		vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse('2026-11-25T09:00:00Z') / 1000));
		expect(kindWord(facts)).toBe(word);
	});
});

describe('the last change of an article', () => {
	test.each([
		['none', {}, undefined],
		['as it is told', { updated: '2026-11-25' }, '2026-11-25'],
		[
			'a correction after it',
			{
				updated: '2026-11',
				corrections: [
					{ date: '2026-11-27', text: '' },
					{ date: '2026-11-26', text: '' },
				],
			},
			'2026-11-27',
		],
		[
			'an update by its moment, whatever its offset',
			{
				corrections: [{ date: '2026-11-27T10:00:00+03:00', text: '' }],
				updates: [{ at: '2026-11-27T09:00:00+01:00', text: '' }],
			},
			'2026-11-27T09:00:00+01:00',
		],
	])('%s', (_case, facts, date) => expect(lastChange(facts, ZONE)).toBe(date));
});

test('updates are told by their moments, the newest first, and keep their addresses in another offset', () => {
	const updates = ['2026-11-27T09:00:00+03:00', '2026-11-27T08:30:00+01:00'].map((at) => ({
		at,
		text: 'نص',
	}));
	expect(latestFirst(updates).map(updateId)).toEqual([
		'update-20261127T0730Z',
		'update-20261127T0600Z',
	]);
	expect(updateId({ at: '2026-11-27T06:00:00Z' })).toBe('update-20261127T0600Z');
});
