import { expect, test } from 'vitest';
import { balance } from '../../src/components/balance.ts';

const paragraphs = (count: number) => `<p>${'كلمة '.repeat(40)}</p>`.repeat(count);
const strip = (days: number) => `<ol class="strip">${'<li>12</li>'.repeat(days)}</ol>`;
const facts = (count: number) => `<div><dt>المكان</dt><dd>قاعة المدينة</dd></div>`.repeat(count);
const table = (columns: number) => `<tr>${'<th>آذار</th> '.repeat(columns)}</tr>`;
const PHOTO = '<span class="photo">صورة</span>';

test.each<[string, [string, string, string], ReturnType<typeof balance>]>([
	[
		'facts stand beside a text as long as they are',
		[paragraphs(3), strip(4), facts(4)],
		{ factsBeside: true, paired: false, split: true, long: false },
	],
	[
		'facts much longer than the text stand below it, its days beside it',
		[paragraphs(1), strip(4), facts(9)],
		{ factsBeside: false, paired: false, split: true, long: false },
	],
	[
		'two weeks are two rows beside a text',
		['<p>سطر واحد.</p>', strip(14), facts(9)],
		{ factsBeside: false, paired: false, split: true, long: false },
	],
	[
		'days much longer than the text stand below it, too',
		['<p>سطر واحد.</p>', strip(9), facts(9)],
		{ factsBeside: false, paired: false, split: false, long: false },
	],
	[
		'aims beside a text',
		[paragraphs(3), '<ul><li>الهدف الأول</li></ul>', ''],
		{ factsBeside: true, paired: false, split: true, long: false },
	],
	[
		'a long list beside a short text stands below it',
		['<p>سطر واحد.</p>', '<li>بند</li>'.repeat(9), ''],
		{ factsBeside: false, paired: false, split: false, long: false },
	],
	[
		'none beside a table of seven columns, which takes the whole width',
		[`${paragraphs(3)}${table(7)}`, '<li>بند</li>'.repeat(9), facts(2)],
		{ factsBeside: false, paired: false, split: false, long: false },
	],
	[
		'one beside a table of six',
		[`<p>سطر واحد.</p>${table(6)}${paragraphs(3)}`, '<li>بند</li>'.repeat(9), ''],
		{ factsBeside: true, paired: false, split: true, long: false },
	],
	[
		'no margin for nothing',
		[paragraphs(3), '', ''],
		{ factsBeside: true, paired: false, split: false, long: false },
	],
	[
		'a map makes the text longer',
		[`${paragraphs(1)}<svg></svg>`, strip(4), facts(6)],
		{ factsBeside: true, paired: false, split: true, long: false },
	],
	[
		'a short margin goes along with many pictures',
		[paragraphs(2) + PHOTO.repeat(3), strip(2), facts(2)],
		{ factsBeside: true, paired: false, split: true, long: true },
	],
	[
		'facts a little longer than the text stand beside it in two columns: its column is wider',
		[paragraphs(2), strip(4), facts(8)],
		{ factsBeside: true, paired: true, split: true, long: false },
	],
	[
		'a short margin beside one picture stays where it is',
		[paragraphs(1) + PHOTO, strip(2), facts(2)],
		{ factsBeside: true, paired: false, split: true, long: false },
	],
])('balance: %s', (_name, [text, own, more], expected) => {
	expect(balance(text, own, more)).toEqual(expected);
});
