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
			['heh drawn long', '1445ه|\u0640\u0640|'],
		],
		right: [
			['a Hijri year', 'عام 1445ه\u0640.'],
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
			['a Latin accent', 'قابس (Gab|e\u0300|s)'],
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
			['double around Arabic', 'صحيفة |"البلد"| قالت'],
			['after a particle', 'و|"البلد"|'],
			['around a year', 'كتاب |"عام 2024"| صدر'],
			['around Arabic and Latin', '|"UN في دمشق"|'],
			['single around Arabic', "صحيفة |'البلد'| قالت"],
			['one of a pair is missing, before', 'قال |"|نعم'],
			['one of a pair is missing, after a space', 'قال |"| UN'],
			['single, one of a pair is missing', "نعم|'| UN"],
			['one of a pair is missing, after a colon', 'UN: |"|نعم'],
			['single, one of a pair is missing, after a colon', "UN: |'|نعم"],
			['with an inch mark before it', 'شاشة 27" من |"دمشق"|'],
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
			['guillemets', 'صحيفة «البلد»'],
		],
	},
	'latin-punctuation': {
		wrong: [
			['comma after a word', 'إربد|,| دمشق'],
			['comma after a marked letter', 'أولاً|,| UN'],
			['comma before a word, after Latin', 'منظمة ACK LIB|,| ثم غيرها'],
			['comma after a number, before a word', 'في 2024|,| قال'],
			['comma after guillemets', '«البلد»|,| UN'],
			['comma between guillemets', '«البلد»|,| «دمشق»'],
			['comma before guillemets, after Latin', 'UN|,| «البلد»'],
			['semicolon', 'قال|;| ثم'],
			['question mark', 'من قال|?|'],
			['question mark within guillemets', '«من|?|» قال'],
			['comma after an address', 'زوروا https://ack.io/a|,| ثم عودوا'],
		],
		right: [
			['between digits', 'بلغ 1,234 مشاركًا'],
			['between Latin words', 'مدينة Gabès, Tunisia في الجنوب'],
			['between opaque words', 'قال \uFFFC, \uFFFC'],
			['in an address', 'زوروا https://ack.io/a?b,c;d اليوم'],
			['in an address with Arabic', 'زوروا https://ar.wikipedia.org/wiki/دمشق,إربد?عن اليوم'],
			['Arabic ones', 'هل؟ نعم، ثم؛ لا'],
		],
	},
	'space-after': {
		wrong: [
			['stop', 'انتهى|.|ثم بدأ'],
			['stop after a marked letter', 'دوليًّا|.|وقال'],
			['stop after a year', 'عام 2024|.|وقال'],
			['stop after a year with its letter', 'عام 2024م|.|وقال'],
			['stop after a Hijri year', 'عام 1445ه\u0640|.|وقال'],
			['stop after guillemets', '«البلد»|.|وقال'],
			['stop after a bracket', '(ACK LIB)|.|وقال'],
			['stop after a word of two letters', 'عشرة كم|.|وقال'],
			['comma', 'إربد|\u060C|دمشق'],
			['comma before a number', 'إربد|\u060C|2024'],
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
			['guillemet after a word', 'صحيفة|«|البلد»'],
			['guillemet after a word that ends as a particle', 'كتاب|«|البلد»'],
			['guillemet after «or»', 'أو|«|البلد»'],
			['guillemet after a number', 'عام 2024|«|البلد»'],
			['guillemet after a colon', 'قال:|«|نعم»'],
			['bracket after a word', 'قابس|(|Gabès)'],
			['bracket after a marked letter', 'دوليًّا|(|UN)'],
			['bracket after a word that ends as a particle', 'كتاب|(|UN)'],
			['bracket after guillemets', '«مدينة الثقافة»|(|Cité de la Culture)'],
		],
		right: [
			...['و', 'ف', 'ب', 'ك', 'ل', 'ال', 'بال', 'وال', 'فال', 'كال', 'لل', 'ولل', 'وب', 'وَ'].map(
				(particle): [string, string] => [`particle ${particle}`, `قال ${particle}«البلد»`],
			),
			['a particle at the start', 'و«البلد»'],
			['particles before brackets', 'وفق المادتين (5) و(6) والفقرتين (أ) و(ب) بال(UN) ول(UN).'],
			['a suffix of the feminine', 'كل مرشح(ة) وموظف(ات)'],
			['an opaque word', 'قال \uFFFC(UN) و\uFFFC«نعم»'],
			['brackets in brackets', '((نص) «(نص)»)'],
			['Latin', 'دالة f(x)'],
		],
	},
	'latin-quote': {
		wrong: [
			['Latin in Arabic', 'إدارة |"ACK LIB"| قالت'],
			['single', "إدارة |'ACK LIB'| قالت"],
			['each pair is read from its opening', 'قال |"UN!"| ثم |"UN!"|'],
		],
		right: [
			['Latin alone', 'He said "yes"'],
			['guillemets', 'إدارة «ACK LIB»'],
		],
	},
	'curly-quote': {
		wrong: [
			['double', 'صحيفة |\u201Cالبلد\u201D| قالت'],
			['the other way round', 'صحيفة |\u201Dالبلد\u201C| قالت'],
			['one alone', 'صحيفة |\u201C|البلد'],
			['single', 'صحيفة |\u2018|البلد UN'],
		],
		right: [
			['an apostrophe in a Latin word', 'قال don\u2019t ثم'],
			['a possessive', 'كتاب James\u2019 الجديد'],
			['Latin alone', 'He said \u201Cyes\u201D'],
		],
	},
	'arabic-digit': {
		wrong: [
			['Arabic-Indic', 'عام |\u0662\u0660\u0662\u0664|'],
			['extended', 'عام |\u06F2\u06F0|'],
			['beside Western ones', 'عام 2024 إلى |\u0662\u0660\u0662\u0665|'],
		],
		right: [['Western', 'عام 2024']],
	},
	'space-before': {
		wrong: [
			['comma', 'إربد| |\u060C دمشق'],
			['stop', 'انتهى| |.'],
			['question mark', 'من قال| |\u061F'],
			['colon', 'قال| |: نعم'],
			['a line break', 'إربد|\n|\u060C دمشق'],
			['before the next word', 'إربد| |\u060Cدمشق'],
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
			['after the opening', 'صحيفة «| |البلد»'],
			['before the closing', 'صحيفة «البلد| |»'],
			['both sides of brackets', 'قابس (| |Gabès| |)'],
		],
		right: [
			['none', 'قابس (Gabès) و«البلد»'],
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
			['days', 'من |14-17| مايو'],
			['years', 'عام |2010-2015|م'],
			['an em dash', 'من |14\u201417| مايو'],
			['times', 'الساعة |9:30-10:30|'],
			['in the sentence after a score', 'فاز 3-1. ومن |14-17| مايو'],
			['times with leading zeros', 'الساعة |09:00-10:30|'],
			['percentages', 'بنسبة |3.5%-4.5|%'],
		],
		right: [
			['an en dash', 'من 14–17 مايو'],
			['a date', 'يوم 2024-05-14'],
			['a date from its day', 'يوم 5-6-2024'],
			['a moment', 'يوم 2024-05-14T09:00:00-05:00'],
			['a month', 'شهر 2024-05'],
			['a month and a day', 'يوم 05-14'],
			['a telephone number', 'هاتف +962 24-69-60 أو 2469-6000 أو 962 24-69 أو 24-69 60'],
			['symbols', 'وثيقة ACK-LIB و A/LIB/12-45 و COVID-19 و F-16'],
			['a score', 'فاز 3-1'],
			['the same number twice', 'تعادلا 2-2 أمس'],
			[
				'a score that rises, by the word before it',
				'النتيجة 1-3 وانتهت المباراة في إربد بنتيجة 0-2 وفاز الضيوف 1-3',
			],
			['data without Arabic', '12-25'],
			['a resolution', 'قرار 12/45'],
		],
	},
	'number-order': {
		wrong: [
			['an international telephone number', 'هاتف |+962 2469 6000| اليوم'],
			['without spaces', 'هاتف: |+96224696000|.'],
			['with no-break spaces and hyphens', 'هاتف |+962\u00A024-69\u00A060\u00A000|'],
			['of 7 digits', 'هاتف |+12 345 67|'],
			['with brackets', 'هاتف |(+962) 2469 6000|'],
			['with zeros for the sign', 'هاتف |00962 2469 6000|'],
			['alone in a cell', '|+962 2469 6000|'],
			['three parts', 'هاتف |800-77-100|'],
			['a number of a book', 'رقمه |978-3-16-148410-0|'],
		],
		right: [
			['isolated', 'هاتف \uFFFC'],
			['6 digits', 'بزيادة +12 34 56 نقطة'],
			['dates', 'يوم 2024-05-14 أو 14-05-2024 أو 2024-05-14T09:00:00-05:00'],
			['years', 'الأعوام 2013-2014-2015'],
			['ranges and scores', 'من 2010-2015 ومن 5000-6000 ريال والنتيجة 1-3 وبخطة 4-3-3'],
			['parts without Arabic', '800-77-100'],
			['one run of digits', 'هاتف 0096224696000 و80077100'],
			['a sum', 'بلغ 1+2 و+5 درجات و00 12'],
			['numbers in a row', 'أعداد 1200 1300 1400 و1,234,567.89'],
			['symbols', 'قرار 12/45 و A/LIB/123-456-100'],
		],
	},
	'unbalanced-quote': {
		wrong: [
			['opened only', 'صحيفة |«|البلد'],
			['closed only', 'صحيفة البلد|»| قالت'],
			['the outer of two', 'قال |«|صحيفة «البلد»'],
			['the wrong way round', 'صحيفة |»|البلد |«|'],
		],
		right: [
			['one in another', '«صحيفة «البلد»»'],
			['two', '«البلد» و«دمشق»'],
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
		'إربد – البلد',
		'يشارك الأردن في المنتدى العربي للمكتبات العامة 2024 في تونس.',
		'«المكتبة العامة شريكًا في التعلّم مدى الحياة وفي بناء مدن المعرفة حتى عام 2030م».',
		'مجمّع «مدينة الثقافة» (Cité de la Culture)، مدينة قابس (Gabès)، تونس.',
		'شعبة المكتبات في المجلس العربي للمعرفة (ACK LIB).',
		'ومن 14 إلى 17 مايو 2024م؛ وقرارها 12/45 (A/LIB/12/45) في 20 ديسمبر 2012.',
		'في الفترة 14–17 مايو، الساعة 9:00 ص، بنسبة 12.5% و1,234 مشاركًا.',
		'ٱلْحَمْدُ لِلَّهِ، والإِدارَةُ للتَّنْمِيَةِ.'.normalize('NFC'),
		'راسلوا info@example.org أو زوروا https://docs.example/ar/A/LIB/12/45، وهاتفنا \uFFFC.',
		'قال… ثم سكت¹ وأضاف: «من؟!» و«البلد»؛ كذا*.',
		'إلى \uFFFC، و\uFFFC: «\uFFFC» (\uFFFC). و\uFFFC؟',
		`عيد سعيد ${MAN}\u200D${WOMAN}\u200D\u{1F467}!`,
		'د. وائل سليم الحوراني، أ.د. سالم، ق.م، 1445ه\u0640 / 2024م، ص.ب: 112.',
		'قرار رقم 5 [1] و/أو غيره، بواقع 1:4 و2,5.',
		'\uFFFC',
		'',
		'2024-05-14T09:00:00-05:00',
		'America/Lima',
	])('%s', (text) => expect(textProblems(text)).toEqual([]));
});

