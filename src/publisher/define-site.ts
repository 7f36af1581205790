/** The facts of a newspaper: their meaning, their rules and their defaults. */
import { z } from 'astro/zod';
import { arabicIssue } from '../arabic-issues.ts';
import { countryCode, formed, isMail, line, pictured, timeZone, url } from '../fields.ts';
import { describe, type Problem, Refusal, report } from '../problems.ts';
import { contrast, GREYS, LEAST_CONTRAST, nearestReadable, type Scheme } from './colours.ts';
import { readLogo } from './logo.ts';

const FILE = 'src/site.ts';

const isColour = (value: string) => /^#[\da-f]{6}$/i.test(value);

/** A colour for text on the paper of a scheme. */
function readable(scheme: Scheme) {
	const paper = { light: 'الفاتحة', dark: 'الداكنة' }[scheme];
	return formed(isColour, 'لون غير صالح. اكتب # ثم ستة أرقام ست عشرية مثل #0a4d7d.')
		.refine((value) => !isColour(value) || nearestReadable(value, scheme) === value, {
			error: ({ input }) => {
				const colour = String(input);
				// Rounded down: 6.998 must not read as 7.
				const found = Math.floor(contrast(colour, GREYS[scheme].paper) * 100) / 100;
				return `لا يُقرأ بيسر: تباين ${colour} مع الصفحة ${paper} ${found}، وأقله ${LEAST_CONTRAST}. اكتب أقرب لون يُقرأ: ${nearestReadable(colour, scheme)}`;
			},
		})
		.transform((value) => value.toLowerCase());
}

const colour = z.strictObject({
	/** On white paper, as `#rrggbb`: '#0a4d7d'. At least 7:1 against it. */
	light: readable('light'),
	/** On dark paper, where the reader's system asks for it: '#86bdec'. At least 7:1 against it. */
	dark: readable('dark'),
});

const token = formed(
	(value) => /^(?!google-site-verification=)[\w.=+/-]{1,200}$/.test(value),
	'رمز غير صالح. اكتب ما في content="…" وحده كما أعطته الخدمة، لا الوسم كله.',
).optional();

/** The message for an account on a network that has no key here. */
const OTHER_ACCOUNT = {
	error: (issue: z.core.$ZodRawIssue) =>
		issue.code === 'unrecognized_keys'
			? `مفتاح غير معروف: ${issue.keys.join('، ')}. اكتب رابط الحساب في others: ['https://…'].`
			: undefined,
};

const facts = z.strictObject({
	/** The newspaper's name, 2 to 60 letters: 'الأيام'. */
	name: pictured(2, 60),
	/** Under the icon on a home screen, 2 to 15 letters. Without it: the name. */
	shortName: line(2, 15).optional(),
	/**
	 * What it is, in a sentence of up to 200 letters. What stands before a colon is the motto beside
	 * the name.
	 */
	description: pictured(2, 200),
	/**
	 * Where it appears: ISO 3166-1 alpha-2, 'JO'. Month names and digits follow it: 23 حزيران in
	 * Jordan, 23 جوان in Algeria.
	 */
	country: countryCode,
	/**
	 * Digits of the interface: 'latn' (0-9) or 'arab' (٠-٩). Without it: those of the country in
	 * CLDR.
	 */
	digits: z
		.enum(['latn', 'arab'], { error: "أرقام غير معروفة. اكتب 'latn' (0-9) أو 'arab' (٠-٩)." })
		.optional(),
	/** The country whose month names are told, where it is another: 'SY' for حزيران. */
	months: countryCode.optional(),
	/**
	 * Whether the day in the Hijri calendar (Umm al-Qura) stands beside an article's date. Without
	 * it: no. Where a country looks for the moon itself its day may be another one.
	 */
	hijri: z.boolean().optional(),
	/** IANA zone in which times of publication are told: 'Asia/Amman'. */
	timeZone,
	/** The address for readers, and for reports of security problems: 'editor@example.org'. */
	contact: formed(isMail, 'بريد غير صالح. اكتب مثل editor@example.org'),
	/** Its accounts elsewhere. Structured data lists them as `sameAs`. */
	accounts: z
		.strictObject(
			{
				/** On X, for its cards: '@example'. */
				x: formed(
					(value) => /^@\w{1,15}$/.test(value),
					'حساب إكس غير صالح. اكتب مثل @example',
				).optional(),
				/** In the Fediverse, for Mastodon's previews: '@news@example.social'. */
				fediverse: formed(
					(value) => /^@[\w.-]+@[\w-]+(\.[\w-]+)+$/.test(value),
					'حساب غير صالح. اكتب مثل @news@example.social',
				).optional(),
				/** The page on Facebook, named as the publisher: 'https://www.facebook.com/example'. */
				facebook: formed(
					(value) => /^https:\/\/(?:[\w-]+\.)?facebook\.com\/\S+$/.test(value),
					'صفحة فيسبوك غير صالحة. اكتب مثل https://www.facebook.com/example',
				).optional(),
				/** Pages anywhere else: ['https://www.youtube.com/@example', 'https://t.me/example']. */
				others: z.array(url).min(1).optional(),
			},
			OTHER_ACCOUNT,
		)
		.optional(),
	/** `accent` for the whole site; by its id, a section that has another: event, forum, awards. */
	colours: z.object({ accent: colour }).catchall(colour),
	/**
	 * The path of an SVG, in place of the name and for cards and icons: 'public/logo.svg'. Letters
	 * must be outlines. `fill="currentColor"` takes the colour of the text. Without it: the name,
	 * set in our typeface.
	 */
	logo: formed(
		(value) => /^public\/[\w./-]+\.svg$/.test(value),
		'مسار غير صالح. الشعار ملف SVG (لا صورة png أو jpg) اسمه بحروف لاتينية بلا مسافات: ضعه في public واكتب مساره مثل public/logo.svg',
	)
		.transform((file, context) => {
			const logo = readLogo(file);
			if (!('problem' in logo)) return logo;
			context.issues.push({ code: 'custom', input: file, message: logo.problem });
			return z.NEVER;
		})
		.optional(),
	/** What search engines and networks give to prove that the site is yours: the token alone. */
	verification: z
		.strictObject({
			google: token,
			bing: token,
			yandex: token,
			facebook: token,
			pinterest: token,
		})
		.optional(),
	/**
	 * Until when security.txt holds (RFC 9116: at most a year ahead), in UTC. The build warns when it
	 * is past.
	 */
	securityExpires: formed(
		(value) =>
			!Number.isNaN(Date.parse(value)) &&
			// 30 February is read as 2 March.
			new Date(value).toISOString().replace('.000', '') === value,
		'وقت غير صالح. اكتب مثل 2027-11-01T00:00:00Z',
	),
	/**
	 * On what terms others may use texts and pictures, at the foot of each page. Without it: nothing
	 * is said.
	 */
	licence: z
		.strictObject({
			/** 'تُنشر النصوص برخصة CC BY 4.0' */
			text: line(1, 120),
			/** Where the terms stand: 'https://creativecommons.org/licenses/by/4.0/deed.ar'. */
			url: url.optional(),
		})
		.optional(),
	/**
	 * Whether articles once read open without a network. Default: they do; `false` removes what
	 * readers' devices keep.
	 */
	offline: z.boolean().optional(),
	/**
	 * The WebSub hub that tells followers of the feed at once what is new:
	 * 'https://pubsubhubbub.appspot.com/'. The deploy workflow tells the hub. Without it: readers of
	 * feeds come and ask.
	 */
	hub: url.optional(),
	/** For a staging site: search engines are asked not to index it. Default: they may. */
	noindex: z.boolean().optional(),
});

