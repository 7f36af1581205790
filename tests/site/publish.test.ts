import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, type Project } from '../project.ts';

const ASTRO = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));
const ARTICLE = 'content/articles/oman-un-public-service-forum-2015.mdx';

/** Each file of a folder with the hash of what it holds. */
function contents(folder: string): Record<string, string> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
	return Object.fromEntries(
		files
			.map((file) => [
				relative(folder, file),
				createHash('sha256').update(readFileSync(file)).digest('hex'),
			])
			.sort(),
	);
}

/** Builds as a process group of its own; `before` is what runs node. */
function start(folder: string, env: NodeJS.ProcessEnv = {}, before: readonly string[] = []) {
	const [command = '', ...args] = [...before, process.execPath, ASTRO, 'build'];
	const child = spawn(command, args, {
		cwd: folder,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			...process.env,
			SITE_URL: 'https://example.org/',
			ASTRO_TELEMETRY_DISABLED: '1',
			NODE_ENV: 'production',
			NO_COLOR: '1',
			...env,
		},
	});
	let output = '';
	child.stdout.on('data', (text) => void (output += text));
	child.stderr.on('data', (text) => void (output += text));
	const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
		child.once('close', (code) => resolve({ code, output })),
	);
	const kill = () => {
		try {
			process.kill(-child.pid!, 'SIGKILL');
		} catch {
			// It had come to its end.
		}
	};
	return { ended, kill };
}

describe('a build that is killed', { timeout: 400_000 }, () => {
	let project: Project;
	let dist: string;
	/** Of a whole build, in milliseconds; by it the moments of killing are spread. */
	let length: number;
	beforeAll(async () => {
		project = await copyProject();
		dist = `${project.folder}/dist`;
		const began = Date.now();
		expect((await start(project.folder).ended).code).toBe(0);
		length = Date.now() - began;
	});
	afterAll(() => project.remove());

	test('leaves the last site or the new one, whenever it be, and the next needs no cleaning', async () => {
		let last = contents(dist);
		const seen = { last: 0, next: 0 };
		for (let round = 0; round < 20; round++) {
			await project.change({
				[ARTICLE]: readFileSync(`${project.folder}/${ARTICLE}`, 'utf8').replace(
					/^topic: .*/m,
					`topic: موضوع ${round}`,
				),
			});
			const build = start(project.folder);
			// Ten over the whole length; ten close to the end, once the new site is being written.
			if (round % 2 === 0)
				await new Promise((resolve) => setTimeout(resolve, (length * round) / 20));
			else {
				const written = `${project.folder}/.astro/next/_redirects`;
				while (!existsSync(written))
					if (
						await Promise.race([
							build.ended.then(() => true),
							new Promise((resolve) => setTimeout(resolve, 5, false)),
						])
					)
						break;
				await new Promise((resolve) => setTimeout(resolve, round * 8));
			}
			build.kill();
			await build.ended;
			const now = contents(dist);
			if (JSON.stringify(now) === JSON.stringify(last)) seen.last++;
			else {
				// Not the last one: then wholly the new one, as a build that comes to its end makes it.
				expect((await start(project.folder).ended).code).toBe(0);
				expect(now).toEqual(contents(dist));
				seen.next++;
				last = now;
			}
		}
		expect(seen.last + seen.next).toBe(20);
		expect(seen.last).toBeGreaterThan(0);
		expect((await start(project.folder).ended).code).toBe(0);
		expect(readFileSync(`${dist}/index.html`, 'utf8').length).toBeGreaterThan(1000);
		expect(contents(dist)).not.toEqual(last);
		console.log(
			`killed twenty times: the last site ${seen.last} times, the new one ${seen.next} times`,
		);
	});

	test('between two renames leaves the site beside, and the next build takes it even if it fails itself', async () => {
		const before = contents(dist);
		renameSync(dist, `${project.folder}/.astro/old`);
		await project.change({
			[ARTICLE]: `${readFileSync(`${project.folder}/${ARTICLE}`, 'utf8')}\n[نص](/none/)\n`,
		});
		expect((await start(project.folder).ended).code).toBe(1);
		expect(contents(dist)).toEqual(before);
	});
});

