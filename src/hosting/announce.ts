/**
 * `npm run -s announce`, between build and publication: prints whom to tell of what is new, as
 * outputs of a step in GitHub Actions. `hub` is the WebSub hub that the feed names, `feeds` its
 * addresses; `indexnow` is the body of a request to IndexNow
 * (https://www.indexnow.org/documentation), where INDEXNOW_KEY is set and something changed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readFacts } from './build-facts.ts';

/** So many addresses are told of at once: more do not fit into a variable of the environment. */
const MOST = 1000;

/** The pages of sitemaps: the dates of their last changes by their addresses. */
function pagesOf(sitemaps: string): Map<string, string> {
	const urls = sitemaps.matchAll(/<url><loc>([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?/g);
	return new Map([...urls].map(([, url = '', date = '']) => [url, date]));
}

/** The addresses of pages that are new, changed or gone, by the sitemaps before and after. */
export function changedPages(before: string, after: string): string[] {
	const [old, now] = [pagesOf(before), pagesOf(after)];
	return [...new Set([...now.keys(), ...old.keys()])].filter(
		(url) => old.get(url) !== now.get(url),
	);
}

/**
 * The request to IndexNow about these pages of the site at `address`; undefined where there are
 * none.
 */
export function indexNow(address: string, key: string, pages: readonly string[]) {
	if (pages.length === 0) return undefined;
	const { host } = new URL(address);
	const keyLocation = `${address}${key}.txt`;
	return JSON.stringify({ host, key, keyLocation, urlList: pages.slice(0, MOST) });
}

/** The sitemaps that stand at the site's address now; empty before its first publication. */
async function published(address: string): Promise<string> {
	const text = async (url: string) => {
		const response = await fetch(url).catch(() => undefined);
		return response?.ok ? response.text() : '';
	};
	const index = await text(`${address}sitemap-index.xml`);
	const parts = [...index.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => text(url));
	return (await Promise.all(parts)).join('');
}

if (import.meta.main) {
	const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
	const { address } = readFacts(dist);
	const read = (name: string) => readFileSync(dist + name, 'utf8');
	const after = readdirSync(dist).filter((name) => /^sitemap-\d+\.xml$/.test(name));
	const key = process.env['INDEXNOW_KEY'];
	const pages = changedPages(await published(address), after.map(read).join(''));
	const { hubs: [hub] = [] } = JSON.parse(read('feed.json'));
	const request = key && indexNow(address, key, pages);
	if (request) console.log(`indexnow=${request}`);
	if (hub) console.log(`hub=${hub.url}\nfeeds=${address}rss.xml ${address}feed.json`);
}
