import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { site } from './visit.ts';

const [paper] = inject('sites');
const { open, keep } = site(paper!);
const EVERYTHING = 'articles/budget-and-projects/';
const PHONE = { viewport: { width: 360, height: 800 } };
const LAPTOP = { viewport: { width: 1280, height: 800 } };

const style = (page: Page, selector: string, property: string) =>
	page
		.locator(selector)
		.first()
		.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
const box = async (page: Page, selector: string) =>
	(await page.locator(selector).first().boundingBox())!;

test.each([
	[360, PHONE],
	[1280, LAPTOP],
])(
	'without sections the text has its measure at %i px, and stands off what is above it',
	(width, screen) =>
		open('articles/street-lights/', screen, async (page) => {
			const [row, text] = [await box(page, '.share'), await box(page, '.story-text > p')];
			expect(text.width).toBeGreaterThan(Math.min(width - 60, 500));
			expect(text.y - row.y - row.height).toBeGreaterThan(20);
		}),
);

test('lists within lists have marks and stand in; footnotes are numbered', () =>
	open(EVERYTHING, PHONE, async (page) => {
		expect(await style(page, '#event > ol', 'list-style-type')).toBe('decimal');
		expect(await style(page, '#event > ol ul', 'list-style-type')).toBe('disc');
		const [outer, inner, innermost] = [
			await box(page, '#event > ol > li'),
			await box(page, '#event > ol > li > ul > li'),
			await box(page, '#event ol ul ul > li'),
		];
		expect(outer.x + outer.width).toBeGreaterThan(inner.x + inner.width + 12);
		expect(inner.x + inner.width).toBeGreaterThan(innermost.x + innermost.width + 12);
		expect(await style(page, '.footnotes ol', 'list-style-type')).toBe('decimal');
	}));

test('a table wider than the screen, and a long line of code, are moved within their frames with the keyboard', () =>
	open(EVERYTHING, PHONE, async (page) => {
		expect(await page.getByRole('region', { name: 'جدول', exact: true }).count()).toBe(1);
		for (const frame of ['.scroll', '#forum > pre']) {
			await page.locator(frame).focus();
			expect(
				await page
					.locator(frame)
					.evaluate(
						(element) =>
							element.scrollWidth > element.clientWidth && document.activeElement === element,
					),
			).toBe(true);
		}
	}));

test('pictures come as large as they are shown, and no larger than they were taken', () =>
	open(EVERYTHING, LAPTOP, async (page) => {
		const pictures = await page.locator('.story-text img').evaluateAll((images) =>
			Promise.all(
				(images as HTMLImageElement[]).map(async (image) => {
					image.loading = 'eager';
					await image.decode();
					const { width, height } = image.getBoundingClientRect();
					return {
						file: Number(
							/ (\d+)w/.exec(
								image.srcset
									.split(',')
									.find((one) => image.currentSrc.endsWith(one.trim().split(' ')[0] ?? '')) ?? '',
							)?.[1] ?? image.naturalWidth,
						),
						width: Math.round(width),
						height: Math.round(height),
					};
				}),
			),
		);
		expect(pictures).toEqual([
			{ file: 560, width: 560, height: 374 },
			{ file: 560, width: 560, height: 680 },
			{ file: 200, width: 200, height: 120 },
		]);
	}));

test('what is Latin alone runs from the left and keeps the edge of the page; a telephone number and a signed number keep their order', () =>
	open(EVERYTHING, PHONE, async (page) => {
		const direction = (text: string) =>
			page
				.getByText(text, { exact: false })
				.last()
				.evaluate(
					(element) => getComputedStyle(element.closest('bdi, p, h2, td, a') ?? element).direction,
				);
		expect(
			await Promise.all(
				['The Ministry said', 'In brief: what', '-3.2%', 'الموازنة أرقام'].map(direction),
			),
		).toEqual(['ltr', 'ltr', 'ltr', 'rtl']);
		const fromEdge = await page
			.getByText('In brief: what')
			.last()
			.evaluate((words) => {
				const block = words.closest('h2') ?? words;
				return block.getBoundingClientRect().right - words.getBoundingClientRect().right;
			});
		expect(Math.abs(fromEdge)).toBeLessThan(1);
		expect(await page.locator('a[href^="tel:"]').getAttribute('dir')).toBe('ltr');
		expect(await style(page, 'td[dir]', 'text-align')).toBe('right');
	}));

test('a note stands in the text, the resolution beside it', () =>
	open(EVERYTHING, LAPTOP, async (page) => {
		const [note, resolution] = [
			await box(page, '#forum > .note.prose'),
			await box(page, '#forum > .resolution'),
		];
		expect(resolution.x + resolution.width).toBeLessThan(note.x);
	}));

