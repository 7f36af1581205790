import { type CollectionEntry, getCollection } from 'astro:content';
import type { ImageMetadata } from 'astro';
import { profilePath } from '../address/urls.ts';
import type { ProfileData } from './profile.ts';

type Entry = CollectionEntry<'people'>;

/** Somebody who writes for the newspaper, with a page (`content/people/<slug>.mdx`). */
export interface Profile extends ProfileData {
	slug: string;
	/** The file of `picture`, for Astro's image service. */
	image?: ImageMetadata;
	/** For Astro's `render`. */
	entry: Entry;
}

/** An author as an article names them: with a page where `content/people/` has one by that name. */
export interface Author extends Partial<ProfileData> {
	name: string;
	image?: ImageMetadata;
	/** From the site's root. */
	path?: string;
}

let all: Promise<Profile[]> | undefined;

/** The profiles, by their slugs. Collected once. */
export function profiles(): Promise<Profile[]> {
	all ??= getCollection('people').then((entries) =>
		entries.map((entry) => {
			const { facts, image } = entry.data;
			return { ...facts, ...(image && { image }), slug: entry.id, entry };
		}),
	);
	return all;
}

/** The authors of an article by the names in its frontmatter. */
export function authorsOf(names: readonly string[], known: readonly Profile[]): Author[] {
	return names.map((name) => {
		const profile = known.find((one) => one.name === name);
		return profile ? { ...profile, path: profilePath(profile.slug) } : { name };
	});
}
