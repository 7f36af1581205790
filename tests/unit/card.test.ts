import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type OutputInfo, type Region, type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawable, undrawable } from '../../src/drawable.ts';
import {
	cardImage,
	datesAndPlace,
	fitText,
	oneLine,
	room,
	type Story,
	siteCard,
} from '../../src/pictures/card.ts';
import { type Lettering, write } from '../../src/pictures/lettering.ts';

const ARTICLE = {
	headline: 'الأردن يحمل تجربة مكتباته المتنقلة إلى منتدى المكتبات العامة 2024 في بيرو',
	topic: 'المكتبات العامة',
	event: {
		starts: '2024-05-14',
		ends: '2024-05-17',
		timeZone: 'America/Lima',
		venue: {
			name: 'دار الكتب',
			city: 'ليما',
			country: 'بيرو',
			countryCode: 'PE',
			latitude: -12.05,
			longitude: -77.04,
		},
		origin: { city: 'عمّان', latitude: 31.95, longitude: 35.91 },
	},
} satisfies Story;

const TASHKEEL = 'تُشارِكُ المُؤسَّسةُ في المُلتقى الدَّوليِّ مُمثَّلةً بالوِزارةِ ';
const WIDE = `${'صصصصصصصصص '.repeat(11)}صصصصصصصصصص`;
const LATIN = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(2);
const MARKED = 'نبأ 👨‍👩‍👧🇯🇴\nمن \u202Eهنا\u202C \u2067وهناك\u2069';
const LONG =
	'مؤسسة المكتبات العامة تعرض تجربتها في مكتبات الأحياء المتنقلة في المنتدى العربي للمكتبات وفي حفل جوائزه بمدينة تونس العتيقة';

describe('numbers in pictures keep the order that the page gives them', () => {
	// Drawn alike with the control characters that `write` adds by itself.
	test.each([
		['a telephone number', 'نص 2469 6000', 'نص \u20662469 6000\u2069'],
		['one in Arabic digits', 'نص ١٢٣٤ ٥٦٧٨', 'نص \u2066\u202D١٢٣٤ ٥٦٧٨\u202C\u2069'],
		['an account', 'نص @news', 'نص \u2066@news\u2069'],
	])('%s', async (_, text, ordered) => {
		const drawn = async (words: string) => (await write(words, { size: 40 })).data.toString('hex');
		expect(await drawn(text)).toBe(await drawn(ordered));
	});
});

/** What is drawn in a region of a picture. Two steps: sharp would trim before it extracts. */
async function drawn(picture: Sharp, region: Region): Promise<OutputInfo> {
	const cut = await picture.flatten({ background: '#fff' }).extract(region).png().toBuffer();
	return (
		await sharp(cut)
			.trim({ background: '#fff', threshold: 60 })
			.toBuffer({ resolveWithObject: true })
	).info;
}

const asPicture = ({ data, width, height }: Lettering) =>
	sharp(data, { raw: { width, height, channels: 4 } });

/** The places of pixels darker than any land in the margins of a card, but for its rule. */
async function darkMargin(picture: Uint8Array): Promise<number[]> {
	const { data, info } = await sharp(picture)
		.greyscale()
		.raw()
		.toBuffer({ resolveWithObject: true });
	const margin = (x: number, y: number) =>
		((x < 40 || x >= info.width - 40) && Math.abs(y - 116) > 6) || y >= info.height - 24;
	const dark: number[] = [];
	for (const [at, grey] of data.entries())
		if (grey < 120 && margin(at % info.width, Math.floor(at / info.width))) dark.push(at);
	return dark;
}

test.each([
	['of an article', ARTICLE.headline],
	['of 120 wide letters', WIDE],
	['of one Latin word', LATIN],
	['with an emoji, breaks and bidi marks', MARKED],
])(
	'the card, 1200 by 630, takes a headline %s, and nothing runs out of it',
	async (_of, headline) => {
		const picture = await cardImage({ ...ARTICLE, headline });
		expect(await sharp(picture).metadata()).toMatchObject({
			format: 'jpeg',
			width: 1200,
			height: 630,
		});
		expect(picture.length).toBeLessThan(200_000);
		expect(await darkMargin(picture)).toEqual([]);
	},
);

