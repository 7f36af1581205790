/** The photograph that leads an article as JPEG files, for search engines, feeds and previews. */
import type { Bytes } from '../kept-files.ts';
import { crop, focusPoint, largestBox, type Size } from './crop.ts';
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

/** The file of a shape. The feed tells its length. */
export function photoImage(
	{ file, name, width, height }: Original,
	shape: PhotoShape,
	focus?: string,
): Kept<Bytes> {
	const box = photoSize({ width, height }, shape);
	return { shown: ['photo', name, box, focus], draw: () => draw(file, box, focus) };
}

async function draw(file: string, box: Size, focus?: string): Promise<Bytes> {
	const shape = await crop(file, box, focusPoint(focus));
	// sharp would write transparent pixels black.
	const filled = shape.flatten({ background: '#fff' });
	// Not progressive: that takes twice the time, for as many bytes.
	return new Uint8Array(await filled.jpeg({ quality: 78, ...JPEG, progressive: false }).toBuffer());
}
