import { existsSync } from 'node:fs';
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

/** As root Chromium wants no sandbox; the rest keeps it from asking for hosts that no page asked for. */
export const ARGS = [
	'--no-sandbox',
	'--disable-background-networking',
	'--disable-component-update',
	'--no-first-run',
];

/**
 * The program of a Chromium: `CHROME_PATH`, or the one that comes with npm (Linux x64), or an installed one.
 * @throws with the sentence that says what to install: the tests of the browser are never left out in silence.
 */
export async function executable(): Promise<string> {
	const named = process.env['CHROME_PATH'];
	if (named) return named;
	// Of the packed one only the program is used: its own arguments are made for a cloud function (one process, no web security).
	const packed =
		process.platform === 'linux' && process.arch === 'x64'
			? await (await import('@sparticuz/chromium')).default.executablePath()
			: undefined;
	const found = packed ?? INSTALLED.find((path) => existsSync(path));
	if (!found)
		throw new Error(
			'لا يوجد متصفح للاختبارات. ثبّت Google Chrome أو Chromium، أو ضع مساره في CHROME_PATH.',
		);
	return found;
}

/** A Chromium for the tests, started. */
export async function launch(): Promise<Browser> {
	return chromium.launch({ executablePath: await executable(), args: ARGS });
}

/** Waits until a page is set in our typeface, which it asks for only after its first paint: the wait is cut short. */
export async function settled(page: Page): Promise<void> {
	await page.evaluate(async () => {
		for (const animation of document.documentElement.getAnimations()) animation.finish();
		document.body.getBoundingClientRect(); // Only what is laid out asks for its fonts.
		await document.fonts.ready;
	});
}

/** Waits until an article's script has run: of all that it does, the button that copies the link comes last. */
export async function scripted(page: Page): Promise<void> {
	await page.locator('.share button[value]').first().waitFor();
}
