/**
 * Every internal address goes through here, so that a base path can never be forgotten.
 * Paths are given from the site's root with a leading slash: `/about/`.
 */
import { siteAddress } from './environment.ts';
import { Refusal } from './problems.ts';

/** The address that a build without SITE_URL stands under: good for a look, not for publishing. */
export const LOCAL = 'http://localhost:4321/';

/**
 * Astro's `site` and `base` from the one address that is known: `https://example.org/news/`.
 * @throws with a sentence in Arabic when it is not an absolute http(s) address without query and fragment.
 */
export function siteAndBase(address: string = LOCAL): { site: string; base: string } {
	const url = URL.parse(address);
	if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
		throw new Refusal(`العنوان SITE_URL غير صالح: «${address}». اكتب عنوانًا كاملًا مثل https://example.org/news/ بلا ? ولا #.`);
	}
	return { site: url.origin, base: url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/` };
}

/** A path put under a base: `/about/` under `/news/` is `/news/about/`. */
export function under(base: string, path: string): string {
	return base.replace(/\/$/, '') + path;
}

/**
 * Where this build will stand. Read here and not from `import.meta.env`, which any variable of the environment by the
 * name of BASE_URL would overrule.
 */
export const { site, base } = siteAndBase(siteAddress(process.env)?.address);

/** The href of a page or file of this site. */
export function path(to: string): string {
	return under(base, to);
}

/** The same with origin, for what leaves the site: canonical links, previews, feeds. */
export function absolute(to: string): string {
	return new URL(path(to), site).href;
}

/** The permalink path of an article. */
export function articlePath(slug: string): string {
	return `/articles/${slug}/`;
}

/** The path of a picture made for other sites to show: the share card `card`, or `map-16x9`; without a slug the site's own card. */
export function imagePath(name: string, slug?: string): string {
	return `/images/${slug ? `${slug}/` : ''}${name}.jpg`;
}
