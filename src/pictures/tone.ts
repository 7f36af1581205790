import { statSync } from 'node:fs';
import { upright } from './crop.ts';

const known = new Map<string, Promise<string | undefined>>();

/**
 * The average colour of a picture, `#a98`, shown until it has loaded. Undefined for pictures with
 * an alpha channel. Each file is read once.
 */
export function toneOf(file: string): Promise<string | undefined> {
	// With its time: while one writes, another photograph may take its place.
	const key = `${file} ${statSync(file).mtimeMs}`;
	const tone = known.get(key) ?? read(file);
	known.set(key, tone);
	return tone;
}

async function read(file: string): Promise<string | undefined> {
	const { picture } = await upright(file);
	const { data, info } = await picture
		.toColourspace('srgb')
		.resize(1, 1, { fit: 'fill' })
		.raw()
		.toBuffer({ resolveWithObject: true });
	if (info.channels === 2 || info.channels === 4) return undefined;
	const [red = 0, green = red, blue = red] = data;
	return `#${[red, green, blue].map((value) => Math.round(value / 17).toString(16)).join('')}`;
}
