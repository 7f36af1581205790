import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { type Face, Font, Buffer as Run, shape, Variation } from 'harfbuzzjs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { span } from '../../src/article/date-words.ts';
import type { ArticleData } from '../../src/article/schema.ts';
import { site } from '../../src/site.ts';
import { fontFaces, openFace, packaged } from '../fonts.ts';
import { copyProject } from '../project.ts';

const FONTS = new URL('../../src/assets/fonts/', import.meta.url);
const ARTICLES = new URL('../newsroom/content/articles/', import.meta.url);

/** The package's files that the faces of the site are made of, by family and weight. */
const DOTTED = '@expo-google-fonts/noto-naskh-arabic/NotoNaskhArabic_';
const TODAY = '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-';
const SOURCES = [
	['Naskh', '400', `${DOTTED}400Regular.ttf`],
	['Naskh', '700', `${DOTTED}700Bold.ttf`],
	['Naskh Digits', '400', `${TODAY}latin-wght-normal.woff2`],
	['Naskh Digits', '700', `${TODAY}latin-wght-normal.woff2`],
] as const;
const sources = readdirSync(ARTICLES)
	.filter((name) => name.endsWith('.mdx'))
	.map((name) => readFileSync(new URL(name, ARTICLES), 'utf8'));
const frontmatters = sources.map((source) => parse(source.split('---\n')[1] ?? '') as ArticleData);
/** What is read on the pages: the tests' articles without keys and tags, and the engine's own words. */
const words = [
	...sources.map((source) => source.replace(/^[ -]*\w+:( |$)|<[^>]*>/gm, ' ')),
	readFileSync(new URL('../../src/strings.ts', import.meta.url), 'utf8'),
].join(' ');

const range = (first: number, last: number) =>
	Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
const LETTERS = [...range(0x621, 0x63a), ...range(0x641, 0x64a), '\u0671'];
/** Of Kurdish, Persian and Urdu, and of names in Arabic. */
const MORE = [...'پچژڤڨڭگکیھۆڕڵێەٹڈڑںےہ'];
const MARKS = [
	...range(0x64b, 0x652),
	'\u0670',
	'\u0651\u064e',
	'\u0651\u064f',
	'\u0651\u0650',
	'\u0651\u064b',
	'\u0651\u064d',
	'\u0651\u0670',
];
/** Alone, at the beginning, in the middle and at the end of a word. */
const positions = (letter: string) => [letter, `${letter}ب`, `ب${letter}ب`, `ب${letter}`];
const JOINERS = ['\u200c', '\u200d'];

const CORPUS = {
	Naskh: {
		'each letter in its four positions': LETTERS.flatMap(positions),
		'each letter in its four positions with each mark': LETTERS.flatMap((letter) =>
			MARKS.flatMap((mark) => positions(letter + mark)),
		),
		'each letter beside each': LETTERS.flatMap((first) =>
			LETTERS.flatMap((second) => [first + second, `ب${first}${second}ب`]),
		),
		'lam-alef, bare and vowelled': [
			'لا',
			'لأ',
			'لإ',
			'لآ',
			'لٱ',
			'لَا',
			'لَأ',
			'لِإ',
			'لَآ',
			'لأَ',
			'لإِ',
			'لَأَ',
			'لّا',
			'لًا',
			'بلا',
			'بلأ',
			'بلإ',
			'بلآ',
			'بَلَا',
			'كلّا',
			'إلّا',
			'لللا',
			'الألآلئ',
		],
		'the name of God': [
			'الله',
			'اللّٰه',
			'لله',
			'بالله',
			'والله',
			'تالله',
			'فلله',
			'اللهم',
			'عبدالله',
			'للّٰه',
			'اَللّٰهُ',
			'ٱللَّهِ',
		],
		'words with all their vowels': [
			'ٱلْحَمْدُ',
			'رَبِّ',
			'ٱلْعَالَمِينَ',
			'ٱلرَّحْمَـٰنِ',
			'مُحَمَّدٌ',
			'كِتَابًا',
			'مَكْتَبَةُ',
			'عَمَّانَ',
			'مُؤْتَمَرٌ',
			'يُسْتَفَادُ',
			'هَـٰذَا',
			'ذَٰلِكَ',
			'شَيْئًا',
			'مَسْؤُولٌ',
			'مُمَثَّلَةً',
		],
		'stretched words': ['كتـاب', 'ســلام', 'عـُلوم', 'ـه', 'بـ', 'ـبـ', 'لـا', 'ـ', 'ــ'],
		'the digits of Arabic and their signs': ['٠١٢٣٤٥٦٧٨٩', '٢٠٢٤', '١٢٫٤٥', '١٬٠٠٠', '٪١٢'],
		joiners: LETTERS.flatMap((letter) =>
			JOINERS.flatMap((joiner) => [
				letter + joiner,
				joiner + letter,
				`ب${joiner}${letter}`,
				`${letter}${joiner}ب`,
				`ب${joiner}${letter}${joiner}ب`,
			]),
		),
		punctuation: ['،', '؛', '؟', 'نبأ،', 'نبأ؛', 'نبأ؟'],
		'the words of articles and interface': [
			...new Set(
				words.match(
					/[\u060c\u061b\u061f\u0621-\u063a\u0640-\u0652\u0660-\u0671\u06f0-\u06f9\u200c\u200d]+/g,
				),
			),
		],
	},
	'Naskh Digits': {
		'each character alone and among others': [...range(0x21, 0x3b), ...'=?[]_·«»‹›–—…'].flatMap(
			(character) => [character, `0${character}`, `${character}1`, `7${character}4`],
		),
		numbers: ['0123456789', '2024', '12/45', '14–17', '12%', '1,000.5', '(2024)', '«2024»'],
		'the numbers and signs of articles and interface': [
			...new Set(words.match(/[!-;=?[\]_·«»‹›–—…]+/g)),
		],
	},
};

