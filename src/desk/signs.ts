/** Signs that Markdown or MDX reads otherwise than they were meant. */
import { isWithin, markupSpans } from '../article/spans.ts';
import type { Signs } from '../article/text-signs.ts';
import { edit, type SourceProblem } from './problem.ts';

const SIGNS: Record<Signs['kind'], string> = {
	brace:
		'ما بين { } يُقرأ برمجة في MDX، وهنا قُرئ نصًا. اكتب \\{ و \\}، أو اجعلهما « » أو ( )، والآية بين <Quran> و</Quran>.',
	'angle-quote': 'علامتا << >> ليستا علامتي تنصيص. اكتب « ».',
	angle: 'علامة < تبدأ وسمًا في MDX، وهنا قُرئت علامة. اكتب &lt;.',
	address: 'الرابط بين < > لا يُقرأ في MDX، وهنا قُرئ رابطًا. اكتب [النص](https://…)، أو الرابط وحده.',
	'deep-headings':
		'ليس فوق العناوين الفرعية عنوان بعلامة ##، وهنا رُفعت كلها حتى يصير أعلاها ##. اكتبها كذلك.',
	'line-break':
		'الوسم <br> ليس من Markdown، وهنا قُرئ سطرًا جديدًا. اكتب \\ في آخر السطر ثم انزل سطرًا.',
};

/** Warns of signs that were escaped on reading; the edits write the escapes into the file. */
export const signProblems = (signs: readonly Signs[]): SourceProblem[] =>
	signs.map(({ kind, places }) => ({
		offset: places[0]?.offset ?? 0,
		rule: kind,
		message: SIGNS[kind],
		severity: 'warning',
		edits: places.map(({ offset, text }) => edit(offset, text.length, text)),
	}));

/**
 * Possible text that MDX reads as code, too uncertain to escape on reading:
 * `{title}`, `<br>` in a table.
 */
export function parseMends(source: string): SourceProblem[] {
	const markup = markupSpans(source);
	const found: SourceProblem[] = [];
	const find = (pattern: RegExp, problem: (match: RegExpExecArray) => SourceProblem) => {
		for (const match of source.matchAll(pattern))
			if (!isWithin(markup, match.index)) found.push(problem(match));
	};
	find(/(?<![\\=\{])\{(?!\s*\/\*)([^\{\}\n"'`=;\(\).]*)\}/gv, ({ 0: whole, index }) => ({
		offset: index,
		rule: 'brace',
		message: `ما بين { } يُقرأ برمجة لا نصًا. اكتب \\${whole.slice(0, -1)}\\}، أو اجعلهما « » أو ( ).`,
		edits: [edit(index, 1, '\\{'), edit(index + whole.length - 1, 1, '\\}')],
	}));
	find(/<\/?br\s*\/?>/gi, ({ index }) => ({
		offset: index,
		rule: 'line-break',
		message:
			'الوسم <br> لا يُقرأ هنا. في الفقرة اكتب \\ في آخر السطر ثم انزل سطرًا، وفي الجدول والعنوان الفرعي احذفه.',
	}));
	return found;
}
