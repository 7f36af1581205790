import { describe, expect, test } from 'vitest';
import { siteAndBase } from '../../src/address/environment.ts';
import { under } from '../../src/address/urls.ts';

describe('the one address that a deployer gives', () => {
	test.each([
		[undefined, { site: 'http://localhost:4321', base: '/' }],
		['https://example.org', { site: 'https://example.org', base: '/' }],
		['https://example.org/', { site: 'https://example.org', base: '/' }],
		['https://example.org/news/', { site: 'https://example.org', base: '/news/' }],
		['https://example.org/news', { site: 'https://example.org', base: '/news/' }],
		['https://example.org:8443/a/b/', { site: 'https://example.org:8443', base: '/a/b/' }],
		['https://example.org/~n/News_1.0', { site: 'https://example.org', base: '/~n/News_1.0/' }],
		['https://مثال.إختبار/', { site: 'https://xn--mgbh0fb.xn--kgbechtv', base: '/' }],
		['http://[::1]:8080/', { site: 'http://[::1]:8080', base: '/' }],
	])('%s', (address, expected) => expect(siteAndBase(address)).toEqual(expected));

	test.each([
		'example.org',
		'/news/',
		'ftp://example.org/',
		'https://example.org/?a',
		'https://example.org/#a',
		'https://me@example.org/',
		'https://:secret@example.org/',
		'',
		'javascript:alert(1)',
		...[
			'نبأ',
			'a b',
			'a"b',
			"a'b",
			'a//b',
			'/a',
			'%zz',
			'%2f',
			'a$b',
			'a+b',
			'a(b',
			'a[b',
			'a*b',
			'a;b',
			'a{b',
			'a\\(b',
			'a:b',
			'a@b',
			'a`b',
		].map((path) => `https://example.org/${path}/`),
		'https://a;b.example/',
		'https://a$b.example/',
	])('refuses %j and says what to write', (address) => {
		expect(() => siteAndBase(address)).toThrow(/SITE_URL.*https:\/\/example\.org\/news\//s);
	});
});

test.each([
	['/', '/about/', '/about/'],
	['/news/', '/about/', '/news/about/'],
	['/news', '/', '/news/'],
	['/', '/', '/'],
])('under %s, %s is %s', (base, path, expected) => expect(under(base, path)).toBe(expected));
