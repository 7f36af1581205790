import type { HastNode, MdxJsxFlowElementHast } from 'satteri';
import { attributeOf, isBlank, isQuestion } from './tree.ts';

type Element = MdxJsxFlowElementHast;

/** The sign between the two halves of a verse, with a space on each side. */
export const HALVES = / (?:…|\.\.\.) /;

const text = (value: string): HastNode => ({ type: 'text', value });
const element = (tagName: string, className: string | undefined, children: HastNode[]) =>
	({
		type: 'element',
		tagName,
		properties: className ? { className: [className] } : {},
		children,
	}) as HastNode;

/** Splits the nodes of a paragraph at a sign in their text, into at most `most` parts. */
function parted(nodes: readonly HastNode[], sign: RegExp, most = Infinity): HastNode[][] {
	const parts: HastNode[][] = [[]];
	for (const node of nodes) {
		if (node.type !== 'text') {
			parts.at(-1)?.push(node);
			continue;
		}
		let rest = node.value;
		for (let found = sign.exec(rest); found && parts.length < most; found = sign.exec(rest)) {
			parts.at(-1)?.push(text(rest.slice(0, found.index)));
			parts.push([]);
			rest = rest.slice(found.index + found[0].length);
		}
		parts.at(-1)?.push(text(rest));
	}
	return parts;
}

/** A stanza: a `p` for each line, and in it a `span` for each half. */
function stanza(paragraph: Extract<HastNode, { type: 'element' }>): HastNode {
	const flat = paragraph.children.map((child) =>
		child.type === 'element' && child.tagName === 'br' ? text('\n') : child,
	);
	const lines = parted(flat, /\s*\n\s*/).filter((line) => !line.every(isBlank));
	return element(
		'div',
		undefined,
		lines.map((line) => {
			const [first = [], second] = parted(line, HALVES, 2);
			return second
				? element('p', 'halves', [
						element('span', undefined, first),
						// Hidden on screen; for copying, screen readers, and readers without our styles.
						element('span', 'sr-only', [text(' … ')]),
						element('span', undefined, second),
					])
				: element('p', undefined, first);
		}),
	);
}

/** A block of `Ltr` or `bdi` as a `div`: `bdi` may not contain paragraphs. */
function passage(node: Element, paragraphs: readonly HastNode[]): HastNode {
	const dir = node.name === 'Ltr' ? 'ltr' : (attributeOf(node, 'dir') ?? 'auto');
	const properties = { className: ['prose'], dir, lang: attributeOf(node, 'lang') };
	return { type: 'element', tagName: 'div', properties, children: [...paragraphs] } as HastNode;
}

/**
 * Parts poems into lines, marks questions, and wraps what was written in one line, or is an address
 * alone, into a paragraph.
 */
export const inText = {
	name: 'in-text',
	mdxJsxFlowElement: {
		filter: ['Verse', 'Quran', 'Hadith', 'Interview', 'Ltr', 'bdi', 'Contact'],
		visit(node: Readonly<Element>): HastNode {
			const nodes = node.children.filter((child) => !isBlank(child)) as HastNode[];
			const isLine = !nodes.some((child) => child.type === 'element' && child.tagName === 'p');
			if (/^(?:Ltr|bdi|Contact)$/.test(node.name ?? ''))
				return isLine ? element('p', undefined, [node as HastNode]) : passage(node, nodes);
			const paragraphs = isLine ? [element('p', undefined, node.children)] : nodes;
			const children = paragraphs.map((child) => {
				if (node.name === 'Verse' && child.type === 'element' && child.tagName === 'p')
					return stanza(child);
				if (node.name === 'Interview' && child.type === 'element' && isQuestion(child))
					return { ...child, properties: { ...child.properties, className: ['question'] } };
				return child;
			});
			return { ...node, children: children as Element['children'] };
		},
	},
};
