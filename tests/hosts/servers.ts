import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { policyOf } from '../../src/hosting/headers.ts';
import { apache, caddy, nginx } from '../../src/hosting/servers.ts';
import type { BuiltSite } from '../sites.ts';

/** A real server with a built site in it. */
export interface Host {
	/** `http://127.0.0.1:8080`, without the base. */
	origin: string;
	/** Where the files of the site stand; what is put there is served. */
	folder: string;
	stop(): Promise<void>;
}

export interface Server {
	/** What to install where `start` is not possible; undefined where it is. */
	missing: string | undefined;
	/** How it answers, where hosts differ and each is right. */
	slash: 301 | 308;
	/** Codings it chooses for who takes all. */
	codings: ('br' | 'gzip')[];
	/** The type of scripts; modules are UTF-8 whatever it says. */
	script?: string;
	/** `prepare` may add to the server's own folder first. */
	start(site: BuiltSite, prepare?: (home: string) => Promise<void>): Promise<Host>;
}

const has = (program: string) => spawnSync(program, ['-v']).error === undefined;
const root = fileURLToPath(new URL('../..', import.meta.url));

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/** The site under its base in a folder of its own, which is readable for the account that a server changes to. */
async function stage({ folder, base }: BuiltSite) {
	const home = await mkdtemp(join(tmpdir(), 'khabar-host-'));
	const www = join(home, 'www');
	await mkdir(join(www, dirname(base)), { recursive: true });
	await cp(folder, join(www, base), { recursive: true });
	spawnSync('chmod', ['-R', 'a+rX', home]);
	return { home, www, folder: join(www, base) };
}

/** Runs a server until it answers. */
async function run(
	home: string,
	port: number,
	folder: string,
	command: string,
	args: readonly string[],
	env: NodeJS.ProcessEnv = {},
): Promise<Host> {
	const child: ChildProcess = spawn(command, args, {
		cwd: home,
		env: { ...process.env, ...env },
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	child.stdout?.on('data', (text) => void (output += text));
	child.stderr?.on('data', (text) => void (output += text));
	const origin = `http://127.0.0.1:${port}`;
	const stop = async () => {
		if (child.pid && child.exitCode === null) {
			const ended = new Promise((resolve) => child.once('exit', resolve));
			process.kill(-child.pid, 'SIGTERM');
			await ended;
		}
		await rm(home, { recursive: true, force: true });
	};
	for (let attempt = 0; attempt < 600; attempt++) {
		if (
			await fetch(origin, { redirect: 'manual' }).then(
				() => true,
				() => false,
			)
		)
			return { origin, folder, stop };
		if (child.exitCode !== null) break;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	await stop();
	throw new Error(`${command}: ${output}`);
}

const siteOf = ({ folder, address, base }: BuiltSite) => ({
	site: new URL(address).origin,
	base,
	policy: policyOf(readFileSync(`${folder}/404.html`, 'utf8')),
});
const MODULES = ['mpm_event', 'authz_core', 'dir', 'env', 'headers', 'mime', 'rewrite', 'setenvif'];
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

export const SERVERS: Record<string, Server> = {
	'npm start': {
		missing: undefined,
		slash: 301,
		codings: ['br', 'gzip'],
		async start(site) {
			const { home, folder } = await stage(site);
			const port = await freePort();
			const script = `import { serve } from ${JSON.stringify(join(root, 'src/hosting/serve.ts'))}; await serve(${JSON.stringify(folder)}, ${JSON.stringify(site.base)}, ${port});`;
			return run(home, port, folder, process.execPath, ['--input-type=module', '-e', script]);
		},
	},
	nginx: {
		missing: has('nginx') ? undefined : 'apt install nginx-light libnginx-mod-http-brotli-static',
		slash: 301,
		codings: ['br', 'gzip'],
		async start(site, prepare) {
			const { home, www, folder } = await stage(site);
			await prepare?.(home);
			const port = await freePort();
			const server = nginx(siteOf(site))
				.replace(/listen 80;\n.*listen \[::\]:80;/, `listen 127.0.0.1:${port};`)
				.replace('/var/www/khabar', www)
				.replace('/etc/nginx/khabar-tls', `${home}/khabar-tls`)
				.replace('# brotli_static on;', 'brotli_static on;');
			await writeFile(
				join(home, 'nginx.conf'),
				`load_module ${BROTLI};\npid ${home}/pid;\nerror_log stderr;\n${process.getuid?.() === 0 ? 'user root;\n' : ''}events {}\nhttp {\naccess_log off;\n${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${home}/${name};\n`).join('')}${server}}\n`,
			);
			return run(home, port, folder, 'nginx', [
				'-p',
				home,
				'-c',
				join(home, 'nginx.conf'),
				'-g',
				'daemon off;',
			]);
		},
	},
	Caddy: {
		missing: has('caddy') ? undefined : 'apt install caddy',
		slash: 301,
		codings: ['br', 'gzip'],
		async start(site) {
			const { home, www, folder } = await stage(site);
			const port = await freePort();
			await writeFile(
				join(home, 'Caddyfile'),
				`{\n\tadmin off\n\tauto_https off\n}\n${caddy(siteOf(site))
					.replace(/^https:\/\/\S+ \{/m, `http://127.0.0.1:${port} {`)
					.replace('/var/www/khabar', www)}`,
			);
			return run(
				home,
				port,
				folder,
				'caddy',
				['run', '--config', join(home, 'Caddyfile'), '--adapter', 'caddyfile'],
				{ HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home },
			);
		},
	},
	Apache: {
		missing: has('apache2') ? undefined : 'apt install apache2',
		slash: 301,
		codings: ['br', 'gzip'],
		async start(site) {
			const { home, www, folder } = await stage(site);
			const port = await freePort();
			await writeFile(join(folder, '.htaccess'), apache(siteOf(site)));
			await writeFile(
				join(home, 'apache.conf'),
				`${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`).join('')}ServerName 127.0.0.1\nListen 127.0.0.1:${port}\nPidFile ${home}/pid\nErrorLog ${home}/log\nTypesConfig /dev/null\nDocumentRoot ${www}\n<Directory ${www}>\nAllowOverride All\nRequire all granted\n</Directory>\n`,
			);
			return run(home, port, folder, 'apache2', [
				'-d',
				home,
				'-f',
				join(home, 'apache.conf'),
				'-DFOREGROUND',
			]);
		},
	},
	Cloudflare: {
		missing: undefined,
		slash: 308,
		codings: [],
		script: 'application/javascript',
		async start(site) {
			const { home, www, folder } = await stage(site);
			// Under a base what Cloudflare itself reads belongs to the root of what is uploaded.
			if (site.base !== '/') {
				for (const name of ['_headers', '_redirects'])
					await rename(join(folder, name), join(www, name));
				await cp(join(folder, '404.html'), join(www, '404.html'));
			}
			const port = await freePort();
			const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js');
			return run(
				home,
				port,
				folder,
				process.execPath,
				[
					wrangler,
					'pages',
					'dev',
					www,
					'--port',
					`${port}`,
					'--ip',
					'127.0.0.1',
					'--inspector-port',
					`${await freePort()}`,
					'--compatibility-date',
					'2026-01-01',
				],
				{ HOME: home, WRANGLER_SEND_METRICS: 'false', CI: '1' },
			);
		},
	},
};
