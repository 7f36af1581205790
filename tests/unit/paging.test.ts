import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/articles.ts';
import { edition } from '../../src/article/edition.ts';
import type { TopicList } from '../../src/article/lists.ts';
import { byMonth, calendar, newestFirst, oldestFirst } from '../../src/article/paging.ts';

/** The numbers from the last to the first. */
const down = (last: number) => Array.from({ length: last }, (_, index) => last - index);

describe('a list that grows at its beginning', () => {
	test.each<[count: number, pages: (string | undefined)[]]>([
		[0, ['first:']],
		[1, ['first:1']],
		[14, ['first:14-1']],
		[15, ['first:15-11', '1:10-1']],
		[24, ['first:24-11', '1:10-1']],
		[25, ['first:25-21', '2:20-11', '1:10-1']],
	])('of %i has pages that count from the oldest', (count, pages) => {
		const told = newestFirst(down(count), 10).map(
			({ items, number = 'first' }) =>
				`${number}:${[...new Set([items[0], items.at(-1)])].join('-')}`,
		);
		expect(told).toEqual(pages);
	});

	test('changes its first page alone, until that is divided', () => {
		const [before, after] = [newestFirst(down(33), 10), newestFirst(down(34), 10)];
		expect(after.slice(1)).toEqual(before.slice(1));
		expect(
			newestFirst(down(35), 10)
				.slice(2)
				.map(({ items }) => items),
		).toEqual(after.slice(1).map(({ items }) => items));
	});

	test('leads from page to page', () => {
		const ways = newestFirst(down(25), 10).map(({ newer, older }) => [newer, older]);
		expect(ways).toEqual([
			[undefined, { number: 2 }],
			[{}, { number: 1 }],
			[{ number: 2 }, undefined],
		]);
	});

	test('has thirty on a page', () =>
		expect(newestFirst(down(80)).map(({ items }) => items.length)).toEqual([20, 30, 30]));
});

test('a list that grows at its end is counted from there, and its first page has no number', () => {
	const pages = oldestFirst([1, 2, 3, 4, 5], 2);
	expect(pages).toEqual([
		{ items: [1, 2], newer: { number: 2 } },
		{ items: [3, 4], number: 2, older: {}, newer: { number: 3 } },
		{ items: [5], number: 3, older: { number: 2 } },
	]);
	expect(oldestFirst([], 2)).toEqual([]);
});

test('articles stand in the month that it was in the newsroom, those without a day first', () => {
	// In Amman it is June already.
	const all = ['2024-06-02', '2024-05-31T22:30:00Z', '2024-06', '2024-05-31', '2023-12-01'].map(
		(published) => ({ published }),
	);
	expect(
		byMonth(all).map(({ month, articles }) => [month, articles.map(({ published }) => published)]),
	).toEqual([
		['2024-06', ['2024-06', '2024-05-31T22:30:00Z', '2024-06-02']],
		['2024-05', ['2024-05-31']],
		['2023-12', ['2023-12-01']],
	]);
});

test('the calendar has the twelve months of each year that has articles', () => {
	const counts = [
		['2024-02', 3],
		['2021-12', 1],
		['2021-10', 2],
	].map(([month, count]) => ({ month: String(month), count: Number(count) }));
	const told = calendar(counts).map(({ year, months }) => [
		year,
		months[0]?.month,
		months.at(-1)?.month,
		months.map(({ count }) => count).join(' '),
	]);
	expect(told).toEqual([
		['2024', '2024-01', '2024-12', '0 3 0 0 0 0 0 0 0 0 0 0'],
		['2021', '2021-01', '2021-12', '0 0 0 0 0 0 0 0 0 2 0 1'],
	]);
	expect(calendar([])).toEqual([]);
});

