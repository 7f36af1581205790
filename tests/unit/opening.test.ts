import type { MdastNode } from 'satteri';
import { expect, test } from 'vitest';
import { opening } from '../../src/article/body.ts';
import { readContent } from '../../src/article/read.ts';

const LONG = 'كلمة '.repeat(90).trim();

test.each<[string, string, string[]]>([
	['the paragraphs of a text', 'أولى.\n\nثانية.', ['أولى.', 'ثانية.']],
	[
		'their words without marks',
		'تكتب **ربى** في [الصحيفة](https://a.example).',
		['تكتب ربى في الصحيفة.'],
	],
	['no paragraph that begins beyond 400 letters', `${LONG}\n\nثانية.`, [LONG]],
	['those of its sections', '<Event>\n\nأولى.\n\n</Event>\n\nثانية.', ['أولى.', 'ثانية.']],
	[
		'no heading, item, quotation or other component',
		'## عنوان\n\n- بند\n\n> قول\n\n<Note title="تنبيه">\n\nملاحظة.\n\n</Note>\n\nأولى.',
		['أولى.'],
	],
	['no picture', '![رصيف](./a.jpg)\n\nأولى.', ['أولى.']],
	['nothing of an empty text', '', []],
])('an opening is %s', (_name, text, expected) => {
	const { body } = readContent('opening.mdx', `---\nheadline: ع\n---\n\n${text}\n`);
	expect(opening(body as MdastNode)).toEqual(expected);
});
