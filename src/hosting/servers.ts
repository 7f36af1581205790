/**
 * Complete configurations for servers that read none of the files in `dist/`, written from the tables of headers.ts and
 * redirects.ts. All expect the files of `dist/` in /var/www/khabar, under the base: for `/news/` in /var/www/khabar/news/.
 */
import { bare } from '../address/old-address.ts';
import { Refusal } from '../problems.ts';
import {
	HIDDEN,
	REVALIDATED,
	RULES,
	type Rule,
	ruleHeaders,
	SECURITY,
	TEXTS,
	TYPES,
} from './headers.ts';
import { encode, passesQuery, type Redirect, target } from './redirects.ts';

export interface Site {
	/** The origin: `https://example.org`. */
	site: string;
	/** `/` or `/news/`. */
	base: string;
	redirects: readonly Redirect[];
}

const ROOT = '/var/www/khabar';

/** The comment at the top: where the configuration comes from, and when to print it again. */
const head = (server: string) =>
	[
		`Khabar on ${server}. Printed by: npm run hosting -- ${server}`,
		'Nothing in it changes with a build: no fingerprints, no names of files. Print it again only when the address of the',
		'site or content/redirects.txt changes, or with a new version of the engine.',
	]
		.map((line) => `# ${line}`)
		.join('\n');

const at = (base: string, path: string) => base.slice(0, -1) + path;
const quote = (text: string) => `"${text.replaceAll('"', '\\"')}"`;
const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const lines = (all: readonly string[], indent: string) =>
	all.map((line) => indent + line).join('\n');

const kept = RULES.filter(({ cache }) => cache);
const open = RULES.filter(({ open }) => open);
const readable = RULES.filter(({ readable }) => readable);
const security = Object.entries(SECURITY);
const mime = (type: string) => type.replace(/;.*/, '');

/** A rule as a regular expression over paths. `end`: what may follow the name of a file. */
function pattern(base: string, { path }: Rule, end = ''): string {
	const [start = '', suffix = ''] = path.split('*').map(escapeRegExp);
	if (!path.includes('*')) return `^${at(base, start)}${end}$`;
	return start ? `^${at(base, start)}` : `${suffix}${end}$`;
}

/** An old address under the base: as the server sees it decoded, without the slash at its end. */
const oldPath = (base: string, { from }: Redirect) => bare(at(base, from));
const byPath = (redirects: readonly Redirect[]) => redirects.filter(({ query }) => !query);
const byQuery = (redirects: readonly Redirect[]) => redirects.filter(({ query }) => query);
const STATUSES = [301, 302] as const;

/**
 * For nginx 1.18 and later: a file for /etc/nginx/conf.d/. It includes a file with the TLS settings, which the
 * publisher writes.
 */
