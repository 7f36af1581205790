/**
 * Makes of a face the one that Firefox prints with (styles/site.css), so that text of its PDF can be found.
 *
 * Firefox writes the letters of a word from right to left as one run, and names each by the character that the font lists
 * for its glyph. PDFium, which reads a PDF for Chromium and Edge, takes a run for written from left to right, and turns it
 * round; and joined letters are listed nowhere. So here every second letter stands 2 units higher, which no printer shows:
 * at another height a new run begins. Joined letters are listed by their presentation forms.
 * The tables: https://learn.microsoft.com/typography/opentype/spec/
 */
import { Blob, Face, Font, Buffer as Run, shape } from 'harfbuzzjs';
import { covered } from './marks.ts';

/** In units of 1000 an em. Up to 1 cairo, which writes the PDF, takes for the same height. */
const LIFT = 2;
/**
 * The width of a vowel in the PDF: that of the narrowest letter. On the page it has none, whatever the file says. PDFium
 * takes a glyph for a line of its own that stands higher than half its width, or half that of the one before it.
 */
const VOWEL = 275;
const VOWELS = '\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670';

/** Types of lookups and what they pass over. */
const [LIGATURE, CHAINED, PAIR] = [4, 6, 2];
const IGNORE_MARKS = 8;
const FILTER_MARKS = 0x10;

const ZWJ = '\u200d';
/** What stands about a letter in the forms that Unicode has of it, in their order: alone, final, initial, medial. */
const ABOUT = [
	['', ''],
	[ZWJ, ''],
	['', ZWJ],
	[ZWJ, ZWJ],
] as const;

/** The presentation forms of the letters, and of lam-alef: each with text that is drawn as it is. */
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

/** Bytes of numbers of 16 bits, of 32 where they stand in an array, and of what has bytes already. */
function write(...parts: (number | [number] | Buffer)[]): Buffer {
	return Buffer.concat(
		parts.map((part) => {
			if (Buffer.isBuffer(part)) return part;
			const bytes = Buffer.alloc(typeof part === 'number' ? 2 : 4);
			if (typeof part === 'number') bytes.writeUInt16BE(part & 0xffff);
			else bytes.writeUInt32BE(part[0]);
			return bytes;
		}),
	);
}
const tag = (letters: string) => Buffer.from(letters, 'latin1');

function readTables(font: Uint8Array): Map<string, Buffer> {
	const bytes = Buffer.from(font);
	const entries = Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
	return new Map(
		entries.map((entry) => {
			const at = bytes.readUInt32BE(entry + 8);
			return [
				bytes.toString('latin1', entry, entry + 4),
				bytes.subarray(at, at + bytes.readUInt32BE(entry + 12)),
			];
		}),
	);
}

/** A TrueType font of some tables. It has no check sums: the woff2 gets them. */
function writeFont(tables: ReadonlyMap<string, Buffer>): Buffer {
	const all = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
	const entries: Buffer[] = [];
	const bodies: Buffer[] = [];
	let at = 12 + 16 * all.length;
	for (const [name, body] of all) {
		entries.push(write(tag(name), [0], [at], [body.length]));
		const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
		bodies.push(padded);
		at += padded.length;
	}
	return write([0x10000], all.length, 0, 0, 0, ...entries, ...bodies);
}

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

/** A coverage or a class definition: runs of neighbours, each with what `value` gives for the place of its first glyph. */
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
	/** Which marks it sees, where its flag says so. */
	marks: number[];
}

/** Where all stands whose offsets from `start` are listed at `at`. */
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
 * GSUB or GPOS with other lookups. All it had follows behind the new list, which leads there by extensions.
 * @param extension Their type.
 * @param features Scripts and features, if not those that it has.
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

/** Of two letters one after another the second is lifted, whatever they are; then come the next two. */
function liftSecond(gpos: Buffer, letters: readonly number[]): Buffer {
	const classes = writeRuns(letters, () => 1);
	// One class of first letters; two of second ones, each with a height: none, and that of all letters.
	const pairs = write(2, 24 + classes.length, 0, 2, 20, 24, 1, 2, 0, LIFT, 2, 0, classes);
	const subtables = [Buffer.concat([pairs, writeCoverage(letters)])];
	const lookups = [...readLookups(gpos), { type: PAIR, flag: IGNORE_MARKS, subtables, marks: [] }];
	return withLookups(gpos, lookups, 9, [
		write(2, tag('DFLT'), 14, tag('arab'), 14, 4, 0, 0, 0xffff, 1, 0),
		write(1, tag('mark'), 8, 0, lookups.length, ...lookups.keys()),
	]);
}

