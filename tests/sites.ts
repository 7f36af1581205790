import type { TestProject } from 'vitest/node';
import { executable } from './browser/chromium.ts';
import { copyProject, type Paper } from './project.ts';

export interface BuiltSite {
	paper: Paper;
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

const SITES = [
	['almanara', 'https://almanara.example/'],
	['sada', 'https://sada.example/news/'],
] as const satisfies readonly (readonly [Paper, string])[];

/** Before all tests: builds one paper at the root of a host, another under a base, and unpacks the browser. */
export default async function setup(project: TestProject) {
	// It unpacks itself at its first use: tests side by side would disturb each other.
	await executable();
	const built = await Promise.all(
		SITES.map(async ([paper, address]) => {
			const copy = await copyProject({}, paper);
			const { code, output } = await copy.build(address);
			if (code !== 0) throw new Error(output);
			return {
				copy,
				site: { paper, folder: `${copy.folder}/dist`, address, base: new URL(address).pathname },
			};
		}),
	);
	project.provide(
		'sites',
		built.map(({ site }) => site),
	);
	return () => Promise.all(built.map(({ copy }) => copy.remove()));
}
