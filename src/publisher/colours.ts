/** Colours as `#rrggbb`: the engine's greys, contrast, and the nearest readable colour. */

/**
 * The colours that a publisher does not choose: paper, text, lines, and those of maps: by night
 * land is lighter than the page.
 */
export const GREYS = {
	light: {
		paper: '#ffffff',
		ink: '#14181b',
		quiet: '#4a5359',
		hair: '#cfd5d9',
		sea: '#e4ecf1',
		land: '#ffffff',
		coast: '#a9b8c1',
	},
	dark: {
		paper: '#101416',
		ink: '#e8ebec',
		quiet: '#aeb7bc',
		hair: '#3a4348',
		sea: '#112233',
		land: '#2a3138',
		coast: '#556666',
	},
} as const;

/** What the reader's system asks for. */
export type Scheme = keyof typeof GREYS;

/**
 * Rules for a page without the site's style sheet: `--paper`, `--ink`, `--quiet`, `--hair` and
 * `--accent` of both schemes.
 */
export function schemeRules(accent: Readonly<Record<Scheme, string>>): string {
	const root = (scheme: Scheme) => {
		const { paper, ink, quiet, hair } = GREYS[scheme];
		return `:root{--paper:${paper};--ink:${ink};--quiet:${quiet};--hair:${hair};--accent:${accent[scheme]}}`;
	};
	return `${root('light')}\n@media (prefers-color-scheme:dark){${root('dark')}}`;
}

/** Text against its background at level AAA: WCAG 2.2, 1.4.6. */
export const LEAST_CONTRAST = 7;

const channels = (hex: string): [number, number, number] =>
	[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
const toHex = (rgb: readonly number[]) =>
	`#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance, 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
	const [red, green, blue] = channels(hex).map((channel) => {
		const part = channel / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(a: string, b: string): number {
	const [one, other] = [luminance(a), luminance(b)];
	return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** A colour over another, with opacity `part`, 0 to 1. */
export function mix(colour: string, ground: string, part: number): string {
	const under = channels(ground);
	return toHex(
		channels(colour).map((channel, index) => channel * part + (under[index] ?? 0) * (1 - part)),
	);
}

/**
 * The nearest colour that passes on the paper of a scheme. Hue and saturation stay; lightness moves
 * away from the paper, at most to black or white. A colour that passes is returned as it is.
 */
export function nearestReadable(hex: string, scheme: Scheme): string {
	const away = scheme === 'light' ? -1 : 1;
	for (let step = 0; step < STEPS; step++) {
		const tried = step === 0 ? hex : lightened(hex, (away * step) / STEPS);
		if (contrast(tried, GREYS[scheme].paper) >= LEAST_CONTRAST) return tried;
	}
	return scheme === 'light' ? '#000000' : '#ffffff';
}

/** Steps from black to white, finer than the 255 of a channel. */
const STEPS = 1000;

/**
 * A colour with its lightness moved, in the HSL model:
 * https://www.w3.org/TR/css-color-4/#the-hsl-notation
 */
function lightened(hex: string, by: number): string {
	const parts = channels(hex).map((channel) => channel / 255);
	const lightness = (Math.max(...parts) + Math.min(...parts)) / 2;
	const wanted = Math.min(Math.max(lightness + by, 0), 1);
	// In HSL a channel's distance from the lightness scales with min(l, 1 - l).
	const room = (value: number) => Math.min(value, 1 - value);
	const scale = room(lightness) === 0 ? 0 : room(wanted) / room(lightness);
	return toHex(parts.map((part) => 255 * (wanted + (part - lightness) * scale)));
}
