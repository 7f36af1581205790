import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { Agent, get as httpGet, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Redirect } from '../../src/hosting/redirects.ts';
import { browser } from '../browser/visit.ts';
import { EVERYWHERE } from '../headers.ts';
import { built } from '../project.ts';
import type { BuiltSite } from '../sites.ts';
import { remove, type Server, type Staged, serversFor, stage } from './servers.ts';

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

/** Asks for a path as it is written, which `fetch` would tidy first. */
function ask(
	origin: string,
	path: string,
	{ method = 'GET', ...headers }: Record<string, string> = {},
): Promise<Answer> {
	const { hostname, port } = new URL(origin);
	return new Promise((resolve, reject) => {
		request({ hostname, port, path, method, headers }, (response) => {
			const parts: Buffer[] = [];
			response
				.on('data', (part: Buffer) => parts.push(part))
				.on('error', reject)
				.on('end', () =>
					resolve({
						status: response.statusCode ?? 0,
						headers: response.headers,
						body: Buffer.concat(parts),
					}),
				);
		})
			.on('error', reject)
			.end();
	});
}

/** An article that announces an event, which the next site has, too. */
const article = '/articles/book-fair/';

/** As Node gives them. */
const SMALL = Object.fromEntries(
	Object.entries(EVERYWHERE).map(([name, value]) => [name.toLowerCase(), value]),
);
const REVALIDATED = 'public, max-age=0, must-revalidate';
const FOR_EVER = 'public, max-age=31536000, immutable';

interface Kind {
	/** From the site's root. */
	path: string;
	file: string;
	type: string;
	cache: string;
	resource: 'same-origin' | 'cross-origin';
	/** Scripts of other sites may read it. */
	isReadable?: true;
	isText?: true;
}

/** One file of each kind. */
function kinds(site: BuiltSite): Kind[] {
	const { folder } = site;
	const card = `/images${article.slice('/articles'.length)}card.jpg`;
	const hashed = (end: string) =>
		`/_astro/${readdirSync(`${folder}/_astro`).find((name) => name.endsWith(end))}`;
	const closed = { cache: REVALIDATED, resource: 'same-origin' } as const;
	const mark = { cache: REVALIDATED, resource: 'cross-origin' } as const;
	const html = { ...closed, type: 'text/html; charset=utf-8', isText: true } as const;
	const kind = (path: string, rest: Omit<Kind, 'path' | 'file'>) => ({ path, file: path, ...rest });
	return [
		{ path: '/', file: '/index.html', ...html },
		{ path: article, file: `${article}index.html`, ...html },
		kind(hashed('.js'), {
			type: 'text/javascript; charset=utf-8',
			cache: FOR_EVER,
			resource: 'cross-origin',
			isText: true,
		}),
		kind(hashed('.woff2'), { type: 'font/woff2', cache: FOR_EVER, resource: 'cross-origin' }),
		kind(card, { type: 'image/jpeg', cache: REVALIDATED, resource: 'cross-origin' }),
		kind('/_astro/photograph.webp', {
			type: 'image/webp',
			cache: FOR_EVER,
			resource: 'cross-origin',
		}),
		kind('/icon-192.png', { ...mark, type: 'image/png' }),
		kind('/favicon.svg', { ...mark, type: 'image/svg+xml', isText: true }),
		kind('/favicon.ico', { ...mark, type: 'image/vnd.microsoft.icon' }),
		kind('/rss.xml', {
			...closed,
			type: 'application/xml; charset=utf-8',
			isReadable: true,
			isText: true,
		}),
		kind('/people/ruba-alsaid/feed.json', {
			...closed,
			type: 'application/json; charset=utf-8',
			isReadable: true,
			isText: true,
		}),
		kind('/sw.js', { ...closed, type: 'text/javascript; charset=utf-8', isText: true }),
		kind(`${article}event.ics`, {
			...closed,
			type: 'text/calendar; charset=utf-8',
			isReadable: true,
			isText: true,
		}),
		kind('/site.webmanifest', {
			...closed,
			type: 'application/manifest+json; charset=utf-8',
			isText: true,
		}),
		kind('/robots.txt', { ...closed, type: 'text/plain; charset=utf-8', isText: true }),
		kind('/sitemap-index.xml', {
			...closed,
			type: 'application/xml; charset=utf-8',
			isReadable: true,
			isText: true,
		}),
		kind('/.well-known/security.txt', {
			...closed,
			type: 'text/plain; charset=utf-8',
			isText: true,
		}),
	];
}

