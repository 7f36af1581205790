import { site } from '../site.ts';

/** A number in the digits and signs of the site's country: «14,000», «14.000», «١٤٬٠٠٠». */
export function formatNumber(value: number): string {
	return new Intl.NumberFormat(`ar-${site.country}-u-nu-${site.digits}`).format(value);
}

/** A sum with the name of its currency, not to be parted: «10,000 دينار أردني». `currency` is a code of ISO 4217. */
export function formatMoney(amount: number, currency: string): string {
	return new Intl.NumberFormat(`ar-${site.country}-u-nu-${site.digits}`, {
		style: 'currency',
		currency,
		currencyDisplay: 'name',
		trailingZeroDisplay: 'stripIfInteger',
	})
		.format(amount)
		.replace(/\s/, '\u00A0');
}

/** A text whose 0-9 are told in the digits of the site: «1-2» becomes «١-٢» where those are Arabic. */
export function inDigits(text: string): string {
	if (site.digits === 'latn') return text;
	return text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
}
