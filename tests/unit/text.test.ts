import { describe, expect, test } from 'vitest';
import { characterProblems, RULES, textProblems } from '../../src/desk/text.ts';

const MAN = '\u{1F468}';
const WOMAN = '\u{1F469}';

/** For each rule: texts it finds something in (the found part between the bars), and near misses. */
const CASES: Record<
	string,
	{ wrong: [why: string, text: string][]; right: [why: string, text: string][] }
> = {
	'bidi-control': {
		wrong: [
			['right-to-left override (Trojan Source)', 'نص |\u202E| هنا'],
			['embedding', '|\u202A|UN'],
			['pop directional formatting', 'نص|\u202C|'],
			['isolate', 'نص |\u2066|UN'],
			['pop isolate', 'نص |\u2069|UN'],
			['Arabic letter mark', '|\u061C|نص'],
			['left-to-right mark', 'C++|\u200E|'],
			['right-to-left mark', '|\u200F|UN'],
			['after an emoji, whose units are two', '\u{1F600} |\u202E|'],
		],
		right: [['the Arabic semicolon beside U+061C', 'نص\u061B نص']],
	},
	invisible: {
		wrong: [
			['soft hyphen', 'الخد|\u00AD|مة'],
			['zero width space', 'الخد|\u200B|مة'],
			['zero width non-joiner', 'الخد|\u200C|مة'],
			['zero width joiner in a word', 'الخد|\u200D|مة'],
			['zero width joiner after an emoji only', `${MAN}|\u200D|نص`],
			['zero width joiner before an emoji only', `نص|\u200D|${MAN}`],
			['word joiner', 'نص|\u2060|نص'],
			['byte order mark', '|\uFEFF|نص'],
			['a letter of Hangul without ink', 'نص |\u3164|'],
			['an annotation mark', '|\uFFF9|نص'],
			['a mark of music', 'نص|\u{1D173}|'],
			['a tag after a letter', 'نص|\u{E0041}|'],
			['a variation selector after a letter', 'نص|\uFE0F|'],
		],
		right: [
			['a family', `${MAN}\u200D${WOMAN}\u200D\u{1F467} نص`],
			['a profession with a skin tone', `${WOMAN}\u{1F3FD}\u200D\u{1F4BB}`],
			['a flag named by tags', '\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}'],
			['a key in colour', '1\uFE0F\u20E3'],
			['a flag with a variation selector', '\u{1F3F3}\uFE0F\u200D\u{1F308}'],
			['no-break space', 'نص\u00A0نص'],
		],
	},
	control: {
		wrong: [
			['a bell', 'نص|\u0007|'],
			['a null', '|\u0000|نص'],
			['next line, which some take for a break', 'نص|\u0085|نص'],
			['half an emoji', 'نص |\uD83D|'],
			['what is no character', 'نص |\uFFFE|'],
		],
		right: [['tab and line break', 'نص\tنص\nنص']],
	},
	'presentation-form': {
		wrong: [
			['a word copied from a PDF is one finding', 'قال |\uFEE3\uFEA4\uFEE4\uFEAA| اليوم'],
			['a ligature', '|\uFEFB|'],
			['forms A', '|\uFB57|'],
			[
				'ligatures of words and of the basmala, which our face has not',
				'قال |\uFDFA| و|\uFDF2| و|\uFDFD|',
			],
			['the last letter before the byte order mark', '|\uFEFC|'],
		],
		right: [
			['ornate brackets', '\uFD3F نص \uFD3E'],
			['plain letters', 'محمد'],
		],
	},
	tatweel: {
		wrong: [
			['within a word', 'محم|\u0640|د'],
			['a run is one finding', 'محم|\u0640\u0640\u0640|د'],
			['after a particle', 'ب|\u0640| 57'],
			['heh at the end of a word', 'وجه|\u0640|'],
			['heh at the start of a word', 'ه|\u0640|ذا'],
			['heh drawn long', '1436ه|\u0640\u0640|'],
		],
		right: [
			['a Hijri year', 'عام 1436ه\u0640.'],
			['heh alone', '«ه\u0640»'],
			['the fifth of a list', '(ه\u0640) نص'],
		],
	},
	'persian-letter': {
		wrong: [
			['yeh', 'عل|\u06CC|'],
			['kaf', '|\u06A9|تاب'],
		],
		right: [['the Arabic ones', 'على علي كتاب']],
	},
	nfc: {
		wrong: [
			['a hamza apart from its alef', 'قال |\u0627\u0654|حمد'],
			['only the first of many', '|\u0627\u0654|حمد و\u0627\u0654حمد'],
			['a Latin accent', 'مدلين (Medell|i\u0301|n)'],
			['shadda before its vowel', 'مقد|\u0645\u0651\u064E|ة'],
		],
		right: [
			['one letter for alef with hamza', 'أحمد'],
			['the vowel before shadda', '\u0645\u064E\u0651'],
			['an emoji of several', `${MAN}\u200D${WOMAN}`],
		],
	},
	'straight-quote': {
		wrong: [
			['double around Arabic', 'صحيفة |"الرؤية"| قالت'],
			['after a particle', 'و|"الرؤية"|'],
			['around a year', 'كتاب |"عام 2015"| صدر'],
			['around Arabic and Latin', '|"UN في عمان"|'],
			['single around Arabic', "صحيفة |'الرؤية'| قالت"],
			['one of a pair is missing, before', 'قال |"|نعم'],
			['one of a pair is missing, after a space', 'قال |"| UN'],
			['single, one of a pair is missing', "نعم|'| UN"],
			['one of a pair is missing, after a colon', 'UN: |"|نعم'],
			['single, one of a pair is missing, after a colon', "UN: |'|نعم"],
			['with an inch mark before it', 'شاشة 27" من |"عمان"|'],
		],
		right: [
			['an apostrophe in a Latin word', "قال I don't know"],
			['French', "كتاب Côte d'Ivoire جديد"],
			['a possessive before Arabic', "كتاب James' الجديد"],
			['two apostrophes with Arabic between', "كتاب d'Ivoire وكتاب James' الجديد"],
			['a decade and an apostrophe', "في '90s قال don't"],
			['inches', 'شاشة 27" جديدة وأخرى 32" قديمة'],
			['feet', "طوله 5' كاملة"],
			['a decade', "في '90s وفي '80s أيضًا"],
			['guillemets', 'صحيفة «الرؤية»'],
		],
	},
	'latin-punctuation': {
		wrong: [
			['comma after a word', 'مسقط|,| عمان'],
			['comma after a marked letter', 'أولاً|,| UN'],
			['comma before a word, after Latin', 'منظمة UN DESA|,| ثم غيرها'],
			['comma after a number, before a word', 'في 2015|,| قال'],
			['comma after guillemets', '«الرؤية»|,| UN'],
			['comma between guillemets', '«الرؤية»|,| «عمان»'],
			['comma before guillemets, after Latin', 'UN|,| «الرؤية»'],
			['semicolon', 'قال|;| ثم'],
			['question mark', 'من قال|?|'],
			['question mark within guillemets', '«من|?|» قال'],
			['comma after an address', 'زوروا https://un.org/a|,| ثم عودوا'],
		],
		right: [
			['between digits', 'بلغ 1,234 مشاركًا'],
			['between Latin words', 'مدينة Medellín, Colombia في الجنوب'],
			['between opaque words', 'قال \uFFFC, \uFFFC'],
			['in an address', 'زوروا https://un.org/a?b,c;d اليوم'],
			['in an address with Arabic', 'زوروا https://ar.wikipedia.org/wiki/عمان,مسقط?عن اليوم'],
			['Arabic ones', 'هل؟ نعم، ثم؛ لا'],
		],
	},
	'space-after': {
		wrong: [
			['stop', 'انتهى|.|ثم بدأ'],
			['stop after a marked letter', 'دوليًّا|.|وقال'],
			['stop after a year', 'عام 2015|.|وقال'],
			['stop after a year with its letter', 'عام 2015م|.|وقال'],
			['stop after a Hijri year', 'عام 1436ه\u0640|.|وقال'],
			['stop after guillemets', '«الرؤية»|.|وقال'],
			['stop after a bracket', '(UN DESA)|.|وقال'],
			['stop after a word of two letters', 'عشرة كم|.|وقال'],
			['comma', 'مسقط|\u060C|عمان'],
			['comma before a number', 'مسقط|\u060C|2015'],
			['semicolon', 'قال|\u061B|ثم'],
			['question mark', 'من|\u061F|قال'],
			['exclamation mark', 'نعم|!|قال'],
			['colon', 'قال|:|نعم'],
			['colon before a number', 'العدد|:|5'],
		],
		right: [
			['a title', 'د. أحمد و د.أحمد و أ.د. محمد و م.سالم'],
			['initials', 'ج.م.ع.وقال عام 300 ق.م ثم'],
			['a marked initial', 'قال دَ.أحمد'],
			['initials of two letters', 'قناة بي.بي.سي وقناة سي.إن.إن'],
			['a decimal', 'بلغ 3.5 وزاد 3.5مليون'],
			['an Arabic decimal', 'بلغ 1\u060C5'],
			['a time', 'الساعة 10:30 صباحًا'],
			['a ratio', 'بنسبة 1:4'],
			['a port', 'على localhost:4321'],
			['after an opaque word', 'قال \uFFFC:4321'],
			['the end of a quotation', '«نعم!» «من؟» (قال.)'],
			['a file', 'ملف index.html هنا'],
		],
	},
	'space-before-opening': {
		wrong: [
			['guillemet after a word', 'صحيفة|«|الرؤية»'],
			['guillemet after a word that ends as a particle', 'كتاب|«|الرؤية»'],
			['guillemet after «or»', 'أو|«|الرؤية»'],
			['guillemet after a number', 'عام 2015|«|الرؤية»'],
			['guillemet after a colon', 'قال:|«|نعم»'],
			['bracket after a word', 'مدلين|(|Medellín)'],
			['bracket after a marked letter', 'دوليًّا|(|UN)'],
			['bracket after a word that ends as a particle', 'كتاب|(|UN)'],
			['bracket after guillemets', '«بلازا مايور»|(|Plaza Mayor)'],
		],
		right: [
			...['و', 'ف', 'ب', 'ك', 'ل', 'ال', 'بال', 'وال', 'فال', 'كال', 'لل', 'ولل', 'وب', 'وَ'].map(
				(particle): [string, string] => [`particle ${particle}`, `قال ${particle}«الرؤية»`],
			),
			['a particle at the start', 'و«الرؤية»'],
			['particles before brackets', 'وفق المادتين (5) و(6) والفقرتين (أ) و(ب) بال(UN) ول(UN).'],
			['a suffix of the feminine', 'كل مرشح(ة) وموظف(ات)'],
			['an opaque word', 'قال \uFFFC(UN) و\uFFFC«نعم»'],
			['brackets in brackets', '((نص) «(نص)»)'],
			['Latin', 'دالة f(x)'],
		],
	},
	'latin-quote': {
		wrong: [
			['Latin in Arabic', 'إدارة |"UN DESA"| قالت'],
			['single', "إدارة |'UN DESA'| قالت"],
			['each pair is read from its opening', 'قال |"UN!"| ثم |"UN!"|'],
		],
		right: [
			['Latin alone', 'He said "yes"'],
			['guillemets', 'إدارة «UN DESA»'],
		],
	},
	'curly-quote': {
		wrong: [
			['double', 'صحيفة |\u201Cالرؤية\u201D| قالت'],
			['the other way round', 'صحيفة |\u201Dالرؤية\u201C| قالت'],
			['one alone', 'صحيفة |\u201C|الرؤية'],
			['single', 'صحيفة |\u2018|الرؤية UN'],
		],
		right: [
			['an apostrophe in a Latin word', 'قال don\u2019t ثم'],
			['a possessive', 'كتاب James\u2019 الجديد'],
			['Latin alone', 'He said \u201Cyes\u201D'],
		],
	},
	'arabic-digit': {
		wrong: [
			['Arabic-Indic', 'عام |\u0662\u0660\u0661\u0665|'],
			['extended', 'عام |\u06F2\u06F0|'],
			['beside Western ones', 'عام 2015 إلى |\u0662\u0660\u0661\u0666|'],
		],
		right: [['Western', 'عام 2015']],
	},
	'space-before': {
		wrong: [
			['comma', 'مسقط| |\u060C عمان'],
			['stop', 'انتهى| |.'],
			['question mark', 'من قال| |\u061F'],
			['colon', 'قال| |: نعم'],
			['a line break', 'مسقط|\n|\u060C عمان'],
			['before the next word', 'مسقط| |\u060Cعمان'],
		],
		right: [
			['a name that begins with a stop', 'لغة .NET والملف ./a.jpg'],
			['three stops', 'قال ...'],
			['the start of a block', ' \u060C'],
			['an ellipsis', 'قال …'],
		],
	},
	'space-inside': {
		wrong: [
			['after the opening', 'صحيفة «| |الرؤية»'],
			['before the closing', 'صحيفة «الرؤية| |»'],
			['both sides of brackets', 'مدلين (| |Medellín| |)'],
		],
		right: [
			['none', 'مدلين (Medellín) و«الرؤية»'],
			['the marks themselves', 'بين « » وبين ( )'],
		],
	},
	'double-space': {
		wrong: [
			['two', 'نص|  |نص'],
			['a no-break space and a space', 'نص|\u00A0 |نص'],
		],
		right: [
			['one', 'نص نص'],
			['the indent of a line', 'نص\n  نص'],
			['the ends of a line', '  نص  '],
		],
	},
	'three-dots': {
		wrong: [
			['three', 'قال|...|'],
			['more', 'قال|.....| نعم'],
		],
		right: [
			['an ellipsis', 'قال… نعم'],
			['a path', 'في ../a'],
		],
	},
	'range-dash': {
		wrong: [
			['days', 'من |23-26| يونيو'],
			['years', 'عام |2010-2015|م'],
			['an em dash', 'من |23\u201426| يونيو'],
			['times', 'الساعة |9:30-10:30|'],
			['in the sentence after a score', 'فاز 3-1. ومن |23-26| يونيو'],
			['times with leading zeros', 'الساعة |09:00-10:30|'],
			['percentages', 'بنسبة |3.5%-4.5|%'],
		],
		right: [
			['an en dash', 'من 23–26 يونيو'],
			['a date', 'يوم 2015-06-23'],
			['a date from its day', 'يوم 5-6-2015'],
			['a moment', 'يوم 2015-06-23T09:00:00-05:00'],
			['a month', 'شهر 2015-06'],
			['a month and a day', 'يوم 06-23'],
			['a telephone number', 'هاتف +968 24-69-60 أو 2469-6000 أو 968 24-69 أو 24-69 60'],
			['symbols', 'وثيقة UN-DESA و A/RES/57-277 و COVID-19 و F-16'],
			['a score', 'فاز 3-1'],
			[
				'a score that rises, by the word before it',
				'النتيجة 1-3 وانتهت المباراة في مسقط بنتيجة 0-2 وفاز الضيوف 1-3',
			],
			['data without Arabic', '12-25'],
			['a resolution', 'قرار 57/277'],
		],
	},
	'number-order': {
		wrong: [
			['an international telephone number', 'هاتف |+968 2469 6000| اليوم'],
			['without spaces', 'هاتف: |+96824696000|.'],
			['with no-break spaces and hyphens', 'هاتف |+968\u00A024-69\u00A060\u00A000|'],
			['with brackets', 'هاتف |(+968) 2469 6000|'],
			['with zeros for the sign', 'هاتف |00968 2469 6000|'],
			['alone in a cell', '|+968 2469 6000|'],
			['three parts', 'هاتف |800-77-100|'],
			['a number of a book', 'رقمه |978-3-16-148410-0|'],
		],
		right: [
			['isolated', 'هاتف \uFFFC'],
			['dates', 'يوم 2015-06-23 أو 23-06-2015 أو 2015-06-23T09:00:00-05:00'],
			['years', 'الأعوام 2013-2014-2015'],
			['ranges and scores', 'من 2010-2015 ومن 5000-6000 ريال والنتيجة 1-3 وبخطة 4-3-3'],
			['parts without Arabic', '800-77-100'],
			['one run of digits', 'هاتف 0096824696000 و80077100'],
			['a sum', 'بلغ 1+2 و+5 درجات و00 12'],
			['numbers in a row', 'أعداد 1200 1300 1400 و1,234,567.89'],
			['symbols', 'قرار 57/277 و A/RES/577-277-100'],
		],
	},
	'unbalanced-quote': {
		wrong: [
			['opened only', 'صحيفة |«|الرؤية'],
			['closed only', 'صحيفة الرؤية|»| قالت'],
			['the outer of two', 'قال |«|صحيفة «الرؤية»'],
			['the wrong way round', 'صحيفة |»|الرؤية |«|'],
		],
		right: [
			['one in another', '«صحيفة «الرؤية»»'],
			['two', '«الرؤية» و«عمان»'],
		],
	},
};

