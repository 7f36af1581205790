import { expect, test } from 'vitest';
import { topicEntries } from '../../src/article/topic-table.ts';
import { topicProblems, unknownTopics } from '../../src/desk/topics.ts';

const told = (table: string) =>
	topicProblems(Buffer.from(table)).map(
		({ file, line, field, message }) => [`${file}:${line}`, field, message] as const,
	);

test.each<[sentence: string, table: string]>([
	[
		'two topics, one with a description',
		'a:\n  name: ثقافة\nb-2:\n  name: علوم\n  description: جملة.\n',
	],
	['topics in braces', 'a: { name: ثقافة }\n'],
	['a table that begins with the mark of a document', '---\na:\n  name: ثقافة\n'],
	['line ends of Windows', 'a:\r\n  name: ثقافة\r\nb:\r\n  name: علوم\r\n'],
	['comments alone', '# لا مواضيع بعد.\n'],
	['an empty file', ''],
])('right: %s', (_, table) => {
	expect(told(table)).toEqual([]);
});

test.each<[sentence: string, table: string, line: number, field: string | undefined, RegExp]>([
	[
		'a slug in Arabic',
		'a:\n  name: علوم\nثقافة:\n  name: ثقافة\n',
		4,
		'ثقافة',
		/^«ثقافة» لا يصلح رابطًا.*culture\.$/,
	],
	['a slug in capitals', 'Culture:\n  name: ثقافة\n', 2, 'Culture', /حروف لاتينية صغيرة/],
	[
		'two topics of one name',
		'a:\n  name: ثقافة\nb:\n  name: ثقافة\n',
		4,
		'b.name',
		/مكتوب تحت a أيضًا\. احذف أحدهما\.$/,
	],
	['no name', 'a:\n  description: جملة.\n', 2, 'a.name', /أضف تحت a سطرًا مثل: name: ثقافة$/],
	['a name alone', 'a: ثقافة\n', 1, 'a', /^موضوع بلا بيانات\. اكتب تحته.*name: /],
	['nothing under a slug', 'a:\n', 1, 'a', /^المفتاح a بلا قيمة\. اكتبها أو احذفه\.$/],
	['an unknown key', 'a:\n  name: ثقافة\n  title: ثقافة\n', 3, 'a.title', /title/],
	[
		'a topic behind the mark of another document',
		'a:\n  name: ثقافة\n---\nB:\n  name: علوم\n',
		5,
		'B',
		/حروف لاتينية صغيرة/,
	],
	[
		'a topic behind the mark of an end',
		'a:\n  name: ثقافة\n...\nB:\n  name: علوم\n',
		5,
		'B',
		/حروف لاتينية صغيرة/,
	],
	['a slug twice', 'a:\n  name: ثقافة\na:\n  name: علوم\n', 3, undefined, /مكتوب مرتين/],
	['a list', '- ثقافة\n- علوم\n', 1, undefined, /مجموعة مفاتيح/],
	['an open quotation', 'a:\n  name: "ثقافة\n', 2, undefined, /لا تُغلق/],
	[
		'text that is not sound',
		'a:\n  name: ثقافة\n  description: الكتب, والمسرح.\n',
		3,
		'a.description',
		/علامة , لاتينية/,
	],
])('wrong: %s', (_, table, line, field, message) => {
	const all = told(table);
	expect(all.map(([place]) => place)).toContain(`content/topics.yaml:${line}`);
	const found = all.find(([, , words]) => message.test(words));
	expect(found, JSON.stringify(all)).toBeDefined();
	expect(found?.slice(0, 2)).toEqual([`content/topics.yaml:${line}`, field]);
	for (const [, , words] of all) expect(words).not.toMatch(/[A-Z][a-z]+ [a-z]+ [a-z]+/);
});

test.each([
	['Windows-1256', Buffer.from([0x61, 0x3a, 0x20, 0xc7, 0xe1])],
	['UTF-16 without its mark', Buffer.from('a: { name: ثقافة }', 'utf16le')],
])('a table in another encoding is told so: %s', (_, bytes) => {
	const [problem] = topicProblems(bytes);
	expect(problem?.message).toMatch(/UTF-8/);
});

const TABLE = 'culture:\n  name: ثقافة\nlibraries:\n  name: المكتبات العامة\n';
const article = (topic: string) => [
	{
		file: 'content/articles/a.mdx',
		raw: `---\nheadline: عنوان طويل بما يكفي\ntopic: ${topic}\n---\n\nنص.\n`,
	},
];

test.each<[topic: string, mend: RegExp]>([
	['ثقافه', /اكتب «ثقافة»، أو أضف «ثقافه» إليه\.$/],
	['الثقافة', /اكتب «ثقافة»/],
	['مكتبات عامة', /اكتب «المكتبات العامة»/],
	['رياضة', /أضفه إليه، أو اكتب موضوعًا منه: ثقافة، المكتبات العامة\.$/],
])('the topic «%s», which is not in the table, is warned of with the nearest', (topic, mend) => {
	expect(unknownTopics(article(topic), TABLE)).toEqual([
		{
			file: 'content/articles/a.mdx',
			line: 3,
			column: 8,
			field: 'topic',
			message: expect.stringMatching(mend),
			severity: 'warning',
		},
	]);
});

test.each<[sentence: string, topic: string, table: string]>([
	['a topic of the table', 'ثقافة', TABLE],
	['a topic with needless spaces', '"المكتبات  العامة "', TABLE],
	['any topic where there is no table', 'رياضة', ''],
	['any topic where the table is empty', 'رياضة', '# بعد\n'],
	['any topic where the table cannot be read', 'رياضة', 'a:\n  name: "ثقافة\n'],
	['a topic that is no text', '[ ثقافة ]', TABLE],
	['a topic whose letters were lost: its file is told so', '\uFFFD\uFFFD\uFFFD', TABLE],
])('nothing is told of %s', (_, topic, table) => {
	expect(unknownTopics(article(topic), table)).toEqual([]);
});

test('a slug is read as it is written', () => {
	expect(topicEntries('02:\n  name: ثقافة\n1e3:\n  name: علوم\n').map(([slug]) => slug)).toEqual([
		'02',
		'1e3',
	]);
});

test('the topics keep their order in the file, those whose slug is a number too', () => {
	const table = 'z:\n  name: ثقافة\n2026:\n  name: انتخابات\n"2025":\n  name: "2025"\n';
	expect(topicEntries(table)).toEqual([
		['z', { name: 'ثقافة' }],
		['2026', { name: 'انتخابات' }],
		['2025', { name: '2025' }],
	]);
});

test.each(['', '# بعد\n', '- ثقافة\n', 'a:\n  name: "ثقافة\n'])('%j has no topics', (table) =>
	expect(topicEntries(table)).toEqual([]),
);
