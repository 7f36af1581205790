import { either } from '../../article/pattern-parts.ts';
import { inDigits, inLatinDigits } from '../../publisher/numbers.ts';
import { site } from '../../site.ts';
import { codes } from './character-names.ts';
import { followsArabic, hasArabic, matching, type Rule } from './rule.ts';

/**
 * Ranges of numbers, times or years. With a leading zero of one, a third part, or a letter or sign
 * before it, it is a date, a telephone number or a code.
 */
const NUMBER = String.raw`\d{1,3}(?:[.,:]\d+)?`;
const YEAR = String.raw`(?:1\d|20)\d\d`;
const RANGE = new RegExp(
	String.raw`(?<![\w\/+.:,\-\u2014]|\d\s)(?!0\d[^:])(?:(${YEAR})[\-\u2014](${YEAR})|(${NUMBER})%?[\-\u2014](?!0\d(?!:))(${NUMBER}))(?![\w\/:\-\u2014]|[.,]\d|\s\d)`,
	'gv',
);
/** In a sentence with such a word it is a result, an aircraft or the plate of a car. */
const RESULT = new RegExp(
	either(
		'نتيجة|فاز|فوز|خسر|خسارة|هزم|هزيمة|مبارا|تعادل|هدف|أهداف|شوط|الدوري|كأس|نقط|نقاط|أحرز',
		'بوين[جغ]|[إا]يرباص|طراز|طائر',
		String.raw`لوحة?\s+(?:ال)?(?:مركب|سيار|شاحن|دراج|رقم)`,
	),
);
/**
 * Before the number of a law: Algeria and Morocco write its year beside it, «القانون رقم 11-23».
 */
const REFERENCE = /(?:رقم|عدد|قانون|مرسوم|ظهير|قرار|مادة|أمر)\s*$/;
/** About two small numbers: what is counted, or a word of range. */
const COUNTED =
	/(?<![\p{L}\p{M}])[وفبكل]?(?:ال|ل)?(?:(?:من|بين|سن)(?!\p{L})|خلال|أيام|يوم|الصفحات|الآيات|المواد|عمر|أعمار|فترة|الفترة|الساعة|نحو|حوالي)\s*\S*\s*$|%\s*\S*\s*$/u;
/** What is counted, behind two small numbers: how it begins. */
const UNIT = new RegExp(
	String.raw`^%?\s*${either(
		// Months.
		'يناير|فبراير|مارس|[إأ]بريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر',
		'كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين',
		'محرم|صفر|ربيع|جماد|رجب|شعبان|رمضان|شوال|ذو|ذي',
		// Times.
		'سن|عام|أعوام|يوم|أيام|شهر|أشهر|شهور|أسبوع|أسابيع|ساع|دقي|مرات',
		// Measures.
		'متر|كم|كيلو|درج|في المئة|بالمئة|٪|%',
	)}`,
);

const SET = String.raw`(\d{1,3})-(\d{1,3})`;
const BETWEEN = String.raw`(?:[،,][ \u00A0]|[ \u00A0]و)`;
const SET_BEFORE = new RegExp(`${SET}${BETWEEN}$`);
const SET_AFTER = new RegExp(`^${BETWEEN}${SET}`);
/** Whether a pair of numbers stands beside one that falls: sets of a match, 22-25، 25-20. */
const isSet = (before: string, after: string) =>
	[SET_BEFORE.exec(before), SET_AFTER.exec(after)].some(
		(set) => set !== null && Number(set[1]) > Number(set[2]),
	);

/**
 * Ranges written with a hyphen or an em dash. If the second number is smaller, it
 * is a score or a reference.
 */
function ranges(text: string) {
	return text.matchAll(RANGE).filter((range) => {
		const [whole, year, toYear, from = year, to = toYear] = range;
		const [first, last] = [from, to].map((number) => Number(number?.replace(/[,:]/, '.')));
		if (first === undefined || last === undefined || first >= last) return false;
		const before =
			/[^.؛؟!\n]*$/.exec(text.slice(Math.max(0, range.index - 80), range.index))?.[0] ?? '';
		const after = text.slice(range.index + whole.length, range.index + whole.length + 40);
		if (RESULT.test(before) || REFERENCE.test(before) || isSet(before, after)) return false;
		return last > 15 || COUNTED.test(before) || UNIT.test(after);
	});
}

const DIGITS = {
	latn: /[\u0660-\u0669\u06F0-\u06F9]+(?:[\u066B\u066C.,:/][\u0660-\u0669\u06F0-\u06F9]+)*/g,
	// A site with Arabic digits may use Latin ones, too: addresses and codes have no others.
	arab: /[\u06F0-\u06F9]+(?:[\u066B\u066C.,:/][\u06F0-\u06F9]+)*/g,
};
/** A number in the digits of the site. */
function ours(number: string): string {
	const digits = inDigits(inLatinDigits(number));
	if (site.digits === 'arab') return digits;
	return digits.replaceAll('\u066B', '.').replaceAll('\u066C', ',');
}

export const NUMBERS: readonly Rule[] = [
	{
		name: 'arabic-digit',
		find: matching(
			// The sign of an ayah encloses the number behind it, in the digits of the mushaf.
			(text) =>
				text.matchAll(DIGITS[site.digits]).filter(({ index }) => text[index - 1] !== '\u06DD'),
			(found) =>
				`«${found}» (${codes(found)}) بغير أرقام الموقع من ${inDigits('0')} إلى ${inDigits('9')}. اكتب ${ours(found)}.`,
			// Elsewhere a sign beside the number would change its place.
			(found, text, index) =>
				followsArabic(text, index) ||
				!/[-+=$€£#%\u066A\u2212]/.test(
					`${text[index - 1] ?? ''}${text[index + found.length] ?? ''}`,
				)
					? ours(found)
					: undefined,
		),
	},
	{
		name: 'range-dash',
		find: matching(
			(text) => (hasArabic(text) ? ranges(text) : []),
			(found) => `«${found}» مدى بين رقمين بغير علامته. اكتب «${enDash(found)}» (U+2013 EN DASH).`,
			// Elsewhere the dash would turn the two numbers round.
			(found, text, index) => (followsArabic(text, index) ? enDash(found) : undefined),
		),
	},
];

const enDash = (range: string) => range.replace(/[\-\u2014]/v, '\u2013');
