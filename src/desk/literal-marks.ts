/** Finds marks that the page prints literally, though formatting was meant. */
import type { MdastNode } from 'satteri';
import { literalEmphasis } from '../article/emphasis.ts';
import { startOf, written } from '../article/tree.ts';
import { edit, type SourceProblem, warning } from './problem.ts';

type Text = Extract<MdastNode, { type: 'text' }>;

/** What stands apart in a line: the halves of a verse, the columns of a table. */
const SPREAD = /(?<=[\p{Script=Arabic}\p{M}.،؛؟!»])[ \u00A0]{4,}(?=[\p{Script=Arabic}«])/gv;
const FORMULA =
	/\$[^$\n]*(?:\\[a-z]|\^)[^$]*\$|\$\$[^$]+\$\$|\\\([^\n]*?(?:\\[a-z]|\^)[^\n]*?\\\)/gi;

/** What other programs write beside Markdown, and what stands for it here. */
const OTHERS: readonly [RegExp, string][] = [
	[/!\[\[[^\[\]\n]+\]\]/gv, 'اكتب ![الوصف](./photo.jpg).'],
	[/(?<!!)\[\[[^\[\]\n]+\]\]/gv, 'اكتب [النص](الرابط).'],
	[/(?<!=)==(?=[^\s=])[^=\n]*[^\s=]==(?!=)/gv, 'لإبراز كلام اكتبه بين ** و**.'],
	[/\[!\w+\]/gv, 'ضع الملاحظة بين <Note> و</Note>.'],
	[/\^\[[^\[\]\n]+\]/gv, 'اكتب مكان الهامش [^1]، ونصه في سطر وحده: [^1]: النص.'],
];

/** @param isVerse In a poem a sign may stand for «…»: in-text.ts reports that. */
export function* literalMarks(
	node: Text,
	source: string,
	isVerse: boolean,
): Generator<SourceProblem> {
	const raw = written(node, source);
	const start = startOf(node);
	yield* emphasis(node.value, raw, start, isVerse);
	if (!isVerse)
		for (const { index } of raw.matchAll(SPREAD))
			yield warning(
				start + index,
				'spread-words',
				'فراغ واسع بين كلمتين يُعرض مسافة واحدة. إن كان شعرًا فضعه بين <Verse> و</Verse> واكتب بين الشطرين «…» وحولها مسافتان، وإن كان جدولًا فاكتبه بين علامات |.',
			);
	const end = start + raw.length;
	if (/(?<!\\)\\$/.test(raw) && /^[ \t]*(?:\n|$)/.test(source.slice(end, end + 20)))
		yield warning(
			end - 1,
			'stray-break',
			'الشرطة \\ في آخر الفقرة لا تبدأ سطرًا، وتُطبع كما هي. احذفها.',
			[edit(end - 1, 1, '')],
		);
	yield* splitLinks(raw, start, source);
	for (const [pattern, mend] of OTHERS)
		for (const { 0: whole, index } of raw.matchAll(pattern))
			yield warning(
				start + index,
				'other-markdown',
				`«${whole}» كتابة برامج أخرى (مثل Obsidian)، فتُطبع كما هي. ${mend}`,
			);
	for (const { index } of raw.matchAll(FORMULA))
		yield warning(
			start + index,
			'formula',
			'صيغة LaTeX لا تُرسم، فتُطبع علاماتها كما هي. اكتبها بحروفها مثل E = mc²، أو ضعها صورة.',
		);
}

function* emphasis(
	value: string,
	raw: string,
	start: number,
	isVerse: boolean,
): Generator<SourceProblem> {
	const left = literalEmphasis(value)
		.filter(({ mark }) => !mark)
		.map(({ text }) => text)
		.join(' ')
		// A number that is told in part, `****4567`, `**** **** 4567`.
		.replace(/(?:\*{4,}[ \u00A0\-]?)+(?=\p{Nd})/gv, '');
	if (!/\*\*|~~/.test(left) || /\\[*~]/.test(raw)) return;
	const isParting = /\p{L}\p{M}*[؟!،؛…»]*[ \t]+\*{3,}[ \t]+«?\p{L}/u.test(left);
	if (isParting && isVerse) return;
	const at = Math.max(0, raw.search(/\*\*|~~/));
	const mark = raw.slice(at, at + 2);
	yield warning(
		start + at,
		'literal-emphasis',
		isParting
			? 'علامة *** بين الشطرين تُطبع كما هي. ضع الشعر بين <Verse> و</Verse>، واكتب بين الشطرين «…» وحولها مسافتان.'
			: `علامة ${mark} تُطبع كما هي. ألصقها بأول الكلام وآخره وضع علامات الترقيم خارجها: «${mark}نص${mark}».`,
	);
}

/** Links whose words stand apart from the address, or in its place. */
function* splitLinks(raw: string, start: number, source: string): Generator<SourceProblem> {
	// A full URL is a link node of its own, after this text node.
	const after = (index: number) => source.slice(start + index);
	for (const { 0: whole, 1: words = '', 2: spaces = '', index } of raw.matchAll(
		/\[([^\[\]\n]+)\]([ \t]+)\(/gv,
	))
		if (
			/^(?:https?:\/\/|www\.|mailto:|tel:|\.{0,2}\/)[^\s\)]*\)/v.test(after(index + whole.length))
		)
			yield warning(
				start + index,
				'split-link',
				`بين القوسين مسافة فلا يُقرأ الرابط. اكتب [${words}](الرابط) بلا مسافة بينهما.`,
				[edit(start + index + words.length + 2, spaces.length, '')],
			);
	for (const { 0: whole, 1: words = '', index } of raw.matchAll(/\(([^\(\)\n]+)\)\[/gv)) {
		const [address, url] =
			/^((?:https?:\/\/|www\.)[^\s\]]+)\]/.exec(after(index + whole.length)) ?? [];
		if (!address || !url) continue;
		const link = `[${words}](${url})`;
		yield warning(
			start + index,
			'split-link',
			`القوسان مكان أحدهما الآخر فلا يُقرأ الرابط. اكتب ${link}`,
			[edit(start + index, whole.length + address.length, link)],
		);
	}
}
