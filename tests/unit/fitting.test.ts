import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { cardImage, fitText, oneLine, siteCard } from '../../src/pictures/card.ts';
import { site } from '../../src/site.ts';
import { publish } from '../facts.ts';

const NAMES = [
	['2 letters', 'غد'],
	['34 Latin letters', 'The Independent Daily of Everything'],
	['43 Arabic letters', 'صحيفة الأخبار العربية المتحدة اليومية الحرة'],
	['60 Arabic letters', 'صحيفة الأخبار العربية المتحدة اليومية المستقلة في بلد المشرق'],
	['60 letters without a space', 'مستشفى'.repeat(10)],
	['60 wide letters', 'ص'.repeat(60)],
	['60 wide Latin letters', 'W'.repeat(60)],
] as const;
/** Beside a topic on the card of an article; on the card of the site. Width, height and largest size in pixels. */
const ROOMS = [
	[665, 96, 64],
	[1072, 236, 250],
] as const;

beforeEach(() => publish());

describe.each(NAMES)('a name of %s', (_of, name) => {
	test.each(ROOMS)('is whole in a room of %i by %i', async (width, height, largest) => {
		const words = await fitText(name, width, height, largest);
		expect(words.width).toBeLessThanOrEqual(width);
		expect(words.height).toBeLessThanOrEqual(height);
		expect(words.size).toBeLessThanOrEqual(largest);
		expect(words.size).toBeGreaterThanOrEqual(12);
	});
});

test.each([NAMES[1], NAMES[3], NAMES[6]])('a name of %s is on the cards', async (_of, name) => {
	publish({ name });
	const pictures = [
		await siteCard(),
		await cardImage({
			headline: 'عنوان قصير لخبر',
			topic: 'الشؤون الاقتصادية والاجتماعية وما يتصل بها من أخبار البلاد',
		}),
	];
	for (const picture of pictures)
		expect(await sharp(picture).metadata()).toMatchObject({ width: 1200, height: 630 });
});

test('a long name is set in lines on the card of the site, larger than one line would be', async () => {
	const long = 'صحيفة الأخبار العربية المتحدة اليومية المستقلة في بلد المشرق';
	const [lines, line] = [
		await fitText(long, 1072, 236, 250),
		await oneLine([long], 1072, { size: 250 }),
	];
	expect(lines.height).toBeGreaterThan(2 * (line?.height ?? Infinity));
});

describe('where there is no room', () => {
	test.each([
		[0, 0],
		[1, 1],
		[3, 400],
		[400, 3],
	])('of %i by %i for words, the search ends with a sentence', async (width, height) =>
		expect(fitText('مستشفى المدينة', width, height, 92)).rejects.toThrow(
			'لا يتسع المكان في بطاقة المشاركة لهذا النص: «مستشفى المدينة». اختصره.',
		),
	);

	test.each([30, 39, 60])('but for small letters (%i px), it ends with those', async (width) =>
		expect((await fitText('مستشفى المدينة', width, 900, 92)).width).toBeLessThanOrEqual(width),
	);
});

test('the logo stands on the cards in the place of the name, in ink', async () => {
	Object.assign(site, {
		logo: {
			markup:
				'<svg viewBox="0 0 200 100"><path fill="currentColor" d="M0 0h200v100H0z"></path></svg>',
			ratio: 2,
		},
	});
	/** The lightest part of a region: left, top, width, height. */
	const lightest = async (
		picture: Uint8Array,
		...[left, top, width, height]: [number, number, number, number]
	) => {
		const region = await sharp(picture).extract({ left, top, width, height }).png().toBuffer();
		return Math.max(...(await sharp(region).stats()).channels.map(({ max }) => max));
	};
	const card = await cardImage({ headline: 'عنوان قصير لخبر' });
	expect(await lightest(card, 1020, 35, 100, 45)).toBeLessThan(60);
	expect(await lightest(card, 900, 35, 1, 1)).toBeGreaterThan(240);
	const front = await siteCard();
	expect(await lightest(front, 430, 155, 340, 155)).toBeLessThan(60);
	expect(await lightest(front, 300, 234, 1, 1)).toBeGreaterThan(240);
});
