/** What map and labels share. Lengths are in units of the frame; y points down. */

/** The picture that a map is drawn in. */
export interface Frame {
	width: number;
	height: number;
	/** Font size of labels. At most a twentieth of the width, or two lines may not fit. */
	em: number;
	/** The most points that the land is drawn with. */
	points: number;
	/** Extra height, above and below together, for pictures that are cut in taller shapes. */
	more?: number;
}

/** A place in the frame. */
export type Point = [x: number, y: number];

/** Mean radius of the Earth in km (IUGG R1). */
export const EARTH = 6371.0088;

/** A rectangle in the frame, by its edges. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** The least and the greatest of some values. */
export const extent = (values: number[]): [least: number, greatest: number] => [
	Math.min(...values),
	Math.max(...values),
];
