import { glob, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { TAKEN } from '../kept-files.ts';
import { laterPaths } from '../later.ts';
import { formatSize } from '../publisher/numbers.ts';

/** In CI a line is printed so often, in ms. */
const INTERVAL = 10_000;
/** A site of fewer pages is told in short. */
const LARGE = 30;
/** So many of the heaviest pages are named. */
const HEAVIEST = 3;

/** How many of one kind there are, are done, and were taken from the cache. */
interface Count {
	all: number;
	done: number;
	kept: number;
}

/** What a build has to do and has done. */
export interface Tally {
	pages: Count;
	pictures: Count;
	/** Whether the file that was named last is a page. */
	isPage: boolean;
}

/** A tally of nothing yet. */
export const newTally = (): Tally => ({
	pages: { all: 0, done: 0, kept: 0 },
	pictures: { all: 0, done: 0, kept: 0 },
	isPage: false,
});

const isPage = (file: string) => file.endsWith('.html');
/** Icons are not counted: they are few, and drawn each time. */
const isPicture = (file: string) => file.endsWith('.jpg');

/**
 * Counts what Astro logs of each file that it writes.
 * @returns Whether the message was one of these. They need not be printed: a thousand articles
 * give ten thousand.
 */
export function count(tally: Tally, message: string): boolean {
	const text = stripVTControlCharacters(message);
	const [, written] = /^ {2}├─ (\S+)$/.exec(text) ?? [];
	if (written) {
		tally.isPage = isPage(written);
		if (tally.isPage) tally.pages.done++;
		if (isPicture(written)) tally.pictures.done++;
		return true;
	}
	// It follows the name of a page, or of a feed. No picture has a key of Astro's.
	if (/^ \((?:restored|cached)\)$/.test(text)) {
		if (tally.isPage) tally.pages.kept++;
		return true;
	}
	const [, how, first, all] =
		/^ {2}▶ .+ \(([^()]+)\) \(\+[^()]+\) \((\d+)\/(\d+)\)$/.exec(text) ?? [];
	if (!how) return /^ \(\+.*?\) $/.test(text);
	if (first === '1') tally.pictures.all += Number(all);
	tally.pictures.done++;
	if (how === 'reused cache entry') tally.pictures.kept++;
	return true;
}

/** How far a build is: «الصفحات 120 من 1003، والصور 340 من 2804». */
export const progressLine = ({ pages, pictures }: Tally): string =>
	`الصفحات ${pages.done} من ${pages.all}، والصور ${pictures.done} من ${pictures.all}`;

/**
 * The end of a build in lines: what was made, what was taken from the last one, and where the time
 * went (in ms).
 */
export function summary(
	{ pages, pictures }: Pick<Tally, 'pages' | 'pictures'>,
	steps: Readonly<Record<string, number>>,
	heaviest: readonly { page: string; bytes: number }[],
): string[] {
	const row = (name: string, { all, kept }: Count) =>
		`${name}: ${all} (الجديد ${all - kept}، ومن المخزن ${kept})`;
	const seconds = Object.entries(steps).map(([name, ms]) => `${name} ${(ms / 1000).toFixed(1)}`);
	return [
		row('الصفحات', pages),
		row('الصور', pictures),
		...(pages.all < LARGE
			? []
			: [
					`الثواني: ${seconds.join('، ')}`,
					`أثقل الصفحات: ${heaviest.map(({ page, bytes }) => `${page} ${formatSize(bytes)}`).join('، ')}`,
				]),
	];
}

/** Shows in the log of a build how far it is, instead of a line for each file. */
function showProgress(tally: Tally, logger: AstroIntegrationLogger): void {
	const { destination } = logger.options;
	const { isTTY } = process.stdout;
	let shown = Date.now();
	let isShown = false;
	const clear = () => isShown && process.stdout.write('\r\u001b[K');
	logger.options.destination = {
		...destination,
		write: (event) => {
			if (!count(tally, event.message)) {
				clear();
				isShown = false;
				destination.write(event);
			} else if (Date.now() - shown >= (isTTY ? 100 : INTERVAL)) {
				clear();
				shown = Date.now();
				isShown = isTTY;
				if (isTTY) process.stdout.write(progressLine(tally));
				else logger.info(progressLine(tally));
			}
		},
	};
}

/**
 * Shows how far a build is, instead of a line for each file, and tells at its end what was done.
 */
export default function progress(): AstroIntegration {
	const tally = newTally();
	const steps: Record<string, number> = {};
	/** Cards, maps and photographs for other sites: not Astro's own pictures. */
	let drawings = 0;
	let last = performance.timeOrigin;
	/** Ends a step. */
	const end = (name: string) => {
		const now = performance.timeOrigin + performance.now();
		steps[name] = now - last;
		last = now;
	};
	return {
		name: 'progress',
		hooks: {
			'astro:build:start': ({ logger, setPrerenderer }) => {
				end('القراءة والمراجعة');
				showProgress(tally, logger);
				setPrerenderer((astro) => ({
					...astro,
					getStaticPaths: async () => {
						end('التجميع');
						const paths = await astro.getStaticPaths();
						tally.pages.all = paths.filter(({ route }) => route.type === 'page').length;
						const files = [...paths.map(({ pathname }) => pathname), ...laterPaths()];
						drawings = files.filter(isPicture).length;
						tally.pictures.all = drawings;
						return paths;
					},
					teardown: async () => {
						await astro.teardown?.();
						end('الصفحات');
					},
				}));
			},
			'astro:build:generated': () => {
				end('الصور');
				tally.pictures.kept += drawings - TAKEN.drawn;
			},
			'astro:build:done': async ({ dir, logger }) => {
				end('الفحص والتجهيز');
				const heaviest = tally.pages.all < LARGE ? [] : await heaviestPages(fileURLToPath(dir));
				for (const line of summary(tally, steps, heaviest)) logger.info(line);
			},
		},
	};
}

/** The heaviest pages, the first one first. */
async function heaviestPages(root: string): Promise<{ page: string; bytes: number }[]> {
	const all = [];
	for await (const file of glob('**/*.html', { cwd: root })) {
		const page = `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`;
		all.push({ page, bytes: (await stat(join(root, file))).size });
	}
	return all.sort((a, b) => b.bytes - a.bytes).slice(0, HEAVIEST);
}
