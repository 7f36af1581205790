import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { ARGS, executable } from '../browser/chromium.ts';

/** What one visit measured, by name of the row: milliseconds, scores to 100, or layout shift. */
export type Sample = Record<string, number>;

/** Only this machine: a request to another host fails and sends nothing. */
const CLOSED = [
	...ARGS,
	'--no-proxy-server',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/**
 * Uses a slow phone with an empty cache: 400 kbit/s, 400 ms latency, a processor six times slower.
 */
export async function onSlowPhone<Result>(
	use: (page: Page, session: CDPSession) => Promise<Result>,
): Promise<Result> {
	const browser = await chromium.launch({ executablePath: await executable(), args: CLOSED });
	try {
		const page = await browser.newPage({
			viewport: { width: 360, height: 800 },
			deviceScaleFactor: 2,
			isMobile: true,
			hasTouch: true,
		});
		const session = await page.context().newCDPSession(page);
		await session.send('Network.enable');
		await session.send('Network.emulateNetworkConditions', {
			offline: false,
			latency: 400,
			downloadThroughput: 400e3 / 8,
			uploadThroughput: 150e3 / 8,
		});
		await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
		return await use(page, session);
	} finally {
		await browser.close();
	}
}

/** A cold visit with a slow phone. */
export async function slowPhone(url: string): Promise<Sample> {
	return onSlowPhone(async (page) => {
		await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
		await page.waitForTimeout(1500);
		const seen = await page.evaluate(async () => {
			const entries = (type: string) =>
				new Promise<(PerformanceEntry & { value?: number; hadRecentInput?: boolean })[]>(
					(resolve) => {
						new PerformanceObserver((list) => resolve(list.getEntries())).observe({
							type,
							buffered: true,
						});
						setTimeout(() => resolve([]), 500);
					},
				);
			const [paints, largest, shifts, [navigation]] = [
				await entries('paint'),
				await entries('largest-contentful-paint'),
				await entries('layout-shift'),
				performance.getEntriesByType('navigation'),
			];
			return {
				fcp: paints.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? NaN,
				lcp: largest.at(-1)?.startTime ?? NaN,
				cls: shifts.reduce(
					(sum, { value = 0, hadRecentInput }) => sum + (hadRecentInput ? 0 : value),
					0,
				),
				load: (navigation as PerformanceNavigationTiming).loadEventEnd,
			};
		});
		return {
			'slow phone: FCP ms': seen.fcp,
			'slow phone: LCP ms': seen.lcp,
			'slow phone: CLS': seen.cls,
			'slow phone: load ms': seen.load,
		};
	});
}

/** What is used of the two packages. They are heavy, so only `npm run bench` installs them. */
interface Launcher {
	launch(options: {
		chromePath: string;
		chromeFlags: string[];
		logLevel: string;
	}): Promise<{ port: number; kill(): void }>;
}
interface Lighthouse {
	default(
		url: string,
		flags: { port: number; logLevel: string; onlyCategories: string[] },
	): Promise<{
		lhr: {
			runtimeError?: { message: string };
			categories: Record<string, { score: number | null }>;
			audits: Record<string, { numericValue?: number }>;
		};
	}>;
}

export async function prepareLighthouse(): Promise<(url: string) => Promise<Sample>> {
	const folder = new URL('.', import.meta.url);
	if (!existsSync(new URL('node_modules/lighthouse/', folder))) {
		execFileSync('npm', ['ci', '--ignore-scripts', '--prefix', fileURLToPath(folder)], {
			stdio: ['ignore', 2, 2],
			shell: process.platform === 'win32',
		});
	}
	// The names are in variables: the packages are not installed when types are checked.
	const [launcherName, lighthouseName] = ['chrome-launcher', 'lighthouse'];
	const launcher = (await import(launcherName)) as Launcher;
	const { default: lighthouse } = (await import(lighthouseName)) as Lighthouse;
	const chromePath = await executable();
	return async (url) => {
		const chrome = await launcher.launch({
			chromePath,
			chromeFlags: ['--headless', ...CLOSED],
			logLevel: 'silent',
		});
		try {
			const { lhr } = await lighthouse(url, {
				port: chrome.port,
				logLevel: 'error',
				onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
			});
			if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
			const score = (category: string) =>
				Math.round((lhr.categories[category]?.score ?? NaN) * 100);
			const audit = (name: string) => lhr.audits[name]?.numericValue ?? NaN;
			return {
				'Lighthouse: performance': score('performance'),
				'Lighthouse: accessibility': score('accessibility'),
				'Lighthouse: best practices': score('best-practices'),
				'Lighthouse: SEO': score('seo'),
				'Lighthouse: FCP ms': audit('first-contentful-paint'),
				'Lighthouse: LCP ms': audit('largest-contentful-paint'),
				'Lighthouse: CLS': audit('cumulative-layout-shift'),
				'Lighthouse: TBT ms': audit('total-blocking-time'),
			};
		} finally {
			chrome.kill();
		}
	};
}
