import { describe, expect, test } from 'vitest';
import { listed } from '../../src/article/conjunction.ts';
import { formatClock, formatDate, formatTime, zonePlace } from '../../src/article/date-words.ts';
import type { Venue } from '../../src/article/event.ts';
import {
	datesStand,
	delegationLabel,
	statusOf,
	whereabouts,
} from '../../src/article/event-words.ts';
import { formatMoney } from '../../src/article/money.ts';
import type { EventData } from '../../src/article/schema.ts';

const FAIR = { starts: '2031-05-10', ends: '2031-05-12', timeZone: 'Asia/Amman' };
const LECTURE = { starts: '2031-05-10T18:30:00+03:00', timeZone: 'Asia/Amman' };

describe('what became of an event', () => {
	test.each<[string, Parameters<typeof statusOf>[0], ReturnType<typeof statusOf>, boolean]>([
		['as announced', FAIR, undefined, true],
		['as announced, and said so', { ...FAIR, status: 'scheduled' }, undefined, true],
		[
			'called off',
			{ ...FAIR, status: 'cancelled' },
			{ label: 'أُلغي الحدث', sentences: 'كان موعده 10–12 أيار 2031.' },
			false,
		],
		[
			'put off, nobody knows to when',
			{ ...FAIR, status: 'postponed', was: { starts: '2031-05-10', ends: '2031-05-12' } },
			{ label: 'أُجِّل الحدث', sentences: 'كان موعده 10–12 أيار 2031، ولم يُحدَّد له موعد جديد.' },
			false,
		],
		[
			'put off to a day',
			{ ...FAIR, status: 'postponed', was: { starts: '2031-04-30', ends: '2031-05-02' } },
			{
				label: 'أُجِّل الحدث',
				sentences: 'كان موعده 30 نيسان – 2 أيار 2031، وموعده الجديد 10–12 أيار 2031.',
			},
			true,
		],
		[
			'moved to another hour',
			{ ...LECTURE, status: 'moved', was: { starts: '2031-05-10T17:00:00+03:00' } },
			{
				label: 'تغيّر موعد الحدث',
				sentences: 'كان موعده 10 أيار 2031، 5:00 م، وموعده الجديد 10 أيار 2031، 6:30 م.',
			},
			true,
		],
		[
			'put off by a moment that is the same in another zone: no new one is known',
			{ ...LECTURE, status: 'postponed', was: { starts: '2031-05-10T15:30:00Z' } },
			{
				label: 'أُجِّل الحدث',
				sentences: 'كان موعده 10 أيار 2031، 6:30 م، ولم يُحدَّد له موعد جديد.',
			},
			false,
		],
		[
			'moved to another place',
			{ ...FAIR, status: 'moved', was: { venue: 'قصر الثقافة في عمّان' } },
			{ label: 'تغيّر مكان الحدث', sentences: 'كان مكانه قصر الثقافة في عمّان.' },
			true,
		],
		[
			'moved to another day and place',
			{ ...FAIR, status: 'moved', was: { starts: '2031-05-17', venue: 'قصر الثقافة' } },
			{
				label: 'تغيّر موعد الحدث ومكانه',
				sentences: 'كان موعده 17 أيار 2031، وموعده الجديد 10–12 أيار 2031. كان مكانه قصر الثقافة.',
			},
			true,
		],
		[
			'moved to the net',
			{ ...FAIR, status: 'moved', mode: 'online', was: { venue: 'قصر الثقافة' } },
			{ label: 'انتقل الحدث إلى الإنترنت', sentences: 'كان مكانه قصر الثقافة.' },
			true,
		],
		[
			'put off to a month',
			{
				...FAIR,
				starts: '2031-09',
				ends: undefined,
				status: 'postponed',
				was: { starts: '2031-05-10' },
			},
			{ label: 'أُجِّل الحدث', sentences: 'كان موعده 10 أيار 2031، وموعده الجديد أيلول 2031.' },
			true,
		],
		[
			'put off in its month, nobody knows to when',
			{
				...FAIR,
				starts: '2031-09',
				ends: undefined,
				status: 'postponed',
				was: { starts: '2031-09' },
			},
			{ label: 'أُجِّل الحدث', sentences: 'كان موعده أيلول 2031، ولم يُحدَّد له موعد جديد.' },
			false,
		],
		[
			'called off where the clocks show another time',
			{ starts: '2031-05-10T19:30:00-04:00', timeZone: 'America/New_York', status: 'cancelled' },
			{ label: 'أُلغي الحدث', sentences: 'كان موعده 10 أيار 2031، 7:30 م، بتوقيت نيويورك.' },
			false,
		],
		[
			'moved to another hour, in a city of another zone',
			{
				starts: '2031-05-10T19:30:00+04:00',
				timeZone: 'Asia/Dubai',
				status: 'moved',
				was: { starts: '2031-05-10T17:00:00+04:00' },
				venue: { name: 'المسرح', city: 'الشارقة', country: 'الإمارات', countryCode: 'AE' },
			},
			{
				label: 'تغيّر موعد الحدث',
				sentences:
					'كان موعده 10 أيار 2031، 5:00 م، وموعده الجديد 10 أيار 2031، 7:30 م، بتوقيت الشارقة.',
			},
			true,
		],
	])('%s', (_case, event, expected, on) => {
		expect(statusOf(event)).toEqual(expected);
		expect(datesStand(event)).toBe(on);
	});
});

