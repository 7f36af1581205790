import { htmlSentence } from './html.ts';
import { edit, type SourceProblem } from './problem.ts';

/**
 * What is written otherwise in MDX than in Markdown, and how; looked for where the parser stopped.
 */
const SLIPS: [written: RegExp, message: (written: string) => string][] = [
	[/^<!--/, () => 'التعليق <!-- … --> لا يُقرأ هنا. اكتب {/* … */}.'],
	[
		/^<((?:https?:|mailto:|tel:|www\.)[^\s>]*|[^\s<>@]+@[^\s<>]+)>/i,
		(address) => `الرابط بين < > لا يُقرأ هنا. اكتب [النص](${whole(address)}).`,
	],
];

/** A component with a value that is not in quotation marks, or has such marks within. */
const BAD_VALUE = /^<(bdi|[A-Z]\w+)\s[^>\n]*[="\u201C\u201D]/;

/**
 * Such a component with each value in quotation marks of its own; undefined where the end of one is
 * not certain.
 */
function withQuotes(component: string): string | undefined {
	const values = /(?<=\s\w+=)(.*?)(?=\s+\w+=|\s*\/?>$)/g;
	const inside = (value: string) =>
		value.replace(/^["'\u201C\u201D«]|["'\u201C\u201D»]$/g, '').replace(/"([^"]*)"/g, '«$1»');
	if (
		Array.from(component.matchAll(values), ([value]) => inside(value)).some((value) =>
			/["\u201C\u201D]/.test(value),
		)
	)
		return undefined;
	return component.replace(values, (value) => `"${inside(value)}"`);
}

/** An address with its scheme. */
function whole(address: string): string {
	if (/^(?:mailto|tel):/i.test(address)) return address;
	return address.includes('@')
		? `mailto:${address}`
		: `https://${address.replace(/^https?:\/\//i, '')}`;
}

/** What the parser says, in Arabic; each with its mend. */
const SAYINGS: [said: RegExp, message: (...parts: string[]) => string][] = [
	[
		/^Expected a closing tag for `<(\w*)>`/,
		(name) =>
			/^(?:bdi|[A-Z].*|)$/.test(name)
				? `الوسم <${name}> لا يُغلق. اكتب </${name}> بعد نهاية ما بداخله، أو احذفه.`
				: `${htmlSentence(name)} وإن أردت العلامة < نفسها فاكتب &lt;.`,
	],
	[
		/^Unexpected closing tag `<\/([^`>]*)>`, expected corresponding closing tag for `<([^`>]*)>` \((\d+):/,
		(closed, open, line) =>
			`الوسم </${closed}> يغلق <${open}> الذي في السطر ${line}. اكتب </${open}>، أو أغلق كلًّا في موضعه.`,
	],
	[
		/^Unexpected closing tag `<\/([^`>]*)>`/,
		(name) => `الوسم </${name}> يغلق ما لم يُفتح. احذفه، أو اكتب <${name}> قبله.`,
	],
	[/^Unexpected end of file in expression/, () => 'القوس { لا يُغلق. إن أردت القوس نفسه فاكتب \\{.'],
	[
		/parse expression|expression/,
		() => 'ما بين { } يُقرأ برمجة لا نصًا. إن أردت القوسين فاكتب \\{ و \\}.',
	],
	[
		/^Unexpected character after `<`/,
		() => 'علامة < تبدأ وسمًا لا يكتمل. إن أردت العلامة نفسها فاكتب &lt;.',
	],
];

/** The offset of a line and a column, both from 1. */
function offsetOf(text: string, line: number, column: number): number {
	let offset = 0;
	for (let count = 1; count < line; count++) offset = text.indexOf('\n', offset) + 1;
	return offset + column - 1;
}

/**
 * A tag around paragraphs that shares its line with text: MDX does not find its closing tag. It
 * must stand on a line of its own.
 */
function beside(source: string, offset: number, detail: string): SourceProblem | undefined {
	const [, name] = /^Expected a closing tag for `<([A-Z]\w*)>`/.exec(detail) ?? [];
	const tag = /^<[^<>]*>/.exec(source.slice(offset))?.[0];
	if (!name || !tag || !source.slice(offset).includes(`</${name}>`)) return undefined;
	const end = offset + tag.length;
	const before = /[^\n]*$/.exec(source.slice(0, offset))?.[0] ?? '';
	const after = /^[^\n]*/.exec(source.slice(end))?.[0] ?? '';
	if (!before.trim() && !after.trim()) return undefined;
	const space = /[ \t]*$/.exec(before)?.[0].length ?? 0;
	return {
		offset,
		rule: 'component-beside',
		message: `الوسم <${name}> ليس في سطر وحده وتحته فقرات، فلا يُقرأ. ابدأه في سطر وحده، واترك قبله وبعده سطرًا فارغًا.`,
		edits: [
			...(before.trim() ? [{ offset: offset - space, length: space, text: '\n\n' }] : []),
			...(after.trim() ? [{ offset: end, length: 0, text: '\n\n' }] : []),
		],
	};
}

/** Where the MDX parser stopped (`6:4: Unexpected…`, in UTF-16 units) and what to do. */
export function parseProblem(source: string, error: unknown): SourceProblem {
	const [, line = 1, column = 1, detail = ''] =
		/^(\d+):(\d+):\s*(.*)/s.exec(String(error instanceof Error ? error.message : error)) ?? [];
	let offset = offsetOf(source, Number(line), Number(column));
	// Within an expression, show where it begins.
	if (/parse expression/.test(detail)) offset = Math.max(0, source.lastIndexOf('{', offset));
	const rest = source.slice(offset);
	const [comment, remark = ''] = /^<!--([\s\S]*?)-->/.exec(rest) ?? [];
	if (comment && !remark.includes('*/'))
		return {
			offset,
			message: 'التعليق <!-- … --> لا يُقرأ هنا. اكتب {/* … */}.',
			edits: [edit(offset, comment.length, `{/*${remark}*/}`)],
		};
	for (const [slip, message] of SLIPS) {
		const match = slip.exec(rest);
		if (match) return { offset, message: message(match[1] ?? '') };
	}
	const [, tag] = (/^Unexpected character after `<`/.test(detail) && BAD_VALUE.exec(rest)) || [];
	if (tag) {
		const component = /^[^>\n]*>/.exec(rest)?.[0] ?? '';
		const text = withQuotes(component);
		return {
			offset,
			message: `الوسم <${tag}> لا يُقرأ. اكتب كل قيمة فيه بعد = وبين علامتي " "، والاقتباس داخلها بين « »، واختمه بـ >.`,
			...(text && text !== component && { edits: [{ offset, length: component.length, text }] }),
		};
	}
	const opened = beside(source, offset, detail);
	if (opened) return opened;
	for (const [said, message] of SAYINGS) {
		const match = said.exec(detail);
		if (match) return { offset, message: message(...match.slice(1)) };
	}
	return {
		offset,
		message:
			'تعذّرت قراءة النص من هنا. أغلق كل مكوّن بوسمه، وإن أردت { أو < نفسها فاكتب \\{ أو &lt;.',
	};
}
