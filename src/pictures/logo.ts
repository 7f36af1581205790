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

/** The logo as an `svg` element in a place of a drawing, in ink; nothing where the site has none. */
export const logoSvg = (place: Place): string =>
	site.logo ? svgOf(site.logo, place, 'light') : '';

/** Below this contrast with the paper nothing is seen, nor where it is so little of what is drawn. */
const LEAST_SEEN = { contrast: 2, part: 0.02 };

/** What is drawn of a logo, and what of it is seen on the paper of a scheme: counts of pixels. */
async function seen(logo: Logo, scheme: Scheme): Promise<{ drawn: number; seen: number }> {
	const height = Math.round(Math.min(100, 400 / logo.ratio));
	const place = { width: Math.max(1, Math.round(height * logo.ratio)), height };
	const drawing = Buffer.from(svgOf(logo, place, scheme));
	const pixels = await sharp(drawing).ensureAlpha().raw().toBuffer();
	const colours = Array.from({ length: pixels.length / 4 }, (_, index) =>
		pixels.subarray(4 * index, 4 * index + 4),
	)
		.filter(([, , , opacity = 0]) => opacity > 127)
		.map((pixel) => `#${pixel.toString('hex', 0, 3)}`);
	const isSeen = (colour: string) => contrast(colour, GREYS[scheme].paper) >= LEAST_SEEN.contrast;
	return { drawn: colours.length, seen: colours.filter(isSeen).length };
}

/** What is wrong with how a logo looks, which its file does not tell. */
export async function logoProblems(logo: Logo | undefined): Promise<Problem[]> {
	if (!logo) return [];
	const problem = { file: 'src/site.ts', field: 'logo' };
	const problems: Problem[] = [];
	for (const [scheme, paper] of [
		['light', 'الفاتحة'],
		['dark', 'الداكنة'],
	] as const) {
		const { drawn, seen: count } = await seen(logo, scheme);
		if (drawn === 0)
			return [
				{
					...problem,
					message:
						'لا يُرى من الشعار شيء: رسمه شفاف أو بلا لون أو خارج viewBox. أصلحه في برنامج الرسم واحفظه من جديد.',
				},
			];
		if (count < LEAST_SEEN.part * drawn)
			problems.push({
				...problem,
				severity: 'warning',
				message: `لا يُرى الشعار على الصفحة ${paper}، فألوانه قريبة من لونها. غيّر ألوانه، أو اكتب فيه fill="currentColor" لما يأخذ لون النص.`,
			});
	}
	return problems;
}
