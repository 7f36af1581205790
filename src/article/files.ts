import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { mapLimited } from '../map-limited.ts';

/** A file of content as it stands on the disk. */
export interface ContentFile {
	/** From the project's folder: `content/articles/x.mdx`. */
	file: string;
	bytes: Buffer;
	/** The bytes as UTF-8. */
	raw: string;
}

/** The names of a folder's files of content, in one order everywhere; none where it is missing, for git keeps no empty folder. */
export async function contentNames(folder: string, root: URL): Promise<string[]> {
	const base = new URL(folder, root);
	const names = existsSync(base) ? await readdir(base, { recursive: true }) : [];
	return names
		.map((name) => folder + name.replaceAll('\\', '/'))
		.filter((name) => /\.mdx?$/.test(name))
		.sort();
}

/** What files of content hold. */
export function readFiles(files: readonly string[], root: URL): Promise<ContentFile[]> {
	return mapLimited(files, 32, async (file) => {
		const bytes = await readFile(new URL(file, root));
		return { file, bytes, raw: bytes.toString('utf8') };
	});
}
