import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Page, PagefindIndex, packed } from '../../src/search/pagefind.ts';

/** A page of words; terms at one place are parted by `/`. */
function page(text: string, title = '', filters: Page['filters'] = {}): Page {
	const terms = (words: string) =>
		words.split(' ').flatMap((word) => (word ? [word.split('/')] : []));
	const fragment = packed(`${title} ${text.slice(0, 50)}`);
	return { title: terms(title), text: terms(text), filters, fragment };
}

/** What an index of pages holds in files whose names end so, as hex. */
function hexOf(end: string, pages: readonly Page[]): string[] {
	const index = new PagefindIndex();
	for (const one of pages) index.add(one);
	return [...index.finish('1.6.0', 'published').files]
		.filter(([path]) => path.endsWith(end))
		.map(([, file]) => gunzipSync(file).subarray('pagefind_dcd'.length).toString('hex'));
}

const after = (count: number) => `${'x '.repeat(count)}a`;

describe('the words of pages, as Pagefind reads them', () => {
	test.each<[name: string, pages: Page[], hex: string]>([
		[
			'a word with its page, its places in the text and in the title',
			[page('a')],
			'8181 83 6161 81 83 00 8100 80 80',
		],
		[
			'a place as its distance from the one before',
			[page('a b a')],
			'8182 83 6161 81 83 00 820002 80 80 83 6162 81 83 00 8101 80 80',
		],
		[
			'a page as its distance from the one before',
			[page('a'), page('b'), page('b a')],
			'8182 83 6161 82 83 00 8100 80 83 02 8101 80 80 83 6162 82 83 01 8100 80 83 01 8100 80 80',
		],
		[
			'two terms at one place',
			[page('a/b')],
			'8182 83 6161 81 83 00 8100 80 80 83 6162 81 83 00 8100 80 80',
		],
		['a place in the title', [page('a', 'a')], '8181 83 6161 81 83 00 8100 822000 80'],
		[
			'words in the order of UTF-8, not of UTF-16',
			[page('𐐀 ﷲ')],
			'8182 83 63efb7b2 81 83 00 8101 80 80 83 64f0909080 81 83 00 8100 80 80',
		],
	])('%s', (_, pages, hex) => {
		expect(hexOf('.pf_index', pages)).toEqual([hex.replaceAll(' ', '')]);
	});

	test.each([
		[23, '8117'],
		[24, '811818'],
		[256, '81190100'],
		[65_536, '811a00010000'],
	])('a place after %i words', (count, hex) => {
		const [words = ''] = hexOf('.pf_index', [page(after(count))]);
		expect(words.startsWith(`818283616181 8300${hex}80`.replace(' ', ''))).toBe(true);
	});
});

test('a file of words that is full is followed by another, and the list tells where a word is', () => {
	const pages = [page(`${'alpha '.repeat(20_000)}alpine beta`)];
	expect(hexOf('.pf_index', pages)).toHaveLength(2);
	const list = Buffer.from(hexOf('.pf_meta', pages).join(''), 'hex').toString('latin1');
	// «alpha» would be cut to «alph», which sorts before the beginning of its file, so it stays
	// whole.
	expect(list.replace(/[0-9a-f]{7}/g, '*')).toMatch(/ealphaealphag\*.dalpidbetag\*/s);
});

test('each filter has its values and their pages', () => {
	const pages = [
		page('a', '', { year: ['2'], by: ['y', 'x'] }),
		page('b', '', { year: ['1', '2'] }),
	];
	expect(hexOf('.pf_filter', pages)).toEqual([
		'82 626279 82 82 6178 8100 82 6179 8100'.replaceAll(' ', ''),
		'82 6479656172 82 82 6131 8101 82 6132 820001'.replaceAll(' ', ''),
	]);
});

test('the list tells version, pages with how many words each has, and the order by date', () => {
	const [list = ''] = hexOf('.pf_meta', [page('a b'), page('a')]);
	const names =
		Buffer.from(list, 'hex')
			.toString('latin1')
			.match(/[0-9a-f]{7}/g) ?? [];
	const [first = '', second = '', words = ''] = names.map((name) =>
		Buffer.from(name).toString('hex'),
	);
	expect(list).toBe(
		[
			'86 65312e362e30',
			`82 83 67${first} 02 60 83 67${second} 01 60`,
			`81 83 6161 6162 67${words}`,
			'80',
			'81 82 697075626c6973686564 820100',
			'81 657469746c65',
		]
			.join('')
			.replaceAll(' ', ''),
	);
});

test('two files of the same bytes have two names', () => {
	const index = new PagefindIndex();
	index.add(page('a'));
	index.add(page('a'));
	const names = [...index.finish('1.6.0', 'published').files.keys()];
	const lengths = names.flatMap((name) => /^fragment\/([0-9a-f]+)\./.exec(name)?.[1]?.length ?? []);
	expect(lengths).toEqual([7, 8]);
});
