import { beforeEach, describe, expect, test, vi } from 'vitest';
import { listPages } from '../../src/scripts/kept-list.ts';

const SCOPE = 'https://paper.example/news/';
const ARTICLE = `${SCOPE}articles/well/`;

/** What the worker keeps, by address, the oldest first. */
let kept: Map<string, Response>;
/** What the network answers, by address without its query; what is not here fails. */
let network: Map<string, () => Response>;
let put: (url: string, response: Response) => Promise<void>;
let hear: Map<string, (event: object) => void>;
let windows: string[];

const page = (text = '', init: ResponseInit = {}) =>
	new Response(text, { ...init, headers: { 'content-type': 'text/html', ...init.headers } });

/** Sends an event to the worker and waits for all its work; what fails is thrown, as a browser takes it. */
async function send(name: string, event: object = {}): Promise<Response | undefined> {
	const work: unknown[] = [];
	let answer: Promise<Response> | undefined;
	const waitUntil = (one: unknown) => void work.push(one);
	const respondWith = (one: Promise<Response>) => {
		answer = one;
	};
	hear.get(name)?.({ ...event, waitUntil, respondWith });
	const response = await answer;
	for (const one of work) await one;
	return response;
}
const ask = (url: string, request = {}) =>
	send('fetch', {
		request: { url, method: 'GET', mode: 'navigate', headers: new Headers(), ...request },
	});

let workers = 0;

beforeEach(async () => {
	kept = new Map();
	network = new Map([
		[SCOPE, () => page('first')],
		[`${SCOPE}offline/`, () => page('<ul id="kept"></ul>')],
	]);
	put = async (url, response) => {
		const body = await response.text();
		kept.delete(url);
		kept.set(url, page(body));
	};
	hear = new Map();
	windows = [];
	const cache = {
		put: (url: string, response: Response) => put(url, response),
		delete: async (url: string) => kept.delete(url),
		keys: async () => [...kept.keys()].map((url) => ({ url })),
	};
	vi.stubGlobal('registration', { scope: SCOPE });
	vi.stubGlobal('clients', {
		claim: async () => {},
		matchAll: async () => windows.map((url) => ({ url })),
	});
	vi.stubGlobal('skipWaiting', () => {});
	vi.stubGlobal('WITHDRAWN', []);
	vi.stubGlobal('PLACES', ['articles', 'offline']);
	vi.stubGlobal('addEventListener', (name: string, act: () => void) => hear.set(name, act));
	vi.stubGlobal('caches', {
		open: async () => cache,
		match: async (url: string) => kept.get(url)?.clone(),
	});
	vi.stubGlobal('fetch', async (asked: string | { url: string }) => {
		const { href, search } = new URL(typeof asked === 'string' ? asked : asked.url);
		const answer = network.get(href.slice(0, href.length - search.length));
		if (!answer) throw new TypeError('Failed to fetch');
		return answer();
	});
	// Each address is a module of its own.
	await import(`../../src/scripts/worker.ts?${++workers}`);
	return () => vi.unstubAllGlobals();
});

describe('a worker that is installed', () => {
	test('keeps the first page, the list and the open pages of its own paper', async () => {
		network.set(ARTICLE, () => page('a')).set('https://paper.example/other/', () => page('b'));
		windows = [`${ARTICLE}?from=mail#end`, 'https://paper.example/other/'];
		await send('install');
		expect([...kept.keys()].toSorted()).toEqual([SCOPE, ARTICLE, `${SCOPE}offline/`]);
	});
	test('does without an open page that does not come', async () => {
		windows = [ARTICLE];
		await send('install');
		expect(kept.size).toBe(2);
	});
	test.each([
		['does not come', undefined],
		['is an error', () => page('', { status: 503 })],
	])('waits for another time where the list %s', async (_, answer) => {
		network.delete(`${SCOPE}offline/`);
		if (answer) network.set(`${SCOPE}offline/`, answer);
		await expect(send('install')).rejects.toThrow();
	});
	test('forgets what was withdrawn, the pages that tell of it, and pictures that no page names', async () => {
		vi.stubGlobal('WITHDRAWN', ['/news/articles/gone/']);
		network.set(SCOPE, () => page('<img src="/news/_astro/front.1.webp">'));
		const picture = (name: string) => kept.set(`${SCOPE}_astro/${name}`, new Response());
		for (const name of ['front.1.webp', 'gone.2.avif', 'well.3.jpg', 'script.4.js']) picture(name);
		kept.set(`${SCOPE}articles/gone/`, page('<img src="/news/_astro/gone.2.avif">'));
		kept.set(`${SCOPE}articles/near/`, page('<a href="/news/articles/gone/#map">'));
		kept.set(ARTICLE, page('<img srcset="/news/_astro/well.3.jpg 9w"><a href="/news/articles/">'));
		await send('install');
		expect([...kept.keys()].map((url) => url.slice(SCOPE.length)).toSorted()).toEqual([
			'',
			'_astro/front.1.webp',
			'_astro/script.4.js',
			'_astro/well.3.jpg',
			'articles/well/',
			'offline/',
		]);
	});
	test('is installed on a device that is full', async () => {
		put = async () => {
			throw new DOMException('', 'QuotaExceededError');
		};
		await send('install');
		expect(kept.size).toBe(0);
	});
});