test('two builds of one source are the same bytes: folders, zones of time, languages, fonts, caches cold and warm', {
	timeout: 200_000,
}, async () => {
	const [one, two] = await Promise.all([copyProject(), copyProject()]);
	const far = `${two.folder}-in-a-folder-with-a-much-longer-name`;
	renameSync(two.folder, far);
	try {
		// A machine without a font, beside this one with those that it has.
		await one.change({
			'no-fonts.conf': `<fontconfig><dir>${one.folder}/public</dir></fontconfig>`,
		});
		const auckland = {
			TZ: 'Pacific/Auckland',
			LANG: 'C',
			LC_ALL: 'C',
			FONTCONFIG_FILE: `${one.folder}/no-fonts.conf`,
		};
		const muscat = {
			TZ: 'America/Los_Angeles',
			LANG: 'ar_OM.UTF-8',
			LC_ALL: 'ar_OM.UTF-8',
			LANGUAGE: 'ar',
		};
		const [cold, other] = await Promise.all([
			start(one.folder, auckland).ended,
			start(far, muscat).ended,
		]);
		expect([cold.code, other.code], cold.output + other.output).toEqual([0, 0]);
		const first = contents(`${one.folder}/dist`);
		expect(Object.keys(first).length).toBeGreaterThan(40);
		expect(contents(`${far}/dist`)).toEqual(first);
		const warm = await start(one.folder, muscat).ended;
		expect(contents(`${one.folder}/dist`)).toEqual(first);

		const print = (output: string) => /sha256 ([0-9a-f]{64})/.exec(output)?.[1];
		expect(print(cold.output)).toBeTruthy();
		expect([print(other.output), print(warm.output)]).toEqual([
			print(cold.output),
			print(cold.output),
		]);
		// As the README has it, without our code.
		const counted = execFileSync(
			'bash',
			['-c', 'find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum'],
			{ cwd: `${one.folder}/dist`, encoding: 'utf8' },
		);
		expect(counted.split(' ')[0]).toBe(print(cold.output));
		console.log(`two builds: ${print(cold.output)}, ${print(other.output)}`);
	} finally {
		await one.remove();
		rmSync(far, { recursive: true, force: true });
	}
});

describe('two builds at once in one folder', { timeout: 200_000 }, () => {
	let project: Project;
	const lock = () => join(project.folder, '.astro/lock');
	beforeAll(async () => {
		project = await copyProject();
		mkdirSync(join(project.folder, '.astro'));
	});
	afterAll(() => project.remove());

	test('one is refused in a sentence, and the other builds the whole site', async () => {
		const [one, two] = await Promise.all([
			start(project.folder, { SITE_URL: 'https://one.example/' }).ended,
			start(project.folder, { SITE_URL: 'https://two.example/' }).ended,
		]);
		expect([one.code, two.code].sort()).toEqual([0, 1]);
		expect([one, two].find(({ code }) => code === 1)?.output).toMatch(
			/يجري بناء آخر في هذا المجلد \(process \d+\)\. .*احذف .*\.astro\/lock/,
		);
		const site = contents(`${project.folder}/dist`);
		expect(existsSync(lock())).toBe(false);
		expect(
			(
				await start(project.folder, {
					SITE_URL: `https://${one.code === 0 ? 'one' : 'two'}.example/`,
				}).ended
			).code,
		).toBe(0);
		expect(contents(`${project.folder}/dist`)).toEqual(site);
	});

	test.each([
		['a process that is no more', `${spawnSync('true').pid}`],
		['nobody: it was killed before it could write its number', ''],
	])('the lock of %s is taken over', async (_whose, pid) => {
		writeFileSync(lock(), pid);
		utimesSync(lock(), 0, 0);
		const { code, output } = await start(project.folder).ended;
		expect(code, output).toBe(0);
		expect(existsSync(lock())).toBe(false);
	});

	test.skipIf(process.platform !== 'linux')(
		'the lock of a process that is no more and whose parent never asks after it is taken over',
		async () => {
			// The shell has become a sleep when its child ends.
			const parent = spawn('sh', ['-c', 'sleep 1 & echo $!; exec sleep 100'], {
				stdio: ['ignore', 'pipe', 'ignore'],
			});
			const pid = await new Promise<string>((resolve) =>
				parent.stdout.once('data', (text) => resolve(`${text}`.trim())),
			);
			await expect
				.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), { timeout: 30_000 })
				.toContain(' Z ');
			writeFileSync(lock(), pid);
			const { code, output } = await start(project.folder).ended;
			parent.kill();
			expect(code, output).toBe(0);
		},
	);

	test('the lock of a process that runs is not', async () => {
		writeFileSync(lock(), `${process.pid}`);
		const { code, output } = await start(project.folder).ended;
		rmSync(lock());
		expect([code, output]).toEqual([1, expect.stringContaining(`(process ${process.pid})`)]);
	});
});

