/**
 * How every JPEG is written: by mozjpeg's table, without its search for the last bytes. At the same likeness (PSNR) that is
 * a fifth of the time for 7 % more bytes, at a quality that is lower by 2 to 3.
 */
export const JPEG = { progressive: true, quantisationTable: 3 } as const;
