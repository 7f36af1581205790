/**
 * The route map as picture files, for link previews and search results. The names are set by Pango with our typeface,
 * which it takes from the file named: the fonts of the machine do not matter.
 */
import { access } from 'node:fs/promises';
import sharp, { type OverlayOptions, type TextAlign } from 'sharp';
import { boxes, type End } from './map-labels.ts';
import { routeMap, type Frame, type RouteMap } from './map.ts';
import type { EventData } from './schema.ts';

/** In pixels. Search engines ask for these three shapes, 1,200 px wide. */
export const SHAPES = {
	'16x9': { width: 1200, height: 675, em: 54, points: 3000 },
	'4x3': { width: 1200, height: 900, em: 54, points: 3000 },
	'1x1': { width: 1200, height: 1200, em: 54, points: 3000 },
} as const satisfies Record<string, Frame>;

/** The colours of the page by day. */
const PAPER = '#fff';
const LAND = '#e6eaec';
const COAST = '#c3cbd0';
const ROUTE = '#0a4d7d';
const INK = '#14181b';

/** Found from the project's folder, in which Astro runs: a bundled module does not know where its source lies. */
const FONT = { font: 'Noto Naskh Arabic Semi-Bold', arabic: 'src/assets/fonts/noto-naskh-arabic.ttf', latin: 'src/assets/fonts/noto-naskh-latin.ttf' };

/** The map of an event's route as JPEG, the same bytes for the same event; nothing where there is no map. */
export async function mapImage(event: Pick<EventData, 'origin' | 'venue'>, shape: keyof typeof SHAPES): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const map = routeMap(event, SHAPES[shape]);
	if (!map) return undefined;
	// Pango keeps each file that it has met: this one is for what the Arabic file lacks, digits and Latin.
	await write('0', FONT.latin, map.frame.em);
	const names = [];
	for (const end of [map.origin, map.venue]) if (end.lines.length > 0) names.push(await name(end, map.frame.em));
	const picture = await sharp(Buffer.from(drawing(map))).flatten({ background: PAPER }).composite(names).jpeg({ quality: 85, chromaSubsampling: '4:4:4' }).toBuffer();
	return new Uint8Array(picture);
}

function drawing({ frame: { width, height, em }, land, route, origin, venue }: RouteMap): string {
	const line = `stroke="${ROUTE}" stroke-width="${em * 0.13}" stroke-linecap="round"`;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
		<path d="${land}" fill="${LAND}" stroke="${COAST}" stroke-width="2"/>
		<path d="${route}" fill="none" ${line}/>
		<circle cx="${origin.x}" cy="${origin.y}" r="${em * 0.24}" fill="${PAPER}" ${line}/>
		<circle cx="${venue.x}" cy="${venue.y}" r="${em * 0.28}" fill="${ROUTE}"/>
	</svg>`;
}

/** A label as a layer: at its anchor, and in the middle of its height. */
async function name(end: End, em: number): Promise<OverlayOptions> {
	const { data, info } = await write(end.lines.join('\n'), FONT.arabic, em, ({ start: 'left', middle: 'centre', end: 'right' } as const)[end.anchor]);
	const { label } = boxes(end, em);
	const left = { start: label.right - info.width, middle: end.x - info.width / 2, end: label.left }[end.anchor];
	return { input: data, left: Math.round(left), top: Math.round((label.top + label.bottom - info.height) / 2) };
}

/** Words as a picture no larger than their ink. Throws where the font is not there: Pango would take another in silence. */
async function write(words: string, fontfile: string, em: number, align: TextAlign = 'centre') {
	await access(fontfile);
	const text = `<span foreground="${INK}">${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</span>`;
	// At 72 dpi a point is a pixel.
	return sharp({ text: { text, font: `${FONT.font} ${em}`, fontfile, dpi: 72, rgba: true, align } }).png().toBuffer({ resolveWithObject: true });
}
