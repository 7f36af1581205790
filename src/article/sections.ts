import { z } from 'astro/zod';
import { countryCode, line, timeZone } from '../fields.ts';
import { isBefore, precision } from './dates.ts';
import {
	always,
	dated,
	day,
	dayOrTime,
	latitude,
	link,
	longitude,
	monthDay,
	name,
	place,
} from './fields.ts';

const organization = z.strictObject({
	name,
	/** Latin short name: UN DESA. */
	acronym: line(1, 40).optional(),
	url: link.optional(),
});

const venue = z
	.strictObject({
		name,
		/** The name as it stands on the building, in the local script: Plaza Mayor. */
		localName: line(1, 200).optional(),
		city: place,
		country: place,
		/** ISO 3166-1 alpha-2: CO. */
		countryCode,
		/** Degrees, WGS 84, north and east positive. Both or none. */
		latitude: latitude.optional(),
		longitude: longitude.optional(),
	})
	.refine((place) => (place.latitude === undefined) === (place.longitude === undefined), {
		error: 'اكتب latitude و longitude معًا، أو احذفهما معًا.',
	});

const event = z
	.strictObject({
		name,
		theme: line(1, 300).optional(),
		/** A day, or a moment with its offset; `ends` of the same kind. */
		starts: dayOrTime,
		ends: dayOrTime.optional(),
		/** The zone in which the event's times are told. */
		timeZone,
		venue,
		organizers: z.array(organization).min(1),
		partners: z.array(organization).min(1).optional(),
		host: organization.optional(),
		delegates: z
			.array(
				z.strictObject({
					name,
					honorific: line(1, 60).optional(),
					role: name.optional(),
					organization: name.optional(),
				}),
			)
			.min(1)
			.optional(),
		/** Where the delegation comes from. */
		origin: z.strictObject({ city: place, latitude, longitude }).optional(),
	})
	.superRefine(({ starts, ends }, context) => {
		if (!dated(starts) || !dated(ends)) return;
		if (precision(starts) !== precision(ends)) {
			context.addIssue({
				code: 'custom',
				path: ['ends'],
				message: 'اكتب starts و ends بصيغة واحدة: يومين، أو وقتين بإزاحتهما.',
			});
		} else if (isBefore(ends, starts)) {
			context.addIssue({
				code: 'custom',
				path: ['ends'],
				message: 'النهاية ends قبل البداية starts. صحّح أحدهما.',
			});
		}
	}, always);

const forum = z.strictObject({
	resolution: z
		.strictObject({
			/** As it is spoken of: 57/277. */
			number: line(1, 40),
			/** The United Nations document symbol: A/RES/57/277. */
			symbol: line(1, 60).optional(),
			url: link.optional(),
			/** The yearly day it speaks of, as `MM-DD`. */
			day: monthDay.optional(),
			dayName: name.optional(),
		})
		.optional(),
	/** Kinds of meeting. */
	meetings: z.array(name).min(1).optional(),
	workshops: z.array(name).min(1).optional(),
	programme: z
		.array(z.strictObject({ date: day, items: z.array(line(1, 400)).min(1) }))
		.min(1)
		.optional(),
});

const awards = z.strictObject({ name, aims: z.array(line(1, 300)).min(1).optional() });

interface Section {
	/** The component that writers put around its text: `<Forum>`. */
	component: string;
	/** Of its facts in the frontmatter. */
	schema: z.ZodType;
	/** Keys of those facts that stand under a heading of their own; each is that heading's id too. */
	parts: readonly string[];
	/** The part that the first page lists under the lead article, and whether it is numbered. */
	lead?: { part: string; numbered?: true };
}

/**
 * The sections that an article may have, by id: the key of its facts in the frontmatter, its anchor
 * in the page, the key of its heading in `strings.ts`, its class and its colour in the style sheet.
 *
 * To add one: its schema and its entry here, its component in `components/mdx/` (exported by
 * `index.ts` there), its heading in `strings.ts`. Everything else follows from this table.
 */
export const SECTIONS = {
	event: { component: 'Event', schema: event, parts: [] },
	forum: {
		component: 'Forum',
		schema: forum,
		parts: ['meetings', 'workshops', 'programme'],
		lead: { part: 'workshops', numbered: true },
	},
	awards: { component: 'Awards', schema: awards, parts: ['aims'], lead: { part: 'aims' } },
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
	ENTRIES.map(([id, { schema }]) => [id, schema.optional()]),
) as OptionalFacts;
