/**
 * Numbers with a sign or a unit that bidi would set on their other side, and ranges and results
 * that it would turn round. Patterns for isolated-numbers.ts, each with what it finds.
 */
import {
	DECIMAL,
	MONEY,
	NO_RANGE,
	NOT_IN_RANGE,
	NUMBER,
	SIGN,
	SPACE,
	START,
} from './number-parts.ts';
import { either, inTurn } from './pattern-parts.ts';

/** Temperatures and places on the globe: `37.5°C`, `29°22′30″N`. */
export const DEGREES = either(
	inTurn(
		// The second of two begins behind the stroke: `180°C/350°F`.
		either(START, String.raw`(?<=°[A-Z][${SPACE}]?\/[${SPACE}]?)`),
		String.raw`[\-+\u2212]?${DECIMAL}[${SPACE}]?°[${SPACE}]?`,
		// `29°22′`, `29°22′30″N`; `37.5°C`, `5°C/km`.
		either(
			String.raw`\d+(?:[.,]\d+)?[′'](?:\d+(?:[.,]\d+)?[″"])?[A-Z]?`,
			String.raw`[A-Z](?:\/[a-z]+)?`,
		),
		String.raw`(?!\w)`,
	),
	// The unit alone, behind a range: `2–8 °C`.
	String.raw`(?<=\d[${SPACE}]?)°[CF](?!\w)`,
);
/** `10^6`, `10⁻⁹`, `-1.6×10⁻¹⁹`. */
export const POWER = String.raw`${START}[+\-\u2010-\u2013\u2212±]?(?:${DECIMAL}[${SPACE}]?[×x·][${SPACE}]?)?\d+(?:\^[\-\u2212]?\d+|[\u207A\u207B]?[²³¹\u2070-\u2079]+)(?!\w|\/[A-Za-z])`;
/** A number with its sign, which would stand on the other side: `-5`, `$50`, `100+`. */
export const SIGNED = either(
	inTurn(
		// No letter, number or end of one before it, but particles, `بـ-5`, which is no article
		// `(ب-2)`, and the stroke of `5/-3`, `-2°/-9°`.
		either(
			String.raw`(?<![\p{L}\p{M}\w\)\]»%٪°${MONEY}.,:\/]|\d[${SPACE}])`,
			String.raw`(?<=(?<![\p{L}\p{M}\-\/]|\((?=\p{L}-\d+\)))(?:[وفبكل]|[وف]?[بكل]\u0640)|\d°?\/)`,
		),
		// `-5` (Word writes `–5`), `+3.5`, `±2`, `$50`, `-$50`, `$-50`, `#1`; both ends of `-10–-5`.
		either(
			String.raw`[+\-\u2010-\u2013\u2212±][${MONEY}]?`,
			String.raw`[${MONEY}][\-\u2212]?`,
			String.raw`#(?=\d+(?![\p{L}\p{M}\d_]))`,
		),
		DECIMAL,
		// Its unit: `+3.5%`, `+3,5 %`, `-2°`, `+12"`, where the mark ends no quotation.
		String.raw`(?:[${SPACE}\u202F]?[%٪]|[″${MONEY}]|°(?!\p{L})|"(?<!(?:^|[\s\(«])"[^"]*"))?`,
		// The other end of `€5-€10` has its own sign.
		String.raw`(?!\w|-(?![${MONEY}]\d)|[.,:\/]\d)`,
	),
	// `100+`, `50%+`; before a number it is the plus of a telephone number.
	String.raw`${NOT_IN_RANGE}${DECIMAL}%?\+(?![\w+]|\)?[ \-]?\d{5})`,
);
/** Thousands as in Switzerland, `1'000'000`. */
export const THOUSANDS = String.raw`(?<![\w.,:\/+\-'\u2019])\d{1,3}(?:['\u2019]\d{3})+(?:\.\d+)?(?![\w'\u2019])`;
/** `$5`, `10 m`, `5 km²`. */
const AMOUNT = either(
	`[${MONEY}]${DECIMAL}`,
	String.raw`${DECIMAL}[${SPACE}]?(?:[A-Za-z]{1,6}[²³]?|[${MONEY}])(?![\p{L}\w])`,
);
/** `R$ 81.000`, `US$ 50`. */
export const PRICE = String.raw`(?<![\w$])[A-Z]{1,3}\$[${SPACE}]${DECIMAL}(?!\w)`;
/** `1 USD = 0.3068 KWD`, `10 m × 20 m`. */
export const EQUATION = `${START}${AMOUNT}(?:[${SPACE}]?[=≈×][${SPACE}]?${AMOUNT})+`;
/** `1½`, `+3½%`, `548¾¢`, `6½/9`. */
export const MIXED = String.raw`${START}${SIGN}\d+(?:,\d{3})*[${SPACE}]?[¼-¾⅐-⅞](?:\/\d+|[%°$¢€£])?(?!\w)`;
const STEP = `${SIGN}${NUMBER}[%°]?`;
/** `50→25`, `02:00 → 03:00`, `-2 → +3`: an arrow is not mirrored. `4 x 100`: a letter. */
export const STEPS = String.raw`${START}${STEP}(?:[${SPACE}]?[→⇒x][${SPACE}]?${STEP})+(?!\w)`;
/** Of a race or a match. */
export const MINUTES = inTurn(
	String.raw`(?<![\w.,:\/])${SIGN}(?:\d+[h:])?\d+`,
	either(
		// `3'29"05`, `3h12'45''`, `90'+4`.
		String.raw`['′\u2019]\+?\d+(?:(?:["″\u201D]|'')\d*)?`,
		// `1'12"`.
		String.raw`(?:["″\u201D]|'')\d+`,
		// `45+1'`.
		String.raw`\+\d+['′\u2019]`,
	),
	String.raw`(?![\w\/]|[.,:]\d)`,
);
/**
 * The second part of a score, `3-1`, or of `35-60%`, with no letter before it: bidi would run it
 * from the left.
 */
export const RESULT = String.raw`(?<=^[^\p{L}]*${NOT_IN_RANGE}\d{1,3})-\d{1,3}(?:[${SPACE}]?%)?(?![\w\/:\-\u2013]|[.,]\d)`;
/** `70%-50%`: each sign stays on the right of its number. */
export const PERCENTS = `${START}${DECIMAL}%-${DECIMAL}%${NO_RANGE}`;
/**
 * A number before `°م` that no letter stands before: there it would hold the sign, which belongs to
 * the letter.
 */
export const CELSIUS = String.raw`(?<=^[^\p{L}]*${START})${DECIMAL}(?=°\p{Script=Arabic})`;
/**
 * `23–26`: read from the right, like the words around it; not the pages of a Latin book,
 * `pp. 23–26`.
 */
export const RANGE = String.raw`(?<![\w.,:\/\-\u2013]|(?<![A-Za-z])pp?\.[${SPACE}])${NUMBER}%?\u2013${NUMBER}%?(?![\w\/\-\u2013])`;
/**
 * `50%`, `12,4 %`: its sign would stand on the left behind Arabic, on the right with a sign before
 * it, or alone. CLDR has it on the right.
 */
export const PERCENT = String.raw`${NOT_IN_RANGE}${DECIMAL}[${SPACE}\u202F]?[%‰]${NO_RANGE}`;
