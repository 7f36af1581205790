import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addressSentence, buildClock, siteAddress } from '../../src/address/environment.ts';

const NETLIFY = {
	NETLIFY: 'true',
	URL: 'https://khabar.netlify.app',
	DEPLOY_PRIME_URL: 'https://deploy-preview-1--khabar.netlify.app',
};
const VERCEL = {
	VERCEL: '1',
	VERCEL_PROJECT_PRODUCTION_URL: 'khabar.example',
	VERCEL_URL: 'khabar-8f3c.vercel.app',
};
const CLOUDFLARE = { CF_PAGES: '1', CF_PAGES_URL: 'https://8f3c1d2e.khabar.pages.dev' };
const GITLAB = { GITLAB_CI: 'true', CI_PAGES_URL: 'https://salim.gitlab.io/news' };
const RENDER = { RENDER: 'true', RENDER_EXTERNAL_URL: 'https://khabar.onrender.com' };
const GITHUB = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'Salim/News' };

describe('the address of the site', () => {
	test.each<[string, Record<string, string>, string | undefined, string | undefined]>([
		[
			'what the publisher says',
			{ SITE_URL: 'https://example.org/news/' },
			'https://example.org/news/',
			'SITE_URL',
		],
		[
			'what the publisher says, whatever the host says',
			{
				SITE_URL: 'https://example.org/',
				...NETLIFY,
				...VERCEL,
				...CLOUDFLARE,
				...GITLAB,
				...RENDER,
			},
			'https://example.org/',
			'SITE_URL',
		],
		['an empty word is none', { SITE_URL: '', ...NETLIFY }, 'https://khabar.netlify.app', 'URL'],
		['Netlify: the site, not the preview', NETLIFY, 'https://khabar.netlify.app', 'URL'],
		["a URL that is not Netlify's", { URL: 'https://example.org/' }, undefined, undefined],
		[
			'Vercel: the site, not the deployment',
			VERCEL,
			'https://khabar.example/',
			'VERCEL_PROJECT_PRODUCTION_URL',
		],
		[
			'Cloudflare Pages: the site, not the deployment',
			CLOUDFLARE,
			'https://khabar.pages.dev',
			'CF_PAGES_URL',
		],
		[
			'Cloudflare Pages: a project of eight hexadecimal digits',
			{ CF_PAGES: '1', CF_PAGES_URL: 'https://deadbeef.pages.dev' },
			'https://deadbeef.pages.dev',
			'CF_PAGES_URL',
		],
		[
			'Cloudflare Pages: a domain of its own',
			{ CF_PAGES: '1', CF_PAGES_URL: 'https://news.example.org' },
			'https://news.example.org',
			'CF_PAGES_URL',
		],
		['GitLab Pages', GITLAB, 'https://salim.gitlab.io/news', 'CI_PAGES_URL'],
		['Render', RENDER, 'https://khabar.onrender.com', 'RENDER_EXTERNAL_URL'],
		[
			"Netlify building on GitHub's machines",
			{ ...NETLIFY, ...GITHUB },
			'https://khabar.netlify.app',
			'URL',
		],
		[
			'GitHub Actions: it tells the repository, not where the site will stand',
			GITHUB,
			undefined,
			undefined,
		],
		['nobody', {}, undefined, undefined],
	])('%s', (_case, env, address, from) =>
		expect(siteAddress(env)).toEqual(address && { address, from }),
	);
});

describe('a build for publishing without an address', () => {
	test.each([
		['GitHub Actions, and so Azure and Firebase', { CI: 'true', ...GITHUB }],
		['Woodpecker on Codeberg', { CI: 'woodpecker' }],
		['Cloudflare Workers', { CI: '1', WORKERS_CI: '1' }],
		['Deno Deploy', { CI: 'true', DENO_DEPLOY: '1' }],
	])('stops on %s', (_host, env) =>
		expect(addressSentence(env)).toMatch(
			/^لم يُحدَّد رابط الموقع.*: SITE_URL=https:\/\/example\.org\/ npm run build\. .*للتجربة وحدها: SITE_URL=http:\/\/localhost:4321\/ npm run build$/,
		),
	);

	test.each([
		['there is an address', { CI: 'true', SITE_URL: 'https://example.org/' }],
		['it is for a look', { CI: 'true', SITE_URL: 'http://localhost:4321/' }],
		['the host tells one', { CI: 'true', ...GITLAB }],
		['the machine is one’s own', {}],
		['it says so', { CI: 'false' }],
	])('goes on where %s', (_case, env) => expect(addressSentence(env)).toBeUndefined());
});

test.each(['new', 'fix', 'hosting'])(
	'npm run %s tells first what is wrong with the facts',
	(name) => {
		const { scripts } = JSON.parse(
			readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
		);
		expect(scripts[name]).toMatch(/^node --import \.\/src\/address\/first\.ts src\//);
	},
);

describe('the clock of the build', () => {
	test.each([
		['no word', undefined, undefined],
		['an empty word', '', undefined],
		['seconds', '1764000000', 1_764_000_000_000],
		['the beginning', '0', 0],
	])('is set by %s: %s', (_name, SOURCE_DATE_EPOCH, clock) =>
		expect(buildClock({ SOURCE_DATE_EPOCH })).toBe(clock),
	);

	test.each(['2026-11-27', 'now', '1764000000000', '-1', '1764000000.5', '1e9'])(
		'is not set by %s, which would publish articles to come',
		(SOURCE_DATE_EPOCH) =>
			expect(() => buildClock({ SOURCE_DATE_EPOCH })).toThrow(
				`المتغيّر SOURCE_DATE_EPOCH غير صالح: «${SOURCE_DATE_EPOCH}». اكتب عدد الثواني منذ 1970، مثل SOURCE_DATE_EPOCH=1764000000.`,
			),
	);
});
