/**
 * Keeps together at the end of a line: a number and what it counts, a year and its month, a
 * short last word and the one before it. The no-break spaces are for the page alone: compare,
 * copy and index the plain text.
 */
import { isolateNumbers, type Run } from './isolated-numbers.ts';
import { either, inTurn, WEEKDAY } from './pattern-parts.ts';

const NO_BREAK = '\u00A0';
/** The spaces between what ends before them and what begins behind them. */
const between = (before: string, after: string) => new RegExp(`(?<=${before}) (?=${after})`, 'gv');
const LETTER = String.raw`[\p{Script=Arabic}&&\p{L}]`;
/** Words after a number that are no unit. */
const PARTICLE = '(?:في|من|عن|إلى|على|حتى|أو|ثم|لا|ما|لم|لن|أن|إن|كل|بل|هل)';
const YEAR = String.raw`(?:1\d|20|١[٠-٩]|٢٠)\p{Nd}{2}(?!\p{N}|[.,]\p{N})`;
/** Not the rest of a longer number or of a word, and not of a name: «OpenFable 3 أول». */
const COUNT = inTurn(
	String.raw`(?<![\p{L}\p{N}\/.,\-]|[A-Za-z][+#]* (?=\d{1,2} ))`,
	String.raw`(?!${YEAR})[\p{Nd}.,٫٬]{1,9}[%٪م]?`,
);
const COUNTED_WORD = inTurn(
	String.raw`(?!\p{Nd}|و|${PARTICLE}(?!\p{L}))`,
	String.raw`[\p{Script=Arabic}\p{M}]{2,12}(?![\p{L}\p{M}])`,
);
/** «4,200 مصباح», «23 يونيو», «26 يونيو 2015». */
const COUNTED = between(COUNT, COUNTED_WORD);
/** The first word of a month that has two, and the second. */
const FIRST = '(?:كانون|تشرين|ربيع|جمادى)';
const SECOND = 'ال(?:أول|ثاني|آخر|أولى|آخرة)';
/** «12 كانون الأول», «3 ربيع الآخر». Only after a day: alone it may head a narrow column. */
const MONTH = between(String.raw`\p{Nd}[ \u00A0]${FIRST}`, String.raw`${SECOND}(?!\p{L})`);
/** «عام 2015م», «حزيران 2024». Not after a two-word month: too long for a narrow line. */
const DATED = yearAfter(`${SECOND} `);
/**
 * In headlines, whose lines are short, neither after the second word of a name: «للخدمة العامة
 * 2015».
 */
const DATED_SHORT = yearAfter('ال');
function yearAfter(no: string): RegExp {
	return between(String.raw`(?<!\p{L})(?!${no})\p{L}{2,8}`, YEAR);
}
/** The words that announce any number. */
const NUMBERED = between(
	String.raw`(?<!\p{L})(?:ال|لل|ب)?(?:عام|سنة|يوم|نحو|رقم|عدد|ساعة|مادة|قانون|فصل|قرار|صفحة|دورة|جولة|حلقة)`,
	String.raw`\p{Nd}`,
);
/** «الجمعة 26 يونيو»; before a month of two words it would leave the line too short. */
const AFTER_WEEKDAY = between(
	String.raw`(?<!\p{L})[بو]?${WEEKDAY}`,
	String.raw`\p{Nd}{1,2}[ \u00A0](?!${FIRST})\p{L}`,
);
/**
 * «9:30 ص», «40 م», «270 غ», «1446 هـ»: a unit or an era of one letter; «21,3 %», «20 °C»: a sign.
 */
