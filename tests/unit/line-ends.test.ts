import { describe, expect, test } from 'vitest';
import { atColon, holdTogether, pieces } from '../../src/article/line-ends.ts';

/** With a visible sign in place of the no-break space. */
const seen = (text: string) => text.replaceAll('\u00A0', '~');

describe('what stays together in a line of the text', () => {
	test.each([
		['a number and what it counts', 'أنارت 4,200 مصباح شارعين', 'أنارت 4,200~مصباح شارعين'],
		['a percentage and its noun', 'بنسبة 40% تقريبًا', 'بنسبة 40%~تقريبًا'],
		[
			'a number and the sign behind it',
			'بنسبة 21,3 % و٢١ ٪ عند 20 °C أو 5 € أو 12 $US.',
			'بنسبة 21,3~% و٢١~٪ عند 20~°C أو 5~€ أو 12~$US.',
		],
		['a day, its month and its year', 'في 20 آذار 2025 كان', 'في 20~آذار~2025 كان'],
		['the same in the other digits', 'في ٢٠ آذار ٢٠٢٥ كان', 'في ٢٠~آذار~٢٠٢٥ كان'],
		['a month of two words', 'في 12 كانون الأول 2024 كان', 'في 12~كانون~الأول 2024 كان'],
		['a year and its word', 'حتى عام 2030م.', 'حتى عام~2030م.'],
		[
			'a year of the other style, in the middle and at the end',
			'في مايو 2015 وقبل 2016.',
			'في مايو~2015 وقبل~2016.',
		],
		[
			'a year and its era, written apart',
			'عام 1446 هـ وعام 2015 م كان',
			'عام~1446~هـ وعام~2015~م كان',
		],
		['a year and what it is of', 'الخدمة العامة 2015 وفي', 'الخدمة العامة~2015 وفي'],
		['a rule and its number', 'في القرار 12/45 نص', 'في القرار~12/45 نص'],
		['a law and its number', 'نص القانون 103-13 على', 'نص القانون~103-13 على'],
		['a time and its half of the day', 'من 7:00 م. إلى ١١:٣٠ ص غدًا', 'من 7:00~م. إلى ١١:٣٠~ص غدًا'],
		['hours, grams, litres', 'في 1 س 5 د مع 270 غ و2 ل.', 'في 1~س 5~د مع 270~غ و2~ل.'],
		['but not the letter that a word begins with', 'في 2024 صباحًا', 'في~2024 صباحًا'],
		['a name in Latin letters, and its version', 'بخط Noto Naskh 2.1.', 'بخط Noto~Naskh~2.1.'],
		[
			'but not one too long for a line of large letters',
			'وخطّه Noto Naskh Arabic متاح',
			'وخطّه Noto Naskh Arabic متاح',
		],
		[
			'a day of the week, its date and its month',
			'يوم الجمعة 26 يونيو والاربعاء 1 يوليو كان',
			'يوم الجمعة~26~يونيو والاربعاء~1~يوليو كان',
		],
		[
			'not so before a month of two words',
			'يوم الأربعاء 23 تشرين الأول كان',
			'يوم الأربعاء 23~تشرين~الأول كان',
		],
		[
			'a letter alone',
			'باجة و بنزرت 9 و 14 (د 45) ثم ص 12.',
			'باجة و~بنزرت 9 و~14 (د~45) ثم ص~12.',
		],
		['titles of letters', 'قالت د. سلمى وأ.م.د. سامر أمس', 'قالت د.~سلمى وأ.م.د.~سامر أمس'],
		[
			'a particle drawn long',
			'قال لـ «ضفاف» بالـ 1.5 وبـ INSAS',
			'قال لـ~«ضفاف» بالـ~1.5 وبـ~INSAS',
		],
		['an article apart', 'الدور ال 14 وال DNA في بال آل سعد', 'الدور ال~14 وال~DNA في بال آل سعد'],
		[
			'a sign of reckoning and its number',
			'كان €1 = 3,412 ± 5% تقريبًا',
			'كان €1 =~3,412 ±~5%~تقريبًا',
		],
		['two points and the word before them', 'رحل أمس .. وبقيت كتبه', 'رحل أمس~.. وبقيت كتبه'],
		[
			'strokes behind a title, and between names of a month',
			'العميد / سامر وم/ نور في يونيو / حزيران 2026',
			'العميد~/ سامر وم/~نور في يونيو~/ حزيران~2026',
		],
		['a short last word', 'وكان ذلك من قبل.', 'وكان ذلك من~قبل.'],
	])('%s', (_name, text, expected) => expect(seen(holdTogether(text))).toBe(expected));

	test.each([
		['a unit of one letter and what follows', '40\u00A0م من البحر كله'],
		['the end of initials and what follows', 'عن م.ب.ع وذلك طبقا'],
		['the end of a sentence and the next', 'رحّب به. وسأل: نعم أم لا. فما كان له. ثم'],
		['two numbers of a range', 'من 14 إلى 17 منها'.slice(0, 9)],
		['a number and the next sentence', 'عددهم 40 وفي القاعة'],
		['a long last word', 'كما قال المتحدثون.'],
		['a short word within a sentence', 'سافر في الصباح إلى البحر وحده'],
		['Latin words', 'Tamarind 2 Pro'],
		['a long name in Latin letters', 'قرب Massachusetts Agricultural هنا'],
		['a part of a sentence in Latin letters', 'He came to New York in March'],
		['a month of two words without its day', 'كانون الثاني'],
		['a day of the week and a number that is no date', 'يوم الجمعة 26'],
	])('not %s', (_name, text) => expect(holdTogether(text)).toBe(text));
});