describe('a build does not begin', () => {
	let project: Project;
	const at = (path: string) => join(project.folder, path);
	beforeAll(async () => void (project = await copyProject({ 'elsewhere/index.html': 'last' })));
	afterAll(() => project.remove());

	test.each<[string, () => void, RegExp]>([
		[
			'where dist is a link',
			() => symlinkSync(at('elsewhere'), at('dist')),
			/\/dist وصلة \(symlink\).*احذفها/,
		],
		[
			'where dist is a link to nothing',
			() => symlinkSync(at('none'), at('dist')),
			/\/dist وصلة \(symlink\).*احذفها/,
		],
		['where dist is a file', () => writeFileSync(at('dist'), ''), /\/dist ملف.*احذفه/],
		[
			'where .astro is a link',
			() => symlinkSync(at('elsewhere'), at('.astro')),
			/\/\.astro وصلة \(symlink\).*احذفها/,
		],
		['where .astro is a file', () => writeFileSync(at('.astro'), ''), /\/\.astro ملف.*احذفه/],
		[
			'where .astro cannot be written',
			() => {
				mkdirSync(at('.astro'));
				writeFileSync(at('.astro/data-store.json'), '[]');
				chmodSync(at('.astro'), 0o555);
			},
			/لا يُسمح لحسابك بالكتابة في .*\/\.astro\. /,
		],
	])('%s', async (_where, prepare, sentence) => {
		prepare();
		// To the root of the machine everything can be written.
		const root = process.getuid?.() === 0;
		if (root) spawnSync('chown', ['-Rh', '65534', project.folder]);
		const { code, output } = await start(
			project.folder,
			root ? { HOME: project.folder } : {},
			root ? ['setpriv', '--reuid=65534', '--clear-groups'] : [],
		).ended;
		if (root) spawnSync('chown', ['-Rh', '0', project.folder]);
		for (const path of ['dist', '.astro']) rmSync(at(path), { recursive: true, force: true });
		expect(code).toBe(1);
		expect(output).toMatch(sentence);
		expect(output).not.toMatch(/^\s+at /m);
		expect(readFileSync(at('elsewhere/index.html'), 'utf8')).toBe('last');
	});

	const mounted = ['unshare', '-rm', 'sh', '-c', 'mount --bind "$0" "$0" && exec "$@"'];
	test
		.skipIf(spawnSync('unshare', ['-rm', 'mount', '--bind', '/tmp', '/tmp']).status !== 0)
		.each(['dist', '.astro'])('where something is mounted on %s', async (name) => {
		mkdirSync(at(name), { recursive: true });
		const { code, output } = await start(project.folder, {}, [...mounted, at(name)]).ended;
		expect([code, output]).toEqual([1, expect.stringMatching(/مجلد مركّب \(mount/)]);
		rmSync(at(name), { recursive: true });
	});

	test('in a folder of a name that is cut', async () => {
		const odd = `${project.folder} #1`;
		renameSync(project.folder, odd);
		const { code, output } = await start(odd).ended;
		renameSync(odd, project.folder);
		expect([code, output]).toEqual([1, expect.stringMatching(/مسار المشروع .* العلامة #/)]);
		expect(output).not.toMatch(/^\s+at /m);
	});
});
