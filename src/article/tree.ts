/** What plug-ins and judges ask of a tree: of Markdown (mdast), or of the HTML that it becomes (hast). */
import type { HastNode, MdastNode } from 'satteri';

/** A component in a text: `<Figure>`, alone or within a line. */
export type Element = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** The nodes in a node; none for a text. */
export const children = (node: MdastNode): readonly MdastNode[] =>
	'children' in node ? node.children : [];
/** Whether a node is a component. */
export const isElement = (node: MdastNode): node is Element =>
	node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
/** The offset of a node in its source, in UTF-16 units. */
export const startOf = (node: MdastNode) => node.position?.start.offset ?? 0;
/** A node as its writer wrote it. */
export const written = (node: MdastNode, source: string) =>
	source.slice(startOf(node), node.position?.end.offset);

/** Whether a node is white space between others. */
export const isBlank = (node: MdastNode | HastNode): boolean =>
	node.type === 'text' && !node.value.trim();

/** The value of a component's attribute: null where it is written alone, undefined where it is not there. */
export const attributeOf = (
	{ attributes }: Pick<Element, 'attributes'>,
	name: string,
): Element['attributes'][number]['value'] | undefined =>
	attributes.find((attribute) => 'name' in attribute && attribute.name === name)?.value;

/** A node and all within it, in the order of the text. */
export function* within(node: MdastNode): Generator<MdastNode> {
	yield node;
	for (const child of children(node)) yield* within(child);
}
