/** Cutting a photograph to a shape so that what matters stays in it. */
import { statSync } from 'node:fs';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { FOCUS, USUAL_FOCUS } from '../article/picture.ts';

/** A size in pixels. */
export interface Size {
	width: number;
	height: number;
}

/**
 * The point that stays when a picture is cropped, as parts of its width (from the left) and height
 * (from the top).
 */
export interface Focus {
	x: number;
	y: number;
}

/** `60% 30%` as a point. */
export function focusPoint(focus = USUAL_FOCUS): Focus {
	const [, x, y] = FOCUS.exec(focus) ?? [];
	return { x: Number(x) / 100, y: Number(y) / 100 };
}

/**
 * Where a picture is cut for a box: the size that it is drawn in first, and the box's upper left
 * corner in it. The focus stands in the middle of the box as far as the edges of the picture allow.
 */
export function cropBox(
	{ width, height }: Size,
	box: Size,
	focus: Focus,
): { drawn: Size; left: number; top: number } {
	const scale = Math.max(box.width / width, box.height / height);
	const drawn = {
		width: Math.max(box.width, Math.round(width * scale)),
		height: Math.max(box.height, Math.round(height * scale)),
	};
	const start = (whole: number, part: number, point: number) =>
		Math.round(Math.min(Math.max(point * whole - part / 2, 0), whole - part));
	return {
		drawn,
		left: start(drawn.width, box.width, focus.x),
		top: start(drawn.height, box.height, focus.y),
	};
}

/**
 * The largest box of a shape (width divided by height) that a picture holds, no wider than `most`.
 */
export function largestBox({ width, height }: Size, shape: number, most = Infinity): Size {
	const across = Math.min(width, Math.round(height * shape), most);
	return { width: across, height: Math.round(across / shape) };
}

/**
 * A photograph turned upright, and its size. Encoded, it is sRGB: sharp by default leaves a
 * picture of 16 bits in P3 without a profile, so red fades. GIMP saves such PNG, phones such AVIF.
 * @param source The file or its bytes. Of an animation the first frame.
 */
export async function upright(
	source: string | Uint8Array,
): Promise<{ picture: Sharp; size: Size }> {
	const { autoOrient, depth } = await sharp(source, { failOn: 'none' }).metadata();
	const picture = sharp(source, { failOn: 'none' }).autoOrient();
	return {
		picture: depth === 'ushort' ? picture.pipelineColourspace('srgb') : picture,
		size: autoOrient,
	};
}

/** Pixels, upright. */
export interface Pixels {
	data: Buffer;
	info: OutputInfo;
}

/** The pixels of a picture. */
export async function pixelsOf(picture: Sharp): Promise<Pixels> {
	const { data, info } = await picture
		.toColourspace('srgb')
		.raw()
		.toBuffer({ resolveWithObject: true });
	// Sharp says how it resized, not how the pixels are: they are never premultiplied by their alpha.
	return { data, info: { ...info, premultiplied: false } };
}

/**
 * In pixels. A photograph is decoded just large enough to cover a square of this side: no box is
 * larger.
 */
const ENOUGH = 1200;

/**
 * The last photographs, by file and time: the card and the shapes of one are cut one after another.
 */
const decoded = new Map<string, Promise<Pixels>>();
const KEPT = 2;

/** Decodes a photograph: once for all that is cut from it, and no larger than they need. */
function decode(file: string): Promise<Pixels> {
	const key = `${file} ${statSync(file).mtimeMs}`;
	const pixels = decoded.get(key) ?? upright(file).then(({ picture }) => pixelsOf(within(picture)));
	decoded.set(key, pixels);
	const [oldest] = decoded.keys();
	if (decoded.size > KEPT && oldest) decoded.delete(oldest);
	return pixels;
}

/** A JPEG is read in a smaller size where that is enough. */
const within = (picture: Sharp) =>
	picture.resize({ width: ENOUGH, height: ENOUGH, fit: 'outside', withoutEnlargement: true });

/**
 * A photograph's file cut to a box, upright, without what the camera wrote beside it. A moving
 * picture gives its first one.
 */
export async function crop(file: string, box: Size, focus: Focus): Promise<Sharp> {
	const { data, info } = await decode(file);
	return cut(sharp(data, { raw: info }), info, box, focus);
}

/** An upright picture of a size, cut to a box. */
export function cut(picture: Sharp, size: Size, box: Size, focus: Focus): Sharp {
	const { drawn, left, top } = cropBox(size, box, focus);
	return picture.resize({ ...drawn, fit: 'fill' }).extract({ left, top, ...box });
}
