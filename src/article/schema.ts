import { z } from 'astro/zod';
import { isTimeZone, line, pictured } from '../fields.ts';
import { isBefore, localDate } from './dates.ts';
import { always, date, dated, link, name } from './fields.ts';
import { sectionFacts } from './sections.ts';

/** Words that are meant as they are, in the text or here: no rule of the desk touches them. */
const sic = z.array(z.string().min(1)).min(1).optional();

/** The frontmatter of an article. The types of the whole site are inferred from it. */
export const articleSchema = z
	.strictObject({
		headline: pictured(10, 120).refine((value) => /\p{L}/u.test(value), {
			error: 'عنوان بلا حروف. اكتبه كلامًا.',
		}),
		/** The sentence under the headline. */
		dek: line(1, 220),
		/** For link previews; the dek, cut at a word, when absent. */
		summary: line(1, 120).optional(),
		/** The short line over the headline. */
		kicker: line(1, 60).optional(),
		topic: pictured(1, 60),
		/** Place of filing. */
		dateline: line(1, 60),
		/** Who reported it first; own reporting has none. */
		source: z.strictObject({ name, url: link.optional() }).optional(),
		authors: z.array(name).min(1).optional(),
		published: date,
		updated: date.optional(),
		draft: z.boolean().default(false),
		sic,
		...sectionFacts,
	})
	.superRefine(({ published, updated, event, forum }, context) => {
		if (dated(updated) && dated(published) && isBefore(updated, published)) {
			context.addIssue({
				code: 'custom',
				path: ['updated'],
				message: 'تاريخ updated قبل published. صحّح أحدهما.',
			});
		}
		const { starts, ends = starts, timeZone } = event ?? {};
		if (!dated(starts) || !dated(ends) || !isTimeZone(timeZone) || !Array.isArray(forum?.programme))
			return;
		const first = localDate(starts, timeZone);
		const last = localDate(ends, timeZone);
		for (const [index, entry] of forum.programme.entries()) {
			if (dated(entry?.date) && (entry.date < first || entry.date > last)) {
				context.addIssue({
					code: 'custom',
					path: ['forum', 'programme', index, 'date'],
					message: `التاريخ خارج أيام الحدث (من ${first} إلى ${last}).`,
				});
			}
		}
	}, always);

/** The frontmatter of a page (`content/pages/<slug>.mdx`). */
export const pageSchema = z.strictObject({
	title: line(1, 60),
	/** The sentence under the title. */
	dek: line(1, 220).optional(),
	/** Its place among the links of the footer; false for none. Without it, after the numbered ones. */
	footer: z
		.union([z.int().min(1), z.literal(false)], {
			error: 'اكتب رقم الموضع بين روابط الذيل: 1 أو 2 …، أو false كي لا يظهر بينها.',
		})
		.optional(),
	sic,
});

/** The schema of a content file by its path from the project's root. */
export const schemaOf = (file: string) =>
	file.startsWith('content/pages/') ? pageSchema : articleSchema;

export type PageData = z.output<typeof pageSchema>;
export type ArticleData = z.output<typeof articleSchema>;
export type EventData = NonNullable<ArticleData['event']>;
