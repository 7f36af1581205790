/**
 * Cuts the two woff2 files of the site's typeface out of the pinned npm package: `npm run fonts`.
 * The character set is fixed, not taken from the articles, so that a new article needs no new font.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const here = new URL('./', import.meta.url);
const source = new URL('../../../node_modules/@fontsource-variable/noto-naskh-arabic/', import.meta.url);

const range = (first: number, last: number) => String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));

/** Letters, marks, both families of digits and the punctuation of Arabic; joiners, space and direction marks. */
const arabic = range(0x60c, 0x60c) + range(0x61b, 0x61b) + range(0x61f, 0x61f) + range(0x621, 0x63a) + range(0x640, 0x652) + range(0x660, 0x671) + range(0x6f0, 0x6f9) + ' \u00a0\u200c\u200d\u200e\u200f';
/** ASCII, the accents of Spanish and French names, « » and dashes. */
const latin = range(0x20, 0x7e) + '\u00a0«»·–—‘’“”…•×°©áéíóúñüçàèêôÁÉÍÓÚÑÜÇ';

/** What joins and places Arabic letters; stylistic sets are left out. */
const keepFeatures = ['ccmp', 'isol', 'init', 'medi', 'fina', 'rlig', 'calt', 'liga', 'mark', 'mkmk', 'kern', 'curs', 'locl'];

for (const [script, text] of Object.entries({ arabic, latin })) {
	const original = await readFile(new URL(`files/noto-naskh-arabic-${script}-wght-normal.woff2`, source));
	const subset = await subsetFont(original, text, { targetFormat: 'woff2', keepFeatures });
	await writeFile(new URL(`noto-naskh-${script}.woff2`, here), subset);
	console.log(`noto-naskh-${script}.woff2 ${subset.length} B`);
}
await copyFile(new URL('LICENSE', source), new URL('OFL.txt', here));
