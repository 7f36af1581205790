import { z } from 'astro/zod';
import { line } from '../fields.ts';
import { sic } from './sic.ts';

/** The frontmatter of a page (`content/pages/<slug>.mdx`). */
export const pageSchema = z.strictObject({
	title: line(1, 60).meta({
		description: 'عنوان الصفحة، حتى 60 حرفًا.',
		examples: ['من نحن'],
	}),
	dek: line(1, 220)
		.optional()
		.meta({
			description: 'جملة تحت العنوان، حتى 220 حرفًا.',
			examples: ['صحيفة يومية تصدر في عمّان منذ 2004.'],
		}),
	footer: z
		.union([z.int().min(1), z.literal(false)], {
			error: 'اكتب رقم الموضع بين روابط الذيل: 1 أو 2 …، أو false كي لا يظهر بينها.',
		})
		.optional()
		.meta({
			description: 'موضعها بين روابط الذيل، أو false كي لا تظهر بينها. إن غاب جاءت بعد المرقَّمة.',
			examples: [1, false],
		}),
	sic,
});

export type PageData = z.output<typeof pageSchema>;