test('every rule has its cases', () => {
	expect(Object.keys(CASES)).toEqual(RULES.map(({ name }) => name));
});

describe.each(Object.entries(CASES))('%s', (name, { wrong, right }) => {
	const found = (text: string) =>
		textProblems(text)
			.filter(({ rule }) => rule === name)
			.map(({ offset, length }) => [offset, length]);

	test.each(wrong)('finds: %s', (_, marked) => {
		const parts = marked.split('|');
		const starts = parts.map((_, index) => parts.slice(0, index).join('').length);
		expect(found(parts.join(''))).toEqual(
			parts.flatMap((part, index) => (index % 2 ? [[starts[index], part.length]] : [])),
		);
	});

	test.each(right)('leaves: %s', (_, text) => expect(found(text)).toEqual([]));
});

describe('decent Arabic comes through clean', () => {
	test.each([
		'مسقط – الرؤية',
		'تشارك سلطنة عُمان في منتدى الأمم المتحدة للخدمة العامة 2015 في كولومبيا.',
		'«الابتكار في تقديم الخدمات العامة لتنفيذ جدول أعمال التنمية لما بعد عام 2015م».',
		'مركز المؤتمرات «بلازا مايور» (Plaza Mayor)، مدينة مدلين (Medellín)، كولومبيا.',
		'إدارة الأمم المتحدة للشؤون الاقتصادية والاجتماعية (UN DESA).',
		'ومن 23 إلى 26 يونيو 2015م؛ وقرارها 57/277 (A/RES/57/277) في 20 ديسمبر 2002.',
		'في الفترة 23–26 يونيو، الساعة 9:00 ص، بنسبة 12.5% و1,234 مشاركًا.',
		'ٱلْحَمْدُ لِلَّهِ، والإِدارَةُ للتَّنْمِيَةِ.'.normalize('NFC'),
		'راسلوا info@example.om أو زوروا https://docs.un.org/ar/A/RES/57/277، وهاتفنا \uFFFC.',
		'قال… ثم سكت¹ وأضاف: «من؟!» و«الرؤية»؛ كذا*.',
		'إلى \uFFFC، و\uFFFC: «\uFFFC» (\uFFFC). و\uFFFC؟',
		`عيد سعيد ${MAN}\u200D${WOMAN}\u200D\u{1F467}!`,
		'د. أحمد بن محمد العامري، أ.د. سالم، ق.م، 1436ه\u0640 / 2015م، ص.ب: 112.',
		'قرار رقم 5 [1] و/أو غيره، بواقع 1:4 و2,5.',
		'\uFFFC',
		'',
		'2015-06-23T09:00:00-05:00',
		'America/Bogota',
	])('%s', (text) => expect(textProblems(text)).toEqual([]));
});

