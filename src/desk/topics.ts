/**
 * What is wrong with the publisher's table of topics, and which topics of articles it does not
 * know.
 */
import type { ContentFile } from '../article/files.ts';
import { folderOf } from '../article/folders.ts';
import { placeOf, readContent } from '../article/read.ts';
import { readTopics, TABLE_FENCE, TOPICS_FILE, topicEntries } from '../article/topic-table.ts';
import { inOneLine } from '../fields.ts';
import { isText, OTHER_ENCODING, type Problem, position } from '../problems.ts';
import { frontmatterProblems } from './frontmatter.ts';

/** What is wrong with `content/topics.yaml`, with its places in the file. */
export function topicProblems(bytes: Buffer): Problem[] {
	if (!isText(bytes)) return [{ file: TOPICS_FILE, message: OTHER_ENCODING }];
	const raw = bytes.toString('utf8');
	const reading = readTopics(raw);
	const found = frontmatterProblems(TOPICS_FILE, reading, {
		exists: () => false,
		verdict: () => undefined,
	});
	return found.map(({ offset = 0, field, message, severity }) => ({
		file: TOPICS_FILE,
		...position(raw, Math.max(0, reading.origin(offset) - TABLE_FENCE.length)),
		...(field && { field }),
		message,
		...(severity && { severity }),
	}));
}

/**
 * Articles whose topic the table does not know: they stand in no topic's list.
 * @param table Its text; without topics in it nothing is asked of articles.
 */
export function unknownTopics(
	articles: readonly Pick<ContentFile, 'file' | 'raw'>[],
	table: string,
): Problem[] {
	const names = topicEntries(table).flatMap(([, topic]) => {
		const { name } = Object(topic);
		return typeof name === 'string' ? [name] : [];
	});
	if (names.length === 0) return [];
	return articles.flatMap(({ file, raw }) => {
		const reading = readContent(file, raw);
		const { topic } = Object(reading.data);
		if (folderOf(file) !== 'articles' || typeof topic !== 'string') return [];
		const said = inOneLine(topic);
		// U+FFFD: the file has another encoding, which is reported elsewhere.
		if (said === '' || said.includes('\uFFFD') || names.includes(said)) return [];
		const near = nearest(said, names);
		const mend = near
			? `اكتب «${near}»، أو أضف «${said}» إليه`
			: `أضفه إليه، أو اكتب موضوعًا منه: ${names.join('، ')}`;
		return {
			file,
			...position(raw, reading.origin(placeOf(reading, ['topic']))),
			field: 'topic',
			message: `الموضوع «${said}» ليس في ${TOPICS_FILE}، فلا صفحة له. ${mend}.`,
			severity: 'warning' as const,
		};
	});
}

/** The name that was probably meant: at most a third of its letters differ. */
function nearest(said: string, names: readonly string[]): string | undefined {
	const rated = names
		.map((name) => ({ name, distance: distance(folded(said), folded(name)) }))
		.sort((a, b) => a.distance - b.distance);
	const [best] = rated;
	return best && best.distance <= folded(best.name).length / 3 ? best.name : undefined;
}

/** Without marks and article; letters that are written for each other as one. */
export const folded = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/\p{M}|\u0640/gu, '')
		.replace(/(?<!\p{L})ال(?=\p{L})/gu, '')
		.replaceAll('ة', 'ه')
		.replaceAll('ى', 'ي')
		.toLowerCase();

/** How many letters must be added, removed or replaced (Levenshtein). */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (const [index, letter] of [...a].entries()) {
		const next = [index + 1];
		for (const [other, another] of [...b].entries())
			next.push(
				Math.min(
					(next[other] ?? 0) + 1,
					(row[other + 1] ?? 0) + 1,
					(row[other] ?? 0) + (letter === another ? 0 : 1),
				),
			);
		row = next;
	}
	return row.at(-1) ?? 0;
}
