import { isCollection, isPair, isScalar, isSeq, visit } from 'yaml';
import { readContent } from '../article/read.ts';
import { schemaOf } from '../article/schema.ts';
import { arabicIssue } from '../fields.ts';
import { type Problem, position } from '../problems.ts';
import { textProblems } from './text.ts';
import { silentSlips, yamlErrors } from './yaml-errors.ts';

/** What is wrong with the frontmatter of an article: YAML, schema, text. */
export function frontmatterProblems(file: string, source: string): Problem[] {
	const { document, data, yaml = '' } = readContent(file, source);
	const start = source.indexOf('\n') + 1;
	const at = (offset: number) => ({ file, ...position(source, start + offset) });
	const errors: Problem[] = yamlErrors(yaml, document.errors).map(({ offset, message }) => ({
		...at(offset),
		message,
	}));
	const slips: Problem[] = silentSlips(yaml).map(({ offset, message }) => ({
		...at(offset),
		message,
	}));
	if (data === undefined)
		return [...errors, ...slips.filter(({ line }) => !errors.some((error) => error.line === line))];

	/** Where a key stands; for a missing one, where its parent does. */
	const place = (path: readonly PropertyKey[]): number => {
		const node = document.getIn(path, true);
		if ((isScalar(node) || isCollection(node)) && node.range) return node.range[0];
		return path.length > 0 ? place(path.slice(0, -1)) : 0;
	};
	const issues = schemaOf(file).safeParse(data, { error: arabicIssue }).error?.issues ?? [];
	const found: Problem[] = slips.concat(
		issues.flatMap((issue): Problem[] => {
			const paths =
				issue.code === 'unrecognized_keys'
					? issue.keys.map((key) => [...issue.path, key])
					: [issue.path];
			return paths.map((path) => ({
				...at(place(path)),
				field: fieldName(path),
				message: issue.message,
			}));
		}),
	);

	visit(document, {
		Scalar(key, { value, range }, ancestors) {
			// Dates, symbols and addresses are no prose.
			if (key === 'key' || typeof value !== 'string' || !range || !/\p{Script=Arabic}/u.test(value))
				return;
			const shift = source.slice(start + range[0], start + range[1]).indexOf(value);
			const path = ancestors.flatMap((ancestor, depth): PropertyKey[] =>
				isPair(ancestor)
					? [String(ancestor.key)]
					: isSeq(ancestor)
						? [ancestor.items.indexOf(ancestors[depth + 1] ?? ancestor.items[Number(key)])]
						: [],
			);
			for (const { offset, message, severity } of textProblems(value)) {
				// Where the YAML writes the text otherwise (escapes, folded lines) only its start is known.
				found.push({
					...at(range[0] + (shift < 0 ? 0 : shift + offset)),
					field: fieldName(path),
					message,
					...(severity && { severity }),
				});
			}
		},
	});
	return found;
}

/** `event.organizers[0].url` */
function fieldName(path: readonly PropertyKey[]): string {
	return path
		.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
		.join('')
		.replace(/^\./, '');
}
