/** Where a picture may stand in the layout, and the sizes that each place asks for. */
import { largestBox, type Size } from './crop.ts';

/** Lengths in CSS pixels. The sheet has 20 px on each side (styles/site.css). */
interface Place {
	/** The widest that the place is. */
	width: number;
	/**
	 * `sizes` of a picture that fills the place:
	 * https://html.spec.whatwg.org/multipage/images.html#sizes-attributes
	 */
	sizes: string;
	/** A taller picture is shown smaller. */
	height?: number;
	/** Widths in pixels of the file that screens may choose from. None is made above the original. */
	widths: readonly number[];
}

/**
 * The widest file that is made: for the largest screens, and for who opens a picture of a gallery.
 */
export const LARGEST = 2240;
/**
 * No eye sees more than two image pixels in a CSS pixel of a phone, so screens with three get a
 * narrower `sizes`. That saves half of the bytes. HTML has nothing that a data saver of a browser
 * would heed.
 */
const PHONE = '(min-resolution: 2.5dppx) 67vw, 100vw';
/** From edge to edge of the screen. */
const SCREEN = `(min-width: 640px) 100vw, ${PHONE}`;

/** The widest JPEG: for old browsers, feeds and reader views. */
const PLAIN = 1120;

/** The column of text, 35rem. */
const COLUMN = { width: 560, height: 640, sizes: `(min-width: 600px) 560px, ${PHONE}` };

/** How broad a section is on wide screens. */
const WHOLE = '(min-width: 1760px) 1152px, (min-width: 1248px) 1024px';

/** From where the text of an article without sections begins to the edge of the sheet. */
const BEYOND = '(min-width: 1760px) 964px, (min-width: 1248px) 884px';

const PLACES = {
	column: { ...COLUMN, widths: [320, 560, 840, 1120, 1680] },
	/** In the column of every article: what leads to a service. */
	clip: { ...COLUMN, widths: [320, 560, 840, 1120] },
	/** One in portrait format, beside the text or beside its caption. */
	upright: { ...COLUMN, widths: [320, 560, 840, 1120, 1680] },
	/** In an article without sections, on wide screens: out of the column. */
	broad: {
		width: 960,
		height: 768,
		sizes: `${BEYOND}, (min-width: 1024px) 752px, ${SCREEN}`,
		widths: [320, 560, 840, 1120, 1680],
	},
	/** In an article with sections: the width of the section, where nothing stands in its margin. */
	whole: {
		width: 1152,
		height: 922,
		sizes: `${WHOLE}, ${SCREEN}`,
		widths: [320, 560, 840, 1120, 1680, LARGEST],
	},
	/** Out of the column: the whole grid, 78rem with its margins. */
	wide: {
		width: 1208,
		height: 806,
		sizes: `(min-width: 1248px) 1208px, ${SCREEN}`,
		widths: [320, 640, 960, 1280, 1680, LARGEST],
	},
	/** In a row of a gallery, whose component tells `sizes`. */
	gallery: {
		width: 300,
		sizes: '300px',
		widths: [320, 640, 960, 1280],
	},
	/**
	 * At the head of an article with sections, 42rem beside the headline, over the whole screen on
	 * phones.
	 */
	lead: {
		width: 672,
		sizes: `(min-width: 1248px) 672px, (min-width: 1024px) 54vw, ${SCREEN}`,
		widths: [360, 540, 720, 1080, 1440],
	},
	/**
	 * The same in an article without sections, on wide screens: under its headline, as broad as its
	 * pictures.
	 */
	leadBroad: {
		width: 960,
		sizes: `${BEYOND}, (min-width: 1024px) 752px, ${SCREEN}`,
		widths: [360, 540, 720, 1080, 1440],
	},
	/**
	 * One in portrait format beside the headline, from 40rem on. That of an opinion, on phones: over
	 * the whole screen.
	 */
	tall: {
		width: 352,
		sizes: `(min-width: 880px) 352px, (min-width: 640px) 40vw, ${PHONE}`,
		widths: [360, 540, 720, 1080],
	},
	/** Of somebody who writes, beside the name. */
	portrait: { width: 208, sizes: '(min-width: 1024px) 208px, 160px', widths: [160, 320, 480] },
	/** The same over the headline of an opinion. Its files are those of the portrait. */
	writer: { width: 88, sizes: '88px', widths: [160, 320] },
	/** Beside the lead of the first page, which has none: a third of it, over its words on phones. */
	beside: {
		width: 434,
		sizes: `(min-width: 1760px) 434px, (min-width: 1024px) 32vw, (min-width: 640px) 56vw, ${PHONE}`,
		widths: [360, 540, 720, 1080],
	},
	/**
	 * It leads the second row of the first page: a third of it, beside its words on a tablet, as in a
	 * list on phones.
	 */
	second: {
		width: 434,
		sizes: '(min-width: 1760px) 434px, (min-width: 1024px) 32vw, (min-width: 640px) 56vw, 120px',
		widths: [240, 360, 540, 720, 1080],
	},
	/** One in portrait format that leads a list, beside its words: 13rem, 19rem on wide screens. */
	tallSecond: {
		width: 312,
		sizes: '(min-width: 1024px) 312px, (min-width: 640px) 208px, 120px',
		widths: [180, 270, 360, 540, 720],
	},
	/** The same in a list. */
	tallTeaser: { width: 192, sizes: '(min-width: 640px) 192px, 84px', widths: [180, 270, 360, 540] },
	/**
	 * Over the headline in a list, beside it on phones. Its files are those of the lead, as far as it
	 * goes.
	 */
	teaser: {
		width: 382,
		sizes: '(min-width: 1248px) 382px, (min-width: 640px) 30vw, 120px',
		widths: [240, 360, 540, 720],
	},
} as const satisfies Record<string, Place>;

