/**
 * Makes the files of the site's typeface out of pinned npm packages: `npm run fonts`. For pages
 * four woff2, letters and digits in regular and bold, a fifth for words of the Quran, and the
 * letters again as Firefox prints them. Their character sets are fixed, not taken from the
 * articles, so that a new article needs no new font. Their letters have their dots: versions of
 * Noto Naskh since 2.018 set dots as glyphs of their own, and text of a printed PDF can then not be
 * found. They are static: Chromium writes a variable font into a PDF as pictures, and up to 78
 * spaces it wrongly. In `pictures/` is all that today's version has, as TTF of weight 600, by which
 * the build draws pictures, with the list of its characters. No page asks for those.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { Blob, Face } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { settleMarks } from './marks.ts';
import { MORE_LETTERS } from './more-letters.ts';
import { FORMS, forPrint } from './print.ts';
import { withFewerNames } from './tables.ts';

const here = new URL('./', import.meta.url);
/** Version 2.016, the last whose letters have their dots. Its Latin is sans-serif. */
const dotted = new URL(
	'../../../node_modules/@expo-google-fonts/noto-naskh-arabic/',
	import.meta.url,
);
const today = new URL(
	'../../../node_modules/@fontsource-variable/noto-naskh-arabic/',
	import.meta.url,
);
const packaged = (script: string) =>
	readFile(new URL(`files/noto-naskh-arabic-${script}-wght-normal.woff2`, today));

const range = (first: number, last: number) =>
	String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));

/**
 * Letters, marks, both families of digits and the punctuation of Arabic; joiners, space and
 * direction marks.
 */
const arabic =
	range(0x60c, 0x60c) +
	range(0x61b, 0x61b) +
	range(0x61f, 0x61f) +
	range(0x621, 0x63a) +
	range(0x640, 0x652) +
	range(0x660, 0x671) +
	' \u00a0\u200c\u200d\u200e\u200f';
/** The letters of pages with words of other languages. */
const more = arabic + MORE_LETTERS;
/**
 * What a mushaf has besides: its marks, the end of a verse, the ornate brackets. A letter and its
 * mark must be of one file. It is today's: in 2.016 the end of a verse has no width and lies upon
 * the word before it.
 */
const quran = `${arabic + range(0x653, 0x655) + range(0x6d6, 0x6ed) + range(0x8f0, 0x8f2)}\u08e2\ufd3e\ufd3f`;
/**
 * Digits; the signs of ASCII, those of code aside; the quotation marks, inner ones too; dashes, the
 * middle dot. Letters are the system's.
 */
const digits = `${range(0x21, 0x3b)}=?[]_·«»‹›–—…`;

/**
 * What joins and places the letters of Arabic, and sets Latin beside it; stylistic sets and other
 * languages' forms are left out.
 */
const features = {
	// abvm and blwm set marks on a tatweel.
	arabic: ['ccmp', 'init', 'medi', 'fina', 'rlig', 'calt', 'liga', 'mark', 'mkmk', 'abvm', 'blwm'],
	latin: ['ccmp', 'liga', 'mark', 'kern', 'locl'],
};

// STAT names styles for the menus of word processors.
const dropTables = ['STAT'];

async function save(file: string, content: Uint8Array | string) {
	await writeFile(new URL(file, here), content);
	console.log(`${file} ${content.length} B`);
}

for (const [name, file, wght] of [
	['regular', 'NotoNaskhArabic_400Regular.ttf', 400],
	['bold', 'NotoNaskhArabic_700Bold.ttf', 700],
] as const) {
	const letters = { dropTables, keepFeatures: features.arabic };
	const whole = await readFile(new URL(file, dotted));
	const withLetters = async (characters: string) =>
		withFewerNames(await subsetFont(whole, characters, { ...letters, targetFormat: 'truetype' }));
	const plain = await withLetters(arabic);
	for (const [use, font, characters] of [
		['arabic', settleMarks(plain), arabic],
		['more', settleMarks(await withLetters(more)), more],
		['print', forPrint(plain), arabic + String.fromCodePoint(...FORMS.keys())],
	] as const)
		await save(
			`noto-naskh-${use}-${name}.woff2`,
			await subsetFont(font, characters, { ...letters, targetFormat: 'woff2' }),
		);
	const counting = await subsetFont(await packaged('latin'), digits, {
		dropTables,
		keepFeatures: ['kern'],
		targetFormat: 'truetype',
		variationAxes: { wght },
	});
	await save(
		`noto-naskh-digits-${name}.woff2`,
		await subsetFont(withFewerNames(counting), digits, {
			dropTables,
			keepFeatures: ['kern'],
			targetFormat: 'woff2',
		}),
	);
}

await save(
	'noto-naskh-quran.woff2',
	await subsetFont(await packaged('arabic'), quran, {
		targetFormat: 'woff2',
		dropTables,
		keepFeatures: features.arabic,
		variationAxes: { wght: 400 },
	}),
);

/**
 * The first two planes of Unicode, without the halves of surrogate pairs: letters have no others.
 */
const everything = Array.from({ length: 0x20000 }, (_, character) =>
	character >= 0xd800 && character < 0xe000 ? '' : String.fromCodePoint(character),
).join('');
const drawn = new Set<number>();
for (const [script, keepFeatures] of Object.entries({
	...features,
	'latin-ext': features.latin,
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
await copyFile(new URL('LICENSE', today), new URL('OFL.txt', here));
