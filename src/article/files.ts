import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { mapLimited } from '../map-limited.ts';

/** The files of a folder of content; none where it is missing, for git keeps no empty folder. */
export async function contentFiles(
	folder: string,
	root: URL,
): Promise<{ file: string; bytes: Buffer }[]> {
	const base = new URL(folder, root);
	const names = existsSync(base) ? await readdir(base, { recursive: true }) : [];
	const files = names
		.map((name) => folder + name.replaceAll('\\', '/'))
		.filter((name) => /\.mdx?$/.test(name))
		.sort();
	return mapLimited(files, 32, async (file) => ({
		file,
		bytes: await readFile(new URL(file, root)),
	}));
}
