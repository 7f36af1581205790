import type { AddressInfo } from 'node:net';
import { expect, inject, test } from 'vitest';
import { serve } from '../../src/hosting/serve.ts';
import { launch, scripted, settled } from './chromium.ts';

const PAGES = ['', 'about/', 'articles/oman-un-public-service-forum-2015/', 'none/at/all/'];

/** Before all scripts: what the policy refuses is written down, and voices are there to be heard. */
function watch() {
	const seen: string[] = [];
	Object.assign(window, { seen });
	addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
		seen.push(`${violatedDirective} ${blockedURI}`),
	);
	Object.defineProperty(navigator, 'share', { configurable: true, value: async () => {} });
	Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', {
		value: null,
		writable: true,
	});
	speechSynthesis.getVoices = () => [
		{ lang: 'ar-SA', name: 'عربي', default: true, localService: true, voiceURI: 'ar' },
	];
}

test.each(inject('sites'))(
	'no page at $address asks for anything that its policy refuses, with every feature used',
	async ({ folder, base }) => {
		const server = await serve(folder, base, 0);
		const browser = await launch();
		try {
			const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
			const context = await browser.newContext({
				permissions: ['clipboard-read', 'clipboard-write'],
			});
			await context.addInitScript(watch);
			for (const path of PAGES) {
				const page = await context.newPage();
				const complaints: string[] = [];
				page.on(
					'console',
					(message) =>
						message.type() === 'error' &&
						!/status of 404/.test(message.text()) &&
						complaints.push(message.text()),
				);
				page.on('pageerror', (error) => complaints.push(error.message));
				const foreign: string[] = [];
				page.on(
					'request',
					(request) => !request.url().startsWith(origin) && foreign.push(request.url()),
				);
				const response = await page.goto(origin + base + path, { waitUntil: 'networkidle' });
				await settled(page);
				if (path.startsWith('articles/')) await scripted(page);
				// By the page itself: what reads aloud may be done, and its buttons gone, before a pointer is there.
				await page.evaluate(() =>
					document
						.querySelectorAll<HTMLElement>('button:not([hidden])')
						.forEach((button) => void button.click()),
				);
				await page.evaluate(() =>
					getSelection()?.selectAllChildren(document.querySelector('main p') ?? document.body),
				);
				await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
				expect(
					await page.evaluate(() => (window as unknown as { seen: string[] }).seen),
					path,
				).toEqual([]);
				expect([complaints, foreign], path).toEqual([[], []]);
				// The header says what a page cannot, and nothing that changes with the content.
				expect(response?.headers()['content-security-policy'], path).toBe("frame-ancestors 'none'");
				await page.close();
			}
		} finally {
			await browser.close();
			server.close();
		}
	},
);

test('what is smuggled into a page all the same is refused by its policy', async () => {
	const [site] = inject('sites');
	const server = await serve(site?.folder ?? '', '/', 0);
	const browser = await launch();
	try {
		const page = await browser.newPage();
		await page.addInitScript(watch);
		await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/about/`);
		const refused = await page.evaluate(async () => {
			const smuggled: [name: string, values: Record<string, string>][] = [
				['script', { textContent: 'window.hit = 1' }],
				['script', { src: 'data:text/javascript,window.hit=1' }],
				['style', { textContent: 'p { color: red }' }],
				['iframe', { src: 'data:text/html,x' }],
				['img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }],
				['base', { href: 'https://example.com/' }],
			];
			for (const [name, values] of smuggled) {
				const element = document.createElement(name);
				try {
					for (const [key, value] of Object.entries(values)) Reflect.set(element, key, value);
				} catch {
					// Trusted Types refuse the assignment itself, and say so in an event too.
				}
				document.body.append(element);
			}
			await fetch('https://example.com/').catch(() => {});
			await new Promise((resolve) => setTimeout(resolve, 200));
			return (window as unknown as { seen: string[]; hit?: number }).seen.map(
				(entry) => entry.split(' ')[0],
			);
		});
		expect(new Set(refused)).toEqual(
			new Set([
				'require-trusted-types-for',
				'style-src-elem',
				'frame-src',
				'img-src',
				'base-uri',
				'connect-src',
			]),
		);
		expect(await page.evaluate(() => (window as unknown as { hit?: number }).hit)).toBeUndefined();
	} finally {
		await browser.close();
		server.close();
	}
});