export function nginx({ site, base, redirects }: Site): string {
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
			`map $uri $khabar_${name} {`,
			`\tdefault ${quote(normally)};`,
			...rules.map((rule) => `\t"~${pattern(base, rule)}" ${quote(value(rule))};`),
			'}',
		].join('\n');
	// All parameters of a redirect, in any order, among others.
	const asked = STATUSES.flatMap((status) => {
		const some = byQuery(redirects).filter((redirect) => redirect.status === status);
		return some.length === 0 ? [] : [[status, some] as const];
	});
	const parameters = ({ query = '' }: Redirect) =>
		query
			.split('&')
			.map((parameter) => `(?=(?:.*&)?${escapeRegExp(parameter)}(?:&|$))`)
			.join('');
	const moved = byPath(redirects).flatMap((redirect) => {
		const path = oldPath(base, redirect);
		const to = target(base, redirect) + (passesQuery(redirect) ? '$is_args$args' : '');
		return [...new Set([path, `${bare(path)}/`])].map(
			(one) => `location = ${quote(one)} { return ${redirect.status} ${quote(to)}; }`,
		);
	});
	return `${head('nginx')}
# TLS is yours, in /etc/nginx/khabar-tls.conf, which printing this file again leaves alone:
#	listen 443 ssl http2; listen [::]:443 ssl http2;   (HTTP/2; from nginx 1.25.1 on "http2 on;" is its own line)
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
			`map "$uri?$args" $khabar_moved_${status} {`,
			'\tdefault "";',
			...some.map(
				(redirect) =>
					`\t"~^${escapeRegExp(oldPath(base, redirect))}${redirect.from === '/' ? (base === '/' ? '' : '/') : '/?'}\\?${parameters(redirect)}" ${quote(target(base, redirect))};`,
			),
			'}\n',
		].join('\n'),
	)
	.join('')}server {
	listen 80;
	listen [::]:80;
	server_name ${hostname};
	root ${ROOT};
	index index.html;
	server_tokens off;
	# Redirects name the path alone, so that they are right behind a proxy too.
	absolute_redirect off;
	error_page 404 ${at(base, '/404.html')};
	# A folder without a page.
	error_page 403 =404 ${at(base, '/404.html')};
	include /etc/nginx/khabar-tls*.conf;
${secure ? `	# Behind a proxy that ends TLS: plain http is sent on.\n	if ($http_x_forwarded_proto = http) { return 301 ${site}$request_uri; }\n` : ''}${asked.map(([status]) => `	if ($khabar_moved_${status}) { return ${status} $khabar_moved_${status}; }\n`).join('')}
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

	# Once, here: a location with an add_header of its own would inherit none of these.
	add_header Cache-Control $khabar_cache always;
	add_header Cross-Origin-Resource-Policy $khabar_resource always;
	add_header Access-Control-Allow-Origin $khabar_readers always;
${lines(
	security.map(([name, value]) => `add_header ${name} ${quote(value)} always;`),
	'\t',
)}

${lines(moved, '\t')}
	location ~ /\\.(?!well-known/) { return 404; }
	location ~ /(?:${HIDDEN.join('|')})$ { return 404; }
	location / { try_files $uri $uri/ =404; }
}
${
	named
		? `server {
	listen 80;
	listen [::]:80;
	server_name ${other};
	server_tokens off;
	include /etc/nginx/khabar-tls*.conf;
	location /.well-known/acme-challenge/ { root ${ROOT}; }
	location / { return 301 ${site}$request_uri; }
}
`
		: ''
}`;
}

/** For Caddy 2.6 and later: a Caddyfile. Caddy sets up TLS and HTTP/2 itself. */
export function caddy({ site, base, redirects }: Site): string {
	const fixed = [...security, ...Object.entries(ruleHeaders(undefined))];
	const set = (rules: readonly Rule[], name: string, value: (rule: Rule) => string) =>
		rules.flatMap((rule) => {
			const header = (matcher: string) => `header ${matcher} ${name} ${quote(value(rule))}`;
			if (!rule.path.startsWith('*')) return [header(at(base, rule.path))];
			const matcher = `@type_${rule.path.slice(2)}`;
			return [`${matcher} path ${rule.path}`, header(matcher)];
		});
	const types = Object.entries(TYPES).map(
		([extension, type]) => `"~\\.${extension}$" ${quote(type)}`,
	);
	const asked = byQuery(redirects).flatMap((redirect, index) => {
		const old = oldPath(base, redirect);
		const parameters = (redirect.query ?? '')
			.split('&')
			.map(
				(parameter) =>
					`{query}.matches("(^|&)${escapeRegExp(parameter).replaceAll('\\', '\\\\')}(&|$)")`,
			);
		const conditions = [`{path} in ["${old}", "${bare(old)}/"]`, ...parameters];
		return [
			`@asked${index} expression \`${conditions.join(' && ')}\``,
			`redir @asked${index} ${quote(target(base, redirect))} ${redirect.status}`,
		];
	});
	const moved = STATUSES.flatMap((status) => {
		const some = byPath(redirects).filter((redirect) => redirect.status === status);
		if (some.length === 0) return [];
		const to = `{khabar.to${status}}`;
		return [
			`map {path} ${to} {`,
			...some.flatMap((redirect) => {
				const old = oldPath(base, redirect);
				return [...new Set([old, `${bare(old)}/`])].map(
					(one) => `\t${quote(one)} ${quote(target(base, redirect))}`,
				);
			}),
			'\tdefault ""',
			'}',
			`@keep${status} expression \`${to} != "" && {query} != "" && !${to}.matches("[?#]")\``,
			`redir @keep${status} ${to}?{query} ${status}`,
			`@moved${status} expression \`${to} != ""\``,
			`redir @moved${status} ${to} ${status}`,
		];
	});
	return `${head('caddy')}
(khabar) {
	header {
${lines(
	fixed.map(([name, value]) => `${name} ${quote(value)}`),
	'\t\t',
)}
	}
}
${site} {
	root * ${ROOT}
	# In this order, which Caddy would change outside of route.
	route {
		import khabar
${lines(
	[
		...set(kept, 'Cache-Control', ({ cache = '' }) => cache),
		...set(open, 'Cross-Origin-Resource-Policy', () => 'cross-origin'),
		...set(readable, 'Access-Control-Allow-Origin', () => '*'),
		'map {path} {khabar.type} {',
		...types.map((line) => `\t${line}`),
		'\tdefault ""',
		'}',
		'@typed expression `{khabar.type} != ""`',
		'header @typed Content-Type {khabar.type}',
		...asked,
		...moved,
	],
	'\t\t',
)}
		@hidden path_regexp /(?:${HIDDEN.join('|')}|\\.nojekyll|\\.htaccess)$
		error @hidden 404
		# Caddy's own redirect to the address with a slash forgets the query. Only plain addresses are sent on: //host/..%2fabout
		# would leave the site. Not by path_regexp, which sees the address tidied.
		@slashAsked {
			file {path}/index.html
			expression \`{path}.matches("^(/[A-Za-z0-9._~-]+)+$") && {query} != ""\`
		}
		redir @slashAsked {path}/?{query} 301
		@slash {
			file {path}/index.html
			expression \`{path}.matches("^(/[A-Za-z0-9._~-]+)+$")\`
		}
		redir @slash {path}/ 301
		file_server {
			precompressed br gzip
		}
	}
	handle_errors {
		route {
			import khabar
			header Content-Type ${quote(TYPES['html'] ?? '')}
			rewrite * ${at(base, '/404.html')}
			file_server
		}
	}
}
`;
}

