/**
 * Turns a font into the one that Firefox prints with (styles/site.css), so that text of its PDF
 * can be found.
 *
 * Firefox writes a word from right to left as one run, and names each glyph by `cmap`. PDFium,
 * which reads a PDF for Chromium and Edge, takes a run as left to right and reverses it; and
 * joined letters are not in `cmap`. So every second letter is raised by 2 units, which no printer
 * shows: another height begins a new run. Joined letters are listed by their presentation forms.
 */
import { Blob, Face, Font, Buffer as Run, shape } from 'harfbuzzjs';
import { covered, separateWidths, settleMarks } from './marks.ts';
import { readTables, tag, write, writeFont } from './tables.ts';

/** In units of 1000 an em. cairo, which writes the PDF, ignores a difference of 1. */
const LIFT = 2;
/**
 * For the PDF alone: on the page vowels have no width, and GPOS takes off what letters have too
 * much. PDFium begins a new line at a glyph higher than half the width of the one to its left,
 * which must be at least as wide. So vowels are wide, and narrow letters that join the one before.
 * A letter that begins a word keeps its width, or Poppler sees no space before it.
 */
const WIDE = 500;
/**
 * How much wider a letter may be told: it must not reach over the one before it and the space
 * before that.
 */
const WIDER = 312;
/**
 * How far left the origin of a vowel is set, so that it is read after its letter. From 187 on
 * PDFium sees no space after a tanwin that ends a word; at 120 it gives vowels to the letter
 * before.
 */
const ASIDE = 180;
const SHADDA = '\u0651';
/** Those that stand over a shadda. */
const UPPER = '\u064b\u064c\u064e\u064f\u0652\u0670';
const VOWELS = '\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670';

/** Types of lookups and what they pass over. */
const [LIGATURE, SINGLE, PAIR, ON_LETTER, ON_LIGATURE, ON_MARK] = [4, 1, 2, 4, 5, 6];
const IGNORE_MARKS = 8;
const FILTER_MARKS = 0x10;

const NOTHING = { xBearing: 0, yBearing: 0, width: 0, height: 0 };
const ZWJ = '\u200d';
/**
 * What stands about a letter in the forms that Unicode has of it, in their order: alone, final,
 * initial, medial.
 */
const ABOUT = [
	['', ''],
	[ZWJ, ''],
	['', ZWJ],
	[ZWJ, ZWJ],
] as const;

/**
 * The presentation forms of the letters, and of lam-alef: each with text that is drawn as it is.
 */
export const FORMS: ReadonlyMap<number, string> = (() => {
	const forms = new Map<number, string>();
	let [last, place] = ['', 0];
	// Alef with wasla; all other letters.
	for (const form of [0xfb50, 0xfb51, ...Array.from({ length: 0x7d }, (_, at) => 0xfe80 + at)]) {
		const letters = String.fromCodePoint(form).normalize('NFKC');
		place = letters === last ? place + 1 : 0;
		last = letters;
		const [before, after] = ABOUT[place] ?? ['', ''];
		forms.set(form, before + letters + after);
	}
	return forms;
})();

/** The table `cmap`, format 4, with a segment for each character. */
function writeCharacters(glyphs: ReadonlyMap<number, number>): Buffer {
	const all = [...glyphs, [0xffff, 0] as const].sort(([one], [other]) => one - other);
	const characters = all.map(([character]) => character);
	const shifts = all.map(([character, glyph]) => glyph - character);
	const zeros = all.map(() => 0);
	const half = 2 ** Math.floor(Math.log2(all.length));
	return write(
		...[0, 1, 3, 1, [12] as [number], 4, 16 + 8 * all.length, 0],
		...[2 * all.length, 2 * half, Math.log2(half), 2 * (all.length - half)],
		...[...characters, 0, ...characters, ...shifts, ...zeros],
	);
}

