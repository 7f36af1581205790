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
	name: name.meta({ description: 'اسم الجهة.', examples: ['اتحاد الناشرين'] }),
	acronym: line(1, 40)
		.optional()
		.meta({
			description: 'اسمها القصير بحروف لاتينية، حتى 40 حرفًا.',
			examples: ['IPA'],
		}),
	url: link.optional().meta({ description: 'رابط موقعها.', examples: ['https://union.example/'] }),
});

const venue = z
	.strictObject({
		name: name.meta({ description: 'اسم المكان.', examples: ['قصر الثقافة'] }),
		localName: line(1, 200)
			.optional()
			.meta({
				description: 'اسمه كما كُتب على مبناه، بلغة أهله.',
				examples: ['Palais des congrès'],
			}),
		city: place.meta({ description: 'المدينة. تظهر في الخريطة.', examples: ['عمّان'] }),
		country: place.meta({ description: 'البلد.', examples: ['الأردن'] }),
		countryCode: countryCode.meta({
			description: 'رمز البلد في ISO 3166-1: حرفان لاتينيان كبيران.',
			examples: ['JO'],
		}),
		latitude: latitude.optional().meta({
			description: 'خط العرض بالدرجات (WGS 84)، والشمال موجب. مع longitude أو يُحذفان معًا.',
			examples: [31.95],
		}),
		longitude: longitude.optional().meta({
			description: 'خط الطول بالدرجات (WGS 84)، والشرق موجب. مع latitude أو يُحذفان معًا.',
			examples: [35.93],
		}),
	})
	.refine((place) => (place.latitude === undefined) === (place.longitude === undefined), {
		error: 'اكتب latitude و longitude معًا، أو احذفهما معًا.',
	});

const event = z
	.strictObject({
		name: name.meta({ description: 'اسم الحدث.', examples: ['معرض عمّان للكتاب'] }),
		theme: line(1, 300)
			.optional()
			.meta({
				description: 'موضوع الحدث أو شعاره، حتى 300 حرف.',
				examples: ['القراءة للجميع'],
			}),
		starts: dayOrTime.meta({
			description: 'البداية: يوم، أو وقت بإزاحته.',
			examples: ['2026-09-10', '2026-09-10T18:30:00+03:00'],
		}),
		ends: dayOrTime.optional().meta({
			description: 'النهاية، بصيغة starts نفسها.',
			examples: ['2026-09-24', '2026-09-10T20:30:00+03:00'],
		}),
		timeZone: timeZone.meta({
			description: 'المنطقة الزمنية التي تُذكر بها أوقات الحدث، باسمها في IANA.',
			examples: ['Asia/Amman'],
		}),
		venue: venue.meta({
			description: 'مكان الحدث.',
			examples: [{ name: 'قصر الثقافة', city: 'عمّان', country: 'الأردن', countryCode: 'JO' }],
		}),
		organizers: z
			.array(organization)
			.min(1)
			.meta({ description: 'المنظِّمون.', examples: [[{ name: 'اتحاد الناشرين' }]] }),
		partners: z
			.array(organization)
			.min(1)
			.optional()
			.meta({ description: 'الشركاء.', examples: [[{ name: 'جامعة المدينة' }]] }),
		host: organization
			.optional()
			.meta({ description: 'المضيف.', examples: [{ name: 'وزارة الثقافة' }] }),
		delegates: z
			.array(
				z.strictObject({
					name: name.meta({ description: 'اسم المندوب.', examples: ['سلمى حداد'] }),
					honorific: line(1, 60)
						.optional()
						.meta({
							description: 'لقبه قبل اسمه، حتى 60 حرفًا.',
							examples: ['الدكتورة'],
						}),
					role: name.optional().meta({ description: 'منصبه.', examples: ['مديرة المكتبات'] }),
					organization: name.optional().meta({
						description: 'الجهة التي يمثّلها.',
						examples: ['وزارة الثقافة'],
					}),
				}),
			)
			.min(1)
			.optional()
			.meta({
				description: 'أعضاء الوفد.',
				examples: [[{ honorific: 'الدكتورة', name: 'سلمى حداد' }]],
			}),
		origin: z
			.strictObject({
				city: place.meta({ description: 'المدينة.', examples: ['عمّان'] }),
				latitude: latitude.meta({
					description: 'خط العرض بالدرجات (WGS 84)، والشمال موجب.',
					examples: [31.95],
				}),
				longitude: longitude.meta({
					description: 'خط الطول بالدرجات (WGS 84)، والشرق موجب.',
					examples: [35.93],
				}),
			})
			.optional()
			.meta({
				description: 'من أين جاء الوفد. مع إحداثيات المكان تُرسم خريطة الطريق.',
				examples: [{ city: 'عمّان', latitude: 31.95, longitude: 35.93 }],
			}),
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
			number: line(1, 40).meta({
				description: 'رقم القرار كما يُذكر.',
				examples: ['12/45'],
			}),
			symbol: line(1, 60)
				.optional()
				.meta({
					description: 'رمز وثيقته في الأمم المتحدة.',
					examples: ['A/RES/45/12'],
				}),
			url: link.optional().meta({
				description: 'رابط نصه.',
				examples: ['https://docs.un.org/A/RES/45/12'],
			}),
			day: monthDay.optional().meta({
				description: 'اليوم السنوي الذي يتحدث عنه: الشهر ثم اليوم.',
				examples: ['05-14'],
			}),
			dayName: name.optional().meta({
				description: 'اسم ذلك اليوم.',
				examples: ['يوم المكتبات'],
			}),
		})
		.optional()
		.meta({
			description: 'القرار الذي يقوم عليه المنتدى.',
			examples: [{ number: '12/45', day: '05-14' }],
		}),
	meetings: z
		.array(name)
		.min(1)
		.optional()
		.meta({ description: 'أنواع الفعاليات.', examples: [['جلسات عامة', 'حوارات']] }),
	workshops: z
		.array(name)
		.min(1)
		.optional()
		.meta({
			description: 'ورش العمل بترتيبها.',
			examples: [['تمويل المكتبات', 'حفظ الأرشيف']],
		}),
	programme: z
		.array(
			z.strictObject({
				date: day.meta({ description: 'يوم من أيام الحدث.', examples: ['2026-09-12'] }),
				items: z
					.array(line(1, 400))
					.min(1)
					.meta({ description: 'ما فيه، بترتيبه.', examples: [['الجلسة الختامية']] }),
			}),
		)
		.min(1)
		.optional()
		.meta({
			description: 'أيام من البرنامج، داخل أيام الحدث.',
			examples: [[{ date: '2026-09-12', items: ['الجلسة الختامية'] }]],
		}),
});

const awards = z.strictObject({
	name: name.meta({ description: 'اسم الجائزة.', examples: ['جائزة القارئ'] }),
	aims: z
		.array(line(1, 300))
		.min(1)
		.optional()
		.meta({ description: 'أهدافها.', examples: [['تكريم القراء']] }),
});

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
 * To add one: its schema and its entry here, its component in `components/mdx/` (exported by
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
