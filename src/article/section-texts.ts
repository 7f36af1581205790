/**
 * What the facts of sections say in words. The desk reads it too, so the facts may be wrong
 * everywhere here.
 */
import { strings } from '../strings.ts';
import { precision } from './dates.ts';
import { partsOf, SECTION_IDS, SECTIONS, type Section, type SectionId } from './sections.ts';

/** What the parts of all sections say, for counting words. */
export function partTexts(facts: unknown): string[] {
	return SECTION_IDS.flatMap((id) =>
		partsOf(id, facts).flatMap((part) => texts(Object(Object(facts)[id])[part])),
	);
}

/**
 * What the facts of all sections say, names and places too: whatever is Arabic, or of several words
 * and no address.
 */
export function factTexts(facts: unknown): string[] {
	return SECTION_IDS.flatMap((id) => texts(Object(facts)[id])).filter(
		(text) => /\p{Script=Arabic}/u.test(text) || (/\p{L}.* /u.test(text) && !/[@/]/.test(text)),
	);
}

/** Keys whose values are for the machine: the page shows other words for them, or none. */
const CODES = new Set(['gender', 'type', 'currency']);

/** The texts within a value; dates and clock times are none. */
function texts(value: unknown): string[] {
	if (typeof value === 'string')
		return precision(value) || /^\d\d:\d\d$/.test(value) ? [] : [value];
	return typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([key, inner]) => (CODES.has(key) ? [] : texts(inner)))
		: [];
}

/** The heading of a section: the article's own, or else that of the interface. */
export function headingOf(id: SectionId, facts: unknown): string {
	return Object(Object(facts)[id]).title ?? strings[id];
}

/** What the first page tells of a section of its lead article. */
export function leadOf(
	id: SectionId,
	facts: unknown,
): { name: string | undefined; list: string[]; numbered: boolean } {
	const { lead = [] }: Section = SECTIONS[id];
	const own = Object(Object(facts)[id]);
	const first = lead.find(({ part }) => own[part] !== undefined);
	const linesOf: (item: never) => string[] = first?.linesOf ?? texts;
	return {
		name: own.name,
		list: first ? own[first.part].flatMap((item: never) => linesOf(item)) : [],
		numbered: first?.numbered === true,
	};
}