describe('the first page', () => {
	/** Articles by their topics, the latest first; one of a capital letter has a photograph. */
	const paper = (topics: string, table = 'abcdefgh', hasMap = false) => {
		const all = [...topics].map((letter, index) => {
			const topic = letter.toLowerCase();
			const photograph = topic === letter ? undefined : {};
			return { slug: `${topic}${index}`, topic, photograph } as Article;
		});
		const lists = [...table].flatMap((slug): TopicList[] => {
			const articles = all.filter(({ topic }) => topic === slug);
			return articles.length > 0 ? [{ topic: { slug, name: slug }, articles }] : [];
		});
		const { lead, beside, under, seconds, briefs, sections } = edition(all, lists, hasMap);
		const slugs = (list: Article[]) => list.map(({ slug }) => slug).join(' ');
		return {
			lead: lead?.slug,
			...(beside && { beside: beside.slug }),
			...((beside || under.length > 0) && { under: slugs(under) }),
			seconds: slugs(seconds),
			briefs: slugs(briefs),
			sections: sections.map(({ articles }) => slugs(articles)),
		};
	};

	test.each([
		['of no articles', '', { lead: undefined, seconds: '', briefs: '', sections: [] }],
		['of one', 'a', { lead: 'a0', seconds: '', briefs: '', sections: [] }],
		['of four', 'aaaa', { lead: 'a0', seconds: 'a1 a2 a3', briefs: '', sections: [] }],
		[
			'of seven: two more make a section',
			'Abcaabb',
			{ lead: 'a0', seconds: 'b1 c2 a3', briefs: 'a4', sections: ['b5 b6'] },
		],
		[
			'of seven: the next two stand beside the lead, for no picture does',
			'abcaabb',
			{
				...{ lead: 'a0', under: 'b1 c2', seconds: 'a3 a4 b5' },
				...{ briefs: 'b6', sections: [] },
			},
		],
		[
			'whose lead has no picture: another has its place, and one without stands under it',
			'aBCdefg',
			{
				...{ lead: 'a0', beside: 'b1', under: 'd3' },
				...{ seconds: 'c2 e4', briefs: 'f5 g6', sections: [] },
			},
		],
		[
			'whose lead has no picture, nor the four after it',
			'aaaaaB',
			{ lead: 'a0', under: 'a1 a2', seconds: 'b5 a3', briefs: 'a4', sections: [] },
		],
		[
			'whose next has no picture: the nearest that has one leads the second row',
			'AbcdEf',
			{ lead: 'a0', seconds: 'e4 b1', briefs: 'c2 d3 f5', sections: [] },
		],
		[
			'whose fifth after the lead has a picture: it is too far',
			'AbcdeF',
			{ lead: 'a0', seconds: 'b1 c2 d3', briefs: 'e4 f5', sections: [] },
		],
		['whose lead has a picture', 'ABc', { lead: 'a0', seconds: 'b1 c2', briefs: '', sections: [] }],
		[
			'of two, the second with a picture',
			'aB',
			{ lead: 'a0', beside: 'b1', under: '', seconds: '', briefs: '', sections: [] },
		],
		[
			'of four: what would be alone in a row stands under the lead, too',
			'aBCd',
			{ lead: 'a0', beside: 'b1', under: 'c2 d3', seconds: '', briefs: '', sections: [] },
		],
	])('%s', (_, topics, expected) => expect(paper(topics)).toEqual(expected));

	test('gives the place of a picture to the map of the lead', () =>
		expect(paper('aBc', '', true)).toEqual({
			...{ lead: 'a0', seconds: 'b1 c2', briefs: '', sections: [] },
		}));

	test('shows the topics with the latest news, in the order of the table', () =>
		expect(paper('Xxxxhhggffeeddaabb').sections).toEqual([
			'd12 d13',
			'e10 e11',
			'f8 f9',
			'g6 g7',
			'h4 h5',
		]));

	test('is as long with a thousand articles as with fifty', () => {
		const size = (count: number) => {
			const { briefs, sections } = paper('abcdefgh'.repeat(count / 8));
			return [briefs.split(' ').length, sections.map((own) => own.split(' ').length)];
		};
		expect(size(56)).toEqual([6, [3, 3, 3, 3, 3]]);
		expect(size(1000)).toEqual([6, [3, 3, 3, 3, 3]]);
	});

	test('of topics without pages tells twelve in brief', () =>
		expect(paper('a'.repeat(40), '').briefs.split(' ')).toHaveLength(12));
});
