/** Amounts of money: of a ticket, of a prize. */
import { z } from 'astro/zod';
import { formed } from '../fields.ts';
import { inWords } from '../plural.ts';
import { site } from '../site.ts';

const NAMES = new Intl.DisplayNames('ar', { type: 'currency' });
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** The schema of an amount: `{ amount: 2.5, currency: 'JOD' }`. */
export const money = z.strictObject({
	amount: z
		.number()
		.refine((amount) => amount > 0, { error: 'اكتب مبلغًا أكبر من صفر.' })
		.meta({ description: 'المبلغ، عددًا.', examples: [5, 2.5] }),
	currency: formed(
		(value) => CURRENCIES.has(value),
		'ليس رمز عملة. اكتب رمزها في ISO 4217، ثلاثة حروف لاتينية كبيرة مثل JOD.',
		'^[A-Z]{3}$',
	).meta({ description: 'رمز العملة في ISO 4217.', examples: ['JOD'] }),
});

/** The plurals of units. CLDR knows the forms of a few currencies only, and has «دينارات». */
const PLURALS: Record<string, string> = {
	دينار: 'دنانير',
	ريال: 'ريالات',
	درهم: 'دراهم',
	جنيه: 'جنيهات',
	ليرة: 'ليرات',
	دولار: 'دولارات',
	فرنك: 'فرنكات',
	أوقية: 'أوقيات',
	شلن: 'شلنات',
};

export type Money = z.output<typeof money>;

/**
 * «3 دنانير أردنية», «20 ليرة سورية», «2.500 دينار أردني»: the number and its unit are not to be
 * parted.
 */
export function formatMoney({ amount, currency }: Money): string {
	// CLDR calls the Lebanese pound a جنيه, its country does not.
	const name = currency === 'LBP' ? 'ليرة لبنانية' : (NAMES.of(currency) ?? currency);
	const shown = inCoins(amount, currency);
	const [, noun = '', adjective = ''] = /^(\S+) (\S+)$/.exec(name) ?? [];
	const plural = PLURALS[noun];
	const other = `#\u00A0${name}`;
	if (!plural || !Number.isInteger(amount)) return other.replace('#', shown);
	if (noun.endsWith('ة')) {
		const two = name.replace(/ة(?= |$)/g, 'تان');
		const few = `#\u00A0${plural} ${adjective}`;
		return inWords(amount, { one: `${name} واحدة`, two, few, other }, shown);
	}
	const forms = {
		one: `${name} واحد`,
		two: `${noun}ان ${adjective}ان`,
		few: `#\u00A0${plural} ${adjective}ة`,
		many: `#\u00A0${noun}ًا ${adjective}ًا`,
		other,
	};
	return inWords(amount, forms, shown);
}

/**
 * The number with the currency's decimals («2.500» for the dinar), none if they are
 * all zero. More decimals are not rounded: currencies without coins today, such as
 * Iraq's, still have fractions.
 */
function inCoins(amount: number, currency: string): string {
	const locale = `ar-${site.country}-u-nu-${site.digits}`;
	const options = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const;
	const { maximumFractionDigits = 0 } = new Intl.NumberFormat(locale, options).resolvedOptions();
	const [, written = ''] = String(amount).split('.');
	const parts = new Intl.NumberFormat(locale, {
		...options,
		maximumFractionDigits: Math.max(maximumFractionDigits, written.length),
	}).formatToParts(amount);
	const digits = ['integer', 'group', 'decimal', 'fraction'];
	return parts.flatMap(({ type, value }) => (digits.includes(type) ? value : [])).join('');
}
