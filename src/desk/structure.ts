import type { MdastNode } from 'satteri';
import { textOf } from '../article/body.ts';
import { literalEmphasis } from '../article/emphasis.ts';
import { CODE } from '../article/source.ts';
import { children, isElement, startOf, within, written } from '../article/tree.ts';
import type { SourceProblem } from './problem.ts';
import type { Edit } from './rules/rule.ts';

/** Signs that were typed for Markdown or MDX and are none, or the reverse. */

const FRONTMATTER = /^---\n[\s\S]*?^---[ \t]*\n/m;

/** Where a source is code, so that nothing of it is judged. */
function codeSpans(source: string): [start: number, end: number][] {
	const body = FRONTMATTER.exec(source);
	return [
		...(body?.index === 0 ? [[0, body[0].length] as [number, number]] : []),
		...Array.from(
			source.matchAll(new RegExp(String.raw`${CODE.source}|\{\s*\/\*[\s\S]*?\*\/\s*\}`, 'gm')),
			({ 0: found, index }): [number, number] => [index, index + found.length],
		),
	];
}

const edit = (offset: number, length: number, text: string): Edit => ({ offset, length, text });

/** Signs that MDX reads as code where a text was meant: `{169}`, `<<نعم>>`, `<br>`, `<5`. All are errors. */
export function parseMends(source: string): SourceProblem[] {
	const code = codeSpans(source);
	const found: SourceProblem[] = [];
	const find = (pattern: RegExp, problem: (match: RegExpExecArray) => SourceProblem) => {
		for (const match of source.matchAll(pattern))
			if (!code.some(([start, end]) => match.index >= start && match.index < end))
				found.push(problem(match));
	};
	find(/(?<![\\<])<<(?!<)([^<>\n]+)>>/g, ({ 0: whole, 1: inside = '', index }) => ({
		offset: index,
		rule: 'angle-quote',
		message: `علامتا << >> ليستا علامتي تنصيص. اكتب «${inside.trim()}».`,
		edits: [edit(index, 2, '«'), edit(index + whole.length - 2, 2, '»')],
	}));
	find(/(?<![\\=\{])\{(?!\s*\/\*)([^\{\}\n"'`=;\(\).]*)\}/gv, ({ 0: whole, index }) => ({
		offset: index,
		rule: 'brace',
		message: `ما بين { } يُقرأ برمجة لا نصًا. اكتب \\${whole.slice(0, -1)}\\}، أو اجعلهما « » أو ( ).`,
		edits: [edit(index, 1, '\\{'), edit(index + whole.length - 1, 1, '\\}')],
	}));
	find(/[ \t]*<\/?br\s*\/?>[ \t]*\n?/gi, ({ 0: whole, index }) => {
		const line = source.slice(source.lastIndexOf('\n', index) + 1).split('\n', 1)[0] ?? '';
		const rest = source.slice(index + whole.length);
		const ends = rest === '' || rest.startsWith('\n');
		return {
			offset: index + whole.search('<'),
			rule: 'line-break',
			message: 'الوسم <br> لا يُقرأ هنا. لسطر جديد اكتب \\ في آخر السطر ثم انزل سطرًا.',
			...(!/^\s*(?:\||#)/.test(line) && {
				edits: [edit(index, whole.length, ends ? '\n' : '\\\n')],
			}),
		};
	});
	find(/(?<![\\<]|\]\()<(?=[^\sA-Za-z/!>_$<]|$)/gm, ({ index }) => ({
		offset: index,
		rule: 'angle',
		message: 'علامة < تبدأ وسمًا لا يكتمل. إن أردت العلامة نفسها فاكتب &lt;.',
		edits: [edit(index, 1, '&lt;')],
	}));
	return found;
}

interface Line {
	text: string;
	offset: number;
}

const LETTERS = [...'أبجدهوزحطي'];
const BULLET = /^[•●▪◦‣∙·]\s*(?=\S)/;
const ORDERED = /^\(?(?:(\d{1,2})|([أابجدهوزحطي]))ـ?\s*[\-\u2013.\)]\s*(?=\S)/v;
const DASHED = /^([\-*])(?=[\p{Script=Arabic}«\(])/v;

/** The number of a line that begins as one of a list. */
function numberOf({ text }: Line): number | undefined {
	if (/^\d+[.)]\s/.test(text)) return undefined;
	const [, digits, letter] = ORDERED.exec(text) ?? [];
	if (digits !== undefined) return Number(digits);
	return letter === undefined ? undefined : LETTERS.indexOf(letter === 'ا' ? 'أ' : letter) + 1;
}

/** What stands on the page as it was typed though more was meant, and lines that run together. */
export function structureProblems(
	body: MdastNode,
	source: string,
	meant: readonly string[],
): SourceProblem[] {
	const found: SourceProblem[] = [];
	const say = (offset: number, rule: string, message: string, edits?: Edit[]) =>
		void found.push({ offset, rule, message, severity: 'warning', ...(edits && { edits }) });

	const readText = (node: MdastNode) => {
		if (node.type !== 'text') return;
		const raw = written(node, source);
		const start = startOf(node);
		const left = literalEmphasis(node.value)
			.filter(({ mark }) => !mark)
			.map(({ text }) => text)
			.join(' ');
		if (/\*\*|~~/.test(left) && !/\\[*~]/.test(raw)) {
			const at = Math.max(0, raw.search(/\*\*|~~/));
			const mark = raw.slice(at, at + 2);
			say(
				start + at,
				'literal-emphasis',
				`علامة ${mark} تُطبع كما هي. ألصقها بأول الكلام وآخره وضع علامات الترقيم خارجها: «${mark}نص${mark}».`,
			);
		}
		for (const { 0: whole, 1: words = '', 2: spaces = '', index } of source
			.slice(start, node.position?.end.offset)
			.matchAll(/\[([^\[\]\n]+)\]([ \t]+)\(/gv)) {
			const after = source.slice(start + index + whole.length);
			if (!/^(?:https?:\/\/|www\.|mailto:|tel:|\/)[^\s\)]*\)/v.test(after)) continue;
			say(
				start + index,
				'split-link',
				`بين القوسين مسافة فلا يُقرأ الرابط. اكتب [${words}](الرابط) بلا مسافة بينهما.`,
				[edit(start + index + words.length + 2, spaces.length, '')],
			);
		}
	};

	/** Paragraphs that follow one another: a list may be pasted as one or as several. */
	const readRun = (run: MdastNode[]) => {
		const lines = run.flatMap((node): Line[] => {
			let offset = startOf(node);
			return written(node, source)
				.split('\n')
				.map((line) => {
					const indent = /^[ \t>]*/.exec(line)?.[0].length ?? 0;
					const read = { text: line.slice(indent), offset: offset + indent };
					offset += line.length + 1;
					return read;
				});
		});
		let due = 1;
		lines.forEach((line, index) => {
			const { text, offset } = line;
			const next = lines[index + 1];
			const bullet = BULLET.exec(text)?.[0];
			const number = numberOf(line);
			const begins = number === 1 && next !== undefined && numberOf(next) === 2;
			if (bullet !== undefined) {
				say(
					offset,
					'pasted-list',
					`علامة ${bullet.trim()} لا تصنع قائمة. اكتب «- » في أول السطر.`,
					[edit(offset, bullet.length, '- ')],
				);
			} else if (number !== undefined && (begins || (due > 1 && number === due))) {
				const marker = ORDERED.exec(text)?.[0] ?? '';
				due = number + 1;
				say(
					offset,
					'pasted-list',
					`«${marker.trim()}» لا تصنع قائمة مرقمة. اكتب «${number}. » في أول السطر.`,
					[edit(offset, marker.length, `${number}. `)],
				);
			} else if (number === undefined) due = 1;
			const heading = /^#{2,6}(?=[\p{L}\p{Nd}«])/v.exec(text)?.[0];
			if (heading)
				say(
					offset,
					'tight-heading',
					`بعد ${heading} مسافة ناقصة فلا يصير السطر عنوانًا فرعيًّا. اكتبها.`,
					[edit(offset, heading.length, `${heading} `)],
				);
			if (
				DASHED.test(text) &&
				[lines[index - 1], next].some((other) => DASHED.test(other?.text ?? ''))
			)
				say(offset, 'tight-item', `بعد ${text[0]} مسافة ناقصة فلا تصير الأسطر قائمة. اكتبها.`, [
					edit(offset, 1, `${text[0]} `),
				]);
		});
		for (const node of run) runOn(node);
	};

	/** Lines that are short enough to be meant as lines, though one newline joins them. */
	const runOn = (node: MdastNode) => {
		const lines = written(node, source).split('\n');
		if (lines.length < 2) return;
		// Pictures, one a line.
		if (children(node).every((child) => child.type === 'image' || /^\s*$/.test(textOf(child))))
			return;
		const ends = children(node).flatMap((child) =>
			child.type === 'break' ? [startOf(child)] : [],
		);
		const isMeant = (line: string) => line.length < 60 && !BULLET.test(line) && !DASHED.test(line);
		const joined = lines.slice(0, -1).filter((line) => !/(?:\\| {2})$/.test(line));
		if (ends.length >= lines.length - 1 || !joined.some(isMeant)) return;
		// A text of long lines that its editor wrapped.
		if (joined.filter(isMeant).length * 2 < joined.length) return;
		say(
			startOf(node),
			'run-on-lines',
			'أسطر تفصلها نزلة واحدة تُعرض متصلة في سطر. اترك بينها سطرًا فارغًا، أو ضع الشعر بين <Verse> و</Verse>، أو ابدأ كل سطر بـ «- » في القائمة.',
		);
	};

	const visit = (node: MdastNode): void => {
		// There lines are meant, and begin as they like.
		if (isElement(node) && /^(?:Verse|Quran)$/.test(node.name ?? '')) return;
		const inner = children(node);
		let run: MdastNode[] = [];
		for (const child of [...inner, undefined]) {
			if (child?.type === 'paragraph') run.push(child);
			else {
				if (run.length > 0) readRun(run);
				run = [];
			}
			if (child && child.type !== 'paragraph') visit(child);
		}
	};
	visit(body);
	for (const node of within(body)) readText(node);
	return found.filter(
		({ offset = 0 }) =>
			!meant.some((words) => {
				const at = source.indexOf(words, Math.max(0, offset - words.length));
				return at >= 0 && at <= offset && offset < at + words.length;
			}),
	);
}
