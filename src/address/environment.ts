/** What the machine that builds tells of itself: where the site will stand. */

import { Refusal } from '../problems.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The address of the finished site and the variable that told it: `SITE_URL`, or what the host sets while it builds. Of a
 * host's addresses it is the site's own, not that of one deployment, for previews too: a canonical link must not change.
 * Sources: docs.netlify.com/build/configure-builds/environment-variables, vercel.com/docs/environment-variables/system-environment-variables,
 * developers.cloudflare.com/pages/configuration/build-configuration, docs.github.com/actions/reference/workflows-and-actions/variables
 */
export function siteAddress(env: Environment): { address: string; from: string } | undefined {
	const {
		SITE_URL,
		NETLIFY,
		URL,
		VERCEL,
		VERCEL_PROJECT_PRODUCTION_URL,
		CF_PAGES,
		CF_PAGES_URL,
		GITHUB_ACTIONS,
		GITHUB_REPOSITORY,
	} = env;
	if (SITE_URL) return { address: SITE_URL, from: 'SITE_URL' };
	if (NETLIFY && URL) return { address: URL, from: 'URL' };
	if (VERCEL && VERCEL_PROJECT_PRODUCTION_URL)
		return {
			address: `https://${VERCEL_PROJECT_PRODUCTION_URL}/`,
			from: 'VERCEL_PROJECT_PRODUCTION_URL',
		};
	// https://8f3c1d2e.project.pages.dev is one deployment of https://project.pages.dev
	if (CF_PAGES && CF_PAGES_URL)
		return {
			address: CF_PAGES_URL.replace(/^(https:\/\/)[0-9a-f]{8}\.(?=[^.]+\.pages\.dev)/, '$1'),
			from: 'CF_PAGES_URL',
		};
	if (GITHUB_ACTIONS && GITHUB_REPOSITORY) {
		if (!/^[\w.-]+\/[\w.-]+$/.test(GITHUB_REPOSITORY))
			throw new Refusal(
				`GITHUB_REPOSITORY غير صالح: «${GITHUB_REPOSITORY}». صورته owner/repository، أو حدّد العنوان: SITE_URL=https://example.org/ npm run build`,
			);
		const [owner = '', name = ''] = GITHUB_REPOSITORY.toLowerCase().split('/');
		const host = `${owner}.github.io`;
		// The name of a repository is compared without case, its path is not.
		return {
			address: `https://${host}/${name === host ? '' : `${GITHUB_REPOSITORY.split('/')[1]}/`}`,
			from: 'GITHUB_REPOSITORY',
		};
	}
	return undefined;
}

/** The address that a build without SITE_URL stands under: good for a look, not for publishing. */
export const LOCAL = 'http://localhost:4321/';

/**
 * Astro's `site` and `base` from the one address that is known: `https://example.org/news/`.
 * @throws with a sentence in Arabic when it is not an absolute http(s) address with a plain path, without query and fragment.
 */
export function siteAndBase(address: string = LOCAL): { site: string; base: string } {
	const url = URL.parse(address);
	const base = url && (url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`);
	// It goes into configurations as it is, host and path. Hosts in other letters are in Latin ones here: xn--….
	if (
		!url ||
		!base ||
		!/^https?:$/.test(url.protocol) ||
		url.search ||
		url.hash ||
		url.username ||
		url.password ||
		!/^(?:[\w.-]+|\[[\da-f:.]+\])$/.test(url.hostname) ||
		!/^\/(?:[\w.~-]+\/)*$/.test(base)
	) {
		throw new Refusal(
			`العنوان SITE_URL غير صالح: «${address}». اكتب عنوانًا كاملًا مثل https://example.org/news/ بلا ? ولا #، ومساره حروف لاتينية وأرقام وشرطات (-) لا غير.`,
		);
	}
	return { site: url.origin, base };
}
