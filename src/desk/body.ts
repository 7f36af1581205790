import type { MdastNode } from 'satteri';
import { decode } from '../address/old-address.ts';
import { textOf } from '../article/body.ts';
import { publicationOf } from '../article/dates.ts';
import { folderOf } from '../article/folders.ts';
import { headingIds } from '../article/ids.ts';
import type { Reading } from '../article/read.ts';
import { partsOf, SECTION_IDS, SECTIONS, sectionOf } from '../article/sections.ts';
import { meantWords } from '../article/sic.ts';
import { isSlug } from '../article/slugs.ts';
import { children, isElement, startOf, written } from '../article/tree.ts';
import {
	altFault,
	type FilesBeside,
	failedLinks,
	imageFault,
	linkFault,
	linkWarning,
	type Publications,
} from './addresses.ts';
import { COMPONENTS, componentProblems } from './components.ts';
import { footnoteProblems } from './footnotes.ts';
import { figureProblems } from './galleries.ts';
import { isTag, pastedHtml } from './html.ts';
import { inTextProblems } from './in-text.ts';
import { parseProblem } from './mdx-errors.ts';
import type { SourceProblem } from './problem.ts';
import { attributeProblems, proseProblems } from './prose.ts';
import { parseMends, signProblems } from './signs.ts';
import { structureProblems } from './structure.ts';

/** What an article may refer to. */
export interface Surroundings extends FilesBeside {
	/** All articles by their slugs, and when each is published, as `publicationOf` says. */
	publications: Publications;
}

/** A heading that is one by the line under it: `---` and `===` mostly were to part two texts. */
function underlined(heading: MdastNode, source: string): SourceProblem[] {
	const sign = /\n[ \t>]*(-+|=+)[ \t]*$/.exec(written(heading, source))?.[1];
	if (!sign || written(heading, source).startsWith('#')) return [];
	const message = `السطر «${sign.slice(0, 3)}» تحت النص يجعل النص كله عنوانًا. إن أردت فاصلًا فاترك قبله سطرًا فارغًا واكتبه ---، وإن أردت عنوانًا فرعيًّا فاحذفه وابدأ النص بـ ##.`;
	const offset = startOf(heading);
	// One of `===` is refused: it has the level of the headline.
	return [{ offset, message, ...(sign.startsWith('-') && { severity: 'warning' as const }) }];
}

/** How many cells a row of a table is written with; the parser keeps as many as the head has. */
function cellsOf(row: MdastNode, source: string): number {
	const line = written(row, source)
		.trim()
		.replace(/^\||(?<!\\)\|$/g, '');
	return line.replace(/(`+)[^`]*\1|\\\|/g, '').split('|').length;
}

