/** What publishers lay into `public/` that cannot be published as it is. */
import { constants, existsSync, readFileSync } from 'node:fs';
import { access, readdir, realpath, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { site as origin } from '../address/urls.ts';
import { filesOf } from '../files-of.ts';
import { diskSentence, type Problem } from '../problems.ts';
import { FACTS } from './build-facts.ts';
import { routeFolders } from './route-folders.ts';

/**
 * Files that Git, file managers, Word and editors leave. Some name the writer or hold an older
 * text.
 */
const LEFTOVER =
	/^(?:.*\/)?(?:__MACOSX(?=\/)|(?:\.git(?:keep|ignore|attributes)|\.DS_Store|Icon\r|(?:eh)?thumbs\.db|desktop\.ini|~\$[^/]*|#[^/]*#|[^/]*(?:~|\.bak|\.orig|\.tmp))$)/i;

/** Hidden files, but for those that hosts read or that are public (`.well-known/`). */
const DOTTED = /(?:^|\/)\.(?!well-known\/|(?:htaccess|nojekyll|domains|surgeignore)$)[^/]*/;

/**
 * Removes what Git, editors and file managers leave in public/: a .DS_Store names files that nobody
 * publishes. And hidden files, such as an .env with passwords or a .git, which most hosts would
 * send to whoever asks; of these it warns.
 */
async function removeLeftovers(root: string, logger: AstroIntegrationLogger): Promise<void> {
	const hidden = new Set<string>();
	for (const name of filesOf(root)) {
		const dotted = DOTTED.exec(name);
		const [leftover] = LEFTOVER.exec(name) ?? [];
		if (leftover) await rm(join(root, leftover), { recursive: true, force: true });
		else if (dotted) hidden.add(name.slice(0, dotted.index) + dotted[0]);
	}
	for (const name of hidden) {
		await rm(join(root, name), { recursive: true });
		logger.warn(
			`لم يُنشر public/${name}، فما يبدأ اسمه بنقطة مخفي لا يُنشر. إن أردت نشره فسمّه بلا نقطة، وإلا فانقله من public/.`,
		);
	}
}

/** Leaves out what nobody meant to publish. It stands before the gates, which would judge it. */
export const leftovers = (): AstroIntegration => ({
	name: 'public',
	hooks: {
		'astro:build:done': ({ dir, logger }) => removeLeftovers(fileURLToPath(dir), logger),
	},
});

/**
 * What in public/ cannot be copied: a link that leads nowhere or to what holds it, what this
 * account may not read, names of Windows' folders, and files where the site has a folder. A link
 * out of the project is warned of: on another machine it leads to what nobody meant.
 */
export async function publicProblems(project: URL): Promise<Problem[]> {
	const root = fileURLToPath(new URL('public', project));
	if (!existsSync(root)) return [];
	const folders = ['_astro', ...routeFolders()];
	const home = await realpath(project);
	const problems: Problem[] = [];
	for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		const file = `public${path.slice(root.length).replaceAll(sep, '/')}`;
		const lost = { file, message: 'وصلة (symlink) لا تؤدي إلى ملف. صحّحها أو احذفها.' };
		if (entry.name.includes('\\'))
			problems.push({
				file,
				message: `في اسم الملف «${entry.name}» شرطة Windows (\\)، فكأنه في مجلد وليس فيه. انقله إلى مجلده وسمِّه بلا شرطة.`,
			});
		const isFolderOfSite =
			folders.includes(entry.name) ||
			existsSync(new URL(`content/pages/${entry.name}.mdx`, project));
		if (join(root, entry.name) === path && entry.isFile() && isFolderOfSite)
			problems.push({
				file,
				message: `للموقع مجلد باسم ${entry.name}/، فلا يُنشر ملف بهذا الاسم. سمِّه باسم آخر أو احذفه.`,
			});
		try {
			await access(path, constants.R_OK);
			const target = entry.isSymbolicLink() && (await realpath(path));
			if (!target) continue;
			if (join(path, sep).startsWith(join(target, sep))) problems.push(lost);
			else if (!target.startsWith(join(home, sep)))
				problems.push({
					file,
					message: `وصلة (symlink) إلى خارج المشروع، ويُنشر ما فيها: ${target}. إن لم ترد ذلك فاحذفها.`,
					severity: 'warning',
				});
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			problems.push({ ...lost, message: diskSentence(code, file) ?? lost.message });
		}
	}
	return problems;
}

/**
 * Warns where `public/CNAME`, from which GitHub Pages reads its domain, names another host than the
 * site is built for.
 */
export function warnOfDomain(root: string, logger: AstroIntegrationLogger): void {
	const file = join(root, 'CNAME');
	const domain = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
	const { hostname } = new URL(origin);
	if (domain !== undefined && URL.parse(`https://${domain}`)?.hostname !== hostname)
		logger.warn(
			`في public/CNAME النطاق «${domain}»، والموقع مبني على ${hostname}. صحّح الملف أو ابنِ برابطه: SITE_URL=https://${domain}/ npm run build`,
		);
}

/** Warns of files in public/ that the engine's own take the place of. */
export function warnOfTaken(project: URL, logger: AstroIntegrationLogger): void {
	for (const name of ['sw.js', FACTS])
		if (existsSync(new URL(`public/${name}`, project)))
			logger.warn(`لم يُنشر public/${name}، ففي موضعه ملف يكتبه المحرّك. غيّر اسمه إن أردت نشره.`);
}
