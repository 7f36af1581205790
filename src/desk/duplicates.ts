import type { ContentFile } from '../article/files.ts';
import { readContent } from '../article/read.ts';
import { inOneLine } from '../fields.ts';
import type { Problem } from '../problems.ts';

type File = Pick<ContentFile, 'file' | 'raw'>;

/** Files that share what only one may have: a problem for each, told with the names of all. */
function shared<T extends { file: string }>(
	all: readonly T[],
	keyOf: (one: T) => string,
	problem: (one: T, files: string) => Omit<Problem, 'file'>,
): Problem[] {
	return [...Map.groupBy(all, keyOf).values()]
		.filter((same) => same.length > 1)
		.flatMap((same) => {
			const files = same.map(({ file }) => file).join('، ');
			return same.map((one) => ({ file: one.file, ...problem(one, files) }));
		});
}

/** Two files with one address, on systems that fold case too. */
export function duplicateSlugs(files: readonly string[]): Problem[] {
	const slugs = files.map((file) => ({
		file,
		slug: (file.split('/').at(-1) ?? file)
			.replace(/\.mdx?$/, '')
			.toLowerCase()
			.replace(/[\s_]+/g, '-'),
	}));
	return shared(
		slugs,
		({ slug }) => slug,
		({ slug }, files) => ({
			message: `لملفين رابط واحد «${slug}»: ${files}. غيّر اسم أحدهما.`,
		}),
	);
}

/** Two people with one name: an article could mean either. */
export function duplicateNames(people: readonly File[]): Problem[] {
	const names = people.map(({ file, raw }) => ({
		file,
		// As the schema reads it.
		name: inOneLine(String(Object(readContent(file, raw).data).name)),
	}));
	return shared(
		names,
		({ name }) => name,
		({ name }, files) => ({
			field: 'name',
			message: `الاسم «${name}» لأكثر من كاتب: ${files}. ميّز أحدهما، باسم أبيه مثلًا، فبالاسم يُعرف في authors.`,
		}),
	);
}

/** Two articles that are one part of a series. */
export function duplicateParts(articles: readonly File[]): Problem[] {
	const parts = articles.flatMap(({ file, raw }) => {
		const { name, part } = Object(Object(readContent(file, raw).data).series);
		return name === undefined ? [] : [{ file, part: `${part}`, name: `${name}` }];
	});
	return shared(
		parts,
		({ name, part }) => `${part} ${name}`,
		({ name, part }, files) => ({
			field: 'series.part',
			message: `الجزء ${part} من سلسلة «${name}» في أكثر من مقال: ${files}. غيّر رقم أحدها.`,
		}),
	);
}