/** What the publisher writes. */
export type SiteFacts = z.input<typeof facts>;

/**
 * Zod messages of the facts. A value in place of a group lists the keys of the group; `null`
 * counts as an empty value.
 */
const factIssue: z.core.$ZodErrorMap = (issue) => {
	if (issue.code !== 'invalid_type' || issue.input === undefined) return arabicIssue(issue);
	if (issue.input === null) return 'قيمة فارغة. اكتبها، أو احذف المفتاح إن لم يكن لازمًا.';
	const keys = issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [];
	return keys.length > 0
		? `القيمة من نوع آخر. اكتب مجموعة مفاتيح: { ${keys.map((key) => `${key}: …`).join(', ')} }`
		: arabicIssue(issue);
};

/** All problems of the facts, by key. */
export function siteProblems(given: unknown): Problem[] {
	const { error } = facts.safeParse(given, { error: factIssue });
	return (error?.issues ?? []).map(({ path, message }) => ({
		file: FILE,
		field: path.join('.'),
		message,
	}));
}

/** The digits of a country in CLDR, as one of the two kinds that the site knows. */
function digitsOf(country: string): 'latn' | 'arab' {
	const { numberingSystem } = new Intl.NumberFormat(`ar-${country}`).resolvedOptions();
	return numberingSystem === 'arab' ? 'arab' : 'latn';
}

/**
 * Checks the facts of the site and adds the defaults.
 * @throws a Refusal in Arabic that lists all problems, each with its key and its mend.
 */
export function defineSite(given: SiteFacts) {
	const problems = siteProblems(given);
	if (problems.length > 0)
		throw new Refusal(report('بيانات الصحيفة', problems.map(describe)), problems);
	const site = facts.parse(given);
	const { x, fediverse, facebook, others = [] } = site.accounts ?? {};
	const [, account, host] = /^@(.+)@(.+)$/.exec(fediverse ?? '') ?? [];
	return {
		...site,
		shortName: site.shortName ?? site.name,
		digits: site.digits ?? digitsOf(site.country),
		months: site.months ?? site.country,
		/**
		 * BCP 47. No region: screen readers and fonts choose by language, and some voices know `ar`
		 * alone.
		 */
		language: 'ar',
		direction: 'rtl',
		/** Addresses of the newspaper elsewhere. */
		profiles: [
			...(facebook ? [facebook] : []),
			...(x ? [`https://x.com/${x.slice(1)}`] : []),
			...(host ? [`https://${host}/@${account}`] : []),
			...others,
		],
	};
}
