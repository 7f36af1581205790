/** What a build keeps for the next one: where it lies, by which keys, and the pictures. */
import { createHash } from 'node:crypto';
import {
	closeSync,
	existsSync,
	fstatSync,
	lstatSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
	writeFileSync,
} from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * The folder that hosts keep between builds, in a project's folder. A linked `node_modules` belongs to several projects:
 * each then keeps its own.
 */
export function cacheFolder(root: string): string {
	const isOwn = lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isDirectory();
	return join(root, isOwn ? 'node_modules/.astro' : '.astro/cache');
}

/** Where pictures are kept, in a project's folder; and where the index of the search is. */
export const picturesFolder = (root: string): string => join(cacheFolder(root), 'pictures');
export const searchFolder = (root: string): string => join(cacheFolder(root), 'search');

/** How the names end of files that are being written. A killed build leaves them: hosting/cache-integration.ts removes them. */
export const PART = '.part';

/**
 * sha256 in hex of a value as JSON. Keys count in their order: the same code writes the same one.
 * @param told As `JSON.stringify` takes it.
 */
export const digestOf = (value: unknown, told?: (key: string, value: unknown) => unknown): string =>
	createHash('sha256').update(JSON.stringify(value, told)).digest('hex');

/** What draws pages and pictures, beside the facts of the site. */
const ENGINE = ['src', 'astro.config.mjs', 'package.json', 'package-lock.json'];
/** The publisher's facts stand in the keys themselves. */
const FACTS = join('src', 'site.ts');

/** Counted in this process, by the project's folder. */
const versions = ofProcess('khabarVersions', () => new Map<string, string>());

/** The version of the engine: a digest of its code, styles and typefaces, of its libraries, and of Node with its calendars. */
export function engineVersion(root: string): string {
	return versions.get(resolve(root)) ?? countEngineVersion(root);
}

/** The same, counted anew: once a build. */
export function countEngineVersion(root: string): string {
	const files = ENGINE.flatMap((name) => filesOf(root, name)).filter((file) => file !== FACTS);
	const hash = createHash('sha256').update(`${process.version} ${process.versions.icu}`);
	for (const file of files.sort())
		hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
	const version = hash.digest('hex');
	versions.set(resolve(root), version);
	return version;
}

/**
 * A value that all of a process share. Pages run in Vite's modules and integrations in Astro's configuration: two copies of
 * this file.
 */
export function ofProcess<Value>(name: string, make: () => Value): Value {
	const known: Value | undefined = Reflect.get(globalThis, name);
	const value = known ?? make();
	Reflect.set(globalThis, name, value);
	return value;
}

/** A file by its path from `root`, or the files of a folder; none where it is missing. */
function filesOf(root: string, name: string): string[] {
	if (!existsSync(join(root, name))) return [];
	if (!lstatSync(join(root, name)).isDirectory()) return [name];
	return readdirSync(join(root, name), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name: file }) => relative(root, join(parentPath, file)));
}

/** What a build has drawn and taken from the cache. */
interface Taken {
	/** Pictures. */
	drawn: number;
	/** The names of the files in use: those that were drawn, and those of the last build. */
	names: Set<string>;
}

export const TAKEN = ofProcess<Taken>('khabarTaken', () => ({ drawn: 0, names: new Set() }));

type Bytes = Uint8Array<ArrayBuffer>;

/** By path, what is being drawn: two pages may ask for one picture at the same time. */
const asked = new Map<string, Promise<Bytes | undefined>>();

/** A file by its name in a folder, or drawn and written there. What was cut off or damaged is drawn anew. */
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

/** What kept files are read into to be copied: of thousands none stays in memory. */
let room: Buffer<ArrayBuffer> = Buffer.allocUnsafe(0);

/** Writes what `kept` gives to a file, without holding it where it was kept; nothing where there is none. */
export async function copyKept(
	folder: string,
	name: string,
	draw: () => Promise<Bytes | undefined>,
	to: string,
): Promise<void> {
	// In one go: nothing else may read into the room before it is written.
	const known = readSealed(join(folder, name));
	const bytes = known ?? (await kept(folder, name, draw));
	TAKEN.names.add(name);
	if (bytes) writeFileSync(to, bytes);
}

/** What a file holds behind its seal, until the next is read. */
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

/** What stands behind the seal; undefined where the seal is of something else. */
function unsealed(file: Buffer<ArrayBuffer>): Bytes | undefined {
	if (file.length < SEAL) return undefined;
	// No copy: thousands of pictures would make Node look for memory to free again and again.
	const bytes = new Uint8Array(file.buffer, file.byteOffset + SEAL, file.length - SEAL);
	return seal(bytes).equals(file.subarray(0, SEAL)) ? bytes : undefined;
}

/** What was found out of texts, kept from one build to the next; what a build did not ask for or find goes. */
export interface Findings {
	get(key: string): unknown;
	/** @param finding As JSON holds it. Of one key the last counts. */
	set(key: string, finding: unknown): void;
	/** Keeps what this build asked for and found. It can be asked no more. */
	keep(): Promise<void>;
}

/** The key of a finding: a digest of the text that it is of, and of the name of its file. */
export const findingKey = (file: string, text: string | Uint8Array): string =>
	createHash('sha256').update(`${file}\n`).update(text).digest('base64url');

/**
 * The findings of a name. Those of another engine or another `site.ts` are gone. They are many, so they stay bytes until
 * they are asked for: a line each, key and JSON.
 */
export async function openFindings(root: string, name: string): Promise<Findings> {
	const file = join(cacheFolder(root), `${name}.jsonl`);
	const facts = existsSync(join(root, FACTS)) ? readFileSync(join(root, FACTS), 'utf8') : '';
	const version = digestOf([engineVersion(root), facts]);
	const bytes = await readFile(file).catch(() => Buffer.alloc(0));
	const known = new Map<string, Buffer>();
	const isOurs = bytes.toString('latin1', 0, bytes.indexOf('\n')) === version;
	for (let end = isOurs ? bytes.indexOf('\n') : -1; end >= 0; ) {
		const start = end + 1;
		end = bytes.indexOf('\n', start);
		const space = bytes.indexOf(' ', start);
		if (end > space && space > 0)
			known.set(bytes.toString('latin1', start, space), bytes.subarray(space + 1, end));
	}
	// Written as they come: of ten thousand texts they would take hundreds of megabytes until the last is there.
	const part = `${file}.${process.pid}${PART}`;
	await mkdir(dirname(file), { recursive: true });
	const opened = openSync(part, 'w');
	writeFileSync(opened, `${version}\n`);
	const write = (key: string, json: string) => writeFileSync(opened, `${key} ${json}\n`);
	const asked = new Set<string>();
	return {
		get(key) {
			const json = known.get(key)?.toString();
			if (json === undefined) return undefined;
			if (!asked.has(key)) write(key, json);
			asked.add(key);
			return JSON.parse(json);
		},
		set: (key, finding) => write(key, JSON.stringify(finding)),
		async keep() {
			closeSync(opened);
			await rename(part, file);
		},
	};
}
