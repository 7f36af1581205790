/**
 * How Markdown becomes HTML here: the settings of its processor, and our plug-ins in their order.
 */
import { satteri } from '@astrojs/markdown-satteri';
import { defineHastPlugin, defineMdastPlugin, type MdastNode } from 'satteri';
import { path } from '../address/urls.ts';
import { inDigits } from '../publisher/numbers.ts';
import { strings } from '../strings.ts';
import { code, foreignBlocks, numbers } from './directions.ts';
import { literalEmphasis } from './emphasis.ts';
import { figures } from './figures.ts';
import { headingIds } from './ids.ts';
import { inText } from './in-text.ts';
import { tables } from './tables.ts';
import { isForeign, RIGHT_TO_LEFT } from './text.ts';

/** Makes emphasis of marks that CommonMark leaves as they are. */
const emphasis = defineMdastPlugin({
	name: 'emphasis',
	options: { position: true },
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
});

/**
 * Keeps the numbers of a list: Markdown counts on from the first, so 1948, 1967 would become 1948,
 * 1949.
 */
const typedNumbers = defineMdastPlugin({
	name: 'typed-numbers',
	options: { position: true },
	list: ({ ordered, start, children }, context) => {
		if (!ordered) return;
		let due = start ?? 1;
		let last = 0;
		const numbers = children.map(({ position }) => {
			const offset = position?.start.offset ?? 0;
			const typed = Number.parseInt(context.source.slice(offset, offset + 9), 10);
			// One less than the last is a countdown; the same again is left to be counted.
			const value = typed > due || typed === last - 1 ? typed : undefined;
			due = (value ?? due) + 1;
			last = typed;
			return value;
		});
		// The margin of a phone has no room for a year.
		const className = due > 1000 ? ['list-inside'] : undefined;
		children.forEach((item, index) => {
			const value = numbers[index];
			if (value !== undefined || className)
				context.setProperty(item, 'data', { hProperties: { value, className } });
		});
	},
});

/** Gives headings Latin ids. A plug-in for each text: its ids are its own. */
const headings = () => {
	const idOf = headingIds();
	return defineHastPlugin({
		name: 'heading-ids',
		element: {
			filter: ['h2', 'h3', 'h4', 'h5', 'h6'],
			visit: (node, context) => {
				if (!node.properties.id) context.setProperty(node, 'id', idOf(context.textContent(node)));
			},
		},
	});
};

/**
 * Puts internal links under the base. An address, a Latin name or a telephone number as the words
 * of a link would lose its ends to the Arabic around it: these run from the left.
 */
const links = defineHastPlugin({
	name: 'links',
	element: {
		filter: ['a'],
		visit: (node, context) => {
			const { href } = node.properties;
			if (typeof href === 'string' && /^\/(?!\/)/.test(href))
				context.setProperty(node, 'href', path(href));
			const text = context.textContent(node);
			const isNumber = !RIGHT_TO_LEFT.test(text) && /^tel:/i.test(String(href));
			if (isForeign(text) || isNumber || /^(?:https?:\/\/|www\.)\S+$/i.test(text))
				context.setProperty(node, 'dir', 'ltr');
			if (isNumber) context.setProperty(node, 'className', ['whitespace-nowrap']);
		},
	},
});

/**
 * Numbers footnotes in the digits of the site. A number alone is no name for a link: it gets one.
 */
const footnoteNumbers = defineHastPlugin({
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
});

/** Tells the number of a footnote in the digits of the site where it leads back to the text. */
const footnoteLabels = defineHastPlugin({
	name: 'footnote-labels',
	element: {
		filter: ['a'],
		visit: (node, context) => {
			const { ariaLabel, dataFootnoteBackref } = node.properties;
			if (dataFootnoteBackref !== undefined)
				context.setProperty(node, 'ariaLabel', inDigits(String(ariaLabel)));
		},
	},
});

/** Says of the boxes of a task list whether they are ticked. */
const taskMarks = defineHastPlugin({
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
});

/**
 * Drops the alignment of columns: Markdown names sides, and it would be written as inline style.
 * Columns start where the text does.
 */
const cellAlignment = defineHastPlugin({
	name: 'cell-alignment',
	element: {
		filter: ['th', 'td'],
		visit: (node, context) => {
			context.setProperty(node, 'align', null);
			context.setProperty(node, 'style', null);
		},
	},
});

/**
 * The processor: links follow the base, headings get Latin ids, Latin runs keep their direction.
 */
export function markdown() {
	return satteri({
		features: {
			// Writers type « » and the dashes they mean; “smart” marks are made for Latin.
			smartPunctuation: false,
			gfm: {
				footnotes: {
					label: strings.footnotes,
					// Not the default arrow: our fonts lack it, and some phones show an emoji.
					backContent: strings.back,
					backLabel: strings.backToText,
				},
			},
		},
		mdastPlugins: [emphasis, typedNumbers],
		hastPlugins: [
			figures,
			inText,
			tables,
			headings,
			links,
			footnoteNumbers,
			footnoteLabels,
			code,
			taskMarks,
			foreignBlocks,
			numbers,
			cellAlignment,
		],
	});
}
