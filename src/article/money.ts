/** Amounts of money: of a ticket, of a prize. */
import { z } from 'astro/zod';
import { formed } from '../fields.ts';
import { formatNumber } from '../publisher/numbers.ts';
import { counted } from './plural.ts';

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

export const money = z.strictObject({
	amount: z
		.number()
		.positive()
		.meta({ description: 'المبلغ، عددًا.', examples: [5, 2.5] }),
	currency: formed(
		(value) => CURRENCIES.has(value),
		'ليس رمز عملة. اكتب رمزها في ISO 4217، ثلاثة أحرف لاتينية كبيرة مثل JOD.',
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
};

/** «3 دنانير أردنية», «20 ليرة سورية», «2.5 دينار أردني». */
export function formatMoney({ amount, currency }: z.output<typeof money>): string {
	const names = new Intl.DisplayNames('ar', { type: 'currency' });
	// CLDR calls the Lebanese pound a جنيه, its country does not.
	const name = currency === 'LBP' ? 'ليرة لبنانية' : (names.of(currency) ?? currency);
	const [, noun = '', adjective = ''] = /^(\S+) (\S+)$/.exec(name) ?? [];
	const plural = PLURALS[noun];
	if (!plural || !Number.isInteger(amount)) return `${formatNumber(amount)} ${name}`;
	const other = `# ${name}`;
	if (noun.endsWith('ة')) {
		const two = `${noun} ${adjective}`.replace(/ة(?= |$)/g, 'تان');
		return counted(amount, { one: `${name} واحدة`, two, few: `# ${plural} ${adjective}`, other });
	}
	return counted(amount, {
		one: `${name} واحد`,
		two: `${noun}ان ${adjective}ان`,
		few: `# ${plural} ${adjective}ة`,
		many: `# ${noun}ًا ${adjective}ًا`,
		other,
	});
}
