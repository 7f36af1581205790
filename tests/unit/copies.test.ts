import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { copiesSentence, wantsCopies, writeCopies } from '../../src/hosting/copies.ts';

test.each([
	['one’s own machine', {}, true],
	['GitHub, from where one may publish anywhere', { GITHUB_ACTIONS: 'true' }, true],
	['GitLab, which sends them', { GITLAB_CI: 'true' }, true],
	['Cloudflare', { CF_PAGES: '1' }, false],
	['Netlify', { NETLIFY: 'true' }, false],
	['Vercel', { VERCEL: '1' }, false],
	['Render', { RENDER: 'true' }, false],
	['one’s own machine, told not to', { COMPRESS: 'false' }, false],
	['Netlify, told to', { NETLIFY: 'true', COMPRESS: 'true' }, true],
])('copies are written on %s: %j %s', (_name, env, wanted) =>
	expect(wantsCopies(env)).toBe(wanted),
);

test('another word for COMPRESS is refused with the two that are right', () =>
	expect(() => wantsCopies({ COMPRESS: '0' })).toThrow(
		/«0»\. اكتب COMPRESS=true .*، أو COMPRESS=false /,
	));

test.each([
	['nginx', true, undefined],
	['caddy', false, /COMPRESS=true npm run build$/],
	['apache', false, /COMPRESS=true npm run build$/],
	['vercel', true, /COMPRESS=false npm run build$/],
	['s3', true, /COMPRESS=false npm run build$/],
	['s3', false, undefined],
])('npm run hosting -- %s, for a site with copies (%s), says %s', (server, hasCopies, sentence) => {
	const told = copiesSentence(server, hasCopies);
	if (sentence) expect(told).toMatch(sentence);
	else expect(told).toBeUndefined();
});

/** A site of three texts and a picture, and an empty cache. */
function site() {
	const folder = mkdtempSync(join(tmpdir(), 'copies-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const at = (path: string) => join(folder, path);
	mkdirSync(at('dist/about'), { recursive: true });
	writeFileSync(at('dist/index.html'), 'نص '.repeat(500));
	writeFileSync(at('dist/about/index.html'), 'same');
	writeFileSync(at('dist/robots.txt'), 'same');
	writeFileSync(at('dist/a.jpg'), 'picture');
	return {
		at,
		write: () => writeCopies(at('dist'), at('cache')),
		kept: () => readdirSync(at('cache')),
	};
}

test('every text gets two copies, which hold the same; a picture none', async () => {
	const { at, write, kept } = site();
	await write();
	expect(readdirSync(at('dist'), { recursive: true }).sort()).toEqual([
		'a.jpg',
		'about',
		'about/index.html',
		'about/index.html.br',
		'about/index.html.gz',
		'index.html',
		'index.html.br',
		'index.html.gz',
		'robots.txt',
		'robots.txt.br',
		'robots.txt.gz',
	]);
	const text = readFileSync(at('dist/index.html'), 'utf8');
	expect(brotliDecompressSync(readFileSync(at('dist/index.html.br'))).toString()).toBe(text);
	expect(gunzipSync(readFileSync(at('dist/index.html.gz'))).toString()).toBe(text);
	// Two files hold the same.
	expect(kept()).toHaveLength(4);
});

test('the next build compresses only what is new, and forgets what is gone', async () => {
	const { at, write, kept } = site();
	await write();
	const before = kept();
	for (const name of before) writeFileSync(at(`cache/${name}`), 'kept');
	writeFileSync(at('dist/index.html'), 'new');
	await write();
	expect(readFileSync(at('dist/about/index.html.br'), 'utf8')).toBe('kept');
	expect(gunzipSync(readFileSync(at('dist/index.html.gz'))).toString()).toBe('new');
	expect(kept()).toHaveLength(4);
	expect(kept().filter((name) => before.includes(name))).toHaveLength(2);
});

test('a copy that was kept has the time of its build: hosts clean up by it', async () => {
	const { at, write, kept } = site();
	await write();
	rmSync(at('dist/robots.txt.br'));
	for (const name of kept()) utimesSync(at(`cache/${name}`), 0, 0);
	await write();
	expect(statSync(at('dist/robots.txt.br')).mtime.getFullYear()).toBeGreaterThan(1970);
});

test('what a killed build left is not used: an empty copy, and one that never came to its place', async () => {
	const { at, write, kept } = site();
	await write();
	for (const name of kept()) writeFileSync(at(`cache/${name}`), '');
	writeFileSync(at('cache/x.br.7'), 'half');
	await write();
	expect(gunzipSync(readFileSync(at('dist/robots.txt.gz'))).toString()).toBe('same');
	expect(kept()).not.toContain('x.br.7');
	expect(kept()).toHaveLength(4);
});
