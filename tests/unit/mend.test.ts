import { describe, expect, test } from 'vitest';
import { mendArticle } from '../../src/desk/mend.ts';

const FILE = 'content/articles/a.mdx';
const HEAD = `---
headline: عنوان طويل بما يكفي
dek: سطر تحت العنوان.
topic: موضوع
dateline: مدينة
source: { name: وكالة }
published: 2015-06
---

`;
const KEYS = `headline: عنوان طويل بما يكفي
dek: سطر تحت العنوان.
topic: كتب
dateline: عمّان
published: 2024-05
`;
const body = (text: string) => {
	const mended = mendArticle(FILE, `${HEAD}${text}\n`).text;
	expect(mended.startsWith(HEAD)).toBe(true);
	return mended.slice(HEAD.length, -1);
};
const line = (text: string) => {
	const mended = mendArticle(FILE, HEAD.replace('dek: سطر تحت العنوان.', text)).text;
	return mended.split('\n')[2];
};

describe('a key of an earlier version is written anew where it has one right answer', () => {
	const mended = (delegates: string) =>
		mendArticle(
			FILE,
			HEAD.replace(
				'published: 2015-06\n',
				`published: 2015-06\nevent:\n  delegates: ${delegates}\n  name: لقاء\n`,
			),
		).text.split('\n');

	test.each<[string, string, string | undefined]>([
		[
			'delegates of one body, in lines',
			`
    - honorific: الدكتورة
      name: هدى
      organization: الوزارة
    - name: وائل
      organization: الوزارة`,
			'  delegation: { of: الوزارة, members: [ { honorific: الدكتورة, name: هدى }, { name: وائل } ] }',
		],
		[
			'delegates of one body, in a line',
			'[ { name: هدى, organization: "الوزارة: الثقافة" } ]',
			'  delegation: { of: "الوزارة: الثقافة", members: [ { name: هدى } ] }',
		],
		[
			'not those of two bodies',
			'[ { name: هدى, organization: الوزارة }, { name: وائل, organization: الجامعة } ]',
			undefined,
		],
		['not those of nobody knows whom', '[ { name: هدى } ]', undefined],
		[
			'not with a remark that would be lost',
			'\n    - name: هدى # رئيسة الوفد\n      organization: الوزارة',
			undefined,
		],
	])('%s', (_case, delegates, expected) => {
		const lines = mended(delegates);
		const at = lines.findIndex((line) => line.startsWith('  dele'));
		if (expected) expect(lines.slice(at, at + 2)).toEqual([expected, '  name: لقاء']);
		else expect(lines[at]).toMatch(/^ {2}delegates:/);
	});
});

