import type { z } from 'astro/zod';
import { line } from '../fields.ts';
import { awards, type Category } from './awards.ts';
import { event } from './event.ts';
import { forum } from './forum.ts';
import { called, type Person } from './person.ts';
import { opening, type Programme } from './programme.ts';

interface Lead {
	part: string;
	/** The lines for an item. Without: all its texts. */
	linesOf?: (item: never) => string[];
	numbered?: true;
}

/** What the engine knows of a section. */
export interface Section {
	/** The component that writers put around its text: `<Forum>`. */
	component: string;
	/** Of its facts in the frontmatter. */
	schema: z.ZodObject;
	/** What those facts are, in Arabic; the editors of writers show it. */
	description: string;
	/** Keys of those facts that stand under a heading of their own; each is that heading's id too. */
	parts: readonly string[];
	/**
	 * What the first page lists under the lead article: the first of these parts that the facts have.
	 */
	lead?: readonly Lead[];
}

/**
 * The sections that an article may have, by id: the key of its facts in the frontmatter, its anchor
 * in the page, the key of its heading in `strings.ts`, its class and its colour in the style sheet.
 *
 * To add one: its schema in a file of its own, its entry here, its component in `components/mdx/`
 * (exported by `index.ts` there), its heading in `strings.ts`. Everything else follows from this
 * table.
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
		description: 'المنتدى: وثائقه وورشه ومتحدثوه وبرنامجه. نصه في <Forum>.',
		parts: ['meetings', 'workshops', 'speakers', 'programme'],
		lead: [
			{ part: 'workshops', numbered: true },
			{ part: 'programme', linesOf: (day: Programme[number]) => [opening(day)] },
			{ part: 'speakers', linesOf: (person: Person) => [called(person)] },
		],
	},
	awards: {
		component: 'Awards',
		schema: awards,
		description: 'الجوائز: فئاتها والفائزون. نصها في <Awards>.',
		parts: ['categories', 'aims'],
		lead: [
			{
				part: 'categories',
				linesOf: ({ name, winners = [] }: Category) =>
					winners.length > 0 ? [`${name}: ${winners.map(called).join('، ')}`] : [name],
			},
			{ part: 'aims' },
		],
	},
} as const satisfies Record<string, Section>;

/** `event`, `forum`, `awards`. */
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

/** Every section may be called otherwise; its id stays. */
const title = line(1, 60)
	.optional()
	.meta({
		description: 'عنوان القسم إن كان له اسم آخر، حتى 60 حرفًا.',
		examples: ['المؤتمر', 'المهرجان'],
	});

type Titled<Schema> =
	Schema extends z.ZodObject<infer Shape, infer Config>
		? z.ZodObject<Shape & { title: typeof title }, Config>
		: never;
type OptionalFacts = {
	[Id in SectionId]: z.ZodOptional<Titled<(typeof SECTIONS)[Id]['schema']>>;
};

/** The facts of the sections as keys of an article's frontmatter. */
export const sectionFacts = Object.fromEntries(
	ENTRIES.map(([id, { schema, description }]) => [
		id,
		schema.safeExtend({ title }).optional().meta({ description }),
	]),
) as unknown as OptionalFacts;
