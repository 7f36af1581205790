/** A page that is kept on the reader's device. */
export interface KeptPage {
	url: string;
	html: string;
	/** When it came, as its answer says. */
	date?: string | null | undefined;
}

/**
 * The page's title without the name of the paper, and its description, as they stand in its head.
 */
const TITLE = /<title>(.*?)(?: · [^·]*)?<\/title>/s;
const DESCRIPTION = /<meta name="description" content="([^"]*)"/;

/** How the list tells a moment: its words, and how the paper writes dates. */
const MOMENT = /<ul id="kept"[^>]* data-kept="([^"]*)" data-locale="([^"]*)"/;

/**
 * Writes the kept pages into the list of `offline/`, before what stands there.
 * @param offline The HTML of that page. The words of the others stay escaped as they are.
 * @param seen When the first page came, which stands there already.
 */
export function listPages(
	offline: string,
	pages: readonly KeptPage[],
	seen?: string | null,
): string {
	const [, words, locale] = MOMENT.exec(offline) ?? [];
	const moment = (date: string | null | undefined) => {
		const when = new Date(date ?? '');
		if (!words || Number.isNaN(when.getTime())) return '';
		const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
		const text = when.toLocaleString(locale, { ...day, hour: 'numeric', minute: '2-digit' });
		return `<p class="text-small text-quiet">${words} ${text}</p>`;
	};
	const items = pages.map(({ url, html, date }) => {
		const [, title = url] = TITLE.exec(html) ?? [];
		const [, summary = ''] = DESCRIPTION.exec(html) ?? [];
		return `<li><a class="text-title font-bold no-underline" href="${url}">${title}</a><p class="text-note text-quiet">${summary}</p>${moment(date)}</li>`;
	});
	return offline
		.replace(/<ul id="kept"[^>]*>/, (start) => start + items.join(''))
		.replace('<p id="seen"></p>', () => moment(seen));
}
