/**
 * Schemas of frontmatter fields, with Arabic messages. Those that `site.ts`
 * shares are in src/fields.ts.
 */
import { z } from 'astro/zod';
import { formed, line, pictured, reachable } from '../fields.ts';
import { precision } from './dates.ts';

/** A name of up to 200 letters. */
export const name = line(1, 200);
/** A name that the map and the cards show, too. */
export const place = pictured(1, 200);
/** A link that readers follow. The desk warns of http. */
export const link = reachable(
	z.url({ protocol: /^https?$/, error: 'اكتب رابطًا كاملًا يبدأ بـ https://' }),
).meta({ pattern: '^https?://', patternErrorMessage: 'اكتب رابطًا كاملًا يبدأ بـ https://' });

/** Patterns for editors alone; `precision` does the real check. */
const MONTH = '\\d{4}-\\d{2}';
const DAY = '-\\d{2}';
const TIME = 'T\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:\\d{2})';

/** Refuses years that look Hijri (1300 to 1599; 1436 was 2015) or mistyped (0206). */
function gregorian(schema: ReturnType<typeof formed>) {
	return schema
		.refine((value) => !/^1[345]\d\d-/.test(value), {
			error: ({ input }) =>
				`السنة ${String(input).slice(0, 4)} هجرية في ما يبدو. اكتب التاريخ الميلادي، مثل 2015-06-23.`,
		})
		.refine((value) => !/^(?:0\d|1[0-2])\d\d-/.test(value), {
			error: ({ input }) =>
				`السنة ${String(input).slice(0, 4)} خطأ في ما يبدو. صحّحها، مثل 2015-06-23.`,
		})
		.meta(schema.meta() ?? {});
}
/** A month, a day or a moment with its offset. */
export const date = gregorian(
	formed(
		precision,
		'تاريخ غير صالح. اكتب 2015-06 أو 2015-06-23 أو 2015-06-23T09:00:00+04:00، ولا تزد في الدقة على ما تعرف.',
		`^${MONTH}(?:${DAY}(?:${TIME})?)?$`,
	),
);
/** A day, or a moment with its offset. */
export const dayOrTime = gregorian(
	formed(
		(value) => ['day', 'time'].includes(precision(value) ?? ''),
		'تاريخ غير صالح. اكتب يومًا مثل 2015-06-23، أو وقتًا بإزاحته مثل 2015-06-23T09:00:00-05:00.',
		`^${MONTH}${DAY}(?:${TIME})?$`,
	),
);
/** A moment with its offset: `2015-06-23T09:00:00-05:00`. */
export const moment = gregorian(
	formed(
		(value) => precision(value) === 'time',
		'وقت غير صالح. اكتب اليوم والوقت بإزاحته، مثل 2015-06-23T09:00:00-05:00.',
		`^${MONTH}${DAY}${TIME}$`,
	),
);
/** A day: `2015-06-23`. */
export const day = gregorian(
	formed(
		(value) => precision(value) === 'day',
		'يوم غير صالح. اكتب مثل 2015-06-26.',
		`^${MONTH}${DAY}$`,
	),
);
/** A time of day as `HH:MM`, to 23:59. */
export const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
/** The latest end after midnight; anything later is taken for a slip. */
export const LATEST = '06:00';
/** A time of day on the clocks of the event. */
export const clock = formed(
	(value) => CLOCK.test(value),
	'وقت غير صالح. اكتب الساعة والدقيقة رقمين رقمين مثل 09:00 أو 16:30، بتوقيت الحدث.',
	CLOCK.source,
);
/** A day of every year: `06-23`. */
export const monthDay = formed(
	(value) => precision(`2000-${value}`) === 'day',
	'يوم سنوي غير صالح. اكتب الشهر ثم اليوم مثل 06-23.',
	'^\\d{2}-\\d{2}$',
);
/** Rules over several keys run even when other keys are wrong, so that one build lists all. */
export const always = {
	when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
};
/** Whether a value, which may be wrong, is a date. */
export const dated = (value: unknown): value is string =>
	typeof value === 'string' && precision(value) !== undefined;

/** In degrees (WGS 84), north positive. */
export const latitude = z
	.number()
	.min(-90)
	.max(90)
	.meta({ description: 'خط العرض بالدرجات (WGS 84)، والشمال موجب.', examples: [31.95] });
/** In degrees (WGS 84), east positive. */
export const longitude = z
	.number()
	.min(-180)
	.max(180)
	.meta({ description: 'خط الطول بالدرجات (WGS 84)، والشرق موجب.', examples: [35.93] });
