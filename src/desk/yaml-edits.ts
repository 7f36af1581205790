/** Edits of frontmatter that `npm run fix` makes: what is written must be YAML again. */
import { type Document, isMap, isNode, isScalar, parseDocument, Scalar, type YAMLMap } from 'yaml';
import type { Reading } from '../article/read.ts';
import { applied, type Edit } from './rules/rule.ts';
import { inYamlQuotes } from './yaml-errors.ts';

/** A key with its value, written anew as one line; not where a comment would be lost. */
export function replaced(
	{ document, yaml = '' }: Reading,
	path: readonly PropertyKey[],
	start: number,
	line: string,
): Edit[] {
	const parent = document.getIn(path.slice(0, -1), true);
	const { key, value } =
		(isMap(parent) && parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))) ||
		{};
	if (!isScalar(key) || !key.range || !isNode(value) || !value.range) return [];
	const [from] = key.range;
	// A list of several lines ends at the start of the next one.
	const old = yaml.slice(from, value.range[1]).trimEnd();
	return /\s#/.test(old) ? [] : [{ offset: start + from, length: old.length, text: line }];
}

/** The key at the end of a path, as it is written. */
export function keyNode({ contents }: Document.Parsed, path: readonly PropertyKey[]): unknown {
	const parent =
		path.length > 1 ? (contents as YAMLMap | null)?.getIn(path.slice(0, -1), true) : contents;
	if (!isMap(parent)) return undefined;
	return parent.items.find(({ key }) => String(key) === path.at(-1))?.key;
}

/** The value with edits, in quotes where YAML would read it otherwise without. */
export function rewritten(
	value: string,
	edits: readonly Edit[],
	type: Scalar.Type | undefined | null,
	offset: number,
	length: number,
): Edit {
	const text = applied(value, edits).trim();
	const isPlain = (plain: string) =>
		['k: @', '[@]', '{ k: @ }', '- @'].every((frame) => {
			const document = parseDocument(frame.replace('@', () => plain));
			return (
				document.errors.length === 0 &&
				[Object(document.toJS()).k, Object(document.toJS())[0]].includes(plain)
			);
		});
	return {
		offset,
		length,
		text: type === Scalar.PLAIN && isPlain(text) ? text : inYamlQuotes(text),
	};
}