describe('raw source', () => {
	test('is judged by its single characters only, and all are errors', () => {
		const source = 'const a = "نص", b = \'\u202E\'; // https://a.om/\u200B?a,ب ... عل\u06CC «';
		expect(characterProblems(source).map(({ rule, severity }) => [rule, severity])).toEqual([
			['bidi-control', undefined],
			['invisible', undefined],
			['persian-letter', undefined],
		]);
	});

	test('what is wrong in an address is wrong in the text too', () => {
		expect(textProblems('https://a.om/\u200Bb').map(({ rule, offset }) => [rule, offset])).toEqual([
			['invisible', 13],
		]);
	});
});

test('findings of several rules stand in the order of the text', () => {
	expect(textProblems('قال  "نعم", ثم\u202E').map(({ rule }) => rule)).toEqual([
		'double-space',
		'straight-quote',
		'latin-punctuation',
		'bidi-control',
	]);
});

describe('severity', () => {
	test.each(RULES.map(({ name, severity }) => [name, severity]))(
		'of %s is %s on each of its findings',
		(name) => {
			const style = [
				'latin-quote',
				'curly-quote',
				'arabic-digit',
				'space-before',
				'space-inside',
				'double-space',
				'three-dots',
				'range-dash',
				'number-order',
				'unbalanced-quote',
			];
			const text = CASES[name ?? '']?.wrong[0]?.[1].replaceAll('|', '') ?? '';
			const problem = textProblems(text).find(({ rule }) => rule === name);
			expect(problem?.severity).toBe(style.includes(name ?? '') ? 'warning' : undefined);
		},
	);
});

