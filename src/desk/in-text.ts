import type { MdastNode } from 'satteri';
import { ATTACHMENT, BESIDE } from '../article/attachments.ts';
import { plainText } from '../article/body.ts';
import { HALVES } from '../article/in-text.ts';
import { either, inTurn } from '../article/pattern-parts.ts';
import { AYAHS, surahLike, versesOf } from '../article/surahs.ts';
import {
	attributeOf,
	children,
	type Element,
	isQuestion,
	isUnseen,
	startOf,
	written,
} from '../article/tree.ts';
import { inLatinDigits } from '../publisher/numbers.ts';
import { type FilesBeside, recordingFault } from './addresses.ts';
import { edit, type SourceProblem, warning } from './problem.ts';

/** Attributes that must be there, each with an example. */
const NEEDED: Record<string, Record<string, string>> = {
	Quran: { surah: 'البقرة', ayah: '255' },
	Hadith: { source: 'رواه البخاري' },
	Video: { url: 'https://www.youtube.com/watch?v=…', title: '…', length: '4:32' },
	Embed: { url: 'https://x.com/…', title: '…' },
	File: { src: './report.pdf', title: '…' },
};

/**
 * In bytes. Cloudflare Pages takes no file above 25 MiB:
 * https://developers.cloudflare.com/pages/platform/limits/
 */
const HEAVY = 25 * 2 ** 20;

/** Other separators of half-verses in pasted poems: a tab, a wide gap, a sign. */
const PARTING = new RegExp(
	inTurn(
		String.raw`(?<=^[^…<]*[\p{Script=Arabic}\p{M}\u0640.،؛؟!»])`,
		either(
			String.raw`[ \u00A0]*\t[ \t\u00A0]*`,
			String.raw`[ \u00A0]{3,}`,
			String.raw`[ \u00A0]+(?:\*+|\.{7,}|\|{1,2}|\/{1,2}|={1,3}|[#~۞✽❋])[ \u00A0]+`,
		),
		String.raw`(?=[\p{Script=Arabic}\u0640«][^…<]*$)`,
	),
	'u',
);

const INLINE = /^(?:text|strong|emphasis|delete|break|link|footnoteReference|mdx\w*Text\w*)$/;
const isProse = (nodes: readonly MdastNode[]) =>
	nodes.every(({ type }) => type === 'paragraph' || INLINE.test(type));

/** A component in a text, as its judge sees it. */
interface Judged {
	node: Element;
	name: string;
	source: string;
	files: FilesBeside;
	/** An attribute without the spaces around it; empty where it is missing. */
	given(attribute: string): string;
	/** What a reader sees of what stands in it. */
	inner: readonly MdastNode[];
	/** Its text without white space around it. */
	words: string;
}

/** A sentence is about the component itself, a problem about a place in it. */
type Problems = Generator<string | SourceProblem>;

/** The sign or gap that parts two halves of a verse in a line instead of «…». */
function partingIn(line: string): { index: number; sign: string } | undefined {
	const { 0: sign, index } = PARTING.exec(line) ?? {};
	if (sign === undefined || index === undefined) return undefined;
	const halves = [line.slice(0, index), line.slice(index + sign.length)];
	// A half has two words and more. A sign that comes again parts the breaths of free verse.
	const isOnce = !sign.trim() || !halves.some((half) => half.includes(sign.trim()));
	return isOnce && halves.every((half) => /\S\s+\S/.test(half)) ? { index, sign } : undefined;
}

function* verseProblems({ node, source, inner, words }: Judged): Problems {
	if (!words) yield '<Verse> بلا أبيات. اكتب فيه كل بيت في سطر: صدر البيت … عجزه.';
	else if (!isProse(inner))
		yield 'في <Verse> ما ليس شعرًا. أبقِ فيه الأبيات وحدها، وانقل ما عداها خارجه.';
	let offset = startOf(node);
	for (const line of written(node, source).split('\n')) {
		if (line.split(HALVES).length > 2)
			yield {
				offset,
				message: 'في البيت أكثر من شطرين. ابدأ لكل بيت سطرًا، وألصق علامة الحذف … بالكلمة قبلها.',
			};
		const parting = partingIn(line);
		if (parting) {
			const { index, sign } = parting;
			const what = /\S/.test(sign) ? `العلامة ${sign.trim()}` : 'فراغ';
			yield warning(
				offset,
				'parted-halves',
				`بين الشطرين ${what}، فيُعرضان متصلين في سطر. اكتب بينهما «…» وحولها مسافتان.`,
				[edit(offset + index, sign.length, ' … ')],
			);
		}
		offset += line.length + 1;
	}
}

function* scriptureProblems({ name, inner, words }: Judged): Problems {
	if (!words) yield `<${name}> بلا نص. اكتبه بين <${name} …> و</${name}>.`;
	else if (!isProse(inner)) yield `في <${name}> ما ليس من نصه. أبقِ فيه النص وحده.`;
}

