/**
 * Composes pictures pixel by pixel. For small layers it is faster than sharp, which blends all
 * pixels.
 */
import type { Sharp } from 'sharp';
import { pixelsOf, type Size } from './crop.ts';

/** Pixels of red, green and blue in turn. */
export interface Canvas extends Size {
	data: Buffer;
}

/** Pixels of red, green, blue and opacity in turn. */
export interface Layer extends Size {
	data: Buffer;
}

/** A canvas of one colour: `#fff8f0`. */
export function blank({ width, height }: Size, colour: string): Canvas {
	return { data: Buffer.alloc(width * height * 3, bytesOf(colour)), width, height };
}

/** A picture as a canvas. It must be opaque: alpha is dropped. */
export async function canvasOf(picture: Sharp): Promise<Canvas> {
	const { data, info } = await pixelsOf(picture.removeAlpha());
	return { data, width: info.width, height: info.height };
}

/** Lays a canvas on another one, in which it lies whole. */
export function lay(canvas: Canvas, part: Canvas, left: number, top: number): void {
	for (let row = 0; row < part.height; row++) {
		const to = 3 * ((top + row) * canvas.width + left);
		part.data.copy(canvas.data, to, 3 * row * part.width, 3 * (row + 1) * part.width);
	}
}

/** Paints a layer on a canvas. What runs out of it is cut off. */
export function paint(canvas: Canvas, layer: Layer, left: number, top: number): void {
	const { data: to, width, height } = canvas;
	const { data: from } = layer;
	const first = Math.max(0, -left);
	const end = Math.min(layer.width, width - left);
	for (let row = Math.max(0, -top); row < Math.min(layer.height, height - top); row++) {
		let at = 4 * (row * layer.width + first);
		let below = 3 * ((top + row) * width + left + first);
		for (let column = first; column < end; column++, at += 4, below += 3) {
			const opacity = from[at + 3] ?? 0;
			if (opacity === 0) continue;
			for (let colour = 0; colour < 3; colour++) {
				const under = to[below + colour] ?? 0;
				to[below + colour] =
					under + Math.round((((from[at + colour] ?? 0) - under) * opacity) / 255);
			}
		}
	}
}

/** The three bytes of a colour: `#fff8f0`. */
const bytesOf = (colour: string): Buffer => Buffer.from(colour.slice(1), 'hex');
