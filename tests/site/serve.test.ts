import { cpSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { serve } from '../../src/hosting/serve.ts';

test('what is built while npm start runs is served whole, the page of what is not there too', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'khabar-serve-'));
	cpSync(inject('sites')[0]!.folder, folder, { recursive: true });
	const server = await serve(folder, '/', 0);
	const ask = (path: string, headers: Record<string, string> = {}) =>
		fetch(`http://localhost:${(server.address() as AddressInfo).port}${path}`, {
			headers: { 'Accept-Encoding': 'identity', ...headers },
		});
	const read = async (path: string) => (await ask(path)).text();
	try {
		// Such a range is none (RFC 9110, 14.1.1); it stopped the server.
		expect((await ask('/robots.txt', { Range: 'bytes=9-2' })).status).toBe(200);
		expect((await ask('/%5fheaders')).status).toBe(404);
		for (const [path, file] of [
			['/robots.txt', 'robots.txt'],
			['/none', '404.html'],
			['/new.txt', 'new.txt'],
		] as const) {
			const text = `${await read(path)}\n<!-- ${'more '.repeat(1000)} -->\n`;
			await writeFile(join(folder, file), text);
			expect(await read(path)).toBe(text);
		}
	} finally {
		server.close();
		await rm(folder, { recursive: true });
	}
});
