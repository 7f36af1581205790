/**
 * Addresses that a page had before: those of `content/redirects.txt` and of articles (`aliases`).
 */

/** An address that a page had before. */
export interface OldAddress {
	/**
	 * Path from the site's root, percent-decoded, without a trailing slash:
	 * `/قديم`. The root is `/`.
	 */
	from: string;
	/** `p=12`: the address matches only requests that carry these parameters, among others. */
	query?: string;
}

/**
 * Characters allowed in an old address. Left out are those that some host reads as a pattern:
 * `* : $ { } [ ] ^ |`. Non-ASCII is safe, since hosts get it percent-encoded: `/هل-يعود-القطار؟`.
 */
const PLAIN = /^(?:\/(?:[\w .~@+,=&!()'-]|[^\p{ASCII}\p{C}\p{Z}]|[\u200C\u200D])*)+$/u;
/**
 * vBulletin writes parameters without `=`: `12-slug`. A colon may stand only inside a value, as
 * in Joomla (`id=12:slug`): at its start Netlify reads a placeholder.
 */
const PARAMETER = String.raw`[\w.~%+-]+(?:=(?:[\w.~%+,/-][\w.~%+,/:-]*)?)?`;
const QUERY = new RegExp(`^${PARAMETER}(?:&${PARAMETER})*$`);

/** Percent-decodes an address or a part of one; undefined if the escapes are not valid UTF-8. */
export function decode(address: string): string | undefined {
	try {
		return decodeURIComponent(address);
	} catch {
		return undefined;
	}
}

/** Without the slash at its end; the root stays. */
export const withoutSlash = (path: string): string => path.replace(/(?<=.)\/$/, '');

/** Parses an old address. Returns an Arabic message instead if it is invalid. */
export function readOldAddress(text: string): OldAddress | string {
	const [path = '', ...rest] = text.split('?');
	const query = URL.parse(`https://example.org/?${rest.join('?')}`)?.search.slice(1) ?? '';
	const from = decode(path);
	if (/^https?:/i.test(text))
		return `الرابط القديم «${text}» كامل. اكتب مساره وحده بعد اسم الموقع، مثل /old/.`;
	if (text.includes('#'))
		return `في الرابط القديم «${text}» علامة #، وما بعدها لا يصل إلى الخادم. احذفها وما بعدها.`;
	if (from === undefined)
		return `في الرابط القديم «${text}» رموز % لا تُقرأ (UTF-8). انسخ الرابط من المتصفح مرة أخرى.`;
	if (!from.startsWith('/')) return `الرابط القديم «${text}» لا يبدأ بشرطة مائلة. اكتب /${text}`;
	if (!PLAIN.test(from) || /\/\/|\/\.{1,2}(?:\/|$)/.test(from))
		return `في الرابط القديم «${text}» علامة لا تُقبل. لكل رابط سطر، بحروف وأرقام وشرطات، بلا * ولا : ولا //.`;
	if (rest.length > 0 && !QUERY.test(query))
		return `ما بعد علامة الاستفهام في «${text}» لا يُقبل. اكتبه هكذا: /?p=12`;
	return { from: withoutSlash(from), ...(query && { query }) };
}
