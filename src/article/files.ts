import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mapLimited } from '../map-limited.ts';

/** A file of content as it stands on the disk. */
export interface ContentFile {
	/** From the project's folder: `content/articles/x.mdx`. */
	file: string;
	bytes: Buffer;
	/** The bytes as UTF-8. */
	raw: string;
}

/**
 * Content files, and near misses to report: `X.MDX`, or `x.mdx.txt` from Windows Notepad. Not the
 * hidden files of systems and editors: `._x.mdx`, `.#x.mdx`, `.obsidian/x.md`.
 */
const CONTENT = /^(?:[^./][^/]*\/)*[^./][^/]*\.(?:mdx?|markdown)(?:\.txt)?$/i;

/**
 * The names of a folder's files of content, in one order everywhere; none where it is missing, for
 * git keeps no empty folder.
 */
export async function contentNames(folder: string, root: URL): Promise<string[]> {
	const base = fileURLToPath(new URL(folder, root));
	const entries = existsSync(base)
		? await readdir(base, { recursive: true, withFileTypes: true })
		: [];
	return entries
		.filter((entry) => !entry.isDirectory())
		.map(({ parentPath, name }) => relative(base, join(parentPath, name)).replaceAll('\\', '/'))
		.filter((name) => CONTENT.test(name))
		.map((name) => folder + name)
		.sort();
}

/** Where a file of content stands. Its name may have `#`, `?` and `%`. */
export const contentUrl = (file: string, root: URL): URL =>
	new URL(file.split('/').map(encodeURIComponent).join('/'), root);

/** For `catch`: undefined if the file is missing. Throws every other error again. */
export const noneIfMissing = (error: NodeJS.ErrnoException): undefined => {
	if (error.code !== 'ENOENT') throw error;
};

/**
 * Reads files of content. One that is missing is left out: editors replace a file when they save
 * it.
 */
export async function readFiles(files: readonly string[], root: URL): Promise<ContentFile[]> {
	const read = await mapLimited(files, 32, async (file) => {
		const bytes = await readFile(contentUrl(file, root)).catch(noneIfMissing);
		return bytes && { file, bytes, raw: bytes.toString('utf8') };
	});
	return read.filter((one) => one !== undefined);
}
