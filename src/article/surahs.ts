import { inLatinDigits } from '../publisher/numbers.ts';

/**
 * The surahs of the Quran in their order, and how many verses each has (the count of Kufa, as the
 * Madinah mushaf has it).
 */
const SURAHS =
	'الفاتحة 7 البقرة 286 آل_عمران 200 النساء 176 المائدة 120 الأنعام 165 الأعراف 206 الأنفال 75 التوبة 129 يونس 109 هود 123 يوسف 111 الرعد 43 إبراهيم 52 الحجر 99 النحل 128 الإسراء 111 الكهف 110 مريم 98 طه 135 الأنبياء 112 الحج 78 المؤمنون 118 النور 64 الفرقان 77 الشعراء 227 النمل 93 القصص 88 العنكبوت 69 الروم 60 لقمان 34 السجدة 30 الأحزاب 73 سبأ 54 فاطر 45 يس 83 الصافات 182 ص 88 الزمر 75 غافر 85 فصلت 54 الشورى 53 الزخرف 89 الدخان 59 الجاثية 37 الأحقاف 35 محمد 38 الفتح 29 الحجرات 18 ق 45 الذاريات 60 الطور 49 النجم 62 القمر 55 الرحمن 78 الواقعة 96 الحديد 29 المجادلة 22 الحشر 24 الممتحنة 13 الصف 14 الجمعة 11 المنافقون 11 التغابن 18 الطلاق 12 التحريم 12 الملك 30 القلم 52 الحاقة 52 المعارج 44 نوح 28 الجن 28 المزمل 20 المدثر 56 القيامة 40 الإنسان 31 المرسلات 50 النبأ 40 النازعات 46 عبس 42 التكوير 29 الانفطار 19 المطففين 36 الانشقاق 25 البروج 22 الطارق 17 الأعلى 19 الغاشية 26 الفجر 30 البلد 20 الشمس 15 الليل 21 الضحى 11 الشرح 8 التين 8 العلق 19 القدر 5 البينة 8 الزلزلة 8 العاديات 11 القارعة 11 التكاثر 8 العصر 3 الهمزة 9 الفيل 5 قريش 4 الماعون 7 الكوثر 3 الكافرون 6 النصر 3 المسد 5 الإخلاص 4 الفلق 5 الناس 6';

/** How many verses a surah has, by its name. */
export const AYAHS: ReadonlyMap<string, number> = new Map(
	Array.from(SURAHS.matchAll(/(\S+) (\d+)/g), ([, name = '', count]) => [
		name.replace('_', ' '),
		Number(count),
	]),
);

const spelling = (name: string) =>
	name
		.replace(/^سورة\s+/, '')
		.normalize('NFD')
		.replace(/[\p{M}\u0640]/gu, '')
		.replace(/ٱ/g, 'ا')
		.replace(/ة/g, 'ه')
		.replace(/ى/g, 'ي');

/** The surah that is meant by a name, also with other hamzas or with the word «سورة». */
export const surahLike = (name: string): string | undefined =>
	[...AYAHS.keys()].find((known) => spelling(known) === spelling(name));

/**
 * The first verse and the last of `1-5`, in any digits; one alone has no last. Undefined for what
 * is neither.
 */
export function versesOf(ayah: string): [from: number, to?: number] | undefined {
	const digits = inLatinDigits(ayah);
	const [, from, to] = /^([1-9]\d{0,2})(?:\s*[-\u2013]\s*([1-9]\d{0,2}))?$/.exec(digits) ?? [];
	if (!from) return undefined;
	return to ? [Number(from), Number(to)] : [Number(from)];
}
