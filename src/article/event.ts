import { z } from 'astro/zod';
import { countryCode, formed, isMail, line, timeZone } from '../fields.ts';
import { judgeEvent } from './event-rules.ts';
import {
	always,
	clock,
	date,
	latitude,
	link,
	longitude,
	name,
	place,
} from './frontmatter-fields.ts';
import { money } from './money.ts';
import { person } from './person.ts';

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
export type Venue = z.output<typeof venue>;

/** No name of a platform: that an event is online the page says by itself. */
const ONLINE = /^(?:عبر |على )?(?:شبكة )?(?:ال)?(?:إنترنت|انترنت|أونلاين|اونلاين|online)$/i;

const online = z.strictObject({
	platform: name
		.refine((value) => !ONLINE.test(value.replace(/\p{M}/gu, '')), {
			error: 'اكتب اسم المنصة أو الموقع الذي يُتابَع عليه الحدث، مثل: زووم.',
		})
		.meta({ description: 'اسم المنصة أو الموقع الذي يُتابَع عليه.', examples: ['زووم'] }),
	url: link
		.optional()
		.meta({ description: 'رابط المتابعة.', examples: ['https://meet.example/42'] }),
});

const was = z.strictObject({
	starts: date
		.optional()
		.meta({ description: 'البداية السابقة، بصيغة starts.', examples: ['2026-05-10'] }),
	ends: date
		.optional()
		.meta({ description: 'النهاية السابقة، بصيغة ends.', examples: ['2026-05-24'] }),
	venue: name
		.optional()
		.meta({ description: 'اسم المكان السابق، ومعه مدينته.', examples: ['قصر الثقافة في عمّان'] }),
});

