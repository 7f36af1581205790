/** Signs that were typed for Markdown or MDX and are none, or the reverse. */
import type { MdastNode } from 'satteri';
import { textOf } from '../article/body.ts';
import { literalEmphasis } from '../article/emphasis.ts';
import { isWithin, markupSpans } from '../article/spans.ts';
import type { Signs } from '../article/text-signs.ts';
import { children, isElement, startOf, within, written } from '../article/tree.ts';
import { inLatinDigits } from '../publisher/numbers.ts';
import type { SourceProblem } from './problem.ts';
import type { Edit } from './rules/rule.ts';

const edit = (offset: number, length: number, text: string): Edit => ({ offset, length, text });

const SIGNS: Record<Signs['kind'], string> = {
	brace: 'ما بين { } يُقرأ برمجة في MDX، وهنا قُرئ نصًا. اكتب \\{ و \\}، أو اجعلهما « » أو ( ).',
	'angle-quote': 'علامتا << >> ليستا علامتي تنصيص. اكتب « ».',
	angle: 'علامة < تبدأ وسمًا في MDX، وهنا قُرئت علامة. اكتب &lt;.',
	address: 'الرابط بين < > لا يُقرأ في MDX، وهنا قُرئ رابطًا. اكتب [النص](https://…)، أو الرابط وحده.',
	'line-break':
		'الوسم <br> ليس من Markdown، وهنا قُرئ سطرًا جديدًا. اكتب \\ في آخر السطر ثم انزل سطرًا.',
};

/** Signs that were read as those of a text; the file may say so itself. */
export const signProblems = (signs: readonly Signs[]): SourceProblem[] =>
	signs.map(({ kind, places }) => ({
		offset: places[0]?.offset ?? 0,
		rule: kind,
		message: SIGNS[kind],
		severity: 'warning',
		edits: places.map(({ offset, text }) => edit(offset, text.length, text)),
	}));

/** What MDX reads as code and may have been meant for a text, where reading it could not tell: `{title}`, `<br>` in a table. */
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

interface Line {
	text: string;
	offset: number;
	/** The only one of its paragraph. */
	isAlone: boolean;
}

const LETTERS = [...'أبجدهوزحطي'];
/** With those of Word: of its fonts Symbol and Wingdings, and the letter o of its second level. */
const BULLET = /^(?:[•●▪◦‣∙·\uF0A7\uF0B7\uF0D8\uF0FC]\s*|o\t\s*)(?=[^\s•●▪◦‣∙·])/;
const ORDERED =
	/^\(?(?:([\d\u0660-\u0669\u06F0-\u06F9]{1,2})|([أابجدهوزحطي]))ـ?\s*(?:[\-\u2013.\)]\s*|\/[ \t\u00A0]+)(?=\S)/v;