describe('a page that is asked for', () => {
	test.each<[string, Response, number]>([
		['an answer', page('new'), 1],
		['an error', page('', { status: 500 }), 0],
		['a part', page('', { status: 206 }), 0],
		['what is no page', new Response('x', { headers: { 'content-type': 'text/plain' } }), 0],
		['an answer without a status, as of another origin', Response.error(), 0],
	])('%s goes to the reader, and is kept only where it is whole', async (_, response, count) => {
		network.set(ARTICLE, () => response);
		expect(await ask(`${ARTICLE}?q=1`)).toBe(response);
		expect([...kept.keys()]).toEqual(count ? [ARTICLE] : []);
	});
	test('is kept only where it is of this paper, which may stand above another', async () => {
		network.set(`${SCOPE}b/articles/well/`, () => page('b'));
		expect(await (await ask(`${SCOPE}b/articles/well/`))?.text()).toBe('b');
		expect([...kept.keys()]).toEqual([]);
	});
	test('is not the business of the worker of another paper', async () => {
		expect(await ask('https://paper.example/other/')).toBeUndefined();
		expect(await ask(ARTICLE, { method: 'POST' })).toBeUndefined();
	});
	test('that does not come whole takes nothing from what is kept', async () => {
		for (let count = 1; count <= 12; count++) kept.set(`${SCOPE}articles/${count}/`, page());
		network.set(ARTICLE, () => page());
		put = async () => {
			throw new TypeError('network error');
		};
		await ask(ARTICLE);
		expect(kept.size).toBe(12);
	});
	test.each([
		['by the list', true, 'default', 503],
		['by the browser itself where the list had no room', false, 'error', 0],
	])('that comes from nowhere is answered %s', async (_, hasList, type, status) => {
		if (hasList) kept.set(`${SCOPE}offline/`, page('<ul id="kept"></ul>'));
		expect(await ask(ARTICLE)).toMatchObject({ type, status });
	});
	test('makes room on a device that is full', async () => {
		for (let count = 1; count <= 12; count++) kept.set(`${SCOPE}articles/${count}/`, page());
		network.set(ARTICLE, () => page());
		put = async () => {
			throw new DOMException('', 'QuotaExceededError');
		};
		await ask(ARTICLE);
		expect([...kept.keys()]).toEqual([`${SCOPE}articles/11/`, `${SCOPE}articles/12/`]);
	});
});

test('the list has the title of each page and its description, or else its address', () => {
	const head =
		'<title>بئر القرية · المنارة</title><meta name="description" content="ماء &quot;عذب&quot;">';
	expect(
		listPages('<ul id="kept" class="rows"><li>first</li></ul>', [
			{ url: ARTICLE, html: head },
			{ url: SCOPE, html: '' },
		]),
	).toBe(
		'<ul id="kept" class="rows">' +
			`<li><a class="text-title font-bold no-underline" href="${ARTICLE}">بئر القرية</a><p class="text-note text-quiet">ماء &quot;عذب&quot;</p></li>` +
			`<li><a class="text-title font-bold no-underline" href="${SCOPE}">${SCOPE}</a><p class="text-note text-quiet"></p></li>` +
			'<li>first</li></ul>',
	);
});

test('the list tells when each page came, as the paper writes dates, where its answer says so', () => {
	vi.stubEnv('TZ', 'Asia/Amman');
	const list = '<ul id="kept" data-kept="يوم" data-locale="ar-JO-u-nu-latn">';
	const html = '<title>بئر</title>';
	const told = (date: string | null, seen?: string) =>
		listPages(`${list}<li><p id="seen"></p></li></ul>`, [{ url: ARTICLE, html, date }], seen)
			.split('<p ')
			.filter((part) => part.startsWith('class="text-small'));
	expect(told('Mon, 06 Jan 2025 06:30:00 GMT', 'Sun, 05 Jan 2025 18:00:00 GMT')).toEqual([
		'class="text-small text-quiet">يوم 6 كانون الثاني 2025 في 9:30 ص</p></li><li>',
		'class="text-small text-quiet">يوم 5 كانون الثاني 2025 في 9:00 م</p></li></ul>',
	]);
	expect(told(null)).toEqual([]);
	expect(told('no date')).toEqual([]);
});
