import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { authorsSentence } from '../../src/gates/documents.ts';

/** A zip with one part, as Office writes it: ECMA-376, part 2. */
function office(xml: string, name = 'docProps/core.xml'): Buffer {
	const part = deflateRawSync(xml);
	const local = Buffer.alloc(30);
	local.writeUInt32LE(0x04034b50);
	local.writeUInt16LE(name.length, 26);
	const entry = Buffer.alloc(46);
	entry.writeUInt32LE(0x02014b50);
	entry.writeUInt16LE(8, 10);
	entry.writeUInt32LE(part.length, 20);
	entry.writeUInt16LE(name.length, 28);
	// Another part stands before it.
	const before = Buffer.alloc(7);
	entry.writeUInt32LE(before.length, 42);
	const end = Buffer.alloc(22);
	return Buffer.concat([before, local, Buffer.from(name), part, entry, Buffer.from(name), end]);
}
const core = (creator: string, last = '') =>
	office(
		`<cp:coreProperties><dc:creator>${creator}</dc:creator><cp:lastModifiedBy>${last}</cp:lastModifiedBy></cp:coreProperties>`,
	);
const utf16 = (text: string) =>
	Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]);

function said(files: Record<string, string | Buffer>): string | undefined {
	const root = mkdtempSync(join(tmpdir(), 'documents-'));
	onTestFinished(() => rmSync(root, { recursive: true }));
	for (const [name, bytes] of Object.entries(files)) writeFileSync(join(root, name), bytes);
	return authorsSentence(root, Object.keys(files));
}

describe('documents that name who wrote them', () => {
	test.each<[string, Record<string, string | Buffer>, string]>([
		['PDF', { 'a.pdf': '%PDF-1.4 <</Author(Salim \\(A\\))/Title(x)>>' }, 'a.pdf (Salim (A))'],
		[
			'PDF in Arabic',
			{
				'a.PDF': Buffer.concat([Buffer.from('%PDF <</Author('), utf16('سالم'), Buffer.from(')>>')]),
			},
			'a.PDF (سالم)',
		],
		[
			'PDF in codes',
			{ 'a.pdf': `%PDF <</Author <${utf16('ليلى').toString('hex')}>>>` },
			'a.pdf (ليلى)',
		],
		[
			'PDF with XMP',
			{
				'a.pdf':
					'%PDF <dc:creator><rdf:Seq><rdf:li>سالم</rdf:li><rdf:li>ليلى</rdf:li></rdf:Seq></dc:creator>',
			},
			'a.pdf (سالم، ليلى)',
		],
		[
			'PDF printed from a folder',
			{ 'a.pdf': '%PDF <</Title(Microsoft Word - C:\\\\Users\\\\salim\\\\x.docx)/Author()>>' },
			'a.pdf (Microsoft Word - C:\\Users\\salim\\x.docx)',
		],
		['Word', { 'a.docx': core('سالم', 'ليلى') }, 'a.docx (سالم، ليلى)'],
		['Excel, once', { 'a.xlsx': core('سالم', 'سالم') }, 'a.xlsx (سالم)'],
		[
			'more than three',
			{ 'a.docx': core('1'), 'b.docx': core('2'), 'c.docx': core('3'), 'd.docx': core('4') },
			'a.docx (1)، b.docx (2)، c.docx (3)، وغيرها (1)',
		],
	])('%s', (_name, files, named) =>
		expect(said(files)).toBe(
			`في ملفات منشورة أسماء من كتبوها أو مجلداتهم: ${named}. إن لم ترد نشرها فامسحها: في Word ملف ← معلومات ← فحص المستند، وملف PDF اطبعه إلى PDF من جديد.`,
		),
	);

	test.each<[string, Record<string, string | Buffer>]>([
		['no names', { 'a.pdf': '%PDF <</Author()/Title(x)>>', 'a.docx': core('') }],
		['without properties', { 'a.docx': office('<dc:creator>x</dc:creator>', 'word/document.xml') }],
		[
			'damaged',
			{ 'a.docx': 'docProps/core.xml', 'b.docx': core('سالم').subarray(40), 'c.pdf': '' },
		],
		[
			'encrypted',
			{ 'a.pdf': Buffer.from('%PDF <</Author(\x9b\x02\x81)/Encrypt 1 0 R>>', 'latin1') },
		],
		['other files', { 'a.txt': '/Author(Salim)' }],
	])('%s: nothing', (_name, files) => expect(said(files)).toBeUndefined());
});
