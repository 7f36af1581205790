import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { serve } from '../../src/hosting/serve.ts';
import type { BuiltSite } from '../sites.ts';
import { launch, scripted, settled } from './chromium.ts';

let started: Promise<Browser> | undefined;

/** The browser of all test files of this process, started on first use. It ends with the process. */
export function browser(): Promise<Browser> {
	started ??= launch();
	return started;
}

interface Visit extends BrowserContextOptions {
	/** Prepares the page before it loads. */
	before?(page: Page): Promise<unknown>;
	/** Its first view is the one that counts, in whatever face. */
	once?: boolean;
}

export interface Site {
	/** Where the site is served: `http://localhost:PORT`. */
	readonly origin: string;
	/**
	 * Opens a page in its own context, waits for our typeface and the page's script, and closes it after use.
	 * Fails if a script of the page throws.
	 * @param path From the site's base: `about/`.
	 */
	open<T>(path: string, visit: Visit, use: (page: Page) => Promise<T>): Promise<T>;
	/** One page for all tests of a `describe`. Each must leave it as it was. */
	keep(path: string, visit: Visit): () => Page;
}

/** Serves a built site while the tests of the file or `describe` run. */
export function site({ folder, base }: Pick<BuiltSite, 'folder' | 'base'>): Site {
	let server: Server;
	let origin = '';
	beforeAll(async () => {
		server = await serve(folder, base, 0);
		origin = `http://localhost:${(server.address() as AddressInfo).port}`;
	});
	afterAll(() => void server?.close());

	async function enter(path: string, { before, once, ...options }: Visit) {
		// The worker would answer in the place of routes: tests/browser/offline.test.ts has one.
		const context = await (await browser()).newContext({ serviceWorkers: 'block', ...options });
		const page = await context.newPage();
		const errors: Error[] = [];
		page.on('pageerror', (error) => errors.push(error));
		await before?.(page);
		await page.goto(origin + base + path);
		if (options.javaScriptEnabled !== false) {
			await (once ? settled(page) : inOurFace(page));
			if (await page.locator('.share').count()) await scripted(page);
		}
		return { page, errors, leave: () => context.close() };
	}
	return {
		get origin() {
			return origin;
		},
		async open(path, visit, use) {
			const { page, errors, leave } = await enter(path, visit);
			try {
				const result = await use(page);
				expect(errors).toEqual([]);
				return result;
			} finally {
				await leave();
			}
		},
		keep(path, visit) {
			let entered: Awaited<ReturnType<typeof enter>>;
			beforeAll(async () => {
				entered = await enter(path, visit);
			});
			afterAll(async () => {
				await entered?.leave();
				expect(entered?.errors).toEqual([]);
			});
			return () => entered.page;
		},
	};
}

/** Waits for a page, and loads it anew while our faces were late: on a busy machine a page keeps those of the system. */
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
