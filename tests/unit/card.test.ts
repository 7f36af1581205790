import { readFileSync } from 'node:fs';
import sharp, { type OutputInfo, type Region } from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { drawable, undrawable } from '../../src/drawable.ts';
import {
	CARDS,
	type Card,
	cardImage,
	fitText,
	oneLine,
	room,
	type Story,
	siteCard,
} from '../../src/pictures/card.ts';
import { write } from '../../src/pictures/lettering.ts';
import { site } from '../../src/site.ts';

const [, frontmatter = ''] = readFileSync(
	'content/articles/oman-un-public-service-forum-2015.mdx',
	'utf8',
).split('---\n');
const article: Story = parse(frontmatter) as Story;
const cards = Object.keys(CARDS) as Card[];
const TASHKEEL = 'تُشارِكُ السَّلطَنَةُ في المُلتقى الدَّوليِّ مُمثَّلةً بالوِزارةِ ';

const HEADLINES = [
	['of the article', article.headline],
	['of 10 letters', 'خبر من دبي'],
	[
		'of 120 letters',
		'وزارة الخدمة المدنية تشارك ممثلة للسلطنة في منتدى الأمم المتحدة للخدمة العامة وحفل توزيع الجوائز بمدينة مدلين الكولومبية',
	],
	['of 120 wide letters', `${'صصصصصصصصص '.repeat(11)}صصصصصصصصصص`],
	['of 120 letters with all their vowels', TASHKEEL.repeat(2).trim()],
	['of one Latin word', 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(2)],
	['of one Arabic word', 'أفاستسقيناكموها'.repeat(8)],
	['with a script', 'خبر </script><script>alert("1 & 2")</script>'],
	['with entities and tags of Pango', 'خبر <b>&amp;</b> <span size="1">100%</span> #هنا'],
	['with an emoji, breaks and bidi marks', 'خبر 👨‍👩‍👧🇴🇲\nمن \u202Eهنا\u202C \u2067وهناك\u2069'],
] as const;

/** What is drawn in a region of a picture. Two steps: sharp would trim before it extracts. */
async function drawn(picture: Uint8Array, region: Region): Promise<OutputInfo> {
	const cut = await sharp(picture).flatten({ background: '#fff' }).extract(region).png().toBuffer();
	return (
		await sharp(cut)
			.trim({ background: '#fff', threshold: 60 })
			.toBuffer({ resolveWithObject: true })
	).info;
}

describe.each(cards)('%s.jpg', (card) => {
	const { width, height } = CARDS[card];

	test.each(HEADLINES)('takes a headline %s', async (_name, headline) => {
		const picture = await cardImage({ ...article, headline }, card);
		expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width, height });
		expect(picture.length).toBeLessThan(200_000);
		// Its outermost pixels stay paper or land, but for the rule: nothing runs out.
		const { data, info } = await sharp(picture)
			.greyscale()
			.raw()
			.toBuffer({ resolveWithObject: true });
		const margin = (x: number, y: number) =>
			((x < 40 || x >= info.width - 40) && Math.abs(y - 116) > 6) || y >= info.height - 24;
		const dark = Array.from(data.keys()).filter(
			(at) => margin(at % info.width, Math.floor(at / info.width)) && (data[at] ?? 0) < 120,
		);
		expect(dark).toHaveLength(0);
	});

	test('is the same for the same article, to the byte, and another for another', async () => {
		const [first, second, other] = await Promise.all(
			[article, article, { ...article, headline: 'خبر آخر من مسقط' }].map((story) =>
				cardImage(story, card),
			),
		);
		expect(first).toEqual(second);
		expect(first).not.toEqual(other);
	});

	test('tells topic, dates and place: without each the picture is another', async () => {
		const { event } = article;
		if (!event) throw new Error('the article has an event');
		const others: Story[] = [
			{ ...article, topic: 'أخرى' },
			{ ...article, event: { ...event, ends: '2015-06-27' } },
			{ ...article, event: { ...event, venue: { ...event.venue, city: 'بوغوتا' } } },
			{ headline: article.headline },
		];
		const all = await Promise.all(
			[article, ...others].map(async (story) =>
				Buffer.from(await cardImage(story, card)).toString('base64'),
			),
		);
		expect(new Set(all).size).toBe(all.length);
	});
});

