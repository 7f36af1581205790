/**
 * What lies on the reader's device: pages, and files whose names have the hash of their contents.
 */
import { CACHE, worker } from './worker-scope.ts';

export const { scope } = worker.registration;
/** The page that lists what is kept. */
export const OFFLINE = `${scope}offline/`;
/** What every reader has. */
export const FIRST = [scope, OFFLINE];
/** So many pages and files of theirs: about 20 MB. */
const ROOM = 300;

const opened = caches.open(CACHE);
/** A page of this paper: below it another paper may stand, or anything else. */
export const isPage = (url: string) =>
	url.endsWith('/') &&
	(url === scope || PLACES.some((place) => url.startsWith(`${scope}${place}/`)));
export const isFile = (url: string) => url.startsWith(`${scope}_astro/`);
export const find = (url: string) =>
	caches.match(url, { cacheName: CACHE, ignoreVary: true }).catch(() => undefined);
export const textOf = async (url: string) => (await (await find(url))?.text()) ?? '';
export const dateOf = async (url: string) => (await find(url))?.headers.get('date');
export const forget = async (url: string) => (await opened).delete(url);
/** All that is kept besides the first ones, the oldest first. */
export const read = async () =>
	(await (await opened).keys()).map(({ url }) => url).filter((url) => !FIRST.includes(url));

/**
 * Stores a complete response, forgets a 404, and evicts the oldest entries: ten if the device is
 * full. A file still in use is stored again when it is next requested.
 */
export async function keep(url: string, response: Response): Promise<void> {
	const { status, redirected, headers } = response;
	const html = headers.get('content-type')?.startsWith('text/html') ?? false;
	if (status === 404) await forget(url);
	if (status !== 200 || redirected || !(html ? isPage : isFile)(url)) return;
	const put = (await opened).put(url, response);
	const full = await put.then(
		() => false,
		({ name }) => name === 'QuotaExceededError',
	);
	for (const old of (await read()).slice(0, full ? 10 : -ROOM)) await forget(old);
}
