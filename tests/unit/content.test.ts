import { describe, expect, test } from 'vitest';
import { duplicateNames, duplicateParts, duplicateSlugs } from '../../src/desk/duplicates.ts';
import { colourProblems, literalProblems } from '../../src/desk/interface.ts';
import { articleProblems } from '../../src/desk/judge.ts';
import { misspeltAuthors } from '../../src/desk/misspelt-authors.ts';

const problemsOf = (name: string, source: string) =>
	articleProblems(`content/articles/${name}`, source, {
		exists: (path) => /^(?:\.\/(?:here|my photo)|\.\.\/pictures\/here)\.\w+$/.test(path),
		publications: new Map([
			['other', 0],
			['hidden', Infinity],
			['tomorrow', Date.parse('2999-01-01')],
		]),
	});

const EVENT = `
  name: منتدى
  starts: 2024-05-14
  ends: 2024-05-17
  timeZone: Africa/Tunis
  venue: { name: المركز, city: تونس, country: تونس, countryCode: TN }
  organizers: [ { name: الشعبة } ]`;

/** What a case changes in a sound article: values of its keys, or its text, which begins in line 10. */
type Change = Record<string, string | undefined>;

function article({ text, ...changes }: Change): string {
	const facts = {
		headline: 'عنوان طويل بما يكفي',
		dek: 'سطر تحت العنوان.',
		topic: 'المكتبات العامة',
		dateline: 'عمّان',
		source: '{ name: البلد }',
		published: '2024-05',
		...changes,
	};
	const keys = Object.entries(facts).flatMap(([key, value]) =>
		value === undefined ? [] : `${key}: ${value}\n`,
	);
	const section = changes['event'] ? '<Event>\n\nنص المقال.\n\n</Event>' : 'نص المقال.';
	return `---\n${keys.join('')}---\n\n${text ?? section}\n`;
}

/** What is told of it: in which line, of which key, with which words. */
type Told = [line: number | undefined, field: string | undefined, message: RegExp];