describe('in a headline, besides', () => {
	test.each([
		['a particle and its noun', 'معرض في تونس', ['معرض في~تونس']],
		['the parts of a name', 'منى عبد الرحمن بن سعد', ['منى عبد~الرحمن بن~سعد']],
		['a name and its adjective', 'حفل الأمم المتحدة غدًا', ['حفل الأمم~المتحدة غدًا']],
		[
			'the same and its year',
			'منتدى للخدمة العامة 2015 غدًا',
			['منتدى ', '[للخدمة~العامة 2015]', ' غدًا'],
		],
		['the same after a particle', 'بيان للأمم المتحدة: لا', ['بيان للأمم~المتحدة: لا']],
		['what tanwin completes', 'نقرأ بصوت عالٍ لمن نحب', ['نقرأ بصوت~عالٍ لمن نحب']],
		['a count, its noun and its adjective', 'على 11 نموذجًا لغويًا', ['على 11~نموذجًا~لغويًا']],
		['not across a sign', 'حوار الأمم: المتحدة', ['حوار الأمم: المتحدة']],
		['not two that are joined', 'بين الكتاب والقلم', ['بين الكتاب والقلم']],
		['not what is long', 'في المستشفى الإيطالي', ['في~المستشفى الإيطالي']],
		['a result', 'فاز 3-1 في تونس', ['فاز ', '[3-1]', ' في~تونس']],
		['years with spaces', 'رحل (1931 - 2026) أمس', ['رحل (', '[1931 - 2026]', ') أمس']],
		['a word and its ending for women', 'وظيفة مهندس/ة حافلات', ['وظيفة ', '[مهندس/ة]', ' حافلات']],
		['its plural', 'إلى الطلاب/ات اليوم', ['إلى~', '[الطلاب/ات]', ' اليوم']],
		['not words beside each other', 'نساء/رجال', ['نساء/رجال']],
		['a range', 'في 800–900 قرية', ['في ', '[800–900]', '~قرية']],
		['one of thousands', 'في 1,200–1,500 قرية', ['في ', '[1,200–1,500]', '~قرية']],
		['one in the other digits', 'في ٨٠٠–٩٠٠ قرية', ['في ', '[٨٠٠–٩٠٠]', '~قرية']],
		['hours', 'من 08:00-16:00 غدًا', ['من ', '[08:00-16:00]', '~غدًا']],
		['hours in the other digits', 'من ٨:٠٠–٩:٣٠ غدًا', ['من ', '[٨:٠٠–٩:٣٠]', '~غدًا']],
		['not a range that is too long', '1,200,000–1,500,000', ['1,200,000–1,500,000']],
		['a telephone number', 'هاتف 0539-33-12-45 صباحًا', ['هاتف ', '[0539-33-12-45]', ' صباحًا']],
		['one in parts', 'الحجز على 06 555 0142.', ['الحجز على ', '[06 555 0142]', '.']],
		['a sum in money of its country', 'نحو R$ 5,40 فقط', ['نحو ', '[R$ 5,40]', '~فقط']],
		['one of another country', '+962 6 555 0142', ['[+962 6 555 0142]']],
		['one in the other digits', 'على ٠٦ ٥٥٥ ٠١٤٢', ['على ', '[٠٦ ٥٥٥ ٠١٤٢]']],
		['not one that is too long for a line', '00212-539-33-12-45', ['00212-539-33-12-45']],
		['a model and its version', 'نموذج GPT-6 أسرع', ['نموذج ', '[GPT-6]', ' أسرع']],
		[
			'a word with a hyphen',
			'شبكة Wi-Fi وCheck-in واسعة',
			['شبكة ', '[Wi-Fi]', ' و', '[Check-in]', ' واسعة'],
		],
		['one with a stroke', 'لقاح R21/Matrix-M آمن', ['لقاح ', '[R21/Matrix-M]', ' آمن']],
		['not one that is too long', 'قرب Saint-Germain-en-Laye', ['قرب Saint-Germain-en-Laye']],
		['not one in an address', 'على x.example/wi-fi هنا', ['على x.example/wi-fi هنا']],
		['one behind another', 'نسختا UN، GPT-6 أسرع', ['نسختا UN، ', '[GPT-6]', ' أسرع']],
		['one apart from its name', 'سباق OpenFable 3 أول', ['سباق OpenFable~3 أول']],
		['a number and its Latin unit', 'ذاكرة 16 GB تكفي', ['ذاكرة 16~GB تكفي']],
		['not a number with the next one', 'نموذج Qist 1,200 صفحة', ['نموذج Qist 1,200~صفحة']],
		['a date', 'يوم 5-12-2024 كان', ['يوم~', '[5-12-2024]', ' كان']],
		[
			'a date and years with strokes',
			'موسم 2026 / 2027 منذ ٢٥ / ١١ / ٢٠٢٦ هنا',
			['موسم~', '[2026~/ 2027]', ' منذ ', '[٢٥~/ ١١~/ ٢٠٢٦]', ' هنا'],
		],
		['sums with a dash', 'بين 3,550 - 3,600 جنيه', ['بين ', '[3,550 - 3,600]', '~جنيه']],
		['the plate of a car', 'سيارة 4512 AA 00 كانت', ['سيارة ', '[4512~AA~00]', ' كانت']],
		['a name and its version', 'لغة C# 13 للجميع', ['لغة ', '[C# 13]', ' للجميع']],
	])('%s', (_name, text, expected) =>
		expect(
			pieces(text, 'headline').map(({ text, whole }) => (whole ? `[${seen(text)}]` : seen(text))),
		).toEqual(expected),
	);
});

