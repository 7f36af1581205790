/** The mark of the site as pictures, drawn from `public/favicon.svg`. */
import sharp from 'sharp';

/**
 * Widths in pixels: 180 for the home screen of iOS, 192 and 512 for the manifest. The letter stands within the circle that
 * maskable icons keep (https://www.w3.org/TR/appmanifest/#icon-masks), on a ground that fills the square: one drawing does for all.
 */
export const ICONS = [180, 192, 512] as const;

/** Found from the project's folder, in which Astro runs. */
const MARK = 'public/favicon.svg';

/** A square PNG of the mark, opaque. */
export async function icon(width: number): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(
		await sharp(MARK).resize(width).removeAlpha().png({ palette: true }).toBuffer(),
	);
}
