import { ATTACHMENT, BESIDE } from '../article/attachments.ts';
import { plainText } from '../article/body.ts';
import { HALVES } from '../article/in-text.ts';
import { AYAHS, surahLike, versesOf } from '../article/surahs.ts';
import { children, type Element, isQuestion, isUnseen, startOf, written } from '../article/tree.ts';
import { inLatinDigits } from '../publisher/numbers.ts';
import { type FilesBeside, recordingFault } from './addresses.ts';
import type { SourceProblem } from './problem.ts';

/** Attributes that must be there, each with an example. */
const NEEDED: Record<string, Record<string, string>> = {
	Quran: { surah: 'البقرة', ayah: '255' },
	Hadith: { source: 'رواه البخاري' },
	Video: { url: 'https://www.youtube.com/watch?v=…', title: '…', length: '4:32' },
	Embed: { url: 'https://x.com/…', title: '…' },
	File: { src: './report.pdf', title: '…' },
};

/** In bytes. Cloudflare Pages takes no file above 25 MiB: https://developers.cloudflare.com/pages/platform/limits/ */
const HEAVY = 25 * 2 ** 20;

/** Other separators of half-verses in pasted poems: a tab, a wide gap, a sign. */
const PARTING =
	/(?<=^[^…<]*[\p{Script=Arabic}\p{M}\u0640.،؛؟!»])(?:[ \u00A0]*\t[ \t\u00A0]*|[ \u00A0]{3,}|[ \u00A0]+(?:\*+|\.{7,}|\|{1,2}|\/{1,2}|={1,3}|[#~]|۞|✽|❋)[ \u00A0]+)(?=[\p{Script=Arabic}\u0640«][^…<]*$)/u;

const INLINE = /^(?:text|strong|emphasis|delete|break|link|footnoteReference|mdx\w*Text\w*)$/;

/**
 * What is wrong with a poem, a verse of the Quran, an interview, a link to a video, or a file.
 */
export function inTextProblems(
	node: Element,
	source: string,
	{ exists, size }: FilesBeside,
): SourceProblem[] {
	const name = node.name ?? '';
	const found: SourceProblem[] = [];
	const say = (message: string, offset = startOf(node)) => void found.push({ offset, message });
	const attributes = new Map<string, string>();
	for (const attribute of node.attributes)
		if ('name' in attribute && (attribute.value === null || typeof attribute.value === 'string'))
			attributes.set(attribute.name, attribute.value?.trim() ?? '');
	for (const [key, example] of Object.entries(NEEDED[name] ?? {}))
		if (!attributes.get(key)) say(`<${name}> بلا ${key}. اكتب ${key}="${example}".`);
	const inner = children(node).filter((child) => !isUnseen(child));
	const words = plainText(node).trim();
	const isProse = inner.every(({ type }) => type === 'paragraph' || INLINE.test(type));

	if (name === 'Verse') {
		if (!words) say('<Verse> بلا أبيات. اكتب فيه كل بيت في سطر: صدر البيت … عجزه.');
		else if (!isProse) say('في <Verse> ما ليس شعرًا. أبقِ فيه الأبيات وحدها، وانقل ما عداها خارجه.');
		let offset = startOf(node);
		for (const line of written(node, source).split('\n')) {
			if (line.split(HALVES).length > 2)
				say(
					'في البيت أكثر من شطرين. ابدأ لكل بيت سطرًا، وألصق علامة الحذف … بالكلمة قبلها.',
					offset,
				);
			const { 0: sign = '', index = 0 } = PARTING.exec(line) ?? {};
			const halves = [line.slice(0, index), line.slice(index + sign.length)];
			// A half has two words and more. A sign that comes again parts the breaths of free verse.
			const isOnce = !sign.trim() || !halves.some((half) => half.includes(sign.trim()));
			if (sign && isOnce && halves.every((half) => /\S\s+\S/.test(half)))
				found.push({
					offset,
					rule: 'parted-halves',
					message: `بين الشطرين ${/\S/.test(sign) ? `العلامة ${sign.trim()}` : 'فراغ'}، فيُعرضان متصلين في سطر. اكتب بينهما «…» وحولها مسافتان.`,
					severity: 'warning',
					edits: [{ offset: offset + index, length: sign.length, text: ' … ' }],
				});
			offset += line.length + 1;
		}
	}
	if (name === 'Quran' || name === 'Hadith') {
		if (!words) say(`<${name}> بلا نص. اكتبه بين <${name} …> و</${name}>.`);
		else if (!isProse) say(`في <${name}> ما ليس من نصه. أبقِ فيه النص وحده.`);
	}
	if (name === 'Quran') {
		if (/[\uFD3E\uFD3F]/.test(words)) say('القوسان ﴿ ﴾ يضيفهما الموقع. احذفهما من <Quran>.');
		const [surah = '', ayah = ''] = [attributes.get('surah'), attributes.get('ayah')];
		const count = AYAHS.get(surahLike(surah) ?? '');
		const [from, to] = versesOf(ayah) ?? [];
		if (surah && count === undefined)
			say(`لا سورة اسمها «${surah}». اكتب اسمها وحده كما في المصحف، مثل surah="آل عمران".`);
		if (ayah && !from)
			say(`رقم الآية «${ayah}» لا يُقرأ. اكتب ayah="255" لآية، وayah="1-5" لآيات متتالية.`);
		else if (from && to && to <= from)
			say(`الآيات «${ayah}» معكوسة. اكتب الرقم الأصغر أولًا: ayah="${to}-${from}".`);
		else if (count !== undefined && (to ?? from ?? 0) > count)
			say(`آخر آية في سورة ${surah} رقمها ${count}، ولا آية فيها رقمها ${to ?? from}. صحّح ayah.`);
	}
	if (name === 'Interview' && !inner.some(isQuestion))
		say('<Interview> بلا سؤال. اكتب كل سؤال فقرة وحده بين ** و**: **متى بدأت؟**');
	if (name === 'Video' || name === 'Embed') {
		const [url = '', length] = [
			attributes.get('url'),
			inLatinDigits(attributes.get('length') ?? ''),
		];
		if (url && !/^https:\/\/[^\s/@]+\.[^\s/@]+(?:\/\S*)?$/.test(url))
			say(`الرابط «${url}» في <${name}> لا يصلح. اكتب رابطًا كاملًا يبدأ بـ https://.`);
		else if (url && !URL.canParse(url)) say(`الرابط «${url}» في <${name}> لا يُقرأ. انسخه من جديد.`);
		if (length && !/^(?:[1-9]\d?:[0-5]\d|\d{1,2}):[0-5]\d$/.test(length))
			say(
				`المدة «${length}» لا تُقرأ. اكتب الدقائق والثواني length="4:32"، أو معها الساعات "1:04:32".`,
			);
		const parts = inner.flatMap((child) =>
			child.type === 'paragraph' ? children(child).filter((part) => !isUnseen(part)) : child,
		);
		if (parts.length !== 1 || parts[0]?.type !== 'image')
			say(`في <${name}> صورة واحدة من ملفاتكم ولا شيء غيرها. اكتب فيه ![الوصف](./photo.jpg).`);
	}
	if (name === 'File') {
		const src = attributes.get('src') ?? '';
		if (inner.length > 0) say('<File> لا يحوي شيئًا. اكتبه <File src="…" title="…" />.');
		if (src && !BESIDE.test(src))
			say(
				`اسم الملف «${src}» لا يصلح. ضعه بجوار المقال وسمِّه بحروف لاتينية وأرقام: src="./report.pdf".`,
			);
		else if (!ATTACHMENT.test(src) && ATTACHMENT.test(src.toLowerCase()))
			say(`في امتداد الملف «${src}» حروف كبيرة. اكتبه بحروف صغيرة هنا وفي اسم الملف نفسه.`);
		else if (src && !ATTACHMENT.test(src))
			say(
				recordingFault(src) ??
					`الملف «${src}» ليس من الأنواع المقبولة: pdf وdocx وxlsx وcsv. احفظه بأحدها.`,
			);
		else if (src && !exists(src)) say(`الملف «${src}» غير موجود. صحّح اسمه أو ضع الملف في مكانه.`);
		else if (src && size?.(src) === 0) say(`الملف «${src}» فارغ. احفظه من جديد، أو احذف <File>.`);
		else if (src && (size?.(src) ?? 0) > HEAVY)
			found.push({
				offset: startOf(node),
				message: `الملف «${src}» أكبر من 25 ميغابايت، فلا يقبله بعض المضيفين ويطول تنزيله على الهاتف. صغّره أو اقسمه ملفين.`,
				severity: 'warning',
			});
	}
	return found;
}
