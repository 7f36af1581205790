import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { pagesOf, textOf } from './pages.ts';

const FORUM = 'articles/libraries-forum-tunis-2024/index.html';
const WITHDRAWN = 'articles/withdrawn-report/index.html';
const PAGES = [
	'404.html',
	'about/index.html',
	'articles/ai-models/index.html',
	'articles/archives-conference/index.html',
	'articles/book-fair/index.html',
	'articles/budget-and-projects/index.html',
	'articles/evening-lecture/index.html',
	'articles/film-days/index.html',
	FORUM,
	'articles/music-night/index.html',
	'articles/opinion-reading/index.html',
	'articles/photo-harbour/index.html',
	'articles/poet-interview/index.html',
	'articles/readers-awards/index.html',
	'articles/school-year/index.html',
	'articles/spring-fair/index.html',
	'articles/street-lights/index.html',
	'articles/water-dialogue/index.html',
	WITHDRAWN,
	'articles/world-health-summit/index.html',
	'index.html',
	'offline/index.html',
	'people/ruba-alsaid/index.html',
	'privacy/index.html',
];
/** In the order of the home page: the latest first. */
const LATEST = [
	'school-year',
	'photo-harbour',
	'opinion-reading',
	'ai-models',
	'poet-interview',
	'evening-lecture',
	'budget-and-projects',
	'street-lights',
	'music-night',
	'spring-fair',
	'film-days',
	'water-dialogue',
	'world-health-summit',
	'book-fair',
	'libraries-forum-tunis-2024',
	'archives-conference',
	'readers-awards',
];
/** What differs between the papers. */
const WORDS = {
	almanara: { name: 'المنارة', day: '24 آب 2025', month: 'أيار 2024' },
	sada: { name: 'صدى الدلتا الأسبوعي', day: '٢٤ أغسطس ٢٠٢٥', month: 'مايو ٢٠٢٤' },
};

