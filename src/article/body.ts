import type { MdastNode } from 'satteri';
import { type SectionId, sectionOf } from './sections.ts';
import { children, isElement } from './tree.ts';

/** The ids of the sections that a body has, in its order. */
export function sections(body: MdastNode): SectionId[] {
	return children(body).flatMap((node) => (isElement(node) && sectionOf(node.name)) || []);
}

/** The words of a body in their order, without markup; for counting, not for show. */
export function plainText(body: MdastNode): string {
	if ('value' in body) return body.type === 'yaml' || body.type === 'mdxjsEsm' ? '' : body.value;
	return children(body).map(plainText).join(' ');
}
