import { spawnSync } from 'node:child_process';
import {
	existsSync,
	lstatSync,
	readFileSync,
	rmSync,
	statfsSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { access, constants, mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Refusal } from '../problems.ts';
import {
	diskSentence,
	fingerprint,
	kindSentence,
	lockSentence,
	pathSentence,
	roomNeeded,
	roomSentence,
} from './publish.ts';

/**
 * Lets a build write beside `dist/`, in `.astro/next/`, and takes its place only when every gate has passed: a build that
 * fails or is killed, whenever it be, leaves the last good site as it was, and the next one needs no cleaning. It must be
 * the last of the integrations. At the end it prints the fingerprint of the site, by which two builds are compared.
 */
export default function publish(): AstroIntegration {
	let dist: string, next: string, old: string;
	return {
		name: 'publish',
		hooks: {
			'astro:config:setup': async ({ command, config, updateConfig }) => {
				if (command !== 'build') return;
				const folder = (path: string, from: URL) =>
					fileURLToPath(new URL(path, from)).replace(/[\\/]$/, '');
				const [root, work, pictures] = [
					folder('.', config.root),
					folder('.astro', config.root),
					folder('assets', config.cacheDir),
				];
				dist = folder('.', config.outDir);
				next = join(work, 'next');
				old = join(work, 'old');
				const sentence = pathSentence(root);
				if (sentence) throw new Refusal(sentence);
				for (const path of [work, dist]) beFolder(path);
				await writable([root, work, dist]);
				await speaking(work, () => mkdir(work, { recursive: true }));
				lock(join(work, 'lock'));
				await movable([work, dist]);
				await speaking(work, () => recover(dist, next, old, pictures));
				// What `astro build --force` does, but too early for a sentence: the schema's code is not part of the key of Astro's store.
				await rm(new URL('data-store.json', config.cacheDir), { force: true });
				await roomy(root, dist);
				process.once('exit', (code) => code !== 0 && explainFullDisk(root));
				updateConfig({ outDir: new URL('.astro/next/', config.root) });
			},
			'astro:build:done': async ({ logger }) => {
				const files = await filesOf(next);
				const print = fingerprint(files.map((file) => [file, readFileSync(join(next, file))]));
				await speaking(dist, () => swap(next, dist, old));
				logger.info(`بصمة الموقع: sha256 ${print} (عدد الملفات: ${files.length})`);
			},
		},
	};
}

/** Does something in a folder, and says what the disk has against it in a sentence. */
async function speaking<T>(folder: string, act: () => Promise<T>): Promise<T> {
	return act().catch((error: NodeJS.ErrnoException) => {
		const sentence = diskSentence(error.code, folder);
		throw sentence ? new Refusal(sentence) : error;
	});
}

/** That at this path there is a folder or nothing. */
function beFolder(path: string): void {
	const found = lstatSync(path, { throwIfNoEntry: false });
	if (found && !found.isDirectory())
		throw new Refusal(kindSentence(found.isSymbolicLink() ? 'link' : 'file', path));
}

/**
 * Keeps the folder for this build until its process ends; that of a process which is no more is taken over. Who is killed between
 * making the file and writing into it leaves it empty.
 */
function lock(file: string): void {
	for (;;) {
		try {
			writeFileSync(file, `${process.pid}`, { flag: 'wx' });
			return void process.once('exit', () => rmSync(file, { force: true }));
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
		try {
			const pid = Number(readFileSync(file, 'utf8'));
			if (pid ? alive(pid) : Date.now() - statSync(file).mtimeMs < 1000)
				throw new Refusal(lockSentence(pid, file));
			rmSync(file);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		}
	}
}

/** Whether there is another process of this number. One that was killed and that its parent has not yet asked after (Z in proc(5)) is none. */
function alive(pid: number): boolean {
	if (pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
	} catch (error) {
		const { code, syscall } = error as NodeJS.ErrnoException;
		return syscall !== 'kill' || code === 'EPERM';
	}
}

/** That these folders can take another place. One that something is mounted on is busy even for rmdir(2), which a folder with files withstands. */
async function movable(folders: readonly string[]): Promise<void> {
	for (const folder of folders)
		await speaking(folder, () =>
			rmdir(folder).catch((error: NodeJS.ErrnoException) => {
				if (error.code === 'EBUSY') throw error;
			}),
		);
}

/** That all of these folders can be written, `dist/` too: a folder that moves is written to, since its parent changes. */
async function writable(folders: readonly string[]): Promise<void> {
	for (const folder of folders.filter(existsSync))
		await speaking(folder, () => access(folder, constants.W_OK));
}

/** That there is room for a build. */
async function roomy(root: string, dist: string): Promise<void> {
	const sizes = await Promise.all(
		(await filesOf(dist)).map(async (file) => (await stat(join(dist, file))).size),
	);
	const sentence = roomSentence(
		freeBytes(root),
		roomNeeded(sizes.reduce((sum, size) => sum + size, 0)),
		root,
	);
	if (sentence) throw new Refusal(sentence);
}

/** A disk that fills while Astro and rolldown write ends the build with an English stack trace: the sentence is put below it. */
function explainFullDisk(root: string): void {
	if (freeBytes(root) < 1_000_000) console.error(diskSentence('ENOSPC', root));
}

/** What is left for this account, in bytes. Disks that tell nothing of themselves (some of the network) say that they have 0 blocks. */
function freeBytes(folder: string): number {
	const { bavail, bsize, blocks } = statfsSync(folder);
	return blocks > 0 ? bavail * bsize : Infinity;
}

/** The files of a folder and of those in it, with forward slashes; none where there is no such folder. */
async function filesOf(folder: string): Promise<string[]> {
	if (!existsSync(folder)) return [];
	const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
		(entry) => entry.isFile(),
	);
	return entries.map(({ parentPath, name }) =>
		relative(folder, join(parentPath, name)).replaceAll('\\', '/'),
	);
}

/**
 * Puts right what a killed build left. `old` is always a whole site: it takes its place again where there is none. `next`
 * means that the last build came to no end; a picture that it was writing to Astro's cache may be half there, and Astro would
 * take it as it is.
 */
async function recover(dist: string, next: string, old: string, pictures: string): Promise<void> {
	if (existsSync(next))
		for (const folder of [pictures, next]) await rm(folder, { recursive: true, force: true });
	if (existsSync(old)) await rename(old, existsSync(dist) ? next : dist);
	await rm(next, { recursive: true, force: true });
}

/**
 * Puts the folder `next` in the place of `dist`, and removes what stood there. Where the two can be exchanged there is a
 * whole site in `dist` at every moment. Elsewhere there is none between two renames; who is killed just then leaves it
 * in `old`, from which the next build takes it. Only `next` is ever half removed.
 */
async function swap(next: string, dist: string, old: string): Promise<void> {
	if (!existsSync(dist)) return rename(next, dist);
	if (!exchange(next, dist)) {
		await rename(dist, old);
		await rename(next, dist).catch(async (error: unknown) => {
			await rename(old, dist);
			throw error;
		});
		await rename(old, next);
	}
	await rm(next, { recursive: true, force: true });
}

/**
 * Exchanges two folders in one step, and says whether it did; it does both or nothing. Only Linux is asked: renameat2(2) with
 * RENAME_EXCHANGE (2), paths from the working directory (AT_FDCWD, -100). Node does not know it; perl is part of every Debian and
 * Ubuntu, so of most machines that build. Numbers of the call: arch/x86/entry/syscalls/syscall_64.tbl, include/uapi/asm-generic/unistd.h
 */
function exchange(a: string, b: string): boolean {
	const call =
		process.platform === 'linux' &&
		({ x64: 316, arm64: 276 } as Partial<Record<NodeJS.Architecture, number>>)[process.arch];
	if (!call) return false;
	return (
		spawnSync('perl', [
			'-e',
			'exit(syscall($ARGV[0] + 0, -100, $ARGV[1], -100, $ARGV[2], 2) != 0)',
			`${call}`,
			a,
			b,
		]).status === 0
	);
}
