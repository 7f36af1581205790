/** Names of writers, and what parts two in one text. */
import { inOneLine } from '../fields.ts';

/**
 * Given names that «و» does not make another of: «ريم وسامر» are two, «ريم وسام» is one. None
 * begins with «وأ».
 */
const GIVEN =
	'[أإآ]\\p{L}+|احمد|محمد|محمود|علي|حسن|حسين|حسام|حازم|عمر|عمرو|عماد|عثمان|عدنان|عادل|خالد|سعد|سعيد|سامر|سامي|سمير|كريم|كمال|جمال|ياسر|ياسمين|يوسف|يحيى|ابراهيم|مصطفى|عبد|طارق|زياد|زيد|فادي|فهد|فيصل|فراس|هيثم|هشام|ماجد|ماهر|مازن|مروان|منير|نبيل|نادر|ناصر|رامي|رائد|بلال|باسم|غسان|صالح|صلاح|انس|ايمن|فاطمة|عائشة|خديجة|مريم|زينب|سارة|سناء|ليلى|سلمى|هند|هالة|لينا|ريم|رنا|رغد|دينا|نور|نادية|ندى|هدى|منى|منال|مها|سعاد|امل|ايمان|اسماء|سحر|رشا';
/** What surely parts two names: signs, «و» apart, and «و» written together with the second. */
export const BETWEEN = new RegExp(
	`\\s*[،؛;]\\s*|(?<=\\S)\\s+و(?:\\s+(?=\\S)(?!ال)|(?=(?:${GIVEN})(?![\\p{L}\\p{M}])))`,
	'u',
);
/** Signs between two names, or between a name and a place or a post. */
export const PERHAPS = /(?<=\p{L})(?:\s*[/|]\s*|\s+[&+–-]\s+)(?=\p{L})/u;
/** What the page says itself, or nobody needs to be told: «بقلم:», «كتبت». */
export const BEFORE = /^(?:بقلم|كتب(?:ت|ها?)?)(?:\s*[:/]\s*|\s+)(?=\p{L})/u;
/** A title with a stroke behind it, «د/ سلمى», «المهندس / سامر». */
export const STROKE =
	/^((?:أ\.?)?[دأم]|(?:ال)?(?:دكتور|مهندس|[أا]ستاذ|مستشار|لواء|عميد|عقيد|شيخ|كابتن)ة?)\s*\/\s*(?=\p{L})/u;
/** The same without it: «د. سلمى», «المهندس سامر». */
export const withoutStroke = (name: string) =>
	name.replace(STROKE, (_, title: string) => (title.length > 3 ? `${title} ` : `${title}. `));
/** A full stop that ends no short form. */
export const STOP = /(?<=\p{L}{3}\p{M}*)\.$/u;

/** The names in one item or text. */
export const namesIn = (text: string): string[] =>
	text
		.split(BETWEEN)
		.map((name) => withoutStroke(name.trim().replace(BEFORE, '')).replace(STOP, ''))
		.filter(Boolean);

/** A name without what does not tell it from another. */
export const plain = (name: string) => inOneLine(name.replace(/[\p{M}\u0640]/gu, ''));
