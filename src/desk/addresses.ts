/** What the addresses in an article's body may be. Whether a page of the site is there is for the gate of links, save for articles. */
import type { MdastNode } from 'satteri';
import { now } from '../article/dates.ts';
import { startOf, written } from '../article/tree.ts';
import type { SourceProblem } from './problem.ts';
import { FAILED_LINK } from './prose.ts';

/** What is drawn as pictures are: without SVG, which may carry scripts and would be published as it is. */
const PICTURE = /\.(?:png|jpe?g|webp|avif|gif)$/i;

/** An address or a fragment in its own letters; nothing where a % has no code behind it. */
export function decoded(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

/** An address that became a link by itself, without the signs of the sentence that it took along. */
export const bareAddress = (raw: string) => raw.replace(/[\u060C\u061B\u061F»].*$/v, '');
const withScheme = (bare: string) => (/^https?:/i.test(bare) ? bare : `https://${bare}`);

/** The link that was meant by a bare address in an Arabic sentence. */
export const linkOf = (bare: string) => `[${bare}](${withScheme(bare)})`;

/**
 * What is wrong with the address of a link.
 * @param raw The link in the source; what is not in brackets became a link by itself.
 * @param publications When each article is published, by its slug.
 * @param own When the article is published that the link stands in; what it leads to must be there by then.
 */
export function linkFault(
	url: string,
	raw: string,
	publications: ReadonlyMap<string, number>,
	own: number,
): string | undefined {
	if (!raw.startsWith('[') && /[\u060C\u061B\u061F»]/v.test(url)) {
		return `الرابط «${raw}» لا يصلح كما كُتب. اكتب [النص](${withScheme(bareAddress(raw))}).`;
	}
	// Old sites abroad write % in other codes than UTF-8, and know what they mean.
	if (/%(?![\da-f]{2})/i.test(url) || (/^[/#]/.test(url) && decoded(url) === undefined))
		return `في الرابط «${url}» علامة % لا يليها ترميز. اكتب %25 للعلامة نفسها.`;
	if (!/^(?:https?:|mailto:|tel:|\/(?!\/)|#)/i.test(url))
		return `الرابط «${url}» غير مقبول. اكتب https:// أو mailto: أو tel: أو مسارًا يبدأ بـ / أو #.`;
	const [, slug, rest = ''] = /^\/articles\/([^\/?#]+)(.*)$/v.exec(url) ?? [];
	if (slug === undefined) return undefined;
	const opens = publications.get(slug);
	if (opens === undefined) return `الرابط «${url}» إلى مقال غير موجود. صحّح اسمه أو احذف الرابط.`;
	if (opens > Math.max(own, now()))
		return opens === Infinity
			? `الرابط «${url}» إلى مسودة لا تُنشر. احذف الرابط، أو احذف draft من المسودة.`
			: `الرابط «${url}» إلى مقال يُنشر بعد هذا. احذف الرابط حتى ذلك الوقت، أو قدّم published فيه.`;
	return rest.startsWith('/')
		? undefined
		: `الرابط «${url}» تنقصه / بعد اسم المقال. اكتب /articles/${slug}/${rest}`;
}

/** What is wrong with the address of a picture. `exists` takes a path relative to the article. */
export function imageFault(url: string, exists: (path: string) => boolean): string | undefined {
	const path = decoded(url);
	if (!/^\.\.?\//.test(url))
		return `الصورة «${url}» ليست من ملفات الموقع. ضعها بجوار المقال واكتب ./ قبل اسمها.`;
	if (path === undefined) return `في اسم الصورة «${url}» علامة % لا يليها ترميز. سمِّ الملف بلا %.`;
	if (!PICTURE.test(path))
		return `الملف «${url}» ليس صورة مقبولة. حوّله إلى jpg أو png أو webp أو avif أو gif، وإن لم يكن صورة فاجعله رابطًا إلى مكانه على الشبكة.`;
	return exists(path) ? undefined : `الصورة «${url}» غير موجودة. صحّح اسمها أو ضع الملف في مكانه.`;
}

/** What in a text was meant for links or pictures. */
export function failedLinks(text: MdastNode, source: string): SourceProblem[] {
	return Array.from(written(text, source).matchAll(FAILED_LINK), ({ index }) => {
		const offset = startOf(text) + index;
		// Beyond the text too: an address with its scheme became a link by itself.
		const found = /^\]\([^\n\)]*\)?/v.exec(source.slice(offset))?.[0] ?? '';
		let mend = 'اكتب [النص](الرابط)، ولا تضع رابطًا داخل رابط';
		if (/\s/.test(found))
			mend = `اكتب الرابط بلا مسافات${/^\]\(\s*tel:/i.test(found) ? `: ${found.replace(/\s/gv, '')}` : '، وسمِّ الملف كذلك'}`;
		return { offset, message: `«${found}» لا يُقرأ رابطًا ولا صورة. ${mend}.` };
	});
}
