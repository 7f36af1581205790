import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { executable } from './browser/chromium.ts';
import type { Job } from './builder.ts';
import { OTHERS } from './others.ts';
import { copyProject, ENVIRONMENT, type Paper, type Project, projectIn } from './project.ts';
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
		/** Folders of the other projects, each built in `dist`: wait for them with `built`. */
		projects: Record<'sundry' | keyof typeof OTHERS, string>;
	}
}

const SITES = [
	['almanara', 'https://almanara.example/'],
	['sada', 'https://sada.example/news/'],
] as const satisfies readonly (readonly [Paper, string])[];

/** Where a build keeps photographs, which are the same in both papers. Cards and maps differ. */
const PHOTOGRAPHS = ['assets', 'engine'];

/** Gives a project what another's build kept: all, or some folders of it. */
async function takeCache(from: Project, to: Project, folders = ['']): Promise<void> {
	for (const name of folders)
		await cp(join(from.folder, '.astro/cache', name), join(to.folder, '.astro/cache', name), {
			recursive: true,
		});
}

/**
 * A folder in memory, if there is much more room than the 250 MB that the tests write: thousands of
 * files that are written and copied take a tenth of the suite's time on a disk. Servers and other
 * accounts read there, too.
 */
async function folderInMemory(): Promise<string | undefined> {
	const room = await statfs('/dev/shm').then(
		({ bavail, bsize }) => bavail * bsize,
		() => 0,
	);
	if (Math.min(room, freemem()) < 2e9) return undefined;
	const folder = await mkdtemp('/dev/shm/khabar-tests-');
	await chmod(folder, 0o755);
	// In a container it may be mounted `noexec`: tests start programs of their own there.
	await writeFile(join(folder, 'program'), '#!/bin/sh\n', { mode: 0o755 });
	if (!spawnSync(join(folder, 'program')).error) return folder;
	await rm(folder, { recursive: true });
	return undefined;
}

let builder: ChildProcess | undefined;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Queues a project for the process of builder.ts. Starts a new one if a
 * refused build has ended it.
 */
export function build({ folder }: Project, env: Job['env']): Promise<unknown> {
	turn = turn.then(() => {
		if (builder?.killed) return undefined;
		if (!builder || builder.exitCode !== null)
			builder = fork(fileURLToPath(new URL('builder.ts', import.meta.url)), {
				env: ENVIRONMENT,
				stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
			});
		builder.send({ folder, env } satisfies Job);
		return Promise.race([once(builder, 'message'), once(builder, 'exit')]);
	});
	return turn;
}

/** Ends what is built, and what waits for its turn. */
export const stopBuilds = (): void => void builder?.kill();

/**
 * Builds one paper at the root of a host and another under a base, and then what is too odd for a
 * paper, while the unit tests run; ready.ts waits for the papers. And it unpacks the browser.
 */
export default async function setup(project: TestProject) {
	// It is unpacked at its first use: once, not by tests side by side.
	process.env['CHROME_PATH'] = await executable();
	const memory = await folderInMemory();
	if (memory) process.env['TMPDIR'] = memory;
	const papers = await Promise.all(
		SITES.map(async ([paper, address]) => ({
			paper,
			address,
			copy: await copyProject({}, paper),
		})),
	);
	const [first, second] = papers as [(typeof papers)[0], (typeof papers)[1]];
	// The paper of site/publish.test.ts is not the first that the process builds: nothing of another
	// may stay in it.
	const begun = build(second.copy, { SITE_URL: second.address });
	const sundry = await copyProject(SUNDRY.files, SUNDRY.paper);
	const others: Record<string, Project> = {};
	for (const [name, { files }] of Object.entries(OTHERS)) others[name] = await copyProject(files);
	// Another folder, and a longer one.
	const { folder } = others['earlier']!;
	const far = `${folder}-in-a-folder-with-a-much-longer-name`;
	await rename(folder, far);
	others['earlier'] = projectIn(far);
	project.provide(
		'sites',
		papers.map(({ paper, address, copy }) => ({
			paper,
			address,
			folder: `${copy.folder}/dist`,
			base: new URL(address).pathname,
		})),
	);
	const folders = Object.entries({ sundry, ...others }).map(([name, { folder }]) => [name, folder]);
	project.provide('projects', Object.fromEntries(folders));

	const buildAll = async () => {
		await begun;
		// A build that failed left none.
		await takeCache(second.copy, first.copy, PHOTOGRAPHS).catch(() => {});
		await build(first.copy, { SITE_URL: first.address });
		for (const [file, picture] of SUNDRY.pictures)
			await (await picture()).toFile(`${sundry.folder}/content/articles/${file}`);
		await build(sundry, { SITE_URL: SUNDRY.address });
		// With what the paper's build kept: pictures do not know their folder, Astro's pages do.
		await takeCache(first.copy, others['earlier']!).catch(() => {});
		for (const [name, { address, variables }] of Object.entries(OTHERS))
			await build(others[name]!, { SITE_URL: address, ...variables });
		stopBuilds();
	};
	const building = buildAll();
	return async () => {
		stopBuilds();
		await building;
		for (const copy of [...papers.map(({ copy }) => copy), sundry, ...Object.values(others)])
			await copy.remove();
		if (memory) await rm(memory, { recursive: true, force: true });
	};
}
