/**
 * What the patterns of numbers and Latin words share (isolated-numbers.ts): parts of regular
 * expressions with the flag `v`. «Of a class» says that a part stands within brackets.
 */

/** Of a class: the spaces within a number. */
export const SPACE = String.raw` \u00A0`;
/** Before a number: it is not the rest of a longer one, or of a word. */
export const START = String.raw`(?<![\w.,:\/+\-])`;
/** Behind a number: it does not go on. */
export const END = String.raw`(?![\w\/\-]|[.,:]\d)`;
/** The same of groups between spaces. */
export const NO_GROUP_BEFORE = String.raw`(?<!\d[${SPACE}])`;
export const NO_MORE_GROUPS = String.raw`(?![${SPACE}]\d)`;
/** Neither is it the end of a range, nor the beginning of one. */
export const NOT_IN_RANGE = String.raw`(?<![\w.,:\/+\-\u2013])`;
export const NO_RANGE = String.raw`(?![\w\-\u2013])`;
/** `2.5`, `1,234.5`. */
export const DECIMAL = String.raw`\d+(?:[.,]\d+)*`;
/** A decimal or a time: `9:30`. */
export const NUMBER = String.raw`\d+(?:[.,:]\d+)*`;
/** The same, or a date: `1/5`. */
export const NUMBER_OR_DATE = String.raw`\d+(?:[.,:\/]\d+)*`;
/** Of a number; it may have none. */
export const SIGN = String.raw`[+\-\u2212]?`;
/** Of a class: letters that run from the left, and what follows one in a word. */
export const LATIN = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Tifinagh}\p{Script=Han}`;
export const IN_WORD = String.raw`${LATIN}\u0300-\u036F\d_`;
/** Of a class: what runs from the right. The signs are of no script (`Common`). */
export const ARABIC = String.raw`\p{Script=Arabic}\u060C\u061B\u061F`;
/** Of a class: signs of money, without those that are Arabic letters. */
export const MONEY = String.raw`$¢-¥\u20A0-\u20CF`;
