/** Measures that map and labels share. Lengths are in units of the frame; y grows downwards. */

export interface Frame {
	width: number;
	height: number;
	/** The size of a label: a twentieth of the width at most, so that two lines find room anywhere. */
	em: number;
	/** Land is drawn with at most so many points. */
	points: number;
}

export type Point = [x: number, y: number];
