/**
 * Numbers that name something by their parts, as a telephone, a law, an account or a car: bidi
 * would show the parts in the other order. Patterns for isolated-numbers.ts, each with what it
 * finds.
 */
import { END, NO_GROUP_BEFORE, NO_MORE_GROUPS, SPACE, START } from './number-parts.ts';
import { either, inTurn } from './pattern-parts.ts';

/** Telephone numbers that their form shows. */
export const TELEPHONE = inTurn(
	START,
	either(
		// International: `+962 6 123 4567`, `(+962) 6-1234567`, `00962 6 1234567`.
		String.raw`\(?\+[\d\(][\d${SPACE}\(\).\/\-]{4,}\d`,
		String.raw`00[${SPACE}]?\d{1,3}(?:[${SPACE}\-]\d+)+`,
		// The area in brackets: `(06) 123 4567`, `(202) 555-0142`.
		String.raw`\(0\d{1,3}\)(?:[${SPACE}\-]?\d{3,4}){1,3}`,
		String.raw`\(\d{3}\)(?:[${SPACE}\-]\d{2,4}){2,3}`,
		// `(21) 2334-1705`, `(202)555-0142`; `11 98765-4321`, but no years.
		String.raw`(?:\(\d{2,3}\)[${SPACE}]?|\d{2,3}[${SPACE}](?!(?:19|20)\d\d-))\d{3,5}-\d{4}`,
		// The area before a hyphen or stroke: `091-234 5678`, `03/12 34 56`, `03 / 123456`,
		// `06-123 45 67`.
		String.raw`\d{2,3}[\-\/](?:\d{3,4}[${SPACE}]\d{2,4}|\d\d(?:[${SPACE}]\d\d){2})${NO_MORE_GROUPS}`,
		String.raw`0\d{1,2}[${SPACE}][\-\/][${SPACE}]\d{5,8}`,
		String.raw`0\d{1,3}-\d{2,4}(?:[${SPACE}.]\d{2,4}){1,4}${NO_MORE_GROUPS}`,
		// Three parts and more: `800-77-100`, `202 555 0142`.
		String.raw`\d+(?:-\d+){2,}`,
		String.raw`\d{3}[${SPACE}]\d{3,4}[${SPACE}]\d{4}${NO_MORE_GROUPS}`,
		// With the plus behind it: `962 6 123 4567+`.
		String.raw`\d{1,3}(?:[${SPACE}\-]\d{1,4}){2,5}(?=\+(?!\d))`,
	),
	END,
);
/** What announces a telephone number of two parts, or that of a car. */
const ANNOUNCED = inTurn(
	either(
		String.raw`هاتف|تلفون|تليفون|جوال|موبايل|محمول|خلوي|فاكس|واتس\p{L}*|[اأ]تصل\p{L}*|[اإ]تصال`,
		'للاستفسار|للحجز|للتواصل|الساخن',
		String.raw`تحمل لوح\p{L}*|لوح\p{L}* (?:ال)?(?:مركب|سيار|شاحن|دراج|رقم|ترخيص|تسجيل)\p{L}*`,
	),
	String.raw`[^\d.؛\n]{0,20}`,
);
/**
 * Telephone numbers of two parts, `2245-6789`, `04-1234567`. Elsewhere, round ones and years may be
 * a range.
 */
export const IN_TWO = inTurn(
	START,
	either(
		String.raw`\d{2,4}-\d{3,8}(?<=${ANNOUNCED}\d{2,4}-\d{3,8})`,
		String.raw`(?!\d*0-\d*0(?!\d)|\d+-(?:1\d|20)\d\d(?!\d))(?:\d{3,4}-\d{4}|\d{2,3}-\d{6,8}|0\d{1,3}-\d{5,8})`,
	),
	END,
);
/** Numbers of laws of two parts, `09-08`: no range, as their word says. */
export const LAW = String.raw`(?<=(?:قانون|مرسوم|ظهير)(?: رقم| عدد)?[${SPACE}])\d+-\d+(?![\w\/\-])`;
/**
 * Personal, company and postal numbers: `850412-1234`, `01310-100`, `123.456.789-09`. No ranges:
 * these do not fall so far.
 */
export const IDENTITY = inTurn(
	START,
	either(
		String.raw`\d{5,8}-(?!(?:19|20)\d\d(?!\d))\d{1,4}`,
		String.raw`\d{1,3}(?:\.\d{3}){2}(?:\/\d{4})?-\d\d`,
	),
	END,
);
/** Groups between spaces. */
export const GROUPS = inTurn(
	START + NO_GROUP_BEFORE,
	either(
		// Thousands: `1 234 567`.
		String.raw`[1-9]\d{0,2}(?:[${SPACE}\u202F]\d{3})+(?:[.,]\d+)?`,
		// Telephone numbers: `011 462 3300`, `06 5550142`; `2469 6000`; `9200 12345`; `773 12 34`.
		String.raw`0\d{1,3}(?:[${SPACE}]\d{2,8}){1,4}`,
		String.raw`\d{3,4}[${SPACE}]\d{4}`,
		String.raw`9200[${SPACE}]\d{5}`,
		String.raw`\d{3}(?:[${SPACE}]\d\d){2}`,
		// Four and more: those of France in pairs, `77 81 23 45`, accounts, `08 006 0230510012345 67`,
		// cards.
		String.raw`\d{2,}(?:[${SPACE}]\d{2,}){3,}`,
	),
	END + NO_MORE_GROUPS,
);
/** What one dials: `*123#`, `*#06#`. */
export const DIALLED = String.raw`(?<![\w*#])[*#]{1,2}\d+(?:[*#]\d+)*#(?![\w#])`;
/** An account, whose parts would be taken for groups: `SD21 2901 0001 2345 67`. */
export const IBAN = String.raw`(?<!\w)[A-Z]{2}\d\d(?:[${SPACE}][A-Z\d]{1,4}){2,8}(?!\w)`;
/**
 * The plate of a car, whose letters stand between its numbers: `4512 AA 00`. Not `8 GB 256`, nor an
 * hour.
 */
export const PLATE = String.raw`${START}\d{1,6}[${SPACE}](?![AP]M|[KMGT]B|[KMG]W)[A-Z]{1,3}[${SPACE}]\d{1,6}${END}`;
