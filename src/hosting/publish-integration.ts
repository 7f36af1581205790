import {
	closeSync,
	existsSync,
	fstatSync,
	lstatSync,
	openSync,
	readSync,
	statfsSync,
} from 'node:fs';
import { access, constants, mkdir, rm, rmdir, stat } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import type { AstroIntegration } from 'astro';
import { contentNames } from '../article/files.ts';
import { filesOf } from '../files-of.ts';
import { mapLimited } from '../map-limited.ts';
import { diskSentence, Refusal } from '../problems.ts';
import {
	type Folders,
	fingerprint,
	kindSentence,
	lock,
	MB,
	type Memory,
	memorySentence,
	pathSentence,
	recover,
	roomNeeded,
	roomSentence,
	swap,
} from './publish.ts';

/**
 * Astro lets variables of these names override its own `import.meta.env`. DEV, for one, would
 * change every picture.
 */
const ASTRO_OWN = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'] as const;

/**
 * Lets a build write to `.astro/next/`, and puts it in the place of `dist/` when every gate has
 * passed. A build that fails or is killed leaves the last site, and the next build needs no
 * cleaning. It must be the last of the integrations. At the end it prints the fingerprint of the
 * site, by which two builds are compared.
 */
export default function publish(): AstroIntegration {
	let folders: Folders;
	return {
		name: 'publish',
		hooks: {
			'astro:config:setup': async ({ command, config, updateConfig, logger }) => {
				if (command !== 'build') return;
				for (const name of ASTRO_OWN) delete process.env[name];
				const folder = (path: string, from: URL) =>
					fileURLToPath(new URL(path, from)).replace(/[\\/]$/, '');
				const [root, work, dist] = [
					folder('.', config.root),
					folder('.astro', config.root),
					folder('.', config.outDir),
				];
				folders = {
					dist,
					next: join(work, 'next'),
					old: join(work, 'old'),
				};
				const sentence = pathSentence(root);
				if (sentence) throw new Refusal(sentence);
				for (const path of [work, dist]) ensureFolder(path);
				await ensureWritable([root, work, dist]);
				await withDiskSentence(work, () => mkdir(work, { recursive: true }));
				process.once('exit', lock(work));
				await ensureMovable([work, dist]);
				await withDiskSentence(work, () => recover(folders));
				// As `astro build --force` does: the key of Astro's store does not cover the code of the
				// schema.
				await rm(new URL('data-store.json', config.cacheDir), { force: true });
				await ensureRoom(root, dist);
				const articles = await contentNames('content/articles/', config.root);
				const warning = memorySentence(memory(), articles.length);
				if (warning) logger.warn(warning);
				process.once('exit', (code) => code !== 0 && explainFullDisk(root));
				updateConfig({ outDir: new URL('.astro/next/', config.root) });
			},
			'astro:build:done': async ({ logger }) => {
				const { next, dist } = folders;
				const files = filesOf(next);
				const print = fingerprint(read(next, files));
				await withDiskSentence(dist, () => swap(folders));
				logger.info(`بصمة الموقع: sha256 ${print} (عدد الملفات: ${files.length})`);
			},
		},
	};
}

/** Runs `act`. A file system error becomes a Refusal with a sentence about `folder`. */
async function withDiskSentence<T>(folder: string, act: () => Promise<T>): Promise<T> {
	return act().catch((error: NodeJS.ErrnoException) => {
		const sentence = diskSentence(error.code, folder);
		throw sentence ? new Refusal(sentence) : error;
	});
}

/** @throws a Refusal where the path is neither a folder nor free. */
function ensureFolder(path: string): void {
	const found = lstatSync(path, { throwIfNoEntry: false });
	if (found && !found.isDirectory())
		throw new Refusal(kindSentence(found.isSymbolicLink() ? 'link' : 'file', path));
}

/**
 * @throws a Refusal where a folder cannot be renamed. rmdir(2) tells: it fails with EBUSY on a
 * mount point, and leaves a folder with files alone.
 */
async function ensureMovable(folders: readonly string[]): Promise<void> {
	for (const folder of folders)
		await withDiskSentence(folder, () =>
			rmdir(folder).catch((error: NodeJS.ErrnoException) => {
				if (error.code === 'EBUSY') throw error;
			}),
		);
}

/**
 * @throws a Refusal where a folder cannot be written. Renaming a folder needs write access, too.
 */
async function ensureWritable(folders: readonly string[]): Promise<void> {
	for (const folder of folders.filter(existsSync))
		await withDiskSentence(folder, () => access(folder, constants.W_OK));
}

/** @throws a Refusal where the disk has no room for a build. */
async function ensureRoom(root: string, dist: string): Promise<void> {
	const sizes = await mapLimited(
		filesOf(dist),
		32,
		async (file) => (await stat(join(dist, file))).size,
	);
	const sentence = roomSentence(
		freeBytes(root),
		roomNeeded(sizes.reduce((sum, size) => sum + size, 0)),
		root,
	);
	if (sentence) throw new Refusal(sentence);
}

/**
 * Where the disk fills up, Astro ends with an English stack trace. Prints the sentence below it.
 */
function explainFullDisk(root: string): void {
	if (freeBytes(root) < MB) console.error(diskSentence('ENOSPC', root));
}

/**
 * Free space for this account, in bytes. Some network disks report 0 blocks: their space is
 * unknown.
 */
function freeBytes(folder: string): number {
	const { bavail, bsize, blocks } = statfsSync(folder);
	return blocks > 0 ? bavail * bsize : Infinity;
}

/** The memory of this machine. A container's limit counts, where it has one. */
function memory(): Memory {
	// 0, or more than there is, where nothing limits it.
	const limit = process.constrainedMemory() || Infinity;
	return { machine: Math.min(totalmem(), limit), heap: getHeapStatistics().heap_size_limit };
}

/**
 * Yields files with their contents, in one reused buffer: contents are valid until the next one.
 */
function* read(folder: string, files: readonly string[]): Generator<[string, Buffer]> {
	let room = Buffer.allocUnsafe(MB);
	for (const file of files) {
		const opened = openSync(join(folder, file), 'r');
		const { size } = fstatSync(opened);
		if (size > room.length) room = Buffer.allocUnsafe(size);
		yield [file, room.subarray(0, readSync(opened, room, 0, size, 0))];
		closeSync(opened);
	}
}
