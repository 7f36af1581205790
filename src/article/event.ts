import { z } from 'astro/zod';
import { countryCode, line, timeZone } from '../fields.ts';
import { isBefore, precision } from './dates.ts';
import { always, dated, dayOrTime, latitude, link, longitude, name, place } from './fields.ts';

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

/** The facts of an event. */
export const event = z
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
