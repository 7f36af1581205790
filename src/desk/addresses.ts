/**
 * Judges the addresses in a body. That pages of the site exist is checked by the links gate, except
 * for articles.
 */
import type { MdastNode } from 'satteri';
import { decode } from '../address/old-address.ts';
import { ATTACHMENT } from '../article/attachments.ts';
import { now } from '../article/dates.ts';
import { readContent } from '../article/read.ts';
import { startOf, within, written } from '../article/tree.ts';
import { isPrivateHost, namesAccount } from '../fields.ts';
import { codePoint } from '../problems.ts';
import { inLatinDigits } from '../publisher/numbers.ts';
import type { PictureVerdict } from './pictures.ts';
import type { SourceProblem } from './problem.ts';
import { FAILED_LINK } from './prose.ts';

/** Picture formats. Without SVG: it may hold scripts, and would be published unchanged. */
const PICTURE = /\.(?:png|jpe?g|webp|avif|gif)$/i;
/** Other names of JPEG: Windows saves .jfif from the web, cameras write .mpo. */
const JPEG = /\.(?:jfif|jpe|pjpe?g|pjp|mpo)$/i;

const RECORDING = /\.(?:mp3|m4a|aac|wav|og[ga]|opus|mp4|m4v|mov|webm|avi|mkv|3gp)$/i;
/**
 * What to do with a file of sound or film beside an article, which is not published. A sentence, or
 * undefined.
 */
export const recordingFault = (url: string): string | undefined =>
	RECORDING.test(url)
		? `الصوت والفيديو لا يُنشران من ملف. ارفع «${url}» إلى خدمة مثل ساوند كلاود أو يوتيوب، ثم اكتب <Embed url="https://…" title="…"> أو <Video url="https://…" title="…"> وفيه صورة.`
		: undefined;

/**
 * Names that cameras, phones and networks give, and words that say only that there is a picture.
 */
const UNSAID =
	/^(?:\S+\.(?:jpe?g|png|webp|avif|gif|heic)|(?:img|dsc\w?|pxl|photo|image|picture|screenshot|whatsapp image)[\s_\-\d.]*|(?:ال)?(?:صورة|صوره|لقطة شاشة)[\s\d.]*|[\d\s_\-.]+)$/i;
/** What is wrong with words for a picture that say nothing of it. A sentence, or undefined. */
export const altFault = (alt: string): string | undefined =>
	UNSAID.test(alt.trim())
		? `«${alt.trim()}» لا يقول ما في الصورة. صِفه لمن لا يراها، مثل: قوارب صيد تدخل مرفأ صغيرًا.`
		: undefined;

/** When each article is published, by its slug. */
export interface Publications extends Pick<ReadonlyMap<string, number>, 'get'> {
	/** The current slug of a renamed article. */
	moved?(slug: string): string | undefined;
}

/**
 * What is wrong with the address of a link.
 * @param publications When each article is published, by its slug.
 * @param own When the article is published that the link stands in; what it leads to must be there
 * by then.
 */
