/**
 * How far lines move when our typeface comes: `npm run bench -- shift`, pages of the tests'
 * newspaper, or `npm run bench -- shift dist`, those of a built site too. `--fonts FOLDER`, once or
 * more, are the fonts that the browser finds, each folder alone; without it, those of the machine.
 * `--step N` is the distance of the widths, 20 px without it. Each page is opened with an empty
 * cache, on a desktop and on a phone, and its fonts come 300 ms late: after the first paint.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from '../../src/hosting/serve.ts';
import { ARGS, executable } from '../browser/chromium.ts';
import { type Built, built } from './built.ts';

const LATE = 300;
/** Until the phone's script has come, and the fonts that it asks for (scripts/faces.ts). */
const SETTLED = 1200;
/** So many pages at a time: they mostly wait. */
const AT_ONCE = 6;
/**
 * With a mouse our faces come with the page or not at all; with a finger they are swapped in where
 * that moves nothing (scripts/faces.ts).
 */
const DEVICES = ['desktop', 'phone'] as const;

interface Row {
	fonts: string;
	page: string;
	device: string;
	hinting: string;
	/** The largest of all widths, and where it was. */
	worst: number;
	width: number;
	/** Widths with more than 0.01. */
	over: number;
	/** Widths at which a phone's page took our faces. */
	swapped: number;
}

/** A site before which fonts wait. */
async function lateHost({ folder, base }: Built): Promise<string> {
	const site = await serve(folder, base, 0);
	const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
	const server = createServer(async (request, response) => {
		if (request.url?.endsWith('.woff2')) await new Promise((done) => setTimeout(done, LATE));
		const answer = await fetch(origin + request.url);
		const headers = Object.fromEntries(answer.headers);
		delete headers['content-encoding'];
		delete headers['content-length'];
		response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
}

/** The pages that are measured, by name. */
async function pagesOf(dist: string | undefined): Promise<[string, string][]> {
	const paper = await built();
	const own = await lateHost(paper);
	const pages: [string, string][] = [
		['article', `${own}${paper.articles[0]}`],
		['plain article', `${own}articles/street-lights/`],
		['home with many', own],
		['about', `${own}about/`],
	];
	if (!dist) return pages;
	const given = await built(dist);
	const address = await lateHost(given);
	return [
		...pages,
		[`${dist}: home`, address],
		[`${dist}: article`, `${address}${given.articles[0]}`],
		[`${dist}: about`, `${address}about/`],
	];
}

/** Measures all, and prints a table. */
export async function measureShift(
	dist: string | undefined,
	folders: readonly string[],
	step: number,
): Promise<void> {
	const pages = await pagesOf(dist);
	const widths = Array.from({ length: Math.floor(1600 / step) + 1 }, (_, n) => 320 + n * step);
	const rows: Row[] = [];
	for (const folder of folders.length > 0 ? folders : [undefined]) {
		const settings = mkdtempSync(join(tmpdir(), 'fonts-'));
		if (folder)
			writeFileSync(
				join(settings, 'fonts.conf'),
				`<?xml version="1.0"?><fontconfig><dir>${resolve(folder)}</dir><cachedir>${settings}/cache</cachedir></fontconfig>`,
			);
		for (const hinting of ['none', 'full']) {
			const browser = await chromium.launch({
				executablePath: await executable(),
				args: [...ARGS, `--font-render-hinting=${hinting}`],
				...(folder && { env: { ...process.env, FONTCONFIG_PATH: settings } }),
			});
			for (const [device, [page, url]] of DEVICES.flatMap((device) =>
				pages.map((page) => [device, page] as const),
			)) {
				const phone = device === 'phone';
				const shifts: [width: number, shift: number, swapped: boolean][] = [];
				const waiting = [...widths];
				const visit = async () => {
					for (let width = waiting.shift(); width; width = waiting.shift()) {
						const context = await browser.newContext({
							viewport: { width, height: 800 },
							isMobile: phone,
							hasTouch: phone,
						});
						const tab = await context.newPage();
						await tab.goto(url, { waitUntil: 'load' });
						await tab.waitForTimeout(phone ? SETTLED : LATE * 2);
						const [shift, swapped] = await tab.evaluate(async () => {
							await document.fonts.ready;
							for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
							return new Promise<[number, boolean]>((done) => {
								let sum = 0;
								new PerformanceObserver((list) => {
									for (const entry of list.getEntries())
										sum += (entry as unknown as { value: number }).value;
								}).observe({ type: 'layout-shift', buffered: true });
								const { classList } = document.documentElement;
								setTimeout(() => done([sum, classList.contains('swapped')]), 50);
							});
						});
						shifts.push([width, shift, swapped]);
						await context.close();
					}
				};
				await Promise.all(Array.from({ length: AT_ONCE }, visit));
				const [width, worst] = shifts.toSorted((a, b) => b[1] - a[1])[0] ?? [0, NaN];
				const over = shifts.filter(([, shift]) => shift > 0.01).length;
				const swapped = shifts.filter(([, , swapped]) => swapped).length;
				rows.push({
					fonts: folder ? basename(folder) : 'machine',
					page,
					device,
					hinting,
					worst,
					width,
					over,
					swapped,
				});
				console.error(`${rows.at(-1)?.fonts} ${device} ${hinting} ${page}: ${worst.toFixed(4)}`);
			}
			await browser.close();
		}
		rmSync(settings, { recursive: true });
	}
	console.log(
		`| fonts | page | device | hinting | worst of ${widths.length} widths | at, px | over 0.01 | in our faces at last |`,
	);
	console.log('|---|---|---|---|--:|--:|--:|--:|');
	for (const { fonts, page, device, hinting, worst, width, over, swapped } of rows)
		console.log(
			`| ${fonts} | ${page} | ${device} | ${hinting} | ${worst.toFixed(4)} | ${worst > 0 ? width : '–'} | ${over} | ${device === 'phone' ? swapped : '–'} |`,
		);
}