/** What is wrong, and stops the build. */
const BAD: [sentence: string, change: Change | string, told: Told][] = [
	[
		'a link whose address has spaces',
		'انظر [الموقع](https://example.org/a b).',
		[10, undefined, /example\.org\/a b\)» .*بلا مسافات/],
	],
	['an anchor with a percent sign', 'انظر [النسبة](#50%).', [10, undefined, /#50%» علامة %.*%25/]],
	[
		'an anchor of a part that the section has not',
		{
			forum: '\n  meetings: [ جلسة ]',
			text: 'انظر [الورش](#workshops).\n\n<Forum>\n\nنص المقال.\n\n</Forum>',
		},
		[12, undefined, /#workshops.*#forum #meetings/],
	],
	[
		'an address with brackets in angles',
		'انظر <https://example.org/a_(b)> اليوم.',
		[10, undefined, /\[النص\]\(https:\/\/example\.org\/a_\(b\)\)/],
	],
	[
		'an attribute that is computed',
		'<Note title={1 + 1}>\n\nنص.\n\n</Note>',
		[10, undefined, /القيمة بين \{ \} غير مسموحة في <Note>/],
	],
	[
		'a day that is not in the calendar',
		{ published: '2023-02-29' },
		[7, 'published', /^«2023-02-29» في صيغة صحيحة، ولا وجود له في التقويم/],
	],
	[
		'a gallery of one picture',
		'<Gallery>\n\n![وصف الصورة](./here.jpg)\n\n</Gallery>',
		[10, undefined, /صورة واحدة.*<Figure>/],
	],
	[
		'a gallery of thirteen',
		`<Gallery>\n\n${'![وصف الصورة](./here.jpg)\n\n'.repeat(13)}</Gallery>`,
		[10, undefined, /13 صورة، وأكثر ما فيه 12/],
	],
	['a gallery of none', '<Gallery>\n\n</Gallery>', [10, undefined, /بلا صور.*!\[الوصف\]/]],
	[
		'words in a gallery',
		'<Gallery>\n\n![وصف](./here.jpg)\n\n![وصف](./here.png)\n\nنص هنا.\n\n</Gallery>',
		[16, undefined, /ليس صورة.*خارجه/],
	],
	[
		'a picture without words in a gallery',
		'<Gallery>\n\n![وصف](./here.jpg)\n\n![](./here.png)\n\n</Gallery>',
		[14, undefined, /صورة بلا نص بديل/],
	],
	[
		'a gallery with an unknown attribute',
		'<Gallery columns="3">\n\n![وصف](./here.jpg)\n\n![وصف](./here.png)\n\n</Gallery>',
		[10, undefined, /columns غير معروفة في <Gallery>.*caption، credit/],
	],
	[
		'a figure of two pictures in a gallery',
		'<Gallery>\n\n![وصف](./here.jpg)\n\n<Figure>\n\n![وصف](./here.jpg)\n\n![وصف](./here.png)\n\n</Figure>\n\n</Gallery>',
		[14, undefined, /كل <Figure> لصورة واحدة/],
	],
	[
		'a wide figure in a gallery',
		'<Gallery>\n\n![وصف](./here.jpg)\n\n<Figure wide>\n\n![وصف](./here.png)\n\n</Figure>\n\n</Gallery>',
		[14, undefined, /wide في <Gallery>\. احذفها/],
	],
	[
		'a figure that is wide by a value',
		'<Figure wide="true">\n\n![وصف](./here.jpg)\n\n</Figure>',
		[10, undefined, /wide تُكتب بلا قيمة/],
	],
	[
		'a footnote as other programs write it',
		'قال ذلك[1].\n\n[1]: الصحيفة',
		[12, undefined, /«\[1\]: الصحيفة» يُقرأ رابطًا لا هامشًا.*\[\^1\]/],
	],
	['a draft that may be none', { draft: '' }, [8, 'draft', /draft بلا قيمة\. اكتبها/]],
	['a year alone', { published: '2024' }, [7, 'published', /تاريخ غير صالح.*\d{4}-\d\d-\d\d/]],
	[
		'an override of direction',
		'نص \u202Eمعكوس هنا.',
		[10, undefined, /U\+202E RIGHT-TO-LEFT OVERRIDE.*<bdi>/],
	],
	['a brace', 'نص { هنا.', [10, undefined, /القوس \{ لا يُغلق.*\\\{/]],
	[
		'a bidi control within code',
		'نص `a\u2066b` هنا.',
		[10, undefined, /U\+2066 LEFT-TO-RIGHT ISOLATE/],
	],
	[
		'a country by its name for a code',
		{ event: EVENT.replace('TN', 'Tunisia') },
		[13, 'event.venue.countryCode', /ISO 3166-1/],
	],
	['an anchor of no section', 'انظر [القسم](#forum).', [10, undefined, /#forum.*المواضع/]],
	[
		'an end before the start',
		{ event: EVENT.replace('2024-05-17', '2024-05-13') },
		[11, 'event.ends', /ends قبل البداية starts/],
	],
	['an override of direction as an entity', 'نص &#x202E;معكوس.', [10, undefined, /U\+202E/]],
	['an expression', 'نص {process.env.HOME} هنا.', [10, undefined, /عبارات \{ \}/]],
	[
		'a colon within braces of YAML',
		{ source: '{ name: البلد: الورقية }' },
		[6, undefined, /ضع كل نص فيه : .* بين علامتي " "/],
	],
	[
		'a footnote with an Arabic name',
		'نص[^هامش].\n\n[^هامش]: هامش المقال.',
		[12, undefined, /الهامش \[\^هامش\] لا يصلح.*\[\^1\]/],
	],
	[
		'a footnote with spaces in its name, of one word',
		'نص.\n\n[^هامش أول]: كلمة',
		[12, undefined, /الهامش \[\^هامش أول\] لا يصلح/],
	],
	[
		'a reference with spaces in its name',
		'نص[^هامش أول].',
		[10, undefined, /الهامش \[\^هامش أول\] لا يصلح/],
	],
	[
		'a footnote that is defined twice',
		'نص[^1].\n\n[^1]: هامش المقال.\n\n[^1]: هامش آخر.',
		[14, undefined, /\[\^1\] معرَّف مرتين/],
	],
	['a reference without its footnote', 'نص[^1].', [10, undefined, /\[\^1\] بلا نص.*\[\^1\]: ثم/]],
	[
		'a footnote without its reference',
		'نص.\n\n[^1]: هامش المقال.',
		[12, undefined, /\[\^1\] لا يُشار إليه/],
	],
	[
		'a hashtag, which is a comment to YAML',
		{ headline: 'المكتبات تطلق وسم #مكتبات_2030 لدعم البلد' },
		[2, undefined, /#مكتبات_2030.*وما بعد # لا يُنشر.*علامتي " "/],
	],
	[
		'a jump in the levels of headings',
		'## عنوان\n\n#### فرع\n\nنص.',
		[12, undefined, /من 2 إلى 4.*###/],
	],
	[
		'a heading of level two within a section',
		'<Event>\n\n## عنوان\n\nنص.\n\n</Event>',
		[12, undefined, /داخل قسم.*###/],
	],
	['a heading of level one', '# عنوان\n\nنص.', [10, undefined, /العلامة # محجوزة للعنوان/]],
	[
		'a headline that begins with &',
		{ headline: '&عاجل نبأ طويل من عمّان' },
		[2, undefined, /علامة & .*علامتي " "/],
	],
	[
		'a headline that begins with @',
		{ headline: '@البلد تطلق حسابًا' },
		[2, undefined, /علامتي تنصيص: headline: "@البلد/],
	],
	[
		'a headline that begins with a backtick',
		{ headline: '`عاجل` نبأ من عمّان' },
		[2, undefined, /علامتي تنصيص: headline: "`عاجل`/],
	],
	[
		'a headline that begins with a brace',
		{ headline: '{عاجل} نبأ من عمّان' },
		[2, undefined, /علامتي تنصيص: headline: "\{عاجل\} نبأ/],
	],
	[
		'a headline that begins with a bracket',
		{ headline: '[عاجل] نبأ من عمّان' },
		[2, undefined, /علامتي تنصيص: headline: "\[عاجل\] نبأ/],
	],
	[
		'a headline with a colon',
		{ headline: 'الوزير: نعمل من أجل الجميع' },
		[2, undefined, /علامتي تنصيص: headline: "الوزير: نعمل من أجل الجميع"$/],
	],
	[
		'a headline that begins with a dash',
		{ headline: '- نبأ من عمّان' },
		[2, undefined, /علامتي تنصيص: headline: "- نبأ/],
	],
	[
		'a headline that begins with !',
		{ headline: '! نبأ طويل من عمّان' },
		[2, undefined, /علامة ! .*علامتي " "/],
	],
	[
		'a headline that begins with %',
		{ headline: '%50 من السكان يقرؤون' },
		[2, undefined, /علامتي تنصيص: headline: "%50 من/],
	],
	[
		'a headline that begins with quotes',
		{ headline: '"نعم" قالها الوزير' },
		[2, undefined, /علامتي تنصيص: headline: '"نعم" قالها الوزير'$/],
	],
	[
		'a headline that begins with *',
		{ headline: '*عاجل* نبأ من عمّان' },
		[2, undefined, /علامتي تنصيص: headline: "\*عاجل\*/],
	],
	[
		'a headline that begins with * and is one word',
		{ headline: '*عاجل' },
		[2, undefined, /علامة \* .*علامتي " "/],
	],
	['a comment of HTML', '<!-- ملاحظة -->', [10, undefined, /\{\/\* … \*\/\}/]],
	[
		'a PDF as a picture',
		'![تقرير المنتدى](./a.pdf)',
		[10, undefined, /a\.pdf» ليس صورة مقبولة.*png/],
	],
	[
		'a picture with a percent sign in its name',
		'![وصف الصورة](./صورة%.jpg)',
		[10, undefined, /صورة%\.jpg» علامة %.*سمِّ الملف/],
	],
	[
		'a picture with a question mark in its name',
		'![وصف الصورة](./ask%3F.jpg)',
		[10, undefined, /ask%3F\.jpg» علامة \? .*سمِّ الملف بلا \?\./],
	],
	[
		'a picture with a hash in its name',
		'![وصف الصورة](./photo%231.jpg)',
		[10, undefined, /علامة # .*سمِّ الملف بلا #\./],
	],
	[
		'a picture with an encoded percent sign in its name',
		'![وصف الصورة](./50%25.jpg)',
		[10, undefined, /علامة % .*سمِّ الملف بلا %\./],
	],
	[
		'an SVG as a picture',
		'![رسم المنتدى](./a.svg)',
		[10, undefined, /a\.svg» ليس صورة مقبولة.*png/],
	],
	[
		'a picture with spaces in its name',
		'![وصف الصورة](./my photo.jpg)',
		[10, undefined, /my photo.*بلا مسافات، وسمِّ الملف/],
	],
	[
		'a picture in a folder of Windows',
		'![وصف الصورة](photos\\a.jpg)',
		[10, undefined, /علامة \\، .*اكتب \.\/photos\/a\.jpg$/],
	],
	[
		'a picture without its sign',
		'انظر [وصف الصورة](./here.jpg)',
		[10, undefined, /إلى ملف صورة لا يُنشر هكذا.*علامة ! قبلها/],
	],
	['a picture without words for it', '![](./here.jpg)', [10, undefined, /بلا نص بديل/]],
	['an import', 'import Evil from "./evil.js"\n\nنص.', [10, undefined, /import/]],
	['a year that is a slip', { published: '0206-05-05' }, [7, 'published', /^السنة 0206 خطأ/]],
	['a Hijri year', { published: '1436-09-10' }, [7, 'published', /^السنة 1436 هجرية.*2015-06-23/]],
	[
		'a date in words',
		{ published: 'مايو 2024' },
		[7, 'published', /^تاريخ غير صالح\. اكتب 2024-05\.$/],
	],
	[
		'a day that may be a month',
		{ published: '3/4/2026' },
		[7, 'published', /اكتب 2026-04-03 إن كان اليوم قبل الشهر\.$/],
	],
	['a day that no month has', { published: '31/2/2026' }, [7, 'published', /اكتب 2015-06 أو/]],
	['a comma behind a date', { published: '2026-11-25,' }, [7, 'published', /اكتب 2026-11-25\.$/]],
	[
		'an offset without its colon',
		{ published: '2026-11-25 14:30 +0300' },
		[7, 'published', /اكتب 2026-11-25T14:30\+03:00\.$/],
	],
	[
		'a moment as programs write it',
		{ published: '2026-11-25T14:30:15.000Z' },
		[7, 'published', /اكتب 2026-11-25T14:30:15Z\.$/],
	],
	[
		'a telephone number in ٠-٩',
		'اتصل [بنا](tel:٠٩١٢٣).',
		[10, undefined, /لا يطلبه الهاتف.*: tel:09123$/],
	],
	['a kind by its name', { kind: 'الرأي' }, [8, 'kind', /اكتب opinion\.$/]],
	[
		'a source at home',
		{ source: '{ name: نص, url: "https://localhost/a" }' },
		[6, 'source.url', /^رابط إلى جهازك/],
	],
	[
		'an address with a space',
		{ source: '{ name: نص, url: "https://example.org/a b" }' },
		[6, 'source.url', /^في الرابط مسافة/],
	],
	[
		'an Arabic comma between keys',
		{ source: '{ name: نص، url: https://example.org/ }' },
		[6, undefined, /^الفاصلة العربية لا تفصل بين مفتاحين/],
	],
	[
		'an item without its space',
		{ authors: '\n- سالم\n-علي' },
		[10, undefined, /^بعد - مسافة ناقصة\. اكتب: - علي$/],
	],
	...['other.mdx', './other', '../articles/other/'].map(
		(url): [string, Change, [number, undefined, RegExp]] => [
			`the file of an article, ${url}`,
			{ text: `[نص](${url})` },
			[10, undefined, /إلى ملف مقال.*: \/articles\/other\/$/],
		],
	),
	[
		'a link that is a script',
		'انظر [الموقع](javascript:alert(1)).',
		[10, undefined, /javascript:alert\(1\).*غير مقبول/],
	],
	[
		'a latitude without its longitude',
		{ event: EVENT.replace('TN', 'TN, latitude: 36.8') },
		[13, 'event.venue', /latitude و longitude معًا/],
	],
	[
		'a latitude beyond the pole',
		{ event: EVENT.replace('TN', 'TN, latitude: 96.8, longitude: 3') },
		[13, 'event.venue.latitude', /أكبر من 90/],
	],
	[
		'a link within a link',
		'انظر [هذا [الموقع](/about/) كله](/).',
		[10, undefined, /«\]\(\/\)».*رابطًا داخل رابط/],
	],
	[
		'a link to a draft',
		'انظر [المقال](/articles/hidden/).',
		[10, undefined, /\/articles\/hidden\/» إلى مسودة/],
	],
	[
		'a link to an article that is published later',
		'انظر [المقال](/articles/tomorrow/).',
		[10, undefined, /\/articles\/tomorrow\/» إلى مقال يُنشر بعد هذا/],
	],
	[
		'a link to no article',
		'انظر [المقال](/articles/none/).',
		[10, undefined, /\/articles\/none\/» إلى مقال غير موجود/],
	],
	[
		'the link of a telephone with spaces',
		'اتصل [بنا](tel:+962 2469 6000).',
		[10, undefined, /بلا مسافات: \]\(tel:\+96224696000\)\.$/],
	],
	[
		'a link to an article without its slash',
		'انظر [المقال](/articles/other#event).',
		[10, undefined, /\/articles\/other\/#event$/],
	],
	[
		'the end of a day',
		{ published: '2024-05-31T24:00:00+03:00' },
		[7, 'published', /اكتب 2024-06-01T00:00:00\+03:00، أو صحّح الساعة\.$/],
	],
	[
		'a value with a space in its quotation marks',
		{ kind: '"opinion "' },
		[8, 'kind', /^«opinion » فيها مسافة أو أرقام أخرى\. اكتب opinion وحدها/],
	],
	['no dek', { dek: undefined }, [2, 'dek', /المفتاح dek ناقص/]],
	[
		'a picture that is not there',
		'![وصف الصورة](./none.jpg)',
		[10, undefined, /\.\/none\.jpg» غير موجودة/],
	],
	[
		'a day and a moment',
		{ event: EVENT.replace('2024-05-17', '2024-05-17T18:00:00+01:00') },
		[11, 'event.ends', /بصيغة واحدة/],
	],
	[
		'a section within a section',
		'<Event>\n\n<Forum>\n\nنص.\n\n</Forum>\n\n</Event>',
		[12, undefined, /<Forum> داخل <Event>/],
	],
	[
		'an empty list',
		{ event: EVENT.replace('[ { name: الشعبة } ]', '[]') },
		[14, 'event.organizers', /قائمة فارغة/],
	],
	[
		'a programme after the event',
		{
			event: EVENT,
			forum: '\n  programme: [ { date: 2024-05-18, items: [ جلسة ] } ]',
			text: '<Event>\n\nنص المقال.\n\n</Event>\n\n<Forum>\n\nنص المقال.\n\n</Forum>',
		},
		[16, 'forum.programme[0].date', /من 2024-05-14 إلى 2024-05-17/],
	],
	[
		'a tag of HTML',
		'نص <b onclick="alert(1)">غليظ</b>.',
		[10, undefined, /<b> من HTML.*\*\*النص\*\*/],
	],
	[
		'a picture from elsewhere',
		'![وصف الصورة](https://example.org/a.jpg)',
		[10, undefined, /ليست من ملفات الموقع/],
	],
	[
		'a section twice',
		'<Event>\n\nنص.\n\n</Event>\n\n<Event>\n\nنص.\n\n</Event>',
		[16, undefined, /<Event> مكرر/],
	],
	['a script', '<script>alert(1)</script>', [10, undefined, /<script> من HTML.*احذفه بما فيه/]],
	[
		'a colon in the second line of a value',
		{ headline: 'عنوان طويل بما يكفي\n  الوزير: نعم' },
		[2, undefined, /لا تُقرأ البيانات من هنا\. راجع/],
	],
	['a headline of one letter', { headline: 'ق' }, [2, 'headline', /الطول 1.*2.*120/]],
	[
		'a component that is not closed',
		'<Note>\n\nنص.',
		[10, undefined, /الوسم <Note> لا يُغلق.*<\/Note>/],
	],
	[
		'an attribute that is not known',
		'<Note onclick="alert(1)">\n\nنص.\n\n</Note>',
		[10, undefined, /onclick غير معروفة في <Note>.*title/],
	],
	[
		'a component that is not known',
		'<Quote>نص</Quote>',
		[10, undefined, /<Quote> غير معروف.*<PullQuote>/],
	],
	[
		'a code of no country',
		{ event: EVENT.replace('TN', 'ZZ') },
		[13, 'event.venue.countryCode', /ISO 3166-1/],
	],
	['a key that is not known', { subtitle: 'سطر' }, [8, 'subtitle', /subtitle.*صحّح/]],
	[
		'a key of the venue that is not known',
		{ event: EVENT.replace('TN', 'TN, street: الشارع') },
		[13, 'event.venue.street', /street/],
	],
	[
		'a zone that is not known',
		{ event: EVENT.replace('Africa/Tunis', 'Africa/Carthage') },
		[12, 'event.timeZone', /IANA/],
	],
	[
		'an update before the publication',
		{ published: '2024-05-10', updated: '2024-05-09' },
		[8, 'updated', /updated قبل published/],
	],
	[
		"a code that is a country's no more",
		{ event: EVENT.replace('TN', 'UK') },
		[13, 'event.venue.countryCode', /ISO 3166-1/],
	],
	['a list for a text', { topic: '[ الخدمة ]' }, [4, 'topic', /يأخذ نصًا واحدًا/]],
	[
		'a quote that is not closed',
		{ headline: '"عنوان لم يُغلق' },
		[2, undefined, /علامة " لا تُغلق\. اكتب " في آخر القيمة/],
	],
	[
		'a picture by a definition',
		'![وصف الصورة][a]\n\n[a]: https://example.org/a',
		[10, undefined, /صورة رابطها في موضع آخر/],
	],
	[
		'a section within a note',
		'<Note>\n\n<Event>\n\nنص.\n\n</Event>\n\n</Note>',
		[12, undefined, /<Event> داخل <Note>/],
	],
	[
		'a heading of level three behind a section',
		'<Event>\n\n### فرع\n\nنص.\n\n</Event>\n\n### عنوان\n\nنص.',
		[18, undefined, /من 1 إلى 3.*##/],
	],
	['a comment with code behind it', 'نص {/* سر */ alert(1)}', [10, undefined, /عبارات \{ \}/]],
	[
		'a link of this site in another encoding',
		'انظر [الموقع](/%C7/).',
		[10, undefined, /علامة % .*%25/],
	],
	[
		'a link of a telephone with a space before it',
		'اتصل [بنا]( tel:+962 2469 6000 ).',
		[10, undefined, /بلا مسافات: \]\(tel:\+96224696000\)\.$/],
	],
	[
		'a language by its name',
		'قال <bdi lang="فرنسي">x</bdi>.',
		[10, undefined, /^lang="فرنسي" ليس رمز لغة/],
	],
	[
		'a direction that is none',
		'قال <bdi dir="left">x</bdi>.',
		[10, undefined, /^dir="left" ليس اتجاهًا/],
	],
	['a raised letter of HTML', 'المساحة 5 م<sup>2</sup>.', [10, undefined, /مثل م²\.$/]],
	[
		'an address that is not whole',
		'انظر [الموقع](https://).',
		[10, undefined, /^الرابط «https:\/\/» لا يُقرأ\. انسخه كاملًا/],
	],
	[
		'the address of a computer at home',
		'انظر [الموقع](https://192.168.1.5/a).',
		[10, undefined, /^الرابط «https:\/\/192\.168\.1\.5\/a» إلى جهازك أو شبكة داخلية/],
	],
	[
		'an address that hides its host behind an account',
		'انظر [الموقع](https://bank.example@other.example/).',
		[10, undefined, /^في الرابط «https:\/\/bank\.example@other\.example\/» حساب قبل @/],
	],
	[
		'a mail address with its scheme in angles',
		'اكتب إلى <mailto:info@example.org> اليوم.',
		[10, undefined, /\[النص\]\(mailto:info@example\.org\)/],
	],
	[
		'a headline with quotes of both kinds',
		{ headline: `"نعم" قالها 'الوزير' لنا` },
		[2, undefined, /headline: '"نعم" قالها ''الوزير'' لنا'$/],
	],
	[
		'a headline with a backslash',
		{ headline: '%50 من \\ السكان' },
		[2, undefined, /headline: "%50 من \\\\ السكان"$/],
	],
	[
		'a headline with a comment behind it',
		{ headline: '%50 من السكان # يُراجع' },
		[2, undefined, /headline: "%50 من السكان"$/],
	],
	[
		'a sign of YAML in a list',
		{
			awards: '\n  name: جائزة\n  aims:\n    - %50 من القراء',
			text: '<Awards>\n\nنص.\n\n</Awards>',
		},
		[11, undefined, /: - "%50 من القراء"$/],
	],
	[
		'a sign of YAML in a key of a key',
		{ awards: '\n  name: %50 من القراء', text: '<Awards>\n\nنص.\n\n</Awards>' },
		[9, undefined, /: name: "%50 من القراء"$/],
	],
	[
		'a tab for an indent',
		{ published: '2024-05\n\tauthors: [ أحمد ]' },
		[8, undefined, /السطر يبدأ بعلامة جدولة.*اكتب مكانها مسافات/],
	],
	['a dek that is too long', { dek: 'كلمة '.repeat(60) }, [3, 'dek', /الطول 299.*220/]],
];

/** What `npm run fix` can mend, or an editor should look at. */
const WARNED: typeof BAD = [
	[
		'a line that says who wrote',
		'**بقلم/ د. ليلى سعد**\n\nنص المقال.',
		[10, undefined, /^«بقلم\/ د\. ليلى سعد» سطر الكاتب.*في authors/],
	],
	[
		'a headline with a sign that the pictures cannot draw',
		{ headline: 'النفط عند ₺34' },
		[2, 'headline', /«₺» \(U\+20BA\)\. اكتبه بكلمات.*وإلا خلت بطاقة المشاركة من العنوان\.$/],
	],
	[
		'a topic in letters that the pictures cannot draw',
		{ topic: 'ⵜⴰⵎⴰⵣⵉⵖⵜ' },
		[4, 'topic', /وإلا خلت بطاقة المشاركة من الموضوع\.$/],
	],
	[
		'a time of summer with the offset of winter',
		{
			event: EVENT.replace('Africa/Tunis', 'Asia/Beirut')
				.replace('TN', 'LB')
				.replace(/starts: .*\n {2}ends: .*/, 'starts: 2027-07-28T10:30:00+02:00'),
			text: '<Event>\n\nنص المقال.\n\n</Event>',
		},
		[10, 'event.starts', /\+02:00 ليست إزاحة Asia\/Beirut.*اكتب 2027-07-28T10:30:00\+03:00/],
	],
	[
		'an hour that summer time leaves out',
		{
			event: EVENT.replace('Africa/Tunis', 'Europe/Paris')
				.replace('TN', 'FR')
				.replace(/starts: .*\n {2}ends: .*/, 'starts: 2026-03-29T02:30:00+01:00'),
			text: '<Event>\n\nنص المقال.\n\n</Event>',
		},
		[10, 'event.starts', /^الساعة 02:30 لا وجود لها في Europe\/Paris ذلك اليوم/],
	],
	[
		'a comma behind a value',
		{ topic: 'المكتبات العامة,' },
		[4, 'topic', /^العلامة , في آخر القيمة تُطبع معها\. احذفها\.$/],
	],
	[
		'an address at the end that no text names',
		'قال ذلك.\n\n[2]: https://example.org/a',
		[12, undefined, /\[2\]: …» يُقرأ رابطًا لا يذكره النص.*\[\^2\]:/],
	],
	[
		'a key that a template left without a value',
		{ updated: '' },
		[8, 'updated', /بلا قيمة، فكأنه لم يُكتب/],
	],
	[
		'a Latin comma in the words for a picture',
		'![تونس, الجزائر](./here.jpg)',
		[10, 'alt', /علامة , لاتينية/],
	],
	[
		'words for the leading picture that say nothing of it',
		{ picture: '{ src: ./here.jpg, alt: صورة, credit: لينا مراد }' },
		[8, 'picture.alt', /^«صورة» لا يقول ما في الصورة\. صِفه لمن لا يراها/],
	],
	[
		'hours in a zone that the place has not, as in what was copied',
		{
			event: EVENT.replace('Africa/Tunis', 'Asia/Dubai').replace(
				/starts: .*\n {2}ends: .*/,
				'starts: 2027-07-28T10:30:00+04:00',
			),
			text: '<Event>\n\nنص المقال.\n\n</Event>',
		},
		[
			11,
			'event.timeZone',
			/^ساعة Asia\/Dubai غير ساعة مكان الحدث \(TN\) يومئذ، فيقرأ الناس ساعة أخرى\. اكتب Africa\/Tunis، أو صحّح countryCode\.$/,
		],
	],
	[
		'sessions in a zone that a country of several has not',
		{
			event: EVENT.replace('Africa/Tunis', 'Asia/Dubai').replace('TN', 'US'),
			forum: `
  programme:
    - date: 2024-05-14
      sessions: [ { starts: 09:00, title: الافتتاح } ]`,
			text: '<Event>\n\nنص المقال.\n\n</Event>\n\n<Forum>\n\nنص المقال.\n\n</Forum>',
		},
		[12, 'event.timeZone', /\(US\) يومئذ.*اكتب منطقة مدينته، أو صحّح countryCode/],
	],
	[
		'two sessions at one time in one room',
		{
			event: EVENT,
			forum: `
  programme:
    - date: 2024-05-14
      sessions:
        - { starts: 09:00, ends: 10:30, title: الافتتاح, room: القاعة الكبرى }
        - { starts: 10:30, ends: 11:00, title: لقاء, room: القاعة الكبرى }
        - { starts: 09:00, title: حوار, room: قاعة أخرى }
        - { starts: 10:59, ends: 11:30, title: ورشة, room: القاعة الكبرى }`,
			text: '<Event>\n\nنص المقال.\n\n</Event>\n\n<Forum>\n\nنص المقال.\n\n</Forum>',
		},
		[
			22,
			'forum.programme[0].sessions[3].room',
			/^الجلستان «لقاء» و«ورشة» في وقت واحد وفي قاعة واحدة\. صحّح الوقت أو القاعة\.$/,
		],
	],
	[
		'a session that another one disturbs which goes on after midnight',
		{
			event: EVENT,
			forum: `
  programme:
    - date: 2024-05-14
      sessions:
        - { starts: 20:00, ends: 01:00, title: سهرة, room: القاعة الكبرى }
        - { starts: 22:00, ends: 23:00, title: حوار, room: القاعة الكبرى }`,
			text: '<Event>\n\nنص المقال.\n\n</Event>\n\n<Forum>\n\nنص المقال.\n\n</Forum>',
		},
		[20, 'forum.programme[0].sessions[1].room', /«سهرة» و«حوار» في وقت واحد/],
	],
	[
		'a link whose brackets are the other way round',
		'انظر (الموقع)[https://example.org/a] اليوم.',
		[10, undefined, /اكتب \[الموقع\]\(https:\/\/example\.org\/a\)$/],
	],
	...(
		[
			[
				'a picture',
				'![[a.jpg]]',
				/^«!\[\[a\.jpg\]\]» كتابة .* اكتب !\[الوصف\]\(\.\/photo\.jpg\)\.$/,
			],
			['a link', '[[مقال|نص]]', /^«\[\[مقال\|نص\]\]» كتابة .* اكتب \[النص\]\(الرابط\)\.$/],
			['a mark', '==نص==', /^«==نص==» كتابة .* بين \*\* و\*\*\.$/],
			['a note', '[!NOTE]', /^«\[!NOTE\]» كتابة .* بين <Note> و<\/Note>\.$/],
			['a footnote', '^[هامش]', /^«\^\[هامش\]» كتابة .* \[\^1\]: النص\.$/],
		] as const
	).map(([name, sign, told]): [string, string, [number, undefined, RegExp]] => [
		`${name} as Obsidian writes it`,
		sign,
		[10, undefined, told],
	]),
	['a formula of LaTeX', 'الطاقة $E=mc^2$ ثابتة.', [10, undefined, /^صيغة LaTeX لا تُرسم/]],
	[
		'two names with a stroke between',
		{ authors: '\n- مريم / ليلى' },
		[9, 'authors[0]', /«مريم \/ ليلى» يُقرأ اسمًا واحدًا\. إن كانا اسمين فاكتب الفاصلة ,/],
	],
	[
		'a title with a stroke',
		{ authors: '[ د/ ليلى سعد ]' },
		[8, 'authors[0]', /^لا شرطة بعد اللقب\. اكتب «د\. ليلى سعد»\.$/],
	],
	[
		'a name that stands twice',
		{ authors: '[ مريم عليّ, "مريم  علي" ]' },
		[8, 'authors[1]', /^الاسم «مريم {2}علي» مكرر/],
	],
	[
		'a dek that is the headline',
		{ dek: 'عُنوان طويل، بما يكفي.' },
		[3, 'dek', /^المفتاح dek يكرر headline/],
	],
	[
		'a headline with a full stop',
		{ headline: 'ارتفع السعر إلى 25.' },
		[2, 'headline', /^لا نقطة في آخر العنوان/],
	],
	[
		'an update next year',
		{ updated: '2999-01-01' },
		[8, 'updated', /^التاريخ 2999-01-01 لم يأتِ بعد/],
	],
	[
		'a correction next year',
		{ corrections: '[ { date: 2999-01-01, text: كان كذا. } ]' },
		[8, 'corrections[0].date', /^التاريخ 2999-01-01 لم يأتِ بعد/],
	],
	[
		'a link that is a number alone',
		'صدر القرار [31/2024](https://docs.example/31) أمس.',
		[
			10,
			undefined,
			/^الرابط «31\/2024» رقم وحده.*مثل \[القرار 31\/2024\]\(https:\/\/docs\.example\/31\)\.$/,
		],
	],
	[
		'a link without TLS',
		'انظر [الموقع](http://example.org/).',
		[10, undefined, /http:\/\/example\.org\/.*https:\/\//],
	],
	[
		'a source without TLS',
		{ source: '{ name: البلد, url: "http://example.org/" }' },
		[6, 'source.url', /https:\/\//],
	],
	['a Latin comma', 'مدينة تونس, الجزائر.', [10, undefined, /علامة , لاتينية.*«،»/]],
	[
		'a Persian letter',
		{ dek: 'المدنی والعامة.' },
		[3, 'dek', /U\+06CC ARABIC LETTER FARSI YEH.*U\+064A/],
	],
	['straight quotes', 'قال: "نعم" ومضى.', [10, undefined, /اكتب «نعم»/]],
	['a tatweel', 'الخـــدمة العامة.', [10, undefined, /U\+0640 ARABIC TATWEEL/]],
	[
		'a Latin comma in the title of a link',
		'انظر [الصفحة](/about/ "من نحن, وماذا نفعل").',
		[10, 'title', /علامة , لاتينية/],
	],
	[
		'a Latin comma in the title of a picture',
		'![وصف الصورة](./here.jpg "صورة, أخرى")',
		[10, 'title', /علامة , لاتينية/],
	],
	[
		'a Latin comma in the title of a note',
		'<Note title="تنبيه, مهم">\n\nنص.\n\n</Note>',
		[10, 'title', /علامة , لاتينية/],
	],
	[
		'a Latin semicolon in the second name of a list',
		{ authors: '[ أحمد, "مريم; ليلى" ]' },
		[8, 'authors[1]', /بينهما ; يُقرآن اسمًا واحدًا/],
	],
	[
		'a Latin comma in a list of a list',
		{
			forum:
				'\n  programme:\n    - { date: 2024-05-14, items: [ جلسة ] }\n    - { date: 2024-05-15, items: [ جلسة, "ختام, ثم عشاء" ] }',
			text: '<Forum>\n\nنص.\n\n</Forum>',
		},
		[11, 'forum.programme[1].items[1]', /علامة , لاتينية/],
	],
	[
		'rows that were copied from a sheet',
		'العام\tالطلبة\n2025\t402,316',
		[10, undefined, /^جدول منسوخ من Excel .* \| --- \| --- \|$/],
	],
	[
		'a table without the line under its head',
		'|الاسم|العدد|\n|أحمد|5|',
		[10, undefined, /^جدول بلا سطر تحت رأسه.*: \| --- \| --- \|$/],
	],
	[
		'what is counted in words, a line each',
		'أولًا: قبول الطعن.\nثانيًا: إعادة الملف إلى المحكمة.',
		[11, undefined, /^«ثانيًا:» لا تبدأ سطرًا/],
	],
	[
		'a link that says another site',
		'انظر [example.com](https://example.org/a).',
		[10, undefined, /^نص الرابط يذكر example\.com، والرابط إلى example\.org/],
	],
	[
		'a link by way of Google',
		'انظر [هنا](https://www.google.com/url?q=https://example.org/a&sa=D).',
		[10, undefined, /اكتب الرابط نفسه: https:\/\/example\.org\/a$/],
	],
	[
		'a link that tracks',
		'انظر [هنا](https://example.org/a?b=1&fbclid=x&utm_source=y).',
		[10, undefined, /\(fbclid، utm_source\)\. اكتب: https:\/\/example\.org\/a\?b=1$/],
	],
	[
		'the same in Arabic letters',
		'انظر https://example.org/مدونة/ب-ج?igsh=x.',
		[10, undefined, /اكتب: https:\/\/example\.org\/مدونة\/ب-ج$/],
	],
	[
		'a word between single waves',
		'شرب H~2~O ثم ~~سكت~~ نام.',
		[10, undefined, /^ما بين ~ و~ يُعرض مشطوبًا.*CO₂/],
	],
	[
		'two halves of a verse',
		'على قدر أهل العزم تأتي العزائم *** وتأتي على قدر الكرام المكارم',
		[10, undefined, /^علامة \*\*\* بين الشطرين .*<Verse>/],
	],
	[
		'two halves of a verse, the first with its sign',
		'ليلى تسائلني: متى ألقاك؟ *** فأجيبها: غدًا، ويأتيها غدُ!',
		[10, undefined, /^علامة \*\*\* بين الشطرين .*<Verse>/],
	],
	[
		'two halves of a verse with spaces between',
		'على قدر أهل العزم تأتي العزائم      وتأتي على قدر الكرام المكارم',
		[10, undefined, /^فراغ واسع بين كلمتين .*<Verse>/],
	],
	[
		'a bare address without TLS',
		'انظر http://example.org/a اليوم.',
		[10, undefined, /«http:\/\/example\.org\/a» غير مشفّر\. اكتب https:\/\/ /],
	],
	[
		'a stop behind a footnote without its space',
		'انتهى[^1].ثم بدأ.\n\n[^1]: هامش.',
		[10, undefined, /بعد علامة \. مسافة ناقصة/],
	],
	[
		'a word that is two parts of a line',
		'[كتاب](/about/)**«البلد»**',
		[10, undefined, /قبل علامة « مسافة ناقصة/],
	],
];

describe('a bad article is told its one problem, where it stands and how to mend it', () => {
	const tell = (name: string, source: string, [line, field, message]: Told, kind = 'error') =>
		expect(
			problemsOf(name, source).map(({ severity = 'error', mendable: _, ...told }) => ({
				kind: severity,
				...told,
			})),
		).toEqual([
			{
				kind,
				file: `content/articles/${name}`,
				...(line && { line, column: expect.any(Number) }),
				...(field && { field }),
				message: expect.stringMatching(message),
			},
		]);
	const changed = (change: Change | string) =>
		article(typeof change === 'string' ? { text: change } : change);

	test.each(BAD)('%s', (_sentence, change, told) => tell('a.mdx', changed(change), told));
	test.each(WARNED)('%s: a warning', (_sentence, change, told) =>
		tell('a.mdx', changed(change), told, 'warning'),
	);

	test.each([
		['Upper Case (1).mdx', /، مثل upper-case-1\.mdx\.$/],
		['Cafe\u0301.mdx', /، مثل cafe\.mdx\.$/],
		['report٢.mdx', /، مثل report2\.mdx\.$/],
		['a.md', /، مثل a\.mdx\.$/],
		['خبر.mdx', /، مثل book-fair-2026\.mdx\.$/],
	])('%s is told the name that fits', (name, message) =>
		tell(name, article({}), [undefined, undefined, message]),
	);

	test.each([
		['text', article({ text: '<<<<<<< HEAD\nنص.\n=======\nآخر.\n>>>>>>> b' }), 10],
		[
			'frontmatter',
			article({}).replace('dek:', '<<<<<<< HEAD\ndek: أ\n=======\ndek: ب\n>>>>>>> b\ndek:'),
			3,
		],
	])('a conflict of Git in the %s is told alone', (_, source, line) =>
		tell('a.mdx', source, [line, undefined, /^في الملف تعارض لم يُحلّ/]),
	);

	test('a file whose name is no address', () =>
		tell('Not-Kebab.mdx', article({}), [
			undefined,
			undefined,
			/Not-Kebab\.mdx.*حروف لاتينية صغيرة/,
		]));

	test('a file in a folder below', () =>
		tell('more/a.mdx', article({}), [undefined, undefined, /انقله إلى content\/articles\/a\.mdx/]));

	test.each([
		['without frontmatter', 'نص بلا بيانات.\n'],
		['whose frontmatter comes after a text', `نص.\n\n${article({})}`],
	])('a file %s', (_sentence, source) =>
		expect(problemsOf('a.mdx', source)[0]).toMatchObject({
			line: 1,
			message: expect.stringMatching(/لا بيانات في أول الملف\. ابدأه بسطر ---/),
		}),
	);
});

const head = (extra = '') => `---
headline: عنوان طويل بما يكفي
dek: سطر تحت العنوان.
topic: المكتبات العامة
dateline: عمّان
source: { name: البلد }
published: 2024-05
${extra}---

`;

describe('a good article is let through in peace', () => {
	test.each([
		['one without sections', `${head()}نص المقال.\n`],
		['one without any text', head()],
		[
			'links whose words name their site, or none',
			`${head()}[Example.com](https://www.example.com/a) و[news.example.com](https://example.com/) و[Node.js](https://nodejs.example/) و[x.com](https://twitter.com/a) و[a.pdf](https://example.org/a.pdf)\n`,
		],
		[
			'a sentence with a comma within a list',
			`${head('corrections: [ { date: 2024-06-01, text: كان العدد 300، والصواب 320. } ]\n')}نص.\n`,
		],
		['words that are meant, with a comma', `${head('sic: [ قال، ثم ]\n')}نص.\n`],
		['own reporting', `${head().replace('source: { name: البلد }\n', '')}نص المقال.\n`],
		['one whose frontmatter ends with spaces', `${head().replace(/---\n\n$/, '---  \n\n')}نص.\n`],
		['one with Windows line ends', `${head()}نص المقال.\n`.replaceAll('\n', '\r\n')],
		['a comment for the other writers', `${head()}نص المقال. {/* يُراجع */}\n`],
		[
			'a list, a table, a footnote',
			head() +
				'- بند\n- بند آخر\n\n| الاسم | العدد |\n| --- | --- |\n| عمّان | 3 |\n\nنص[^1].\n\n[^1]: هامش المقال.\n',
		],
		[
			'the components of the writers',
			head() +
				'<Note title="تنبيه">\n\nنص <bdi>ACK Libs</bdi> و<Ltr>+962 2469 6000</Ltr>.\n\n</Note>\n\n<PullQuote by="قائل">كلام يُقتبس.</PullQuote>\n\n<Figure caption="وصف" credit="المصوّر">\n\n![وصف الصورة](./here.jpg)\n\n</Figure>\n',
		],
		[
			'a wide figure',
			`${head()}<Figure caption="وصف" wide>\n\n![وصف الصورة](./here.jpg)\n\n</Figure>\n`,
		],
		[
			'a gallery of pictures and figures',
			`${head()}<Gallery caption="وصف" credit="المصوّر">\n\n![وصف الصورة](./here.jpg)\n![وصف الصورة](./here.png)\n\n{/* يُراجع */}\n\n<Figure caption="وصف">\n\n![وصف الصورة](./here.webp)\n\n</Figure>\n\n</Gallery>\n`,
		],
		['a gallery in one line', `${head()}<Gallery>![وصف](./here.jpg)![وصف](./here.png)</Gallery>\n`],
		[
			'a gallery of twelve',
			`${head()}<Gallery>\n\n${'![وصف الصورة](./here.jpg)\n\n'.repeat(12)}</Gallery>\n`,
		],
		['a picture whose name has spaces', `${head()}![وصف الصورة](<./my photo.jpg>)\n`],
		[
			'headings in sections and anchors to them',
			head() +
				'انظر [الحدث](#event) و[الخلفية](#alkhlfya).\n\n<Event>\n\n### الخلفية\n\nنص.\n\n</Event>\n\n<Forum>\n\n### أخرى\n\n#### فرع\n\nنص.\n\n</Forum>\n',
		],
		[
			'links within and out',
			head() +
				'انظر [الصفحة](/about/) و[الموقع](https://example.org/a_(b)?x=1,2) و[البريد](mailto:a@example.org) و[الهاتف](tel:+96224696000).\n',
		],
		[
			'anchors of the page itself and of footnotes',
			`${head()}انظر [النص](#content) و[العنوان](#headline) و[المزيد](#more) و[الهامش](#user-content-fn-1)[^1].\n\n[^1]: هامش.\n`,
		],
		[
			'anchors of its updates and corrections',
			`${head("updates: [ { at: '2024-05-02T10:30:00+03:00', text: نص التحديث. } ]\ncorrections: [ { date: 2024-06-01, text: كان العدد 300 والصواب 320. } ]\n")}انظر [التحديثات](#updates) و[آخرها](#update-20240502T0730Z) و[التصويب](#corrections).\n`,
		],
		['a picture in a folder beside', `${head()}![وصف الصورة](../pictures/here.jpg)\n`],
		[
			'writers of like names, with short forms, with «و» of their own, and a kind in spaces',
			`${head('authors: [ مي علي, مي عمر, Anna-Lena R., د. وسام م., محمد ولد أحمد ]\nkind: opinion\u00A0\ntopic: \u200Eثقافة\u00A0\nkicker: السعر 25 د.أ.\n').replace('topic: المكتبات العامة\n', '')}نص.\n`,
		],
		['a line that is broken behind a colon', `${head()}قال:\\\nنعم.\n`],
		[
			'signs without Arabic',
			`${head('event:\n  name: لقاء\n  starts: 2024-05-14\n  timeZone: Africa/Tunis\n  venue: { name: المركز, localName: "A...B", city: تونس, country: تونس, countryCode: TN }\n  organizers: [ { name: الشعبة } ]\n')}<Event>\n\nنص.\n\n</Event>\n`,
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
			'a draft that names another to read after it',
			`${head('draft: true\nrelated: [hidden, other]\n')}نص.\n`,
		],
		[
			'addresses that become links by themselves',
			`${head()}انظر https://example.org/a أو info@example.org اليوم.\n`,
		],
		[
			'an address abroad in letters of its own',
			`${head()}انظر [الموقع](https://example.org/%E3%C7).\n`,
		],
		[
			'links whose addresses are in angles',
			`${head()}زوروا [الموقع](<https://example.org/a>) و[الآخر][1].\n\n[1]: <https://example.org/b>\n`,
		],
		['a link whose address is in angles', `${head()}اتصل [بنا](<tel:+962 2469 6000>).\n`],
		[
			'the number of a telephone that is a link',
			`${head()}اتصل على [+962 2469 6000](tel:+96224696000) اليوم.\n`,
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
				.replace('topic: المكتبات العامة', 'topic: "الخدمة #العامة" # وسم')}نص.\n`,
		],
		[
			'headlines in quotes',
			`${head().replace('عنوان طويل بما يكفي', "'الوزير: «نعم» 100% و#عمّان'")}نص.\n`,
		],
		['letters that the faces lack', `${head()}نص پ ڤ گ € ² שלום 中文 😀 \uFD3Fنص\uFD3E.\n`],
		['code', `${head()}اكتب \`const a = "b"; // c, d?\` هنا.\n`],
		['a month updated by a day', `${head('updated: 2024-05-10\n')}نص.\n`],
		[
			'times with their offset',
			`${head(
				'event:\n  name: لقاء\n  starts: 2024-05-14T22:00:00-05:00\n  ends: 2024-05-15T01:00:00-05:00\n  timeZone: America/Lima\n  venue: { name: المركز, city: ليما, country: بيرو, countryCode: PE }\n  organizers: [ { name: الشعبة } ]\nforum:\n  programme: [ { date: 2024-05-15, items: [ جلسة ] } ]\n',
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
		['a heading by a line of =', 'نص.\n===', 10, /«===» تحت النص.*سطرًا فارغًا/],
		['a link without words', 'انظر [](https://example.org/).', 10, /بلا نص.*بين \[ \]/],
		['a cell that the table has no column for', '| أ | ب |\n| - | - |\n| 1 | 2 | 3 |', 12, /\(2\)/],
		['a cell that code parts', '| أ | ب |\n| - | - |\n| 1 | `a | b` |', 12, /\(2\)/],
		['a tag of HTML', 'نص <b>مهم</b> هنا.', 10, /<b> من HTML.*\*\*النص\*\*/],
		['a tag that only holds', '<p>نص.</p>', 10, /<p> من HTML.*أبقِ ما بداخله/],
		['a tag of Word', 'نص.<o:p></o:p>', 10, /<o:p> من HTML.*احذفه/],
		[
			'a text with its tags, from a site',
			'<p class="a">قال <strong>نعم</strong> و<b>لا</b>.</p>\n\n<ul>\n<li>بند</li>\n</ul>',
			10,
			/وسوم HTML عددها 5.*Ctrl\+Shift\+V.*<p> <ul>: احذفه.*<strong> <b>: اكتب \*\*النص\*\*؛ <li>: ابدأ/,
		],
		[
			'such a text whose tags are left open',
			'<p>نص <img src="a.jpg"> نص\n\n<p>نص',
			10,
			/وسوم HTML عددها 3.*<img>: ضع الصورة/,
		],
		['a tag whose name all objects have', '<constructor>نص</constructor>', 10, /احذفه/],
		['a tag that is left open', 'نص <img src="a.jpg"> نص.', 10, /!\[الوصف\].*&lt;/],
		[
			'quotation marks within a value',
			'<Figure caption="قال "نعم"">\n\n![وصف](./a.jpg)\n\n</Figure>',
			10,
			/<Figure> لا يُقرأ.*« »/,
		],
		[
			'a value without quotation marks',
			'<Note title=خلفية>\n\nنص.\n\n</Note>',
			10,
			/<Note>.*علامتي " "/,
		],
		[
			'a link to a file beside it',
			'في [التقرير](./report.pdf).',
			10,
			/<File src="\.\/report\.pdf"/,
		],
		['less than before a Latin letter', 'حيث a <b دائمًا.', 10, /فاكتب &lt;/],
		['a component in small letters', '<note>\n\nنص.\n\n</note>', 10, /اكتبه <Note>/],
		['code that is exported', 'export const a = 1;', 10, /لا يُسمح بـ import ولا export/],
		['letters that a PDF swapped', 'دولة اإلمارات.', 10, /«الإمارات»/],
		['a word from its end', 'قالت ةرازولا.', 10, /«الوزارة»/],
		['letters that are lost', 'نص \uFFFD.', 10, /UTF-8/],
		['a sign of a font', 'نص \uF0B7 نص.', 10, /مربعًا فارغًا/],
		['another encoding', 'نص Ø§Ù„Ø³Ù„Ø§Ù….', 10, /«السلام»/],
		['signs in another encoding', 'قال â€œنعم ثم سكت.', 10, /«“»/],
		['a Latin letter in another encoding', 'قهوة cafÃ© هنا.', 10, /«é»/],
		['letters as question marks', 'قال ???? ?????? ثم.', 10, /ضاعت حروفها/],
		[
			'letters as programs write them',
			'قال \\u0627\\u0644\\u0628\\u0627\\u0628 ثم.',
			10,
			/اكتب «الباب»/,
		],
		['a word from its end, with its article', 'قال ءارزولا ثم.', 10, /«الوزراء»/],
		['Latin words in braces', 'نص.\n\nنص {title} نص.', 12, /اكتب \\\{title\\\}/],
		['a line break of HTML in a table', '| أ<br>ب |\n| --- |\n| ج |', 10, /<br>.*احذفه/],
		[
			'a component that begins within a line',
			'نص.\n\nنص: <Note title="خلفية">\n\nنص.\n\n</Note>',
			12,
			/<Note> ليس في سطر وحده.*سطرًا فارغًا/,
		],
		[
			'one whose text begins beside it',
			'<Note>نص.\n\nنص.\n\n</Note>',
			10,
			/<Note> ليس في سطر وحده.*سطرًا فارغًا/,
		],
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
		['emphasis over a link', 'نص.\n\nو**«[نص](/)»**', 12, /\*\* تُطبع كما هي/],
		['a heading without its space', '##عنوان', 10, /بعد ## مسافة/],
		['a number in braces', 'نص.\n\nآية {169} هنا.', 12, /اكتب \\\{ و \\\}/],
		['words in braces', 'نص {كلام هنا} نص.', 10, /اكتب \\\{ و \\\}/],
		['a line break of HTML', 'نص.\n\nنص<br>نص.', 12, /<br>.*اكتب \\/],
		['angles as quotation marks', 'قال <<نعم>> ثم.', 10, /اكتب « »/],
		['less than', 'من <5 سنوات.', 10, /&lt;/],
		['less than, between letters', 'حيث x<y دائمًا.', 10, /&lt;/],
		['a link with a space', 'انظر [النص] (https://example.org/).', 10, /بلا مسافة/],
		['a picture with a space', '![وصف الصورة] (./here.jpg)', 10, /بلا مسافة/],
		['a pasted bullet', '• بند', 10, /«- »/],
		['who wrote', 'كتبت - ليلى سعد:\n\nنص.', 10, /^«كتبت - ليلى سعد:» سطر الكاتب/],
		['a minus that is taken for a bullet', '- 5 درجات الليلة.', 10, /فألصقها به: «-5»/],
		['a plus that is taken for a bullet', '+ 3.5% في شهر.', 10, /فألصقها به: «\+3\.5%»/],
		['a sign of more that is taken for a quotation', '> 60% منهم.', 10, /اكتب \\> مكان العلامة/],
		['an address in angles', 'انظر <https://example.org/a> اليوم.', 10, /\[النص\]/],
		['a mail address in angles', 'سالم <info@example.org> هنا.', 10, /\[النص\]/],
		['a heading by a line of -', 'نص.\n---\n\nنص.', 10, /«---» تحت النص.*سطرًا فارغًا/],
		['a heading without words', '##\n\nنص.', 10, /بلا نص/],
		['a sign of HTML that was escaped twice', 'السعر&amp;nbsp;دينار.', 10, /«&nbsp;».*اكتب مسافة/],
		['verse with a newline only', 'قفا نبك من ذكرى\nبسقط اللوى', 10, /سطرًا فارغًا.*<Verse>/],
	])('%s', (_, body, line, message) => {
		const [first, ...others] = told(`${head()}${body}\n`);
		expect(first).toEqual({ at: line, kind: 'warning', message: expect.stringMatching(message) });
		expect(others.filter(({ message: other }) => !/\*\*/.test(other))).toEqual([]);
	});

	test.each([
		['a list', '- 5 درجات في الساحل.\n- 3 درجات في الجبل.'],
		['an item that is announced', 'الفرق:\n\n- 5 درجات.'],
		['a quotation', '> 60 عامًا مرت.'],
		['a number with its sign', '-5 درجات الليلة.'],
	])('not %s that begins with a number', (_, body) => {
		expect(told(`${head()}${body}\n`)).toEqual([]);
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

	test('a source behind an account', () => {
		const source = head().replace(
			/source: .*/,
			'source: { name: وكالة, url: "https://bank.example@other.example/" }',
		);
		expect(told(source)).toEqual([
			{ at: 'source.url', kind: 'error', message: expect.stringMatching(/^في الرابط حساب قبل @/) },
		]);
	});

	test('an Arabic comma in a list of YAML', () => {
		expect(told(head('authors: [ سالم، علي ]\n'))).toEqual([
			{ at: 'authors[0]', kind: 'warning', message: expect.stringMatching(/بينهما ، يُقرآن.*,/) },
		]);
	});

	test.each([
		['Markdown', 'الوزير **يصل** غدًا إلى الميناء', /تُطبع \*\* كما هي/],
		['HTML', 'الوزير <b>يصل غدًا إلى الميناء', /تُطبع <b> كما هي/],
		[
			'a link of Markdown',
			'التفاصيل في [موقع اللجنة](https://example.org/?a=b)',
			/^البيانات نص بلا تنسيق، فيُطبع \[موقع اللجنة\]\(https:\/\/example\.org\/\?a=b\) كما هو\. اكتب كلماته وحدها، وضع الرابط أو الهامش في نص المقال\.$/,
		],
		['a footnote', 'أصول كلمة «سودان»[^1]', /يُطبع \[\^1\] كما هو/],
		[
			'paragraphs',
			'|\n  فُرز نصف الأصوات.\n\n  والباقي غدًا.',
			/^القيمة فقرة واحدة، فتُضم إليها الفقرات والقوائم التي بعدها\./,
		],
		['a list', '|\n  فُرز نصفها:\n  - الشمال\n  - الجنوب', /^القيمة فقرة واحدة/],
		[
			'a verse of a mushaf outside <Quran>',
			'قال ﴿وَجَعَلۡنَا مِنَ ٱلۡمَآءِ﴾ (سورة الأنبياء:30).',
			/<Quran surah="الأنبياء" ayah="30">/,
		],
		[
			'a verse with its place behind a stroke',
			'قال ﴿وَجَعَلۡنَا مِنَ ٱلۡمَآءِ﴾ (الأنبياء/30).',
			/<Quran surah="الأنبياء" ayah="30">/,
		],
		['a sign of HTML', 'الوزير&nbsp;يصل غدًا إلى الميناء', /«&nbsp;» رمز من HTML.*اكتب مسافة/],
	])('%s in a headline', (_, words, message) => {
		const [first] = told(`${head().replace('عنوان طويل بما يكفي', words)}نص.\n`);
		expect(first).toEqual({
			at: 'headline',
			kind: 'warning',
			message: expect.stringMatching(message),
		});
	});

	test('words beside a picture and in a title', () => {
		expect(told(`${head()}![نص, آخر](./here.jpg "عنوان, آخر")\n`)).toEqual([
			{ at: 'alt', kind: 'warning', message: expect.stringMatching(/علامة , لاتينية/) },
			{ at: 'title', kind: 'warning', message: expect.stringMatching(/علامة , لاتينية/) },
		]);
	});
});

test('a list of Word with numbers is no table', () => {
	const list = '•\tفصل 1\n•\tفصل 2\n\n1-\tفصل 1\n2-\tفصل 2\n';
	expect(told(head() + list).filter(({ message }) => /جدول/.test(message))).toEqual([]);
});

describe('what one newsroom or another writes is right', () => {
	test.each([
		['shadda before its vowel', 'مقد\u0645\u0651\u064Eة'],
		['a card told in part', 'بطاقة **** **** **** 4567 نص'],
		['marks of direction about Arabic', '\u200Fنص\u200E نص\u200F'],
		['letters of a PDF', 'قال \uFEE3\uFEA4\uFEE4\uFEAA.'],
		['signs without width', 'نص\u200Bنص\u00AD.\uFEFF'],
		['spaces within quotation marks and two in a row', 'قال « نعم » ( ثم )\u00A0 نص.'],
		['a quotation that opens each paragraph', '«فقرة.\n\n«فقرة.\n\n«آخرها».'],
		['emphasis beside a particle', 'و**«الثانية»** و** المجلس ** و**5%**تقريبًا.'],
		['a telephone number in parts', 'هاتف 011 462 3300 و+968 2469 6000.'],
		['a result', 'النجمة 0-2 الأنصار.'],
		['addresses without their scheme', 'انظر www.example.com و[النص](www.example.com/a?b=1).'],
		['an honorific that all devices have', 'محمد \uFDFA.'],
		['line ends of Word', `${'كلمة '.repeat(20)}\v${'كلمة '.repeat(20)}\vنهاية.`],
		['a line between two texts', 'نص.\n\n---\n\nنص.'],
		['a link around a picture', '[![وصف](./here.jpg)](https://example.org/)'],
		[
			'a row with a stroke of the text and one of code',
			'| أ | ب |\n| - | - |\n| 1 \\| 2 | `a \\| b` |',
		],
		['a row that has fewer cells', '| أ | ب |\n| - | - |\n| 1 |'],
		['a hashtag', '#وسم_من_كلمات هنا.'],
		['one dash at the start', '-نعم، قال.'],
		['a first line that tells of writing', 'كتب على الجدار: نعم.\n\nبقلم: سامر علي'],
		['a pencil', 'بقلم الرصاص كتب اسمه.'],
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

describe('a problem stands where its sign does', () => {
	test.each<[string, Change, line: number, column: number]>([
		['in a fact', { dek: 'نص, آخر' }, 3, 8],
		['in a fact that is written otherwise, where it begins', { dek: '"نص\\tثم, عاد"' }, 3, 6],
		['in a paragraph', { text: 'نص أول.\n\nنص, آخر' }, 12, 3],
		['in a paragraph of several lines', { text: `${'كلمة '.repeat(20)}\nنص, آخر` }, 11, 3],
		['in emphasis', { text: 'نص **ثم, آخر**' }, 10, 8],
		['behind a link', { text: '[نص](/about/) ثم, آخر' }, 10, 17],
		['behind an entity', { text: '**نص** أ &amp; ثم, عاد' }, 10, 18],
		['in a cell', { text: '| أ | ب |\n| --- | --- |\n| ج | د, ه |' }, 12, 8],
	])('%s', (_case, change, line, column) =>
		expect(problemsOf('a.mdx', article(change))).toMatchObject([{ line, column }]),
	);

	test('and the problems of one line stand in the order of the line', () =>
		expect(
			problemsOf('a.mdx', article({ text: 'نص, ثم <Quote>نص</Quote> [قسم](#none)' })).map(
				({ column }) => column,
			),
		).toEqual([3, 8, 26]));
});

test('all problems of one article are told at once', () => {
	const source = `${head('subtitle: سطر\nupdated: 2014-01\n')
		.replace('headline: عنوان طويل بما يكفي', 'headline: ق')
		.replace('topic: المكتبات العامة\n', '')}<Quote>نص, آخر</Quote>\n\n[قسم](#none)\n`;
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
	[['a_b.mdx', 'a-b.mdx'], 2],
	[['x.mdx', 'more/x.mdx'], 2],
	[['x.mdx', 'x.md'], 2],
])('articles %j: %i of them share an address', (names, count) => {
	const found = duplicateSlugs(names.map((name) => `content/articles/${name}`));
	expect(found).toHaveLength(count);
	for (const { message } of found) for (const name of names) expect(message).toContain(name);
});

test('a colour for a section that is none is a problem of the facts', () =>
	expect(colourProblems({ accent: {}, sport: {}, forum: {} })).toEqual([
		{
			file: 'src/site.ts',
			field: 'colours.sport',
			message: 'لا قسم بهذا الاسم. الأقسام: event، forum، awards. صحّحه أو احذفه.',
		},
	]));

describe('the words of the interface', () => {
	test.each([
		["a: 'نص سليم، وآخر.',", 0],
		["a: 'نص, آخر',", 1],
		['a: (n: number) => `${n} دقائق`,', 0],
		['a: `${a}, نص`,', 1],
		["a: 'سطر\\nثم, آخر',", 1],
		["// تعليق, ليس من الواجهة\na: 'x, y',", 0],
		['a: "نص, آخر",', 1],
		["// the paper's own\na: 'نص, آخر',", 1],
		["/* don't: 'نص, آخر' */\na: 'https://example.org/', b: 'نص, آخر',", 1],
		["a: 'الأيام\u202E',", 1],
		['a: "الأيام\u202E",', 1],
	])('%s', (source, count) =>
		expect(literalProblems('src/strings.ts', source)).toHaveLength(count),
	);

	test('a problem is told with its place', () => {
		expect(literalProblems('src/strings.ts', "const a = {\n\tb: 'نص, آخر',\n};")[0]).toMatchObject({
			file: 'src/strings.ts',
			line: 2,
			column: 8,
		});
	});
});

describe('what is read after an article', () => {
	test.each([
		['is there', 'none', /none\/» إلى مقال غير موجود/],
		['is published', 'hidden', /hidden\/» إلى مسودة/],
		['is published by then', 'tomorrow', /tomorrow\/» إلى مقال يُنشر بعد هذا/],
		['is another', 'new', /«new» هو هذا المقال نفسه/],
	])('%s', (_case, slug, message) => {
		const problems = problemsOf('new.mdx', `${head(`related: [other, ${slug}]\n`)}نص.\n`);
		expect(problems).toEqual([
			expect.objectContaining({
				line: 8,
				field: 'related',
				message: expect.stringMatching(message),
			}),
		]);
	});

	test.each([
		['a file', '[other.mdx]', 'ليس اسم مقال. اكتب اسم ملفه بلا امتداده، مثل book-fair-2026.'],
		['one that is no list', 'other', 'المفتاح related يأخذ قائمة. اكتبه هكذا: related: [ other ]'],
		['four', '[other, other, other, other]', 'عناصر القائمة أكثر من 3. احذف ما زاد.'],
	])('%s is told once, with its mend', (_case, related, message) =>
		expect(
			problemsOf('new.mdx', `${head(`related: ${related}\n`)}نص.\n`).map(({ message }) => message),
		).toEqual([message]),
	);
});

test('a name is of one person', () => {
	const person = (file: string, name: string) => ({
		file: `content/people/${file}.mdx`,
		raw: `---\nname: ${name}\n---\n`,
	});
	const problems = duplicateNames([
		person('a', 'لينا مراد'),
		person('b', 'سامر علي'),
		person('c', '"لينا  مراد "'),
	]);
	const message =
		'الاسم «لينا مراد» لأكثر من كاتب: content/people/a.mdx، content/people/c.mdx. ميّز أحدهما، باسم أبيه مثلًا، فبالاسم يُعرف في authors.';
	expect(problems).toEqual([
		{ file: 'content/people/a.mdx', field: 'name', message },
		{ file: 'content/people/c.mdx', field: 'name', message },
	]);
});

test.each([
	['without its hamza', 'احمد مُنى', 'أحمد منى'],
	['with a title', 'د. أحمد منى', 'أحمد منى'],
	['with a title in full', 'الدكتوره سماح  عيسي', 'سماح عيسى'],
	['as its profile writes it', 'أحمد منى', undefined],
	['of another', 'أحمد منير', undefined],
])('an author is written as in the profile: %s', (_case, author, meant) =>
	expect(
		misspeltAuthors(
			[{ file: 'content/articles/a.mdx', raw: head(`authors: [ لينا مراد, "${author}" ]\n`) }],
			['أحمد منى', 'سماح عيسى'].map((name) => ({
				file: 'content/people/a.mdx',
				raw: `---\nname: ${name}\n---\n`,
			})),
		).map(({ field, message }) => [field, message]),
	).toEqual(
		meant
			? [
					[
						'authors[1]',
						`«${author.replace('  ', ' ')}» لا صفحة له بهذا الاسم، وفي content/people «${meant}». إن كان هو فاكتب اسمه كما فيها.`,
					],
				]
			: [],
	),
);

test('one part of a series is one article', () => {
	const part = (file: string, number: number, name = 'سلسلة') => ({
		file: `content/articles/${file}.mdx`,
		raw: head(`series: { name: ${name}, part: ${number} }\n`),
	});
	const problems = duplicateParts([part('a', 1), part('b', 2), part('c', 2), part('d', 2, 'أخرى')]);
	const message =
		'الجزء 2 من سلسلة «سلسلة» في أكثر من مقال: content/articles/b.mdx، content/articles/c.mdx. غيّر رقم أحدها.';
	expect(problems).toEqual([
		{ file: 'content/articles/b.mdx', field: 'series.part', message },
		{ file: 'content/articles/c.mdx', field: 'series.part', message },
	]);
});
