import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { axeProblems, overflowProblems } from './problems.ts';
import { site } from './visit.ts';

const [FORUM, FAIR, BUDGET, OPINION] = [
	'libraries-forum-tunis-2024',
	'book-fair',
	'budget-and-projects',
	'opinion-reading',
];
const READING = [FORUM, OPINION, FAIR, 'readers-awards'];
const AMMAN = [
	'street-lights',
	'film-days',
	FAIR,
	'school-year',
	'world-health-summit',
	'evening-lecture',
	BUDGET,
	FORUM,
];

/** What readers write, and the articles that must be found, in any order and no others. */
const QUERIES: [query: string, found: string[]][] = [
	// Hamzas.
	['القراءة', READING],
	['قراءه', READING],
	['أمسية', ['music-night', 'evening-lecture', FAIR]],
	['امسيه', ['music-night', 'evening-lecture', FAIR]],
	['اخلاقيات', [FORUM]],
	['الأخلاقيات', [FORUM]],
	['اقرا باسم', ['poet-interview']],
	// ة and ه, ى and ي.
	['مكتبة', [FORUM, 'readers-awards', BUDGET]],
	['مكتبه', [FORUM, 'readers-awards', BUDGET]],
	['الموازنه', [BUDGET, FORUM]],
	['سلمى', ['evening-lecture']],
	['سلمي', ['evening-lecture']],
	['مستشفي', ['world-health-summit']],
	['المشتري', ['evening-lecture']],
	['ربى', [OPINION]],
	// Vowels and tatweel.
	['اقْرَأْ بِاسْمِ رَبِّكَ', ['poet-interview']],
	['المُتنبّي', ['poet-interview']],
	['الـمـوازنـة', [BUDGET, FORUM]],
	['عمّان', AMMAN],
	['الامثال', ['ai-models']],
	['وزّعت', ['readers-awards']],
	// The article, and what is written together with a word.
	['المكتبات', [FORUM, 'readers-awards', BUDGET]],
	['والمكتبات', [FORUM, 'readers-awards', BUDGET]],
	['للقراءة', READING],
	['بالقراءة', READING],
	['فالقراءة', READING],
	['والموازنة', [BUDGET, FORUM]],
	['ملح', ['readers-awards', 'photo-harbour']],
	['الملح', ['readers-awards', 'photo-harbour']],
	['وزارة', [BUDGET]],
	['الوزارة', [BUDGET]],
	['للوزارة', [BUDGET]],
	['أمثال', ['ai-models']],
	['لهجة', ['ai-models']],
	['زجاج', ['spring-fair']],
	// One and many, tanween.
	['معلم', ['poet-interview']],
	['المعلمين', ['poet-interview']],
	['نموذج', ['ai-models']],
	['جائزة', ['readers-awards']],
	['مصباح', ['street-lights']],
	['صياد', ['readers-awards', 'photo-harbour']],
	// Numbers.
	['4200', ['street-lights', 'readers-awards']],
	['4,200', ['street-lights', 'readers-awards']],
	['٤٢٠٠', ['street-lights', 'readers-awards']],
	['٤٬٢٠٠', ['street-lights', 'readers-awards']],
	['81.5', ['ai-models']],
	['٢٠٣٠', [FORUM]],
	// Latin names.
	['QLM-4', ['ai-models']],
	['tamarind', ['ai-models']],
	['cite de la culture', [FORUM]],
	['Martin Hale', [BUDGET]],
	// Two words, whatever their order.
	['وزارة المالية', [BUDGET]],
	['المالية وزارة', [BUDGET]],
	['سلمى الزعبي', ['evening-lecture']],
	['ريم الدباس', ['archives-conference']],
	['قوارب الصيد', ['photo-harbour']],
	['السيول مادبا', ['spring-fair']],
	// A phrase.
	['"معرض الكتاب"', [FAIR, OPINION]],
	['«قوارب الصيد»', ['photo-harbour']],
	['«الصيد قوارب»', []],
];

