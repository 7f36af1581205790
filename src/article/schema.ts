import { z } from 'astro/zod';
import { isTimeZone, line, pictured } from '../fields.ts';
import { isBefore, localDate } from './dates.ts';
import { always, date, dated, link, name } from './fields.ts';
import { picture } from './picture.ts';
import { sectionFacts } from './sections.ts';

/** Words that are meant as they are, in the text or here: no rule of the desk touches them. */
const sic = z
	.array(z.string().min(1))
	.min(1)
	.optional()
	.meta({
		description:
			'كلمات مقصودة كما كُتبت، في النص أو في البيانات. لا ينبّه عليها شيء ولا يغيّرها npm run fix.',
		examples: [['محمـد']],
	});

/** The frontmatter of an article. The types of the whole site are inferred from it. */
export const articleSchema = z
	.strictObject({
		headline: pictured(10, 120)
			.refine((value) => /\p{L}/u.test(value), {
				error: 'عنوان بلا حروف. اكتبه كلامًا.',
			})
			.meta({
				description: 'العنوان، من 10 إلى 120 حرفًا. يظهر في الصور أيضًا.',
				examples: ['سوق الكتب يفتح أبوابه غدًا'],
			}),
		dek: line(1, 220).meta({
			description: 'جملة تحت العنوان، حتى 220 حرفًا.',
			examples: ['جملة تحت العنوان', 'المعرض يستمر أسبوعين ويضم 300 ناشر.'],
		}),
		summary: line(1, 120)
			.optional()
			.meta({
				description: 'نص بطاقة المشاركة، حتى 120 حرفًا. إن غاب قُصّ من dek.',
				examples: ['المعرض يستمر أسبوعين'],
			}),
		kicker: line(1, 60)
			.optional()
			.meta({
				description: 'سطر قصير فوق العنوان، حتى 60 حرفًا.',
				examples: ['معرض الكتاب'],
			}),
		topic: pictured(1, 60).meta({
			description: 'الموضوع الذي يُصنَّف فيه المقال، حتى 60 حرفًا.',
			examples: ['ثقافة', 'محليات'],
		}),
		dateline: line(1, 60).meta({
			description: 'مكان كتابة الخبر، حتى 60 حرفًا.',
			examples: ['عمّان'],
		}),
		source: z
			.strictObject({
				name: name.meta({
					description: 'اسم من نشر الخبر أول مرة.',
					examples: ['وكالة الجسر'],
				}),
				url: link.optional().meta({
					description: 'رابط الخبر عنده.',
					examples: ['https://bridge.example/news/12'],
				}),
			})
			.optional()
			.meta({
				description: 'من نشر الخبر أول مرة. إن غاب فالخبر خبر الصحيفة.',
				examples: [{ name: 'وكالة الجسر', url: 'https://bridge.example/news/12' }],
			}),
		authors: z
			.array(name)
			.min(1)
			.optional()
			.meta({
				description: 'أسماء الكتّاب، تفصلها الفاصلة اللاتينية , لا العربية.',
				examples: [['لينا مراد', 'سامر علي']],
			}),
		published: date.meta({
			description: 'تاريخ النشر: شهر أو يوم أو وقت بإزاحته. لا تزد في الدقة على ما تعرف.',
			examples: ['2026-11-25', '2026-11', '2026-11-25T09:00:00+03:00'],
		}),
		updated: date.optional().meta({
			description: 'آخر تحديث، بعد published.',
			examples: ['2026-11-26'],
		}),
		picture: picture.optional().meta({
			description: 'الصورة التي تتقدم المقال وتظهر في الصفحة الأولى وبطاقة المشاركة.',
			examples: [{ src: './photo.jpg', alt: 'قوارب صيد تدخل مرفأ صغيرًا', credit: 'لينا مراد' }],
		}),
		draft: z
			.boolean()
			.default(false)
			.meta({
				description: 'true لمسودة لا تُنشر، ويراها كاتبها في npm run dev.',
				examples: [true],
			}),
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

/** The schema of a content file by its path from the project's root. */
export const schemaOf = (file: string) =>
	file.startsWith('content/pages/') ? pageSchema : articleSchema;

export type PageData = z.output<typeof pageSchema>;
export type ArticleData = z.output<typeof articleSchema>;
export type EventData = NonNullable<ArticleData['event']>;
