/** The logo: an SVG that stands in every page, in the cards and in the icons. */
import { existsSync, readFileSync } from 'node:fs';
import {
	defaultTreeAdapter,
	parseFragment,
	serialize,
	type DefaultTreeAdapterTypes as Tree,
} from 'parse5';

/** The elements of a drawing. All others request something (a font, a file) or run something. */
const DRAWN =
	/^(?:svg|g|defs|symbol|use|path|rect|circle|ellipse|line|polyline|polygon|clipPath|mask|linearGradient|radialGradient|stop)$/;
/** Elements and attributes that drawing programs add for their own use. */
const DROPPED = /^(?:title|desc|metadata|.*:.*)$/;
/** In bytes. It is part of every page. */
const LARGEST = 10_000;

export interface Logo {
	/** An `svg` element without width and height. `currentColor` is the colour of text. */
	markup: string;
	/** Width by height. */
	ratio: number;
}

/** Reads a logo from its file. A problem is a sentence in Arabic that ends with the mend. */
export function readLogo(file: string): Logo | { problem: string } {
	if (!existsSync(file)) return { problem: 'ملف الشعار غير موجود. صحّح مساره أو ضعه في مكانه.' };
	const root = parseFragment(readFileSync(file, 'utf8')).childNodes.find(
		(node) => node.nodeName === 'svg',
	) as Tree.Element | undefined;
	const [, width, height] =
		/^\s*\S+[\s,]+\S+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*$/.exec(
			root?.attrs.find(({ name }) => name === 'viewBox')?.value ?? '',
		) ?? [];
	const ratio = Number(width) / Number(height);
	if (!root || !(ratio > 0 && ratio < Infinity))
		return { problem: 'ليس في الشعار رسم له viewBox. احفظه ملف SVG كاملًا.' };
	const problem = clean(root);
	if (problem) return { problem };
	root.attrs = root.attrs.filter(({ name }) => !/^(?:width|height|x|y|id|version)$/.test(name));
	root.attrs.push({ name: 'aria-hidden', value: 'true' });
	const markup = serialize({ nodeName: '#document-fragment', childNodes: [root] } as never);
	return markup.length > LARGEST
		? { problem: `الشعار ${markup.length} بايت، وهو في كل صفحة، وأكثره ${LARGEST}. بسّطه.` }
		: { markup, ratio };
}

/** Removes what is not drawn from an element. Returns a problem where something in it is not allowed. */
function clean(element: Tree.Element): string | undefined {
	element.attrs = element.attrs
		// The policy blocks style attributes. Turn each property into its presentation attribute.
		.flatMap((attribute): typeof element.attrs =>
			attribute.name === 'style'
				? [...attribute.value.matchAll(/([\w-]+)\s*:\s*([^;]+)/g)].map(
						([, name = '', value = '']) => ({ name, value: value.trim() }),
					)
				: [attribute],
		)
		.filter(
			({ name, prefix }) =>
				prefix !== 'xmlns' && !/^(?:xmlns|class|-)|:(?!href)/.test(name) && !/^data-/.test(name),
		);
	element.childNodes = element.childNodes.filter(
		(node) => defaultTreeAdapter.isElementNode(node) && !DROPPED.test(node.tagName),
	);
	for (const { name, value } of element.attrs)
		if (
			/^on/i.test(name) ||
			(/href$/.test(name) ? !value.startsWith('#') : /url\((?!#)/.test(value))
		)
			return 'في الشعار برمجة أو رابط إلى ملف آخر. احفظه رسمًا وحده.';
	for (const child of element.childNodes as Tree.Element[]) {
		if (/^(?:text|tspan)$/.test(child.tagName))
			return 'في الشعار حروف تحتاج إلى خط. حوّلها إلى مسارات.';
		if (!DRAWN.test(child.tagName))
			return `في الشعار <${child.tagName}>، والمقبول أشكال وألوانها في fill. احفظه رسمًا وحده.`;
		const problem = clean(child);
		if (problem) return problem;
	}
	return undefined;
}
