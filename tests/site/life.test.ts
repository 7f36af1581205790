import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { describe, expect, inject, test } from 'vitest';

describe.each(inject('sites'))('after publication, at $address', ({ folder, address, base }) => {
	const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
	const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
		/\.(?:html|xml|txt|ics|json|webmanifest|js)$|_redirects$/.test(file),
	);
	const having = (words: string) => texts.filter((file) => read(file).includes(words));

	test('what is published later is nowhere yet', () => {
		expect(existsSync(`${folder}/articles/next-century`)).toBe(false);
		expect(existsSync(`${folder}/images/next-century`)).toBe(false);
		expect([having('next-century'), having('صندوقها المدفون')]).toEqual([[], []]);
	});

	test('a withdrawn article leaves the reason at its address and nothing else', () => {
		const $ = load(read('articles/withdrawn-report/index.html'));
		expect($('h1').text()).toBe('سُحب هذا المقال');
		expect($('main p').first().text()).toBe(
			'تبيّن أن الوثيقة التي اعتمد عليها المقال مزوّرة، وتعتذر الصحيفة لقرائها.',
		);
		expect($('meta[name=robots]').attr('content')).toBe('noindex');
		expect(
			$('link[rel=canonical], meta[property^="og:"], script[type="application/ld+json"]'),
		).toHaveLength(0);
		expect([having('لبيع حديقة'), having('ستُباع')]).toEqual([[], []]);
		expect(having('withdrawn-report').sort()).toEqual([
			'_redirects',
			'articles/park-sale/index.html',
			'build.json',
		]);
	});

	test('its other addresses lead to an article', () => {
		const lines = read('_redirects').split('\n');
		for (const line of [
			`${base}articles/new-lamps ${base}articles/street-lights/ 301`,
			`${base}2025/01/%D9%85%D8%B5%D8%A7%D8%A8%D9%8A%D8%AD.html ${base}articles/street-lights/ 301`,
			`${base} p=77 ${base}articles/street-lights/ 301`,
			`${base}articles/park-sale/ ${base}articles/withdrawn-report/ 301`,
		])
			expect(lines).toContain(line);
		const page = load(read('2025/01/مصابيح.html'));
		expect(page('link[rel=canonical]').attr('href')).toBe(`${address}articles/street-lights/`);
		expect(page('body a').attr('href')).toBe(`${address}articles/street-lights/`);
	});
});
