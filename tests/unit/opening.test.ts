import type { MdastNode } from 'satteri';
import { expect, test } from 'vitest';
import { opening } from '../../src/article/body.ts';
import { leadOpening } from '../../src/article/edition.ts';
import { readContent } from '../../src/article/read.ts';

const LONG = 'كلمة '.repeat(90).trim();

test.each<[string, string, string[]]>([
	['the paragraphs of a text', 'أولى.\n\nثانية.', ['أولى.', 'ثانية.']],
	[
		'their words without marks',
		'تكتب **ربى** في [الصحيفة](https://a.example).',
		['تكتب ربى في الصحيفة.'],
	],
	['lines in one', 'اقرأ عليّ قليلًا،\\\nفالليل أطول.', ['اقرأ عليّ قليلًا، فالليل أطول.']],
	[
		'no lines of verse, nor what speaks of them',
		'أولى.\n\nاقرأ عليّ قليلًا،\\\nفالليل\\\nأطول.\n\nثانية.',
		['أولى.'],
	],
	['what a heading stands before, too', 'أولى.\n\n## عنوان\n\nثانية.', ['أولى.', 'ثانية.']],
	[
		'nothing behind a list, but what a heading begins',
		'أولى:\n\n- بند\n\nوثانيها.\n\n## عنوان\n\nثالثة.',
		['أولى: …', 'ثالثة.'],
	],
	[
		'of a section what stands before its table',
		'<Event>\n\nأولى.\n\n| أ | ب |\n| - | - |\n| 1 | 2 |\n\nتلك.\n\n</Event>\n\n<Forum>\n\nثانية.\n\n</Forum>',
		['أولى.', 'ثانية.'],
	],
	[
		'a sign where something is left out, of what is shown alone',
		'![رصيف](./a.jpg)\n\nأولى.\n\n{/* يُراجع */}\n\nثانية.\n\n- بند\n\nوثالثة.\n\n## عنوان\n\nرابعة.\n\n- بند',
		['أولى.', 'ثانية. …', 'رابعة.'],
	],
	[
		'words of the Quran between their brackets',
		'قوله <Quran surah="العلق" ayah="1">اقْرَأْ</Quran> أولًا.',
		['قوله \uFD3Fاقْرَأْ\uFD3E أولًا.'],
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

const DEK = 'تستقبل المدارس طلبتها بأنشطة مفتوحة مدة أسبوعين، ثم تنتظم الدروس.';
const AGAIN = 'تستقبل المدارس طلبتها وأهاليهم بأنشطة مفتوحة مدة أسبوعين، ثم تنتظم الدروس.';
const NEWS = 'قالت الوزارة إن الأنشطة تشمل الرسم والقراءة والرياضة. '.repeat(4).trim();
const CUT =
	'قالت الوزارة إن الأنشطة تشمل الرسم والقراءة والرياضة. قالت الوزارة إن الأنشطة تشمل الرسم والقراءة والرياضة. قالت الوزارة إن الأنشطة تشمل الرسم والقراءة…';

test.each<[string, string[], boolean, string]>([
	['how the text begins', [NEWS, 'ثانية.'], false, NEWS],
	['nothing that the dek has said', [AGAIN, NEWS], false, NEWS],
	['what goes on from the dek', [`${AGAIN} ${NEWS}`], false, `${AGAIN} ${NEWS}`],
	['no line alone in a column', ['سطر قصير.', 'وآخر.'], false, ''],
	['one paragraph, a short one, too', [NEWS.slice(0, 150), NEWS], false, NEWS.slice(0, 150)],
	['what fits beside a photograph', [NEWS], true, CUT],
	['no line alone beside a photograph', ['سطر قصير.'], true, ''],
	['nothing that leads to what is not shown', ['ومما كتبوه:', NEWS], false, NEWS],
	['no sign where something is left out', [`${NEWS} …`, 'ثانية.'], false, NEWS],
	['nothing of an empty text', [], false, ''],
])('the opening of the lead is %s', (_name, texts, photograph, expected) => {
	expect(leadOpening(texts, DEK, photograph)).toBe(expected);
});
