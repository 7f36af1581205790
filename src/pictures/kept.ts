import sharp from 'sharp';
import { digestOf, engineVersion, kept, picturesFolder, TAKEN } from '../cache.ts';
import { site } from '../site.ts';

type Bytes = Uint8Array<ArrayBuffer>;

let ground: string | undefined;

/** A digest of what every picture is drawn by. Read once. */
const everywhere = () => (ground ??= digestOf([engineVersion('.'), sharp.versions, site]));

/**
 * A picture from the last build, or drawn and kept for the next one. Only builds keep: while writing, each is drawn.
 * @param shown All that the picture shows beside the facts of the site, as JSON holds it.
 */
export function keptPicture<Drawn extends Bytes | undefined>(
	shown: readonly unknown[],
	draw: () => Promise<Drawn>,
): Promise<Drawn | Bytes> {
	if (!import.meta.env?.PROD) return draw();
	return kept(picturesFolder('.'), digestOf([everywhere(), shown]), () => {
		TAKEN.drawn++;
		return draw();
	});
}
