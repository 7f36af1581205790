import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { serve } from '../../src/hosting/serve.ts';
import { settled } from './chromium.ts';
import { browser } from './visit.ts';

const ARTICLE = 'articles/photo-harbour/';

describe.each(inject('sites'))('a reader of $address', ({ folder, base }) => {
	/** What answers at the origin, and the site as a host serves it. */
	let front: Server;
	let host: Server;
	let origin = '';
	let context: BrowserContext;
	let page: Page;

	/** Ends the server, and with it the network. */
	async function cut(): Promise<void> {
		front.closeAllConnections();
		await new Promise((resolve) => front.close(resolve));
	}
	/** Starts a server at the same origin. The host answers what `act` does not. */
	async function answer(act: (path: string, response: ServerResponse) => unknown): Promise<void> {
		if (front?.listening) await cut();
		front = createServer((request, response) => {
			const { pathname } = new URL(request.url ?? '', 'http://localhost');
			if (!act(pathname.slice(base.length), response)) host.emit('request', request, response);
		});
		const port = origin ? Number(new URL(origin).port) : 0;
		await new Promise<void>((resolve) => front.listen(port, resolve));
		origin = `http://localhost:${(front.address() as AddressInfo).port}`;
	}
	const html = (status: number, text: string) => (_: string, response: ServerResponse) =>
		response.writeHead(status, { 'content-type': 'text/html' }).end(text);
	const script = (response: ServerResponse, text: string) =>
		response.setHeader('content-type', 'text/javascript').end(text);
	const file = (path: string) => readFileSync(`${folder}/${path}`);

	beforeAll(async () => {
		host = await serve(folder, base, 0);
	});
	afterAll(() => void host.close());
	beforeEach(async () => {
		await answer(() => false);
		// A small window: its pictures are soon decoded.
		context = await (await browser()).newContext({ viewport: { width: 360, height: 640 } });
		page = await context.newPage();
	});
	afterEach(async () => {
		await context.close();
		if (front.listening) await cut();
	});

	const go = async (path: string) => {
		const response = await page.goto(origin + base + path);
		await settled(page);
		return response?.status();
	};
	const headline = async () => (await page.locator('h1').innerText()).replaceAll('\u00A0', ' ');
	/** Whether each picture of the article has come. */
	const pictures = () =>
		page.evaluate(async () => {
			const all = [...document.querySelectorAll<HTMLImageElement>('article img')];
			for (const picture of all) picture.loading = 'eager';
			await Promise.all(all.map((picture) => picture.decode().catch(() => {})));
			return all.map(({ naturalWidth }) => naturalWidth > 0);
		});
	const inOurFace = () =>
		page.evaluate(() =>
			[...document.fonts].some(({ family, status }) => family === 'Naskh' && status === 'loaded'),
		);
	/** Opens the article, waits for the worker, and looks at every picture. */
	async function read(): Promise<void> {
		await go(ARTICLE);
		await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
		await pictures();
	}
	const kept = () =>
		page.evaluate(async () => {
			const names = await caches.keys();
			const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
			return all.flat().map(({ url }) => url);
		});
	/** The pages that are kept, from the base, the oldest first. */
	const keptPages = async () =>
		(await kept())
			.map((url) => url.slice((origin + base).length))
			.filter((url) => /^$|\/$/.test(url));

	test('opens without a network the article that was read, its pictures, and the first page', async () => {
		const asked = new Set<string>();
		context.on('request', (request) => asked.add(new URL(request.url()).origin));
		await go('');
		await read();
		const shown = await headline();
		await cut();
		await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
		expect(await go(`${ARTICLE}?from=mail#content`)).toBe(200);
		expect(await headline()).toBe(shown);
		expect(await pictures()).toEqual([true, true, true, true]);
		expect(await inOurFace()).toBe(true);
		expect(await go('')).toBe(200);
		expect(await page.locator('main h2').count()).toBeGreaterThan(1);
		// In place of an unread page stands the offline page, with a list of the pages that were read.
		expect(await go('articles/ai-models/')).toBe(503);
		expect(await headline()).toBe('أنت غير متصل بالإنترنت');
		expect(await inOurFace()).toBe(true);
		expect(
			await page
				.locator('main li a')
				.evaluateAll((links) =>
					links.map((link) => [link.textContent, (link as HTMLAnchorElement).href]),
				),
		).toEqual([
			[shown, origin + base + ARTICLE],
			['الصفحة الأولى كما رأيتها آخر مرة', origin + base],
		]);
		expect([...asked]).toEqual([origin]);
	});

	// The rest is the same under every base, and hardest where there is one.
	if (base === '/') return;

	test('gets a new version at once, with its own pictures, and no page loads twice', async () => {
		await read();
		await answer((path, response) => {
			if (path === 'sw.js') return script(response, `${file(path)}\n// 2`);
			if (path === ARTICLE)
				return html(
					200,
					`${file(`${path}index.html`)}`
						.replaceAll('photo.', 'photo2.')
						.replace('<h1', '<h1>نسخة جديدة</h1><p'),
				)(path, response);
			if (path.includes('photo.')) return html(404, '')(path, response);
			return path.includes('photo2.') && response.end(file(path.replace('photo2.', 'photo.')));
		});
		const loads: string[] = [];
		page.on('framenavigated', (frame) => loads.push(frame.url()));
		await page.evaluate(() => {
			const changed = new Promise((resolve) =>
				navigator.serviceWorker.addEventListener('controllerchange', resolve),
			);
			return navigator.serviceWorker.ready.then((worker) => worker.update()).then(() => changed);
		});
		await go(ARTICLE);
		expect(await headline()).toBe('نسخة جديدة');
		await pictures();
		expect(loads).toEqual([origin + base + ARTICLE]);
		await cut();
		await go(ARTICLE);
		expect(await headline()).toBe('نسخة جديدة');
		expect(await pictures()).toEqual([true, true, true, true]);
	});

	test('shows what is kept where the network is there and brings nothing, and keeps what it brings at last', async () => {
		let bring = () => {};
		// The worker's patience is 4 s; here it is less.
		const impatient = `${file('sw.js')}`.replace('4e3', '50');
		expect(impatient).not.toBe(`${file('sw.js')}`);
		await answer((path, response) => path === 'sw.js' && script(response, impatient));
		await read();
		const shown = await headline();
		await answer((path, response) => {
			if (path === ARTICLE) bring = () => html(200, '<title>أحدث</title>')(path, response);
			return path === ARTICLE;
		});
		expect((await page.goto(origin + base + ARTICLE))?.status()).toBe(200);
		expect(await headline()).toBe(shown);
		bring();
		await expect
			.poll(() =>
				page.evaluate(async (url) => (await caches.match(url))?.text(), origin + base + ARTICLE),
			)
			.toBe('<title>أحدث</title>');
	});

	test('forgets an article that is withdrawn as soon as another page is open', async () => {
		await read();
		const worker = `${file('sw.js')}`;
		const WITHDRAWN = `${base}articles/withdrawn-report/`;
		expect(worker).toContain(WITHDRAWN);
		await answer(
			(path, response) =>
				path === 'sw.js' && script(response, worker.replace(WITHDRAWN, base + ARTICLE)),
		);
		await go('about/');
		await expect.poll(keptPages).not.toContain(ARTICLE);
	});

	test('keeps no error, no redirect and no other file, and forgets a page that is gone', async () => {
		await read();
		const shown = await headline();
		await go('robots.txt');
		await answer(html(500, ''));
		expect(await go(ARTICLE)).toBe(500);
		await answer(
			(path, response) =>
				path === ARTICLE && response.writeHead(302, { location: `${base}about/` }).end(),
		);
		await go(ARTICLE);
		expect(page.url()).toBe(`${origin}${base}about/`);
		expect(await kept()).not.toContain(`${origin}${base}robots.txt`);
		await cut();
		expect(await go(ARTICLE)).toBe(200);
		expect(await headline()).toBe(shown);
		await answer(html(404, ''));
		expect(await go(ARTICLE)).toBe(404);
		await cut();
		expect(await go(ARTICLE)).toBe(503);
		expect(await headline()).toBe('أنت غير متصل بالإنترنت');
	});

	test('has room for 300 pages and files, the latest', async () => {
		await read();
		await page.evaluate(async () => {
			const [name = ''] = await caches.keys();
			const cache = await caches.open(name);
			for (let count = 1; count <= 300; count++)
				await cache.put(
					`articles/old-${count}/`,
					new Response('', { headers: { 'content-type': 'text/html' } }),
				);
		});
		await go('about/');
		await expect.poll(async () => (await kept()).length).toBe(302);
		const pages = await keptPages();
		expect(pages).toContain('');
		expect(pages).toContain('offline/');
		expect(pages.at(-1)).toBe('about/');
		expect(pages).not.toContain(ARTICLE);
	});

	test('is rid of it all where the paper turns it off', async () => {
		await read();
		// As the build bundles them: hosting/offline.ts.
		const source = ['worker-scope', 'no-worker']
			.map((name) => readFileSync(new URL(`../../src/scripts/${name}.ts`, import.meta.url), 'utf8'))
			.join('')
			.replaceAll(/^import .*|^export (?=const)/gm, '');
		await answer(
			(path, response) => path === 'sw.js' && script(response, stripTypeScriptTypes(source)),
		);
		// Now: by itself the browser asks some seconds after a page is open.
		await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
		await expect
			.poll(() =>
				page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
			)
			.toBe(0);
		expect(await kept()).toEqual([]);
		await go('about/');
		expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
		await cut();
		await expect(page.goto(origin + base + ARTICLE)).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
	});
});
