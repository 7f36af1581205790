/**
 * Redirects between the project's files and those of the built site: redirects.ts judges and writes
 * them.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import { archivePath } from '../address/paths.ts';
import { absolute } from '../address/urls.ts';
import { now, publicationOf } from '../article/dates.ts';
import { contentNames, contentUrl } from '../article/files.ts';
import { readContent } from '../article/read.ts';
import { isText, OTHER_ENCODING, refuse } from '../problems.ts';
import { aliasRedirects } from './aliases.ts';
import { elementsOf } from './policy.ts';
import {
	cutAddresses,
	FILE,
	type Find,
	type Holds,
	pageFile,
	type Redirect,
	readRedirects,
	redirectPage,
	tableOf,
	type WrittenRedirect,
} from './redirects.ts';

/** The redirects of the project, judged against the built site. A missing file means none. */
export async function judgedRedirects(project: URL, root: string): Promise<Redirect[]> {
	const file = new URL(FILE, project);
	const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
	if (!isText(bytes)) refuse('الروابط المحوَّلة', [{ file: FILE, message: OTHER_ENCODING }]);
	const find: Find = (path) => {
		const page = path.endsWith('/') ? path : `${path}/`;
		if (existsSync(join(root, page, 'index.html'))) return page;
		return existsSync(join(root, path)) && statSync(join(root, path)).isFile() ? path : undefined;
	};
	const holds: Holds = (page, id) => {
		const elements = elementsOf(readFileSync(join(root, page, 'index.html'), 'utf8'));
		return elements.some(({ tagName, attrs }) =>
			attrs.some(
				({ name, value }) =>
					value === id && (name === 'id' || (name === 'name' && tagName === 'a')),
			),
		);
	};
	const { redirects, problems } = readRedirects(bytes.toString('utf8'));
	const archive = join(root, archivePath(), 'index.html');
	const cut = existsSync(archive) ? cutAddresses(readFileSync(archive, 'utf8')) : [];
	const judged = tableOf([...redirects, ...(await aliases(project))], find, holds, cut);
	const all = [...problems, ...judged.problems];
	refuse(
		'الروابط المحوَّلة',
		all.sort(
			(a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || (a.line ?? 0) - (b.line ?? 0),
		),
	);
	return judged.table;
}

/** The redirects from the addresses that published articles had before. */
async function aliases(project: URL): Promise<WrittenRedirect[]> {
	const redirects: WrittenRedirect[] = [];
	for (const file of await contentNames('content/articles/', project)) {
		const raw = await readFile(contentUrl(file, project), 'utf8');
		// Few have any: the others are not parsed once more.
		if (!raw.includes('aliases')) continue;
		const reading = readContent(file, raw);
		if (publicationOf(reading.data) <= now()) redirects.push(...aliasRedirects(file, reading));
	}
	return redirects;
}

/**
 * Writes pages for hosts without redirects, such as GitHub Pages. Other hosts answer redirects
 * before files, except Netlify and GitLab: there a page would hide the redirect, so none is
 * written. Returns the new names at the root.
 */
export async function writeRedirectPages(
	redirects: readonly Redirect[],
	root: string,
): Promise<ReadonlySet<string>> {
	const { NETLIFY, GITLAB_CI } = process.env;
	const added = new Set<string>();
	if (NETLIFY || GITLAB_CI) return added;
	for (const redirect of redirects) {
		const file = pageFile(redirect);
		if (!file) continue;
		const [first = '', ...rest] = file.split('/');
		const isNew = !existsSync(join(root, first));
		const { to } = redirect;
		try {
			await mkdir(dirname(join(root, file)), { recursive: true });
			await writeFile(join(root, file), redirectPage(to.startsWith('/') ? absolute(to) : to));
		} catch (error) {
			// No file can stand there: a name over 255 bytes (128 Arabic letters), or one below another
			// file.
			if (!/^(?:ENAMETOOLONG|ENOTDIR|EEXIST|EISDIR)$/.test(`${Object(error).code}`)) throw error;
			continue;
		}
		if (isNew) added.add(rest.length > 0 ? `${first}/` : first);
	}
	return added;
}

/** Warns on hosts whose redirects ignore the query. */
export function warnOfQueries(
	redirects: readonly Redirect[],
	logger: AstroIntegrationLogger,
): void {
	const { CF_PAGES, GITHUB_ACTIONS, GITLAB_CI } = process.env;
	const count = redirects.filter(({ query }) => query).length;
	if (count > 0 && (CF_PAGES || GITHUB_ACTIONS || GITLAB_CI))
		logger.warn(
			`في ${FILE} روابط فيها علامة استفهام، عددها ${count}، ولا يحوّلها Cloudflare Pages ولا GitHub Pages ولا GitLab Pages. لتعمل انشر على مضيف آخر: docs/publishing.md.`,
		);
}
