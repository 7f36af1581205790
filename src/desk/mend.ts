import { type Reading, readContent } from '../article/read.ts';
import { position } from '../problems.ts';
import { sourceProblems } from './judge.ts';
import { applied, type Edit } from './rules/rule.ts';

/** One change that `npm run fix` makes, or would make. */
export interface Change {
	/** In the file, from 1. */
	line: number;
	/** The words around the change, as they were and as they are. */
	before: string;
	after: string;
}

/** How often a text is judged anew: a mend may open the way to the next. */
const ROUNDS = 12;

/**
 * Mends everything in a content file that has one right answer. Pure and idempotent.
 * @param file Its path from the project's root: `content/articles/second-story.mdx`.
 * @param raw The file as it stands.
 */
export function mendArticle(file: string, raw: string): { text: string; changes: Change[] } {
	const changes: Change[] = [];
	let text = raw;
	for (let round = 0; round < ROUNDS; round++) {
		const reading = readContent(file, text);
		const problems = sourceProblems(file, text, { exists: () => true, publications: new Map() });
		const groups = problems.flatMap(({ edits }) => (edits && edits.length > 0 ? [edits] : []));
		const taken: Edit[] = [];
		for (const edits of groups) {
			const own = edits.map((edit) => inFile(edit, reading));
			const isFree = own.every((edit) => taken.every((other) => !overlap(edit, other)));
			if (isFree) taken.push(...own);
		}
		const changing = taken.filter(
			({ offset, length, text: by }) => text.slice(offset, offset + length) !== by,
		);
		if (changing.length === 0 || reading.source.length === 0) break;
		changes.push(...changesOf(text, changing));
		text = applied(text, changing);
	}
	return { text, changes };
}

function inFile({ offset, length, text }: Edit, { origin, end }: Reading): Edit {
	const first = origin(offset);
	const last = length > 0 ? end(offset + length - 1) : first;
	return { offset: first, length: last - first, text };
}

const overlap = (a: Edit, b: Edit) =>
	a.offset === b.offset || (a.offset < b.offset + b.length && b.offset < a.offset + a.length);

/** Changes of one line that stand close together are told as one. */
function changesOf(text: string, edits: readonly Edit[]): Change[] {
	const AROUND = 12;
	const groups: Edit[][] = [];
	for (const edit of edits.toSorted((a, b) => a.offset - b.offset)) {
		const last = groups.at(-1)?.at(-1);
		const isNear =
			last !== undefined &&
			edit.offset - last.offset - last.length < AROUND * 2 &&
			!text.slice(last.offset, edit.offset).includes('\n');
		if (isNear) groups.at(-1)?.push(edit);
		else groups.push([edit]);
	}
	return groups.flatMap((group) => {
		const [first, last] = [group[0], group.at(-1)];
		if (!first || !last) return [];
		const from =
			first.offset -
			(/[^\n]*$/.exec(text.slice(Math.max(0, first.offset - AROUND), first.offset))?.[0].length ??
				0);
		const end = last.offset + last.length;
		const to = end + (/^[^\n]*/.exec(text.slice(end, end + AROUND))?.[0].length ?? 0);
		const before = text.slice(from, to);
		const after = applied(
			before,
			group.map((edit) => ({ ...edit, offset: edit.offset - from })),
		);
		return [{ line: position(text, first.offset).line, before, after }];
	});
}
