import { spawnSync } from 'node:child_process';
import sharp from 'sharp';
import type { Headline } from './sessions.ts';

/** What is to be installed, where no program is there that reads Arabic. */
export function missingReader(): string | undefined {
	const { stdout = '' } = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
	return /^ara$/m.test(stdout)
		? undefined
		: 'لا يُقرأ العنوان في الصور: ينقص tesseract بالعربية. apt-get install tesseract-ocr-ara';
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
 * What is wrong with a headline that cannot be read back from its picture: letters overlap, or are apart, or no letters.
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
		.resize({ width: Math.round(width * 2) })
		.png()
		.toBuffer();
	const { stdout } = spawnSync('tesseract', ['-', '-', '-l', 'ara', '--psm', '6'], {
		input: picture,
		encoding: 'utf8',
	});
	const read = new Set(words(stdout));
	const lost = words(wanted).filter((word) => !read.has(word));
	return lost.length > words(wanted).length * LOST
		? `لا يُقرأ العنوان من الصورة: ضاع منه ${lost.join('، ')}. قُرئ: ${stdout.trim().replace(/\s+/g, ' ')}`
		: undefined;
}
