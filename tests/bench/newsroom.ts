/**
 * Writes a newsroom of any size: `node tests/bench/newsroom.ts FOLDER 1000` fills
 * `FOLDER/content/`. The same article has the same text whatever the number of others, on every
 * machine.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/** Words of one article's text, give or take half a paragraph. */
const WORDS = 800;
/** Of a hundred articles so many tell of an event with a map, and so many have a photograph. */
const [EVENTS, PHOTOGRAPHS] = [40, 20];
/** The articles lie within ten years before this day. */
const NEWEST = Date.UTC(2026, 9, 31);
const DAYS = 3650;

const TOPICS = {
	local: 'محليات',
	culture: 'ثقافة',
	education: 'تعليم',
	science: 'علوم',
	economy: 'اقتصاد',
	health: 'صحة',
	environment: 'بيئة',
	sports: 'رياضة',
};
const SUBJECTS = [
	'المجلس البلدي',
	'مركز الأبحاث',
	'اتحاد الناشرين',
	'المعهد العالي للزراعة',
	'متحف المدينة',
	'فريق المتطوعين',
	'مكتب الإحصاء',
	'الصندوق الأهلي',
	'نادي القراءة',
	'المستشفى الجامعي',
	'مرصد البيئة',
	'مختبر المياه',
	'مجلس الطلبة',
	'مسرح الضاحية',
	'مشغل النسيج',
	'ديوان المحاسبة',
];
const VERBS = [
	'أعلن',
	'درس',
	'ناقش',
	'راجع',
	'عرض',
	'أطلق',
	'استكمل',
	'اقترح',
	'وسّع',
	'قيّم',
	'تابع',
	'نشر',
];
const OBJECTS = [
	'خطة لتجديد شبكة المياه في الأحياء القديمة',
	'برنامجًا يعلّم الصغار رعاية الحدائق العامة',
	'تقريرًا عن حال الطرق بين القرى والمدينة',
	'مشروعًا يجمع الحكايات من رواتها في البيوت',
	'دراسة تقارن أسعار الخبز في خمسة أسواق',
	'دليلًا يشرح للمزارع مواسم البذر والحصاد',
	'معرضًا لصور التقطها طلاب المدارس المسائية',
	'قاعة للقراءة تفتح أبوابها حتى ساعة متأخرة',
	'مسارًا للمشاة يصل الميناء بساحة السوق',
	'حملة لفحص البصر في المدارس البعيدة',
	'سجلًا يحفظ أسماء الأشجار المعمّرة ومواضعها',
	'ورشة لإصلاح الدراجات بدل التخلص منها',
	'فهرسًا للمخطوطات التي وُجدت في خزائن العائلات',
	'طريقة أرخص لتحلية الماء في القرى الساحلية',
	'جدولًا جديدًا لحافلات الضواحي في أيام العطل',
	'صندوقًا يعين أصحاب الحرف الصغيرة على البداية',
];
const TIMES = [
	'بعد أشهر من العمل الهادئ',
	'في اجتماع طال حتى المساء',
	'منذ مطلع الربيع',
	'بحضور عدد من سكان الحي',
	'قبل أن يبدأ العام الدراسي',
	'في نهاية الأسبوع الماضي',
	'استجابة لطلب الأهالي',
	'كما جرت العادة في كل خريف',
	'وفق ما ورد في محضر الجلسة',
	'بالتعاون مع جمعيات صغيرة',
	'للمرة الأولى منذ عشرين عامًا',
	'من غير أن يزيد الإنفاق',
];
const ENDINGS = [
	'ويأمل القائمون عليه أن تظهر ثماره قبل الشتاء',
	'ولم يعترض أحد من الحاضرين سوى على موعد التنفيذ',
	'وترك الباب مفتوحًا لمن يريد أن يشارك برأيه',
	'ووصف السكان ما جرى بأنه خطوة انتظروها طويلًا',
	'وبقيت مسألة التمويل معلّقة إلى جلسة قادمة',
	'ونُشرت التفاصيل كاملة في لوحة الإعلانات',
	'وقال أحد المهندسين إن الصعب قد انقضى',
	'وأُخذت في الحسبان ملاحظات كبار السن',
	'وتبيّن أن الكلفة أقل مما قُدّر أول الأمر',
	'وسيُعاد النظر في النتائج بعد عام كامل',
	'ورأى المعلمون أن الفائدة تتجاوز جدران المدرسة',
	'وما زال العمل جاريًا في الأجزاء الباقية',
	'واتفق الجميع على أن التجربة تستحق أن تُعاد',
	'وطُلب من الصحف المحلية أن تتابع ما يستجد',
];
const HEADINGS = [
	'من الفكرة إلى التنفيذ',
	'ما يقوله السكان',
	'أرقام تحتاج إلى شرح',
	'الطريق الأطول',
	'ماذا بعد',
	'في الميدان',
	'تجارب مشابهة',
	'من يدفع الكلفة',
];
const CITIES = [
	['عمّان', 'الأردن', 'JO', 31.9539, 35.9106, 'Asia/Amman'],
	['تونس', 'تونس', 'TN', 36.8065, 10.1815, 'Africa/Tunis'],
	['الرباط', 'المغرب', 'MA', 34.0209, -6.8416, 'Africa/Casablanca'],
	['القاهرة', 'مصر', 'EG', 30.0444, 31.2357, 'Africa/Cairo'],
	['بيروت', 'لبنان', 'LB', 33.8938, 35.5018, 'Asia/Beirut'],
	['الكويت', 'الكويت', 'KW', 29.3759, 47.9774, 'Asia/Kuwait'],
	['الخرطوم', 'السودان', 'SD', 15.5007, 32.5599, 'Africa/Khartoum'],
	['نواكشوط', 'موريتانيا', 'MR', 18.0735, -15.9582, 'Africa/Nouakchott'],
	['بغداد', 'العراق', 'IQ', 33.3152, 44.3661, 'Asia/Baghdad'],
	['الدوحة', 'قطر', 'QA', 25.2854, 51.531, 'Asia/Qatar'],
] as const;

