import { z } from 'astro/zod';
import { countryCode, formed, isTimeZone, line, pictured, timeZone, url } from '../fields.ts';
import { isBefore, localDate, precision } from './dates.ts';

const name = line(1, 200);
const place = pictured(1, 200);
const date = formed(
	precision,
	'تاريخ غير صالح. اكتب 2015-06 أو 2015-06-23 أو 2015-06-23T09:00:00+04:00، ولا تزد في الدقة على ما تعرف.',
);
const dayOrTime = formed(
	(value) => ['day', 'time'].includes(precision(value) ?? ''),
	'تاريخ غير صالح. اكتب يومًا مثل 2015-06-23، أو وقتًا بإزاحته مثل 2015-06-23T09:00:00-05:00.',
);
const day = formed((value) => precision(value) === 'day', 'يوم غير صالح. اكتب مثل 2015-06-26.');
const monthDay = formed(
	(value) => precision(`2000-${value}`) === 'day',
	'يوم سنوي غير صالح. اكتب الشهر ثم اليوم مثل 06-23.',
);
/** Rules over several keys run even when other keys are wrong, so that one build lists everything; each looks at valid dates only. */
const always = {
	when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
};
const dated = (value: unknown): value is string =>
	typeof value === 'string' && precision(value) !== undefined;

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);

const organization = z.strictObject({
	name,
	/** Latin short name: UN DESA. */
	acronym: line(1, 40).optional(),
	url: url.optional(),
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
			url: url.optional(),
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

/** The frontmatter of an article. The types of the whole site are inferred from it. */
export const articleSchema = z
	.strictObject({
		headline: pictured(10, 120).refine((value) => /\p{L}/u.test(value), {
			error: 'عنوان بلا حروف. اكتبه كلامًا.',
		}),
		/** The sentence under the headline. */
		dek: line(1, 220),
		/** For link previews; the dek, cut at a word, when absent. */
		summary: line(1, 120).optional(),
		/** The short line over the headline. */
		kicker: line(1, 60).optional(),
		topic: pictured(1, 60),
		/** Place of filing. */
		dateline: line(1, 60),
		/** Who reported it first. */
		source: z.strictObject({ name, url: url.optional() }),
		authors: z.array(name).min(1).optional(),
		published: date,
		updated: date.optional(),
		draft: z.boolean().default(false),
		event: event.optional(),
		forum: forum.optional(),
		awards: awards.optional(),
	})
	.superRefine(({ published, updated, event, forum }, context) => {
		if (dated(updated) && dated(published) && isBefore(updated, published)) {
			context.addIssue({
				code: 'custom',
				path: ['updated'],
				message: 'تاريخ updated قبل published. صحّح أحدهما.',
			});
		}
		const { starts, ends = starts, timeZone } = event ?? {};
		if (!dated(starts) || !dated(ends) || !isTimeZone(timeZone) || !Array.isArray(forum?.programme))
			return;
		const first = localDate(starts, timeZone);
		const last = localDate(ends, timeZone);
		for (const [index, entry] of forum.programme.entries()) {
			if (dated(entry?.date) && (entry.date < first || entry.date > last)) {
				context.addIssue({
					code: 'custom',
					path: ['forum', 'programme', index, 'date'],
					message: `التاريخ خارج أيام الحدث (من ${first} إلى ${last}).`,
				});
			}
		}
	}, always);

export type ArticleData = z.output<typeof articleSchema>;
export type EventData = NonNullable<ArticleData['event']>;
