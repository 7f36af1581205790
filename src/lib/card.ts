/**
 * The picture that a shared link unfolds into, as JPEG: the headline as on the page, with the route as a quiet ground. The
 * words are set by Pango with our typeface, which it takes from the files named: the fonts of the machine do not matter.
 */
import { access } from 'node:fs/promises';
import sharp, { type OverlayOptions, type TextWrap } from 'sharp';
import { site } from '../site.ts';
import { localDate, span } from './dates.ts';
import { routeMap, type Frame } from './map.ts';
import type { EventData } from './schema.ts';
import { rightToLeft } from './share.ts';

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
const INK = '#14181b';
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

/** Found from the project's folder, in which Astro runs: a bundled module does not know where its source lies. */
const FONTS = { arabic: 'src/assets/fonts/noto-naskh-arabic.ttf', latin: 'src/assets/fonts/noto-naskh-latin.ttf' };
/** Of what the typeface asks for, 1.7 em: lines of a headline stand nearer. */
const LEADING = 0.82;
const FACE = 'Noto Naskh Arabic Semi-Bold';

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

interface Lettering {
	data: Buffer;
	width: number;
	height: number;
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
		const set = async (column: number) => ({ ...(await write(text, { size, width: column, wrap: last ? 'word-char' : 'word' })), size, column });
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

interface Style {
	/** In pixels: at 72 dpi a point is a pixel. */
	size: number;
	color?: string;
	width?: number;
	wrap?: TextWrap;
}

/** Words as a picture no larger than their ink. Throws where a font is not there: Pango would take another in silence. */
export async function write(words: string, { size, color = INK, width, wrap = 'word' }: Style): Promise<Lettering> {
	for (const file of Object.values(FONTS)) await access(file);
	const font = `${FACE} ${size}`;
	// Pango keeps each file that it has met: this one is for what the Arabic file lacks, digits and Latin.
	await sharp({ text: { text: '0', font, fontfile: FONTS.latin } }).toBuffer();
	const text = `<span foreground="${color}" line_height="${LEADING}" insert_hyphens="false">${markup(words)}</span>`;
	// 'left' is where Arabic begins: Pango turns it about.
	const { data, info } = await sharp({ text: { text, font, fontfile: FONTS.arabic, dpi: 72, rgba: true, align: 'left', wrap, ...(width && { width }) } }).png().toBuffer({ resolveWithObject: true });
	return { data, width: info.width, height: info.height };
}

/** What the page, too, takes from the Latin file, and sets smaller, so that digits do not shout. */
const LATIN = /([\x21-\x7e\xa1-\xff\u2010-\u2026\u2060]+)/;
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Without pictographs, which our typeface has none of; words with a hyphen, a dash or a slash stay together. */
function markup(words: string): string {
	const plain = words.toWellFormed().replace(/[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u200D\uFE0F]/gu, '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
	return rightToLeft(plain).split(' ').map((word) => {
		// A word joiner, U+2060, has no ink and forbids the break that Pango would make after the sign.
		const held = word.replace(/[-–—/](?=.)/gu, '$&\u2060');
		return held.split(LATIN).map((part, index) => (index % 2 ? `<span size="90%">${escape(part)}</span>` : escape(part))).join('');
	}).join(' ');
}
