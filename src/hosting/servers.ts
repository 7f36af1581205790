/**
 * Complete configurations for servers that read none of the files in `dist/`, written from the table of hosting/headers.ts. In all
 * of them the files of `dist/` stand in /var/www/khabar, under the base path: for `/news/` in /var/www/khabar/news/.
 */

import { Refusal } from '../problems.ts';
import {
	asHeader,
	REDIRECTS,
	REVALIDATED,
	RULES,
	securityHeaders,
	TEXTS,
	TYPES,
} from './headers.ts';

export interface Site {
	/** The origin: `https://example.org`. */
	site: string;
	/** `/` or `/news/`. */
	base: string;
	/** As it stands in the pages. */
	policy: string;
}

const ROOT = '/var/www/khabar';

/** Why and when to print a configuration again. */
const head = (server: string, mark = '#') =>
	[
		`Khabar on ${server}. Printed by: npm run hosting -- ${server}`,
		'It holds the fingerprints of the style and of the line of script within the pages: print it again after a build that changes style or script.',
	]
		.map((line) => `${mark} ${line}`)
		.join('\n');

const at = (base: string, path: string) => base.slice(0, -1) + path;
const quote = (text: string) => `"${text.replaceAll('"', '\\"')}"`;
const kept = RULES.filter(({ cache }) => cache);
const open = RULES.filter(({ open }) => open);
const typed = RULES.filter(({ type }) => type);
/** A rule's path as the beginning of a regular expression. */
const pattern = (base: string, path: string) =>
	`^${at(base, path).replaceAll('.', '\\.').replace(/\*$/, '')}${path.endsWith('*') ? '' : '$'}`;
const security = (policy: string) => Object.entries(securityHeaders(policy));
const bare = (type: string) => type.replace(/;.*/, '');

/** For nginx 1.18 and later: a file for /etc/nginx/conf.d/. TLS is the deployer's, in a file of its own. */
export function nginx({ site, base, policy }: Site): string {
	const types = Object.entries(TYPES).map(([extension, type]) => `\t\t${bare(type)} ${extension};`);
	const texts = [
		...new Set(
			Object.values({
				...TYPES,
				...Object.fromEntries(typed.map(({ path, type = '' }) => [path, type])),
			})
				.filter((type) => /charset/.test(type))
				.map(bare),
		),
	].filter((type) => type !== 'text/html');
	return `${head('nginx')}
map $uri $khabar_cache {
	default ${quote(REVALIDATED)};
${kept.map(({ path, cache = '' }) => `\t"~${pattern(base, path)}" ${quote(cache)};`).join('\n')}
}
map $uri $khabar_resource {
	default same-origin;
${open.map(({ path }) => `\t"~${pattern(base, path)}" cross-origin;`).join('\n')}
}
server {
	listen 80;
	listen [::]:80;
	server_name ${new URL(site).hostname};
	root ${ROOT};
	index index.html;
	server_tokens off;
	# Redirects name the path alone, so that they are right behind a proxy too.
	absolute_redirect off;
	error_page 404 ${at(base, '/404.html')};
	# A folder without a page.
	error_page 403 =404 ${at(base, '/404.html')};
	# Yours, if there is one: TLS. Printing this file again leaves it as it is.
	include /etc/nginx/khabar-tls*.conf;

	charset utf-8;
	charset_types ${texts.join(' ')};
	types {
${types.join('\n')}
	}
	default_type application/octet-stream;

	# The build has compressed everything. For brotli too: apt install libnginx-mod-http-brotli-static, then
	# brotli_static on;
	gzip_static on;
	gzip_vary on;

	# Once, here: a location with an add_header of its own would inherit none of these.
	add_header Cache-Control $khabar_cache always;
	add_header Cross-Origin-Resource-Policy $khabar_resource always;
${security(policy)
	.map(([name, value]) => `\tadd_header ${name} ${quote(value)} always;`)
	.join('\n')}

${REDIRECTS.map(([from, to]) => `\tlocation = ${at(base, from)} { return 301 ${at(base, to)}$is_args$args; }`).join('\n')}
${typed.map(({ path, type = '' }) => `\tlocation = ${at(base, path)} { types { } default_type ${bare(type)}; }`).join('\n')}
	location ~ /\\.(?!well-known/) { return 404; }
	location ~ /_(?:headers|redirects)$ { return 404; }
	location / { try_files $uri $uri/ =404; }
}
`;
}

