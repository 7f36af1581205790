/**
 * A CSS rule uses no side (left, right) unless its selector names a direction. rtlcss mirrors a
 * sheet, and the mirrored sheet must equal the original. No comment grants an exception: minifiers
 * drop them.
 */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import postcss, { type AtRule, type Declaration, type Root, type Rule } from 'postcss';
import rtlcss from 'rtlcss';
import type { Problem } from '../problems.ts';
import { parseMarkup } from './markup.ts';

const OTHER: Record<string, string> = { left: 'right', right: 'left', e: 'w', w: 'e' };
const swap = (text: string, words: RegExp) =>
	text.replace(words, (word) => OTHER[word.toLowerCase()] ?? word);
const swapEdges = (text: string) => swap(text, /left|right/g);

/**
 * The negative of a length. Zero, keywords and `var()` stay: a variable is judged where it is set.
 */
function opposite(length: string): string {
	if (/^(?:calc|clamp|max|min)\(/.test(length))
		return /^calc\(-1 \* (.*)\)$/.exec(length)?.[1] ?? `calc(-1 * ${length})`;
	if (!Number.parseFloat(length)) return length;
	return length.startsWith('-') ? length.slice(1) : `-${length}`;
}

const negateFirst = (value: string) =>
	postcss.list
		.space(value)
		.map((part, index) => (index ? part : opposite(part)))
		.join(' ');

function swapSecondAndFourth(value: string): string {
	const [top, right, bottom, left] = postcss.list.space(value);
	return left ? [top, left, bottom, right].join(' ') : value;
}

/** Mirrors sides within functions; not in strings, file names and words such as `slide-left`. */
function reflectFunctions(value: string): string {
	return swap(value, /"[^"]*"|'[^']*'|url\([^)]*\)|(?<![\w-])(?:left|right)(?![\w-])/gi)
		.replace(
			/(?<=gradient\(\s*(?:from\s+)?)(?:[-.\d]+(?=deg|turn|g?rad)|calc\([^()]*\))/g,
			opposite,
		)
		.replace(/(?<=drop-shadow\()(?:[^()]|\([^()]*\))+/g, negateFirst)
		.replace(/(?<=\binset\()(?:(?! round)[^()]|\([^()]*\))+/g, swapSecondAndFourth);
}

/** What rtlcss does not know: custom properties, and newer CSS. */
const modern = {
	name: 'modern',
	priority: 1, // before rtlcss's own, which skip custom properties
	directives: { control: {}, value: [] },
	processors: [
		processor(/^(?:translate|--tw-translate-x)$/, negateFirst),
		processor(/^--tw-(?:gradient|mask-linear|mask-conic)-position$/, (value) =>
			reflectFunctions(`gradient(${value})`).slice('gradient('.length, -1),
		),
		processor(/^--tw-mask-(?:left|right)/, swapEdges, swapEdges), // mask-x-* sets both, which is symmetrical
		processor(/^cursor$/, (value) =>
			value.replace(/(?<![-\w./(])(?:[ns]?[ew]|nesw|nwse)(?=-resize)/g, (to) => swap(to, /[ew]/g)),
		),
		processor(
			/^(?:--|(?:-webkit-)?(?:clip-path|filter|backdrop-filter|border-image|shape-outside)$)/,
			reflectFunctions,
		),
	],
};

function processor(expr: RegExp, value: (value: string) => string, name = (prop: string) => prop) {
	return {
		expr,
		action: (prop: string, text: string) => ({ prop: name(prop), value: value(text) }),
	};
}

const ALIASES = {
	margin: [
		'inset',
		'scroll-margin',
		'scroll-padding',
		'border-image-width',
		'border-image-outset',
		'border-image-slice',
	],
	transform: ['--tw-skew-x', '--tw-skew-y'],
	'box-shadow': ['--tw-shadow', '--tw-inset-shadow'],
	'text-align': ['place-content', 'place-items', 'place-self', 'position-area'],
	background: ['mask', '-webkit-mask'],
	'background-image': ['border-image-source', 'mask-image', '-webkit-mask-image'],
	'background-position': ['mask-position', '-webkit-mask-position'],
};
const aliases = Object.fromEntries(
	Object.entries(ALIASES).flatMap(([known, props]) => props.map((prop) => [prop, known])),
);
const judge = rtlcss.configure({
	options: { aliases, processUrls: false, useCalc: true },
	plugins: [modern],
});

/** The sheet without comments: rtlcss obeys directives in them. */
function read(css: string): Root {
	const root = postcss.parse(css);
	root.walkComments((comment) => void comment.remove());
	root.walkDecls((own) => {
		own.raws = { before: own.raws.before ?? '', between: ':' }; // comments are kept here
		if (!own.variable) own.prop = own.prop.toLowerCase();
	});
	return root;
}

const reflect = (root: Root) => judge.process(root.clone(), { from: undefined }).root;

/** The mirrored style sheet. Rules that name a direction are mirrored too. */
export function mirror(css: string): string {
	return reflect(read(css)).toString();
}

/**
 * A value as it is compared. Rotation takes no side: clockwise is clockwise in Arabic too. Half a
 * turn is its own mirror. A `background` without an image has no position: Lightning CSS writes
 * `none` as `0 0`.
 */
function compared({ prop, value, important }: Declaration): string {
	if (prop === 'background' && !value.includes('(')) return '';
	const still = value
		.replace(/rotate(?:[xyz]|3d)?\((?:[^()]|\([^()]*\))*\)/gi, '')
		.replaceAll('-180deg', '180deg');
	return still.replace(/\s*([\s(),])\s*/g, '$1') + (important ? '!' : '');
}

function ancestors(node: Declaration | Rule | AtRule): (Rule | AtRule)[] {
	const parent = node.parent as Rule | AtRule | Root;
	return parent.type === 'root' ? [] : [...ancestors(parent), parent];
}

/** Whether every selector of a rule names a direction. `@page :left` names its side. */
function namesDirection(at: Rule | AtRule): boolean {
	if (at.type === 'atrule') return at.name === 'page' && /:(?:left|right)\b/.test(at.params);
	return at.selectors.every((selector) => /(?:\[dir\s*[\]~|^$*=]|:(?:dir|lang)\()/i.test(selector));
}

/** A declaration that takes a side. Line and column count from 1 in the sheet given. */
export interface SidedDeclaration {
	rule: string;
	declaration: string;
	line: number;
	column: number;
}

/** What was found, by sheet: thousands of pages share a few. Cleared when it is full. */
const JUDGED = new Map<string, SidedDeclaration[]>();
const MOST_JUDGED = 500;

/**
 * Declarations that take a side in a rule that does not name its direction. A sheet is judged once.
 * @throws CssSyntaxError of postcss.
 */
export function directional(css: string): SidedDeclaration[] {
	const known = JUDGED.get(css);
	if (known) return known;
	const found = sidedDeclarations(css);
	if (JUDGED.size >= MOST_JUDGED) JUDGED.clear();
	JUDGED.set(css, found);
	return found;
}

function sidedDeclarations(css: string): SidedDeclaration[] {
	const root = read(css);
	const images: Declaration[] = [];
	reflect(root).walkDecls((image) => void images.push(image));
	const pairs: { own: Declaration; image: Declaration }[] = [];
	root.walkDecls((own) => void pairs.push({ own, image: images[pairs.length] ?? own }));
	// `left: 0; right: 0` is its own mirror: order counts only within one property.
	return [...Map.groupBy(pairs, ({ own }) => own.parent).values()].flatMap((block) => {
		const values = (which: 'own' | 'image', prop: string) =>
			block
				.map((pair) => pair[which])
				.filter((one) => one.prop === prop)
				.map(compared)
				.join(';');
		return block
			.filter(({ own, image }) => own.prop !== image.prop || compared(own) !== compared(image))
			.filter(
				({ own, image }) =>
					values('own', image.prop) !== values('image', image.prop) &&
					!ancestors(own).some(namesDirection),
			)
			.map(({ own }) => {
				const rule = ancestors(own)
					.map((at) => (at.type === 'rule' ? at.selector : `@${at.name} ${at.params}`))
					.join(' ')
					.replace(/\s+/g, ' ')
					.trim();
				const declaration = `${own.prop}: ${own.value.replace(/\s+/g, ' ')}${own.important ? ' !important' : ''}`;
				const { line, column } = own.source?.start ?? { line: 1, column: 1 };
				return { rule, declaration, line, column };
			});
	});
}

type Sheet = { css: string; line: number; column: number };

/** Style elements, and style attributes as rules; an element with `dir` names its direction. */
function* sheets(node: Tree.Node): Generator<Sheet> {
	if ('attrs' in node) {
		const attribute = (name: string) => node.attrs.find((one) => one.name === name);
		const head = `${node.tagName}[style]${attribute('dir') ? '[dir]' : ''}{`;
		const { startLine: line = 1, startCol = 1 } = node.sourceCodeLocation?.attrs?.['style'] ?? {};
		const style = attribute('style');
		if (style)
			yield {
				css: `${head}${style.value}}`,
				line,
				column: startCol + 'style="'.length - head.length,
			};
	}
	if ('value' in node && node.parentNode?.nodeName === 'style') {
		yield {
			css: node.value,
			line: node.sourceCodeLocation?.startLine ?? 1,
			column: node.sourceCodeLocation?.startCol ?? 1,
		};
	}
	if ('content' in node) yield* sheets(node.content);
	if ('childNodes' in node) for (const child of node.childNodes) yield* sheets(child);
}

/** How a rule loses its side. */
const MEND =
	'استعمل الخاصية المنطقية مثل margin-inline-start وinset-inline-end، وفي Tailwind مثل ms-3 وend-0، أو سمِّ الاتجاه في القاعدة: rtl: أو [dir=rtl].';

function sheetProblems(file: string, { css, line, column }: Sheet): Problem[] {
	try {
		return directional(css).map((side) => ({
			file,
			line: line + side.line - 1,
			column: side.line === 1 ? column + side.column - 1 : side.column,
			message: `القاعدة «${side.rule}» تنحاز إلى جهة في «${side.declaration}» ولا تسمّي اتجاهها. ${MEND}`,
		}));
	} catch (error) {
		if (!(error instanceof postcss.CssSyntaxError)) throw error;
		return [
			{
				file,
				line,
				column,
				message: `تعذّرت قراءة CSS هنا فلا يُعرف اتجاهه (${error.reason}). صحّح كتابته.`,
			},
		];
	}
}

/** What takes a side in an emitted .css, .html or .svg file; the same problem once. */
export function directionProblems(file: string, content: string): Problem[] {
	const all = file.endsWith('.css')
		? [{ css: content, line: 1, column: 1 }]
		: /\.(?:html|svg)$/.test(file)
			? [...sheets(parseMarkup(content))]
			: [];
	const found = all.flatMap((sheet) => sheetProblems(file, sheet));
	return found.filter(
		({ message }, index) => found.findIndex((other) => other.message === message) === index,
	);
}
