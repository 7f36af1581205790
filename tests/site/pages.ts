import { readdirSync, readFileSync } from 'node:fs';
import { type CheerioAPI, load } from 'cheerio';

const read = new Map<string, Map<string, CheerioAPI>>();

/**
 * Every built page of a site by its path in the folder: `articles/x/index.html` → the parsed
 * document, which all test files of a process share: none may change it. Redirects are no pages.
 * No-break spaces, which hold lines together, are plain ones here: tests/unit/line-ends.test.ts has
 * them.
 */
export function pagesOf(folder: string): Map<string, CheerioAPI> {
	const pages = read.get(folder) ?? readPages(folder);
	read.set(folder, pages);
	return pages;
}

function readPages(folder: string): Map<string, CheerioAPI> {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.html'),
	);
	const pages = files.map(
		(file) =>
			[
				file.replaceAll('\\', '/'),
				load(readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\u00A0', ' ')),
			] as const,
	);
	return new Map(pages.filter(([, $]) => $('meta[http-equiv=refresh]').length === 0));
}

/** The text of a selection, with white space collapsed. */
export function textOf($: CheerioAPI, selector: Parameters<CheerioAPI>[0]): string {
	const words = $(selector).clone();
	words.find('style').remove();
	return words.text().replace(/\s+/g, ' ').trim();
}

/** The texts of each element of a selection, in order. */
export function textsOf($: CheerioAPI, selector: string): string[] {
	return Array.from($(selector), (element) => $(element).text().replace(/\s+/g, ' ').trim());
}

/** An attribute of each element of a selection, in order. */
export function attributesOf(
	$: CheerioAPI,
	selector: string,
	name: string,
): (string | undefined)[] {
	return Array.from($(selector), (element) => $(element).attr(name));
}
