import { spawnSync } from 'node:child_process';
import sharp from 'sharp';
import type { Headline } from './sessions.ts';

/** What is to be installed, where no program is there that reads Arabic. */
export function missingReader(): string | undefined {
	const { stdout = '' } = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
	return /^ara$/m.test(stdout)
		? undefined
		: 'لا يُقرأ العنوان في الصور: ينقص tesseract بالعربية. apt-get install tesseract-ocr tesseract-ocr-ara';
}

const words = (text: string) =>
	text
		.normalize('NFC')
		.replace(/[\u064B-\u0652\u0670\u0640]/g, '')
		.replace(/[أإآ]/g, 'ا')
		.match(/\p{Script=Arabic}{2,}/gu) ?? [];

/** The part of a headline's words that may be lost: the reader errs on sound pictures, too. */
const LOST = 0.25;
/**
 * How large the picture is given to the reader, which passes over a whole line of sound letters at
 * one size and reads it at the next.
 */
const SCALES = [1, 2, 0.7, 1.3, 0.85];

/**
 * What is wrong with a headline that cannot be read back from its picture at any scale: letters
 * overlap, or are apart, or no letters.
 * @param png The picture of the page.
 */
export async function headlineProblem(
	png: Buffer,
	{ words: wanted, left, top, width, height }: Headline,
): Promise<string | undefined> {
	const { width: most = 0, height: deepest = 0 } = await sharp(png).metadata();
	const x = Math.max(0, Math.floor(left) - 8);
	const y = Math.max(0, Math.floor(top) - 8);
	const picture = await sharp(png)
		.extract({
			left: x,
			top: y,
			width: Math.min(most - x, Math.ceil(width) + 16),
			height: Math.min(deepest - y, Math.ceil(height) + 16),
		})
		.flatten({ background: '#fff' })
		.png()
		.toBuffer();
	let problem: string | undefined;
	for (const scale of SCALES) {
		const { stdout } = spawnSync('tesseract', ['-', '-', '-l', 'ara', '--psm', '6'], {
			input: await sharp(picture)
				.resize({ width: Math.round(width * scale) })
				.toBuffer(),
			encoding: 'utf8',
		});
		const read = new Set(words(stdout));
		const lost = words(wanted).filter((word) => !read.has(word));
		if (lost.length <= words(wanted).length * LOST) return undefined;
		problem ??= `لا يُقرأ العنوان من الصورة: ضاع منه ${lost.join('، ')}. قُرئ: ${stdout.trim().replace(/\s+/g, ' ')}`;
	}
	return problem;
}
