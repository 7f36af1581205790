import { digestOf } from '../cache.ts';

/**
 * The key of what is told of articles and other facts. A text counts by its digest, which stands beside it, and a picture by
 * the address of its original, which changes with its bytes. Of a picture nothing else is read: see articles.ts.
 */
export const keyOf = (...shown: readonly unknown[]): string =>
	digestOf(shown, (key, value) => {
		if (key === 'entry') return undefined;
		if (key === 'photograph') return Object(value).name;
		return Object(value).clone?.src ?? value;
	});
