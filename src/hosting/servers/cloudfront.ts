import { under } from '../../address/paths.ts';
import { HIDDEN, REVALIDATED, type Rule, SECURITY, TEXTS, TYPES } from '../headers.ts';
import { pairs, passesQuery, target } from '../redirects.ts';
import { head, hostOf, kept, oldPath, open, pattern, readable, type Site } from './common.ts';

/** The largest code of one CloudFront function, in bytes. */
const FUNCTION_SIZE = 10_240;

/**
 * CloudFront's function for requests: redirects, and the page of a folder. Redirects that do not
 * fit are left to their pages.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
 */
export function requestFunction({ base, redirects }: Omit<Site, 'site'>): string {
	const rows = redirects.map((redirect) => [
		oldPath(base, redirect),
		pairs(redirect.query),
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

/**
 * For S3 behind CloudFront: a script for bash that uploads `dist/`, with functions and headers to
 * enter once.
 */
export function s3(site: Site): string {
	const { base, redirects } = site;
	const prefix = base.slice(1);
	const custom = [
		'Cross-Origin-Embedder-Policy',
		'Cross-Origin-Opener-Policy',
		'Permissions-Policy',
	];
	const config = {
		// Unique in an account.
		Name: `khabar-${hostOf(site).replace(/[^\w-]/g, '_')}`,
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
	const copies = TEXTS.flatMap((extension) => [`*.${extension}.br`, `*.${extension}.gz`]);
	const never = [...HIDDEN, '.nojekyll', '.htaccess', 'CNAME', ...copies];
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
# Its custom error responses: 403 and 404 are answered with ${under(base, '/404.html')} and status 404. Compression: on. HTTP/2 and 3: on.
`;
}
