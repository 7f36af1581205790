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
import { Refusal } from '../problems.ts';
import { addressOf, headersFor, policyOf, REDIRECTS } from './headers.ts';

/**
 * Answers for a folder of files under a base path (`/news/`) with the headers of hosting/headers.ts: directories by their
 * index.html, a missing trailing slash by a redirect that keeps the query, everything else by 404.html with status 404.
 * Nothing of the folder is remembered: it may be built anew meanwhile. Port 0 takes a free one.
 * @throws what `listen` throws, so `EADDRINUSE` for a port that is taken.
 */
export async function serve(folder: string, base: string, port: number): Promise<Server> {
	const redirects = new Map(REDIRECTS.map(([from, to]) => [from, base.slice(0, -1) + to]));
	const answer = (request: IncomingMessage, response: ServerResponse): void => {
		const notFound = readFileSync(`${folder}/404.html`);
		const policy = policyOf(notFound.toString());
		const { pathname, search } = new URL(`${LOCAL}${(request.url ?? '/').replace(/^[\\/]+/, '')}`);
		const missing = () =>
			void response
				.writeHead(404, headersFor('/404.html', policy))
				.end(request.method === 'HEAD' ? undefined : notFound);
		const redirect = (to: string) =>
			void response
				.writeHead(301, { ...headersFor('/404.html', policy), Location: to + search })
				.end();
		if (request.method !== 'GET' && request.method !== 'HEAD')
			return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
		if (`${pathname}/` === base) return redirect(base);
		if (!pathname.startsWith(base)) return missing();
		const path = pathname.slice(base.length - 1);
		if (/\/(?:_headers|_redirects)$|\/\.(?!well-known\/)/.test(path)) return missing(); // not for readers
		const moved = redirects.get(path);
		if (moved) return redirect(moved);
		// Only plain addresses: //host/ would leave the site.
		if (/^(?:\/[\w.~-]+)+$/.test(path) && existsSync(`${folder}${path}/index.html`))
			return redirect(`${pathname}/`);
		request.url = (path.endsWith('/') ? `${path}index.html` : path) + search;
		tidy(request.headers);
		sirv(folder, {
			dev: true,
			etag: true,
			brotli: true,
			gzip: true,
			extensions: [],
			setHeaders: (_response, file) => {
				for (const [name, value] of Object.entries(headersFor(file, policy)))
					response.setHeader(name, value);
			},
		})(request, response, missing);
	};
	const server = createServer((request, response) => {
		try {
			answer(request, response);
		} catch (error) {
			// Between two renames of a build there is no site.
			if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
			response.writeHead(503, { 'Retry-After': '1' }).end();
		}
	});
	await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
	return server;
}

/** Leaves out what sirv would read wrongly: codings with `q=0`, which are not wanted, and parts that are counted from the end. */
function tidy(headers: IncomingHttpHeaders): void {
	headers['accept-encoding'] = `${headers['accept-encoding'] ?? ''}`
		.split(',')
		.filter((coding) => !/;\s*q=0(?:\.0*)?\s*$/i.test(coding))
		.join();
	if (!/^bytes=\d+-\d*$/.test(headers.range ?? '')) delete headers.range;
}

/** The port that `PORT` names, 0 to 65535; undefined where it names none. */
const portOf = (text: string): number | undefined =>
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
		const { base } = siteAndBase(addressOf(readFileSync(`${folder}/index.html`, 'utf8')));
		const server = await serve(folder, base, port);
		console.log(
			`خبر على http://localhost:${(server.address() as AddressInfo).port}${base}  (للإيقاف: Ctrl+C)`,
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