function* quranProblems(judged: Judged): Problems {
	yield* scriptureProblems(judged);
	if (/[\uFD3E\uFD3F]/.test(judged.words)) yield 'القوسان ﴿ ﴾ يضيفهما الموقع. احذفهما من <Quran>.';
	const [surah, ayah] = [judged.given('surah'), judged.given('ayah')];
	const count = AYAHS.get(surahLike(surah) ?? '');
	const [from, to] = versesOf(ayah) ?? [];
	if (surah && count === undefined)
		yield `لا سورة اسمها «${surah}». اكتب اسمها وحده كما في المصحف، مثل surah="آل عمران".`;
	if (ayah && !from)
		yield `رقم الآية «${ayah}» لا يُقرأ. اكتب ayah="255" لآية، وayah="1-5" لآيات متتالية.`;
	else if (from && to && to <= from)
		yield `الآيات «${ayah}» معكوسة. اكتب الرقم الأصغر أولًا: ayah="${to}-${from}".`;
	else if (count !== undefined && (to ?? from ?? 0) > count)
		yield `آخر آية في سورة ${surah} رقمها ${count}، ولا آية فيها رقمها ${to ?? from}. صحّح ayah.`;
}

function* interviewProblems({ inner }: Judged): Problems {
	if (!inner.some(isQuestion))
		yield '<Interview> بلا سؤال. اكتب كل سؤال فقرة وحده بين ** و**: **متى بدأت؟**';
}

/** Of a video, or of what another site shows: a link, and a picture that stands for it. */
function* linkedProblems({ name, given, inner }: Judged): Problems {
	const [url, length] = [given('url'), inLatinDigits(given('length'))];
	if (url && !/^https:\/\/[^\s/@]+\.[^\s/@]+(?:\/\S*)?$/.test(url))
		yield `الرابط «${url}» في <${name}> لا يصلح. اكتب رابطًا كاملًا يبدأ بـ https://.`;
	else if (url && !URL.canParse(url)) yield `الرابط «${url}» في <${name}> لا يُقرأ. انسخه من جديد.`;
	if (length && !/^(?:[1-9]\d?:[0-5]\d|\d{1,2}):[0-5]\d$/.test(length))
		yield `المدة «${length}» لا تُقرأ. اكتب الدقائق والثواني length="4:32"، أو معها الساعات "1:04:32".`;
	const parts = inner.flatMap((child) =>
		child.type === 'paragraph' ? children(child).filter((part) => !isUnseen(part)) : child,
	);
	if (parts.length !== 1 || parts[0]?.type !== 'image')
		yield `في <${name}> صورة واحدة من ملفاتكم ولا شيء غيرها. اكتب فيه ![الوصف](./photo.jpg).`;
}

function* fileProblems({ node, given, inner, files }: Judged): Problems {
	const src = given('src');
	if (inner.length > 0) yield '<File> لا يحوي شيئًا. اكتبه <File src="…" title="…" />.';
	if (!src) return;
	if (!BESIDE.test(src))
		yield `اسم الملف «${src}» لا يصلح. ضعه بجوار المقال وسمِّه بحروف لاتينية وأرقام: src="./report.pdf".`;
	else if (!ATTACHMENT.test(src) && ATTACHMENT.test(src.toLowerCase()))
		yield `في امتداد الملف «${src}» حروف كبيرة. اكتبه بحروف صغيرة هنا وفي اسم الملف نفسه.`;
	else if (!ATTACHMENT.test(src))
		yield recordingFault(src) ??
			`الملف «${src}» ليس من الأنواع المقبولة: pdf وdocx وxlsx وcsv. احفظه بأحدها.`;
	else if (!files.exists(src)) yield `الملف «${src}» غير موجود. صحّح اسمه أو ضع الملف في مكانه.`;
	else if (files.size?.(src) === 0) yield `الملف «${src}» فارغ. احفظه من جديد، أو احذف <File>.`;
	else if ((files.size?.(src) ?? 0) > HEAVY)
		yield {
			offset: startOf(node),
			message: `الملف «${src}» أكبر من 25 ميغابايت، فلا يقبله بعض المضيفين ويطول تنزيله على الهاتف. صغّره أو اقسمه ملفين.`,
			severity: 'warning',
		};
}

const JUDGES = new Map<string | null, (judged: Judged) => Problems>([
	['Verse', verseProblems],
	['Quran', quranProblems],
	['Hadith', scriptureProblems],
	['Interview', interviewProblems],
	['Video', linkedProblems],
	['Embed', linkedProblems],
	['File', fileProblems],
]);

/**
 * What is wrong with a poem, a verse of the Quran, an interview, a link to a video, or a file;
 * nothing where the component is another.
 */
export function inTextProblems(node: Element, source: string, files: FilesBeside): SourceProblem[] {
	const judge = JUDGES.get(node.name);
	const name = node.name ?? '';
	if (!judge) return [];
	const given = (attribute: string) => {
		const value = attributeOf(node, attribute);
		return typeof value === 'string' ? value.trim() : '';
	};
	const inner = children(node).filter((child) => !isUnseen(child));
	const judged = { node, name, source, files, given, inner, words: plainText(node).trim() };
	const missing = Object.entries(NEEDED[name] ?? {}).filter(([key]) => !given(key));
	return [
		...missing.map(([key, example]) => `<${name}> بلا ${key}. اكتب ${key}="${example}".`),
		...judge(judged),
	].map((said) => (typeof said === 'string' ? { offset: startOf(node), message: said } : said));
}
