/**
 * Moves the height of vowels from GPOS into their outlines.
 *
 * GPOS lifts a vowel to where it belongs: over a lam by 0.3 em. PDFium, which reads a PDF for
 * Chromium and Edge, takes what is lifted so far for a line of its own, and splits the word. So
 * the outlines are raised as high as most letters need, and GPOS moves them less, or down over
 * flat letters. What is seen stays the same.
 */

/**
 * In font units of 1000 an em: at these PDFium cuts the fewest words (tests/pdf.ts). Most vowels
 * above stand 120 higher.
 */
const UP = 120;
const DOWN = -100;

/** Reads the tables of a TrueType font. https://learn.microsoft.com/typography/opentype/spec/ */
function opened(font: Uint8Array) {
	const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
	const tables = new Map<string, number>();
	for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16)
		tables.set(String.fromCharCode(...font.subarray(entry, entry + 4)), view.getUint32(entry + 8));
	const table = (name: string) => {
		const at = tables.get(name);
		if (at === undefined) throw new Error(`no table ${name}`);
		return at;
	};
	const [loca, glyf, isLong] = [
		table('loca'),
		table('glyf'),
		view.getInt16(table('head') + 50) === 1,
	];
	return {
		view,
		table,
		glyphs: view.getUint16(table('maxp') + 4),
		/** Where the outline of a glyph begins. */
		outline: (glyph: number) =>
			glyf + (isLong ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph)),
	};
}
type Font = ReturnType<typeof opened>;

/** The offsets of the component records of composite glyphs, which begin with their flags. */
function* readParts({ view, outline, glyphs }: Font): Generator<number> {
	for (let glyph = 0; glyph < glyphs; glyph++) {
		let at = outline(glyph);
		if (at === outline(glyph + 1) || view.getInt16(at) >= 0) continue;
		at += 10;
		for (let flags = 0x20; flags & 0x20; ) {
			flags = view.getUint16(at);
			yield at;
			at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
		}
	}
}

/** The glyphs that are parts of others: the hamza is one. */
const partsOfOthers = (font: Font) =>
	new Set([...readParts(font)].map((at) => font.view.getUint16(at + 2)));

/** The glyphs of a coverage table, in its order. */
export function covered({ view }: Pick<Font, 'view'>, at: number): number[] {
	const count = view.getUint16(at + 2);
	if (view.getUint16(at) === 1)
		return Array.from({ length: count }, (_, index) => view.getUint16(at + 4 + 2 * index));
	return Array.from({ length: count }, (_, index) => at + 4 + 6 * index).flatMap((range) => {
		const first = view.getUint16(range);
		return Array.from({ length: view.getUint16(range + 2) + 1 - first }, (_, next) => first + next);
	});
}

/**
 * The offsets of the anchors in GPOS, each with its marks. 0 among them is the anchor of a letter.
 */
function anchors(font: Font): Map<number, Set<number>> {
	const { view, table } = font;
	const found = new Map<number, Set<number>>();
	const list = table('GPOS') + view.getUint16(table('GPOS') + 8);
	const offsets = (at: number) =>
		Array.from({ length: view.getUint16(at) }, (_, index) => view.getUint16(at + 2 + 2 * index));
	/** An array of records of `size` bytes, each with the offsets of anchors from `first` on. */
	const read = (array: number, size: number, first: number, owners: readonly number[]) => {
		for (let index = 0; index < view.getUint16(array); index++)
			for (let at = first; at < size; at += 2) {
				const offset = view.getUint16(array + 2 + size * index + at);
				if (offset === 0) continue;
				const owner = owners[index] ?? 0;
				found.set(array + offset, (found.get(array + offset) ?? new Set()).add(owner));
			}
	};
	for (const lookup of offsets(list).map((offset) => list + offset)) {
		const kind = view.getUint16(lookup);
		if (kind !== 4 && kind !== 6) continue;
		for (const at of offsets(lookup + 4).map((offset) => lookup + offset)) {
			const part = (place: number) => at + view.getUint16(at + place);
			const classes = view.getUint16(at + 6);
			read(part(8), 4, 2, covered(font, part(2)));
			read(part(10), 2 * classes, 0, kind === 6 ? covered(font, part(4)) : []);
		}
	}
	return found;
}

