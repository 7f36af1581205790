import { CST, Lexer, parseDocument, visit, type YAMLError } from 'yaml';
import type { SourceProblem } from './problem.ts';
import { applied, type Edit } from './rules/rule.ts';

/** Its offset counts from the start of the YAML. */
type YamlProblem = SourceProblem & { offset: number };

/** A key at the head of a line, as it is or in Arabic: text of a value is further in. */
const ARABIC_KEY = String.raw`\p{Script=Arabic}[\p{L}\p{M}]*(?: [\p{L}\p{M}]+)?[ \t]*:(?=\s)`;
/** What a line says before its value: indent, dash, key. */
const BEFORE_VALUE = new RegExp(
	String.raw`^(?:${ARABIC_KEY}|\s*(?:- +)*(?:[A-Za-z]\w*:)?)[ \t]*`,
	'u',
);

/** What ends a line without being its value: spaces, a comment. */
const AFTER_VALUE = /(?:[ \t]+#[ \t].*|[ \t]+)$/;

/** A list or a group in brackets, or the beginning of one. */
const FLOW = /^(?:\{(?:.*\}|[^}]*)|\[(?:.*\]|[^\]]*))$/;

/** By the codes of the parser. https://eemeli.org/yaml/#errors */
const SENTENCES: Record<string, string> = {
	BLOCK_IN_FLOW: 'نص فيه : يُقرأ هنا مفتاحًا. ضع كل نص فيه : داخل [ ] أو { } بين علامتي " ".',
	TAB_AS_INDENT: 'السطر يبدأ بعلامة جدولة (Tab). اكتب مكانها مسافات.',
	BAD_INDENT:
		'المسافات في أول السطر لا توافق ما قبله. اكتب مفاتيح المجموعة الواحدة وقبل كل منها مسافات بعدد واحد.',
	MISSING_CHAR: 'ليس في السطر مفتاح بعده : ومسافة. اكتب مثل: dek: جملة تحت العنوان',
};
const ANY = 'لا تُقرأ البيانات من هنا. راجع المسافات والنقطتين وعلامات التنصيص في هذا السطر.';

/** What the parser misses at the end, told where it was opened. */
function unclosed(yaml: string, end: number, message: string): YamlProblem | undefined {
	const [, quote, bracket] = /^Missing closing (["'])|end with a ([\]}])$/.exec(message) ?? [];
	const opening = quote ?? (bracket && { ']': '[', '}': '{' }[bracket]);
	if (!opening) return undefined;
	let offset = 0;
	for (const line of yaml.slice(0, end).split('\n')) {
		const before = BEFORE_VALUE.exec(line)?.[0].length ?? 0;
		const value = line.slice(before).trimEnd();
		const count = (sign: string) => value.split(sign).length - 1;
		const isOpen = quote
			? value.startsWith(quote) && (value.length === 1 || !value.endsWith(quote))
			: count(opening) > count(bracket ?? '');
		if (isOpen) {
			const sentence = quote
				? `علامة ${quote} لا تُغلق. اكتب ${quote} في آخر القيمة.`
				: `القوس ${opening} لا يُغلق. اكتب ${bracket} بعد آخر ما فيه.`;
			const end = offset + line.replace(AFTER_VALUE, '').length;
			return {
				offset: offset + before,
				message: sentence,
				// Where the quotation should end is unknown.
				...(bracket && { edits: [{ offset: end, length: 0, text: ` ${bracket}` }] }),
			};
		}
		offset += line.length + 1;
	}
	return undefined;
}

const errorsIn = (yaml: string) => parseDocument(yaml, { prettyErrors: false }).errors.length;

/**
 * Whether YAML, with this edit, reads exactly `text` there. In a value's second line the
 * quotes would be part of it.
 */
function isValue(yaml: string, edit: Edit, text: string): boolean {
	let found = false;
	visit(parseDocument(applied(yaml, [edit])), {
		Scalar: (_, { range, value }) => void (found ||= range?.[0] === edit.offset && value === text),
	});
	return found;
}

/** The value in YAML quotes. */
export function inYamlQuotes(value: string): string {
	return value.includes('"')
		? `'${value.replaceAll("'", "''")}'`
		: `"${value.replaceAll('\\', '\\\\')}"`;
}

/** Between two keys within braces. */
const ARABIC_COMMA = /،(?=\s*[A-Za-z]\w*:\s)/;
/** What may be a second key in the line of the first. */
const SECOND_KEY = /(?<=^|\s)[A-Za-z]\w*(?=:(?:\s|$))/g;
/** A list or a block begun behind its key, a quotation that is not closed: a person must decide. */
const UNCERTAIN = /^[->|?](?:\s|$)|^"[^"]*$|^'[^']*$/;
/** A value in the quotation marks of a word processor, which stand for those of YAML. */
const CURLY = /^\u201C([^\u201C\u201D]*)\u201D$/;

