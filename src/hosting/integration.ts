import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { addressSentence, LOCAL, siteAddress } from '../address/environment.ts';
import { archivePath } from '../address/paths.ts';
import { absolute, base, site as origin } from '../address/urls.ts';
import { now, publicationOf } from '../article/dates.ts';
import { contentNames, contentUrl } from '../article/files.ts';
import { readContent } from '../article/read.ts';
import { findingKey, openFindings } from '../cache.ts';
import { filesOf } from '../files-of.ts';
import { isText, OTHER_ENCODING, Refusal, refuse } from '../problems.ts';
import { site } from '../site.ts';
import { aliasRedirects } from './aliases.ts';
import { type BuildFacts, FACTS } from './build-facts.ts';
import { wantsCopies, writeCopies } from './copies.ts';
import { withDeferredScript } from './defer-scripts.ts';
import { headersFile } from './headers.ts';
import { contentSecurityPolicy, inlineHashes, withPolicy, withRelativeStyle } from './policy.ts';
import {
	cutAddresses,
	FILE,
	type Find,
	pageFile,
	type Redirect,
	readRedirects,
	redirectPage,
	redirectsFile,
	tableOf,
	type WrittenRedirect,
} from './redirects.ts';
import { styleCutter } from './used-style.ts';

/**
 * Makes the built files ready for any host: the policy in every page, what hosts read beside the pages, redirects, and
 * compressed copies. It changes files that other integrations wrote, so only `publish` comes after it.
 */
export default function hosting(): AstroIntegration {
	let project: URL;
	let cache: string;
	let hasCopies: boolean;
	return {
		name: 'hosting',
		hooks: {
			'astro:config:setup': ({ command, config, logger }) => {
				project = config.root;
				if (command !== 'build') return;
				const sentence = addressSentence(process.env);
				if (sentence) throw new Refusal(sentence);
				hasCopies = wantsCopies(process.env);
				cache = fileURLToPath(new URL('compressed/', config.cacheDir));
				if (!siteAddress(process.env))
					logger.warn(`
  لم يُحدَّد رابط الموقع، فبُني للتجربة وحدها على ${LOCAL}
  الروابط القانونية وبطاقات المشاركة والخلاصة وخريطة الموقع تشير كلها إلى هذا الجهاز، فلا تنشر هذا البناء.
  للنشر: SITE_URL=https://example.org/ npm run build
`);
				if (Date.parse(site.securityExpires) < Date.now())
					logger.warn('انقضت مدة security.txt. جدّد securityExpires في src/site.ts.');
			},
			'astro:build:done': async ({ dir, logger }) => {
				const root = fileURLToPath(dir);
				await removeLeftovers(root, logger);
				warnOfDomain(root, logger);
				warnOfTaken(project, logger);
				const redirects = await judgedRedirects(project, root);
				warnOfQueries(redirects, logger);
				const added = await writeRedirectPages(redirects, root);
				await finishPages(root, fileURLToPath(project));

				const facts: BuildFacts = { address: absolute('/'), redirects };
				await writeFile(join(root, FACTS), `${JSON.stringify(facts)}\n`);
				const entries = (await readdir(root, { withFileTypes: true }))
					.map((entry) => entry.name + (entry.isDirectory() ? '/' : ''))
					.filter((name) => !added.has(name))
					.sort();
				// Astro has copied the publisher's public/ already.
				const own = (name: string) =>
					existsSync(join(root, name)) ? readFileSync(join(root, name), 'utf8') : '';
				await writeFile(join(root, '_headers'), headersFile(entries, base, own('_headers')));
				await writeFile(
					join(root, '_redirects'),
					redirectsFile(redirects, base, own('_redirects')),
				);
				// GitHub Pages would leave out folders that begin with `_`.
				await writeFile(join(root, '.nojekyll'), '');
				if (hasCopies) await writeCopies(root, cache);
			},
		},
	};
}

/** The redirects of the project, judged against the built site. A missing file means none. */
async function judgedRedirects(project: URL, root: string): Promise<Redirect[]> {
	const file = new URL(FILE, project);
	const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
	if (!isText(bytes)) refuse('الروابط المحوَّلة', [{ file: FILE, message: OTHER_ENCODING }]);
	const find: Find = (path) => {
		const page = path.endsWith('/') ? path : `${path}/`;
		if (existsSync(join(root, page, 'index.html'))) return page;
		return existsSync(join(root, path)) && statSync(join(root, path)).isFile() ? path : undefined;
	};
	const { redirects, problems } = readRedirects(bytes.toString('utf8'));
	const archive = join(root, archivePath(), 'index.html');
	const cut = existsSync(archive) ? cutAddresses(readFileSync(archive, 'utf8')) : [];
	const judged = tableOf([...redirects, ...(await aliases(project))], find, cut);
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
 * Writes pages for hosts without redirects, such as GitHub Pages. Other hosts answer redirects before files, except
 * Netlify and GitLab: there a page would hide the redirect, so none is written. Returns the new names at the root.
 */
async function writeRedirectPages(
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
			// No file can stand there: a name over 255 bytes (128 Arabic letters), or one below another file.
			if (!/^(?:ENAMETOOLONG|ENOTDIR|EEXIST|EISDIR)$/.test(`${Object(error).code}`)) throw error;
			continue;
		}
		if (isNew) added.add(rest.length > 0 ? `${first}/` : first);
	}
	return added;
}

