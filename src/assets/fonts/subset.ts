/**
 * Cuts the files of the site's typeface out of the pinned npm package: `npm run fonts`. Two variable woff2 for pages, and
 * the same letters as two TTF of weight 600, by which the build draws pictures; no page asks for those.
 * The character set is fixed, not taken from the articles, so that a new article needs no new font.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const here = new URL('./', import.meta.url);
const source = new URL('../../../node_modules/@fontsource-variable/noto-naskh-arabic/', import.meta.url);

const range = (first: number, last: number) => String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));

/** Letters, marks, both families of digits and the punctuation of Arabic; joiners, space and direction marks. */
const arabic = range(0x60c, 0x60c) + range(0x61b, 0x61b) + range(0x61f, 0x61f) + range(0x621, 0x63a) + range(0x640, 0x652) + range(0x660, 0x671) + ' \u00a0\u200c\u200d\u200e\u200f';
/** ASCII, « », dashes, and the accents of the Spanish names that this news has. */
const latin = range(0x20, 0x7e) + '\u00a0«»–—…áéíóñ';

/** What joins and places the letters of Arabic, and sets Latin beside it; stylistic sets and other languages' forms are left out. */
const scripts = {
	arabic: { text: arabic, keepFeatures: ['ccmp', 'init', 'medi', 'fina', 'rlig', 'calt', 'liga', 'mark', 'mkmk'] },
	latin: { text: latin, keepFeatures: ['ccmp', 'liga', 'mark', 'kern', 'locl'] },
};

for (const [script, { text, keepFeatures }] of Object.entries(scripts)) {
	const original = await readFile(new URL(`files/noto-naskh-arabic-${script}-wght-normal.woff2`, source));
	for (const [file, options] of [
		[`noto-naskh-${script}.woff2`, { targetFormat: 'woff2' }],
		[`noto-naskh-${script}.ttf`, { targetFormat: 'truetype', variationAxes: { wght: 600 } }],
	] as const) {
		// STAT names styles for the menus of word processors.
		const subset = await subsetFont(original, text, { ...options, keepFeatures, dropTables: ['STAT'] });
		await writeFile(new URL(file, here), subset);
		console.log(`${file} ${subset.length} B`);
	}
}
await copyFile(new URL('LICENSE', source), new URL('OFL.txt', here));