export function linkFault(
	url: string,
	publications: Publications,
	own: number,
): string | undefined {
	// Old sites elsewhere use percent codes that are not UTF-8; they still work there.
	if (/%(?![\da-f]{2})/i.test(url) || (/^[/#]/.test(url) && decode(url) === undefined))
		return `في الرابط «${url}» علامة % لا يليها ترميز. اكتب %25 للعلامة نفسها.`;
	if (/^(?!\w+:)[^/].*/.test(url) && ATTACHMENT.test(url))
		return `الرابط «${url}» إلى ملف بجوار المقال لا يُنشر هكذا. اكتب في فقرة وحده: <File src="./${url.replace(/^\.\//, '')}" title="…" />.`;
	// The ! is missing, or another program leads from a picture to its file.
	if (/^(?!\w+:)[^\/]/v.test(url) && PICTURE.test(url))
		return `الرابط «${url}» إلى ملف صورة لا يُنشر هكذا. اكتب الصورة نفسها وعلامة ! قبلها، بلا رابط: ![الوصف](./photo.jpg).`;
	// As editors complete it: `second-story.mdx`, `../articles/second-story`.
	const [, beside = ''] = /^(?:[\w.]+\/)*([\w\-]+)(?:\.mdx?)?\/?$/v.exec(url) ?? [];
	if (!url.startsWith('/') && publications.get(beside) !== undefined)
		return `الرابط «${url}» إلى ملف مقال. اكتب عنوان المقال: /articles/${beside}/`;
	if (!/^(?:https?:|mailto:|tel:|\/(?!\/)|#)/i.test(url))
		return (
			recordingFault(url) ??
			`الرابط «${url}» غير مقبول. اكتب https:// أو mailto: أو tel: أو مسارًا يبدأ بـ / أو #.`
		);
	const dialled = inLatinDigits(url).replace(/[^\x20-\x7E]/g, '');
	if (/^tel:/i.test(url) && url !== dialled)
		return `الرابط «${url}» لا يطلبه الهاتف. اكتبه بأرقام 0-9 بلا علامات خفية: ${dialled}`;
	// Invalid URLs, such as `https://[`; then hosts of a private network.
	if (/^https?:/i.test(url) && !URL.canParse(url))
		return `الرابط «${url}» لا يُقرأ. انسخه كاملًا من المتصفح.`;
	if (/^https?:/i.test(url) && isPrivateHost(new URL(url).hostname))
		return `الرابط «${url}» إلى جهازك أو شبكة داخلية، فلا يفتح عند القارئ. اكتب رابطه العام، أو اجعله \`نصًا\` لا رابطًا.`;
	if (namesAccount(url))
		return `في الرابط «${url}» حساب قبل @، فيكشف كلمة سرّ أو يخفي الموقع الذي يؤدي إليه. احذفه.`;
	const [, slug, rest = ''] = /^\/articles\/([^\/?#]+)(.*)$/v.exec(url) ?? [];
	if (slug === undefined) return undefined;
	const opens = publications.get(slug);
	if (opens === undefined) {
		const moved = publications.moved?.(slug);
		return moved === undefined
			? `الرابط «${url}» إلى مقال غير موجود. صحّح اسمه أو احذف الرابط.`
			: `الرابط «${url}» إلى مقال تغيّر اسمه. اكتب /articles/${moved}/`;
	}
	if (opens > Math.max(own, now()))
		return opens === Infinity
			? `الرابط «${url}» إلى مسودة لا تُنشر. احذف الرابط، أو احذف draft من المسودة.`
			: `الرابط «${url}» إلى مقال يُنشر بعد هذا. احذف الرابط حتى ذلك الوقت، أو قدّم published فيه.`;
	return rest.startsWith('/')
		? undefined
		: `الرابط «${url}» تنقصه / بعد اسم المقال. اكتب /articles/${slug}/${rest}`;
}

/**
 * Services that count clicks before they send readers on, and the parameter that holds the address.
 */
const WRAPPERS: [service: RegExp, parameter: string][] = [
	[/^(?:www\.)?google\.[a-z.]+\/url$/, 'q'],
	[/^(?:www\.)?google\.[a-z.]+\/url$/, 'url'],
	[/^lm?\.(?:facebook|instagram|messenger)\.com\/(?:l\.php)?$/, 'u'],
	[/^(?:[\w-]+\.)*safelinks\.protection\.outlook\.com\/$/, 'url'],
];
/** An address with its Arabic letters, as a writer knows it. */
const readable = (address: string) =>
	address.replace(/(?:%[\dA-F]{2})+/g, (codes) => {
		const letters = decode(codes);
		return letters && /^[\p{L}\p{M}\p{Nd}]+$/u.test(letters) ? letters : codes;
	});
/** What networks add to know who passed a link on. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|igsh|igshid|mc_cid|mc_eid)$/;

/** Hosts of one service. */
const ALIASES: Record<string, string> = {
	'twitter.com': 'x.com',
	'youtu.be': 'youtube.com',
	'fb.com': 'facebook.com',
};

/**
 * The sentence for a link that works but is wrapped, is tracked, or leads elsewhere than its
 * words say; else undefined.
 */
export function linkWarning(url: string, words: string): string | undefined {
	const address = /^https?:/i.test(url) ? URL.parse(url) : null;
	if (!address) return undefined;
	const at = address.host + address.pathname;
	for (const [service, parameter] of WRAPPERS) {
		const inside = address.searchParams.get(parameter);
		if (service.test(at) && inside && /^https?:/.test(inside))
			return `الرابط يمر بـ${address.host} قبل أن يصل. اكتب الرابط نفسه: ${inside}`;
	}
	const tracking = [...address.searchParams.keys()].filter((key) => TRACKING.test(key));
	if (tracking.length > 0) {
		for (const key of tracking) address.searchParams.delete(key);
		return `في الرابط ما يتتبّع من أرسله ومن فتحه (${tracking.join('، ')}). اكتب: ${readable(address.href)}`;
	}
	// In small letters, for Node.js is a name; and no file.
	const [, host] =
		/^(?:https?:\/\/)?((?:[\w-]+\.)+(?!(?:pdf|docx?|xlsx?|csv|zip|html?|js|md|mp[34]|jpe?g|png)$)[a-z]{2,})(?:[/?#]\S*)?$/.exec(
			words.trim(),
		) ?? [];
	const [said, meant] = [host?.toLowerCase(), address.hostname].map(
		(name = '') => `.${ALIASES[name] ?? name.replace(/^(?:www|m)\./, '')}`,
	);
	if (host && said && meant && !said.endsWith(meant) && !meant.endsWith(said))
		return `نص الرابط يذكر ${host}، والرابط إلى ${address.hostname}. صحّح أحدهما.`;
	return undefined;
}

/** The files beside an article: paths are relative to it. */
export interface FilesBeside {
	exists(path: string): boolean;
	/** The names of the files in a folder; absent where folders are not opened. */
	names?(folder: string): readonly string[];
	/** The size of a file that exists, in bytes; absent where files are not opened. */
	size?(path: string): number;
	/** What is wrong with a file that exists; absent where files are not opened. */
	verdict?(path: string): PictureVerdict | undefined;
}

/** Each with its mend. */
const PICTURE_FAULTS: Record<PictureVerdict, (url: string) => string> = {
	empty: (url) => `ملف الصورة «${url}» فارغ. انسخها من جديد من الكاميرا أو من مصدرها.`,
	heic: (url) =>
		`الصورة «${url}» بصيغة HEIC، ولا تعرضها أكثر المتصفحات. صدّرها بصيغة jpg (وفي iPhone: الإعدادات ← الكاميرا ← التنسيقات ← الأكثر توافقًا).`,
	other: (url) =>
		`الملف «${url}» ليس صورة مقبولة. حوّله إلى jpg أو png أو webp أو avif أو gif، وإن لم يكن صورة فاجعله رابطًا إلى مكانه على الشبكة.`,
	broken: (url) => `الصورة «${url}» ناقصة أو تالفة. انسخها من جديد من الكاميرا أو من مصدرها.`,
	large: (url) =>
		`الصورة «${url}» أكبر من أن تُقرأ (أكثر من 268 ميغابكسل). صغّرها إلى 8000 بكسل أو أقل عرضًا وارتفاعًا.`,
	turned: (url) => `الصورة «${url}» مائلة في ملفها، ولا يُعرف اتجاهها في صيغتها. احفظها بصيغة jpg.`,
	suspect: (url) =>
		`في ملف الصورة «${url}» خلل قد يظهر فيها. افتحها وانظر فيها كلها، فإن ظهر فانسخها من جديد من مصدرها.`,
	moving: (url) =>
		`الصورة «${url}» متحركة، ولا يُنشر إلا إطارها الأول. إن أردت إطارًا آخر فاحفظه صورة وحده.`,
	small: (url) =>
		`الصورة «${url}» صغيرة على صدر المقال: عرضها دون 600 بكسل فتظهر باهتة. ضع مكانها أصلًا عرضه 1200 بكسل أو أكثر.`,
};

const WARNED: ReadonlySet<PictureVerdict> = new Set(['suspect', 'moving', 'small']);

/** The pictures of a file of content that can be opened, by paths relative to it. */
export function picturesOf(file: string, raw: string): string[] {
	const reading = readContent(file, raw);
	const { data } = reading;
	// Most texts have none: they are not parsed for it.
	const body = reading.source.includes('![') ? reading.body : undefined;
	const inText = [...(body ? within(body) : [])].flatMap((node) =>
		node.type === 'image' ? node.url : [],
	);
	return [...inText, String(Object(Object(data).picture).src)].flatMap((url) => {
		const path = decode(url);
		return path && /^\.\.?\//.test(path) && PICTURE.test(path) ? [path] : [];
	});
}

/**
 * What programs write unseen into names: macOS a narrow space before «PM», WhatsApp a mark of
 * direction at the beginning, keyboards a joiner.
 */
const UNSEEN = /[\u00A0\u202F]|[\u200B\u200C\u200E\u200F\u202A\u202B\u2068\uFEFF]/g;

/**
 * A name as the eye reads it: names that differ otherwise are the same to macOS and Windows, or to
 * people.
 */
const seen = (name: string) =>
	name
		.normalize('NFC')
		.replace(UNSEEN, (sign) => (sign.normalize('NFKC') === ' ' ? ' ' : ''))
		.toLowerCase();

/**
 * The sentence for a missing picture. Names the file that was probably meant: in NFD, in other
 * case, or with another suffix.
 */
function missing(url: string, path: string, names: FilesBeside['names']): string {
	const [, folder = '', name = ''] = /^(.*\/)(.*)$/.exec(path) ?? [];
	const beside = names?.(folder).filter((one) => one !== name && PICTURE.test(one)) ?? [];
	const stem = (one: string) => seen(one).replace(PICTURE, '');
	const other =
		beside.find((one) => seen(one) === seen(name)) ??
		beside.find((one) => stem(one) === stem(name));
	if (!other) return `الصورة «${url}» غير موجودة. صحّح اسمها أو ضع الملف في مكانه.`;
	if (other.normalize('NFC') === name)
		return `الصورة «${url}» لا تُوجد باسمها: ملفها مسمّى بحروف مفكّكة (NFD)، كما تحفظها بعض البرامج في macOS. احذف اسم الملف واكتبه من جديد.`;
	const sign = other.match(UNSEEN)?.find((one) => !name.includes(one));
	if (sign)
		return `الصورة «${url}» لا تُوجد باسمها: في اسم ملفها محرف لا يُرى (${codePoint(sign)}). احذف اسم الملف واكتبه من جديد.`;
	return `الصورة «${url}» غير موجودة، وبجوار المقال «${folder}${other}». اكتب اسمها كما هو.`;
}

/**
 * A picture's name, or its path from the text, without signs of YAML and Markdown. The first folder
 * is no host.
 */
const PATH = new RegExp(
	String.raw`^(?:\.\.?/|[\p{L}\p{M}\p{N} _-]+/)*[\p{L}\p{M}\p{N} ._()-]+${PICTURE.source}`,
	'iu',
);

/**
 * The path that was meant where a picture is named without ./ or as Windows does: `photos\a.jpg`.
 */
export function meantPath(url: string): string | undefined {
	const path = url.replaceAll('\\', '/');
	const meant = /^\.\.?\//.test(path) ? path : `./${path}`;
	return PATH.test(path) && meant !== url ? meant : undefined;
}

/** The sentence for such a picture. */
export const meantPathSentence = (url: string, meant: string): string =>
	url.includes('\\')
		? `في مسار الصورة «${url}» علامة \\، وهي لنظام Windows وحده. اكتب ${meant}`
		: `اسم الصورة «${url}» بلا ./ قبله، فلا يُعرف أنها بجوار النص. اكتب ${meant}`;

/**
 * What is wrong with the address of a picture, and with its file. `rank`: it leads the article,
 * which asks for a large one.
 */
export function imageFault(
	url: string,
	{ exists, names, verdict }: FilesBeside,
	rank?: 'lead',
): Pick<SourceProblem, 'message' | 'severity'> | undefined {
	const path = decode(url);
	const meant = meantPath(path ?? '');
	if (meant) return { message: meantPathSentence(url, meant) };
	if (!/^\.\.?\//.test(url))
		return {
			message: `الصورة «${url}» ليست من ملفات الموقع. ضعها بجوار المقال واكتب ./ قبل اسمها.`,
		};
	// Astro asks for the file by its address, where ? and # end the path.
	const [sign] = /%(?![\da-f]{2})/i.exec(url) ?? /[%?#]/.exec(path ?? '%') ?? [];
	if (path === undefined || sign)
		return {
			message: `في اسم الصورة «${url}» علامة ${sign} لا تصلح في أسماء الملفات. سمِّ الملف بلا ${sign}.`,
		};
	if (/\.hei[cf]$/i.test(path)) return { message: PICTURE_FAULTS.heic(url) };
	const [suffix] = JPEG.exec(path) ?? [];
	if (suffix)
		return {
			message: `الصورة «${url}» بصيغة jpg، ولا تُقبل بلاحقة ${suffix}. سمِّ الملف بلاحقة jpg مكانها.`,
		};
	if (!PICTURE.test(path)) return { message: recordingFault(url) ?? PICTURE_FAULTS.other(url) };
	if (!exists(path)) return { message: missing(url, path, names) };
	const wrong = verdict?.(path);
	return (
		wrong &&
		(wrong !== 'small' || rank) && {
			message: PICTURE_FAULTS[wrong](url),
			...(WARNED.has(wrong) && { severity: 'warning' }),
		}
	);
}

/** What in a text was meant for links or pictures. */
export function failedLinks(text: MdastNode, source: string): SourceProblem[] {
	return Array.from(written(text, source).matchAll(FAILED_LINK), ({ index }) => {
		const offset = startOf(text) + index;
		// Search beyond the text node: a full URL in it became a link node.
		const found = /^\]\([^\n\)]*\)?/v.exec(source.slice(offset))?.[0] ?? '';
		let mend = 'اكتب [النص](الرابط)، ولا تضع رابطًا داخل رابط';
		if (/\s/.test(found))
			mend = `اكتب الرابط بلا مسافات${/^\]\(\s*tel:/i.test(found) ? `: ${found.replace(/\s/gv, '')}` : '، وسمِّ الملف كذلك'}`;
		return { offset, message: `«${found}» لا يُقرأ رابطًا ولا صورة. ${mend}.` };
	});
}
