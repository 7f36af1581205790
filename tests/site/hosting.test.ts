import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parseAllHeaders } from '@netlify/headers-parser';
import { parseAllRedirects } from '@netlify/redirect-parser';
import {
	getTransformedRoutes,
	headersSchema,
	redirectsSchema,
	trailingSlashSchema,
} from '@vercel/routing-utils';
import { Ajv } from 'ajv';
import { load } from 'cheerio';
import { describe, expect, inject, test } from 'vitest';
import { portOf } from '../../src/hosting/serve.ts';
import { vercel } from '../../src/hosting/servers/vercel.ts';
import { EVERYWHERE } from '../headers.ts';
import type { BuiltSite } from '../sites.ts';

/** Runs a command in the copy that a site was built in. SITE_URL must have no effect now. */
const command = (folder: string, script: string, args: readonly string[], env = {}) =>
	[
		process.execPath,
		[`${folder}/../src/hosting/${script}`, ...args],
		{ encoding: 'utf8', env: { ...process.env, SITE_URL: 'none', ...env } },
	] as const;

describe.each(inject('sites'))(
	'what hosts find beside the pages at $address',
	({ folder, base, address }) => {
		const policyOf = (file: string) =>
			load(readFileSync(`${folder}/${file}`, 'utf8'))(
				'meta[http-equiv=content-security-policy]',
			).attr('content');
		const files = readdirSync(folder, { recursive: true })
			.map(String)
			.filter((file) => statSync(`${folder}/${file}`).isFile());

		test("Netlify's own parser understands its headers", async () => {
			const { headers, errors } = await parseAllHeaders({
				headersFiles: [`${folder}/_headers`],
				netlifyConfigPath: undefined,
				configHeaders: [],
				minimal: true,
			});
			expect(errors).toEqual([]);
			expect(headers[0]).toEqual({
				for: `${base}*`,
				values: EVERYWHERE,
			});
			expect(headers).toContainEqual({
				for: `${base}_astro/*`,
				values: {
					'Cache-Control': 'public, max-age=31536000, immutable',
					'Cross-Origin-Resource-Policy': 'cross-origin',
				},
			});
			expect(headers.length).toBeGreaterThan(10);
		});

		test('and its redirects', async () => {
			const { redirects, errors } = await parseAllRedirects({
				redirectsFiles: [`${folder}/_redirects`],
				configRedirects: [],
				minimal: true,
			});
			expect(errors).toEqual([]);
			for (const from of ['feed', 'feed/', 'rss', 'rss/'])
				expect(redirects).toContainEqual(
					expect.objectContaining({ from: base + from, to: `${base}rss.xml`, status: 301 }),
				);
			expect(redirects).toContainEqual(
				expect.objectContaining({ from: `${base}sitemap.xml`, to: `${base}sitemap-index.xml` }),
			);
		});

		test("vercel.json is as Vercel's schemas want it, and its routes can be made", () => {
			const { headers, redirects, trailingSlash } = JSON.parse(
				vercel({
					site: new URL(address).origin,
					base: '/',
					redirects: JSON.parse(readFileSync(`${folder}/build.json`, 'utf8')).redirects,
				}),
			);
			const ajv = new Ajv({ strict: false });
			for (const [schema, value] of [
				[headersSchema, headers],
				[redirectsSchema, redirects],
				[trailingSlashSchema, trailingSlash],
			] as const) {
				const valid = ajv.compile(schema);
				expect(valid(value), JSON.stringify(valid.errors)).toBe(true);
			}
			expect(getTransformedRoutes({ headers, redirects, trailingSlash }).error).toBeNull();
		});

		test('each page has a policy that knows its own style and script, and no other', () => {
			for (const file of files.filter((file) => file.endsWith('.html'))) {
				const $ = load(readFileSync(`${folder}/${file}`, 'utf8'));
				const hashes = (selector: string) =>
					$(selector)
						.toArray()
						.map(
							(element) =>
								` 'sha256-${createHash('sha256').update($(element).text()).digest('base64')}'`,
						)
						.join('');
				expect(policyOf(file), file).toBe(
					`default-src 'none';script-src 'self'${file === 'search/index.html' ? " 'wasm-unsafe-eval'" : ''}${hashes('script:not([src], [type*=json])')};style-src 'self'${hashes('style')};img-src 'self' ${new URL(address).origin};font-src 'self';connect-src 'self';worker-src 'self';manifest-src 'self';base-uri 'none';form-action 'self';require-trusted-types-for 'script'`,
				);
			}
		});

		test('the style of a page names its fonts from where it stands, so that a mirror changes nothing', () => {
			const fonts = (file: string) => [
				...new Set(readFileSync(`${folder}/${file}`, 'utf8').match(/url\([^)]*_astro\//g)),
			];
			expect(fonts('index.html')).toEqual(['url(_astro/']);
			expect(fonts('about/index.html')).toEqual(['url(../_astro/']);
			expect(fonts('articles/street-lights/index.html')).toEqual(['url(../../_astro/']);
			// Shown at any address.
			for (const file of ['404.html', 'offline/index.html'])
				expect(fonts(file)).toEqual([`url(${base}_astro/`]);
		});

		test('what the site was built for stands beside it, and nothing else does', () =>
			expect(JSON.parse(readFileSync(`${folder}/build.json`, 'utf8'))).toEqual({
				address,
				redirects: expect.arrayContaining([
					{ from: '/feed', to: '/rss.xml', status: 301 },
					{ from: '/archive/2025', to: '/archive/#2025', status: 301 },
				]),
			}));

		test('what is left of an address that one cuts leads to its part of the archive', () => {
			const archive = load(readFileSync(`${folder}/archive/index.html`, 'utf8'));
			for (const [path, id] of [
				['topics', 'topics'],
				['people', 'writers'],
				['archive/2025', '2025'],
			] as const) {
				const page = load(readFileSync(`${folder}/${path}/index.html`, 'utf8'));
				expect(page('a').attr('href')).toBe(`${address}archive/#${id}`);
				expect(archive(`h2[id="${id}"]`)).toHaveLength(1);
			}
		});

		test('every text lies beside its copies in brotli and gzip, which hold the same', () => {
			const texts = files.filter((file) =>
				/\.(?:html|js|txt|xml|ics|json|webmanifest|svg)$/.test(file),
			);
			expect(texts.length).toBeGreaterThan(10);
			for (const file of texts) {
				const text = readFileSync(`${folder}/${file}`);
				expect(brotliDecompressSync(readFileSync(`${folder}/${file}.br`)).equals(text), file).toBe(
					true,
				);
				expect(gunzipSync(readFileSync(`${folder}/${file}.gz`)).equals(text), file).toBe(true);
			}
			expect(existsSync(`${folder}/.nojekyll`)).toBe(true);
		});

		test('npm run hosting writes for the address that it was built for, and says which', () => {
			const { stdout, stderr } = spawnSync(...command(folder, 'print.ts', ['caddy']));
			expect(stdout).toContain(`\n${new URL(address).origin} {\n`);
			expect(stdout).toContain(` ${base}404.html\n`);
			expect(stderr).toMatch(new RegExp(`^.* ${address}\n$`));
		});

		test('npm start prints the address at which it is to be found', async () => {
			const server = spawn(...command(folder, 'serve.ts', [], { PORT: '0' }));
			const line = await new Promise<string>((resolve) =>
				server.stdout.once('data', (text) => resolve(`${text}`)),
			);
			const { name } = JSON.parse(readFileSync(`${folder}/site.webmanifest`, 'utf8'));
			expect(line.startsWith(`${name} على http://localhost:`), line).toBe(true);
			const status = await fetch(/http:\S+/.exec(line)?.[0] ?? '').then(
				(response) => [response.url, response.status],
				String,
			);
			server.kill();
			expect(status).toEqual([
				expect.stringMatching(new RegExp(`^http://localhost:[1-9]\\d*${base}$`)),
				200,
			]);
		});

		test('who finds a weakness is told where to write, for no longer than RFC 9116 allows', () => {
			const fields = Object.fromEntries(
				readFileSync(`${folder}/.well-known/security.txt`, 'utf8')
					.trim()
					.split('\n')
					.map((line) => line.split(/: (.*)/)),
			);
			expect(fields).toMatchObject({
				Contact: expect.stringMatching(/^mailto:/),
				Canonical: `${address}.well-known/security.txt`,
				Expires: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
			});
		});
	},
);

describe('a command that cannot do what it is asked says why in a sentence', () => {
	const [{ folder }] = inject('sites') as [BuiltSite];

	test('npm run hosting, to a folder that is not there', () =>
		expect(spawnSync(...command(folder, 'print.ts', ['nginx', '/none/khabar.conf']))).toMatchObject(
			{
				status: 1,
				stdout: '',
				stderr: expect.stringMatching(/^تعذّرت كتابة \/none\/khabar\.conf \(ENOENT\).*\n$/),
			},
		));

	test('npm start, at a port that is none', () =>
		expect(spawnSync(...command(folder, 'serve.ts', [], { PORT: 'abc' }))).toMatchObject({
			status: 1,
			stdout: '',
			stderr: expect.stringMatching(/^المنفذ PORT غير صالح: «abc».*\n$/),
		}));

	test.each<[string, number | undefined]>([
		['0', 0],
		['4321', 4321],
		['65535', 65535],
		['65536', undefined],
		['99999', undefined],
		['-1', undefined],
		['4321x', undefined],
	])('the port %s is %s', (text, port) => expect(portOf(text)).toBe(port));
});
