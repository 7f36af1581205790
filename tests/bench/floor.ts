import { load } from 'cheerio';

const KEPT = new Set([
	'h1',
	'h2',
	'h3',
	'h4',
	'h5',
	'h6',
	'p',
	'ul',
	'ol',
	'li',
	'dl',
	'dt',
	'dd',
	'blockquote',
	'figure',
	'figcaption',
	'table',
	'tr',
	'th',
	'td',
	'pre',
	'br',
	'a',
	'bdi',
]);

/**
 * The smallest page for an article: its text as plain HTML and the photograph that leads it,
 * without styles, fonts or scripts.
 */
export function floor(page: string): string {
	const $ = load(page);
	const article = $('article');
	const lead = article.find('.lead picture').first();
	lead.find('img').attr('style', 'max-width:100%;height:auto');
	const photograph = $.html(lead);
	article.find('nav, svg, img, picture, script, style, form, button, template').remove();
	for (const element of article.find('*').toArray().reverse()) {
		if (!KEPT.has(element.tagName)) $(element).replaceWith($(element).contents());
		else
			element.attribs = Object.fromEntries(
				Object.entries(element.attribs).filter(
					([name]) => name === 'href' || (name === 'dir' && element.tagName === 'bdi'),
				),
			);
	}
	const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${$('title').html()}</title>`;
	return `<!DOCTYPE html><html lang="ar" dir="rtl"><head>${head}</head><body>${photograph}${(article.html() ?? '').replace(/\s+/g, ' ')}</body></html>`;
}
