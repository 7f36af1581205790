import { describe, expect, test } from 'vitest';
import { headingIds } from '../../src/article/ids.ts';
import { headingOf, leadOf, partTexts } from '../../src/article/section-texts.ts';
import { partsOf, sectionOf } from '../../src/article/sections.ts';
import { publish } from '../facts.ts';

const facts = {
	event: { name: 'لقاء' },
	forum: {
		workshops: ['ورشة أولى', 'ورشة ثانية'],
		programme: [{ date: '2031-05-02', items: ['جلسة الافتتاح'] }],
	},
	awards: { name: 'جائزة البحر', aims: ['صون الشاطئ'] },
};

describe('the sections of an article', () => {
	test.each([
		['Event', 'event'],
		['Forum', 'forum'],
		['Awards', 'awards'],
		['Note', undefined],
		[null, undefined],
	])('<%s> is the section %s', (component, id) => expect(sectionOf(component)).toBe(id));

	test('only parts that the facts have are anchors', () =>
		expect(partsOf('forum', facts)).toEqual(['workshops', 'programme']));

	test('what the parts say counts for the reading time, dates and names do not', () =>
		expect(partTexts(facts)).toEqual(['ورشة أولى', 'ورشة ثانية', 'جلسة الافتتاح', 'صون الشاطئ']));

	test.each([
		['an article without sections', {}],
		['facts of a wrong type', { forum: 'نص', awards: null }],
		['nothing at all', undefined],
	])('%s has no such words', (_name, wrong) => expect(partTexts(wrong)).toEqual([]));

	test('the first page lists the workshops by number, the aims without', () => {
		expect(leadOf('forum', facts)).toEqual({
			name: undefined,
			list: ['ورشة أولى', 'ورشة ثانية'],
			numbered: true,
		});
		expect(leadOf('awards', facts)).toEqual({
			name: 'جائزة البحر',
			list: ['صون الشاطئ'],
			numbered: false,
		});
	});

	test.each([
		['an article that says nothing', facts, 'المنتدى'],
		['one that calls it otherwise', { forum: { title: 'المهرجان' } }, 'المهرجان'],
		['facts of a wrong type', { forum: 'نص' }, 'المنتدى'],
		['nothing at all', undefined, 'المنتدى'],
	])('the heading of the forum in %s', (_case, facts, expected) =>
		expect(headingOf('forum', facts)).toBe(expected),
	);

	test('codes, clock times and dates are no words, names and titles are', () =>
		expect(
			partTexts({
				forum: {
					speakers: [{ name: 'سلمى', gender: 'female' }],
					programme: [{ date: '2031-05-02', sessions: [{ starts: '09:00', title: 'الافتتاح' }] }],
				},
				awards: {
					categories: [
						{
							name: 'الرواية',
							winners: [
								{ name: 'هالة', type: 'person', place: 1, prize: { amount: 5, currency: 'JOD' } },
							],
						},
					],
				},
			}),
		).toEqual(['سلمى', 'الافتتاح', 'الرواية', 'هالة']));

	test.each<[string, 'forum' | 'awards', object, string[]]>([
		[
			'of a programme how each day begins',
			'forum',
			{
				programme: [
					{
						date: '2031-05-02',
						sessions: [
							{ starts: '11:00', title: 'الورشة' },
							{ starts: '09:00', title: 'الافتتاح' },
						],
					},
					{ date: '2031-05-03', items: ['جولة', 'ختام'] },
				],
			},
			['الجمعة 2 مايو: الافتتاح', 'السبت 3 مايو: جولة'],
		],
		[
			'of speakers their names',
			'forum',
			{ speakers: [{ honorific: 'الدكتورة', name: 'سلمى', role: 'مديرة' }, { name: 'سامر' }] },
			['الدكتورة سلمى', 'سامر'],
		],
		[
			'of awards whoever won, of each category',
			'awards',
			{
				aims: ['غاية'],
				categories: [
					{
						name: 'الرواية',
						winners: [{ honorific: 'الدكتورة', name: 'هالة' }, { name: 'مازن' }],
						nominees: [{ name: 'ريم' }],
					},
					{ name: 'الترجمة', nominees: [{ name: 'ليث' }] },
				],
			},
			['الرواية: الدكتورة هالة، مازن', 'الترجمة'],
		],
	])('the first page tells %s', (_case, id, own, list) => {
		publish();
		expect(leadOf(id, { [id]: own })).toMatchObject({ list, numbered: false });
	});

	test.each([
		'event',
		'forum-heading',
		'speakers',
		'categories',
		'meetings',
		'workshops',
		'programme',
		'aims',
		'more',
	])('no heading takes the id %s', (id) => expect(headingIds()(id)).toBe(`${id}-2`));
});
