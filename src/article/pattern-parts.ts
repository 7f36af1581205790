/** Parts of regular expressions, and how they are put together. */

/** One of several forms; the first that fits. */
export const either = (...forms: string[]) => `(?:${forms.join('|')})`;
/** Parts, one behind the other. */
export const inTurn = (...parts: string[]) => parts.join('');

/** A day of the week. Many write it without its hamza. */
export const WEEKDAY = 'ال(?:سبت|[أا]حد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة)';