/** For Apache 2.4 with mod_headers, mod_mime, mod_rewrite, mod_dir, mod_env: a .htaccess beside the files. */
export function apache({ base, redirects }: Site): string {
	// Apache serves the compressed copy by an internal rewrite to it.
	const expression = (rule: Rule) =>
		`%{REQUEST_URI} =~ m#${pattern(base, rule, '(\\.br|\\.gz)?')}#`;
	const texts = Object.entries(TYPES).filter(([extension]) => TEXTS.includes(extension));
	const taken = (coding: string) => `\\b${coding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`;
	const moved = redirects.flatMap((redirect) => {
		const { from, query, status } = redirect;
		const to = target(base, redirect).replaceAll('%', '\\%');
		return [
			...(query?.split('&') ?? []).map(
				(parameter) =>
					`RewriteCond %{QUERY_STRING} ${quote(`(^|&)${escapeRegExp(parameter)}(&|$)`)}`,
			),
			`RewriteRule ${quote(from === '/' ? '^$' : `^${escapeRegExp(from.slice(1))}/?$`)} ${quote(to)} [R=${status},L,NE${passesQuery(redirect) ? '' : ',QSD'}]`,
		];
	});
	return `${head('apache')}
# Save it as public/.htaccess, which every build copies beside index.html; the directory wants AllowOverride All.
Options -Indexes -MultiViews
DirectoryIndex index.html
DirectorySlash On
ErrorDocument 403 ${at(base, '/404.html')}
ErrorDocument 404 ${at(base, '/404.html')}

AddDefaultCharset utf-8
${Object.entries(TYPES)
	.map(([extension, type]) => `AddType ${quote(type)} .${extension}`)
	.join('\n')}

RewriteEngine On
RewriteBase ${base}
${lines(moved, '')}
RewriteRule (^|/)(${HIDDEN.join('|')}|\\.nojekyll|\\.htaccess)$ - [R=404,L]
# A folder without a page.
RewriteCond %{REQUEST_FILENAME} -d
RewriteCond %{REQUEST_FILENAME}/index.html !-f
RewriteRule ^ - [R=404,L]

# What the build has compressed is sent as it is, but not to who says q=0.
RewriteCond %{HTTP:Accept-Encoding} ${taken('br')} [NC]
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule ^(.+)$ $1.br [L]
RewriteCond %{HTTP:Accept-Encoding} ${taken('gzip')} [NC]
RewriteCond %{REQUEST_FILENAME}.gz -f
RewriteRule ^(.+)$ $1.gz [L]
${[
	['br', 'br'],
	['gz', 'gzip'],
]
	.map(
		([end, coding]) => `<FilesMatch "\\.${end}$">
	RemoveType .${end}
	RemoveLanguage .${end}
	SetEnv no-gzip 1
	Header set Content-Encoding ${coding}
	Header append Vary Accept-Encoding
</FilesMatch>
${texts.map(([extension, type]) => `<FilesMatch "\\.${extension}\\.${end}$">\n\tForceType ${quote(type)}\n</FilesMatch>`).join('\n')}`,
	)
	.join('\n')}

${[...Object.entries(ruleHeaders(undefined)), ...security]
	.map(([name, value]) => `Header always set ${name} ${quote(value)}`)
	.join('\n')}
${kept.map((rule) => `Header always set Cache-Control ${quote(rule.cache ?? '')} "expr=${expression(rule)} && %{REQUEST_STATUS} -lt 400"`).join('\n')}
${open.map((rule) => `Header always set Cross-Origin-Resource-Policy cross-origin "expr=${expression(rule)}"`).join('\n')}
${readable.map((rule) => `Header always set Access-Control-Allow-Origin "*" "expr=${expression(rule)}"`).join('\n')}
`;
}

