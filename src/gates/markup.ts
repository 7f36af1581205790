import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

let last: { text: string; tree: Tree.Document } | undefined;

/**
 * The tree of an HTML or SVG file, with its places in the text. What `<noscript>` holds is
 * elements, too. The gates ask one after another for the same text: it is parsed once, and no other
 * is kept.
 */
export function parseMarkup(text: string): Tree.Document {
	if (last?.text !== text)
		last = { text, tree: parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false }) };
	return last.tree;
}