describe('where an event is', () => {
	const amman: Venue = { name: 'المسرح', city: 'عمّان', country: 'الأردن', countryCode: 'JO' };
	const irbid: Venue = { ...amman, city: 'إربد' };
	test.each<[string, Parameters<typeof whereabouts>[0], [string, string]]>([
		['in one place', { venue: amman }, ['عمّان، الأردن', 'عمّان']],
		['in two cities', { venues: [amman, irbid] }, ['عمّان وإربد', 'عمّان وإربد']],
		['in two halls of a city', { venues: [amman, { ...amman, name: 'القاعة' }] }, ['عمّان', 'عمّان']],
		['online', { mode: 'online' }, ['عبر الإنترنت', 'عبر الإنترنت']],
		[
			'in a place and online',
			{ mode: 'mixed', venue: amman },
			['عمّان، الأردن، وعبر الإنترنت', 'عمّان، وعبر الإنترنت'],
		],
	])('%s', (_case, event, expected) => expect(whereabouts(event)).toEqual(expected));
});

describe('whom a delegation represents', () => {
	type Member = NonNullable<EventData['delegation']>['members'][number];
	const man: Member = { name: 'وائل' };
	const woman: Member = { name: 'هدى', gender: 'female' };
	test.each<[string, Member[], string]>([
		['a man', [man], 'يمثّل وزارة الثقافة'],
		['a woman', [woman], 'تمثّل وزارة الثقافة'],
		['two', [man, woman], 'ممثّلا وزارة الثقافة'],
		['two women', [woman, woman], 'ممثّلتا وزارة الثقافة'],
		['three', [man, man, woman], 'ممثّلو وزارة الثقافة'],
		['three women', [woman, woman, woman], 'ممثّلات وزارة الثقافة'],
		['eleven', Array<Member>(11).fill(man), 'ممثّلو وزارة الثقافة'],
	])('%s', (_case, members, expected) =>
		expect(delegationLabel({ of: 'وزارة الثقافة', members })).toBe(expected),
	);

	test('or by its own name', () =>
		expect(delegationLabel({ of: 'الأردن', title: 'الوفد الأردني', members: [man, woman] })).toBe(
			'الوفد الأردني',
		));
});

test.each([
	[1, 'JOD', 'دينار أردني واحد'],
	[2, 'JOD', 'ديناران أردنيان'],
	[3, 'JOD', '3\u00A0دنانير أردنية'],
	[11, 'JOD', '11\u00A0دينارًا أردنيًا'],
	[100, 'JOD', '100\u00A0دينار أردني'],
	[2.5, 'JOD', '2.500\u00A0دينار أردني'],
	[1500, 'EGP', '1,500\u00A0جنيه مصري'],
	[1, 'SYP', 'ليرة سورية واحدة'],
	[2, 'LBP', 'ليرتان لبنانيتان'],
	[5, 'SYP', '5\u00A0ليرات سورية'],
	[20, 'SYP', '20\u00A0ليرة سورية'],
	[4, 'AED', '4\u00A0دراهم إماراتية'],
	[10, 'USD', '10\u00A0دولارات أمريكية'],
	[3, 'EUR', '3\u00A0يورو'],
	[2, 'DJF', 'فرنكان جيبوتيان'],
	[12, 'DJF', '12\u00A0فرنكًا جيبوتيًا'],
	[5, 'MRU', '5\u00A0أوقيات موريتانية'],
	[3, 'SOS', '3\u00A0شلنات صومالية'],
	// Without coins in CLDR: it would be told as 2.
	[1.5, 'IQD', '1.5\u00A0دينار عراقي'],
	[2.125, 'USD', '2.125\u00A0دولار أمريكي'],
])('%d %s is %s', (amount, currency, expected) =>
	expect(formatMoney({ amount, currency })).toBe(expected),
);

test.each([
	['10:00', '10:00 ص'],
	['21:30', '9:30 م'],
	['12:00', '12:00 م'],
	['00:00', 'منتصف الليل'],
	['00:30', '12:30 ص'],
])('at %s: %s', (time, expected) => expect(formatClock(time)).toBe(expected));

test.each([
	['2031-05-10T00:00:00+03:00', 'منتصف الليل', '10 أيار 2031، 12:00 ص'],
	['2031-05-09T21:00:00Z', 'منتصف الليل', '10 أيار 2031، 12:00 ص'],
	['2031-05-10T00:00:00Z', '3:00 ص', '10 أيار 2031، 3:00 ص'],
])('midnight beside its day could be the one before or after: %s', (moment, alone, dated) =>
	expect([formatTime(moment, 'Asia/Amman'), formatDate(moment, 'Asia/Amman')]).toEqual([
		alone,
		dated,
	]),
);

test.each([
	[['عمّان', 'إربد', 'العقبة'], 'عمّان وإربد والعقبة'],
	[['هند', 'John'], 'هند و\u00A0John'],
	[['John', 'هند', '«Élise»'], 'John وهند و\u00A0«Élise»'],
])('%j in a row: %s', (names, expected) => expect(listed(names)).toBe(expected));

test.each([
	['Asia/Amman', 'الأردن'],
	['America/New_York', 'نيويورك'],
	['Africa/Cairo', 'مصر'],
	['UTC', 'غرينتش'],
	['Etc/GMT-3', 'غرينتش+3'],
	['Asia/Hebron', 'الخليل'],
	['Asia/Jerusalem', 'القدس'],
	['Asia/Hong_Kong', 'هونغ كونغ'],
])('the time of %s is called after %s', (zone, expected) =>
	expect(zonePlace(zone, '2031-01-06T09:00:00Z')).toBe(expected),
);
