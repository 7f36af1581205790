/** Which characters the build can draw in pictures: those that our typeface has. */
import runs from './assets/fonts/pictures/characters.json' with { type: 'json' };
import { codePoint } from './problems.ts';

const drawn = new Set(
	runs.flatMap(([first = 0, last = 0]) =>
		Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
	),
);

/** Signs that read as another one does. */
const ALIKE: Record<string, string> = {
	'≈': '~',
	'′': "'",
	'″': '"',
	'‒': '–',
	'―': '—',
	'⁄': '/',
};

/** What is drawn for a character: itself; where the typeface lacks it, the plain ones that it stands for (₂, ⁻, ½). */
function plain(character: string): string {
	const letters = character.normalize('NFKC').replace(/./gu, (letter) => ALIKE[letter] ?? letter);
	return !drawn.has(character) && [...letters].every((letter) => drawn.has(letter))
		? letters
		: character;
}

/** A text as pictures show it: in one line, without pictographs (😀, but not ©). */
export function drawable(text: string): string {
	return text
		.replace(
			/(\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u20E3|\uFE0F)\u200D?/gu,
			(_, sign: string) => (drawn.has(sign) ? sign : ''),
		)
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.replace(/[^\p{M}\p{Cf}]/gu, plain)
		.trim();
}

/** The characters of a text that the typeface lacks, each once. */
export function undrawable(text: string): string[] {
	return [...new Set(drawable(text).normalize('NFC'))].filter(
		(character) => !drawn.has(character) && !/\p{Default_Ignorable_Code_Point}/u.test(character),
	);
}

/** Why a text cannot be drawn, in Arabic, with the mend; undefined where it can. */
export function undrawableSentence(text: string): string | undefined {
	if (!drawable(text)) return 'لا حروف فيه، والصور تُكتب بحروف. اكتبه كلامًا.';
	const names = undrawable(text).map((character) => `«${character}» (${codePoint(character)})`);
	return names.length > 0
		? `ليس في خط صور المشاركة ${names.join('، ')}. اكتبه بكلمات أو بحروف أخرى.`
		: undefined;
}
