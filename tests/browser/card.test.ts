import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { fitText } from '../../src/pictures/card.ts';
import { browser } from './visit.ts';

interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** Darkness of each pixel, 0 to 1, trimmed. */
interface Ink {
	width: number;
	at(x: number, y: number): number;
	/** Pixels trimmed at the left and the top. */
	cut: { x: number; y: number };
}

async function ink(picture: Buffer): Promise<Ink> {
	const {
		data: trimmed,
		info: { trimOffsetLeft = 0, trimOffsetTop = 0 },
	} = await sharp(picture)
		.flatten({ background: '#fff' })
		.trim({ background: '#fff', threshold: 40 })
		.toBuffer({ resolveWithObject: true });
	const {
		data,
		info: { width, height },
	} = await sharp(trimmed).greyscale().raw().toBuffer({ resolveWithObject: true });
	const at = (x: number, y: number) =>
		x >= 0 && y >= 0 && x < width && y < height ? 1 - (data[y * width + x] ?? 255) / 255 : 0;
	return { width, at, cut: { x: -trimOffsetLeft, y: -trimOffsetTop } };
}

/** A word drawn right has a likeness above this; `broken` shows that others have not. */
const ALIKE = 0.88;

/** In pixels, the nearest first. */
const SHIFTS = Array.from({ length: 11 }, (_, down) =>
	Array.from({ length: 25 }, (_, across) => [across - 12, down - 5] as const),
)
	.flat()
	.sort(([a, b], [c, d]) => Math.hypot(a, b) - Math.hypot(c, d));

/**
 * The share of the ink of `a` in a box that `b` has too, by every third row of pixels. Both are aligned right. The best of
 * small shifts counts, or the first that is alike.
 */
function likeness(a: Ink, b: Ink, { x, y, width, height }: Box): number {
	const dark: [x: number, y: number, dark: number][] = [];
	for (let down = Math.round(y); down < y + height; down += 3) {
		for (let across = Math.round(x); across < x + width; across++)
			if (a.at(across, down)) dark.push([across - a.width + b.width, down, a.at(across, down)]);
	}
	const all = dark.reduce((sum, [, , dark]) => sum + dark, 0);
	let best = 0;
	for (const [across, down] of SHIFTS) {
		let common = 0;
		for (const [x, y, ink] of dark) common += Math.min(ink, b.at(x + across, y + down));
		best = Math.max(best, common / all);
		if (best > ALIKE) break;
	}
	return best;
}

const HEADLINE = 'الأردن يحمل تجربة مكتباته المتنقلة إلى المنتدى العربي للمكتبات 2024 في تونس';

const CASES = [
	['of the article', HEADLINE],
	['with tashkeel', 'تُشارِكُ المُؤسَّسَةُ في المُلتقى الدَّوليِّ مُمثَّلةً بالوِزارةِ'],
	['with lam-alef', 'لا إله إلّا الله والأعمال الإلكترونية بلا أعباء ولأول مرة'],
	['with « »', 'المؤسسة: «المكتبة والحيّ معًا» محور منتدى «مدينة الثقافة»'],
	['with 12/45', 'قرار المجلس العربي 12/45 عن دور المكتبات العامة في التعلّم'],
	['with 14–17', 'ينعقد المنتدى في 14–17 أيار 2024 بمدينة الثقافة في تونس'],
	['with Latin inside', 'بالشراكة مع Med Read وبتنظيم ACK-LIB ينعقد منتدى المكتبات العامة'],
	['with Latin first', 'ACK-LIB تنظّم المنتدى العربي للمكتبات العامة في تونس'],
	[
		'of 120 letters',
		'مؤسسة المكتبات العامة تعرض تجربتها ممثلة للأردن في المنتدى العربي للمكتبات العامة وحفل توزيع جوائزه بالعاصمة التونسية',
	],
] as const;