test.each([
	['الرواية الأردنية اليوم: جيل يكتب المدينة', ['الرواية الأردنية اليوم:', 'جيل يكتب المدينة']],
	[
		'رواية القرن الماضي اليوم: حوار: جيل يكتب المدن',
		['رواية القرن الماضي اليوم:', 'حوار: جيل يكتب المدن'],
	],
	['الوزير: لا زيادة في أسعار الخبز هذا العام', ['الوزير: لا زيادة في أسعار الخبز هذا العام']],
	['جواب الوزير عن أسعار الخبز: لا زيادة', ['جواب الوزير عن أسعار الخبز: لا زيادة']],
	['يبدأ العرض الأول اليوم 9:30 مساء في البلد', ['يبدأ العرض الأول اليوم 9:30 مساء في البلد']],
	['Machine Translation: أبحاث العربية وحدها', ['Machine Translation: أبحاث العربية وحدها']],
])('the headline «%s» breaks after its colon, if neither part is short', (headline, parts) =>
	expect(atColon(headline)).toEqual(parts),
);

test('years with spaces always, a name and its year where they fit', () =>
	expect(
		['(1931 - 2026)', 'للخدمة العامة 2015'].map((text) =>
			pieces(text, 'headline').find(({ whole }) => whole),
		),
	).toEqual([
		{ text: '1931 - 2026', whole: 'always' },
		{ text: 'للخدمة\u00A0العامة 2015', whole: 'fitting' },
	]));

test('in a dek its short words and a Latin name with its number, not its pairs', () =>
	expect(pieces('وزارة الثقافة في المنتدى مع OpenFable 3', 'dek')).toEqual([
		{ text: 'وزارة الثقافة في\u00A0المنتدى مع OpenFable\u00A03' },
	]));

test('in a caption its credit, and the dash in the line before it', () =>
	expect(pieces('وصول الوفد\u00A0– تصوير: لينا مراد')).toEqual([
		{ text: 'وصول الوفد\u00A0– ' },
		{ text: 'تصوير: لينا مراد', whole: 'fitting' },
	]));
