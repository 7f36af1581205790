/** The route map as picture files, for link previews and search results. */
import sharp from 'sharp';
import type { Bytes } from '../kept-files.ts';
import { GREYS, mix } from '../publisher/colours.ts';
import { site } from '../site.ts';
import type { Size } from './crop.ts';
import type { Frame } from './geometry.ts';
import { type Canvas, canvasOf, paint } from './layers.ts';
import { write } from './lettering.ts';
import { type Places, type RouteMap, routeMap } from './map.ts';
import { boxes, countryOf, type End, LEADING, SIZE } from './map-labels.ts';

/** In pixels. Search engines ask for these three shapes, 1,200 px wide. */
export const SHAPES = {
	'16x9': { width: 1200, height: 675 },
	'4x3': { width: 1200, height: 900 },
	'1x1': { width: 1200, height: 1200 },
} as const satisfies Record<string, Size>;

/**
 * All three are cut from one drawing: the widest has all names, the others more land above and
 * below.
 */
export const PICTURE: Frame = { ...SHAPES['16x9'], em: 54, points: 3000, more: 1200 - 675 };

/** Of the names of seas and countries, as on the page: ink at four fifths. */
const QUIET = mix(GREYS.light.ink, GREYS.light.paper, 0.8);

/** The colour of events in the light scheme. */
export const eventColour = (): string => (site.colours['event'] ?? site.colours.accent).light;

type Drawing = (Canvas & { above: number }) | undefined;

/** The last drawing: the shapes of an event are asked for one after another, and one takes 4 MB. */
let last: { event: Places; drawing: Promise<Drawing> } | undefined;

/** The route map as JPEG; undefined where there is no map. The same event gives the same bytes. */
export async function mapImage(
	event: Places,
	shape: keyof typeof SHAPES,
): Promise<Bytes | undefined> {
	if (last?.event !== event) last = { event, drawing: draw(event) };
	const drawing = await last.drawing;
	if (!drawing) return undefined;
	const { width, height } = SHAPES[shape];
	const raw = { width: drawing.width, height: drawing.height, channels: 3 } as const;
	const top = Math.round(drawing.above * ((height - PICTURE.height) / (PICTURE.more ?? 1)));
	const cut = sharp(drawing.data, { raw }).extract({
		left: 0,
		top: drawing.above - top,
		width,
		height,
	});
	// Search engines alone fetch most of them: a tenth more bytes for a third of the time.
	return new Uint8Array(
		await cut.jpeg({ quality: 85, chromaSubsampling: '4:4:4', optimiseCoding: false }).toBuffer(),
	);
}

async function draw(event: Places): Promise<Drawing> {
	const map = routeMap(event, PICTURE);
	return map && { ...(await picture(map, true)), above: map.above };
}

/** The route map in a frame, with the names of its cities; undefined where there is no map. */
export async function drawMap(event: Places, frame: Frame): Promise<Canvas | undefined> {
	const map = routeMap(event, frame);
	return map && picture(map, false);
}

/** A map with its names. `seas`: with those of seas and countries. */
async function picture(map: RouteMap, seas: boolean): Promise<Canvas> {
	const { em } = map.frame;
	const canvas = await canvasOf(sharp(Buffer.from(drawing(map))));
	for (const { country, ...end } of map.ends) {
		if (end.lines.length > 0) await name(canvas, map, end, em, GREYS.light.ink);
		for (const label of country ? countryOf({ ...end, country }) : [])
			await name(canvas, map, label, SIZE * em, QUIET);
	}
	for (const label of seas ? map.names : [])
		await name(canvas, map, { ...label, anchor: 'middle', dx: 0, dy: 0 }, SIZE * em, QUIET);
	return canvas;
}

function drawing(map: RouteMap): string {
	const { width, height, em, more = 0 } = map.frame;
	const { paper, coast, sea } = GREYS.light;
	const colour = eventColour();
	const line = `fill="none" stroke="${colour}" stroke-width="${em * 0.13}" stroke-linecap="round"`;
	const { origin, venues } = map;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + more}" viewBox="0 ${-map.above} ${width} ${height + more}">
		<rect y="${-map.above}" width="${width}" height="${height + more}" fill="${sea}"/>
		<g stroke="${coast}" stroke-width="2"><path d="${map.land}" fill="${paper}"/><path d="${map.borders}" fill="none"/></g>
		<g ${line}><path d="${map.route}"/>${origin ? `<circle cx="${origin.x}" cy="${origin.y}" r="${em * 0.24}" fill="${paper}"/>` : ''}</g>
		${venues.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="${em * 0.28}" fill="${colour}"/>`).join('')}
	</svg>`;
}

/** Writes a label, centred on its line. */
async function name(canvas: Canvas, { above }: RouteMap, end: End, em: number, color: string) {
	const layer = await write(end.lines.join('\n'), {
		size: em,
		color,
		align: ({ start: 'left', middle: 'centre', end: 'right' } as const)[end.anchor],
		leading: LEADING / 1.7,
	});
	const { label } = boxes(end, em);
	const left = {
		start: label.right - layer.width,
		middle: end.x - layer.width / 2,
		end: label.left,
	}[end.anchor];
	const top = Math.round((label.top + label.bottom - layer.height) / 2);
	paint(canvas, layer, Math.round(left), above + top);
}