/**
 * Syntax errors, each with its mend. Signs with a meaning in YAML are common in headlines
 * («الوزير: نعمل», «[عاجل] خبر», «%50»): if quotes make the value readable, they are the mend.
 * @param isKey Whether a word is a key of such a file.
 */
export function yamlErrors(
	yaml: string,
	errors: readonly YAMLError[],
	isKey: (word: string) => boolean,
): YamlProblem[] {
	const lineOf = (offset: number) => yaml.lastIndexOf('\n', offset - 1) + 1;
	// What else is wrong in a line mostly follows from the first.
	return [...Map.groupBy(errors, ({ pos }) => lineOf(pos[0]))].flatMap(
		([start, [first, ...more]]) =>
			first ? lineProblem(yaml, start, first, errors.length - more.length, isKey) : [],
	);
}

const NO_ITEM = 'عنصر القائمة يبدأ هنا بـ - ومسافة. اكتبهما مكان العلامة.';
/**
 * What is wrong with the beginning of a line, by its looks: `text` belongs in the place of what is
 * found. In the message, `$` is the line with it.
 */
const SLIPS: readonly { found: RegExp; text: string; message: string; unless?: RegExp }[] = [
	{
		found: /(?<=^\s*[A-Za-z]\w*:)(?=\S)/,
		text: ' ',
		message: 'بعد : مسافة ناقصة. اكتب: $',
		// An address is no key.
		unless: /^\s*\w+:\/\//,
	},
	{
		found: /(?<=^[ \t]*(?:- +)?[A-Za-z]\w*:)\u00A0+/,
		text: ' ',
		message:
			'بعد : مسافة غير منقطعة (U+00A0 NO-BREAK SPACE) لا يعدّها YAML مسافة. اكتب مكانها مسافة عادية.',
	},
	{ found: /(?<=^[ \t]*)[•·▪–—](?=[ \t]+\S)/, text: '-', message: NO_ITEM },
	{ found: /(?<=^[ \t]*)[•·▪–—](?=\S)/, text: '- ', message: NO_ITEM },
	{ found: /(?<=^[ \t]*-)(?=[^\s-])/, text: ' ', message: 'بعد - مسافة ناقصة. اكتب: $' },
];

/**
 * What is wrong in the line that begins at `start`, with its mend.
 * @param count The errors of the YAML, without the others of this line: a mend leaves fewer.
 */
