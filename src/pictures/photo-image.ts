/** The photograph that leads an article as JPEG files, for search engines, feeds and previews. */
import sharp, { type OutputInfo } from 'sharp';
import { cropBox, cut, focusPoint, largestBox, type Size, upright } from './crop.ts';
import { JPEG } from './jpeg.ts';
import type { Kept } from './kept.ts';

/** Width divided by height. Search engines ask for these three shapes, 1,200 px wide. */
export const PHOTO_SHAPES = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1 } as const;
export type PhotoShape = keyof typeof PHOTO_SHAPES;
const WIDEST = 1200;

/** The size of a file in pixels: never above the original. */
export const photoSize = (taken: Size, shape: PhotoShape): Size =>
	largestBox(taken, PHOTO_SHAPES[shape], WIDEST);

/** A photograph by the path of its original, and by a name that changes with its bytes. */
export interface Original extends Size {
	file: string;
	name: string;
}

interface Pixels {
	data: Buffer;
	info: OutputInfo;
}

/** The file of a shape. The feed tells its length. */
export function photoImage(
	{ file, name, width, height }: Original,
	shape: PhotoShape,
	focus?: string,
): Kept<Uint8Array<ArrayBuffer>> {
	const box = photoSize({ width, height }, shape);
	return { shown: ['photo', name, box, focus], draw: () => draw(file, box, focus) };
}

/** The last photograph: its shapes are asked for one after another. */
let last: { file: string; pixels: Promise<Pixels> } | undefined;

async function draw(file: string, box: Size, focus?: string): Promise<Uint8Array<ArrayBuffer>> {
	if (last?.file !== file) last = { file, pixels: decode(file) };
	const { data, info } = await last.pixels;
	const shape = cut(sharp(data, { raw: info }), info, box, focusPoint(focus));
	// Not progressive: that takes twice the time, for as many bytes.
	const jpeg = shape.jpeg({ quality: 78, ...JPEG, progressive: false });
	return new Uint8Array(await jpeg.toBuffer());
}

/** Decodes a photograph, as small as its largest shape allows. */
async function decode(file: string): Promise<Pixels> {
	const { picture, size } = await upright(file);
	const across = Object.values(PHOTO_SHAPES).map(
		(ratio) => cropBox(size, largestBox(size, ratio, WIDEST), focusPoint()).drawn.width,
	);
	return (
		picture
			.resize({ width: Math.max(...across) })
			.toColourspace('srgb')
			// Where one sees through it, sharp would write black.
			.flatten({ background: '#fff' })
			.raw()
			.toBuffer({ resolveWithObject: true })
	);
}
