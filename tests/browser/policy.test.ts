import { describe, expect, inject, test } from 'vitest';
import { site } from './visit.ts';

const PAGES = [
	'',
	'about/',
	'articles/libraries-forum-tunis-2024/',
	'articles/budget-and-projects/',
	'none/at/all/',
];

/** Runs before all scripts: records what the policy refuses, and adds a voice. */
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

declare global {
	interface Window {
		seen: string[];
		hit?: number;
	}
}

describe.each(inject('sites'))('$paper', (paper) => {
	const visited = site(paper);

	test.each(PAGES)(
		'/%s asks for nothing that its policy refuses, with every feature used',
		(path) => {
			const complaints: string[] = [];
			const asked = new Set<string>();
			let header: string | undefined;
			return visited.open(
				path,
				{
					permissions: ['clipboard-read', 'clipboard-write'],
					before: async (page) => {
						await page.addInitScript(watch);
						page.on('console', (message) => {
							if (message.type() === 'error' && !/status of 404/.test(message.text()))
								complaints.push(message.text());
						});
						page.on('request', (request) => asked.add(new URL(request.url()).origin));
						page.on('response', (response) => {
							header ??= response.headers()['content-security-policy'];
						});
					},
				},
				async (page) => {
					// In the page: buttons of the reading may go before a pointer reaches them.
					await page.evaluate(() =>
						document
							.querySelectorAll<HTMLElement>('button:not([hidden])')
							.forEach((button) => void button.click()),
					);
					await page.evaluate(() =>
						getSelection()?.selectAllChildren(document.querySelector('main p') ?? document.body),
					);
					await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
					expect(await page.evaluate(() => window.seen)).toEqual([]);
					expect({ complaints, asked: [...asked] }).toEqual({
						complaints: [],
						asked: [visited.origin],
					});
					// The header says what a page cannot, and nothing that changes with the content.
					expect(header).toBe("frame-ancestors 'none'");
				},
			);
		},
	);
});

describe('what is smuggled into a page all the same', () => {
	const { open } = site(inject('sites')[0]!);
	test('is refused by its policy', () =>
		open('about/', { before: (page) => page.addInitScript(watch) }, async (page) => {
			await page.evaluate(async () => {
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
						// Trusted Types refuse the assignment itself.
					}
					document.body.append(element);
				}
				await fetch('https://example.com/').catch(() => {});
			});
			await expect
				.poll(() =>
					page.evaluate(() => [...new Set(window.seen.map((entry) => entry.split(' ')[0]))].sort()),
				)
				.toEqual([
					'base-uri',
					'connect-src',
					'frame-src',
					'img-src',
					'require-trusted-types-for',
					'style-src-elem',
				]);
			expect(await page.evaluate(() => window.hit)).toBeUndefined();
		}));
});
