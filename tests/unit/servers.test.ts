import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
	appendFileSync,
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { getTransformedRoutes } from '@vercel/routing-utils';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Redirect } from '../../src/hosting/redirects.ts';
import { apache } from '../../src/hosting/servers/apache.ts';
import { caddy } from '../../src/hosting/servers/caddy.ts';
import { requestFunction, s3 } from '../../src/hosting/servers/cloudfront.ts';
import { nginx } from '../../src/hosting/servers/nginx.ts';
import { vercel } from '../../src/hosting/servers/vercel.ts';
import { EVERYWHERE } from '../headers.ts';

const REDIRECTS: readonly Redirect[] = [
	{ from: '/i.php', query: 'a=1&b=2', to: '/about/', status: 302 },
	{ from: '/', query: 'p=12', to: '/about/', status: 301 },
	{ from: '/t.php', query: '12-x', to: '/about/', status: 301 },
	{ from: '/قديم', to: '/about/', status: 301 },
	{ from: '/a+(1).html', to: '/#part', status: 302 },
	{ from: '/feed', to: '/rss.xml', status: 301 },
];
const SITE = { site: 'https://example.org', base: '/news/', redirects: REDIRECTS };

test.each([
	['nginx', nginx],
	['caddy', caddy],
	['apache', apache],
	['s3', s3],
])(
	'the configuration of %s holds nothing that changes with a build, and says so',
	(name, print) => {
		const text = print(SITE);
		expect(text).not.toMatch(/sha(?:256|384|512)-|\.[A-Za-z0-9_-]{8}\.(?:js|woff2)/);
		expect(text).toContain(`# Khabar on ${name}. Printed by: npm run hosting -- ${name}
# Nothing in it changes with a build: no fingerprints, no names of files. Print it again only when the address of the
# site or content/redirects.txt changes, or with a new version of the engine.`);
	},
);

