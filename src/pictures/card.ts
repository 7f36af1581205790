/**
 * The share card: the JPEG that a messenger shows for a link. The headline stands beside the photograph or the route map,
 * never on it.
 */
import sharp, { type OverlayOptions, type Sharp } from 'sharp';
import { eventDays, spanText } from '../article/dates.ts';
import { isOn, statusOf, whereabouts } from '../article/event-words.ts';
import type { EventData } from '../article/schema.ts';
import { Refusal } from '../problems.ts';
import { GREYS } from '../publisher/colours.ts';
import { site } from '../site.ts';
import { strings } from '../strings.ts';
import { crop, focusPoint } from './crop.ts';
import { JPEG } from './jpeg.ts';
import { type Lettering, type Style, write } from './lettering.ts';
import { logoSvg } from './logo.ts';
import { drawMap, eventColour } from './map-image.ts';

/** In pixels. `largest` is the font size of a short headline. */
export const CARD = { width: 1200, height: 630, largest: 112 } as const;

type EventOfCard = Pick<
	EventData,
	'starts' | 'ends' | 'timeZone' | 'status' | 'was' | 'mode' | 'venue' | 'venues' | 'origin'
>;

/** What a card shows. */
export interface Story {
	headline: string;
	topic?: string;
	event?: EventOfCard | undefined;
	/** The file of its photograph. */
	photograph?: string | undefined;
	/** The point of the photograph that stays: `60% 30%`. */
	focus?: string | undefined;
}

const { paper: PAPER, ink: INK, quiet: QUIET } = GREYS.light;

const MARGIN = 64;
/** The margin, and the font size of a short headline, where a photograph takes half of the card. */
const HALF_MARGIN = 44;
const HALF_LARGEST = 80;
/** From the top to the rule under the wordmark, in pixels. */
const HEAD = 116;
/** From the bottom, for dates and place, in pixels. */
const FOOT = 112;
/** At this font size and below, a long word may be broken. */
const SMALLEST = 36;
/** The least font size of a single line: messengers show a card at three tenths of its size. */
const LEGIBLE = 34;
/** The least font size of all. */
const LEAST = 12;
/** Line height of headlines, as a part of the typeface's own. */
const LEADING = 0.82;

/** The box of the headline in pixels. `footed`: dates and place stand under it. */
export function room(footed: boolean): { width: number; height: number } {
	const { width, height } = CARD;
	return {
		width: width - 2 * MARGIN,
		height: height - HEAD - MARGIN - (footed ? FOOT : MARGIN / 2),
	};
}

/** The half that a picture takes, and the map in it: its names are as large as the messenger's own text. */
const HALF = { width: CARD.width / 2, height: CARD.height };
const MAP = { ...HALF, em: 42, points: 1500 };

/** The card of an article. The same story gives the same bytes. */
export async function cardImage(story: Story): Promise<Uint8Array<ArrayBuffer>> {
	const { photograph, focus, event } = story;
	const picture = photograph
		? await crop(photograph, HALF, focusPoint(focus))
		: event && (await drawMap(event, MAP, false));
	return picture ? halfCard(story, picture) : plainCard(story);
}

/** The picture fills the left half; headline and the rest stand in the right one. */
async function halfCard(
	{ headline, topic, event }: Story,
	picture: Sharp,
): Promise<Uint8Array<ArrayBuffer>> {
	const { width, height } = CARD;
	const half = HALF.width;
	const right = width - HALF_MARGIN;
	const space = { width: half - 2 * HALF_MARGIN, height: room(true).height };
	const foot = event ? datesAndPlace(event) : topic ? [topic] : [];
	const style = { size: 40, color: event ? eventColour() : QUIET };
	const line = foot.length > 0 && (await oneLine(foot, space.width, style));
	const words = await fitText(headline, space.width, space.height, HALF_LARGEST);
	return jpeg(width, height, [
		{ input: await picture.png({ compressionLevel: 0 }).toBuffer(), left: 0, top: 0 },
		place(await masthead(space.width, HEAD - 32, 56), right, HEAD / 2),
		rule(half, HEAD, half),
		place(words, right, HEAD + MARGIN / 2 + space.height / 2),
		...(line ? [place(line, right, height - FOOT / 2 - 8)] : []),
	]);
}

