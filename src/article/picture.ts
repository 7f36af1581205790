import { z } from 'astro/zod';
import { formed, line } from '../fields.ts';

/** Two percentages, from the left and from the top: `60% 30%`. */
export const FOCUS = /^(100|\d{1,2})% (100|\d{1,2})%$/;

/** What stays where a picture does not say: heads stand in its upper third. */
export const USUAL_FOCUS = '50% 33%';

/** The photograph that leads an article, its card and its teasers. */
export const picture = z.strictObject({
	src: formed(
		(value) => /^\.\.?\/[^?#]+$/.test(value),
		'ليس ملفًا بجوار المقال. ضع الصورة بجواره واكتب ./ قبل اسمها، مثل ./photo.jpg، بلا ? ولا # في الاسم.',
		'^\\.\\.?/[^?#]+$',
	).meta({
		description: 'ملف الصورة، بجوار المقال. يحسن أن يكون عرضه 1200 بكسل أو أكثر.',
		examples: ['./photo.jpg'],
	}),
	alt: line(1, 300).meta({
		description: 'ما في الصورة لمن لا يراها، حتى 300 حرف.',
		examples: ['قوارب صيد تدخل مرفأ صغيرًا'],
	}),
	caption: line(1, 300)
		.optional()
		.meta({
			description: 'شرح يظهر تحت الصورة، حتى 300 حرف.',
			examples: ['القوارب العائدة قبيل الشروق.'],
		}),
	credit: line(1, 100).meta({
		description: 'اسم من صوّرها، حتى 100 حرف.',
		examples: ['لينا مراد'],
	}),
	focus: formed(
		(value) => FOCUS.test(value),
		'اكتب نسبتين بينهما مسافة: بُعد النقطة عن يسار الصورة ثم عن أعلاها، مثل 60% 30%',
		FOCUS.source,
	)
		.optional()
		.meta({
			description:
				'النقطة التي تبقى حين تُقصّ الصورة، كوجه من فيها: بُعدها عن يسار الصورة ثم عن أعلاها. إن غاب بقي ثلثها الأعلى، وفيه الرؤوس غالبًا.',
			examples: ['60% 30%'],
		}),
});
