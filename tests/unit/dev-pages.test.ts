import { runInNewContext } from 'node:vm';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { fileOf } from '../../src/desk/dev.ts';
import { barHtml, errorPage } from '../../src/desk/dev-pages.ts';

const FILE = 'content/articles/book-fair.mdx';
const SOURCE = '---\nheadline: سوق الكتب\ntopic: [ثقافة\n---\n\n<Quote>"نص" & نص</Quote>\n';
const dek = { file: FILE, line: 2, column: 1, field: 'dek', message: 'حقل لازم. أضفه.' };
const quote = { file: FILE, line: 6, column: 1, message: 'المكوّن <Quote> غير معروف.' };
const warning = { file: FILE, message: 'رابط http. اكتب https.', severity: 'warning' as const };

describe('the page of a broken article', () => {
	const $ = load(errorPage(FILE, SOURCE, [dek, quote, warning]));
	test('counts the errors, and lists them and the warnings', () => {
		expect($('h1').text()).toBe('خطآن في content/articles/book-fair.mdx');
		expect($('h2').text()).toBe('تنبيه واحد');
		expect($('li').length).toBe(3);
	});
	test('says where, what and how to mend it, and shows the line as it stands', () => {
		const second = $('li').eq(1);
		expect(second.find('.place').text()).toBe('content/articles/book-fair.mdx:6:1');
		expect(second.find('p').eq(1).text()).toBe('المكوّن <Quote> غير معروف.');
		expect(second.find('pre').text()).toBe('<Quote>"نص" & نص</Quote>');
	});
	test('shows no line for a key that is missing', () => {
		expect($('li').first().find('.place').text()).toContain('dek');
		expect($('li').first().find('pre').length).toBe(0);
	});
	test('keeps code in a message in its order', () =>
		expect($('li').eq(1).find('p').eq(1).find('bdi[dir=ltr]').text()).toBe('<Quote>'));
});

test.each([
	['مسودة', 2, 1, [], 'مسودة كلمتان مدة القراءة: دقيقة لا تنبيهات كيف يظهر عند المشاركة'],
	[undefined, 320, 2, [warning, warning, warning], '320 كلمة مدة القراءة: دقيقتان 3 تنبيهات'],
])('the bar of a sound article (state: %s, %i words)', (state, words, minutes, warnings, text) => {
	const bar = barHtml({ state, words, minutes, warnings, preview: '/_preview/a/', tag: '"1"' });
	const $ = load(bar);
	$('style, script').remove();
	expect($('aside').text().replace(/\s+/g, ' ').trim()).toContain(text);
	expect($('a').attr('href')).toBe('/_preview/a/');
});

test.each([
	['is told of another version', 200, ['"1"', '"1"', '"2"'], 1, 3],
	['is told that it is broken now', 422, ['"2"'], 1, 1],
	['finds no server and no page', 404, ['"2"', '"2"', '"2"'], 0, 4],
])(
	'an open page that %s is asked to load anew once, however slowly it comes',
	async (_name, status, tags, reloads, asked) => {
		const seen = { reloads: 0, asked: 0 };
		const waiting: (() => Promise<void>)[] = [];
		const script = load(errorPage('a.mdx', '', [dek], '"1"'))('script').text();
		runInNewContext(script, {
			location: { href: '/', reload: () => void seen.reloads++ },
			setTimeout: (ask: () => Promise<void>) => void waiting.push(ask),
			setInterval: (ask: () => Promise<void>) => void waiting.push(ask, ask, ask, ask),
			fetch: async () => {
				const etag = tags[seen.asked++];
				if (!etag) throw new Error('no server');
				return { ok: status === 200, status, headers: { get: () => etag } };
			},
		});
		for (let turn = 0; turn < 4; turn++) await waiting.shift()?.();
		expect(seen).toEqual({ reloads, asked });
	},
);

test.each([
	['/news/articles/book-fair/', 'content/articles/book-fair.mdx'],
	['/news/articles/book-fair/?a=1', 'content/articles/book-fair.mdx'],
	['/news/about/', 'content/pages/about.mdx'],
	['/news/', undefined],
	['/news/articles/book-fair/event.ics', undefined],
	['/news/articles/../../etc/', undefined],
	['/articles/book-fair/', undefined],
	['/olds/articles/book-fair/', undefined],
	['/news/rss.xml', undefined],
])('at %s stands the page of %s', (address, file) => expect(fileOf(address)).toBe(file));
