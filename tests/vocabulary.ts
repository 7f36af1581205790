import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The vocabulary of schema.org, read from the declarations that schema-dts generates of it: nothing
 * is fetched, and it takes milliseconds where the compiler would take half a minute. An interface
 * is `PlaceBase` with its properties or `PlaceLeaf` with its type; a type lists what may stand for
 * it: `Place = PlaceLeaf | Residence | string`.
 */
const declarations = readFileSync(
	fileURLToPath(import.meta.resolve('schema-dts')).replace(/\.js$/, '.d.ts'),
	'utf8',
).replace(/\/\*[\s\S]*?\*\//g, '');
const interfaces = new Map(
	Array.from(
		declarations.matchAll(/^(?:export )?interface (\w+)(?: extends ([^{]+))? \{([^}]*)\}/gm),
		([, name = '', bases = '', body = '']) => [
			name,
			{
				bases: bases.split(',').map((base) => base.trim()),
				properties: new Map(
					Array.from(
						body.matchAll(/"(\w+)"\?: SchemaValue<(.+), "\w+">;/g),
						([, property = '', values = '']) => [property, values.split(' | ')],
					),
				),
			},
		],
	),
);
const types = new Map(
	Array.from(
		declarations.matchAll(/^export type (\w+) = (.+);$/gm),
		([, name = '', members = '']) => [name, members.split(' | ')],
	),
);

/** What may be written for a type, in the end: `string`, `"EventScheduled"`, `PlaceLeaf`. */
function written(type: string, seen = new Set<string>()): Set<string> {
	if (!seen.has(type)) {
		seen.add(type);
		for (const member of types.get(type) ?? []) written(member, seen);
	}
	return seen;
}

/** The values that a property of a type may have; undefined when the type has no such property. */
function values(property: string, type: string): string[] | undefined {
	const found = interfaces.get(type);
	return (
		found?.properties.get(property) ??
		found?.bases.map((base) => values(property, base)).find(Boolean)
	);
}

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function nodeProblems(node: Node, where: string): string[] {
	const type = String(node['@type']);
	if (!interfaces.has(`${type}Leaf`)) return [`${where}: no type ${type}`];
	return Object.entries(node)
		.filter(([property]) => !/^@(?:id|type)$|-input$/.test(property)) // of an action's input: no property
		.flatMap(([property, value]) => {
			const place = `${where}.${property}`;
			const allowed = values(property, `${type}Leaf`);
			if (!allowed) return [`${place}: ${type} has no such property`];
			const known = new Set(allowed.flatMap((one) => [...written(one)]));
			return [value].flat().flatMap((one) => {
				const kind = !isNode(one)
					? typeof one
					: '@type' in one
						? `${String(one['@type'])}Leaf`
						: 'IdReference';
				if (!known.has(kind) && !known.has(JSON.stringify(one)))
					return [`${place}: ${JSON.stringify(one)} is none of ${allowed.join(', ')}`];
				return isNode(one) && '@type' in one ? nodeProblems(one, place) : [];
			});
		});
}

/** What a JSON-LD graph says that schema.org does not know: types, properties, kinds of value. */
export function vocabularyProblems(graph: string): string[] {
	const { '@context': context, '@graph': nodes } = JSON.parse(graph) as {
		'@context': string;
		'@graph': Node[];
	};
	return [
		...(context === 'https://schema.org' ? [] : [`context ${context}`]),
		...nodes.flatMap((node) => nodeProblems(node, String(node['@type']))),
	];
}