describe('the text is mended', () => {
	test.each([
		['straight quotes', 'قال "نعم".', 'قال «نعم».'],
		['a list in Arabic digits', '١- بند\n٢- بند', '1. بند\n2. بند'],
		['a list of Word', '\uF0B7\tبند\no\tفرع', '- بند\n- فرع'],
		[
			'a list of Word with numbers',
			'•\tفصل 1\n•\tفصل 2\n\n1-\tفصل 1\n2-\tفصل 2',
			'- فصل 1\n- فصل 2\n\n1. فصل 1\n2. فصل 2',
		],
		['a list of Word without its fonts', '§\tبند\nØ\tبند', '- بند\n- بند'],
		['a stroke after the last line', 'شارع 12\\\nأطار\\\n\nنص.', 'شارع 12\\\nأطار\n\nنص.'],
		[
			'halves of a verse with a tab, spaces or a sign between',
			'<Verse>\n\tقفا نبك\tمن ذكرى\nيا ليل الصب    متى غده\nعلى قدر * أهل العزم الكرام\nأرى الأيام | تمضي بنا\n</Verse>',
			'<Verse>\n\tقفا نبك … من ذكرى\nيا ليل الصب … متى غده\nعلى قدر … أهل العزم الكرام\nأرى الأيام … تمضي بنا\n</Verse>',
		],
		['a heading without words', '##\n\nنص', '\n\nنص'],
		['curly quotes', 'قال \u201Cنعم\u201D.', 'قال «نعم».'],
		['single quotes', "قال 'نعم'.", 'قال «نعم».'],
		['quotes in quotes', 'قال "كتاب \u201Cالنور\u201D جيد".', 'قال «كتاب ‹النور› جيد».'],
		['guillemets in quotes', 'قال "كتاب «النور» جيد".', 'قال «كتاب ‹النور› جيد».'],
		['quotes in guillemets', '«قال "نعم" ثم».', '«قال ‹نعم› ثم».'],
		[
			'brackets of a PDF, twice in a line',
			'رقم )1(: النفقات )بالمليون(',
			'رقم (1): النفقات (بالمليون)',
		],
		['quotes in single ones', '«قال: ‹قل: "نعم"› ثم».', '«قال: ‹قل: «نعم»› ثم».'],
		[
			'quotes in quotes in quotes',
			`«قال ‹لا›، فرد: "قل: من 'الريس' إذن؟"».`,
			'«قال ‹لا›، فرد: ‹قل: من «الريس» إذن؟›».',
		],
		[
			'questions and answers, a line each',
			'س: ما العدد؟\nج: عشرة.\nوأكثر.\nس 2/ ومتى؟\n**ج:** غدًا.',
			'س: ما العدد؟\n\nج: عشرة.\nوأكثر.\n\nس 2/ ومتى؟\n\n**ج:** غدًا.',
		],
		['quotes across bold', 'قال **"نعم"** و"**لا**".', 'قال **«نعم»** و«**لا**».'],
		['quotes as entities', 'قال &quot;نعم&quot;.', 'قال «نعم».'],
		['angles', 'قال <<نعم>> ثم.', 'قال «نعم» ثم.'],
		['guillemets the wrong way round', 'قال و»نعم» ثم.', 'قال و«نعم» ثم.'],
		['Latin signs', 'قال, ثم; من?', 'قال، ثم؛ من؟'],
		['«and» apart from its word', 'و قال محمد و علي: « و نحن ».', 'وقال محمد وعلي: « ونحن ».'],
		['«and» twice', 'جاء هو و وأخوه و وزير و والده.', 'جاء هو وأخوه ووزير ووالده.'],
		[
			'what a chatbot left',
			'ثبت ذلك :contentReference[oaicite:2]{index=2}. ثم\uE200cite\uE202turn0search1\uE201.',
			'ثبت ذلك. ثم.',
		],
		[
			'notes of Word',
			'ثبت ذلك[[1]](#_ftn1).\n\n[[1]](#_ftnref1) المصدر نفسه.',
			'ثبت ذلك[^1].\n\n[^1]: المصدر نفسه.',
		],
		[
			'lines under a label in bold',
			'**الأحد 29 نوفمبر** \nفيلم «الميناء».\n\n**الإثنين**\nمعرض\nوندوة',
			'**الأحد 29 نوفمبر**\\\nفيلم «الميناء».\n\n**الإثنين**\nمعرض\nوندوة',
		],
		['not «and» before emphasis of underlines', 'قال و _نعم_ ثم.', 'قال و _نعم_ ثم.'],
		['not a formula', 'مادة Ca3(PO4)2 هنا.', 'مادة Ca3(PO4)2 هنا.'],
		['spaces about signs', 'قال ، ثم:نعم.وقال', 'قال، ثم: نعم. وقال'],
		['a space before what opens', 'كتاب«النور»(جديد)', 'كتاب «النور» (جديد)'],
		['a space between two words', 'الجامعةالعربية', 'الجامعة العربية'],
		['three dots', 'قال...', 'قال…'],
		['a space behind bold', '**تنويه:**نص', '**تنويه:** نص'],
		['a space after a number', 'سُجّلت 3حالات ونحو500قتيل.', 'سُجّلت 3 حالات ونحو 500 قتيل.'],
		['commas in a row, but at the end', 'قال،، ثم سكت،،،', 'قال، ثم سكت،،،'],
		['a range', 'من 23-26 يونيو.', 'من 23–26 يونيو.'],
		['digits of a sum, all or none', 'نص\n\n٥+٥=١٠ و٥×٥=٢٥', 'نص\n\n٥+٥=١٠ و5×5=25'],
		['digits of another family', 'عام ٢٠١٥ و١٢٫٥', 'عام 2015 و12.5'],
		['tatweel within a word', 'محمـــد', 'محمد'],
		['tatweel for a dash', 'فلان ـ رحمه الله ـ قال.', 'فلان – رحمه الله – قال.'],
		['Persian letters', 'کتاب ھذا علیه إلی', 'كتاب هذا عليه إلى'],
		['tags about words', 'قال <b>نعم</b> و<i> لا </i>ثم.', 'قال **نعم** و*لا* ثم.'],
		[
			'tags within tags',
			'<strong><span style="color:red">نعم</span></strong> <em>لا</em> <u>ثم</u><b></b>',
			'**نعم** *لا* ثم',
		],
		['a comment of HTML', 'نص.\n\n<!-- يُراجع -->', 'نص.\n\n{/* يُراجع */}'],
		['Persian letters in Arabic words', 'كتب عليکم الکتاب', 'كتب عليكم الكتاب'],
		[
			'bullets that are pictures',
			'المزايا:\n✅ نعم\n🇲🇷 لا\n\n▪️ بند\n▪️ بند',
			'المزايا:\n- ✅ نعم\n- 🇲🇷 لا\n\n- بند\n- بند',
		],
		['bullets', '• بند\n• بند آخر', '- بند\n- بند آخر'],
		['bullets in a row are a sign that parts', '•••', '•••'],
		['a long dash of tatweel', 'تونس \u0640\u0640 وكالات', 'تونس – وكالات'],
		['code of a forum', '[b]نص[/b] و[color=red]آخر[/color] ثم [عاجل] [b]', 'نص وآخر ثم [عاجل] [b]'],
		['code of another program', '[caption id="a"]نص[/caption] ثم【4†a】 نص', 'نص ثم نص'],
		[
			'quotation marks without their space',
			'على غرار"نعم ولا"، ثم"لا"وذهب',
			'على غرار «نعم ولا»، ثم «لا» وذهب',
		],
		['bullets in paragraphs', '•بند\n\n•بند آخر', '- بند\n\n- بند آخر'],
		['numbers with a dash', '1- بند\n2- بند آخر', '1. بند\n2. بند آخر'],
		['dashes without a space', '-بند\n-بند آخر', '- بند\n- بند آخر'],
		['a heading without a space', '##عنوان', '## عنوان'],
		['a link with a space', '[نص] (https://example.org/)', '[نص](https://example.org/)'],
		['braces', 'آية {169} هنا', 'آية \\{169\\} هنا'],
		['less than', 'من <5 سنوات', 'من &lt;5 سنوات'],
		['a line break of HTML', 'نص<br>نص<br/>', 'نص\\\nنص'],
		[
			'a component that begins within a line',
			'نص: <Note title="أ">نص.\n\nنص.\n\n</Note>',
			'نص:\n\n<Note title="أ">\n\nنص.\n\nنص.\n\n</Note>',
		],
		['headings that are too deep', '### أ\n\nنص.\n\n#### ب', '## أ\n\nنص.\n\n### ب'],
		['a control beside a space', '\u001A نص', ' نص'],
		[
			'rows of a sheet',
			'العام\tالطلبة\n2025\t402,316\n2026',
			'| العام | الطلبة |\n| --- | --- |\n| 2025 | 402,316 |\n| 2026 |  |',
		],
		[
			'cells that commas or semicolons part, as a sheet saves them',
			'الصنف,السعر,التغير\nالبصل,4.40,-12%\nالثوم,9,0%\n\nالصنف;السعر\nالبصل;4,40\nالثوم;9,10',
			'| الصنف | السعر | التغير |\n| --- | --- | --- |\n| البصل | 4.40 | -12% |\n| الثوم | 9 | 0% |\n\n| الصنف | السعر |\n| --- | --- |\n| البصل | 4,40 |\n| الثوم | 9,10 |',
		],
		[
			'lines of words between commas',
			'أحمد,علي\nسعيد,عمر\nليلى,هند',
			'أحمد، علي\nسعيد، عمر\nليلى، هند',
		],
		[
			'verses in columns stay',
			'قدر العزم\tالعزائم\nقدر الكرام\tالمكارم',
			'قدر العزم\tالعزائم\nقدر الكرام\tالمكارم',
		],
		[
			'a table without its line',
			'|الاسم|العدد|\n|أحمد|5|',
			'|الاسم|العدد|\n| --- | --- |\n|أحمد|5|',
		],
		[
			'a line of text under a table',
			'| أ | ب |\n| --- | --- |\n| 1 | 2 |\nنص تحته.',
			'| أ | ب |\n| --- | --- |\n| 1 | 2 |\n\nنص تحته.',
		],
		[
			'values of a component in the marks of a word processor, in none, with others in them',
			'<Figure caption=“نص” credit=”سالم”>\n\n![وصف](./a.jpg)\n\n</Figure>\n\n<PullQuote by=سالم>\n\nنص\n\n</PullQuote>\n\n<Note title="قال: "نعم" ثم">\n\nنص\n\n</Note>',
			'<Figure caption="نص" credit="سالم">\n\n![وصف](./a.jpg)\n\n</Figure>\n\n<PullQuote by="سالم">\n\nنص\n\n</PullQuote>\n\n<Note title="قال: «نعم» ثم">\n\nنص\n\n</Note>',
		],
		['arrows and squares for bullets', '➢ بند\n➢ بند\n\n■ بند', '- بند\n- بند\n\n- بند'],
		[
			'letters as programs write them',
			'قال \\u0627\\u0644\\u0628\\u0627\\u0628 ثم',
			'قال الباب ثم',
		],
		['a list of 1/', '1/ نص\n2/ نص', '1. نص\n2. نص'],
		['smiles and colons stay', 'شكرًا :) و ::1', 'شكرًا :) و ::1'],
		['the number of a car stays', 'لوحة السيارة أ ب 12-345', 'لوحة السيارة أ ب 12-345'],
		['doubled quotation marks', 'قال ""نعم"" ثم', 'قال ""نعم"" ثم'],
		[
			'text in a component',
			'<Note title="قال, ثم">\n\nقال, ثم\n\n</Note>',
			'<Note title="قال، ثم">\n\nقال، ثم\n\n</Note>',
		],
		['quotes in brackets in quotes', 'قال "كذا ("نعم") ثم".', 'قال «كذا (‹نعم›) ثم».'],
		['text in a quotation', '> قال, ثم\n> "نعم"', '> قال، ثم\n> «نعم»'],
		['text in a table', '| قال, ثم |\n| --- |\n| "نعم" |', '| قال، ثم |\n| --- |\n| «نعم» |'],
		[
			'a picture by its name alone',
			'![نص](باب 1.jpg) ![نص](<باب 1.jpg>)',
			'![نص](باب 1.jpg) ![نص](<./باب 1.jpg>)',
		],
		[
			'a picture by a path of Windows',
			'![نص](.\\صور\\a.jpg) ![نص](صور/a.jpg)',
			'![نص](./صور/a.jpg) ![نص](./صور/a.jpg)',
		],
		['words beside a picture', '![قال, ثم](./a.jpg)', '![قال، ثم](./a.jpg)'],
		[
			'braces behind words of the Quran that keep a sign',
			'<Quran surah="الفاتحة" ayah="1">نص <5</Quran>\n\nقال {نعم} ثم',
			'<Quran surah="الفاتحة" ayah="1">نص <5</Quran>\n\nقال \\{نعم\\} ثم',
		],
	])('%s', (_, before, after) => expect(body(before)).toBe(after));
});

