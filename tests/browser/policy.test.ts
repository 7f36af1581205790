import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { scripted, settled } from './chromium.ts';
import { browser, site } from './visit.ts';

const PAGES = [
	'',
	'about/',
	'articles/libraries-forum-tunis-2024/',
	'articles/budget-and-projects/',
	'none/at/all/',
	'search/?q=القراءة',
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
	// Under a base addresses are others, and the parts of pages the same.
	const pages = paper.base === '/' ? PAGES : PAGES.slice(0, 2);

	test.each(pages)(
		'/%s asks for nothing that its policy refuses, with every feature used',
		(path) => {
			const complaints: string[] = [];
			const asked = new Set<string>();
			let header: string | undefined;
			return visited.open(
				path,
				{
					permissions: ['clipboard-read', 'clipboard-write'],
					script: [watch, undefined],
					before: async (page) => {
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
							.querySelectorAll<HTMLElement>('button:not([hidden]):not(form button)')
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
		open('about/', { script: [watch, undefined] }, async (page) => {
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

/** Copies a site as `wget --mirror --convert-links` does: every address from its root becomes one from where the file stands. */
function mirror(folder: string, base: string, copy: string): void {
	cpSync(folder, copy, { recursive: true });
	for (const name of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
		if (!name.endsWith('.html')) continue;
		const file = join(copy, name);
		const here = (path: string) =>
			relative(dirname(file), join(copy, path.slice(base.length) || '.')).replaceAll('\\', '/');
		const html = readFileSync(file, 'utf8').replace(
			/(?<=(?:href|src)="|url\()\/[^"#)]*/g,
			(path) => here(path) + (path.endsWith('/') ? '/index.html' : ''),
		);
		writeFileSync(file, html);
	}
}

/** Whether a page is set in our style and faces, and which of its pictures have come. */
async function shown(page: Page) {
	await settled(page);
	return page.evaluate(async () => {
		const pictures = [...document.querySelectorAll<HTMLImageElement>('article img')];
		for (const picture of pictures) picture.loading = 'eager';
		await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
		return {
			width: getComputedStyle(document.querySelector('.sheet')!).maxWidth,
			ours: [...document.fonts].some(
				({ family, status }) => family === 'Naskh' && status === 'loaded',
			),
			pictures: pictures.map(({ naturalWidth }) => naturalWidth > 0),
		};
	});
}

const PHOTOS = 'articles/photo-harbour/';

describe('copies of a page keep its style and its pictures', () => {
	const paper = inject('sites')[1]!;
	const visited = site(paper);
	const copies = mkdtempSync(join(tmpdir(), 'copies-'));
	afterAll(() => rmSync(copies, { recursive: true, force: true }));

	/** Opens a file in a context of its own. */
	async function open<T>(file: string, use: (page: Page) => Promise<T>): Promise<T> {
		const context = await (await browser()).newContext();
		try {
			const page = await context.newPage();
			await page.goto(pathToFileURL(file).href);
			return await use(page);
		} finally {
			await context.close();
		}
	}

	test('in a mirror whose links were converted', async () => {
		mirror(paper.folder, paper.base, join(copies, 'own'));
		expect(await open(join(copies, 'own', PHOTOS, 'index.html'), shown)).toMatchObject({
			width: '1248px',
			ours: true,
		});
	});

	const installed = spawnSync('wget', ['--version']).status === 0;
	// wget knows nothing of `<source srcset>`: the test above covers pictures, and machines without
	// wget.
	test.runIf(installed)('in a mirror that wget itself made', async () => {
		const host = new URL(visited.origin).host;
		await promisify(execFile)('wget', [
			...['-q', '--mirror', '--convert-links', '--page-requisites', '-e', 'robots=off'],
			...['-P', copies, visited.origin + paper.base],
		]).catch(({ code }) => expect(code).toBe(8)); // Something was not found.
		const file = join(copies, host, paper.base, PHOTOS, 'index.html');
		expect(await open(file, shown)).toMatchObject({
			width: '1248px',
			ours: true,
		});
	});

	test('in the one file that Chromium saves (MHTML)', async () => {
		const context = await (await browser()).newContext();
		const { origin } = new URL(paper.address);
		// At its own address, which its policy names.
		await context.route(`${origin}/**`, async (route) => {
			const url = route.request().url().replace(origin, visited.origin);
			await route.fulfill({ response: await route.fetch({ url }) });
		});
		const page = await context.newPage();
		await page.goto(paper.address + PHOTOS);
		await shown(page);
		await scripted(page);
		const session = await context.newCDPSession(page);
		const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
		// Scripts may still be on their way.
		await context.unrouteAll({ behavior: 'ignoreErrors' });
		await context.close();
		writeFileSync(join(copies, 'page.mhtml'), data);
		const saved = await open(join(copies, 'page.mhtml'), async (page) => ({
			...(await shown(page)),
			buttons: await page.locator('.share button').count(),
			dead: await page.locator('.share button:visible').count(),
		}));
		// Chromium leaves the faces out.
		expect(saved).toMatchObject({
			width: '1248px',
			pictures: [true, true, true, true],
			buttons: 1,
			dead: 0,
		});
	});
});

describe('from another origin', () => {
	const paper = inject('sites')[0]!;
	const visited = site(paper);
	const other = createServer((_, response) =>
		response.setHeader('content-type', 'text/html').end('<!doctype html><title>قارئ</title>'),
	);
	beforeAll(() => new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve)));
	afterAll(() => void other.close());

	test('pictures are shown and fetched, feed and calendar are read, pages are not', async () => {
		const context = await (await browser()).newContext();
		try {
			const page = await context.newPage();
			await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
			const [picture = ''] =
				/_astro\/photo[^ "]*\.\w+/.exec(
					readFileSync(`${paper.folder}/${PHOTOS}index.html`, 'utf8'),
				) ?? [];
			const seen = await page.evaluate(
				async ({ root, picture }) => {
					const load = (path: string) =>
						new Promise<boolean>((resolve) => {
							const image = new Image();
							image.onload = () => resolve(true);
							image.onerror = () => resolve(false);
							image.src = root + path;
						});
					const read = (path: string, init?: RequestInit) =>
						fetch(root + path, init).then(
							async (response) => (await response.text()).slice(0, 15) || response.type,
							() => 'refused',
						);
					return {
						picture: await load(picture),
						card: await load('images/photo-harbour/card.jpg'),
						fetched: await read(picture, { mode: 'no-cors' }),
						feed: await read('rss.xml'),
						calendar: await read('articles/libraries-forum-tunis-2024/event.ics'),
						page: await read('about/', { mode: 'no-cors' }),
					};
				},
				{ root: visited.origin + paper.base, picture },
			);
			expect(seen).toEqual({
				picture: true,
				card: true,
				fetched: 'opaque',
				feed: '<?xml version="',
				calendar: 'BEGIN:VCALENDAR',
				page: 'refused',
			});
		} finally {
			await context.close();
		}
	});
});
