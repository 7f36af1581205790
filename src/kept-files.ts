/** Files that a build draws and keeps for the next one: pictures, and the index of the search. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ofProcess, PART } from './cache.ts';

/** What a build has drawn and taken from the cache. */
interface Taken {
	/** How many pictures were drawn. */
	drawn: number;
	/** The names of the files in use: those that were drawn, and those of the last build. */
	names: Set<string>;
}

/** Counted in this process. */
export const TAKEN = ofProcess<Taken>('khabarTaken', () => ({ drawn: 0, names: new Set() }));

/** The contents of a file. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** By path, what is being drawn: two pages may ask for one picture at the same time. */
const asked = new Map<string, Promise<Bytes | undefined>>();

/**
 * Reads a file from the cache folder, or draws it and writes it there. A damaged file is drawn
 * again.
 */
export function kept<Drawn extends Bytes | undefined>(
	folder: string,
	name: string,
	draw: () => Promise<Drawn>,
): Promise<Drawn | Bytes> {
	const file = join(folder, name);
	const bytes =
		(asked.get(file) as Promise<Drawn | Bytes> | undefined) ??
		readOrDraw(file, draw).finally(() => asked.delete(file));
	asked.set(file, bytes);
	TAKEN.names.add(name);
	return bytes;
}

async function readOrDraw<Drawn extends Bytes | undefined>(
	file: string,
	draw: () => Promise<Drawn>,
): Promise<Drawn | Bytes> {
	const known = await readFile(file).then(unsealed, () => undefined);
	if (known) return known;
	const bytes = await draw();
	if (!bytes) return bytes;
	await mkdir(dirname(file), { recursive: true });
	// Whole or not at all: a build may be killed while it writes.
	await writeFile(`${file}${PART}`, [seal(bytes), bytes]);
	await rename(`${file}${PART}`, file);
	return bytes;
}

/** A digest of bytes, which stands before them in their file. */
const seal = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const SEAL = 32;

/** Reused buffer for copying cached files, so that thousands do not pile up in memory. */
let room: Buffer<ArrayBuffer> = Buffer.allocUnsafe(0);

/**
 * Copies a cached file to the path `to`; draws it first where needed. Writes nothing where `draw`
 * gives undefined.
 */
export async function copyKept(
	folder: string,
	name: string,
	draw: () => Promise<Bytes | undefined>,
	to: string,
): Promise<void> {
	// No `await` between read and write: another copy would overwrite the shared buffer.
	const known = readSealed(join(folder, name));
	const bytes = known ?? (await kept(folder, name, draw));
	TAKEN.names.add(name);
	if (bytes) writeFileSync(to, bytes);
}

/** The bytes behind the seal. Valid until the next call: the buffer is shared. */
function readSealed(file: string): Bytes | undefined {
	if (!existsSync(file)) return undefined;
	const opened = openSync(file, 'r');
	try {
		const { size } = fstatSync(opened);
		if (size > room.length) room = Buffer.allocUnsafe(2 * size);
		return unsealed(room.subarray(0, readSync(opened, room, 0, size, 0)));
	} finally {
		closeSync(opened);
	}
}

/** The bytes behind the seal; undefined where they do not match it. */
function unsealed(file: Buffer<ArrayBuffer>): Bytes | undefined {
	if (file.length < SEAL) return undefined;
	// No copy: thousands of pictures would make Node look for memory to free again and again.
	const bytes = new Uint8Array(file.buffer, file.byteOffset + SEAL, file.length - SEAL);
	return seal(bytes).equals(file.subarray(0, SEAL)) ? bytes : undefined;
}
