/**
 * What is done to an article after its publication: corrections, and the updates of a running
 * story.
 */
import { z } from 'astro/zod';
import { line } from '../fields.ts';
import { DAY, momentOf, now, precision } from './dates.ts';
import { dayOrTime, moment } from './frontmatter-fields.ts';

/** The schema of `corrections`: what was wrong, what is right, and when that was said. */
export const corrections = z
	.array(
		z.strictObject({
			date: dayOrTime.meta({ description: 'متى صُحّح.', examples: ['2026-11-27'] }),
			text: line(1, 600).meta({
				description: 'ما كان الخطأ وما الصواب، حتى 600 حرف.',
				examples: ['ذكر المقال أن عدد الناشرين 300، والصواب 320.'],
			}),
		}),
	)
	.min(1);

/** The schema of `updates`: the parts of a running story, in any order. */
export const updates = z
	.array(
		z.strictObject({
			at: moment.meta({
				description: 'وقت التحديث بإزاحته. لا وقت لتحديثين.',
				examples: ['2026-11-27T14:30:00+03:00'],
			}),
			title: line(1, 120)
				.optional()
				.meta({
					description: 'عنوان التحديث، حتى 120 حرفًا.',
					examples: ['انتهى فرز الأصوات'],
				}),
			text: line(1, 2000).meta({
				description: 'نصه، حتى 2000 حرف.',
				examples: ['أعلنت اللجنة انتهاء فرز الأصوات في كل المراكز.'],
			}),
		}),
	)
	.min(1)
	.superRefine((all, context) => {
		const first = new Map<string, number>();
		for (const [index, { at }] of all.entries()) {
			if (precision(String(at)) !== 'time') continue;
			const time = updateId({ at });
			if (first.has(time))
				context.addIssue({
					code: 'custom',
					path: [index, 'at'],
					message: 'لهذا التحديث وقت تحديث آخر، والوقت رابطه. غيّر أحدهما ولو بدقيقة.',
				});
			first.set(time, index);
		}
	});

type Corrections = z.output<typeof corrections>;
type Updates = z.output<typeof updates>;

/**
 * How long a correction is also shown above its article, in ms: readers
 * of the mistake may return.
 */
const NEW = 7 * DAY;

/**
 * The corrections of the last seven days before the build. A day is taken from its midnight in the
 * zone.
 */
export function newCorrections(all: Corrections, timeZone: string): Corrections {
	return all.filter(({ date }) => momentOf(date, timeZone) > now() - NEW);
}

/** The updates, the newest first. */
export function latestFirst(all: Updates): Updates {
	return all.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** The id of an update in its page: `update-20261127T1130Z`, whatever its offset. */
export function updateId({ at }: Pick<Updates[number], 'at'>): string {
	return `update-${new Date(at).toISOString().replace(/:\d\d\.\d+|[-:]/g, '')}`;
}

/**
 * When an article was last changed: the latest of `updated`, its corrections and its updates;
 * undefined if never.
 */
export function lastChange(
	facts: {
		updated?: string | undefined;
		corrections?: Corrections | undefined;
		updates?: Updates | undefined;
	},
	timeZone: string,
): string | undefined {
	const changes = [
		facts.updated,
		...(facts.corrections ?? []).map(({ date }) => date),
		...(facts.updates ?? []).map(({ at }) => at),
	].filter((date) => date !== undefined);
	return changes.toSorted((a, b) => momentOf(a, timeZone) - momentOf(b, timeZone)).at(-1);
}