/** What stands apart in a line: the halves of a verse, the columns of a table. */
const SPREAD = /(?<=[\p{Script=Arabic}\p{M}.،؛؟!»])[ \u00A0]{4,}(?=[\p{Script=Arabic}«])/gv;
const DASHED = /^([\-*])(?=[\p{Script=Arabic}«\(])/v;

/** The number of a line that begins as one of a list. */
function numberOf({ text }: Line): number | undefined {
	if (/^\d+[.)]\s/.test(text)) return undefined;
	const [, digits, letter] = ORDERED.exec(text) ?? [];
	if (digits !== undefined) return Number(inLatinDigits(digits));
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

	/** Whether a poem has a sign in the place of «…»: its own rule tells. */
	const inVerse = (offset: number) =>
		[...within(body)].some(
			(node) =>
				isElement(node) &&
				node.name === 'Verse' &&
				startOf(node) <= offset &&
				offset < startOf(node) + written(node, source).length,
		);
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
			const isParting = /\p{L}\p{M}*[ \t]+\*{3,}[ \t]+\p{L}/u.test(left);
			if (!(isParting && inVerse(start)))
				say(
					start + at,
					'literal-emphasis',
					isParting
						? 'علامة *** بين الشطرين تُطبع كما هي. ضع الشعر بين <Verse> و</Verse>، واكتب بين الشطرين «…» وحولها مسافتان.'
						: `علامة ${mark} تُطبع كما هي. ألصقها بأول الكلام وآخره وضع علامات الترقيم خارجها: «${mark}نص${mark}».`,
				);
		}
		for (const { index } of raw.matchAll(SPREAD))
			if (!inVerse(start))
				say(
					start + index,
					'spread-words',
					'فراغ واسع بين كلمتين يُعرض مسافة واحدة. إن كان شعرًا فضعه بين <Verse> و</Verse> واكتب بين الشطرين «…» وحولها مسافتان، وإن كان جدولًا فاكتبه بين علامات |.',
				);
		const end = start + raw.length;
		if (/(?<!\\)\\$/.test(raw) && /^[ \t]*(?:\n|$)/.test(source.slice(end, end + 20)))
			say(end - 1, 'stray-break', 'الشرطة \\ في آخر الفقرة لا تبدأ سطرًا، وتُطبع كما هي. احذفها.', [
				edit(end - 1, 1, ''),
			]);
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
		// The address became a link by itself, after the text.
		for (const { 0: whole, 1: words = '', index } of raw.matchAll(/\(([^\(\)\n]+)\)\[/gv)) {
			const after = source.slice(start + index + whole.length);
			const [address, url] = /^((?:https?:\/\/|www\.)[^\s\]]+)\]/.exec(after) ?? [];
			if (!address || !url) continue;
			const link = `[${words}](${url})`;
			say(start + index, 'split-link', `القوسان مكان أحدهما الآخر فلا يُقرأ الرابط. اكتب ${link}`, [
				edit(start + index, whole.length + address.length, link),
			]);
		}
		for (const { index } of raw.matchAll(
			/\$[^$\n]*(?:\\[a-z]|\^)[^$]*\$|\$\$[^$]+\$\$|\\\([^\n]*?(?:\\[a-z]|\^)[^\n]*?\\\)/gi,
		))
			say(
				start + index,
				'formula',
				'صيغة LaTeX لا تُرسم، فتُطبع علاماتها كما هي. اكتبها بحروفها مثل E = mc²، أو ضعها صورة.',
			);
	};

	/** Paragraphs that follow one another: a list may be pasted as one or as several. */
	const readRun = (run: MdastNode[]) => {
		const lines = run.flatMap((node): Line[] => {
			let offset = startOf(node);
			return written(node, source)
				.split('\n')
				.map((line, _, { length }) => {
					const indent = /^[ \t>]*/.exec(line)?.[0].length ?? 0;
					const read = { text: line.slice(indent), offset: offset + indent, isAlone: length === 1 };
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
				// Laws and rulings are cited by their letters: those stay, in lines of their own.
				if (/^\(?\p{L}/u.test(text)) {
					if (!line.isAlone)
						say(
							offset,
							'pasted-list',
							`«${marker.trim()}» لا تبدأ سطرًا، فيُعرض البند متصلًا بما قبله. اترك قبلها سطرًا فارغًا ليبقى الحرف، أو اكتب «${number}. » مكانها لقائمة مرقمة.`,
						);
				} else
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
		for (const node of run) if (!table(node)) runOn(node);
	};

	/** Rows of a table that were copied from a sheet, or have no line under the head. Returns whether there are such. */
	const table = (node: MdastNode): boolean => {
		const start = startOf(node);
		const raw = written(node, source);
		const lines = raw.split('\n').map((line) => line.replace(/[ \t]+$/, ''));
		const isTyped = lines.every((line) => /^\|.*\S.*\|$/.test(line));
		const cells = lines.map((line) =>
			isTyped ? line.slice(1, -1).split('|') : line.split(/ *\t */),
		);
		const [head = []] = cells;
		if (lines.length < 2 || head.length < 2) return false;
		const inCells = cells.filter(({ length }) => length > 1);
		if (inCells.length * 2 <= cells.length) return false;
		// The halves of verses may be parted by tabs, too.
		if (!isTyped && head.length === 2 && !/\p{Nd}/u.test(raw)) return false;
		const rule = `|${' --- |'.repeat(head.length)}`;
		const isWhole =
			cells.every(({ length }) => length <= head.length) && !(/\|/.test(raw) && !isTyped);
		const [, second = ''] = lines;
		if (isTyped)
			say(
				start,
				'table-rule',
				`جدول بلا سطر تحت رأسه، فيُعرض علامات في سطر. اكتب تحت السطر الأول: ${rule}`,
				/^[|\s:-]+$/.test(second) ? undefined : [edit(start + raw.indexOf('\n'), 0, `\n${rule}`)],
			);
		else
			say(
				start,
				'pasted-table',
				`جدول منسوخ من Excel أو Word، تُعرض خلاياه متصلة. اكتب كل صف بين علامات |، وتحت رأسه ${rule}`,
				isWhole
					? [
							edit(
								start,
								raw.length,
								[head, ...cells.slice(1)]
									.map(
										(row) =>
											`| ${row.concat(Array(head.length - row.length).fill('')).join(' | ')} |`,
									)
									.toSpliced(1, 0, rule)
									.join('\n'),
							),
						]
					: undefined,
			);
		return true;
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
		// Here line breaks are meant, and lines may begin with anything.
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
