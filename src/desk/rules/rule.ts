/** A change to a text: `length` UTF-16 units at `offset` become `text`. */
export interface Edit {
	offset: number;
	length: number;
	text: string;
}

/** A text with edits, none of which overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
	let after = text;
	for (const { offset, length, text: by } of edits.toSorted((a, b) => b.offset - a.offset))
		after = after.slice(0, offset) + by + after.slice(offset + length);
	return after;
}

/** Something that a rule found. */
export interface Hit {
	index: number;
	found: string;
	/** In Arabic: which sign, what is wrong, how to mend it. */
	message: string;
	/** What `npm run fix` writes; absent where a person must decide. */
	edits?: readonly Edit[];
}

export interface Rule {
	name: string;
	/** What harms or deceives readers stops the build; all else is a warning. */
	severity?: 'error';
	/** Wrong wherever it stands, in code and addresses too. */
	everywhere?: true;
	find(text: string): Iterable<Hit>;
}

type Match = Pick<RegExpExecArray, 'index'> & { 0: string };

/** Finds all that a pattern matches; `mend` says what to write instead, or undefined. */
export function matching(
	pattern: RegExp | ((text: string) => Iterable<Match>),
	message: string | ((found: string, text: string, index: number) => string),
	mend?: (found: string, text: string, index: number) => string | undefined,
): Rule['find'] {
	return (text) =>
		Array.from(
			typeof pattern === 'function' ? pattern(text) : text.matchAll(pattern),
			({ 0: found, index }) => {
				const instead = mend?.(found, text, index);
				return {
					index,
					found,
					message: typeof message === 'string' ? message : message(found, text, index),
					...(instead !== undefined && {
						edits: [{ offset: index, length: found.length, text: instead }],
					}),
				};
			},
		);
}

/**
 * Stands in checked text for what is not Arabic prose: code, pictures, isolated Latin, addresses.
 */
export const OPAQUE = '\uFFFC';

/** A regular expression of parts: ``pattern`${LETTER}{2}` ``, with the flags `gv`. */
export const pattern = (parts: TemplateStringsArray, ...names: string[]) =>
	new RegExp(String.raw(parts, ...names), 'gv');

export const ARABIC = String.raw`[\p{Script=Arabic}&&\p{L}]`;
/** A letter with its tashkeel (and a tatweel, which has its own rule). */
export const LETTER = String.raw`(?:${ARABIC}\p{M}*\u0640*)`;
export const PART_OF_WORD = String.raw`[${ARABIC}\p{M}\u0640]`;
/** Arabic comma, semicolon, question mark; to stand inside a class. */
export const MARKS = String.raw`\u060C\u061B\u061F`;

export const hasArabic = (text: string) => text.search(pattern`${ARABIC}`) >= 0;

/** A particle that is written together with the next word: «و«الرؤية»», «و(ب)». */
const PROCLITIC = /^(?:أ|[وف]?(?:[بكل]?(?:ال)?|لل))$/;
/** Whether a word, marks and tatweel aside, is written together with the next. */
export const isProclitic = (word: string) => PROCLITIC.test(word.replace(/[\p{M}\u0640]/gv, ''));

/**
 * Whether the last strong letter before an offset is Arabic. Numbers after it are ordered as
 * Arabic ones are (UAX #9, W2); elsewhere a hyphen holds two numbers together.
 */
export const followsArabic = (text: string, offset: number) =>
	/[\p{Script=Arabic}&&\p{L}][^\p{L}\u200E\u200F]*$/v.test(
		text.slice(Math.max(0, offset - 200), offset),
	);
