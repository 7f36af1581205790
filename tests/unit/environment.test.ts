import { describe, expect, test } from 'vitest';
import { siteAddress } from '../../src/address/environment.ts';

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
const GITHUB = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'Salim/News' };

describe('the address of the site', () => {
	test.each<[string, Record<string, string>, string | undefined]>([
		[
			'what the deployer says',
			{ SITE_URL: 'https://example.org/news/' },
			'https://example.org/news/',
		],
		[
			'what the deployer says, whatever the host says',
			{ SITE_URL: 'https://example.org/', ...NETLIFY, ...VERCEL, ...CLOUDFLARE, ...GITHUB },
			'https://example.org/',
		],
		['an empty word is none', { SITE_URL: '', ...NETLIFY }, 'https://khabar.netlify.app'],
		['Netlify: the site, not the preview', NETLIFY, 'https://khabar.netlify.app'],
		["a URL that is not Netlify's", { URL: 'https://example.org/' }, undefined],
		['Vercel: the site, not the deployment', VERCEL, 'https://khabar.example/'],
		['Cloudflare: the site, not the deployment', CLOUDFLARE, 'https://khabar.pages.dev'],
		[
			'Cloudflare: a project of eight hexadecimal digits',
			{ CF_PAGES: '1', CF_PAGES_URL: 'https://deadbeef.pages.dev' },
			'https://deadbeef.pages.dev',
		],
		[
			'Cloudflare: a domain of its own',
			{ CF_PAGES: '1', CF_PAGES_URL: 'https://news.example.org' },
			'https://news.example.org',
		],
		["GitHub: a project's page", GITHUB, 'https://salim.github.io/News/'],
		[
			"GitHub: the owner's page",
			{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'Salim/salim.github.io' },
			'https://salim.github.io/',
		],
		[
			"Netlify building on GitHub's machines",
			{ ...NETLIFY, ...GITHUB },
			'https://khabar.netlify.app',
		],
		['nobody', {}, undefined],
	])('%s', (_case, env, address) => expect(siteAddress(env)?.address).toBe(address));

	test.each(['owner', 'owner/', '/repository', 'a/b/c', 'a/b c'])(
		'a GITHUB_REPOSITORY of %j is refused',
		(name) => {
			expect(() => siteAddress({ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: name })).toThrow(
				/GITHUB_REPOSITORY.*owner\/repository.*SITE_URL=/,
			);
		},
	);
	test('says which variable told it', () =>
		expect(siteAddress(CLOUDFLARE)?.from).toBe('CF_PAGES_URL'));
});
