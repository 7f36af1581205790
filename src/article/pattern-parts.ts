/** Puts regular expressions together from named parts. */

/** One of several forms; the first that fits. */
export const either = (...forms: string[]) => `(?:${forms.join('|')})`;
/** Parts, one behind the other. */
export const inTurn = (...parts: string[]) => parts.join('');
