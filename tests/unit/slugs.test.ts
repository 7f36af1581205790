import { expect, test } from 'vitest';
import { headingIds, isSlug, slugify } from '../../src/article/ids.ts';

test.each([
	['oman-un-forum-2015', true],
	['2015', true],
	['Oman', false],
	['oman--un', false],
	['-oman', false],
	['oman_un', false],
	['عمان', false],
	['a b', false],
	['', false],
])('%j as a slug: %s', (name, expected) => expect(isSlug(name)).toBe(expected));

test.each([
	['اليوم الأخير 2015', 'alywm-alakhyr-2015'],
	['القرار 57/277', 'alqrar-57-277'],
	['المدينة: مدلين (Medellín)', 'almdyna-mdlyn-medellin'],
	['أهلًا وسهلًا', 'ahla-wshla'],
	['٢٠١٥', '2015'],
	['؟!', 'section'],
])('%s becomes %s', (text, expected) => expect(slugify(text)).toBe(expected));

test.each([
	'Workshops',
	'Meetings',
	'Programme',
	'Aims',
	'More',
	'Footnote label',
	'Event heading',
	'Forum heading',
	'Awards heading',
	'Content',
	'Headline',
])('the page has the id of «%s» itself', (heading) => {
	expect(headingIds()(heading)).toBe(`${slugify(heading)}-2`);
});

test('ids are one of a kind and never those of the sections', () => {
	const idOf = headingIds();
	expect(['Event', 'Event', 'نبذة', 'نبذة', 'نبذة'].map(idOf)).toEqual([
		'event-2',
		'event-3',
		'nbdha',
		'nbdha-2',
		'nbdha-3',
	]);
});
