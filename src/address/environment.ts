/** The address of the site, as the environment of the build gives it. */

import { Refusal } from '../problems.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Hosts that set the site's address while they build: the variable that identifies the host, then
 * the one that holds the address. Previews get the production address too, so canonical links
 * never change. Exception: Render gives a pull request's preview its own address.
 *
 * Not here, because they set no such variable: Codeberg (Forgejo Actions, Woodpecker), Cloudflare
 * Workers, Firebase, Azure Static Web Apps, Deno Deploy, Surge. GitHub Actions neither:
 * GITHUB_REPOSITORY names the repository, not the site; .github/workflows/deploy.yml asks
 * actions/configure-pages.
 */
const HOSTS: readonly (readonly [host: string, variable: string])[] = [
	// https://docs.netlify.com/build/configure-builds/environment-variables
	['NETLIFY', 'URL'],
	// https://vercel.com/docs/environment-variables/system-environment-variables
	['VERCEL', 'VERCEL_PROJECT_PRODUCTION_URL'],
	// https://developers.cloudflare.com/pages/configuration/build-configuration
	['CF_PAGES', 'CF_PAGES_URL'],
	// https://docs.gitlab.com/ci/variables/predefined_variables
	['GITLAB_CI', 'CI_PAGES_URL'],
	// https://render.com/docs/environment-variables
	['RENDER', 'RENDER_EXTERNAL_URL'],
];

/**
 * The address of the finished site and the variable that told it: `SITE_URL`, or what the host sets
 * while it builds.
 */
export function siteAddress(env: Environment): { address: string; from: string } | undefined {
	if (env['SITE_URL']) return { address: env['SITE_URL'], from: 'SITE_URL' };
	for (const [host, from] of HOSTS) {
		const value = env[host] && env[from];
		if (!value) continue;
		// Vercel's value has no scheme. Cloudflare's names one deployment: drop the 8 hex digits.
		const address = (value.includes('://') ? value : `https://${value}/`).replace(
			/^(https:\/\/)[0-9a-f]{8}\.(?=[^.]+\.pages\.dev)/,
			'$1',
		);
		return { address, from };
	}
	return undefined;
}

/**
 * The sentence for a build in CI (`CI` is set) without an address: it would publish links to
 * `localhost`. Otherwise undefined.
 */
export function addressSentence(env: Environment): string | undefined {
	const { CI } = env;
	if (!CI || CI === 'false' || CI === '0' || siteAddress(env)) return undefined;
	return `لم يُحدَّد رابط الموقع، والبناء هنا (CI) للنشر، فتشير روابطه كلها إلى جهاز البناء. حدّد الرابط في إعدادات المضيف أو في الأمر: SITE_URL=https://example.org/ npm run build. وإن كان البناء للتجربة وحدها: SITE_URL=${LOCAL} npm run build`;
}

/**
 * The build clock from `SOURCE_DATE_EPOCH`, in ms since 1970; undefined if it is not set.
 * @throws Refusal if it is not whole seconds: milliseconds would publish future articles.
 */
export function buildClock({ SOURCE_DATE_EPOCH: epoch }: Environment): number | undefined {
	if (!epoch) return undefined;
	// Of milliseconds there are thirteen digits.
	if (!/^\d{1,11}$/.test(epoch))
		throw new Refusal(
			`المتغيّر SOURCE_DATE_EPOCH غير صالح: «${epoch}». اكتب عدد الثواني منذ 1970، مثل SOURCE_DATE_EPOCH=1764000000.`,
		);
	return Number(epoch) * 1000;
}

/** The address of a build without SITE_URL: for trying, not for publishing. */
export const LOCAL = 'http://localhost:4321/';

/**
 * Splits the site's address, `https://example.org/news/`, into Astro's `site` and `base`.
 * @throws Refusal unless it is an absolute http(s) URL with a plain path,
 * without query or fragment.
 */
export function siteAndBase(address: string = LOCAL): { site: string; base: string } {
	const url = URL.parse(address);
	const base = url && (url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`);
	// Host and path are copied unescaped into server configurations. URL has already turned other
	// scripts into punycode (xn--…).
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
			`الرابط SITE_URL غير صالح: «${address}». اكتب رابطًا كاملًا مثل https://example.org/news/ بلا ? ولا #، ومساره حروف لاتينية وأرقام وشرطات (-) لا غير.`,
		);
	}
	return { site: url.origin, base };
}
