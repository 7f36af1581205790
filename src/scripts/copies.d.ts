/**
 * `faces.ts?page-copy`: the query bundles a copy into each script. Otherwise all
 * would request one more file.
 */
declare module '*-copy';
