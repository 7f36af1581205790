import { createHash } from 'node:crypto';
import { under } from '../../address/paths.ts';
import { HIDDEN, REVALIDATED, type Rule, TYPES } from '../headers.ts';
import { passesQuery, type Redirect, target } from '../redirects.ts';
import {
	byPath,
	byQuery,
	escapeRegExp,
	head,
	hostOf,
	inAll,
	kept,
	lines,
	mime,
	oldPath,
	oldPaths,
	open,
	pattern,
	quote,
	readable,
	rootOf,
	type Site,
	STATUSES,
	security,
} from './common.ts';

/**
 * The longest name that fits nginx's hash tables, of 64 bytes an entry by default. Setting the
 * size here would clash with a setting of the publisher.
 */
const LONGEST_NAME = 46;

/**
 * The prefix of variables, which are global in nginx. They have the same limit; suffixes take 10.
 */
function prefixOf(host: string): string {
	const prefix = `khabar_${host.replaceAll('-', '__').replace(/\W/g, '_')}`;
	return prefix.length + 10 > LONGEST_NAME
		? `khabar_${createHash('sha256').update(host).digest('hex').slice(0, 16)}`
		: prefix;
}

/** A host as a `server_name`. A regular expression is outside of the table. */
const serverName = (host: string) =>
	host.length > LONGEST_NAME ? quote(`~^${escapeRegExp(host)}$`) : host;

/** A map from addresses to the value of a header. */
function mapOf(
	variable: string,
	all: readonly Site[],
	normally: string,
	rules: readonly Rule[],
	value: (rule: Rule) => string,
): string {
	const rows = all.flatMap(({ base }) =>
		rules.map((rule) => `\t"~${pattern(base, rule)}" ${quote(value(rule))};`),
	);
	return [`map $uri $${variable} {`, `\tdefault ${quote(normally)};`, ...new Set(rows), '}'].join(
		'\n',
	);
}

/** An old address with its parameters, in any order, among others. */
function askedPattern({ base, redirect }: { base: string; redirect: Redirect }): string {
	const path = escapeRegExp(oldPath(base, redirect));
	const end = redirect.from !== '/' ? '/?' : base === '/' ? '' : '/';
	const parameters = (redirect.query ?? '')
		.split('&')
		.map((parameter) => `(?=(?:.*&)?${escapeRegExp(parameter)}(?:&|$))`);
	return `~^${path}${end}\\?${parameters.join('')}`;
}

/** The redirects of a status that ask for parameters. They come first: a `location` sees none. */
function askedMap(variable: string, redirects: ReturnType<typeof inAll>): string {
	const rows = redirects.map(
		(one) => `\t"${askedPattern(one)}" ${quote(target(one.base, one.redirect))};`,
	);
	return [`map "$uri?$args" $${variable} {`, '\tdefault "";', ...rows, '}\n'].join('\n');
}

const movedLocations = (all: readonly Site[]): string[] =>
	inAll(all, byPath).flatMap(({ base, redirect }) => {
		const to = target(base, redirect) + (passesQuery(redirect) ? '$is_args$args' : '');
		return oldPaths(base, redirect).map(
			(path) => `location = ${quote(path)} { return ${redirect.status} ${quote(to)}; }`,
		);
	});

const missing = (base: string): string[] => [
	`error_page 404 ${under(base, '/404.html')};`,
	'# A folder without a page.',
	`error_page 403 =404 ${under(base, '/404.html')};`,
];

/** The name with `www.` or without, which leads to the site's. */
function otherServer(whole: Site, tls: string): string {
	const { hostname } = new URL(whole.site);
	if (!/[a-z]/.test(hostname) || !hostname.includes('.')) return '';
	const other = hostname.startsWith('www.') ? hostname.slice(4) : `www.${hostname}`;
	return `server {
	listen 80;
	listen [::]:80;
	server_name ${serverName(other)};
	server_tokens off;
	include ${tls}[.]conf;
	location /.well-known/acme-challenge/ { root ${rootOf(whole)}; }
	location / { return 301 ${whole.site}$request_uri; }
}
`;
}

