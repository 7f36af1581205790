/** What a build keeps for the next one: where it lies, and by which keys. */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { filesOf } from './files-of.ts';

/**
 * The folder that hosts keep between builds, in a project's folder. A linked `node_modules` belongs to several projects:
 * each then keeps its own.
 */
export function cacheFolder(root: string): string {
	const isOwn = lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isDirectory();
	return join(root, isOwn ? 'node_modules/.astro' : '.astro/cache');
}

/** Where pictures are kept, in a project's folder. */
export const picturesFolder = (root: string): string => join(cacheFolder(root), 'pictures');
/** Where the index of the search is kept, in a project's folder. */
export const searchFolder = (root: string): string => join(cacheFolder(root), 'search');

/** How the names end of files that are being written. A killed build leaves them: hosting/cache-integration.ts removes them. */
export const PART = '.part';

/**
 * sha256 in hex of a value as JSON. The order of keys counts.
 * @param replacer The replacer of `JSON.stringify`.
 */
export const digestOf = (
	value: unknown,
	replacer?: (key: string, value: unknown) => unknown,
): string => createHash('sha256').update(JSON.stringify(value, replacer)).digest('hex');

/** What `engineVersion` covers beside `src/`. */
const BESIDE = ['astro.config.mjs', 'package-lock.json', 'package.json'];
/** Not part of the engine version: cache keys hold the facts themselves. */
export const FACTS = 'src/site.ts';

/** Counted in this process, by the project's folder. */
const versions = ofProcess('khabarVersions', () => new Map<string, string>());

/** The version of the engine: a digest of its code, styles and typefaces, of its libraries, and of Node with its calendars. */
export function engineVersion(root: string): string {
	return versions.get(resolve(root)) ?? countEngineVersion(root);
}

/** Computes `engineVersion` again: `npm run dev` restarts in the same process. */
export function countEngineVersion(root: string): string {
	const files = [
		...BESIDE.filter((name) => existsSync(join(root, name))),
		...filesOf(join(root, 'src')).map((name) => `src/${name}`),
	].filter((file) => file !== FACTS);
	const hash = createHash('sha256').update(`${process.version} ${process.versions.icu}`);
	for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
	const version = hash.digest('hex');
	versions.set(resolve(root), version);
	return version;
}

/**
 * A singleton of the process, kept on `globalThis`. This module is loaded twice: by Vite for
 * pages, by Node for integrations.
 */
export function ofProcess<Value>(name: string, make: () => Value): Value {
	const known: Value | undefined = Reflect.get(globalThis, name);
	const value = known ?? make();
	Reflect.set(globalThis, name, value);
	return value;
}
