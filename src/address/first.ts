/**
 * Imported first by every command. Prints what is wrong with the facts of the site or with its
 * address, and ends the process. If it were thrown later, Astro would print an English sentence
 * above it.
 */
import { existsSync, readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, isText, OTHER_ENCODING, printed, Refusal } from '../problems.ts';
import { buildClock } from './environment.ts';

// Dynamic: a static import would run, and throw, before this code.
const require = createRequire(import.meta.url);

const FRAME =
	"أعد أوله كما كان: import { defineSite } from '#define-site'; ثم export const site = defineSite({ وآخره });";

/** A refusal of the publisher's file. */
function refusal(message: string, line?: number): Refusal {
	const problem = { file: 'src/site.ts', ...(line && { line }), message };
	return new Refusal(describe(problem), [problem]);
}

/** What Node says of a file that it cannot run, with its line where Node names one. */
function unreadable({ message, stack = '' }: Error): Refusal {
	const line = Number(/\/src\/site\.ts:(\d+)/.exec(stack)?.[1]);
	const said = message.replace(/\n.*/s, '');
	return line
		? refusal(
				`لا يُقرأ الملف من هنا (${said}). اكتب كل نص بين علامتي ' ' وبعد كل قيمة الفاصلة , وراجع هذا السطر والذي قبله.`,
				line,
			)
		: refusal(`لا يُقرأ الملف (${said}). اكتب كل مفتاح هكذا: country: 'MA', و${FRAME}`);
}

function readFacts(): unknown {
	const file = new URL('../site.ts', import.meta.url);
	if (existsSync(file) && !isText(readFileSync(file))) throw refusal(OTHER_ENCODING);
	// Outside the try: a failure here is the engine's fault, not the file's.
	require('../publisher/define-site.ts');
	try {
		return require('../site.ts').site;
	} catch (error) {
		const isOurs = error instanceof Refusal || /\/src\/publisher\//.test(`${Object(error).stack}`);
		throw isOurs ? error : unreadable(error as Error);
	}
}

try {
	// An empty file, another name, or facts that nobody judged.
	if (!Object(readFacts()).profiles) throw refusal(`لا يعطي الملف بيانات الصحيفة. ${FRAME}`);
	require('./urls.ts');
	buildClock(process.env);
} catch (error) {
	if (!(error instanceof Refusal)) throw error;
	writeSync(2, printed(error));
	process.exit(1);
}
