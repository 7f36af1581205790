/** A page that is kept on the reader's device. */
export interface KeptPage {
	url: string;
	html: string;
}

/** The page's title without the name of the paper, and its description, as they stand in its head. */
const TITLE = /<title>(.*?)(?: · [^·]*)?<\/title>/s;
const DESCRIPTION = /<meta name="description" content="([^"]*)"/;

/**
 * Writes the kept pages into the list of `offline/`, before what stands there.
 * @param offline The HTML of that page. The words of the others stay escaped as they are.
 */
export function listPages(offline: string, pages: readonly KeptPage[]): string {
	const items = pages.map(({ url, html }) => {
		const [, title = url] = TITLE.exec(html) ?? [];
		const [, words = ''] = DESCRIPTION.exec(html) ?? [];
		return `<li><a class="text-title font-bold no-underline" href="${url}">${title}</a><p class="text-note text-quiet">${words}</p></li>`;
	});
	return offline.replace(/<ul id="kept"[^>]*>/, (start) => start + items.join(''));
}
