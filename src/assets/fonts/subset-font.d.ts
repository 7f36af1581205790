declare module 'subset-font' {
	interface Options {
		targetFormat: 'woff2' | 'truetype';
		keepFeatures?: string[];
		/** An axis set to one value; the others stay. */
		variationAxes?: Record<string, number>;
		/** Tables by their four letters. */
		dropTables?: string[];
	}

	/** Cuts a font down to the characters of `text`. */
	export default function subsetFont(
		font: Uint8Array,
		text: string,
		options: Options,
	): Promise<Uint8Array>;
}
