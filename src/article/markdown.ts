import { satteri } from '@astrojs/markdown-satteri';
import type { HastNode, HastVisitorContext, MdastNode } from 'satteri';
import { path } from '../address/urls.ts';
import { inDigits } from '../publisher/numbers.ts';
import { strings } from '../strings.ts';
import { literalEmphasis } from './emphasis.ts';
import { figures } from './figures.ts';
import { headingIds } from './ids.ts';
import { inText } from './in-text.ts';
import { isEnglish } from './language.ts';
import { pieces } from './line-ends.ts';
import { tables } from './tables.ts';

const ARABIC = /\p{Script=Arabic}/u;

const BLOCKS = new Set([
	'p',
	'ul',
	'ol',
	'blockquote',
	'pre',
	'table',
	'h2',
	'h3',
	'h4',
	'h5',
	'h6',
]);
const isBlock = (node: HastNode) =>
	(node.type === 'element' && BLOCKS.has(node.tagName)) || node.type === 'mdxJsxFlowElement';

/** Whether a text is code, or is of the Quran or stands in an element that has a direction already. */
function directionOf(node: HastNode, context: HastVisitorContext): 'code' | 'own' | undefined {
	for (let parent = context.parent(node); parent; parent = context.parent(parent)) {
		if (parent.type === 'mdxJsxTextElement' || parent.type === 'mdxJsxFlowElement') {
			if (/^(?:bdi|Ltr)$/.test(parent.name ?? '')) return 'own';
			if (parent.name === 'Quran') return 'code';
		} else if (parent.type === 'element') {
			if (/^(?:pre|code)$/.test(parent.tagName)) return 'code';
			if (parent.properties.dir || parent.tagName === 'bdi') return 'own';
		}
	}
	return undefined;
}

