/** The picture that a shared link unfolds into, as JPEG: the headline as on the page, with the route as a quiet ground. */
import sharp, { type OverlayOptions } from 'sharp';
import { eventDays, span } from '../article/dates.ts';
import type { EventData } from '../article/schema.ts';
import { Refusal } from '../problems.ts';
import { GREYS, mix } from '../publisher/colours.ts';
import { site } from '../site.ts';
import { type Lettering, type Style, write } from './lettering.ts';
import { logoSvg } from './logo.ts';
import { routeMap } from './map.ts';
import { eventColour } from './map-image.ts';

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
const { paper: PAPER, ink: INK, quiet: QUIET, land } = GREYS.light;
const LAND = mix(land, PAPER, 0.6);
const routeColour = () => mix(eventColour(), PAPER, 0.22);

const MARGIN = 64;
/** Down to the rule under the wordmark. */
const HEAD = 116;
/** For dates and place, from the foot. */
const FOOT = 112;
/** Below this a word too long for its line is broken. */
const SMALLEST = 36;
/** No line is smaller: a messenger shows the card at a third of its size. */
const LEGIBLE = 28;
/** Of letters on a card, however long the text. */
const LEAST = 12;
/** Lines of a headline stand nearer than those of a text. */
const LEADING = 0.82;
/** What stays free of the route about letters, in pixels. */
const HALO = 28;

/** The room of the headline in pixels, with a line of dates and place under it or without. */
export function room(card: Card, footed: boolean): { width: number; height: number } {
	const { width, height } = CARDS[card];
	return {
		width: width - 2 * MARGIN,
		height: height - HEAD - MARGIN - (footed ? FOOT : MARGIN / 2),
	};
}

/** The card of an article; the same bytes for the same words. */
export async function cardImage(
	{ headline, topic, event }: Story,
	card: Card,
): Promise<Uint8Array<ArrayBuffer>> {
	const { width, height, largest } = CARDS[card];
	const space = room(card, event !== undefined);
	const wordmark = await masthead(
		topic ? Math.round(0.62 * space.width) : space.width,
		HEAD - 20,
		64,
	);
	const words = [
		place(wordmark, width - MARGIN, HEAD / 2),
		place(
			await fitText(headline, space.width, space.height, largest),
			width - MARGIN,
			HEAD + MARGIN / 2 + space.height / 2,
		),
	];
	if (topic) {
		const label = await oneLine([topic], space.width - wordmark.width - MARGIN / 2, {
			size: 34,
			color: QUIET,
		});
		if (label) words.push(place(label, MARGIN + label.width, HEAD / 2));
	}
	if (event) {
		const line = await oneLine(datesAndPlace(event), space.width, {
			size: 40,
			color: eventColour(),
		});
		if (line) words.push(place(line, width - MARGIN, height - FOOT / 2 - 8));
	}
	return jpeg(width, height, [
		...(event ? await ground(width, height, event, words) : []),
		rule(width, HEAD),
		...words,
	]);
}

/** The card of pages that have no article, like the head of a front page: the name, large between rules, and what the site is. */
export async function siteCard(): Promise<Uint8Array<ArrayBuffer>> {
	const { width, height } = CARDS.card;
	const space = width - 2 * MARGIN;
	const middle = (layer: Lettering, y: number) => place(layer, (width + layer.width) / 2, y);
	// Each part of the description begins a line.
	const description = site.description.replace(/(?<=[:؛]) /g, '\n');
	return jpeg(width, height, [
		rule(width, 96),
		rule(width, 372),
		middle(await masthead(space, 236, 250, 'centre'), 234),
		middle(await fitText(description, space, 216, 46, { color: QUIET, align: 'centre' }), 488),
	]);
}

/** The logo, or the name as a wordmark, as large as its room allows; the name at most of the size `largest`. */
async function masthead(
	width: number,
	height: number,
	largest: number,
	align: Style['align'] = 'left',
): Promise<Lettering> {
	if (!site.logo) return fitText(site.name, width, height, largest, { align });
	// Letters of a size have about so much ink.
	const high = Math.floor(Math.min(height * 0.8, largest, width / site.logo.ratio));
	const size = { width: Math.round(high * site.logo.ratio), height: high };
	return {
		data: await sharp(Buffer.from(logoSvg(size)))
			.png()
			.toBuffer(),
		...size,
	};
}

/** Layers on paper, as a picture. */
async function jpeg(
	width: number,
	height: number,
	layers: OverlayOptions[],
): Promise<Uint8Array<ArrayBuffer>> {
	const paper = sharp({ create: { width, height, channels: 3, background: PAPER } });
	return new Uint8Array(
		await paper
			.composite(layers)
			.jpeg({ quality: 84, mozjpeg: true, chromaSubsampling: '4:4:4' })
			.toBuffer(),
	);
}

/** A rule of 3 px from edge to edge. */
const rule = (width: number, y: number): OverlayOptions => ({
	input: { create: { width, height: 3, channels: 3, background: INK } },
	left: 0,
	top: y - 2,
});