describe('what is right, or asks for a person, is left as it is', () => {
	test.each([
		['code', '`قال, "نعم"`'],
		['a block of code', '```\nقال, "نعم"...\n```'],
		['an address', '[نص](https://example.org/a,b?c=...)'],
		['a name from the left', '<Ltr>قال, "نعم"</Ltr>'],
		['Kurdish, by its letters', 'کوردستان هەرێمێکە'],
		['the end of an entity that is unknown', 'نص &amp;foo; نص'],
		['another language', '<bdi lang="fa">کتاب</bdi>'],
		['a comment', '{/* قال, "نعم" {5} */}'],
		['a sign in words of the Quran', '<Quran surah="الفاتحة" ayah="1">\n\nنص <5 نص\n\n</Quran>'],
		['an override', 'قال \u202Eنص\u202C ثم'],
		['an isolate beside another name', 'قال \u2066UN\u2069 DESA ثم'],
		['an isolate before a number', 'قال \u2067نص\u2069 2010 ثم'],
		['a control in code', '`a \u001A b`'],
		['a control between letters', 'نص\u001Aنص'],
		['what is mended at reading', 'م\u0651\u064E \uFEFB « نعم »'],
		['particles with tatweel', 'لـ«النور» وبـ14 ولـCNN'],
		['hamza on tatweel', 'شَيۡـٔٗا'],
		['a Persian yeh at a word’s end', 'علی'],
		['a tag with its direction', 'قال <span dir="ltr">A-1</span> ثم.'],
		['a Persian sentence', 'کتابخانه ملی ایران در تهران است.'],
		['Persian words among Arabic ones', 'كتب بالفارسية: «یک کتاب» وفي کابل.'],
		['a quotation that is not closed', 'قال "نعم'],
		['a range at the start of a block', '23-26 يونيو'],
		['digits with a sign at the start of a block', '٥-٧ أيام'],
		['a turned number', 'بلغ 27.\u200F55'],
		['a word from its end', 'قالت ةرازولا'],
		['spelling', 'ذهب الى'],
		['one line that begins as a list', 'أ- بند وحيد'],
		['letters by which a law is cited', 'هي:\nأ) بند\nب) بند آخر\n\nأ- بند\n\nب- بند آخر'],
		['numbers by which a ruling is cited', '(1) بند\n(2) بند آخر\n\nنص\n\n(1) بند\n\n(2) بند آخر'],
		['a space at the border of bold', 'الجامعة**العربية**'],
		['Latin text', 'He said "yes", then left...'.replace('...', '.')],
		['an attribute with an expression', '<Note title={a}>\n\nنص\n\n</Note>'],
	])('%s', (_, text) => expect(body(text)).toBe(text));
});