describe.each(inject('sites'))('the site at $address', ({ paper, folder, base }) => {
	const words = WORDS[paper];
	const pages = pagesOf(folder);
	const page = (file: string) => {
		const found = pages.get(file);
		if (!found) throw new Error(`${file} was not built`);
		return found;
	};

	test('has its pages and nothing else: no draft', () =>
		expect([...pages.keys()].sort()).toEqual(PAGES));

	test.each([...pages])('%s is titled with the name of its paper', (file, $) => {
		expect($('title').text()).toMatch(
			file === 'index.html'
				? new RegExp(`^${words.name} · `)
				: new RegExp(`^(?!${words.name}).+ · ${words.name}$`),
		);
		expect($('body > header .wordmark').contents().first().text()).toBe(words.name);
	});

	test.each([...pages])(
		'%s declares its characters first and holds no frame, no inline style and no script but the line that asks for it',
		(file, $) => {
			expect(readFileSync(`${folder}/${file}`).subarray(0, 1024).toString()).toMatch(
				/<meta charset="utf-8">/,
			);
			const [scripts, others] = [
				$('script:not([type="application/ld+json"])').toArray(),
				$('iframe, object, embed, [style]').toArray(),
			];
			expect(others.map(({ tagName }) => tagName)).toEqual([]);
			expect(scripts.map((script) => $.html(script).replace(/"[^"]+\.js"/, 'FILE'))).toEqual(
				file.startsWith('articles/') && file !== WITHDRAWN
					? [
							'<script type="module">requestAnimationFrame(()=>setTimeout(()=>(onpageshow=()=>import(FILE))(),99))</script>',
						]
					: [],
			);
			expect(
				$('*')
					.toArray()
					.flatMap((element) => Object.keys($(element).attr() ?? {}))
					.filter((name) => name.startsWith('on')),
			).toEqual([]);
		},
	);

	test.each([...pages])(
		'%s gives the window the colour of its paper, by day and by night; print is black on white',
		(_file, $) => {
			const papers = [
				...$('style')
					.text()
					.matchAll(/--paper:(#\w+)/g),
			].map(([, colour = '']) => colour.replace(/^#(\w)(\w)(\w)$/, '#$1$1$2$2$3$3'));
			expect(papers).toEqual(['#ffffff', '#101416', '#ffffff']);
			const told = $('meta[name=theme-color]')
				.toArray()
				.map(({ attribs }) => [attribs['media'], attribs['content']]);
			expect(told).toEqual([
				['(prefers-color-scheme: light)', '#ffffff'],
				['(prefers-color-scheme: dark)', '#101416'],
			]);
			expect($('meta[name=color-scheme]').attr('content')).toBe('light dark');
		},
	);

	test('what only adds to a page comes last: its script, at the end of the body', () => {
		expect(
			page(FORUM)('link[rel=stylesheet], link[rel=preload], link[rel=modulepreload], script[src]'),
		).toHaveLength(0);
		expect(page(FORUM)('body').children().last().is('script[type=module]')).toBe(true);
		expect(readFileSync(`${folder}/${FORUM}`, 'utf8')).toMatch(
			/<\/script>\s*<\/body>\s*<\/html>\s*$/,
		);
	});

	test('titles are all different', () => {
		const titles = [...pages.values()].map(($) => $('title').text());
		expect(new Set(titles).size).toBe(titles.length);
	});

	test('the page that is not found has no address of its own and leads back', () => {
		expect(page('404.html')('link[rel=canonical]')).toHaveLength(0);
		expect(page('404.html')(`main a[href="${base}"]`)).toHaveLength(1);
	});

	test('the first page has the latest article first, and each once', () => {
		const $ = page('index.html');
		expect(
			$('main h2 a')
				.toArray()
				.map(({ attribs }) => attribs['href']),
		).toEqual(LATEST.map((slug) => `${base}articles/${slug}/`));
	});

	test('the first page tells headline, dek and date of the latest, and a month as a month', () => {
		const $ = page('index.html');
		expect($('main h2').first().text()).toBe('مدارس الأردن تبدأ عامها بأسبوعين من الأنشطة');
		expect(textOf($, 'main')).toContain(
			'تستقبل المدارس طلبتها وأهاليهم بأنشطة مفتوحة، ثم تنتظم الدروس.',
		);
		expect($('time[datetime="2025-08-24"]').text()).toBe(words.day);
		expect($('time[datetime="2024-05"]').text()).toBe(words.month);
	});

	test('a teaser says first what became of the event', () => {
		const $ = page('index.html');
		expect(
			$('main b')
				.toArray()
				.map((label) => [$(label).text(), $(label).closest('article').find('h2').text()]),
		).toEqual([
			['أُلغي الحدث', 'أمسية العود الأخيرة لهذا العام لن تُقام'],
			['أُجِّل الحدث', 'معرض الزهور في مادبا ينتظر موعدًا آخر بعد السيول'],
			['انتقل الحدث إلى الإنترنت', 'حوار المياه العابرة للحدود ينتقل إلى الشاشة ويتقدّم أسبوعًا'],
		]);
	});

	test('the page about the site says how to write to it', () => {
		expect(page('about/index.html')('a[href^="mailto:"]').attr('dir')).toBe('ltr');
	});

	test('the article page fits the first flight of a connection', () => {
		const html = readFileSync(`${folder}/${FORUM}`);
		expect(
			brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
		).toBeLessThanOrEqual(14_600);
		expect(
			page(FORUM)(
				'head link[rel=stylesheet], head script:not([type="application/ld+json"]):not([type=module])',
			),
		).toHaveLength(0);
	});

	test('nothing is left in the output that no page asks for', () => {
		const sheets = readdirSync(`${folder}/_astro`)
			.filter((file) => file.endsWith('.css'))
			.map((file) => readFileSync(`${folder}/_astro/${file}`, 'utf8'));
		const used = [...[...pages.values()].map(($) => $.html()), ...sheets].join();
		for (const file of readdirSync(`${folder}/_astro`))
			expect(used).toContain(encodeURI(file).replace(/\.(?:br|gz)$/, ''));
	});
});
