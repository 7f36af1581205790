import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../../src/hosting/serve.ts';

test('npm start finds files whose names have signs, however an address writes them', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'serve-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const [name, text] of Object.entries({
		'404.html': '-',
		'build.json': '{"redirects":[]}',
		'a+b&c=d@e,f;g:h$.txt': 'found',
		'100%.txt': 'found',
	}))
		writeFileSync(join(folder, name), text);
	const server = await serve(folder, '/', 0);
	onTestFinished(() => void server.close());
	const { port } = server.address() as AddressInfo;
	const told = async (path: string) => {
		const answer = await fetch(`http://localhost:${port}${path}`);
		return `${answer.status} ${await answer.text()}`;
	};
	for (const path of [
		'/a+b&c=d@e,f;g:h$.txt',
		'/a%2Bb%26c%3Dd%40e%2Cf%3Bg%3Ah%24.txt',
		'/a%2bb%26c%3dd%40e%2cf%3bg%3ah%24.txt',
		'/100%25.txt',
	])
		expect(await told(path), path).toBe('200 found');
	expect(await told('/a%2Bb.txt')).toBe('404 -');
});