/** Shapes texts with a face at a weight: for each glyph its outline, its place, and the letters that it stands for. */
function shaper(face: Face, weight: number) {
	const font = new Font(face);
	font.setVariations([new Variation('wght', weight)]);
	const outlines = new Map<string, string>();
	/** Where it is drawn: how much of a vowel's height is in its outline differs (src/assets/fonts/marks.ts). */
	const outline = (glyph: number, up: number) => {
		const key = `${glyph} ${up}`;
		const known =
			outlines.get(key) ??
			font.glyphToPath(glyph).replace(/(?<=\d,)-?[\d.]+/g, (height) => `${Number(height) + up}`);
		outlines.set(key, known);
		return known;
	};
	return (text: string) =>
		shaped(font, text).map(
			({ codepoint: glyph, cluster, xAdvance, yAdvance, xOffset, yOffset }) => ({
				notdef: glyph === 0,
				outline: outline(glyph, yOffset ?? 0),
				cluster,
				xAdvance,
				yAdvance,
				xOffset,
			}),
		);
}

/** The glyphs of a text and their places, from left to right. What has no letters is shaped as among Arabic. */
function shaped(font: Font, text: string) {
	const run = new Run();
	run.addText(text);
	run.guessSegmentProperties();
	if (!/\p{Letter}/u.test(text)) run.setScript('Arab');
	run.setLanguage('ar');
	shape(font, run);
	return run.getGlyphInfosAndPositions();
}

/** Whether two texts are the same but for numbers that differ by no more than 1: a font unit, which rounding moves. */
function near(one: string, other: string): boolean {
	if (one === other) return true;
	const [ours = [], theirs = []] = [one, other].map((text) => text.match(/-?[\d.]+/g)?.map(Number));
	const [words, others] = [one, other].map((text) => text.replace(/-?[\d.]+/g, '#'));
	return words === others && ours.every((number, index) => Math.abs(number - theirs[index]!) <= 1);
}

const fileOf = (family: string, weight: string, sheets?: string[]) =>
	fontFaces(sheets).find((face) => face.family === family && face.weight === weight)?.file ?? '';

describe.each(SOURCES)('the %s face of weight %s', (family, weight, source) => {
	const files = Promise.all([openFace(fileOf(family, weight)), openFace(packaged(source))]);

	test.each(Object.entries(CORPUS[family]))(
		'writes %s as the whole font does',
		async (_name, texts) => {
			const [ours, whole] = (await files).map((face) => shaper(face, Number(weight)));
			expect(texts.length).toBeGreaterThan(0);
			expect(
				texts.filter((text) => !near(JSON.stringify(ours!(text)), JSON.stringify(whole!(text)))),
			).toEqual([]);
			expect(texts.filter((text) => ours!(text).some(({ notdef }) => notdef))).toEqual([]);
		},
	);
});

