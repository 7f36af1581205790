/**
 * The share card: the JPEG that a messenger shows for a link. The headline stands beside the
 * photograph or the route map, never on it.
 */
import sharp from 'sharp';
import { spanText } from '../article/date-words.ts';
import { eventDays } from '../article/dates.ts';
import { citiesOf, datesStand, statusOf, whereabouts } from '../article/event-words.ts';
import type { EventData } from '../article/schema.ts';
import { undrawableSentence } from '../drawable.ts';
import type { Bytes } from '../kept-files.ts';
import { Refusal } from '../problems.ts';
import { GREYS } from '../publisher/colours.ts';
import { site } from '../site.ts';
import { strings } from '../strings.ts';
import { crop, focusPoint } from './crop.ts';
import { JPEG } from './jpeg.ts';
import { blank, type Canvas, canvasOf, lay, paint } from './layers.ts';
import { type Lettering, measure, type Style, write } from './lettering.ts';
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

/**
 * The half that a picture takes, and the map in it: its names are as large as the messenger's own
 * text.
 */
const HALF = { width: CARD.width / 2, height: CARD.height };
const MAP = { ...HALF, em: 42, points: 1500 };

/**
 * The card of an article. The same story gives the same bytes. Words that the typeface cannot write
 * are left out.
 */
export async function cardImage(given: Story): Promise<Bytes> {
	const drawn = (words = '') => (undrawableSentence(words) ? '' : words);
	const story = { ...given, headline: drawn(given.headline), topic: drawn(given.topic) };
	const { photograph, focus, event } = story;
	const picture = photograph
		? await canvasOf(
				(await crop(photograph, HALF, focusPoint(focus))).flatten({ background: PAPER }),
			)
		: event && (await drawMap(event, MAP));
	if (picture) return halfCard(story, picture);
	return story.headline ? plainCard(story) : siteCard();
}

/** The picture fills the left half; headline and the rest stand in the right one. */
async function halfCard({ headline, topic, event }: Story, picture: Canvas): Promise<Bytes> {
	const { width, height } = CARD;
	const half = HALF.width;
	const right = width - HALF_MARGIN;
	const space = { width: half - 2 * HALF_MARGIN, height: room(true).height };
	const foot = event ? datesAndPlace(event) : topic ? [topic] : [];
	const style = { size: 40, color: event ? eventColour() : QUIET };
	const line = foot.length > 0 && (await oneLine(foot, space.width, style));
	const words = headline && (await fitText(headline, space.width, space.height, HALF_LARGEST));
	const card = blank(CARD, PAPER);
	lay(card, picture, 0, 0);
	lay(card, rule(half), half, HEAD - 2);
	place(card, await masthead(space.width, HEAD - 32, 56), right, HEAD / 2);
	if (words) place(card, words, right, HEAD + MARGIN / 2 + space.height / 2);
	if (line) place(card, line, right, height - FOOT / 2 - 8);
	return jpeg(card);
}

async function plainCard({ headline, topic, event }: Story): Promise<Bytes> {
	const { width, height, largest } = CARD;
	const space = room(event !== undefined);
	const wordmark = await masthead(
		topic ? Math.round(0.62 * space.width) : space.width,
		HEAD - 32,
		64,
	);
	const words = await fitText(headline, space.width, space.height, largest);
	const card = blank(CARD, PAPER);
	lay(card, rule(width), 0, HEAD - 2);
	place(card, wordmark, width - MARGIN, HEAD / 2);
	place(card, words, width - MARGIN, HEAD + MARGIN / 2 + space.height / 2);
	if (topic) {
		const label = await oneLine([topic], space.width - wordmark.width - MARGIN / 2, {
			size: 34,
			color: QUIET,
		});
		if (label) place(card, label, MARGIN + label.width, HEAD / 2);
	}
	if (event) {
		const line = await oneLine(datesAndPlace(event), space.width, {
			size: 40,
			color: eventColour(),
		});
		if (line) place(card, line, width - MARGIN, height - FOOT / 2 - 8);
	}
	return jpeg(card);
}

/** The card of pages without an article: name or logo between two rules, the description below. */
export async function siteCard(): Promise<Bytes> {
	const { width } = CARD;
	const space = width - 2 * MARGIN;
	const card = blank(CARD, PAPER);
	const middle = (layer: Lettering, y: number) => place(card, layer, (width + layer.width) / 2, y);
	// Break the line after a colon or a semicolon.
	const description = site.description.replace(/(?<=[:؛]) /g, '\n');
	lay(card, rule(width), 0, 94);
	lay(card, rule(width), 0, 370);
	middle(await masthead(space, 236, 250, 'centre'), 234);
	middle(await fitText(description, space, 216, 46, { color: QUIET, align: 'centre' }), 488);
	return jpeg(card);
}