/**
 * The offset and the encoding of the y of an outline's first point; later ones are relative to it.
 */
function firstHeight({ view, outline }: Font, glyph: number) {
	const ends = outline(glyph) + 10;
	const contours = view.getInt16(outline(glyph));
	const points = view.getUint16(ends + 2 * contours - 2) + 1;
	let at = ends + 2 * contours;
	at += 2 + view.getUint16(at);
	const flags = view.getUint8(at);
	let across = 0;
	for (let point = 0; point < points; ) {
		const each = view.getUint8(at++);
		const times = each & 8 ? view.getUint8(at++) + 1 : 1;
		across += times * (each & 2 ? 1 : each & 0x10 ? 0 : 2);
		point += times;
	}
	return { at: at + across, isByte: (flags & 4) !== 0, isSet: (flags & 0x20) !== 0 };
}

/**
 * Moves the outline of a simple glyph up. @throws where the file has no room for its new height.
 */
function moveOutline(font: Font, glyph: number, by: number): void {
	const { view, outline, table } = font;
	const { at, isByte, isSet } = firstHeight(font, glyph);
	if (isByte) {
		const moved = by + (isSet ? 1 : -1) * view.getUint8(at);
		if (Math.abs(moved) > 0xff || moved > 0 !== isSet) throw new Error(`no room in glyph ${glyph}`);
		view.setUint8(at, Math.abs(moved));
	} else if (isSet) throw new Error(`no height in glyph ${glyph}`);
	else view.setInt16(at, view.getInt16(at) + by);
	for (const bound of [outline(glyph) + 4, outline(glyph) + 8])
		view.setInt16(bound, view.getInt16(bound) + by);
	const top = table('head') + 42;
	view.setInt16(top, Math.max(view.getInt16(top), view.getInt16(outline(glyph) + 8)));
}

/**
 * A font with the outlines of vowels raised, or lowered below letters, and anchors that make up
 * for it.
 * @param aside How far GPOS sets a vowel to the left of its letter, in units; the outline must
 * stand as far to the right.
 */
export function settleMarks(bytes: Uint8Array, aside = 0): Buffer {
	const font = opened(new Uint8Array(bytes));
	const { view, outline } = font;
	const parts = partsOfOthers(font);
	const places = anchors(font);
	const isBelow = (glyph: number) => view.getInt16(outline(glyph) + 8) < 256;
	const rise = (glyph: number) => (isBelow(glyph) ? DOWN : UP);
	/** The hamza is a part of letters, too, and stays. */
	const isFree = (glyph: number) =>
		glyph > 0 && !parts.has(glyph) && view.getInt16(outline(glyph)) > 0;
	const shared = [...places.values()].map((owners) => [...owners]);
	const moved = [...new Set(shared.flat())].filter((glyph) =>
		shared.every((owners) => !owners.includes(glyph) || owners.every(isFree)),
	);
	for (const [at, owners] of places) {
		const [glyph = 0] = owners;
		if (!moved.includes(glyph)) continue;
		view.setInt16(at + 2, view.getInt16(at + 2) + aside);
		view.setInt16(at + 4, view.getInt16(at + 4) + rise(glyph));
	}
	for (const glyph of moved) moveOutline(font, glyph, rise(glyph));
	return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}

/** Clears USE_MY_METRICS, so that composite glyphs have widths of their own. */
export function separateWidths(bytes: Uint8Array): Uint8Array {
	const copy = new Uint8Array(bytes);
	const font = opened(copy);
	for (const at of readParts(font)) font.view.setUint16(at, font.view.getUint16(at) & ~0x200);
	return copy;
}