/**
 * A coverage or a class definition: runs of neighbours, each with what `value` gives for the place
 * of its first glyph.
 */
function writeRuns(glyphs: Iterable<number>, value: (place: number) => number): Buffer {
	const runs: [number, number, number][] = [];
	for (const [place, glyph] of [...glyphs].sort((one, other) => one - other).entries()) {
		const run = runs.at(-1);
		if (run?.[1] === glyph - 1) run[1] = glyph;
		else runs.push([glyph, glyph, value(place)]);
	}
	return write(2, runs.length, ...runs.flat());
}
const writeCoverage = (glyphs: Iterable<number>) => writeRuns(glyphs, (place) => place);

/** A lookup of GSUB or GPOS. */
interface Lookup {
	type: number;
	flag: number;
	/** Where each stands in the table, or a new one. */
	subtables: (number | Buffer)[];
	/** The mark filtering set, where the flag asks for one. */
	marks: number[];
}

/** Reads the offsets listed at `at`, from `start`. */
const listed = (table: Buffer, at: number, start = at) =>
	Array.from(
		{ length: table.readUInt16BE(at) },
		(_, index) => start + table.readUInt16BE(at + 2 + 2 * index),
	);

const readLookups = (table: Buffer): Lookup[] =>
	listed(table, table.readUInt16BE(8)).map((at) => {
		const [type, flag] = [table.readUInt16BE(at), table.readUInt16BE(at + 2)];
		const subtables = listed(table, at + 4, at);
		const marks = flag & FILTER_MARKS ? [table.readUInt16BE(at + 6 + 2 * subtables.length)] : [];
		return { type, flag, subtables, marks };
	});

/**
 * GSUB or GPOS with another list of lookups. The old table follows, and extension lookups lead
 * into it.
 * @param extension The type of extension lookups: 7 in GSUB, 9 in GPOS.
 * @param features Scripts and features. Default: those of the table.
 */
function withLookups(
	table: Buffer,
	lookups: readonly Lookup[],
	extension: number,
	features?: [scripts: Buffer, features: Buffer],
): Buffer {
	const list = 2 + 2 * lookups.length;
	const sizes = lookups.map(({ subtables, marks }) => 6 + 10 * subtables.length + 2 * marks.length);
	const places = sizes.map((_, index) =>
		sizes.slice(0, index).reduce((sum, size) => sum + size, list),
	);
	const old = 10 + list + sizes.reduce((sum, size) => sum + size, 0);
	const added: Buffer[] = [];
	let end = old + table.length;
	const add = (bytes: Buffer) => {
		added.push(bytes);
		end += bytes.length;
		return end - bytes.length;
	};
	const written = lookups.map(({ type, flag, subtables, marks }, index) => {
		const first = 6 + 2 * subtables.length + 2 * marks.length;
		return write(
			...[
				extension,
				flag,
				subtables.length,
				...subtables.map((_, place) => first + 8 * place),
				...marks,
			],
			...subtables.flatMap((subtable, place) => {
				const at = 10 + (places[index] ?? 0) + first + 8 * place;
				const to = typeof subtable === 'number' ? old + subtable : add(subtable);
				return [1, type, [to - at] as [number]];
			}),
		);
	});
	const heads = features?.map(add) ?? [4, 6].map((place) => old + table.readUInt16BE(place));
	return write(1, 0, ...heads, 10, lookups.length, ...places, ...written, table, ...added);
}

/**
 * Of two letters one after another the second is lifted, whatever they are; then come the next two.
 */
function liftSecond(letters: readonly number[]): Lookup {
	const classes = writeRuns(letters, () => 1);
	// One class of first letters; two of second ones, each with a height: none, and that of all
	// letters.
	const pairs = write(2, 24 + classes.length, 0, 2, 20, 24, 1, 2, 0, LIFT, 2, 0, classes);
	const subtables = [Buffer.concat([pairs, writeCoverage(letters)])];
	return { type: PAIR, flag: IGNORE_MARKS, subtables, marks: [] };
}

