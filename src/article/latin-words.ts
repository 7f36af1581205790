/**
 * Latin words with numbers and signs that belong to them, and numbers that only stand beside one
 * and that bidi would join to it. Patterns for isolated-numbers.ts, each with what it finds.
 */
import {
	ARABIC,
	DECIMAL,
	IN_WORD,
	LATIN,
	MONEY,
	NUMBER_OR_DATE,
	SIGN,
	SPACE,
	START,
} from './number-parts.ts';
import { either, inTurn } from './pattern-parts.ts';

/** Words that no number counts. */
const UNCOUNTED = String.raw`(?:و|[فبكل]?ال|لل|(?:في|من|على|إلى|عن|مع|عبر|منذ|قبل|بعد|أو)(?!\p{L}))`;
/** The version behind a name, which counts nothing. */
const VERSION = String.raw`(?:[${SPACE}]\d+(?:\.\d+)*(?![\w%٪+\-]|[.,:\/]\d|[${SPACE}](?!${UNCOUNTED})\p{Script=Arabic}))?`;
/** `iOS 19+`, `C++ 20`, `C#`, `.NET 8`, `.NET Core 8`, `F# minor`. */
export const NAMES = inTurn(
	String.raw`(?<![${IN_WORD}.\-])`,
	either(
		String.raw`\.NET`,
		String.raw`[${LATIN}][${IN_WORD}.\-]{0,30}(?: [${IN_WORD}.\-]{1,30}){0,4}[+#]{1,3}`,
	),
	String.raw`(?![\w+#])(?:[${SPACE}](?=[${LATIN}])[${IN_WORD}.+#\-]*[${IN_WORD}+#])*${VERSION}`,
);
/** What agencies of rating and laboratories write: `BBB-`, `O-`, `Cl-`. */
export const RATINGS = String.raw`(?<!\w)(?:A{1,3}|B{1,3}|C{1,3}|AB|O|Cl|OH)-(?![\w\p{L}\-])`;
/** A substance of a reaction, with its charge: `2Cl-`, `Fe³⁺`, `2e-`, `CO2↑`. */
const SUBSTANCE = inTurn(
	String.raw`\d*(?:[A-Z\(\[][\w\(\)\[\]\u2080-\u2089²³¹\u2070-\u2079]*|e)`,
	String.raw`(?:[\u207A\u207B]|[+\-\u2212](?!\w))?[↑↓]?`,
);
const SUBSTANCES = String.raw`${SUBSTANCE}(?:[${SPACE}]\+[${SPACE}]${SUBSTANCE})*`;
/** A whole chemical reaction, `2Cl- → Cl2 + 2e-`: charges would split it and turn its arrow. */
export const REACTION = String.raw`(?<![\w.\-])${SUBSTANCES}[${SPACE}]?[→⇌⇄⟶][${SPACE}]?${SUBSTANCES}`;
/** Its number and first letter; behind a space, `6. Bg5`, the whole form of a move. */
const MOVE = String.raw`\d{1,3}(?:\.{1,3}|…)(?:[A-Za-z]|[${SPACE}](?:[KQRBN]?[a-h]?[1-8]?x?[a-h][1-8]|O-O))`;
/** `1.FC Köln`, the moves of chess, `12.Nf3 Rxe5!? 13.Qh5+`. */
export const ORDINAL = String.raw`${START}${MOVE}[${IN_WORD}.+#=!?\-]*(?:[${SPACE}](?:${MOVE}|[${LATIN}])[${IN_WORD}.+#=!?\-]*)*(?<![.?\-])`;
/** A word of a name whole: `Café`, `WHO/EMRO`, `B&B`, an address. */
const OF_NAME = String.raw`(?:[${IN_WORD}.'\u2019&@\/+?=%~\-]|:(?=[\w\/]))`;
/**
 * In a list of Latin names, `UN، WHO`, `HR = 0.23؛ 95% CI`, each after the first: the comma would
 * join them into one left-to-right run.
 */