/** May have spaces, brackets and hyphens. */
const TELEPHONE = /^\(?\+?\d[\d ()-]{4,24}\d$/;

/** Whether a text is an e-mail address, or a telephone number. */
const isContact = (value: string) => isMail(value) || TELEPHONE.test(value);

const facts = z.strictObject({
	name: name.meta({ description: 'اسم الحدث.', examples: ['معرض عمّان للكتاب'] }),
	theme: line(1, 300)
		.optional()
		.meta({
			description: 'موضوع الحدث أو شعاره، حتى 300 حرف.',
			examples: ['القراءة للجميع'],
		}),
	starts: date.meta({
		description:
			'البداية: يوم، أو وقت بإزاحته، أو شهر إن لم يُعلن اليوم بعد. لا تزد في الدقة على ما تعرف.',
		examples: ['2026-09-10', '2026-09-10T18:30:00+03:00', '2026-09'],
	}),
	ends: date.optional().meta({
		description: 'النهاية، بصيغة starts نفسها.',
		examples: ['2026-09-24', '2026-09-10T20:30:00+03:00'],
	}),
	timeZone: timeZone.meta({
		description: 'المنطقة الزمنية التي تُذكر بها أوقات الحدث، باسمها في IANA.',
		examples: ['Asia/Amman'],
	}),
	status: z
		.enum(['scheduled', 'postponed', 'cancelled', 'moved'], {
			error: 'حالة غير معروفة. اكتب scheduled أو postponed أو cancelled أو moved.',
		})
		.optional()
		.meta({
			description:
				'ما طرأ على الحدث: postponed مؤجَّل، cancelled مُلغى، moved تغيّر موعده أو مكانه. إن غاب فهو كما أُعلن.',
			examples: ['postponed'],
		}),
	was: was.optional().meta({
		description:
			'ما كان قبل التأجيل أو التغيير. والحدث المؤجَّل إلى موعد لم يُعرف يبقى starts فيه كما كان.',
		examples: [{ starts: '2026-05-10', ends: '2026-05-24' }, { venue: 'قصر الثقافة في عمّان' }],
	}),
	statusNote: line(1, 300)
		.optional()
		.meta({
			description: 'جملة تشرح ما طرأ، حتى 300 حرف.',
			examples: ['تبقى التذاكر صالحة للموعد الجديد.'],
		}),
	mode: z
		.enum(['in-person', 'online', 'mixed'], {
			error: 'طريقة غير معروفة. اكتب in-person أو online أو mixed.',
		})
		.optional()
		.meta({
			description:
				'كيف يُحضَر: in-person في مكانه، online عبر الإنترنت وحدها، mixed بهما. إن غاب فهو في مكانه.',
			examples: ['online'],
		}),
	online: online.optional().meta({
		description: 'أين يُتابَع عبر الإنترنت، مع mode: online أو mixed.',
		examples: [{ platform: 'زووم', url: 'https://meet.example/42' }],
	}),
	venue: venue.optional().meta({
		description: 'مكان الحدث.',
		examples: [{ name: 'قصر الثقافة', city: 'عمّان', country: 'الأردن', countryCode: 'JO' }],
	}),
	venues: z
		.array(venue)
		.min(2, { error: 'اكتب مكانين أو أكثر. ولمكان واحد اكتب venue.' })
		.optional()
		.meta({
			description: 'أماكن الحدث مكان venue، إن كان في عدة مدن أو قاعات.',
			examples: [
				[
					{ name: 'قصر الثقافة', city: 'عمّان', country: 'الأردن', countryCode: 'JO' },
					{ name: 'بيت الشعر', city: 'إربد', country: 'الأردن', countryCode: 'JO' },
				],
			],
		}),
	opening: z
		.array(
			z.strictObject({
				days: line(1, 100).meta({
					description: 'الأيام كما تُقال، حتى 100 حرف.',
					examples: ['من السبت إلى الخميس'],
				}),
				from: clock.meta({ description: 'ساعة الفتح.', examples: ['10:00'] }),
				to: clock.meta({ description: 'ساعة الإغلاق.', examples: ['21:30'] }),
			}),
		)
		.min(1)
		.optional()
		.meta({
			description: 'ساعات الدوام لحدث يمتد أيامًا، كالمعرض.',
			examples: [[{ days: 'من السبت إلى الخميس', from: '10:00', to: '21:30' }]],
		}),
	price: money.optional().meta({
		description: 'ثمن الدخول.',
		examples: [{ amount: 5, currency: 'JOD' }],
	}),
	free: z
		.literal(true, { error: 'اكتب free: true لدخول مجاني، أو احذفه.' })
		.optional()
		.meta({ description: 'true لدخول مجاني.', examples: [true] }),
	register: link.optional().meta({
		description: 'رابط التسجيل أو الحجز.',
		examples: ['https://fair.example/tickets'],
	}),
	url: link
		.optional()
		.meta({ description: 'رابط موقع الحدث.', examples: ['https://fair.example/'] }),
	contact: formed(
		isContact,
		'ليس بريدًا ولا رقم هاتف. اكتب مثل fair@example.org أو +962 6 555 0142.',
		`^[\\w.+-]+@[\\w.-]+$|${TELEPHONE.source}`,
	)
		.optional()
		.meta({
			description: 'بريد للاستفسار، أو رقم هاتف.',
			examples: ['fair@example.org', '+962 6 555 0142'],
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
	delegation: z
		.strictObject({
			of: name.meta({
				description: 'من يمثّله الوفد: جهة أو بلد.',
				examples: ['وزارة الثقافة'],
			}),
			title: line(1, 60)
				.optional()
				.meta({
					description: 'اسم الوفد مكان «يمثّل …»، حتى 60 حرفًا.',
					examples: ['الوفد الأردني'],
				}),
			members: z
				.array(person)
				.min(1)
				.meta({
					description: 'أعضاؤه.',
					examples: [[{ honorific: 'الدكتورة', name: 'سلمى حداد', gender: 'female' }]],
				}),
		})
		.optional()
		.meta({
			description: 'الوفد: من يمثّل، وأعضاؤه.',
			examples: [{ of: 'وزارة الثقافة', members: [{ name: 'سلمى حداد', gender: 'female' }] }],
		}),
	origin: z
		.strictObject({
			city: place.meta({ description: 'المدينة.', examples: ['عمّان'] }),
			latitude,
			longitude,
		})
		.optional()
		.meta({
			description: 'من أين جاء الوفد. مع إحداثيات المكان تُرسم خريطة المسار.',
			examples: [{ city: 'عمّان', latitude: 31.95, longitude: 35.93 }],
		}),
});
export type EventFacts = z.output<typeof facts>;

/** The facts of an event, with the rules between them. */
export const event = facts.superRefine(judgeEvent, always);
