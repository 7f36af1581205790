import { basename } from 'node:path/posix';
import { isScalar } from 'yaml';
import { readOldAddress } from '../address/old-address.ts';
import { aliasPath, articlePath } from '../address/paths.ts';
import type { Reading } from '../article/read.ts';
import { position } from '../problems.ts';
import type { WrittenRedirect } from './redirects.ts';

/** The redirects from an article's `aliases`, which the desk has judged. */
export function aliasRedirects(file: string, reading: Reading): WrittenRedirect[] {
	const { data, document, source } = reading;
	const aliases: string[] = Object(data).aliases ?? [];
	const to = articlePath(basename(file, '.mdx'));
	return aliases.flatMap((alias, index) => {
		const from = readOldAddress(aliasPath(alias));
		if (typeof from === 'string') return [];
		const node = document.getIn(['aliases', index], true);
		const offset = isScalar(node) ? (node.range?.[0] ?? 0) : 0;
		const { line } = position(source, source.indexOf('\n') + 1 + offset);
		return { ...from, to, status: 301, file, line, field: `aliases[${index}]` };
	});
}