describe('the frontmatter is mended where it stays what it was', () => {
	test.each([
		['a plain value', 'dek: قال, ثم', 'dek: قال، ثم'],
		['a value that needs quotes then', 'dek: قال:نعم', 'dek: "قال: نعم"'],
		['a value in quotes', 'dek: "قال, \\"نعم\\""', 'dek: "قال، «نعم»"'],
		['a value in single quotes', 'dek: \'قال, "نعم"\'', 'dek: "قال، «نعم»"'],
		['signs of HTML', 'dek: قال&nbsp;&laquo;نعم&raquo;', 'dek: قال «نعم»'],
		['signs of Markdown', 'dek: قال **نعم** <i>ثم</i> ~~لا~~', 'dek: قال نعم ثم لا'],
		['a list', 'authors: [ سالم، علي ]', 'authors: [ سالم, علي ]'],
		['a list, with other signs', 'authors: سالم؛ علي', 'authors: [ سالم, علي ]'],
		['words that are meant', 'sic: [ "قال, ثم" ]', 'sic: [ "قال, ثم" ]'],
	])('%s', (_, before, after) => expect(line(before)).toBe(after));
});

describe('slips of YAML with one right answer are mended', () => {
	test.each([
		['a colon in a headline', 'kicker: الوزير: نعمل', 'kicker: "الوزير: نعمل"'],
		['a colon behind a key in Arabic', 'التحديث: الوزير: نعمل', 'updated: "الوزير: نعمل"'],
		['a colon before a comment', 'kicker: الوزير: نعمل # تعليق', 'kicker: "الوزير: نعمل" # تعليق'],
		['a colon at the end', 'kicker: الوزير:', 'kicker: "الوزير:"'],
		['a colon behind a Latin word', 'kicker: 77% (95% CI: 67)', 'kicker: "77% (95% CI: 67)"'],
		['brackets before a text', 'kicker: [عاجل] خبر', 'kicker: "[عاجل] خبر"'],
		['an at sign', 'kicker: @نص', 'kicker: "@نص"'],
		['a hashtag alone', 'kicker: #نص: آخر', 'kicker: "#نص: آخر"'],
		['an ampersand, which names a value', 'kicker: &نص آخر', 'kicker: "&نص آخر"'],
		['a star, which asks for a name', 'kicker: *نص* آخر', 'kicker: "*نص* آخر"'],
		['quotes before a text', 'kicker: "نعم" قالها', 'kicker: "«نعم» قالها"'],
		['curly quotes for those of YAML', 'kicker: “نص: آخر”', 'kicker: "نص: آخر"'],
		['curly quotes around a date', 'updated: “2024-06”', 'updated: 2024-06'],
		['curly quotes around names', 'authors: [ “سالم”, “علي” ]', 'authors: [ سالم, علي ]'],
		['a date with strokes', 'updated: 25/11/2026', 'updated: 2026-11-25'],
		['a number for a text', 'kicker: 1.10', 'kicker: "1.10"'],
		['more digits than a number holds', 'kicker: 12345678901234567', 'kicker: "12345678901234567"'],
		['two names with a word between', 'authors: [ ريم و سامر ]', 'authors: [ ريم, سامر ]'],
		['two names, the word with the second', 'authors: [ ريم وسامر ]', 'authors: [ ريم, سامر ]'],
		['two names in a list of lines', 'authors:\n  - ريم و سامر', 'authors: [ ريم, سامر ]'],
		['what says who wrote', 'authors: بقلم ريم علي.', 'authors: [ ريم علي ]'],
		[
			'strokes behind titles',
			'authors: [ بقلم/ د/ ريم علي, أ.د/سامر, المهندس / نور ]',
			'authors: [ د. ريم علي, أ.د. سامر, المهندس نور ]',
		],
		['a name twice', 'authors: [ ريم, سامر, ريم ]', 'authors: [ ريم, سامر ]'],
		['an address behind a name', 'authors: [ ريم <r@x.example> ]', 'authors: [ ريم ]'],
		[
			'two whole names',
			'authors: [ لينا مراد وأحمد علي, نور ]',
			'authors: [ لينا مراد, أحمد علي, نور ]',
		],
		[
			'the signs of a text about the name of a picture',
			'picture: { src: <./صورة (1).jpg>, alt: نص, credit: نص }',
			'picture: { src: ./صورة (1).jpg, alt: نص, credit: نص }',
		],
		[
			'a picture by its name alone',
			'picture: { src: "صورة (1).JPG", alt: نص, credit: نص }',
			'picture: { src: ./صورة (1).JPG, alt: نص, credit: نص }',
		],
		[
			'a picture by a path of Windows',
			'picture: { src: .\\صور\\a.jpg, alt: نص, credit: نص }',
			'picture: { src: ./صور/a.jpg, alt: نص, credit: نص }',
		],
		['a date in Arabic digits', 'updated: ٢٠٢٦-١١-٢٥', 'updated: 2026-11-25'],
		[
			'hours in Arabic digits',
			'event: { opening: [ { days: كل يوم, from: ١٠:٠٠, to: "٢١:٣٠" } ] }',
			'event: { opening: [ { days: كل يوم, from: 10:00, to: 21:30 } ] }',
		],
		[
			'a telephone number in Arabic digits',
			'event: { contact: ٠٦ ٥٥٥ ٠١٤٢ }',
			'event: { contact: 06 555 0142 }',
		],
		[
			'one that is read as a number',
			'event: { contact: 45251234 }',
			'event: { contact: "45251234" }',
		],
		[
			'a place in Arabic digits',
			'awards: { categories: [ { name: نص, winners: [ { name: نص, place: ١ } ] } ] }',
			'awards: { categories: [ { name: نص, winners: [ { name: نص, place: 1 } ] } ] }',
		],
		['a date in words', 'updated: 25 تشرين الثاني 2026م', 'updated: 2026-11-25'],
		['a date in French', 'updated: 25 novembre 2026', 'updated: 2026-11-25'],
		['a date with a short month', 'updated: 25 nov. 2026', 'updated: 2026-11-25'],
		['a date as in America', 'updated: "Nov 25, 2026"', 'updated: 2026-11-25'],
		['a date in numbers as in America', 'updated: 11/25/2026', 'updated: 2026-11-25'],
		['a date with dashes of Word', 'updated: 2026–11–25', 'updated: 2026-11-25'],
		[
			'a date with both names of its month',
			'updated: 25 نوفمبر/تشرين الثاني 2026',
			'updated: 2026-11-25',
		],
		['a time as in French', 'updated: 2026-11-25 14h30', 'updated: 2026-11-25T14:30:00+03:00'],
		['a date as in Sweden', 'updated: 5 maj 2026', 'updated: 2026-05-05'],
		['a date with its weekday', 'updated: الأربعاء، 25 نوفمبر 2026', 'updated: 2026-11-25'],
		['so without a hamza', 'updated: الاحد 29 نوفمبر 2026', 'updated: 2026-11-29'],
		[
			'a time of the afternoon',
			'updated: 2026-11-25 02:30 م',
			'updated: 2026-11-25T14:30:00+03:00',
		],
		[
			'a time behind its word',
			'updated: 25 نوفمبر 2026 الساعة 10:30',
			'updated: 2026-11-25T10:30:00+03:00',
		],
		[
			'a time of the morning in words',
			'updated: 25 نوفمبر 2026، الساعة 12 صباحًا',
			'updated: 2026-11-25T00:00:00+03:00',
		],
		['a time in English', 'updated: 25/11/2026 7 PM', 'updated: 2026-11-25T19:00:00+03:00'],
		['a year of the common era', 'updated: 25 نوفمبر 2026 م', 'updated: 2026-11-25'],
		['a time without its offset', 'updated: 2026-11-25 9:05', 'updated: 2026-11-25T09:05:00+03:00'],
		['a date that may be another stays', 'updated: 3/4/2026', 'updated: 3/4/2026'],
		['a kind by its name', 'kind: تقرير', 'kind: report'],
		['an item without its space', 'authors:\n- سالم\n-علي', 'authors:\n- سالم\n- علي'],
		[
			'an Arabic comma between keys',
			'source: { name: البلد، url: https://a.example }',
			'source: { name: البلد, url: https://a.example }',
		],
		['no space after the colon', 'kicker:نص', 'kicker: نص'],
		['an Arabic semicolon for the colon', 'kicker؛ نص', 'kicker: نص'],
		['a no-break space after the colon', 'kicker:\u00A0نص', 'kicker: نص'],
		['bullets for dashes', 'authors:\n• سالم\n• علي', 'authors:\n- سالم\n- علي'],
		['a number in Arabic digits', 'series: { name: نص, part: ٢ }', 'series: { name: نص, part: 2 }'],
		['a wide colon', 'kicker： نص', 'kicker: نص'],
		['a bracket that is not closed', 'authors: [ سالم, علي', 'authors: [ سالم, علي ]'],
		['one of two brackets', 'authors: [ سالم ]\nsic: [ لاكن', 'authors: [ سالم ]\nsic: [ لاكن ]'],
		['a brace that is not closed', 'source: { name: البلد', 'source: { name: البلد }'],
		[
			'tabs',
			'source:\n\tname: البلد\n\turl: https://a.example',
			'source:\n  name: البلد\n  url: https://a.example',
		],
		['no-break spaces', 'source:\n\u00A0\u00A0name: البلد', 'source:\n  name: البلد'],
		['names without their list', 'authors: سالم، علي', 'authors: [ سالم, علي ]'],
		['a value without its list', 'sic: لاكن', 'sic: [ لاكن ]'],
		['a list of one for its value', 'kicker: [ نص ]', 'kicker: نص'],
		['a name for what has one', 'source: البلد', 'source: { name: البلد }'],
		['a key in capitals', 'Kicker: نص', 'kicker: نص'],
		['a key in Arabic, then its value', 'الكاتب: سالم', 'authors: [ سالم ]'],
	])('%s', (_, before, after) => {
		const frontmatter = (lines: string) => `---\n${KEYS}${lines}\n---\n\nنص.\n`;
		const { text } = mendArticle(FILE, frontmatter(before));
		expect(text).toBe(frontmatter(after));
		expect(mendArticle(FILE, text)).toEqual({ text, changes: [] });
	});

	test('a closing line that a word processor made another', () =>
		expect(mendArticle(FILE, `---\n${KEYS}—\n\nنص.\n`).text).toBe(`---\n${KEYS}---\n\nنص.\n`));
});

