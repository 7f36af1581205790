import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { site } from './visit.ts';

const ARTICLE = 'articles/libraries-forum-tunis-2024/';
/** What stands over the headline: it is said first. */
const KICKER = 'أربعة أيام للمكتبات';
const HEADLINE = 'الأردن يحمل تجربة مكتباته المتنقلة إلى المنتدى العربي للمكتبات 2024 في تونس';
const DEK =
	'مؤسسة المكتبات العامة تعرض تجربتها في المنتدى وحفل جوائزه بالعاصمة التونسية، ومحورهما المكتبة العامة شريكًا في التعلّم مدى الحياة وفي بناء مدن المعرفة حتى عام 2030م.';
/** The last thing that the article says, and what is said after it. */
const END = 'توثيق المبادرات الرائدة وإتاحتها لكل من يريد أن يحذو حذوها';
const LEFT = 'لم يُقرأ: بيانات الحدث والخريطة.';

interface Said {
	text: string;
	lang: string;
	voice: string | undefined;
}

/** Replaces speech synthesis in the page: a headless browser has no voices. */
interface Fake {
	said: Said[];
	/** Voices arrive, as they do some time after loading. */
	offer(voices: Partial<SpeechSynthesisVoice>[]): void;
	/** The voice ends what it says. */
	finish(): void;
	fail(error: string): void;
}

declare global {
	interface Window {
		fake: Fake;
	}
}

const VOICES = {
	english: { name: 'English', lang: 'en-US', localService: true },
	mapudungun: { name: 'Mapudungun', lang: 'arn-CL', localService: true },
	remote: { name: 'Arabic of a server', lang: 'ar-EG', localService: false },
	local: { name: 'Arabic of the device', lang: 'ar_SA', localService: true },
};

/**
 * Runs in the page before its scripts. `onCancel` is the event of a cancelled utterance, fired later: by the standard
 * an error, in some browsers an end.
 */
function install({
	voices,
	onCancel,
}: {
	voices: Partial<SpeechSynthesisVoice>[] | undefined;
	onCancel: 'error' | 'end';
}) {
	if (!voices) return void Reflect.deleteProperty(window, 'speechSynthesis');
	class Utterance extends EventTarget {
		lang = '';
		voice: SpeechSynthesisVoice | null = null;
		onend: ((event: Event) => void) | null = null;
		onerror: ((event: Event) => void) | null = null;
		text: string;
		constructor(text: string) {
			super();
			this.text = text;
		}
		fire(name: 'end' | 'error', error?: string) {
			const event = Object.assign(new Event(name), { error });
			this[`on${name}`]?.(event);
			this.dispatchEvent(event);
		}
	}
	let offered = voices;
	let speaking: Utterance | undefined;
	const speech = Object.assign(new EventTarget(), {
		onvoiceschanged: null as ((event: Event) => void) | null,
		getVoices: () => offered,
		speak(utterance: Utterance) {
			if (speaking) throw new Error('told to speak while it speaks');
			speaking = utterance;
			window.fake.said.push({
				text: utterance.text,
				lang: utterance.lang,
				voice: utterance.voice?.name,
			});
		},
		cancel() {
			const cancelled = speaking;
			speaking = undefined;
			sessionStorage.setItem('cancelled', cancelled?.text ?? '');
			if (cancelled) setTimeout(() => cancelled.fire(onCancel, 'interrupted'));
		},
	});
	window.fake = {
		said: [],
		offer(voices) {
			offered = voices;
			const event = new Event('voiceschanged');
			speech.onvoiceschanged?.(event);
			speech.dispatchEvent(event);
		},
		finish() {
			const finished = speaking;
			speaking = undefined;
			finished?.fire('end');
		},
		fail(error) {
			const failed = speaking;
			speaking = undefined;
			failed?.fire('error', error);
		},
	};
	Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true });
	Object.defineProperty(window, 'SpeechSynthesisUtterance', {
		value: Utterance,
		configurable: true,
	});
}

