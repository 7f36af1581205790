/** Single characters as messages speak of them: their names in Unicode. */
import { codePoint } from '../../problems.ts';

const NAMES: Record<string, string> = {
	'\u00AD': 'SOFT HYPHEN',
	'\u061C': 'ARABIC LETTER MARK',
	'\u0640': 'ARABIC TATWEEL',
	'\u06A9': 'ARABIC LETTER KEHEH',
	'\u06BE': 'ARABIC LETTER HEH DOACHASHMEE',
	'\u06CC': 'ARABIC LETTER FARSI YEH',
	'\u200B': 'ZERO WIDTH SPACE',
	'\u200C': 'ZERO WIDTH NON-JOINER',
	'\u200D': 'ZERO WIDTH JOINER',
	'\u200E': 'LEFT-TO-RIGHT MARK',
	'\u200F': 'RIGHT-TO-LEFT MARK',
	'\u202A': 'LEFT-TO-RIGHT EMBEDDING',
	'\u202B': 'RIGHT-TO-LEFT EMBEDDING',
	'\u202C': 'POP DIRECTIONAL FORMATTING',
	'\u202D': 'LEFT-TO-RIGHT OVERRIDE',
	'\u202E': 'RIGHT-TO-LEFT OVERRIDE',
	'\u2060': 'WORD JOINER',
	'\u2066': 'LEFT-TO-RIGHT ISOLATE',
	'\u2067': 'RIGHT-TO-LEFT ISOLATE',
	'\u2068': 'FIRST STRONG ISOLATE',
	'\u2069': 'POP DIRECTIONAL ISOLATE',
	'\uFEFF': 'ZERO WIDTH NO-BREAK SPACE',
};
/** `U+0640 U+0641` */
export const codes = (text: string) => Array.from(text, codePoint).join(' ');
/** A character as a message shows it, without itself: «U+0640 ARABIC TATWEEL». */
export const named = (character: string) =>
	`«${[codes(character), NAMES[character[0] ?? '']].filter(Boolean).join(' ')}»`;