export const IN_ROW = inTurn(
	String.raw`(?<=[${IN_WORD}\)»\/+#%][\u060C\u061B][${SPACE}])`,
	String.raw`«?(?:${DECIMAL}%?[${SPACE}])?\d*[${LATIN}]${OF_NAME}*(?:[${SPACE}][${IN_WORD}&]${OF_NAME}*)*(?<=[${IN_WORD}\/])(?![\d\u2013])»?`,
	`(?:[${SPACE}]?[=<>≈≤≥][${SPACE}]?${SIGN}${DECIMAL}%?)?`,
);
/** An abbreviation, whose stop ends no sentence: `No. 5`, `R. 12`. */
const SHORTENED = String.raw`(?<![\p{L}.])(?:\p{L}|Av|Ch|Dr|Fig|Nr|No|St|[Pp]p|[Vv]ol|vs|[Aa]rt|[Ee]d)\.[${SPACE}]\(?`;
/**
 * A number that a comma, a colon, a closing mark or the end of a sentence parts from Latin letters:
 * `AFP، 12`, `«Barbie» (2023)`, `BBC. 12`. It would join them, too.
 */
export const BEHIND_NAME = String.raw`(?<=[${LATIN}][^\p{L}\n]{0,20}[\u060C:».!][${SPACE}]\(?)(?<!${SHORTENED})${NUMBER_OR_DATE}(?![\w%‰\-\u2013]|[${SPACE}][${LATIN}])`;
/** What no version of a name is followed by. */
const COUNTED_WORD = either(
	'[أآ]لاف|ألف(?:ًا|ا)?|(?:مليون|مليار|تريليون)(?:ًا|ا)?|ملايين|مليارات',
	'نقاط|نقطة|دولار(?:ًا|ا)?|يورو|دينار(?:ًا|ا)?|درهم(?:ًا|ا)?|ريال(?:ًا|ا)?|جنيه(?:ًا|ا)?|ليرة',
	'(?:في |ب)الم(?:ئة|ائة)|(?:شخص|موظف|عامل|هدف|يوم|عام|شهر|هاتف|بلد|مشروع)(?:ًا|اً)',
);
/**
 * A number of its own behind a Latin name that it would join, `Apple 40 مليون`,
 * `Quill Labs 81.5 نقطة`: not the version of one, `iOS 19`.
 */
export const COUNT_BEHIND_NAME = String.raw`(?<=[${LATIN}][${IN_WORD}.\-]{0,20}[${SPACE}])${DECIMAL}(?=[${SPACE}](?:${COUNTED_WORD})(?![\p{L}\p{M}]))`;
const NO_ARABIC = String.raw`[^\(\)${ARABIC}\n]{0,60}`;
const WORDS = String.raw`[${LATIN}][^«»${ARABIC}\n]{0,200}`;
export const QUOTED = either(
	// A title in its marks beside other Latin words, `«Gatsby» (Penguin, 1999)`: one mark would move
	// away.
	String.raw`(?<=[${LATIN}\)][${SPACE}]«)${WORDS}(?=»)`,
	String.raw`(?<=«)${WORDS}(?=»[${SPACE}]\(?[${LATIN}])`,
	// In brackets with a range, `(95% CI: 1.2–3.4)`: the range would run from the right, as those of
	// Arabic do.
	String.raw`(?<=\()(?=[^\(\)]{0,60}[${LATIN}]{2})${NO_ARABIC}\d\u2013\d${NO_ARABIC}(?=\))`,
	// With its own end sign, `«Why?»`, `(Apple Inc.)`, `¿Por qué?`: the sign would move to its front.
	String.raw`(?<=[«‹\(])${WORDS}(?<=[.?!…])(?=[»›\)])`,
	`[¿¡]${WORDS}[?!]`,
);
/** What a word that runs from the left is made of; brackets belong to it in pairs. */
const IN_TOKEN = inTurn(
	String.raw`[^\s\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Nko}\p{Emoji_Presentation}\p{Cf}`,
	String.raw`\u0640\u060C\u061B\u061F«»‹›\u201C-\u201E…\|\u2013\u2014\(\)\[\]\{\}]`,
);
const TOKEN = String.raw`(?:${IN_TOKEN}|\(${IN_TOKEN}*\)|\[${IN_TOKEN}*\])+`;
export const LEFT = `[${LATIN}]`;
/** No letter stands before, but of a particle: elsewhere a sign parts two words. */
const APART_FROM_WORDS = either(
	String.raw`(?<![\p{L}\p{M}\p{N}])`,
	String.raw`(?<=(?<![\p{L}\p{M}])[وفبكل]\u0640?)`,
);
/** A sign that a word begins with. */
const LEADING = either(
	// `@example`, `$500K`, `€/MWh`.
	'[@#]',
	String.raw`[${MONEY}]\/?`,
	APART_FROM_WORDS +
		either(
			// `.NET`, `../src`, `~/.bashrc`, `/etc/hosts`, `*.txt`, `--help`; not the end of `a (1).pdf`.
			String.raw`(?<![\)\]])\.(?=[A-Za-z])`,
			String.raw`\.{1,2}\/(?=\w)`,
			String.raw`~\/\.?`,
			String.raw`(?:(?<!\p{L}\u0640?)|(?=\/\w+\/))\/`,
			String.raw`\*\.`,
			'--',
			// `-5dBm`, `∆T=5`, `::1`.
			String.raw`[+\-\u2212±~≈<>≤≥][${MONEY}]?(?=\d)`,
			'[°∂∆∇∑∏∫√]',
			// `⌘+S`.
			String.raw`(?:[⌘⌥⇧⌃]\+?)+`,
			'::',
		),
);
/**
 * The letter of a word is looked for within 200 signs: without a limit the time would grow with
 * the square of the length.
 */