/** Warns on hosts whose redirects ignore the query. */
function warnOfQueries(redirects: readonly Redirect[], logger: AstroIntegrationLogger): void {
	const { CF_PAGES, GITHUB_ACTIONS, GITLAB_CI } = process.env;
	const count = redirects.filter(({ query }) => query).length;
	if (count > 0 && (CF_PAGES || GITHUB_ACTIONS || GITLAB_CI))
		logger.warn(
			`في ${FILE} روابط فيها علامة استفهام، عددها ${count}، ولا يحوّلها Cloudflare Pages ولا GitHub Pages ولا GitLab Pages. لتعمل انشر على مضيف آخر: docs/publishing.md.`,
		);
}

const LEFTOVER = /(?:^|\/)(?:\.git(?:keep|ignore|attributes)|\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** Of the files with a dot before their name, those that hosts read or anybody may. */
const DOTTED = /(?:^|\/)\.(?!well-known\/|(?:htaccess|nojekyll|domains|surgeignore)$)[^/]*/;

/**
 * Removes what Git and file managers leave in public/: a .DS_Store names files that nobody publishes. And hidden
 * files, such as an .env with passwords or a .git, which most hosts would send to whoever asks; of these it warns.
 */
async function removeLeftovers(root: string, logger: AstroIntegrationLogger): Promise<void> {
	const hidden = new Set<string>();
	for (const name of await filesOf(root)) {
		const dotted = DOTTED.exec(name);
		if (LEFTOVER.test(name)) await rm(join(root, name));
		else if (dotted) hidden.add(name.slice(0, dotted.index) + dotted[0]);
	}
	for (const name of hidden) {
		await rm(join(root, name), { recursive: true });
		logger.warn(
			`لم يُنشر public/${name}، فما يبدأ اسمه بنقطة مخفي لا يُنشر. إن أردت نشره فسمّه بلا نقطة، وإلا فانقله من public/.`,
		);
	}
}

/**
 * Warns where `public/CNAME`, from which GitHub Pages reads its domain, names another host than the site is built
 * for.
 */
function warnOfDomain(root: string, logger: AstroIntegrationLogger): void {
	const file = join(root, 'CNAME');
	const domain = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
	const { hostname } = new URL(origin);
	if (domain !== undefined && URL.parse(`https://${domain}`)?.hostname !== hostname)
		logger.warn(
			`في public/CNAME النطاق «${domain}»، والموقع مبني على ${hostname}. صحّح الملف أو ابنِ برابطه: SITE_URL=https://${domain}/ npm run build`,
		);
}

/** Warns of files in public/ that the engine's own take the place of. */
function warnOfTaken(project: URL, logger: AstroIntegrationLogger): void {
	for (const name of ['sw.js', FACTS])
		if (existsSync(new URL(`public/${name}`, project)))
			logger.warn(`لم يُنشر public/${name}، ففي موضعه ملف يكتبه المحرّك. غيّر اسمه إن أردت نشره.`);
}

/**
 * Lets each page's script wait, leaves in its style what it uses, and puts into it a policy with the hashes of its own
 * inline style and script. What the publisher laid ready in public/ keeps its style: only we know our scripts.
 */
async function finishPages(root: string, project: string): Promise<void> {
	const known = await openFindings(project, 'inline');
	const names = await filesOf(root);
	const own = new Set(await filesOf(join(project, 'public')));
	const scripts = names.filter((name) => /^_astro\/.*\.js$/.test(name));
	const withUsedStyle = styleCutter(
		scripts.map((name) => readFileSync(join(root, name), 'utf8')).join('\n'),
	);
	for (const name of names.filter((name) => /\.html?$/.test(name))) {
		const file = join(root, name);
		const page = withDeferredScript(readFileSync(file, 'utf8'));
		const html = withRelativeStyle(own.has(name) ? page : withUsedStyle(page), name, base);
		const key = findingKey('', html);
		const last = known.get(key) as ReturnType<typeof inlineHashes> | undefined;
		const hashes = last ?? inlineHashes(html);
		if (!last) known.set(key, hashes);
		writeFileSync(file, withPolicy(html, contentSecurityPolicy(hashes, origin, name)));
	}
	await known.keep();
}
