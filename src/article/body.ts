import { type MdastNode, mdxToMdast } from 'satteri';
import { SECTIONS, type SectionId } from './sections.ts';
import { children, type Element, isElement } from './tree.ts';

/** The Markdown tree of an article's file; positions count from its start. Throws what the MDX parser throws. */
export function readBody(source: string): MdastNode {
	return mdxToMdast(source, { features: { gfm: true, frontmatter: true } });
}

export const isSection = (node: MdastNode): node is Element & { name: keyof typeof SECTIONS } =>
	isElement(node) && Object.hasOwn(SECTIONS, node.name ?? '');

/** The ids of the sections that a body has, in its order. */
export function sections(body: MdastNode): SectionId[] {
	return children(body)
		.filter(isSection)
		.map(({ name }) => SECTIONS[name]);
}

/** The words of a body in their order, without markup; for counting, not for show. */
export function plainText(body: MdastNode): string {
	if ('value' in body) return body.type === 'yaml' || body.type === 'mdxjsEsm' ? '' : body.value;
	return children(body).map(plainText).join(' ');
}
