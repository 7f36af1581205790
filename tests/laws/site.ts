/** A built site as the laws read it: from its folder alone, whatever newspaper it is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import { Refusal } from '../../src/problems.ts';

export interface BuiltPage {
	/** Path in the folder: `articles/x/index.html`. */
	file: string;
	html: string;
	$: CheerioAPI;
	/** The address that a host answers with this file. */
	address: string;
	/**
	 * `redirect` leads on to another address; `missing` is 404.html or says that an article was
	 * withdrawn.
	 */
	kind: 'page' | 'redirect' | 'missing';
	/** Whether it is an article, as Open Graph tells it. */
	article: boolean;
}

export interface Site {
	folder: string;
	/**
	 * The site's address with its base: `https://example.org/news/`. From the first page's canonical
	 * address.
	 */
	address: string;
	base: string;
	/** Every file, with forward slashes. */
	files: ReadonlySet<string>;
	/** By file. Pages that lie in `public/` are the publisher's own and are left out. */
	pages: Map<string, BuiltPage>;
}

/** The page of a withdrawn article asks to be forgotten: it names no address. */
const isWithdrawn = ($: CheerioAPI): boolean =>
	$('meta[name=robots]').attr('content') === 'noindex' && !$('link[rel=canonical]').length;

/** One page from its text. */
export function readPage(file: string, html: string, siteAddress: string): BuiltPage {
	// No-break spaces hold lines together, for the eye alone.
	const $ = load(
		html.replace(/<style>[\s\S]*?<\/style>|\u00A0/g, (found) => (found === '\u00A0' ? ' ' : found)),
	);
	const kind =
		file === '404.html' || isWithdrawn($)
			? 'missing'
			: $('meta[http-equiv=refresh]').length
				? 'redirect'
				: 'page';
	const path = file.replace(/(?<=^|\/)index\.html$/, '');
	const article = $('meta[property="og:type"]').attr('content') === 'article';
	return { file, html, $, address: new URL(encodeURI(path), siteAddress).href, kind, article };
}

/**
 * Reads a built site.
 * @throws where there is none.
 */
export function readSite(folder: string): Site {
	const home = join(folder, 'index.html');
	if (!existsSync(home)) throw new Refusal('لا موقع في dist. ابنِ الموقع أولًا: npm run build');
	const address = load(readFileSync(home, 'utf8'))('link[rel=canonical]').attr('href');
	if (!address || !URL.canParse(address))
		throw new Refusal(
			'dist/index.html: الصفحة الأولى بلا رابط (canonical). أعد البناء: npm run build',
		);
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) =>
			join(parentPath, name)
				.slice(folder.length + 1)
				.replaceAll('\\', '/'),
		)
		.sort();
	const pages = files
		.filter((file) => file.endsWith('.html') && !existsSync(join(folder, '../public', file)))
		.map((file) => readPage(file, readFileSync(join(folder, file), 'utf8'), address));
	return {
		folder,
		address,
		base: new URL(address).pathname,
		files: new Set(files),
		pages: new Map(pages.map((page) => [page.file, page])),
	};
}

/**
 * The file that a host answers an address of the site with; undefined for an address outside the
 * site.
 */
export function fileOf({ address }: Site, url: string): string | undefined {
	if (!url.startsWith(address)) return undefined;
	const path = url.slice(address.length).replace(/[?#].*$/s, '');
	return decoded(path).replace(/(?<=^|\/)$/, 'index.html');
}

/** Without percent codes; as it is where they are no UTF-8. */
export function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
