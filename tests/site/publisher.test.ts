import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { LAWS } from '../laws/laws.ts';
import { readSite } from '../laws/site.ts';
import { built } from '../project.ts';
import { CHART, DRAFTS } from '../sundry.ts';

describe('what a publisher puts beside the articles', () => {
	const folder = inject('projects').sundry;
	let told = '';
	const read = (path: string) => readFileSync(`${folder}/dist/${path}`, 'utf8');
	const html = (path: string) => load(read(path).replaceAll('\u00A0', ' '));
	const links = () =>
		html('index.html')('body > footer a')
			.toArray()
			.map(({ attribs }) => attribs['href']);

	beforeAll(async () => {
		told = await built(`${folder}/dist`);
	});

	test.each(Object.keys(DRAFTS))(
		'the unfinished draft %s stops no build, and is warned of',
		(name) => {
			expect(told).toMatch(new RegExp(`\\[WARN\\].* content/articles/${name}.*: مسودة: `));
			expect(readdirSync(`${folder}/dist/articles`)).not.toContain(name.replace('.mdx', ''));
		},
	);

	test('no file of the site names a draft, the worker too, which forgets what was withdrawn', () => {
		const files = readdirSync(`${folder}/dist`, { recursive: true, encoding: 'utf8' });
		const texts = files.filter((file) =>
			/\.(?:html|js|json|xml|txt|ics)$|(?:^|\/)_redirects$/.test(file),
		);
		expect(texts).toContain('sw.js');
		for (const file of texts)
			for (const name of Object.keys(DRAFTS))
				expect(read(file), file).not.toContain(`/articles/${name.replace('.mdx', '')}/`);
	});

	test('the footer lists them by their numbers, the unnumbered last, and what they hold for readers', () =>
		expect(links()).toEqual([
			'/',
			'/archive/',
			'/us/',
			'/us/#contact',
			'/team/',
			'/print/',
			'/rss.xml',
		]));

	test('a robots.txt of the publisher stands in place of ours, and the check asks the sitemap all the same', async () => {
		expect(read('robots.txt')).toBe('User-agent: *\nDisallow: /mine/\n');
		const site = readSite(`${folder}/dist`);
		expect(await LAWS['sitemap']!(site)).toEqual([]);
		const lost = {
			...site,
			files: new Set([...site.files].filter((one) => one !== 'sitemap-0.xml')),
		};
		expect(await LAWS['sitemap']!(lost)).not.toEqual([]);
	});

	test('one without a place in the footer is there all the same', () =>
		expect(html('hidden/index.html')('h1').text()).toBe('صفحة بلا موضع'));

	test('a list that does not begin with one has its numbers', () => {
		expect(html('hidden/index.html')('main ol').attr('start')).toBe('3');
		expect(read('hidden/index.html')).toMatch(/ol:not\(\[class\]\)\{list-style:/);
	});

	test('a page has its title, its dek, its own address and the address of the paper', () => {
		const $ = html('us/index.html');
		expect($('h1').text()).toBe('من نحن');
		expect($('meta[name=description]').attr('content')).toBe('ثلاثة محررين.');
		expect($('link[rel=canonical]').attr('href')).toBe('https://sada.example/us/');
		const mail = $('main a[href^="mailto:"]');
		expect(mail.attr('dir')).toBe('ltr');
		expect(mail.attr('href')).toBe(`mailto:${mail.text()}`);
	});

	test('the sitemap has them all', () => {
		const $ = load(read('sitemap-0.xml'), { xml: true });
		const addresses = $('loc')
			.toArray()
			.map((one) => $(one).text());
		for (const slug of ['us', 'team', 'print', 'hidden'])
			expect(addresses).toContain(`https://sada.example/${slug}/`);
	});

	test('old addresses and own redirects are merged, the own ones first', () => {
		expect(read('_redirects').split('\n').slice(0, 8)).toEqual([
			'/mine/* /:splat 301',
			'/ p=12 /rss.xml 301',
			'/2014/%D9%82%D8%AF%D9%8A%D9%85 / 301',
			'/2014/%D9%82%D8%AF%D9%8A%D9%85/ / 301',
			'/2014/%d9%82%d8%af%d9%8a%d9%85 / 301',
			'/2014/%d9%82%d8%af%d9%8a%d9%85/ / 301',
			'/contact.html https://example.org/contact 302',
			'/contact.html/ https://example.org/contact 302',
		]);
	});

	test('an old address has a page of its own for hosts without redirects, what the site has itself none', () => {
		const $ = html('2014/قديم/index.html');
		expect($('meta[http-equiv=refresh]').attr('content')).toBe('0; url=https://sada.example/');
		expect($('link[rel=canonical]').attr('href')).toBe('https://sada.example/');
		expect($('meta[name=robots]').attr('content')).toBe('noindex');
		expect($('body a').attr('href')).toBe('https://sada.example/');
		expect($('meta[http-equiv=content-security-policy]')).toHaveLength(1);
		expect(html('contact.html')('body a').attr('href')).toBe('https://example.org/contact');
		expect(existsSync(`${folder}/dist/feed`)).toBe(false);
	});

	test('own headers come last, and old addresses have none', () => {
		expect(read('_headers')).toMatch(/\n\/mine\/\*\n {2}X-Mine: yes\n$/);
		expect(read('_headers')).not.toMatch(/2014|contact/);
	});

	test('what lies in public/ is published as it is, with compressed copies; what Git needs is not, and a right CNAME is no warning', () => {
		expect(read('CNAME')).toBe('sada.example\n');
		expect(told).not.toContain('CNAME');
		expect(read('mine/report.csv')).toBe('أ,ب\n');
		expect(existsSync(`${folder}/dist/mine/report.csv.gz`)).toBe(true);
		expect(existsSync(`${folder}/dist/.gitkeep`)).toBe(false);
	});

	test('a page in public/ is the publisher’s own: it stays as it is, and what its links lack is a warning', () => {
		expect(read('mine/chart.html')).toBe(CHART);
		expect(told.match(/public\/mine\/chart\.html: .*/g)).toEqual([
			'public/mine/chart.html: الرابط «https://example.org/a.png» في <img src> يُحمَّل من خارج الموقع، ولا يُطلب شيء من موقع آخر. ضع الملف في الموقع نفسه، أو احذف العنصر.',
			'public/mine/chart.html: الرابط «none.html» في <a href> ليس في الموقع صفحةً ولا ملفًا. صحّحه، أو أنشئ ما يقصده، أو احذفه.',
		]);
	});
});
