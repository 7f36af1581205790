import { type Document, isCollection, isPair, isScalar, isSeq, Scalar, visit } from 'yaml';
import { arabicIssue } from '../arabic-issues.ts';
import { DAY, momentOf, now, publicationOf } from '../article/dates.ts';
import { folderOf, schemaOf } from '../article/folders.ts';
import { dated } from '../article/frontmatter-fields.ts';
import { jsonSchema } from '../article/json-schema.ts';
import { placeOf, type Reading, yamlStart } from '../article/read.ts';
import { meantWords } from '../article/sic.ts';
import { site } from '../site.ts';
import { altFault, type FilesBeside, imageFault } from './addresses.ts';
import { aboutKey, fieldName, type Told } from './keys.ts';
import type { SourceProblem } from './problem.ts';
import { oddOffsets, oddZone, roomClashes } from './programme.ts';
import { aligned } from './prose.ts';
import { type Edit, hasArabic } from './rules/rule.ts';
import { type TextProblem, textProblems } from './text.ts';
import { keyNode, replaced, rewritten } from './yaml-edits.ts';
import { silentSlips, yamlErrors } from './yaml-errors.ts';

/** What is wrong with the frontmatter of an article: YAML, schema, text. */
export function frontmatterProblems(
	file: string,
	reading: Reading,
	pictures: FilesBeside,
): SourceProblem[] {
	const { document, data, source, yaml = '' } = reading;
	const start = yamlStart(reading);
	const lineOf = (offset: number) => yaml.lastIndexOf('\n', offset - 1);
	const errors = yamlErrors(yaml, document.errors);
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
	const told = problems.map(({ path }) => fieldName(path));
	const found: SourceProblem[] = [
		...slips.map(moved),
		...problems.map(({ path, message, line, key, value }) => {
			const node = key === undefined ? document.getIn(path, true) : keyNode(document, path);
			const [from, to] = ((isScalar(node) || isCollection(node)) && node.range) || [0, 0];
			const isOneLine = to > from && !yaml.slice(from, to).includes('\n');
			const text = key ?? value;
			const edits = line
				? replaced(reading, path, start, line)
				: text !== undefined && isOneLine
					? [{ offset: start + from, length: to - from, text }]
					: undefined;
			return { offset: place(path), field: fieldName(path), message, ...(edits && { edits }) };
		}),
		...emptyKeys(document)
			.filter(({ field }) => !told.includes(field))
			.map(({ field, offset }) => ({
				offset: start + offset,
				field,
				message: `المفتاح ${field} بلا قيمة، فكأنه لم يُكتب. اكتب قيمته أو احذف سطره.`,
				severity: 'warning' as const,
			})),
		...[...roomClashes(data), ...oddOffsets(data), ...oddZone(data), ...datesAhead(data)].map(
			({ path, message }) => ({
				offset: place(path),
				field: fieldName(path),
				message,
				severity: 'warning' as const,
			}),
		),
	];

	const { src } = Object(Object(data).picture);
	const fault =
		typeof src === 'string' &&
		/^\.\.?\//.test(src) &&
		imageFault(src, pictures, folderOf(file) === 'people' ? undefined : 'lead');
	if (fault) found.push({ offset: place(['picture', 'src']), field: 'picture.src', ...fault });
	const unsaid = altFault(String(Object(Object(data).picture).alt ?? ''));
	if (unsaid)
		found.push({
			offset: place(['picture', 'alt']),
			field: 'picture.alt',
			message: unsaid,
			severity: 'warning',
		});

	const meant = meantWords(data);
	visit(document, {
		Scalar(key, node, ancestors) {
			const { value, range } = node;
			if (key === 'key' || typeof value !== 'string' || !range) return;
			const path = pathOf(ancestors, key);
			const field = fieldName(path);
			const offset = start + range[0];
			if (/^http:\/\//i.test(value))
				found.push({
					offset,
					field,
					message: `الرابط «${value}» غير مشفّر. اكتب https:// إن كان الموقع يقبله.`,
					severity: 'warning',
				});
			// A name, a date or a link in a word processor's quotation marks: YAML's were meant.
			const [, within] = /^\u201C([^\u201C\u201D]+)\u201D$/.exec(value) ?? [];
			if (within && node.type === Scalar.PLAIN && (path[0] === 'authors' || !hasArabic(within)))
				return void found.push({
					offset,
					field,
					message: `علامتا \u201C \u201D ليستا من علامات YAML. اكتب ${within}`,
					severity: 'warning',
					edits: [{ offset, length: value.length, text: within }],
				});
			// Dates, symbols, addresses and file names are no prose; `sic` is exempt.
			if (path[0] === 'sic' || field === 'picture.src' || !/\p{Script=Arabic}/u.test(value)) return;
			// The schema tells of a date in other digits.
			if (/^(?:published|updated|date|at|starts|ends)$/.test(String(path.at(-1)))) return;

			const list = ancestors.at(-1);
			if (isSeq(list) && list.flow && node.type === Scalar.PLAIN && value.includes('،')) {
				const comma = source.indexOf('،', offset);
				found.push({
					offset: comma,
					field,
					message:
						'الفاصلة العربية لا تفصل بين عناصر القائمة، فهذا عنصر واحد. اكتب الفاصلة , بين العناصر، أو ضع العنصر بين علامتي " " إن كانت منه.',
					severity: 'warning',
					// Names of people hold no comma.
					...(path[0] === 'authors' && { edits: [{ offset: comma, length: 1, text: ',' }] }),
				});
				return;
			}

			const raw = source.slice(offset, start + range[1]);
			const quote = /^["']/.exec(raw)?.[0].length ?? 0;
			const places = aligned(value, raw.slice(quote), offset + quote);
			const isOneLine = !raw.includes('\n');
			const markup = markupProblems(value, meant);
			const problems = [
				...markup,
				...textProblems(value, meant).filter(
					(problem) =>
						!markup.some(
							({ offset, length }) => problem.offset >= offset && problem.offset < offset + length,
						),
				),
			];
			const edits: Edit[] = [];
			for (const problem of problems) {
				const own = problem.edits ?? [];
				const isFree = own.every(({ offset, length }) =>
					edits.every(
						(other) => offset > other.offset + other.length || other.offset > offset + length,
					),
				);
				if (isFree) edits.push(...own);
			}
			for (const problem of problems) {
				const { rule, message, severity } = problem;
				// Where YAML writes the text otherwise (folded lines) only its start is known.
				found.push({
					offset: places?.starts[problem.offset] ?? places?.ends.at(-1) ?? offset,
					field,
					rule,
					message,
					...(severity && { severity }),
					...(problem.edits &&
						isOneLine && {
							// One edit for all its problems: the value may need quotes.
							edits: [rewritten(value, edits, node.type, offset, raw.trimEnd().length)],
						}),
				});
			}
		},
	});
	return found;
}

/** The path of a node. @param key Its number, where it is an item of a list. */
const pathOf = (ancestors: readonly unknown[], key?: unknown): PropertyKey[] =>
	ancestors.flatMap((ancestor, depth): PropertyKey[] =>
		isPair(ancestor)
			? [String(ancestor.key)]
			: isSeq(ancestor)
				? [ancestor.items.indexOf(ancestors[depth + 1] ?? ancestor.items[Number(key)])]
				: [],
	);

/** Changes of a published article that have not happened yet: readers would be told of next year. */
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
	// Whoever writes may be where it is tomorrow already.
	const soon = now() + DAY;
	return dates.flatMap(([path, date]) =>
		dated(date) && momentOf(date, site.timeZone) > soon
			? [{ path, message: `التاريخ ${date} لم يأتِ بعد، ويُعرض للقارئ كما هو. صحّحه.` }]
			: [],
	);
}

/** Markdown, HTML and a comma as in JSON in a value, which is a text alone: readers would see their signs. */
function markupProblems(value: string, meant: readonly string[]): TextProblem[] {
	const problem = (offset: number, found: string, message: string): TextProblem => ({
		offset,
		length: found.length,
		rule: 'markup-in-value',
		message,
		severity: 'warning',
	});
	const signs = Array.from(
		value.matchAll(/\*\*|~~|<\/?[a-z][^<>]*>|(?<!&#?\w{1,8})[,;،؛]$/g),
		({ 0: found, index }) => ({
			...problem(
				index,
				found,
				/[a-z*~]/.test(found)
					? `البيانات نص بلا تنسيق، فتُطبع ${found} كما هي. احذفها.`
					: `العلامة ${found} في آخر القيمة تُطبع معها. احذفها.`,
			),
			edits: [{ offset: index, length: found.length, text: '' }],
		}),
	);
	const links = Array.from(value.matchAll(/\[[^\]]+\]\([^()\s]+\)/g), ({ 0: found, index }) =>
		problem(
			index,
			found,
			`البيانات نص بلا تنسيق، فيُطبع ${found} كما هو. اكتب كلماته وحدها، وضع الرابط في نص المقال.`,
		),
	);
	const [part] = Array.from(value.matchAll(/\n(?=\n|[-*•] )/g), ({ 0: found, index }) =>
		problem(
			index,
			found,
			'القيمة فقرة واحدة، فتُضم إليها الفقرات والقوائم التي بعدها. اختصرها، أو انقل ما زاد إلى نص المقال.',
		),
	);
	return [...signs, ...links, ...(part ? [part] : [])].filter(({ offset, length }) => {
		const found = value.slice(offset, offset + length);
		return !meant.some((words) => words.includes(found));
	});
}

/** A line of YAML: a key, an item, something within them, a comment. */
const YAML_LINE = /^(?:[\p{L}\p{M}\w][\p{L}\p{M}\w ]*:(?:\s|$)|- |[ \t]|#|$)/u;

/** A frontmatter whose closing line is missing or misspelt; undefined where it is closed, or does not begin. */
export function unclosedFrontmatter({ source, yaml, data }: Reading): SourceProblem | undefined {
	if (!/^---[ \t]*\n/.test(source) || (yaml !== undefined && data !== undefined)) return undefined;
	const start = yamlStart({ source });
	const lines = (yaml === undefined ? source.slice(start) : yaml).split('\n');
	const end = lines.findIndex(
		(line, index) =>
			// The body begins after an empty line. Text between keys is a mistake in the YAML.
			/^(?:[-\u2013\u2014_*=]{2,}|\u2014)[ \t]*$/.test(line) ||
			(!YAML_LINE.test(line) && (yaml === undefined || lines[index - 1]?.trim() === '')),
	);
	if (yaml !== undefined && end < 0) return undefined;
	const before = end < 0 ? lines : lines.slice(0, end);
	const last = before.findLastIndex((line) => line.trim() !== '');
	const isMisspelt = /^[-\u2013\u2014_*=]+[ \t]*$/.test(lines[end] ?? '');
	const line = isMisspelt ? end : last;
	const offset = start + lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
	return {
		offset: Math.min(offset, source.length),
		...(isMisspelt && {
			edits: [{ offset, length: lines[end]?.trimEnd().length ?? 0, text: '---' }],
		}),
		message: isMisspelt
			? `سطر --- الذي يغلق البيانات مكتوب «${lines[end]?.trim()}». اكتب ---`
			: 'سطر --- الذي يغلق البيانات ناقص. اكتبه وحده في سطر بعد هذا السطر، وهو آخر المفاتيح.',
	};
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

/** What the schema refuses, by its path. @param written The data with the keys that have no value. */
function schemaProblems(
	file: string,
	data: unknown,
	written: unknown,
): ({ path: readonly PropertyKey[] } & Told)[] {
	const schema = schemaOf(file);
	const all = schema.safeParse(data, { error: arabicIssue }).error?.issues ?? [];
	// Zod counts the letters of a text where a list should stand.
	const misformed = all.flatMap(({ code, path }) =>
		code === 'invalid_type' ? fieldName(path) : [],
	);
	const issues = all.filter(
		({ code, path }) => code !== 'too_big' || !misformed.includes(fieldName(path)),
	);
	if (issues.length === 0) return [];
	const forEditors = jsonSchema(schema);
	const problems = issues.flatMap((issue) => {
		const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
		return keys.map((key) => {
			const path = key === undefined ? issue.path : [...issue.path, key];
			const message =
				issue.code === 'unrecognized_keys'
					? String(arabicIssue({ ...issue, keys: [String(key)] } as never))
					: issue.message;
			return { path, message, ...aboutKey(forEditors, written, issue, path) };
		});
	});
	// Misnamed, not missing: the wrong name has its own problem.
	const instead = problems.flatMap(({ instead }) => (instead ? fieldName(instead) : []));
	return problems.filter(({ path }) => !instead.includes(fieldName(path)));
}
