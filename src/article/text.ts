/** Texts that travel without markup: titles and sentences for previews, feeds and pictures. */
import { site } from '../site.ts';
import { strings } from '../strings.ts';
import type { ArticleData } from './schema.ts';

/**
 * A title that runs from right to left in plain text, too. There the first letter decides, so a
 * title that begins with Latin letters gets U+200F RIGHT-TO-LEFT MARK before it.
 */
export function rightToLeft(title: string): string {
	return /^[^\p{L}]*\p{Script=Arabic}/u.test(title) ? title : `\u200F${title}`;
}

/** The parts of several names in a row. Before Latin letters «و» stands apart: «هند و John». */
function listParts(names: readonly string[]): { type: 'element' | 'literal'; value: string }[] {
	const parts = new Intl.ListFormat(site.language, { type: 'conjunction' }).formatToParts(names);
	return parts.map(({ type, value }, index) => ({
		type,
		value:
			value.endsWith('و') && /^\P{L}*\p{Script=Latin}/u.test(parts[index + 1]?.value ?? '')
				? `${value}\u00A0`
				: value,
	}));
}

/** «و», between the name before and this one. */
export const joining = (name: string): string | undefined =>
	listParts(['', name])
		.find(({ type }) => type === 'literal')
		?.value.trimStart();

/** Several in the words of the paper: «عمّان وإربد والعقبة». */
export const listed = (names: readonly string[]): string =>
	listParts(names)
		.map(({ value }) => value)
		.join('');

/**
 * A text cut at a word to `limit` UTF-16 units, with «…» as the last of them. A quotation mark whose
 * partner was cut off goes, too.
 */
export function cut(text: string, limit: number): string {
	if (text.length <= limit) return text;
	const words = text
		.slice(0, limit)
		.replace(/[\s،؛:.«(]+\S*$/, '')
		.slice(0, limit - 1)
		.replace(/[\uD800-\uDBFF]$/, '');
	return `${words.replace(/«(?=[^»]*$)/, '')}…`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text within HTML that is put together by hand. */
export const escapeHtml = (text: string): string =>
	text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** What a credit may say of itself: whose the picture is, and that it is no photograph of today. */
const LABELLED = /^(?:\p{L}+\s?){1,3}:|^(?:بعدسة|عدسة|أرشيف|من أرشيف|الأرشيف|رسم|©)(?!\p{L})/u;

/** The credit of a picture with its word: «تصوير: لينا مراد». One that has a word keeps it. */
export function creditLine(credit: string): string {
	const name = credit.replace(/^تصوير(?:\s*:\s*|\s+)/u, '').trim();
	return name === credit && LABELLED.test(name) ? name : `${strings.photo}: ${name}`;
}

/** The line under a picture; empty where there is nothing to say. */
export function caption({
	caption = '',
	credit = '',
}: {
	caption?: string | undefined;
	credit?: string | undefined;
}): string {
	const said = caption.trim();
	if (!credit.trim()) return said;
	const by = creditLine(credit.trim());
	// The dash stands for the stop. It begins no line: after a dash one may end, whatever space follows.
	return said ? `${said.replace(/(?<!\.)\.$/, '')}\u00A0– ${by}` : by;
}

/** The words over a headline: what kind of article it is, and its kicker or what stands in for it. Empty for none. */
export function overline(
	{ kind = 'news', kicker }: Pick<ArticleData, 'kind' | 'kicker'>,
	instead?: string,
): string {
	const words = [strings.kinds[kind], kicker ?? instead].filter((word) => word !== undefined);
	return [...new Set(words)].join(' – ');
}
