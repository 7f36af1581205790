/**
 * Files that a build writes after its pages. As routes of Astro, thousands of cached files would
 * each go through a request and a response.
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
export const postpone = (path: string, write: Write): void => void waiting.set(path, write);

/**
 * Writes all that is registered below `folder`. Paths that exist, from `public/`, are skipped.
 * @param tell Is called with each path.
 * @returns The skipped paths.
 */
export async function writeLater(folder: string, tell: (path: string) => void): Promise<string[]> {
	// Sorted, so that the pictures of one article share its decoded photograph and map. From the
	// end: `/pagefind` needs the most memory at once, and pictures fragment it.
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