async function plainCard({ headline, topic, event }: Story): Promise<Uint8Array<ArrayBuffer>> {
	const { width, height, largest } = CARD;
	const space = room(event !== undefined);
	const wordmark = await masthead(
		topic ? Math.round(0.62 * space.width) : space.width,
		HEAD - 32,
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
	return jpeg(width, height, [rule(width, HEAD), ...words]);
}

/** The card of pages without an article: name or logo between two rules, the description below. */
export async function siteCard(): Promise<Uint8Array<ArrayBuffer>> {
	const { width, height } = CARD;
	const space = width - 2 * MARGIN;
	const middle = (layer: Lettering, y: number) => place(layer, (width + layer.width) / 2, y);
	// Break the line after a colon or a semicolon.
	const description = site.description.replace(/(?<=[:؛]) /g, '\n');
	return jpeg(width, height, [
		rule(width, 96),
		rule(width, 372),
		middle(await masthead(space, 236, 250, 'centre'), 234),
		middle(await fitText(description, space, 216, 46, { color: QUIET, align: 'centre' }), 488),
	]);
}

/** The logo, or the name as a wordmark, as large as fits. `largest` limits the height. */
async function masthead(
	width: number,
	height: number,
	largest: number,
	align: Style['align'] = 'left',
): Promise<Lettering> {
	if (!site.logo) return fitText(site.name, width, height, largest, { align });
	// A wordmark's letters are about as high.
	const high = Math.floor(Math.min(height * 0.8, largest, width / site.logo.ratio));
	const size = { width: Math.round(high * site.logo.ratio), height: high };
	return {
		data: await sharp(Buffer.from(logoSvg(size)))
			.png()
			.toBuffer(),
		...size,
	};
}

/** Puts layers on paper. */
async function jpeg(
	width: number,
	height: number,
	layers: OverlayOptions[],
): Promise<Uint8Array<ArrayBuffer>> {
	const paper = sharp({ create: { width, height, channels: 3, background: PAPER } });
	return new Uint8Array(
		await paper
			.composite(layers)
			.jpeg({ quality: 81, chromaSubsampling: '4:4:4', ...JPEG })
			.toBuffer(),
	);
}

/** A rule across the card, 3 px high. */
const rule = (width: number, y: number, left = 0): OverlayOptions => ({
	input: { create: { width, height: 3, channels: 3, background: INK } },
	left,
	top: y - 2,
});

/**
 * Sets the first of several wordings that fits one line, in a smaller font where needed. If none fits at the least
 * size, the last one is cut. Undefined where not even one letter fits.
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

/** Between the parts of a line. Beside Arabic-Indic digits a dot would be read as a zero: ٠. */
const between = () => (site.digits === 'arab' ? ' | ' : ' · ');

/**
 * Three wordings: «23–26 يونيو 2015 · تونس، الجمهورية التونسية», the same without the country, and without the place, which
 * may be three cities. What became of the event comes first: «أُلغي الحدث · تونس».
 */
export function datesAndPlace(event: EventOfCard): string[] {
	const { first, last } = eventDays(event);
	const status = statusOf(event)?.label;
	const dates = isOn(event) && spanText(first, last);
	return [...whereabouts(event), ''].map((place) =>
		// Where it is now is told by what became of it.
		[status, dates, status !== strings.movedOnline && place].filter(Boolean).join(between()),
	);
}

/** A layer by its right edge and its middle. */
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
 * Sets a text as large as its box allows, up to the font size `largest`. Lines are balanced: the narrowest column
 * with the same number of lines. Words are broken only at small sizes.
 * @throws a Refusal where the text does not fit at the least font size.
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
		// Binary search; five steps are exact to a sixty-fourth of the width.
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
