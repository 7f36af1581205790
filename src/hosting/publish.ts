/**
 * Puts a built site in its place: the lock, the renames, the fingerprint, and the sentences for
 * what stands in the way.
 */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../problems.ts';

/** One megabyte, in bytes. */
export const MB = 1_000_000;

/** Where a build works: `dist/`, and beside it in `.astro/` the new site and the old one. */
export interface Folders {
	dist: string;
	next: string;
	old: string;
}

/**
 * Puts the folder `next` in the place of `dist` by two renames, and removes what stood there. A
 * build killed between the two leaves the last site in `old`, and `recover` puts it back. `old` is
 * always a whole site; only `next` is ever half removed.
 */
export async function swap({ dist, next, old }: Folders): Promise<void> {
	if (!existsSync(dist)) return rename(next, dist);
	await rename(dist, old);
	await rename(next, dist).catch(async (error: unknown) => {
		await rename(old, dist);
		throw error;
	});
	await rename(old, next);
	await rm(next, { recursive: true, force: true });
}

/** Recovers from a killed build. */
export async function recover({ dist, next, old }: Folders): Promise<void> {
	await rm(next, { recursive: true, force: true });
	if (existsSync(old)) await rename(old, existsSync(dist) ? next : dist);
	await rm(next, { recursive: true, force: true });
}

/**
 * Locks `folder` for this process by writing its number to `folder/lock`. Takes over the lock of a
 * process that has ended, and an empty lock after a second: that build was killed before it wrote
 * its number. Returns a function that unlocks.
 * @throws Refusal while another process holds it.
 */
export function lock(folder: string): () => void {
	const file = join(folder, 'lock');
	for (;;) {
		try {
			writeFileSync(file, `${process.pid}`, { flag: 'wx' });
			return () => rmSync(file, { force: true });
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
		try {
			const pid = Number(readFileSync(file, 'utf8'));
			if (pid ? isRunning(pid) : Date.now() - statSync(file).mtimeMs < 1000)
				throw new Refusal(lockSentence(pid, file));
			rmSync(file);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		}
	}
}

/**
 * Whether another process has this number. Our own number is a leftover: a container may use it
 * again.
 */
function isRunning(pid: number): boolean {
	if (pid === process.pid) return false;
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/**
 * Why a build cannot begin in this folder, or undefined. Vite and Astro cut file paths at these
 * characters.
 */
export function pathSentence(folder: string): string | undefined {
	const [sign] = /[%#?"]/.exec(folder) ?? [];
	return (
		sign &&
		`في مسار المشروع ${folder} العلامة ${sign}، ولا يُبنى الموقع حيث في المسار % أو # أو ? أو ". غيّر اسم المجلد أو انقل المشروع إلى غيره، ثم أعد البناء.`
	);
}

/** What stands where a build needs a folder, and the mend. */
export function kindSentence(kind: 'link' | 'file', folder: string): string {
	return kind === 'link'
		? `${folder} وصلة (symlink)، والبناء يضع مجلدًا مكانها. احذفها (rm) ثم أعد البناء؛ وإن أردت الموقع في مكان آخر فانسخه إليه بعد البناء.`
		: `${folder} ملف، والبناء يريد مجلدًا بهذا الاسم. احذفه أو انقله ثم أعد البناء.`;
}

/** Why a build waits: the process `pid` builds in the same folder; `file` is its lock. */
const lockSentence = (pid: number, file: string): string =>
	`يجري بناء آخر في هذا المجلد (process ${pid}). انتظر حتى ينتهي ثم أعد البناء؛ وإن لم يكن ذلك بناءً فاحذف ${file}.`;

/**
 * The free bytes that a build needs, by the size of the last site: the new site, the cache of its
 * pictures and what is compressed. The constant is for what is new since then, and for the first
 * build.
 */
export const roomNeeded = (lastSite: number): number => 3 * lastSite + 50 * MB;

/** Why a build cannot begin on this disk, or undefined where there is enough room. In bytes. */
export function roomSentence(free: number, needed: number, folder: string): string | undefined {
	if (free >= needed) return undefined;
	return `القرص الذي فيه ${folder} يكاد يمتلئ: المتاح فيه ${Math.floor(free / MB)} MB، والبناء يحتاج إلى ${Math.ceil(needed / MB)} MB. أفرغ مساحة فيه ثم أعد البناء.`;
}

/**
 * How much memory there is, in bytes: of the machine or its container, and how much of it Node
 * takes for its own heap.
 */
export interface Memory {
	machine: number;
	heap: number;
}

/**
 * The memory that a first build with its pictures takes, in bytes: a fixed part, and a part for
 * each article. Measured with `npm run bench -- build`. Drawing takes the most, however few
 * articles there are.
 */
const LEAST: Memory = { machine: 1300 * MB, heap: 250 * MB };
const EACH: Memory = { machine: 0.1 * MB, heap: 0.05 * MB };

/**
 * Why a build of so many articles may be killed without a word, or undefined where there is enough
 * memory. It is measured on one machine, so it warns and refuses nothing.
 */
export function memorySentence(memory: Memory, articles: number): string | undefined {
	const needed = (part: keyof Memory) => LEAST[part] + articles * EACH[part];
	const shown = (bytes: number) => `${Math.ceil(bytes / MB)} MB`;
	const because = `فإن نفدت انقطع البناء بلا جملة تقول السبب، وبقي dist/ كما كان`;
	if (memory.machine < needed('machine'))
		return `قد لا تكفي الذاكرة هنا: ${shown(memory.machine)}، وبناء المقالات (عددها ${articles}) يحتاج إلى نحو ${shown(needed('machine'))}، ${because}. ابنِ على جهاز أو حاوية (container) بذاكرة أكبر، أو أضف ذاكرة تبديل (swap).`;
	if (memory.heap < needed('heap'))
		return `قد لا يكفي ما يأخذه Node من الذاكرة: ${shown(memory.heap)}، وبناء المقالات (عددها ${articles}) يحتاج إلى نحو ${shown(needed('heap'))}، ${because}. ابنِ بهذا الأمر: NODE_OPTIONS=--max-old-space-size=${Math.ceil((1.5 * needed('heap')) / MB)} npm run build`;
	return undefined;
}

/**
 * The fingerprint of a site: sha256, in hex, over the lines that sha256sum prints for its files
 * (`<sha256>  ./<path>\n`), sorted by the bytes of their paths. Paths are relative with forward
 * slashes. Without this code: `cd dist && find . -type f -print0 | LC_ALL=C sort -z | xargs -0
 * sha256sum | sha256sum`
 */
export function fingerprint(files: Iterable<readonly [path: string, content: Uint8Array]>): string {
	const sha256 = (content: string | Uint8Array) =>
		createHash('sha256').update(content).digest('hex');
	const lines: [path: Buffer, line: string][] = [];
	// One file at a time is in memory.
	for (const [path, content] of files)
		lines.push([Buffer.from(path), `${sha256(content)}  ./${path}\n`]);
	return sha256(
		lines
			.sort(([a], [b]) => a.compare(b))
			.map(([, line]) => line)
			.join(''),
	);
}
