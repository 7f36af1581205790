/**
 * What `npm start` and `npm run hosting` must know of a built site. It lies in `dist/`, so a copied
 * folder has it too.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Redirect } from './redirects.ts';

/** What a build leaves in `dist/` for these commands. */
export interface BuildFacts {
	/** The address that the site was built for: `https://example.org/news/`. */
	address: string;
	redirects: readonly Redirect[];
}

/** Path from the root of the built site. The file is public and holds nothing secret. */
export const FACTS = 'build.json';

/** @throws what `readFileSync` throws, so `ENOENT` where no site is built. */
export function readFacts(folder: string): BuildFacts {
	return JSON.parse(readFileSync(join(folder, FACTS), 'utf8')) as BuildFacts;
}
