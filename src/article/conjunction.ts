import { site } from '../site.ts';

/** The parts of several names in a row. Before Latin letters «و» stands apart: «هند و John». */
function listParts(names: readonly string[]): { type: 'element' | 'literal'; value: string }[] {
	const parts = new Intl.ListFormat(site.language, { type: 'conjunction' }).formatToParts(names);
	return parts.map(({ type, value }, index) => ({
		type,
		value:
			value.endsWith('و') && /^\P{L}*\p{Script=Latin}/u.test(parts[index + 1]?.value ?? '')
				? `${value}\u00A0`
				: value,
	}));
}

/** The «و» before a name, with its no-break space if the name is Latin. */
export const joining = (name: string): string | undefined =>
	listParts(['', name])
		.find(({ type }) => type === 'literal')
		?.value.trimStart();

/** Several in the words of the paper: «عمّان وإربد والعقبة». */
export const listed = (names: readonly string[]): string =>
	listParts(names)
		.map(({ value }) => value)
		.join('');
