import { describe, expect, test } from 'vitest';
import { headingIds } from '../../src/article/ids.ts';
import { headingOf, leadOf, partsOf, partTexts, sectionOf } from '../../src/article/sections.ts';

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

	test.each(['event', 'forum-heading', 'meetings', 'workshops', 'programme', 'aims', 'more'])(
		'no heading takes the id %s',
		(id) => expect(headingIds()(id)).toBe(`${id}-2`),
	);
});
