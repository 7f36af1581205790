import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { articleProblems, duplicateSlugs, literalProblems } from '../../src/desk/judge.ts';

const folder = new URL('./bad-articles/', import.meta.url);
const problemsOf = (name: string, source: string) =>
	articleProblems(`content/articles/${name}`, source, {
		exists: (path) => /^\.\/(?:here|my photo)\.\w+$/.test(path),
		drafts: new Map([
			['other', false],
			['hidden', true],
		]),
	});

/** What each bad article must be told: line, field, words of the message. Each has this one error and no other. */
const EXPECTED: Record<
	string,
	[line: number | undefined, field: string | undefined, message: RegExp]
> = {
	'Not-Kebab': [undefined, undefined, /Not-Kebab\.mdx.*حروف لاتينية صغيرة/],
	'address-with-spaces': [10, undefined, /example\.org\/a b\)» .*بلا مسافات/],
	'anchor-percent': [10, undefined, /#50%» علامة %.*%25/],
	'anchor-without-part': [12, undefined, /#workshops.*#forum #meetings/],
	'angle-email': [10, undefined, /\[النص\]\(mailto:info@example\.org\)/],
	'angle-link': [10, undefined, /\[النص\]\(https:\/\/example\.org\/a\)/],
	'attribute-expression': [10, undefined, /القيمة بين \{ \} غير مسموحة في <Note>/],
	'bad-date': [7, 'published', /تاريخ غير صالح.*2015-06-23/],
	'bare-with-comma': [10, undefined, /\[النص\]\(https:\/\/example\.org\/a\)/],
	'bare-year': [7, 'published', /تاريخ غير صالح.*2015-06-23/],
	'bidi-control': [10, undefined, /U\+202E RIGHT-TO-LEFT OVERRIDE.*<bdi>/],
	brace: [10, undefined, /القوس \{ لا يُغلق.*\\\{/],
	'code-with-control': [10, undefined, /U\+2066 LEFT-TO-RIGHT ISOLATE/],
	'country-code': [13, 'event.venue.countryCode', /CO/],
	'dangling-anchor': [10, undefined, /#forum.*المواضع/],
	'ends-before-starts': [11, 'event.ends', /ends قبل البداية starts/],
	entity: [10, undefined, /U\+202E/],
	expression: [10, undefined, /عبارات \{ \}/],
	'flow-colon': [6, undefined, /ضع كل نص فيه : .* بين علامتي " "/],
	'footnote-arabic': [12, undefined, /الهامش \[\^هامش\] لا يصلح.*\[\^1\]/],
	'footnote-one-word': [12, undefined, /الهامش \[\^هامش أول\] لا يصلح/],
	'footnote-spaces': [10, undefined, /الهامش \[\^هامش أول\] لا يصلح/],
	'footnote-twice': [14, undefined, /\[\^1\] معرَّف مرتين/],
	'footnote-undefined': [10, undefined, /\[\^1\] بلا نص.*\[\^1\]: ثم/],
	'footnote-unused': [12, undefined, /\[\^1\] لا يُشار إليه/],
	hashtag: [2, undefined, /#عمان_2040.*وما بعد # لا يُنشر.*علامتي " "/],
	'heading-gap': [12, undefined, /من 2 إلى 4.*###/],
	'heading-in-section': [12, undefined, /داخل قسم.*###/],
	'heading-one': [10, undefined, /العنوان # محجوز/],
	'headline-ampersand': [2, undefined, /علامة & .*علامتي " "/],
	'headline-at': [2, undefined, /علامتي تنصيص: headline: "@عمان/],
	'headline-backtick': [2, undefined, /علامتي تنصيص: headline: "`عاجل`/],
	'headline-brace': [2, undefined, /علامتي تنصيص: headline: "\{عاجل\} خبر/],
	'headline-bracket': [2, undefined, /علامتي تنصيص: headline: "\[عاجل\] خبر/],
	'headline-colon': [2, undefined, /علامتي تنصيص: headline: "الوزير: نعمل من أجل الجميع"$/],
	'headline-dash': [2, undefined, /علامتي تنصيص: headline: "- خبر/],
	'headline-exclamation': [2, undefined, /علامة ! .*علامتي " "/],
	'headline-percent': [2, undefined, /علامتي تنصيص: headline: "%50 من/],
	'headline-quotes': [2, undefined, /علامتي تنصيص: headline: '"نعم" قالها الوزير'$/],
	'headline-star': [2, undefined, /علامتي تنصيص: headline: "\*عاجل\*/],
	'headline-star-alone': [2, undefined, /علامة \* .*علامتي " "/],
	'html-comment': [10, undefined, /\{\/\* … \*\/\}/],
	'image-pdf': [10, undefined, /a\.pdf» ليس صورة مقبولة.*png/],
	'image-percent': [10, undefined, /صورة%\.jpg» علامة %.*سمِّ الملف/],
	'image-svg': [10, undefined, /a\.svg» ليس صورة مقبولة.*png/],
	'image-with-spaces': [10, undefined, /my photo.*بلا مسافات، وسمِّ الملف/],
	'image-without-alt': [10, undefined, /بلا نص بديل/],
	import: [10, undefined, /import/],
	'invented-form': [7, 'published', /تاريخ غير صالح/],
	'javascript-link': [10, undefined, /javascript:alert\(1\).*غير مقبول/],
	'latitude-alone': [13, 'event.venue', /latitude و longitude معًا/],
	'latitude-out-of-range': [13, 'event.venue.latitude', /أكبر من 90/],
	'link-in-link': [10, undefined, /«\]\(\/\)».*رابطًا داخل رابط/],
	'link-to-draft': [10, undefined, /\/articles\/hidden\/» إلى مسودة/],
	'link-to-nowhere': [10, undefined, /\/articles\/none\/» إلى مقال غير موجود/],
	'link-with-spaces': [10, undefined, /بلا مسافات: \]\(tel:\+96824696000\)\.$/],
	'link-without-slash': [10, undefined, /\/articles\/other\/#event$/],
	'long-dek': [3, 'dek', /الطول 299.*220/],
	'missing-field': [2, 'dek', /حقل لازم/],
	'missing-image': [10, undefined, /\.\/none\.jpg» غير موجودة/],
	'mixed-kinds': [11, 'event.ends', /بصيغة واحدة/],
	'nested-section': [12, undefined, /<Forum> داخل <Event>/],
	'no-frontmatter': [1, undefined, /---/],
	'no-organizers': [14, 'event.organizers', /قائمة فارغة/],
	'programme-outside-event': [16, 'forum.programme[0].date', /من 2015-06-23 إلى 2015-06-26/],
	'raw-html': [10, undefined, /<b> غير معروف/],
	'remote-image': [10, undefined, /ليست من ملفات الموقع/],
	'repeated-section': [16, undefined, /<Event> مكرر/],
	script: [10, undefined, /<script> غير معروف/],
	'second-line-colon': [2, undefined, /YAML.*راجع/],
	'short-headline': [2, 'headline', /الطول 4.*10.*120/],
	tab: [8, undefined, /YAML \(Tabs.*راجع المسافات/],
	undrawable: [2, 'headline', /«½» \(U\+00BD\).*اكتبه بكلمات/],
	unclosed: [10, undefined, /الوسم <Note> لا يُغلق.*<\/Note>/],
	'unknown-attribute': [10, undefined, /onclick غير معروفة في <Note>.*title/],
	'unknown-component': [10, undefined, /<Quote> غير معروف.*<PullQuote>/],
	'unknown-country': [13, 'event.venue.countryCode', /ISO 3166-1.*CO/],
	'unknown-key': [8, 'subtitle', /subtitle.*صحّح/],
	'unknown-venue-key': [13, 'event.venue.street', /street/],
	'unknown-zone': [12, 'event.timeZone', /America\/Bogota/],
	'updated-before-published': [8, 'updated', /updated قبل published/],
	'withdrawn-country': [13, 'event.venue.countryCode', /ISO 3166-1.*CO/],
	'wrong-type': [4, 'topic', /اكتب نصًا/],
	'yaml-slip': [8, undefined, /YAML/],
};

describe('a bad article is told its one fault, where it stands and how to mend it', () => {
	const names = readdirSync(folder)
		.map((file) => file.replace(/\.mdx$/, ''))
		.sort();
	test('each file has its line in the table', () =>
		expect(names).toEqual(Object.keys(EXPECTED).sort()));

	test.each(names)('%s', (name) => {
		const problems = problemsOf(
			`${name}.mdx`,
			readFileSync(new URL(`${name}.mdx`, folder), 'utf8'),
		);
		const [line, field, message] = EXPECTED[name]!;
		const [first, ...others] = problems;
		expect(first).toMatchObject({
			file: `content/articles/${name}.mdx`,
			message: expect.stringMatching(message),
		});
		expect([first?.line, first?.field, first?.severity]).toEqual([line, field, undefined]);
		// An override stands with the mark that ends it.
		expect(
			others.filter((other) => name !== 'bidi-control' || !other.message.includes('U+202C')),
		).toEqual([]);
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
		['one without sections', `${head()}نص المقال.\n`],
		['one without any text', head()],
		['own reporting', `${head().replace('source: { name: الرؤية }\n', '')}نص المقال.\n`],
		['one with Windows line ends', `${head()}نص المقال.\n`.replaceAll('\n', '\r\n')],
		['a comment for the other writers', `${head()}نص المقال. {/* يُراجع */}\n`],
		[
			'a list, a table, a footnote',
			head() +
				'- بند\n- بند آخر\n\n| الاسم | العدد |\n| --- | --- |\n| مسقط | 3 |\n\nنص[^1].\n\n[^1]: هامش المقال.\n',
		],
		[
			'the components of the writers',
			head() +
				'<Note title="تنبيه">\n\nنص <bdi>UN Women</bdi> و<Ltr>+968 2469 6000</Ltr>.\n\n</Note>\n\n<PullQuote by="قائل">كلام يُقتبس.</PullQuote>\n\n<Figure caption="وصف" credit="المصوّر">\n\n![وصف الصورة](./here.jpg)\n\n</Figure>\n',
		],
		[
			'headings in sections and anchors to them',
			head() +
				'انظر [الحدث](#event) و[الخلفية](#alkhlfya).\n\n<Event>\n\n### الخلفية\n\nنص.\n\n</Event>\n\n<Forum>\n\n### أخرى\n\n#### فرع\n\nنص.\n\n</Forum>\n',
		],
		[
			'links within and out',
			head() +
				'انظر [الصفحة](/about/) و[الموقع](https://example.org/a_(b)?x=1,2) و[البريد](mailto:a@example.org) و[الهاتف](tel:+96824696000).\n',
		],
		['braces and angles that are escaped', `${head()}القوس \\{ والعلامة &lt; في النص.\n`],
		[
			'links to articles, in and beside the text',
			head() +
				'انظر [المقال](/articles/other/) و[حدثه](/articles/other/#event) و[تقويمه](/articles/other/event.ics).\n',
		],
		[
			'a draft that leads to another',
			`${head('draft: true\n')}انظر [المسودة](/articles/hidden/).\n`,
		],
		[
			'addresses that become links by themselves',
			`${head()}انظر https://example.org/a أو info@example.org اليوم.\n`,
		],
		[
			'an address abroad in letters of its own',
			`${head()}انظر [الموقع](https://example.org/%E3%C7).\n`,
		],
		['a link whose address is in angles', `${head()}اتصل [بنا](<tel:+968 2469 6000>).\n`],
		[
			'the number of a telephone that is a link',
			`${head()}اتصل على [+968 2469 6000](tel:+96824696000) اليوم.\n`,
		],
		[
			'pictures of all kinds',
			head() +
				['png', 'jpg', 'JPEG', 'webp', 'avif', 'gif']
					.map((kind) => `![وصف الصورة](./my%20photo.${kind})`)
					.join('\n\n') +
				'\n',
		],
		[
			'footnotes with names, used twice, written beside',
			head() +
				'نص[^a-1] ونص[^a-1] و\\[^2].\n\n<Note>\n\nنص[^b].\n\n</Note>\n\n[^a-1]: هامش.\n\n[^b]: هامش.\n',
		],
		['brackets that are escaped', `${head()}القوسان \\[نص\\](نص) في النص.\n`],
		[
			'the anchors that sections add',
			head('forum:\n  workshops: [ ورشة ]\nawards:\n  name: جائزة\n  aims: [ غاية ]\n') +
				'انظر [الورش](#workshops) و[الغايات](#aims).\n\n<Forum>\n\nنص.\n\n</Forum>\n\n<Awards>\n\nنص.\n\n</Awards>\n',
		],
		[
			'comments in the frontmatter',
			`${head('#draft: true\n# سطر\nauthors: [ أحمد ] # يُراجع\n')
				.replace('بما يكفي', 'بما يكفي # أو أطول')
				.replace('topic: الخدمة العامة', 'topic: "الخدمة #العامة" # وسم')}نص.\n`,
		],
		[
			'headlines in quotes',
			`${head().replace('عنوان طويل بما يكفي', "'الوزير: «نعم» 100% و#عمان'")}نص.\n`,
		],
		['letters that the faces lack', `${head()}نص پ ڤ گ € ² שלום 中文 😀 \uFD3Fنص\uFD3E.\n`],
		['code', `${head()}اكتب \`const a = "b"; // c, d?\` هنا.\n`],
		['a month updated by a day', `${head('updated: 2015-06-10\n')}نص.\n`],
		[
			'times with their offset',
			`${head(
				'event:\n  name: لقاء\n  starts: 2015-06-23T22:00:00-05:00\n  ends: 2015-06-24T01:00:00-05:00\n  timeZone: America/Bogota\n  venue: { name: المركز, city: مدلين, country: كولومبيا, countryCode: CO }\n  organizers: [ { name: الشعبة } ]\nforum:\n  programme: [ { date: 2015-06-24, items: [ جلسة ] } ]\n',
			)}<Event>\n\nنص.\n\n</Event>\n\n<Forum>\n\nنص.\n\n</Forum>\n`,
		],
		[
			'a headline of 120 letters with their marks',
			`${head().replace('عنوان طويل بما يكفي', `${'كَتَبَ '.repeat(30).trim()}ا`)}نص.\n`,
		],
	])('%s', (_name, source) => expect(problemsOf('good.mdx', source)).toEqual([]));
});

/** Line and kind of each problem of a body that begins in line 10, with words of its message. */
const told = (source: string) =>
	problemsOf('good.mdx', source).map(({ line, field, severity, message }) => ({
		at: field ?? line,
		kind: severity ?? 'error',
		message,
	}));

describe('what harms or deceives stops the build, in Arabic, with its line and its mend', () => {
	test.each([
		['a number turned by a mark', 'بلغ 27.\u200F55 ريالًا.', 10, /فيراه القارئ «55\.27»/],
		['letters that a PDF swapped', 'دولة اإلمارات.', 10, /«الإمارات»/],
		['a word from its end', 'قالت ةرازولا.', 10, /«الوزارة»/],
		['letters that are lost', 'نص \uFFFD.', 10, /UTF-8/],
		['a sign of a font', 'نص \uF0B7 نص.', 10, /مربعًا فارغًا/],
		['another encoding', 'نص Ø§Ù„Ø³Ù„Ø§Ù….', 10, /«السلام»/],
		['a number in braces', 'نص.\n\nآية {169} هنا.', 12, /اكتب \\\{169\\\}/],
		['words in braces', 'نص {كلام هنا} نص.', 10, /اكتب \\\{كلام هنا\\\}/],
		['a line break of HTML', 'نص.\n\nنص<br>نص.', 12, /<br>.*اكتب \\/],
		['angles as quotation marks', 'قال <<نعم>> ثم.', 10, /اكتب «نعم»/],
		['less than', 'من <5 سنوات.', 10, /&lt;/],
		['a component that is not closed', 'نص.\n\n<Note>\n\nنص.', 12, /<Note> لا يُغلق.*<\/Note>/],
		[
			'another is closed',
			'<Note>\n\nنص.\n\n</Figure>',
			14,
			/<\/Figure> يغلق <Note> الذي في السطر 10/,
		],
		['what was not opened is closed', 'نص.\n\n</Note>', 12, /يغلق ما لم يُفتح/],
	])('%s', (_, body, line, message) => {
		expect(told(`${head()}${body}\n`)).toEqual([
			{ at: line, kind: 'error', message: expect.stringMatching(message) },
		]);
	});
});

describe('what can be mended, or wants a look, is a warning with its line', () => {
	test.each([
		['straight quotes', 'قال "نعم".', 10, /«نعم»/],
		['a link without TLS', 'انظر [النص](http://example.org/).', 10, /https:\/\//],
		['an address that became one', 'انظر www.example.org اليوم.', 10, /https:\/\//],
		['emphasis over a link', 'نص.\n\nو**«[نص](/)»**', 12, /\*\* تُطبع كما هي/],
		['a heading without its space', '##عنوان', 10, /بعد ## مسافة/],
		['a link with a space', 'انظر [النص] (https://example.org/).', 10, /بلا مسافة/],
		['a pasted bullet', '• بند', 10, /«- »/],
		['verse with a newline only', 'قفا نبك من ذكرى\nبسقط اللوى', 10, /سطرًا فارغًا.*\\/],
	])('%s', (_, body, line, message) => {
		const [first, ...others] = told(`${head()}${body}\n`);
		expect(first).toEqual({ at: line, kind: 'warning', message: expect.stringMatching(message) });
		expect(others.filter(({ message: other }) => !/\*\*/.test(other))).toEqual([]);
	});

	test('a source without TLS', () => {
		const source = head().replace(
			/source: .*/,
			'source: { name: وكالة, url: "http://example.org/" }',
		);
		expect(told(source)).toEqual([
			{ at: 'source.url', kind: 'warning', message: expect.stringMatching(/https:\/\//) },
		]);
	});

	test('an Arabic comma in a list of YAML', () => {
		expect(told(head('authors: [ سالم، علي ]\n'))).toEqual([
			{ at: 'authors[0]', kind: 'warning', message: expect.stringMatching(/هذا عنصر واحد.*,/) },
		]);
	});

	test('words beside a picture and in a title', () => {
		expect(told(`${head()}![نص, آخر](./here.jpg "عنوان, آخر")\n`)).toEqual([
			{ at: 'alt', kind: 'warning', message: expect.stringMatching(/علامة , لاتينية/) },
			{ at: 'title', kind: 'warning', message: expect.stringMatching(/علامة , لاتينية/) },
		]);
	});
});

describe('what one newsroom or another writes is right', () => {
	test.each([
		['shadda before its vowel', 'مقد\u0645\u0651\u064Eة'],
		['marks of direction about Arabic', '\u200Fنص\u200E نص\u200F'],
		['letters of a PDF', 'قال \uFEE3\uFEA4\uFEE4\uFEAA.'],
		['signs without width', 'نص\u200Bنص\u00AD.\uFEFF'],
		['spaces within quotation marks and two in a row', 'قال « نعم » ( ثم )\u00A0 نص.'],
		['a quotation that opens each paragraph', '«فقرة.\n\n«فقرة.\n\n«آخرها».'],
		['emphasis beside a particle', 'و**«الثانية»** و** المجلس ** و**5%**تقريبًا.'],
		['a telephone number in parts', 'هاتف 011 462 3300 و+968 2469 6000.'],
		['a result', 'النجمة 0-2 الأنصار.'],
		['an honorific that all devices have', 'محمد \uFDFA.'],
		['a hashtag', '#وسم_من_كلمات هنا.'],
		['one dash at the start', '-نعم، قال.'],
		['long lines that were wrapped', `${'كلمة '.repeat(20)}\n${'كلمة '.repeat(20)}\nنهاية.`],
		['verse with its breaks', 'قفا نبك من ذكرى\\\nبسقط اللوى'],
	])('%s', (_, body) => expect(told(`${head()}${body}\n`)).toEqual([]));
});

describe('words that are meant are left alone', () => {
	test.each([
		['in the text', `${head('sic: [ محمـد ]\n')}كتب محمـد.\n`],
		['in the headline', head('sic: [ "كلام, هنا" ]\n').replace('عنوان طويل', 'كلام, هنا')],
		['a line in the text', `${head('sic:\n  - قال "نعم", ثم\n')}قال "نعم", ثم.\n`],
		['a list that was pasted', `${head('sic: [ "• بند" ]\n')}• بند\n`],
	])('%s', (_, source) => expect(told(source)).toEqual([]));
});

describe('what the frontmatter knows and the text does not show is a warning', () => {
	test.each([
		['forum', 'forum:\n  meetings: [ جلسة ]\n', /forum في البيانات ولا <Forum> في النص/],
		['awards', 'awards: { name: جائزة }\n', /awards في البيانات ولا <Awards> في النص/],
	])('%s', (field, extra, message) => {
		expect(problemsOf('good.mdx', `${head(extra)}نص.\n`)).toEqual([
			{
				file: 'content/articles/good.mdx',
				line: 8,
				column: 1,
				field,
				severity: 'warning',
				message: expect.stringMatching(message),
			},
		]);
	});
});

test('all faults of one article are told at once', () => {
	const source = `${head('subtitle: سطر\nupdated: 2014-01\n')
		.replace('headline: عنوان طويل بما يكفي', 'headline: قصير')
		.replace('topic: الخدمة العامة\n', '')}<Quote>نص, آخر</Quote>\n\n[قسم](#none)\n`;
	expect(problemsOf('bad.mdx', source).map(({ field, line }) => field ?? line)).toEqual([
		'topic',
		'headline',
		'subtitle',
		'updated',
		11,
		11,
		13,
	]);
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
	])('%s', (source, count) =>
		expect(literalProblems('src/strings.ts', source)).toHaveLength(count),
	);

	test('a fault is told with its place', () => {
		expect(literalProblems('src/strings.ts', "const a = {\n\tb: 'نص, آخر',\n};")[0]).toMatchObject({
			file: 'src/strings.ts',
			line: 2,
			column: 8,
		});
	});
});
