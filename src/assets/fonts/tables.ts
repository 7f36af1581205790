/** The tables of a TrueType font. https://learn.microsoft.com/typography/opentype/spec/ */

/** Joins numbers of 16 bits, of 32 bits as `[n]`, and buffers, big-endian. */
export function write(...parts: (number | [number] | Buffer)[]): Buffer {
	return Buffer.concat(
		parts.map((part) => {
			if (Buffer.isBuffer(part)) return part;
			const bytes = Buffer.alloc(typeof part === 'number' ? 2 : 4);
			if (typeof part === 'number') bytes.writeUInt16BE(part & 0xffff);
			else bytes.writeUInt32BE(part[0]);
			return bytes;
		}),
	);
}
export const tag = (letters: string) => Buffer.from(letters, 'latin1');

export function readTables(font: Uint8Array): Map<string, Buffer> {
	const bytes = Buffer.from(font);
	const entries = Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
	return new Map(
		entries.map((entry) => {
			const at = bytes.readUInt32BE(entry + 8);
			return [
				bytes.toString('latin1', entry, entry + 4),
				bytes.subarray(at, at + bytes.readUInt32BE(entry + 12)),
			];
		}),
	);
}

/** A TrueType font of some tables. It has no check sums: the woff2 gets them. */
export function writeFont(tables: ReadonlyMap<string, Buffer>): Buffer {
	const all = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
	const entries: Buffer[] = [];
	const bodies: Buffer[] = [];
	let at = 12 + 16 * all.length;
	for (const [name, body] of all) {
		entries.push(write(tag(name), [0], [at], [body.length]));
		const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
		bodies.push(padded);
		at += padded.length;
	}
	return write([0x10000], all.length, 0, 0, 0, ...entries, ...bodies);
}

/** The copyright, and the name that a PDF knows the font by. */
const NAMES = [0, 6];

/** Keeps `NAMES` alone: the others are for menus of fonts. */
export function withFewerNames(font: Uint8Array): Buffer {
	const tables = readTables(font);
	const table = tables.get('name');
	if (!table) throw new Error('no table name');
	const [count, texts] = [table.readUInt16BE(2), table.readUInt16BE(4)];
	const records = Array.from({ length: count }, (_, index) =>
		table.subarray(6 + 12 * index, 18 + 12 * index),
	).filter((record) => NAMES.includes(record.readUInt16BE(6)));
	const entries: Buffer[] = [];
	const kept: Buffer[] = [];
	let at = 0;
	for (const record of records) {
		const [length, from] = [record.readUInt16BE(8), texts + record.readUInt16BE(10)];
		entries.push(write(record.subarray(0, 10), at));
		kept.push(table.subarray(from, from + length));
		at += length;
	}
	tables.set('name', write(0, entries.length, 6 + 12 * entries.length, ...entries, ...kept));
	return writeFont(tables);
}