/** What publishers put into public/, with the types of https://www.iana.org/assignments/media-types */
const PUBLIC = {
	pdf: 'application/pdf',
	ico: 'image/vnd.microsoft.icon',
	jpeg: 'image/jpeg',
	gif: 'image/gif',
	avif: 'image/avif',
	mp4: 'video/mp4',
	webm: 'video/webm',
	mov: 'video/quicktime',
	mp3: 'audio/mpeg',
	m4a: 'audio/mp4',
	ogg: 'audio/ogg',
	wav: 'audio/wav',
	csv: 'text/csv; charset=utf-8',
	md: 'text/markdown; charset=utf-8',
	vtt: 'text/vtt; charset=utf-8',
	htm: 'text/html; charset=utf-8',
	mjs: 'text/javascript; charset=utf-8',
	css: 'text/css; charset=utf-8',
	json: 'application/json; charset=utf-8',
	map: 'application/json; charset=utf-8',
	zip: 'application/zip',
	doc: 'application/msword',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xls: 'application/vnd.ms-excel',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	ppt: 'application/vnd.ms-powerpoint',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	epub: 'application/epub+zip',
	wasm: 'application/wasm',
	ttf: 'font/ttf',
	otf: 'font/otf',
	woff: 'font/woff',
};

/** The table of content/redirects.txt as it is after reading, and what the hosts make of it. */
const REDIRECTS: readonly Redirect[] = [
	{ from: '/index.php', query: 'option=content&id=5', to: '/rss.xml', status: 301 },
	{ from: '/', query: 'p=12', to: '/rss.xml', status: 301 },
	{ from: '/', query: 'p=13', to: '/', status: 302 },
	{ from: '/t.php', query: '12-%D8%A7', to: '/robots.txt', status: 301 },
	{ from: '/old', query: 'page=2', to: '/robots.txt', status: 301 },
	{ from: '/old', to: '/', status: 301 },
	{ from: '/قديم/2014', to: '/%D8%AC%D8%AF%D9%8A%D8%AF/', status: 301 },
	{ from: '/مؤقت', to: '/', status: 302 },
	{ from: '/old.html', to: '/', status: 301 },
	{ from: '/a b+(1)', to: '/a%20b/', status: 301 },
	{ from: '/part', to: '/#content', status: 301 },
	{ from: '/part-302', to: '/?a=1#content', status: 302 },
	{ from: '/elsewhere', to: 'https://ar.example.org/%D8%A3/', status: 302 },
	{ from: '/feed', to: '/rss.xml', status: 301 },
	{ from: '/«أ»،-ب؟-…📰', to: '/', status: 301 },
];
/** `{base}` stands for the base without the slash at its end. */
const MOVED: readonly (readonly [asked: string, status: number, location: string])[] = [
	['/old', 301, '{base}/'],
	['/old/', 301, '{base}/'],
	['/old?a=1&b=%D8%A7', 301, '{base}/?a=1&b=%D8%A7'],
	['/%D9%82%D8%AF%D9%8A%D9%85/2014', 301, '{base}/%D8%AC%D8%AF%D9%8A%D8%AF/'],
	['/%D9%82%D8%AF%D9%8A%D9%85/2014/', 301, '{base}/%D8%AC%D8%AF%D9%8A%D8%AF/'],
	['/%d9%82%d8%af%d9%8a%d9%85/2014/', 301, '{base}/%D8%AC%D8%AF%D9%8A%D8%AF/'],
	['/%D9%85%D8%A4%D9%82%D8%AA/', 302, '{base}/'],
	['/old.html', 301, '{base}/'],
	['/a%20b+(1)', 301, '{base}/a%20b/'],
	['/part/', 301, '{base}/#content'],
	['/elsewhere', 302, 'https://ar.example.org/%D8%A3/'],
	['/feed', 301, '{base}/rss.xml'],
	['/feed/?a=1', 301, '{base}/rss.xml?a=1'],
	[`${encodeURI('/«أ»،-ب؟-…📰')}/`, 301, '{base}/'],
];
/** Of hosts that see the query. */
const MOVED_BY_QUERY: typeof MOVED = [
	['/?p=12', 301, '{base}/rss.xml'],
	['/?p=13', 302, '{base}/'],
	['/?utm=a&p=12', 301, '{base}/rss.xml'],
	['/index.php?id=5&option=content', 301, '{base}/rss.xml'],
	['/index.php/?option=content&x=1&id=5', 301, '{base}/rss.xml'],
	['/t.php?12-%D8%A7', 301, '{base}/robots.txt'],
	['/t.php?a=1&12-%D8%A7&page2', 301, '{base}/robots.txt'],
	['/old?page=2', 301, '{base}/robots.txt'],
	['/old?page=22', 301, '{base}/?page=22'],
	['/part?a=2', 301, '{base}/#content'],
	['/part-302?b=1', 302, '{base}/?a=1#content'],
];

