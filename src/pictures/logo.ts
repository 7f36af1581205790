import sharp from 'sharp';
import type { Problem } from '../problems.ts';
import { contrast, GREYS, type Scheme } from '../publisher/colours.ts';
import type { Logo } from '../publisher/logo.ts';
import { site } from '../site.ts';

type Place = { x?: number; y?: number; width: number; height: number };

/** A logo as an `svg` element in a place of a drawing, in the ink of a scheme. */
function svgOf({ markup }: Logo, place: Place, scheme: Scheme): string {
	const attributes = {
		xmlns: 'http://www.w3.org/2000/svg',
		'xmlns:xlink': 'http://www.w3.org/1999/xlink',
		color: GREYS[scheme].ink,
		...place,
	};
	const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
	return markup.replace('<svg', `<svg ${written.join(' ')}`);
}

/**
 * The logo as an `svg` element in a place of a drawing, in ink; nothing where the site has none.
 */
export const logoSvg = (place: Place): string =>
	site.logo ? svgOf(site.logo, place, 'light') : '';

/** The least contrast of two pixels that counts as an outline. */
const OUTLINE = 1.6;
/** The part of its outlines that a logo must keep on dark paper. */
const KEPT = 0.75;

/**
 * How much of a logo is seen on the paper of a scheme: the number of pixels that differ from the
 * next but one. The one between may be antialiased.
 */
async function outlines(logo: Logo, scheme: Scheme): Promise<number> {
	const { paper } = GREYS[scheme];
	const height = Math.round(Math.min(100, 400 / logo.ratio));
	const place = { width: Math.max(1, Math.round(height * logo.ratio)), height };
	const { data, info } = await sharp(Buffer.from(svgOf(logo, place, scheme)))
		.flatten({ background: paper })
		.extend({ top: 2, bottom: 2, left: 2, right: 2, background: paper })
		.toColourspace('srgb')
		.raw()
		.toBuffer({ resolveWithObject: true });
	const known = new Map<string, number>();
	const bright = Array.from({ length: data.length / 3 }, (_, index) => {
		const colour = `#${data.toString('hex', 3 * index, 3 * index + 3)}`;
		const found = known.get(colour) ?? contrast(colour, '#000000');
		known.set(colour, found);
		return found;
	});
	const parts = (a: number, b = a) => Math.max(a, b) / Math.min(a, b) >= OUTLINE;
	return bright.filter(
		(one, index) => parts(one, bright[index + 2]) || parts(one, bright[index + 2 * info.width]),
	).length;
}

/**
 * Problems that only drawing the logo shows: nothing is seen, or too little on one of the papers.
 */
export async function logoProblems(logo: Logo | undefined): Promise<Problem[]> {
	if (!logo) return [];
	const [light, dark] = [await outlines(logo, 'light'), await outlines(logo, 'dark')];
	const tell = (message: string): Problem => ({ file: 'src/site.ts', field: 'logo', message });
	if (light + dark === 0)
		return [
			tell(
				'لا يُرى من الشعار شيء: رسمه شفاف أو بلا لون أو خارج viewBox. أصلحه في برنامج الرسم واحفظه من جديد.',
			),
		];
	const paper = light === 0 ? 'الفاتحة' : dark < KEPT * light ? 'الداكنة' : undefined;
	return paper
		? [
				{
					...tell(
						`الشعار أو بعضه لا يُرى على الصفحة ${paper}، فلونه قريب من لونها. اكتب في ملفه fill="currentColor" لما يأخذ لون النص، أو غيّر لونه.`,
					),
					severity: 'warning',
				},
			]
		: [];
}
