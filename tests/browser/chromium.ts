import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

const INSTALLED = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:/Program Files/Google/Chrome/Application/chrome.exe',
	'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
	'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/** Root needs `--no-sandbox`. The rest stops requests of Chromium's own. */
export const ARGS = [
	'--no-sandbox',
	'--disable-background-networking',
	'--disable-component-update',
	'--no-first-run',
];

/**
 * Unpacks the browser from npm beside its package, whole or not at all. In the system's folder for
 * temporary files, where it would unpack itself, it may find another user's, an older version's or
 * half a browser.
 */
async function unpacked(): Promise<string> {
	const name = '@sparticuz/chromium';
	const folder = fileURLToPath(new URL('../unpacked', import.meta.resolve(name)));
	if (!existsSync(folder)) {
		const { TMPDIR = '/tmp' } = process.env;
		const part = await mkdtemp(`${folder}-`);
		// Only the program: the arguments of the package are for cloud functions (one process, no web
		// security).
		const { default: browser } = (await import(name)) as typeof import('@sparticuz/chromium');
		process.env['TMPDIR'] = part;
		await browser.executablePath().finally(() => {
			process.env['TMPDIR'] = TMPDIR;
		});
		// Tests of another run may have been first.
		await rename(part, folder).catch(() => rm(part, { recursive: true }));
	}
	return `${folder}/chromium`;
}

/**
 * Finds a Chromium: `CHROME_PATH`, or the one from npm (Linux x64), or an installed one.
 * @throws A sentence that says what to install: browser tests are never skipped in silence.
 */
export async function executable(): Promise<string> {
	const named = process.env['CHROME_PATH'];
	if (named) return named;
	const packed =
		process.platform === 'linux' && process.arch === 'x64' ? await unpacked() : undefined;
	const found = packed ?? INSTALLED.find((path) => existsSync(path));
	if (!found)
		throw new Error(
			'لا يوجد متصفح للاختبارات. ثبّت Google Chrome أو Chromium، أو ضع مساره في CHROME_PATH.',
		);
	return found;
}

/** Starts a Chromium for the tests. */
export async function launch(): Promise<Browser> {
	return chromium.launch({ executablePath: await executable(), args: ARGS });
}

/**
 * Waits until a page is set in our typeface. Where it came too late for the first paint, or to a
 * phone, it is swapped in.
 */
export async function settled(page: Page): Promise<void> {
	await page.evaluate(async () => {
		document.documentElement.classList.add('swapped');
		document.body.getBoundingClientRect(); // Layout requests the fonts.
		await document.fonts.ready;
		for (const face of document.fonts) face.display = 'swap';
		document.body.getBoundingClientRect();
		await document.fonts.ready;
	});
}

/**
 * Waits until an article's script has run. Without a locator, whose own script costs as much as a
 * third of the page: tests that only look need none.
 */
export async function scripted(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const isReady = () =>
			[...document.querySelectorAll('.share button')].some((button) => button.checkVisibility());
		while (document.querySelector('.share') && !isReady()) await new Promise(requestAnimationFrame);
	});
}