/** Adds to the widths of glyphs, by what is given for each. */
function changeWidths(changes: ReadonlyMap<number, number>): Lookup {
	const all = [...changes].sort(([one], [other]) => one - other);
	const values = write(2, 8 + 2 * all.length, 4, all.length, ...all.map(([, change]) => change));
	const subtables = [Buffer.concat([values, writeCoverage(changes.keys())])];
	return { type: SINGLE, flag: 0, subtables, marks: [] };
}

type Point = readonly [x: number, y: number];
const writePoint = ([x, y]: Point) => write(1, x, y);

/** Attaches the marks `upper` to the mark `lower`, anchor on anchor. */
function stack(upper: ReadonlyMap<number, Point>, lower: number, upon: Point): Lookup {
	const all = [...upper].sort(([one], [other]) => one - other);
	const marks = write(
		all.length,
		...all.flatMap((_, index) => [0, 2 + 4 * all.length + 6 * index]),
		...all.map(([, point]) => writePoint(point)),
	);
	const upperCoverage = writeCoverage(upper.keys());
	const [first, second] = [12 + marks.length, 12 + marks.length + upperCoverage.length];
	const lowerCoverage = writeCoverage([lower]);
	const array = second + lowerCoverage.length;
	const head = write(1, first, second, 1, 12, array);
	const body = [head, marks, upperCoverage, lowerCoverage, write(1, 4), writePoint(upon)];
	return { type: ON_MARK, flag: 0, subtables: [Buffer.concat(body)], marks: [] };
}

/**
 * Attaches marks to ligatures, at the anchors of their letters.
 * @param at The offset of the subtable of GPOS that attaches these marks to letters.
 * @param drawnOf The glyphs of the letters, by ligature.
 */
function stackOnLigatures(
	gpos: Buffer,
	at: number,
	drawnOf: ReadonlyMap<number, readonly number[]>,
): Lookup {
	const view = new DataView(gpos.buffer, gpos.byteOffset, gpos.byteLength);
	const [markCoverage = 0, letterCoverage = 0, kinds = 0, held = 0, array = 0] = [
		2, 4, 6, 8, 10,
	].map((place) => gpos.readUInt16BE(at + place) + (place === 6 ? 0 : at));
	const [marks, letters] = [covered({ view }, markCoverage), covered({ view }, letterCoverage)];
	/** The anchor whose offset from `from` is written at `place`. */
	const pointAt = (from: number, place: number) => {
		const offset = gpos.readUInt16BE(place);
		return offset === 0 ? [] : [gpos.subarray(from + offset, from + offset + 6)];
	};
	const records = marks.map((_, index) => held + 2 + 4 * index);
	const markArray = write(
		marks.length,
		...records.flatMap((record, index) => [
			gpos.readUInt16BE(record),
			2 + 4 * marks.length + 6 * index,
		]),
		...records.flatMap((record) => pointAt(held, record + 2)),
	);
	const ligatures = [...drawnOf].sort(([one], [other]) => one - other);
	const attached = ligatures.map(([, parts]) => {
		const points = parts.flatMap((part) =>
			Array.from({ length: kinds }, (_, kind) => {
				const index = letters.indexOf(part);
				return index < 0 ? [] : pointAt(array, array + 2 + 2 * (kinds * index + kind));
			}),
		);
		let end = 2 + 2 * points.length;
		const offsets = points.map(({ length }) => (length ? (end += 6) - 6 : 0));
		return write(parts.length, ...offsets, ...points.flat());
	});
	let end = 2 + 2 * attached.length;
	const offsets = attached.map(({ length }) => (end += length) - length);
	const [upper, lower] = [writeCoverage(marks), writeCoverage(drawnOf.keys())];
	const lowerAt = 12 + markArray.length + upper.length;
	const head = write(1, 12 + markArray.length, lowerAt, kinds, 12, lowerAt + lower.length);
	const below = write(attached.length, ...offsets, ...attached);
	const subtables = [Buffer.concat([head, markArray, upper, lower, below])];
	return { type: ON_LIGATURE, flag: 0, subtables, marks: [] };
}

