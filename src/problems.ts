import { isUtf8 } from 'node:buffer';
import { inWords } from './plural.ts';

/** Something wrong that a gate found: where it stands and how to mend it. */
export interface Problem {
	/** Path from the project's root, with forward slashes. */
	file: string;
	/** Line and column count from 1. */
	line?: number;
	column?: number;
	/** Frontmatter key, dotted: `event.venue.city`. */
	field?: string;
	/** One or two sentences in Arabic, identifiers in English; ends with the mend. */
	message: string;
	/** A warning is printed and the build goes on; everything else stops it. */
	severity?: 'warning';
	/** An error of a draft, which a build leaves out and only warns of. */
	draft?: true;
	/** Where `npm run fix` writes the mend. */
	mendable?: true;
}

/**
 * Whether bytes are UTF-8 text. UTF-16 without a BOM can pass as UTF-8: a zero byte beside a
 * Latin letter gives it away.
 */
export const isText = (bytes: Buffer): boolean =>
	isUtf8(bytes) && !bytes.subarray(0, 2).includes(0);

/** Message for a file that is not UTF-8. */
export const OTHER_ENCODING =
	'الملف محفوظ بترميز غير UTF-8، فحروفه لا تُقرأ. افتحه في محرّرك واحفظه من جديد بترميز UTF-8 (في المفكرة: «حفظ باسم» ثم «الترميز»).';

/** Whether a problem stops a build. */
export const isError = ({ severity }: Problem): boolean => severity !== 'warning';

/** Whether a problem keeps its article from being shown in `npm run dev`. */
export const isBlocking = (problem: Problem): boolean => isError(problem) || problem.draft === true;

/** How messages name a character: `U+0640`. */
export const codePoint = (character: string): string =>
	`U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

/** The line and column (both from 1) of a UTF-16 offset (from 0) in a text. */
export function position(text: string, offset: number): { line: number; column: number } {
	const before = text.slice(0, offset);
	return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** `file:line:column`, as far as they are known. */
export const placeInFile = ({ file, line, column }: Problem): string =>
	[file, line, line && column].filter(Boolean).join(':');

/** One problem as a line for the terminal: `file:line:column field: message`. */
export const describe = (problem: Problem): string =>
	`${placeInFile(problem)}${problem.field ? ` ${problem.field}` : ''}: ${problem.message}`;

/** Whether GitHub Actions builds: it reads annotations in what is printed. */
export const isActions = process.env['GITHUB_ACTIONS'] === 'true';

/** One problem as an annotation of GitHub Actions, on its file and line. https://docs.github.com/actions/reference/workflow-commands */
export function annotation(problem: Problem): string {
	const { file, line, column, field, message } = problem;
	const data = (text: string) =>
		text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
	const places = { file, line, col: line && column };
	const told = Object.entries(places).flatMap(([key, value]) =>
		value === undefined
			? []
			: `${key}=${data(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
	);
	const kind = isError(problem) ? 'error' : 'warning';
	return `::${kind} ${told.join(',')}::${data(field ? `${field}: ${message}` : message)}`;
}

/**
 * An error for people: what is wrong and how to mend it. No stack trace: it would not help them.
 */
export class Refusal extends Error {
	override stack = '';
	/** Those that the message lists. */
	readonly problems: readonly Problem[];
	constructor(message: string, problems: readonly Problem[] = []) {
		super(message);
		this.problems = problems;
	}
}

/**
 * The sentence for a file system error, with the mend; undefined for other errors. `folder` is where
 * it happened, or a file. Source of the codes: man 7 errno, man 2 rename.
 */
export function diskSentence(code: string | undefined, folder: string): string | undefined {
	switch (code) {
		case 'ENOSPC':
			return `امتلأ القرص الذي فيه ${folder} قبل أن يكتمل البناء. أفرغ مساحة فيه ثم أعد البناء.`;
		case 'EDQUOT':
			return `بلغ حسابك حصّته (quota) من القرص الذي فيه ${folder} قبل أن يكتمل البناء. احذف ما لا تحتاج إليه أو اطلب حصّة أكبر ثم أعد البناء.`;
		case 'EROFS':
			return `القرص الذي فيه ${folder} للقراءة فقط (read-only)، والبناء يكتب فيه. أعد تركيبه قابلًا للكتابة (mount -o remount,rw) أو انسخ المشروع إلى مجلد آخر، ثم أعد البناء.`;
		case 'EACCES':
		case 'EPERM':
			return `لا يُسمح لحسابك بقراءة ${folder} أو الكتابة فيه. اجعله ملكًا لحسابك (chown) أو امنحه ذلك (chmod u+rw)، وأغلق ما يفتح ملفاته من برامج، ثم أعد البناء.`;
		case 'EBUSY':
			return `لا يمكن استبدال ${folder}: هو مجلد مركّب (mount أو volume) أو يشغله برنامج آخر. أغلق البرنامج، أو ابنِ دون تركيب شيء عليه ثم انسخ الموقع إلى مكانه.`;
		case 'EXDEV':
			return `لا يمكن استبدال ${folder}: هو في نظام ملفات غير الذي فيه .astro/ (مجلد مركّب، أو طبقة من صورة حاوية). احذفه إن لم يكن مركّبًا، أو ابنِ دون تركيب شيء عليه ثم انسخ الموقع إلى مكانه.`;
		default:
			return undefined;
	}
}

/**
 * The output for a refusal: its message; in GitHub Actions, first an annotation for each problem.
 */
export function printed({ message, problems }: Refusal): string {
	return [...(isActions ? problems.map(annotation) : []), message, ''].join('\n');
}

/** Errors, counted. */
export const ERRORS = {
	one: 'خطأ واحد',
	two: 'خطآن',
	few: '# أخطاء',
	many: '# خطأً',
	other: '# خطأ',
};
const FILES = {
	one: 'ملف آخر',
	two: 'ملفين آخرين',
	few: '# ملفات أخرى',
	many: '# ملفًا آخر',
	other: '# ملف آخر',
};

/** «بوّابة المحتوى: 3 أخطاء. صحّح ما يلي ثم أعد البناء.», and a line for each. `then`: what to do after mending. */
export function report(heading: string, lines: readonly string[], then = 'أعد البناء'): string {
	return [`${heading}: ${inWords(lines.length, ERRORS)}. صحّح ما يلي ثم ${then}.`, ...lines].join(
		'\n',
	);
}

/**
 * Stops the build if there are problems. Equal messages are merged: a fault in a
 * layout is on every page.
 * @throws Refusal
 */
export function refuse(heading: string, problems: readonly Problem[]): void {
	const same = [...Map.groupBy(problems, ({ message }) => message).values()];
	if (same.length === 0) return;
	const lines = same.flatMap(([first, ...others]) =>
		first
			? describe(first) + (others.length > 0 ? ` (وتكرّر في ${inWords(others.length, FILES)})` : '')
			: [],
	);
	throw new Refusal(
		report(heading, lines),
		same.flatMap(([first]) => first ?? []),
	);
}
