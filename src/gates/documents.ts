/**
 * Who wrote a document, as office programs write it into the file: ISO 32000-1, 14.3; ECMA-376,
 * part 2, 11. Whoever passed it on in confidence may be named there.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** What may name its authors, by the end of its name. */
const DOCUMENT = /\.(?:pdf|docx|xlsx|pptx)$/i;

/** A file on somebody's computer. */
const FOLDER = /(?:^|\s)(?:file:|[A-Za-z]:\\|\/(?:home|Users)\/)/;

/** How many are named. */
const NAMED = 3;

/**
 * A sentence on the documents of a site that name who wrote them, or undefined. @param files Paths
 * from `root`.
 */
export function authorsSentence(root: string, files: readonly string[]): string | undefined {
	const found = files.flatMap((file) => {
		const authors = DOCUMENT.test(file) ? authorsOf(join(root, file)) : [];
		return authors.length > 0 ? `${file} (${authors.join('، ')})` : [];
	});
	if (found.length === 0) return undefined;
	const rest = found.length - NAMED;
	return `في ملفات منشورة أسماء من كتبوها أو مجلداتهم: ${found.slice(0, NAMED).join('، ')}${rest > 0 ? `، وغيرها (${rest})` : ''}. إن لم ترد نشرها فامسحها: في Word ملف ← معلومات ← فحص المستند، وملف PDF اطبعه إلى PDF من جديد.`;
}

/** The names that a document holds, each once; none where it cannot be read. */
function authorsOf(file: string): string[] {
	try {
		const bytes = readFileSync(file);
		const found = /pdf$/i.test(file) ? pdfAuthors(bytes) : officeAuthors(bytes);
		return [...new Set(found.map((name) => name.trim()))].filter(
			// What is encrypted is no name.
			(name) => /^[^\p{Cc}\uFFFD]+$/u.test(name),
		);
	} catch {
		return [];
	}
}

function pdfAuthors(bytes: Buffer): string[] {
	const text = bytes.toString('latin1');
	const written = text.matchAll(
		/\/(Author|Title)\s*(?:\(((?:\\[\s\S]|[^\\)])*)\)|<([\da-fA-F\s]*)>)/g,
	);
	const names = Array.from(written, ([, key, plain, hex]) => {
		const codes =
			hex === undefined
				? Buffer.from(
						(plain ?? '').replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal, sign) =>
							octal ? String.fromCharCode(Number.parseInt(octal, 8)) : sign,
						),
						'latin1',
					)
				: Buffer.from(hex.replace(/\s/g, ''), 'hex');
		const value =
			codes[0] === 0xfe && codes[1] === 0xff
				? codes
						.subarray(2, codes.length - (codes.length % 2))
						.swap16()
						.toString('utf16le')
				: codes.toString('latin1');
		// Printers' drivers write where it lay.
		return key === 'Author' || FOLDER.test(value) ? value : '';
	});
	const [creators = ''] = /<dc:creator>[\s\S]*?<\/dc:creator>/.exec(text) ?? [];
	const listed = creators.matchAll(/<rdf:li[^>]*>([^<]*)/g);
	return [...names, ...Array.from(listed, ([, name = '']) => utf8(name))];
}

/**
 * The properties of a zip of Office. Its parts are found by the directory at its end: APPNOTE.TXT,
 * 4.3.12.
 */
function officeAuthors(bytes: Buffer): string[] {
	const name = Buffer.from('docProps/core.xml');
	const entry = bytes.lastIndexOf(name) - 46;
	if (entry < 0 || bytes.readUInt32LE(entry) !== 0x02014b50) return [];
	const at = bytes.readUInt32LE(entry + 42);
	const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
	const part = bytes.subarray(from, from + bytes.readUInt32LE(entry + 20));
	const xml = (bytes.readUInt16LE(entry + 10) === 8 ? inflateRawSync(part) : part).toString();
	const written = xml.matchAll(/<(?:dc:creator|cp:lastModifiedBy)>([^<]*)/g);
	return Array.from(written, ([, author = '']) => author);
}

const utf8 = (latin1: string) => Buffer.from(latin1, 'latin1').toString();