describe('a headline in its room', () => {
	const rooms = cards.flatMap((card) =>
		[true, false].map(
			(footed) => [card, footed ? 'over dates and place' : 'alone', room(card, footed)] as const,
		),
	);
	describe.each(rooms)('of %s, %s', (card, _over, { width, height }) => {
		test.each(HEADLINES)('%s: is in it, whole', async (_name, headline) => {
			const words = await fitText(headline, width, height, CARDS[card].largest);
			expect(words.width).toBeLessThanOrEqual(width);
			expect(words.height).toBeLessThanOrEqual(height);
		});
	});

	test('is as large as its length allows', async () => {
		const sizes = await Promise.all(
			HEADLINES.slice(0, 3).map(
				async ([, headline]) => (await fitText(headline, 1072, 340, 92)).size,
			),
		);
		const [real = 0, short = 0, long = 0] = sizes;
		expect(short).toBe(92);
		expect(real).toBeGreaterThan(70);
		expect(long).toBeLessThan(real);
		expect(long).toBeGreaterThan(45);
	});

	test('has even lines: no word is alone on the last', async () => {
		const text = 'سلطنة عمان تشارك في منتدى الخدمة العامة في كولومبيا';
		const { data, width, height, size } = await fitText(text, 1072, 340, 92);
		const lines = Math.round(height / (size * 1.4));
		expect(lines).toBe(2);
		const last = await drawn(data, {
			left: 0,
			top: Math.round(height * 0.62),
			width,
			height: Math.floor(height * 0.38),
		});
		expect(last.width).toBeGreaterThan(width * 0.6);
	});
});

describe('a line', () => {
	const style = { size: 40 };
	const days = '23–26 يونيو 2015 · ';

	const line = async (wordings: string[], width: number) => {
		const found = await oneLine(wordings, width, style);
		if (!found) throw new Error('no room for a word');
		return found;
	};

	test.each([-40, 0, 20])('in a room of %i px there is none', async (width) =>
		expect(await oneLine(['كلمات'], width, style)).toBeUndefined(),
	);

	test('as it is where it has room, and smaller where it has not', async () => {
		const [whole, smaller] = [
			await line([`${days}مدلين`], 1072),
			await line([`${days}مدلين`], 400),
		];
		expect(whole).toEqual(await write(`${days}مدلين`, style));
		expect(smaller.width).toBeLessThanOrEqual(400);
		expect(smaller.width).toBeGreaterThan(360);
	});

	test('that would not be legible gives way to a shorter', async () =>
		expect(await oneLine([days + 'كولومبيا '.repeat(12), `${days}مدلين`], 1072, style)).toEqual(
			await write(`${days}مدلين`, style),
		));

	test.each([
		['words', 'سان كريستوبال '.repeat(14)],
		['letters', 'كريستوبال'.repeat(22)],
		['pictographs and letters', '😀كريستوبال'.repeat(20)],
	])('of 200 %s is cut, and legible', async (_of, city) => {
		const cut = await line([`${days}${city}، ${city}`, days + city], 1072);
		expect(cut.width).toBeLessThanOrEqual(1072);
		expect(cut.width).toBeGreaterThan(600);
		expect(cut.height).toBeGreaterThanOrEqual((await write(days, { size: 28 })).height);
	});
});

describe('the name of a newspaper', () => {
	const name = site.name;
	afterEach(() => void Object.assign(site, { name }));

	test.each([
		['2 letters', 'غد'],
		['34 Latin letters', 'The Independent Daily of Everything'],
		['43 Arabic letters', 'صحيفة الأخبار العربية المتحدة اليومية الحرة'],
		['60 Arabic letters', 'صحيفة الأخبار العربية المتحدة اليومية المستقلة في بلاد المشرق'],
		['60 letters without a space', 'مستشفى'.repeat(10)],
	])('of %s has room beside a long topic, and on the card of the site', async (_of, longName) => {
		Object.assign(site, { name: longName });
		const drawn = [
			await cardImage(
				{
					headline: 'عنوان لخبر قصير',
					topic: 'الشؤون الاقتصادية والاجتماعية وما يتصل بها من أخبار البلاد',
				},
				'card',
			),
			await siteCard(),
		];
		for (const picture of drawn)
			expect(await sharp(picture).metadata()).toMatchObject({ width: 1200, height: 630 });
	});
});

