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
	'articles/council-count/index.html',
	'articles/craft-market/index.html',
	'articles/evening-lecture/index.html',
	'articles/film-days/index.html',
	'articles/last-typesetter/index.html',
	FORUM,
	'articles/music-night/index.html',
	'articles/nurses-statement/index.html',
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
	'archive/index.html',
	...[
		'2024/02',
		'2024/03',
		'2024/05',
		'2024/09',
		'2024/11',
		'2024/12',
		'2025/01',
		'2025/02',
		'2025/03',
		'2025/04',
		'2025/06',
		'2025/08',
	].map((month) => `archive/${month}/index.html`),
	...[
		'culture',
		'economy',
		'education',
		'environment',
		'health',
		'libraries',
		'local',
		'pictures',
		'science',
		'technology',
	].map((topic) => `topics/${topic}/index.html`),
	'search/index.html',
];
/** In the order of the home page: the latest, the one with the picture beside it, more, the latest in brief, then topics with more than one. */
const EDITION = [
	'school-year',
	'photo-harbour',
	'ai-models',
	'opinion-reading',
	'poet-interview',
	'evening-lecture',
	'budget-and-projects',
	'water-dialogue',
	'world-health-summit',
	'libraries-forum-tunis-2024',
	'council-count',
	'nurses-statement',
	'street-lights',
	'spring-fair',
	'craft-market',
	'music-night',
	'film-days',
	'book-fair',
];
/** What differs between the papers. */
const WORDS = {
	almanara: {
		name: 'المنارة',
		day: '24 آب 2025',
		month: 'أيار 2024',
		january: 'كانون الثاني',
		second: 'الاثنين 2 كانون الأول',
		archive: {
			year: '2025',
			counts: { all: '21 مادة', one: '1' },
		},
	},
	sada: {
		name: 'صدى الدلتا الأسبوعي',
		day: '٢٤ أغسطس ٢٠٢٥',
		month: 'مايو ٢٠٢٤',
		january: 'يناير',
		second: 'الاثنين ٢ ديسمبر',
		archive: {
			year: '٢٠٢٥',
			counts: { all: '٢١ مادة', one: '١' },
		},
	},
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
		expect([...pages.keys()].sort()).toEqual(PAGES.toSorted()));

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
			expect(scripts.map((script) => $.html(script).replace(/"[^"]+\.js"/, 'FILE'))).toEqual([
				'<script type="module">requestAnimationFrame(()=>setTimeout(()=>(onpageshow=()=>import(FILE))(),99))</script>',
			]);
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
		expect(page(FORUM)('link[rel=stylesheet], link[rel=modulepreload], script[src]')).toHaveLength(
			0,
		);
		expect(page(FORUM)('body').children().last().is('script[type=module]')).toBe(true);
		expect(readFileSync(`${folder}/${FORUM}`, 'utf8')).toMatch(
			/<\/script>\s*<\/body>\s*<\/html>\s*$/,
		);
	});

	test('our faces are asked for first by computers alone: on a slow phone they would hold up the first paint', () => {
		const asked = page(FORUM)('link[rel=preload]')
			.toArray()
			.map(({ attribs: { href = '', as, media } }) => [
				href.replace(/^.*\/|\.[^.]+\.woff2$/g, ''),
				as,
				media,
			]);
		expect(asked).toEqual([
			['noto-naskh-arabic-regular', 'font', '(hover),(min-width:40rem)'],
			['noto-naskh-arabic-bold', 'font', '(hover),(min-width:40rem)'],
			['noto-naskh-digits-regular', 'font', '(hover),(min-width:40rem)'],
			['noto-naskh-digits-bold', 'font', '(hover),(min-width:40rem)'],
		]);
	});

	test('a page with a letter of another language has one file for all letters, in which they are joined; so has the search, whose words a script brings', () => {
		const letters = (file: string) =>
			page(file)('style')
				.text()
				.match(/noto-naskh-(?:arabic|more)-\w+/g);
		const [plain, more] = ['arabic', 'more'].map((name) => [
			`noto-naskh-${name}-regular`,
			`noto-naskh-${name}-bold`,
		]);
		expect(letters(FORUM)).toEqual(plain);
		expect(letters('articles/last-typesetter/index.html')).toEqual(more);
		expect(letters('search/index.html')).toEqual(more);
		// The one of most pages is the one that is kept.
		expect(letters('offline/index.html')).toEqual(plain);
		const preloads = page('articles/last-typesetter/index.html')('link[rel=preload]');
		expect(preloads.first().attr('href')).toMatch(/noto-naskh-more-regular/);
	});

	test('titles are all different', () => {
		const titles = [...pages.values()].map(($) => $('title').text());
		expect(new Set(titles).size).toBe(titles.length);
	});

	test('the page that is not found has no address of its own and leads back', () => {
		expect(page('404.html')('link[rel=canonical]')).toHaveLength(0);
		expect(page('404.html')(`main a[href="${base}"]`)).toHaveLength(1);
		expect(page('404.html')('main input').attr('placeholder')).toBe('كلمات البحث');
	});

	test('the first page has the latest article first, and each once', () => {
		const $ = page('index.html');
		expect(
			$('main article :is(h2, h3) a')
				.toArray()
				.map(({ attribs }) => attribs['href']),
		).toEqual(EDITION.map((slug) => `${base}articles/${slug}/`));
	});

	test('the first page leads to topics, in the order of the table, and to the archive', () => {
		const $ = page('index.html');
		const links = (selector: string) =>
			$(selector)
				.toArray()
				.map((link) => [$(link).text(), $(link).attr('href')]);
		expect(links('section > h2 a')).toEqual([
			['محليات', `${base}topics/local/`],
			['ثقافة', `${base}topics/culture/`],
		]);
		expect(links('main > p a')).toEqual([['كل المواد في الأرشيف', `${base}archive/`]]);
		expect(textOf($, '.seconds > :first-child h2')).toBe('لماذا نقرأ بصوت عالٍ لمن نحب؟');
		expect(links('.beside article > p a')).toEqual([['صور', `${base}topics/pictures/`]]);
		// Who reads the list of one topic or one writer knows it already.
		expect(textOf($, 'section')).not.toContain('ثقافة –');
		expect(textOf($, 'main ul')).not.toContain('مدة القراءة');
	});

	test('under the name of every page stand its topics, the archive and the search', () => {
		const named = (file: string) =>
			page(file)('.bar a')
				.toArray()
				.map(({ attribs }) => [attribs['href']?.slice(base.length), attribs['aria-current']]);
		const topics = ['local', 'culture', 'libraries', 'economy', 'science', 'technology', 'health'];
		const paths = [...topics, 'education', 'environment', 'pictures'].map(
			(slug) => `topics/${slug}/`,
		);
		const bar = [...paths, 'archive/', 'search/'];
		const marked = (place?: string, as?: string) =>
			bar.map((at) => [at, at === place ? as : undefined]);
		// Nor is somebody who writes in the bar.
		for (const file of ['index', 'about/index', '404', 'people/ruba-alsaid/index'])
			expect(named(`${file}.html`), file).toEqual(marked());
		// An article marks its topic, a month the archive.
		expect(named('articles/book-fair/index.html')).toEqual(marked('topics/culture/', 'true'));
		expect(named('archive/2024/12/index.html')).toEqual(marked('archive/', 'true'));
		for (const [index, at] of bar.entries())
			expect(named(`${at}index.html`)[index], at).toEqual([at, 'page']);
		// No breadcrumbs where the bar shows the place.
		for (const file of ['topics/local', 'articles/book-fair', 'archive/2024/12'])
			expect(page(`${file}/index.html`)('.crumbs'), file).toHaveLength(0);
	});

	test('a topic or a writer with few articles leads to others, a month to those of its year', () => {
		const after = (file: string, selector: string) => {
			const $ = page(file);
			return $(selector)
				.toArray()
				.map((link) => $(link).attr('href')?.slice(base.length));
		};
		const more = 'nav[aria-labelledby=more] h3 a';
		expect(after('topics/economy/index.html', more)).toEqual(
			['street-lights', 'music-night', 'spring-fair', 'film-days'].map(
				(slug) => `articles/${slug}/`,
			),
		);
		expect(after('people/ruba-alsaid/index.html', more)).toEqual(
			['poet-interview', 'film-days', 'book-fair', 'ai-models'].map((slug) => `articles/${slug}/`),
		);
		// An article with a co-author names both.
		expect(textOf(page('people/ruba-alsaid/index.html'), '.stories .row')).toContain(
			'بقلم رُبى السعيد وكريم نصّار',
		);
		expect(after('topics/local/index.html', more)).toEqual([]);
		expect(after('archive/2025/01/index.html', '.years a')).toEqual(
			['01', '02', '03', '04', '06', '08'].map((month) => `archive/2025/${month}/`),
		);
		expect(textOf(page('archive/2024/12/index.html'), '.days p')).toContain('48 فيلمًا');
	});

	test('a topic has a page of its articles, the latest first, with its description', () => {
		const $ = page('topics/culture/index.html');
		expect($('h1').text()).toBe('ثقافة');
		expect($('h1 + p').text()).toMatch(/^[7٧] مواد$/);
		expect($('h1 ~ .text-dek').text()).toBe('الكتاب والمسرح والسينما، وما يجري في المكتبات.');
		expect($('meta[name=description]').attr('content')).toBe(
			'الكتاب والمسرح والسينما، وما يجري في المكتبات.',
		);
		const slugs = $('.stories h2 a')
			.toArray()
			.map(({ attribs }) => attribs['href']?.slice(`${base}articles/`.length, -1));
		expect(slugs).toEqual([
			'opinion-reading',
			'poet-interview',
			'music-night',
			'film-days',
			'book-fair',
			'archives-conference',
			'readers-awards',
		]);
		// On wide screens three stand beside the latest with its tall picture, one beside a latest without.
		const places = (file: string) =>
			page(file)('.fresh > li')
				.toArray()
				.map(({ attribs }) => attribs['class'] ?? '')
				.join();
		expect(places('topics/culture/index.html')).toBe(
			'high four,facing,facing,facing,facing,,facing',
		);
		expect(places('topics/local/index.html')).toBe(',facing,,facing,,facing');
		expect(places('topics/health/index.html')).toBe('alone');
		// Beside its picture an only article tells how it begins.
		expect(textOf(page('topics/health/index.html'), '.further')).toMatch(/^يغادر عمّان وفد/);
		expect(textOf(page('topics/culture/index.html'), '.further')).toMatch(
			/^لم يكن الناس، حتى زمن قريب/,
		);
		expect(page('topics/local/index.html')('.further')).toHaveLength(0);
		expect(page('topics/libraries/index.html')('meta[name=description]').attr('content')).toBe(
			'مواد قسم «المكتبات العامة»، الأحدث أولًا.',
		);
	});

	test('the archive has the twelve months of its years, and the number of articles of who writes', () => {
		const $ = page('archive/index.html');
		const told = (section: number) =>
			$('.years > section')
				.eq(section)
				.find('h2, li')
				.toArray()
				.map((item) => [$(item).text(), $('a', item).attr('href')]);
		const { year, counts } = words.archive;
		expect(textOf($, 'h1 + p')).toBe(counts.all);
		expect(told(0)[0]).toEqual([year, undefined]);
		expect(told(0)).toHaveLength(1 + 12);
		// Each link names its year, too: a list of links does not say under which heading they stand.
		expect(told(0)[1]).toEqual([`${words.january} ${year}`, `${base}archive/2025/01/`]);
		expect(told(0)[5]?.[1]).toBe(undefined);
		expect(told(1)).toHaveLength(1 + 12);
		expect(
			$('nav[aria-labelledby=writers] li')
				.toArray()
				.map((item) => $(item).text()),
		).toEqual([`رُبى السعيد ${counts.one}`]);
	});

	test('a month has its articles in order of time, by days, and leads to the months beside it', () => {
		const $ = page('archive/2024/12/index.html');
		const links = (selector: string) =>
			$(selector)
				.toArray()
				.map((link) => $(link).attr('href'));
		expect(links('.days h3 a')).toEqual(
			['film-days', 'spring-fair', 'music-night'].map((slug) => `${base}articles/${slug}/`),
		);
		expect($('.days h2')).toHaveLength(3);
		expect($('.days h2').first().text()).toBe(words.second);
		expect(links('[rel=prev]')).toEqual([`${base}archive/2024/11/`]);
		expect(links('[rel=next]')).toEqual([`${base}archive/2025/01/`]);
		expect(page('archive/2024/02/index.html')('[rel=prev]')).toHaveLength(0);
		// An article without a day stands under its month.
		expect(textOf(page('archive/2024/05/index.html'), '.days h2')).toBe(words.month);
	});

	test('an article leads to its topic, in the masthead and over its headline', () => {
		const $ = page('articles/opinion-reading/index.html');
		expect($('.bar a').get(1)?.attribs['href']).toBe(`${base}topics/culture/`);
		expect($('.story-head > p a').first().attr('href')).toBe(`${base}topics/culture/`);
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
				.map((label) => [$(label).text(), $(label).closest('article').find('h2, h3').text()]),
		).toEqual([
			['انتقل الحدث إلى الإنترنت', 'حوار المياه العابرة للحدود ينتقل إلى الشاشة ويتقدّم أسبوعًا'],
			['أُجِّل الحدث', 'معرض الزهور في مادبا ينتظر موعدًا آخر بعد السيول'],
			['أُلغي الحدث', 'أمسية العود الأخيرة لهذا العام لن تُقام'],
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

	test('nothing of npm run dev is in it: neither the bar nor the preview of sharing', () => {
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
		expect(files.filter((file) => file.includes('_preview'))).toEqual([]);
		for (const [name, $] of pages) expect($.html(), name).not.toMatch(/desk-bar|_preview/);
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
