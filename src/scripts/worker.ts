/**
 * The service worker, `sw.js` beside the first page: what was read once opens without a network.
 * Pages come from the network while there is one; each carries its own policy and style. Files in
 * `_astro/` have the hash of their contents in their name, so no page meets another's. Errors,
 * redirects, parts and other origins are never kept, and an article that is withdrawn is forgotten:
 * its path stands in this file, so a new worker comes.
 */
import {
	dateOf,
	FIRST,
	find,
	forget,
	isFile,
	isPage,
	keep,
	OFFLINE,
	read,
	scope,
	textOf,
} from './kept.ts';
import { listPages } from './kept-list.ts';
import { type FetchEvent, worker } from './worker-scope.ts';

/** In ms: so long a kept page waits for a network that is there and brings nothing. */
const PATIENCE = 4000;
const PICTURE = /\.(?:avif|webp|jpe?g|png)$/;
const withoutQuery = (url: string) => url.replace(/[?#].*/, '');

/** The files that a page names, from the scope. */
const filesOf = (html: string) => html.match(/_astro\/[^\s"')]+/g) ?? [];

/**
 * Keeps a page, and those of its files that are in the HTTP cache. Throws
 * if the page does not come.
 */
async function keepOpen(url: string): Promise<void> {
	const response = await fetch(url);
	await keep(url, response.clone());
	if (!response.ok) throw new Error(url);
	for (const name of new Set(filesOf(await response.text())))
		await fetch(scope + name, { cache: 'only-if-cached', mode: 'same-origin' })
			.then((file) => keep(scope + name, file))
			.catch(() => {});
}

/**
 * Forgets what was withdrawn, the lists and other pages that tell of it, and every picture that no
 * kept page names. The first pages have just come anew.
 */
async function forgetWithdrawn(): Promise<void> {
	const kept = await read();
	const named = new Set((await Promise.all(FIRST.map(textOf))).flatMap(filesOf));
	for (const url of kept.filter(isPage)) {
		const html = await textOf(url);
		const tells = (path: string) => url.endsWith(path) || html.includes(`"${path}`);
		if (WITHDRAWN.some(tells)) await forget(url);
		else for (const name of filesOf(html)) named.add(name);
	}
	for (const url of kept)
		if (PICTURE.test(url) && !named.has(url.slice(scope.length))) await forget(url);
}

async function load(event: FetchEvent): Promise<Response> {
	const response = (await event.preloadResponse) ?? (await fetch(event.request));
	event.waitUntil(keep(withoutQuery(event.request.url), response.clone()).catch(() => {}));
	return response;
}

/** The page that lists what is there. */
async function listKept(): Promise<Response> {
	const list = await textOf(OFFLINE);
	// A full device may not have it. The browser's own page says more than an empty one.
	if (!list) return Response.error();
	const urls = (await read()).filter(isPage).reverse();
	const pages = urls.map(async (url) => ({
		url,
		html: await textOf(url),
		date: await dateOf(url),
	}));
	const html = listPages(list, await Promise.all(pages), await dateOf(scope));
	return new Response(html, { status: 503, headers: { 'content-type': 'text/html' } });
}

/** A page from the network; where that is late or not there, as it is kept. */
async function open(event: FetchEvent): Promise<Response> {
	const kept = () => find(withoutQuery(event.request.url));
	const network = load(event).catch(() => undefined);
	event.waitUntil(network);
	const late = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(kept);
	return (await Promise.race([network, late])) ?? (await network) ?? (await kept()) ?? listKept();
}

worker.addEventListener('install', (event) => {
	worker.skipWaiting();
	// Without these two the installation fails; the browser tries again at the next page.
	const first = Promise.all(FIRST.map(keepOpen));
	const windows = worker.clients.matchAll({ includeUncontrolled: true });
	const open = windows.then((all) => all.map(({ url }) => withoutQuery(url)).filter(isPage));
	const opened = open.then((urls) => Promise.allSettled(urls.map(keepOpen)));
	// Here and not as it is activated: until that is done pages wait.
	event.waitUntil(Promise.all([first, opened]).then(forgetWithdrawn));
});

worker.addEventListener('activate', (event) => {
	// Without it every page waits until the worker has started.
	const preload = worker.registration.navigationPreload?.enable();
	event.waitUntil(Promise.all([preload, worker.clients.claim()]));
});

worker.addEventListener('fetch', (event) => {
	const { method, mode, url, headers } = event.request;
	if (method !== 'GET' || !url.startsWith(scope) || headers.has('range')) return;
	if (isFile(url)) event.respondWith(find(withoutQuery(url)).then((file) => file ?? load(event)));
	else if (mode === 'navigate') event.respondWith(open(event));
});
