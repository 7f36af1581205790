import { expect, test } from 'vitest';
import { headingIds } from '../../src/article/ids.ts';
import { isSlug, slugify } from '../../src/article/slugs.ts';

test.each([
	['libraries-forum-2024', true],
	['2024', true],
	['Libraries', false],
	['libraries--forum', false],
	['-libraries', false],
	['libraries_forum', false],
	['عمّان', false],
	['a b', false],
	['', false],
])('%j as a slug: %s', (name, expected) => expect(isSlug(name)).toBe(expected));

test.each([
	['اليوم الأخير 2024', 'alywm-alakhyr-2024'],
	['القرار 12/45', 'alqrar-12-45'],
	['المدينة: قابس (Gabès)', 'almdyna-qabs-gabes'],
	['أهلًا وسهلًا', 'ahla-wshla'],
	['٢٠٢٤', '2024'],
	['ابتثجحخدذرزسشصضطظعغفقكلمنهوي', 'abtthjhkhddhrzsshsdtzaghfqklmnhwy'],
	['أإآؤئةى', 'aiawyaa'],
	['قراءة', 'qraa'],
	['«نص»!', 'ns'],
	['؟!', 'section'],
])('%s becomes %s', (text, expected) => expect(slugify(text)).toBe(expected));

test.each([
	['Workshops', 'workshops-2'],
	['Meetings', 'meetings-2'],
	['Programme', 'programme-2'],
	['Aims', 'aims-2'],
	['More', 'more-2'],
	['Footnote label', 'footnote-label-2'],
	['Event heading', 'event-heading-2'],
	['Forum heading', 'forum-heading-2'],
	['Awards heading', 'awards-heading-2'],
	['Event', 'event-2'],
	['Forum', 'forum-2'],
	['Awards', 'awards-2'],
	['Content', 'content-2'],
	['Headline', 'headline-2'],
])('the page has the id of «%s» itself', (heading, id) => {
	expect(headingIds()(heading)).toBe(id);
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
