import type { MdastNode } from 'satteri';
import { publicationOf } from '../article/dates.ts';
import { folderOf } from '../article/folders.ts';
import type { Reading } from '../article/read.ts';
import { meantWords } from '../article/sic.ts';
import { isSlug } from '../article/slugs.ts';
import { children, isElement, startOf, within, written } from '../article/tree.ts';
import {
	altFault,
	type FilesBeside,
	failedLinks,
	imageFault,
	linkFault,
	meantPath,
	type Publications,
} from './addresses.ts';
import { COMPONENTS, componentProblems } from './components.ts';
import { footnoteProblems } from './footnotes.ts';
import { figureProblems } from './galleries.ts';
import { headingProblems } from './headings.ts';
import { isTag, pastedHtml } from './html.ts';
import { inTextProblems } from './in-text.ts';
import { linkProblems } from './links.ts';
import { parseProblem } from './mdx-errors.ts';
import { edit, type SourceProblem, warning } from './problem.ts';
import { attributeProblems, proseProblems } from './prose.ts';
import { sectionProblems } from './sections.ts';
import { parseMends, signProblems } from './signs.ts';
import { structureProblems } from './structure.ts';

/** What an article may refer to. */
export interface Surroundings extends FilesBeside {
	/** All articles by their slugs, and when each is published, as `publicationOf` says. */
	publications: Publications;
}

/** How many cells a row of a table is written with; the parser keeps as many as the head has. */
function cellsOf(row: MdastNode, source: string): number {
	const line = written(row, source)
		.trim()
		.replace(/^\||(?<!\\)\|$/g, '');
	return line.split(/(?<!\\)\|/).length;
}

function tableProblems(table: MdastNode, source: string): SourceProblem[] {
	const [head, ...rows] = children(table);
	const count = head ? children(head).length : 0;
	// A table ends at an empty line.
	const text = rows.filter((row) => count > 1 && !written(row, source).includes('|')).slice(0, 1);
	return [
		...text
			.map(startOf)
			.map((offset) =>
				warning(
					offset,
					'text-row',
					'سطر بلا علامة | تحت الجدول يُعرض صفًّا منه. اترك قبله سطرًا فارغًا، أو ضع علامات | بين خلاياه.',
					source[offset - 1] === '\n' ? [edit(offset, 0, '\n')] : undefined,
				),
			),
		...rows
			.filter((row) => cellsOf(row, source) > count)
			.map((row) => ({
				offset: startOf(row),
				rule: 'lost-cell',
				message: `في هذا الصف خلايا أكثر من رأس الجدول (${count})، وما زاد لا يُعرض. أضف إلى الرأس والسطر الذي تحته، أو اكتب \\| إن كانت العلامة من النص.`,
			})),
	];
}

function imageProblems(
	node: Extract<MdastNode, { type: 'image' }>,
	source: string,
	pictures: FilesBeside,
	meant: readonly string[],
): SourceProblem[] {
	const offset = startOf(node);
	const alt = node.alt ?? '';
	const fault = imageFault(node.url, pictures);
	const text = written(node, source);
	const opening = ['](', '](<'].find((signs) => text.includes(signs + node.url));
	const path = meantPath(node.url);
	const beside =
		opening && path
			? [
					edit(
						offset + text.lastIndexOf(opening + node.url) + opening.length,
						node.url.length,
						path,
					),
				]
			: undefined;
	const unsaid = altFault(alt);
	const none = 'صورة بلا نص بديل. صِف ما فيها بين القوسين: ![الوصف](./photo.jpg).';
	return [
		...(fault ? [{ offset, ...fault, ...(beside && { edits: beside }) }] : []),
		...(alt ? [] : [{ offset, message: none }]),
		...(unsaid ? [{ offset, message: unsaid, severity: 'warning' as const }] : []),
		...attributeProblems(node, source, 'alt', alt, meant),
		...attributeProblems(node, source, 'title', node.title ?? '', meant),
	];
}

