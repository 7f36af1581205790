import { formatter } from '../../article/dates.ts';
import { inLatinDigits } from '../../publisher/numbers.ts';
import { meantDate } from '../meant-date.ts';
import type { Hit, Rule } from './rule.ts';

/** «الجمعة، 27 نوفمبر 2026», «27 تشرين الثاني/نوفمبر 2026». The night of a day may be the one before it. */
const DATE =
	/(?:(?<!ليلة |ليل )(?<weekday>ال(?:سبت|[أا]حد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة))[،,]?[ \u00A0](?:الموافق[ \u00A0])?\(?)?(?<![\d/.\-–][ \u00A0]?)(?<day>\d{1,2})[ \u00A0](?<month>\p{L}[\p{L}\p{M}]+(?:[ \u00A0](?:ال)?(?:[أا]ول|ثاني))?)(?:\/\p{L}+(?:[ \u00A0](?:ال)?(?:[أا]ول|ثاني))?)?[ \u00A0](?<year>(?:19|20)\d\d)(?!\d)/gu;

const bare = (word: string) => word.replace(/[أإ]/g, 'ا');

/** Facts of the calendar that a date has wrong. */
export const DATES: readonly Rule[] = [
	{
		name: 'calendar',
		find: (text) =>
			Array.from(inLatinDigits(text).matchAll(DATE), ({ 0: found, index, groups }): Hit[] => {
				const { weekday, day, month, year } = groups ?? {};
				const read = (number = '') => meantDate(`${number} ${month} ${year}`, 'UTC')?.date;
				const date = read(day);
				const told = `${day} ${month} ${year}`;
				if (!date)
					return read('1')
						? [{ index, found, message: `لا وجود ليوم ${told} في التقويم. صحّحه.` }]
						: [];
				const right = formatter('ar', { weekday: 'long', timeZone: 'UTC' }).format(
					Date.parse(date),
				);
				return weekday && bare(weekday) !== bare(right)
					? [
							{
								index,
								found,
								message: `يوم ${told} هو ${right}، لا ${weekday}. صحّح اليوم أو التاريخ.`,
							},
						]
					: [];
			}).flat(),
	},
];
