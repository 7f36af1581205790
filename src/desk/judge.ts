import { publicationOf } from '../article/dates.ts';
import { folderOf } from '../article/folders.ts';
import { readContent } from '../article/read.ts';
import { isFreeSlug, isSlug, slugify } from '../article/slugs.ts';
import { CODE, isWithin, QURAN, spansOf } from '../article/spans.ts';
import { isError, isText, OTHER_ENCODING, type Problem, position } from '../problems.ts';
import { bodyProblems, type Surroundings } from './body.ts';
import { frontmatterProblems } from './frontmatter.ts';
import type { SourceProblem } from './problem.ts';
import { characterProblems } from './text.ts';
import { unclosedFrontmatter } from './unclosed.ts';

/** The nearest name that fits, where the letters of a name are Latin. */
function likeSlug(name: string): string | undefined {
	const letters = name.replace(/(?:\.(?:mdx?|markdown|txt))+$/i, '').normalize('NFKD');
	if (/\p{L}/u.test(letters.replace(/\p{Script=Latin}/gu, ''))) return undefined;
	return /[a-z\d]/i.test(letters) ? slugify(letters) : undefined;
}

const misnamed = (name: string): string =>
	`اسم الملف «${name}» لا يصلح. ضع الملف في content/articles أو content/pages أو content/people وسمِّه بحروف لاتينية صغيرة وأرقام تفصلها - وامتداده .mdx، مثل ${likeSlug(name) ?? 'book-fair-2026'}.mdx.`;

/**
 * The sentence for a file whose name is sound, but in a folder of its own, as other engines have
 * it: `fair/index.mdx`.
 */
function misplaced(file: string): string | undefined {
	const [, room, own, name] = /^(content\/\w+)\/(?:.+\/)?(.+)\/(.+)\.mdx$/.exec(file) ?? [];
	const slug = name === 'index' ? own : name;
	return slug && isSlug(slug)
		? `الملف في مجلد داخل ${room}، ولا تُقرأ المجلدات. انقله إلى ${room}/${slug}.mdx، وما فيه من صور إلى جواره.`
		: undefined;
}

/** All problems of one content file, with offsets in its normalized text (`Reading.source`). */
export function sourceProblems(
	file: string,
	raw: string,
	surroundings: Surroundings,
): SourceProblem[] {
	const reading = readContent(file, raw);
	const name = file.split('/').at(-1) ?? file;
	const found: SourceProblem[] = [];
	// Report the merge conflict alone: all other problems follow from it.
	const conflict = /^<{7} [\s\S]*?^={7}\n[\s\S]*?^>{7} /m.exec(reading.source);
	if (conflict)
		return [
			{
				offset: conflict.index,
				message:
					'في الملف تعارض لم يُحلّ بعد دمج في Git: بين <<<<<<< و======= نص، وبين ======= و>>>>>>> نص آخر. أبقِ أحدهما واحذف أسطر العلامات الثلاثة.',
			},
		];
	const folder = /^content\/\w+\/[^/]+\.mdx$/.test(file) ? folderOf(file) : undefined;
	if (!folder || !isSlug(name.replace(/\.mdx$/, '')))
		found.push({ message: misplaced(file) ?? misnamed(name) });
	if (folder === 'pages' && !isFreeSlug(name.replace(/\.mdx$/, '')))
		found.push({ message: `اسم الملف «${name}» يحجزه الموقع لنفسه. سمِّه باسم آخر.` });
	const left = [CODE, QURAN].flatMap((pattern) => spansOf(pattern, reading.source));
	for (const { length: _, edits, ...problem } of characterProblems(reading.source)) {
		found.push({ ...problem, ...(edits && !isWithin(left, problem.offset) && { edits }) });
	}
	const unclosed = unclosedFrontmatter(reading);
	// All other errors of such a file follow from this one.
	if (unclosed) return distinct([...found, unclosed]);
	if (reading.yaml === undefined) {
		found.push({
			offset: 0,
			message: 'لا بيانات في أول الملف. ابدأه بسطر --- ثم المفاتيح ثم سطر ---.',
		});
	} else {
		found.push(...frontmatterProblems(file, reading, surroundings));
	}
	return distinct([...found, ...bodyProblems(file, reading, surroundings)]);
}

/**
 * What is wrong with one article, with its places in the file. A draft may be unfinished: its
 * errors are warnings.
 */
export function articleProblems(file: string, raw: string, surroundings: Surroundings): Problem[] {
	const problems = sourceProblems(file, raw, surroundings);
	const { origin } = readContent(file, raw);
	return problems
		.map(({ offset, rule: _, edits, ...problem }) => ({
			file,
			...(offset !== undefined && position(raw, origin(offset))),
			...problem,
			...(edits && { mendable: true as const }),
		}))
		.map((problem) => (isDraft(file, raw) ? asDraft(problem) : problem));
}

/** An error of a draft as a warning that says so. */
const asDraft = (problem: Problem): Problem =>
	isError(problem)
		? { ...problem, message: `مسودة: ${problem.message}`, severity: 'warning', draft: true }
		: problem;

/** Whether a file of content is a draft, even one that cannot be read. Pages have none. */
export function isDraft(file: string, raw: string): boolean {
	if (!file.startsWith('content/articles/')) return false;
	const { data, source, yaml } = readContent(file, raw);
	if (yaml !== undefined && data !== undefined) return Object(data).draft === true;
	const head = yaml ?? (source.startsWith('---') ? source : '');
	return /^draft:[ \t]*true[ \t]*(?:#.*)?$/m.test(head);
}

/** When a file of content is published, in ms since 1970: see `publicationOf`. */
export function publicationOfFile(file: string, raw: string): number {
	return isDraft(file, raw) ? Infinity : publicationOf(readContent(file, raw).data);
}

/** What is wrong with an article as it stands on the disk: in another encoding it is no text. */
export function fileProblems(file: string, bytes: Buffer, surroundings: Surroundings): Problem[] {
	if (isText(bytes)) return articleProblems(file, bytes.toString('utf8'), surroundings);
	const problem: Problem = { file, message: OTHER_ENCODING };
	return [isDraft(file, bytes.toString('utf8')) ? asDraft(problem) : problem];
}

/**
 * Each problem once, in the order of the file; of the same at one place the one that names the
 * field.
 */
function distinct(problems: SourceProblem[]): SourceProblem[] {
	const seen = new Map<string, SourceProblem>();
	for (const problem of problems) {
		const key = `${problem.offset} ${problem.message}`;
		const same = seen.get(key);
		if (same?.field && problem.field && same.field !== problem.field)
			seen.set(`${key} ${problem.field}`, problem);
		else if (!same?.field) seen.set(key, { ...same, ...problem });
	}
	return [...seen.values()].sort((a, b) => (a.offset ?? -1) - (b.offset ?? -1));
}
