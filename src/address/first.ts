/**
 * Imported first by every command. Prints what is wrong with the facts of the site or with its address, and ends the
 * process. If it were thrown later, Astro would print an English sentence above it.
 */
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { printed, Refusal } from '../problems.ts';

const FILE = 'src/site.ts';
// Dynamic: a static import would run, and throw, before this code.
const require = createRequire(import.meta.url);

/** What Node says of a file that it cannot read, with its line; undefined for every other error. */
function unreadable(error: unknown): Refusal | undefined {
	const { name, message, stack = '' } = error as Error;
	const line = /\/src\/site\.ts:(\d+)/.exec(stack)?.[1];
	if (!line || !/^(?:Syntax|Reference)Error$/.test(name)) return undefined;
	const sentence = `لا يُقرأ الملف من هنا (${message}). اكتب كل نص بين علامتي ' ' وبعد كل قيمة الفاصلة , وراجع هذا السطر والذي قبله.`;
	return new Refusal(`${FILE}:${line}: ${sentence}`, [
		{ file: FILE, line: Number(line), message: sentence },
	]);
}

try {
	const { site } = require('../site.ts');
	// An empty file, another name, or facts that nobody judged.
	if (!site?.profiles) {
		const message =
			"لا يعطي الملف بيانات الصحيفة. أعد أوله كما كان: import { defineSite } from '#define-site'; ثم export const site = defineSite({ وآخره });";
		throw new Refusal(`${FILE}: ${message}`, [{ file: FILE, message }]);
	}
	require('./urls.ts');
} catch (error) {
	const refusal = error instanceof Refusal ? error : unreadable(error);
	if (!refusal) throw error;
	writeSync(2, printed(refusal));
	process.exit(1);
}