function lineProblem(
	yaml: string,
	start: number,
	{ code, message, pos: [offset] }: YAMLError,
	count: number,
	isKey: (word: string) => boolean,
): YamlProblem {
	const line = /^.*/.exec(yaml.slice(start))?.[0] ?? '';
	const before = BEFORE_VALUE.exec(line)?.[0] ?? '';
	const value = line.slice(before.length).replace(AFTER_VALUE, '');
	const helps = (edit: Edit) => errorsIn(applied(yaml, [edit])) < count;
	/** The mend, where YAML reads the line with it. */
	const sure = (at: number, length: number, text: string) => {
		const edit = { offset: start + at, length, text };
		return helps(edit) ? { edits: [edit] } : {};
	};

	const text = CURLY.exec(value)?.[1] ?? value;
	const inQuotes = {
		offset: start + before.length,
		length: value.length,
		text: inYamlQuotes(text),
	};
	if (!FLOW.test(value) && value.match(SECOND_KEY)?.some(isKey))
		return {
			offset: start + before.length,
			message: 'في السطر أكثر من مفتاح. اكتب كلًّا في سطر، وقبل ما يدخل تحت مفتاح مسافتان.',
		};
	if (value && !FLOW.test(value) && helps(inQuotes) && isValue(yaml, inQuotes, text))
		return {
			offset: inQuotes.offset,
			message: `في القيمة علامة لها معنى آخر في YAML. ضع القيمة كلها بين علامتي تنصيص: ${(before + inQuotes.text).trim()}`,
			...(!UNCERTAIN.test(value) && { edits: [inQuotes] }),
		};
	const opened = unclosed(yaml, offset, message);
	if (opened) {
		const { edits, ...problem } = opened;
		return { ...problem, ...(edits?.every(helps) && { edits }) };
	}
	const slip = SLIPS.find(({ found }) => found.test(line));
	if (slip) {
		const { found, text, message, unless } = slip;
		const at = line.search(found);
		const mended = line.replace(found, text);
		return {
			offset,
			message: message.replace('$', () => mended.trim()),
			...(!unless?.test(line) && sure(at, line.length - mended.length + text.length, text)),
		};
	}
	if (code === 'BLOCK_IN_FLOW' && ARABIC_COMMA.test(line))
		return {
			offset: start + line.search(ARABIC_COMMA),
			message: 'الفاصلة العربية لا تفصل بين مفتاحين. اكتب مكانها الفاصلة اللاتينية ,',
			...sure(0, line.length, line.replace(new RegExp(ARABIC_COMMA, 'g'), ',')),
		};
	if (code === 'DUPLICATE_KEY')
		return {
			offset,
			message: `المفتاح ${/^[^:]*/.exec(yaml.slice(offset))?.[0].trim()} مكتوب مرتين. احذف أحدهما.`,
		};
	const colon = /^([ \t]*(?:- +)?[A-Za-z]\w*)[ \t]*[؛：﹕](?=\s)/.exec(line);
	const tabs = /^[ \t]*\t[ \t]*/.exec(line)?.[0];
	return {
		offset,
		message: SENTENCES[code] ?? ANY,
		...(colon && sure(colon[1]?.length ?? 0, colon[0].length - (colon[1]?.length ?? 0), ':')),
		...(tabs && sure(0, tabs.length, tabs.replaceAll('\t', '  '))),
	};
}

/** Lexer tokens that take no room in the text. */
const UNWRITTEN = new Set<string | null>(['doc-mode', 'scalar', 'flow-error-end']);

/**
 * What YAML reads without an error although it loses words: a hashtag is a comment, a word after &
 * ! * an anchor, a tag or an alias, and a no-break space a part of the key.
 */
export function silentSlips(yaml: string): YamlProblem[] {
	const found: YamlProblem[] = [];
	let offset = 0;
	for (const token of new Lexer().lex(yaml)) {
		const type = CST.tokenType(token);
		if (type === 'comment' && /^#[^\s#]/.test(token) && /\S[ \t]*$/.test(yaml.slice(0, offset))) {
			const before = yaml.slice(yaml.lastIndexOf('\n', offset - 1) + 1, offset);
			const after = yaml.slice(offset + token.length);
			// A key that has nothing else, and no lines of its own.
			const isWhole = /^[A-Za-z]\w*:[ \t]+$/.test(before) && !/^\n+[ \t-]/.test(after);
			found.push({
				offset,
				message: `«${token}» تعليق عند YAML، وما بعد # لا يُنشر. ضع القيمة كلها بين علامتي " "، وإن كان تعليقًا فاترك بعد # مسافة.`,
				...(isWhole && {
					edits: [{ offset, length: token.length, text: inYamlQuotes(token.trimEnd()) }],
				}),
			});
		} else if (type === 'anchor' || type === 'tag' || type === 'alias') {
			const value = (yaml.slice(offset).split('\n', 1)[0] ?? '').replace(AFTER_VALUE, '');
			const before = yaml.slice(yaml.lastIndexOf('\n', offset - 1) + 1, offset);
			const isWhole = BEFORE_VALUE.exec(before)?.[0] === before && /\p{Script=Arabic}/u.test(value);
			found.push({
				offset,
				message: `علامة ${token[0]} في أول القيمة لها معنى آخر في YAML. ضع القيمة كلها بين علامتي " ".`,
				...(isWhole && { edits: [{ offset, length: value.length, text: inYamlQuotes(value) }] }),
			});
		}
		if (!UNWRITTEN.has(type)) offset += token.length;
	}
	for (const { 0: indent, index } of yaml.matchAll(/^[ \t]*\u00A0[ \t\u00A0]*(?=\S)/gm))
		found.push({
			offset: index,
			message:
				'في أول السطر مسافة غير منقطعة (U+00A0 NO-BREAK SPACE) لا يعدّها YAML مسافة. اكتب مكانها مسافة عادية.',
			edits: [{ offset: index, length: indent.length, text: indent.replaceAll('\u00A0', ' ') }],
		});
	return found;
}