/** A generator of numbers from 0 to below 1 (mulberry32). */
function randomFrom(seed: number): () => number {
	let state = Math.imul(seed + 1, 0x9e3779b1);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

const day = (time: number) => new Date(time).toISOString().slice(0, 10);

/** An article's name, its file's text, and whether it wants a photograph. `index` counts from 0. */
export function article(index: number): { slug: string; text: string; hasPhotograph: boolean } {
	const random = randomFrom(index);
	const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
	const sentence = () =>
		`${one(VERBS)} ${one(SUBJECTS)} ${one(OBJECTS)} ${one(TIMES)}، ${one(ENDINGS)}.`;
	const slug = `story-${String(index + 1).padStart(5, '0')}`;
	// Every fifth article has a photograph, two of five an event: 7 and 3 spread both over all
	// topics.
	const hasPhotograph = (index * 7) % 100 < PHOTOGRAPHS;
	const hasEvent = (index * 3) % 100 < EVENTS;
	const published = NEWEST - ((index * 2741) % DAYS) * 86_400_000;
	const [origin, venue] = [one(CITIES), one(CITIES)];
	const facts = [
		`headline: ${one(SUBJECTS)} يعرض ${one(OBJECTS)} ${index + 1}`,
		`dek: ${sentence()}`,
		`topic: ${one(Object.values(TOPICS))}`,
		`dateline: ${origin[0]}`,
		`published: ${day(published)}`,
	];
	if (hasPhotograph)
		facts.push(`picture: { src: ./${slug}.jpg, alt: ألوان تتدرّج في سماء ساكنة, credit: الأرشيف }`);
	if (hasEvent)
		facts.push(
			'event:',
			`  name: ملتقى المدن ${index + 1}`,
			`  starts: ${day(published + 20 * 86_400_000)}`,
			`  ends: ${day(published + 22 * 86_400_000)}`,
			`  timeZone: ${venue[5]}`,
			`  venue: { name: قصر الثقافة, city: ${venue[0]}, country: ${venue[1]}, countryCode: ${venue[2]}, latitude: ${venue[3]}, longitude: ${venue[4]} }`,
			`  organizers: [ { name: ${one(SUBJECTS)} } ]`,
			`  origin: { city: ${origin[0]}, latitude: ${origin[3]}, longitude: ${origin[4]} }`,
		);
	const paragraphs: string[] = [];
	for (let words = 0; words < WORDS - 40; ) {
		if (paragraphs.length % 4 === 3) paragraphs.push(`## ${one(HEADINGS)}`);
		const paragraph = Array.from({ length: 4 }, sentence).join(' ');
		words += paragraph.split(' ').length;
		paragraphs.push(paragraph);
	}
	const first = hasEvent ? ['<Event>', paragraphs.shift(), '</Event>'] : [];
	const text = `---\n${facts.join('\n')}\n---\n\n${[...first, ...paragraphs].join('\n\n')}\n`;
	return { slug, text, hasPhotograph };
}

/** A photograph of a sky: coarse noise drawn large, so that no two are alike and none is flat. */
async function photograph(index: number): Promise<Buffer> {
	const random = randomFrom(1_000_000 + index);
	const [width, height] = [24, 16];
	const pixels = Buffer.from(
		Array.from({ length: width * height * 3 }, () => Math.floor(random() * 256)),
	);
	return sharp(pixels, { raw: { width, height, channels: 3 } })
		.resize(1800, 1200, { kernel: 'cubic' })
		.jpeg({ quality: 80 })
		.toBuffer();
}

/** Writes `count` articles with their photographs and topics into `folder/content/`. */
export async function writeNewsroom(folder: string, count: number): Promise<void> {
	const articles = join(folder, 'content/articles');
	await mkdir(articles, { recursive: true });
	const topics = Object.entries(TOPICS).map(([slug, name]) => `${slug}: { name: ${name} }\n`);
	await writeFile(join(folder, 'content/topics.yaml'), topics.join(''));
	for (let index = 0; index < count; index++) {
		const { slug, text, hasPhotograph } = article(index);
		await writeFile(join(articles, `${slug}.mdx`), text);
		if (hasPhotograph) await writeFile(join(articles, `${slug}.jpg`), await photograph(index));
	}
}

if (import.meta.main) {
	const [folder, count] = process.argv.slice(2);
	if (!folder || !Number(count))
		throw new Error('Write a folder and a number: node tests/bench/newsroom.ts FOLDER 1000');
	await writeNewsroom(folder, Number(count));
}
