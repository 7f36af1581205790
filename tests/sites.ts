import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { ALUFUQ } from './alufuq.ts';
import { executable } from './browser/chromium.ts';
import type { Job } from './builder.ts';
import { copyProject, ENVIRONMENT, type Paper, type Project, tell } from './project.ts';
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
		/** Folders of other projects, each built in `dist`: wait for them with `built`. */
		sundry: string;
		alufuq: string;
		empty: string;
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

/** Lets the process of builder.ts build a project, or says that it has ended. */
async function build(builder: ChildProcess, { folder }: Project, env: Job['env']): Promise<void> {
	if (!builder.connected)
		return tell(folder, { code: 1, output: 'The build of another site ended the process.' });
	builder.send({ folder, env } satisfies Job);
	await Promise.race([once(builder, 'message'), once(builder, 'exit')]);
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
	const alufuq = await copyProject(ALUFUQ.files);
	const empty = await copyProject({ content: undefined });
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
	project.provide('alufuq', alufuq.folder);
	project.provide('empty', empty.folder);

	const builder = fork(fileURLToPath(new URL('builder.ts', import.meta.url)), {
		env: ENVIRONMENT,
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
	const buildAll = async () => {
		const [first, second] = papers as [(typeof papers)[0], (typeof papers)[1]];
		// The paper of site/publish.test.ts is not the first that the process builds: nothing of another may stay in it.
		await build(builder, second.copy, { SITE_URL: second.address });
		// A build that failed left none.
		await takePhotographs(second.copy, first.copy).catch(() => {});
		await build(builder, first.copy, { SITE_URL: first.address });
		for (const [file, picture] of SUNDRY.pictures)
			await (await picture()).toFile(`${sundry.folder}/content/articles/${file}`);
		await build(builder, sundry, { SITE_URL: SUNDRY.address });
		await build(builder, alufuq, { SITE_URL: ALUFUQ.address, COMPRESS: 'false' });
		await build(builder, empty, {
			SITE_URL: 'https://almanara.example/news/',
			COMPRESS: 'false',
		});
		builder.kill();
	};
	const building = buildAll();
	return async () => {
		builder.kill();
		await building;
		for (const copy of [...papers.map(({ copy }) => copy), sundry, alufuq, empty])
			await copy.remove();
	};
}
