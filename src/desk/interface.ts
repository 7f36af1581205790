/**
 * Judges what stands on pages beside the content: the words of the interface, and the publisher's
 * facts.
 */
import { readFile } from 'node:fs/promises';
import { SECTION_IDS } from '../article/sections.ts';
import { type Problem, position } from '../problems.ts';
import { site } from '../site.ts';
import { OPAQUE } from './rules/rule.ts';
import { textProblems } from './text.ts';

/** The files with words that pages show, from the project's root. */
const FILES = ['src/strings.ts', 'src/site.ts'];

/** What is wrong with the words of the interface, and with the facts of the site. */
export async function interfaceProblems(root: URL): Promise<Problem[]> {
	const words = await Promise.all(
		FILES.map(async (file) => literalProblems(file, await readFile(new URL(file, root), 'utf8'))),
	);
	return [...words.flat(), ...colourProblems(site.colours)];
}

/** What is wrong with the colours of `src/site.ts`: each is the accent, or a section's. */
export function colourProblems(colours: object): Problem[] {
	const ids: readonly string[] = SECTION_IDS;
	return Object.keys(colours)
		.filter((key) => key !== 'accent' && !ids.includes(key))
		.map((key) => ({
			file: 'src/site.ts',
			field: `colours.${key}`,
			message: `لا قسم بهذا الاسم. الأقسام: ${ids.join('، ')}. صحّحه أو احذفه.`,
		}));
}

/** A comment, or a string literal with its quote and its words. Comments hold quotes (`don't`). */
const LITERALS = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|(['"`])((?:\\.|(?!\1)[^\\])*)\1/gs;

/** What is wrong with the words in the string literals of a source file (`src/strings.ts`). */
export function literalProblems(file: string, source: string): Problem[] {
	const literals = [...source.matchAll(LITERALS)];
	return literals.flatMap(({ 2: literal = '', index }) => {
		// A placeholder stands for a word.
		const text = literal.replace(/\$\{[^}]*\}/g, (filled) => OPAQUE.repeat(filled.length));
		return textProblems(text).map(({ offset, message, severity }) => ({
			file,
			...position(source, index + 1 + offset),
			message,
			...(severity && { severity }),
		}));
	});
}