describe.each(SOURCES.slice(0, 2))('the %s face of weight %s with more letters', (...face) => {
	const [family, weight, source] = face;
	const files = [
		fileOf(family, weight, ['more-letters']),
		fileOf(family, weight),
		packaged(source),
	];
	const shapers = Promise.all(
		files.map(async (file) => shaper(await openFace(file), Number(weight))),
	);

	test('writes each as the whole font does, beside those of Arabic, with marks', async () => {
		const [more, , whole] = await shapers;
		const texts = MORE.flatMap((letter) =>
			['', ...MARKS].flatMap((mark) => positions(letter + mark)),
		);
		expect(texts.filter((text) => more!(text).some(({ notdef }) => notdef))).toEqual([]);
		expect(
			texts.filter((text) => !near(JSON.stringify(more!(text)), JSON.stringify(whole!(text)))),
		).toEqual([]);
	});

	test('writes those of Arabic as the face of other pages does', async () => {
		const [more, plain] = await shapers;
		const texts = CORPUS.Naskh['each letter in its four positions with each mark'];
		expect(
			texts.filter((text) => !near(JSON.stringify(more!(text)), JSON.stringify(plain!(text)))),
		).toEqual([]);
	});
});

test.each(['Naskh', 'Naskh Digits'])('the %s face is another one in bold', async (family) => {
	const [regular, bold] = await Promise.all(
		(['400', '700'] as const).map(async (weight) =>
			shaper(
				await openFace(fileOf(family, weight)),
				400,
			)(family === 'Naskh' ? 'نبأ' : '2015').map(({ outline }) => outline),
		),
	);
	expect(regular?.filter((outline) => outline.length < 20)).toEqual([]);
	expect(bold).not.toEqual(regular);
});

test.each(['400', '700'])(
	'in weight %s every letter is one glyph, its dots are in it',
	async (weight) => {
		const shapes = shaper(await openFace(fileOf('Naskh', weight)), 400);
		expect(
			LETTERS.flatMap(positions).filter((text) => shapes(text).length > [...text].length),
		).toEqual([]);
		expect(LETTERS.flatMap(positions).length).toBe(37 * 4);
	},
);

