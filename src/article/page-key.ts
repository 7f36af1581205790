import { digestOf } from '../cache.ts';

/**
 * A cache key of articles and other facts. `entry` does not count: pass the digest of each text
 * shown. A picture counts by its original's address, which has a content hash; reading more of it
 * would publish the original (bundled-image.ts).
 */
export const keyOf = (...shown: readonly unknown[]): string =>
	digestOf(shown, (key, value) => {
		if (key === 'entry') return undefined;
		if (key === 'photograph') return Object(value).name;
		return Object(value).clone?.src ?? value;
	});
