import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { cardImage, CARDS, fit, write, type Card, type Story } from '../../src/lib/card.ts';

const [, frontmatter = ''] = readFileSync('content/articles/oman-un-public-service-forum-2015.mdx', 'utf8').split('---\n');
const article: Story = parse(frontmatter) as Story;
const cards = Object.keys(CARDS) as Card[];
const TASHKEEL = 'تُشارِكُ السَّلطَنَةُ في المُلتقى الدَّوليِّ مُمثَّلةً بالوِزارةِ ';

const HEADLINES = [
	['of the article', article.headline],
	['of 10 letters', 'خبر من دبي'],
	['of 120 letters', 'وزارة الخدمة المدنية تشارك ممثلة للسلطنة في منتدى الأمم المتحدة للخدمة العامة وحفل توزيع الجوائز بمدينة مدلين الكولومبية'],
	['of 120 wide letters', `${'صصصصصصصصص '.repeat(11)}صصصصصصصصصص`],
	['of 120 letters with all their vowels', TASHKEEL.repeat(2).trim()],
	['of one Latin word', 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(2)],
	['of one Arabic word', 'أفاستسقيناكموها'.repeat(8)],
	['with a script', 'خبر </script><script>alert("1 & 2")</script>'],
	['with entities and tags of Pango', 'خبر <b>&amp;</b> <span size="1">100%</span> #هنا'],
	['with an emoji, breaks and bidi marks', 'خبر 👨‍👩‍👧🇴🇲\nمن \u202Eهنا\u202C \u2067وهناك\u2069'],
] as const;

describe.each(cards)('%s.jpg', (card) => {
	const { width, height } = CARDS[card];

	test.each(HEADLINES)('takes a headline %s', async (_name, headline) => {
		const picture = await cardImage({ ...article, headline }, card);
		expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width, height });
		expect(picture.length).toBeLessThan(200_000);
		// Its outermost pixels stay paper or land: nothing runs out.
		const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
		const margin = (x: number, y: number) => x < 40 || x >= info.width - 40 || y >= info.height - 24;
		const dark = Array.from(data.keys()).filter((at) => margin(at % info.width, Math.floor(at / info.width)) && (data[at] ?? 0) < 120);
		expect(dark).toHaveLength(0);
	});

	test('is the same for the same article, to the byte, and another for another', async () => {
		const [first, second, other] = await Promise.all([article, article, { ...article, headline: 'خبر آخر من مسقط' }].map((story) => cardImage(story, card)));
		expect(first).toEqual(second);
		expect(first).not.toEqual(other);
	});

	test('tells topic, dates and place: without each the picture is another', async () => {
		const { event } = article;
		if (!event) throw new Error('the article has an event');
		const others: Story[] = [{ ...article, topic: 'أخرى' }, { ...article, event: { ...event, ends: '2015-06-27' } }, { ...article, event: { ...event, venue: { ...event.venue, city: 'بوغوتا' } } }, { headline: article.headline }];
		const all = await Promise.all([article, ...others].map(async (story) => Buffer.from(await cardImage(story, card)).toString('base64')));
		expect(new Set(all).size).toBe(all.length);
	});
});

describe('a headline in its room', () => {
	test.each(HEADLINES)('%s: is in it, whole', async (_name, headline) => {
		const { width, height } = await fit(headline, 1072, 340, 92);
		expect(width).toBeLessThanOrEqual(1072);
		expect(height).toBeLessThanOrEqual(340);
	});

	test('is as large as its length allows', async () => {
		const sizes = await Promise.all(HEADLINES.slice(0, 3).map(async ([, headline]) => (await fit(headline, 1072, 340, 92)).size));
		const [real = 0, short = 0, long = 0] = sizes;
		expect(short).toBe(92);
		expect(real).toBeGreaterThan(70);
		expect(long).toBeLessThan(real);
		expect(long).toBeGreaterThan(45);
	});

	test('has even lines: no word is alone on the last', async () => {
		const text = 'سلطنة عمان تشارك في منتدى الخدمة العامة في كولومبيا';
		const { data, width, height, size } = await fit(text, 1072, 340, 92);
		const lines = Math.round(height / (size * 1.4));
		expect(lines).toBe(2);
		const last = await sharp(data).flatten({ background: '#fff' }).extract({ left: 0, top: Math.round(height * 0.62), width, height: Math.floor(height * 0.38) }).trim({ background: '#fff' }).toBuffer({ resolveWithObject: true });
		expect(last.info.width).toBeGreaterThan(width * 0.6);
	});
});

describe('words', () => {
	test('with a hyphen, a dash or a slash stay together', async () => {
		// Two of them do not fit into one line; one and a half would.
		for (const word of ['UN-DESA', 'UN–DESA', 'UN/DESA']) {
			const [one, two] = [await write(word, { size: 80 }), await write(`${word} ${word}`, { size: 80, width: 520 })];
			expect(two.width).toBeLessThanOrEqual(one.width + 4);
		}
	});

	test('in Latin letters come first at the right', async () => {
		const { data, width, height } = await write('UN هههههههههههه', { size: 80, width: 1000 });
		// A capital stands straight: the rightmost columns of ink reach as high as an N does, and stop at the baseline.
		const { info } = await sharp(data).flatten({ background: '#fff' }).extract({ left: width - 60, top: 0, width: 60, height }).trim({ background: '#fff' }).toBuffer({ resolveWithObject: true });
		expect(info.height).toBeGreaterThan(50);
		expect(info.height).toBeLessThan(75);
	});

	test('a pictograph leaves nothing', async () => {
		expect((await write('خبر 👨‍👩‍👧🇴🇲👍🏽 من مسقط', { size: 60 })).data).toEqual((await write('خبر من مسقط', { size: 60 })).data);
	});
});
