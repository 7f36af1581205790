import { expect, test } from 'vitest';
import { changedPages, indexNow } from '../../src/hosting/announce.ts';

const url = (name: string, date = '') =>
	`<url><loc>https://a.example/${name}/</loc>${date && `<lastmod>${date}</lastmod>`}<image:image><image:loc>https://a.example/a.jpg</image:loc></image:image></url>`;
const BEFORE = [url('same', '2025-01-01'), url('edited', '2025-01-01'), url('gone'), url('about')];
const AFTER = [url('same', '2025-01-01'), url('edited', '2025-01-02'), url('about'), url('new')];

test.each([
	['pages that are new, changed or gone', BEFORE, AFTER, ['edited', 'new', 'gone']],
	['nothing of a site that stayed as it was', AFTER, AFTER, []],
	['every page before the first publication', [], AFTER, ['same', 'edited', 'about', 'new']],
])('search engines are told of %s', (_name, before, after, told) =>
	expect(changedPages(before.join(''), after.join(''))).toEqual(
		told.map((name) => `https://a.example/${name}/`),
	),
);

test('a request to IndexNow names the key and where it lies', () =>
	expect(
		JSON.parse(indexNow('https://a.example/news/', 'k3y', ['https://a.example/news/new/'])!),
	).toEqual({
		host: 'a.example',
		key: 'k3y',
		keyLocation: 'https://a.example/news/k3y.txt',
		urlList: ['https://a.example/news/new/'],
	}));

test('of more than a thousand pages it names a thousand, and of none there is no request', () => {
	const pages = Array.from({ length: 1001 }, (_, page) => `https://a.example/${page}/`);
	expect(JSON.parse(indexNow('https://a.example/', 'k3y', pages)!).urlList).toHaveLength(1000);
	expect(indexNow('https://a.example/', 'k3y', [])).toBeUndefined();
});
