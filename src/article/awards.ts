import { z } from 'astro/zod';
import { line } from '../fields.ts';
import { name } from './frontmatter-fields.ts';
import { money } from './money.ts';
import { person } from './person.ts';

/** Whoever competes: a person, an organization, or the work itself. */
const nominee = z.strictObject({
	name: name.meta({ description: 'الاسم.', examples: ['سلمى حداد'] }),
	type: z
		.enum(['person', 'organization', 'work'], {
			error: 'اكتب person أو organization أو work، أو احذف المفتاح.',
		})
		.optional()
		.meta({
			description:
				'ما هو: person شخص، organization جهة، work عمل. تقرؤه محركات البحث؛ وإن غاب لم يُذكر لها.',
			examples: ['organization'],
		}),
	honorific: person.shape.honorific,
	gender: person.shape.gender,
	organization: name
		.optional()
		.meta({ description: 'الجهة التي ينتمي إليها.', examples: ['مكتبة الحي'] }),
	country: name.optional().meta({ description: 'البلد.', examples: ['الأردن'] }),
	work: line(1, 300)
		.optional()
		.meta({ description: 'العمل الذي ترشّح به.', examples: ['حكايات الميناء'] }),
});
export type Nominee = z.output<typeof nominee>;

const winner = nominee.extend({
	place: z
		.literal([1, 2, 3], { error: 'اكتب المركز: 1 أو 2 أو 3.' })
		.optional()
		.meta({ description: 'المركز: 1 أو 2 أو 3.', examples: [1] }),
	prize: money.optional().meta({
		description: 'ما ناله من مال.',
		examples: [{ amount: 5000, currency: 'JOD' }],
	}),
});

const category = z
	.strictObject({
		name: name.meta({ description: 'اسم الفئة.', examples: ['أدب الطفل'] }),
		description: line(1, 300)
			.optional()
			.meta({ description: 'لمن هي، حتى 300 حرف.', examples: ['لكتاب صدر في العام الماضي.'] }),
		winners: z
			.array(winner)
			.min(1)
			.optional()
			.meta({
				description: 'الفائزون، بترتيب إعلانهم.',
				examples: [[{ name: 'سلمى حداد', work: 'حكايات الميناء', country: 'الأردن' }]],
			}),
		nominees: z
			.array(nominee)
			.min(1)
			.optional()
			.meta({ description: 'المرشحون الآخرون.', examples: [[{ name: 'لينا مراد' }]] }),
		jury: z
			.array(person)
			.min(1)
			.optional()
			.meta({ description: 'لجنة التحكيم.', examples: [[{ name: 'سامر علي' }]] }),
	})
	.refine(({ winners, nominees }) => winners !== undefined || nominees !== undefined, {
		error: 'فئة بلا أسماء. اكتب فيها winners للفائزين، أو nominees للمرشحين قبل الإعلان.',
	});
export type Category = z.output<typeof category>;

/** The facts of awards. */
export const awards = z.strictObject({
	name: name.meta({ description: 'اسم الجائزة.', examples: ['جائزة القارئ'] }),
	year: z
		.number()
		.refine((year) => Number.isInteger(year) && year >= 1800 && year <= 2200, {
			error: 'اكتب السنة الميلادية بأربعة أرقام مثل 2026.',
		})
		.optional()
		.meta({ description: 'سنتها.', examples: [2026] }),
	edition: z
		.number()
		.refine((edition) => Number.isInteger(edition) && edition >= 1, {
			error: 'اكتب رقم الدورة عددًا صحيحًا: 1 أو 2 …',
		})
		.optional()
		.meta({ description: 'رقم دورتها.', examples: [7] }),
	prize: money.optional().meta({
		description: 'قيمة الجائزة.',
		examples: [{ amount: 10000, currency: 'JOD' }],
	}),
	aims: z
		.array(line(1, 300))
		.min(1)
		.optional()
		.meta({ description: 'أهدافها.', examples: [['تكريم القراء']] }),
	categories: z
		.array(category)
		.min(1)
		.optional()
		.meta({
			description: 'فئاتها بترتيب الحفل، وفي كل فئة الفائزون.',
			examples: [[{ name: 'أدب الطفل', winners: [{ name: 'سلمى حداد' }] }]],
		}),
});
