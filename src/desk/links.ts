/**
 * Judges the links of a body: where each leads, what it is called, and whether a footnote was
 * meant.
 */
import type { MdastNode } from 'satteri';
import { decode } from '../address/old-address.ts';
import { textOf } from '../article/body.ts';
import { updateId } from '../article/corrections.ts';
import { precision, publicationOf } from '../article/dates.ts';
import { headingIds } from '../article/ids.ts';
import type { Reading } from '../article/read.ts';
import { partsOf, sectionOf } from '../article/sections.ts';
import { meantWords } from '../article/sic.ts';
import { children, isElement, startOf, within, written } from '../article/tree.ts';
import { linkFault, linkWarning, type Publications } from './addresses.ts';
import { edit, type SourceProblem } from './problem.ts';
import { attributeProblems } from './prose.ts';

type Definition = Extract<MdastNode, { type: 'definition' }>;
type Link = Extract<MdastNode, { type: 'link' }> | Definition;

const isLink = (node: MdastNode): node is Link =>
	// A footnote whose name is not allowed is read as a definition.
	node.type === 'link' || (node.type === 'definition' && !node.identifier.startsWith('^'));

/** A number is no address: `[1]: نص` was to be a footnote. */
const isFootnote = (node: Link): node is Definition =>
	node.type === 'definition' && /^\d+$/.test(node.identifier) && !/[./:#]/.test(node.url);

/** Where the page of an article can be entered, in its order. */
function idsOf(body: MdastNode, facts: Record<string, unknown>): Set<string> {
	const ids = new Set(['content', 'headline']);
	const updates = Array.isArray(facts['updates']) ? facts['updates'] : [];
	if (updates.length > 0) ids.add('updates');
	for (const update of updates)
		if (precision(String(update?.at)) === 'time') ids.add(updateId(update));
	const idOf = headingIds();
	for (const node of within(body)) {
		const section = isElement(node) ? sectionOf(node.name) : undefined;
		if (section) for (const id of [section, ...partsOf(section, facts)]) ids.add(id);
		if (node.type === 'heading') ids.add(idOf(textOf(node)));
		if (node.type === 'footnoteDefinition') ids.add(`user-content-fn-${node.identifier}`);
	}
	if (facts['corrections']) ids.add('corrections');
	// Where nothing is related there is none; the links gate finds out.
	ids.add('more');
	return ids;
}

/** How Word links a note and its place: `[[1]](#_ftn1)`, and before its text `[[1]](#_ftnref1)`. */
const WORD_NOTE = /^#_ftn(ref)?(\d+)$/;

/** What is wrong with the words of a link. */
function* textProblemsOf(node: Link): Generator<Pick<SourceProblem, 'message' | 'severity'>> {
	if (node.type !== 'link') return;
	const text = textOf(node);
	if (children(node).length === 0)
		yield { message: 'رابط بلا نص، فلا يراه القارئ. اكتب نصه بين [ ]، أو احذفه.' };
	if (/^[^\p{L}]*\p{N}[^\p{L}]*$/u.test(text) && !/^tel:/i.test(node.url))
		yield {
			message: `الرابط «${text}» رقم وحده، فمن يسمعه لا يعرف إلى أين يقود. أدخل فيه الكلمة التي قبله، مثل [القرار ${text}](${node.url}).`,
			severity: 'warning',
		};
}

/** What is wrong with the links of a body, and with definitions that no link names. */
export function linkProblems(
	body: MdastNode,
	reading: Reading,
	publications: Publications,
): SourceProblem[] {
	const { data, source } = reading;
	const meant = meantWords(data);
	const own = publicationOf(data);
	const nodes = [...within(body)];
	const ids = idsOf(body, Object(data));
	const referenced = new Set(
		nodes.flatMap((node) =>
			node.type === 'linkReference' || node.type === 'imageReference' ? node.identifier : [],
		),
	);
	return nodes.filter(isLink).flatMap((node) => {
		const offset = startOf(node);
		const found: SourceProblem[] = [];
		const say = (message: string | undefined, severity?: 'warning') => {
			if (message) found.push({ offset, message, ...(severity && { severity }) });
		};
		if (isFootnote(node))
			say(
				`السطر «${written(node, source)}» يُقرأ رابطًا لا هامشًا. اكتب [^${node.identifier}] في موضعه من النص و[^${node.identifier}]: قبل نصه.`,
			);
		else {
			say(linkFault(node.url, publications, own));
			say(linkWarning(node.url, node.type === 'link' ? textOf(node) : ''), 'warning');
			found.push(...attributeProblems(node, source, 'title', node.title ?? '', meant));
			if (/^http:/i.test(node.url))
				say(`الرابط «${node.url}» غير مشفّر. اكتب https:// إن كان الموقع يقبله.`, 'warning');
			if (!WORD_NOTE.test(node.url))
				for (const { message, severity } of textProblemsOf(node)) say(message, severity);
			const id = node.url.startsWith('#') ? decode(node.url.slice(1)) : undefined;
			const [, isNote, number] = WORD_NOTE.exec(node.url) ?? [];
			if (number) {
				const mend = isNote ? `[^${number}]:` : `[^${number}]`;
				found.push({
					offset,
					message: `هامش نُسخ من Word، لا يقود رابطه إلى شيء. اكتب ${mend} مكانه${isNote ? ' في أول فقرة الهامش' : ''}.`,
					edits: [edit(offset, written(node, source).length, mend)],
				});
			} else if (id !== undefined && !ids.has(id))
				say(
					`لا يوجد في المقال موضع معرّفه #${id}. المواضع: ${[...ids].map((known) => `#${known}`).join(' ')}.`,
				);
		}
		if (node.type === 'definition' && !referenced.has(node.identifier))
			say(
				`السطر «[${node.identifier}]: …» يُقرأ رابطًا لا يذكره النص، فلا يظهر. للهامش اكتب [^${node.identifier}] في موضعه و[^${node.identifier}]: قبل نصه، وإلا فاحذف السطر.`,
				'warning',
			);
		return found;
	});
}
