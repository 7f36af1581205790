import { under } from '../../address/paths.ts';
import { HIDDEN, type Rule, ruleHeaders, TEXTS, TYPES } from '../headers.ts';
import { passesQuery, target } from '../redirects.ts';
import {
	escapeRegExp,
	head,
	kept,
	lines,
	open,
	pattern,
	quote,
	readable,
	type Site,
	security,
} from './common.ts';

/**
 * For Apache 2.4 with mod_headers, mod_mime, mod_rewrite, mod_dir, mod_env: a .htaccess beside the
 * files.
 */
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
ErrorDocument 403 ${under(base, '/404.html')}
ErrorDocument 404 ${under(base, '/404.html')}

AddDefaultCharset utf-8
${Object.entries(TYPES)
	.map(([extension, type]) => `AddType ${quote(type)} .${extension}`)
	.join('\n')}

RewriteEngine On
RewriteBase ${base}
${lines(moved, '')}
RewriteRule (^|/)((${HIDDEN.join('|')})$|\\.(?!well-known/)) - [R=404,L]
# A folder without a page.
RewriteCond %{REQUEST_FILENAME} -d
RewriteCond %{REQUEST_FILENAME}/index.html !-f
RewriteRule ^ - [R=404,L]

# What the build has compressed is sent as it is, but not to who says q=0. Caches are told of it in either case. Apache would
# refuse to rewrite names with % or ?.
<FilesMatch "\\.(?:${TEXTS.join('|')})(?:\\.br|\\.gz)?$">
	Header merge Vary Accept-Encoding
</FilesMatch>
RewriteCond %{HTTP:Accept-Encoding} ${taken('br')} [NC]
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule ^([^%?]+)$ $1.br [L]
RewriteCond %{HTTP:Accept-Encoding} ${taken('gzip')} [NC]
RewriteCond %{REQUEST_FILENAME}.gz -f
RewriteRule ^([^%?]+)$ $1.gz [L]
${[
	['br', 'br'],
	['gz', 'gzip'],
]
	.map(
		([end, coding]) => `<FilesMatch "\\.(?:${TEXTS.join('|')})\\.${end}$">
	RemoveType .${end}
	RemoveLanguage .${end}
	SetEnv no-gzip 1
	Header set Content-Encoding ${coding}
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