const SERVERS = serversFor(REDIRECTS);
const typeOf = ({ headers }: Answer) =>
	headers['content-type']?.toLowerCase().replace(/;\s*/, '; ');

/** A site of another style and script, which all servers are given under their old configuration. */
const next = `${inject('projects').sundry}/dist`;

describe.each(Object.entries(SERVERS))('%s', (program, server: Server) => {
	if (server.missing && process.env['CI'])
		test(`wants: ${server.missing}`, () => expect.unreachable());
	describe.skipIf(server.missing)(
		server.missing ? `left out, wants: ${server.missing}` : 'is started once',
		() => {
			const sites = inject('sites').slice(0, server.sites);
			let home: string;
			let staged: Staged[];
			let stop: () => Promise<void>;
			beforeAll(async () => {
				const files = {
					...Object.fromEntries(
						['.env', '.git/config', 'files/.env'].map((name) => [name, 'secret']),
					),
					...Object.fromEntries(Object.keys(PUBLIC).map((end) => [`files/a.${end}`, 'a'])),
					'files/a.tar.gz': 'a',
					'files/a%b.csv': 'a',
					'files/a%b.csv.gz': 'compressed',
					'_astro/photograph.webp': 'a',
				};
				({ home, staged } = await stage(sites, { redirects: REDIRECTS, files }));
				stop = await server.start(staged, home);
			});
			afterAll(async () => {
				await stop?.();
				await remove(home);
			});

			describe.each(sites.map((site, index) => ({ ...site, index })))('under $base', (site) => {
				const { base, index } = site;
				const at = (path: string) => base.slice(0, -1) + path;
				const host = () => staged[index]!;
				const file = (path: string) => readFileSync(host().folder + path);
				const get = (path: string, headers?: Record<string, string>) =>
					ask(host().origin, at(path), headers);

				test('every file comes whole, with its type and its headers', async () => {
					for (const { path, file: name, type, cache, resource, isReadable } of kinds(site)) {
						const answer = await get(path, { 'Accept-Encoding': 'identity' });
						expect([answer.status, answer.body.equals(file(name))], path).toEqual([200, true]);
						expect(answer.headers, path).toMatchObject({
							...SMALL,
							'cache-control': cache,
							'cross-origin-resource-policy': resource,
						});
						const readers = answer.headers['access-control-allow-origin'];
						// Cloudflare opens all files to scripts by itself.
						expect(readers, path).toBe(isReadable || program === 'Cloudflare' ? '*' : undefined);
						const script = server.hasOwnTypes && path.endsWith('.js');
						expect(typeOf(answer), path).toBe(script ? 'application/javascript' : type);
					}
				});

				test('the head alone comes without its body, and an unchanged file is not sent again', async () => {
					for (const { path, cache } of kinds(site)) {
						const identity = { 'Accept-Encoding': 'identity' };
						const head = await get(path, { method: 'HEAD', ...identity });
						expect([head.status, head.body.length], path).toEqual([200, 0]);
						expect(head.headers['cache-control'], path).toBe(cache);
						const etag = head.headers.etag ?? '';
						expect(etag, path).not.toBe('');
						const again = await get(path, { ...identity, 'If-None-Match': etag });
						expect(again.status, path).toBe(304);
					}
				});

				test('text comes compressed to who takes it, and is the same', async () => {
					for (const { path, file: name, type, resource, isText } of kinds(site)) {
						for (const coding of isText ? server.codings : []) {
							const answer = await get(path, { 'Accept-Encoding': coding });
							const { headers, body } = answer;
							expect(headers, path).toMatchObject({
								...SMALL,
								'content-encoding': coding,
								'cross-origin-resource-policy': resource,
							});
							expect(headers.vary?.toLowerCase(), path).toContain('accept-encoding');
							const read = coding === 'br' ? brotliDecompressSync : gunzipSync;
							expect(read(body).equals(file(name)), path).toBe(true);
							expect(typeOf(answer), path).toBe(type);
						}
						if (isText && server.codings.length > 0) {
							// Or a cache in between would send its plain copy to everybody.
							const { vary } = (await get(path)).headers;
							expect(vary?.toLowerCase(), path).toBe('accept-encoding');
						}
					}
				});

				test.skipIf(server.codings.length === 0)(
					'a proxy gets text compressed, as readers do',
					async () => {
						const { hostname, port } = new URL(host().origin);
						// nginx asks so as a proxy, CDNs name themselves.
						for (const first of ['HTTP/1.0', 'HTTP/1.1\r\nConnection: close\r\nVia: 1.1 proxy']) {
							const socket = connect(Number(port), hostname);
							socket.write(
								`GET ${at(article)} ${first}\r\nHost: ${hostname}\r\nAccept-Encoding: gzip\r\n\r\n`,
							);
							const [head] = (await text(socket)).split('\r\n\r\n');
							expect(head?.toLowerCase(), first).toContain('content-encoding: gzip');
						}
					},
				);

				test.skipIf(server.hasOwnTypes)(
					'what publishers put into public/ has its type',
					async () => {
						const types: Record<string, string | undefined> = {};
						for (const end of Object.keys(PUBLIC))
							types[end] = typeOf(await get(`/files/a.${end}`));
						expect(types).toEqual(PUBLIC);
					},
				);

				test('a part of a picture is what was asked for, or all of it', async () => {
					const path = kinds(site)[4]!.path;
					for (const [range, from, to, version] of [
						['bytes=100-199', 100, 200],
						['bytes=-9', -9, undefined],
						['bytes=0-0', 0, 1],
						['bytes=9-', 0, undefined, '"of yesterday"'],
					] as const) {
						const asked = { Range: range, ...(version && { 'If-Range': version }) };
						const { status, body } = await get(path, asked);
						expect([200, 206]).toContain(status);
						const whole = file(path);
						expect(body.equals(status === 206 ? whole.subarray(from, to) : whole), range).toBe(
							true,
						);
					}
				});

				test('who does not take a coding is not sent it', async () => {
					for (const [codings, coding] of [
						['br;q=0, gzip;q=0', undefined],
						['br; q=0.0, gzip; q=0', undefined],
						['gzip;q=0.001, br;q=0', 'gzip'],
						['gzip, deflate', 'gzip'],
						['br, gzip, zstd', 'br'],
					] as const) {
						const { headers, body } = await get(article, { 'Accept-Encoding': codings });
						const sent = headers['content-encoding'];
						if (coding && server.codings.length > 0) expect(sent, codings).toBe(coding);
						else expect([undefined, coding], codings).toContain(sent);
						const read =
							{ br: brotliDecompressSync, gzip: gunzipSync }[sent ?? ''] ??
							((text: Buffer) => text);
						expect(read(body).equals(file(`${article}index.html`)), codings).toBe(true);
					}
				});

				// `{}` is the way to a page from the root, as written and in percents.
				test('no one is sent to another site by a page of this one', async () => {
					for (const path of [
						'//evil.example/..%2f{}',
						'/%2fevil.example/..%2f{}',
						'/%5cevil.example/%2e%2e/{}',
						'/%5cevil.example/..%2f{}',
						'/\\evil.example/../{}',
						'/\\evil.example/..%2f{}',
						'//evil.example/../{}',
						'///evil.example/%2e%2e/{}',
						'//evil.example/%2e%2e%2f{}',
						'//evil.example/',
						'//evil.example',
						'/\\evil.example',
						'//{}',
						'/%2f{}',
						'/\\{}',
						'/%5c{}',
						'/./{}',
						'/.//{}',
						'/;/{}',
						'/%09/evil.example/..%2f{}',
					]) {
						// One that is there, and two that are sent on.
						for (const [page, query] of [
							[article.slice(1, -1), ''],
							[article.slice(1, -1), '?a=1'],
							['feed', ''],
							['old', '?a=1'],
						] as const) {
							const asked = path.replace('{}', at(`/${page}`).slice(1)) + query;
							const { location } = (await ask(host().origin, asked)).headers;
							if (location === undefined) continue;
							expect(location, asked).not.toMatch(/^[\\/\s]{2}/);
							expect(new URL(location, host().origin).origin, asked).toBe(host().origin);
						}
					}
				});

				test('an address without its slash is sent on, with its query', async () => {
					const { status, headers } = await get(`${article.slice(0, -1)}?a=1&b=%D8%A7`);
					const { pathname, search } = new URL(headers.location ?? '', host().origin);
					expect([status, pathname, search]).toEqual([server.slash, at(article), '?a=1&b=%D8%A7']);
				});

				const moved = [...MOVED, ...(server.knowsQueries ? MOVED_BY_QUERY : [])];
				test.each(moved)('%s is sent on, with %d to %s', async (path, status, location) => {
					const answer = await get(path);
					const wanted = new URL(location.replace('{base}', base.slice(0, -1)), host().origin);
					const found = new URL(answer.headers.location ?? '', host().origin);
					// Cloudflare passes the query on to other sites and fragments too.
					expect([answer.status, found.href]).toEqual([status, wanted.href]);
				});

				test('what only looks like an old address is not sent on', async () => {
					for (const path of [
						'/older',
						'/old/x',
						'/OLD.html',
						'/?p=120',
						'/?xp=12',
						'/index.php?id=5',
					])
						expect((await get(path)).headers.location, path).toBeUndefined();
				});

				test('what is not there is answered by the page that says so', async () => {
					for (const path of [
						'/none',
						'/none/at/all/',
						'/articles/none/',
						'/_astro/none.js',
						'/_astro/',
						'/Articles/',
						'/none.html?a=1',
					]) {
						const { status, headers, body } = await get(path, { 'Accept-Encoding': 'identity' });
						expect([status, body.equals(file('/404.html'))], path).toEqual([404, true]);
						expect(headers['cache-control'] ?? '', path).not.toContain('immutable');
						expect(headers, path).toMatchObject({
							'content-security-policy': "frame-ancestors 'none'",
							'x-content-type-options': 'nosniff',
							// `npm start` compresses no error.
							...(!server.hasOwnTypes && program !== 'npm start' && { vary: 'Accept-Encoding' }),
						});
					}
				});

				test('an address in percents is the same page', async () => {
					const identity = { 'Accept-Encoding': 'identity' };
					const answer = await get(article.replace('a', '%61'), identity);
					const last = [301, 307, 308].includes(answer.status)
						? await ask(host().origin, answer.headers.location ?? '', identity)
						: answer;
					expect(last.body.equals(file(`${article}index.html`))).toBe(true);
				});

				test('nothing is given away', async () => {
					for (const path of [
						'/../../../../etc/passwd',
						'/..%2f..%2f..%2f..%2fetc/passwd',
						'/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
						'/_astro/../../../../etc/passwd',
						'/..\\..\\..\\etc\\passwd',
						'//etc/passwd',
						'/%00',
						`/${'a'.repeat(300)}`,
						`/${'%D8%A7'.repeat(150)}`,
						'/.htaccess',
						'/.nojekyll',
						'/_headers',
						'/_redirects',
						'/_headers/',
						'/_astro/.nojekyll',
						// The build leaves them out: a second lock, where the configuration is ours.
						...(server.hasOwnTypes ? [] : ['/.env', '/.git/config', '/files/.env']),
					]) {
						const { status, body } = await get(path);
						expect(status === 200 ? body.length : 0, path).toBe(0);
						if (!server.hasOwnTypes) expect(status, path).toBeLessThan(500);
						expect(body.toString(), path).not.toMatch(/root:|Cache-Control|rss\.xml 301|secret/);
					}
				});
			});

			if (program === 'Apache')
				test('an archive of the publisher is no coding, and what Apache would not rewrite is sent plain', async () => {
					const { origin } = staged[0]!;
					const archive = await ask(origin, '/files/a.tar.gz');
					expect([archive.status, archive.headers['content-encoding']]).toEqual([200, undefined]);
					const odd = await ask(origin, '/files/a%25b.csv', { 'Accept-Encoding': 'gzip' });
					expect([odd.status, `${odd.body}`]).toEqual([200, 'a']);
				});

			if (program === 'nginx') {
				const [{ address } = { address: '' }] = sites;
				const { hostname, origin } = new URL(address);
				const host = () => staged[0]!.origin;

				test('www is sent to the address without it, with the whole way', async () => {
					const { status, headers } = await ask(host(), '/a/?b=1', { Host: `www.${hostname}` });
					expect([status, headers.location]).toEqual([301, `${origin}/a/?b=1`]);
				});

				test('behind a proxy plain http is sent on, and https is not', async () => {
					const plain = await ask(host(), '/a/?b=1', { 'X-Forwarded-Proto': 'http' });
					expect([plain.status, plain.headers.location]).toEqual([301, `${origin}/a/?b=1`]);
					const secure = await ask(host(), '/', { 'X-Forwarded-Proto': 'https' });
					expect(secure.status).toBe(200);
				});

				test('what the publisher wrote in a file of his own is part of the server', async () => {
					expect((await ask(host(), '/')).headers['x-own']).toBe('yes');
				});

				test('five hundred readers, a hundred at once, all get the whole page', async () => {
					const agent = new Agent({ keepAlive: true, maxSockets: 100 });
					const page = readFileSync(`${staged[0]!.folder}/index.html`);
					const read = () =>
						new Promise<void>((resolve, reject) => {
							httpGet(`${host()}/`, { agent }, (response) => {
								const parts: Buffer[] = [];
								response
									.on('data', (part: Buffer) => parts.push(part))
									.on('error', reject)
									.on('end', () => {
										expect(response.statusCode).toBe(200);
										expect(Buffer.concat(parts).equals(page)).toBe(true);
										resolve();
									});
							}).on('error', reject);
						});
					let left = 500;
					const reader = async () => {
						while (left-- > 0) await read();
					};
					await Promise.all(Array.from({ length: 100 }, reader));
					agent.destroy();
					expect(left).toBeLessThan(0);
				});
			}

			test('a new style under the old configuration is shown, and a page that is open finds its files', async () => {
				const [{ origin, folder }] = staged as [Staged];
				const files = async (html: string) => {
					const named = load(html)('link[rel=icon], link[rel=manifest], img[src]')
						.toArray()
						.map(({ attribs }) => attribs['src'] ?? attribs['href'] ?? '');
					const asked = html.matchAll(/(?:url|import)\("?([^)"]*\/_astro\/[^)"]+)"?\)/g);
					const paths = [...named, ...Array.from(asked, ([, path = '']) => path)].map(
						// Fonts by their way from the page: a mirror may stand anywhere.
						(path) => new URL(path, `${origin}${article}`).pathname,
					);
					return Promise.all(
						paths.map(async (path) => {
							const { status, body } = await ask(origin, path);
							return [path, status, body.toString('base64')] as const;
						}),
					);
				};
				const page = async () => (await ask(origin, article)).body.toString();
				const old = await page();
				const before = await files(old);
				await built(next);
				cpSync(next, folder, { recursive: true });
				const now = await page();
				expect(now).not.toBe(old);
				// By their hashes: what has none may be another paper's.
				const hashed = (all: typeof before) => all.filter(([path]) => path.includes('/_astro/'));
				expect(hashed(before).length).toBeGreaterThan(3);
				expect(hashed(await files(old))).toEqual(hashed(before));
				const after = await files(now);
				expect(after.filter(([, status]) => status !== 200)).toEqual([]);
				expect(after.map(([path]) => path)).not.toEqual(before.map(([path]) => path));

				const tab = await (await browser()).newPage();
				const complaints: string[] = [];
				tab.on('console', (message) => {
					if (message.type() === 'error') complaints.push(message.text());
				});
				await tab.goto(origin + article);
				await tab.locator('html[data-next="1"]').waitFor();
				const colour = await tab.evaluate(() => getComputedStyle(document.body).outlineColor);
				await tab.close();
				expect(colour).toBe('rgb(1, 2, 3)');
				expect(complaints).toEqual([]);
			});
		},
	);
});