/** Asks by the keyboard, and waits for the answer. */
async function ask(page: Page, query: string): Promise<string> {
	await page.locator('main [name=q]').fill(query);
	await page.keyboard.press('Enter');
	await page.waitForFunction(
		(words) =>
			document.title.startsWith(words) &&
			!/^$|…$/.test(document.getElementById('search-status')?.textContent ?? '') &&
			(document.querySelector('#search-results a') ||
				!document.getElementById('search-advice')?.hidden),
		query,
	);
	return (await page.locator('#search-status').textContent()) ?? '';
}

const found = (page: Page) =>
	page
		.locator('#search-results a')
		.evaluateAll((links) =>
			links.map((link) => (link.getAttribute('href') ?? '').split('/').at(-2) ?? ''),
		);

const [first, underBase] = inject('sites');

describe('the search of a paper', () => {
	const page = site(first!).keep('search/', {});

	test('of 60 queries each finds what it must', async () => {
		expect(QUERIES.length).toBe(60);
		// The page begins with the paper's name.
		expect(await page().evaluate(() => scrollY)).toBe(0);
		expect(await ask(page(), 'للقراءة')).toBe('4 نتائج. الأقرب إلى كلماتك أولًا.');
		expect(await page().locator('#search-results a').first().getAttribute('href')).toBe(
			`/articles/${FORUM}/`,
		);
		// Now the script is there: before it a query loads the page anew.
		// In the page: the way to and fro takes longer than the search.
		const given = await page().evaluate(
			async (queries) => {
				const form = document.querySelector<HTMLFormElement>('main form')!;
				const field = form.querySelector<HTMLInputElement>('[name=q]')!;
				const at = (id: string) => document.getElementById(`search-${id}`)!;
				const slugs: string[][] = [];
				for (const query of queries) {
					field.value = query;
					form.requestSubmit();
					while (
						!document.title.startsWith(query) ||
						/^$|…$/.test(at('status').textContent ?? '') ||
						(!at('results').querySelector('a') && at('advice').hidden)
					)
						await new Promise((done) => setTimeout(done));
					const links = [...at('results').querySelectorAll<HTMLAnchorElement>('a')];
					slugs.push(links.map(({ href }) => href.split('/').at(-2) ?? '').sort());
				}
				return slugs;
			},
			QUERIES.map(([query]) => query),
		);
		expect(QUERIES.map(([query], index) => [query, given[index]])).toEqual(
			QUERIES.map(([query, expected]) => [query, expected.toSorted()]),
		);
	});
});

