import type { z } from 'astro/zod';
import { awards } from './awards.ts';
import { precision } from './dates.ts';
import { event } from './event.ts';
import { forum } from './forum.ts';

interface Section {
	/** The component that writers put around its text: `<Forum>`. */
	component: string;
	/** Of its facts in the frontmatter. */
	schema: z.ZodType;
	/** What those facts are, in Arabic; the editors of writers show it. */
	description: string;
	/** Keys of those facts that stand under a heading of their own; each is that heading's id too. */
	parts: readonly string[];
	/** The part that the first page lists under the lead article, and whether it is numbered. */
	lead?: { part: string; numbered?: true };
}

/**
 * The sections that an article may have, by id: the key of its facts in the frontmatter, its anchor
 * in the page, the key of its heading in `strings.ts`, its class and its colour in the style sheet.
 *
 * To add one: its schema in a file of its own, its entry here, its component in `components/mdx/` (exported by
 * `index.ts` there), its heading in `strings.ts`. Everything else follows from this table.
 */
export const SECTIONS = {
	event: {
		component: 'Event',
		schema: event,
		description: 'الحدث الذي يتحدث عنه المقال. نصه في <Event>.',
		parts: [],
	},
	forum: {
		component: 'Forum',
		schema: forum,
		description: 'المنتدى: قراره وورشه وبرنامجه. نصه في <Forum>.',
		parts: ['meetings', 'workshops', 'programme'],
		lead: { part: 'workshops', numbered: true },
	},
	awards: {
		component: 'Awards',
		schema: awards,
		description: 'الجوائز. نصها في <Awards>.',
		parts: ['aims'],
		lead: { part: 'aims' },
	},
} as const satisfies Record<string, Section>;

export type SectionId = keyof typeof SECTIONS;
export const SECTION_IDS = Object.keys(SECTIONS) as SectionId[];

const ENTRIES: [SectionId, Section][] = SECTION_IDS.map((id) => [id, SECTIONS[id]]);

/** The section that a component stands for; undefined for every other component. */
export function sectionOf(component: string | null): SectionId | undefined {
	return ENTRIES.find(([, section]) => section.component === component)?.[0];
}

/** The ids of a section's parts that the facts of an article have; the facts may be wrong. */
export function partsOf(id: SectionId, facts: unknown): string[] {
	const { parts }: Section = SECTIONS[id];
	return parts.filter((part) => Object(Object(facts)[id])[part] !== undefined);
}

/** Every id that a section may give to the page. */
export const SECTION_ANCHORS: readonly string[] = ENTRIES.flatMap(([id, { parts }]) => [
	id,
	`${id}-heading`,
	...parts,
]);

/** What the parts of all sections say, for counting words; the facts may be wrong. */
export function partTexts(facts: unknown): string[] {
	return SECTION_IDS.flatMap((id) =>
		partsOf(id, facts).flatMap((part) => texts(Object(Object(facts)[id])[part])),
	);
}

/** The texts within a value; dates are none. */
function texts(value: unknown): string[] {
	if (typeof value === 'string') return precision(value) ? [] : [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** What the first page tells of a section of its lead article. */
export function leadOf(
	id: SectionId,
	facts: unknown,
): { name: string | undefined; list: string[]; numbered: boolean } {
	const { lead }: Section = SECTIONS[id];
	const own = Object(Object(facts)[id]);
	return {
		name: own.name,
		list: lead ? texts(own[lead.part]) : [],
		numbered: lead?.numbered === true,
	};
}

type OptionalFacts = { [Id in SectionId]: z.ZodOptional<(typeof SECTIONS)[Id]['schema']> };

/** The facts of the sections as keys of an article's frontmatter. */
export const sectionFacts = Object.fromEntries(
	ENTRIES.map(([id, { schema, description }]) => [id, schema.optional().meta({ description })]),
) as OptionalFacts;
