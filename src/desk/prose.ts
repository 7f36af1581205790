import type { MdastNode } from 'satteri';
import { children, isElement, startOf, written } from '../article/tree.ts';
import type { SourceProblem } from './problem.ts';
import { type Edit, OPAQUE } from './rules/rule.ts';
import { type TextProblem, textProblems } from './text.ts';

/** What was meant for a link and became text: «](tel:+968 2469 6000)». */
export const FAILED_LINK = /(?<!\\)\]\([^\n\)]*\)?/gv;

interface Block {
	text: string;
	/** For each UTF-16 unit of the text where it starts in the source, and where it ends. */
	starts: number[];
	/** NaN where that cannot be told. */
	ends: number[];
}

/** What is wrong with the words of a body that readers see. */
export function proseProblems(
	body: MdastNode,
	source: string,
	meant: readonly string[],
): SourceProblem[] {
	const all = blocks(body, source);
	return all.flatMap((block, index) =>
		textProblems(block.text, meant)
			.filter(({ rule, offset }) => {
				// A quotation of several paragraphs opens each of them and closes the last.
				const next = all[index + 1]?.text.trimStart();
				return !(
					rule === 'unbalanced-quote' &&
					/[«"\u201C\u201D]/.test(block.text[offset] ?? '') &&
					next?.startsWith(block.text[offset] ?? '')
				);
			})
			.map((problem) => inSource(problem, block, source)),
	);
}

function inSource(
	{ offset, rule, message, severity, edits }: TextProblem,
	{ starts, ends }: Block,
	source: string,
): SourceProblem {
	const moved = edits?.map((edit): Edit | undefined => {
		const first = starts[edit.offset] ?? ends.at(-1) ?? NaN;
		const last = edit.length > 0 ? (ends[edit.offset + edit.length - 1] ?? NaN) : first;
		for (let unit = edit.offset; unit < edit.offset + edit.length - 1; unit++)
			if (ends[unit] !== starts[unit + 1]) return undefined;
		// Before the first sign of a part (a link, bold) the place is not certain.
		if (edit.length === 0 && ends[edit.offset - 1] !== first) return undefined;
		// A letter before it makes `_` no sign of emphasis.
		if (/\p{L}$/u.test(edit.text) && source[last] === '_') return undefined;
		return Number.isNaN(last) || source.slice(first, last).includes('\n')
			? undefined
			: { offset: first, length: last - first, text: edit.text };
	});
	return {
		offset: starts[offset] ?? ends.at(-1) ?? 0,
		rule,
		message,
		...(severity && { severity }),
		...(moved?.every((edit) => edit !== undefined) && { edits: moved }),
	};
}

/** What is wrong with words that stand at a node beside its text: an attribute, a title. */
export function attributeProblems(
	node: MdastNode,
	source: string,
	field: string,
	text: string,
	meant: readonly string[],
): SourceProblem[] {
	const raw = written(node, source);
	// Only a text that occurs exactly once has a certain place.
	const at = raw.indexOf(text);
	const isCertain = at >= 0 && raw.indexOf(text, at + 1) < 0;
	return textProblems(text, meant).map(({ rule, message, severity, edits }) => ({
		offset: startOf(node),
		field,
		rule,
		message,
		...(severity && { severity }),
		...(edits &&
			isCertain && {
				edits: edits.map((edit) => ({ ...edit, offset: startOf(node) + at + edit.offset })),
			}),
	}));
}

/**
 * Maps each UTF-16 unit of a node's text to its place in the source, where escapes, entities and
 * the `>` of quotations take more room. Undefined if they do not match.
 */
export function aligned(
	value: string,
	raw: string,
	start: number,
): Pick<Block, 'starts' | 'ends'> | undefined {
	const starts: number[] = [];
	const ends: number[] = [];
	let at = 0;
	for (let unit = 0; unit < value.length; unit++) {
		if (value[unit] !== raw[at] && value[unit - 1] === '\n')
			at += /^[ \t>]*/.exec(raw.slice(at))?.[0].length ?? 0;
		const rest = raw.slice(at, at + 40);
		let length = 0;
		if (rest[0] === '\\' && rest[1] === value[unit]) length = 2;
		else if (rest[0] === '&' && value[unit] !== '&')
			length = /^&(?:#x?[\da-f]+|\w+);/i.exec(rest)?.[0].length ?? 0;
		else if (rest[0] === '&') length = /^&amp;/i.exec(rest)?.[0].length ?? 1;
		else if (rest[0] === value[unit]) length = 1;
		else if (value[unit] === '\n' || value[unit] === ' ')
			length = /^\s+/.exec(rest)?.[0].length ?? 0;
		if (length === 0) return undefined;
		starts.push(start + at);
		ends.push(start + at + length);
		at += length;
		if (/[\uD800-\uDBFF]/.test(value[unit] ?? '') && length > 1) {
			starts.push(start + at - length);
			ends.push(start + at);
			unit++;
		}
	}
	return { starts, ends };
}

/**
 * The visible text of each paragraph, heading and cell, so that rules see across **bold** and
 * [links](…).
 */
function blocks(body: MdastNode, source: string): Block[] {
	const all: Block[] = [];
	const add = (block: Block, text: string, start: number, raw: string) => {
		const places = aligned(text, raw, start);
		for (let unit = 0; unit < text.length; unit++) {
			block.starts.push(places?.starts[unit] ?? start);
			block.ends.push(places?.ends[unit] ?? NaN);
		}
		block.text += text;
	};
	const addOpaque = (block: Block, node: MdastNode) => {
		block.text += OPAQUE;
		block.starts.push(startOf(node));
		block.ends.push(NaN);
	};
	const inline = (node: MdastNode, block: Block): void => {
		const start = startOf(node);
		if (node.type === 'text') add(block, node.value, start, written(node, source));
		else if (node.type === 'break') add(block, '\n', start, '\n');
		else if (node.type === 'footnoteReference') return;
		else if (children(node).length > 0 && !isElement(node) && !isAddress(node, source))
			for (const child of children(node)) inline(child, block);
		else addOpaque(block, node);
	};
	const visit = (node: MdastNode): void => {
		// Text of another direction or language, or exempt from rules.
		if (isElement(node) && /^(?:Ltr|bdi|Quran)$/.test(node.name ?? '')) return;
		const inner = children(node);
		if (
			!inner.some(
				({ type }) =>
					type === 'text' || type === 'strong' || type === 'emphasis' || type === 'link',
			)
		)
			return inner.forEach(visit);
		const block: Block = { text: '', starts: [], ends: [] };
		for (const child of inner) inline(child, block);
		all.push({
			...block,
			text: block.text.replace(FAILED_LINK, (link) => OPAQUE.repeat(link.length)),
		});
	};
	visit(body);
	return all;
}

/**
 * A link that is its own address, or a telephone number: `article/markdown.ts` gives it its
 * direction.
 */
function isAddress(node: MdastNode, source: string): boolean {
	if (node.type !== 'link') return false;
	const raw = written(node, source);
	return !raw.startsWith('[') || (/^tel:/i.test(node.url) && !/\p{Script=Arabic}/u.test(raw));
}
