import { either } from '../../article/pattern-parts.ts';
import { codes } from './character-names.ts';
import { ARABIC, LETTER, matching, PART_OF_WORD, pattern, type Rule } from './rule.ts';

/** Signs and Latin letters of UTF-8 read as Windows-1252 or 1256. */
const LATIN_MOJIBAKE = pattern`${either(
	// A quotation mark or a dash, «â€œ».
	String.raw`(?<!«)â€[\u0080-\u00BFœ\u017E™˜\u201C\u201D\u2013\u2014\u2022\u2026\u2030]?`,
	// A letter or a sign, «Ã©», «Â«».
	String.raw`(?<!«)[ÃÂ][\u0080-\u00BF]`,
	// The byte order mark, and U+FFFD.
	'ï»¿',
	'ï[¿؟]½',
)}`;
/** Letters as programs write them: `\\u0627\\u0644`. */
const ESCAPED = /(?:\\u06[\da-fA-F]{2}){2,}/g;
const unescaped = (found: string) =>
	found.replace(/\\u([\da-fA-F]{4})/g, (_, code) =>
		String.fromCodePoint(Number.parseInt(code, 16)),
	);
/** Words of which a program that knew no Arabic left question marks. */
const LOST = /(?<![^\s«\(\["'\u201C])\?{2,}(?:[ \u00A0]+\?{2,})+/gv;

const DATE = String.raw`\p{Nd}{1,4}[\/.\-]\p{Nd}{1,2}[\/.\-]\p{Nd}{2,4}`;
const CLOCK = String.raw`\p{Nd}{1,2}:\p{Nd}\p{Nd}`;
const HALF_OF_DAY = String.raw`(?:[ \u00A0\u202F](?:[صم]|[AP]M))?`;
/**
 * When a message was sent, before its sender: as WhatsApp of iPhones copies it, Telegram, WhatsApp
 * of Android.
 */
const CHAT_STAMP = pattern`(?<!\S)${either(
	String.raw`\[${DATE}[,،]? ${CLOCK}(?::\p{Nd}\p{Nd})?${HALF_OF_DAY}\]`,
	String.raw`\[${CLOCK}${HALF_OF_DAY}[,،] ${DATE}\]`,
	`${DATE}[,،] ${CLOCK}${HALF_OF_DAY} -`,
)}(?= [^:\n]{1,40}:)`;

/** Code of other programs, which is printed as it is. */
const LEFTOVER_CODE = pattern`${either(
	// `[caption id="12"]` of WordPress.
	String.raw`\[[a-z][\w\-]*(?: +[\w\-]+=["'\u201C\u201D\u2033«][^\]\n]*)\]`,
	// `[b]`, `[url=…]` of a forum, where one that closes it follows; that one.
	String.raw`\[([a-z]+)(?:=[^\]\n]*)?\](?=.*\[\/\1\])`,
	String.raw`\[\/[a-z][\w\-]*\]`,
	// Sources of chatbots: `【4†source】`, `:contentReference[oaicite:2]`, `citeturn0search1`,
	// `oai_citation:0‡`.
	String.raw`【[^】\n]{0,40}†[^】\n]{0,80}】`,
	String.raw`:contentReference\[[^\]\n]*\]`,
	String.raw`(?<!\w)(?:file)?cite(?:turn\d+[a-z]+\d+)+`,
	String.raw`oai_citation:\d+‡`,
)}`;

/** Words of a chatbot for whoever asked it. */
const CHATBOT_WORDS = pattern`${either(
	// The first of its answer: «بالتأكيد! إليك المقال:».
	String.raw`(?<=^\s*)(?:بالتأكيد|بالطبع|حسن\u064B?ا\u064B?)[!،.]?\s+إليك[^.:\n]{0,60}[.:]?`,
	String.raw`(?<!\p{L})(?:كنموذج لغوي|بصفتي نموذج)`,
	// The last: «هل تود أن أجعل النص أقصر؟».
	String.raw`(?<=^\s*)هل (?:تود|ترغب|تريد)[^؟\n]{0,60}(?:المقال|النص|الأسلوب|صياغة|نسخة|عناوين)[^؟\n]{0,60}؟`,
)}`;

/** What Windows-1252 shows for a byte from 0x80 to 0x9F. */
const WINDOWS = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
/** Pairs of letters in a row, each of which was one letter; spaces between words are left. */
const rowOf = (pair: string, more = '+') => pattern`${pair}(?: ?${pair})${more}`;
/** The bytes of Arabic in UTF-8 (D8 to DB, then 80 to BF), each read as a letter. */
const MOJIBAKE = rowOf(String.raw`[ØÙÚÛ][\u0080-\u00BF${WINDOWS}]`);
/** The same bytes read as Windows-1256: «ط§ظ„ط¹ط±ط¨ظٹط©». */
const MOJIBAKE_1256 = rowOf(String.raw`[طظ][\u00A0-\u00BF${WINDOWS}پٹچژڈگکڑں\u06BE]`, '{2,}');
/** Twice read as Windows-1252: «Ã˜Â§Ã™â€ž». */
const TWICE = rowOf(String.raw`Ã[\u0098-\u009B˜™š›](?:(?!Ã)[\u00A0-\u00FF${WINDOWS}]){1,4}`);
/** The bytes in quoted-printable, as e-mail has them: «=D8=A7=D9=84». */
const MAILED = /=D[89AB]=[89AB][\dA-F](?:=[\dA-F]{2})+/g;
/** Arabic in Windows-1256 read as Windows-1252: «ÇáÚÑÈíÉ». */
const OLD_MOJIBAKE = /(?<!\p{L})[ÇÃÅÈÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÝÞßáãäåæìíÉÁ]{5,}(?!\p{L})/gv;

/** The bytes that a code page shows as a text. */
function bytesOf(page: 'windows-1252' | 'windows-1256', text: string): Uint8Array {
	const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
	const codes = new Map(
		Array.from(new TextDecoder(page).decode(bytes), (letter, byte) => [letter, byte]),
	);
	return Uint8Array.from(text, (letter) => codes.get(letter) ?? 63);
}
const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
/** Each damage of an encoding, and what was meant by it. */
const ENCODINGS: readonly [damage: RegExp, meant: (found: string) => string][] = [
	[MOJIBAKE, (found) => utf8(bytesOf('windows-1252', found))],
	[MOJIBAKE_1256, (found) => utf8(bytesOf('windows-1256', found))],
	[TWICE, (found) => utf8(bytesOf('windows-1252', utf8(bytesOf('windows-1252', found))))],
	[
		MAILED,
		(found) =>
			utf8(Uint8Array.from(found.match(/[\dA-F]{2}/g) ?? [], (code) => Number.parseInt(code, 16))),
	],
	[OLD_MOJIBAKE, (found) => new TextDecoder('windows-1256').decode(bytesOf('windows-1252', found))],
];

/** Words that no text in reverse has. */
const UPRIGHT = /^[وفل]?(?:لم|لن|في|من|إلى|على|عن|أن|إن|أو|قال|قالت|كان|كانت|هذا|هذه)$/;

/** Signs of text in reverse: «في» or «من» backwards, a word that ends in «لا», no «الـ». */
function turnedText(text: string) {
	const words = Array.from(text.matchAll(pattern`${PART_OF_WORD}{2,}`));
	const turned = words.filter(({ 0: word }) => /^(?:يف|ىلإ|ىلع|نم|نأ|نإ)$/.test(word));
	const isTurned =
		turned.length > 0 &&
		words.some(({ 0: word }) => /.{2}لا$/.test(word)) &&
		!words.some(({ 0: word }) => /^[وفبك]*(?:ال|لل)/.test(word) || UPRIGHT.test(word));
	return isTurned ? turned.slice(0, 1) : [];
}

/** Words in which lam and alef stand the wrong way round: «اإلعلام», «مثاًل». */
const SWAPPED = pattern`(?<!${PART_OF_WORD})(?:[وف]?[بك]?ا(?:[إأ]ل?|ال)${LETTER}{2,}|${LETTER}{2,}(?<=ا\u064B)ل(?:\u064Bا)?(?!${PART_OF_WORD}))`;

/** What a chatbot writes for its source, about letters of private use. */
const isCitation = (found: string) => found.includes('cite');

/** A text that was broken on its way here. Readers see it; only a person knows what stood there. */
export const DAMAGE: readonly Rule[] = [
	{
		name: 'replacement',
		severity: 'error',
		everywhere: true,
		find: matching(
			/\uFFFD+/g,
			(found) =>
				`«${found}» (${codes(found[0] ?? '')}) مكان حروف ضاعت عند الحفظ أو النسخ. احفظ الملف بترميز UTF-8 وأعد كتابة ما ضاع.`,
		),
	},
	{
		name: 'private-use',
		severity: 'error',
		everywhere: true,
		find: matching(
			/\uE200(?:file)?cite\uE202[^\uE201\n]*\uE201|\p{Co}+/gv,
			(found) =>
				isCitation(found)
					? `«${found.replace(/\p{Co}/gv, '')}» إشارة إلى مصدر بقيت من برنامج محادثة، ولا معنى لها خارجه. احذفها.`
					: `محرف (${codes([...found].slice(0, 1).join(''))}) لا معنى له خارج خطه، فيُرى مربعًا فارغًا. اكتب الحرف أو الكلمة التي كانت مكانه.`,
			(found) => (isCitation(found) ? '' : undefined),
		),
	},
	{
		name: 'mojibake',
		severity: 'error',
		find: (text) => {
			const words = ENCODINGS.flatMap(([damage, meant]) => [
				...matching(damage, (found) => mojibake(found, meant(found)))(text),
			]);
			if (words.length > 0) return words;
			return matching(LATIN_MOJIBAKE, (found) =>
				mojibake(found, utf8(bytesOf('windows-1252', found)).replace('\uFEFF', ''), 'حرف أو علامة'),
			)(text);
		},
	},
	{
		name: 'escaped-letters',
		severity: 'error',
		find: matching(
			ESCAPED,
			(found) => `«${found.slice(0, 12)}…» حروف كُتبت رموزًا. اكتب «${unescaped(found)}».`,
			unescaped,
		),
	},
	{
		name: 'lost-letters',
		severity: 'error',
		find: matching(
			LOST,
			(found) =>
				`«${found}» كلمات ضاعت حروفها فصارت علامات استفهام، عند الحفظ أو النسخ بترميز آخر. أعد كتابتها أو انسخها من مصدرها، واحفظ الملف بترميز UTF-8.`,
		),
	},
	{
		name: 'leftover-code',
		find: matching(
			LEFTOVER_CODE,
			(found) =>
				`«${found.length > 40 ? `${found.slice(0, 40)}…` : found}» رمز بقي من برنامج آخر، يُطبع كما هو. احذفه.`,
			() => '',
		),
	},
	{
		name: 'chatbot-words',
		find: matching(
			CHATBOT_WORDS,
			(found) => `«${found}» كلام برنامج محادثة لمن سأله، بقي في النص. احذفه.`,
		),
	},
	{
		// Who sent it may be a source, by a name or by a telephone number.
		name: 'chat-stamp',
		find: matching(
			CHAT_STAMP,
			(found) =>
				`«${found}» وقت رسالة نُسخ مع اسم مرسلها أو رقمه من تطبيق محادثة. احذفهما، أو أبقهما إن قصدت نشرهما.`,
		),
	},
	{
		// Cloudflare hides an address from whoever copies a page.
		name: 'hidden-address',
		find: matching(
			/\[email[ \u00A0]protected\]/g,
			(found) => `«${found}» مكان بريد أخفاه الموقع الذي نُسخ منه النص. اكتب البريد نفسه.`,
		),
	},
	{
		// A PDF gives lam-alef as one sign, and some programs copy its letters in the wrong order.
		name: 'swapped-lam-alef',
		severity: 'error',
		find: matching(SWAPPED, (found) => {
			const swapped = found
				.replace(/^([وف]?[بك]?ا)([إأا])ل/, '$1ل$2')
				.replace(/ا\u064Bل$/, 'ل\u064Bا')
				.replace(/ا\u064Bل\u064Bا$/, 'ال\u064Bا');
			return `«${found}» كلمة تبدلت حروفها عند النسخ من PDF. ${swapped === found ? 'أعد كتابتها' : `اكتب «${swapped}» إن كانت المقصودة`}، وراجع كل ما نُسخ معها.`;
		}),
	},
	{
		// No word begins with ة, only short ones with ى, and none with ء that ends as «الـ» does
		// backwards.
		name: 'visual-order',
		severity: 'error',
		find: (text) => {
			const message = (found: string) =>
				`«${found}» كلمة حروفها معكوسة كما في نصوص PDF. المقصود على ما يبدو «${[...found].reverse().join('')}». أعد كتابة الفقرة أو انسخها من مصدر آخر.`;
			const words = [
				...matching(
					pattern`(?<!${PART_OF_WORD}|\p{L})(?:[ةى](?=${LETTER}{2})${PART_OF_WORD}+|ء${ARABIC}+لا(?!${PART_OF_WORD}))`,
					message,
				)(text),
			];
			return words.length > 0 ? words : matching(turnedText, message)(text);
		},
	},
];

const mojibake = (found: string, meant: string, what = 'نص عربي') =>
	`«${found.trim()}» ${what} قُرئ بترميز آخر. ${!meant ? 'احذفه' : /\uFFFD|\?/.test(meant) ? 'انسخه من مصدره من جديد' : `المقصود على ما يبدو «${meant}»`}، واحفظ الملف بترميز UTF-8.`;
