import { formatter } from '../../article/dates.ts';
import { inLatinDigits } from '../../publisher/numbers.ts';
import { meantDate } from '../meant-date.ts';
import type { Hit, Rule } from './rule.ts';

const WEEKDAY = String.raw`(?<!ليلة |ليل )(?<weekday>ال(?:سبت|[أا]حد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة))[،,]?[ \u00A0](?:الموافق[ \u00A0])?\(?`;
/**
 * «الجمعة، 27 نوفمبر 2026», «27 تشرين الثاني/نوفمبر 2026». The night of a day may be the one before
 * it.
 */
const NAMED = new RegExp(
	String.raw`(?:${WEEKDAY})?(?<![\d\/.\-–][ \u00A0]?)(?<day>\d{1,2})[ \u00A0](?<month>\p{L}[\p{L}\p{M}]+(?:[ \u00A0](?:ال)?(?:[أا]ول|ثاني))?)(?:\/\p{L}+(?:[ \u00A0](?:ال)?(?:[أا]ول|ثاني))?)?[ \u00A0](?<year>(?:19|20)\d\d)(?!\d)`,
	'gu',
);
/** «السبت 28/11/2026», «السبت 2026-11-28». */
const IN_NUMBERS = new RegExp(
	String.raw`${WEEKDAY}(?<date>\d{1,2}(?<sign>[\/.\-])\d{1,2}\k<sign>(?:19|20)\d\d|(?:19|20)\d\d(?<other>[\/.\-])\d{1,2}\k<other>\d{1,2})(?!\d)`,
	'gu',
);

const withoutHamza = (word: string) => word.replace(/[أإ]/g, 'ا');

/** A sentence where a date, as it was written, is another day of the week. */
function weekdayFault(weekday: string, date: string, asWritten: string): string | undefined {
	const right = formatter('ar', { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(date));
	return withoutHamza(weekday) === withoutHamza(right)
		? undefined
		: `يوم ${asWritten} هو ${right}، لا ${weekday}. صحّح اليوم أو التاريخ.`;
}

function namedFault({ weekday, day, month, year }: Record<string, string>): string | undefined {
	const read = (number = '') => meantDate(`${number} ${month} ${year}`, 'UTC')?.date;
	const date = read(day);
	const asWritten = `${day} ${month} ${year}`;
	if (date) return weekday && weekdayFault(weekday, date, asWritten);
	return read('1') && `لا وجود ليوم ${asWritten} في التقويم. صحّحه.`;
}

function numbersFault({ weekday = '', date = '' }: Record<string, string>): string | undefined {
	const read = meantDate(date, 'UTC');
	return read?.isCertain ? weekdayFault(weekday, read.date, date) : undefined;
}

/** Facts of the calendar that a date has wrong. */
export const DATES: readonly Rule[] = [
	{
		name: 'calendar',
		find: (text) => {
			const read = inLatinDigits(text);
			return [[NAMED, namedFault] as const, [IN_NUMBERS, numbersFault] as const].flatMap(
				([pattern, fault]) =>
					Array.from(read.matchAll(pattern)).flatMap(({ 0: found, index, groups }): Hit[] => {
						const message = fault(groups ?? {});
						return message ? [{ index, found, message }] : [];
					}),
			);
		},
	},
];
