/**
 * The service worker, `sw.js` beside the first page: what was read once opens without a network. Pages come from the
 * network while there is one; each carries its own policy and style. Files in `_astro/` have the hash of their contents in
 * their name, so no page meets another's. Errors, redirects, parts and other origins are never kept.
 */
import { CACHE, type FetchEvent, worker } from './worker-scope.ts';

const { scope } = worker.registration;
const OFFLINE = `${scope}offline/`;
/** So many pages and files of theirs: about 20 MB. */
const ROOM = 300;

const opened = caches.open(CACHE);
const find = (url: string) =>
	caches.match(url, { cacheName: CACHE, ignoreVary: true }).catch(() => undefined);
const textOf = async (url: string) => (await (await find(url))?.text()) ?? '';
const isPage = (url: string) => url.startsWith(scope) && url.endsWith('/');
const isRead = (url: string) => url !== scope && url !== OFFLINE;
const isFile = (url: string) => url.startsWith(`${scope}_astro/`);
const bare = (url: string) => url.replace(/[?#].*/, '');
/** All that is kept besides the first page and the list, the oldest first. */
const read = async () => (await (await opened).keys()).map(({ url }) => url).filter(isRead);

/** Keeps a whole answer, forgets a page that is gone, and makes room: a file in use comes back when it is next asked for. */
async function keep(url: string, response: Response): Promise<void> {
	const { status, redirected, headers } = response;
	const html = headers.get('content-type')?.startsWith('text/html') ?? false;
	if (status === 404) await (await opened).delete(url);
	if (status !== 200 || redirected || !(html ? isPage : isFile)(url)) return;
	await (await opened).put(url, response);
	for (const old of (await read()).slice(0, -ROOM)) await (await opened).delete(old);
}

/** Keeps a page, and of its files those that the browser has. */
async function keepOpen(url: string): Promise<void> {
	const response = await fetch(url);
	await keep(url, response.clone());
	for (const name of new Set((await response.text()).match(/_astro\/[^\s"')]+/g)))
		await fetch(scope + name, { cache: 'only-if-cached', mode: 'same-origin' })
			.then((file) => keep(scope + name, file))
			.catch(() => {});
}

async function load(event: FetchEvent): Promise<Response> {
	const response = (await event.preloadResponse) ?? (await fetch(event.request));
	event.waitUntil(keep(bare(event.request.url), response.clone()).catch(() => {}));
	return response;
}

/** The page that lists what is there. */
async function listKept(): Promise<Response> {
	const items = (await read()).filter(isPage).map(async (url) => {
		const [, title] = /<title>(.*?)(?: · [^·]*)?<\/title>/s.exec(await textOf(url)) ?? [];
		return `<li><a class="py-2" href="${url}">${title}</a></li>`;
	});
	const list = (await Promise.all(items)).reverse().join('');
	const html = (await textOf(OFFLINE)).replace(/<ul id="kept"[^>]*>/, (start) => start + list);
	return new Response(html, { status: 503, headers: { 'content-type': 'text/html' } });
}

worker.addEventListener('install', (event) => {
	const windows = worker.clients.matchAll({ includeUncontrolled: true });
	const open = windows.then((all) => all.map(({ url }) => bare(url)).filter(isPage));
	event.waitUntil(open.then((all) => Promise.all([scope, OFFLINE, ...all].map(keepOpen))));
	worker.skipWaiting();
});

worker.addEventListener('activate', (event) => {
	// Without it every page waits until the worker has started.
	event.waitUntil(worker.registration.navigationPreload?.enable());
	event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (event) => {
	const { method, mode, url, headers } = event.request;
	if (method !== 'GET' || !url.startsWith(scope) || headers.has('range')) return;
	if (isFile(url)) event.respondWith(find(bare(url)).then((file) => file ?? load(event)));
	else if (mode === 'navigate')
		event.respondWith(load(event).catch(async () => (await find(bare(url))) ?? listKept()));
});
