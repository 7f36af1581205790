/** `faces.ts?page-copy`: under a name of its own each script holds the file. Else all would import one more. */
declare module '*-copy';
