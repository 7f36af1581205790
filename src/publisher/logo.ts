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
const SHAPE = /^(?:use|path|rect|circle|ellipse|line|polyline|polygon)$/;
/** Elements and attributes that drawing programs add for their own use. */
const DROPPED = /^(?:title|desc|metadata|.*:.*)$/;
/**
 * Accessibility attributes, as the logo is `aria-hidden`; and `color`, which sets `currentColor`.
 */
const NOT_DRAWN = /^(?:aria-.*|color|data-.*|dir|focusable|lang|role|tabindex)$/;
/**
 * Colour functions unknown to librsvg and old browsers. Figma writes a plain colour before them.
 */
const NEW_COLOUR = /^(?:color|color-mix|lab|lch|oklab|oklch|var)\(/;
/** In bytes. It is part of every page. */
const LARGEST = 10_000;
/** Width by height, or the other way round. In a masthead nothing longer is seen. */
const LONGEST = 20;

/** The publisher's logo, ready for pages and pictures. */
export interface Logo {
	/** An `svg` element without width and height. `currentColor` is the colour of text. */
	markup: string;
	/** Width by height. */
	ratio: number;
}

/** Reads a logo from its file. A problem is a sentence in Arabic that ends with the mend. */
export function readLogo(file: string): Logo | { problem: string } {
	if (!existsSync(file)) return { problem: 'ملف الشعار غير موجود. صحّح مساره أو ضعه في مكانه.' };
	const root = parseFragment(expanded(readFileSync(file, 'utf8'))).childNodes.find(
		(node) => node.nodeName === 'svg',
	) as Tree.Element | undefined;
	if (root) {
		addViewBox(root);
		applyClasses(root);
	}
	const [, width, height] =
		/^\s*\S+[\s,]+\S+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*$/.exec(
			root?.attrs.find(({ name }) => name === 'viewBox')?.value ?? '',
		) ?? [];
	const ratio = Number(width) / Number(height);
	if (!root || !(ratio > 0 && ratio < Infinity))
		return { problem: 'ليس في الشعار رسم له viewBox. احفظه ملف SVG كاملًا.' };
	if (Math.max(ratio, 1 / ratio) > LONGEST)
		return {
			problem: `في الشعار ضلع أطول من الآخر ${LONGEST} مرة وأكثر، فلا يُرى. اجعل viewBox على قدر الرسم.`,
		};
	const problem = clean(root);
	if (problem) return { problem };
	if (!within(root).some(({ tagName }) => SHAPE.test(tagName)))
		return { problem: 'ليس في الشعار شكل يُرى. احفظه من برنامج الرسم مرة أخرى.' };
	root.attrs = root.attrs.filter(({ name }) => !/^(?:width|height|x|y|id|version)$/.test(name));
	giveOwnIds(root);
	inInk(root);
	root.attrs.push({ name: 'aria-hidden', value: 'true' });
	const markup = serialize({ nodeName: '#document-fragment', childNodes: [root] } as never);
	return markup.length > LARGEST
		? { problem: `الشعار ${markup.length} بايت، وهو في كل صفحة، وأكثره ${LARGEST}. بسّطه.` }
		: { markup, ratio };
}

/** A file whose entities, which Illustrator may declare, are written out. */
const expanded = (text: string): string =>
	Array.from(text.matchAll(/<!ENTITY\s+(\w+)\s+"([^"<>]*)"\s*>/g)).reduce(
		(all, [, name, value = '']) => all.replaceAll(`&${name};`, () => value),
		text.replace(/<!DOCTYPE[^[>]*\[[\s\S]*?\]\s*>/, ''),
	);

/** A style sheet of classes alone, as Illustrator and CorelDRAW write it. */
const CLASSES = /^(?:\s*\.[\w-]+(?:\s*,\s*\.[\w-]+)*\s*\{[^{}]*\}|\s*\/\*[^*]*\*\/)*\s*$/;

/**
 * Inlines style sheets of class selectors alone, and removes them. Others stay: `clean` refuses
 * them.
 */
function applyClasses(root: Tree.Element): void {
	const elements = (node: Tree.ParentNode): Tree.Element[] =>
		node.childNodes
			.filter((child) => defaultTreeAdapter.isElementNode(child))
			.flatMap((child) => [child, ...elements(child)]);
	const all = [root, ...elements(root)];
	const ofClasses = new Map<Tree.Element, string>();
	for (const sheet of all.filter(({ tagName }) => tagName === 'style')) {
		const css = sheet.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
		if (!CLASSES.test(css)) continue;
		for (const [, selectors = '', rules = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
			const named = Array.from(selectors.matchAll(/\.([\w-]+)/g), ([, name]) => name);
			for (const element of all) {
				const own = element.attrs.find(({ name }) => name === 'class')?.value.split(/\s+/) ?? [];
				if (own.some((name) => named.includes(name)))
					ofClasses.set(element, `${ofClasses.get(element) ?? ''}${rules};`);
			}
		}
		sheet.parentNode?.childNodes.splice(sheet.parentNode.childNodes.indexOf(sheet), 1);
	}
	for (const [{ attrs }, rules] of ofClasses) {
		const style = attrs.find(({ name }) => name === 'style');
		// What stands at the element itself comes last, and counts.
		if (style) style.value = `${rules}${style.value}`;
		else attrs.push({ name: 'style', value: rules });
	}
}

/** Adds a missing viewBox, by a width and a height in pixels. */
function addViewBox({ attrs }: Tree.Element): void {
	const [width, height] = ['width', 'height'].map(
		(side) => /^([\d.]+)(?:px)?$/.exec(attrs.find(({ name }) => name === side)?.value ?? '')?.[1],
	);
	if (width && height && !attrs.some(({ name }) => name === 'viewBox'))
		attrs.push({ name: 'viewBox', value: `0 0 ${width} ${height}` });
}

/** An element and all that is in it. A logo that was cleaned has elements alone. */
const within = (element: Tree.Element): Tree.Element[] => [
	element,
	...(element.childNodes as Tree.Element[]).flatMap(within),
];

/** The id that a value refers to, `#a` or `url(#a)`, with what stands before and after it. */
const REFERENCE = /^(#|url\(["']?#)(.+?)(["']?\).*|)$/;

/**
 * Renames the ids of a drawing, for the page has ids of its own (`more`, `headline`). Those that
 * nothing refers to go: drawing programs write their layers' names.
 */
function giveOwnIds(root: Tree.Element): void {
	const all = within(root);
	const attributes = all.flatMap(({ attrs }) => attrs);
	const used = new Map<string, string>();
	for (const attribute of attributes) {
		const [, before, id, after] = REFERENCE.exec(attribute.value) ?? [];
		if (id === undefined || !(/href$/.test(attribute.name) || before?.startsWith('url'))) continue;
		used.set(id, used.get(id) ?? `logo-${used.size + 1}`);
		attribute.value = `${before}${used.get(id)}${after}`;
	}
	for (const element of all) {
		element.attrs = element.attrs.filter(({ name, value }) => name !== 'id' || used.has(value));
		for (const attribute of element.attrs)
			if (attribute.name === 'id') attribute.value = used.get(attribute.value) ?? '';
	}
}

/**
 * Tests for near black and near white. Drawing programs write print black as `#231f20` or
 * `#2b2a29`.
 */
const INKS = [
	(channels: number[]) => Math.max(...channels) <= 64,
	(channels: number[]) => Math.min(...channels) >= 240,
];
/** How far the channels of a grey may be apart. */
const GREY = 12;

/** Whether a paint is a grey that passes `ink`. `currentColor` and `inherit` pass too. */
function isPaint(value: string, ink: (channels: number[]) => boolean): boolean {
	if (/^(?:currentcolor|inherit)$/i.test(value)) return true;
	const named = { black: '#000', white: '#fff' }[value.toLowerCase()] ?? value;
	const hex = /^#(?:[\da-f]{3}){1,2}$/i.test(named) && named.slice(1);
	const written = hex
		? hex
				.match(hex.length === 3 ? /./g : /../g)
				?.map((part) => Number.parseInt(part.repeat(6 / hex.length), 16))
		: /^rgb\((\d+),\s*(\d+),\s*(\d+)\)$/i.exec(value)?.slice(1).map(Number);
	return Boolean(written && ink(written) && Math.max(...written) - Math.min(...written) <= GREY);
}

/**
 * Whether a shape has no `fill`, own or inherited, and so is black. A `use` may fill one in
 * `defs`.
 */
function isBlackByDefault(shape: Tree.Element): boolean {
	if (!/^(?:path|rect|circle|ellipse|polyline|polygon)$/.test(shape.tagName)) return false;
	for (let at: Tree.ParentNode | null = shape; at && 'attrs' in at; at = at.parentNode)
		if (
			/^(?:defs|symbol|clipPath)$/.test(at.tagName) ||
			at.attrs.some(({ name }) => name === 'fill')
		)
			return false;
	return true;
}

/**
 * Turns the paints of an all-black or all-white drawing into `currentColor`: else it vanishes on
 * dark or on light paper.
 */
function inInk(root: Tree.Element): void {
	// Masks and clip paths do not paint: in a mask white shows and black hides; Figma fills clip
	// paths with white.
	const masked = within(root)
		.filter(({ tagName }) => /^(?:mask|clipPath)$/.test(tagName))
		.flatMap(within);
	const painted = within(root).filter((element) => !masked.includes(element));
	const paints = painted
		.flatMap(({ attrs }) => attrs)
		.filter(({ name, value }) => /^(?:fill|stroke|stop-color)$/.test(name) && value !== 'none');
	const values = paints.map(({ value }) => value);
	if (painted.some(isBlackByDefault)) values.push('black');
	if (!INKS.some((ink) => values.every((value) => isPaint(value, ink)))) return;
	for (const paint of paints) paint.value = 'currentColor';
	if (!root.attrs.some(({ name }) => name === 'fill'))
		root.attrs.push({ name: 'fill', value: 'currentColor' });
}

/** Elements that others refer to. They work inside a hidden element too, so they must stay. */
const DEFINITION = /<(?:defs|symbol|clipPath|mask|linearGradient|radialGradient)\b/;

/** Whether an element is hidden, such as a layer of guides, and holds no definitions. */
const isHidden = (element: Tree.Element): boolean =>
	element.attrs.some(({ name, value }) =>
		name === 'style'
			? /(?:^|;)\s*display\s*:\s*none/.test(value)
			: name === 'display' && value === 'none',
	) &&
	!DEFINITION.test(serialize({ nodeName: '#document-fragment', childNodes: [element] } as never));

/**
 * Removes what is not drawn from an element. Returns a problem where something in it is not
 * allowed.
 */
function clean(element: Tree.Element): string | undefined {
	const styled = new Set<Tree.Element['attrs'][number]>();
	element.attrs = element.attrs
		// The policy blocks style attributes. Turn each property into its presentation attribute.
		.flatMap((attribute): typeof element.attrs =>
			attribute.name === 'style'
				? [...attribute.value.matchAll(/([\w-]+)\s*:\s*([^;]+)/g)].flatMap(
						([, name = '', value = '']) => {
							const own = { name, value: value.replace(/\s*!important\s*$/, '').trim() };
							if (NEW_COLOUR.test(own.value)) return [];
							styled.add(own);
							return own;
						},
					)
				: [attribute],
		)
		// Of two values the last counts, and a style before an attribute.
		.filter((attribute, _, all) => {
			const same = all.filter(({ name }) => name === attribute.name);
			return attribute === (same.findLast((one) => styled.has(one)) ?? same.at(-1));
		})
		.filter(
			({ name, prefix }) =>
				prefix !== 'xmlns' &&
				prefix !== 'xml' &&
				!/^(?:xmlns|class|-)|:(?!href)/.test(name) &&
				!NOT_DRAWN.test(name),
		);
	element.childNodes = element.childNodes.filter(
		(node) =>
			defaultTreeAdapter.isElementNode(node) && !DROPPED.test(node.tagName) && !isHidden(node),
	);
	for (const { name, value } of element.attrs)
		if (
			/^on/i.test(name) ||
			(/href$/.test(name) ? !value.startsWith('#') : /url\((?!["']?#)/.test(value))
		)
			return 'في الشعار برمجة أو رابط إلى ملف آخر. احفظه رسمًا وحده.';
	for (const child of element.childNodes as Tree.Element[]) {
		if (/^(?:text|tspan)$/.test(child.tagName))
			return 'في الشعار حروف تحتاج إلى خط. حوّلها إلى مسارات.';
		if (child.tagName === 'style')
			return 'في الشعار <style>، والألوان تُكتب على الأشكال نفسها. احفظه من برنامج الرسم بـ Presentation Attributes، أو مرّره على SVGOMG.';
		if (!DRAWN.test(child.tagName))
			return `في الشعار <${child.tagName}>، والمقبول أشكال وألوانها في fill. احفظه رسمًا وحده.`;
		const problem = clean(child);
		if (problem) return problem;
	}
	return undefined;
}
