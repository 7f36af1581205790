/**
 * Serves `dist/` on this machine as a static host would: `npm start`, and the tests.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { headersFor, policyOf, REDIRECTS } from './lib/hosting.ts';
import { base, LOCAL, under } from './lib/urls.ts';

/**
 * Answers for a folder of files under a base path (`/news/`) with the headers of lib/hosting.ts: directories by their
 * index.html, a missing trailing slash by a redirect that keeps the query, everything else by 404.html with status 404.
 * Port 0 takes a free one.
 * @throws what `listen` throws, so `EADDRINUSE` for a port that is taken.
 */
export async function serve(folder: string, base: string, port: number): Promise<Server> {
	const notFound = await readFile(`${folder}/404.html`);
	const policy = policyOf(notFound.toString());
	const redirects = new Map(REDIRECTS.map(([from, to]) => [from, under(base, to)]));
	const files = sirv(folder, {
		etag: true, brotli: true, gzip: true,
		setHeaders: (response, path) => Object.entries(headersFor(path, policy)).forEach(([name, value]) => response.setHeader(name, value)),
	});
	const server = createServer((request, response) => {
		const { pathname, search } = new URL(`${LOCAL}${(request.url ?? '/').replace(/^\/+/, '')}`);
		const missing = () => void response.writeHead(404, headersFor('/404.html', policy)).end(request.method === 'HEAD' ? undefined : notFound);
		const redirect = (to: string) => void response.writeHead(301, { ...headersFor('/404.html', policy), Location: to + search }).end();
		if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
		if (`${pathname}/` === base) return redirect(base);
		if (!pathname.startsWith(base)) return missing();
		const path = pathname.slice(base.length - 1);
		if (/\/_(?:headers|redirects)$/.test(path)) return missing(); // not for readers
		const moved = redirects.get(path);
		if (moved) return redirect(moved);
		if (!path.endsWith('/') && !path.includes('%') && existsSync(`${folder}${path}/index.html`)) return redirect(`${pathname}/`);
		request.url = path + search;
		files(request, response, missing);
	});
	await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
	return server;
}

if (import.meta.main) {
	const folder = fileURLToPath(new URL('../dist', import.meta.url));
	const port = Number(process.env['PORT'] ?? new URL(LOCAL).port);
	try {
		await serve(folder, base, port);
		console.log(`خبر على http://localhost:${port}${base}  (للإيقاف: Ctrl+C)`);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'EADDRINUSE') console.error(`المنفذ ${port} مشغول. أوقف ما يشغله أو اختر غيره: PORT=4322 npm start`);
		else if (code === 'ENOENT') console.error('لا يوجد موقع مبني. ابنه أولًا: npm run build');
		else throw error;
		process.exitCode = 1;
	}
}