/** For Caddy 2.6 and later: a Caddyfile. Caddy sees to TLS itself. */
export function caddy({ site, base, policy }: Site): string {
	const headers = (lines: readonly (readonly [string, string])[]) =>
		lines.map(([name, value]) => `\t\t${name} ${quote(value)}`).join('\n');
	return `${head('caddy')}
(khabar) {
	header {
${headers([...security(policy), ['Cache-Control', REVALIDATED], ['Cross-Origin-Resource-Policy', 'same-origin']])}
	}
}
${site} {
	root * ${ROOT}
	# In this order, which Caddy would change outside of route.
	route {
		import khabar
${kept.map(({ path, cache = '' }) => `\t\theader ${at(base, path)} Cache-Control ${quote(cache)}`).join('\n')}
${open.map(({ path }) => `\t\theader ${at(base, path)} Cross-Origin-Resource-Policy cross-origin`).join('\n')}
${Object.entries(TYPES)
	.map(
		([extension, type]) =>
			`\t\t@${extension} path *.${extension}\n\t\theader @${extension} Content-Type ${quote(type)}`,
	)
	.join('\n')}
${typed.map(({ path, type = '' }) => `\t\theader ${at(base, path)} Content-Type ${quote(type)}`).join('\n')}
${REDIRECTS.map(([from, to]) => `\t\tredir ${at(base, from)} ${at(base, to)} 301`).join('\n')}
		@hidden path_regexp /(?:_headers|_redirects|\\.nojekyll)$
		error @hidden 404
		# Its own redirect to the address with a slash forgets the query. Only plain addresses are sent on: //host/..%2fabout would leave
		# the site. Not by path_regexp, which sees the address tidied.
		@asked {
			file {path}/index.html
			expression \`{path}.matches("^(/[A-Za-z0-9._~-]+)+$") && {query} != ""\`
		}
		redir @asked {path}/?{query} 301
		@bare {
			file {path}/index.html
			expression \`{path}.matches("^(/[A-Za-z0-9._~-]+)+$")\`
		}
		redir @bare {path}/ 301
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

/** For Apache 2.4 with mod_headers, mod_mime, mod_rewrite and mod_dir: a .htaccess beside the files. */
export function apache({ base, policy }: Site): string {
	const expression = (path: string) => `%{REQUEST_URI} =~ m#${pattern(base, path)}#`;
	const texts = Object.entries(TYPES).filter(([extension]) => TEXTS.includes(extension));
	const taken = (coding: string) => `\\b${coding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`;
	return `${head('apache')}
# Save it as .htaccess beside index.html; the directory wants AllowOverride All.
Options -Indexes -MultiViews
DirectoryIndex index.html
DirectorySlash On
ErrorDocument 403 ${at(base, '/404.html')}
ErrorDocument 404 ${at(base, '/404.html')}

AddDefaultCharset utf-8
${Object.entries(TYPES)
	.map(([extension, type]) => `AddType ${quote(type)} .${extension}`)
	.join('\n')}
${typed.map(({ path, type = '' }) => `<Files "${path.slice(1)}">\n\tForceType ${quote(type)}\n</Files>`).join('\n')}

RewriteEngine On
RewriteBase ${base}
${REDIRECTS.map(([from, to]) => `RewriteRule ^${from.slice(1).replaceAll('.', '\\.')}$ ${at(base, to)} [R=301,L]`).join('\n')}
RewriteRule (^|/)(_headers|_redirects|\\.nojekyll|\\.htaccess)$ - [R=404,L]
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
${texts.map(([extension, type]) => `<FilesMatch "\\.${extension}\\.${end}$">\n\tForceType ${quote(type)}\n</FilesMatch>`).join('\n')}
${typed.map(({ path, type = '' }) => `<Files "${path.slice(1)}.${end}">\n\tForceType ${quote(type)}\n</Files>`).join('\n')}`,
	)
	.join('\n')}

Header always set Cache-Control ${quote(REVALIDATED)}
Header always set Cross-Origin-Resource-Policy same-origin
${security(policy)
	.map(([name, value]) => `Header always set ${name} ${quote(value)}`)
	.join('\n')}
${kept.map(({ path, cache = '' }) => `Header always set Cache-Control ${quote(cache)} "expr=${expression(path)} && %{REQUEST_STATUS} -lt 400"`).join('\n')}
${open.map(({ path }) => `Header always set Cross-Origin-Resource-Policy cross-origin "expr=${expression(path)}"`).join('\n')}
`;
}

/**
 * For Vercel: vercel.json at the project's root. It is read before the build, which makes style and script and so their hashes: the header
 * says only what a page cannot say of itself, and the rest of the policy stands in each page. Its rules know nothing of the status: under
 * `/_astro/` a 404 may be kept as long as a file.
 */
export function vercel({ site, base, policy }: Site): string {
	if (base !== '/')
		throw new Refusal(
			`ينشر Vercel ما في dist/ في جذر النطاق، والموقع مبني على ${site}${base}. أعد البناء بعنوان لا مسار فيه، مثل SITE_URL=https://example.org/ npm run build`,
		);
	const rows = (headers: Record<string, string>) =>
		Object.entries(headers).map(([key, value]) => ({ key, value }));
	const plain = (path: string) => at(base, path).replaceAll('.', '\\.').replace('*', '(.*)');
	return `${JSON.stringify(
		{
			$schema: 'https://openapi.vercel.sh/vercel.json',
			framework: null,
			buildCommand: 'npm run build',
			outputDirectory: 'dist',
			trailingSlash: true,
			redirects: REDIRECTS.filter(([from]) => from.endsWith('/') || from.includes('.')).map(
				([from, to]) => ({ source: at(base, from), destination: at(base, to), permanent: true }),
			),
			headers: [
				{
					source: at(base, '/(.*)'),
					headers: rows({
						...securityHeaders(policy),
						'Content-Security-Policy': "frame-ancestors 'none'",
						'Cache-Control': REVALIDATED,
						'Cross-Origin-Resource-Policy': 'same-origin',
					}),
				},
				// A later rule wins over an earlier one.
				...RULES.map(({ path, cache, open, type }) => ({
					source: plain(path),
					headers: rows({
						...(cache && { 'Cache-Control': cache }),
						...(open && { 'Cross-Origin-Resource-Policy': 'cross-origin' }),
						...(type && { 'Content-Type': type }),
					}),
				})),
				{
					source: at(base, '/articles/:slug/event.ics'),
					headers: rows({ 'Content-Type': TYPES['ics'] ?? '' }),
				},
			],
		},
		null,
		'\t',
	)}\n`;
}