/**
 * For Vercel: vercel.json at the project's root. Its rules ignore the status, so under `/_astro/` a 404 may be cached
 * as long as a file. https://vercel.com/docs/project-configuration
 */
export function vercel({ site, base, redirects }: Site): string {
	if (base !== '/')
		throw new Refusal(
			`ينشر Vercel ما في dist/ في جذر النطاق، والموقع مبني على ${site}${base}. أعد البناء برابط لا مسار فيه، مثل SITE_URL=https://example.org/ npm run build`,
		);
	const rows = (headers: Readonly<Record<string, string>>) =>
		Object.entries(headers).map(([key, value]) => ({ key, value }));
	const source = ({ path }: Rule) => {
		const written = path.replaceAll('.', '\\.').replace('*', '(.*)');
		return path.startsWith('*') ? `/${written}` : written;
	};
	// Vercel adds the slash to paths without a dot first. It compares percent codes as they are written.
	const moved = redirects.flatMap((redirect) => {
		const path = encode(redirect.from);
		const small = path.replace(/%../g, (code) => code.toLowerCase());
		return [...new Set([path, small])].map((one) => ({
			source: one === '/' ? one : `${one.replace(/[.+()]/g, '\\$&')}{/}?`,
			...(redirect.query && {
				has: redirect.query.split('&').map((parameter) => {
					const [key = '', value = ''] = parameter.split(/=(.*)/);
					return { type: 'query', key, value: escapeRegExp(value) };
				}),
			}),
			destination: redirect.to,
			statusCode: redirect.status,
		}));
	});
	return `${JSON.stringify(
		{
			$schema: 'https://openapi.vercel.sh/vercel.json',
			framework: null,
			buildCommand: 'npm run build',
			outputDirectory: 'dist',
			trailingSlash: true,
			redirects: moved,
			headers: [
				{ source: '/(.*)', headers: rows({ ...SECURITY, ...ruleHeaders(undefined) }) },
				// A later rule wins over an earlier one.
				...RULES.map((rule) => ({
					source: source(rule),
					headers: rows(ruleHeaders(rule)),
				})),
				{ source: '/(.*)\\.ics', headers: rows({ 'Content-Type': TYPES['ics'] ?? '' }) },
			],
		},
		null,
		'\t',
	)}\n`;
}

