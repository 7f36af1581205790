import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { load } from 'cheerio';
import { TYPES } from '../../src/hosting/headers.ts';

/** A file as a host sends it: text in brotli 11, the rest as it is. */
export function packed(file: string): { type: string; body: Buffer; encoding?: 'br' } {
	const type = TYPES[extname(file).slice(1)] ?? 'application/octet-stream';
	const body = readFileSync(file);
	return /^text\/|svg/.test(type) ? { type, body: brotli(body), encoding: 'br' } : { type, body };
}

function brotli(text: Buffer | string): Buffer {
	return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

type Kind = 'html' | 'css' | 'script' | 'font' | 'image';

export interface Weight {
	/** Bytes over the wire by kind, bodies only. What is inline counts as the page. */
	bytes: Record<Kind, number>;
	/** The whole cold load. */
	total: number;
	/** Bytes that the first paint waits for: the page and `blockers`. */
	blocking: number;
	/** The files that block the first paint. */
	blockers: string[];
	/** Bytes of script, in files and inline. */
	script: number;
	/** Scripts that block the parser: their address or their beginning. */
	undeferred: string[];
	/**
	 * Every request of a first visit, the page first: paths on this host, whole addresses on others.
	 */
	requests: string[];
	/** The requests to other hosts. */
	foreign: string[];
	elements: number;
}

/**
 * Weighs a built page from its files, without a browser: exact, and the same everywhere. Of the
 * candidates for a picture the heaviest counts; one that waits until it is near is no part of a
 * first visit. Every web font counts, even one whose letters the text does not have.
 * @param folder the built site
 * @param base the path that it stands under: `/` or `/news/`
 * @param page the page's path in the folder: `articles/x/`
 * @throws for a file that the page asks for and that is not there.
 */
export function weigh(folder: string, base: string, page: string): Weight {
	const origin = 'http://same.invalid';
	const html = readFileSync(`${folder}/${page}index.html`, 'utf8');
	const $ = load(html);
	const address = origin + base + page;
	const files = new Map<string, { kind: Kind; size: number }>([
		[address, { kind: 'html', size: brotli(html).length }],
	]);
	const foreign = new Set<string>();
	const blockers = new Set<string>();
	const path = (url: string) => url.replace(origin, '');
	const sizeOf = (url: string) => {
		const file = folder + decodeURI(new URL(url).pathname.slice(base.length - 1));
		if (!url.startsWith(origin + base) || !existsSync(file))
			throw new Error(`${page}: ${url} غير موجود`);
		return { file, size: packed(file).body.length };
	};

	const add = (kind: Kind, href: string, from = address): void => {
		const url = new URL(href, from).href;
		if (url.startsWith('data:') || files.has(url)) return;
		if (!url.startsWith(origin)) return void foreign.add(url);
		const { file, size } = sizeOf(url);
		files.set(url, { kind, size });
		if (kind === 'css') readStyles(readFileSync(file, 'utf8'), url);
		if (kind === 'script') readScript(readFileSync(file, 'utf8'), url);
	};
	const readScript = (script: string, from = address): void => {
		for (const [, module = ''] of script.matchAll(/\b(?:from|import)\b\s*\(?\s*["']([^"']+)["']/g))
			add('script', module, from);
	};
	const readStyles = (css: string, from = address): void => {
		// Firefox asks for these when it prints.
		css = css.replace(/@supports[^{]*-moz-appearance[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
		for (const [, sheet = ''] of css.matchAll(/@import\s*(?:url\()?["']?([^"')\s;]+)/g))
			add('css', sheet, from);
		for (const [face] of css.matchAll(/@font-face\s*\{[^}]*\}/g)) {
			const [, url] = /url\(["']?([^"')]+)/.exec(face) ?? [];
			if (url) add('font', url, from);
		}
		for (const [, url = ''] of css
			.replace(/@font-face\s*\{[^}]*\}|@import[^;]*;/g, '')
			.matchAll(/url\(["']?([^"')]+)/g))
			if (!url.startsWith('#')) add('image', url, from);
	};

	for (const sheet of $('link[rel~=stylesheet]')) {
		add('css', $(sheet).attr('href') ?? '');
		if ($(sheet).closest('head').length && $(sheet).attr('media') !== 'print')
			blockers.add(new URL($(sheet).attr('href') ?? '', address).href);
	}
	for (const style of $('style')) readStyles($(style).text());
	const scripts = $('script')
		.filter((_, script) => /^$|module|javascript/.test($(script).attr('type') ?? ''))
		.toArray();
	const undeferred = scripts.filter((script) =>
		$(script).is(':not([type=module], [src][async], [src][defer])'),
	);
	for (const script of $(scripts).filter('[src]')) add('script', $(script).attr('src') ?? '');
	for (const script of $(scripts).filter(':not([src])')) readScript($(script).text());
	for (const script of $(undeferred).filter('head [src]'))
		blockers.add(new URL($(script).attr('src') ?? '', address).href);
	for (const picture of $('img:not(picture img), picture')) {
		if ($(picture).find('img').addBack('img').attr('loading') === 'lazy') continue;
		const candidates = $(picture)
			.add($(picture).find('img, source'))
			.toArray()
			.flatMap(({ attribs }) => [attribs['src'] ?? '', ...(attribs['srcset'] ?? '').split(',')]);
		const urls = candidates
			.map((candidate) => candidate.trim().split(/\s/)[0] ?? '')
			.filter(Boolean)
			.map((url) => new URL(url, address).href);
		const [heaviest] = urls.sort(
			(a, b) =>
				(b.startsWith(origin) ? sizeOf(b).size : 0) - (a.startsWith(origin) ? sizeOf(a).size : 0),
		);
		if (heaviest) add('image', heaviest);
	}
	const icon = $('link[rel~=icon]').first().attr('href');
	if (icon) add('image', icon);
	for (const other of $('iframe[src], embed[src], video[src], audio[src]'))
		foreign.add($(other).attr('src') ?? '');

	const bytes: Record<Kind, number> = { html: 0, css: 0, script: 0, font: 0, image: 0 };
	for (const { kind, size } of files.values()) bytes[kind] += size;
	const within = scripts.map((script) => $(script).text()).join('');
	return {
		bytes,
		total: Object.values(bytes).reduce((sum, size) => sum + size),
		blocking: bytes.html + [...blockers].reduce((sum, url) => sum + (files.get(url)?.size ?? 0), 0),
		blockers: [...blockers].map(path),
		script: bytes.script + (within ? brotli(within).length : 0),
		undeferred: undeferred.map((script) => $(script).attr('src') ?? $(script).text().slice(0, 60)),
		requests: [...[...files.keys()].map(path), ...foreign],
		foreign: [...foreign],
		elements: $('*').length,
	};
}
