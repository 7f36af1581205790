/** Text as pictures, set by Pango in our typeface alone. The machine's fonts are never used. */
import { resolve } from 'node:path';
import sharp, { type Sharp, type TextAlign, type TextWrap } from 'sharp';
import { inOrder } from '../article/isolated-numbers.ts';
import { rightToLeft } from '../article/text.ts';
import { drawable, undrawableSentence } from '../drawable.ts';
import { Refusal } from '../problems.ts';
import { GREYS } from '../publisher/colours.ts';
import type { Size } from './crop.ts';
import type { Layer } from './layers.ts';

/**
 * From the project's folder, in which Astro runs: a bundled module does not know its source's path.
 */
export const FOLDER = resolve('src/assets/fonts/pictures');
const FONTS = `${FOLDER}/fonts.conf`;
// Makes Pango use fontconfig on every system, and fontconfig this file. Both read the environment
// at the first drawing.
Object.assign(process.env, { PANGOCAIRO_BACKEND: 'fontconfig', FONTCONFIG_FILE: FONTS });

const FACE = 'Noto Naskh Arabic Semi-Bold';

/** How words are set. */
export interface Style {
	/** Font size in pixels. */
	size: number;
	color?: string;
	/** In pixels, for breaking lines. Default: lines are broken at `\n` alone. */
	width?: number;
	wrap?: TextWrap;
	/** Default 'left'. Pango mirrors it in right-to-left text. */
	align?: TextAlign;
	/** Line height, as a part of the typeface's own, 1.7 em. */
	leading?: number;
}

/** Words as pixels, cropped to their ink. */
export type Lettering = Layer;

let ours: Promise<void> | undefined;

/**
 * Draws words, cropped to their ink.
 * @throws a Refusal for characters that the typeface lacks.
 */
export async function write(words: string, style: Style): Promise<Lettering> {
	return draw(await textOf(words), style);
}

/**
 * The size that words are drawn in, for a tenth of the time: without colours a pixel is a byte and
 * not four.
 * @throws as `write`.
 */
export async function measure(words: string, style: Style): Promise<Size> {
	const { width, height } = await set(await textOf(words), style, false).metadata();
	return { width, height };
}

/** Words in Pango's markup. */
async function textOf(words: string): Promise<string> {
	const problem = undrawableSentence(words);
	if (problem) throw new Refusal(`في الصور «${words}»: ${problem}`);
	await (ours ??= proof());
	return words.split('\n').map(markup).join('\n');
}

/** Pango falls back to another typeface silently. In ours these words have this width. */
async function proof(): Promise<void> {
	const found = async (size: number) =>
		Math.abs((await draw('سطر 2015 Łódź', { size })).width / size - 6.77) < 0.03;
	if (await found(100)) return;
	// On Windows a library may not see environment changes of a running process. Hand it the files.
	for (const script of ['arabic', 'latin', 'latin-ext'])
		await sharp({ text: { text: '0', fontfile: `${FOLDER}/noto-naskh-${script}.ttf` } }).toBuffer();
	// Another size, because Pango caches its choice of font.
	if (!(await found(200)))
		throw new Refusal(`لم يُعثر على خط الصور. أعد البناء بمتغير البيئة FONTCONFIG_FILE=${FONTS}`);
}

async function draw(markup: string, style: Style): Promise<Lettering> {
	const { data, info } = await set(markup, style).raw().toBuffer({ resolveWithObject: true });
	return { data, width: info.width, height: info.height };
}

function set(
	markup: string,
	{ size, color = GREYS.light.ink, width, wrap = 'word', align = 'left', leading = 1 }: Style,
	inColour = true,
): Sharp {
	const text = `<span foreground="${color}" line_height="${leading}" insert_hyphens="false">${markup}</span>`;
	return sharp({
		text: {
			text,
			font: `${FACE} ${size}`,
			dpi: 72,
			rgba: inColour,
			align,
			wrap,
			...(width && { width }),
		},
	});
}

/** Latin letters and digits are set at 90%, as on the page. */
const LATIN = /([\x21-\x7e\xa1-\u024f\u1e00-\u1eff\u2010-\u2026\u2060\u20ac\u2122]+)/;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Pango markup of a line. Words with a hyphen, a dash, a slash or a plus are not broken. */
function markup(line: string): string {
	return inOrder(rightToLeft(drawable(line)))
		.split(' ')
		.map((word) => {
			// U+2060 WORD JOINER forbids the break that Pango makes after the sign.
			const held = word.replace(/[-–—/+](?=.)/gu, '$&\u2060');
			return held
				.split(LATIN)
				.map((part, index) =>
					index % 2 ? `<span size="90%">${escaped(part)}</span>` : escaped(part),
				)
				.join('');
		})
		.join(' ');
}
