declare module 'bidi-js' {
	interface Levels {
		levels: Uint8Array;
		paragraphs: { start: number; end: number; level: number }[];
	}
	export default function bidiFactory(): {
		getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl'): Levels;
		/** For each place from the left the index of the character that is seen there. */
		getReorderedIndices(text: string, levels: Levels): number[];
	};
}