describe('the article with all that a text can have', () => {
	const page = keep(EVERYTHING, PHONE);
	test.each([
		['two times of day, and whose they are', '.facts', /9:00 ص – 5:00 م، بتوقيت New York/],
		['two organizers', '.facts', /المنظِّمان\s*وزارة المالية\s*مكتب المشروعات الكبرى \(MPO\)/],
		[
			'two delegates',
			'.facts',
			/المندوبان\s*زيد الطراونة، الأمين العام لوزارة المالية\s*سهى العبادي، مديرة التمويل، /,
		],
		[
			'what a picture shows, and who took it',
			'figcaption',
			/^وصول الوفد إلى مقر اللقاء – تصوير: لينا مراد$/,
		],
		['where it comes from', '.credit', /^المصدر: «وكالة الجسر للأنباء»\./],
		['who wrote it', '.story-head', /هند الروسان وMartin Hale/],
	])('tells %s', async (_name, place, words) => {
		expect((await page().locator(place).first().innerText()).trim()).toMatch(words);
	});
});

test('on paper every column of the table and the whole line of code are there', () =>
	open(EVERYTHING, LAPTOP, async (page) => {
		const library = await PDFiumLibrary.init();
		const document = await library.loadDocument(await page.pdf({ preferCSSPageSize: true }));
		const text = [...document.pages()].map((sheet) => sheet.getText()).join(' ');
		document.destroy();
		library.destroy();
		expect(text.match(/\b13\b/g)?.length).toBeGreaterThanOrEqual(2);
		expect(text.replace(/\s+/g, ' ')).toContain('// end');
		await page.emulateMedia({ media: 'print' });
		await page.setViewportSize({ width: 680, height: 1000 });
		const cut = await page
			.locator('.scroll, pre')
			.evaluateAll(
				(frames) => frames.filter((frame) => frame.scrollWidth > frame.clientWidth + 1).length,
			);
		expect(cut).toBe(0);
	}));

describe('the first page of several articles', () => {
	const page = keep('', {});

	test.each([320, 1280])(
		'has one line over it and headlines that a finger hits at %i px',
		async (width) => {
			await page().setViewportSize({ width, height: 800 });
			expect((await box(page(), 'header')).height).toBeLessThan(64);
			const heights = await page().evaluate(() =>
				[...document.querySelectorAll('h2 a')].flatMap((link) =>
					[...link.getClientRects()].map(({ height }) => height),
				),
			);
			expect(heights.length).toBeGreaterThan(9);
			expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
		},
	);

	test('has no row of sections under a lead of one section alone', async () => {
		expect(await page().locator('main h2').allTextContents()).toEqual([
			'مدارس الأردن تبدأ عامها بأسبوعين من الأنشطة',
			'ميناء العقبة قبل الشروق، حكاية في صورتين',
			'لماذا نقرأ بصوت عالٍ لمن نحب؟',
			'QLM-4 يتقدّم على 11 نموذجًا لغويًا في أول اختبار شامل للعربية',
			'محاضرة مسائية عن خرائط النجوم عند أهل البادية',
			'مجلس الوزراء يقرّ الموازنة العامة ويطلق 12 مشروعًا للنقل والمياه',
			'مصابيح جديدة تنير شوارع شرق عمّان قبل نهاية الشتاء',
			'وفد طبي أردني إلى ساموا في قمة عن صحة القرى النائية',
			'معرض الكتاب الكبير يفتح أبوابه في عمّان ستة أسابيع',
			'الأردن يحمل تجربة مكتباته المتنقلة إلى المنتدى العربي للمكتبات 2024 في تونس',
		]);
		expect(await page().locator('main h3').count()).toBe(0);
	});
});

describe.each([
	['a phone', PHONE, [214, 680, 120]],
	['a laptop', LAPTOP, [374, 680, 120]],
])('on the screen of %s', (_name, screen, heights) => {
	const sizes = (page: Page) =>
		page.locator('.story-text img').evaluateAll((images) =>
			images.map((image) => {
				const { width, height } = image.getBoundingClientRect();
				return { width: Math.round(width), height: Math.round(height) };
			}),
		);
	let before: { width: number; height: number }[];
	let after: typeof before;
	beforeAll(() => {
		let release = () => {};
		const released = new Promise<void>((resolve) => {
			release = resolve;
		});
		const held = (page: Page) =>
			page.route(/\.(webp|jpe?g|png)$/, (route) => released.then(() => route.continue()));
		return open(EVERYTHING, { ...screen, before: held }, async (page) => {
			before = await sizes(page);
			release();
			await page.locator('.story-text img').evaluateAll((images) =>
				Promise.all(
					(images as HTMLImageElement[]).map((image) => {
						image.loading = 'eager';
						return image.decode();
					}),
				),
			);
			after = await sizes(page);
		});
	});

	test('pictures are no higher than the screen', () =>
		expect(after.map(({ height }) => height)).toEqual(heights));

	// Within a pixel: each of a picture's files rounds its height.
	test('pictures that have not come yet hold their place', () => {
		const moved = before.filter(
			({ width, height }, index) =>
				Math.abs(width - after[index]!.width) > 1 || Math.abs(height - after[index]!.height) > 1,
		);
		expect(moved).toEqual([]);
	});
});
