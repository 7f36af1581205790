/** A cache of results that are computed from texts, kept from one build to the next. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder, digestOf, engineVersion, FACTS, PART } from './cache.ts';

/** Results by key. Those that a build neither reads nor sets are dropped from the cache. */
export interface Findings {
	get(key: string): unknown;
	/** @param finding Must survive JSON. Of one key the last set wins. */
	set(key: string, finding: unknown): void;
	/** Writes the cache. Neither `get` nor `set` may be called afterwards. */
	keep(): Promise<void>;
}

/** The key of a finding: a digest of the text that it is of, and of the name of its file. */
export const findingKey = (file: string, text: string | Uint8Array): string =>
	createHash('sha256').update(`${file}\n`).update(text).digest('base64url');

/**
 * Opens the findings called `name`. Those of another engine or another `site.ts` are dropped.
 * There are many, so values stay bytes until they are read. A line each: key and JSON.
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
	// Written immediately: collected in memory, those of ten thousand texts take hundreds of MB.
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
