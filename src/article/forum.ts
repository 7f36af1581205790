import { z } from 'astro/zod';
import { line } from '../fields.ts';
import { always, CLOCK, clock, day, LATEST, link, monthDay, name } from './frontmatter-fields.ts';
import { person } from './person.ts';

/** What a document of a forum is; `strings.documentKinds` has its names. */
const DOCUMENT_KINDS = [
	'resolution',
	'declaration',
	'recommendations',
	'statement',
	'report',
	'agreement',
	'paper',
	'document',
] as const;

const document = z
	.strictObject({
		kind: z.enum(DOCUMENT_KINDS, { error: `اكتب واحدًا من: ${DOCUMENT_KINDS.join('، ')}.` }).meta({
			description:
				'نوع الوثيقة: resolution قرار، declaration إعلان، recommendations توصيات، statement بيان، report تقرير، agreement اتفاقية، paper ورقة، document غير ذلك.',
			examples: ['resolution'],
		}),
		number: line(1, 40)
			.optional()
			.meta({ description: 'رقمها كما يُذكر.', examples: ['12/45'] }),
		symbol: line(1, 60)
			.optional()
			.meta({ description: 'رمزها عند من أصدرها.', examples: ['A/RES/45/12'] }),
		title: line(1, 300)
			.optional()
			.meta({ description: 'عنوانها.', examples: ['إعلان عمّان للمكتبات المفتوحة'] }),
		url: link.optional().meta({
			description: 'رابط نصها.',
			examples: ['https://docs.un.org/A/RES/45/12'],
		}),
		day: monthDay.optional().meta({
			description: 'اليوم السنوي الذي تتحدث عنه: الشهر ثم اليوم.',
			examples: ['05-14'],
		}),
		dayName: name.optional().meta({
			description: 'اسم ذلك اليوم.',
			examples: ['يوم المكتبات'],
		}),
	})
	.refine(({ number, title }) => number !== undefined || title !== undefined, {
		error: 'وثيقة بلا رقم ولا عنوان. اكتب number أو title.',
	});

const people = (description: string) =>
	z
		.array(person)
		.min(1)
		.optional()
		.meta({
			description,
			examples: [[{ honorific: 'الدكتورة', name: 'سلمى حداد', gender: 'female' }]],
		});

/** A session from this time on may end after midnight, as in Ramadan. */
const EVENING = '18:00';

const session = z
	.strictObject({
		starts: clock.meta({ description: 'متى تبدأ، بتوقيت الحدث.', examples: ['09:00'] }),
		ends: clock
			.optional()
			.meta({ description: 'متى تنتهي. ما قبل starts فهو بعد منتصف الليل.', examples: ['10:30'] }),
		title: line(1, 300).meta({ description: 'عنوانها.', examples: ['الجلسة الافتتاحية'] }),
		kind: line(1, 60)
			.optional()
			.meta({ description: 'نوعها، حتى 60 حرفًا.', examples: ['جلسة عامة', 'ورشة'] }),
		room: name.optional().meta({ description: 'قاعتها.', examples: ['القاعة الكبرى'] }),
		speakers: people('المتحدثون فيها.'),
		moderators: people('من يديرها.'),
	})
	.refine(
		// All are `HH:MM`: the order of their letters is the order of their times.
		({ starts, ends = '' }) =>
			!CLOCK.test(starts) ||
			!CLOCK.test(ends) ||
			ends > starts ||
			(starts >= EVENING && ends <= LATEST),
		{
			...always,
			path: ['ends'],
			error: `النهاية ends ليست بعد البداية starts. صحّح إحداهما. وما يبدأ من ${EVENING} فصاعدًا قد ينتهي بعد منتصف الليل، حتى ${LATEST}.`,
		},
	);

/** The facts of a forum. */
export const forum = z.strictObject({
	documents: z
		.array(document)
		.min(1)
		.optional()
		.meta({
			description: 'الوثائق التي يقوم عليها المنتدى أو تصدر عنه: قرار أو إعلان أو تقرير.',
			examples: [[{ kind: 'resolution', number: '12/45', day: '05-14' }]],
		}),
	meetings: z
		.array(name)
		.min(1)
		.optional()
		.meta({ description: 'أنواع الفعاليات.', examples: [['جلسات عامة', 'حوارات']] }),
	workshops: z
		.array(name)
		.min(1)
		.optional()
		.meta({
			description: 'ورش العمل بترتيبها.',
			examples: [['تمويل المكتبات', 'حفظ الأرشيف']],
		}),
	speakers: people('المتحدثون، قبل أن يُعرف البرنامج.'),
	programme: z
		.array(
			z
				.strictObject({
					date: day.meta({ description: 'يوم من أيام الحدث.', examples: ['2026-09-12'] }),
					items: z
						.array(line(1, 400))
						.min(1)
						.optional()
						.meta({ description: 'ما فيه، بترتيبه، بلا أوقات.', examples: [['الجلسة الختامية']] }),
					sessions: z
						.array(session)
						.min(1)
						.optional()
						.meta({
							description: 'جلساته بأوقاتها. ما يبدأ في وقت واحد يُعرض متجاورًا.',
							examples: [[{ starts: '09:00', ends: '10:30', title: 'الجلسة الافتتاحية' }]],
						}),
				})
				.refine(({ items, sessions }) => items !== undefined || sessions !== undefined, {
					error: 'يوم بلا برنامج. اكتب فيه sessions بأوقاتها، أو items بلا أوقات.',
				}),
		)
		.min(1)
		.optional()
		.meta({
			description: 'أيام من البرنامج، داخل أيام الحدث.',
			examples: [
				[{ date: '2026-09-12', sessions: [{ starts: '09:00', title: 'الجلسة الافتتاحية' }] }],
			],
		}),
});
