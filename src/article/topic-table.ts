import { z } from 'astro/zod';
import { isMap } from 'yaml';
import { line } from '../fields.ts';
import { type Reading, readContent } from './read.ts';
import { isSlug } from './slugs.ts';

/**
 * The publisher's table of topics, from the project's root. It may be missing: then topics have no
 * pages.
 */
export const TOPICS_FILE = 'content/topics.yaml';

/** A topic in the table. */
export const topicSchema = z.strictObject(
	{
		name: line(1, 60).meta({
			description: 'اسم الموضوع، كما يُكتب في topic، حتى 60 حرفًا.',
			examples: ['ثقافة'],
		}),
		description: line(1, 220)
			.optional()
			.meta({
				description: 'جملة تحت اسمه في صفحته، حتى 220 حرفًا.',
				examples: ['أخبار الكتاب والمسرح والسينما.'],
			}),
	},
	{
		error: ({ code }) =>
			code === 'invalid_type'
				? 'موضوع بلا بيانات. اكتب تحته، وقبله مسافتان: name: ثم اسمه.'
				: undefined,
	},
);

/** The table: topics by their slugs, in the publisher's order. */
export const topicsSchema = z.record(z.string(), topicSchema).superRefine((topics, context) => {
	const slugs = new Map<string, string>();
	for (const [slug, topic] of Object.entries(topics)) {
		const { name } = Object(topic);
		if (!isSlug(slug))
			context.addIssue({
				code: 'custom',
				path: [slug],
				message: `«${slug}» لا يصلح رابطًا. اكتبه بحروف لاتينية صغيرة وأرقام تفصلها -، مثل culture.`,
			});
		const first = slugs.get(name);
		if (first !== undefined)
			context.addIssue({
				code: 'custom',
				path: [slug, 'name'],
				message: `الاسم «${name}» مكتوب تحت ${first} أيضًا. احذف أحدهما.`,
			});
		else if (typeof name === 'string') slugs.set(name, slug);
	}
});

/** What stands before the table's text where it is read as frontmatter. */
export const TABLE_FENCE = '---\n';

/** Reads the table. All places in the reading come after `TABLE_FENCE`. Never throws. */
export function readTopics(raw: string): Reading {
	// YAML's own marks of documents would end the frontmatter, and with it the table.
	const text = raw.replace(/^(\uFEFF?)(?:---|\.\.\.)(?=\s|$)/gm, '$1#  ');
	return readContent(TOPICS_FILE, `${TABLE_FENCE}${text}\n---\n`);
}

/**
 * The topics by their slugs, in the order of the table: an object would put those first whose slug
 * is a number.
 */
export function topicEntries(raw: string): [slug: string, topic: unknown][] {
	const { document, data } = readTopics(raw);
	const slugs = isMap(document.contents) ? document.contents.items.map(({ key }) => `${key}`) : [];
	return data === undefined ? [] : slugs.map((slug) => [slug, Object(data)[slug]]);
}
