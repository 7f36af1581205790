/**
 * Every internal address goes through here, so that a base path can never be forgotten.
 * Paths are given from the site's root with a leading slash: `/about/`.
 */
import { siteAddress, siteAndBase } from './environment.ts';
import { under } from './paths.ts';

export * from './paths.ts';

/**
 * Origin and base of this build. Not from `import.meta.env`: a BASE_URL in the environment would
 * override it.
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