/** How Markdown becomes HTML here: links follow the base, headings get Latin ids, Latin runs keep their direction. */
export function markdown() {
	return satteri({
		features: {
			// Writers type « » and the dashes they mean; “smart” marks are made for Latin.
			smartPunctuation: false,
			gfm: {
				footnotes: {
					label: strings.footnotes,
					// A word: the arrow that stands here otherwise is in no face of ours, and a picture on some phones.
					backContent: strings.back,
					backLabel: strings.backToText,
				},
			},
		},
		mdastPlugins: [
			{
				name: 'emphasis',
				text: (node, context) => {
					const parts = literalEmphasis(node.value);
					// Written with a backslash, the sign itself is meant.
					const { start, end } = node.position ?? {};
					const raw = context.source.slice(start?.offset, end?.offset);
					if (parts.length === 1 && !parts[0]?.mark) return;
					if (/\\[*~]/.test(raw)) return;
					context.replaceNode(
						node,
						parts.map(({ text, mark }): MdastNode => {
							const inner = { type: 'text' as const, value: text };
							if (!mark) return inner;
							return { type: mark === '**' ? 'strong' : 'delete', children: [inner] };
						}),
					);
				},
			},
		],
		hastPlugins: [
			figures,
			inText,
			tables,
			() => {
				const idOf = headingIds();
				return {
					name: 'heading-ids',
					element: {
						filter: ['h2', 'h3', 'h4', 'h5', 'h6'],
						visit: (node, context) => {
							if (!node.properties.id)
								context.setProperty(node, 'id', idOf(context.textContent(node)));
						},
					},
				};
			},
			{
				name: 'links',
				element: {
					filter: ['a'],
					visit: (node, context) => {
						const { href } = node.properties;
						if (typeof href === 'string' && /^\/(?!\/)/.test(href))
							context.setProperty(node, 'href', path(href));
						// An address, a Latin name or a telephone number as the link's text would lose its ends to the Arabic around it.
						if (
							!ARABIC.test(context.textContent(node)) &&
							(/[A-Za-z]/.test(context.textContent(node)) || /^tel:/i.test(String(href)))
						)
							context.setProperty(node, 'dir', 'ltr');
					},
				},
			},
			{
				// Markdown numbers footnotes itself, in Latin digits. A link's name is no number alone.
				name: 'footnote-numbers',
				element: {
					filter: ['sup'],
					visit: (node, context) => {
						const [child] = node.children;
						const number = child?.type === 'element' ? child.children[0] : child;
						if (number?.type !== 'text') return;
						const value = inDigits(number.value);
						context.replaceNode(number, { type: 'text', value });
						if (child?.type === 'element' && child.properties.dataFootnoteRef !== undefined)
							context.setProperty(child, 'ariaLabel', strings.footnote(value));
					},
				},
			},
			{
				name: 'footnote-labels',
				element: {
					filter: ['a'],
					visit: (node, context) => {
						const { ariaLabel, dataFootnoteBackref } = node.properties;
						if (dataFootnoteBackref !== undefined)
							context.setProperty(node, 'ariaLabel', inDigits(String(ariaLabel)));
					},
				},
			},
			{
				name: 'code',
				element: {
					filter: ['pre', 'code'],
					visit: (node, context) => {
						context.setProperty(node, 'dir', node.tagName === 'pre' ? 'ltr' : 'auto');
						// What scrolls must be reached with the keyboard.
						if (node.tagName === 'pre') context.setProperty(node, 'tabIndex', 0);
					},
				},
			},
			{
				name: 'task-marks',
				element: {
					filter: ['input'],
					visit: (node, context) =>
						context.setProperty(
							node,
							'ariaLabel',
							node.properties.checked ? strings.done : strings.notDone,
						),
				},
			},
			{
				name: 'foreign-blocks',
				element: {
					filter: ['p', 'li', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'td'],
					visit: (node, context) => {
						// Blocks within (of an item, of a cell) are visited on their own.
						const end = node.children.findIndex(isBlock);
						const inline = end < 0 ? node.children : node.children.slice(0, end);
						const text = inline.map((child) => context.textContent(child)).join('');
						// A text in Latin letters alone, and a number with its sign, would end at the wrong side.
						if (ARABIC.test(text) || !/[A-Za-z]|^\s*[+\-\u2212]\s?\d/.test(text)) return;
						const lang = isEnglish(text) ? 'en' : undefined;
						if (node.tagName === 'td') {
							context.setProperty(node, 'dir', 'ltr');
							if (lang) context.setProperty(node, 'lang', lang);
							return;
						}
						// The block keeps the page's edge; its words run from the left.
						const words: HastNode = {
							type: 'element',
							tagName: 'bdi',
							properties: lang ? { dir: 'ltr', lang } : { dir: 'ltr' },
							children: inline,
						};
						return { ...node, children: [words, ...node.children.slice(inline.length)] };
					},
				},
			},
			{
				name: 'numbers',
				text: (node, context) => {
					const runs = pieces(node.value);
					if (runs.length === 1 && runs[0]?.text === node.value && !runs[0].dir && !runs[0].whole)
						return;
					const direction = directionOf(node, context);
					if (direction === 'code') return;
					context.replaceNode(
						node,
						runs.map(({ text, dir, override, whole }): HastNode => {
							const value = { type: 'text' as const, value: text };
							const needed = override || direction !== 'own' ? dir : undefined;
							if (!needed && !whole) return value;
							const tagName = override ? 'bdo' : needed ? 'bdi' : 'span';
							const className = whole && ['whitespace-nowrap'];
							const properties = { dir: needed, className };
							return { type: 'element', tagName, properties, children: [value] };
						}),
					);
				},
			},
			{
				// Column alignment in Markdown names sides and would be written as inline style; columns start where the text does.
				name: 'cell-alignment',
				element: {
					filter: ['th', 'td'],
					visit: (node, context) => {
						context.setProperty(node, 'align', null);
						context.setProperty(node, 'style', null);
					},
				},
			},
		],
	});
}
