/**
 * The text of an article as readers of feeds want it: HTML that carries neither the site's styles
 * nor anything that needs them, with complete addresses, for the page that they were relative to is
 * not there.
 */

import { parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { ArticleData } from '../article/schema.ts';
import { escapeHtml } from '../article/text.ts';

/** Of no use outside the page, or refused there. */
const DROPPED =
	/^(?:script|style|template|noscript|svg|nav|summary|button|iframe|object|embed|form|input|link|meta|source)$/;
/**
 * Classes of what only the page needs: its actions, the strip of days, which the dates beside it
 * repeat, and the drawn map, which feeds have as a picture.
 */
const FOR_THE_PAGE = /(?:^|\s)(?:noprint|paper-only|self|strip|map)(?:\s|$)/;
/** Elements that are replaced by their children, except where they have a `dir`. */
const UNWRAPPED = /^(?:article|section|header|hgroup|footer|details|div|span|picture)$/;
/** What has a meaning without the site's styles. */
const KEPT = /^(?:href|src|cite|alt|width|height|dir|lang|datetime|start|value|colspan|rowspan)$/;
const ADDRESS = /^(?:href|src|cite)$/;

/** HTML as it stands on the page at `permalink`, an absolute address → HTML for a feed. */
export function feedText(html: string, permalink: string): string {
	const root = parseFragment(html);
	root.childNodes = clean(root.childNodes, permalink);
	return serialize(root)
		.replace(/\s*\n\s*/g, '\n')
		.replaceAll('&nbsp;', ' ')
		.trim();
}

function clean(nodes: readonly Tree.ChildNode[], permalink: string): Tree.ChildNode[] {
	return nodes.flatMap((node): Tree.ChildNode[] => {
		if (node.nodeName === '#comment') return [];
		if (!('attrs' in node)) return [node];
		const mark = tick(node);
		if (mark) return [mark];
		if (
			DROPPED.test(node.tagName) ||
			node.attrs.some(
				({ name, value }) => name === 'hidden' || (name === 'class' && FOR_THE_PAGE.test(value)),
			)
		)
			return [];
		node.childNodes = clean(node.childNodes, permalink);
		if (UNWRAPPED.test(node.tagName) && !node.attrs.some(({ name }) => name === 'dir'))
			return node.childNodes;
		const kept = node.attrs.filter(({ name }) => KEPT.test(name));
		node.attrs = kept.map(({ name, value }) => ({
			name,
			value: ADDRESS.test(name) ? new URL(value, permalink).href : value,
		}));
		return [node];
	});
}

/** The sign for a box of a list of tasks, which readers of feeds refuse. */
function tick({ tagName, attrs }: Tree.Element): Tree.TextNode | undefined {
	const has = (key: string, said?: string) =>
		attrs.some(({ name, value }) => name === key && (said === undefined || value === said));
	if (tagName !== 'input' || !has('type', 'checkbox')) return undefined;
	return { nodeName: '#text', value: has('checked') ? '☑' : '☐', parentNode: null };
}

/** A photograph with its words: Media RSS, https://www.rssboard.org/media-rss */
export function photoMedia(
	photo: NonNullable<ArticleData['picture']> & {
		url: string;
		/** In bytes. */
		length: number;
		width: number;
		height: number;
	},
): string {
	const { url, length, width, height, alt, caption, credit } = photo;
	return [
		`<media:content url="${escapeHtml(url)}" fileSize="${length}" type="image/jpeg" medium="image" width="${width}" height="${height}">`,
		`<media:description type="plain">${escapeHtml(caption ?? alt)}</media:description>`,
		`<media:credit role="photographer" scheme="urn:ebu">${escapeHtml(credit)}</media:credit>`,
		'</media:content>',
	].join('');
}

/** What XML 1.0 has no way to write, not even escaped (§2.2): most control characters. */
export function withoutControls(text: string): string {
	return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}
