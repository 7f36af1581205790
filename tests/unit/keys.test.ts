import { describe, expect, test } from 'vitest';
import { articleProblems } from '../../src/desk/judge.ts';

const FACTS = {
	headline: 'عنوان طويل بما يكفي',
	dek: 'سطر تحت العنوان.',
	topic: 'المكتبات العامة',
	dateline: 'عمّان',
	published: '2024-05',
};
const EVENT = `
  name: منتدى
  starts: 2024-05-14
  timeZone: Africa/Tunis
  venue: { name: المركز, city: تونس, country: تونس, countryCode: TN }
  organizers: [ { name: الشعبة } ]`;

/** The errors of an article whose keys are changed; `undefined` leaves one out. */
function told(changes: Record<string, string | undefined>): string[] {
	const keys = Object.entries({ ...FACTS, ...changes }).flatMap(([key, value]) =>
		value === undefined ? [] : `${key}: ${value}\n`,
	);
	const text = changes['event'] ? '<Event>\n\nنص.\n\n</Event>' : 'نص.';
	return articleProblems('content/articles/a.mdx', `---\n${keys.join('')}---\n\n${text}\n`, {
		exists: () => true,
		publications: new Map(),
	})
		.filter(({ severity }) => severity !== 'warning')
		.map(({ message }) => message);
}

test.each(['constructor', '__proto__', 'toString'])('a key that every object has: %s', (key) =>
	expect(told({ [`${key} `]: 'نص' })).toEqual([`مفتاح غير معروف: ${key}. صحّح اسمه أو احذفه.`]),
);

test('every key that is missing is named, with a line to copy', () =>
	expect(
		told({ headline: undefined, dek: undefined, topic: undefined, published: undefined }),
	).toEqual([
		'المفتاح headline ناقص. أضف سطرًا مثل: headline: سوق الكتب يفتح أبوابه غدًا',
		'المفتاح dek ناقص. أضف سطرًا مثل: dek: جملة تحت العنوان',
		'المفتاح topic ناقص. أضف سطرًا مثل: topic: ثقافة',
		'المفتاح published ناقص. أضف سطرًا مثل: published: 2026-11-25',
	]));

