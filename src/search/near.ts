/**
 * Finds the nearest address to a missing one, for a page that may not load a list of all. Each
 * address is filed under a few fingerprints of its letters (MinHash). A similar one shares at
 * least one, so only few files are loaded (A. Broder, “On the Resemblance and Containment of
 * Documents”, 1997).
 */

/** An address of the site and what it leads to. */
export interface Place {
	path: string;
	title: string;
}

/**
 * Fingerprints of an address. Two addresses that share two thirds of their triples share one in 97
 * of 100 cases.
 */
const FINGERPRINTS = 6;
/** So many addresses a file holds on the average. */
const LENGTH = 60;
/** The least similarity of a suggestion, 0 to 1: shared triples by all triples (Jaccard). */
const LEAST = 0.3;

/** Into how many files so many addresses go. */
export const fileCount = (places: number): number =>
	Math.max(1, Math.ceil((places * FINGERPRINTS) / LENGTH));

/**
 * The last part of an address, without what is no name: `/2015/06/book-fair.html` is `book-fair`.
 */
export function nameOf(address: string): string {
	let path = address;
	try {
		path = decodeURIComponent(address);
	} catch {
		// Half a percent code: as it stands.
	}
	const name = path
		.toLowerCase()
		.replace(/\.(?:html?|php|aspx?)$/, '')
		.replace(/[^\p{L}\p{N}/]+/gu, ' ');
	return name.split('/').findLast((part) => part.trim()) ?? '';
}

/** Each three letters in a row. */
function triples(name: string): Set<string> {
	const padded = ` ${name.trim()} `;
	return new Set(
		Array.from({ length: Math.max(1, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)),
	);
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string, seed: number): number {
	let sum = 0x811c9dc5 ^ seed;
	for (let at = 0; at < text.length; at++)
		sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
	// The last letter, too, moves all bits.
	return Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d) >>> 0;
}

/** The numbers of the files that an address belongs into, of `files`. */
export function filesFor(address: string, files: number): number[] {
	const all = [...triples(nameOf(address))];
	const least = (seed: number) =>
		Math.min(...all.map((three) => hash(three, Math.imul(seed, 0x9e3779b1))));
	// Two minima each: one alone is shared by all addresses with a frequent word.
	const prints = Array.from(
		{ length: FINGERPRINTS },
		(_, at) => Math.imul(least(2 * at), 31) + least(2 * at + 1),
	);
	return [...new Set(prints.map((print) => (print >>> 0) % files))];
}

/** The places of each file, in their order. */
export function filed(places: readonly Place[]): Place[][] {
	const files: Place[][] = Array.from({ length: fileCount(places.length) }, () => []);
	for (const place of places)
		for (const file of filesFor(place.path, files.length)) files[file]?.push(place);
	return files;
}

/** The place whose address is most like the one asked for; undefined where none is like it. */
export function nearest(address: string, places: readonly Place[]): Place | undefined {
	const asked = triples(nameOf(address));
	let [best, most]: [Place | undefined, number] = [undefined, LEAST];
	for (const place of places) {
		const own = triples(nameOf(place.path));
		const shared = [...own].filter((three) => asked.has(three)).length;
		const alike = shared / (asked.size + own.size - shared);
		if (alike >= most) [best, most] = [place, alike];
	}
	return best;
}