export type PlaceName = keyof typeof PLACES;

/** A picture for a place. */
export interface Fitting {
	/** The widths of its files, ascending. */
	widths: number[];
	sizes: string;
	/** Its JPEG in pixels. */
	plain: Size;
	/**
	 * For the `width` and `height` attributes, in CSS pixels: they reserve the space, and size a
	 * picture that is narrower than its place.
	 */
	shown: Size;
}

/**
 * The files that a picture needs at a place.
 * @param taken Its size as it was taken.
 * @param shape Width divided by height that it is cut to; without, it stays whole.
 */
export function fitting(taken: Size, name: PlaceName, shape?: number): Fitting {
	const place: Place = PLACES[name];
	const ratio = shape ?? taken.width / taken.height;
	const most = shape ? largestBox(taken, shape).width : taken.width;
	const across = Math.min(most, Math.round((place.height ?? Infinity) * ratio));
	const size = (width: number): Size => ({ width, height: Math.max(1, Math.round(width / ratio)) });
	const isNarrow = across < place.width;
	const smaller = place.widths.filter((width) => width < across);
	const wanted = isNarrow ? [...smaller, across, 2 * across, 3 * across] : place.widths;
	const widest = Math.min(most, LARGEST, wanted.at(-1) ?? most);
	const plain = size(Math.min(widest, isNarrow ? 2 * across : PLAIN));
	return {
		widths: [...wanted.filter((width) => width < widest), widest],
		sizes: isNarrow ? `(min-width: ${across}px) ${across}px, 100vw` : place.sizes,
		plain,
		shown: size(isNarrow ? across : Math.max(place.width, plain.width)),
	};
}

/**
 * WebP is for browsers of before 2023, which lack AVIF; few of their screens show more pixels than
 * these.
 */
const WIDEST_WEBP = 1280;

/** The widths, of those of a place, that a picture has in a format. */
export function widthsIn(format: 'avif' | 'webp', widths: readonly number[]): readonly number[] {
	const own = widths.filter((width) => format !== 'webp' || width <= WIDEST_WEBP);
	return own.length > 0 ? own : widths;
}

/**
 * The place that a picture of the text takes. What is hardly wider than high would be taller than
 * the window; a small one would be blown up.
 * @param isPlain The article has no sections: it stands in the middle, with room on both sides.
 */
export function placeOf({ width, height }: Size, wanted: PlaceName, isPlain: boolean): PlaceName {
	if (wanted !== 'wide' && wanted !== 'column') return wanted;
	if (height > width) return 'upright';
	const isLandscape = width >= height * 1.25;
	if (wanted === 'wide') return isLandscape ? 'wide' : 'column';
	const large = isPlain ? 'broad' : 'whole';
	return isLandscape && width >= PLACES[large].width ? large : 'column';
}

/** Narrows `sizes` in the HTML of a text that has a margin beside it on wide screens. */
export const inColumn = (html: string): string =>
	html.replaceAll(` sizes="${WHOLE}, `, ' sizes="(min-width: 1024px) 496px, ');

/** Width divided by height that a picture is cut to in teasers. */
export const TEASER = 3 / 2;
/** The same where half of a wide page is words, and the broadest that a lead is. */
export const BROAD = 16 / 9;

/**
 * The shapes of a lead: as it was taken, as far as the layout bears it. On a phone it takes two
 * fifths of the screen at most; one in portrait format stands taller beside the headline, where
 * there is room.
 */
export function leadShapes({ width, height }: Size): { narrow: number; tall?: number } {
	const ratio = width / height;
	const narrow = Math.min(Math.max(ratio, 5 / 4), BROAD);
	return ratio < 1 ? { narrow, tall: Math.max(ratio, 4 / 5) } : { narrow };
}

/**
 * The class of the head that an article's photograph shares with its headline: styles/pictures.css.
 */
export const headClass = ({ photograph }: { photograph?: Size }): string | undefined =>
	photograph && (leadShapes(photograph).tall ? 'led led-tall' : 'led');
