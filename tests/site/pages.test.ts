import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { pagesOf, textOf } from './pages.ts';

const ARTICLE = 'articles/oman-un-public-service-forum-2015/index.html';

describe.each(inject('sites'))('the site at $address', ({ folder, address, base }) => {
	const pages = pagesOf(folder);
	const page = (file: string) => {
		const found = pages.get(file);
		if (!found) throw new Error(`${file} was not built`);
		return found;
	};

	test('has its pages and nothing else', () => {
		expect([...pages.keys()].sort()).toEqual([
			'404.html',
			'about/index.html',
			ARTICLE,
			'index.html',
		]);
	});

	test.each([...pages])('%s is an Arabic page with the landmarks of one', (_file, $) => {
		expect($('html').attr()).toMatchObject({ lang: 'ar', dir: 'rtl' });
		expect($('h1')).toHaveLength(1);
		for (const landmark of ['body > header', 'main#content', 'body > footer'])
			expect($(landmark), landmark).toHaveLength(1);
		expect($('body > a').first().attr('href')).toBe('#content');
		expect($('meta[name=viewport]').attr('content')).not.toMatch(/maximum-scale|user-scalable/);
		expect($('title').text()).toMatch(/^\p{Script=Arabic}/u);
		expect($('meta[name=description]').attr('content')).toMatch(/^\p{Script=Arabic}/u);
	});

	test.each([...pages])('%s has its headings in order without gaps', (_file, $) => {
		const levels = $('h1, h2, h3, h4, h5, h6')
			.toArray()
			.map(({ tagName }) => Number(tagName.slice(1)));
		expect(levels[0]).toBe(1);
		for (const [index, level] of levels.entries())
			expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
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
				file === ARTICLE
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
		'%s gives the window the colour of its paper, by day and by night',
		(_file, $) => {
			const papers = [
				...$('style')
					.text()
					.matchAll(/--paper:(#\w+)/g),
			].map(([, colour = '']) => colour.replace(/^#(\w)(\w)(\w)$/, '#$1$1$2$2$3$3'));
			const told = $('meta[name=theme-color]')
				.toArray()
				.map(({ attribs }) => [attribs['media'], attribs['content']]);
			expect(told).toEqual([
				['(prefers-color-scheme: light)', papers[0]],
				['(prefers-color-scheme: dark)', papers[1]],
			]);
			expect($('meta[name=color-scheme]').attr('content')).toBe('light dark');
		},
	);

	test('what only adds to a page comes last: its script, at the end of the body', () => {
		expect(
			page(ARTICLE)(
				'link[rel=stylesheet], link[rel=preload], link[rel=modulepreload], script[src]',
			),
		).toHaveLength(0);
		expect(page(ARTICLE)('body').children().last().is('script[type=module]')).toBe(true);
		expect(readFileSync(`${folder}/${ARTICLE}`, 'utf8')).toMatch(
			/<\/script>\s*<\/body>\s*<\/html>\s*$/,
		);
	});

	test('titles are all different', () => {
		const titles = [...pages.values()].map(($) => $('title').text());
		expect(new Set(titles).size).toBe(titles.length);
	});

	test.each([
		['index.html', ''],
		['about/index.html', 'about/'],
		[ARTICLE, 'articles/oman-un-public-service-forum-2015/'],
	])('%s has its canonical address', (file, path) => {
		expect(page(file)('link[rel=canonical]').attr('href')).toBe(address + path);
	});

	test('the page that is not found has no address of its own and leads back', () => {
		expect(page('404.html')('link[rel=canonical]')).toHaveLength(0);
		expect(page('404.html')(`main a[href="${base}"]`)).toHaveLength(1);
	});

	test('every address within the site keeps to its base', () => {
		const inner = [...pages.values()].flatMap(($) =>
			$('[href^="/"], [src^="/"]')
				.toArray()
				.map(({ attribs }) => attribs['href'] ?? attribs['src'] ?? ''),
		);
		expect(inner.length).toBeGreaterThan(10);
		expect(inner.filter((href) => !href.startsWith(base))).toEqual([]);
		for (const $ of pages.values())
			for (const [, url = ''] of $('style')
				.text()
				.matchAll(/url\(([^)]+)\)/g))
				expect(url).toMatch(new RegExp(`^${base}_astro/`));
	});

	test('the first page leads to the article and tells its headline, dek and month', () => {
		const $ = page('index.html');
		expect($(`main h2 a[href="${base}articles/oman-un-public-service-forum-2015/"]`).text()).toBe(
			page(ARTICLE)('h1').text(),
		);
		expect(textOf($, 'main')).toContain(page(ARTICLE)('article > header p').eq(1).text());
		expect($('time[datetime="2015-06"]').text()).toBe('يونيو 2015');
	});

	test('the page about the site says how to write to it', () => {
		expect(page('about/index.html')('a[href^="mailto:"]').attr('dir')).toBe('ltr');
	});

	test('the article page fits the first flight of a connection', () => {
		const html = readFileSync(`${folder}/${ARTICLE}`);
		expect(
			brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
		).toBeLessThanOrEqual(14_600);
		expect(
			page(ARTICLE)(
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
			expect(used).toContain(file.replace(/\.(?:br|gz)$/, ''));
	});
});

describe('the article of the forum', () => {
	const [site] = inject('sites');
	const $ = pagesOf(site?.folder ?? '').get(ARTICLE)!;
	const text = textOf($, 'article');

	test.each([
		'سلطنة عُمان',
		'منتدى الأمم المتحدة للخدمة العامة 2015',
		'كولومبيا',
		'مسقط – الرؤية',
		'حفل توزيع الجوائز',
		'الخدمة العامة',
		'«الابتكار في تقديم الخدمات العامة لتنفيذ جدول أعمال التنمية لما بعد عام 2015م»',
		'23–26 يونيو 2015',
		'مركز المؤتمرات «بلازا مايور»',
		'Plaza Mayor',
		'مدينة مدلين',
		'شعبة الإدارة العامة وإدارة التنمية',
		'إدارة الأمم المتحدة للشؤون الاقتصادية والاجتماعية',
		'UN DESA',
		'هيئة الأمم المتحدة للمساواة بين الجنسين وتمكين المرأة',
		'UN Women',
		'حكومة جمهورية كولومبيا',
		'وزارة الخدمة المدنية',
		'الشيخ أحمد بن محمد العامري',
		'مستشار التخطيط الإستراتيجي',
		'كبار المسؤولين',
		'الدول الأعضاء',
		'الاجتماعية والاقتصادية والبيئية',
		'الجمعية العامة للأمم المتحدة',
		'يوم الأمم المتحدة للخدمة العامة',
		'57/277',
		'بلدان الجنوب',
		'الأقاليم',
		'المائدة المستديرة الوزارية',
		'اجتماع فريق الخبراء',
		'خمس ورش عمل متوازية لبناء القدرات',
		'تعزيز القدرات المهنية والنزاهة والأخلاق في الخدمات العامة',
		'الحكومة الإلكترونية كقوة دافعة لتحقيق التكامل المؤسسي من أجل التنمية المستدامة',
		'الابتكار في تقديم الخدمات المراعية للنوع الاجتماعي',
		'نماذج إدارة الخدمات العامة',
		'حوكمة الإنترنت والابتكار والتنمية المستدامة',
		'الدروس المستفادة',
		'التدابير الإستراتيجية',
		'برنامج جوائز الأمم المتحدة للخدمة العامة',
		'مسابقة سنوية',
		'الديمقراطية والحكم الناجح',
		'التعليق عبر فيسبوك',
	])('tells %s', (fact) => expect(text).toContain(fact));

	test('has its three sections, each under its fixed id and named by its heading', () => {
		const sections = $('section')
			.toArray()
			.map(({ attribs }) => [attribs['id'], $(`#${attribs['aria-labelledby']}`).text()]);
		expect(sections).toEqual([
			['event', 'الحدث'],
			['forum', 'المنتدى'],
			['awards', 'الجوائز'],
		]);
		expect(
			$('nav a[href^="#"]')
				.toArray()
				.map(({ attribs }) => attribs['href']),
		).toEqual(['#event', '#forum', '#awards']);
	});

	test('never invents a day for its publication', () => {
		expect(
			$('time')
				.toArray()
				.map(({ attribs }) => attribs['datetime']),
		).toEqual([
			'2015-06',
			'2015-06-23',
			'2015-06-26',
			'2015-06-23',
			'2015-06-24',
			'2015-06-25',
			'2015-06-26',
			'2015-06-26',
		]);
		expect($.html()).not.toMatch(/2015-06-0|2015-05|2015-07|(?<!\d)1 يونيو/);
	});

	test('keeps a range of days in its order wherever it stands', () => {
		expect($('span[dir=rtl]').text()).toBe('23–26 يونيو 2015');
	});

	test('sets the five workshops as an ordered list and the four days too', () => {
		expect($('#workshops + ol > li')).toHaveLength(5);
		expect(
			$('#event ol > li time')
				.toArray()
				.map((day) => $(day).text().replace(/\s+/g, ' ').trim()),
		).toEqual(['الثلاثاء 23', 'الأربعاء 24', 'الخميس 25', 'الجمعة 26']);
		expect($('#awards ul > li')).toHaveLength(5);
	});

	test('offers the event for a calendar and a map in words that are true before it and after', () => {
		expect(
			$('#event dd a')
				.toArray()
				.map((link) => $(link).text()),
		).toEqual([
			'عرض المكان على الخريطة',
			'ملف الحدث للتقويم',
			'شعبة الإدارة العامة وإدارة التنمية في إدارة الأمم المتحدة للشؤون الاقتصادية والاجتماعية',
		]);
	});

	test('tells in words what its map shows', () => {
		expect($('svg[role=img]').attr('aria-label')).toBe('خريطة الطريق من مسقط إلى مدلين');
		expect($('.map figcaption').text()).toBe(
			'الطريق الأقصر من مسقط إلى مدلين: نحو 14,000 كيلومتر.',
		);
	});

	test('leaves to no service a window to come back by', () => {
		expect(
			$('.share a')
				.toArray()
				.filter(({ attribs }) => attribs['rel'] !== 'noopener'),
		).toEqual([]);
	});

	test('isolates Latin names and numbers from the Arabic around them', () => {
		const isolated = $('bdi')
			.toArray()
			.map((node) => $(node).text());
		expect(isolated).toEqual(
			expect.arrayContaining(['Plaza Mayor', 'UN DESA', 'UN Women', '57/277']),
		);
	});

	test('is an article of the length that was asked for', () => {
		const words = $('article section > p').text().split(/\s+/).length;
		expect(words).toBeGreaterThanOrEqual(300);
		expect(text.split(/\s+/).length).toBeLessThanOrEqual(800);
	});
});
