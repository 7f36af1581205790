import { z } from 'astro/zod';
import { line } from '../fields.ts';
import { day, link, monthDay, name } from './fields.ts';

/** The facts of a forum. */
export const forum = z.strictObject({
	resolution: z
		.strictObject({
			number: line(1, 40).meta({
				description: 'رقم القرار كما يُذكر.',
				examples: ['12/45'],
			}),
			symbol: line(1, 60)
				.optional()
				.meta({
					description: 'رمز وثيقته في الأمم المتحدة.',
					examples: ['A/RES/45/12'],
				}),
			url: link.optional().meta({
				description: 'رابط نصه.',
				examples: ['https://docs.un.org/A/RES/45/12'],
			}),
			day: monthDay.optional().meta({
				description: 'اليوم السنوي الذي يتحدث عنه: الشهر ثم اليوم.',
				examples: ['05-14'],
			}),
			dayName: name.optional().meta({
				description: 'اسم ذلك اليوم.',
				examples: ['يوم المكتبات'],
			}),
		})
		.optional()
		.meta({
			description: 'القرار الذي يقوم عليه المنتدى.',
			examples: [{ number: '12/45', day: '05-14' }],
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
	programme: z
		.array(
			z.strictObject({
				date: day.meta({ description: 'يوم من أيام الحدث.', examples: ['2026-09-12'] }),
				items: z
					.array(line(1, 400))
					.min(1)
					.meta({ description: 'ما فيه، بترتيبه.', examples: [['الجلسة الختامية']] }),
			}),
		)
		.min(1)
		.optional()
		.meta({
			description: 'أيام من البرنامج، داخل أيام الحدث.',
			examples: [[{ date: '2026-09-12', items: ['الجلسة الختامية'] }]],
		}),
});
