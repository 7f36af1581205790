import type { MdastNode } from 'satteri';
import { children, type Finding, isElement, startOf, written } from '../article/tree.ts';
import { textProblems } from './text.ts';

/** Stands in checked text for what is not Arabic prose: code, pictures, isolated Latin. */
const OPAQUE = '\uFFFC';

/** What was meant for a link and became text: «](tel:+968 2469 6000)». */
export const FAILED_LINK = /(?<!\\)\]\([^\n\)]*\)?/gv;

interface Block {
	text: string;
	/** For each UTF-16 unit of the text its offset in the source. */
	offsets: number[];
}

/** What is wrong with the words of a body that readers see. */
export function proseProblems(body: MdastNode, source: string): Finding[] {
	return blocks(body, source).flatMap(({ text, offsets }) =>
		textProblems(text).map(({ offset, message, severity }) => ({
			offset: offsets[offset] ?? 0,
			message,
			...(severity && { severity }),
		})),
	);
}

/** What is wrong with words that stand at a node beside its text: an attribute, a title. */
export function attributeProblems(node: MdastNode, field: string, text: string): Finding[] {
	return textProblems(text).map(({ message, severity }) => ({
		offset: startOf(node),
		field,
		message,
		...(severity && { severity }),
	}));
}

/** The visible text of each paragraph, heading and cell, so that rules see across **bold** and [links](…). */
function blocks(body: MdastNode, source: string): Block[] {
	const all: Block[] = [];
	const add = (block: Block, text: string, start: number, raw: string) => {
		// Where the source writes the text otherwise (escapes, entities) its letters are spread from its start on.
		const exact = raw.startsWith(text);
		for (let index = 0; index < text.length; index++)
			block.offsets.push(start + (exact ? index : 0));
		block.text += text;
	};
	const inline = (node: MdastNode, block: Block): void => {
		const start = startOf(node);
		if (node.type === 'text') add(block, node.value, start, written(node, source));
		else if (node.type === 'break') add(block, '\n', start, '\n');
		else if (node.type === 'footnoteReference') return;
		// article/markdown.ts gives such a number its own direction.
		else if (
			node.type === 'link' &&
			/^tel:/i.test(node.url) &&
			!/\p{Script=Arabic}/u.test(written(node, source))
		)
			add(block, OPAQUE, start, OPAQUE);
		else if (children(node).length > 0 && !isElement(node))
			for (const child of children(node)) inline(child, block);
		else add(block, OPAQUE, start, OPAQUE);
	};
	const visit = (node: MdastNode): void => {
		const inner = children(node);
		if (
			!inner.some(
				({ type }) =>
					type === 'text' || type === 'strong' || type === 'emphasis' || type === 'link',
			)
		)
			return inner.forEach(visit);
		const block: Block = { text: '', offsets: [] };
		for (const child of inner) inline(child, block);
		all.push({
			...block,
			text: block.text.replace(FAILED_LINK, (link) => OPAQUE.repeat(link.length)),
		});
	};
	visit(body);
	return all;
}
