/** Addresses that a page had before: those of `content/redirects.txt` and of articles (`aliases`). */

/** An address that a page had before. */
export interface OldAddress {
	/** From the site's root, in letters and not in percents, without a slash at its end: `/قديم`. The root itself is `/`. */
	from: string;
	/** `p=12`: it is meant only with these parameters among its own. */
	query?: string;
}

/**
 * The characters of an old address. Without those that some host reads as a pattern: `* : $ { } [ ] ^ |`. All beyond ASCII
 * reaches hosts in percents: «؟», as in `/هل-يعود-القطار؟`.
 */
const PLAIN = /^(?:\/(?:[\w .~@+,=&!()'-]|[^\p{ASCII}\p{C}\p{Z}]|[\u200C\u200D])*)+$/u;
/**
 * vBulletin's parameters have no `=`: `12-slug`. A colon only within a value, as Joomla has it (`id=12:slug`): Netlify
 * reads one before it as a pattern.
 */
const PARAMETER = String.raw`[\w.~%+-]+(?:=(?:[\w.~%+,/-][\w.~%+,/:-]*)?)?`;
const QUERY = new RegExp(`^${PARAMETER}(?:&${PARAMETER})*$`);

/** An address or a part of one in letters; undefined where a % is no valid code of UTF-8. */
export function decode(address: string): string | undefined {
	try {
		return decodeURIComponent(address);
	} catch {
		return undefined;
	}
}

/** Without the slash at its end; the root stays. */
export const bare = (path: string): string => path.replace(/(?<=.)\/$/, '');

/** An old address as it was written, or what is wrong with it, in Arabic. */
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
	return { from: bare(from), ...(query && { query }) };
}