// Under a base path, where an address could go wrong.
describe('the search of a paper under a base', () => {
	const paper = underBase!;
	const visited = site(paper);
	const page = visited.keep('search/', {});

	test('finds, and counts in the digits of the paper', async () => {
		expect(await ask(page(), 'وزارة')).toBe('نتيجة واحدة.');
		expect(await ask(page(), 'معرض الكتاب')).toBe('نتيجتان. الأقرب إلى كلماتك أولًا.');
		expect(await ask(page(), 'للقراءة')).toBe('٤ نتائج. الأقرب إلى كلماتك أولًا.');
		expect(await page().locator('#search-results a').first().getAttribute('href')).toBe(
			`${paper.base}articles/${FORUM}/`,
		);
	});

	test('shows the topic, the sentence with its words marked, the place, who wrote it and the date', async () => {
		await ask(page(), 'قوارب الصيد');
		const result = page().locator('#search-results > li');
		expect(await result.locator('p').allTextContents()).toEqual([
			'صور',
			'تعود قوارب الصيد والمدينة نائمة، وينتهي نهار البحّارة حين يبدأ نهار الآخرين.',
			'العقبةتالا جرّار١٤ يونيو ٢٠٢٥',
		]);
		expect(await result.locator('mark').allTextContents()).toEqual(['قوارب', 'الصيد']);
		await page().emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
		const colours = await result.locator('mark').evaluateAll((marks) =>
			marks.map((mark) => {
				const { color, backgroundColor } = getComputedStyle(mark);
				return [color, backgroundColor];
			}),
		);
		await page().emulateMedia({ forcedColors: null, colorScheme: null });
		expect(colours).toEqual(Array(2).fill(['rgb(0, 0, 0)', 'rgb(255, 255, 0)']));
		expect(await result.locator('time').getAttribute('datetime')).toBe('2025-06-14');
	});

	test('says of an opinion that it is one, and sets its headline lighter than news', async () => {
		const weight = () =>
			page()
				.locator('#search-results h2')
				.first()
				.evaluate((headline) => getComputedStyle(headline).fontWeight);
		await ask(page(), 'بصوت عال لمن نحب');
		const [label] = await page().locator('#search-results > li p').allTextContents();
		expect([label, await weight()]).toEqual(['رأي – ثقافة', '400']);
		expect(await page().locator('#search-results span').first().textContent()).toBe(
			'بقلم رُبى السعيد وكريم نصّار',
		);
		await ask(page(), 'قوارب الصيد');
		expect(await weight()).toBe('700');
	});

	test('tells the day of one whose hour is known, as lists do', async () => {
		await ask(page(), 'فرز الأصوات عجلون');
		expect(await page().locator('#search-results time').first().textContent()).toBe('٦ مارس ٢٠٢٤');
	});

	test('says which word no article has, and finds the others', async () => {
		expect(await ask(page(), 'كوكب المريخ')).toBe(
			'نتيجة واحدة. لم نجد «المريخ» في أي مقال، فهذه نتائج ما بقي.',
		);
		expect(await found(page())).toEqual(['evening-lecture']);
	});

	test('says what to try where nothing is found, and offers to browse', async () => {
		expect(await ask(page(), 'غغغغ')).toBe('لم نجد مقالًا فيه هذه الكلمات. مما قد ينفع:');
		expect(await found(page())).toEqual([]);
		expect(await page().locator('#search-advice li').count()).toBeGreaterThan(2);
		expect(await page().locator('#search-results').isHidden()).toBe(true);
		expect(await page().locator('#search-browse').isVisible()).toBe(true);
	});

	test.each([
		['a draft', 'ترميم السوق'],
		['an article of the next century', 'صندوقها المدفون'],
		['an article that was withdrawn', 'وثيقة مسرّبة'],
		['the page around an article', 'تجاوز إلى المحتوى'],
		['the buttons to share it', 'واتساب'],
	])('what %s says is not found', async (_name, query) => {
		await ask(page(), query);
		const shown = await page().locator('#search-results mark').allTextContents();
		expect(query.split(' ').every((word) => shown.includes(word))).toBe(false);
	});

	test.each([
		['vowels alone', '\u064E\u064F\u0651'],
		['marks alone', '؟! «»'],
		['markup', '<img src=x onerror=غغغ>'],
		['5,000 letters', 'q'.repeat(5000)],
		['1,250 words', 'zzq '.repeat(1250)],
		['broken percent codes', '%E0%A4%A'],
	])('%s find nothing, and harm nothing', async (_name, query) => {
		const isBroken = query.startsWith('%');
		const odd = isBroken ? query : encodeURIComponent(query);
		const address = `${visited.origin}${paper.base}search/?q=${odd}`;
		if (isBroken) await page().goto(address);
		else
			await page().evaluate((address) => {
				document.getElementById('search-advice')!.hidden = true;
				history.pushState(null, '', address);
				dispatchEvent(new PopStateEvent('popstate'));
			}, address);
		await page().locator('#search-advice li').first().waitFor();
		expect(await found(page())).toEqual([]);
		const { scrollWidth, clientWidth } = await page().evaluate(() => document.documentElement);
		expect(scrollWidth).toBe(clientWidth);
	});

	test('spaces alone ask nothing', async () => {
		await page().goto(`${visited.origin}${paper.base}search/?q=%20+`);
		await page().waitForFunction(() => document.querySelector('select')?.options[1]);
		expect(await page().locator('#search-status').textContent()).toBe('');
		expect(await page().locator('main [name=q]').inputValue()).toBe('');
	});

	test('can be narrowed by topic, year and writer, and the address tells it all', async () => {
		await ask(page(), 'القراءة');
		// How many of what was found, not of the archive.
		const told = (await page().locator('[name=topic] option').allTextContents()).slice(1);
		expect(told.filter((text) => !text.endsWith(' (٠)'))).toEqual([
			'المكتبات العامة (١)',
			'ثقافة (٣)',
		]);
		await page().locator('[name=topic]').selectOption('ثقافة');
		await expect.poll(() => found(page())).toEqual([OPINION, FAIR, 'readers-awards']);
		expect((await page().locator('[name=topic] option').allTextContents()).slice(1)).toEqual(told);
		await page().locator('[name=year]').selectOption('2025');
		await expect.poll(() => found(page())).toEqual([OPINION]);
		await page().locator('[name=writer]').selectOption('كريم نصّار');
		await expect
			.poll(() => [...new URL(page().url()).searchParams])
			.toEqual([
				['q', 'القراءة'],
				['topic', 'ثقافة'],
				['year', '2025'],
				['writer', 'كريم نصّار'],
			]);
		await page().goBack();
		await page().goBack();
		await expect.poll(() => found(page())).toEqual([OPINION, FAIR, 'readers-awards']);
		await page().locator('[name=topic]').selectOption('');
	});

	test('what was found reads well: axe, and nothing is too wide', async () => {
		for (const width of [360, 1280]) {
			await page().setViewportSize({ width, height: 800 });
			await ask(page(), 'القراءة');
			expect([await axeProblems(page()), await overflowProblems(page())]).toEqual([[], []]);
		}
	});

	test('shows ten, then the rest, and the keyboard goes on where they begin', async () => {
		await ask(page(), 'في');
		const links = page().locator('#search-results a');
		expect(await links.count()).toBe(10);
		await page().locator('#search-more').press('Enter');
		await expect.poll(() => links.count()).toBeGreaterThan(10);
		expect(await links.nth(10).evaluate((link) => link === document.activeElement)).toBe(true);
		expect(await page().locator('#search-more').isVisible()).toBe(false);
	});

	test('lists what a topic or a year has, without words the newest first', async () => {
		await page().goto(`${visited.origin}${paper.base}search/?topic=محليات`);
		await expect
			.poll(() => found(page()))

			.toEqual([
				'street-lights',
				'spring-fair',
				'craft-market',
				'council-count',
				'nurses-statement',
				'last-typesetter',
			]);
		expect(await page().locator('[name=topic]').inputValue()).toBe('محليات');
	});

	test('the field at the foot of any page asks it', () =>
		visited.open('articles/street-lights/', {}, async (article) => {
			await article.locator('footer [name=q]').fill('الموازنة');
			await article.keyboard.press('Enter');
			await article.waitForURL(/\/search\/\?q=/);
			await expect.poll(() => found(article)).toEqual([BUDGET, FORUM]);
		}));

	test('without script the page says so, and offers to browse', () =>
		visited.open('search/?q=x', { javaScriptEnabled: false }, async (still) => {
			expect(await still.locator('noscript').innerText()).toContain('يحتاج البحث إلى JavaScript');
			expect(await still.locator('#search-browse a').first().isVisible()).toBe(true);
			expect(await still.locator('select').first().isVisible()).toBe(false);
		}));

	test.each([
		['articles/bok-fair/', FAIR],
		['2024/05/libraries-tunis-forum.html', FORUM],
	])('what is missing at %s offers %s', (path, slug) =>
		visited.open(path, {}, async (missing) => {
			await missing.locator('#near a').waitFor();
			expect(await missing.locator('#near a').getAttribute('href')).toBe(
				`${paper.base}articles/${slug}/`,
			);
			expect(await missing.locator('#latest + ul a').count()).toBeGreaterThan(4);
		}),
	);

	test('what is missing and like nothing, or without script, offers search and the latest', () =>
		visited.open('a/b/xyzzy', { javaScriptEnabled: false }, async (missing) => {
			expect(await missing.locator('#near').isVisible()).toBe(false);
			expect(await missing.locator('main form').getAttribute('action')).toBe(
				`${paper.base}search/`,
			);
			expect(await missing.locator('#latest + ul a').count()).toBeGreaterThan(4);
		}));
});
