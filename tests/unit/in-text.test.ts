import { type Features, mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/article/markdown.ts';
import { readSource } from '../../src/article/source.ts';
import { AYAHS, surahLike, versesOf } from '../../src/article/surahs.ts';
import { articleProblems } from '../../src/desk/judge.ts';
import { mendArticle } from '../../src/desk/mend.ts';
import { formatSize } from '../../src/publisher/numbers.ts';

const FILE = 'content/articles/poem.mdx';
/** A sound article whose text begins in line 9. */
const article = (text: string) => `---
headline: عنوان طويل بما يكفي
dek: سطر تحت العنوان.
topic: ثقافة
dateline: عمّان
published: 2024-05
---

${text}
`;
const told = (text: string, size = 1) =>
	articleProblems(FILE, article(text), {
		exists: (path) => /^\.\/here\./.test(path),
		size: () => size,
		publications: new Map(),
	}).map(({ line, message }) => [line, message]);

const PICTURE = '\n\n![وصف الصورة](./here.jpg)\n\n';

describe('what is sound passes without a word', () => {
	test.each([
		['a classical poem', '<Verse by="المتنبي">\nصدر البيت … عجز البيت\nصدر آخر … وعجزه\n</Verse>'],
		['free verse in two stanzas', '<Verse>\nسطر قصير\nسطر ثانٍ\n\nسطر ثالث… وانتهى\n</Verse>'],
		['a gap in a line of free verse', '<Verse>\nيا ليل   طال\nقال – وهو يبكي – لا\n</Verse>'],
		['a picture that begins with its word', '![صورة جماعية للفريق](./here.jpg)'],
		['an interview', '<Interview>\n\n**متى بدأت؟**\n\nقبل عام.\n\n</Interview>'],
		[
			'an interview whose only question has a comment',
			'<Interview>\n\n**متى بدأت؟** {/* راجع */}\n\nقبل عام.\n\n</Interview>',
		],
		['a verse of the Quran', '<Quran surah="البقرة" ayah="255">\nٱللَّهُ لَآ إِلَٰهَ إِلَّا هُوَ\n</Quran>'],
		['verses within a sentence', 'قال: <Quran surah="آل عمران" ayah="1-2">الٓمٓ</Quran>، ثم سكت.'],
		['a surah without its hamza', '<Quran surah="الاسراء" ayah="111">كلام</Quran>'],
		['a surah behind its word', '<Quran surah="سورة البقرة" ayah="286">كلام</Quran>'],
		['free verse in breaths', '<Verse>\nيا نهر / خذني إليك / إلى أهلي\n</Verse>'],
		['verses with a dash', 'قال: <Quran surah="آل عمران" ayah="1 – 2">الٓمٓ</Quran>، ثم سكت.'],
		['a hadith', '<Hadith source="رواه مسلم">\n«الدين النصيحة».\n</Hadith>'],
		[
			'a film',
			`<Video url="https://youtu.be/a" title="فيلم قصير" length="1:04:32">${PICTURE}</Video>`,
		],
		['a post', `<Embed url="https://x.com/a/1" title="منشور الوزارة">${PICTURE}</Embed>`],
		['a file', '<File src="./here.pdf" title="التقرير كاملًا" />'],
	])('%s', (_name, text) => expect(told(text)).toEqual([]));

	test('a length in Arabic digits, but for what is told of all digits', () => {
		const video = `<Video url="https://youtu.be/a" title="فيلم" length="٤:٣٢">${PICTURE}</Video>`;
		expect(told(video)).toEqual([[9, expect.stringMatching(/^«٤:٣٢» .* اكتب 4:32\.$/)]]);
	});
});

test.each([
	['255', [255]],
	['١٠-١٢', [10, 12]],
	['1 – 5', [1, 5]],
	['أولى', undefined],
] as const)('verses %s', (ayah, verses) => expect(versesOf(ayah)).toEqual(verses));

describe('what is wrong is told with its mend', () => {
	test.each([
		['three halves', '<Verse>\nأول … ثانٍ … ثالث\n</Verse>', 10, /أكثر من شطرين/],
		[
			'halves parted by a sign',
			'<Verse>\nصدر البيت الأول | عجز البيت الأول\n</Verse>',
			10,
			/^بين الشطرين العلامة \|، فيُعرضان متصلين في سطر\. اكتب بينهما «…» وحولها مسافتان\.$/,
		],
		[
			'halves parted by stars',
			'<Verse>\nصدر البيت الأول *** عجز البيت الأول\n</Verse>',
			10,
			/^بين الشطرين العلامة \*\*\*، فيُعرضان متصلين في سطر\. اكتب بينهما «…» وحولها مسافتان\.$/,
		],
		[
			'halves that part a word, and dots between them',
			'<Verse>\nصدر البيت الأ\u0640 ........ \u0640ول عجز البيت\n</Verse>',
			10,
			/^بين الشطرين العلامة \.{8}، /,
		],
		[
			'a file of sound',
			'<File src="./here.mp3" title="الحلقة" />',
			9,
			/^الصوت والفيديو لا يُنشران من ملف\. ارفع «\.\/here\.mp3» إلى خدمة .* <Embed /,
		],
		['a link to one', '[الحلقة](./here.m4a)', 9, /^الصوت والفيديو لا يُنشران من ملف/],
		['a film as a picture', '![نهر وجسر](./here.mp4)', 9, /^الصوت والفيديو لا يُنشران من ملف/],
		[
			'the name of a file as words for a picture',
			'![IMG_2033.jpg](./here.jpg)',
			9,
			/^«IMG_2033\.jpg» لا يقول ما في الصورة\. صِفه لمن لا يراها/,
		],
		['a number as them', '![صورة 2](./here.jpg)', 9, /^«صورة 2» لا يقول ما في الصورة/],
		['a poem without lines', '<Verse>\n\n</Verse>', 9, /بلا أبيات/],
		['a list in a poem', '<Verse>\n\n- سطر\n\n</Verse>', 9, /ما ليس شعرًا/],
		[
			'an interview without a question',
			'<Interview>\n\nجواب.\n\n</Interview>',
			9,
			/بلا سؤال.*\*\*متى/,
		],
		['no surah', '<Quran ayah="1">كلام</Quran>', 9, /بلا surah.*surah="البقرة"/],
		[
			'no such surah',
			'<Quran surah="البقر" ayah="1">كلام</Quran>',
			9,
			/لا سورة اسمها «البقر».* مثل surah="آل عمران"/,
		],
		[
			'no such verse',
			'<Quran surah="الكوثر" ayah="4">كلام</Quran>',
			9,
			/رقمها 3، ولا آية فيها رقمها 4/,
		],
		['verses backwards', '<Quran surah="الكوثر" ayah="3-1">كلام</Quran>', 9, /ayah="1-3"/],
		[
			'a number that is none',
			'<Quran surah="الكوثر" ayah="أولى">كلام</Quran>',
			9,
			/«أولى» لا يُقرأ/,
		],
		['brackets of its own', '<Quran surah="الكوثر" ayah="1">﴿كلام﴾</Quran>', 9, /يضيفهما الموقع/],
		['a hadith without its source', '<Hadith>\nكلام.\n</Hadith>', 9, /بلا source/],
		[
			'a film without its length',
			`<Video url="https://youtu.be/a" title="فيلم">${PICTURE}</Video>`,
			9,
			/بلا length/,
		],
		[
			'a length that is none',
			`<Video url="https://youtu.be/a" title="فيلم" length="4 دقائق">${PICTURE}</Video>`,
			9,
			/length="4:32"/,
		],
		[
			'an open address',
			`<Embed url="http://x.com/a" title="منشور">${PICTURE}</Embed>`,
			9,
			/https:\/\//,
		],
		[
			'no picture',
			'<Embed url="https://x.com/a" title="منشور">\n\nنص.\n\n</Embed>',
			9,
			/صورة واحدة/,
		],
		['a file of another kind', '<File src="./here.exe" title="برنامج" />', 9, /pdf وdocx/],
		['a file in capitals', '<File src="./here.PDF" title="تقرير" />', 9, /بحروف صغيرة/],
		['a file that is not there', '<File src="./gone.pdf" title="تقرير" />', 9, /غير موجودة?\. صحّح/],
		['a file elsewhere', '<File src="../here.pdf" title="تقرير" />', 9, /بجوار المقال/],
		['an attribute that is none', '<Verse poet="أحمد">\nسطر\n</Verse>', 9, /poet غير معروفة.*by/],
	])('%s', (_name, text, line, message) =>
		expect(told(text)).toEqual(expect.arrayContaining([[line, expect.stringMatching(message)]])),
	);
});

test.each([
	[0, [[9, 'الملف «./here.pdf» فارغ. احفظه من جديد، أو احذف <File>.']]],
	[25 * 2 ** 20, []],
	[
		25 * 2 ** 20 + 1,
		[
			[
				9,
				'الملف «./here.pdf» أكبر من 25 ميغابايت، فلا يقبله بعض المضيفين ويطول تنزيله على الهاتف. صغّره أو اقسمه ملفين.',
			],
		],
	],
])('a file of %i bytes', (size, problems) =>
	expect(told('<File src="./here.pdf" title="التقرير" />', size)).toEqual(problems),
);

test('words of the Quran stay as they were typed, sign by sign', () => {
	const words = '<Quran surah="الكوثر" ayah="1">إِنَّا  ,أَعۡطَيۡنَٰكَ ( \uFEFB ) 2469 6000</Quran>';
	expect(readSource(`نص: ${words} و\uFEFB`).text).toBe(`نص: ${words} ولا`);
	expect(told(words)).toEqual([]);
	expect(mendArticle(FILE, article(words)).changes).toEqual([]);
});

test('the surahs are 114 with 6,236 verses', () => {
	expect(AYAHS.size).toBe(114);
	expect([...AYAHS.values()].reduce((sum, count) => sum + count)).toBe(6236);
});

test.each([
	['سورة البقرة', 'البقرة'],
	['الاسراء', 'الإسراء'],
	['آل عِمران', 'آل عمران'],
	['البقر', undefined],
])('the surah «%s» is «%s»', (name, surah) => expect(surahLike(name)).toBe(surah));

test('no two surahs are written alike', () =>
	expect([...AYAHS.keys()].filter((name) => surahLike(name) !== name)).toEqual([]));

/** The page's code that comes of a text. */
async function codeOf(text: string): Promise<string> {
	const { features, mdastPlugins, hastPlugins } = markdown().options;
	return (await mdxToJs(text, { features: features as Features, mdastPlugins, hastPlugins })).code;
}

test('a poem is parted into stanzas, lines and halves; a bold paragraph is a question', async () => {
	const code = await codeOf(
		'<Verse>\nصدر … عجز\nصدر ... عجز\n\nسطر\n</Verse>\n\n<Interview>\n\n**سؤال؟** {/* راجع */}\n\n**كلمة** في جواب.\n\n</Interview>',
	);
	expect(code.match(/className: "halves"|class: "halves"/g)).toHaveLength(2);
	expect(code.match(/_components\.div,/g)).toHaveLength(2);
	expect(code.match(/(?:className|class): "question"/g)).toHaveLength(1);
});

test('a passage in another direction, or the address alone, stands in a paragraph, or in a block where it has several', async () => {
	expect(await codeOf('<Ltr lang="fr">Liberté</Ltr>')).toMatch(
		/_jsx\(_components\.p, \{\s*children: _jsx\(Ltr/,
	);
	expect(await codeOf('## راسلونا\n\n<Contact />')).toMatch(
		/_jsx\(_components\.p, \{\s*children: _jsx\(Contact/,
	);
	const code = await codeOf('<Ltr lang="fr">\n\nUn\n\nDeux\n\n</Ltr>');
	expect(code).toMatch(
		/_jsxs?\(_components\.div, \{\s*class(?:Name)?: "prose",\s*dir: "ltr",\s*lang: "fr",/,
	);
	expect(code).not.toMatch(/_jsxs?\(Ltr/);
	expect(await codeOf('<bdi lang="he">\n\nאחד\n\nשתיים\n\n</bdi>')).toMatch(
		/dir: "auto",\s*lang: "he"/,
	);
});

test.each([
	[60, '1 كيلوبايت'],
	[840_400, '840 كيلوبايت'],
	[1_010_000, '1 ميغابايت'],
	[1_240_000, '1.2 ميغابايت'],
])('%i bytes are «%s»', (bytes, size) => expect(formatSize(bytes)).toBe(size));
