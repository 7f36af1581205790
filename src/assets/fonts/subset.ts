/**
 * Makes the files of the site's typeface out of the pinned npm package: `npm run fonts`. Two variable woff2 for pages, whose
 * character set is fixed, not taken from the articles, so that a new article needs no new font; and in `pictures/` all that
 * the package has, as TTF of weight 600, by which the build draws pictures, with the list of its characters. No page asks for those.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { Blob, Face } from 'harfbuzzjs';
import subsetFont from 'subset-font';

const here = new URL('./', import.meta.url);
const source = new URL(
	'../../../node_modules/@fontsource-variable/noto-naskh-arabic/',
	import.meta.url,
);

const range = (first: number, last: number) =>
	String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));

/** Letters, marks, both families of digits and the punctuation of Arabic; joiners, space and direction marks. */
const arabic =
	range(0x60c, 0x60c) +
	range(0x61b, 0x61b) +
	range(0x61f, 0x61f) +
	range(0x621, 0x63a) +
	range(0x640, 0x652) +
	range(0x660, 0x671) +
	' \u00a0\u200c\u200d\u200e\u200f';
/** ASCII; the quotation marks, inner ones too; dashes; accents of common names. */
const latin = `${range(0x20, 0x7e)}\u00a0«»‹›–—…áéíóñ`;

/** What joins and places the letters of Arabic, and sets Latin beside it; stylistic sets and other languages' forms are left out. */
const scripts = {
	arabic: {
		text: arabic,
		keepFeatures: ['ccmp', 'init', 'medi', 'fina', 'rlig', 'calt', 'liga', 'mark', 'mkmk'],
	},
	latin: { text: latin, keepFeatures: ['ccmp', 'liga', 'mark', 'kern', 'locl'] },
};

const packaged = (script: string) =>
	readFile(new URL(`files/noto-naskh-arabic-${script}-wght-normal.woff2`, source));
// STAT names styles for the menus of word processors.
const dropTables = ['STAT'];

async function save(file: string, content: Uint8Array | string) {
	await writeFile(new URL(file, here), content);
	console.log(`${file} ${content.length} B`);
}

for (const [script, { text, keepFeatures }] of Object.entries(scripts)) {
	await save(
		`noto-naskh-${script}.woff2`,
		await subsetFont(await packaged(script), text, {
			targetFormat: 'woff2',
			keepFeatures,
			dropTables,
		}),
	);
}

/** The first two planes of Unicode, without the halves of surrogate pairs: letters have no others. */
const everything = Array.from({ length: 0x20000 }, (_, character) =>
	character >= 0xd800 && character < 0xe000 ? '' : String.fromCodePoint(character),
).join('');
const drawn = new Set<number>();
for (const [script, { keepFeatures }] of Object.entries({
	...scripts,
	'latin-ext': scripts.latin,
})) {
	const font = await subsetFont(await packaged(script), everything, {
		targetFormat: 'truetype',
		variationAxes: { wght: 600 },
		keepFeatures,
		dropTables,
	});
	await save(`pictures/noto-naskh-${script}.ttf`, font);
	for (const character of new Face(new Blob(new Uint8Array(font))).collectUnicodes())
		drawn.add(character);
}
const runs: [first: number, last: number][] = [];
for (const character of [...drawn].sort((a, b) => a - b)) {
	const run = runs.at(-1);
	if (run?.[1] === character - 1) run[1] = character;
	else runs.push([character, character]);
}
await save('pictures/characters.json', `${JSON.stringify(runs)}\n`);
await copyFile(new URL('LICENSE', source), new URL('OFL.txt', here));
