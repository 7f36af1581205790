/** The values of a frontmatter, each judged as the text that readers get. */
import { isPair, isSeq, Scalar, visit } from 'yaml';
import { type Reading, yamlStart } from '../article/read.ts';
import { meantWords } from '../article/sic.ts';
import { authorProblems } from './authors.ts';
import { edit, type SourceProblem } from './problem.ts';
import { aligned } from './prose.ts';
import { type Edit, hasArabic } from './rules/rule.ts';
import { fieldName } from './schema-paths.ts';
import { type TextProblem, textProblems } from './text.ts';
import { rewritten } from './yaml-edits.ts';

/** The path of a node. @param key Its number, where it is an item of a list. */
export const pathOf = (ancestors: readonly unknown[], key?: unknown): PropertyKey[] =>
	ancestors.flatMap((ancestor, depth): PropertyKey[] =>
		isPair(ancestor)
			? [String(ancestor.key)]
			: isSeq(ancestor)
				? [ancestor.items.indexOf(ancestors[depth + 1] ?? ancestor.items[Number(key)])]
				: [],
	);

/** A value, and where it stands. */
interface Value {
	text: string;
	type: Scalar['type'];
	path: readonly PropertyKey[];
	/** Of its first sign in the file, a quotation mark of YAML included. */
	offset: number;
	/** As it is written in the file. */
	raw: string;
	/** Whether it is an item of a list in brackets. */
	isInBrackets: boolean;
}

/** All texts of a frontmatter, in the order of the file. */
function valuesOf(reading: Reading): Value[] {
	const found: Value[] = [];
	const start = yamlStart(reading);
	visit(reading.document, {
		Scalar(key, { value, range, type }, ancestors) {
			if (key === 'key' || typeof value !== 'string' || !range) return;
			const list = ancestors.at(-1);
			found.push({
				text: value,
				type,
				path: pathOf(ancestors, key),
				offset: start + range[0],
				raw: reading.source.slice(start + range[0], start + range[1]),
				isInBrackets: isSeq(list) && list.flow === true,
			});
		},
	});
	return found;
}

/** What is wrong with the values as texts. */
export function valueProblems(reading: Reading): SourceProblem[] {
	const meant = meantWords(reading.data);
	const ofAuthors = authorProblems(reading);
	const isTold = ({ offset }: Value) => ofAuthors.some((problem) => problem.offset === offset);
	return [
		...ofAuthors,
		...valuesOf(reading).flatMap((value) => [
			...unencrypted(value),
			...(inAngles(value) ??
				foreignQuotes(value) ??
				(isProse(value) && !isTold(value) ? (arabicComma(value) ?? prose(value, meant)) : [])),
		]),
	];
}