/** GPOS with lookups that follow its own, for Arabic. */
function addPlaces(gpos: Buffer, added: readonly Lookup[]): Buffer {
	const lookups = [...readLookups(gpos), ...added];
	return withLookups(gpos, lookups, 9, [
		write(2, tag('DFLT'), 14, tag('arab'), 14, 4, 0, 0, 0xffff, 1, 0),
		write(1, tag('mark'), 8, 0, lookups.length, ...lookups.keys()),
	]);
}

/**
 * Keeps to the glyphs that `cmap` lists: vowels do not merge, and lam-alef is one glyph, with
 * vowels and without. The font would draw lam-alef as two halves that are not listed.
 */
function settleLigatures(gsub: Buffer, marks: ReadonlySet<number>): Buffer {
	const table = Buffer.from(gsub);
	const lookups = readLookups(table);
	const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
	for (const { type, subtables } of lookups)
		if (type === LIGATURE)
			for (const at of subtables.map(Number)) {
				const firsts = covered({ view }, at + table.readUInt16BE(at + 2));
				for (const [place, set] of listed(table, at + 4, at).entries())
					if (marks.has(firsts[place] ?? 0)) table.writeUInt16BE(0, set);
			}
	const [halves, lamAlef] = lookups.slice(-2);
	if (!halves || lamAlef?.type !== LIGATURE) throw new Error('no lam-alef');
	return withLookups(table, [...lookups.slice(0, -2), lamAlef, halves], 7);
}

/** The glyphs that a text is drawn of, from left to right. */
function drawnGlyphs(font: Font, text: string): number[] {
	const run = new Run();
	run.addText(text);
	run.guessSegmentProperties();
	shape(font, run);
	// A joiner is drawn as a space.
	const space = font.nominalGlyph(0x20);
	const glyphs = run.getGlyphInfosAndPositions().map(({ codepoint }) => codepoint);
	return glyphs.filter((glyph) => glyph !== space);
}

/** The widths and bearings of a font's glyphs. */
function readMetrics(hmtx: Buffer, long: number) {
	return {
		width: (glyph: number) => hmtx.readUInt16BE(4 * Math.min(glyph, long - 1)),
		bearing: (glyph: number) =>
			hmtx.readUInt16BE(glyph < long ? 4 * glyph + 2 : 2 * long + 2 * glyph),
	};
}

const glyphOf = (font: Font, character: string) =>
	font.nominalGlyph(character.codePointAt(0) ?? 0) ?? 0;

/**
 * The glyphs that are drawn, by the characters that name them: joined letters by their
 * presentation forms.
 * @param before The font in which lam-alef was not one glyph yet.
 */
function nameGlyphs(font: Font, before: Font) {
	const characters = new Map(
		[...font.face.collectUnicodes()].map((one) => [one, font.nominalGlyph(one) ?? 0]),
	);
	const named = new Set(characters.values());
	/** Letters that join the one before them, and those that may begin a word. */
	const [joined, first] = [new Set<number>(), new Set<number>()];
	/** By lam-alef, what the font would make of its letters with a vowel between them. */
	const drawnOf = new Map<number, number[]>();
	for (const [form, text] of FORMS) {
		const [glyph = 0, ...others] = drawnGlyphs(font, text);
		if (others.length > 0) continue;
		if (!named.has(glyph)) characters.set(form, glyph);
		(text.startsWith(ZWJ) ? joined : first).add(glyph);
		if (text.replaceAll(ZWJ, '').length > 1) {
			const [alef = 0, , lam = 0] = drawnGlyphs(before, text.replace('\u0644', `$&${SHADDA}`));
			drawnOf.set(glyph, [lam, alef]);
		}
	}
	return { characters, drawnOf, onlyJoined: joined.difference(first) };
}

