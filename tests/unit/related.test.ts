import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/articles.ts';
import { relatedTo, seriesParts } from '../../src/article/related.ts';

/** The latest first, each with its topic: «s1» is the first part of a series. */
const ALL = ['new:a', 'b2:b', 's3:c', 'b1:b', 'own:b', 's2:c', 'old:a', 's1:c'].map((name) => {
	const [slug = '', topic] = name.split(':');
	const part = /^s(\d)$/.exec(slug)?.[1];
	return { slug, topic, ...(part && { series: { name: 'سلسلة', part: Number(part) } }) } as Article;
});
const article = (slug: string) => ALL.find((one) => one.slug === slug)!;
const slugs = (list: Article[]) => list.map(({ slug }) => slug);

describe('after an article come', () => {
	test('the nearest of its topic, then the latest', () =>
		expect(slugs(relatedTo(article('own'), ALL))).toEqual(['b1', 'b2', 'new']));
	test('first those that its writer names, never itself or what is not there', () => {
		const own = { ...article('own'), related: ['old', 'own', 'none'] };
		expect(
			slugs(
				relatedTo(
					own,
					ALL.map((one) => (one.slug === 'own' ? own : one)),
				),
			),
		).toEqual(['old', 'b1', 'b2']);
	});
	test('not the parts beside it in its series: they are shown already', () =>
		expect(slugs(relatedTo(article('s2'), ALL))).toEqual(['new', 'b2', 'b1']));
	test('none where there are no others', () =>
		expect(relatedTo(article('own'), [article('own')])).toEqual([]));
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
