import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PARTS = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'src', 'content', 'public'];

/** A copy of the project in a folder of its own, so that tests build without touching `dist/`. */
export interface Project {
	folder: string;
	/** Writes files (path → text); a path with a text of `undefined` is removed. */
	change(files: Record<string, string | undefined>): Promise<void>;
	/** Runs `astro build`; never throws for a build that fails. `address` is SITE_URL. */
	build(address?: string): Promise<{ code: number; output: string }>;
	remove(): Promise<void>;
}

export async function copyProject(
	files: Record<string, string | undefined> = {},
): Promise<Project> {
	const folder = await mkdtemp(join(tmpdir(), 'khabar-'));
	for (const part of PARTS) await cp(join(root, part), join(folder, part), { recursive: true });
	await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
	const project: Project = {
		folder,
		async change(changes) {
			for (const [path, text] of Object.entries(changes)) {
				const file = join(folder, path);
				if (text === undefined) await rm(file, { recursive: true });
				else await mkdir(dirname(file), { recursive: true }).then(() => writeFile(file, text));
			}
		},
		build: (address) =>
			new Promise((resolve) => {
				// What vitest leaves in the environment (BASE_URL, DEV, MODE) stays there: it must not reach the pages.
				// Nor what a host tells of itself where the tests run there.
				const env = {
					...process.env,
					NETLIFY: '',
					VERCEL: '',
					CF_PAGES: '',
					GITHUB_ACTIONS: '',
					GITLAB_CI: '',
					RENDER: '',
					CI: '',
					SITE_URL: address,
					ASTRO_TELEMETRY_DISABLED: '1',
					NODE_ENV: 'production',
					NO_COLOR: '1',
				};
				const astro = join(root, 'node_modules/astro/bin/astro.mjs');
				execFile(
					process.execPath,
					[astro, 'build'],
					{ cwd: folder, env },
					(error, stdout, stderr) => {
						resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr });
					},
				);
			}),
		remove: () => rm(folder, { recursive: true, force: true }),
	};
	await project.change(files);
	return project;
}
