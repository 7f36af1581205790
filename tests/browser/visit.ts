import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { serve } from '../../src/hosting/serve.ts';
import type { BuiltSite } from '../sites.ts';
import { launch, scripted, settled } from './chromium.ts';

let started: Promise<Browser> | undefined;

/**
 * The browser of all test files of this process, started on first use. It ends with the process.
 */
export function browser(): Promise<Browser> {
	started ??= launch();
	return started;
}

interface Visit<Argument = unknown> extends BrowserContextOptions {
	/** Runs in the page before its own scripts, with an argument. */
	script?: readonly [script: (argument: Argument) => void, argument: Argument];
	/** Prepares the page before it loads, by routes and listeners. */
	before?(page: Page): Promise<unknown>;
	/** Take the first load, even if our faces came late. */
	once?: boolean;
}

type Screen = Pick<
	BrowserContextOptions,
	'viewport' | 'javaScriptEnabled' | 'forcedColors' | 'contrast'
>;

export interface Site {
	/** Where the site is served: `http://localhost:PORT`. */
	readonly origin: string;
	/**
	 * Opens a page, waits for our typeface and the page's script. Visits come to one tab after
	 * another, which is new where something prepares it or another kind of device is asked for. Fails
	 * if a script of the page throws.
	 * @param path From the site's base: `about/`.
	 */
	open<T, Argument>(
		path: string,
		visit: Visit<Argument>,
		use: (page: Page) => Promise<T>,
	): Promise<T>;
	/** As `open`, for tests that only look: a tab that already shows the page is reused as it is. */
	look<T>(path: string, visit: Screen, use: (page: Page) => Promise<T>): Promise<T>;
	/** One page for all tests of a `describe`. Each must leave it as it was. */
	keep<Argument>(path: string, visit: Visit<Argument>): () => Page;
}

const withoutFragment = (address: string) => address.replace(/#.*/, '');

/**
 * Tabs between two visits, by their options: a new one costs as much as three pages. They end with
 * the browser.
 */
const free = new Map<string, Page[]>();

/** Tabs that a test changed for good, such as their clock. */
const spoilt = new WeakSet<Page>();

/** Tabs that show a page as it was loaded. */
const untouched = new WeakSet<Page>();

/** Says that no other visit may come to this tab. */
export const spoil = (page: Page): void => void spoilt.add(page);

/** Serves a built site while the tests of the file or `describe` run. */
export function site({ folder, base }: Pick<BuiltSite, 'folder' | 'base'>): Site {
	let server: Server;
	let origin = '';
	beforeAll(async () => {
		server = await serve(folder, base, 0);
		origin = `http://localhost:${(server.address() as AddressInfo).port}`;
	});
	afterAll(() => void server?.close());

	async function enter<Argument>(
		path: string,
		{ script, before, once, ...options }: Visit<Argument>,
		isLook = false,
	) {
		const {
			viewport = { width: 1280, height: 720 },
			colorScheme,
			forcedColors,
			contrast,
			...others
		} = options;
		const key = JSON.stringify(others);
		const address = origin + base + path;
		const tabs = free.get(key) ?? [];
		const shown = tabs.findIndex((tab) => isLook && untouched.has(tab) && tab.url() === address);
		let page = tabs.splice(shown, 1)[0];
		const isUsed = page !== undefined;
		if (page) {
			await page.setViewportSize(viewport!);
			await page.emulateMedia({
				media: null,
				colorScheme: colorScheme ?? 'light',
				forcedColors: forcedColors ?? 'none',
				contrast: contrast ?? 'no-preference',
			});
			// Leave a page first if its server is gone, as it would report errors; or if only the
			// fragment differs, as nothing would load. Not to a blank page, which starts another
			// process.
			if (
				!page.url().startsWith(`${origin}/`) ||
				(address.includes('#') && withoutFragment(page.url()) === withoutFragment(address))
			)
				await page.goto(`${origin}${base}robots.txt`);
		} else {
			// The worker would answer in the place of routes: tests/browser/offline.test.ts has one.
			const context = await (await browser()).newContext({ serviceWorkers: 'block', ...options });
			page = await context.newPage();
		}
		const installed =
			script && (await page.addInitScript(...(script as [(argument: unknown) => void, unknown])));
		const errors: Error[] = [];
		const note = (error: Error) => void errors.push(error);
		page.on('pageerror', note);
		await before?.(page);
		if (shown >= 0) {
			await page.evaluate(async () => {
				scrollTo(0, 0);
				// In the next frame a picture chooses its source for the new width.
				for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
				const isThere = ({ loading, complete }: HTMLImageElement) => loading === 'lazy' || complete;
				while (![...document.images].every(isThere)) await new Promise(requestAnimationFrame);
			});
		} else await page.goto(address);
		if (isLook) untouched.add(page);
		else untouched.delete(page);
		if (isUsed) await page.evaluate(() => sessionStorage.clear());
		if (options.javaScriptEnabled !== false) {
			await (once ? settled(page) : inOurFace(page));
			await scripted(page);
		}
		const tab = page;
		/** @param keep Whether the tab may serve another visit. */
		const leave = async (keep = false) => {
			tab.off('pageerror', note);
			await installed?.dispose();
			for (const event of ['request', 'response', 'console'] as const)
				tab.removeAllListeners(event);
			await tab.unrouteAll({ behavior: 'wait' });
			if (!keep || spoilt.has(tab)) return tab.context().close();
			free.set(key, [...(free.get(key) ?? []), tab]);
		};
		return { page: tab, errors, leave };
	}
	async function use<T>(visit: ReturnType<typeof enter>, act: (page: Page) => Promise<T>) {
		const { page, errors, leave } = await visit;
		let isSound = false;
		try {
			const result = await act(page);
			expect(errors).toEqual([]);
			isSound = true;
			return result;
		} finally {
			await leave(isSound);
		}
	}
	return {
		get origin() {
			return origin;
		},
		open: (path, visit, act) => use(enter(path, visit), act),
		look: (path, screen, act) => use(enter(path, screen, true), act),
		keep(path, visit) {
			let entered: Awaited<ReturnType<typeof enter>>;
			beforeAll(async () => {
				entered = await enter(path, visit);
			});
			afterAll(async () => {
				await entered?.leave(true);
				expect(entered?.errors).toEqual([]);
			});
			return () => entered.page;
		},
	};
}

/**
 * Waits for a page, and loads it anew while our faces were late: on a busy machine a page keeps
 * those of the system.
 */
export async function inOurFace(page: Page): Promise<void> {
	await settled(page);
	for (let left = 5; left > 0 && (await page.evaluate(facesWereLate)); left--) {
		await page.reload();
		await settled(page);
	}
}

/** In the page: whether something was painted before our faces were there. */
function facesWereLate(): boolean {
	const painted = performance.getEntriesByType('paint')[0]?.startTime ?? Infinity;
	return (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).some(
		({ name, responseEnd }) => name.endsWith('.woff2') && responseEnd > painted,
	);
}
