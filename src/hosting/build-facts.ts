/** What `npm start` and `npm run hosting` must know of a built site. It stands in `dist/`, so that a copy has it too. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Redirect } from './redirects.ts';

export interface BuildFacts {
	/** The address that the site was built for: `https://example.org/news/`. */
	address: string;
	redirects: readonly Redirect[];
}

/** From the root of the built site. It says nothing that the site does not tell every reader. */
export const FACTS = 'build.json';

/** @throws what `readFileSync` throws, so `ENOENT` where no site is built. */
export function readFacts(folder: string): BuildFacts {
	return JSON.parse(readFileSync(join(folder, FACTS), 'utf8')) as BuildFacts;
}