/** What GPOS adds: where vowels stand, the widths that `hmtx` has too much, the lift. */
function placesFor(
	font: Font,
	gpos: Buffer,
	drawnOf: ReadonlyMap<number, readonly number[]>,
	changes: ReadonlyMap<number, number>,
	letters: readonly number[],
): Lookup[] {
	const onLigatures = readLookups(gpos)
		.filter(({ type }) => type === ON_LETTER)
		.flatMap(({ subtables }) => subtables.map(Number))
		.map((at) => stackOnLigatures(gpos, at, drawnOf));
	/** The middle of an outline at its top or its foot. */
	const edge = (glyph: number, isTop: boolean): Point => {
		const { xBearing, width, yBearing, height } = font.glyphExtents(glyph) ?? NOTHING;
		return [Math.round(xBearing + width / 2), isTop ? yBearing : yBearing + height];
	};
	const shadda = glyphOf(font, SHADDA);
	const upper = [...UPPER].map((vowel) => glyphOf(font, vowel));
	return [
		...onLigatures,
		stack(new Map(upper.map((glyph) => [glyph, edge(glyph, false)])), shadda, edge(shadda, true)),
		changeWidths(changes),
		liftSecond(letters),
	];
}

/** A TrueType font as Firefox is to print with it. */
export function forPrint(bytes: Uint8Array): Buffer {
	const tables = readTables(settleMarks(separateWidths(bytes), ASIDE));
	const table = (name: string) => {
		const found = tables.get(name);
		if (!found) throw new Error(`no table ${name}`);
		return found;
	};
	const [hhea, head] = ['hhea', 'head'].map((name) => Buffer.from(table(name))) as [Buffer, Buffer];
	const { width, bearing } = readMetrics(table('hmtx'), hhea.readUInt16BE(34));
	const glyphs = Array.from({ length: table('maxp').readUInt16BE(4) }, (_, glyph) => glyph);
	const letters = glyphs.filter((glyph) => glyph > 0 && width(glyph) > 0);
	const marks = new Set(glyphs.filter((glyph) => glyph > 0 && width(glyph) === 0));

	const open = () => new Font(new Face(new Blob(new Uint8Array(writeFont(tables)))));
	const before = open();
	tables.set('GSUB', settleLigatures(table('GSUB'), marks));
	const font = open();
	const { characters, drawnOf, onlyJoined } = nameGlyphs(font, before);
	tables.set('cmap', writeCharacters(characters));

	const vowels = new Set([...VOWELS].map((vowel) => glyphOf(font, vowel)));
	/** The width that `hmtx` tells for the PDF. */
	const told = (glyph: number) =>
		vowels.has(glyph)
			? WIDE
			: onlyJoined.has(glyph) && width(glyph) < WIDE
				? Math.min(WIDE, width(glyph) + WIDER)
				: width(glyph);
	const widened = glyphs.filter((glyph) => !vowels.has(glyph) && told(glyph) > width(glyph));
	const changes = new Map(widened.map((glyph) => [glyph, width(glyph) - told(glyph)]));
	const gpos = table('GPOS');
	tables.set('GPOS', addPlaces(gpos, placesFor(font, gpos, drawnOf, changes, letters)));
	const metrics = glyphs.flatMap((glyph) => [
		told(glyph),
		bearing(glyph) + (vowels.has(glyph) ? ASIDE : 0),
	]);
	tables.set('hmtx', write(...metrics));
	hhea.writeUInt16BE(glyphs.length, 34);
	tables.set('hhea', hhea);
	// Clears bit 1 of `flags` (bearings are those of the outlines), so that the new bearings count.
	head.writeUInt16BE(head.readUInt16BE(16) & ~2, 16);
	tables.set('head', head);
	return writeFont(tables);
}
