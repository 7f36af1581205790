import { satteri } from '@astrojs/markdown-satteri';
import { path } from '../address/urls.ts';
import { inDigits } from '../publisher/numbers.ts';
import { strings } from '../strings.ts';
import { headingIds } from './ids.ts';

const ARABIC = /\p{Script=Arabic}/u;

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
		hastPlugins: [
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
				// Markdown numbers footnotes itself, in Latin digits.
				name: 'footnote-numbers',
				element: {
					filter: ['sup'],
					visit: (node, context) => {
						const [child] = node.children;
						const number = child?.type === 'element' ? child.children[0] : child;
						if (number?.type === 'text')
							context.replaceNode(number, { type: 'text', value: inDigits(number.value) });
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
					filter: ['p', 'li', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'th', 'td'],
					visit: (node, context) => {
						const text = context.textContent(node);
						// A text in Latin letters alone, and a number with its sign, would end at the wrong side.
						if (ARABIC.test(text) || !/[A-Za-z]|^\s*[+\-\u2212]\s?\d/.test(text)) return;
						context.setProperty(node, 'dir', 'ltr');
					},
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
