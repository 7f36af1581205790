import { spawn, spawnSync } from 'node:child_process';
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
import { describe, expect, inject, test } from 'vitest';
import { policyOf, REDIRECTS, securityHeaders, TEXTS } from '../../src/hosting/headers.ts';
import { vercel } from '../../src/hosting/servers.ts';
import { copyProject } from '../project.ts';

describe.each(inject('sites'))(
	'what hosts find beside the pages at $address',
	({ folder, base, address }) => {
		const policy = policyOf(readFileSync(`${folder}/404.html`, 'utf8'));
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
			expect(headers[0]).toEqual({ for: `${base}*`, values: securityHeaders(policy) });
			expect(headers.length).toBeGreaterThan(10);
		});

		test('and its redirects', async () => {
			const { redirects, errors } = await parseAllRedirects({
				redirectsFiles: [`${folder}/_redirects`],
				configRedirects: [],
				minimal: true,
			});
			expect(errors).toEqual([]);
			expect(redirects).toMatchObject(
				REDIRECTS.map(([from, to]) => ({
					from: base.slice(0, -1) + from,
					to: base.slice(0, -1) + to,
					status: 301,
				})),
			);
		});

		test("vercel.json is as Vercel's schemas want it, and its routes can be made", () => {
			const { headers, redirects, trailingSlash } = JSON.parse(
				vercel({ site: new URL(address).origin, base: '/', policy }),
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

		test('all pages have one policy, and it knows their style', () => {
			expect(
				new Set(
					files
						.filter((file) => file.endsWith('.html'))
						.map((file) => policyOf(readFileSync(`${folder}/${file}`, 'utf8'))),
				).size,
			).toBe(1);
			expect(policy).toMatch(/style-src 'self' 'sha256-[\w+/]{43}='(?:;|$)/);
		});

		test('every text lies beside its copies in brotli and gzip, which hold the same', () => {
			const texts = files.filter((file) => TEXTS.includes(file.split('.').at(-1) ?? ''));
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

		// The copy of the project that the site was built in. What SITE_URL says now is not what it was built for.
		const command = (script: string, args: readonly string[], env = {}) =>
			[
				process.execPath,
				[`${folder}/../src/${script}`, ...args],
				{ encoding: 'utf8', env: { ...process.env, SITE_URL: 'none', ...env } },
			] as const;

		test('npm run hosting writes for the address that it was built for, and says which', () => {
			const { stdout, stderr } = spawnSync(...command('hosting.ts', ['caddy']));
			expect(stdout).toContain(`\n${new URL(address).origin} {\n`);
			expect(stdout).toContain(` ${base}404.html\n`);
			expect(stderr).toMatch(new RegExp(`^.* ${address}\n$`));
		});

		test.each(['/none/khabar.conf', '/tmp'])(
			'npm run hosting says in a sentence that it cannot write %s',
			(file) => {
				expect(spawnSync(...command('hosting.ts', ['nginx', file]))).toMatchObject({
					status: 1,
					stdout: '',
					stderr: expect.stringMatching(new RegExp(`^تعذّرت كتابة ${file} .*\n$`)),
				});
			},
		);

		test('npm start prints the address at which it is to be found', async () => {
			const server = spawn(...command('serve.ts', [], { PORT: '0' }));
			const line = await new Promise<string>((resolve) =>
				server.stdout.once('data', (text) => resolve(`${text}`)),
			);
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

		test.each(['abc', '99999', '-1', '4321x'])(
			'npm start refuses PORT=%s in a sentence',
			(port) => {
				expect(spawnSync(...command('serve.ts', [], { PORT: port }))).toMatchObject({
					status: 1,
					stdout: '',
					stderr: expect.stringMatching(new RegExp(`^المنفذ PORT غير صالح: «${port}».*\n$`)),
				});
			},
		);

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

test.each([
	[
		'without an address says loudly that it is for this machine',
		undefined,
		0,
		/لم يُحدَّد عنوان الموقع[\s\S]*SITE_URL=https:/,
	],
	['with an address that is none stops', 'example.org', 1, /SITE_URL غير صالح: «example\.org»/],
])('a build %s', async (_case, address, code, message) => {
	const project = await copyProject();
	try {
		const built = await project.build(address);
		expect(built.output).toMatch(message);
		expect(built.code).toBe(code);
	} finally {
		await project.remove();
	}
});
