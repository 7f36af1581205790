import { GREYS } from '../publisher/colours.ts';
import { site } from '../site.ts';

/** The logo as an `svg` element in a place of a drawing, in ink; nothing where the site has none. */
export function logoSvg(place: { x?: number; y?: number; width: number; height: number }): string {
	const attributes = {
		xmlns: 'http://www.w3.org/2000/svg',
		'xmlns:xlink': 'http://www.w3.org/1999/xlink',
		color: GREYS.light.ink,
		...place,
	};
	const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
	return (site.logo?.markup ?? '').replace('<svg', `<svg ${written.join(' ')}`);
}
