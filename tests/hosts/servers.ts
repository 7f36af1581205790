import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FACTS } from '../../src/hosting/build-facts.ts';
import {
	pageFile,
	type Redirect,
	redirectPage,
	redirectsFile,
} from '../../src/hosting/redirects.ts';
import { serve } from '../../src/hosting/serve.ts';
import { apache } from '../../src/hosting/servers/apache.ts';
import { caddy } from '../../src/hosting/servers/caddy.ts';
import { nginx } from '../../src/hosting/servers/nginx.ts';
import type { BuiltSite } from '../sites.ts';

/** A built site in a folder that a server serves. */
export interface Staged extends BuiltSite {
	/** `http://127.0.0.1:8080`, without the base. */
	origin: string;
	port: number;
	/** The root of the host; `folder` is the site's own, under its base. */
	www: string;
}

/**
 * What is added to the built sites: redirects, and files of `public/` (path from the site's root →
 * text).
 */
export interface Additions {
	redirects: readonly Redirect[];
	files: Readonly<Record<string, string>>;
}

export interface Server {
	/** What to install where `start` is not possible; undefined where it is. */
	missing: string | undefined;
	/** How it answers, where hosts differ and each is right. */
	slash: 301 | 308;
	/** Codings it chooses for who takes all. */
	codings: readonly ('br' | 'gzip')[];
	/** Whether it knows only the types that browsers need, or sends them in its own way. */
	hasOwnTypes?: true;
	/** Whether it redirects by the query. */
	knowsQueries: boolean;
	/**
	 * Which of the sites it is started with: the one with the base only where it makes a difference.
	 */
	sites: 1 | 2;
	/** Starts it once for all sites. Resolves when each answers; to what stops it. */
	start(sites: readonly Staged[], home: string): Promise<() => Promise<void>>;
}

// Debian keeps servers where the PATH of a user does not look.
if (process.platform === 'linux') process.env['PATH'] += ':/usr/sbin';

const has = (program: string) => spawnSync(program, ['-v']).error === undefined;
const root = fileURLToPath(new URL('../..', import.meta.url));

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/**
 * A folder for a server, readable for the account that it changes to, with the sites and the
 * additions.
 */
export async function stage(
	sites: readonly BuiltSite[],
	{ redirects, files }: Additions,
): Promise<{ home: string; staged: Staged[] }> {
	const home = await mkdtemp(join(tmpdir(), 'host-'));
	const staged: Staged[] = [];
	for (const [index, site] of sites.entries()) {
		const { base, address } = site;
		const www = join(home, `www${index}`);
		const folder = join(www, base);
		await mkdir(dirname(folder), { recursive: true });
		cpSync(site.folder, folder, { recursive: true });
		const pages = redirects.flatMap((redirect) => {
			const file = pageFile(redirect);
			return file ? [[file, redirectPage(redirect.to)] as const] : [];
		});
		for (const [path, text] of [
			...Object.entries(files),
			...pages,
			[FACTS, JSON.stringify({ address, redirects })] as const,
			['_redirects', redirectsFile(redirects, base)] as const,
		]) {
			await mkdir(dirname(join(folder, path)), { recursive: true });
			await writeFile(join(folder, path), text);
		}
		const port = await freePort();
		staged.push({ ...site, folder, www, port, origin: `http://127.0.0.1:${port}` });
	}
	spawnSync('chmod', ['-R', 'a+rX', home]);
	return { home, staged };
}