describe('a key is told in its right form', () => {
	test.each<[string, Record<string, string | undefined>, string]>([
		[
			'one that is missing in a key',
			{ event: EVENT.replace('city: تونس, ', '') },
			'المفتاح event.venue.city ناقص. أضف تحت event.venue سطرًا مثل: city: عمّان',
		],
		[
			'a list that is missing',
			{ event: EVENT.replace(/\n {2}organizers.*/, '') },
			'المفتاح event.organizers ناقص. أضف تحت event سطرًا مثل: organizers: [ { name: اتحاد الناشرين } ]',
		],
		[
			'one without a value',
			{ dek: '' },
			'المفتاح dek بلا قيمة. اكتبها، مثل: dek: جملة تحت العنوان',
		],
		[
			'a list for one text',
			{ topic: '[ ثقافة, كتب ]' },
			'المفتاح topic يأخذ نصًا واحدًا. اكتبه هكذا: topic: ثقافة',
		],
		[
			'keys for one text',
			{ topic: '{ name: ثقافة }' },
			'المفتاح topic يأخذ نصًا واحدًا. اكتبه هكذا: topic: ثقافة',
		],
		[
			'a number for a text',
			{ topic: '2024' },
			'المفتاح topic يأخذ نصًا واحدًا. اكتبه هكذا: topic: "2024"',
		],
		[
			'one text for a list',
			{ authors: 'سالم' },
			'المفتاح authors يأخذ قائمة. اكتبه هكذا: authors: [ سالم ]',
		],
		[
			'several with a comma for a list',
			{ authors: 'سالم، علي' },
			'المفتاح authors يأخذ قائمة. اكتبه هكذا: authors: [ سالم, علي ]',
		],
		[
			'keys for a list',
			{ event: EVENT.replace('[ { name: الشعبة } ]', '{ name: الشعبة }') },
			'المفتاح event.organizers يأخذ قائمة. اكتبه هكذا: organizers: [ { name: الشعبة } ]',
		],
		[
			'a text for keys',
			{ source: 'البلد' },
			'المفتاح source يأخذ مجموعة مفاتيح. اكتبه هكذا: source: { name: البلد }',
		],
		[
			'an address for keys, which is no name',
			{ source: 'https://bridge.example/news/12' },
			'المفتاح source يأخذ مجموعة مفاتيح. اكتبه هكذا: source: { name: وكالة الجسر, url: https://bridge.example/news/12 }',
		],
		[
			'a list for keys',
			{ source: '[ البلد ]' },
			'المفتاح source يأخذ مجموعة مفاتيح. اكتبه هكذا: source: { name: البلد }',
		],
		[
			'a word for yes',
			{ draft: 'نعم' },
			'المفتاح draft يأخذ true أو false. اكتبه هكذا: draft: true',
		],
		[
			'a word for no',
			{ draft: 'لا' },
			'المفتاح draft يأخذ true أو false. اكتبه هكذا: draft: false',
		],
		[
			'a number in ٠-٩',
			{ series: '{ name: حكايات, part: ١٢ }' },
			'المفتاح series.part يأخذ عددًا. اكتبه هكذا: part: 12',
		],
		[
			'items without the space after their dash',
			{ authors: '\n  -سالم\n  -علي' },
			'المفتاح authors يأخذ قائمة. اكتبه هكذا: authors: [ سالم, علي ]',
		],
		['a kind in capitals', { kind: 'Opinion' }, '«Opinion» ليس من القيم الممكنة. اكتب opinion.'],
		[
			'a kind that there is not',
			{ kind: 'مقال' },
			'«مقال» ليس من القيم الممكنة. اكتب إحداها: news خبر، report تقرير، opinion رأي، interview حوار، obituary وفاة، gallery صور، statement بيان، live تغطية مباشرة.',
		],
		[
			'a key in Arabic',
			{ headline: undefined, العنوان: 'عنوان طويل بما يكفي' },
			'المفتاح «العنوان» بالعربية، والمفاتيح تُكتب بالإنجليزية. اكتب مكانه: headline: عنوان طويل بما يكفي',
		],
		[
			'a key in Arabic with its marks, for a list',
			{ الكُتّاب: 'سالم' },
			'المفتاح «الكُتّاب» بالعربية، والمفاتيح تُكتب بالإنجليزية. اكتب مكانه: authors: [ سالم ]',
		],
		[
			'a key in Arabic within another',
			{ event: EVENT.replace('city:', 'المدينة:') },
			'المفتاح «المدينة» بالعربية، والمفاتيح تُكتب بالإنجليزية. اكتب مكانه: city: تونس',
		],
		[
			'a key of other systems',
			{ published: undefined, date: '2024-05-14' },
			'المفتاح date غير معروف. اكتب مكانه: published: 2024-05-14',
		],
		[
			'a description in place of the dek',
			{ dek: undefined, description: 'نص' },
			'المفتاح description غير معروف. اكتب مكانه: dek: نص',
		],
		[
			'a description beside the dek',
			{ excerpt: 'نص' },
			'المفتاح excerpt غير معروف. اكتب مكانه: summary: نص',
		],
		[
			'a picture of WordPress',
			{ featured_image: './photo.jpg' },
			'المفتاح featured_image غير معروف. اكتب مكانه: picture: { src: ./photo.jpg, alt: قوارب صيد تدخل مرفأ صغيرًا, credit: لينا مراد }',
		],
		[
			'the address in another system',
			{ permalink: '/2026/11/old/' },
			'المفتاح permalink غير معروف. اكتب مكانه: aliases: [ /2026/11/old/ ]',
		],
		[
			'a key in small letters',
			{ event: EVENT.replace('timeZone', 'timezone') },
			'المفتاح timezone غير معروف. اكتب مكانه: timeZone: Africa/Tunis',
		],
		[
			'a resolution as it was once written',
			{ forum: '\n  resolution:\n    number: 12/45\n    day: 05-14\n    dayName: يوم المكتبة' },
			'المفتاح resolution صار documents. اكتب مكانه: documents: [ { kind: resolution, number: 12/45, day: 05-14, dayName: يوم المكتبة } ]',
		],
		[
			'a key too far out',
			{ event: EVENT.replace(/\n {2}starts.*/, ''), starts: '2024-05-14' },
			'المفتاح starts في غير مكانه. اكتبه تحت event، وقبله مسافتان: starts: 2024-05-14',
		],
		[
			'a key two levels too far out',
			{ latitude: '36.8' },
			'المفتاح latitude في غير مكانه. اكتبه تحت event.venue، وقبله 4 مسافات: latitude: 36.8',
		],
		[
			'a key too far in',
			{ published: undefined, event: `${EVENT}\n  published: 2024-05` },
			'المفتاح published في غير مكانه. اكتبه في أول السطر، بلا مسافات قبله: published: 2024-05',
		],
		[
			'a key of an earlier version: delegates of one body',
			{
				event: `${EVENT}
  delegates:
    - { honorific: الدكتورة, name: هدى, organization: الوزارة }
    - { name: وائل, role: مدير, organization: الوزارة }`,
			},
			'المفتاح delegates صار delegation. اكتب مكانه: delegation: { of: الوزارة, members: [ { honorific: الدكتورة, name: هدى }, { name: وائل, role: مدير } ] }',
		],
		[
			'a key of an earlier version: delegates of nobody knows whom',
			{ event: `${EVENT}\n  delegates: [ { name: هدى } ]` },
			'المفتاح delegates صار delegation. اكتب مكانه: delegation: { of: …, members: [ { name: هدى } ] } واكتب مكان … من يمثّله الوفد.',
		],
		[
			'a status in Arabic',
			{ event: `${EVENT}\n  status: مؤجَّل` },
			'«مؤجَّل» بالعربية، والقيم تُكتب بالإنجليزية. اكتب postponed.',
		],
		[
			'a mode in Arabic',
			{ event: `${EVENT}\n  mode: عن بُعد` },
			'«عن بُعد» بالعربية، والقيم تُكتب بالإنجليزية. اكتب online.',
		],
		['a key that is known nowhere', { mood: 'نص' }, 'مفتاح غير معروف: mood. صحّح اسمه أو احذفه.'],
		[
			'another name of a key that is there',
			{ title: 'نص' },
			'مفتاح غير معروف: title. صحّح اسمه أو احذفه.',
		],
	])('%s', (_name, changes, message) => expect(told(changes)).toEqual([message]));
});

test('a key before one that waits for its own belongs to that', () =>
	expect(told({ source: '{ name: البلد }', awards: '', name: 'جائزة' })).toContain(
		'المفتاح name في غير مكانه. اكتبه تحت awards، وقبله مسافتان: name: جائزة',
	));
