import { type Document, isCollection, isScalar, visit } from 'yaml';
import { arabicIssue } from '../arabic-issues.ts';
import { DAY, momentOf, now, publicationOf } from '../article/dates.ts';
import { folderOf, schemaOf } from '../article/folders.ts';
import { dated } from '../article/frontmatter-fields.ts';
import { jsonSchema } from '../article/json-schema.ts';
import { placeOf, type Reading, yamlStart } from '../article/read.ts';
import { undrawableSentence } from '../drawable.ts';
import { site } from '../site.ts';
import { altFault, type FilesBeside, imageFault } from './addresses.ts';
import { type MeantKey, meantKey } from './meant-key.ts';
import type { SourceProblem } from './problem.ts';
import { oddOffsets, oddZone, roomClashes } from './programme.ts';
import { type ValueProblem, valueProblem } from './refused-values.ts';
import { fieldName, homesOf, type Path } from './schema-paths.ts';
import { pathOf, valueProblems } from './values.ts';
import { keyNode, replaced } from './yaml-edits.ts';
import { silentSlips, yamlErrors } from './yaml-errors.ts';

/** What is wrong with the frontmatter of an article: YAML, schema, text. */
export function frontmatterProblems(
	file: string,
	reading: Reading,
	pictures: FilesBeside,
): SourceProblem[] {
	const { document, data, yaml = '' } = reading;
	const start = yamlStart(reading);
	const lineOf = (offset: number) => yaml.lastIndexOf('\n', offset - 1);
	const isKey = (word: string) => homesOf(word, jsonSchema(schemaOf(file))).length > 0;
	const errors = yamlErrors(yaml, document.errors, isKey);
	const slips = silentSlips(yaml);
	const moved = (problem: SourceProblem & { offset: number }): SourceProblem => ({
		...problem,
		offset: start + problem.offset,
		...(problem.edits && {
			edits: problem.edits.map((edit) => ({ ...edit, offset: start + edit.offset })),
		}),
	});
	if (data === undefined) {
		const broken = errors.map(({ offset }) => lineOf(offset));
		return [...errors, ...slips.filter(({ offset }) => !broken.includes(lineOf(offset)))].map(
			moved,
		);
	}

	const place = (path: readonly PropertyKey[]) => placeOf(reading, path);
	const problems = schemaProblems(file, data, document.toJS() ?? {});
	const fields = problems.map(({ path }) => fieldName(path));
	return [
		...slips.map(moved),
		...problems.map((problem) => placed(problem, reading)),
		...emptyKeys(document)
			.filter(({ field }) => !fields.includes(field))
			.map(({ field, offset }) => ({
				offset: start + offset,
				field,
				message: `المفتاح ${field} بلا قيمة، فكأنه لم يُكتب. اكتب قيمته أو احذف سطره.`,
				severity: 'warning' as const,
			})),
		...Object.entries({ headline: 'العنوان', topic: 'الموضوع' }).flatMap(([key, name]) => {
			const sentence = undrawableSentence(String(Object(data)[key] ?? '-'));
			return sentence
				? {
						offset: place([key]),
						field: key,
						message: `${sentence} وإلا خلت بطاقة المشاركة من ${name}.`,
						severity: 'warning' as const,
					}
				: [];
		}),
		...[
			...roomClashes(data),
			...oddOffsets(data),
			...oddZone(data),
			...datesAhead(data),
			...saidTwice(data),
		].map(({ path, message }) => ({
			offset: place(path),
			field: fieldName(path),
			message,
			severity: 'warning' as const,
		})),
		...pictureProblems(file, reading, pictures),
		...valueProblems(reading),
	];
}

/** What the schema refuses, with its place in the file and its mend. */
function placed({ path, line, key, message, value }: Refused, reading: Reading): SourceProblem {
	const { document, yaml = '' } = reading;
	const start = yamlStart(reading);
	const node = key === undefined ? document.getIn(path, true) : keyNode(document, path);
	// A number that should be a text is one as it is written: `1.10`, sixteen digits and more.
	const isNumber = isScalar(node) && typeof node.value === 'number';
	const asWritten = (text: string) =>
		isNumber ? text.replace(JSON.stringify(`${node.value}`), JSON.stringify(node.source)) : text;
	const [from, to] = ((isScalar(node) || isCollection(node)) && node.range) || [0, 0];
	const isOneLine = to > from && !yaml.slice(from, to).includes('\n');
	const text = key ?? (value && asWritten(value));
	const edits = line
		? replaced(reading, path, start, line)
		: text !== undefined && isOneLine
			? [{ offset: start + from, length: to - from, text }]
			: undefined;
	return {
		offset: placeOf(reading, path),
		field: fieldName(path),
		message: asWritten(message),
		...(edits && { edits }),
	};
}