describe('a message names the character and the mend', () => {
	test.each([
		['a\u202E', 'U+202E RIGHT-TO-LEFT OVERRIDE', 'احذفه'],
		['نص\u00ADنص', 'U+00AD SOFT HYPHEN', 'احذفه'],
		['\uFEFFنص', 'U+FEFF ZERO WIDTH NO-BREAK SPACE', 'احذفه'],
		['محم\u0640د', 'U+0640 ARABIC TATWEEL', 'احذفه'],
		['عل\u06CC', 'U+06CC ARABIC LETTER FARSI YEH', 'ي (U+064A) أو ى (U+0649)'],
		['\u06A9تاب', 'U+06A9 ARABIC LETTER KEHEH', 'ك (U+0643)'],
		['\uFEE3\uFEA4\uFEE4\uFEAA', 'U+FEE3 U+FEA4 U+FEE4 U+FEAA', '«محمد»'],
		['\uFBFD', 'U+FBFD', '«ي»'],
		['\uFB8E', 'U+FB8E', '«ك»'],
		['\uFE77', 'U+FE77', '«\u064E»'],
		['\uFBB2', 'U+FBB2', 'احذفها'],
		['\uFDFA', 'U+FDFA', '«صلى الله عليه وسلم»'],
		['\uFDFD', 'U+FDFD', '«بسم الله الرحمن الرحيم»'],
		['\u0627\u0654', 'U+0627 U+0654', 'U+0623 «أ»'],
		['م\u0651\u064E', 'U+0645 U+0651 U+064E', 'U+0645 U+064E U+0651'],
		['قال "نعم"', 'علامة "', '«نعم»'],
		['مسقط, عمان', 'علامة ,', '«،»'],
		['قال; ثم', 'علامة ;', '«؛»'],
		['من قال?', 'علامة ?', '«؟»'],
		['قال:نعم', 'علامة :', 'اكتبها'],
		['صحيفة«الرؤية»', 'علامة «', 'اكتبها'],
		['عام \u0662\u0660\u0661\u0665', 'U+0662', 'اكتب 2015'],
		['عام \u06F2\u06F0', 'U+06F2', 'اكتب 20'],
		['قال...', '...', '«…»'],
		['من 23-26', '«23-26»', '«23–26»'],
		['هاتف +968 2469 6000', '«+968 2469 6000»', '<Ltr>+968 2469 6000</Ltr>'],
		['صحيفة «الرؤية', 'علامة «', 'أضف'],
	])('%j', (text, character, mend) => {
		const [problem] = textProblems(text);
		expect(problem?.message).toContain(character);
		expect(problem?.message).toContain(mend);
	});

	test('and is whole', () => {
		const all = Object.values(CASES)
			.flatMap(({ wrong }) => wrong)
			.flatMap(([, text]) => textProblems(text.replaceAll('|', '')));
		for (const { message } of all)
			expect(message).toMatch(/^(?!.*undefined).*\p{Script=Arabic}.*\.$/su);
	});

	test('and shows no bidi control or zero width character raw', () => {
		const all = Object.values(CASES)
			.flatMap(({ wrong }) => wrong)
			.flatMap(([, text]) => textProblems(text.replaceAll('|', '')));
		for (const { message, rule } of all)
			if (['bidi-control', 'invisible'].includes(rule)) expect(message).not.toMatch(/\p{Cf}/u);
	});
});

test('a long text is judged in no time', () => {
	const long = [
		'ا',
		'a',
		'1',
		'"',
		"'",
		'(',
		'«',
		' ',
		'.',
		'a.',
		'1-',
		'+1 ',
		'1-2 ',
		'\u0640',
		'\u200D',
		'ا ',
		'a@',
		'https://',
	].map((part) => part.repeat(20_000 / part.length));
	const start = performance.now();
	for (const text of long) textProblems(text);
	expect(performance.now() - start).toBeLessThan(10_000);
});
