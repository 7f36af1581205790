import type { HastNode, HastVisitorContext, MdxJsxFlowElementHast } from 'satteri';
import { attributeOf, isBlank } from './tree.ts';

type Element = MdxJsxFlowElementHast;

const isPicture = (node: HastNode) => node.type === 'element' && node.tagName === 'img';
const isFigure = (node: HastNode): node is Element =>
	node.type === 'mdxJsxFlowElement' && node.name === 'Figure';

/** The nodes of a figure or a gallery without the paragraphs that Markdown puts around pictures. */
function unwrapped(nodes: readonly HastNode[]): HastNode[] {
	return nodes.flatMap((node) => {
		if (node.type !== 'element' || node.tagName !== 'p') return node;
		const inner = node.children.filter((child) => !isBlank(child));
		return inner.length > 0 && inner.every(isPicture) ? inner : node;
	});
}

/** An element with its pictures told their `place`, a name of pictures/places.ts. */
function placed(element: Element, place: string): Element {
	const children = unwrapped(element.children).map((node) =>
		node.type === 'element' && node.tagName === 'img'
			? { ...node, properties: { ...node.properties, place } }
			: node,
	);
	return { ...element, children: children as Element['children'] };
}

/**
 * Tells pictures in figures how wide they may be, and gives each picture of a gallery a figure of
 * its own.
 */
export const figures = {
	name: 'figures',
	mdxJsxFlowElement: {
		filter: ['Figure', 'Gallery', 'Video', 'Embed'],
		visit(node: Readonly<Element>, context: HastVisitorContext): HastNode | undefined {
			if (node.name === 'Gallery') {
				const children = unwrapped(node.children).map((child) => {
					if (isFigure(child)) return placed(child, 'gallery');
					if (!isPicture(child)) return child;
					const figure = { type: 'mdxJsxFlowElement', name: 'Figure', attributes: [] } as const;
					return placed({ ...figure, children: [child] } as unknown as Element, 'gallery');
				});
				return { ...node, children: children as Element['children'] };
			}
			const parent = context.parent(node);
			if (parent && 'name' in parent && parent.name === 'Gallery') return undefined;
			if (node.name !== 'Figure') return placed(node, 'clip');
			return placed(node, attributeOf(node, 'wide') === undefined ? 'column' : 'wide');
		},
	},
};
