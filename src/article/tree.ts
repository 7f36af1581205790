/**
 * What plug-ins and judges ask of a tree: of Markdown (mdast), or of the HTML that it becomes
 * (hast).
 */
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
/** Whether a reader sees nothing of a node: white space, a line break, a comment. */
export const isUnseen = (node: MdastNode | HastNode): boolean =>
	isBlank(node) || /^(?:break|mdx(?:Flow|Text)Expression)$/.test(node.type);

/** Whether a paragraph of an interview, of either tree, is a question: bold whole. */
export function isQuestion(node: MdastNode | HastNode): boolean {
	if (kindOf(node) !== 'paragraph' || !('children' in node)) return false;
	const [only, ...others] = node.children.filter((child) => !isUnseen(child));
	return only !== undefined && kindOf(only) === 'strong' && others.length === 0;
}

/** The kind of a node in mdast; an element of HTML by its tag. */
function kindOf(node: MdastNode | HastNode): string {
	if (node.type !== 'element') return node.type;
	return node.tagName === 'p' ? 'paragraph' : node.tagName;
}

/**
 * The value of a component's attribute: null where it is written alone, undefined where it is not
 * there.
 */
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
