/** What a search loads, and how long its first result takes on a slow phone. */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { load } from 'cheerio';
import type { CDPSession, Page } from 'playwright-core';
import { serve } from '../../src/hosting/serve.ts';
import { built } from './built.ts';
import { onSlowPhone } from './lanes.ts';

/** What loads a file of the search, by its path. */
const KINDS: [of: RegExp, kind: string][] = [
	[/\/search\/$/, 'page'],
	[/\/_astro\/.*\.js$/, 'script of the page'],
	[/pagefind\.js$|wasm/, 'Pagefind: script and WebAssembly'],
	[/entry\.json|\.pf_meta$|\.pf_filter$/, 'Pagefind: list of articles and filters'],
	[/\.pf_index$/, 'Pagefind: words'],
	[/\.pf_fragment$/, 'Pagefind: texts of what is shown'],
];

/** Counts the bytes of bodies and headers that come over the wire, by kind. */
function count(session: CDPSession): Map<string, number> {
	const bytes = new Map(KINDS.map(([, kind]) => [kind, 0]));
	const kinds = new Map<string, string>();
	session.on('Network.requestWillBeSent', ({ requestId, request }) => {
		const { pathname } = new URL(request.url);
		kinds.set(requestId, KINDS.find(([of]) => of.test(pathname))?.[1] ?? 'else');
	});
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const kind = kinds.get(requestId) ?? 'else';
		bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
	});
	return bytes;
}

/** Milliseconds from asking to the first result. */
const timeOf = (page: Page, query: string): Promise<number> =>
	page.evaluate(async (words) => {
		const list = document.getElementById('search-results') as HTMLElement;
		const form = document.querySelector('main form') as HTMLFormElement;
		(form.elements.namedItem('q') as HTMLInputElement).value = words;
		const start = performance.now();
		form.requestSubmit();
		while (!list.firstElementChild) await new Promise((resolve) => setTimeout(resolve, 1));
		return performance.now() - start;
	}, query);

/**
 * Prints a table. The words asked for are the first three of the newest headline.
 * @param dist The folder of a built site; without it the tests' newspaper is built.
 */
export async function measureSearch(dist?: string): Promise<void> {
	const { folder, base, articles, remove } = await built(dist);
	const $ = load(readFileSync(`${folder}/${articles[0]}index.html`, 'utf8'));
	const query = $('h1').text().trim().split(/\s+/).slice(0, 3).join(' ');
	const server = await serve(folder, base, 0);
	const { port } = server.address() as AddressInfo;
	const { bytes, ready, first, again } = await onSlowPhone(async (page, session) => {
		const bytes = count(session);
		await page.goto(`http://127.0.0.1:${port}${base}search/`, { timeout: 120_000 });
		await page.waitForFunction(() => document.querySelector('select')?.options[1], undefined, {
			timeout: 120_000,
		});
		const ready = await page.evaluate(() => performance.now());
		const first = await timeOf(page, query);
		const again = await timeOf(page, query);
		return { bytes, ready, first, again };
	});
	server.close();
	await remove();
	console.log(`«${query}», ${articles.length} articles\n\n| | |\n|---|--:|`);
	const rows = [
		...[...bytes].map(([kind, size]) => [`${kind}, B`, size] as const),
		['slow phone: Pagefind is ready, ms', ready] as const,
		['slow phone: first result, its words and text still to be fetched, ms', first] as const,
		['slow phone: first result, all there, ms', again] as const,
	];
	for (const [name, value] of rows)
		console.log(`| ${name} | ${Math.round(value).toLocaleString('en')} |`);
}