test('a card is the same for the same words, and another without each of them', async () => {
	const { event } = ARTICLE;
	const others: Story[] = [
		{ ...ARTICLE, headline: 'نبأ آخر من عمّان' },
		{ ...ARTICLE, event: { ...event, ends: '2024-05-18' } },
		{ ...ARTICLE, event: { ...event, venue: { ...event.venue, city: 'سوسة' } } },
		{ headline: ARTICLE.headline },
		{ headline: ARTICLE.headline, topic: 'أخرى' },
		{ ...ARTICLE, event: { ...event, status: 'cancelled' } },
		{ ...ARTICLE, event: { ...event, status: 'postponed', was: { starts: '2024-05-14' } } },
		{ ...ARTICLE, event: { ...event, mode: 'mixed' } },
	];
	const [first, second, ...all] = await Promise.all(
		[ARTICLE, ARTICLE, ...others].map(async (story) =>
			Buffer.from(await cardImage(story)).toString('base64'),
		),
	);
	expect(second).toBe(first);
	expect(new Set([first, ...all]).size).toBe(9);
});

test('of several cities a card that has no room for all names the first', () => {
	const { venue } = ARTICLE.event;
	const venues = ['عمّان', 'إربد', 'العقبة'].map((city) => ({ ...venue, city }));
	const { starts, ends, timeZone } = ARTICLE.event;
	expect(datesAndPlace({ starts, ends, timeZone, venues })).toEqual([
		'14–17 أيار 2024 · عمّان وإربد والعقبة',
		'14–17 أيار 2024 · عمّان وإربد والعقبة',
		'14–17 أيار 2024 · عمّان وغيرها',
		'14–17 أيار 2024',
	]);
	expect(datesAndPlace(ARTICLE.event)).toEqual([
		'14–17 أيار 2024 · ليما، بيرو',
		'14–17 أيار 2024 · ليما',
		'14–17 أيار 2024',
	]);
});

