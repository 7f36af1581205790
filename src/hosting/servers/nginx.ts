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

/**
 * For nginx 1.18 and later: a file for /etc/nginx/conf.d/. It includes a file with the TLS
 * settings, which the publisher writes. `beside`: papers under longer paths of the same host.
 */
export function nginx(whole: Site, ...beside: readonly Site[]): string {
	const { site, base } = whole;
	const all = [whole, ...beside];
	const root = rootOf(whole);
	const prefix = prefixOf(hostOf(whole));
	const tls = `/etc/nginx/khabar-tls-${hostOf(whole)}`;
	const { hostname } = new URL(site);
	const other = hostname.startsWith('www.') ? hostname.slice(4) : `www.${hostname}`;
	const named = /[a-z]/.test(hostname) && hostname.includes('.');
	const secure = site.startsWith('https:');
	const texts = new Set(
		Object.values(TYPES)
			.filter((type) => type.includes('charset'))
			.map(mime)
			.filter((type) => type !== 'text/html'),
	);
	const map = (
		name: string,
		normally: string,
		rules: readonly Rule[],
		value: (rule: Rule) => string,
	) =>
		[
			`map $uri $${prefix}_${name} {`,
			`\tdefault ${quote(normally)};`,
			...new Set(
				all.flatMap(({ base }) =>
					rules.map((rule) => `\t"~${pattern(base, rule)}" ${quote(value(rule))};`),
				),
			),
			'}',
		].join('\n');
	// All parameters of a redirect, in any order, among others.
	const asked = STATUSES.flatMap((status) => {
		const some = inAll(all, byQuery).filter(({ redirect }) => redirect.status === status);
		return some.length === 0 ? [] : [[status, some] as const];
	});
	const parameters = ({ query = '' }: Redirect) =>
		query
			.split('&')
			.map((parameter) => `(?=(?:.*&)?${escapeRegExp(parameter)}(?:&|$))`)
			.join('');
	const moved = inAll(all, byPath).flatMap(({ base, redirect }) => {
		const to = target(base, redirect) + (passesQuery(redirect) ? '$is_args$args' : '');
		return oldPaths(base, redirect).map(
			(path) => `location = ${quote(path)} { return ${redirect.status} ${quote(to)}; }`,
		);
	});
	const missing = (base: string) => [
		`error_page 404 ${under(base, '/404.html')};`,
		'# A folder without a page.',
		`error_page 403 =404 ${under(base, '/404.html')};`,
	];
	return `${head('nginx')}
# TLS is yours, in ${tls}.conf, which printing this file again leaves alone. Four lines, with HTTP/2; from
# nginx 1.25.1 on "http2 on;" is a line of its own.
#	listen 443 ssl http2; listen [::]:443 ssl http2;
#	ssl_certificate /etc/letsencrypt/live/${hostname}/fullchain.pem;
#	ssl_certificate_key /etc/letsencrypt/live/${hostname}/privkey.pem;
#	if ($scheme = http) { return 301 https://${hostname}$request_uri; }
${map('cache', REVALIDATED, kept, ({ cache = '' }) => cache)}
${map('resource', 'same-origin', open, () => 'cross-origin')}
# An empty value sends no header.
${map('readers', '', readable, () => '*')}
${asked
	.map(([status, some]) =>
		[
			`map "$uri?$args" $${prefix}_moved_${status} {`,
			'\tdefault "";',
			...some.map(
				({ base, redirect }) =>
					`\t"~^${escapeRegExp(oldPath(base, redirect))}${redirect.from === '/' ? (base === '/' ? '' : '/') : '/?'}\\?${parameters(redirect)}" ${quote(target(base, redirect))};`,
			),
			'}\n',
		].join('\n'),
	)
	.join('')}server {
	listen 80;
	listen [::]:80;
	server_name ${serverName(hostname)};
	root ${root};
	index index.html;
	server_tokens off;
	# Redirects name the path alone, so that they are right behind a proxy too.
	absolute_redirect off;
${lines(missing(base), '\t')}
	# In brackets, or nginx would not start without it.
	include ${tls}[.]conf;
${secure ? `	# Behind a proxy that ends TLS: plain http is sent on.\n	if ($http_x_forwarded_proto = http) { return 301 ${site}$request_uri; }\n` : ''}${asked.map(([status]) => `	if ($${prefix}_moved_${status}) { return ${status} $${prefix}_moved_${status}; }\n`).join('')}
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

${lines(moved, '\t')}
	location ~ /\\.(?!well-known/) { return 404; }
	location ~ /(?:${HIDDEN.join('|')})$ { return 404; }
	location / { try_files $uri $uri/ =404; }
${beside.map(({ base }) => `	location ${base} {\n${lines(missing(base), '\t\t')}\n\t\ttry_files $uri $uri/ =404;\n\t}\n`).join('')}}
${
	named
		? `server {
	listen 80;
	listen [::]:80;
	server_name ${serverName(other)};
	server_tokens off;
	include ${tls}[.]conf;
	location /.well-known/acme-challenge/ { root ${root}; }
	location / { return 301 ${site}$request_uri; }
}
`
		: ''
}`;
}
