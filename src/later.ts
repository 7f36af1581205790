/**
 * What a build writes after its pages. As routes of Astro thousands of files that lie in the cache would go through its
 * requests and answers one by one.
 */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ofProcess } from './cache.ts';
import { mapLimited } from './map-limited.ts';

/** What writes the file, or the folder, of a path. */
type Write = (to: string) => Promise<void>;

const waiting = ofProcess('khabarLater', () => new Map<string, Write>());

/** The paths of what is still to be written. */
export const laterPaths = (): string[] => [...waiting.keys()];

/** Lets a file or a folder be written when all pages are. @param path Below the built folder: `/images/a/card.jpg`. */
export const later = (path: string, write: Write): void => void waiting.set(path, write);

/**
 * Writes what waits below a folder. What the publisher's `public/` has there stays.
 * @param tell Is told of each path.
 * @returns The paths that were taken.
 */
export async function writeLater(folder: string, tell: (path: string) => void): Promise<string[]> {
	// By path: what is drawn for one article is drawn from the same photograph and map. From the end: the index of the search
	// asks for the most memory at once, and pictures leave what there is in pieces.
	const all = [...waiting].sort(([one], [other]) => (one < other ? 1 : -1));
	const taken: string[] = [];
	waiting.clear();
	await mapLimited(all, 4, async ([path, write]) => {
		const to = join(folder, path);
		tell(path);
		if (existsSync(to)) return void taken.push(path);
		await mkdir(dirname(to), { recursive: true });
		await write(to);
	});
	return taken;
}
