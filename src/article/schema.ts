import { z } from 'astro/zod';
import { readOldAddress } from '../address/old-address.ts';
import { line } from '../fields.ts';
import { judgeArticle } from './article-rules.ts';
import { corrections, updates } from './corrections.ts';
import { always, date, day, link, name } from './frontmatter-fields.ts';
import { picture } from './picture.ts';
import { sectionFacts } from './sections.ts';
import { sic } from './sic.ts';
import { isSlug } from './slugs.ts';

/** What kinds of article there are; without one it is a piece of news. */
const KINDS = [
	'news',
	'report',
	'opinion',
	'interview',
	'obituary',
	'gallery',
	'statement',
	'live',
] as const;

const articleFacts = z.strictObject({
	headline: line(2, 120)
		.refine((value) => /\p{L}/u.test(value), {
			error: 'عنوان بلا حروف. اكتبه كلامًا.',
		})
		.meta({
			description: 'العنوان، من 2 إلى 120 حرفًا. يظهر في الصور أيضًا.',
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
	kind: z
		.enum(KINDS)
		.optional()
		.meta({
			description:
				'نوع المقال إن لم يكن خبرًا: تقرير report، رأي opinion، حوار interview، وفاة obituary، صور gallery، بيان statement، تغطية مباشرة live. يراه القارئ فوق العنوان. والتغطية المباشرة تصير «تغطية منتهية» بعد يوم من آخر تحديث لها.',
			examples: ['opinion'],
		}),
	topic: line(1, 60).meta({
		description:
			'الموضوع الذي يُصنَّف فيه المقال، حتى 60 حرفًا. إن كان في content/topics.yaml فله صفحة.',
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
			description:
				'من نشر الخبر أول مرة، ويُذكر مصدرًا لا كاتبًا. إن غاب أو كان اسم الصحيفة فالخبر خبرها، ولا سطر للمصدر في آخره.',
			examples: [{ name: 'وكالة الجسر', url: 'https://bridge.example/news/12' }],
		}),
	authors: z
		.array(name)
		.min(1)
		.optional()
		.meta({
			description:
				'من كتبوا النص، تفصل أسماءهم الفاصلة اللاتينية , لا العربية. من له ملف في content/people فاسمه رابط صفحته. إن غاب فالصياغة للصحيفة.',
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
	corrections: corrections.optional().meta({
		description:
			'ما صُحّح بعد النشر: في آخر المقال دائمًا، وفي أوله أيضًا سبعة أيام. وتاريخه تاريخ آخر تحديث.',
		examples: [[{ date: '2026-11-27', text: 'ذكر المقال أن عدد الناشرين 300، والصواب 320.' }]],
	}),
	updates: updates.optional().meta({
		description: 'أجزاء تغطية مستمرة، لكل منها رابطه. تظهر قبل النص، والأحدث أولًا.',
		examples: [[{ at: '2026-11-27T14:30:00+03:00', text: 'انتهى فرز الأصوات.' }]],
	}),
	series: z
		.strictObject({
			name: name.meta({
				description: 'اسم السلسلة، كما هو في كل أجزائها.',
				examples: ['حكايات المكتبات'],
			}),
			part: z
				.int()
				.min(1)
				.meta({ description: 'رقم هذا الجزء.', examples: [2] }),
		})
		.optional()
		.meta({
			description: 'السلسلة التي هذا المقال جزء منها. يُعرض معه ما قبله وما بعده.',
			examples: [{ name: 'حكايات المكتبات', part: 2 }],
		}),
	related: z
		.array(
			z.string().refine(isSlug, {
				error: 'ليس اسم مقال. اكتب اسم ملفه بلا امتداده، مثل book-fair-2026.',
			}),
		)
		.min(1)
		.max(3)
		.optional()
		.meta({
			description:
				'ما يُقرأ بعده، بأسماء ملفاتها، حتى ثلاثة. إن غاب اختير مما يشبهه: سلسلته وموضوعه وأهله ومكانه.',
			examples: [['book-fair-2026']],
		}),
	aliases: z
		.array(
			z.string().superRefine((value, context) => {
				const right = value.startsWith('/') ? readOldAddress(value) : isSlug(value);
				if (right === false)
					context.addIssue({
						code: 'custom',
						message: `«${value}» ليس اسم مقال ولا مسارًا. اكتب اسم الملف القديم بلا امتداده، مثل old-name، أو مسارًا يبدأ بـ /، مثل /2019/05/old.html.`,
					});
				if (typeof right === 'string') context.addIssue({ code: 'custom', message: right });
			}),
		)
		.min(1)
		.optional()
		.meta({
			description:
				'الروابط التي كانت للمقال من قبل، الأول هو الأقدم: اسم ملف قديم أو مسار في موقع سابق. تُحوَّل كلها إليه.',
			examples: [['old-name', '/2019/05/old.html']],
		}),
	withdrawn: z
		.strictObject({
			date: day.meta({ description: 'يوم السحب.', examples: ['2026-11-27'] }),
			reason: line(1, 400).meta({
				description: 'السبب كما يقرؤه القارئ، حتى 400 حرف.',
				examples: ['تبيّن أن الوثيقة التي اعتمد عليها المقال غير صحيحة.'],
			}),
		})
		.optional()
		.meta({
			description:
				'سحب المقال بعد نشره: يبقى رابطه ويظهر فيه السبب، ولا يُنشر شيء من نصه ولا عنوانه.',
			examples: [{ date: '2026-11-27', reason: 'تبيّن أن الوثيقة غير صحيحة.' }],
		}),
	sic,
	...sectionFacts,
});

/** The frontmatter of an article. The types of the whole site are inferred from it. */
export const articleSchema = articleFacts.superRefine(judgeArticle, always);

/** The facts of an article before the rules between them are asked: single ones may be wrong. */
export type ArticleFacts = z.output<typeof articleFacts>;
export type ArticleData = z.output<typeof articleSchema>;
export type EventData = NonNullable<ArticleData['event']>;
