/** The kinds of values that frontmatter has, each with its sentence in Arabic. */
import { z } from 'astro/zod';
import { isTimeZone, precision } from './dates.ts';
import { undrawableSentence } from './drawable.ts';

/** Letters as readers count them: a letter with its marks is one. */
function length(text: string): number {
	return [...new Intl.Segmenter('ar', { granularity: 'grapheme' }).segment(text)].length;
}

/** A line of text: line breaks and runs of spaces become one space; counted in readers' letters. */
export function line(min: number, max: number) {
	return z
		.string()
		.transform((value) => value.replace(/\s+/g, ' ').trim())
		.refine((value) => length(value) >= min && length(value) <= max, {
			error: ({ input }) => `الطول ${length(String(input))}، والمسموح من ${min} إلى ${max} حرفًا.`,
		});
}

/** A line that stands in pictures too. */
export function pictured(min: number, max: number) {
	return line(min, max).refine((value) => !undrawableSentence(value), {
		error: ({ input }) => undrawableSentence(String(input)),
	});
}

export const name = line(1, 200);
export const place = pictured(1, 200);
export const url = z.url({ protocol: /^https?$/, error: 'اكتب رابطًا كاملًا يبدأ بـ https://' });

/** A text of a certain form. A value of another type (`2016` is a number) gets the same sentence. */
export function formed(isRight: (value: string) => unknown, error: string) {
	return z
		.string({ error: ({ input }) => (input === undefined || input === null ? undefined : error) })
		.refine(isRight, { error });
}

export const date = formed(
	precision,
	'تاريخ غير صالح. اكتب 2015-06 أو 2015-06-23 أو 2015-06-23T09:00:00+04:00، ولا تزد في الدقة على ما تعرف.',
);
export const dayOrTime = formed(
	(value) => ['day', 'time'].includes(precision(value) ?? ''),
	'تاريخ غير صالح. اكتب يومًا مثل 2015-06-23، أو وقتًا بإزاحته مثل 2015-06-23T09:00:00-05:00.',
);
export const day = formed(
	(value) => precision(value) === 'day',
	'يوم غير صالح. اكتب مثل 2015-06-26.',
);
export const monthDay = formed(
	(value) => precision(`2000-${value}`) === 'day',
	'يوم سنوي غير صالح. اكتب الشهر ثم اليوم مثل 06-23.',
);
export const timeZone = formed(
	isTimeZone,
	'منطقة زمنية غير معروفة. اكتب اسمًا من قائمة IANA مثل America/Bogota.',
);

const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Whether a code is a country's in ISO 3166-1. Intl replaces old ones (UK: GB); ZZ is “unknown”. */
function isCountry(code: string): boolean {
	return (
		/^[A-Z]{2}$/.test(code) &&
		code !== 'ZZ' &&
		REGIONS.of(code) !== undefined &&
		new Intl.Locale('und', { region: code }).region === code
	);
}
export const countryCode = formed(
	isCountry,
	'ليس رمز بلد. اكتب رمزه في ISO 3166-1، حرفين لاتينيين كبيرين مثل CO.',
);

/** Rules over several keys run even when other keys are wrong, so that one build lists all. */
export const always = {
	when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
};
export const dated = (value: unknown): value is string =>
	typeof value === 'string' && precision(value) !== undefined;

export const latitude = z.number().min(-90).max(90);
export const longitude = z.number().min(-180).max(180);