/** The largest code of one CloudFront function, in bytes. */
const FUNCTION_SIZE = 10_240;

/**
 * CloudFront's function for requests: redirects, and the page of a folder. Redirects that do not fit are left to their pages.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
 */
export function requestFunction({ base, redirects }: Omit<Site, 'site'>): string {
	const rows = redirects.map((redirect) => [
		oldPath(base, redirect),
		redirect.query?.split('&') ?? [],
		target(base, redirect),
		redirect.status,
		passesQuery(redirect) ? 1 : 0,
	]);
	const written = (count: number) => `var moved = [
${rows
	.slice(0, count)
	.map((row) => `\t${JSON.stringify(row)}`)
	.join(',\n')}
];
function handler(event) {
	var request = event.request, uri = request.uri, path = uri;
	try { path = decodeURIComponent(uri); } catch (error) {}
	if (path.length > 1) path = path.replace(/\\/$/, '');
	var given = [];
	Object.keys(request.querystring).forEach(function (key) {
		var asked = request.querystring[key];
		(asked.multiValue || [asked]).forEach(function (one) { given.push(key + '=' + one.value); });
	});
	function go(to, status, keep) {
		var query = keep && given.length ? '?' + given.join('&') : '';
		return { statusCode: status, statusDescription: status === 301 ? 'Moved Permanently' : 'Found', headers: { location: { value: to + query } } };
	}
	for (var i = 0; i < moved.length; i++) {
		if (moved[i][0] === path && moved[i][1].every(function (one) { return given.indexOf(one) >= 0; })) return go(moved[i][2], moved[i][3], moved[i][4]);
	}
	// Plain paths only: a redirect to //host/x would leave the site.
	if (/^(\\/[\\w~-]+)+$/.test(uri)) return go(uri + '/', 301, 1);
	if (uri.endsWith('/')) request.uri += 'index.html';
	return request;
}`;
	let count = rows.length;
	while (count > 0 && Buffer.byteLength(written(count)) > FUNCTION_SIZE) count--;
	return written(count);
}

/** CloudFront's function for responses: the headers that differ by path. */
const responseFunction = (base: string): string => `function handler(event) {
	var headers = event.response.headers, uri = event.request.uri;
	headers['cross-origin-resource-policy'] = { value: ${regularExpression(base, open)}.test(uri) ? 'cross-origin' : 'same-origin' };
	if (${regularExpression(base, readable)}.test(uri)) headers['access-control-allow-origin'] = { value: '*' };
	return event.response;
}`;

const regularExpression = (base: string, rules: readonly Rule[]): string =>
	`/${rules.map((rule) => pattern(base, rule).replaceAll('/', '\\/')).join('|')}/`;

