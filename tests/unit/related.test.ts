import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/articles.ts';
import {
	latestBefore,
	listNeighbours,
	partLabel,
	relatedFinder,
	seriesParts,
} from '../../src/article/related.ts';

/** The latest first, each with its topic: «s1» is the first part of a series. */
const ALL = ['new:a', 'b4:b', 'b3:b', 's3:c', 'own:b', 'b2:b', 's2:c', 'b1:b', 'old:a', 's1:c'].map(
	(name) => {
		const [slug = '', topic] = name.split(':');
		const part = /^s(\d)$/.exec(slug)?.[1];
		return {
			slug,
			topic,
			...(part && { series: { name: 'سلسلة', part: Number(part) } }),
		} as Article;
	},
);
const article = (slug: string) => ALL.find((one) => one.slug === slug)!;
const slugs = (list: Article[]) => list.map(({ slug }) => slug);
const after = (article: Article, all: readonly Article[]) => slugs(relatedFinder(all)(article));
/** All, with one of them changed. */
const having = (slug: string, changes: object) =>
	ALL.map((one) => (one.slug === slug ? { ...one, ...changes } : one) as Article);

test.each([
	['one: what is related to it', 'own', 'b3 b2 b1 s2'],
	['two of a topic: what is related to either, without them', 'new old', 'b4 b3 s1 b1'],
	['three: none of them', 'b4 b3 own', 'b2 b1 s3 s2'],
	['four: nothing', 'b4 b3 own b2', ''],
	['none: the latest', '', 'new b4 b3 s3'],
])('under a list of %s', (_, own, expected) =>
	expect(slugs(listNeighbours(ALL)(own.split(' ').filter(Boolean).map(article))).join(' ')).toBe(
		expected,
	),
);

describe('after an article come', () => {
	test('the first of its topic that came after it, then the nearest before it', () =>
		expect(after(article('own'), ALL)).toEqual(['b3', 'b2', 'b1']));
	test('where few came before it, more that came after', () =>
		expect(after(article('b1'), ALL)).toEqual(['b2', 'own', 'b3']));
	test('where its topic has no others, what came before it', () =>
		expect(after(article('new'), having('old', { topic: 'c' }))).toEqual(['b4', 'b3', 's3']));
	test('where nothing came before it, what came first after it', () => {
		const all = having('s1', { topic: 'x', series: undefined });
		expect(after(all[9]!, all)).toEqual(['old', 'b1', 's2']);
	});
	test('first those that its writer names, never itself or what is not there', () => {
		const all = having('own', { related: ['old', 'own', 'none'] });
		expect(after(all[4]!, all)).toEqual(['old', 'b3', 'b2']);
	});
	test('not the parts beside it in its series: they are shown already', () =>
		expect(after(article('s2'), ALL)).toEqual(['b1', 'old', 'b2']));
	test('of its series those that are not beside it', () => {
		const part = new Map([
			['own', 5],
			['old', 4],
			['s1', 2],
		]);
		const all = ALL.map(
			(one) => ({ ...one, series: { name: 'أ', part: part.get(one.slug) ?? 0 } }) as Article,
		).map((one) =>
			part.has(one.slug) ? one : ({ ...one, series: undefined } as unknown as Article),
		);
		expect(after(all[4]!, all)).toEqual(['b3', 's1', 'b2']);
	});
	test('none where there are no others', () =>
		expect(after(article('own'), [article('own')])).toEqual([]));

	test.each<[sentence: string, own: object, other: object]>([
		['by its author', { authors: [{ name: 'لينا' }] }, { authors: [{ name: 'لينا' }] }],
		[
			'by who spoke in it',
			{ authors: [{ name: 'لينا' }] },
			{ forum: { speakers: [{ name: 'لينا' }] } },
		],
		['from its place', { dateline: 'إربد' }, { dateline: 'إربد' }],
		['from the city of its event', { event: { venue: { city: 'إربد' } } }, { dateline: 'إربد' }],
	])('one %s before others of its topic', (_, own, other) => {
		const all = having('own', own).map(
			(one) => (one.slug === 'b1' ? { ...one, ...other } : one) as Article,
		);
		expect(after(all[4]!, all)).toEqual(['b3', 'b1', 'b2']);
	});
});

describe('a new article', () => {
	/** 200 articles, the latest first, of 8 topics, 12 authors and 5 places. */
	const many = Array.from(
		{ length: 200 },
		(_, index) =>
			({
				slug: `a${200 - index}`,
				topic: `t${(index * 7 + (index % 3)) % 8}`,
				dateline: `p${(index * 3) % 5}`,
				...(index % 2 === 0 && { authors: [{ name: `w${(index * 5) % 12}` }] }),
				...(index % 20 === 5 && { series: { name: 's', part: 200 - index } }),
			}) as Article,
	);
	const newest = { slug: 'new', topic: 't3', dateline: 'p1', authors: [{ name: 'w4' }] } as Article;

	test('changes what stands after few old ones, all of its topic or by its author', () => {
		const [before, later] = [relatedFinder(many), relatedFinder([newest, ...many])];
		const changed = many.filter((one) => slugs(before(one)).join() !== slugs(later(one)).join());
		expect(changed.length).toBeGreaterThan(0);
		expect(changed.length).toBeLessThan(4);
		for (const { topic, authors } of changed)
			expect(topic === 't3' || authors?.[0]?.name === 'w4').toBe(true);
	});
	test('changes nothing after a hundred of another topic', () => {
		const [before, later] = [
			relatedFinder(many),
			relatedFinder([{ slug: 'new', topic: 'other', dateline: 'p1' } as Article, ...many]),
		];
		expect(many.filter((one) => slugs(before(one)).join() !== slugs(later(one)).join())).toEqual(
			[],
		);
	});
});

test.each<[day: string, expected: string[]]>([
	['2024-05-09', []],
	['2024-05-10', ['a']],
	['2024-05-20', ['c', 'b', 'a']],
	['2024-06-30', ['d', 'c', 'b']],
])('after one that was withdrawn on %s come those that were there', (day, expected) => {
	const all = [
		{ slug: 'e', published: '2024-07-01' },
		{ slug: 'd', published: '2024-06-30T23:00:00+03:00' },
		{ slug: 'c', published: '2024-05-20' },
		{ slug: 'b', published: '2024-05-11' },
		{ slug: 'a', published: '2024-05-10' },
	] as Article[];
	expect(slugs(latestBefore(day, all))).toEqual(expected);
});

describe('the parts of a series', () => {
	test.each([
		['s1', undefined, 's2'],
		['s2', 's1', 's3'],
		['s3', 's2', undefined],
		['own', undefined, undefined],
	])('beside %s', (slug, previous, next) => {
		const parts = seriesParts(article(slug), ALL);
		expect([parts.previous?.slug, parts.next?.slug]).toEqual([previous, next]);
	});
});

test.each([
	[1, 2, 'الجزء السابق'],
	[3, 2, 'الجزء التالي'],
	[1, 3, 'الجزء 1'],
	[7, 3, 'الجزء 7'],
])('part %i beside part %i is called %s', (part, own, expected) =>
	expect(partLabel(part, own)).toBe(expected),
);
