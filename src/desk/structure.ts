import type { MdastNode } from 'satteri';
import { textOf } from '../article/body.ts';
import { children, isElement, startOf } from '../article/tree.ts';
import { literalMarks } from './literal-marks.ts';
import { pastedLines, runOnLines } from './pasted-lines.ts';
import { pastedTable } from './pasted-table.ts';
import { type SourceProblem, warning } from './problem.ts';

const isElementOf = (node: MdastNode, names: readonly string[]) =>
	isElement(node) && names.includes(node.name ?? '');

/**
 * Paragraphs that follow one another, of each part of a body. In poems and verses line breaks are
 * meant.
 */
function* runs(node: MdastNode): Generator<MdastNode[]> {
	if (isElementOf(node, ['Verse', 'Quran'])) return;
	let run: MdastNode[] = [];
	for (const child of [...children(node), undefined]) {
		if (child?.type === 'paragraph') run.push(child);
		else {
			if (run.length > 0) yield run;
			run = [];
			if (child) yield* runs(child);
		}
	}
}

/** Texts, each with whether it stands in a poem. */
function* texts(
	node: MdastNode,
	isVerse = false,
): Generator<[node: Extract<MdastNode, { type: 'text' }>, isVerse: boolean]> {
	if (node.type === 'text') yield [node, isVerse];
	for (const child of children(node)) yield* texts(child, isVerse || isElementOf(node, ['Verse']));
}

/** A number that a sign of its own goes with. */
const MEASURE =
	/^(\p{Nd}[\p{Nd}.,٫]*(?:[ \u00A0]?[%٪°])?)(?:(?<=[%٪°])|[ \u00A0](?:درج|نقط|نقاط|في المئة|بالمئة))/u;

/**
 * A sign before a number that Markdown took for its own: `- 5 درجات`, which would be five above
 * zero, and `> 60%`.
 */
function* takenSigns(node: MdastNode, source: string): Generator<SourceProblem> {
	let before = '';
	for (const child of children(node)) {
		const offset = startOf(child);
		const [only, ...others] = children(child);
		const words = only ? textOf(child).trimStart() : '';
		const [, number] = MEASURE.exec(words) ?? [];
		const sign = source[offset] ?? '';
		if (number && others.length === 0 && child.type === 'list' && /[+-]/.test(sign)) {
			if (!/:\s*$/.test(before))
				yield warning(
					offset,
					'taken-sign',
					`«${sign} ${number}» وحدها تصير نقطة في قائمة وتضيع علامتها. إن كانت علامة العدد فألصقها به: «${sign}${number}»، وإلا فاجعل السطر فقرة بلا علامة.`,
				);
		} else if (number && others.length === 0 && child.type === 'blockquote' && /[%٪]/.test(number))
			yield warning(
				offset,
				'taken-sign',
				`«> ${number}» تصير اقتباسًا وتضيع علامتها. إن أردت «أكثر من» فاكتبها كلامًا، أو اكتب \\> مكان العلامة.`,
			);
		yield* takenSigns(child, source);
		before = textOf(child);
	}
}

/** «كتب - سامر علي:», «بقلم/ د. سلمى سعد»: who wrote, as the first line of a text. */
const BYLINE =
	/^(?:(?:كتبت?|بقلم|[إا]عداد)\s*[:\/\|\u2013\-]\s*|بقلم\s+(?=(?:\S+\s*){2,4}$))(?:\p{L}[\p{L}\p{M}.،\/]*\s*){1,7}:?$(?<!\.)/v;

function bylineProblems(body: MdastNode): SourceProblem[] {
	const [first] = children(body).filter(({ type }) => type !== 'yaml');
	if (first?.type !== 'paragraph') return [];
	const text = textOf(first).trim();
	return BYLINE.test(text)
		? [
				warning(
					startOf(first),
					'byline',
					`«${text}» سطر الكاتب، ومكانه البيانات. اكتب الاسم في authors، فتذكره الصفحة تحت العنوان، واحذف السطر.`,
				),
			]
		: [];
}

/** What stands on the page as it was typed though more was meant, and lines that run together. */
export function structureProblems(
	body: MdastNode,
	source: string,
	meant: readonly string[],
): SourceProblem[] {
	const found: SourceProblem[] = [];
	for (const run of runs(body)) {
		found.push(...pastedLines(run, source));
		for (const node of run) {
			const table = pastedTable(node, source);
			found.push(...(table ? [table] : runOnLines(node, source)));
		}
	}
	found.push(...bylineProblems(body), ...takenSigns(body, source));
	for (const [node, isVerse] of texts(body)) found.push(...literalMarks(node, source, isVerse));
	return found.filter(
		({ offset = 0 }) =>
			!meant.some((words) => {
				const at = source.indexOf(words, Math.max(0, offset - words.length));
				return at >= 0 && at <= offset && offset < at + words.length;
			}),
	);
}
