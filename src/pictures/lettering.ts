/** Words as pictures, set by Pango with our typeface and no other: the fonts of the machine do not matter. */
import { resolve } from 'node:path';
import sharp, { type TextAlign, type TextWrap } from 'sharp';
import { rightToLeft } from '../article/text.ts';
import { drawable, undrawableSentence } from '../drawable.ts';
import { Refusal } from '../problems.ts';
import { GREYS } from '../publisher/colours.ts';

/** Found from the project's folder, in which Astro runs: a bundled module does not know where its source lies. */
export const FOLDER = resolve('src/assets/fonts/pictures');
const FONTS = `${FOLDER}/fonts.conf`;
// Pango asks fontconfig on every system (on macOS and Windows it would ask the system), and fontconfig asks this file;
// both look at their variables when the first word is drawn.
Object.assign(process.env, { PANGOCAIRO_BACKEND: 'fontconfig', FONTCONFIG_FILE: FONTS });

const FACE = 'Noto Naskh Arabic Semi-Bold';

export interface Style {
	/** In pixels: at 72 dpi a point is a pixel. */
	size: number;
	color?: string;
	/** Lines are broken at it, in pixels; without it there is one, or as many as the words have. */
	width?: number;
	wrap?: TextWrap;
	/** Default 'left'. Pango mirrors it in right-to-left text. */
	align?: TextAlign;
	/** From line to line, as a part of what the typeface asks for, 1.7 em. */
	leading?: number;
}

export interface Lettering {
	data: Buffer;
	width: number;
	height: number;
}

let ours: Promise<void> | undefined;

/** Words as a picture no larger than their ink. Refuses characters that the typeface lacks. */
export async function write(words: string, style: Style): Promise<Lettering> {
	const problem = undrawableSentence(words);
	if (problem) throw new Refusal(`في الصور «${words}»: ${problem}`);
	await (ours ??= proof());
	return draw(words.split('\n').map(markup).join('\n'), style);
}

/** Where our typeface is not found, Pango takes another in silence: these words are so wide in ours only. */
async function proof(): Promise<void> {
	const found = async (size: number) =>
		Math.abs((await draw('سطر 2015 Łódź', { size })).width / size - 6.77) < 0.03;
	if (await found(100)) return;
	// A library on Windows may not see what a running program puts into the environment: then it is handed each file.
	for (const script of ['arabic', 'latin', 'latin-ext'])
		await sharp({ text: { text: '0', fontfile: `${FOLDER}/noto-naskh-${script}.ttf` } }).toBuffer();
	// At another size: Pango remembers what it has chosen for the first.
	if (!(await found(200)))
		throw new Refusal(`لم يُعثر على خط الصور. أعد البناء بمتغير البيئة FONTCONFIG_FILE=${FONTS}`);
}

async function draw(
	markup: string,
	{ size, color = GREYS.light.ink, width, wrap = 'word', align = 'left', leading = 1 }: Style,
): Promise<Lettering> {
	const text = `<span foreground="${color}" line_height="${leading}" insert_hyphens="false">${markup}</span>`;
	const { data, info } = await sharp({
		text: {
			text,
			font: `${FACE} ${size}`,
			dpi: 72,
			rgba: true,
			align,
			wrap,
			...(width && { width }),
		},
	})
		.png()
		.toBuffer({ resolveWithObject: true });
	return { data, width: info.width, height: info.height };
}

/** What the page, too, takes from the Latin file, and sets smaller, so that digits do not shout. */
const LATIN = /([\x21-\x7e\xa1-\u024f\u1e00-\u1eff\u2010-\u2026\u2060\u20ac\u2122]+)/;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Words with a hyphen, a dash or a slash stay together. */
function markup(line: string): string {
	return rightToLeft(drawable(line))
		.split(' ')
		.map((word) => {
			// A word joiner, U+2060, has no ink and forbids the break that Pango would make after the sign.
			const held = word.replace(/[-–—/](?=.)/gu, '$&\u2060');
			return held
				.split(LATIN)
				.map((part, index) =>
					index % 2 ? `<span size="90%">${escaped(part)}</span>` : escaped(part),
				)
				.join('');
		})
		.join(' ');
}
