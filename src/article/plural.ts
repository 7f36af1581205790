import { formatNumber } from '../publisher/numbers.ts';

/**
 * The forms of a counted word: for 1, for 2, for 3 to 10, for 11 to 99, for the rest and for what is
 * left out. `#` stands for the number. https://cldr.unicode.org/index/cldr-spec/plural-rules
 */
export interface Forms {
	one?: string;
	two?: string;
	few?: string;
	many?: string;
	other: string;
}

const RULES = new Intl.PluralRules('ar');

/** A word as so many of it want it: «دقيقة», «دقيقتان», «3 دقائق». The number is in the site's digits. */
export function counted(count: number, forms: Forms): string {
	const form = { zero: undefined, ...forms }[RULES.select(count)] ?? forms.other;
	return form.replace('#', formatNumber(count));
}