const UNIT = between(
	String.raw`\p{Nd}`,
	either(String.raw`(?:[صمسدثغلك]|هـ?)(?![\p{L}\p{M}])`, '[%٪‰°€$£]'),
);
/** What ends no line, by itself. */
const ALONE = between(
	inTurn(
		String.raw`(?<![\p{L}\p{M}\p{N}.\/])`,
		either(
			// «و باجة».
			'و',
			// A title, «أ.د. سلمى», and any letter, «د 45». Behind a number it is its unit; «به.» ends
			// a sentence.
			String.raw`(?<!\p{N}[ \u00A0])${either(String.raw`(?:[وفبل](?=[أدم]))?(?:${LETTER}\.){1,3}`, LETTER)}`,
			// An article that stands apart, «ال 14».
			'و?ال',
			// A particle drawn long, «لـ «المنارة»».
			String.raw`[وفبكل]{0,2}(?:ال)?\u0640`,
		),
	),
	String.raw`\S`,
);
/** «€1 = 3,412», «± 5%»: a sign and the number behind it. */
const RECKONED = between('[=≈±×÷]', String.raw`\p{Nd}`);
/** «رحل أمس .. وبقيت كتبه», «العميد / سامر»: two points for a pause and a stroke begin no line. */
const PAUSE = / (?=\.\.|\/(?!\S))/g;
/** «م/ سامر»: nor does the stroke of a title end one. */
const TITLE_STROKE = between(String.raw`(?<!\p{L})[\p{L}.]{1,3}\/`, String.raw`\p{L}`);
/** «OpenFable 3»: a Latin name and its number, where lines are short. */
const LATIN_NUMBER = between(
	String.raw`(?<![\p{L}\p{N}])[A-Za-z][A-Za-z\-]{0,9}`,
	String.raw`\d{1,3}(?![\p{L}\p{N}]|[.,]\d)`,
);
/** «16 GB»: a number and its unit, where lines are short. */
const LATIN_UNIT = between(String.raw`\d`, String.raw`[A-Za-z]{1,4}(?![\p{L}\p{N}])`);
/** «Google Fonts», «Creative Cloud»: a name in Latin letters, as long as a line has room for it. */
const LATIN_NAME =
	/(?<![\p{Script=Latin}\p{N}][ -]?)[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){1,3}(?: \d+(?:\.\d+)*)?(?![ -]?[\p{Script=Latin}\p{N}])/gu;
/** As many signs as a line of a phone has room for where letters are large. */
const IN_LINE = 15;
/** Of a name they are never the last word. */
const OF_NAME = '(?:عبد|بن|ابن|أبو|آل)';
/** «قبل أن», «في تونس», «عبد الرحمن»: in headlines and deks, whose lines are short. */
const SHORT = between(
	String.raw`(?<![\p{L}\p{N}])${either(PARTICLE, OF_NAME)}`,
	String.raw`(?!${PARTICLE}(?!\p{L}))\p{L}\S{0,8}(?!\S)`,
);
/** «الأمم المتحدة», «السينما القصيرة»: noun and adjective, both with the article. */
const DEFINITE = /(?<!\p{L})(?:[وبفك]?ال|لل)[\p{L}\p{M}]+ ال\p{L}\S*$/u;
/** «بصوت عالٍ», «نموذجًا لغويًا»: a word with tanwin completes the one before it. */
const COMPLETING = /[\p{L}\p{M}] \p{L}[\p{L}\p{M}]*[\u064B-\u064D]ا?[^\p{L}\s]*$/u;
/** The longest pair to hold, in letters: it fits a phone's line at any font size. */
const LONGEST = 15;

/** Puts no-break spaces into short pairs of a headline, such as noun and adjective. */
function holdPairs(text: string): string {
	const [first = '', ...words] = text.split(' ');
	let start = 0;
	return words.reduce((held, word) => {
		const pair = `${held.slice(start)} ${word}`;
		const isOne =
			pair.replace(/\p{M}/gu, '').length <= LONGEST &&
			(DEFINITE.test(pair) || COMPLETING.test(pair));
		if (!isOne) start = held.length + 1;
		return held + (isOne ? NO_BREAK : ' ') + word;
	}, first);
}

/** The space before a short last word, which would stand alone on a line. */
const LAST = /(?<!\u00A0\S*) (?!\p{Nd})(?=\p{Script=Arabic}[^\s\u00A0]{0,4}[.!؟…»]+$)/gu;
/** «مهندس/ة», «الطلاب/ات». */
const FOR_WOMEN = String.raw`(?<![\p{L}\p{M}])[\p{Script=Arabic}\p{M}]{2,12}\/(?:ة|ات|ين|ون|ي)(?![\p{L}\p{M}])`;
/** The credit of a caption (article/captions.ts). */
const BY = String.raw`(?<=\u00A0– )\S.{1,40}$`;
/** «Wi-Fi», «R21/Matrix-M», as long as a line has room for them; no part of an address. */
const HYPHENED = inTurn(
	String.raw`(?<![\p{Script=Latin}\d.\/@\-])`,
	String.raw`(?=[\p{L}\d\/\-]{3,15}(?![\p{L}\d\/@\-]|[.:]\w))`,
	String.raw`\p{Script=Latin}[\p{Script=Latin}\d\/]*(?:-\p{Script=Latin}+)+`,
);
const TIME_OR_NUMBER = String.raw`\p{Nd}{1,4}(?:[.,:٫٬]\p{Nd}{1,3})?`;
const RANGE = String.raw`${TIME_OR_NUMBER}(?: [\-–] |[\-–])${TIME_OR_NUMBER}`;
/** `2026-11-25`, `25 / 11 / 2026`, `2026 / 2027`. */
const DATE = either(
	String.raw`\p{Nd}{1,4}-\p{Nd}{1,2}-\p{Nd}{2,4}`,
	String.raw`\p{Nd}{1,4}(?:[ \u00A0]\/ \p{Nd}{1,4}){1,2}`,
);
/** «IL-6», «GPT-4.5». */
const NAME_WITH_NUMBER = String.raw`[A-Za-z]\w{0,7}-\d[\w.]{0,5}(?<!\.)`;
/** Browsers would break these after the hyphen, dash or slash. */
const WHOLE = new RegExp(
	either(
		FOR_WOMEN,
		BY,
		HYPHENED,
		inTurn(
			String.raw`(?<![\p{Nd}\w.:٫–\-])`,
			either(RANGE, DATE, NAME_WITH_NUMBER),
			String.raw`(?![\p{Nd}\w–\-]|[,:٫٬]\p{Nd})`,
		),
	),
	'gv',
);

