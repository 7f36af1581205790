/**
 * Trims the inline style: unused rules delay the first paint. In articles the rules for what comes
 * later, and for print, move down.
 */
import postcss, {
	type AtRule,
	type ChildNode,
	type Container,
	type Root,
	type Rule,
} from 'postcss';

/**
 * Where the style of an article goes on, after its headline and map: a marker in
 * ArticlePage.astro. HTML allows no style there, SVG does.
 */
const ON = /(?<=<div hidden>\s*<svg>\s*<style>)(?=<\/style>)/;

/** Styles that follow one another are one, with one hash in the policy. */
const joined = (html: string) => html.replaceAll('</style><style>', '');

const STYLES = /(<style>)([\s\S]*?)(?=<\/style>)/g;

const NAME = /[.#](?:\\.|[\w-])+/g;

/**
 * A selector without attributes and `:not()`. The argument of `:has()` stays, as it must match
 * too.
 */
const plain = (selector: string) =>
	selector
		.replace(/\[[^\]]*\]|:not\((?:[^()]|\([^()]*\))*\)/g, '')
		.replace(/:has\(([^(),]*)\)/g, ' $1')
		.replace(/\([^)]*\)+/g, '');

/**
 * The classes and ids, with their sign, that an element and those around it must have for a
 * selector to match.
 */
const namesOf = (selector: string): string[] => plain(selector).match(NAME) ?? [];

/** The kinds of elements that they must be. */
const tagsOf = (selector: string): string[] =>
	plain(selector)
		.replace(NAME, '')
		.replace(/::?[\w-]+/g, '')
		.match(/[a-z][\w-]*/g) ?? [];

/** The classes and ids of some HTML, with their sign. */
const namesIn = (html: string): ReadonlySet<string> =>
	new Set(
		[...html.matchAll(/ (class|id)="([^"]*)"/g)].flatMap(([, kind, value = '']) =>
			value.split(/\s+/).map((name) => (kind === 'id' ? '#' : '.') + name),
		),
	);

/** A parsed style, all names in it, and its trimmed versions. */
interface Style {
	root: Root;
	names: ReadonlySet<string>;
	/** Trimmed CSS, by the list of the names that are missing. */
	left: Map<string, string>;
}

/**
 * Gives a function that removes rules which no element can match from the inline style of a page.
 * @param scripts All scripts of the site. A class or an id named in one may be set later, so it
 * stays.
 */
export function styleCutter(scripts: string): (html: string) => string {
	const words = new Set(scripts.match(/[\w-]+/g));
	const read = new Map<string, Style>();

	const styleOf = (css: string): Style => {
		const root = postcss.parse(css);
		const names = new Set<string>();
		root.walkRules(({ selectors }) => {
			for (const name of selectors.flatMap(namesOf))
				if (!words.has(name.slice(1).replaceAll('\\', ''))) names.add(name);
		});
		return { root, names, left: new Map() };
	};

	const leftOf = (css: string, here: ReadonlySet<string>): string => {
		const style = read.get(css) ?? styleOf(css);
		read.set(css, style);
		const missing = [...style.names].filter((name) => !here.has(name.replaceAll('\\', '')));
		const key = missing.join();
		const known = style.left.get(key);
		if (known !== undefined) return known;
		const root = style.root.clone();
		const gone = new Set(missing);
		cut(root, (selector) => !namesOf(selector).some((name) => gone.has(name)));
		const left = root.toString();
		style.left.set(key, left);
		return left;
	};

	const parts = new Map<string, readonly [string, string]>();
	const partsOf = (css: string, names: ReadonlySet<string>, tags: ReadonlySet<string>) => {
		const key = [css, ...[...names].sort(), ...[...tags].sort()].join();
		const known = parts.get(key) ?? part(css, names, tags);
		parts.set(key, known);
		return known;
	};

	return (html) => {
		const here = namesIn(html);
		const used = html.replace(STYLES, (_, tag: string, css: string) => tag + leftOf(css, here));
		const at = used.search(ON);
		if (at < 0) return joined(used);
		const above = used.slice(0, at);
		const names = namesIn(above);
		const tags = new Set([...above.matchAll(/<([a-z][\w-]*)/g)].map(([, tag = '']) => tag));
		let later = '';
		const head = above.replace(/<style>([\s\S]*?)<\/style>/g, (_, css: string) => {
			const [first, rest] = partsOf(css, names, tags);
			later += rest;
			return first && `<style>${first}</style>`;
		});
		// SVG's style is no raw text.
		const text = later.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
		return joined(head) + text + used.slice(at);
	};
}

type Passes = (selector: string, rule: Rule) => boolean;

/** Removes selectors that do not pass, then rules without selectors and groups without rules. */
function cut(container: Container<ChildNode>, passes: Passes): void {
	container.each((node) => {
		if (node.type === 'rule') {
			const selectors = node.selectors.filter((selector) => passes(selector, node));
			if (selectors.length === 0) node.remove();
			else if (selectors.length < node.selectors.length) node.selectors = selectors;
		} else if (node.type === 'atrule' && node.nodes && /^(?:media|supports)$/.test(node.name)) {
			cut(node as Container<ChildNode>, passes);
			if (node.nodes.length === 0) node.remove();
		}
	});
}

const isPaper = (node: ChildNode): boolean => {
	const group = node.parent;
	return (
		group?.type === 'atrule' && ((group as AtRule).params === 'print' || isPaper(group as AtRule))
	);
};

/**
 * Splits a style in two: what elements of these names need on a screen, with all `@font-face`, and
 * the rest. Each keeps its order. That the rest comes last changes nothing:
 * tests/browser/pages.test.ts.
 */
function part(
	css: string,
	names: ReadonlySet<string>,
	tags: ReadonlySet<string>,
): readonly [string, string] {
	const passes: Passes = (selector, rule) =>
		!isPaper(rule) &&
		namesOf(selector).every((name) => names.has(name.replaceAll('\\', ''))) &&
		tagsOf(selector).every((tag) => tags.has(tag));
	const first = postcss.parse(css);
	const rest = first.clone();
	cut(first, passes);
	cut(rest, (...rule) => !passes(...rule));
	// A face that moved would be asked for again.
	first.walkAtRules(/^(?:font-face|keyframes|page|counter-style)$/, (rule) => {
		if (rule.name !== 'font-face' || isPaper(rule)) rule.remove();
	});
	rest.walkAtRules('font-face', (rule) => {
		if (!isPaper(rule)) rule.remove();
	});
	for (const root of [first, rest]) cut(root, () => true); // Groups that are empty now.
	return [first.toString(), rest.toString()];
}
