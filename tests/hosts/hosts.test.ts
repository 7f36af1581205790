import { readdirSync, readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { headersFor, policyOf, REDIRECTS, TEXTS } from '../../src/hosting/headers.ts';
import type { BuiltSite } from '../sites.ts';
import { type Host, SERVERS } from './servers.ts';

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

const ARTICLE = '/articles/oman-un-public-service-forum-2015/';

/** One of each kind: from the site's root, with its file. */
function files({ folder }: BuiltSite): [path: string, file: string][] {
	const hashed = (end: string) =>
		`/_astro/${readdirSync(`${folder}/_astro`).find((name) => name.endsWith(end))}`;
	return [
		['/', '/index.html'],
		['/about/', '/about/index.html'],
		[ARTICLE, `${ARTICLE}index.html`],
		...[
			hashed('.js'),
			hashed('.woff2'),
			'/images/oman-un-public-service-forum-2015/card.jpg',
			'/icon-192.png',
			'/favicon.svg',
			'/rss.xml',
			`${ARTICLE}event.ics`,
			'/site.webmanifest',
			'/robots.txt',
			'/sitemap-index.xml',
			'/.well-known/security.txt',
		].map((path): [string, string] => [path, path]),
	];
}

describe.each(Object.entries(SERVERS))('%s', (_name, server) => {
	if (server.missing && process.env['CI'])
		test(`wants: ${server.missing}`, () => expect.unreachable());
	describe.skipIf(server.missing).each(inject('sites'))(
		server.missing ? `left out, wants: ${server.missing}` : 'under $base',
		(site) => {
			const policy = policyOf(readFileSync(`${site.folder}/404.html`, 'utf8'));
			const file = (path: string) => readFileSync(site.folder + path);
			const at = (path: string) => site.base.slice(0, -1) + path;
			const lower = (headers: Record<string, string>) =>
				Object.fromEntries(
					Object.entries(headers).map(([header, value]) => [header.toLowerCase(), value]),
				);
			const wanted = (path: string) => lower(headersFor(path, policy));
			const typeOf = ({ headers }: Answer) =>
				headers['content-type']?.toLowerCase().replace(/;\s*/, '; ');
			let host: Host;
			beforeAll(async () => void (host = await server.start(site)));
			afterAll(() => host?.stop());
			const get = (path: string, headers?: Record<string, string>) =>
				ask(host.origin, at(path), headers);

			describe.each(files(site))('%s', (path, name) => {
				test('comes whole, with its type and every header of the table', async () => {
					const answer = await get(path, { 'Accept-Encoding': 'identity' });
					expect(answer.status).toBe(200);
					expect(answer.body.equals(file(name))).toBe(true);
					const { 'content-type': type, ...headers } = wanted(path);
					expect(answer.headers).toMatchObject(headers);
					expect(typeOf(answer)).toBe(name.endsWith('.js') ? (server.script ?? type) : type);
				});

				test('comes without its body where only the head is asked for', async () => {
					const answer = await get(path, { method: 'HEAD', 'Accept-Encoding': 'identity' });
					expect([answer.status, answer.body.length]).toEqual([200, 0]);
					expect(answer.headers).toMatchObject({ 'cache-control': wanted(path)['cache-control'] });
				});

				test('is not sent again where it is unchanged', async () => {
					const { headers } = await get(path, { 'Accept-Encoding': 'identity' });
					expect(headers.etag).toBeTruthy();
					expect(
						(
							await get(path, {
								'Accept-Encoding': 'identity',
								'If-None-Match': headers.etag ?? '',
							})
						).status,
					).toBe(304);
				});

				if (TEXTS.includes(name.split('.').at(-1) ?? '')) {
					test.each(server.codings)(
						'comes in %s to who takes it, and is the same',
						async (coding) => {
							const answer = await get(path, { 'Accept-Encoding': coding });
							expect(answer.headers['content-encoding']).toBe(coding);
							expect(answer.headers.vary?.toLowerCase()).toContain('accept-encoding');
							expect(
								(coding === 'br' ? brotliDecompressSync : gunzipSync)(answer.body).equals(
									file(name),
								),
							).toBe(true);
							expect(typeOf(answer)).toBe(wanted(path)['content-type']);
						},
					);
				}
			});

			test.each([
				['bytes=100-199', 100, 200],
				['bytes=-9', -9, undefined],
			])(
				'a part of a picture (%s) is what was asked for, or all of it',
				async (range, from, to) => {
					const path = '/images/oman-un-public-service-forum-2015/card.jpg';
					const { status, body } = await get(path, { Range: range });
					expect([200, 206]).toContain(status);
					expect(body.equals(status === 206 ? file(path).subarray(from, to) : file(path))).toBe(
						true,
					);
				},
			);

			test.each([
				['br;q=0, gzip;q=0', undefined],
				['br; q=0.0, gzip; q=0', undefined],
				['gzip;q=0.001, br;q=0', 'gzip'],
				['gzip, deflate', 'gzip'],
				['br, gzip, zstd', 'br'],
			])('who takes %s is sent nothing else', async (codings, coding) => {
				const { headers, body } = await get(ARTICLE, { 'Accept-Encoding': codings });
				if (coding && server.codings.length > 0) expect(headers['content-encoding']).toBe(coding);
				else expect([undefined, coding]).toContain(headers['content-encoding']);
				const read =
					{ br: brotliDecompressSync, gzip: gunzipSync }[headers['content-encoding'] ?? ''] ??
					((text: Buffer) => text);
				expect(read(body).equals(file(`${ARTICLE}index.html`))).toBe(true);
			});

			// `{}` is the way to a page from the root, as written and in percents.
			test.each([
				...[
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
				],
			])('no one is sent elsewhere by %s', async (path) => {
				for (const page of ['about', ARTICLE.slice(1, -1), 'feed']) {
					for (const query of ['', '?a=1']) {
						const {
							headers: { location },
						} = await ask(host.origin, path.replace('{}', at(`/${page}`).slice(1)) + query);
						if (location === undefined) continue;
						expect(location).not.toMatch(/^[\\/\s]{2}/);
						expect(new URL(location, host.origin).origin).toBe(host.origin);
					}
				}
			});

			test.each(['/about', ARTICLE.slice(0, -1)])(
				'%s is sent to the address with its slash, and keeps its query',
				async (path) => {
					const { status, headers } = await get(`${path}?a=1&b=%D8%A7`);
					expect([status, new URL(headers.location ?? '', host.origin).pathname]).toEqual([
						server.slash,
						at(`${path}/`),
					]);
					expect(headers.location).toContain('?a=1&b=%D8%A7');
				},
			);

			test.each(REDIRECTS)('%s is sent to %s', async (from, to) => {
				const { status, headers } = await get(from);
				expect([status, new URL(headers.location ?? '', host.origin).pathname]).toEqual([
					301,
					at(to),
				]);
			});

			test.each([
				'/none',
				'/none/at/all/',
				'/articles/none/',
				'/_astro/none.js',
				'/_astro/',
				'/About/',
				'/none.html?a=1',
			])('%s is not there, and the page says so', async (path) => {
				const { status, headers, body } = await get(path, { 'Accept-Encoding': 'identity' });
				expect(status).toBe(404);
				expect(body.equals(file('/404.html'))).toBe(true);
				expect(headers['cache-control'] ?? '').not.toContain('immutable');
				expect(headers).toMatchObject({
					'content-security-policy': wanted('/')['content-security-policy'],
					'x-content-type-options': 'nosniff',
				});
			});

			test('an address in percents is the same page', async () => {
				const answer = await get('/%61bout/', { 'Accept-Encoding': 'identity' });
				const last = [301, 307, 308].includes(answer.status)
					? await ask(host.origin, answer.headers.location ?? '', { 'Accept-Encoding': 'identity' })
					: answer;
				expect(last.body.equals(file('/about/index.html'))).toBe(true);
			});

			test.each([
				'/../../../../etc/passwd',
				'/..%2f..%2f..%2f..%2fetc/passwd',
				'/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
				'/_astro/../../../../etc/passwd',
				'/..\\..\\..\\etc\\passwd',
				'//etc/passwd',
				'/%00',
				'/.htaccess',
				'/.nojekyll',
				'/_headers',
				'/_redirects',
				'/_headers/',
				'/_astro/.nojekyll',
			])('%s gives nothing away', async (path) => {
				const { status, body } = await get(path);
				expect(status === 200 ? body.length : 0, 'a body').toBe(0);
				expect(body.toString()).not.toMatch(/root:|Cache-Control|rss\.xml 301/);
			});
		},
	);
});