describe('the headline on the card is drawn as Chromium draws it', () => {
	let page: Page;
	beforeAll(async () => {
		page = await (await browser()).newPage({ viewport: { width: 1300, height: 900 } });
		const face = (name: string, file: string, size = '') =>
			`@font-face { font-family: ${name}; src: url(data:font/ttf;base64,${readFileSync(`src/assets/fonts/pictures/${file}`, 'base64')}); ${size} }`;
		await page.setContent(`<!doctype html><html dir="rtl" lang="ar"><style>
			${face('A', 'noto-naskh-arabic.ttf')} ${face('L', 'noto-naskh-latin.ttf', 'size-adjust: 90%')}
			p { margin: 60px; color: #14181b; text-rendering: geometricPrecision }
			span { white-space: nowrap }
		</style><p>`);
		await page.evaluate(() =>
			Promise.all([document.fonts.load('10px A', 'ا'), document.fonts.load('10px L', 'a')]),
		);
	});
	afterAll(() => page?.close());

	/** Draws a text in the browser, with the same fonts and column. @returns Picture, and box of each word. */
	async function drawn(text: string, size: number, column: number) {
		const style = `font: ${size}px/${1.702 * 0.82} A, L; width: ${column + 1}px`;
		const boxes = await page.evaluate(
			([text, style]): Box[] => {
				const paragraph = document.querySelector('p')!;
				paragraph.style.cssText = style;
				// As in the card, a word with a hyphen or dash does not break.
				paragraph.innerHTML = text
					.split(' ')
					.map((word) => `<span>${word}</span>`)
					.join(' ');
				return [...document.querySelectorAll('span')].map((word) =>
					word.getBoundingClientRect().toJSON(),
				);
			},
			[text, style] as const,
		);
		const picture = await ink(await page.screenshot());
		return {
			picture,
			boxes: boxes.map(({ x, y, ...size }) => ({
				x: x - picture.cut.x,
				y: y - picture.cut.y,
				...size,
			})),
		};
	}

	const [almanara] = inject('sites');
	test.each([
		[
			'the wordmark',
			'street-lights',
			'المنارة',
			'المغارة',
			64,
			{ left: 700, top: 0, width: 500, height: 112 },
		],
		[
			'the topic',
			'street-lights',
			'محليات',
			'ملفات',
			34,
			{ left: 0, top: 0, width: 700, height: 112 },
		],
		[
			'dates and place',
			'libraries-forum-tunis-2024',
			'14–17 أيار 2024 · تونس',
			'14–17 أيار 1983 · لبنان',
			40,
			{ left: 600, top: 518, width: 600, height: 112 },
		],
	])('and so is %s of the card', async (_what, slug, text, other, size, region) => {
		// Cut out of the card.
		const card = await ink(
			await sharp(`${almanara?.folder}/images/${slug}/card.jpg`)
				.extract(region)
				.greyscale()
				.linear(255 / 115, (-85 * 255) / 115)
				.png()
				.toBuffer(),
		);
		const wrong = async (text: string) => {
			const { picture, boxes } = await drawn(text, size, 1072);
			// In small letters the edges, which differ between rasterizers, are more of the whole.
			return text
				.split(' ')
				.filter((_, index) => likeness(picture, card, boxes[index]!) < ALIKE - 0.08);
		};
		expect(await wrong(text)).toEqual([]);
		expect(await wrong(other)).toEqual(
			other.split(' ').filter((word) => !text.split(' ').includes(word)),
		);
	});

	/** The likeness of each word. */
	async function compare(expected: string, given = expected) {
		const { data, width, height, size, column } = await fitText(given, 1072, 340, 92);
		const card = await ink(
			await sharp(data, { raw: { width, height, channels: 4 } })
				.png()
				.toBuffer(),
		);
		const { picture, boxes } = await drawn(expected, size, column);
		return boxes.map((box) => likeness(picture, card, box));
	}

	test.each(CASES)('one %s', async (_name, text) => {
		const words = text.split(' ');
		expect(
			(await compare(text)).flatMap((common, index) =>
				common > ALIKE ? [] : [`${words[index]} ${common}`],
			),
		).toEqual([]);
	});

	const broken: [string, (text: string) => string, string[] | 'all'][] = [
		['reversed', (text) => [...text].reverse().join(''), 'all'],
		['unjoined', (text) => [...text].join('\u200c'), 'all'],
		['with its words in reverse', (text) => text.split(' ').reverse().join(' '), 'all'],
		['with a word changed', (text) => text.replace('تونس', 'سوسة'), ['تونس']],
	];
	test.each(broken)('and the measure tells one %s', async (_name, damage, words) => {
		const wrong = (await compare(HEADLINE, damage(HEADLINE))).flatMap((common, index) =>
			common > ALIKE ? [] : [HEADLINE.split(' ')[index]],
		);
		expect(wrong).toEqual(words === 'all' ? HEADLINE.split(' ') : words);
	});
});

describe.each(inject('sites'))('the share cards of $paper', ({ folder }) => {
	test.each([
		['images/libraries-forum-tunis-2024/card.jpg', 1200, 630],
		['images/card.jpg', 1200, 630],
	])('%s is a JPEG of %i×%i under 200 KB', async (file, width, height) => {
		const bytes = readFileSync(`${folder}/${file}`);
		expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width, height });
		expect(bytes.length).toBeLessThan(200_000);
	});
});