const AHEAD = `${IN_TOKEN}{0,200}`;
/**
 * A word with a letter that runs from the left: the code `0045-118-A7`, the address `2001:db8::1`,
 * the moment `2026-11-26T09:30:00+03:00`, `2.1.3-beta`, `5-HT`, `U.S.`.
 */
export const WORD = inTurn(
	// Most letters of a text are Arabic: this is quick to see.
	String.raw`(?![\s\u0600-\u06FF])`,
	String.raw`(?<![\w[\p{L}--\p{Script=Arabic}].@#&\/+\-])`,
	'(?<word>',
	String.raw`(?=${AHEAD}(?:${LEFT}|::|√)|10\.\d{4,9}\/|\[)`,
	`${LEADING}?`,
	String.raw`(?=[\p{L}\p{N}]|\[[\da-f:]+\]:\d)${TOKEN}`,
	// The words of such letters behind it, `5-HT receptor`: in front of them it would stand behind.
	String.raw`(?:(?:[${SPACE}]\d[\d.,:]*)?[${SPACE}](?=${AHEAD}${LEFT})${TOKEN}){0,6}`,
	// What it equals: `f(x) = 3x + 2`, `√2 ≈ 1.414`.
	String.raw`(?:[${SPACE}][=≈≠<>≤≥+×÷±\u2212][${SPACE}](?=[\p{L}\p{N}\-\u2212√])${TOKEN}){0,6}`,
	// The signs of the sentence at its end are none of its own; `5'-ACG-3'`, `C:\a\`, `U.S.` and
	// `Apple Inc.` end with theirs.
	'(?<=',
	String.raw`[\p{L}\p{M}\p{N}${MONEY}%°\u207A\u207B\u2212+#™®\)\]]`,
	String.raw`|['′]\S*\d['′]|:\\\S*\\|(?<!\p{L})(?:[A-Za-z]{1,2}\.){2,5}|(?<!\p{L})(?:Inc|Ltd|Corp|Jr|Sr)\.`,
	'))',
);
/** A date in a Latin language, as streets and stadiums have it: `25 de Março`, `5 Juillet 1962`. */
export const LATIN_DATE = inTurn(
	String.raw`${START}(?<!\d[${SPACE}])\d{1,2}(?:er)?[${SPACE}](?:de[${SPACE}])?`,
	`(?:[Jj]an|[Ee]ne|[Ff][eé][bv]|[Mm]ar|[Aa][bpv]r|[Mm]a[iy]|[Jj]u[iln]|[Aa]go|[Aa]ug|[Aa]o[uû]|[Ss]e[pt]|[Oo][cu]t|[Nn]ov|[Dd][eéi][cz])[${LATIN}]{0,7}`,
	String.raw`(?:[${SPACE}](?:de[${SPACE}])?\d{4})?(?!\w)`,
);
