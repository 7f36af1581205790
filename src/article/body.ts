import type { MdastNode } from 'satteri';
import { SECTIONS, type SectionId } from './sections.ts';
import { children, type Element, isElement } from './tree.ts';

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
