import { Refusal } from '../../problems.ts';
import { RULES, type Rule, ruleHeaders, SECURITY, TYPES } from '../headers.ts';
import { spellings } from '../redirects.ts';
import { escapeRegExp, type Site } from './common.ts';

/**
 * For Vercel: vercel.json at the project's root. Its rules ignore the status, so under `/_astro/` a
 * 404 may be cached as long as a file. https://vercel.com/docs/project-configuration
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
	// Vercel adds the slash to paths without a dot first. It compares percent codes as they are
	// written.
	const moved = redirects.flatMap((redirect) =>
		spellings(redirect.from).map((one) => ({
			source: one === '/' ? one : `${one.replace(/[.+()]/g, '\\$&')}{/}?`,
			...(redirect.query && {
				has: redirect.query.split('&').map((parameter) => {
					const [key = '', value] = parameter.split(/=(.*)/);
					return { type: 'query', key, ...(value !== undefined && { value: escapeRegExp(value) }) };
				}),
			}),
			destination: redirect.to,
			statusCode: redirect.status,
		})),
	);
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