describe('nginx', () => {
	test('says in its comments what TLS, HTTP/2 and brotli want', () => {
		const text = nginx(SITE);
		// Four lines, to be copied as they are.
		expect(text.match(/(?<=^#\t).*/gm)).toEqual([
			'listen 443 ssl http2; listen [::]:443 ssl http2;',
			'ssl_certificate /etc/letsencrypt/live/example.org/fullchain.pem;',
			'ssl_certificate_key /etc/letsencrypt/live/example.org/privkey.pem;',
			'if ($scheme = http) { return 301 https://example.org$request_uri; }',
		]);
		expect(text).toContain('# brotli_static on;');
	});

	test.each([
		['https://example.org', 'www.example.org'],
		['https://www.example.org', 'example.org'],
		['https://127.0.0.1', undefined],
		['http://localhost:4321', undefined],
	])('%s: %s is sent to it', (site, other) => {
		const names = [...nginx({ ...SITE, site }).matchAll(/server_name (\S+);/g)].map(
			([, name]) => name,
		);
		expect(names).toEqual([new URL(site).hostname, ...(other ? [other] : [])]);
	});

	test('names too long for its table of names, of 46 letters, stand outside of it', () => {
		const site = 'https://xn------8yesbcjh3ac7aau7alm0cymza3bff.example';
		expect(
			[...nginx({ ...SITE, site }).matchAll(/server_name (\S+);/g)].map(([, name]) => name),
		).toEqual([
			'xn------8yesbcjh3ac7aau7alm0cymza3bff.example',
			'"~^www\\.xn------8yesbcjh3ac7aau7alm0cymza3bff\\.example$"',
		]);
	});

	test.each([
		['https://example.org', 'khabar_example_org', 'example.org'],
		['https://a-b.example', 'khabar_a__b_example', 'a-b.example'],
		['https://[::1]', 'khabar___1', '::1'],
		[
			'https://xn------8yesbcjh3ac7aau7alm0cymza3bff.example',
			'khabar_d93ac1bbfc74e17f',
			'xn------8yesbcjh3ac7aau7alm0cymza3bff.example',
		],
	])(
		'the names of %s are of its host, so that two papers stand on one server',
		(site, prefix, host) => {
			const text = nginx({ ...SITE, site });
			expect(text.match(/(?<=^map .* \$).*(?= )/gm)).toEqual(
				['cache', 'resource', 'readers', 'moved_301', 'moved_302'].map((end) => `${prefix}_${end}`),
			);
			expect(
				new Set(text.match(/(?<=\$)khabar\w*(?=_(?:cache|resource|readers|moved_30[12])\b)/g)),
			).toEqual(new Set([prefix]));
			expect(text).toContain(`\troot /var/www/${host};\n`);
			expect(text).toContain(`\tinclude /etc/nginx/khabar-tls-${host}[.]conf;\n`);
		},
	);

	test('a site without TLS sends nobody to https', () =>
		expect(nginx({ ...SITE, site: 'http://example.org' })).not.toContain('http_x_forwarded_proto'));
});

describe('several papers under one host', () => {
	const old = { from: '/old', to: '/about/', status: 301 } as const;
	const a = { ...SITE, base: '/a/', redirects: [old] };
	const b = { ...SITE, base: '/b/', redirects: [old, { ...old, from: '/', query: 'p=1' }] };

	test('nginx: one server, with the headers, redirects and missing page of each', () => {
		const text = nginx(a, b);
		expect(text.match(/server_name \S+;/g)).toEqual([
			'server_name example.org;',
			'server_name www.example.org;',
		]);
		expect(text.match(/(?<=map \$uri \$khabar_example_org_cache \{\n)[^}]*/)?.[0].trim()).toBe(
			`default "public, max-age=0, must-revalidate";
	"~^/a/_astro/" "public, max-age=31536000, immutable";
	"~^/b/_astro/" "public, max-age=31536000, immutable";`,
		);
		expect(text.match(/"~\\\.ics\$"/g)).toHaveLength(1);
		expect(text).toContain('\t"~^/b/\\?(?=(?:.*&)?p=1(?:&|$))" "/b/about/";\n');
		expect(text.match(/location = .*/g)).toEqual([
			'location = "/a/old" { return 301 "/a/about/$is_args$args"; }',
			'location = "/a/old/" { return 301 "/a/about/$is_args$args"; }',
			'location = "/b/old" { return 301 "/b/about/$is_args$args"; }',
			'location = "/b/old/" { return 301 "/b/about/$is_args$args"; }',
		]);
		expect(text).toContain('\n\terror_page 404 /a/404.html;\n');
		expect(text).toContain(`	location /b/ {
		error_page 404 /b/404.html;
		# A folder without a page.
		error_page 403 =404 /b/404.html;
		try_files $uri $uri/ =404;
	}
`);
	});

	test('Caddy: one site, with the headers, redirects and missing page of each', () => {
		const text = caddy(a, b);
		expect(text.match(/^https:.*/gm)).toEqual(['https://example.org {']);
		expect(text.match(/^\t\theader \/.*Cache-Control.*/gm)).toEqual([
			'\t\theader /a/_astro/* Cache-Control "public, max-age=31536000, immutable"',
			'\t\theader /b/_astro/* Cache-Control "public, max-age=31536000, immutable"',
		]);
		expect(text.match(/^\t+"\/[ab]\/old\/?" .*/gm)).toEqual([
			'\t\t\t"/a/old" "/a/about/"',
			'\t\t\t"/a/old/" "/a/about/"',
			'\t\t\t"/b/old" "/b/about/"',
			'\t\t\t"/b/old/" "/b/about/"',
		]);
		expect(text).toContain('{path} in ["/b", "/b/"]');
		expect(text).toContain(`			@beside0 path /b/*
			rewrite @beside0 /b/404.html
			@others not path /b/*
			rewrite @others /a/404.html
			file_server {
				precompressed br gzip
			}
`);
	});
});

test('the snippet and the folder of Caddy are of its host, so that two papers stand on one server', () => {
	const text = caddy(SITE);
	expect(text.match(/^\(.*\) \{$|\bimport .*|\broot .*/gm)).toEqual([
		'(khabar-example.org) {',
		'root * /var/www/example.org',
		'import khabar-example.org',
		'import khabar-example.org',
	]);
});

interface Vercel {
	redirects: { source: string; destination: string; statusCode: number; has?: unknown[] }[];
	headers: { source: string; headers: { key: string; value: string }[] }[];
	[key: string]: unknown;
}

describe('vercel.json', () => {
	const json: Vercel = JSON.parse(vercel({ ...SITE, base: '/' }));

	test('is not written for a site under a path, which Vercel would not find', () =>
		expect(() => vercel(SITE)).toThrow(/https:\/\/example\.org\/news\/.*SITE_URL=/));

	test('builds and serves dist', () => {
		const { redirects: _, headers: __, ...rest } = json;
		expect(rest).toEqual({
			$schema: 'https://openapi.vercel.sh/vercel.json',
			framework: null,
			buildCommand: 'npm run build',
			outputDirectory: 'dist',
			trailingSlash: true,
		});
	});

	const again = {
		'Cache-Control': 'public, max-age=0, must-revalidate',
		'Cross-Origin-Resource-Policy': 'same-origin',
	};
	const open = { 'Cross-Origin-Resource-Policy': 'cross-origin' };
	test.each<[string, Record<string, string>]>([
		['/about/', again],
		['/_astro/a.js', { ...open, 'Cache-Control': 'public, max-age=31536000, immutable' }],
		['/images/a/card.jpg', { ...again, ...open }],
		[
			'/rss.xml',
			{
				...again,
				'Access-Control-Allow-Origin': '*',
			},
		],
		[
			'/articles/a/event.ics',
			{
				...again,
				'Access-Control-Allow-Origin': '*',
				'Content-Type': 'text/calendar; charset=utf-8',
			},
		],
	])('the headers of %s', (path, headers) => {
		// The later of two that match wins. The sources are regular expressions.
		const found = json.headers
			.filter(({ source }) => new RegExp(`^${source}$`).test(path))
			.flatMap(({ headers: rows }) => rows.map(({ key, value }) => [key, value]));
		expect(Object.fromEntries(found)).toEqual({ ...EVERYWHERE, ...headers });
	});

	test.each<[string, string | undefined]>([
		['/%D9%82%D8%AF%D9%8A%D9%85', '301 /about/'],
		['/%D9%82%D8%AF%D9%8A%D9%85/', '301 /about/'],
		['/%d9%82%d8%af%d9%8a%d9%85/', '301 /about/'],
		['/a+(1).html', '302 /#part'],
		['/aa(1)ahtml', undefined],
		['/feed/', '301 /rss.xml'],
		['/feeds', undefined],
	])('%s is sent to %s', (path, answer) => {
		const { routes, error } = getTransformedRoutes({ redirects: json.redirects as never });
		expect(error).toBeNull();
		interface Route {
			src: string;
			has?: unknown;
			headers: { Location: string };
			status: number;
		}
		const route = (routes as Route[]).find(({ src, has }) => !has && new RegExp(src).test(path));
		expect(route && `${route.status} ${route.headers.Location}`).toBe(answer);
	});

	test('a query is asked for by its parameters', () =>
		expect(json.redirects.filter(({ has }) => has)).toEqual([
			{
				source: '/i\\.php{/}?',
				has: [
					{ type: 'query', key: 'a', value: '1' },
					{ type: 'query', key: 'b', value: '2' },
				],
				destination: '/about/',
				statusCode: 302,
			},
			{
				source: '/',
				has: [{ type: 'query', key: 'p', value: '12' }],
				destination: '/about/',
				statusCode: 301,
			},
			{
				source: '/t\\.php{/}?',
				has: [{ type: 'query', key: '12-x' }],
				destination: '/about/',
				statusCode: 301,
			},
		]));
});

/** Runs one of CloudFront's functions, which a script brings along. */
function run<Answer>(code: string, event: unknown): Answer {
	const handler = new Function(`${code}; return handler;`)() as (event: unknown) => Answer;
	return handler(event);
}

describe("CloudFront's function for requests", () => {
	const query = {
		a: { value: '1' },
		b: { value: '2', multiValue: [{ value: '3' }, { value: '2' }] },
	};
	test.each<[string, Record<string, unknown>, string | undefined, string | undefined]>([
		['/news/', {}, undefined, '/news/index.html'],
		['/news/about/', query, undefined, '/news/about/index.html'],
		['/news/about', query, '301 /news/about/?a=1&b=3&b=2', undefined],
		['/news/rss.xml', {}, undefined, '/news/rss.xml'],
		['/news/feed', query, '301 /news/rss.xml?a=1&b=3&b=2', undefined],
		['/news/feed/', {}, '301 /news/rss.xml', undefined],
		['/news/%D9%82%D8%AF%D9%8A%D9%85', {}, '301 /news/about/', undefined],
		['/news/%d9%82%d8%af%d9%8a%d9%85/', {}, '301 /news/about/', undefined],
		['/news/i.php', query, '302 /news/about/', undefined],
		['/news/i.php', { a: { value: '1' } }, undefined, '/news/i.php'],
		['/news/', { p: { value: '12' } }, '301 /news/about/', undefined],
		['/news/t.php', { '12-x': { value: '' } }, '301 /news/about/', undefined],
		['/news/t.php', { '12-xy': { value: '' } }, undefined, '/news/t.php'],
		['/news/a+(1).html', query, '302 /news/#part', undefined],
		['/news/%d9', {}, undefined, '/news/%d9'],
		...['//evil.example/x', '/\\evil.example/x', '/%5cevil.example/x', '/%2fevil.example/x'].map(
			(uri) => [uri, {}, undefined, uri] satisfies [string, object, undefined, string],
		),
		['/news//evil.example/', {}, undefined, '/news//evil.example/index.html'],
		['//', {}, undefined, '//index.html'],
	])('%s %j', (uri, querystring, redirect, asked) => {
		const answer = run<{
			uri?: string;
			statusCode?: number;
			headers?: { location: { value: string } };
		}>(requestFunction(SITE), { request: { uri, querystring } });
		expect([
			answer.headers && `${answer.statusCode} ${answer.headers.location.value}`,
			answer.uri,
		]).toEqual([redirect, asked]);
	});

	test('is never larger than CloudFront takes', () => {
		const many = Array.from({ length: 500 }, (_, index) => ({
			from: `/قديم/${index}`,
			to: '/about/',
			status: 301 as const,
		}));
		const code = requestFunction({ base: '/', redirects: many });
		expect(Buffer.byteLength(code)).toBeLessThanOrEqual(10_240);
		expect(code).toContain('["/قديم/100",[],"/about/",301,1]');
	});
});

test.each<[string, string, string | undefined]>([
	['/news/', 'same-origin', undefined],
	['/news/_astro/a.webp', 'cross-origin', undefined],
	['/news/images/a.jpg', 'cross-origin', undefined],
	['/news/rss.xml', 'same-origin', '*'],
	['/news/people/a/feed.json', 'same-origin', '*'],
	['/news/articles/a/event.ics', 'same-origin', '*'],
	['/_astro/a.webp', 'same-origin', undefined],
])("CloudFront's function for responses: %s", (uri, resource, readers) => {
	const [, code = ''] = /khabar-response\.js << 'END'\n([\s\S]*?)\nEND/.exec(s3(SITE)) ?? [];
	const { headers } = run<{ headers: Record<string, { value: string }> }>(code, {
		request: { uri },
		response: { headers: {} },
	});
	expect([
		headers['cross-origin-resource-policy']?.value,
		headers['access-control-allow-origin']?.value,
	]).toEqual([resource, readers]);
});

test("CloudFront's policy for the headers has all that hold everywhere", () => {
	const [, json = ''] = /khabar-headers\.json << 'END'\n([\s\S]*?)\nEND/.exec(s3(SITE)) ?? [];
	expect(JSON.parse(json)).toEqual({
		Name: 'khabar-example_org',
		CustomHeadersConfig: {
			Quantity: 3,
			Items: [
				{ Header: 'Cross-Origin-Embedder-Policy', Value: 'require-corp', Override: true },
				{ Header: 'Cross-Origin-Opener-Policy', Value: 'same-origin', Override: true },
				{
					Header: 'Permissions-Policy',
					Value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
					Override: true,
				},
			],
		},
		SecurityHeadersConfig: {
			ContentSecurityPolicy: { ContentSecurityPolicy: "frame-ancestors 'none'", Override: true },
			ContentTypeOptions: { Override: true },
			FrameOptions: { FrameOption: 'DENY', Override: true },
			ReferrerPolicy: { ReferrerPolicy: 'strict-origin-when-cross-origin', Override: true },
			StrictTransportSecurity: {
				AccessControlMaxAgeSec: 31536000,
				IncludeSubdomains: false,
				Override: true,
			},
		},
	});
});

/**
 * A stand-in for `aws`: sends its folder and arguments to a server of the tests. In bash, as Node
 * takes long to start.
 */
const AWS = `#!/bin/bash
exec 3<>"/dev/tcp/127.0.0.1/$PORT"
printf '%s\\0' "$PWD" "$@" '' >&3
cat <&3
`;

/** A bucket in a folder, which does what `aws` is told to, and writes it into a journal. @returns What `aws` prints. */
function act(buckets: string, cwd: string, [tool = '', command, ...words]: string[]): string {
	const at = (name: string) => join(buckets, name.replace('s3://', ''));
	const option = (name: string) => words[words.indexOf(name) + 1] ?? '';
	const note = (...line: string[]) =>
		appendFileSync(join(buckets, 'journal'), `${line.join(' ')}\n`);
	const fits = (name: string, glob: string) =>
		new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(name);
	const filesOf = (folder: string) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
			statSync(join(folder, name)).isFile(),
		);
	if (command === 'cp') {
		const [source = '', to = ''] = words;
		const from = resolve(cwd, source);
		const filters = words.flatMap((word, index) =>
			/^--(?:in|ex)clude$/.test(word)
				? [{ isIn: word === '--include', glob: words[index + 1] ?? '' }]
				: [],
		);
		for (const name of words.includes('--recursive') ? filesOf(from) : ['']) {
			const last = filters.findLast(({ glob }) => fits(name, glob));
			if (last && !last.isIn) continue;
			const target = join(at(to), name);
			mkdirSync(dirname(target), { recursive: true });
			writeFileSync(target, readFileSync(join(from, name)));
			note(
				'put',
				relative(buckets, target),
				words.includes('--content-type') ? option('--content-type') : '-',
				'|',
				option('--cache-control'),
			);
		}
		return '';
	}
	if (command === 'list-objects-v2') {
		const root = at(option('--bucket'));
		return filesOf(root)
			.filter((name) => name.startsWith(option('--prefix')))
			.map((name) => {
				const time = statSync(join(root, name)).mtime.toISOString().replace('Z', '+00:00');
				return `${time}\t${name}\n`;
			})
			.join('');
	}
	if (command === 'rm') {
		rmSync(at(words[0] ?? ''));
		note('remove', words[0] ?? '');
	} else note(tool, command ?? '', ...words);
	return '';
}

describe('the script for S3', () => {
	let home: string;
	beforeEach(() => void (home = mkdtempSync(join(tmpdir(), 's3-'))));
	afterEach(() => rmSync(home, { recursive: true, force: true }));
	const service = createServer((socket) => {
		let asked = '';
		socket.setEncoding('utf8').on('data', (text) => {
			asked += text;
			if (!asked.endsWith('\0\0')) return;
			const [cwd = '', ...words] = asked.slice(0, -2).split('\0');
			socket.end(act(home, cwd, words));
		});
	});
	beforeAll(() => new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve)));
	afterAll(() => void service.close());

	const write = (path: string, days = 0) => {
		mkdirSync(dirname(join(home, path)), { recursive: true });
		writeFileSync(join(home, path), 'a');
		const then = new Date(Date.now() - days * 86_400_000);
		utimesSync(join(home, path), then, then);
	};
	/**
	 * Deploys `dist/`. @returns Exit status, stderr, the calls of `aws`, and the files of the
	 * bucket.
	 */
	const deploy = async (env: NodeJS.ProcessEnv = {}) => {
		mkdirSync(join(home, 'bin'), { recursive: true });
		mkdirSync(join(home, 'bucket/news'), { recursive: true });
		writeFileSync(join(home, 'bin/aws'), AWS);
		chmodSync(join(home, 'bin/aws'), 0o755);
		const script = spawn('bash', ['-s'], {
			cwd: home,
			stdio: ['pipe', 'ignore', 'pipe'],
			env: {
				...process.env,
				PATH: `${home}/bin:${dirname(process.execPath)}:${process.env['PATH']}`,
				PORT: `${(service.address() as AddressInfo).port}`,
				BUCKET: 'bucket',
				DISTRIBUTION: 'E1',
				...env,
			},
		});
		script.stdin.end(s3(SITE));
		const ended = once(script, 'close');
		const stderr = await text(script.stderr);
		const [status] = await ended;
		const read = (path: string) => {
			try {
				return readFileSync(join(home, path), 'utf8').trim().split('\n');
			} catch {
				return [];
			}
		};
		const bucket = readdirSync(join(home, 'bucket'), { recursive: true })
			.map(String)
			.filter((name) => statSync(join(home, 'bucket', name)).isFile())
			.map((name) => relative('news', name))
			.sort();
		return { status, stderr, journal: read('journal'), bucket };
	};

	const prepare = () => {
		for (const path of ['dist/index.html', 'dist/rss.xml', 'dist/_astro/now.webp']) write(path);
		for (const path of ['index.html', '_astro/now.webp']) write(`bucket/news/${path}`, 400);
		for (const path of ['articles/gone/index.html', '_astro/yesterday.webp'])
			write(`bucket/news/${path}`, 1);
		write('bucket/news/_astro/long-ago.webp', 31);
		write('bucket/other/index.html', 400);
	};

	test("sends the publisher's own archive, and no compressed copy of a text", async () => {
		prepare();
		for (const path of ['dist/a.tar.gz', 'dist/a.csv.gz', 'dist/about/index.html.br']) write(path);
		expect((await deploy()).bucket).toEqual([
			'../other/index.html',
			'_astro/now.webp',
			'_astro/yesterday.webp',
			'a.tar.gz',
			'index.html',
			'rss.xml',
		]);
	});

	test('sends hashed files first and pages last, with types and caches; then removes pages that are gone, and their files a month after', async () => {
		prepare();
		for (const path of [
			'about/index.html',
			'report.pdf',
			'data.xyz',
			'_astro/a.Bx3.js',
			'_astro/b.webp',
		])
			write(`dist/${path}`);
		for (const path of [
			'_headers',
			'_redirects',
			'.nojekyll',
			'CNAME',
			'index.html.br',
			'rss.xml.gz',
		])
			write(`dist/${path}`);
		const { status, stderr, journal, bucket } = await deploy();
		expect([status, stderr]).toEqual([0, '']);
		const again = '| public, max-age=0, must-revalidate';
		const forEver = '| public, max-age=31536000, immutable';
		// In the order of the folder, which is not ours.
		const [picture, page, gone] = [
			/^put bucket\/news\/_astro\/(?:b|now)\.webp image\/webp \| public, max-age=31536000, immutable$/,
			/^put bucket\/news\/(?:about\/)?index\.html text\/html; charset=utf-8 \| public, max-age=0/,
			/^remove s3:\/\/bucket\/news\/(?:articles\/gone\/index\.html|_astro\/long-ago\.webp)$/,
		].map((line) => expect.stringMatching(line));
		expect(journal).toEqual([
			`put bucket/news/_astro/a.Bx3.js text/javascript; charset=utf-8 ${forEver}`,
			picture,
			picture,
			`put bucket/news/data.xyz - ${again}`,
			`put bucket/news/report.pdf application/pdf ${again}`,
			`put bucket/news/rss.xml application/xml; charset=utf-8 ${again}`,
			page,
			page,
			gone,
			gone,
			'cloudfront create-invalidation --distribution-id E1 --paths /news/*',
		]);
		expect(bucket).toEqual([
			'../other/index.html',
			'_astro/a.Bx3.js',
			'_astro/b.webp',
			'_astro/now.webp',
			'_astro/yesterday.webp',
			'about/index.html',
			'data.xyz',
			'index.html',
			'report.pdf',
			'rss.xml',
		]);
	});

	test('KEEP_DAYS=0 removes those as well, for a photograph that must go', async () => {
		prepare();
		expect((await deploy({ KEEP_DAYS: '0' })).bucket).toEqual([
			'../other/index.html',
			'_astro/now.webp',
			'index.html',
			'rss.xml',
		]);
	});

	test('without a site that is built removes nothing, and says so', async () => {
		write('bucket/news/index.html', 400);
		expect(await deploy()).toMatchObject({
			status: 1,
			stderr: 'لا يوجد موقع مبني. ابنه أولًا: npm run build\n',
			journal: [],
			bucket: ['index.html'],
		});
	});

	test.each(['BUCKET', 'DISTRIBUTION'])('wants to know the %s', async (name) => {
		write('dist/index.html');
		const { status, journal } = await deploy({ [name]: '' });
		expect([status, journal]).toEqual([1, []]);
	});
});

test.each([
	[[], /اسم الخادم ناقص.*nginx\|caddy\|apache\|vercel\|s3/],
	[['iis'], /«iis» غير معروف/],
	[['constructor'], /«constructor» غير معروف/],
	[['apache', 'public/.htaccess', '../b'], /لكل صحيفة إعدادها على apache/],
])('npm run hosting -- %s: one sentence', (args, sentence) => {
	const { status, stderr, stdout } = spawnSync(
		process.execPath,
		[fileURLToPath(new URL('../../src/hosting/print.ts', import.meta.url)), ...args],
		{ encoding: 'utf8' },
	);
	expect([status, stdout]).toEqual([1, '']);
	expect(stderr.trim()).toMatch(sentence);
	expect(stderr.trim().split('\n')).toHaveLength(1);
});
