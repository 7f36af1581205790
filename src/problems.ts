/** Something wrong that a gate found: where it stands and how to mend it. */
export interface Problem {
	/** Path from the project's root, with forward slashes. */
	file: string;
	/** Line and column count from 1. */
	line?: number;
	column?: number;
	/** Frontmatter key, dotted: `event.venue.city`. */
	field?: string;
	/** One or two sentences in Arabic, identifiers in English; ends with the mend. */
	message: string;
	/** A warning is printed and the build goes on; everything else stops it. */
	severity?: 'warning';
	/** Where `npm run fix` writes the mend. */
	mendable?: true;
}

/** The line and column (both from 1) of a UTF-16 offset (from 0) in a text. */
export function position(text: string, offset: number): { line: number; column: number } {
	const before = text.slice(0, offset);
	return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** One problem as a line for the terminal: `file:line:column field: message`. */
export function describe({ file, line, column, field, message }: Problem): string {
	return `${[file, line, line && column].filter(Boolean).join(':')}${field ? ` ${field}` : ''}: ${message}`;
}

/** An error that speaks to people: what is wrong and how to mend it. Where it was thrown would tell them nothing. */
export class Refusal extends Error {
	override stack = '';
}

/** Stops the build with all that is wrong, each finding once: what a layout does wrong is wrong on every page. */
export function refuse(heading: string, problems: readonly Problem[]): void {
	const findings = [...Map.groupBy(problems, ({ message }) => message).values()];
	if (findings.length === 0) return;
	const lines = findings.flatMap(([first, ...others]) =>
		first
			? describe(first) +
				(others.length > 0 ? ` (وتكرّر في ملفات أخرى، عددها ${others.length})` : '')
			: [],
	);
	throw new Refusal(
		[`${heading}: أخطاء عددها ${findings.length}. صحّحها ثم أعد البناء.`, ...lines].join('\n'),
	);
}
