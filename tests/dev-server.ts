import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** A running `npm run dev`. */
export interface DevServer {
	/** With the base: `http://localhost:PORT/news/`. */
	address: string;
	/** All that it has printed. */
	output(): string;
	stop(): Promise<void>;
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0);
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

/** Starts `astro dev` in a copy of the project; resolves once it answers. */
export async function startDev(folder: string): Promise<DevServer> {
	const port = await freePort();
	const child: ChildProcess = spawn(
		process.execPath,
		['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port), '--ignore-lock'],
		{
			cwd: folder,
			env: {
				...process.env,
				SITE_URL: 'https://almanara.example/news/',
				ASTRO_DEV_BACKGROUND: '0',
				ASTRO_DISABLE_UPDATE_CHECK: 'true',
				ASTRO_TELEMETRY_DISABLED: '1',
				NODE_ENV: 'development',
				NO_COLOR: '1',
				CI: '',
				// Under vitest Astro serves no pages.
				VITEST: '',
			},
		},
	);
	let output = '';
	await new Promise<void>((resolve, reject) => {
		for (const stream of [child.stdout, child.stderr])
			stream?.setEncoding('utf8').on('data', (text: string) => {
				output += text;
				if (output.includes('watching for file changes')) resolve();
			});
		child.on('exit', () => reject(new Error(output)));
	});
	return {
		address: `http://localhost:${port}/news/`,
		output: () => output,
		stop: async () => {
			const exit = once(child, 'exit');
			child.kill();
			await exit;
		},
	};
}
