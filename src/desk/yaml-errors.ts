import { CST, Lexer, parseDocument, type YAMLError } from 'yaml';
import type { SourceProblem } from './problem.ts';

/** Its offset counts from the start of the YAML. */
type YamlProblem = SourceProblem & { offset: number };

/** What a line says before its value: indent, dash, key. */
const BEFORE_VALUE = /^\s*(?:- +)*(?:[A-Za-z]\w*:)?[ \t]*/;

/** A list or a group in brackets, or the beginning of one. */
const FLOW = /^(?:\{(?:.*\}|[^}]*)|\[(?:.*\]|[^\]]*))$/;

/** By the codes of the parser. https://eemeli.org/yaml/#errors */
const SENTENCES: Record<string, string> = {
	BLOCK_IN_FLOW: 'نص فيه : يُقرأ هنا مفتاحًا. ضع كل نص فيه : داخل [ ] أو { } بين علامتي " ".',
	TAB_AS_INDENT: 'السطر يبدأ بعلامة جدولة (Tab). اكتب مكانها مسافات.',
	DUPLICATE_KEY: 'المفتاح مكتوب مرتين. احذف أحدهما.',
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
			const told = quote
				? `علامة ${quote} لا تُغلق. اكتب ${quote} في آخر القيمة.`
				: `القوس ${opening} لا يُغلق. اكتب ${bracket} بعد آخر ما فيه.`;
			return { offset: offset + before, message: told };
		}
		offset += line.length + 1;
	}
	return undefined;
}

const errorsIn = (yaml: string) => parseDocument(yaml, { prettyErrors: false }).errors;

/** The value as it would be read whole. */
export function quoted(value: string): string {
	return value.includes('"')
		? `'${value.replaceAll("'", "''")}'`
		: `"${value.replaceAll('\\', '\\\\')}"`;
}

/**
 * What YAML refuses, said by its mend. Signs with a meaning of their own are common in headlines («الوزير: نعمل»,
 * «[عاجل] خبر», «%50»): where the value is read without the error once it stands in quotes, quotes are the mend.
 */
export function yamlErrors(yaml: string, errors: readonly YAMLError[]): YamlProblem[] {
	const lineOf = (offset: number) => yaml.lastIndexOf('\n', offset - 1) + 1;
	// What else is wrong in a line mostly follows from the first.
	return [...Map.groupBy(errors, ({ pos }) => lineOf(pos[0]))].flatMap(
		([start, [first, ...others]]) => {
			if (!first) return [];
			const {
				code,
				message,
				pos: [offset],
			} = first;
			const line = /^.*/.exec(yaml.slice(start))?.[0] ?? '';
			const before = BEFORE_VALUE.exec(line)?.[0] ?? '';
			const value = line
				.slice(before.length)
				.replace(/\s+#\s.*$/, '')
				.trim();
			const mended = before + quoted(value);
			if (value && !FLOW.test(value)) {
				const left = errorsIn(
					yaml.slice(0, start) + mended + yaml.slice(start + line.length),
				).length;
				if (left < errors.length - others.length)
					return {
						offset: start + before.length,
						message: `في القيمة علامة لها معنى آخر في YAML. ضع القيمة كلها بين علامتي تنصيص: ${mended.trim()}`,
					};
			}
			const opened = unclosed(yaml, offset, message);
			if (opened) return opened;
			const unspaced = /^([A-Za-z]\w*):(\S.*)$/.exec(line.trim());
			if (unspaced)
				return { offset, message: `بعد : مسافة ناقصة. اكتب: ${unspaced[1]}: ${unspaced[2]}` };
			return { offset, message: SENTENCES[code] ?? ANY };
		},
	);
}

/** What the lexer marks with characters that are not in the text. */
const UNWRITTEN = new Set<string | null>(['doc-mode', 'scalar', 'flow-error-end']);

/** What YAML reads without a word and readers would miss: a hashtag is a comment to it, a word behind & ! * a name, a type, an alias. */
export function silentSlips(yaml: string): YamlProblem[] {
	const found: YamlProblem[] = [];
	let offset = 0;
	for (const token of new Lexer().lex(yaml)) {
		const type = CST.tokenType(token);
		if (type === 'comment' && /^#[^\s#]/.test(token) && /\S[ \t]*$/.test(yaml.slice(0, offset))) {
			found.push({
				offset,
				message: `«${token}» تعليق عند YAML، وما بعد # لا يُنشر. ضع القيمة كلها بين علامتي " "، وإن كان تعليقًا فاترك بعد # مسافة.`,
			});
		} else if (type === 'anchor' || type === 'tag' || type === 'alias') {
			found.push({
				offset,
				message: `علامة ${token[0]} في أول القيمة لها معنى آخر في YAML. ضع القيمة كلها بين علامتي " ".`,
			});
		}
		if (!UNWRITTEN.has(type)) offset += token.length;
	}
	return found;
}
