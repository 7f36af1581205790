/** The photograph that leads an article as JPEG files, for search engines, feeds and previews. */
import { crop, focusPoint, largestBox, type Size } from './crop.ts';

/** Width divided by height. Search engines ask for these three shapes, 1,200 px wide. */
export const PHOTO_SHAPES = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1 } as const;
export type PhotoShape = keyof typeof PHOTO_SHAPES;
const WIDEST = 1200;

/** The size of a file in pixels: never above the original. */
export const photoSize = (taken: Size, shape: PhotoShape): Size =>
	largestBox(taken, PHOTO_SHAPES[shape], WIDEST);

/** A photograph by the path of its original. */
export interface Original extends Size {
	file: string;
}

const drawn = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** The file of a shape. Drawn once: the feed tells its length. */
export function photoImage(
	{ file, width, height }: Original,
	shape: PhotoShape,
	focus?: string,
): Promise<Uint8Array<ArrayBuffer>> {
	const key = `${shape} ${focus} ${file}`;
	const image = drawn.get(key) ?? draw(file, photoSize({ width, height }, shape), focus);
	drawn.set(key, image);
	return image;
}

async function draw(file: string, box: Size, focus?: string): Promise<Uint8Array<ArrayBuffer>> {
	const cut = await crop(file, box, focusPoint(focus));
	return new Uint8Array(await cut.jpeg({ quality: 80, mozjpeg: true }).toBuffer());
}