describe('raw source', () => {
	test('is judged by its single characters only, and all are errors', () => {
		const source = 'const a = "نص", b = \'\u202E\'; // https://a.io/\u200B?a,ب ... عل\u06CC «';
		expect(characterProblems(source).map(({ rule, severity }) => [rule, severity])).toEqual([
			['bidi-control', undefined],
			['invisible', undefined],
			['persian-letter', undefined],
		]);
	});

	test('what is wrong in an address is wrong in the text too', () => {
		expect(textProblems('https://a.io/\u200Bb').map(({ rule, offset }) => [rule, offset])).toEqual([
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
		['إربد, دمشق', 'علامة ,', '«،»'],
		['قال; ثم', 'علامة ;', '«؛»'],
		['من قال?', 'علامة ?', '«؟»'],
		['قال:نعم', 'علامة :', 'اكتبها'],
		['صحيفة«البلد»', 'علامة «', 'اكتبها'],
		['عام \u0662\u0660\u0662\u0664', 'U+0662', 'اكتب 2024'],
		['عام \u06F2\u06F0', 'U+06F2', 'اكتب 20'],
		['قال...', '...', '«…»'],
		['من 14-17', '«14-17»', '«14–17»'],
		['هاتف +962 2469 6000', '«+962 2469 6000»', '<Ltr>+962 2469 6000</Ltr>'],
		['صحيفة «البلد', 'علامة «', 'أضف'],
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

test('no rule grows with the square of a text: long ones are judged before the test is given up', () => {
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
	for (const text of long) expect(Array.isArray(textProblems(text))).toBe(true);
});
