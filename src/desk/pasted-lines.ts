/** Lines that were meant as a list, as a heading, or as lines, and are read as a paragraph. */
import type { MdastNode } from 'satteri';
import { textOf } from '../article/body.ts';
import { children, startOf, written } from '../article/tree.ts';
import { inLatinDigits } from '../publisher/numbers.ts';
import { edit, type SourceProblem, warning } from './problem.ts';

interface Line {
	text: string;
	offset: number;
	/** Of its paragraph. */
	isFirst: boolean;
}

const LETTERS = [...'أبجدهوزحطي'];
/**
 * Bullets, with Word's from Symbol and Wingdings, and the letters that stand
 * for those in plain text.
 */
const BULLET =
	/^(?:[•●▪◦‣∙·■□▫◆❖➢➤►▸\uF0A7\uF0B7\uF0D8\uF0FC]\uFE0F?\s*|[oqv§Øü]\t\s*)(?=[^\s•●▪◦‣∙·■□▫◆❖➢➤►▸])/;
const ORDERED =
	/^\(?(?:([\d\u0660-\u0669\u06F0-\u06F9]{1,2})|([أابجدهوزحطي]))ـ?\s*(?:[\-\u2013.\)]\s*|\/[ \t\u00A0]+)(?=\S)/v;
/** A picture in the place of a bullet, which stays before the item (`article/directions.ts`). */
const PICTURE =
	/^(?:\p{Regional_Indicator}{2}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)/u;
const DASHED = /^([\-*])(?=[\p{Script=Arabic}«\(])/v;

/** Whether a line begins like a typed list item. */
export const isItem = (line: string) => BULLET.test(line) || ORDERED.test(line);

/** The number of a line that begins as one of a list. */
function numberOf({ text }: Line): number | undefined {
	if (/^\d+[.)]\s/.test(text)) return undefined;
	const [, digits, letter] = ORDERED.exec(text) ?? [];
	if (digits !== undefined) return Number(inLatinDigits(digits));
	return letter === undefined ? undefined : LETTERS.indexOf(letter === 'ا' ? 'أ' : letter) + 1;
}

function linesOf(node: MdastNode, source: string): Line[] {
	let offset = startOf(node);
	return written(node, source)
		.split('\n')
		.map((line, index) => {
			const indent = /^[ \t>]*/.exec(line)?.[0].length ?? 0;
			const read = { text: line.slice(indent), offset: offset + indent, isFirst: index === 0 };
			offset += line.length + 1;
			return read;
		});
}

