import { spawn, spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
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
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { vercel } from '../../src/hosting/servers.ts';
import { copyProject, type Project } from '../project.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

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
				values: {
					'Content-Security-Policy': "frame-ancestors 'none'",
					'Strict-Transport-Security': 'max-age=31536000',
					'X-Content-Type-Options': 'nosniff',
					'X-Frame-Options': 'DENY',
					'Referrer-Policy': 'strict-origin-when-cross-origin',
					'Permissions-Policy':
						'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
					'Cross-Origin-Opener-Policy': 'same-origin',
					'Cross-Origin-Embedder-Policy': 'require-corp',
				},
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
			const hashed = "'sha256-…'";
			const policies = files
				.filter((file) => file.endsWith('.html'))
				.map((file) => policyOf(file)?.replace(/'sha256-[\w+/]{43}='/g, hashed));
			const policyWith = (script: string, style: string) =>
				`default-src 'none';script-src ${script};style-src ${style};img-src 'self' ${new URL(address).origin};font-src 'self';connect-src 'self';manifest-src 'self';base-uri 'none';form-action 'none';require-trusted-types-for 'script'`;
			expect(new Set(policies)).toEqual(
				new Set([
					policyWith("'self'", `'self' ${hashed}`),
					policyWith(`'self' ${hashed}`, `'self' ${hashed}`),
				]),
			);
		});

		test('the style of a page names its fonts from where it stands, so that a mirror changes nothing', () => {
			const fonts = (file: string) => [
				...new Set(readFileSync(`${folder}/${file}`, 'utf8').match(/url\([^)]*_astro\//g)),
			];
			expect(fonts('index.html')).toEqual(['url(_astro/']);
			expect(fonts('about/index.html')).toEqual(['url(../_astro/']);
			expect(fonts('articles/street-lights/index.html')).toEqual(['url(../../_astro/']);
			// Shown at any address.
			expect(fonts('404.html')).toEqual([`url(${base}_astro/`]);
		});

		test('what the site was built for stands beside it, and nothing else does', () =>
			expect(JSON.parse(readFileSync(`${folder}/build.json`, 'utf8'))).toEqual({
				address,
				redirects: expect.arrayContaining([{ from: '/feed', to: '/rss.xml', status: 301 }]),
			}));

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

		// The copy of the project that the site was built in. What SITE_URL says now is not what it was built for.
		const command = (script: string, args: readonly string[], env = {}) =>
			[
				process.execPath,
				[`${folder}/../src/hosting/${script}`, ...args],
				{ encoding: 'utf8', env: { ...process.env, SITE_URL: 'none', ...env } },
			] as const;

		test('npm run hosting writes for the address that it was built for, and says which', () => {
			const { stdout, stderr } = spawnSync(...command('print.ts', ['caddy']));
			expect(stdout).toContain(`\n${new URL(address).origin} {\n`);
			expect(stdout).toContain(` ${base}404.html\n`);
			expect(stderr).toMatch(new RegExp(`^.* ${address}\n$`));
		});

		test.each(['/none/khabar.conf', '/tmp'])(
			'npm run hosting says in a sentence that it cannot write %s',
			(file) => {
				expect(spawnSync(...command('print.ts', ['nginx', file]))).toMatchObject({
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

test('a build with an address that is none stops', async () => {
	const project = await copyProject({ content: undefined });
	try {
		expect(await project.build('example.org')).toMatchObject({
			code: 1,
			output: expect.stringMatching(/SITE_URL غير صالح: «example\.org»/),
		});
	} finally {
		await project.remove();
	}
});

describe('a publisher who comes from another site', () => {
	const ADDRESSES = `# From the old site.
/?p=12           /rss.xml     # WordPress
/2014/%d9%82%d8%af%d9%8a%d9%85/   /
/contact.html    https://example.org/contact  302
`;
	let project: Project;
	beforeAll(async () => {
		project = await copyProject({
			'content/articles': undefined,
			'content/redirects.txt': ADDRESSES,
			'public/_redirects': '/mine/* /:splat 301\n',
			'public/_headers': '/mine/*\n  X-Mine: yes\n',
			'public/CNAME': 'other.example\n',
			'public/mine/report.csv': 'أ,ب\n',
		});
	});
	afterAll(() => project.remove());
	const read = (file: string) => readFileSync(`${project.folder}/dist/${file}`, 'utf8');

	test('finds old addresses, own headers and own redirects in what is built, loudly without an address', async () => {
		const { code, output } = await project.build();
		expect(code, output).toBe(0);
		expect(output).toMatch(/لم يُحدَّد رابط الموقع[\s\S]*SITE_URL=https:/);
		expect(output).toContain('في public/CNAME النطاق «other.example»، والموقع مبني على localhost.');
		expect(read('_redirects').split('\n').slice(0, 8)).toEqual([
			'/mine/* /:splat 301',
			'/ p=12 /rss.xml 301',
			'/2014/%D9%82%D8%AF%D9%8A%D9%85 / 301',
			'/2014/%D9%82%D8%AF%D9%8A%D9%85/ / 301',
			'/2014/%d9%82%d8%af%d9%8a%d9%85 / 301',
			'/2014/%d9%82%d8%af%d9%8a%d9%85/ / 301',
			'/contact.html https://example.org/contact 302',
			'/contact.html/ https://example.org/contact 302',
		]);
		const headers = read('_headers');
		expect(headers).toMatch(/\n\/mine\/\*\n {2}X-Mine: yes\n$/);
		expect(headers).not.toMatch(/2014|contact/);
		expect(read('CNAME')).toBe('other.example\n');
		expect(existsSync(`${project.folder}/dist/mine/report.csv.gz`)).toBe(true);
		const page = load(read('2014/قديم/index.html'));
		expect(page('meta[http-equiv=refresh]').attr('content')).toBe('0; url=http://localhost:4321/');
		expect(page('link[rel=canonical]').attr('href')).toBe('http://localhost:4321/');
		expect(page('meta[name=robots]').attr('content')).toBe('noindex');
		expect(page('body a').attr('href')).toBe('http://localhost:4321/');
		expect(page('meta[http-equiv=content-security-policy]')).toHaveLength(1);
		expect(load(read('contact.html'))('body a').attr('href')).toBe('https://example.org/contact');
		expect(existsSync(`${project.folder}/dist/feed`)).toBe(false);
	});

	test('is told what is wrong with them, and the last site stays', async () => {
		await project.change({ 'content/redirects.txt': `${ADDRESSES}/a /none/\nold /\n` });
		const { code, output } = await project.build('https://other.example/');
		expect(code).toBe(1);
		expect(output).toContain(`الروابط المحوَّلة: خطآن. صحّح ما يلي ثم أعد البناء.
content/redirects.txt:5: وجهة /a لا صفحة فيها: /none/. صحّحها، أو احذف السطر.
content/redirects.txt:6: الرابط القديم «old» لا يبدأ بشرطة مائلة. اكتب /old`);
		expect(output).not.toContain('CNAME');
		expect(read('contact.html')).toContain('https://example.org/contact');
	});
});

describe("on the hosts' machines", () => {
	/** What the integration does when it stands alone. */
	const hosting = async (env: Record<string, string>, redirects = '') => {
		const folder = mkdtempSync(join(tmpdir(), 'hosting-'));
		mkdirSync(join(folder, 'content'));
		writeFileSync(join(folder, 'content/redirects.txt'), redirects);
		mkdirSync(join(folder, 'dist'));
		writeFileSync(join(folder, 'dist/index.html'), '<meta charset="utf-8">');
		const script = `import hosting from ${JSON.stringify(join(ROOT, 'src/hosting/integration.ts'))};
			const logger = { warn: console.log }, root = new URL(${JSON.stringify(`${pathToFileURL(folder)}/`)});
			const { hooks } = hosting();
			hooks['astro:config:setup']({ command: 'build', config: { root }, logger });
			await hooks['astro:build:done']({ dir: new URL('dist/', root), logger });`;
		const HOSTS = ['NETLIFY', 'VERCEL', 'CF_PAGES', 'GITHUB_ACTIONS', 'GITLAB_CI', 'RENDER', 'CI'];
		const none = Object.fromEntries(HOSTS.map((name) => [name, '']));
		const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
			encoding: 'utf8',
			env: { ...process.env, SITE_URL: '', ...none, ...env },
		});
		const files = readdirSync(join(folder, 'dist'), { recursive: true }).map(String);
		rmSync(folder, { recursive: true });
		return { said: stdout + stderr, files };
	};
	const NETLIFY = { NETLIFY: 'true', URL: 'https://example.org' };
	const GITLAB = { GITLAB_CI: 'true', CI_PAGES_URL: 'https://example.org' };
	const GITHUB = { GITHUB_ACTIONS: 'true', SITE_URL: 'https://example.org/' };
	const CLOUDFLARE = { CF_PAGES: '1', CF_PAGES_URL: 'https://example.org' };
	const RENDER = { RENDER: 'true', RENDER_EXTERNAL_URL: 'https://example.org' };

	test.each([
		['GitHub Pages, which has no redirects', GITHUB, true],
		['Render, whose redirects stand elsewhere', RENDER, true],
		['Cloudflare, where a redirect comes before a page', CLOUDFLARE, true],
		['Netlify, where a page would hide the redirect', NETLIFY, false],
		['GitLab, the same', GITLAB, false],
	])('an old address has a page on %s: %j %s', async (_host, env, isPage) => {
		const { files, said } = await hosting(env, '/old /');
		expect(files).toContain('_redirects');
		expect(files.includes('old/index.html')).toBe(isPage);
		expect(said).toBe('');
	});

	test.each([
		['GitHub', GITHUB, /روابط فيها علامة استفهام، عددها 1، ولا يحوّلها/],
		['Cloudflare', CLOUDFLARE, /عددها 1، ولا يحوّلها/],
		['GitLab', GITLAB, /عددها 1، ولا يحوّلها/],
		['Netlify', NETLIFY, /^$/],
	])('%s says what it makes of a query: %j', async (_host, env, sentence) =>
		expect((await hosting(env, '/old?p=12 /')).said).toMatch(sentence),
	);

	test('without an address nothing is built', async () => {
		const { said, files } = await hosting({ CI: 'true' });
		expect(said).toContain('لم يُحدَّد رابط الموقع، والبناء هنا (CI) للنشر');
		expect(files).toEqual(['index.html']);
	});
});