describe('slips of YAML that ask for a person are left', () => {
	test.each([
		['a quotation that is not closed', 'kicker: "نص'],
		['what may be a comment', 'kicker: نص #عاجل'],
		['what may be a comment before its lines', 'source: #عاجل\n  name: البلد'],
		['two keys in a line', 'source: name: البلد'],
		['a list that begins behind its key', 'authors: - سالم'],
		['a colon in the second line of a value', 'kicker: نص طويل\n  يكمل: هنا'],
		['a key twice', 'kicker: نص\nkicker: آخر'],
		['indents that differ', 'source:\n   name: البلد\n  url: https://a.example'],
		['names with more than the list takes', 'authors: [ { name: سالم, role: محرر } ]'],
		['a comma in what may be one value', 'sic: قال، ثم'],
		['an Arabic comma in words that are meant', 'sic: [ قال، ثم ]'],
		['two brackets that are not closed', 'authors: [ سالم, { علي'],
		['a tab where no key may stand in', '\tkicker: نص'],
		['several values for one', 'kicker: [ نص, آخر ]'],
		['a key that may be another', 'وصف: نص'],
		['a key that is there already', 'kicker: نص\nKicker: آخر'],
		['a type that YAML knows', 'kicker: !!str x'],
	])('%s', (_, lines) => {
		const text = `---\n${KEYS}${lines}\n---\n\nنص.\n`;
		expect(mendArticle(FILE, text)).toEqual({ text, changes: [] });
	});

	test('a value without its key', () => {
		const text = `---\n\tنص\n: نص\n${KEYS}---\n\nنص.\n`;
		expect(mendArticle(FILE, text).text).toContain('\n: نص\n');
	});
});

