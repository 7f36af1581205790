import type { MdastNode } from 'satteri';
import { startOf, within, written } from '../article/tree.ts';
import type { SourceProblem } from './problem.ts';

/** The parser leaves a reference without a definition as text. */
const LONELY_REFERENCE = /(?<!\\)\[\^([^\]\n]+)\]/gv;

/** Its name is part of an address. */
const isName = (text: string) => /^[\w\-]+$/v.test(text);

/**
 * What is wrong with footnotes: names, a reference or a definition without the other, the same name
 * twice.
 */
export function footnoteProblems(body: MdastNode, source: string): SourceProblem[] {
	const found: SourceProblem[] = [];
	const nodes = [...within(body)];
	const references = new Set(
		nodes.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])),
	);
	const defined = new Set<string>();
	for (const node of nodes) {
		const say = (message: string, offset = 0) =>
			found.push({ offset: startOf(node) + offset, message });
		const misnamed = (name: string) =>
			`اسم الهامش [^${name}] لا يصلح. سمِّه في الموضعين برقم أو بحروف لاتينية بلا مسافات: [^1].`;
		if (node.type === 'text') {
			for (const { 1: name = '', index } of written(node, source).matchAll(LONELY_REFERENCE)) {
				say(
					isName(name)
						? `الهامش [^${name}] بلا نص. أضف سطرًا فيه [^${name}]: ثم نصّه.`
						: misnamed(name),
					index,
				);
			}
		} else if (node.type === 'definition' && node.identifier.startsWith('^')) {
			say(misnamed(node.identifier.slice(1)));
		} else if (node.type === 'footnoteDefinition') {
			const { identifier } = node;
			if (!isName(identifier)) say(misnamed(identifier));
			else if (defined.has(identifier))
				say(
					`الهامش [^${identifier}] معرَّف مرتين، ولا يُعرض إلا الأول. ادمج النصين، أو سمِّ أحدهما باسم آخر.`,
				);
			else if (!references.has(identifier))
				say(
					`الهامش [^${identifier}] لا يُشار إليه في النص، فلا يُعرض. ضع [^${identifier}] في موضعه من النص، أو احذفه.`,
				);
			defined.add(identifier);
		}
	}
	return found;
}