/** What is wrong with a body: what is not allowed in it, broken links, pictures and footnotes, text. */
export function bodyProblems(
	file: string,
	reading: Reading,
	{ publications, ...pictures }: Surroundings,
): SourceProblem[] {
	const { body, source } = reading;
	const signs = signProblems(reading.signs);
	const literal = parseMends(source);
	const pasted = pastedHtml(source);
	if (!body) {
		// The parser stops at the first of them.
		if (pasted) return [...signs, pasted];
		const problem = parseProblem(source, reading.error);
		const told = literal.some(({ offset }) => offset === problem.offset);
		return [...signs, ...(told ? [] : [problem]), ...literal];
	}

	const meant = meantWords(reading.data);
	/** Unchecked frontmatter: any value may have any type. */
	const data: Record<string, unknown> = Object(reading.data);
	const found: SourceProblem[] = [...signs, ...literal, ...(pasted ? [pasted] : [])];
	const anchors: { node: MdastNode; id: string }[] = [];
	const definitions: Extract<MdastNode, { type: 'definition' }>[] = [];
	const referenced = new Set<string>();
	const ids = new Set<string>(['content', 'headline']);
	const idOf = headingIds();
	const components = COMPONENTS[folderOf(file) ?? 'articles'];
	let depth = 1;

	const visit = (node: MdastNode, inside: string[]): void => {
		const say = (message: string | undefined, severity?: 'warning') =>
			void (
				message && found.push({ offset: startOf(node), message, ...(severity && { severity }) })
			);
		if (isElement(node)) {
			const name = node.name ?? '';
			if (!(pasted && isTag(name)))
				found.push(...componentProblems(node, components, source, meant));
			found.push(...figureProblems(node));
			if (Object.hasOwn(components, name)) found.push(...inTextProblems(node, source, pictures));
			const id = sectionOf(node.name);
			if (id) {
				if (inside.length > 0)
					say(`القسم <${name}> داخل <${inside.at(-1)}>. أخرجه إلى أعلى مستوى في النص.`);
				if (ids.has(id)) say(`القسم <${name}> مكرر. ادمج القسمين.`);
				for (const known of [id, ...partsOf(id, data)]) ids.add(known);
				depth = 2;
			}
		}
		switch (node.type) {
			case 'mdxjsEsm':
				say(
					'لا يُسمح بـ import ولا export في المقال. استعمل المكوّنات المتاحة وحدها، وإن كان السطر مثالًا فضعه بين سطري ```.',
				);
				break;
			case 'mdxFlowExpression':
			case 'mdxTextExpression':
				if (
					!/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value) &&
					!literal.some(({ offset }) => offset === startOf(node))
				)
					say('لا يُسمح بعبارات { } في المقال. إن أردت القوس نفسه فاكتب \\{.');
				break;
			case 'heading':
				ids.add(idOf(textOf(node)));
				// Where the frontmatter was not found, its closing line underlines it.
				if (reading.yaml !== undefined) found.push(...underlined(node, source));
				if (children(node).length === 0)
					found.push({
						offset: startOf(node),
						rule: 'empty-heading',
						message: 'عنوان فرعي بلا نص. اكتب نصه، أو احذف السطر.',
						severity: 'warning',
						edits: [{ offset: startOf(node), length: written(node, source).length, text: '' }],
					});
				if (node.depth === 1 && written(node, source).startsWith('#'))
					say('العلامة # محجوزة للعنوان. ابدأ العناوين الفرعية بـ ## خارج الأقسام وبـ ### داخلها.');
				else if (inside.some((name) => sectionOf(name)) && node.depth < 3 && node.depth > 1)
					say('عنوان فرعي بـ ## داخل قسم. ابدأ العناوين الفرعية داخل الأقسام بـ ###.');
				else if (node.depth > depth + 1)
					say(
						`قفزة في مستويات العناوين الفرعية من ${depth} إلى ${node.depth}. استعمل ${'#'.repeat(depth + 1)}.`,
					);
				depth = node.depth;
				break;
			case 'footnoteDefinition':
				ids.add(`user-content-fn-${node.identifier}`);
				break;
			case 'link':
			case 'definition': {
				// A footnote whose name is not allowed.
				if (node.type === 'definition' && node.identifier.startsWith('^')) break;
				if (node.type === 'definition') definitions.push(node);
				if (
					node.type === 'definition' &&
					/^\d+$/.test(node.identifier) &&
					!/[./:#]/.test(node.url)
				) {
					say(
						`السطر «${written(node, source)}» يُقرأ رابطًا لا هامشًا. اكتب [^${node.identifier}] في موضعه من النص و[^${node.identifier}]: قبل نصه.`,
					);
					break;
				}
				say(linkFault(node.url, publications, publicationOf(data)));
				say(linkWarning(node.url, node.type === 'link' ? textOf(node) : ''), 'warning');
				found.push(...attributeProblems(node, source, 'title', node.title ?? '', meant));
				if (/^http:/i.test(node.url))
					say(`الرابط «${node.url}» غير مشفّر. اكتب https:// إن كان الموقع يقبله.`, 'warning');
				if (node.type === 'link' && children(node).length === 0)
					say('رابط بلا نص، فلا يراه القارئ. اكتب نصه بين [ ]، أو احذفه.');
				if (
					node.type === 'link' &&
					/^[^\p{L}]*\p{N}[^\p{L}]*$/u.test(textOf(node)) &&
					!/^tel:/i.test(node.url)
				)
					say(
						`الرابط «${textOf(node)}» رقم وحده، فمن يسمعه لا يعرف إلى أين يقود. أدخل فيه الكلمة التي قبله، مثل [القرار ${textOf(node)}](${node.url}).`,
						'warning',
					);
				const id = node.url.startsWith('#') ? decode(node.url.slice(1)) : undefined;
				if (id !== undefined) anchors.push({ node, id });
				break;
			}
			case 'linkReference':
				referenced.add(node.identifier);
				break;
			case 'imageReference':
				referenced.add(node.identifier);
				// Its definition is judged as a link is, and a link may lead anywhere.
				say('صورة رابطها في موضع آخر. اكتب اسم ملفها حيث تظهر: ![الوصف](./photo.jpg).');
				break;
			case 'image': {
				const fault = imageFault(node.url, pictures);
				if (fault) found.push({ offset: startOf(node), ...fault });
				if (!node.alt) say('صورة بلا نص بديل. صِف ما فيها بين القوسين: ![الوصف](./photo.jpg).');
				say(altFault(node.alt ?? ''), 'warning');
				found.push(
					...attributeProblems(node, source, 'alt', node.alt ?? '', meant),
					...attributeProblems(node, source, 'title', node.title ?? '', meant),
				);
				break;
			}
			case 'table': {
				const [head, ...rows] = children(node);
				const count = head ? children(head).length : 0;
				for (const row of rows)
					if (cellsOf(row, source) > count)
						found.push({
							offset: startOf(row),
							rule: 'lost-cell',
							message: `في هذا الصف خلايا أكثر من رأس الجدول (${count})، وما زاد لا يُعرض. أضف إلى الرأس والسطر الذي تحته، أو اكتب \\| إن كانت العلامة من النص.`,
						});
				break;
			}
			case 'text':
				found.push(...failedLinks(node, source));
				break;
		}
		for (const child of children(node))
			visit(child, isElement(node) ? [...inside, node.name ?? ''] : inside);
		if (isElement(node) && sectionOf(node.name)) depth = 1;
	};
	visit(body, []);

	for (const node of definitions)
		if (!referenced.has(node.identifier))
			found.push({
				offset: startOf(node),
				message: `السطر «[${node.identifier}]: …» يُقرأ رابطًا لا يذكره النص، فلا يظهر. للهامش اكتب [^${node.identifier}] في موضعه و[^${node.identifier}]: قبل نصه، وإلا فاحذف السطر.`,
				severity: 'warning',
			});
	for (const { node, id } of anchors) {
		if (!ids.has(id))
			found.push({
				offset: startOf(node),
				message: `لا يوجد في المقال موضع معرّفه #${id}. المواضع: ${[...ids].map((known) => `#${known}`).join(' ')}.`,
			});
	}
	const { related } = data;
	// What is no slug the schema refuses.
	for (const slug of Array.isArray(related) ? related.filter(isSlug) : []) {
		const offset = Math.max(0, source.search(/^related\b/m));
		const fault =
			`/articles/${slug}/` === `/${file.slice('content/'.length).replace(/\.mdx$/, '/')}`
				? `«${slug}» هو هذا المقال نفسه. احذفه من related.`
				: linkFault(`/articles/${slug}/`, publications, publicationOf(data));
		if (fault) found.push({ offset, field: 'related', message: fault });
	}
	for (const id of SECTION_IDS) {
		const name = SECTIONS[id].component;
		if (data[id] === undefined || ids.has(id)) continue;
		const message = `${id} في البيانات ولا <${name}> في النص، فلا يُعرض قسمه في المقال. ضع في النص <${name}> … </${name}>، أو احذف ${id} من البيانات.`;
		found.push({
			offset: Math.max(0, source.search(new RegExp(`^${id}\\b`, 'm'))),
			field: id,
			message,
			severity: 'warning',
		});
	}
	return [
		...found,
		...footnoteProblems(body, source),
		...structureProblems(body, source, meant),
		...proseProblems(body, source, meant),
	];
}
