import { under } from '../../address/paths.ts';
import { HIDDEN, type Rule, ruleHeaders, TEXTS, TYPES } from '../headers.ts';
import { target } from '../redirects.ts';
import {
	byPath,
	byQuery,
	escapeRegExp,
	head,
	hostOf,
	inAll,
	kept,
	lines,
	oldPaths,
	open,
	quote,
	readable,
	rootOf,
	type Site,
	STATUSES,
	security,
} from './common.ts';

/**
 * For Caddy 2.6 and later: a Caddyfile. Caddy sets up TLS and HTTP/2 itself. `beside`: papers under
 * longer paths of the same host.
 */
export function caddy(whole: Site, ...beside: readonly Site[]): string {
	const { site, base } = whole;
	const all = [whole, ...beside];
	const snippet = `khabar-${hostOf(whole)}`;
	const fixed = [...security, ...Object.entries(ruleHeaders(undefined))];
	const set = (rules: readonly Rule[], name: string, value: (rule: Rule) => string) =>
		rules.flatMap((rule) => {
			const header = (matcher: string) => `header ${matcher} ${name} ${quote(value(rule))}`;
			if (!rule.path.startsWith('*')) return all.map(({ base }) => header(under(base, rule.path)));
			const matcher = `@type_${rule.path.slice(2)}`;
			return [`${matcher} path ${rule.path}`, header(matcher)];
		});
	const types = Object.entries(TYPES).map(
		([extension, type]) => `"~\\.${extension}$" ${quote(type)}`,
	);
	const asked = inAll(all, byQuery).flatMap(({ base, redirect }, index) => {
		const old = oldPaths(base, redirect).map((path) => `"${path}"`);
		const parameters = (redirect.query ?? '')
			.split('&')
			.map(
				(parameter) =>
					`{query}.matches("(^|&)${escapeRegExp(parameter).replaceAll('\\', '\\\\')}(&|$)")`,
			);
		const conditions = [`{path} in [${old.join(', ')}]`, ...parameters];
		return [
			`@asked${index} expression \`${conditions.join(' && ')}\``,
			`redir @asked${index} ${quote(target(base, redirect))} ${redirect.status}`,
		];
	});
	const moved = STATUSES.flatMap((status) => {
		const some = inAll(all, byPath).filter(({ redirect }) => redirect.status === status);
		if (some.length === 0) return [];
		const to = `{khabar.to${status}}`;
		return [
			`map {path} ${to} {`,
			...some.flatMap(({ base, redirect }) =>
				oldPaths(base, redirect).map((path) => `\t${quote(path)} ${quote(target(base, redirect))}`),
			),
			'\tdefault ""',
			'}',
			`@keep${status} expression \`${to} != "" && {query} != "" && !${to}.matches("[?#]")\``,
			`redir @keep${status} ${to}?{query} ${status}`,
			`@moved${status} expression \`${to} != ""\``,
			`redir @moved${status} ${to} ${status}`,
		];
	});
	return `${head('caddy')}
(${snippet}) {
	header {
${lines(
	fixed.map(([name, value]) => `${name} ${quote(value)}`),
	'\t\t',
)}
	}
}
${site} {
	root * ${rootOf(whole)}
	# In this order, which Caddy would change outside of route.
	route {
		import ${snippet}
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
		// Caddy sends Vary with compressed answers only: a proxy would cache the plain copy for all.
		`@texts path */ ${TEXTS.map((extension) => `*.${extension}`).join(' ')}`,
		'header @texts {',
		'\tVary Accept-Encoding',
		'\tdefer',
		'}',
		...asked,
		...moved,
	],
	'\t\t',
)}
		@hidden {
			path_regexp /(?:${HIDDEN.join('|')})$|/\\.
			not path */.well-known/*
		}
		error @hidden 404
		# No file can have such a name; Caddy would answer 500.
		@nameless expression \`{path}.contains("\\x00") || size(bytes({path})) > 4000 || {path}.split("/").exists(name, size(bytes(name)) > 255)\`
		error @nameless 404
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
			import ${snippet}
			header {
				Content-Type ${quote(TYPES['html'] ?? '')}
				Vary Accept-Encoding
				defer
			}
${lines(
	[
		...beside.flatMap(({ base }, index) => [
			`@beside${index} path ${base}*`,
			`rewrite @beside${index} ${under(base, '/404.html')}`,
		]),
		...(beside.length > 0
			? [`@others not path ${beside.map(({ base }) => `${base}*`).join(' ')}`]
			: []),
		`rewrite ${beside.length > 0 ? '@others' : '*'} ${under(base, '/404.html')}`,
	],
	'\t\t\t',
)}
			file_server {
				precompressed br gzip
			}
		}
	}
}
`;
}
