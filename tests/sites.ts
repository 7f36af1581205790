import type { TestProject } from 'vitest/node';
import { executable } from './browser/chromium.ts';
import { copyProject } from './project.ts';

export interface BuiltSite {
	/** The folder with the built files. */
	folder: string;
	/** The address that it was built for. */
	address: string;
	/** Its path: `/` or `/news/`. */
	base: string;
}

declare module 'vitest' {
	interface ProvidedContext {
		sites: BuiltSite[];
	}
}

/** Before all tests: the site is built at the root of a host and under a base path, and the browser is there. */
export default async function setup(project: TestProject) {
	// It unpacks itself at its first use, and tests that run side by side would do so into one another.
	await executable();
	const built = await Promise.all(
		['https://example.org/', 'https://example.org/news/'].map(async (address) => {
			const copy = await copyProject();
			const { code, output } = await copy.build(address);
			if (code !== 0) throw new Error(output);
			return {
				copy,
				site: { folder: `${copy.folder}/dist`, address, base: new URL(address).pathname },
			};
		}),
	);
	project.provide(
		'sites',
		built.map(({ site }) => site),
	);
	return () => Promise.all(built.map(({ copy }) => copy.remove()));
}