/** What is wrong with the file of the picture, and with its words. */
function pictureProblems(file: string, reading: Reading, pictures: FilesBeside): SourceProblem[] {
	const { src, alt } = Object(Object(reading.data).picture);
	const fault =
		typeof src === 'string' &&
		/^\.\.?\//.test(src) &&
		imageFault(src, pictures, folderOf(file) === 'people' ? undefined : 'lead');
	const unsaid = altFault(String(alt ?? ''));
	const at = (key: string) => ({
		offset: placeOf(reading, ['picture', key]),
		field: `picture.${key}`,
	});
	return [
		...(fault ? [{ ...at('src'), ...fault }] : []),
		...(unsaid ? [{ ...at('alt'), message: unsaid, severity: 'warning' as const }] : []),
	];
}

/** Lines beside the headline that say it again. */
function saidTwice(data: unknown): { path: readonly PropertyKey[]; message: string }[] {
	const facts = Object(data);
	const words = (key: string) =>
		String(facts[key] ?? '')
			.replace(/\p{M}/gu, '')
			.replace(/[\p{P}\s]+/gu, ' ')
			.trim();
	return Object.entries({
		dek: 'اكتب جملة تزيد عليه.',
		summary: 'احذفه ليُقصّ من dek.',
		kicker: 'احذفه.',
	}).flatMap(([key, mend]) =>
		words(key) !== '' && words(key) === words('headline')
			? [{ path: [key], message: `المفتاح ${key} يكرر headline، فيُقرأ الكلام مرتين. ${mend}` }]
			: [],
	);
}

/**
 * Changes of a published article that have not happened yet: readers would be told of next year.
 */
function datesAhead(data: unknown): { path: readonly PropertyKey[]; message: string }[] {
	if (publicationOf(data) > now()) return [];
	const { updated, corrections, updates, withdrawn } = Object(data);
	const all = (list: unknown, key: string, name: string): [PropertyKey[], unknown][] =>
		Array.isArray(list) ? list.map((item, index) => [[key, index, name], Object(item)[name]]) : [];
	const dates: [PropertyKey[], unknown][] = [
		[['updated'], updated],
		...all(corrections, 'corrections', 'date'),
		...all(updates, 'updates', 'at'),
		[['withdrawn', 'date'], Object(withdrawn).date],
	];
	// Allow a day: where the writer is, it may be tomorrow.
	const soon = now() + DAY;
	return dates.flatMap(([path, date]) =>
		dated(date) && momentOf(date, site.timeZone) > soon
			? [{ path, message: `التاريخ ${date} لم يأتِ بعد، ويُعرض للقارئ كما هو. صحّحه.` }]
			: [],
	);
}

/** The keys without a value, and where they stand in the YAML. */
function emptyKeys(document: Document): { field: string; offset: number }[] {
	const found: { field: string; offset: number }[] = [];
	visit(document, {
		Pair(_, { key, value }, ancestors) {
			if (!isScalar(key) || !key.range || !isScalar(value) || value.value !== null) return;
			found.push({ field: fieldName([...pathOf(ancestors), String(key)]), offset: key.range[0] });
		},
	});
	return found;
}

/** What the schema refuses, by its path. */
type Refused = { path: Path } & ValueProblem & Partial<MeantKey>;

/** @param written The data with the keys that have no value. */
function schemaProblems(file: string, data: unknown, written: unknown): Refused[] {
	const schema = schemaOf(file);
	const all = schema.safeParse(data, { error: arabicIssue }).error?.issues ?? [];
	// For a text in place of a list, Zod also reports its length: drop that.
	const misformed = all.flatMap(({ code, path }) =>
		code === 'invalid_type' ? fieldName(path) : [],
	);
	const issues = all.filter(
		({ code, path }) => code !== 'too_big' || !misformed.includes(fieldName(path)),
	);
	if (issues.length === 0) return [];
	const forEditors = jsonSchema(schema);
	const problems = issues.flatMap((issue): Refused[] => {
		const { path, message } = issue;
		if (issue.code !== 'unrecognized_keys')
			return [{ path, message, ...valueProblem(forEditors, written, issue, path) }];
		return issue.keys.map((key) => ({
			path: [...path, key],
			message: String(arabicIssue({ ...issue, keys: [key] } as never)),
			...meantKey(forEditors, written, [...path, key]),
		}));
	});
	// Misnamed, not missing: the wrong name has its own problem.
	const instead = problems.flatMap(({ instead }) => (instead ? fieldName(instead) : []));
	return problems.filter(({ path }) => !instead.includes(fieldName(path)));
}
