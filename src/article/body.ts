import type { MdastNode } from 'satteri';
import { headingIds } from './ids.ts';
import { type SectionId, sectionOf } from './sections.ts';
import { children, isElement, within } from './tree.ts';

/** In UTF-16 units: a paragraph that begins beyond them is no part of the opening. */
const OPENING = 400;

/** The ids of the sections that a body has, in its order. */
export function sections(body: MdastNode): SectionId[] {
	return children(body).flatMap((node) => (isElement(node) && sectionOf(node.name)) || []);
}

/** The words of a body in their order, without markup; for counting, not for show. */
export function plainText(body: MdastNode): string {
	if ('value' in body) return body.type === 'yaml' || body.type === 'mdxjsEsm' ? '' : body.value;
	return children(body).map(plainText).join(' ');
}

/**
 * The text of a node as the page shows it, its parts joined without spaces. A line break in a
 * verse gives a space; words of the Quran get their ornate brackets.
 */
export function textOf(node: MdastNode): string {
	if (node.type === 'break') return ' ';
	if (node.type === 'mdxJsxTextElement' && node.name === 'Quran')
		return `\uFD3F${children(node).map(textOf).join('')}\uFD3E`;
	if ('value' in node) return node.type === 'mdxjsEsm' ? '' : node.value;
	return children(node).map(textOf).join('');
}

/**
 * The picture files of a body, each path (`./photo.jpg`) mapped to itself. Astro's `image()`
 * schema replaces the values.
 */
export function pictureFiles(body: MdastNode): Record<string, string> {
	const files = [...within(body)].flatMap((node) =>
		node.type === 'image' ? decodeURI(node.url) : [],
	);
	return Object.fromEntries(files.map((file) => [file, file]));
}

/** The ids of the headings of a body, in its order. */
export function headings(body: MdastNode): string[] {
	const idOf = headingIds();
	return [...within(body)]
		.filter(({ type }) => type === 'heading')
		.map((heading) => idOf(textOf(heading)));
}

/** Attributes of components whose text the page shows. */
const SHOWN = /^(?:title|caption|by)$/;

/** The paragraphs, headings, items and rows of a body, each as its text. */
export function paragraphs(body: MdastNode): string[] {
	if (body.type === 'yaml' || body.type === 'mdxjsEsm') return [];
	if (body.type === 'tableRow') return [children(body).map(textOf).join(' ')];
	if (body.type === 'paragraph' || body.type === 'heading') return [textOf(body)];
	const words = isElement(body)
		? body.attributes.flatMap((one) =>
				'name' in one && SHOWN.test(one.name) && typeof one.value === 'string' ? [one.value] : [],
			)
		: [];
	const within = children(body).some(({ type }) => type === 'text')
		? [textOf(body)]
		: children(body).flatMap(paragraphs);
	return [...words, ...within];
}

/** Behind a paragraph, where a quotation leaves something out after it. */
export const LEFT_OUT = ' …';

/** Two line breaks made by hand: verse, not prose. */
const isVerse = (paragraph: MdastNode): boolean =>
	children(paragraph).filter(({ type }) => type === 'break').length > 1;

/**
 * The first paragraphs of a part of a text. If a poem, a list or a table comes between, the rest
 * under that heading is left out: it may refer to it. «…» says so.
 */
function firstParagraphs(nodes: readonly MdastNode[]): string[] {
	const texts: string[] = [];
	let mayRefer = false;
	let isCut = false;
	for (const node of nodes) {
		const text = node.type === 'paragraph' && !isVerse(node) ? textOf(node).trim() : undefined;
		if (node.type === 'heading') mayRefer = false;
		else if (text === undefined) mayRefer ||= node.type !== 'mdxFlowExpression' && texts.length > 0;
		else if (text && !mayRefer) {
			texts.push(...(isCut ? [`${texts.pop()}${LEFT_OUT}`] : []), text);
			isCut = false;
		}
		isCut ||= mayRefer;
	}
	return texts;
}

/** The first paragraphs of a text and of its sections, as many as fill a corner of a front page. */
export function opening(body: MdastNode): string[] {
	const parts: MdastNode[][] = [[]];
	for (const node of children(body))
		if (isElement(node) && sectionOf(node.name)) parts.push([...children(node)], []);
		else parts.at(-1)?.push(node);
	const texts = parts.flatMap(firstParagraphs);
	let length = 0;
	return texts.filter((text) => {
		const isNear = length < OPENING;
		length += text.length;
		return isNear;
	});
}
