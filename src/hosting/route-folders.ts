import { readdirSync } from 'node:fs';

/** The folders that the routes make at the root of the site: `articles`, `search`. */
export const routeFolders = (): string[] =>
	readdirSync(new URL('../pages/', import.meta.url)).flatMap(
		(name) => /^(?!index)([a-z]+)(?:\.astro)?$/.exec(name)?.[1] ?? [],
	);
