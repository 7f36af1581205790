import { strings } from '../strings.ts';
import { SECTION_ANCHORS } from './sections.ts';
import { slugify } from './slugs.ts';

/** Ids that the page itself has: of its frame, of sections, of footnotes. */
const RESERVED = [
	'content',
	'headline',
	'more',
	'footnote-label',
	'updates',
	'corrections',
	...SECTION_ANCHORS,
];

/** Headings that the footer leads to: their ids do not depend on how their words are spelled. */
export const FOOTER_ANCHORS = { contact: strings.contact, licences: strings.licences } as const;

/** Gives the headings of one text their ids, in its order; the same words twice get `-2`. */
export function headingIds(): (text: string) => string {
	const taken = new Set(RESERVED);
	return (text) => {
		const named = Object.entries(FOOTER_ANCHORS).find(([, words]) => words === text.trim());
		const slug = named?.[0] ?? slugify(text);
		let id = slug;
		for (let count = 2; taken.has(id); count++) id = `${slug}-${count}`;
		taken.add(id);
		return id;
	};
}
