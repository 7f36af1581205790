import { type Forms, inWords } from '../plural.ts';
import { formatNumber } from '../publisher/numbers.ts';

/** A word as so many of it want it: «دقيقة», «دقيقتان», «3 دقائق». The number is in the site's digits. */
export function counted(count: number, forms: Forms): string {
	return inWords(count, forms, formatNumber(count));
}