/**
 * Words in one line, smaller where they would be wider than their room; where they would not be legible, the next wording,
 * and of the last as much as there is room for. Nothing where not even a word has room.
 */
export async function oneLine(
	wordings: readonly string[],
	width: number,
	style: Style,
): Promise<Lettering | undefined> {
	for (const words of wordings) {
		const whole = await write(words, style);
		const size = Math.min(style.size, Math.floor((style.size * width) / whole.width));
		if (size === style.size) return whole;
		if (size >= LEGIBLE) return write(words, { ...style, size });
	}
	const letters = [...(wordings.at(-1) ?? '')];
	for (let count = letters.length - 1; count > 0; count = Math.floor(count * 0.95)) {
		const start = letters
			.slice(0, count)
			.join('')
			.replace(/(?<=.{40})[\s،·]+\S*$/, '');
		const line = await write(`${start}…`, { ...style, size: LEGIBLE });
		if (line.width <= width) return line;
	}
	return undefined;
}

/** «23–26 يونيو 2015 · مدلين، كولومبيا», and the same without the country. */
function datesAndPlace(event: NonNullable<Story['event']>): string[] {
	const { first, last } = eventDays(event);
	const { city, country } = event.venue;
	const dates = span(first, last);
	const days = dates.ends.map(({ text }) => text).join(dates.spaced ? ' – ' : '–');
	return [`${days} · ${city}، ${country}`, `${days} · ${city}`];
}

/** The land from edge to edge, and the route on it: cut out around the words as on a printed map, a dot whole or not at all. */
async function ground(
	width: number,
	height: number,
	event: NonNullable<Story['event']>,
	words: OverlayOptions[],
): Promise<OverlayOptions[]> {
	const map = routeMap(event, { width, height: height - HEAD, em: 54, points: 3000 });
	if (!map) return [];
	const drawing = (shapes: string) =>
		Buffer.from(
			`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><svg y="${HEAD}" width="${width}" height="${height - HEAD}">${shapes}</svg></svg>`,
		);
	const letters = await sharp({ create: { width, height, channels: 4, background: '#0000' } })
		.composite(words)
		.png()
		.toBuffer();
	// Blurred, so that gaps between words close too, and made opaque again.
	const halo = await sharp(letters)
		.blur(HALO / 2)
		.linear([1, 1, 1, 20], [0, 0, 0, -128])
		.raw()
		.toBuffer();
	const dot = ({ x, y }: { x: number; y: number }, radius: number, style: string) => {
		for (let down = -radius; down <= radius; down++)
			for (let across = -radius; across <= radius; across++) {
				if (halo[4 * ((Math.round(y) + HEAD + down) * width + Math.round(x) + across) + 3])
					return '';
			}
		return `<circle cx="${x}" cy="${y}" r="${radius}" ${style}/>`;
	};
	const colour = routeColour();
	const line = `stroke="${colour}" stroke-width="6" stroke-linecap="round"`;
	const route = drawing(
		`<path d="${map.route}" fill="none" ${line}/>${dot(map.origin, 12, `fill="${PAPER}" ${line}`)}${dot(map.venue, 15, `fill="${colour}"`)}`,
	);
	return [
		{ input: drawing(`<path d="${map.land}" fill="${LAND}"/>`) },
		{
			input: await sharp(route)
				.composite([{ input: halo, raw: { width, height, channels: 4 }, blend: 'dest-out' }])
				.png()
				.toBuffer(),
		},
	];
}

/** Beginning at the right, as Arabic does, and in the middle of its height. */
const place = (
	{ data, width, height }: Lettering,
	right: number,
	middle: number,
): OverlayOptions => ({
	input: data,
	left: Math.round(right - width),
	top: Math.round(middle - height / 2),
});

/**
 * A text as large as its room allows at most of the size `largest`, its lines as even as can be: in the narrowest
 * column that takes no more lines. A word too long for a line makes it smaller; only where it is small is a word broken.
 * @throws a Refusal where not even the least letters have room.
 */
export async function fitText(
	text: string,
	width: number,
	height: number,
	largest: number,
	style: Omit<Style, 'size'> = {},
): Promise<Lettering & { size: number; column: number }> {
	for (let size = largest; size >= LEAST; size = Math.floor(size * 0.92)) {
		const set = async (column: number) => ({
			...(await write(text, {
				...style,
				size,
				width: column,
				wrap: size > SMALLEST ? 'word' : 'word-char',
				leading: LEADING,
			})),
			size,
			column,
		});
		let best = await set(width);
		if (best.width > width || best.height > height) continue;
		// Each step halves what is left: five come to a sixty-fourth of the width.
		for (let [narrow, wide, step] = [width / 2, width, 0]; step < 5; step++) {
			const column = Math.round((narrow + wide) / 2);
			const tried = await set(column);
			if (tried.width > column || tried.height > best.height + size / 2) narrow = column;
			else [best, wide] = [tried, column];
		}
		if (best.height <= height) return best;
	}
	throw new Refusal(`لا يتسع المكان في بطاقة المشاركة لهذا النص: «${text}». اختصره.`);
}