/** Runs a server until all sites answer. */
async function run(
	sites: readonly Staged[],
	home: string,
	command: string,
	args: readonly string[],
	env: NodeJS.ProcessEnv = {},
): Promise<() => Promise<void>> {
	const child: ChildProcess = spawn(command, args, {
		cwd: home,
		env: { ...process.env, HOME: home, ...env },
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	child.stdout?.on('data', (text) => void (output += text));
	child.stderr?.on('data', (text) => void (output += text));
	const stop = async () => {
		if (!child.pid || child.exitCode !== null) return;
		const ended = new Promise((resolve) => child.once('exit', resolve));
		process.kill(-child.pid, 'SIGTERM');
		await ended;
	};
	const answers = ({ origin }: Staged) =>
		fetch(origin, { redirect: 'manual' }).then(
			() => true,
			() => false,
		);
	for (let attempt = 0; attempt < 1200 && child.exitCode === null; attempt++) {
		if ((await Promise.all(sites.map(answers))).every(Boolean)) return stop;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	await stop();
	throw new Error(`${command}: ${output}`);
}

const siteOf = ({ address, base }: BuiltSite, redirects: readonly Redirect[]) => ({
	site: new URL(address).origin,
	base,
	redirects,
});
const MODULES = ['mpm_event', 'authz_core', 'dir', 'env', 'headers', 'mime', 'rewrite', 'setenvif'];
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/**
 * By name. Each is given the configuration that `npm run hosting` prints, with its own port and
 * folder.
 */
export const serversFor = (redirects: readonly Redirect[]): Record<string, Server> => ({
	'npm start': {
		missing: undefined,
		slash: 301,
		codings: ['br', 'gzip'],
		knowsQueries: true,
		sites: 2,
		async start(sites) {
			const servers = await Promise.all(
				sites.map(({ folder, base, port }) => serve(folder, base, port)),
			);
			return async () => {
				for (const server of servers) server.closeAllConnections();
				for (const server of servers) server.close();
			};
		},
	},
	nginx: {
		missing: has('nginx') ? undefined : 'apt install nginx-light libnginx-mod-http-brotli-static',
		slash: 301,
		codings: ['br', 'gzip'],
		knowsQueries: true,
		sites: 2,
		async start(sites, home) {
			await writeFile(join(home, 'khabar-tls-almanara.example.conf'), 'add_header X-Own yes;\n');
			const servers = sites.map((site) =>
				nginx(siteOf(site, redirects))
					.replaceAll(/listen 80;\n.*listen \[::\]:80;/g, `listen 127.0.0.1:${site.port};`)
					.replaceAll(`/var/www/${new URL(site.address).hostname}`, site.www)
					.replaceAll('/etc/nginx/', `${home}/`)
					.replace('# brotli_static on;', 'brotli_static on;'),
			);
			const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
			await writeFile(
				join(home, 'nginx.conf'),
				`load_module ${BROTLI};\npid ${home}/pid;\nerror_log stderr;\n${process.getuid?.() === 0 ? 'user root;\n' : ''}events {}\nhttp {\naccess_log off;\n${temporary.map((name) => `${name}_temp_path ${home}/${name};\n`).join('')}${servers.join('')}}\n`,
			);
			const config = join(home, 'nginx.conf');
			return run(sites, home, 'nginx', ['-p', home, '-c', config, '-g', 'daemon off;']);
		},
	},
	Caddy: {
		missing: has('caddy') ? undefined : 'apt install caddy',
		slash: 301,
		codings: ['br', 'gzip'],
		knowsQueries: true,
		sites: 2,
		async start(sites, home) {
			const servers = sites.map((site) =>
				caddy(siteOf(site, redirects))
					.replace(/^https:\/\/\S+ \{/m, `${site.origin} {`)
					.replaceAll(`/var/www/${new URL(site.address).hostname}`, site.www),
			);
			const config = join(home, 'Caddyfile');
			await writeFile(config, `{\n\tadmin off\n\tauto_https off\n}\n${servers.join('')}`);
			const args = ['run', '--config', config, '--adapter', 'caddyfile'];
			return run(sites, home, 'caddy', args, { XDG_CONFIG_HOME: home, XDG_DATA_HOME: home });
		},
	},
	Apache: {
		missing: has('apache2') ? undefined : 'apt install apache2',
		slash: 301,
		codings: ['br', 'gzip'],
		knowsQueries: true,
		sites: 2,
		async start(sites, home) {
			for (const site of sites)
				await writeFile(join(site.folder, '.htaccess'), apache(siteOf(site, redirects)));
			const hosts = sites.map(
				({ port, www }) =>
					`Listen 127.0.0.1:${port}\n<VirtualHost 127.0.0.1:${port}>\nDocumentRoot ${www}\n</VirtualHost>\n<Directory ${www}>\nAllowOverride All\nRequire all granted\n</Directory>\n`,
			);
			const config = join(home, 'apache.conf');
			await writeFile(
				config,
				`${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`).join('')}ServerName 127.0.0.1\nPidFile ${home}/pid\nErrorLog ${home}/log\nTypesConfig /dev/null\n${hosts.join('')}`,
			);
			return run(sites, home, 'apache2', ['-d', home, '-f', config, '-DFOREGROUND']);
		},
	},
	Cloudflare: {
		missing: undefined,
		slash: 308,
		codings: [],
		hasOwnTypes: true,
		knowsQueries: false,
		sites: 1,
		async start(sites, home) {
			const [{ www, port } = { www: '', port: 0 }] = sites;
			const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js');
			const options = {
				port,
				ip: '127.0.0.1',
				'inspector-port': await freePort(),
				'compatibility-date': '2026-01-01',
			};
			const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, `${value}`]);
			return run(sites, home, process.execPath, [wrangler, 'pages', 'dev', www, ...args], {
				WRANGLER_SEND_METRICS: 'false',
				CI: '1',
			});
		},
	},
});

export const remove = (home: string): Promise<void> => rm(home, { recursive: true, force: true });
