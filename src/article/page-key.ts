import { digestOf } from '../cache.ts';

/**
 * The key of what is told of articles and other facts. A text counts by its digest, which stands beside it, and a photograph
 * by its file: what Astro knows of both is no value.
 */
export const keyOf = (...shown: readonly unknown[]): string =>
	digestOf(shown, (key, value) =>
		key === 'entry' ? undefined : key === 'photograph' ? Object(value).name : value,
	);
