import { expect, test } from 'vitest';
import { articleProblems } from '../../src/desk/judge.ts';
import {
	answerSentence,
	articleSource,
	freeSlug,
	proposeSlug,
	slugSentence,
} from '../../src/desk/new.ts';

const ANSWERS = {
	headline: 'الوزير: «نعمل على خطة» #عاجلة',
	dek: 'جملة فيها نقطتان: هكذا.',
	topic: 'محليات',
	dateline: 'عمّان',
};

test.each([
	['معرض الكتاب في عمّان', 'mard-alktab-aman'],
	['افتتاح 12 مدرسة من مدارس البادية', 'afttah-12-mdrsa-mdars-albadya'],
	['QLM-4 يتقدّم على 11 نموذجًا', 'qlm-4-ytqdm-11-nmwdhja'],
	['فيلم من ڤيينا عن چاپان', 'fylm-vyyna-chapan'],
	['سوق بن ڨردان يفتح أبوابه', 'swq-bn-grdan-yfth-abwabh'],
	[
		'مستشفيات ومستوصفات ومختبرات ومستودعات وعيادات وصيدليات',
		'mstshfyat-wmstwsfat-wmkhtbrat-wmstwdaat-wayadat',
	],
	['؟!', 'section'],
])('the headline «%s» gives the file name %s', (headline, slug) =>
	expect(proposeSlug(headline)).toBe(slug),
);

test.each([
	['book-fair', 'book-fair-3'],
	['book-fair-2025', 'book-fair-2025'],
])('a name that is taken is numbered: %s becomes %s', (slug, free) =>
	expect(freeSlug(slug, (name) => ['book-fair', 'book-fair-2'].includes(name))).toBe(free),
);

test('a new article is a draft that passes the gate, with its answers as they were given', () => {
	const source = articleSource(ANSWERS, '2025-03-01');
	expect(source).toBe(`---
headline: "الوزير: «نعمل على خطة» #عاجلة"
dek: "جملة فيها نقطتان: هكذا."
topic: محليات
dateline: عمّان
published: 2025-03-01
draft: true
---

اكتب النص هنا.
`);
	const surroundings = { exists: () => false, publications: new Map() };
	for (const text of [source, source.replace('draft: true\n', '')])
		expect(articleProblems('content/articles/new.mdx', text, surroundings)).toEqual([]);
});

test.each([
	['headline', 'و', /الطول 1، والمسموح من 2 إلى 120 حرفًا/],
	['headline', 'استقالة', undefined],
	['headline', 'عنوان طويل بما يكفي', undefined],
	['dek', '', /./],
	['topic', '- محليات', undefined],
	['dateline', '2025', undefined],
] as const)('the answer %s «%s» is judged as the gate judges it', (key, answer, sentence) => {
	const told = answerSentence(key, answer);
	if (sentence) expect(told).toMatch(sentence);
	else expect(told).toBeUndefined();
});

test.each([
	['book-fair', undefined],
	['taken', /content\/articles\/taken\.mdx موجود/],
	['Book Fair', /حروفًا لاتينية صغيرة/],
	['', /حروفًا لاتينية صغيرة/],
])('the file name «%s» is accepted or refused with a sentence', (slug, sentence) => {
	const told = slugSentence(slug, (name) => name === 'taken');
	if (sentence) expect(told).toMatch(sentence);
	else expect(told).toBeUndefined();
});