/** For S3 behind CloudFront: a script for bash that uploads `dist/`, with the function and the headers to enter once. */
export function s3({ base, policy }: Site): string {
	const prefix = base.slice(1);
	const config = {
		Name: 'khabar',
		CustomHeadersConfig: {
			Quantity: 3,
			Items: [
				'Cross-Origin-Embedder-Policy',
				'Cross-Origin-Opener-Policy',
				'Permissions-Policy',
			].map((Header) => ({ Header, Value: securityHeaders(policy)[Header], Override: true })),
		},
		SecurityHeadersConfig: {
			ContentSecurityPolicy: { ContentSecurityPolicy: asHeader(policy), Override: true },
			ContentTypeOptions: { Override: true },
			FrameOptions: { FrameOption: 'DENY', Override: true },
			ReferrerPolicy: {
				ReferrerPolicy: securityHeaders(policy)['Referrer-Policy'],
				Override: true,
			},
			StrictTransportSecurity: {
				AccessControlMaxAgeSec: 31536000,
				IncludeSubdomains: false,
				Override: true,
			},
		},
	};
	const upload = (extension: string, type: string, cache: string, from = 'dist') =>
		`aws s3 cp ${from} "s3://$BUCKET/${prefix}${from === 'dist' ? '' : `${from.slice(5)}/`}" --recursive --exclude '*' --include '*.${extension}'${from === 'dist' ? " --exclude '_astro/*'" : ''} --content-type '${type}' --cache-control '${cache}'`;
	return `#!/usr/bin/env bash
${head('s3')}
# BUCKET=name DISTRIBUTION=id bash this-file   (from the project's folder, after npm run build)
set -euo pipefail
: "\${BUCKET:?the name of the bucket}" "\${DISTRIBUTION:?the id of the CloudFront distribution}"

# Files with a hash in their name first, pages last, and nothing is deleted: pages that are open keep working.
${kept.map(({ path, cache = '' }) => ['js', 'css', 'woff2', 'jpg', 'png', 'webp', 'avif', 'svg'].map((extension) => upload(extension, TYPES[extension] ?? '', cache, `dist/${path.slice(1, -2)}`)).join('\n')).join('\n')}
${Object.entries(TYPES)
	.toReversed()
	.map(([extension, type]) => upload(extension, type, REVALIDATED))
	.join('\n')}
${typed.map(({ path, type = '' }) => `aws s3 cp dist${path} "s3://$BUCKET/${prefix}${path.slice(1)}" --content-type '${type}' --cache-control '${REVALIDATED}'`).join('\n')}
aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths '${base}*'

# Once, for the distribution. Its function for viewer requests:
cat > khabar-function.js << 'END'
var moved = ${JSON.stringify(Object.fromEntries(REDIRECTS.map(([from, to]) => [at(base, from), at(base, to)])))};
function handler(event) {
	var request = event.request, uri = request.uri;
	var query = Object.keys(request.querystring).map(function (key) {
		var asked = request.querystring[key];
		return (asked.multiValue || [asked]).map(function (one) { return key + '=' + one.value; }).join('&');
	}).join('&');
	// Only plain addresses: //host/x would leave the site.
	var to = moved[uri] || (/^(\\/[\\w~-]+)+$/.test(uri) ? uri + '/' : '');
	if (to) return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: to + (query && '?' + query) } } };
	if (uri.endsWith('/')) request.uri += 'index.html';
	return request;
}
END
# Its response headers policy: aws cloudfront create-response-headers-policy --response-headers-policy-config file://khabar-headers.json
# (Cross-Origin-Resource-Policy is left to a second policy on the behaviours ${open.map(({ path }) => at(base, path)).join(', ')}: cross-origin there, same-origin elsewhere.)
cat > khabar-headers.json << 'END'
${JSON.stringify(config, null, '\t')}
END
# Its custom error responses: 403 and 404 are answered with ${at(base, '/404.html')} and status 404. Compression: on.
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
