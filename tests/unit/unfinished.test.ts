import { describe, expect, test } from 'vitest';
import { articleProblems, fileProblems, isDraft } from '../../src/desk/judge.ts';

const FILE = 'content/articles/a.mdx';
const NOTHING = { exists: () => false, publications: new Map<string, number>() };
const KEYS = `headline: عنوان طويل بما يكفي
dek: سطر تحت العنوان.
topic: كتب
dateline: عمّان
published: 2024-05
`;
const told = (source: string, file = FILE) =>
	articleProblems(file, source, NOTHING).map(
		({ line, severity = 'error', message }) => `${line} ${severity}: ${message}`,
	);

describe('frontmatter that is not closed is told so, and nothing else', () => {
	const missing =
		'6 error: سطر --- الذي يغلق البيانات ناقص. اكتبه وحده في سطر بعد هذا السطر، وهو آخر المفاتيح.';
	test.each([
		['a text behind an empty line', `---\n${KEYS}\nنص أول هنا.\n\nنص ثان: هنا.\n`, missing],
		['a text at once', `---\n${KEYS}نص أول هنا.\n`, missing],
		['no text', `---\n${KEYS}`, missing],
		['a break in the text', `---\n${KEYS}\nنص أول هنا.\n\n---\n\nنص.\n`, missing],
		['lines of Windows', `---\n${KEYS}\nنص.\n`.replaceAll('\n', '\r\n'), missing],
		[
			'a key with lines of its own before it',
			`---\nsource:\n  name: البلد\n\n# تعليق\nauthors:\n- سالم\n\nنص.\n`,
			'7 error: سطر --- الذي يغلق البيانات ناقص. اكتبه وحده في سطر بعد هذا السطر، وهو آخر المفاتيح.',
		],
		[
			'a dash too many',
			`---\n${KEYS}----\n\nنص.\n`,
			'7 error: سطر --- الذي يغلق البيانات مكتوب «----». اكتب ---',
		],
		[
			'a dash too few',
			`---\n${KEYS}--\n\nنص.\n`,
			'7 error: سطر --- الذي يغلق البيانات مكتوب «--». اكتب ---',
		],
		[
			'what a word processor makes of it',
			`---\n${KEYS}—\n\nنص.\n`,
			'7 error: سطر --- الذي يغلق البيانات مكتوب «—». اكتب ---',
		],
	])('%s', (_name, source, message) => expect(told(source)).toEqual([message]));
});

describe('frontmatter that cannot be read is told in Arabic, where it went wrong', () => {
	test.each([
		['authors: [ سالم, علي', '7 error: القوس [ لا يُغلق. اكتب ] بعد آخر ما فيه.'],
		['source: { name: البلد', '7 error: القوس { لا يُغلق. اكتب } بعد آخر ما فيه.'],
		['kicker: "نص', '7 error: علامة " لا تُغلق. اكتب " في آخر القيمة.'],
		["kicker: 'نص", "7 error: علامة ' لا تُغلق. اكتب ' في آخر القيمة."],
		['\tkicker: نص', '7 error: السطر يبدأ بعلامة جدولة (Tab). اكتب مكانها مسافات.'],
		['dek: نص آخر', '7 error: المفتاح dek مكتوب مرتين. احذف أحدهما.'],
		['kicker:نص', '7 error: بعد : مسافة ناقصة. اكتب: kicker: نص'],
		['kicker؛ نص', '7 error: ليس في السطر مفتاح بعده : ومسافة. اكتب مثل: dek: جملة تحت العنوان'],
		[
			'source:\n   name: البلد\n  url: https://a.example',
			'9 error: المسافات في أول السطر لا توافق ما قبله. اكتب مفاتيح المجموعة الواحدة وقبل كل منها مسافات بعدد واحد.',
		],
	])('%s', (line, message) => expect(told(`---\n${KEYS}${line}\n---\n\nنص.\n`)).toEqual([message]));
});

describe('a tag that is not closed is told with its line in the file', () => {
	const text = (body: string) => `---\n${KEYS}---\n\nنص.\n\n${body}\n`;
	test.each([
		['at the start of a line', text('<Note>\n\nنص.'), '11 error: الوسم <Note> لا يُغلق.'],
		['within another', text('<Note>\n\nنص <Ltr>UN.\n\n</Note>'), '13 error: الوسم <Ltr> لا يُغلق.'],
		['within an item', text('- بند\n- <Note>بند'), '12 error: الوسم <Note> لا يُغلق.'],
		['within a quotation', text('نص.\n\n> <Note>\n> نص'), '13 error: الوسم <Note> لا يُغلق.'],
		[
			'with lines of Windows',
			text('<Note>\n\nنص.').replaceAll('\n', '\r\n'),
			'11 error: الوسم <Note> لا يُغلق.',
		],
		[
			'of two the inner one',
			text('<Event>\n\n<Note>\nنص.\n</Event>'),
			'15 error: الوسم </Event> يغلق <Note> الذي في السطر 13.',
		],
	])('%s', (_name, source, start) =>
		expect(told(source)).toEqual([expect.stringMatching(`^${start.replace(/\./g, '\\.')}`)]),
	);
});

describe('an unfinished draft is warned of, and stops nobody', () => {
	test.each([
		[
			'without its keys',
			'---\nheadline: عنوان طويل بما يكفي\ndek: سطر.\ntopic: كتب\ndateline: عمّان\ndraft: true\n---\n\nنص.\n',
			['2 warning: مسودة: المفتاح published ناقص. أضف سطرًا مثل: published: 2026-11-25'],
		],
		[
			'with a tag that is open',
			`---\n${KEYS}draft: true\n---\n\n<Note>\n`,
			['10 warning: مسودة: الوسم <Note> لا يُغلق. اكتب </Note> بعد نهاية ما بداخله، أو احذفه.'],
		],
		[
			'with frontmatter that cannot be read',
			`---\n${KEYS}kicker: "نص\ndraft: true # بعد\n---\n\nنص.\n`,
			['7 warning: مسودة: علامة " لا تُغلق. اكتب " في آخر القيمة.'],
		],
		[
			'with frontmatter that is not closed',
			`---\n${KEYS}draft: true\n\nنص.\n`,
			[
				'7 warning: مسودة: سطر --- الذي يغلق البيانات ناقص. اكتبه وحده في سطر بعد هذا السطر، وهو آخر المفاتيح.',
			],
		],
		['that wants nothing', `---\n${KEYS}draft: true\n---\n\nنص.\n`, []],
	])('%s', (_name, source, problems) => {
		expect(told(source)).toEqual(problems);
		expect(isDraft(FILE, source)).toBe(true);
	});

	test('in another encoding', () => {
		const bytes = Buffer.from(`---\nheadline: \xC7\xE1\ndraft: true\n---\n`, 'latin1');
		expect(fileProblems(FILE, bytes, NOTHING)).toMatchObject([
			{ severity: 'warning', message: expect.stringMatching(/^مسودة: .*UTF-8/) },
		]);
	});

	test.each([
		['a draft no more', FILE, `---\n${KEYS}draft: false\n---\n\n<Note>\n`],
		['the word in the text', FILE, `---\n${KEYS}---\n\n<Note>\n\ndraft: true\n`],
		['a page, which cannot be one', 'content/pages/a.mdx', '---\ntitle: صفحة\ndraft: true\n---\n'],
	])('but not %s', (_name, file, source) => {
		expect(told(source, file).some((problem) => / error: /.test(problem))).toBe(true);
		expect(isDraft(file, source)).toBe(false);
	});
});