const mastheads = new Map<string, Promise<Lettering>>();

/**
 * The logo, or the name as a wordmark, as large as fits. `largest` limits the height. Drawn once
 * for all cards.
 */
function masthead(...box: Parameters<typeof drawMasthead>): Promise<Lettering> {
	const key = JSON.stringify([box, site.name, site.logo]);
	const drawn = mastheads.get(key) ?? drawMasthead(...box);
	mastheads.set(key, drawn);
	return drawn;
}

async function drawMasthead(
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
			.ensureAlpha()
			.raw()
			.toBuffer(),
		...size,
	};
}

/**
 * Baseline JPEG without optimised Huffman codes: each would double the time to save a tenth of the
 * bytes, of a file that is fetched when a link is shared.
 */
async function jpeg({ data, ...size }: Canvas): Promise<Bytes> {
	const card = sharp(data, { raw: { ...size, channels: 3 } });
	return new Uint8Array(
		await card
			.jpeg({
				quality: 81,
				chromaSubsampling: '4:4:4',
				...JPEG,
				progressive: false,
				optimiseCoding: false,
			})
			.toBuffer(),
	);
}

/** A rule, 3 px high. */
const rule = (width: number): Canvas => blank({ width, height: 3 }, INK);

/**
 * Sets the first of several wordings that fits one line, in a smaller font where needed. If none
 * fits at the least size, the last one is cut. Undefined where not even one letter fits.
 */
export async function oneLine(
	wordings: readonly string[],
	width: number,
	style: Style,
): Promise<Lettering | undefined> {
	for (const words of wordings) {
		const whole = await measure(words, style);
		const size = Math.min(style.size, Math.floor((style.size * width) / whole.width));
		if (size >= Math.min(LEGIBLE, style.size)) return write(words, { ...style, size });
	}
	const letters = [...(wordings.at(-1) ?? '')];
	for (let count = letters.length - 1; count > 0; count = Math.floor(count * 0.95)) {
		const start = letters
			.slice(0, count)
			.join('')
			.replace(/(?<=.{40})[\s،·]+\S*$/, '');
		const cut = { ...style, size: LEGIBLE };
		if ((await measure(`${start}…`, cut)).width <= width) return write(`${start}…`, cut);
	}
	return undefined;
}

/** Between the parts of a line. Beside Arabic-Indic digits a dot would be read as a zero: ٠. */
const between = () => (site.digits === 'arab' ? ' | ' : ' · ');

/**
 * Wordings, the longest first: «23–26 يونيو 2015 · تونس، الجمهورية التونسية», the same without the
 * country, and of several cities the first; last, without a place. What became of the event comes
 * before it: «أُلغي الحدث · تونس».
 */
export function datesAndPlace(event: EventOfCard): string[] {
	const { first, last } = eventDays(event);
	const status = statusOf(event)?.label;
	const dates = datesStand(event) && spanText(first, last);
	const [city = '', ...others] = citiesOf(event);
	const elsewhere = others.length > 0 ? [strings.andElsewhere(city)] : [];
	return [...whereabouts(event), ...elsewhere, ''].map((place) =>
		// The status «moved online» tells the place already.
		[status, dates, status !== strings.movedOnline && place].filter(Boolean).join(between()),
	);
}

/** Paints a layer, by its right edge and its middle. */
const place = (card: Canvas, layer: Lettering, right: number, middle: number): void =>
	paint(card, layer, Math.round(right - layer.width), Math.round(middle - layer.height / 2));

/**
 * Sets a text as large as its box allows, up to the font size `largest`. Lines are balanced: the
 * narrowest column with the same number of lines. Words are broken only at small sizes.
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
		const styleOf = (column: number): Style => ({
			...style,
			size,
			width: column,
			wrap: size > SMALLEST ? 'word' : 'word-char',
			leading: LEADING,
		});
		const set = async (column: number) => ({ ...(await measure(text, styleOf(column))), column });
		let best = await set(width);
		if (best.width > width || best.height > height) continue;
		// Binary search; five steps are exact to a sixty-fourth of the width.
		for (let [narrow, wide, step] = [width / 2, width, 0]; step < 5; step++) {
			const column = Math.round((narrow + wide) / 2);
			const tried = await set(column);
			if (tried.width > column || tried.height > best.height + size / 2) narrow = column;
			else [best, wide] = [tried, column];
		}
		if (best.height <= height)
			return { ...(await write(text, styleOf(best.column))), size, column: best.column };
	}
	throw new Refusal(`لا يتسع المكان في بطاقة المشاركة لهذا النص: «${text}». اختصره.`);
}
