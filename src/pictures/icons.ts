/** The mark of the site: its logo on paper, or the first letter of its name on its colour. */
import { readFile } from 'node:fs/promises';
import { Blob, Face, Font, Buffer as Run, shape } from 'harfbuzzjs';
import sharp from 'sharp';
import { drawable } from '../drawable.ts';
import type { Bytes } from '../kept-files.ts';
import { GREYS } from '../publisher/colours.ts';
import { site } from '../site.ts';
import { extent, type Point } from './geometry.ts';
import { FOLDER } from './lettering.ts';
import { logoSvg } from './logo.ts';

/**
 * Widths in pixels: 180 for the home screen of iOS, 192 and 512 for the manifest. The mark stays
 * inside the safe circle of maskable icons (https://www.w3.org/TR/appmanifest/#icon-masks), so one
 * drawing serves all.
 */
export const ICONS = [180, 192, 512] as const;

/** Side of the square, and radius of the circle around the mark. The safe circle has 0.4. */
const SIZE = 256;
const RADIUS = 0.35 * SIZE;

/** A square PNG of the mark, opaque. */
export async function icon(width: number): Promise<Bytes> {
	return new Uint8Array(
		await sharp(Buffer.from(await mark()))
			.resize(width)
			.removeAlpha()
			.png({ palette: true })
			.toBuffer(),
	);
}

/**
 * Sides in pixels of the pictures in `/favicon.ico`: of tabs, of the tabs of sharp screens, of
 * search results.
 */
const SIDES = [16, 32, 48];

/**
 * The mark as an ICO file that holds PNGs.
 * @see https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 */
export async function favicon(): Promise<Bytes> {
	const pictures = await Promise.all(SIDES.map(icon));
	const directory = Buffer.alloc(6 + 16 * SIDES.length);
	directory.writeUInt16LE(1, 2); // An icon, not a cursor.
	directory.writeUInt16LE(SIDES.length, 4);
	let offset = directory.length;
	for (const [index, side] of SIDES.entries()) {
		const { length = 0 } = pictures[index] ?? {};
		const entry = directory.subarray(6 + 16 * index);
		entry.set([side, side]);
		entry.writeUInt16LE(1, 4); // Planes of colour.
		entry.writeUInt16LE(32, 6); // Bits of a pixel. Readers take them from the PNG.
		entry.writeUInt32LE(length, 8);
		entry.writeUInt32LE(offset, 12);
		offset += length;
	}
	return new Uint8Array(Buffer.concat([directory, ...pictures]));
}

/** The mark as an SVG that needs no font. */
export async function mark(): Promise<string> {
	const { name, logo, colours } = site;
	const [ground, drawing] = logo
		? [GREYS.light.paper, logoInCircle(logo.ratio)]
		: [colours.accent.light, await letterInCircle(firstLetter(name))];
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}"><path fill="${ground}" d="M0 0h${SIZE}v${SIZE}H0z"/>${drawing}</svg>`;
}

/** The logo, its corners on the circle. */
function logoInCircle(ratio: number): string {
	const height = Math.round((2 * RADIUS) / Math.hypot(ratio, 1));
	const width = Math.round(height * ratio);
	return logoSvg({ x: (SIZE - width) / 2, y: (SIZE - height) / 2, width, height });
}

/**
 * The letter that a name is known by, with its marks: the first after the article («ش» of «الشرق»).
 * Without letters it is the first digit, or the first sign. A stroke that lengthens a word («ـ») is
 * no letter.
 */
export function firstLetter(name: string): string {
	const drawn = drawable(name).replace(/\p{Lm}/gu, '');
	const word = drawn.replace(/^(\P{L}*)ال(?=\p{L}{2})/u, '$1');
	return (/\p{L}\p{M}*/u.exec(word) ?? /\p{N}/u.exec(word) ?? /./u.exec(word))?.[0] ?? name;
}

/** The outline of a letter in isolated form, scaled to the circle. */
async function letterInCircle(letter: string): Promise<string> {
	const outline = await glyphs(letter);
	const points = outline.flatMap(({ points }) => points);
	const [left, right] = extent(points.map(([x]) => x));
	const [top, bottom] = extent(points.map(([, y]) => y));
	const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
	const reach = Math.max(...points.map(([x, y]) => Math.hypot(x - middleX, y - middleY)));
	const place = (way: number) => Math.round(SIZE / 2 + (way * RADIUS) / reach);
	let pen: Point = [0, 0];
	// Relative commands after each M: half the bytes.
	const path = outline.map(({ type, points }) => {
		const ends = points.map(([x, y]): Point => [place(x - middleX), place(y - middleY)]);
		const [fromX, fromY] = type === 'M' ? [0, 0] : pen;
		pen = ends.at(-1) ?? pen;
		const steps = ends.map(([x, y]) => `${x - fromX} ${y - fromY}`).join(' ');
		return (type === 'M' ? type : type.toLowerCase()) + steps.replaceAll(' -', '-');
	});
	return `<path fill="${GREYS.light.paper}" d="${path.join('')}"/>`;
}

/** The outline of a letter in font units, y pointing down. From the first font file that has it. */
async function glyphs(letter: string): Promise<{ type: string; points: Point[] }[]> {
	for (const script of ['arabic', 'latin', 'latin-ext']) {
		const file = await readFile(`${FOLDER}/noto-naskh-${script}.ttf`);
		const font = new Font(new Face(new Blob(new Uint8Array(file))));
		const run = new Run();
		run.addText(letter);
		run.guessSegmentProperties();
		shape(font, run);
		const set = run.getGlyphInfosAndPositions();
		// Glyph 0 is .notdef: this file lacks the letter.
		if (set.some(({ codepoint }) => codepoint === 0)) continue;
		let pen = 0;
		return set.flatMap(({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
			const from = pen + xOffset;
			pen += xAdvance;
			return font.glyphToJson(codepoint).map(({ type, values }) => ({
				type,
				points: values.flatMap((x, index): Point[] =>
					index % 2 ? [] : [[from + x, -(yOffset + (values[index + 1] ?? 0))]],
				),
			}));
		});
	}
	throw new Error(`no outline for ${letter}`); // the name was judged: all of it can be drawn
}
