import { digestOf } from '../cache.ts';

/**
 * A cache key of articles and other facts. A text counts by its digest, a picture by the address of its original, which
 * changes with its bytes. Nothing else of a picture may be read: bundled-image.ts.
 */
export const keyOf = (...shown: readonly unknown[]): string =>
	digestOf(shown, (key, value) => {
		if (key === 'entry') return undefined;
		if (key === 'photograph') return Object(value).name;
		return Object(value).clone?.src ?? value;
	});