/** What is wrong with the slugs of `related`. What is none the schema refuses. */
function relatedProblems(
	file: string,
	{ data, source }: Reading,
	publications: Publications,
): SourceProblem[] {
	const { related } = Object(data);
	const offset = Math.max(0, source.search(/^related\b/m));
	const own = `/${file.slice('content/'.length).replace(/\.mdx$/, '/')}`;
	return (Array.isArray(related) ? related.filter(isSlug) : []).flatMap((slug) => {
		const message =
			`/articles/${slug}/` === own
				? `«${slug}» هو هذا المقال نفسه. احذفه من related.`
				: linkFault(`/articles/${slug}/`, publications, publicationOf(data));
		return message ? [{ offset, field: 'related', message }] : [];
	});
}

/**
 * What is wrong with a body: what is not allowed in it, broken links, pictures and footnotes, text.
 */
export function bodyProblems(
	file: string,
	reading: Reading,
	{ publications, ...pictures }: Surroundings,
): SourceProblem[] {
	const { body, source } = reading;
	const signs = signProblems(reading.signs);
	const literal = parseMends(source);
	const isLiteral = (at: number) => literal.some(({ offset }) => offset === at);
	const pasted = pastedHtml(source);
	if (!body) {
		// The parser stops at the first of them.
		if (pasted) return [...signs, pasted];
		const problem = parseProblem(source, reading.error);
		return [...signs, ...(isLiteral(problem.offset ?? 0) ? [] : [problem]), ...literal];
	}

	const meant = meantWords(reading.data);
	const components = COMPONENTS[folderOf(file) ?? 'articles'];
	const ofNode = (node: MdastNode): SourceProblem[] => {
		const offset = startOf(node);
		if (isElement(node)) {
			const name = node.name ?? '';
			return [
				...(pasted && isTag(name) ? [] : componentProblems(node, components, source, meant)),
				...figureProblems(node),
				...(Object.hasOwn(components, name) ? inTextProblems(node, source, pictures) : []),
			];
		}
		switch (node.type) {
			case 'mdxjsEsm':
				return [
					{
						offset,
						message:
							'لا يُسمح بـ import ولا export في المقال. استعمل المكوّنات المتاحة وحدها، وإن كان السطر مثالًا فضعه بين سطري ```.',
					},
				];
			case 'mdxFlowExpression':
			case 'mdxTextExpression': {
				if (/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value) || isLiteral(offset)) return [];
				// What stands behind `:contentReference[oaicite:2]` of a chatbot, which is a problem of its
				// own.
				if (
					/:contentReference\[[^\[\]\n]*\]$/v.test(source.slice(Math.max(0, offset - 60), offset))
				) {
					const found = written(node, source);
					const message = `«${found}» رمز بقي من برنامج آخر. احذفه.`;
					return [{ offset, message, edits: [edit(offset, found.length, '')] }];
				}
				const message = 'لا يُسمح بعبارات { } في المقال. إن أردت القوس نفسه فاكتب \\{.';
				return [{ offset, message }];
			}
			case 'imageReference': {
				// Not allowed: its definition is judged as a link, which may lead anywhere.
				const message = 'صورة رابطها في موضع آخر. اكتب اسم ملفها حيث تظهر: ![الوصف](./photo.jpg).';
				return [{ offset, message }];
			}
			case 'image':
				return imageProblems(node, source, pictures, meant);
			case 'table':
				return tableProblems(node, source);
			case 'delete': {
				if (!/^~(?!~)/.test(written(node, source))) return [];
				const message =
					'ما بين ~ و~ يُعرض مشطوبًا. إن أردت ذلك فاكتب ~~النص~~، وإن أردت الحرف المنخفض فاكتبه نفسه، مثل CO₂، وإلا فاكتب \\~.';
				return [{ offset, message, severity: 'warning' }];
			}
			case 'text':
				return failedLinks(node, source);
			default:
				return [];
		}
	};
	return [
		...signs,
		...literal,
		...(pasted ? [pasted] : []),
		...[...within(body)].flatMap(ofNode),
		...headingProblems(body, reading),
		...sectionProblems(body, reading),
		...linkProblems(body, reading, publications),
		...relatedProblems(file, reading, publications),
		...footnoteProblems(body, source),
		...structureProblems(body, source, meant),
		...proseProblems(body, source, meant),
	];
}
