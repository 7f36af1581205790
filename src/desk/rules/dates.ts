import { formatter } from '../../article/dates.ts';
import { either, inTurn, WEEKDAY } from '../../article/pattern-parts.ts';
import { inLatinDigits } from '../../publisher/numbers.ts';
import { meantDate } from '../meant-date.ts';
import type { Hit, Rule } from './rule.ts';

/** The night of a day may be the one before it. */
const ON_WEEKDAY = String.raw`(?<!ليلة |ليل )(?<weekday>${WEEKDAY})[،,]?[ \u00A0](?:الموافق[ \u00A0])?\(?`;
/** The second word of a month: «تشرين الثاني». */
const SECOND = String.raw`(?:[ \u00A0](?:ال)?(?:[أا]ول|ثاني))?`;
const YEAR = String.raw`(?:19|20)\d\d`;
/** «الجمعة، 27 نوفمبر 2026», «27 تشرين الثاني/نوفمبر 2026». */
const NAMED = new RegExp(
	inTurn(
		String.raw`(?:${ON_WEEKDAY})?(?<![\d\/.\-–][ \u00A0]?)(?<day>\d{1,2})[ \u00A0]`,
		String.raw`(?<month>\p{L}[\p{L}\p{M}]+${SECOND})(?:\/\p{L}+${SECOND})?[ \u00A0]`,
		String.raw`(?<year>${YEAR})(?!\d)`,
	),
	'gu',
);
/** «السبت 28/11/2026», «السبت 2026-11-28». */
const IN_NUMBERS = new RegExp(
	inTurn(
		ON_WEEKDAY,
		`(?<date>${either(
			String.raw`\d{1,2}(?<sign>[\/.\-])\d{1,2}\k<sign>${YEAR}`,
			String.raw`${YEAR}(?<other>[\/.\-])\d{1,2}\k<other>\d{1,2}`,
		)})`,
		String.raw`(?!\d)`,
	),
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
