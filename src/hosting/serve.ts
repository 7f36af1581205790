/**
 * Serves `dist/` on this machine as a static host would: `npm start`, and the tests.
 */
import { existsSync, readFileSync } from 'node:fs';
import {
	createServer,
	type IncomingHttpHeaders,
	type IncomingMessage,
	type Server,
	type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { LOCAL, siteAndBase } from '../address/environment.ts';
import { decode } from '../address/old-address.ts';
import { Refusal } from '../problems.ts';
import { site } from '../site.ts';
import { readFacts } from './build-facts.ts';
import { HIDDEN, headersFor } from './headers.ts';
import { redirectFor } from './redirects.ts';

/** Files for hosts and other hidden ones; `.well-known/` is public. */
const PRIVATE = new RegExp(`/(?:${HIDDEN.join('|')})$|/\\.(?!well-known/)`);

/**
 * Answers for a folder of files under a base path (`/news/`) as a static host would: the headers of
 * headers.ts, the redirects of the build, a folder by its index.html, a missing slash by a redirect
 * that keeps the query, everything else by 404.html. Nothing is cached: the folder may be rebuilt
 * meanwhile. Port 0 takes a free one.
 * @throws what `listen` throws, so `EADDRINUSE` for a port that is taken.
 */
export async function serve(folder: string, base: string, port: number): Promise<Server> {
	const answer = (request: IncomingMessage, response: ServerResponse): void => {
		const notFound = readFileSync(`${folder}/404.html`);
		const { redirects } = readFacts(folder);
		const { pathname, search } = new URL(`${LOCAL}${(request.url ?? '/').replace(/^[\\/]+/, '')}`);
		const missing = () =>
			void response
				.writeHead(404, headersFor('/404.html'))
				.end(request.method === 'HEAD' ? undefined : notFound);
		const redirect = (location: string, status = 301) =>
			void response.writeHead(status, { ...headersFor('/404.html'), Location: location }).end();
		if (request.method !== 'GET' && request.method !== 'HEAD')
			return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
		if (`${pathname}/` === base) return redirect(base + search);
		if (!pathname.startsWith(base)) return missing();
		const path = pathname.slice(base.length - 1);
		// `%5fheaders` is _headers to sirv.
		if (PRIVATE.test(decode(path) ?? path)) return missing();
		const moved = redirectFor(redirects, base, path, search);
		if (moved) return redirect(moved.location, moved.status);
		// Plain paths only: a redirect to //host/ would leave the site.
		if (/^(?:\/[\w.~-]+)+$/.test(path) && existsSync(`${folder}${path}/index.html`))
			return redirect(`${pathname}/${search}`);
		// sirv leaves the codes of signs that mean something elsewhere in an address.
		const plain = path.replace(/%(?:2[46BC]|3[ABD]|40)/gi, decodeURIComponent);
		request.url = (path.endsWith('/') ? `${plain}index.html` : plain) + search;
		tidy(request.headers);
		sirv(folder, {
			dev: true,
			etag: true,
			brotli: true,
			gzip: true,
			extensions: [],
			setHeaders: (_response, file) => {
				for (const [name, value] of Object.entries(headersFor(file)))
					response.setHeader(name, value);
			},
		})(request, response, missing);
	};
	const server = createServer((request, response) => {
		try {
			answer(request, response);
		} catch (error) {
			// Between the two renames of a build there is no site.
			if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
			response.writeHead(503, { 'Retry-After': '1' }).end();
		}
	});
	await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
	return server;
}

/**
 * Removes what sirv misreads: codings with `q=0`, and ranges that count from the end, end at the
 * first byte, are none (RFC 9110, 14.1.1), or may be of another version (`If-Range`).
 */
function tidy(headers: IncomingHttpHeaders): void {
	headers['accept-encoding'] = `${headers['accept-encoding'] ?? ''}`
		.split(',')
		.filter((coding) => !/;\s*q=0(?:\.0*)?\s*$/i.test(coding))
		.join();
	const [, start, end] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? [];
	const isPart = start !== undefined && (!end || (Number(end) > 0 && Number(end) >= Number(start)));
	if (!isPart || headers['if-range']) delete headers.range;
}

/** The port that `PORT` names, 0 to 65535, or undefined. */
export const portOf = (text: string): number | undefined =>
	/^\d{1,5}$/.test(text) && Number(text) < 65536 ? Number(text) : undefined;

if (import.meta.main) {
	const folder = fileURLToPath(new URL('../../dist', import.meta.url));
	const wanted = process.env['PORT'] || new URL(LOCAL).port;
	try {
		const port = portOf(wanted);
		if (port === undefined)
			throw new Refusal(
				`المنفذ PORT غير صالح: «${wanted}». اكتب عددًا من 1 إلى 65535: PORT=4322 npm start`,
			);
		const { base } = siteAndBase(readFacts(folder).address);
		const server = await serve(folder, base, port);
		console.log(
			`${site.name} على http://localhost:${(server.address() as AddressInfo).port}${base}  (للإيقاف: Ctrl+C)`,
		);
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code === 'EADDRINUSE')
			console.error(`المنفذ ${wanted} مشغول. أوقف ما يشغله أو اختر غيره: PORT=4322 npm start`);
		else if (code === 'EACCES')
			console.error(
				`لا يُسمح لحسابك بالمنفذ ${wanted}. اختر منفذًا من 1024 فما فوق: PORT=4322 npm start`,
			);
		else if (code === 'ENOENT') console.error('لا يوجد موقع مبني. ابنه أولًا: npm run build');
		else if (error instanceof Refusal) console.error(message);
		else throw error;
		process.exitCode = 1;
	}
}
