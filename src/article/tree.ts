import type { MdastNode } from 'satteri';

export type Element = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

export const children = (node: MdastNode): readonly MdastNode[] =>
	'children' in node ? node.children : [];
export const isElement = (node: MdastNode): node is Element =>
	node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
export const startOf = (node: MdastNode) => node.position?.start.offset ?? 0;
/** A node as its writer wrote it. */
export const written = (node: MdastNode, source: string) =>
	source.slice(startOf(node), node.position?.end.offset);

/** A node and all within it, in the order of the text. */
export function* within(node: MdastNode): Generator<MdastNode> {
	yield node;
	for (const child of children(node)) yield* within(child);
}