function unencrypted({ text, path, offset }: Value): SourceProblem[] {
	if (!/^http:\/\//i.test(text)) return [];
	const message = `الرابط «${text}» غير مشفّر. اكتب https:// إن كان الموقع يقبله.`;
	return [{ offset, field: fieldName(path), message, severity: 'warning' }];
}

/** The name of a picture in the signs that it would need in a text. */
function inAngles({ text, path, offset, raw }: Value): SourceProblem[] | undefined {
	const [, within] = /^<(.+)>$/.exec(text) ?? [];
	if (!within || fieldName(path) !== 'picture.src') return undefined;
	return [
		{
			offset,
			field: fieldName(path),
			message: `علامتا < > لاسم الصورة في النص، لا في البيانات. اكتب ${within}`,
			severity: 'warning',
			edits: [edit(offset + raw.indexOf(text), text.length, within)],
		},
	];
}

/** A name, a date or a link in a word processor's quotation marks: YAML's were meant. */
function foreignQuotes({ text, type, path, offset }: Value): SourceProblem[] | undefined {
	const [, within] = /^\u201C([^\u201C\u201D]+)\u201D$/.exec(text) ?? [];
	if (!within || type !== Scalar.PLAIN || (path[0] !== 'authors' && hasArabic(within)))
		return undefined;
	return [
		{
			offset,
			field: fieldName(path),
			message: `علامتا \u201C \u201D ليستا من علامات YAML. اكتب ${within}`,
			severity: 'warning',
			edits: [edit(offset, text.length, within)],
		},
	];
}

/**
 * Dates, symbols, addresses and file names are no prose; `sic` is exempt. The schema tells of a
 * date in other digits.
 */
const isProse = ({ text, path }: Value): boolean =>
	path[0] !== 'sic' &&
	fieldName(path) !== 'picture.src' &&
	/\p{Script=Arabic}/u.test(text) &&
	!/^(?:published|updated|date|at|starts|ends)$/.test(String(path.at(-1)));

/** A list in brackets whose items an Arabic comma was to part. */
function arabicComma({
	text,
	type,
	path,
	offset,
	raw,
	isInBrackets,
}: Value): SourceProblem[] | undefined {
	if (!isInBrackets || type !== Scalar.PLAIN || !text.includes('،')) return undefined;
	const comma = offset + raw.indexOf('،');
	return [
		{
			offset: comma,
			field: fieldName(path),
			message:
				'الفاصلة العربية لا تفصل بين عناصر القائمة، فهذا عنصر واحد. اكتب الفاصلة , بين العناصر، أو ضع العنصر بين علامتي " " إن كانت منه.',
			severity: 'warning',
		},
	];
}

function prose(
	{ text, type, path, offset, raw }: Value,
	meant: readonly string[],
): SourceProblem[] {
	const quote = /^["']/.exec(raw)?.[0].length ?? 0;
	const places = aligned(text, raw.slice(quote), offset + quote);
	const markup = [
		...markupProblems(text, meant),
		...(path[0] === 'headline' ? stopProblems(text) : []),
	];
	const isMarkup = (at: number) =>
		markup.some(({ offset, length }) => at >= offset && at < offset + length);
	const problems = [
		...markup,
		...textProblems(text, meant).filter((problem) => !isMarkup(problem.offset)),
	];
	// One edit for all its problems: the value may need quotes.
	const isMended = !raw.includes('\n') && problems.some((problem) => problem.edits);
	const edits = isMended && [rewritten(text, apart(problems), type, offset, raw.trimEnd().length)];
	return problems.map(({ rule, message, severity, ...problem }) => ({
		// Where YAML writes the text otherwise (folded lines) only its start is known.
		offset: places?.starts[problem.offset] ?? places?.ends.at(-1) ?? offset,
		field: fieldName(path),
		rule,
		message,
		...(severity && { severity }),
		...(problem.edits && edits && { edits }),
	}));
}

/**
 * The full stop behind a headline, which is no sentence of a text; not that of a short form (د.أ.)
 * or of a second sentence.
 */
function stopProblems(headline: string): TextProblem[] {
	const [, rest = '', stop] =
		/^(.*(?:[\p{L}\p{M}]{3}|\p{Nd}{2}|[%»)]))(\.)$/u.exec(headline.trimEnd()) ?? [];
	if (!stop || /[.؟!…] /.test(rest)) return [];
	const offset = headline.indexOf(rest) + rest.length;
	return [
		{
			offset,
			length: 1,
			rule: 'headline-stop',
			message: 'لا نقطة في آخر العنوان. احذفها.',
			severity: 'warning',
			edits: [{ offset, length: 1, text: '' }],
		},
	];
}

/** The edits of problems, without those that touch one before. */
function apart(problems: readonly TextProblem[]): Edit[] {
	const edits: Edit[] = [];
	for (const { edits: own = [] } of problems) {
		const isFree = own.every(({ offset, length }) =>
			edits.every(
				(other) => offset > other.offset + other.length || other.offset > offset + length,
			),
		);
		if (isFree) edits.push(...own);
	}
	return edits;
}

/**
 * Markdown, HTML and a comma as in JSON in a value, which is a text alone: readers would see their
 * signs.
 */
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
	const links = Array.from(
		value.matchAll(/\[[^\]]+\]\([^()\s]+\)|\[\^[^\]\s]+\]/g),
		({ 0: found, index }) =>
			problem(
				index,
				found,
				`البيانات نص بلا تنسيق، فيُطبع ${found} كما هو. اكتب كلماته وحدها، وضع الرابط أو الهامش في نص المقال.`,
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
