import { isFreeSlug, isSlug } from '../article/ids.ts';
import { readContent } from '../article/read.ts';
import { type Problem, position } from '../problems.ts';
import { bodyProblems, type Surroundings } from './body.ts';
import { frontmatterProblems } from './frontmatter.ts';
import { characterProblems, textProblems } from './text.ts';

/** What is wrong with one article, all of it. */
export function articleProblems(
	file: string,
	source: string,
	surroundings: Surroundings,
): Problem[] {
	const name = file.split('/').at(-1) ?? file;
	const found: Problem[] = [];
	const folder = /^content\/(articles|pages)\/[^/]+\.mdx$/.exec(file)?.[1];
	if (!folder || !isSlug(name.replace(/\.mdx$/, ''))) {
		found.push({
			file,
			message: `«${name}» لا يصلح عنوانًا لصفحة. ضعه في content/articles أو content/pages وسمِّه بحروف لاتينية صغيرة وأرقام تفصلها - وامتداده .mdx، مثل book-fair-2026.mdx.`,
		});
	}
	if (folder === 'pages' && !isFreeSlug(name.replace(/\.mdx$/, '')))
		found.push({ file, message: `«${name}» اسم يحجزه الموقع لنفسه. سمِّ الملف باسم آخر.` });
	for (const { offset, message } of characterProblems(source))
		found.push({ file, ...position(source, offset), message });
	if (readContent(file, source).yaml === undefined) {
		found.push({
			file,
			line: 1,
			column: 1,
			message: 'لا بيانات في أول الملف. ابدأه بسطر --- ثم المفاتيح ثم سطر ---.',
		});
	} else {
		found.push(...frontmatterProblems(file, source));
	}
	return distinct([...found, ...bodyProblems(file, source, surroundings)]);
}

/** What is wrong with the names of all articles together: two that give one address, on systems that fold case too. */
export function duplicateSlugs(files: readonly string[]): Problem[] {
	const bySlug = Map.groupBy(files, (file) =>
		(file.split('/').at(-1) ?? file)
			.replace(/\.mdx?$/, '')
			.toLowerCase()
			.replace(/[\s_]+/g, '-'),
	);
	return [...bySlug]
		.filter(([, same]) => same.length > 1)
		.flatMap(([slug, same]) =>
			same.map((file) => ({
				file,
				message: `مقالان بعنوان واحد «${slug}»: ${same.join('، ')}. غيّر اسم أحدهما.`,
			})),
		);
}

/** What is wrong with the words in the string literals of a source file (`src/strings.ts`). */
export function literalProblems(file: string, source: string): Problem[] {
	const literals = [...source.matchAll(/(['`])((?:\\.|(?!\1)[^\\])*)\1/gs)];
	return literals.flatMap(({ 2: literal = '', index }) => {
		// What is filled in later stands for a word.
		const text = literal.replace(/\$\{[^}]*\}/g, (filled) => '\uFFFC'.repeat(filled.length));
		return textProblems(text).map(({ offset, message, severity }) => ({
			file,
			...position(source, index + 1 + offset),
			message,
			...(severity && { severity }),
		}));
	});
}

/** Each finding once, in the order of the file; of the same at one place the one that names the field. */
function distinct(problems: Problem[]): Problem[] {
	const seen = new Map<string, Problem>();
	for (const problem of problems) {
		const key = `${problem.line}:${problem.column} ${problem.message}`;
		if (!seen.get(key)?.field) seen.set(key, problem);
	}
	return [...seen.values()].sort(
		(a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
	);
}
