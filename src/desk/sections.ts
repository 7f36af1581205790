import type { MdastNode } from 'satteri';
import type { Reading } from '../article/read.ts';
import { SECTION_IDS, SECTIONS, sectionOf } from '../article/sections.ts';
import { children, isElement, startOf } from '../article/tree.ts';
import type { SourceProblem } from './problem.ts';

/**
 * What is wrong with the sections of an article: one in another element, one twice, facts whose
 * section is not there.
 */
export function sectionProblems(body: MdastNode, { source, data }: Reading): SourceProblem[] {
	const found: SourceProblem[] = [];
	const seen = new Set<string>();
	const visit = (node: MdastNode, outer?: string): void => {
		const name = isElement(node) ? (node.name ?? '') : undefined;
		const id = sectionOf(name ?? null);
		if (id) {
			const offset = startOf(node);
			if (outer !== undefined)
				found.push({
					offset,
					message: `القسم <${name}> داخل <${outer}>. أخرجه إلى أعلى مستوى في النص.`,
				});
			if (seen.has(id)) found.push({ offset, message: `القسم <${name}> مكرر. ادمج القسمين.` });
			seen.add(id);
		}
		for (const child of children(node)) visit(child, name ?? outer);
	};
	visit(body);
	for (const id of SECTION_IDS) {
		const name = SECTIONS[id].component;
		if (Object(data)[id] === undefined || seen.has(id)) continue;
		found.push({
			offset: Math.max(0, source.search(new RegExp(`^${id}\\b`, 'm'))),
			field: id,
			message: `${id} في البيانات ولا <${name}> في النص، فلا يُعرض قسمه في المقال. ضع في النص <${name}> … </${name}>، أو احذف ${id} من البيانات.`,
			severity: 'warning',
		});
	}
	return found;
}