/** For S3 behind CloudFront: a script for bash that uploads `dist/`, with functions and headers to enter once. */
export function s3({ base, redirects }: Site): string {
	const prefix = base.slice(1);
	const custom = [
		'Cross-Origin-Embedder-Policy',
		'Cross-Origin-Opener-Policy',
		'Permissions-Policy',
	];
	const config = {
		Name: 'khabar',
		CustomHeadersConfig: {
			Quantity: custom.length,
			Items: custom.map((Header) => ({ Header, Value: SECURITY[Header], Override: true })),
		},
		SecurityHeadersConfig: {
			ContentSecurityPolicy: {
				ContentSecurityPolicy: SECURITY['Content-Security-Policy'],
				Override: true,
			},
			ContentTypeOptions: { Override: true },
			FrameOptions: { FrameOption: SECURITY['X-Frame-Options'], Override: true },
			ReferrerPolicy: { ReferrerPolicy: SECURITY['Referrer-Policy'], Override: true },
			StrictTransportSecurity: {
				AccessControlMaxAgeSec: Number(
					/\d+/.exec(SECURITY['Strict-Transport-Security'] ?? '')?.[0],
				),
				IncludeSubdomains: false,
				Override: true,
			},
		},
	};
	const cacheOf = kept.find(({ path }) => path === '/_astro/*')?.cache ?? REVALIDATED;
	const extensions = Object.entries(TYPES);
	const never = [...HIDDEN, '.nojekyll', '.htaccess', 'CNAME', '*.br', '*.gz'];
	return `#!/usr/bin/env bash
${head('s3')}
# BUCKET=name DISTRIBUTION=id bash deploy.sh   (from the project's folder, after npm run build; the bucket is the site's alone)
# What is no longer in dist/ is removed: pages at once; files in _astro/, which open pages may still ask for, KEEP_DAYS (30)
# after the last deploy that had them. KEEP_DAYS=0 removes them at once: for a photograph that must go.
set -euo pipefail
: "\${BUCKET:?the name of the bucket}" "\${DISTRIBUTION:?the id of the CloudFront distribution}" "\${KEEP_DAYS:=30}"
[ -f dist/index.html ] || { echo 'لا يوجد موقع مبني. ابنه أولًا: npm run build' >&2; exit 1; }

# upload FOLDER EXTENSION TYPE CACHE [FILTERS], where there is such a file.
upload() {
	[ -n "$(find "dist$1" -name "*.$2")" ] || return 0
	aws s3 cp "dist$1" "s3://$BUCKET/${prefix}\${1#/}" --recursive --exclude '*' --include "*.$2" --content-type "$3" --cache-control "$4" "\${@:5}"
}

# Files with a hash in their name first, pages last: no page is there before its files.
${extensions.map(([extension, type]) => `upload /_astro/ ${extension} '${type}' '${cacheOf}'`).join('\n')}
aws s3 cp dist "s3://$BUCKET/${prefix}" --recursive ${[...never, '_astro/*', ...extensions.map(([extension]) => `*.${extension}`)].map((name) => `--exclude '${name}'`).join(' ')} --cache-control '${REVALIDATED}'
${extensions
	.toReversed()
	.map(
		([extension, type]) => `upload / ${extension} '${type}' '${REVALIDATED}' --exclude '_astro/*'`,
	)
	.join('\n')}

before=$(node -p "new Date(Date.now() - $KEEP_DAYS * 864e5).toISOString()")
aws s3api list-objects-v2 --bucket "$BUCKET" --prefix '${prefix}' --query 'Contents[].[LastModified,Key]' --output text |
	while IFS=$'\\t' read -r date key; do
		[ -n "$key" ] && [ ! -e "dist/\${key#${prefix}}" ] || continue
		case $key in ${prefix}_astro/*) [[ $date < $before ]] || continue ;; esac
		aws s3 rm "s3://$BUCKET/$key"
	done
aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths '${base}*'

# Once, for the distribution; the first again when content/redirects.txt changes. Its function for viewer requests:
cat > khabar-request.js << 'END'
${requestFunction({ base, redirects })}
END
# Its function for viewer responses:
cat > khabar-response.js << 'END'
${responseFunction(base)}
END
# Its response headers policy: aws cloudfront create-response-headers-policy --response-headers-policy-config file://khabar-headers.json
cat > khabar-headers.json << 'END'
${JSON.stringify(config, null, '\t')}
END
# Its custom error responses: 403 and 404 are answered with ${at(base, '/404.html')} and status 404. Compression: on. HTTP/2 and 3: on.
`;
}

/** By the name that `npm run hosting` takes. */
export const SERVERS: Readonly<Record<string, (site: Site) => string>> = {
	nginx,
	caddy,
	apache,
	vercel,
	s3,
};
