import type { ImageMetadata } from 'astro';

/** A picture's file as Astro bundles it. `fsPath`: where the original lies. */
export type BundledImage = ImageMetadata & { clone?: ImageMetadata; fsPath?: string };

/**
 * The sizes and the address of a picture. Read from the image itself, they would make Astro publish
 * the original beside it, with all that a camera wrote into it.
 */
export const factsOf = (image: BundledImage): ImageMetadata => image.clone ?? image;

/** Whether a picture is the portrait of somebody who wrote, from the same file. */
export const isPortrait = (
	image: BundledImage,
	writers: readonly { image?: BundledImage }[],
): boolean => writers.some((one) => one.image && factsOf(one.image).src === factsOf(image).src);