describe.each(['400', '700'])('the face of weight %s that Firefox prints with', (weight) => {
	const printing = fontFaces(['site']).find((face) => face.weight === weight)?.file ?? '';
	const files = Promise.all([openFace(printing), openFace(fileOf('Naskh', weight))]);
	/** The places of all points that are drawn for a text, in an order that does not depend on glyphs. */
	const points = (font: Font, text: string) => {
		let across = 0;
		return shaped(font, text)
			.flatMap(({ codepoint, xAdvance, xOffset, yOffset }) => {
				const start = across + (xOffset ?? 0);
				across += xAdvance ?? 0;
				return [...font.glyphToPath(codepoint).matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(
					([, x, y]) => [Number(x) + start, Number(y) + (yOffset ?? 0)] as const,
				);
			})
			.concat([[across, 0]]);
	};
	const spread = (all: (readonly [number, number])[], axis: 0 | 1, isMerged: boolean) => {
		const places = all.map((point) => point[axis]).sort((one, other) => one - other);
		return isMerged ? [places[0]!, places.at(-1)!] : places;
	};

	// Shadda and a vowel are apart, so that both are in the text: the vowel is over it, or below the letter.
	// Lam-alef is one outline here, and two there that overlap: its bounds are compared. Its hamza is nearer by up to 0.05 em.
	const merged = /ل[\u064b-\u0652\u0670]*[اأإآٱ]/;
	const apart = /\u0651[\u064b-\u0650\u0670]|[\u064b-\u0650\u0670]\u0651/;
	// The two long ones have nothing that the others lack.
	const short = Object.entries(CORPUS.Naskh).filter(([, { length }]) => length < 900);
	test.each(short)('draws %s as the page does', async (_name, texts) => {
		const [ours, page] = (await files).map((face) => new Font(face)) as [Font, Font];
		const other = texts
			.filter((text) => !apart.test(text))
			.filter((text) => {
				const [one, two] = [points(ours, text), points(page, text)];
				return ([0, 1] as const).some((axis) => {
					const [mine, theirs] = [one, two].map((all) => spread(all, axis, merged.test(text)));
					return (
						mine?.length !== theirs?.length ||
						mine?.some(
							(place, index) =>
								Math.abs(place - theirs![index]!) > (axis && merged.test(text) ? 50 : 3),
						)
					);
				});
			});
		expect(other).toEqual([]);
	});

	test.each(['بَّ', 'ثُمَّ', 'كلُّ', 'حقًّا', 'مهمٌّ', 'أمّٰا'])(
		'sets a vowel over its shadda as high as the page does, not upon it: %s',
		async (text) => {
			const [ours, page] = (await files).map((face) =>
				Math.max(...points(new Font(face), text).map(([, height]) => height)),
			);
			// Its own vowels upon a shadda are smaller.
			expect(ours! - page!).toBeGreaterThan(-30);
			expect(ours! - page!).toBeLessThan(100);
		},
	);

	test('lifts every second letter by 2 units, whatever stands on them', async () => {
		const font = new Font((await files)[0]);
		const heights = (text: string) =>
			shaped(font, text)
				.filter(({ xAdvance }) => xAdvance !== 0)
				.map(({ yOffset }) => yOffset ?? 0)
				.reverse();
		expect(heights('مكتبات')).toEqual([0, 2, 0, 2, 0, 2]);
		expect(heights('مَكْتَبات')).toEqual([0, 2, 0, 2, 0, 2]);
		expect(heights('من دار')).toEqual([0, 2, 0, 2, 0, 2]);
	});

	test.each([
		// No Arabic word joins an alef maqsura to a letter after it.
		[
			'every letter in its four positions',
			LETTERS.flatMap(positions).filter((text) => !text.includes('ىب')),
		],
		['lam-alef', ['لا', 'لأ', 'لإ', 'لآ', 'بلا', 'بلأ', 'بلإ', 'بلآ']],
		['lam-alef with vowels', ['لًا', 'بلًا', 'لّا', 'لأَ', 'بلإِ', 'بلَآ', 'لَّا']],
		['vowels, of which none has width on the page', MARKS.map((mark) => `ب${mark}`)],
	])('names the letters of its glyphs: %s', async (_name, texts) => {
		const face = (await files)[0];
		const font = new Font(face);
		const names = new Map(
			[...face.collectUnicodes()]
				.reverse()
				.map((character) => [font.nominalGlyph(character), String.fromCodePoint(character)]),
		);
		const read = (text: string) =>
			shaped(font, text)
				.map(({ codepoint }) => names.get(codepoint) ?? '?')
				.reverse()
				.join('')
				.normalize('NFKC');
		const sorted = (text: string) => [...text].sort().join('');
		expect(texts.filter((text) => sorted(read(text)) !== sorted(text))).toEqual([]);
	});
});

test('the measure sees how letters are joined', async () => {
	const shapes = shaper(await openFace(fontFaces()[0]?.file ?? ''), 400);
	// In visual order: the last letter of a word comes first.
	const last = (word: string) => shapes(word)[0]?.outline;
	expect(last('با')).not.toBe(last('لا'));
	expect(last('سح')).not.toBe(last('ح'));
	expect(last('س\u200cح')).toBe(last('ح'));
	expect(last('\u200dح')).toBe(last('سح'));
});

describe.each([
	['400', 'letters'],
	['700', 'letters'],
	['400', 'more-letters'],
	['700', 'more-letters'],
])('the ranges of the faces of weight %s, with %s', async (weight, letters) => {
	const faces = await Promise.all(
		fontFaces([letters, 'fonts', 'system-fonts'])
			.filter((face) => face.file && face.weight === weight)
			.map(async (face) => ({
				...face,
				has: new Set((await openFace(face.file ?? '')).collectUnicodes()),
			})),
	);
	const name = (character: number) => `U+${character.toString(16).toUpperCase()}`;

	test.each(faces)(
		'$family claims nothing that it lacks and another has',
		({ family, claims, has }) => {
			const others = faces
				.filter((face) => face.family !== family)
				.flatMap((face) => [...face.has]);
			expect(
				others.filter((character) => claims(character) && !has.has(character)).map(name),
			).toEqual([]);
		},
	);

	test.each(faces)('$family has nothing that no range would ask for', ({ has }) => {
		expect(
			[...has]
				.filter(
					(character) => !faces.some((face) => face.claims(character) && face.has.has(character)),
				)
				.map(name),
		).toEqual([]);
	});

	test('no character would fetch both faces', () => {
		const all = new Set(faces.flatMap(({ has }) => [...has]));
		expect(
			[...all]
				.filter((character) => faces.filter(({ claims }) => claims(character)).length !== 1)
				.map(name),
		).toEqual([]);
	});
});

describe('the files for pictures', () => {
	const PICTURES = new URL('pictures/', FONTS);
	const scripts = ['arabic', 'latin', 'latin-ext'];
	const letters = async (file: URL) => new Set((await openFace(file)).collectUnicodes());
	const own = (script: string) => letters(new URL(`noto-naskh-${script}.ttf`, PICTURES));

	test('are all that Pango is shown', () => {
		expect(
			readFileSync(new URL('fonts.conf', PICTURES), 'utf8').match(/<(?:dir|include)\b.*/g),
		).toEqual(['<dir prefix="relative">.</dir>']);
		expect(readdirSync(PICTURES).sort()).toEqual([
			'characters.json',
			'fonts.conf',
			...scripts.map((script) => `noto-naskh-${script}.ttf`).sort(),
		]);
	});

	test.each(scripts)('have every character of the package: %s', async (script) => {
		const [ours, whole] = await Promise.all([
			own(script),
			letters(
				packaged(
					`@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-${script}-wght-normal.woff2`,
				),
			),
		]);
		expect([...whole].filter((character) => !ours.has(character))).toEqual([]);
	});

	test('have the characters of the list, and all that the cards say', async () => {
		const has = new Set(
			(await Promise.all(scripts.map(own))).flatMap((characters) => [...characters]),
		);
		const runs = JSON.parse(readFileSync(new URL('characters.json', PICTURES), 'utf8')) as [
			number,
			number,
		][];
		expect(
			new Set(
				runs.flatMap(([first, last]) =>
					Array.from({ length: last - first + 1 }, (_, index) => first + index),
				),
			),
		).toEqual(has);
		const said = frontmatters.flatMap(({ headline, topic, event }) => [
			headline,
			topic,
			event?.venue?.city,
			event?.venue?.country,
			event?.origin?.city,
		]);
		const months = Array.from({ length: 12 }, (_, month) =>
			span(`2024-${String(month + 1).padStart(2, '0')}-01`, '2025-01-01').ends.map(
				({ text }) => text,
			),
		);
		// What stands between the facts, too: «14–17 مايو 2024 · صفاقس، تونس».
		expect(
			[
				...new Set([site.name, site.description, said, months, '0123456789–·،…'].flat(2).join('')),
			].filter((character) => /\S/.test(character) && !has.has(character.codePointAt(0)!)),
		).toEqual([]);
	});
});

test('the files are what the script makes of the packages, with the licence beside them', async () => {
	const project = await copyProject({ content: undefined });
	try {
		const folder = `${project.folder}/src/assets/fonts`;
		const files = (folder: string | URL) =>
			readdirSync(folder, { recursive: true, encoding: 'utf8' })
				.filter((name) => /\.(?:woff2|ttf|json|txt)$/.test(name))
				.sort();
		const made = files(FONTS);
		expect(made).toEqual(
			expect.arrayContaining([
				'OFL.txt',
				'noto-naskh-arabic-bold.woff2',
				'noto-naskh-arabic-regular.woff2',
				'noto-naskh-digits-bold.woff2',
				'noto-naskh-digits-regular.woff2',
				'noto-naskh-more-bold.woff2',
				'noto-naskh-more-regular.woff2',
				'noto-naskh-print-bold.woff2',
				'noto-naskh-print-regular.woff2',
				'noto-naskh-quran.woff2',
				'pictures/noto-naskh-arabic.ttf',
			]),
		);
		await project.change(
			Object.fromEntries(made.map((name) => [`src/assets/fonts/${name}`, undefined])),
		);
		execFileSync(process.execPath, [`${folder}/subset.ts`], { cwd: project.folder });
		expect(files(folder)).toEqual(made);
		expect(
			made.filter(
				(name) => !readFileSync(`${folder}/${name}`).equals(readFileSync(new URL(name, FONTS))),
			),
		).toEqual([]);
		expect(readFileSync(`${folder}/OFL.txt`, 'utf8')).toMatch(
			/SIL OPEN FONT LICENSE Version 1\.1/i,
		);
	} finally {
		await project.remove();
	}
});

describe('the faces that stand in until ours are there', async () => {
	const arabic = fileOf('Naskh', '400');
	const rest = fontFaces().filter(({ file }) => !file);
	const sheet = readFileSync(new URL('../../src/styles/site.css', import.meta.url), 'utf8');
	const system = /--system:([^;]+);/.exec(sheet)?.[1] ?? '';
	const named = /--faces:([^;]+);/.exec(sheet)?.[1] ?? '';
	const stack = named
		.replace('var(--system)', system.replace(/, serif$/, ''))
		.trim()
		.split(/,\s+/);

	test("follow ours in the page's list, each of them", () => {
		expect(rest.length).toBeGreaterThan(0);
		expect(stack).toEqual([...new Set(fontFaces().map(({ family }) => family))]);
	});

	// Naskh is the first with a space: its heights place every line.
	const placing = rest.filter(({ claims }) => claims(0x20));
	test.each(placing)('$family $weight takes the room of ours', async ({ percent }) => {
		const extents = new Font(await openFace(arabic)).hExtents();
		const size = (percent('size-adjust') ?? 100) / 100;
		expect(percent('ascent-override')! * size).toBeCloseTo(extents.ascender / 10, 0);
		expect(percent('descent-override')! * size).toBeCloseTo(-extents.descender / 10, 0);
	});

	// The letters of Android's and Debian's files are as wide as ours: they are set in their own size.
	test.each([
		['400', '400Regular'],
		['700', '700Bold'],
	])(
		'of Noto Naskh at %s, digits and quotation marks are as wide as ours',
		async (weight, file) => {
			const width = async (file: string | URL, character: number) => {
				const face = await openFace(file);
				const font = new Font(face);
				return font.glyphHAdvance(font.nominalGlyph(character) ?? 0) / face.upem;
			};
			const system = packaged(`@expo-google-fonts/noto-naskh-arabic/NotoNaskhArabic_${file}.ttf`);
			for (const character of [0x30, 0x39, 0xab, 0xbb]) {
				// Of faces that claim a character the last one has it.
				const last = (family: string) =>
					fontFaces()
						.filter((face) => face.family === family && face.weight === weight)
						.findLast(({ claims }) => claims(character))!;
				const [own, theirs] = [last('Naskh Digits'), last('Naskh Android')];
				expect(
					((await width(system, character)) * theirs.percent('size-adjust')!) /
						((await width(own.file!, character)) * own.percent('size-adjust')!),
				).toBeCloseTo(1, 2);
			}
		},
	);

	test('and Latin stays the letters of the system, in both weights', () => {
		const latin = rest.filter(({ family }) => family === 'Latin');
		expect(latin.map(({ family, weight }) => [family, weight])).toEqual([
			['Latin', '400'],
			['Latin', '700'],
		]);
		const claimed = [...range(0x21, 0x7e), ...'«»،×ÉŠğ—…“”‘’'].filter((character) =>
			latin.every(({ claims }) => claims(character.codePointAt(0)!)),
		);
		expect(claimed.join('')).toBe(
			'!"#$%&\'()*+,-./:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~×ÉŠğ“”‘’',
		);
		// Our faces come first, except in passages of another language.
		expect(stack.indexOf('Latin')).toBeGreaterThan(stack.indexOf('Naskh Digits'));
	});
});

test('no style takes a face its ligatures: «الله» is one in Noto, «لا» in KACST', () => {
	const styles = new URL('../../src/styles/', import.meta.url);
	const sheets = readdirSync(styles).filter((name) => name.endsWith('.css'));
	expect(sheets.length).toBeGreaterThan(10);
	for (const name of sheets)
		expect(readFileSync(new URL(name, styles), 'utf8'), name).not.toMatch(
			/font-variant-ligatures|font-feature-settings/,
		);
});
