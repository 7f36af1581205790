import type { Edit } from './rules/rule.ts';

/** Something wrong in an article's text. Offsets count UTF-16 units from its start. */
export interface SourceProblem {
	/** Absent where the file itself is meant. */
	offset?: number;
	/** A frontmatter key or an attribute's name. */
	field?: string;
	/** The name of the rule, for those that are counted. */
	rule?: string;
	/** In Arabic; ends with the mend. */
	message: string;
	severity?: 'warning';
	/** What `npm run fix` writes; absent where a person must decide. */
	edits?: readonly Edit[];
}

export const edit = (offset: number, length: number, text: string): Edit => ({
	offset,
	length,
	text,
});

export const warning = (
	offset: number,
	rule: string,
	message: string,
	edits?: readonly Edit[],
): SourceProblem => ({ offset, rule, message, severity: 'warning', ...(edits && { edits }) });

/** What `npm run fix` mends, counted. */
export const PLACES = {
	one: 'موضع واحد',
	two: 'موضعان',
	few: '# مواضع',
	many: '# موضعًا',
	other: '# موضع',
};