/**
 * What is drawn as several glyphs, or as one of several letters, is as the list of characters knows it: vowels stay apart,
 * and lam-alef without vowels is one glyph. The font has that, but before it comes to it, it makes two that are not listed.
 */
function settleLigatures(gsub: Buffer, marks: ReadonlySet<number>): Buffer {
	const table = Buffer.from(gsub);
	const lookups = readLookups(table);
	const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
	const ligatures = lookups.flatMap(({ type, subtables }, index) =>
		type === LIGATURE
			? subtables.flatMap((at) => {
					const firsts = covered({ view }, Number(at) + table.readUInt16BE(Number(at) + 2));
					return listed(table, Number(at) + 4, Number(at)).map((set, place) => ({
						index,
						set,
						first: firsts[place] ?? 0,
					}));
				})
			: [],
	);
	for (const { set, first } of ligatures) if (marks.has(first)) table.writeUInt16BE(0, set);
	const last = lookups.at(-1);
	const index = lookups.length - 1;
	if (last?.type !== LIGATURE) throw new Error('no lam-alef');
	const lams = ligatures.filter((ligature) => ligature.index === index);
	const alefs = new Set(
		lams.flatMap(({ set }) => listed(table, set).map((at) => table.readUInt16BE(at + 4))),
	);
	const parts = [lams.map(({ first }) => first), alefs, marks].map((glyphs) =>
		writeCoverage(glyphs),
	);
	const [lam, alef, mark] = parts as [Buffer, Buffer, Buffer];
	// With a vowel on the alef nothing is done; without, the lookup that is now behind all that features name.
	const left = write(
		3,
		0,
		2,
		16,
		16 + lam.length,
		1,
		16 + lam.length + alef.length,
		0,
		lam,
		alef,
		mark,
	);
	const done = write(3, 0, 2, 18, 18 + lam.length, 0, 1, 0, lookups.length, lam, alef);
	const chained = { type: CHAINED, flag: 0, subtables: [left, done], marks: [] };
	return withLookups(
		table,
		[...lookups.slice(0, -2), chained, ...lookups.slice(-2, -1), { ...last, flag: 0 }],
		7,
	);
}

/** A TrueType font as Firefox is to print with it. */
export function forPrint(bytes: Uint8Array): Buffer {
	const tables = readTables(bytes);
	const table = (name: string) => {
		const found = tables.get(name);
		if (!found) throw new Error(`no table ${name}`);
		return found;
	};
	const [metrics, head] = [table('hmtx'), Buffer.from(table('hhea'))];
	const long = head.readUInt16BE(34);
	const glyphs = Array.from({ length: table('maxp').readUInt16BE(4) }, (_, glyph) => glyph);
	const width = (glyph: number) => metrics.readUInt16BE(4 * Math.min(glyph, long - 1));
	const bearing = (glyph: number) =>
		metrics.readUInt16BE(glyph < long ? 4 * glyph + 2 : 2 * long + 2 * glyph);
	const [letters, marks] = [true, false].map((isWide) =>
		glyphs.filter((glyph) => glyph > 0 && width(glyph) > 0 === isWide),
	) as [number[], number[]];
	tables.set('GPOS', liftSecond(table('GPOS'), letters));
	tables.set('GSUB', settleLigatures(table('GSUB'), new Set(marks)));

	const face = new Face(new Blob(new Uint8Array(writeFont(tables))));
	const font = new Font(face);
	const glyphOf = (character: number) => font.nominalGlyph(character) ?? 0;
	const characters = new Map([...face.collectUnicodes()].map((one) => [one, glyphOf(one)]));
	const named = new Set(characters.values());
	for (const [form, text] of FORMS) {
		const run = new Run();
		run.addText(text);
		run.guessSegmentProperties();
		shape(font, run);
		// A joiner is drawn as a space.
		const drawn = run
			.getGlyphInfosAndPositions()
			.map(({ codepoint }) => codepoint)
			.filter((glyph) => glyph !== glyphOf(0x20));
		const [glyph = 0] = drawn;
		if (drawn.length === 1 && !named.has(glyph)) characters.set(form, glyph);
	}
	tables.set('cmap', writeCharacters(characters));

	const vowels = new Set([...VOWELS].map((vowel) => glyphOf(vowel.codePointAt(0) ?? 0)));
	tables.set(
		'hmtx',
		write(...glyphs.flatMap((glyph) => [vowels.has(glyph) ? VOWEL : width(glyph), bearing(glyph)])),
	);
	head.writeUInt16BE(glyphs.length, 34);
	tables.set('hhea', head);
	return writeFont(tables);
}
