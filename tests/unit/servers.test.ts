import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, REDIRECTS, securityHeaders } from '../../src/hosting/headers.ts';
import { apache, caddy, nginx, SERVERS, s3, vercel } from '../../src/hosting/servers.ts';

const POLICY = contentSecurityPolicy({ script: ["'sha256-abc='"], style: ["'sha256-def='"] });
const SITE = { site: 'https://example.org', base: '/news/', policy: POLICY };

interface Vercel {
	redirects: { source: string; destination: string; permanent: boolean }[];
	headers: { source: string; headers: { key: string; value: string }[] }[];
	[key: string]: unknown;
}

describe('vercel.json', () => {
	const json: Vercel = JSON.parse(vercel({ ...SITE, base: '/' }));

	test('is not written for a site under a path, which Vercel would not find', () =>
		expect(() => vercel(SITE)).toThrow(/https:\/\/example\.org\/news\/.*SITE_URL=/));

	test('has no key but those of its schema', () => {
		expect(Object.keys(json)).toEqual([
			'$schema',
			'framework',
			'buildCommand',
			'outputDirectory',
			'trailingSlash',
			'redirects',
			'headers',
		]);
		for (const { source, headers } of json.headers) {
			expect(source).toMatch(/^\//);
			expect(headers.length).toBeGreaterThan(0);
			for (const row of headers) expect(Object.keys(row)).toEqual(['key', 'value']);
		}
		for (const row of json.redirects)
			expect(row).toEqual({
				source: expect.stringMatching(/^\//),
				destination: expect.stringMatching(/^\//),
				permanent: true,
			});
	});

	test('says of the policy only what holds for every build', () => {
		const everywhere = Object.fromEntries(
			json.headers[0]?.headers.map(({ key, value }) => [key, value]) ?? [],
		);
		expect(everywhere).toMatchObject({
			...securityHeaders(POLICY),
			'Content-Security-Policy': "frame-ancestors 'none'",
		});
	});

	test.each([
		['/_astro/a.js', 'Cache-Control', 'public, max-age=31536000, immutable'],
		['/images/a/card.jpg', 'Cross-Origin-Resource-Policy', 'cross-origin'],
		['/rss.xml', 'Content-Type', 'application/rss+xml; charset=utf-8'],
		['/about/', 'Cross-Origin-Resource-Policy', 'same-origin'],
	])('%s: %s', (path, key, value) => {
		// The later of two that match wins; the sources are regular expressions but for `:slug`.
		const found = json.headers
			.filter(({ source }) => new RegExp(`^${source.replace(':slug', '[^/]+')}$`).test(path))
			.flatMap(({ headers }) => headers.filter((row) => row.key === key));
		expect(found.at(-1)?.value).toBe(value);
	});
});

describe('the script for S3', () => {
	test('is a script', () =>
		expect(spawnSync('bash', ['-n'], { input: s3(SITE), encoding: 'utf8' })).toMatchObject({
			status: 0,
			stderr: '',
		}));
	test('deletes nothing, and sends pages last', () => {
		const uploads = s3(SITE)
			.split('\n')
			.filter((line) => line.startsWith('aws s3'));
		expect(uploads.join()).not.toMatch(/--delete|\brm\b/);
		expect(uploads.findIndex((line) => line.includes('*.html'))).toBeGreaterThan(
			uploads.findLastIndex((line) => line.includes('_astro/" --recursive')),
		);
	});

	test.each<[string, string | undefined, string | undefined]>([
		['/news/', undefined, '/news/index.html'],
		['/news/about/', undefined, '/news/about/index.html'],
		['/news/about', '/news/about/?a=1&b=2&b=3', undefined],
		['/news/feed', '/news/rss.xml?a=1&b=2&b=3', undefined],
		['/news/rss.xml', undefined, '/news/rss.xml'],
		...[
			'//evil.example/x',
			'/\\evil.example/x',
			'/%5cevil.example/x',
			'/%2fevil.example/x',
			'/news//evil.example',
			'//',
		].map(
			(uri) =>
				[uri, undefined, uri.replace(/\/$/, '/index.html')] satisfies [string, undefined, string],
		),
	])('its function sends %s where it belongs', (uri, location, asked) => {
		const source = /'END'\n(var moved[\s\S]*?)\nEND/.exec(s3(SITE))?.[1] ?? '';
		const handler = new Function(`${source}; return handler;`)() as (event: unknown) => {
			uri?: string;
			statusCode?: number;
			headers?: { location: { value: string } };
		};
		const answer = handler({
			request: {
				uri,
				querystring: {
					a: { value: '1' },
					b: { value: '2', multiValue: [{ value: '2' }, { value: '3' }] },
				},
			},
		});
		expect([answer.headers?.location.value, answer.uri]).toEqual([location, asked]);
	});
});

test.each([
	['nginx', nginx],
	['caddy', caddy],
	['apache', apache],
	['s3', s3],
])('%s says when it is to be printed again, and has all headers and redirects', (name, server) => {
	const text = server(SITE);
	expect(text).toContain(`npm run hosting -- ${name}`);
	for (const value of Object.values(securityHeaders(POLICY)))
		if (name !== 's3' || !/max-age|nosniff/.test(value)) expect(text).toContain(value);
	for (const [, to] of REDIRECTS) expect(text).toContain(`/news${to}`);
});

test.each([
	[[], /اسم الخادم ناقص.*nginx\|caddy\|apache\|vercel\|s3/],
	[['iis'], /«iis» غير معروف/],
	[['constructor'], /«constructor» غير معروف/],
])('npm run hosting -- %s: one sentence', (args, sentence) => {
	const { status, stderr, stdout } = spawnSync(
		process.execPath,
		[fileURLToPath(new URL('../../src/hosting/print.ts', import.meta.url)), ...args],
		{ encoding: 'utf8' },
	);
	expect([status, stdout]).toEqual([1, '']);
	expect(stderr.trim()).toMatch(sentence);
	expect(stderr.trim().split('\n')).toHaveLength(1);
	expect(Object.keys(SERVERS)).toHaveLength(5);
});
