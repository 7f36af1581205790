/** The formats that a picture's first bytes tell; its file's name may say another. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic' | 'tiff';

/** The brands of HEIF other than AVIF: ISO/IEC 23008-12, annex B and D. */
const HEIF_BRANDS = /hei[cxms]|hev[cxms]|mif1|msf1/;

/** The format by the first 64 bytes or more; undefined if unknown. */
export function pictureFormat(bytes: Buffer): PictureFormat | undefined {
	const head = bytes.toString('latin1', 0, 64);
	if (head.startsWith('\xFF\xD8\xFF')) return 'jpeg';
	if (head.startsWith('\x89PNG')) return 'png';
	if (/^RIFF....WEBP/s.test(head)) return 'webp';
	if (/^GIF8[79]a/.test(head)) return 'gif';
	if (/^(?:II\*\0|MM\0\*)/.test(head)) return 'tiff';
	if (head.slice(4, 8) !== 'ftyp') return undefined;
	const brands = head.slice(8, bytes.readUInt32BE(0));
	if (/avi[fs]/.test(brands)) return 'avif';
	return HEIF_BRANDS.test(brands) ? 'heic' : undefined;
}
