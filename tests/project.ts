import { execFile } from 'node:child_process';
import { cpSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const root = fileURLToPath(new URL('..', import.meta.url));
const ENGINE = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'src'];
const newsroom = join(root, 'tests/newsroom');

/** The tests' newspapers: their content is the same, all that `site.ts` says differs. */
export type Paper = 'almanara' | 'sada';

/** The photographs of the tests' articles: name, width, height. Drawn, not stored. */
const PHOTOGRAPHS = [
	['huge.jpg', 3000, 2000],
	['grand-hall.jpg', 3000, 2000],
	['tall.jpg', 600, 1600],
	['tiny.png', 200, 120],
	['harbour.jpg', 2400, 1600],
	['boats.png', 1000, 750],
	['صورة سرية.png', 800, 600],
	['رصيف الفجر.jpg', 2400, 1600],
	['reader.jpg', 1200, 1600],
	['clinic.jpg', 1400, 1050],
] as const;

/** EXIF of a camera. No built site may hold it. */
export const CAMERA = {
	IFD0: { Make: 'SecretCamera', Copyright: 'SecretOwner' },
	IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 57/1 0/1' },
};

const drawn = new Map<string, Promise<Buffer>>();

/**
 * Writes a photograph with EXIF, of one colour: its name decides, for two files of the same bytes
 * would be one.
 */
async function writePhotograph(
	folder: string,
	name: string,
	width: number,
	height: number,
): Promise<void> {
	const background = { r: 100 + name.length, g: 136, b: 136 };
	const bytes =
		drawn.get(name) ??
		sharp({ create: { width, height, channels: 3, background } })
			.withExif(CAMERA)
			.toFormat(extname(name) === '.png' ? 'png' : 'jpeg')
			.toBuffer();
	drawn.set(name, bytes);
	await writeFile(join(folder, name), await bytes);
}

/** The file in a project's folder with its build's exit code and output. */
const TOLD = 'told.json';

/** Tells what a build said to those who wait for it with `built`. */
export function tell(folder: string, told: { code: number; output: string }): void {
	const file = join(folder, TOLD);
	writeFileSync(`${file}.part`, JSON.stringify(told));
	renameSync(`${file}.part`, file);
}

/**
 * Waits for a site that is built beside the tests. @param dist Its folder. @returns Its exit code
 * and what the build printed.
 */
export async function told(dist: string): Promise<{ code: number; output: string }> {
	const file = join(dirname(dist), TOLD);
	while (!existsSync(file)) await wait(50);
	return JSON.parse(await readFile(file, 'utf8'));
}

/**
 * The same of a build that must not fail. @returns What it printed. @throws what a build that
 * failed printed.
 */
export async function built(dist: string): Promise<string> {
	const { code, output } = await told(dist);
	if (code !== 0) throw new Error(output);
	return output;
}

/**
 * The environment of a build. The rest of vitest's (BASE_URL, DEV, MODE) stays: it must not reach
 * the pages. Hosts' own variables are emptied: tests may run there.
 */
export const ENVIRONMENT: NodeJS.ProcessEnv = {
	...process.env,
	NETLIFY: '',
	VERCEL: '',
	CF_PAGES: '',
	GITHUB_ACTIONS: '',
	GITLAB_CI: '',
	RENDER: '',
	CI: '',
	COMPRESS: '',
	ASTRO_TELEMETRY_DISABLED: '1',
	NODE_ENV: 'production',
	NO_COLOR: '1',
};

/** A copy of the engine with a newsroom of the tests, in a folder of its own. */
export interface Project {
	folder: string;
	/** Writes files (path → text); a path with a text of `undefined` is removed. */
	change(files: Record<string, string | undefined>): Promise<void>;
	/**
	 * Runs `astro build`; never throws for a build that fails. `address` is SITE_URL; `variables` are
	 * added to the environment.
	 */
	build(
		address?: string,
		variables?: Record<string, string>,
	): Promise<{ code: number; output: string }>;
	remove(): Promise<void>;
}

/**
 * Copies the engine and a newsroom of the tests. Nothing of `content/` and `src/site.ts` is read.
 * @param files Changes to make before anything is built (path → text, `undefined` removes).
 */
export async function copyProject(
	files: Record<string, string | undefined> = {},
	paper: Paper = 'almanara',
): Promise<Project> {
	const folder = await mkdtemp(join(tmpdir(), 'newsroom-'));
	// Synchronous: copying asynchronously, file by file, takes three times as long.
	for (const part of ENGINE) cpSync(join(root, part), join(folder, part), { recursive: true });
	cpSync(join(newsroom, 'content'), join(folder, 'content'), { recursive: true });
	cpSync(join(newsroom, `${paper}.ts`), join(folder, 'src/site.ts'));
	const withArticles = !('content' in files || 'content/articles' in files);
	for (const [name, width, height] of withArticles ? PHOTOGRAPHS : [])
		await writePhotograph(join(folder, 'content/articles'), name, width, height);
	if (!('content' in files))
		await writePhotograph(join(folder, 'content/people'), 'portrait.jpg', 900, 1200);
	await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
	const project = projectIn(folder);
	await project.change(files);
	return project;
}

/** The project in a folder. */
export function projectIn(folder: string): Project {
	const project: Project = {
		folder,
		async change(changes) {
			for (const [path, text] of Object.entries(changes)) {
				const file = join(folder, path);
				if (text === undefined) await rm(file, { recursive: true });
				else await mkdir(dirname(file), { recursive: true }).then(() => writeFile(file, text));
			}
		},
		build: (address, variables) =>
			new Promise((resolve) => {
				const env = { ...ENVIRONMENT, SITE_URL: address, ...variables };
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
	return project;
}