describe('a headline in its room', () => {
	test.each([
		[true, 1072, 338],
		[false, 1072, 418],
	])('over dates and place: %s', (footed, width, height) =>
		expect(room(footed)).toEqual({ width, height }),
	);

	test.each([
		['of 10 letters', 'نبأ من دبي'],
		['of 120 letters', LONG],
		['of 120 wide letters', WIDE],
		['of 120 letters with all their vowels', TASHKEEL.repeat(2).trim()],
		['of one Latin word', LATIN],
		['of one Arabic word', 'أفاستسقيناكموها'.repeat(8)],
		['with a script', 'نبأ </script><script>alert("1 & 2")</script>'],
		['with entities and tags of Pango', 'نبأ <b>&amp;</b> <span size="1">100%</span> #هنا'],
		['with an emoji, breaks and bidi marks', MARKED],
	])('%s: is in it, whole', async (_name, headline) => {
		const words = await fitText(headline, 1072, 338, 112);
		expect(words.width).toBeLessThanOrEqual(1072);
		expect(words.height).toBeLessThanOrEqual(338);
	});

	test('one word too long for its line is broken before it is illegible', async () =>
		expect((await fitText(LATIN, 1072, 338, 92)).size).toBeGreaterThanOrEqual(28));

	test('is as large as its length allows', async () => {
		const sizes = await Promise.all(
			[ARTICLE.headline, 'نبأ من دبي', LONG].map(
				async (headline) => (await fitText(headline, 1072, 340, 112)).size,
			),
		);
		const [real = 0, short = 0, long = 0] = sizes;
		expect(short).toBe(112);
		expect(real).toBeGreaterThan(70);
		expect(long).toBeLessThan(real);
		expect(long).toBeGreaterThan(45);
	});

	test('has even lines: no word is alone on the last', async () => {
		const text = 'مكتبات عمّان تشارك في المنتدى العربي';
		const words = await fitText(text, 1072, 340, 92);
		const { width, height, size } = words;
		const lines = Math.round(height / (size * 1.4));
		expect(lines).toBe(2);
		const last = await drawn(asPicture(words), {
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
	const days = '14–17 مايو 2024 · ';

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
			await line([`${days}صفاقس`], 1072),
			await line([`${days}صفاقس`], 400),
		];
		expect(whole).toEqual(await write(`${days}صفاقس`, style));
		expect(smaller.width).toBeLessThanOrEqual(400);
		expect(smaller.width).toBeGreaterThan(360);
	});

	test('that would not be legible gives way to a shorter', async () =>
		expect(await oneLine([days + 'البرتغال '.repeat(12), `${days}صفاقس`], 1072, style)).toEqual(
			await write(`${days}صفاقس`, style),
		));

	test.each([
		['words', 'سان كريستوبال '.repeat(14)],
		['letters', 'كريستوبال'.repeat(22)],
		['pictographs and letters', '😀كريستوبال'.repeat(20)],
	])('of 200 %s is cut, and legible', async (_of, city) => {
		const cut = await line([`${days}${city}، ${city}`, days + city], 1072);
		expect(cut.width).toBeLessThanOrEqual(1072);
		expect(cut.width).toBeGreaterThan(600);
		expect(cut.height).toBeGreaterThanOrEqual((await write(days, { size: 34 })).height);
	});
});

test.each([
	['of three words', 'نبأ من دبي'],
	['of 120 letters', LONG],
	['of 120 wide letters', WIDE],
	['of one Latin word', LATIN],
])('a headline %s leaves route, dots and names of the map whole', async (_of, headline) => {
	// JPEG's noise moves a pixel by a little, a letter by more.
	const map = async (story: Story) =>
		sharp(await cardImage(story))
			.extract({ left: 0, top: 0, width: 600, height: 630 })
			.greyscale()
			.raw()
			.toBuffer();
	const whole = await map({ ...ARTICLE, headline: 'نبأ' });
	expect(whole.filter((grey) => grey < 120).length).toBeGreaterThan(3000);
	const other = await map({ ...ARTICLE, headline });
	expect(other.filter((grey, at) => Math.abs(grey - whole[at]!) > 24)).toHaveLength(0);
});

test('a country that leaves no room for the city is left out', async () => {
	const { event } = ARTICLE;
	const [one, other] = await Promise.all(
		['المملكة المتحدة القديمة ', 'الجمهورية الاتحادية الكبرى '].map((country) => {
			const venue = { ...event.venue, country: country.repeat(8) };
			return cardImage({ ...ARTICLE, event: { ...event, venue } });
		}),
	);
	expect(one).toEqual(other);
});

test('the card of the site has its name and what it is', async () => {
	const picture = await siteCard();
	expect(await sharp(picture).metadata()).toMatchObject({
		format: 'jpeg',
		width: 1200,
		height: 630,
	});
	const name = await drawn(sharp(picture), { left: 0, top: 100, width: 1200, height: 268 });
	expect(name.height).toBeGreaterThan(180);
	expect((name.trimOffsetLeft ?? 0) + (1200 - name.width) / 2).toBeCloseTo(0, -1);
});

describe('words', () => {
	test('with a hyphen, a dash, a slash or a plus stay together', async () => {
		// Two of them do not fit into one line; one and a half would.
		for (const word of ['ACK-LIB', 'ACK–LIB', 'ACK/LIB', 'A++LIBS']) {
			const [one, two] = [
				await write(word, { size: 80 }),
				await write(`${word} ${word}`, { size: 80, width: 520 }),
			];
			expect(two.width).toBeLessThanOrEqual(one.width + 4);
		}
	});

	test('in Latin letters come first at the right', async () => {
		const words = await write('NNN ا', { size: 80, width: 1000 });
		const { width, height } = words;
		// At the left is an alef: narrower and higher than the letters at the right.
		const [left, right] = await Promise.all([
			drawn(asPicture(words), { left: 0, top: 0, width: 30, height }),
			drawn(asPicture(words), { left: width - 60, top: 0, width: 60, height }),
		]);
		expect(left.width).toBeLessThan(20);
		expect(right.width).toBeGreaterThan(45);
	});

	test('a pictograph leaves nothing', async () => {
		expect((await write('نبأ 👨‍👩‍👧🇯🇴👍🏽 من عمّان', { size: 60 })).data).toEqual(
			(await write('نبأ من عمّان', { size: 60 })).data,
		);
	});

	test.each([
		['النفط 😀 80 €', 'النفط 80 €'],
		['© ® ™ 1️⃣', '© ® ™ 1'],
		['سطر\n\tوسطر', 'سطر وسطر'],
		['ﷺ و\u200Fهـ\u200D', 'ﷺ و\u200Fهـ\u200D'],
		['CO₂ و½ و50 م²', 'CO2 و1/2 و50 م2'],
		['Na⁺ و10⁻⁹', 'Na+ و10−9'],
		['≈ 12% و5′ وكوفيد‑19', "~ 12% و5' وكوفيد‐19"],
	])('%s are drawn as %s', (text, expected) => expect(drawable(text)).toBe(expected));

	test('leave out a headline that they cannot show, and a topic', async () => {
		const bare = { headline: 'اسمها שלום' };
		expect(await cardImage(bare)).toEqual(await siteCard());
		const { topic: _, ...story } = ARTICLE;
		expect(await cardImage({ ...ARTICLE, topic: '中' })).toEqual(await cardImage(story));
		const card = await cardImage({ ...ARTICLE, ...bare });
		expect(card).not.toEqual(await cardImage(ARTICLE));
	});

	test('are refused for what the typeface lacks, by name', async () => {
		expect(undrawable('پ ڤ گ چ € × ° © ü ç ł Łódź « » – · … ١٪')).toEqual([]);
		expect(undrawable('I\u0302les')).toEqual([]);
		expect(undrawable('→ → 中 ½ \u202E😀')).toEqual(['→', '中']);
		await expect(write('نبأ →', { size: 40 })).rejects.toThrow(/«نبأ →».*«→» \(U\+2192\)/);
		await expect(write('😀', { size: 40 })).rejects.toThrow('لا حروف فيه');
	});
});

describe('the card of a story with a photograph', () => {
	const folder = mkdtempSync(join(tmpdir(), 'card-'));
	const photograph = join(folder, 'photo.png');
	// Grey, but for a red square at its right: who is in the picture.
	beforeAll(async () => {
		const red = { create: { width: 300, height: 300, channels: 3, background: '#c00' } } as const;
		await sharp({ create: { width: 2400, height: 900, channels: 3, background: '#777' } })
			.composite([{ input: red, left: 1950, top: 300 }])
			.png()
			.toFile(photograph);
	});
	afterAll(() => rmSync(folder, { recursive: true }));
	const half = (card: Uint8Array, left: number) =>
		sharp(card).extract({ left, top: 0, width: 600, height: 630 }).png().toBuffer();

	test.each([
		['of an event', { ...ARTICLE, headline: LONG }],
		['without one', { headline: LONG, topic: 'المكتبات العامة' }],
		['of wide letters', { ...ARTICLE, headline: WIDE }],
	])(
		'%s: the photograph stands in the left half, whole about its focus, without a letter on it',
		async (_of, story) => {
			const card = await cardImage({ ...story, photograph, focus: '87% 50%' });
			expect(await sharp(card).metadata()).toMatchObject({
				format: 'jpeg',
				width: 1200,
				height: 630,
			});
			const { channels } = await sharp(await half(card, 0)).stats();
			// Neither white paper nor black ink.
			expect(Math.min(...channels.map(({ max }) => max))).toBeLessThan(150);
			expect(channels[0]!.min).toBeGreaterThan(90);
			// 210 px square of 600 × 630, as in the photograph.
			const { data } = await sharp(await half(card, 0))
				.extractChannel(0)
				.raw()
				.toBuffer({ resolveWithObject: true });
			expect(data.filter((value) => value > 160).length / 210 ** 2).toBeCloseTo(1, 1);
		},
	);

	test('its headline can be read where the card is 360 px wide', async () => {
		const { size } = await fitText(LONG, 512, 338, 80);
		expect(size * 0.3).toBeGreaterThan(13);
	});

	test('another focus, another picture', async () => {
		const [one, two] = await Promise.all(
			['0% 50%', '100% 50%'].map((focus) => cardImage({ ...ARTICLE, photograph, focus })),
		);
		expect(Buffer.from(one!).equals(Buffer.from(two!))).toBe(false);
	});
});

test.each<[string, Parameters<typeof datesAndPlace>[0], string[]]>([
	[
		'of an event',
		{ ...ARTICLE.event, origin: undefined },
		['14–17 أيار 2024 · ليما، بيرو', '14–17 أيار 2024 · ليما', '14–17 أيار 2024'],
	],
	[
		'of one that is called off',
		{ ...ARTICLE.event, status: 'cancelled' },
		['أُلغي الحدث · ليما، بيرو', 'أُلغي الحدث · ليما', 'أُلغي الحدث'],
	],
])('the line %s in ever fewer words', (_case, event, expected) =>
	expect(datesAndPlace(event)).toEqual(expected),
);
