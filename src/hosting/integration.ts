import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { addressSentence, LOCAL, siteAddress } from '../address/environment.ts';
import { absolute, base, site as origin } from '../address/urls.ts';
import { filesOf } from '../files-of.ts';
import { findingKey, openFindings } from '../findings.ts';
import { describe, isError, Refusal, refuse } from '../problems.ts';
import { site } from '../site.ts';
import { type BuildFacts, FACTS } from './build-facts.ts';
import { wantsCopies, writeCopies } from './copies.ts';
import { withDeferredScript } from './defer-scripts.ts';
import { headersFile } from './headers.ts';
import { contentSecurityPolicy, inlineHashes, withPolicy, withRelativeStyle } from './policy.ts';
import { publicProblems, warnOfDomain, warnOfTaken } from './public-files.ts';
import { judgedRedirects, warnOfQueries, writeRedirectPages } from './redirect-files.ts';
import { redirectsFile } from './redirects.ts';
import { withSingleSpaces } from './single-spaces.ts';
import { styleCutter } from './used-style.ts';

/**
 * Makes the built files ready for any host: the policy in every page, what hosts read beside the
 * pages, redirects, and compressed copies. It changes files that other integrations wrote, so only
 * `publish` comes after it.
 */
export default function hosting(): AstroIntegration {
	let project: URL;
	let cache: string;
	let hasCopies: boolean;
	return {
		name: 'hosting',
		hooks: {
			'astro:config:setup': async ({ command, config, logger }) => {
				project = config.root;
				if (command !== 'build') return;
				const sentence = addressSentence(process.env);
				if (sentence) throw new Refusal(sentence);
				const problems = await publicProblems(project);
				refuse('مجلد public', problems.filter(isError));
				for (const problem of problems) logger.warn(describe(problem));
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

/**
 * Finishes each page: defers its script, drops unused rules of its style, collapses spaces between
 * tags, and adds a policy with the hashes of its inline style and script. Pages of public/ stay as
 * they are.
 */
async function finishPages(root: string, project: string): Promise<void> {
	const known = await openFindings(project, 'inline');
	const names = filesOf(root);
	const own = new Set(filesOf(join(project, 'public')));
	const scripts = names.filter((name) => /^_astro\/.*\.js$/.test(name));
	const withUsedStyle = styleCutter(
		scripts.map((name) => readFileSync(join(root, name), 'utf8')).join('\n'),
	);
	for (const name of names.filter((name) => /\.html?$/.test(name) && !own.has(name))) {
		const file = join(root, name);
		const page = withDeferredScript(readFileSync(file, 'utf8'));
		const html = withRelativeStyle(withUsedStyle(withSingleSpaces(page)), name, base);
		const key = findingKey('', html);
		const last = known.get(key) as ReturnType<typeof inlineHashes> | undefined;
		const hashes = last ?? inlineHashes(html);
		if (!last) known.set(key, hashes);
		writeFileSync(file, withPolicy(html, contentSecurityPolicy(hashes, origin, name)));
	}
	await known.keep();
}
