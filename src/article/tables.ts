import type { HastNode, HastVisitorContext, MdxJsxFlowElementHast } from 'satteri';
import { inDigits } from '../publisher/numbers.ts';
import { sectionOf } from './sections.ts';
import { attributeOf } from './tree.ts';

/** The components around a node, the nearest first. */
function* around(node: HastNode, context: HastVisitorContext): Generator<MdxJsxFlowElementHast> {
	for (let parent = context.parent(node); parent; parent = context.parent(parent))
		if (parent.type === 'mdxJsxFlowElement') yield parent as MdxJsxFlowElementHast;
}

const sectionAround = (node: HastNode, context: HastVisitorContext) =>
	[...around(node, context)].map(({ name }) => sectionOf(name)).find(Boolean);

/** The caption of the figure that holds a node. */
function captionOf(node: HastNode, context: HastVisitorContext): string | undefined {
	const figure = around(node, context).find(({ name }) => name === 'Figure');
	const caption = figure && attributeOf(figure, 'caption');
	return typeof caption === 'string' && caption.trim() ? caption.trim() : undefined;
}

/**
 * Gives each table its name, for components/mdx/Table.astro: its caption, else the heading before
 * it, else its section; and to the second and later ones of a name their number.
 */
export const tables = () => {
	let heading: { text: string; section: string | undefined } | undefined;
	const counts = new Map<string, number>();
	return {
		name: 'tables',
		element: {
			filter: ['h2', 'h3', 'h4', 'h5', 'h6', 'table'],
			visit(node: Readonly<Extract<HastNode, { type: 'element' }>>, context: HastVisitorContext) {
				const section = sectionAround(node, context);
				if (node.tagName !== 'table') {
					heading = { text: context.textContent(node).trim(), section };
					return;
				}
				const above = heading?.section === section ? heading?.text : undefined;
				const label = captionOf(node, context) ?? above;
				const key = label ?? section ?? '';
				const count = (counts.get(key) ?? 0) + 1;
				counts.set(key, count);
				if (label) context.setProperty(node, 'label', label);
				else if (section) context.setProperty(node, 'section', section);
				if (count > 1) context.setProperty(node, 'number', inDigits(String(count)));
			},
		},
	};
};