/** «للخدمة العامة 2015» after `holdPairs`: kept on one line only where it fits. */
const NAME_AND_YEAR = String.raw`(?<!\S)\S+\u00A0ال\p{L}+ ${YEAR}(?!\S)`;
const IN_HEADLINE = new RegExp(`${WHOLE.source}|${NAME_AND_YEAR}`, 'gv');

/**
 * Digits in parts, the plate of a car, a name with its version, with its number: `4512 AA 00`,
 * `C# 13`, `IL-6`.
 */
const IN_PARTS =
	/^[+(]?\p{Nd}[\p{Nd}A-Z \u00A0()-]{3,}\p{Nd}$|^[\w.]+[+#$]*[ \u00A0][\d.,]+$|^[A-Za-z]\w*-\d+$/u;

/**
 * Text set large, in short lines. Both keep short words with the next; a headline also its pairs.
 */
export type Display = 'headline' | 'dek';

/**
 * Puts no-break spaces where a line must not end. Pull quotes, search results and captions count as
 * deks.
 */
export function holdTogether(text: string, display?: Display): string {
	const isHeadline = display === 'headline';
	const rules = [
		COUNTED,
		MONTH,
		isHeadline ? DATED_SHORT : DATED,
		NUMBERED,
		AFTER_WEEKDAY,
		UNIT,
		ALONE,
		RECKONED,
		PAUSE,
		TITLE_STROKE,
		...(display ? [SHORT, LATIN_NUMBER, LATIN_UNIT] : []),
		LAST,
	];
	const held = rules
		.reduce((held, rule) => held.replace(rule, NO_BREAK), text)
		.replace(LATIN_NAME, (name) => (name.length > IN_LINE ? name : name.replaceAll(' ', NO_BREAK)));
	return isHeadline ? holdPairs(held) : held;
}

/** A part of a text for a page. */
export interface Piece extends Run {
	/** Keep on one line: always, or only where it fits. */
	whole?: 'always' | 'fitting';
}

/**
 * Splits a text into the parts that need an element: for their own
 * direction, or to stay on one line.
 */
export function pieces(text: string, display?: Display): Piece[] {
	const unbroken = display === 'headline' ? IN_HEADLINE : WHOLE;
	return isolateNumbers(holdTogether(text, display)).flatMap((run): Piece[] => {
		// A telephone number, a range, the end of a result.
		if (run.dir) {
			const isWhole = run.text.length <= IN_LINE && (run.dir === 'rtl' || IN_PARTS.test(run.text));
			return [isWhole ? { ...run, whole: 'always' } : run];
		}
		const found: Piece[] = [];
		let last = 0;
		for (const { 0: words, index } of run.text.matchAll(unbroken)) {
			if (index > last) found.push({ text: run.text.slice(last, index) });
			found.push({ text: words, whole: /\p{L} /u.test(words) ? 'fitting' : 'always' });
			last = index + words.length;
		}
		return last < run.text.length ? [...found, { text: run.text.slice(last) }] : found;
	});
}

/** What stands before the colon of a headline and after it, neither shorter than a short line. */
const AT_COLON = /(?<=^(?=[^:]*\p{Script=Arabic})[^:]{15,}:) (?=.{15})/u;

/**
 * Splits a headline after its colon, where its line breaks if it must.
 * @returns Two parts; the whole where there is no colon or a part would be short.
 */
export const atColon = (headline: string): string[] => headline.split(AT_COLON);