describe('the route', () => {
	/** Pixels of the route's colours in a card: bluer than the land and than grey, lighter than the words. */
	const blue = async (picture: Uint8Array) => {
		const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
		return Array.from({ length: info.width * info.height }, (_, at) =>
			data.readUIntBE(at * 3, 3),
		).flatMap((rgb, at) =>
			(rgb & 255) - (rgb >> 16) > 16 && rgb >> 16 > 170
				? [[at % info.width, Math.floor(at / info.width)] as const]
				: [],
		);
	};

	test.each(cards)(
		'leaves the letters of a headline on %s.jpg free, and is there',
		async (card) => {
			const { width, height, largest } = CARDS[card];
			const space = room(card, true);
			const words = await fitText(article.headline, space.width, space.height, largest);
			const left = width - 64 - words.width;
			const top = Math.round(116 + 32 + space.height / 2 - words.height / 2);
			const alpha = await sharp(words.data).extractChannel(3).raw().toBuffer();
			const touched = (x: number, y: number) => {
				for (let down = -6; down <= 6; down++)
					for (let across = -6; across <= 6; across++) {
						const [column, row] = [x - left + across, y - top + down];
						if (
							column >= 0 &&
							column < words.width &&
							row >= 0 &&
							row < words.height &&
							alpha[row * words.width + column]! > 200
						)
							return true;
					}
				return false;
			};
			const route = (await blue(await cardImage(article, card))).filter(
				([, y]) => y < height - 112,
			);
			expect(route.length).toBeGreaterThan(1500);
			expect(route.filter(([x, y]) => touched(x, y))).toEqual([]);
		},
	);
});

test('the card of the site has its name and what it is', async () => {
	const picture = await siteCard();
	expect(await sharp(picture).metadata()).toMatchObject({
		format: 'jpeg',
		width: 1200,
		height: 630,
	});
	const name = await drawn(picture, { left: 0, top: 100, width: 1200, height: 268 });
	expect(name.height).toBeGreaterThan(180);
	expect((name.trimOffsetLeft ?? 0) + (1200 - name.width) / 2).toBeCloseTo(0, -1);
});

describe('words', () => {
	test('with a hyphen, a dash or a slash stay together', async () => {
		// Two of them do not fit into one line; one and a half would.
		for (const word of ['UN-DESA', 'UN–DESA', 'UN/DESA']) {
			const [one, two] = [
				await write(word, { size: 80 }),
				await write(`${word} ${word}`, { size: 80, width: 520 }),
			];
			expect(two.width).toBeLessThanOrEqual(one.width + 4);
		}
	});

	test('in Latin letters come first at the right', async () => {
		const { data, width, height } = await write('UN هههههههههههه', { size: 80, width: 1000 });
		// A capital stands straight: the rightmost columns of ink reach as high as an N does, and stop at the baseline.
		const info = await drawn(data, { left: width - 60, top: 0, width: 60, height });
		expect(info.height).toBeGreaterThan(50);
		expect(info.height).toBeLessThan(75);
	});

	test('a pictograph leaves nothing', async () => {
		expect((await write('خبر 👨‍👩‍👧🇴🇲👍🏽 من مسقط', { size: 60 })).data).toEqual(
			(await write('خبر من مسقط', { size: 60 })).data,
		);
	});

	test.each([
		['النفط 😀 80 €', 'النفط 80 €'],
		['© ® ™ 1️⃣', '© ® ™ 1'],
		['سطر\n\tوسطر', 'سطر وسطر'],
		['ﷺ و\u200Fهـ\u200D', 'ﷺ و\u200Fهـ\u200D'],
	])('%s are drawn as %s', (text, expected) => expect(drawable(text)).toBe(expected));

	test('are refused for what the typeface lacks, by name', async () => {
		expect(undrawable('پ ڤ گ چ € × ° © ü ç ł Łódź « » – · … ١٪')).toEqual([]);
		expect(undrawable('½ ½ → 中 \u202E😀')).toEqual(['½', '→', '中']);
		await expect(write('خبر ½', { size: 40 })).rejects.toThrow(/«خبر ½».*«½» \(U\+00BD\)/);
		await expect(write('😀', { size: 40 })).rejects.toThrow('لا حروف فيه');
	});
});
