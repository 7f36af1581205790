import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Face } from 'harfbuzzjs';
import postcss from 'postcss';

const require = createRequire(import.meta.url);
/** The woff2 decoder that subset-font itself uses. */
const { convert }: { convert(font: Buffer, format: 'sfnt'): Promise<Buffer> } = createRequire(
	require.resolve('subset-font'),
)('fontverter');

let opened: Promise<unknown> = Promise.resolve();

/** Opens a font file, woff2 or TTF, with HarfBuzz, the shaper of browsers. */
export function openFace(file: string | URL): Promise<Face> {
	// One at a time: the decoder returns its own memory, which the next call overwrites.
	const face = opened.then(
		async () => new Face(new Blob(new Uint8Array(await convert(readFileSync(file), 'sfnt')))),
	);
	opened = face.catch(() => {});
	return face;
}

/** The URL of a package's file, by its path in `node_modules`. */
export function packaged(path: string): URL {
	return new URL(`../node_modules/${path}`, import.meta.url);
}

/** One `@font-face` of the site's sheet. */
export interface FontFace {
	family: string;
	weight: string;
	/** The font file; undefined for a face of the system. */
	file: URL | undefined;
	/** The percentage of a descriptor, such as `size-adjust`; undefined if it is not set. */
	percent(descriptor: string): number | undefined;
	/** Whether its `unicode-range` has the character. Without a range it has all. */
	claims(character: number): boolean;
}

/**
 * Every `@font-face` of some sheets of the site; of those of most pages: first the files, then the
 * faces of the system.
 */
export function fontFaces(names = ['letters', 'fonts', 'system-fonts']): FontFace[] {
	const faces: FontFace[] = [];
	for (const sheet of names.map((name) => new URL(`../src/styles/${name}.css`, import.meta.url)))
		postcss.parse(readFileSync(sheet, 'utf8')).walkAtRules('font-face', (rule) => {
			const descriptors = new Map<string, string>();
			rule.walkDecls(({ prop, value }) => void descriptors.set(prop, value));
			const file = /url\('([^']+)'\)/.exec(descriptors.get('src') ?? '')?.[1];
			const ranges = [
				...(descriptors.get('unicode-range') ?? 'U+0-10FFFF').matchAll(
					/U\+([\dA-F]+)(?:-([\dA-F]+))?/gi,
				),
			].map(([, first = '', last = first]) => [parseInt(first, 16), parseInt(last, 16)] as const);
			faces.push({
				family: (descriptors.get('font-family') ?? '').replaceAll("'", ''),
				weight: descriptors.get('font-weight') ?? '400',
				file: file ? new URL(file, sheet) : undefined,
				percent: (descriptor) => {
					const value = descriptors.get(descriptor);
					return value?.endsWith('%') ? parseFloat(value) : undefined;
				},
				claims: (character) =>
					ranges.some(([first, last]) => character >= first && character <= last),
			});
		});
	return faces;
}
