import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { executable } from './browser/chromium.ts';
import { copyProject, type Paper, type Project } from './project.ts';
import { SUNDRY } from './sundry.ts';

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
		/** The folder of the project of `sundry.ts`, built in `dist`: wait for it with `built`. */
		sundry: string;
	}
}

const SITES = [
	['almanara', 'https://almanara.example/'],
	['sada', 'https://sada.example/news/'],
] as const satisfies readonly (readonly [Paper, string])[];

/** Gives a project what another's build made of its photographs, which are the same. Cards and maps differ. */
async function takePhotographs(from: Project, to: Project): Promise<void> {
	for (const name of ['assets', 'engine'])
		await cp(join(from.folder, '.astro/cache', name), join(to.folder, '.astro/cache', name), {
			recursive: true,
		});
}

/**
 * Builds one paper at the root of a host and another under a base, and then what is too odd for a paper, while the unit
 * tests run; ready.ts waits for the papers. And it unpacks the browser.
 */
export default async function setup(project: TestProject) {
	// It unpacks itself at its first use: tests side by side would disturb each other.
	await executable();
	const papers = await Promise.all(
		SITES.map(async ([paper, address]) => ({
			paper,
			address,
			copy: await copyProject({}, paper),
		})),
	);
	const sundry = await copyProject(SUNDRY.files, SUNDRY.paper);
	project.provide(
		'sites',
		papers.map(({ paper, address, copy }) => ({
			paper,
			address,
			folder: `${copy.folder}/dist`,
			base: new URL(address).pathname,
		})),
	);
	project.provide('sundry', sundry.folder);

	const stopped = new AbortController();
	const { signal } = stopped;
	const build = async () => {
		const [first, second] = papers as [(typeof papers)[0], (typeof papers)[1]];
		await first.copy.buildBeside(first.address, signal);
		// A build that failed left none.
		await takePhotographs(first.copy, second.copy).catch(() => {});
		await second.copy.buildBeside(second.address, signal);
		if (signal.aborted) return;
		for (const [file, picture] of SUNDRY.pictures)
			await (await picture()).toFile(`${sundry.folder}/content/articles/${file}`);
		await sundry.buildBeside(SUNDRY.address, signal);
	};
	const building = build();
	return async () => {
		stopped.abort();
		await building;
		for (const copy of [...papers.map(({ copy }) => copy), sundry]) await copy.remove();
	};
}
