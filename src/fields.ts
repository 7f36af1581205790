/** Fields that the facts of the site and those of an article share, as schemas with Arabic sentences. */
import { z } from 'astro/zod';
import { undrawableSentence } from './drawable.ts';
import { inWords } from './plural.ts';

const GRAPHEMES = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/** Text of one UTF-16 unit a letter, with marks, as nearly all is: avoids the slow segmenter. */
const PLAIN = /^(?:[ -~«»،؛؟ء-غف-ي٠-٩–][\u064B-\u0652]*)*$/;
const MARKS = /[\u064B-\u0652]/g;

/** Counts letters; a letter with its marks is one. */
export function length(text: string): number {
	if (PLAIN.test(text)) return text.replace(MARKS, '').length;
	let count = 0;
	for (const _ of GRAPHEMES.segment(text)) count++;
	return count;
}

const LETTERS = { few: '# أحرف', many: '# حرفًا', other: '# حرف' };

/** A text in one line: line breaks and runs of spaces become one space. */
export const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A line of text of `min` to `max` letters. */
export function line(min: number, max: number) {
	return z
		.string()
		.transform(inOneLine)
		.refine((value) => length(value) >= min && length(value) <= max, {
			error: ({ input }) =>
				`الطول ${length(String(input))}، والمسموح من ${min} إلى ${inWords(max, LETTERS)}.`,
		})
		.meta({
			// For editors: `maxLength` would count each mark as a letter.
			pattern: `^\\s*(?:\\P{M}\\p{M}*){${min},${max}}\\s*$`,
			patternErrorMessage: `الطول المسموح بالحروف: من ${min} إلى ${max}.`,
		});
}

/** A line that pictures show too. An empty one gets only the message about its length. */
export function pictured(min: number, max: number) {
	return line(min, max).refine((value) => value === '' || !undrawableSentence(value), {
		error: ({ input }) => undrawableSentence(String(input)),
	});
}

/**
 * A text of a certain form. Another type (`2016` is a number) gets the same message.
 * @param pattern For editors: a regular expression that every right text matches.
 */
export function formed(isRight: (value: string) => unknown, error: string, pattern = '.') {
	return z
		.string({ error: ({ input }) => (input === undefined || input === null ? undefined : error) })
		.refine(isRight, { error })
		.meta({ pattern, patternErrorMessage: error });
}

/** Whether a text is an e-mail address, of those that readers may be asked to write to. */
export const isMail = (value: string): boolean => /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(value);

/** Hosts that only some computers reach: RFC 6761, RFC 1918, RFC 3927; a name without a dot. */
export const isPrivateHost = (host: string) =>
	/^(?:[^.:[\]]+|.*\.(?:localhost|local|internal|lan)|(?:127|10)\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|169\.254\.[\d.]+|0\.0\.0\.0|\[(?:::1|f[cd].*|fe80:.*)\])$/i.test(
		host,
	);

/** Whether a URL has user info (`user:password@`): it leaks a password or hides the real host. */
export const namesAccount = (address: string) => {
	const url = /^https?:/i.test(address) ? URL.parse(address) : null;
	return Boolean(url?.username || url?.password);
};

/** A link that opens where readers are. */
export const reachable = (schema: z.ZodType<string, string>) =>
	schema
		.refine((value) => !/\s/.test(value.trim()), {
			error: 'في الرابط مسافة، فلا يفتح في كل مكان. انسخه من شريط المتصفح كما هو.',
		})
		.refine((value) => !URL.canParse(value) || !isPrivateHost(new URL(value).hostname), {
			error: 'رابط إلى جهازك أو شبكة داخلية، فلا يفتح عند القارئ. اكتب رابطه العام.',
		})
		.refine((value) => !namesAccount(value), {
			error: 'في الرابط حساب قبل @، فيكشف كلمة سرّ أو يخفي الموقع الذي يؤدي إليه. احذفه.',
		});

/** An https link that opens where readers are. */
export const url = reachable(
	z.url({ protocol: /^https$/, error: 'اكتب رابطًا كاملًا يبدأ بـ https://' }),
).meta({ pattern: '^https://', patternErrorMessage: 'اكتب رابطًا كاملًا يبدأ بـ https://' });

/** Zones that were found right: a formatter takes long to make, and articles share few zones. */
const known = new Set<string>();

/** Whether a value is an IANA zone or an alias of one. An offset such as `+04:00` is not. */
export function isTimeZone(value: unknown): value is string {
	if (typeof value !== 'string' || !/^[A-Za-z]/.test(value)) return false;
	try {
		if (!known.has(value)) new Intl.DateTimeFormat('ar', { timeZone: value });
		known.add(value);
		return true;
	} catch {
		return false;
	}
}
/** An IANA zone: `Asia/Amman`. */
export const timeZone = formed(
	isTimeZone,
	'منطقة زمنية غير معروفة. اكتب اسمًا من قائمة IANA مثل Asia/Amman.',
	'^[A-Za-z][\\w/+-]*$',
);

const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Whether a code is in ISO 3166-1. Intl rewrites old codes (UK to GB); ZZ means unknown. */
function isCountry(code: string): boolean {
	return (
		/^[A-Z]{2}$/.test(code) &&
		code !== 'ZZ' &&
		REGIONS.of(code) !== undefined &&
		new Intl.Locale('und', { region: code }).region === code
	);
}
/** A country by its code in ISO 3166-1 alpha-2: `JO`. */
export const countryCode = formed(
	isCountry,
	'ليس رمز بلد. اكتب رمزه في ISO 3166-1، حرفين لاتينيين كبيرين مثل CO.',
	'^[A-Z]{2}$',
);