// Under a base path, where the script's address could go wrong.
describe.each(inject('sites').slice(-1))('the reading aloud, under $base', (paper) => {
	const visited = site(paper);

	interface Open extends BrowserContextOptions {
		/** Undefined: a browser without the API. */
		voices?: Partial<SpeechSynthesisVoice>[] | undefined;
		onCancel?: 'error' | 'end';
	}
	interface Reader {
		page: Page;
		control: Locator;
		/** The button of this name. */
		button(name: string): Locator;
		/** The names of the visible buttons. */
		buttons(): Promise<string[]>;
		said(): Promise<Said[]>;
		/** The marked texts. */
		marked(): Promise<string[]>;
		/** The voice ends what it says, so many times. */
		finish(times?: number): Promise<void>;
		/** Waits for the event of a cancelled utterance. */
		late(): Promise<void>;
	}

	const both = [VOICES.english, VOICES.remote, VOICES.local];
	/** Gives the page these voices. */
	const device = (
		voices: Open['voices'],
		onCancel: 'error' | 'end' = 'error',
	): [typeof install, Parameters<typeof install>[0]] => [install, { voices, onCancel }];

	const reading = (page: Page): Reader => {
		const control = page.getByRole('group', { name: 'الاستماع إلى المقال', includeHidden: true });
		return {
			page,
			control,
			button: (name) => control.getByRole('button', { name, exact: true }),
			buttons: () => control.getByRole('button').allInnerTexts(),
			said: () => page.evaluate(() => window.fake.said),
			marked: async () =>
				(await page.locator('[data-spoken]').allInnerTexts()).map((text) =>
					text.replaceAll('\u00A0', ' '),
				),
			finish: (times = 1) =>
				page.evaluate((times) => {
					for (let time = 0; time < times; time++) window.fake.finish();
				}, times),
			late: () => page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve))),
		};
	};

	/** Opens the article with these voices. */
	const open = (
		{ voices, onCancel, ...options }: Open,
		use: (reader: Reader) => Promise<void>,
	): Promise<void> =>
		visited.open(
			ARTICLE,
			{ viewport: { width: 360, height: 640 }, ...options, script: device(voices, onCancel) },
			(page) => use(reading(page)),
		);

	const flat = (texts: string[]) => texts.join(' ').replace(/\s+/g, ' ').trim();
	const texts = (said: Said[]) => said.map(({ text }) => text);

	test.each([
		['without speech synthesis', undefined],
		['without voices', []],
		['with voices of other languages only', [VOICES.english, VOICES.mapudungun]],
	])('a browser %s has no control', (_name, voices: Partial<SpeechSynthesisVoice>[] | undefined) =>
		open({ voices }, async ({ control }) => {
			await expect(control.count()).resolves.toBe(1);
			await expect(control.isVisible()).resolves.toBe(false);
		}),
	);

	test('a browser without scripts has no control', () =>
		open({ voices: both, javaScriptEnabled: false }, async ({ control }) => {
			await expect(control.count()).resolves.toBe(1);
			await expect(control.isVisible()).resolves.toBe(false);
		}));

	test('voices that come late bring the control', () =>
		open({ voices: [] }, async ({ page, control, buttons }) => {
			await page.evaluate((voices) => window.fake.offer(voices), [VOICES.english]);
			await expect(control.isVisible()).resolves.toBe(false);
			await page.evaluate((voices) => window.fake.offer(voices), [VOICES.english, VOICES.remote]);
			await expect(control.isVisible()).resolves.toBe(true);
			expect(await buttons()).toEqual(['استمع']);
		}));

	test.each([
		[360, 740],
		[1280, 900],
	])('voices that come late move nothing that is seen at %i × %i', (width, height) =>
		open({ voices: [], viewport: { width, height } }, async ({ page, control }) => {
			const seen = () =>
				page.evaluate(() =>
					[
						...document.querySelectorAll(
							'main h1, main h2, main p, main nav, main figure, .share, .strip',
						),
					]
						.map((element) => element.getBoundingClientRect())
						.filter(({ top, height }) => height > 0 && top < innerHeight)
						.map(({ top, left }) => [top, left]),
				);
			const before = await seen();
			await page.evaluate((voices) => window.fake.offer(voices), both);
			await expect(control.isVisible()).resolves.toBe(true);
			expect(before.length).toBeGreaterThan(4);
			expect((await seen()).slice(0, before.length)).toEqual(before);
		}),
	);

	test.each([
		['one of the device before one of a server', both, VOICES.local.name],
		[
			'one of a server where there is no other',
			[VOICES.english, VOICES.remote],
			VOICES.remote.name,
		],
	])('takes an Arabic voice: %s', (_name, voices, voice) =>
		open({ voices }, async ({ button, said }) => {
			await button('استمع').click();
			expect(await said()).toEqual([{ text: KICKER, lang: 'ar', voice }]);
		}),
	);

	describe('at the end of the article', () => {
		const page = visited.keep(ARTICLE, { bypassCSP: true, script: device(both) });
		/** Reads the article aloud with `extra` at its end. @returns What is said of `extra`, and the marked blocks. */
		const hear = (extra: string) =>
			page().evaluate((extra) => {
				document.getElementById('extra')?.remove();
				document
					.querySelector('article')!
					.insertAdjacentHTML('beforeend', `<div id="extra"><p>هنا</p>${extra}</div>`);
				document.querySelector<HTMLElement>('.listen button')!.click();
				const heard: { text: string; block: Element }[] = [];
				for (let step = 0; step < 500; step++) {
					const block = document.querySelector('[data-spoken]');
					if (!block) break;
					heard.push({ text: window.fake.said.at(-1)!.text, block });
					window.fake.finish();
				}
				const here = heard.findIndex(({ text }) => text === 'هنا');
				return {
					// The last says what was left out.
					said: heard.slice(here + 1, -1).map(({ text }) => text),
					marked: [...new Set(heard.slice(here + 1, -1).map(({ block }) => block.id))],
					longest: Math.max(...heard.map(({ text }) => text.length)),
				};
			}, extra);

		test.each([
			['a paragraph with a line break', '<p>أول<br>ثانٍ</p>', ['أول ثانٍ']],
			[
				'words within words',
				'<p>قال <b>و</b>كتب <bdi lang="en">UN Women</bdi>.</p>',
				['قال وكتب UN Women.'],
			],
			[
				'a list within a list',
				'<ul><li>أول<ul><li>ثانٍ</li></ul></li><li><p>ثالث</p></li></ul>',
				['أول', 'ثانٍ', 'ثالث'],
			],
			[
				'a quotation',
				'<figure><blockquote>قول</blockquote><figcaption>قائل</figcaption></figure><blockquote><p>قول آخر</p></blockquote>',
				['قول', 'قول آخر'],
			],
			[
				'a map',
				'<figure><svg><text>عمّان</text></svg><p>خريطة</p><ul><li>تونس</li></ul></figure><p>نص</p>',
				['نص'],
			],
			[
				'what is hidden',
				'<p hidden>خفي</p><p>نص<span aria-hidden="true"> ←</span></p><div aria-hidden="true"><p>زينة</p></div>',
				['نص'],
			],
			[
				'a nav, facts in a table of terms, a footer',
				'<nav><p>رابط</p></nav><dl><dt>المكان</dt><dd><p>تونس</p></dd></dl><footer><p>مصدر</p></footer><p>نص</p>',
				['نص'],
			],
			[
				'footnotes',
				'<p>نص<sup><a href="#n" data-footnote-ref>1</a></sup></p><ol><li><p>هامش <a href="#r" data-footnote-backref>↩</a></p></li></ol>',
				['نص', 'هامش'],
			],
			[
				'the days of an event, which were said above them',
				'<ol class="strip"><li><time>الثلاثاء 14</time></li></ol><p>نص</p>',
				['نص'],
			],
			['an empty paragraph', '<p> </p><p>نص</p>', ['نص']],
			[
				'a table, with or without a caption: a row a sentence, each cell after the head of its column',
				'<figure><div class="scroll"><table><thead><tr><th>السنة</th><th>الزوار</th><th>النسبة</th></tr></thead><tbody><tr><td>2023</td><td>120<sup><a data-footnote-ref>1</a></sup></td><td><bdi>12%</bdi></td></tr><tr><td>2024</td><td>150</td><td>9%</td></tr></tbody></table></div><figcaption>الزوار</figcaption></figure>',
				['2023، الزوار: 120، النسبة: 12%', '2024، الزوار: 150، النسبة: 9%'],
			],
			[
				'a note and a correction',
				'<div role="note"><p>تصحيح</p><p><time>6 يناير</time>: العدد 12 لا 21.</p></div>',
				['تصحيح', '6 يناير: العدد 12 لا 21.'],
			],
		])('it says of %s what is to be said', async (_name, extra, wanted) => {
			expect((await hear(extra)).said).toEqual(wanted);
		});

		const sentence = (words: number) => `${'كلمة '.repeat(words).trim()}`;
		test.each([
			[
				'at ends of sentences',
				`${sentence(20)}. ${sentence(20)}؟ ${sentence(5)}.`,
				[`${sentence(20)}.`, `${sentence(20)}؟ ${sentence(5)}.`],
			],
			[
				'after the quotation mark',
				`«${sentence(20)}.» ${sentence(20)}.`,
				[`«${sentence(20)}.»`, `${sentence(20)}.`],
			],
			[
				'within a sentence that is too long, at a comma',
				`${sentence(20)}، ${sentence(15)}.`,
				[`${sentence(20)}،`, `${sentence(15)}.`],
			],
			['without any comma, between words', sentence(40), [sentence(32), sentence(8)]],
			[
				'never within a number',
				`${sentence(28)} 57.277 ${sentence(12)}`,
				[`${sentence(28)} 57.277 ${sentence(2)}`, sentence(10)],
			],
			[
				'not at all where it is short',
				`${sentence(3)}. ${sentence(3)}`,
				[`${sentence(3)}. ${sentence(3)}`],
			],
			['nor where nothing can be cut', 'أ'.repeat(200), ['أ'.repeat(200)]],
		])('it cuts a paragraph %s, and keeps all of it marked', async (_name, paragraph, wanted) => {
			const { said, marked } = await hear(`<p id="long">${paragraph}</p>`);
			expect({ said, marked }).toEqual({ said: wanted, marked: ['long'] });
		});

		test('no piece of the article is so long that a voice would break off', async () => {
			expect((await hear('')).longest).toBeLessThanOrEqual(160);
		});
	});

	test.each(['error', 'end'] as const)(
		'a pause keeps the place, where a cancelled utterance fires an %s',
		(onCancel) =>
			open({ voices: both, onCancel }, async ({ button, buttons, said, marked, finish, late }) => {
				await button('استمع').click();
				await finish(7);
				const here = (await said()).at(-1);
				const mark = await marked();
				expect(await buttons()).toEqual(['إيقاف مؤقت', 'إيقاف']);
				await button('إيقاف مؤقت').click();
				await late();
				expect([
					await said().then(({ length }) => length),
					await marked(),
					await buttons(),
				]).toEqual([8, mark, ['متابعة', 'إيقاف']]);
				await button('متابعة').click();
				expect([(await said()).slice(8), await marked(), await buttons()]).toEqual([
					[here],
					mark,
					['إيقاف مؤقت', 'إيقاف'],
				]);
				await finish();
				expect((await said()).length).toBe(10);
			}),
	);

	test.each(['error', 'end'] as const)(
		'an %s of the cancelled utterance that comes after the reading is resumed stops nothing',
		(onCancel) =>
			open({ voices: both, onCancel }, async ({ page, button, buttons, said, finish, late }) => {
				await button('استمع').click();
				await finish();
				// Both in one task of the page.
				await page.evaluate(() => {
					const toggle = document.querySelector<HTMLElement>('.listen button')!;
					toggle.click();
					toggle.click();
				});
				await late();
				expect([await buttons(), (await said()).length]).toEqual([['إيقاف مؤقت', 'إيقاف'], 3]);
			}),
	);

	test('the voice does not go on over the next page', () =>
		open({ voices: both }, async ({ page, button, said, finish }) => {
			await button('استمع').click();
			await finish(2);
			const here = (await said()).at(-1)?.text;
			await page.goto(`${visited.origin}/news/about/`);
			expect(await page.evaluate(() => sessionStorage.getItem('cancelled'))).toBe(here);
		}));

	test('a page that was not read aloud silences no other', () =>
		open({ voices: both }, async ({ page }) => {
			await page.goto(`${visited.origin}/news/about/`);
			expect(await page.evaluate(() => sessionStorage.getItem('cancelled'))).toBeNull();
		}));

	describe('where voices are there from the start', () => {
		const page = visited.keep(ARTICLE, { script: device(both) });
		const listen = (use: (reader: Reader) => Promise<void>) => use(reading(page()));
		beforeEach(async () => {
			await page().setViewportSize({ width: 360, height: 640 });
			await page().emulateMedia({ media: null, forcedColors: null });
			await page().evaluate(async () => {
				for (const button of document.querySelectorAll<HTMLElement>('.listen button'))
					if (button.innerText === 'إيقاف') button.click();
				await new Promise((resolve) => setTimeout(resolve));
				window.fake.said = [];
			});
		});

		test('the script is one file of the same origin', () =>
			listen(async ({ page, control }) => {
				await expect(control.isVisible()).resolves.toBe(true);
				const scripts = await page.evaluate(() =>
					performance
						.getEntriesByType('resource')
						.map(({ name }) => name)
						.filter((name) => name.endsWith('.js')),
				);
				expect(scripts).toEqual([expect.stringMatching(`^${visited.origin}/news/_astro/`)]);
			}));

		test('says the article from the headline to its end, in the order of the eye, and then rests', () =>
			listen(async ({ page, button, buttons, said, marked, finish }) => {
				await button('استمع').click();
				await finish(500);
				const wanted = await page.locator('article.story').evaluate((article) =>
					[...article.querySelectorAll<HTMLElement>('h1, h2, h3, h4, p, li, blockquote')]
						.filter(
							(block) =>
								block.matches('header > p:first-of-type, h1, h1 + p') ||
								(!block.closest(
									'header, footer, .credit, .strip, .noprint, nav, .paper-only, [aria-hidden=true]',
								) &&
									!(block.closest('figure') && !block.closest('blockquote'))),
						)
						.filter((block) => !block.querySelector('p, li'))
						.map((block) => block.innerText),
				);
				expect(wanted.length).toBeGreaterThan(30);
				expect(flat(texts(await said()))).toBe(`${flat(wanted)} ${LEFT}`);
				expect(flat(wanted).startsWith(`${KICKER} ${HEADLINE} ${DEK}`)).toBe(true);
				expect(texts(await said()).slice(-2)).toEqual([END, LEFT]);
				expect(flat(texts(await said()))).not.toMatch(
					/عمّان – البلد|المصدر|https|فيسبوك|في هذا المقال|استمع/,
				);
				expect([await marked(), await buttons()]).toEqual([[], ['استمع']]);
				// And it can be heard once more.
				const before = (await said()).length;
				await button('استمع').click();
				expect((await said()).slice(before)).toEqual((await said()).slice(0, 1));
			}));

		test.each(['none', 'active'] as const)(
			'the mark moves with the voice and is a line, with forced colours %s',
			(forcedColors) =>
				listen(async ({ page, button, marked, finish }) => {
					await page.emulateMedia({ forcedColors });
					await button('استمع').click();
					await finish();
					expect(await marked()).toEqual([HEADLINE]);
					expect(
						await page.locator('h1').evaluate((element) => getComputedStyle(element).outlineStyle),
					).not.toBe('none');
					await finish();
					expect(await marked()).toEqual([DEK]);
					expect(
						await page.locator('h1').evaluate((element) => getComputedStyle(element).outlineStyle),
					).toBe('none');
				}),
		);

		test('the mark moves nothing', () =>
			listen(async ({ page, button, finish }) => {
				await button('استمع').click();
				const place = () =>
					page.evaluate(() =>
						[...document.querySelectorAll('article *')].map((element) =>
							element.getBoundingClientRect().toJSON(),
						),
					);
				const before = await place();
				await finish(3);
				expect(await place()).toEqual(before);
			}));

		test.each(['إيقاف مؤقت', 'متابعة'])(
			'the end by hand, beside «%s», leads back to the beginning',
			(name) =>
				listen(async ({ button, buttons, said, marked, finish, late }) => {
					await button('استمع').click();
					await finish(3);
					if (name === 'متابعة') await button('إيقاف مؤقت').click();
					expect(await buttons()).toEqual([name, 'إيقاف']);
					await button('إيقاف').click();
					await late();
					expect([
						await said().then(({ length }) => length),
						await marked(),
						await buttons(),
					]).toEqual([4, [], ['استمع']]);
					await button('استمع').click();
					expect((await said()).at(-1)?.text).toBe(KICKER);
				}),
		);

		test.each([
			['network', ['استمع'], 0],
			['synthesis-failed', ['استمع'], 0],
			['interrupted', ['متابعة', 'إيقاف'], 1],
			['canceled', ['متابعة', 'إيقاف'], 1],
		])('an error of the kind %s is told by the buttons alone', (error, names, marks) =>
			listen(async ({ page, button, buttons, said, marked, finish }) => {
				await button('استمع').click();
				await finish();
				await page.evaluate((error) => window.fake.fail(error), error);
				expect([await buttons(), (await marked()).length, (await said()).length]).toEqual([
					names,
					marks,
					2,
				]);
			}),
		);

		test('the keyboard does it all, and the focus is never lost', () =>
			listen(async ({ page, button, said, finish }) => {
				const focus = () => page.evaluate(() => document.activeElement?.textContent?.trim());
				await button('استمع').focus();
				await page.keyboard.press('Enter');
				expect([await focus(), (await said()).length]).toEqual(['إيقاف مؤقت', 1]);
				await page.keyboard.press('Space');
				expect(await focus()).toBe('متابعة');
				await page.keyboard.press('Enter');
				await page.keyboard.press('Tab');
				expect(await focus()).toBe('إيقاف');
				await page.keyboard.press('Space');
				expect(await focus()).toBe('استمع');
				// Also when the article ends; but focus elsewhere is left alone.
				await page.keyboard.press('Enter');
				await page.keyboard.press('Tab');
				await finish(500);
				expect(await focus()).toBe('استمع');
				await page.keyboard.press('Enter');
				await page.locator('footer a').last().focus();
				const elsewhere = await focus();
				await finish(500);
				expect(await focus()).toBe(elsewhere);
			}));

		test.each([320, 1280])(
			'at %i px the buttons can be met by a finger and stay within the page',
			(width) =>
				listen(async ({ page, button, control }) => {
					await page.setViewportSize({ width, height: 800 });
					await button('استمع').click();
					for (const box of await control
						.getByRole('button')
						.evaluateAll((buttons) =>
							buttons.map((button) => button.getBoundingClientRect().toJSON()),
						)) {
						expect(box.height).toBeGreaterThanOrEqual(44);
						expect(box.width).toBeGreaterThanOrEqual(44);
						expect(box.left).toBeGreaterThanOrEqual(0);
						expect(box.right).toBeLessThanOrEqual(width);
					}
					expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
				}),
		);

		test('nothing of it is printed', () =>
			listen(async ({ page, button, control }) => {
				await button('استمع').click();
				await page.emulateMedia({ media: 'print' });
				await expect(control.isVisible()).resolves.toBe(false);
				expect(
					await page.locator('h1').evaluate((element) => getComputedStyle(element).outlineStyle),
				).toBe('none');
			}));
	});
});
