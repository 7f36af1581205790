/** `npm run hosting -- nginx [file]`: prints the configuration of a server for the site that was built last. */
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { siteAndBase } from '../address/environment.ts';
import { Refusal } from '../problems.ts';
import { type BuildFacts, readFacts } from './build-facts.ts';
import { copiesSentence } from './copies.ts';
import { apache } from './servers/apache.ts';
import { caddy } from './servers/caddy.ts';
import { s3 } from './servers/cloudfront.ts';
import type { Site } from './servers/common.ts';
import { nginx } from './servers/nginx.ts';
import { vercel } from './servers/vercel.ts';

/** By the name that `npm run hosting` takes. */
const SERVERS: Readonly<Record<string, (site: Site) => string>> = {
	nginx,
	caddy,
	apache,
	vercel,
	s3,
};

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

function builtFacts(): BuildFacts {
	try {
		return readFacts(DIST);
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
	const { address, redirects } = builtFacts();
	const text = server({ ...siteAndBase(address), redirects });
	if (file) write(file, text);
	else process.stdout.write(text);
	console.error(`الإعداد لموقع بُني على ${address}`);
	const sentence = copiesSentence(name, existsSync(`${DIST}/index.html.br`));
	if (sentence) console.error(sentence);
} catch (error) {
	if (!(error instanceof Refusal)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
