import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type CheerioAPI, load } from 'cheerio';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { browser } from '../browser/visit.ts';
import { browserProblems } from '../laws/browser.ts';
import { LAWS } from '../laws/laws.ts';
import { readSite } from '../laws/site.ts';
import { LOGO, SITE, STORIES } from '../others.ts';
import { built, ENVIRONMENT, projectIn } from '../project.ts';
import { attributesOf, pagesOf, textOf, textsOf } from './pages.ts';

const LISTS = ['/topics/local/', '/topics/local/1/', '/people/layla/', '/people/layla/1/'];
describe('a site whose every fact is another, with 45 articles of its own', () => {
	const project = projectIn(inject('projects').alufuq);
	let pages: Map<string, CheerioAPI>;
	const page = (name: string) => {
		const found = pages.get(name);
		if (!found) throw new Error(`no page ${name}`);
		return found;
	};
	const read = (file: string) => readFileSync(`${project.folder}/dist/${file}`, 'utf8');
	const named = ($: CheerioAPI, name: string) => $(`meta[name="${name}"]`).attr('content');

	beforeAll(async () => {
		const output = await built(`${project.folder}/dist`);
		expect(output).not.toMatch(/WARN/);
		pages = pagesOf(`${project.folder}/dist`);
	});

	test('has those articles and nothing else, the latest first and the latest thirty in the feed', () => {
		const slugs = STORIES.map(([slug]) => slug);
		expect([...pages.keys()].sort()).toEqual(
			[
				'404.html',
				'about/index.html',
				'archive/index.html',
				'archive/2024/01/index.html',
				'index.html',
				'search/index.html',
				'offline/index.html',
				'people/layla/index.html',
				'people/layla/1/index.html',
				'topics/local/index.html',
				'topics/local/1/index.html',
				...slugs.map((slug) => `articles/${slug}/index.html`),
			].sort(),
		);
		const listed = attributesOf(page('archive/2024/01/index.html'), 'main h3 a', 'href').reverse();
		expect([...listed].sort()).toEqual(slugs.map((slug) => `/articles/${slug}/`).sort());
		// Of the same moment: the slug decides, so that every build has one order.
		expect(listed.slice(-5)).toEqual(
			['story-26', 'story-2', 'story-25', 'story-1', 'story-24'].map(
				(slug) => `/articles/${slug}/`,
			),
		);
		// The lead, two beside it, three under them, and six by headline; then three of the topic
		// that stand nowhere else.
		const front = page('index.html');
		expect(attributesOf(front, 'main h2 a, main h3 a', 'href')).toEqual([
			...listed.slice(0, 6),
			...listed.slice(9, 15),
			'/topics/local/',
			...listed.slice(6, 9),
		]);
		expect(textOf(front, '.day')).toBe('آخر تحديث: الجمعة ٥ كانون الثاني ٢٠٢٤');
		expect(attributesOf(front, '.bar a, main > p a', 'href')).toEqual([
			...['/topics/local/', '/archive/', '/search/'],
			'/archive/',
		]);
		const texts = (file: string, selector: string) =>
			textsOf(load(read(file), { xml: true }), selector);
		expect(texts('rss.xml', 'item > link')).toEqual(
			listed.slice(0, 30).map((path) => `https://alufuq.example${path}`),
		);
		expect(texts('sitemap-0.xml', 'loc').sort()).toEqual(
			['/', '/about/', '/archive/', '/archive/2024/01/', '/search/', ...LISTS, ...listed]
				.map((path) => `https://alufuq.example${path}`)
				.sort(),
		);
	});

	test.each([
		['topics/local', 'محليات', '٤٥ مادة'],
		['people/layla', 'ليلى الشامي', ''],
	])(
		'has a second page of /%s/, which holds the first thirty and stays so',
		(list, name, count) => {
			const told = (file: string) => {
				const $ = page(file);
				const graph = JSON.parse($('script[type="application/ld+json"]').text())['@graph'];
				const trail = graph.find((one: { '@type': string }) => one['@type'] === 'BreadcrumbList');
				return {
					title: $('title').text(),
					address: $('link[rel=canonical]').attr('href'),
					heads: textsOf($, 'main h1, main header p'),
					stories: attributesOf($, '.stories a[href^="/articles/"]', 'href').map((path) =>
						Number(path?.match(/\d+/)?.[0]),
					),
					ways: Array.from($('main nav a'), (way) => [$(way).attr('rel'), $(way).attr('href')]),
					crumbs: attributesOf($, 'nav[aria-label="موضع هذه الصفحة"] a', 'href'),
					trail: trail.itemListElement.map(({ name, item }: Record<string, string>) => [
						name,
						item,
					]),
				};
			};
			const home = ['الصفحة الأولى', 'https://alufuq.example/'];
			// A topic stands in the bar.
			const crumbs = list === 'topics/local' ? [] : ['/', `/${list}/`];
			const first = [name, `https://alufuq.example/${list}/`];
			const second = ['الصفحة ١', `https://alufuq.example/${list}/1/`];
			expect(told(`${list}/index.html`)).toEqual({
				title: `${name} · صحيفة «الأفق»`,
				address: first[1],
				heads: [name, count].filter(Boolean),
				stories: [23, 22, 45, 21, 44, 20, 43, 19, 42, 18, 41, 17, 40, 16, 39],
				ways: [['next', `/${list}/1/`]],
				crumbs: crumbs.slice(0, 1),
				trail: [home, first],
			});
			expect(told(`${list}/1/index.html`)).toEqual({
				title: `${name} – الصفحة ١ · صحيفة «الأفق»`,
				address: second[1],
				heads: [name, count && 'الصفحة ١'].filter(Boolean),
				stories: [
					...[15, 38, 14, 37, 13, 36, 12, 35, 11, 34, 10, 9, 33, 8, 32],
					...[7, 31, 6, 30, 5, 29, 4, 28, 3, 27, 26, 2, 25, 1, 24],
				],
				ways: [['prev', `/${list}/`]],
				crumbs,
				trail: [home, first, second],
			});
		},
	);

	test('keeps the laws of every site', async () => {
		const site = readSite(`${project.folder}/dist`);
		const laws = Object.values(LAWS).map((law) => law(site));
		// Its colours and its mark. The other kinds of pages, long lists among them: laws/laws.test.ts.
		const seen = ['index', 'articles/story-1/index'].map((name) => site.pages.get(`${name}.html`)!);
		const visits = browserProblems(site, seen, await browser());
		expect((await Promise.all([...laws, visits])).flat()).toEqual([]);
	});

	test('has its name in every head, and its logo in every masthead', () => {
		for (const [name, $] of pages) {
			expect($('title').text(), name).toContain('صحيفة «الأفق»');
			const wordmark = $('.wordmark');
			expect(wordmark.find('svg').attr(), name).toEqual({
				width: '80',
				viewBox: '0 0 200 100',
				'aria-hidden': 'true',
				// In black alone, it is drawn in the colour of text.
				fill: 'currentColor',
			});
			expect(wordmark.text(), name).toMatch(/^صحيفة «الأفق»: /);
		}
	});

	test('has its colours and its digits in the style of every page', () => {
		for (const [name, $] of pages) {
			const style = $('style').text();
			for (const colour of ['#7a1f3d', '#f2a7c0', '#5b2a86', '#cbb2ee'])
				expect(style, name).toContain(colour);
			expect(style.includes('list-style:arabic-indic'), name).toBe($('.list').length > 0);
			expect(style, name).not.toMatch(/counter\(\w+\)|list-style:decimal|@site/);
		}
	});

	test('is left out by search engines, every page of it', () => {
		for (const [name, $] of pages) {
			expect(named($, 'robots'), name).toBe('noindex');
			expect($('meta[name=robots]').length, name).toBe(1);
		}
		expect(read('robots.txt')).toBe('User-agent: *\nAllow: /\n');
	});

	test('tells its accounts to those who ask for them', () => {
		const articles = [...pages].filter(([name]) => /^articles\/(?!withdrawn-)/.test(name));
		expect(articles.length).toBeGreaterThan(0);
		for (const [name, $] of articles) {
			expect(named($, 'twitter:site'), name).toBe('@alufuq');
			expect(named($, 'fediverse:creator'), name).toBe('@news@social.example');
			expect($('meta[property="article:publisher"]').attr('content'), name).toBe(
				'https://www.facebook.com/alufuq',
			);
		}
		const graph = JSON.parse(page('index.html')('script[type="application/ld+json"]').text());
		expect(graph['@graph']).toContainEqual({
			'@type': 'Organization',
			'@id': 'https://alufuq.example/#organization',
			name: 'صحيفة «الأفق»',
			url: 'https://alufuq.example/',
			logo: 'https://alufuq.example/icon-512.png',
			sameAs: [
				'https://www.facebook.com/alufuq',
				'https://x.com/alufuq',
				'https://social.example/@news',
				'https://t.me/alufuq',
			],
		});
	});

	test('proves on its first page alone that it is the publisher’s', () => {
		const proofs = ($: CheerioAPI) =>
			[
				'google-site-verification',
				'msvalidate.01',
				'yandex-verification',
				'facebook-domain-verification',
				'p:domain_verify',
			].map((name) => named($, name));
		for (const [name, $] of pages)
			expect(proofs($), name).toEqual(
				name === 'index.html' ? ['g-1', 'B2', 'y3', 'f4', 'p5'] : Array(5).fill(undefined),
			);
	});

	test('says at the foot of every page on what terms others may use it', () => {
		for (const [name, $] of pages) {
			const licence = $('body > footer a[rel=license]');
			expect(licence.text(), name).toBe('تُنشر النصوص برخصة مفتوحة');
			expect(licence.attr('href'), name).toBe('https://licence.example/');
			if (!/^articles\/(?!withdrawn-)/.test(name)) continue;
			const graph = JSON.parse($('script[type="application/ld+json"]').text());
			expect(graph['@graph'][0].license, name).toBe('https://licence.example/');
		}
	});

	test('names its hub in its feeds', () => {
		const rss = load(read('rss.xml'), { xml: true });
		expect(rss('channel > atom\\:link[rel=hub]').attr('href')).toBe('https://hub.example/?a=1&b=2');
		expect(JSON.parse(read('feed.json')).hubs).toEqual([
			{ type: 'WebSub', url: 'https://hub.example/?a=1&b=2' },
		]);
	});

	test('leaves nothing on the devices of its readers: no page asks for the worker, which ends itself', () => {
		const scripts = readdirSync(`${project.folder}/dist/_astro`).filter((name) =>
			/\.js$/.test(name),
		);
		expect(scripts.map((name) => read(`_astro/${name}`).includes('serviceWorker'))).toEqual([
			false,
			false,
			false,
			false,
		]);
		expect(read('sw.js')).toMatch(/caches\.delete.*\.unregister\(\)/);
	});

	test('has its manifest and its mark', () => {
		expect(JSON.parse(read('site.webmanifest'))).toMatchObject({
			name: 'صحيفة «الأفق»',
			short_name: 'الأفق',
			theme_color: '#7a1f3d',
		});
		expect(read('favicon.svg')).toContain('d="M0 0h200v100z"');
	});

	test('is not built where a fact is wrong, and the build says why', async () => {
		await project.change({
			'src/site.ts': SITE.replace('#7a1f3d', '#ff0000'),
			'public/logo.svg': undefined,
		});
		expect(await project.build()).toEqual({
			code: 1,
			output: `بيانات الصحيفة: خطآن. صحّح ما يلي ثم أعد البناء.
src/site.ts colours.accent.light: لا يُقرأ بيسر: تباين #ff0000 مع الصفحة الفاتحة 3.99، وأقله 7. اكتب أقرب لون يُقرأ: #b60000
src/site.ts logo: ملف الشعار غير موجود. صحّح مساره أو ضعه في مكانه.
`,
		});
	});

	/**
	 * The output of any command that reads the facts first. Node alone: Astro takes seconds to
	 * start.
	 */
	const firstWords = (SITE_URL = '') =>
		spawnSync(process.execPath, ['--import', './src/address/first.ts', '--eval', ''], {
			cwd: project.folder,
			encoding: 'utf8',
			env: { ...ENVIRONMENT, SITE_URL },
		});

	test.each([
		['a comma is missing', "'SY',", "'SY'", 8],
		['a sign stands behind a text', "'SY',", "'SY' `x`,", 7],
	])('where %s in the facts, nothing is said but where', async (_, before, after, line) => {
		await project.change({ 'src/site.ts': SITE.replace(before, after) });
		const { status, stderr } = firstWords();
		expect(status).toBe(1);
		// In brackets: what Node says.
		expect(stderr.replace(/\(.*?\)/, '(…)')).toBe(
			`src/site.ts:${line}: لا يُقرأ الملف من هنا (…). اكتب كل نص بين علامتي ' ' وبعد كل قيمة الفاصلة , وراجع هذا السطر والذي قبله.\n`,
		);
	});

	test.each([
		['is empty', /^.*$/s, ''],
		['has them judged by nobody', 'defineSite({', '({'],
	])('where the file of the facts %s, its frame is told', async (_, before, after) => {
		await project.change({ 'src/site.ts': SITE.replace(before, after), 'public/logo.svg': LOGO });
		const { status, stderr } = firstWords();
		expect([status, stderr]).toEqual([
			1,
			"src/site.ts: لا يعطي الملف بيانات الصحيفة. أعد أوله كما كان: import { defineSite } from '#define-site'; ثم export const site = defineSite({ وآخره });\n",
		]);
	});

	test.each([
		['has an equals sign for a colon', /country: /, 'country = '],
		['asks for another name', /\{ defineSite \}/, '{ defineSites }'],
	])('where the file of the facts %s, how it begins is told', async (_, before, after) => {
		await project.change({ 'src/site.ts': SITE.replace(before, after), 'public/logo.svg': LOGO });
		const { status, stderr } = firstWords();
		expect([status, stderr.replace(/\(.*?\)/, '(…)')]).toEqual([
			1,
			"src/site.ts: لا يُقرأ الملف (…). اكتب كل مفتاح هكذا: country: 'MA', وأعد أوله كما كان: import { defineSite } from '#define-site'; ثم export const site = defineSite({ وآخره });\n",
		]);
	});

	test('a file of the facts in another encoding is told as that', async () => {
		// «الأفق» as the old Windows writes it.
		const name = Buffer.from([0xc7, 0xe1, 0xc3, 0xdd, 0xde]);
		const [before = '', after = ''] = SITE.split('صحيفة «الأفق»');
		writeFileSync(
			`${project.folder}/src/site.ts`,
			Buffer.concat([Buffer.from(before), name, Buffer.from(after)]),
		);
		expect(firstWords().stderr).toBe(
			'src/site.ts: الملف محفوظ بترميز غير UTF-8، فحروفه لا تُقرأ. افتحه في محرّرك واحفظه من جديد بترميز UTF-8 (في المفكرة: «حفظ باسم» ثم «الترميز»).\n',
		);
	});

	test('of an address that is none nothing is said but that', async () => {
		await project.change({ 'src/site.ts': SITE, 'public/logo.svg': LOGO });
		const { status, stderr } = firstWords('alufuq.example');
		expect(status).toBe(1);
		expect(stderr).toMatch(/^الرابط SITE_URL غير صالح: «alufuq\.example».*\n$/);
	});
});
