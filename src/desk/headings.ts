import type { MdastNode } from 'satteri';
import type { Reading } from '../article/read.ts';
import { sectionOf } from '../article/sections.ts';
import { children, isElement, startOf, written } from '../article/tree.ts';
import { edit, type SourceProblem, warning } from './problem.ts';

type Heading = Extract<MdastNode, { type: 'heading' }>;

/** A setext heading. Its line of `-` or `=` was mostly meant as a separator. */
function underlined(heading: Heading, source: string): SourceProblem[] {
	const sign = /\n[ \t>]*(-+|=+)[ \t]*$/.exec(written(heading, source))?.[1];
	if (!sign || written(heading, source).startsWith('#')) return [];
	const message = `السطر «${sign.slice(0, 3)}» تحت النص يجعل النص كله عنوانًا. إن أردت فاصلًا فاترك قبله سطرًا فارغًا واكتبه ---، وإن أردت عنوانًا فرعيًّا فاحذفه وابدأ النص بـ ##.`;
	const offset = startOf(heading);
	// One of `===` is refused: it has the level of the headline.
	return [{ offset, message, ...(sign.startsWith('-') && { severity: 'warning' as const }) }];
}

/** What is wrong with the level of a heading. @param above The level before it. */
function levelFault(
	{ depth }: Heading,
	text: string,
	above: number,
	isInSection: boolean,
): string | undefined {
	if (depth === 1 && text.startsWith('#'))
		return 'العلامة # محجوزة للعنوان. ابدأ العناوين الفرعية بـ ## خارج الأقسام وبـ ### داخلها.';
	if (isInSection && depth === 2)
		return 'عنوان فرعي بـ ## داخل قسم. ابدأ العناوين الفرعية داخل الأقسام بـ ###.';
	if (depth > above + 1)
		return `قفزة في مستويات العناوين الفرعية من ${above} إلى ${depth}. استعمل ${'#'.repeat(above + 1)}.`;
	return undefined;
}

/** What is wrong with the headings of a body: levels, words, a line that makes one of a text. */
export function headingProblems(body: MdastNode, { source, yaml }: Reading): SourceProblem[] {
	const found: SourceProblem[] = [];
	let above = 1;
	const visit = (node: MdastNode, isInSection: boolean): void => {
		const isSection = isElement(node) && sectionOf(node.name) !== undefined;
		if (isSection) above = 2;
		if (node.type === 'heading') {
			const offset = startOf(node);
			const text = written(node, source);
			// Without parsed frontmatter, its closing `---` would look like an underline.
			if (yaml !== undefined) found.push(...underlined(node, source));
			if (children(node).length === 0)
				found.push(
					warning(offset, 'empty-heading', 'عنوان فرعي بلا نص. اكتب نصه، أو احذف السطر.', [
						edit(offset, text.length, ''),
					]),
				);
			const message = levelFault(node, text, above, isInSection);
			if (message) found.push({ offset, message });
			above = node.depth;
		}
		for (const child of children(node)) visit(child, isInSection || isSection);
		if (isSection) above = 1;
	};
	visit(body, false);
	return found;
}
