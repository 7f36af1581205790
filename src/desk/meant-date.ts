/** Dates as people write them, for what the frontmatter wants instead. */
import { formatter, momentAt, precision } from '../article/dates.ts';
import { WEEKDAY } from '../article/pattern-parts.ts';
import { inLatinDigits } from '../publisher/numbers.ts';

/**
 * Languages and countries that name the months each in another way: يناير, كانون الثاني, جانفي,
 * غشت, إبريل, November, maj.
 */
const NAMING = ['ar-EG', 'ar-SY', 'ar-DZ', 'ar-MA', 'ar-MR', 'ar-TN', 'fr', 'en', 'sv', 'de', 'es'];
/** As in America: «Nov 25, 2026». */
const MONTH_FIRST = /^(\p{L}+\.?) (\d{1,2}),? (?=\d{4})/u;

let months: Map<string, number> | undefined;
/** The number of a month by its name. */
function monthOf(name: string): number | undefined {
	const spelling = (text: string) =>
		text.replace(/\p{M}/gu, '').replace(/[أإآ]/g, 'ا').replace(/\.$/, '').toLowerCase();
	months ??= new Map(
		NAMING.flatMap((locale) =>
			(['long', 'short'] as const).flatMap((style) =>
				Array.from({ length: 12 }, (_, month): [string, number] => [
					spelling(
						formatter(locale, { month: style, timeZone: 'UTC' }).format(Date.UTC(2026, month)),
					),
					month + 1,
				]),
			),
		),
	);
	return months.get(spelling(name));
}

const TIME = String.raw`(?:[T ،,]+(?:الساعة )?(\d{1,2}):(\d{2})(?::\d{2})?)?`;
const ON_WEEKDAY = new RegExp(`^(?:يوم )?${WEEKDAY}[،,]? +`);
const HALF_DAY =
	/(?<=[ ،,])(?:الساعة )?(\d{1,2})(?::(\d{2}))?(?::\d{2})? ?(?:(ص|صباح\p{L}*|am)|م|مساء|pm)$/iu;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[\/.\-](\d{1,2})[\/.\-](\d{1,2})${TIME}$`);
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})[\/.\-](\d{1,2})[\/.\-](\d{4}) ?م?${TIME}$`);
const NAMED = new RegExp(
	String.raw`^(?:(\d{1,2}) )?(\p{L}[\p{L}\p{M} ]+?)\.? (\d{4}) ?م?${TIME}$`,
	'u',
);

/**
 * A moment whose offset is written otherwise: `+0300`, `+03`, `+3`, after a space, behind parts of
 * a second.
 */
const OFFSET = /^(.{10})[T ]+(\d\d:\d\d)(:\d\d)?(?:\.\d+)? ?(?:(Z)|([+-])(\d\d?):?(\d\d)?)$/;

/**
 * The date that was meant by a value that is none: `25/11/2026`, `٢٠٢٦-١١-٢٥`, «الأربعاء 25 نوفمبر
 * 2026», `2026-11-25 14:30`, «2026-11-25 2:30 م».
 * @param timeZone Of a time without its offset.
 * @returns Whether it is certain, too: 3/4/2026 is not. Undefined where none can be read.
 */
export function meantDate(
	value: string,
	timeZone: string,
): { date: string; isCertain: boolean } | undefined {
	const text = inLatinDigits(value)
		.replace(/[\u200E\u200F\u061C]/g, '')
		.replace(/\p{M}/gu, '')
		.trim()
		.replace(/[,،;؛.]$/, '')
		.replace(
			OFFSET,
			(_, day, clock, seconds = '', utc, sign, hours, minutes = '00') =>
				`${day}T${clock}${seconds}${utc ?? `${sign}${hours.padStart(2, '0')}:${minutes}`}`,
		)
		.replace(ON_WEEKDAY, '')
		// Word writes dashes for hyphens, the French an h for the colon, agencies both names of a
		// month.
		.replace(/(?<=\d)[\u2010-\u2015\u2212](?=\d)/g, '-')
		.replace(/(?<=[ ،,]\d{1,2}) ?h ?(?=\d{2}$)/i, ':')
		.replace(/(?<=\p{L})[ ]?\/[ ]?\p{L}[\p{L} ]*(?= \d{4})/u, '')
		.replace(MONTH_FIRST, '$2 $1 ')
		.replace(HALF_DAY, (found, hour, minute = '00', morning) =>
			hour > 0 && hour < 13 ? `${(hour % 12) + (morning ? 0 : 12)}:${minute}` : found,
		);
	if (precision(text)) return { date: text, isCertain: true };
	const [, y, m, d, h, min] = YEAR_FIRST.exec(text) ?? [];
	const [, first = d, second = m, year = y, hour = h, minute = min] =
		DAY_FIRST.exec(text) ?? NAMED.exec(text) ?? [];
	// 11/25/2026
	const [day, month] = Number(second) > 12 && year !== y ? [second, first] : [first, second];
	const number = /^\p{L}/u.test(month ?? '') ? monthOf(month ?? '') : Number(month);
	const two = (part: unknown) => String(part).padStart(2, '0');
	const date = `${year}-${two(number)}${day === undefined ? '' : `-${two(day)}`}`;
	if (!precision(date) || /^1[345]/.test(date)) return undefined;
	const isCertain = year === y || number !== Number(month) || Number(day) > 12;
	if (hour === undefined || day === undefined) return { date, isCertain };
	if (Number(hour) > 23 || Number(minute) > 59) return undefined;
	return { date: momentAt(date, `${two(hour)}:${minute}`, timeZone), isCertain };
}