/**
 * For nginx 1.18 and later: a file for /etc/nginx/conf.d/. It includes a file with the TLS
 * settings, which the publisher writes. `beside`: papers under longer paths of the same host.
 */
export function nginx(whole: Site, ...beside: readonly Site[]): string {
	const { site, base } = whole;
	const all = [whole, ...beside];
	const prefix = prefixOf(hostOf(whole));
	const tls = `/etc/nginx/khabar-tls-${hostOf(whole)}`;
	const { hostname } = new URL(site);
	const texts = new Set(
		Object.values(TYPES)
			.filter((type) => type.includes('charset'))
			.map(mime)
			.filter((type) => type !== 'text/html'),
	);
	const asked = STATUSES.map((status) => ({
		status,
		variable: `${prefix}_moved_${status}`,
		redirects: inAll(all, byQuery).filter(({ redirect }) => redirect.status === status),
	})).filter(({ redirects }) => redirects.length > 0);
	return `${head('nginx')}
# TLS is yours, in ${tls}.conf, which printing this file again leaves alone. Four lines, with HTTP/2; from
# nginx 1.25.1 on "http2 on;" is a line of its own.
#	listen 443 ssl http2; listen [::]:443 ssl http2;
#	ssl_certificate /etc/letsencrypt/live/${hostname}/fullchain.pem;
#	ssl_certificate_key /etc/letsencrypt/live/${hostname}/privkey.pem;
#	if ($scheme = http) { return 301 https://${hostname}$request_uri; }
${mapOf(`${prefix}_cache`, all, REVALIDATED, kept, ({ cache = '' }) => cache)}
${mapOf(`${prefix}_resource`, all, 'same-origin', open, () => 'cross-origin')}
# An empty value sends no header.
${mapOf(`${prefix}_readers`, all, '', readable, () => '*')}
${asked.map(({ variable, redirects }) => askedMap(variable, redirects)).join('')}server {
	listen 80;
	listen [::]:80;
	server_name ${serverName(hostname)};
	root ${rootOf(whole)};
	index index.html;
	server_tokens off;
	# Redirects name the path alone, so that they are right behind a proxy too.
	absolute_redirect off;
${lines(missing(base), '\t')}
	# In brackets, or nginx would not start without it.
	include ${tls}[.]conf;
${site.startsWith('https:') ? `	# Behind a proxy that ends TLS: plain http is sent on.\n	if ($http_x_forwarded_proto = http) { return 301 ${site}$request_uri; }\n` : ''}${asked.map(({ status, variable }) => `	if ($${variable}) { return ${status} $${variable}; }\n`).join('')}
	charset utf-8;
	charset_types ${[...texts].join(' ')};
	types {
${lines(
	Object.entries(TYPES).map(([extension, type]) => `${mime(type)} ${extension};`),
	'\t\t',
)}
	}
	default_type application/octet-stream;

	# The build has compressed everything. For brotli too: apt install libnginx-mod-http-brotli-static, then
	# brotli_static on;
	gzip_static on;
	gzip_vary on;
	# To proxies too, which ask with HTTP/1.0 (nginx) or say "Via" (CDNs).
	gzip_http_version 1.0;
	gzip_proxied any;

	# Once, here: a location with an add_header of its own would inherit none of these.
	add_header Cache-Control $${prefix}_cache always;
	add_header Cross-Origin-Resource-Policy $${prefix}_resource always;
	add_header Access-Control-Allow-Origin $${prefix}_readers always;
${lines(
	security.map(([name, value]) => `add_header ${name} ${quote(value)} always;`),
	'\t',
)}

${lines(movedLocations(all), '\t')}
	location ~ /\\.(?!well-known/) { return 404; }
	location ~ /(?:${HIDDEN.join('|')})$ { return 404; }
	location / { try_files $uri $uri/ =404; }
${beside.map(({ base }) => `	location ${base} {\n${lines(missing(base), '\t\t')}\n\t\ttry_files $uri $uri/ =404;\n\t}\n`).join('')}}
${otherServer(whole, tls)}`;
}
