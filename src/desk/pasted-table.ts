import type { MdastNode } from 'satteri';
import { startOf, written } from '../article/tree.ts';
import { isItem } from './pasted-lines.ts';
import { edit, type SourceProblem, warning } from './problem.ts';

/** The rows of a table, with its rule under the head. Cells that are missing are empty. */
function tableOf([head = [], ...rows]: readonly string[][], rule: string): string {
	const row = (cells: readonly string[]) =>
		`| ${[...cells, ...Array<string>(head.length - cells.length).fill('')].join(' | ')} |`;
	return [row(head), rule, ...rows.map(row)].join('\n');
}

/** What parts the cells of a sheet that was saved as CSV. */
const SAVED = [';', ','] as const;

/** Three lines and more, of as many cells each, with a number in all below the head. */
function isSaved(lines: readonly string[], sign: string): boolean {
	const [head = '', ...rows] = lines;
	const cells = head.split(sign).length;
	return (
		cells > 1 &&
		rows.length > 1 &&
		rows.every((row) => row.split(sign).length === cells && /\p{Nd}/u.test(row)) &&
		!lines.some((line) => line.includes(`${sign} `))
	);
}

/**
 * A table that was copied from a sheet, or that has no rule under its head. Undefined where a
 * paragraph is none.
 */
export function pastedTable(node: MdastNode, source: string): SourceProblem | undefined {
	const start = startOf(node);
	const raw = written(node, source);
	const lines = raw.split('\n').map((line) => line.replace(/[ \t]+$/, ''));
	const isTyped = lines.every((line) => /^\|.*\S.*\|$/.test(line));
	const by = isTyped ? '|' : (SAVED.find((sign) => isSaved(lines, sign)) ?? / *\t */);
	const rows = lines.map((line) => (isTyped ? line.slice(1, -1) : line).split(by));
	const [head = []] = rows;
	if (lines.length < 2 || head.length < 2 || lines.every(isItem)) return undefined;
	if (rows.filter(({ length }) => length > 1).length * 2 <= rows.length) return undefined;
	// The halves of verses may be parted by tabs, too.
	if (!isTyped && head.length === 2 && !/\p{Nd}/u.test(raw)) return undefined;
	const rule = `|${' --- |'.repeat(head.length)}`;
	if (isTyped)
		return warning(
			start,
			'table-rule',
			`جدول بلا سطر تحت رأسه، فيُعرض علامات في سطر. اكتب تحت السطر الأول: ${rule}`,
			/^[|\s:-]+$/.test(lines[1] ?? '')
				? undefined
				: [edit(start + raw.indexOf('\n'), 0, `\n${rule}`)],
		);
	const isWhole = rows.every(({ length }) => length <= head.length) && !raw.includes('|');
	return warning(
		start,
		'pasted-table',
		`جدول منسوخ من Excel أو Word، تُعرض خلاياه متصلة. اكتب كل صف بين علامات |، وتحت رأسه ${rule}`,
		isWhole ? [edit(start, raw.length, tableOf(rows, rule))] : undefined,
	);
}
