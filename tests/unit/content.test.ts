import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { articleProblems, duplicateSlugs, literalProblems } from '../../src/lib/content.ts';

const folder = new URL('./bad-articles/', import.meta.url);
const problemsOf = (name: string, source: string) => articleProblems(`content/articles/${name}`, source, (path) => path === './here.jpg');

/** What each bad article must be told: line, field, words of the message. Each has this one error and no other. */
const EXPECTED: Record<string, [line: number | undefined, field: string | undefined, message: RegExp]> = {
	'Not-Kebab': [undefined, undefined, /Not-Kebab\.mdx.*حروف لاتينية صغيرة/],
	'attribute-expression': [10, undefined, /القيمة بين \{ \} غير مسموحة في <Note>/],
	'bad-date': [7, 'published', /تاريخ غير صالح.*2015-06-23/],
	'bidi-control': [10, undefined, /U\+202E RIGHT-TO-LEFT OVERRIDE.*<bdi>/],
	brace: [10, undefined, /MDX.*\\\{/],
	'code-with-control': [10, undefined, /U\+2066 LEFT-TO-RIGHT ISOLATE/],
	'country-code': [13, 'event.venue.countryCode', /CO/],
	'dangling-anchor': [10, undefined, /#forum.*المواضع/],
	'ends-before-starts': [11, 'event.ends', /ends قبل البداية starts/],
	entity: [10, undefined, /U\+202E/],
	expression: [10, undefined, /عبارات \{ \}/],
	'heading-gap': [12, undefined, /من 2 إلى 4.*###/],
	'heading-in-section': [12, undefined, /داخل قسم.*###/],
	'heading-one': [10, undefined, /العنوان # محجوز/],
	'http-link': [10, undefined, /http:\/\/example\.org\/.*https:\/\//],
	'http-source': [6, 'source.url', /https:\/\//],
	'image-without-alt': [10, undefined, /بلا نص بديل/],
	import: [10, undefined, /import/],
	'invented-form': [7, 'published', /تاريخ غير صالح/],
	'javascript-link': [10, undefined, /javascript:alert\(1\).*غير مقبول/],
	'latin-comma': [10, undefined, /علامة , لاتينية.*«،»/],
	'latitude-alone': [13, 'event.venue', /latitude و longitude معًا/],
	'latitude-out-of-range': [13, 'event.venue.latitude', /أكبر من 90/],
	'long-dek': [3, 'dek', /الطول 299.*220/],
	'missing-field': [2, 'dek', /حقل لازم/],
	'missing-image': [10, undefined, /\.\/none\.jpg» غير موجودة/],
	'mixed-kinds': [11, 'event.ends', /بصيغة واحدة/],
	'nested-section': [12, undefined, /<Forum> داخل <Event>/],
	'no-frontmatter': [1, undefined, /---/],
	'no-organizers': [14, 'event.organizers', /قائمة فارغة/],
	'persian-yeh': [3, 'dek', /U\+06CC ARABIC LETTER FARSI YEH.*U\+064A/],
	'programme-outside-event': [16, 'forum.programme[0].date', /من 2015-06-23 إلى 2015-06-26/],
	'raw-html': [10, undefined, /<b> غير معروف/],
	'remote-image': [10, undefined, /ليست من ملفات الموقع/],
	'repeated-section': [16, undefined, /<Event> مكرر/],
	script: [10, undefined, /<script> غير معروف/],
	'short-headline': [2, 'headline', /الطول 4.*10.*120/],
	'straight-quotes': [10, undefined, /اكتب «نعم»/],
	tatweel: [10, undefined, /U\+0640 ARABIC TATWEEL/],
	undrawable: [2, 'headline', /«½» \(U\+00BD\).*اكتبه بكلمات/],
	unclosed: [10, undefined, /MDX.*<Note>/],
	'unknown-attribute': [10, undefined, /onclick غير معروفة في <Note>.*title/],
	'unknown-component': [10, undefined, /<Quote> غير معروف.*<PullQuote>/],
	'unknown-key': [8, 'subtitle', /subtitle.*صحّح/],
	'unknown-venue-key': [13, 'event.venue.street', /street/],
	'unknown-zone': [12, 'event.timeZone', /America\/Bogota/],
	'updated-before-published': [8, 'updated', /updated قبل published/],
	'wrong-type': [4, 'topic', /اكتب نصًا/],
	'yaml-slip': [8, undefined, /YAML/],
};

describe('a bad article is told its one fault, where it stands and how to mend it', () => {
	const names = readdirSync(folder).map((file) => file.replace(/\.mdx$/, '')).sort();
	test('each file has its line in the table', () => expect(names).toEqual(Object.keys(EXPECTED).sort()));

	test.each(names)('%s', (name) => {
		const problems = problemsOf(`${name}.mdx`, readFileSync(new URL(`${name}.mdx`, folder), 'utf8'));
		const [line, field, message] = EXPECTED[name]!;
		const [first, ...others] = problems;
		expect(first).toMatchObject({ file: `content/articles/${name}.mdx`, message: expect.stringMatching(message) });
		expect([first?.line, first?.field, first?.severity]).toEqual([line, field, undefined]);
		// An override stands with the mark that ends it.
		expect(others.filter((other) => name !== 'bidi-control' || !other.message.includes('U+202C'))).toEqual([]);
	});
});

const head = (extra = '') => `---
headline: عنوان طويل بما يكفي
dek: سطر تحت العنوان.
topic: الخدمة العامة
dateline: مسقط
source: { name: الرؤية }
published: 2015-06
${extra}---

`;

describe('a good article is let through in peace', () => {
	test.each([
		['one without sections', head() + 'نص المقال.\n'],
		['one without any text', head()],
		['one with Windows line ends', (head() + 'نص المقال.\n').replaceAll('\n', '\r\n')],
		['a comment for the other writers', head() + 'نص المقال. {/* يُراجع */}\n'],
		['a list, a table, a footnote', head() + '- بند\n- بند آخر\n\n| الاسم | العدد |\n| --- | --- |\n| مسقط | 3 |\n\nنص[^1].\n\n[^1]: هامش المقال.\n'],
		['the components of the writers', head() + '<Note title="تنبيه">\n\nنص <bdi>UN Women</bdi> و<Ltr>+968 2469 6000</Ltr>.\n\n</Note>\n\n<PullQuote by="قائل">كلام يُقتبس.</PullQuote>\n\n<Figure caption="وصف" credit="المصوّر">\n\n![وصف الصورة](./here.jpg)\n\n</Figure>\n'],
		['headings in sections and anchors to them', head() + 'انظر [الحدث](#event) و[الخلفية](#alkhlfya).\n\n<Event>\n\n### الخلفية\n\nنص.\n\n</Event>\n\n<Forum>\n\n### أخرى\n\n#### فرع\n\nنص.\n\n</Forum>\n'],
		['links within and out', head() + 'انظر [الصفحة](/about/) و[الموقع](https://example.org/a_(b)?x=1,2) و[البريد](mailto:a@example.org) و[الهاتف](tel:+96824696000).\n'],
		['braces and angles that are escaped', head() + 'القوس \\{ والعلامة &lt; في النص.\n'],
		['code', head() + 'اكتب `const a = "b"; // c, d?` هنا.\n'],
		['a month updated by a day', head('updated: 2015-06-10\n') + 'نص.\n'],
		['times with their offset', head('event:\n  name: لقاء\n  starts: 2015-06-23T22:00:00-05:00\n  ends: 2015-06-24T01:00:00-05:00\n  timeZone: America/Bogota\n  venue: { name: المركز, city: مدلين, country: كولومبيا, countryCode: CO }\n  organizers: [ { name: الشعبة } ]\nforum:\n  programme: [ { date: 2015-06-24, items: [ جلسة ] } ]\n') + 'نص.\n'],
		['a headline of 120 letters with their marks', head().replace('عنوان طويل بما يكفي', 'كَتَبَ '.repeat(30).trim() + 'ا') + 'نص.\n'],
	])('%s', (_name, source) => expect(problemsOf('good.mdx', source)).toEqual([]));
});

test('all faults of one article are told at once', () => {
	const source = head('subtitle: سطر\nupdated: 2014-01\n').replace('headline: عنوان طويل بما يكفي', 'headline: قصير').replace('topic: الخدمة العامة\n', '') + '<Quote>نص, آخر</Quote>\n\n[قسم](#none)\n';
	expect(problemsOf('bad.mdx', source).map(({ field, line }) => field ?? line)).toEqual(['topic', 'headline', 'subtitle', 'updated', 11, 11, 13]);
});

test.each([
	[['a.mdx', 'b.mdx'], 0],
	[['Second Story.mdx', 'second-story.mdx'], 2],
	[['x.mdx', 'more/x.mdx'], 2],
	[['x.mdx', 'x.md'], 2],
])('articles %j: %i of them share an address', (names, count) => {
	const found = duplicateSlugs(names.map((name) => `content/articles/${name}`));
	expect(found).toHaveLength(count);
	for (const { message } of found) for (const name of names) expect(message).toContain(name);
});

describe('the words of the interface', () => {
	test.each([
		["a: 'نص سليم، وآخر.',", 0],
		["a: 'نص, آخر',", 1],
		['a: (n: number) => `${n} دقائق`,', 0],
		['a: `${a}, نص`,', 1],
		["// تعليق, ليس من الواجهة\na: 'x, y',", 0],
	])('%s', (source, count) => expect(literalProblems('src/strings.ts', source)).toHaveLength(count));

	test('a fault is told with its place', () => {
		expect(literalProblems('src/strings.ts', "const a = {\n\tb: 'نص, آخر',\n};")[0]).toMatchObject({ file: 'src/strings.ts', line: 2, column: 8 });
	});
});
