/** The route map as picture files, for link previews and search results. */
import sharp, { type OverlayOptions } from 'sharp';
import type { EventData } from '../article/schema.ts';
import { GREYS } from '../publisher/colours.ts';
import { site } from '../site.ts';
import type { Frame } from './geometry.ts';
import { write } from './lettering.ts';
import { type RouteMap, routeMap } from './map.ts';
import { boxes, type End, LEADING } from './map-labels.ts';

/** In pixels. Search engines ask for these three shapes, 1,200 px wide. */
export const SHAPES = {
	'16x9': { width: 1200, height: 675, em: 54, points: 3000 },
	'4x3': { width: 1200, height: 900, em: 54, points: 3000 },
	'1x1': { width: 1200, height: 1200, em: 54, points: 3000 },
} as const satisfies Record<string, Frame>;

/** The colour of events in the light scheme. */
export const eventColour = (): string => (site.colours['event'] ?? site.colours.accent).light;

/** The route map as JPEG; undefined where there is no map. The same event gives the same bytes. */
export async function mapImage(
	event: Pick<EventData, 'origin' | 'venue' | 'venues'>,
	shape: keyof typeof SHAPES,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const map = routeMap(event, SHAPES[shape]);
	if (!map) return undefined;
	const names = [];
	for (const end of map.ends) if (end.lines.length > 0) names.push(await name(end, map.frame.em));
	const picture = await sharp(Buffer.from(drawing(map)))
		.flatten({ background: GREYS.light.paper })
		.composite(names)
		.jpeg({ quality: 85, chromaSubsampling: '4:4:4' })
		.toBuffer();
	return new Uint8Array(picture);
}

function drawing({ frame: { width, height, em }, land, route, origin, venues }: RouteMap): string {
	const { land: fill, coast, paper } = GREYS.light;
	const colour = eventColour();
	const line = `stroke="${colour}" stroke-width="${em * 0.13}" stroke-linecap="round"`;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
		<path d="${land}" fill="${fill}" stroke="${coast}" stroke-width="2"/>
		<path d="${route}" fill="none" ${line}/>
		${origin ? `<circle cx="${origin.x}" cy="${origin.y}" r="${em * 0.24}" fill="${paper}" ${line}/>` : ''}
		${venues.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="${em * 0.28}" fill="${colour}"/>`).join('')}
	</svg>`;
}

/** A label as a layer, centred on its line. */
async function name(end: End, em: number): Promise<OverlayOptions> {
	const { data, width, height } = await write(end.lines.join('\n'), {
		size: em,
		align: ({ start: 'left', middle: 'centre', end: 'right' } as const)[end.anchor],
		leading: LEADING / 1.7,
	});
	const { label } = boxes(end, em);
	const left = { start: label.right - width, middle: end.x - width / 2, end: label.left }[
		end.anchor
	];
	return {
		input: data,
		left: Math.round(left),
		top: Math.round((label.top + label.bottom - height) / 2),
	};
}
