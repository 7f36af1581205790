/** `npm run hosting -- nginx [file]`: prints the configuration of a server for the site as it was built last. */
import { readFileSync, writeFileSync } from 'node:fs';
import { siteAndBase } from '../address/environment.ts';
import { Refusal } from '../problems.ts';
import { addressOf, policyOf } from './headers.ts';
import { SERVERS } from './servers.ts';

/** A page of the site that was built last. */
function built(page: string): string {
	try {
		return readFileSync(new URL(`../../dist/${page}`, import.meta.url), 'utf8');
	} catch {
		throw new Refusal('لا يوجد موقع مبني. ابنه أولًا: npm run build');
	}
}

function write(file: string, text: string): void {
	try {
		writeFileSync(file, text);
	} catch (error) {
		throw new Refusal(
			`تعذّرت كتابة ${file} (${(error as NodeJS.ErrnoException).code}). اختر ملفًا في مجلد موجود يُسمح لحسابك بالكتابة فيه.`,
		);
	}
}

const [name = '', file] = process.argv.slice(2);
const server = Object.hasOwn(SERVERS, name) ? SERVERS[name] : undefined;
try {
	if (!server)
		throw new Refusal(
			`اسم الخادم ${name ? `«${name}» غير معروف` : 'ناقص'}. اكتب: npm run hosting -- ${Object.keys(SERVERS).join('|')}`,
		);
	const address = addressOf(built('index.html'));
	const text = server({ ...siteAndBase(address), policy: policyOf(built('404.html')) });
	if (file) write(file, text);
	else process.stdout.write(text);
	console.error(`الإعداد لموقع بُني على ${address}`);
} catch (error) {
	if (!(error instanceof Refusal)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
