/**
 * `npm run hosting -- nginx [file] [folders]`: prints the configuration of a server for the site
 * that was built last. The folders are those of other papers under other paths of its host.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
const SERVERS: Readonly<Record<string, (site: Site, ...beside: Site[]) => string>> = {
	nginx,
	caddy,
	apache,
	vercel,
	s3,
};

/** Those that serve several papers by one configuration. */
const SHARED: readonly unknown[] = [nginx, caddy];

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(PROJECT, 'dist');

function builtFacts(project: string): BuildFacts {
	try {
		return readFacts(join(project, 'dist'));
	} catch {
		throw new Refusal(
			project === PROJECT
				? 'لا يوجد موقع مبني. ابنه أولًا: npm run build'
				: `لا يوجد في ${project} موقع مبني. ابنه هناك أولًا: npm run build`,
		);
	}
}

const siteIn = (project: string): Site & { address: string } => {
	const { address, redirects } = builtFacts(project);
	return { ...siteAndBase(address), address, redirects };
};

function write(file: string, text: string): void {
	try {
		writeFileSync(file, text);
	} catch (error) {
		throw new Refusal(
			`تعذّرت كتابة ${file} (${(error as NodeJS.ErrnoException).code}). اختر ملفًا في مجلد موجود يُسمح لحسابك بالكتابة فيه.`,
		);
	}
}

const [name = '', file, ...folders] = process.argv.slice(2);
const server = Object.hasOwn(SERVERS, name) ? SERVERS[name] : undefined;
try {
	if (!server)
		throw new Refusal(
			`اسم الخادم ${name ? `«${name}» غير معروف` : 'ناقص'}. اكتب: npm run hosting -- ${Object.keys(SERVERS).join('|')}`,
		);
	if (folders.length > 0 && !SHARED.includes(server))
		throw new Refusal(
			`لكل صحيفة إعدادها على ${name}. اطبعه في مجلد كل منها: npm run hosting -- ${name}`,
		);
	const whole = siteIn(PROJECT);
	const beside = folders.map(siteIn);
	const all = [whole, ...beside];
	for (const one of beside)
		if (one.site !== whole.site || all.some((other) => other !== one && other.base === one.base))
			throw new Refusal(
				`صحف هذا الإعداد تحت نطاق واحد، كل منها تحت مسار لها، لا ${whole.address} و${one.address}. ابنها كلًا برابطها، ولكل نطاق إعداد وحده.`,
			);
	// What no other takes is the first one's: of / and /b/ that is /.
	const [first = whole, ...others] = all.sort((a, b) => a.base.length - b.base.length);
	const text = server(first, ...others);
	if (file) write(file, text);
	else process.stdout.write(text);
	for (const { address } of all) console.error(`الإعداد لموقع بُني على ${address}`);
	const sentence = copiesSentence(name, existsSync(`${DIST}/index.html.br`));
	if (sentence) console.error(sentence);
} catch (error) {
	if (!(error instanceof Refusal)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
