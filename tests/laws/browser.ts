/**
 * The laws that need a browser: accessibility by axe, what is loaded, where text begins, and XML by
 * a strict reader.
 */
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serve } from '../../src/hosting/serve.ts';
import type { Problem } from '../../src/problems.ts';
import { launch, settled } from '../browser/chromium.ts';
import { NO_ICONS } from './axe.ts';
import { shown } from './law.ts';
import type { BuiltPage, Site } from './site.ts';

const axe = `${NO_ICONS}${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')}`;

/** How each page is seen, one after the other: it is loaded once. */
const VIEWS = [
	{ viewport: { width: 360, height: 800 }, colorScheme: 'light' },
	{ viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
] as const;

/** What a page is made of: its elements, and the sections by their ids. */
const parts = ({ $ }: BuiltPage): Set<string> =>
	new Set(
		$('main *')
			.toArray()
			.map(({ tagName, attribs }) =>
				tagName === 'section' ? `section#${attribs['id']}` : tagName,
			),
	);

/** Folders whose pages are lists: of each folder the longest is visited. */
const LISTS = /^(?:archive|people|topics)\/./;

/** The longest list of each folder. The first page of the archive is none of its months. */
function richestLists(pages: readonly BuiltPage[]): BuiltPage[] {
	const lists = pages.filter(({ file }) => LISTS.test(file) && file !== 'archive/index.html');
	const folders = Map.groupBy(lists, ({ file }) => file.slice(0, file.indexOf('/')));
	return [...folders.values()].flatMap(
		(own) => own.toSorted((a, b) => b.html.length - a.html.length)[0] ?? [],
	);
}

/**
 * One page of every kind: all that are neither article nor list, a list of each folder, and
 * articles until every part that any article has was seen, then the plainest.
 */
export function pageKinds({ pages }: Site): BuiltPage[] {
	const all = [...pages.values()].filter(({ kind }) => kind !== 'redirect');
	const articles = all
		.filter(({ article }) => article)
		.map((page) => ({ page, parts: parts(page) }));
	const plainest = articles.toSorted((a, b) => a.parts.size - b.parts.size)[0];
	const chosen = new Set<BuiltPage>(plainest ? [plainest.page] : []);
	const seen = new Set(plainest?.parts);
	for (;;) {
		const [richest] = articles
			.map(({ page, parts }) => ({ page, more: parts.difference(seen) }))
			.sort((a, b) => b.more.size - a.more.size);
		if (!richest?.more.size) break;
		chosen.add(richest.page);
		for (const part of richest.more) seen.add(part);
	}
	// What was withdrawn is one page many times.
	const withdrawn = all.filter(({ kind, file }) => kind === 'missing' && file !== '404.html');
	const own = all.filter(
		(page) =>
			!page.article &&
			!withdrawn.slice(1).includes(page) &&
			(!LISTS.test(page.file) || page.file === 'archive/index.html'),
	);
	return [...own, ...richestLists(all), ...chosen];
}

/**
 * What is wrong with an open page. @param preload Whether axe reads the style sheets and media:
 * once for all views.
 */
async function messagesOf(page: Page, preload: boolean): Promise<string[]> {
	const { violations, wide, sides } = await page.evaluate(async (preload) => {
		type Violation = { id: string; help: string; nodes: { html: string }[] };
		const { axe } = window as unknown as {
			axe: {
				getRules(): { ruleId: string }[];
				run(options: object): Promise<{ violations: Violation[] }>;
			};
		};
		const begins = [...document.querySelectorAll('h1, h2, h3, p, li, dd')]
			.filter((element) => /\p{Script=Arabic}/u.test(element.textContent))
			.filter((element) => getComputedStyle(element).direction !== 'rtl')
			.map((element) => element.textContent.trim().slice(0, 40));
		return {
			// Every rule: those of the highest level, too, and those that axe leaves off by itself.
			violations: (
				await axe.run({
					runOnly: { type: 'rule', values: axe.getRules().map(({ ruleId }) => ruleId) },
					resultTypes: ['violations'],
					preload,
				})
			).violations,
			wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
			sides: begins,
		};
	}, preload);
	return [
		...violations.map(
			({ id, help, nodes }) =>
				`لا يناسب القارئ الذي لا يرى (axe ${id}: ${help}): ${nodes[0]?.html.slice(0, 120)}. صحّح هذا العنصر.`,
		),
		...(wide > 0
			? [`الصفحة أعرض من الشاشة بـ ${wide} بكسل. قصّر أطول كلمة أو جدول أو رابط فيها.`]
			: []),
		...sides.map((text) => `نص عربي يبدأ من اليسار في المتصفح: «${text}». احذف ما يغيّر اتجاهه.`),
	];
}

/** Opens pages one after another, as a reader does, and tells what is wrong in each view. */
async function visit(
	browser: Browser,
	origin: string,
	site: Site,
	pages: readonly BuiltPage[],
): Promise<Problem[]> {
	const problems: Problem[] = [];
	// One context: the fonts are read once.
	const context = await browser.newContext();
	const page = await context.newPage();
	// Sent once: to send it takes longer than to run it.
	await page.addInitScript({ content: axe });
	let messages: string[] = [];
	page.on('request', (request) => {
		if (!request.url().startsWith(origin))
			messages.push(`الصفحة تطلب من موقع آخر: ${request.url().slice(0, 100)}. احذف ما يطلبه.`);
	});
	page.on('console', (message) => {
		if (/content.security.policy/i.test(message.text()))
			messages.push(`سياسة الأمان منعت شيئًا: ${message.text().slice(0, 160)}. احذفه من الصفحة.`);
	});
	for (const { file } of pages) {
		const address = origin + site.base + encodeURI(file.replace(/(?<=^|\/)index\.html$/, ''));
		for (const [index, { viewport, colorScheme }] of VIEWS.entries()) {
			messages = [];
			await page.setViewportSize(viewport);
			await page.emulateMedia({ colorScheme });
			if (index === 0) await page.goto(address);
			await settled(page);
			messages.push(...(await messagesOf(page, index === 0)));
			for (const message of messages)
				problems.push({ file: shown(file), message: `${message} (عرض ${viewport.width} بكسل)` });
		}
	}
	await context.close();
	return problems;
}

/** The XML files that no strict reader takes. */
async function xmlProblems(browser: Browser, { folder, files }: Site): Promise<Problem[]> {
	const page = await browser.newPage();
	const problems: Problem[] = [];
	for (const file of [...files].filter((name) => /\.(?:xml|svg)$/.test(name))) {
		const wrong = await page.evaluate(
			(xml) =>
				new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror div')
					?.textContent,
			readFileSync(join(folder, file), 'utf8'),
		);
		if (wrong)
			problems.push({
				file: shown(file),
				message: `ليس XML صحيحًا (${wrong.trim()}). أعد البناء: npm run build، أو صحّح الملف إن كان في public.`,
			});
	}
	await page.close();
	return problems;
}

/**
 * Visits pages of a built site, each narrow by day, then wide by night, in a browser of its own or
 * in one that runs.
 */
export async function browserProblems(
	site: Site,
	pages = pageKinds(site),
	running?: Browser,
): Promise<Problem[]> {
	const server: Server = await serve(site.folder, site.base, 0);
	const browser = running ?? (await launch());
	try {
		const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
		// In two tabs: while one loads, the other thinks.
		const halves = [0, 1].map((half) => pages.filter((_, index) => index % 2 === half));
		const visits = halves.map((half) => visit(browser, origin, site, half));
		return (await Promise.all([xmlProblems(browser, site), ...visits])).flat();
	} finally {
		if (!running) await browser.close();
		server.close();
	}
}
