import sharp from 'sharp';
import { digestOf, engineVersion, picturesFolder } from '../cache.ts';
import { type Bytes, copyKept, kept, TAKEN } from '../kept-files.ts';
import { postpone } from '../later.ts';
import { site } from '../site.ts';

let ground: string | undefined;

/** A digest of what every picture is drawn by. Read once. */
const everywhere = () => (ground ??= digestOf([engineVersion('.'), sharp.versions, site]));

/** A picture that depends on `shown` alone, beside the facts of the site. */
export type Kept<Drawn extends Bytes | undefined = Bytes | undefined> = {
	/** All that it depends on, as JSON: its cache key. */
	shown: readonly unknown[];
	draw(): Promise<Drawn>;
};

const nameOf = ({ shown }: Kept) => digestOf([everywhere(), shown]);

const drawing =
	<Drawn extends Bytes | undefined>({ draw }: Kept<Drawn>) =>
	() => {
		TAKEN.drawn++;
		return draw();
	};

/** A picture from the cache, or drawn and cached. Outside of a build it is always drawn. */
export function keptPicture<Drawn extends Bytes | undefined>(
	picture: Kept<Drawn>,
): Promise<Drawn | Bytes> {
	if (!import.meta.env?.PROD) return picture.draw();
	return kept(picturesFolder('.'), nameOf(picture), drawing(picture));
}

/** The route of a picture. */
interface PictureRoute<Params> {
	path: string;
	params: Params;
	props: Kept;
}

/**
 * The routes of kept pictures in `npm run dev`. In a build there are none: `postpone` lets them be
 * written after all pages.
 */
export function pictureRoutes<Params>(
	routes: readonly PictureRoute<Params>[],
): Pick<PictureRoute<Params>, 'params' | 'props'>[] {
	if (!import.meta.env?.PROD) return routes.map(({ params, props }) => ({ params, props }));
	for (const { path, props } of routes)
		postpone(path, (file) => copyKept(picturesFolder('.'), nameOf(props), drawing(props), file));
	return [];
}
