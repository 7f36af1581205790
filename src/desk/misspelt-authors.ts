import type { ContentFile } from '../article/files.ts';
import { placeOf, readContent } from '../article/read.ts';
import { inOneLine } from '../fields.ts';
import { type Problem, position } from '../problems.ts';
import { folded } from './topics.ts';

const TITLE = /^(?:[دما]\.\s*|(?:دكتور|استاذ|مهندس)ه?\s+)+/;

/** A name without a title, and without what is written in two ways: «د. احمد» is «أحمد». */
const bare = (name: string) => inOneLine(folded(name)).replace(TITLE, '');

type File = Pick<ContentFile, 'file' | 'raw'>;

/**
 * Authors who are written otherwise than in their profile: their name does not lead there, nor is
 * the article in their list.
 */
export function misspeltAuthors(articles: readonly File[], people: readonly File[]): Problem[] {
	const names = people.flatMap(({ file, raw }) => {
		const { name } = Object(readContent(file, raw).data);
		return typeof name === 'string' ? [inOneLine(name)] : [];
	});
	if (names.length === 0) return [];
	const known = new Map(names.map((name) => [bare(name), name]));
	return articles.flatMap(({ file, raw }) => {
		const reading = readContent(file, raw);
		const { authors } = Object(reading.data);
		return (Array.isArray(authors) ? authors : []).flatMap((author, index) => {
			const said = inOneLine(`${author}`);
			const meant = known.get(bare(said));
			if (!meant || names.includes(said)) return [];
			return {
				file,
				...position(raw, reading.origin(placeOf(reading, ['authors', index]))),
				field: `authors[${index}]`,
				message: `«${said}» لا صفحة له بهذا الاسم، وفي content/people «${meant}». إن كان هو فاكتب اسمه كما فيها.`,
				severity: 'warning' as const,
			};
		});
	});
}