/** An item of a numbered list that was typed with a sign of its own: `1)`, `١-`, `أ)`. */
function numberedItem({ text, offset, isFirst }: Line, number: number): SourceProblem | undefined {
	const marker = ORDERED.exec(text)?.[0] ?? '';
	const name = marker.trim();
	if (!/^\p{L}|^\(/u.test(text))
		return warning(
			offset,
			'pasted-list',
			`«${name}» لا تصنع قائمة مرقمة. اكتب «${number}. » في أول السطر.`,
			[edit(offset, marker.length, `${number}. `)],
		);
	// Laws and rulings are cited by their letters and by numbers in brackets: those stay, in lines of
	// their own.
	if (isFirst) return undefined;
	return warning(
		offset,
		'pasted-list',
		`«${name}» لا تبدأ سطرًا، فيُعرض البند متصلًا بما قبله. اترك قبلها سطرًا فارغًا لتبقى كما هي، أو اكتب «${number}. » مكانها لقائمة مرقمة.`,
	);
}

/**
 * Items of lists, and headings without their space. @param run Paragraphs that follow one another:
 * a list may be pasted as one or as several.
 */
export function pastedLines(run: readonly MdastNode[], source: string): SourceProblem[] {
	const lines = run.flatMap((node) => linesOf(node, source));
	const isDashed = (line: Line | undefined) => DASHED.test(line?.text ?? '');
	const isPictured = (line: Line | undefined) =>
		PICTURE.test(line?.text ?? '') && !BULLET.test(line?.text ?? '');
	/** The number that the next item of a list would have. */
	let due = 1;
	return lines.flatMap((line, index) => {
		const { text, offset } = line;
		const next = lines[index + 1];
		const found: (SourceProblem | undefined)[] = [];
		const bullet = BULLET.exec(text)?.[0];
		const number = numberOf(line);
		const begins = number === 1 && next !== undefined && numberOf(next) === 2;
		if (bullet !== undefined)
			found.push(
				warning(
					offset,
					'pasted-list',
					`علامة ${bullet.trim()} لا تصنع قائمة. اكتب «- » في أول السطر.`,
					[edit(offset, bullet.length, '- ')],
				),
			);
		else if (number !== undefined && (begins || (due > 1 && number === due))) {
			due = number + 1;
			found.push(numberedItem(line, number));
		} else if (number === undefined) due = 1;
		const heading = /^#{2,6}(?=[\p{L}\p{Nd}«])/v.exec(text)?.[0];
		if (heading)
			found.push(
				warning(
					offset,
					'tight-heading',
					`بعد ${heading} مسافة ناقصة فلا يصير السطر عنوانًا فرعيًّا. اكتبها.`,
					[edit(offset, heading.length, `${heading} `)],
				),
			);
		if (
			isPictured(line) &&
			((!line.isFirst && isPictured(lines[index - 1])) || (!next?.isFirst && isPictured(next)))
		)
			found.push(
				warning(
					offset,
					'pasted-list',
					`الأسطر التي تبدأ بمثل ${PICTURE.exec(text)?.[0]} تُعرض متصلة في سطر. اكتب قبل كل منها «- » لتصير قائمة.`,
					[edit(offset, 0, '- ')],
				),
			);
		if (isDashed(line) && (isDashed(lines[index - 1]) || isDashed(next)))
			found.push(
				warning(offset, 'tight-item', `بعد ${text[0]} مسافة ناقصة فلا تصير الأسطر قائمة. اكتبها.`, [
					edit(offset, 1, `${text[0]} `),
				]),
			);
		return found.filter((problem) => problem !== undefined);
	});
}

/** «س:», «ج 2/», «**سؤال:**»: who speaks in an interview. */
const ASKED = /^\*{0,2}(?:س|سؤال)[ \u00A0]*\p{Nd}{0,2}[ \u00A0]*[:\/\-\u2013]/v;
const ANSWERED = /^\*{0,2}(?:ج|جواب)[ \u00A0]*\p{Nd}{0,2}[ \u00A0]*[:\/\-\u2013]/v;

/** Questions and answers, a line each, which one newline joins. */
function interview(node: MdastNode, source: string): SourceProblem[] {
	const lines = linesOf(node, source);
	const spoken = lines.filter(({ text }) => ASKED.test(text) || ANSWERED.test(text));
	const isAsked = spoken.some(({ text }) => ASKED.test(text));
	if (!isAsked || !spoken.some(({ text }) => ANSWERED.test(text))) return [];
	const joined = spoken.filter(({ isFirst }) => !isFirst);
	return [
		warning(
			startOf(node),
			'run-on-lines',
			'سؤال وجواب في أسطر تفصلها نزلة واحدة تُعرض متصلة في فقرة. اترك بينها سطرًا فارغًا، أو ضعها بين <Interview> و</Interview> وكل سؤال بين ** و**.',
			joined
				.filter(({ offset }) => source[offset - 1] === '\n')
				.map(({ offset }) => edit(offset, 0, '\n')),
		),
	];
}

/** «ثانيًا:», as rulings and decrees count. */
const COUNTED =
	/^\*{0,2}(?:ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)(?:\u064B?ا|ا\u064B)[ \u00A0]*[:\/\-\u2013]/v;

const LABEL = /^\*\*[^*]+\*\*:? ?$/;

/** Lines that are short enough to be meant as lines, though one newline joins them. */
export function runOnLines(node: MdastNode, source: string): SourceProblem[] {
	const lines = written(node, source).split('\n');
	if (lines.length < 2) return [];
	const asked = interview(node, source);
	if (asked.length > 0) return asked;
	const counted = linesOf(node, source).filter(
		({ text, offset, isFirst }) =>
			!isFirst && COUNTED.test(text) && /[^\\ ]\n$/.test(source.slice(offset - 2, offset)),
	);
	const [first] = counted;
	if (first)
		return [
			warning(
				first.offset,
				'run-on-lines',
				`«${COUNTED.exec(first.text)?.[0].replace(/^\*+/, '')}» لا تبدأ سطرًا، فتُعرض متصلة بما قبلها. اترك قبلها سطرًا فارغًا.`,
				counted.map(({ offset }) => edit(offset, 0, '\n')),
			),
		];
	// Pictures, one a line.
	if (children(node).every((child) => child.type === 'image' || /^\s*$/.test(textOf(child))))
		return [];
	const breaks = children(node).filter(({ type }) => type === 'break');
	const isMeant = (line: string) =>
		line.length < 60 && ![BULLET, DASHED, PICTURE].some((sign) => sign.test(line));
	const joined = lines.slice(0, -1).filter((line) => !/(?:\\| {2})$/.test(line));
	if (breaks.length >= lines.length - 1 || !joined.some(isMeant)) return [];
	// A text of long lines that its editor wrapped.
	if (joined.filter(isMeant).length * 2 < joined.length) return [];
	// A line all in bold is the label of what stands under it.
	const labels = linesOf(node, source)
		.slice(0, -1)
		.filter(({ text }) => LABEL.test(text));
	return [
		warning(
			startOf(node),
			'run-on-lines',
			'أسطر تفصلها نزلة واحدة تُعرض متصلة في سطر. اترك بينها سطرًا فارغًا، أو اختم السطر بشرطة \\ في عنوان أو توقيع، أو ضع الشعر بين <Verse> و</Verse>، أو ابدأ كل سطر بـ «- » في القائمة.',
			labels.length === joined.length
				? labels.map(({ text, offset }) => {
						const { length } = text.trimEnd();
						return edit(offset + length, text.length - length, '\\');
					})
				: undefined,
		),
	];
}
