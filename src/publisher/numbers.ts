import { type Forms, inWords } from '../plural.ts';
import { site } from '../site.ts';
import { strings } from '../strings.ts';

const FORMATTERS = new Map<string, Intl.NumberFormat>();

/** A number in the digits and signs of the site's country: «14,000», «14.000», «١٤٬٠٠٠». */
export function formatNumber(value: number): string {
	const locale = `ar-${site.country}-u-nu-${site.digits}`;
	const formatter = FORMATTERS.get(locale) ?? new Intl.NumberFormat(locale);
	FORMATTERS.set(locale, formatter);
	return formatter.format(value);
}

/**
 * A counted word in the form that its number needs: «دقيقة», «دقيقتان», «3 دقائق». The number is
 * in the site's digits.
 */
export function counted(count: number, forms: Forms): string {
	return inWords(count, forms, formatNumber(count));
}

/** Writes 0-9 in the digits of the site: «1-2» becomes «١-٢» where those are Arabic. */
export function inDigits(text: string): string {
	if (site.digits === 'latn') return text;
	return text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
}

/** Writes Arabic and Persian digits as 0-9. */
export function inLatinDigits(text: string): string {
	return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => `${digit.charCodeAt(0) & 15}`);
}

/**
 * The size of a file, to read: «840 كيلوبايت», «1.2 ميغابايت». A kilobyte is 1,000 bytes, as the
 * systems of phones count.
 */
export function formatSize(bytes: number): string {
	const kilobytes = Math.max(1, Math.round(bytes / 1000));
	return kilobytes < 1000
		? `${formatNumber(kilobytes)} ${strings.kilobytes}`
		: `${formatNumber(Math.round(kilobytes / 100) / 10)} ${strings.megabytes}`;
}