test('words that are meant are not mended', () => {
	const source = HEAD.replace('topic', 'sic: [ "قال, ثم" ]\ntopic');
	const text = `${source}قال, ثم قال, نعم\n`;
	expect(mendArticle(FILE, text).text).toBe(`${source}قال, ثم قال، نعم\n`);
});

test('each change is told with its line and the words around it', () => {
	const { changes } = mendArticle(FILE, `${HEAD}نص.\n\nقال, ثم.\n`);
	expect(changes).toEqual([{ line: 12, before: 'قال, ثم.', after: 'قال، ثم.' }]);
	expect(mendArticle(FILE, `${HEAD}قال, ثم.\n\nنعم, ثم.\n`).changes).toEqual([
		{ line: 10, before: 'قال, ثم.', after: 'قال، ثم.' },
		{ line: 12, before: 'نعم, ثم.', after: 'نعم، ثم.' },
	]);
});

test('line ends, marks and a byte order mark stay where nothing is wrong with them', () => {
	const source = `\uFEFF${HEAD}\u200Fقال, ثم\u200F\n`.replaceAll('\n', '\r\n');
	expect(mendArticle(FILE, source).text).toBe(source.replace(',', '،'));
});

test('what is mended is not mended again', () => {
	const text = [
		'قال "كتاب \u201Cالنور\u201D" , ثم:نعم...وقال <<لا>> {5} <5 محمـد ٢٠١٥',
		'• بند\n• بند , آخر',
		'أ- بند\nب- بند',
		'##عنوان',
	].join('\n\n');
	const once = mendArticle(FILE, HEAD + text).text;
	expect(mendArticle(FILE, once)).toEqual({ text: once, changes: [] });
});
