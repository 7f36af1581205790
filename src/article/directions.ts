/** Markdown plug-ins that set `dir` and `lang`. */
import { defineHastPlugin, type HastNode, type HastVisitorContext } from 'satteri';
import { isEnglish } from './language.ts';
import { pieces } from './line-ends.ts';
import { RIGHT_TO_LEFT } from './text.ts';

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
/** Where a footnote leads back to the text, in Arabic behind its words. */
const isBack = (node: HastNode) =>
	node.type === 'element' && node.properties.dataFootnoteBackref !== undefined;
const isBlock = (node: HastNode) =>
	(node.type === 'element' && BLOCKS.has(node.tagName)) || node.type === 'mdxJsxFlowElement';

/**
 * What a text stands in: `code` for code and the Quran, where nothing is isolated; `own` for an
 * element that already has a direction.
 */
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

/** Code blocks get `dir="ltr"`; inline code gets `auto`. */
export const code = defineHastPlugin({
	name: 'code',
	element: {
		filter: ['pre', 'code'],
		visit: (node, context) => {
			const parent = context.parent(node);
			if (node.tagName === 'pre') context.setProperty(node, 'dir', 'ltr');
			else if (!(parent?.type === 'element' && parent.tagName === 'pre'))
				context.setProperty(node, 'dir', 'auto');
		},
	},
});

/** Emoji used as bullets: they stay at the page's edge. */
const EMOJI =
	/^(?:(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)\p{Emoji_Modifier}*\s*)+/u;

/** About one line of text, in UTF-16 units. */
const LINE = 60;

/**
 * Blocks in other scripts (Latin, Cyrillic, Chinese) get `dir="ltr"`, and English ones `lang`.
 */
export const foreignBlocks = defineHastPlugin({
	name: 'foreign-blocks',
	element: {
		filter: ['p', 'li', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'td'],
		visit: (node, context) => {
			// Blocks within (of an item, of a cell) are visited on their own.
			const end = node.children.findIndex((child) => isBlock(child) || isBack(child));
			const inline = node.children.slice(0, end < 0 ? undefined : end);
			const text = inline.map((child) => context.textContent(child)).join('');
			// Only foreign letters and signed numbers need `ltr`. Degrees in pairs (`-2°/-9°`) stay
			// like the table's other rows.
			if (RIGHT_TO_LEFT.test(text) || !/\p{L}|^\s*[+\-\u2212\u2013±]\s?\d(?!.*°\/)/u.test(text))
				return;
			const lang = isEnglish(text) ? 'en' : undefined;
			// Cells, English headings and paragraphs of several lines are aligned left too.
			if (
				node.tagName === 'td' ||
				(lang && /^h\d$/.test(node.tagName)) ||
				(node.tagName === 'p' && text.length > LINE && end < 0)
			) {
				context.setProperty(node, 'dir', 'ltr');
				if (lang) context.setProperty(node, 'lang', lang);
				return;
			}
			// The block keeps the page's edge; its words run from the left. The space before the way back
			// from a footnote would stand behind them.
			const last = inline.at(-1);
			const space = (end > 0 && last?.type === 'text' && /\s+$/.exec(last.value)?.[0]) || '';
			if (space && last?.type === 'text')
				inline.splice(-1, 1, { ...last, value: last.value.slice(0, -space.length) });
			const [first, ...others] = inline;
			const emoji = (first?.type === 'text' && EMOJI.exec(first.value)?.[0]) || '';
			const words: HastNode = {
				type: 'element',
				tagName: 'bdi',
				properties: lang ? { dir: 'ltr', lang } : { dir: 'ltr' },
				children:
					emoji && first?.type === 'text'
						? [{ ...first, value: first.value.slice(emoji.length) }, ...others]
						: inline,
			};
			const before: typeof node.children = emoji ? [{ type: 'text', value: emoji }] : [];
			const after: typeof node.children = space ? [{ type: 'text', value: space }] : [];
			return {
				...node,
				children: [...before, words, ...after, ...node.children.slice(inline.length)],
			};
		},
	},
});

/**
 * Isolates numbers and Latin runs within Arabic, and keeps words that
 * belong together on one line.
 */
export const numbers = defineHastPlugin({
	name: 'numbers',
	text: (node, context) => {
		const runs = pieces(node.value);
		if (runs.length === 1 && runs[0]?.text === node.value && !runs[0].dir && !runs[0].whole) return;
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
});
