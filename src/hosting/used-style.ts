/** Rules that a page has no use for are bytes before its first words. */
import postcss, { type ChildNode, type Container, type Root } from 'postcss';

/** The classes and ids, with their sign, that an element and those around it must have for a selector to match. */
const namesOf = (selector: string): string[] =>
	selector.replace(/\[[^\]]*\]|\([^)]*\)+/g, '').match(/[.#](?:\\.|[\w-])+/g) ?? [];

/** Every name of a style, and whether a rule is left when only some of them are there. */
interface Style {
	root: Root;
	names: ReadonlySet<string>;
	/** What is left, by the names that are there. */
	left: Map<string, string>;
}

/**
 * Takes from the inline style of pages what no element of them can match.
 * @param scripts All scripts of the site: a class or an id whose name stands in one may be given later, and stays.
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
		cut(root, new Set(missing));
		const left = root.toString();
		style.left.set(key, left);
		return left;
	};

	return (html) => {
		const here = new Set(
			[...html.matchAll(/ (class|id)="([^"]*)"/g)].flatMap(([, kind, value = '']) =>
				value.split(/\s+/).map((name) => (kind === 'id' ? '#' : '.') + name),
			),
		);
		return html.replace(
			/(<style>)([\s\S]*?)(?=<\/style>)/g,
			(_, tag: string, css: string) => tag + leftOf(css, here),
		);
	};
}

/** Removes selectors that ask for a missing name, then rules without selectors and groups without rules. */
function cut(container: Container<ChildNode>, missing: ReadonlySet<string>): void {
	container.each((node) => {
		if (node.type === 'rule') {
			const selectors = node.selectors.filter(
				(selector) => !namesOf(selector).some((name) => missing.has(name)),
			);
			if (selectors.length === 0) node.remove();
			else if (selectors.length < node.selectors.length) node.selectors = selectors;
		} else if (node.type === 'atrule' && node.nodes && /^(?:media|supports)$/.test(node.name)) {
			cut(node as Container<ChildNode>, missing);
			if (node.nodes.length === 0) node.remove();
		}
	});
}
