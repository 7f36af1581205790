/**
 * Options of JPEG: mozjpeg's quantisation table without its slow optimisations. At the same PSNR
 * that takes a fifth of the time for 7 % more bytes, at a quality that is lower by 2 to 3.
 */
export const JPEG = { progressive: true, quantisationTable: 3 } as const;
