import { basename } from 'node:path/posix';
import { readOldAddress } from '../address/old-address.ts';
import { aliasPath, articlePath } from '../address/paths.ts';
import { placeOf, type Reading } from '../article/read.ts';
import { position } from '../problems.ts';
import type { WrittenRedirect } from './redirects.ts';

/** The redirects from an article's `aliases`, which the desk has judged. */
export function aliasRedirects(file: string, reading: Reading): WrittenRedirect[] {
	const aliases: string[] = Object(reading.data).aliases ?? [];
	const to = articlePath(basename(file, '.mdx'));
	return aliases.flatMap((alias, index) => {
		const from = readOldAddress(aliasPath(alias));
		if (typeof from === 'string') return [];
		const { line } = position(reading.source, placeOf(reading, ['aliases', index]));
		return { ...from, to, status: 301, file, line, field: `aliases[${index}]` };
	});
}
