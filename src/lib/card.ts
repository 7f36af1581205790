/** The picture that a shared link unfolds into, as JPEG: the headline as on the page, with the route as a quiet ground. */
import sharp, { type OverlayOptions } from 'sharp';
import { site } from '../site.ts';
import { localDate, span } from './dates.ts';
import { INK, write, type Lettering, type Style } from './lettering.ts';
import { routeMap, type Frame } from './map.ts';
import type { EventData } from './schema.ts';

/** In pixels; `largest` is the size of the letters of a short headline. */
export const CARDS = {
	card: { width: 1200, height: 630, largest: 92 },
	'card-square': { width: 1200, height: 1200, largest: 116 },
} as const;

export type Card = keyof typeof CARDS;

/** What a card tells. */
export interface Story {
	headline: string;
	topic?: string;
	event?: Pick<EventData, 'starts' | 'ends' | 'timeZone' | 'venue' | 'origin'> | undefined;
}

/** The colours of the page by day; the map's are so faint that words can stand on it. */
const PAPER = '#fff';
const QUIET = '#4a5359';
const EVENT = '#0a4d7d';
const LAND = '#eff2f4';
const ROUTE = '#c9d9e6';

const MARGIN = 64;
/** Down to the rule under the wordmark. */
const HEAD = 116;
/** For dates and place, from the foot. */
const FOOT = 112;
const SMALLEST = 36;

/** Lines of a headline stand nearer than those of a text. */
const LEADING = 0.82;

/** The card of an article, or of a page without one; the same bytes for the same words. */
export async function cardImage({ headline, topic, event }: Story, card: Card): Promise<Uint8Array<ArrayBuffer>> {
	const { width, height, largest } = CARDS[card];
	const column = width - 2 * MARGIN;
	const foot = event && (await oneLine(dateAndPlace(event), column, { size: 40, color: EVENT }));
	const room = height - HEAD - MARGIN - (foot ? FOOT : MARGIN / 2);
	const [wordmark, words] = [await write(site.name, { size: 64 }), await fit(headline, column, room, largest)];
	const layers = [
		place(wordmark, width - MARGIN, HEAD / 2),
		place(words, width - MARGIN, HEAD + MARGIN / 2 + room / 2),
		...(foot ? [place(foot, width - MARGIN, height - FOOT / 2 - 8)] : []),
	];
	if (topic) {
		const label = await oneLine(topic, column - wordmark.width - MARGIN / 2, { size: 34, color: QUIET });
		layers.push(place(label, MARGIN + label.width, HEAD / 2));
	}
	const picture = await sharp(Buffer.from(ground(width, height, event))).flatten({ background: PAPER }).composite(layers).jpeg({ quality: 84, mozjpeg: true, chromaSubsampling: '4:4:4' }).toBuffer();
	return new Uint8Array(picture);
}

/** Words in one line, smaller where they would be wider than their room. */
async function oneLine(words: string, width: number, style: Style): Promise<Lettering> {
	const whole = await write(words, style);
	return whole.width <= width ? whole : write(words, { ...style, size: Math.floor((style.size * width) / whole.width) });
}

/** «23–26 يونيو 2015 · مدلين، كولومبيا» */
function dateAndPlace({ starts, ends = starts, timeZone, venue }: NonNullable<Story['event']>): string {
	const dates = span(localDate(starts, timeZone), localDate(ends, timeZone));
	return `${dates.ends.map(({ text }) => text).join(dates.spaced ? ' – ' : '–')} · ${venue.city}، ${venue.country}`;
}

/** Everything that is no text: the rule under the wordmark, and the route at the foot where there is one. */
function ground(width: number, height: number, event: Story['event']): string {
	const frame: Frame = { width, height: height - HEAD, em: 54, points: 3000 };
	const map = event && routeMap(event, frame);
	const line = `stroke="${ROUTE}" stroke-width="6" stroke-linecap="round"`;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
		${map ? `<svg y="${height - frame.height}" width="${width}" height="${frame.height}">
			<path d="${map.land}" fill="${LAND}"/>
			<path d="${map.route}" fill="none" ${line}/>
			<circle cx="${map.origin.x}" cy="${map.origin.y}" r="12" fill="${PAPER}" ${line}/>
			<circle cx="${map.venue.x}" cy="${map.venue.y}" r="15" fill="${ROUTE}"/>
		</svg>` : ''}
		<rect x="${MARGIN}" y="${HEAD - 2}" width="${width - 2 * MARGIN}" height="3" fill="${INK}"/>
	</svg>`;
}

/** Beginning at the right, as Arabic does, and in the middle of its height. */
const place = ({ data, width, height }: Lettering, right: number, middle: number): OverlayOptions =>
	({ input: data, left: Math.round(right - width), top: Math.round(middle - height / 2) });

/**
 * A headline as large as its room allows, its lines as even as can be: in the narrowest column that takes no more lines.
 * A word too long for a line makes it smaller; only where the smallest is too large is a word broken.
 */
export async function fit(text: string, width: number, height: number, largest: number): Promise<Lettering & { size: number; column: number }> {
	for (let size = largest; ; size = Math.max(SMALLEST, Math.round(size * 0.92))) {
		const last = size === SMALLEST;
		const set = async (column: number) => ({ ...(await write(text, { size, width: column, wrap: last ? 'word-char' : 'word', leading: LEADING })), size, column });
		let best = await set(width);
		if (!last && (best.width > width || best.height > height)) continue;
		for (let narrow = width / 2, wide = width; wide - narrow > width / 40;) {
			const column = Math.round((narrow + wide) / 2);
			const tried = await set(column);
			if (tried.width > column || tried.height > best.height + size / 2) narrow = column;
			else [best, wide] = [tried, column];
		}
		return best;
	}
}
