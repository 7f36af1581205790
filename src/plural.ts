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

/**
 * A counted word in the form that its number needs: «خطأ واحد», «خطآن», «3 أخطاء». `shown`: the
 * number as it is written.
 */
export function inWords(count: number, forms: Forms, shown = String(count)): string {
	const form = { zero: undefined, ...forms }[RULES.select(count)] ?? forms.other;
	return form.replace('#', shown);
}
