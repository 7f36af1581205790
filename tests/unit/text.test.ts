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
			['after an emoji, whose units are two', '\u{1F600} |\u202E|'],
		],
		right: [
			['the Arabic semicolon beside U+061C', 'نص\u061B نص'],
			['a mark that does what its writer wanted', 'لغة C++\u200E هنا'],
		],
	},
	'turned-number': {
		wrong: [
			['a decimal', 'بلغ |27.\u200F55| ريالًا'],
			['thousands', 'بلغ |960.\u200F407.\u200F1| ريالًا'],
			['a mark before the point', 'بلغ |27\u200F.55| ريالًا'],
			['marks about a stroke', 'يوم |12\u200F/\u200F5| صباحًا'],
			['an Arabic letter mark', 'بلغ |3,\u061C500| ريال'],
			['a mark from the left beside a point', 'بلغ |27.\u200E55| ريالًا'],
			['in Arabic digits', 'بلغ |٢٧٫\u200F٥٥| ريالًا'],
		],
		right: [
			['a mark before a number', 'عام \u200F27.55'],
			['two numbers', 'عام 27 \u200F55'],
			['a mark from the left between digits alone', 'بلغ 27\u200E55'],
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
	entity: {
		wrong: [
			['of a space', 'نص|&nbsp;|نص'],
			['of a letter', 'نص |&#1571;|نص'],
			['of no sign that is known', 'نص |&foo;| نص'],
		],
		right: [['an ampersand', 'شركة AT&T؛ نص & نص']],
	},
	honorific: {
		wrong: [
			['of a companion', 'قال |\uFD41| يومًا'],
			['of a prophet', 'موسى |\uFD47| يومًا'],
			['of the dead', 'فلان |\uFD40| يومًا'],
		],
		right: [
			['the prayer that every device has', 'قال \uFDFA يومًا'],
			['ornate brackets', '\uFD3F نص \uFD3E'],
		],
	},
	joiner: {
		wrong: [['between two letters that would join', 'كتاب|\u200C|جديد']],
		right: [
			['after a letter that joins nothing', 'دار\u0640'],
			['in Persian', 'دولت\u200Cآبادی و\u06A9تاب\u200Cها'],
		],
	},
	tatweel: {
		wrong: [
			['within a word', 'محم|\u0640|د'],
			['a run is one problem', 'محم|\u0640\u0640\u0640|د'],
			['after a word before a number', 'بيت|\u0640| 57'],
			['heh at the end of a word', 'وجه|\u0640|'],
			['heh at the start of a word', 'ه|\u0640|ذا'],
			['heh drawn long', '1436ه|\u0640\u0640|'],
			['a dash', 'فلان |\u0640| رحمه الله |\u0640|'],
			['a long dash', 'تونس |\u0640\u0640| وكالات'],
			['a particle before a word', 'ل|\u0640|محمد'],
		],
		right: [
			['a Hijri year', 'عام 1445ه\u0640.'],
			['heh and a particle alone', '«ه\u0640» و«ل\u0640»'],
			['a letter that stands for a word', 'ص\u0640 12 وج\u06402، ت\u0640: فلان'],
			['the end of what was quoted', 'انتهى اه\u0640.'],
			['a word that the halves of a verse part', 'أم غن\u0640 … \u0640نت على'],
			['the fifth of a list', '(ه\u0640) نص'],
			['a particle before a quotation', 'قال ل\u0640«الصحيفة» ول\u0640"الصحيفة"'],
			['a particle before a number', 'ال\u064020 وب\u064014 وال\u0640 20'],
			['a particle before a mark of direction', 'نطالب ب\u0640\u200E+10% ثم'],
			['a particle before a price', 'ب\u0640₺5 ول\u0640-$5'],
			['a particle before Latin', 'ل\u0640CNN ول\u0640\uFFFC'],
			['a particle before keys', 'ب\u0640 ⌘+S وب\u0640⇧+Z'],
			['a particle before a bracket', 'ب\u0640(UN)'],
			[
				'a particle before a title or an initial',
				'وفق ما قاله ل\u0640 د. سامر وقصيدة ل\u0640 ت. س. إليوت',
			],
			['a particle before a list or what is left out', 'دفعت ب\u0640: كذا، ثم ب\u0640…'],
			[
				'a particle before a fraction and a sign',
				'ب\u0640½ وب\u0640 -0.5 ول\u0640+3 وب\u0640\u22123',
			],
			['hamza on tatweel', 'شَيۡـٔٗا'],
			['hamza on tatweel beside the marks of today', 'شَيْـٔا وهَيْـٔة'],
			['small alef on tatweel', 'هَـٰذَا'],
			['a word of the mushaf', 'لِّـجِبۡرِيلَ'],
		],
	},
	'mushaf-sign': {
		wrong: [
			['a verse', 'قال ﴿وَجَعَل|ۡنَا مِنَ ٱلۡ|مَآءِ﴾ ثم'],
			['a tanwin of the mushaf', 'قوله هُد|ٗ|ى ثم'],
			['a sign to stop at', 'لا رَيْبَ |ۛ| فِيهِ'],
		],
		right: [
			['words with the marks of today', 'ٱلْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ'],
			['the sign of a verse', 'رب العالمين ۝٢'],
			['hamza and madda that stand alone', 'شَيْـٔا وماٰ وآ'],
		],
	},
	'turned-brackets': {
		wrong: [
			['a verse', 'قال |\uFD3Eإن مع العسر يسرا\uFD3F| ثم'],
			['words of a PDF', 'وقالت الوزارة |)التربية(| إنها'],
			['at the end', 'بعد عام |)2015(|، ثم'],
		],
		right: [
			['a verse', 'قال \uFD3Fإن مع العسر يسرا\uFD3E ثم'],
			['two verses', 'قال \uFD3Fأ\uFD3E وقال \uFD3Fب\uFD3E'],
			['brackets that follow one another', '(أ) نص (ب) وقال (ج )د(هـ)'],
			['marks of items', 'أ) نص ب) نص (ج) ثم'],
			['one that was not opened, and one that was', 'قال )نعم( ثم لا) مضى'],
			['a smile', 'نعم :) ثم (لا) و;) نعم ('],
		],
	},
	'persian-letter': {
		wrong: [
			['yeh', 'عل|\u06CC|'],
			['kaf', '|\u06A9|تاب'],
			['heh', '|\u06BE|ذا'],
		],
		right: [
			['the Arabic ones', 'على علي كتاب'],
			['a word that can be Persian only', 'کوچه'],
			['a Persian sentence', 'کتابخانه ملی ایران در تهران است'],
			['a Kurdish sentence', 'ئەم ڕستەیە بە کوردی نووسراوە'],
			[
				'a Kurdish sentence that is quoted',
				'قال إن «پارتی دیموکراتی کوردستان پێشوازی دەکات» ثم سكت',
			],
			['a word in Urdu letters', 'ہیلو'],
			['a word that a joiner parts as Persian does', 'دست\u200Cنویس'],
			['isolated', 'قال \uFFFC'],
			['a name of two words in Kurdish', 'مسرور بارزاني (مەسرور بارزانی) وشڤان عبد الله'],
		],
	},
	replacement: {
		wrong: [['what was lost', 'نص |\uFFFD\uFFFD| نص']],
		right: [['an opaque word', 'نص \uFFFC نص']],
	},
	'private-use': {
		wrong: [
			['a sign of a font', 'نص |\uF0B7| نص'],
			['beyond the first plane', 'نص |\u{F0000}| نص'],
			['about the source of a chatbot', 'ثبت ذلك|\uE200cite\uE202turn0search1\uE201|.'],
		],
		right: [['an emoji', 'نص \u{1F600}']],
	},
	mojibake: {
		wrong: [
			['UTF-8 read as Windows-1252', 'قال |Ø§Ù„Ø³Ù„Ø§Ù…| اليوم'],
			['Windows-1256 read as Windows-1252', 'قال |ÇáÓáÇã| اليوم'],
			['UTF-8 read as Windows-1256', 'قال |ط§ظ„ط³ظ„ط§ظ…| اليوم'],
			['UTF-8 read twice as Windows-1252', 'قال |Ã˜Â§Ã™â€žÃ˜Â³| اليوم'],
			['as it travels in mail', 'قال |=D8=A7=D9=84=D8=B3| اليوم'],
			['signs', 'قال |â€œ|نعم|â€| ثم'],
			['Latin letters', 'قهوة caf|Ã©| هنا'],
			['the mark at the head of a file', '|ï»¿|قال'],
		],
		right: [
			['French', 'كتاب Côte d’Azur وÉCOLE و«Île»'],
			['Danish', 'مدينة Ørsted وÅrhus'],
			['capitals in quotation marks', 'الحرفان «Ã» و«Â»'],
			['Portuguese in capitals', 'مدينة SÃO PAULO'],
			['letters named', 'الحروف ط، ظ، ط، ظ.'],
			['a sum', 'a=1E2F3A=00=11=22'],
		],
	},
	'escaped-letters': {
		wrong: [['as programs write them', 'قال |\\u0627\\u0644\\u0628| ثم']],
		right: [['one sign that is told of', 'المحرف \\u0627 هو الألف']],
	},
	'lost-letters': {
		wrong: [
			['words', 'قال |???? ??????| ثم'],
			['a whole text', '|???? ??? ??????|'],
		],
		right: [
			['wonder', 'متى؟ ??? لا أحد يعلم؟؟'],
			['at a word', 'من هو?? ومتى??'],
		],
	},
	'leftover-code': {
		wrong: [
			['of a gallery', '|[gallery ids="1,2"]| نص'],
			['of a caption', '|[caption id="a" width="8"]|نص|[/caption]|'],
			['of one whose quotes became curly', 'نص |[video src=\u201Ca\u201D]|'],
			['of a chatbot', 'ثبت ذلك|【4†source】| ثم|:contentReference[oaicite:2]|.'],
			['of the same, without its letters of private use', 'ثبت ذلك |citeturn0search1turn0news2|.'],
			['before the name of its source', 'ثبت ذلك (|oai_citation:0‡|jcc.example).'],
		],
		right: [['brackets of a text', 'قال [الوزير] و[sic] و[1] و[a b] و[a = b]']],
	},
	'chatbot-words': {
		wrong: [
			['at the start', '|بالتأكيد! إليك المقال:|'],
			['at the end', '|هل تود أن أعدّل الأسلوب أو أضيف مصادر؟|'],
			['of itself', 'وأرى، |كنموذج لغوي|، أن'],
		],
		right: [['words of people', 'قال: بالتأكيد، إليك عني! هل تريد أن أكتب لك؟']],
	},
	'chat-stamp': {
		wrong: [
			['of a telephone', '|[27/11/2026, 08:15:22]| محمد: نعم'],
			['with its half of the day', '|[27/11/2026، 8:16 ص]| +222 36 00 00 11: نعم'],
			['with its hour first', 'قال |[12:45 ص، 18/11/2026]| أبو علي: نعم'],
			['of an exported chat', '|27/11/2026, 8:17 ص -| سيدي: نعم'],
			['in Arabic digits', '|[١٢:٣٠ م، ٢٨/١١/٢٠٢٦]| سامر: نعم'],
		],
		right: [
			['a date and an hour', 'في 27/11/2026، 8:17 ص - قاعة الميناء'],
			['in brackets', 'نُشر [27/11/2026، 8:17 ص]'],
		],
	},
	'hidden-address': {
		wrong: [['in a sentence', 'راسلونا على |[email\u00A0protected]| اليوم']],
		right: [['one that stands there', 'راسلونا على [a@b.example]']],
	},
	'swapped-lam-alef': {
		wrong: [
			['hamza below', 'دولة |اإلمارات| اليوم'],
			['hamza above', 'يوم |األحد| القادم'],
			['alef', 'نادي |االتحاد| اليوم'],
			['after a particle', 'فرنسا |واإلمارات| اليوم'],
			['after another', '|باإلضافة| إليها |وباألخص| هنا'],
			['without the lam', 'فرق |اأحياء| كلها'],
			['before tanwin', 'وضرب |مثا\u064Bل| بلغ |ريا\u064Bل\u064Bا|'],
		],
		right: [
			['the right order', 'دولة الإمارات ويوم الأحد ونادي الاتحاد'],
			['a question', 'أإله آخر'],
			['tanwin on either letter', 'مثلا\u064B ومثل\u064Bا وريالا\u064B وشكرا\u064B لك'],
			['a lament', 'وا أسفاه ووا إسلاماه'],
		],
	},
	'visual-order': {
		wrong: [
			['a word from its end', 'قالت |ةرازولا| اليوم'],
			['with ى', 'صعد |ىلعألا| اليوم'],
			['with ء', 'قال |ءارزولا| اليوم'],
			['a text without such a word, by its particles', 'رصقلا |يف| ريزولا لبقتسي سيئرلا'],
		],
		right: [
			['ة at its end', 'وزارة شاملة'],
			['ى before hamza', 'شىء وامرىء'],
			['the letters themselves', 'حرف ة وحرف ى'],
			['ء as the mushaf begins with it', 'ٱلَّذِينَ ءَامَنُوا وءالاء'],
			['adverbs that end alike', 'مشينا طويلا وقلنا كلاما جميلا حالا'],
			['a verb that is a particle in reverse', 'لم يف بوعوده أصلا قبل مغادرته'],
			['one particle of another language', 'قال نم في البيت الكبير وإلا'],
		],
	},
	'straight-quote': {
		wrong: [
			['double around Arabic', 'صحيفة |"الصحيفة"| قالت'],
			['after a particle', 'و|"الصحيفة"|'],
			['after a particle with tatweel', 'ل\u0640|"الصحيفة"|'],
			['around a year', 'كتاب |"عام 2015"| صدر'],
			['around Latin', 'إدارة |"UN Women"| قالت'],
			['single around Arabic', "صحيفة |'الصحيفة'| قالت"],
			['with an inch mark before it', 'شاشة 27" من |"تونس"|'],
			['within guillemets', '«قال |"نعم"| ثم مضى»'],
			['with spaces inside', 'قال |" نعم "| ثم'],
			['with a space before its end', 'قال |"نعم "|. ثم |"لا "|، ثم'],
			['angles', 'قال |<<نعم>>| ثم'],
			['at the start of curly ones', 'قال \u201C|"نعم"| ثم\u201D'],
			['guillemets the wrong way round', 'وكالة و|»نعم»| ثم'],
			['closed by what opens', 'قال |«نعم«| ثم'],
			['two side by side', 'و|"نعم"|و|"لا"|'],
			['single about Latin words', "قال |'yes sir'| ثم ال|'fika'| و|'don't stop'| عندنا"],
			['without the space before them', 'على غرار|"نعم ولا"| و|"هيا"|، ثم'],
			['without a space on either side', 'قال|"نعم"|وذهب'],
			['guillemets the wrong way round behind a colon', 'قال:|»نعم»|، مضيفة:|»لا»|'],
		],
		right: [
			['an apostrophe in a Latin word', "قال I don't know"],
			['French', "كتاب Côte d'Ivoire جديد"],
			['a possessive before Arabic', "كتاب James' الجديد"],
			['two apostrophes with Arabic between', "كتاب d'Ivoire وكتاب James' الجديد"],
			['a decade and an apostrophe', "في '90s قال don't"],
			['inches', 'شاشة 27" جديدة وأخرى 32" قديمة'],
			['feet', "طوله 5' كاملة"],
			['a minute of a match', "سجل هدفه (45') ثم 60'."],
			['a cut word', "موسيقى Rock 'n' Roll هنا"],
			['a decade', "في '90s وفي '80s أيضًا"],
			['guillemets', 'صحيفة «الصحيفة»'],
			['guillemets in guillemets', '«صحيفة «النور»»'],
			['Latin alone', 'He said "yes"'],
		],
	},
	'curly-quote': {
		wrong: [
			['double', 'صحيفة |\u201Cالصحيفة\u201D| قالت'],
			['the other way round', 'صحيفة |\u201Dالصحيفة\u201C| قالت'],
			['single', 'صحيفة |\u2018الصحيفة\u2019| اليوم'],
		],
		right: [
			['an apostrophe in a Latin word', 'قال don\u2019t ثم'],
			['a possessive', 'كتاب James\u2019 الجديد'],
			['Latin alone', 'He said \u201Cyes\u201D'],
		],
	},
	'unbalanced-quote': {
		wrong: [
			['opened only', 'صحيفة |«|الصحيفة'],
			['closed only', 'صحيفة الصحيفة|»| قالت'],
			['the outer of two', 'قال |«|صحيفة «الصحيفة»'],
			['straight, opened only', 'قال |"|نعم'],
			['straight, closed only', 'قال نعم|"|.'],
			['curly, opened only', 'قال |\u201C|نعم'],
			['no way to tell', 'كلمة|"|كلمة'],
			['within what is closed', 'قال «نعم |"|لا ثم» مضى'],
		],
		right: [
			['one in another', '«صحيفة «الصحيفة»»'],
			['two', '«الصحيفة» و«تونس»'],
			['inches', 'شاشة 27" جديدة'],
			['minutes and inches in Arabic digits', 'سجل (١٢\') و(٤٥+٢\')، وأنبوب ٤" و٦"'],
			['inches of other keyboards', "شاشة 27'' جديدة و27\u201D قديمة"],
			['decades after a particle', "موسيقى الـ'80s و'90s هنا"],
			['bold against a particle', 'قال و**"آخر"** نعم'],
		],
	},
	'doubled-quote': {
		wrong: [
			['each sign twice', 'قال «|«|نعم»» ومضى'],
			['three times', 'قال «|«||«|نعم»»» ومضى'],
		],
		right: [
			['a quotation that begins another', 'قال ««نعم» قالها ثم ندم» ومضى'],
			['one that ends another', 'قال «إنه قال «نعم»» ومضى'],
		],
	},
	'twin-brackets': {
		wrong: [
			['both open', 'قال |[سكت[| ثم أكمل'],
			['both close', 'قال |]سكت]| ثم أكمل'],
			['round ones', 'قال |(نعم(| ثم (لا) ومضى'],
			['at the end', 'قال |)نعم)|.'],
		],
		right: [
			['one in another', 'قال (الأول (الثاني) والثالث) ومضى'],
			['letters and numbers of items', 'أ) بند 1) آخر (شرح) 2) أخير'],
			['a sad and a glad face', 'قال :) ثم :( ومضى'],
		],
	},
	'latin-punctuation': {
		wrong: [
			['comma after a word', 'بيروت|,| تونس'],
			['comma after a marked letter', 'أولاً|,| UN'],
			['comma before a word, after Latin', 'منظمة UN Women|,| ثم غيرها'],
			['comma after a number, before a word', 'في 2015|,| قال'],
			['comma after guillemets', '«الصحيفة»|,| UN'],
			['comma between guillemets', '«الصحيفة»|,| «تونس»'],
			['comma before guillemets, after Latin', 'UN|,| «الصحيفة»'],
			['semicolon', 'قال|;| ثم'],
			['question mark', 'من قال|?|'],
			['question mark within guillemets', '«من|?|» قال'],
			['comma after an address', 'زوروا https://ack.io/a|,| ثم عودوا'],
		],
		right: [
			['a question in Spanish', 'سأل: ¿Qué pasa en Sudán? ثم'],
			['between digits', 'بلغ 1,234 مشاركًا'],
			['between Latin words', 'مدينة Córdoba, Spain في الجنوب'],
			['between opaque words', 'قال \uFFFC, \uFFFC'],
			['in an address', 'زوروا https://un.org/a?b,c;d اليوم'],
			['in an address with Arabic', 'زوروا https://ar.wikipedia.org/wiki/تونس,بيروت?عن اليوم'],
			['Arabic ones', 'هل؟ نعم، ثم؛ لا'],
		],
	},
	'space-after': {
		wrong: [
			['a label in bold that a word follows', '**تنويه:|**|نص **آخر**'],
			['stop', 'انتهى|.|ثم بدأ'],
			['stop after a marked letter', 'دوليًّا|.|وقال'],
			['stop after a year', 'عام 2015|.|وقال'],
			['stop after a year with its letter', 'عام 2015م|.|وقال'],
			['stop after a Hijri year', 'عام 1436ه\u0640|.|وقال'],
			['stop after guillemets', '«الصحيفة»|.|وقال'],
			['stop after a bracket', '(UN Women)|.|وقال'],
			['stop after a word of two letters', 'عشرة كم|.|وقال'],
			['comma', 'بيروت|\u060C|تونس'],
			['comma before a number', 'بيروت|\u060C|2015'],
			['semicolon', 'قال|\u061B|ثم'],
			['question mark', 'من|\u061F|قال'],
			['exclamation mark', 'نعم|!|قال'],
			['what closes a quotation', 'قال «نعم|»|وقال، ثم «لا|»|وقال'],
			['between two quotations', 'في «المال|»|و«البنون»'],
			['colon', 'قال|:|نعم'],
			['colon before a number', 'العدد|:|5'],
			['two points and an ellipsis', 'غدًا|..|أمطار وقال «نعم»|\u2026|«لا»'],
			['two points behind a space', 'رحل |..|وبقي «الأثر» |..|(كله)'],
		],
		right: [
			['units', 'عزم 144 نيوتن.متر و50 كيلوواط.ساعة'],
			['an hour of the Maghreb', 'الساعة 10سا:30'],
			['a title', 'د. أحمد و د.أحمد و أ.د. محمد و م.سالم'],
			['initials', 'ج.م.ع.وقال عام 300 ق.م ثم'],
			['a marked initial', 'قال دَ.أحمد'],
			['initials of two letters', 'قناة بي.بي.سي وقناة سي.إن.إن'],
			['initials of three letters at the start', 'قناة إيه.بي.سي اليوم'],
			['initials of three letters at the end', 'منظمة إف.سي.إيه ووكالة سي.آي.إيه'],
			['an address in Arabic', 'موقع العربية.نت ومتجر سوق.كوم'],
			['a title after «and»', 'حضر أ.علي ود.محمد'],
			['a decimal', 'بلغ 3.5 وزاد 3.5مليون'],
			['an Arabic decimal', 'بلغ 1\u060C5'],
			['a time', 'الساعة 10:30 صباحًا'],
			['a ratio', 'بنسبة 1:4'],
			['a place in a book', 'قال [النساء:58] و(متى 5:3) و(طه:114)'],
			['a port', 'على localhost:4321'],
			['after an opaque word', 'قال \uFFFC:4321'],
			['the end of a quotation', '«نعم!» «من؟» (قال.)'],
			['a file', 'ملف index.html هنا'],
			['an ellipsis that begins', 'قال «\u2026وكنا هنا» .. ثم سكت'],
		],
	},
	'space-between': {
		wrong: [['after teh marbuta', 'الجامعة||العربية']],
		right: [
			['at the end of a word', 'الجامعة العربية'],
			['with its vowel', 'جامعةٌ وجامعةً'],
		],
	},
	'space-about-number': {
		wrong: [
			['before what is counted', 'سُجّلت |3|حالات و|115|ألف و|1.5|مليون'],
			['before a month, in Arabic digits', 'يوم |٢٦|سبتمبر'],
			['after the word that announces it', 'في |عام|2026 وبالمادة 5 |والساعة|8'],
		],
		right: [
			['units and letters of eras', 'على 10كم و5م و350غ و75كجم، عام 2026م/1448ه\u0640'],
			['names', 'أعلنت فرانس24 وأوميغا3 وحي الصفا1'],
			['a tag', 'وسم #30يوم و#كأس_العالم2026سنة'],
			['a code to dial', 'اطلب *133*رقم#'],
			['numbers that are joined', 'الأيام 14و15'],
			['another number before it', 'الفقرة 2/3أخرى'],
		],
	},
	'space-before-opening': {
		wrong: [
			['guillemet after a word', 'صحيفة|«|الصحيفة»'],
			['guillemet after a word that ends as a particle', 'كتاب|«|الصحيفة»'],
			['guillemet after «or»', 'أو|«|الصحيفة»'],
			['guillemet after a number', 'عام 2015|«|الصحيفة»'],
			['guillemet after a colon', 'قال:|«|نعم»'],
			['bracket after a word', 'قرطبة|(|Córdoba)'],
			['bracket after a marked letter', 'دوليًّا|(|UN)'],
			['bracket after a word that ends as a particle', 'كتاب|(|UN)'],
			['bracket after guillemets', '«قصر المؤتمرات»|(|Palacio)'],
		],
		right: [
			['minutes that were added', 'الدقيقة 45(+3) نعم'],
			['a sad face', 'انتهى كل شيء :('],
			...['و', 'ف', 'ب', 'ك', 'ل', 'ال', 'بال', 'وال', 'فال', 'كال', 'لل', 'ولل', 'وب', 'وَ'].map(
				(particle): [string, string] => [`particle ${particle}`, `قال ${particle}«الصحيفة»`],
			),
			['a particle at the start', 'و«الصحيفة»'],
			['particles before brackets', 'وفق المادتين (5) و(6) والفقرتين (أ) و(ب) بال(UN) ول(UN).'],
			['a suffix of the feminine', 'كل مرشح(ة) وموظف(ات)، وانظر(ي) واكتب(وا)'],
			['an opaque word', 'قال \uFFFC(UN) و\uFFFC«نعم»'],
			['brackets in brackets', '((نص) «(نص)»)'],
			['Latin', 'دالة f(x)'],
			['a formula and the mark of a note', 'مادة Ca3(PO4)2 من المجمع (GCT)(1)'],
			['a tie-break and paragraphs of an article', 'فازت 7-6(5) وفق المادة 5(2) و12(أ)'],
			['paragraphs of paragraphs, and a result with a colon', 'وفق 5(2)(ب) و14(3)(b) فازت 3 : 1.'],
		],
	},
	'space-before': {
		wrong: [
			['comma', 'بيروت| |\u060C تونس'],
			['stop', 'انتهى| |.'],
			['question mark', 'من قال| |\u061F'],
			['colon', 'قال| |: نعم'],
			['colon behind Latin', 'كتبت Le Monde| |: «Non» وقال CNN| |: نعم'],
			['a line break', 'بيروت|\n|\u060C تونس'],
			['before the next word', 'بيروت| |\u060Cتونس'],
		],
		right: [
			['a name that begins with a stop', 'لغة .NET والملف ./a.jpg'],
			['three stops', 'قال ...'],
			['the start of a block', ' \u060C'],
			['the number of an item', '1 . نص'],
			['French', 'Il a dit : « non ! »'],
			['French within Arabic', 'قرأنا «Gabès : état des lieux» و«À table !» أمس'],
			['an ellipsis', 'قال …'],
		],
	},
	'three-dots': {
		wrong: [
			['three', 'قال|...|'],
			['more', 'قال|.....| نعم'],
		],
		right: [
			['of a move of chess', 'ثم 12...Rxe5 نعم'],
			['an ellipsis', 'قال… نعم'],
			['a path', 'في ../a'],
			['a place to write into', 'الاسم: ..........'],
		],
	},
	'repeated-mark': {
		wrong: [
			['commas', 'قال|،،| ثم سكت |،،،|'],
			['semicolons', 'قال|؛؛| ثم'],
		],
		right: [
			['a question that astonishes', 'من قال؟! ومن؟؟'],
			['two dots, as some papers write', 'الأهلي.. بطل'],
		],
	},
	arrow: {
		wrong: [
			['from a place to another', 'خط عمّان |→| إربد'],
			['without spaces', 'خط عمّان|⇒|إربد'],
		],
		right: [
			['the way of the text', 'خط عمّان ← إربد'],
			['between numbers', 'الساعة 02:00 → 03:00'],
			['in a formula', 'المعادلة 2H₂ + O₂ → 2H₂O هنا'],
			['at the start', '→ للمزيد'],
		],
	},
	'percent-order': {
		wrong: [
			['before its number', 'بنسبة |%50| اليوم'],
			['the Arabic one', 'بنسبة |٪50| اليوم'],
			['behind a particle', 'بلغت و|%50| وب|٪٢٠|'],
		],
		right: [
			['after it', 'بنسبة 50% و3.5%'],
			['an escape in an address', 'https://example.org/%20a'],
		],
	},
	'arabic-digit': {
		wrong: [
			['Arabic-Indic', 'عام |\u0662\u0660\u0661\u0665|'],
			['extended', 'عام |\u06F2\u06F0|'],
			['beside Western ones', 'عام 2015 إلى |\u0662\u0660\u0661\u0666|'],
		],
		right: [
			['Western', 'عام 2015'],
			['in the sign of an ayah', 'نص \u06DD\u0666'],
		],
	},
	'range-dash': {
		wrong: [
			['days', 'من |14-17| مايو'],
			['years', 'عام |2010-2015|م'],
			['an em dash', 'من |14\u201417| مايو'],
			['times', 'الساعة |9:30-10:30|'],
			['times with a zero', 'الساعة |7:00-09:30|'],
			['in the sentence after a result', 'فاز 3-1. ومن |23-26| يونيو'],
			['times with leading zeros', 'الساعة |09:00-10:30|'],
			['percentages', 'بنسبة |3.5%-4.5|%'],
			['with decimal commas', 'بنسبة |12,5%-15,75|%'],
			['small numbers that are counted', 'من |2-4| أشهر'],
			['two Hijri years', 'عام |1436-1437|ه\u0640'],
			['a number above fifteen', 'مقاعد |3-16| هنا'],
		],
		right: [
			['a plot of land, whose second number begins with a zero', 'القطعة 42-096 في تفرغ زينة'],
			['an en dash', 'من 23–26 يونيو'],
			['up to fifteen, where nothing is counted', 'مقاعد 3-15 هنا'],
			['a number twice', 'من 20-20'],
			[
				'laws',
				'القانون رقم 11-23 والقانون 23-57 والمرسوم التنفيذي رقم 20-199 والمتمم للأمر 66-155',
			],
			['a result after a word that ends as one of range', 'المنتخب 2-3 وحسن 2-3'],
			['a date', 'يوم 2015-06-23'],
			['a date from its day', 'يوم 5-6-2015'],
			['a moment', 'يوم 2015-06-23T09:00:00-05:00'],
			['a month', 'شهر 2015-06'],
			['a month and a day', 'يوم 06-23'],
			['a telephone number', 'هاتف +968 24-69-60 أو 2469-6000 أو 968 24-69 أو 24-69 60'],
			['symbols', 'وثيقة UN-WOMEN و A/RES/70-1 و COVID-19 و F-16'],
			['a result', 'فاز 3-1'],
			['a quarter of a match', 'انتهى الربع بتقدمه 45 نقطة (22-23)'],
			[
				'a result that rises, by the word before it',
				'النتيجة 1-3 وانتهت المباراة في بيروت بنتيجة 0-2 وفاز الضيوف 1-3',
			],
			['a result between two teams', 'النجمة 0-2 الأنصار'],
			['a set beside one that falls', 'الضيوف (25-23، 22-25، 25-20) أمس، ثم 18-25 و25-21'],
			['an aircraft', 'طائرة بوينغ 737-800 جديدة'],
			['data without Arabic', '12-25'],
			['a resolution', 'قرار 70/1'],
		],
	},
	spelling: {
		wrong: [
			['hamza left out', 'ذهب |الى| البيت'],
			['two dots left out', 'جلس |فى| البيت |التى|'],
			['alef too many', '|لاكن| البيت'],
			['one word for two', '|إنشاء الله| نعود'],
			['after a particle', 'جلس |والى| جانبه'],
			['heh for teh', 'في |الجامعه| اليوم'],
		],
		right: [
			['the right words', 'إلى في التي لكن إن شاء الله الجامعة'],
			['within a word', 'الموالى والتالى وفىّ'],
			['building', 'إنشاء مدرسة'],
			['a promise that was kept', 'وفى بوعده ثم وفى بالتزاماته وبما قال'],
			['heh of possession', 'مدينه وجامعه وشركه'],
		],
	},
	'doubled-word': {
		wrong: [
			['a preposition', 'جلس |على على| الكرسي'],
			['a relative', 'البيت |التي التي| رأى'],
		],
		right: [
			['meant', 'جدًا جدًا وشيئًا شيئًا'],
			['names of letters', 'حزب في في دي وشبكة سي إن إن'],
			['the end of a word', 'أعلى على'],
		],
	},
	'split-waw': {
		wrong: [
			['before a word', 'محمد |و |علي'],
			['before a quotation', 'محمد |و |«علي»'],
			['after a number', '50 |و |ستون'],
			['at the start and in a quotation', '|و |قال: «|و |نحن هنا»'],
		],
		right: [
			['in Kurdish', 'ژمارە ڕاستە و ناوی هەیە'],
			['joined', 'محمد وعلي'],
			['names of letters', 'الفقرتان أ و ب، والبند و من المادة، وتصدر المجموعة و بفارق'],
			['a title in Persian within Arabic', 'كتاب گلستان و بوستان إلى العربية'],
		],
	},
	calendar: {
		wrong: [
			['another weekday', 'يوم |الجمعة 26 نوفمبر 2026|م'],
			['after a comma, in Arabic digits', '|الأحد، ٢٦ تشرين الثاني ٢٠٢٦|'],
			['in brackets, by two names', '|الثلاثاء (1 كانون الأول/ديسمبر 2025|)'],
			['in numbers', '|السبت 27/11/2026| و|الأحد الموافق 2026-11-27|'],
			['a day that no month has', 'في |31 نيسان 2026| و|29 فبراير 2027|'],
		],
		right: [
			[
				'its weekday',
				'الخميس 26 نوفمبر 2026، والإثنين 1 كانون الأول/ديسمبر 2025، والاربعاء 25 نوفمبر 2026',
			],
			['its weekday in numbers', 'الجمعة 27/11/2026 و2026-11-27'],
			['numbers that may be month and day', 'الأربعاء 3/4/2026'],
			['a leap day', '29 شباط 2028'],
			['a night, which may begin the evening before', 'ليلة الجمعة 26 نوفمبر 2026'],
			['a range', 'من الأحد 20 – 26 نوفمبر 2026'],
			['what is no month', 'الجمعة 40 مقعدًا 2026 و32 شخصًا 2010'],
			['a Hijri date', 'الجمعة 30 جمادى الأولى 1448'],
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
		'بيروت – الصحيفة',
		'تشارك الجمهورية التونسية في منتدى الأمم المتحدة للخدمة العامة 2015 في إسبانيا.',
		'«الابتكار في تقديم الخدمات العامة لتنفيذ جدول أعمال التنمية لما بعد عام 2015م».',
		'مركز المؤتمرات «قصر المؤتمرات» (Palacio)، مدينة قرطبة (Córdoba)، إسبانيا.',
		'إدارة الأمم المتحدة للشؤون الاقتصادية والاجتماعية (UN Women).',
		'ومن 23 إلى 26 يونيو 2015م؛ وقرارها 70/1 (A/RES/70/1) في 20 ديسمبر 2002.',
		'في الفترة 23–26 يونيو، الساعة 9:00 ص، بنسبة 12.5% و1,234 مشاركًا.',
		'ٱلْحَمْدُ لِلَّهِ، والإِدارَةُ للتَّنْمِيَةِ.'.normalize('NFC'),
		'راسلوا info@example.org أو زوروا https://docs.un.org/ar/A/RES/70/1، وهاتفنا \uFFFC.',
		'قال… ثم سكت¹ وأضاف: «من؟!» و«الصحيفة»؛ كذا*.',
		'إلى \uFFFC، و\uFFFC: «\uFFFC» (\uFFFC). و\uFFFC؟',
		`عيد سعيد ${MAN}\u200D${WOMAN}\u200D\u{1F467}!`,
		'د. أحمد بن محمد السالم، أ.د. سالم، ق.م، 1436ه\u0640 / 2015م، ص.ب: 112.',
		'قرار رقم 5 [1] و/أو غيره، بواقع 1:4 و2,5.',
		'\uFFFC',
		'',
		'2015-06-23T09:00:00-05:00',
		'Asia/Amman',
	])('%s', (text) => expect(textProblems(text)).toEqual([]));
});

describe('raw source', () => {
	test('is judged by what is wrong everywhere only', () => {
		const source = 'const a = "نص", b = \'\u202E\'; // ... عل\u06CC « 27.\u200F55 محمـد';
		expect(characterProblems(source).map(({ rule, severity }) => [rule, severity])).toEqual([
			['bidi-control', undefined],
			['turned-number', undefined],
		]);
	});

	test('what is wrong in an address is wrong in the text too', () => {
		expect(textProblems('https://a.om/\u202Eb').map(({ rule, offset }) => [rule, offset])).toEqual([
			['bidi-control', 13],
		]);
	});
});

test('problems of several rules stand in the order of the text', () => {
	expect(textProblems('قال... "نعم", ثم\u202E').map(({ rule }) => rule)).toEqual([
		'three-dots',
		'straight-quote',
		'latin-punctuation',
		'bidi-control',
	]);
});

describe('only what harms or deceives is an error', () => {
	const ERRORS = [
		'bidi-control',
		'turned-number',
		'control',
		'replacement',
		'private-use',
		'mojibake',
		'escaped-letters',
		'lost-letters',
		'swapped-lam-alef',
		'visual-order',
	];
	test.each(RULES.map(({ name }) => name))('%s', (name) => {
		const text = CASES[name]?.wrong[0]?.[1].replaceAll('|', '') ?? '';
		const problem = textProblems(text).find(({ rule }) => rule === name);
		expect(problem?.severity).toBe(ERRORS.includes(name) ? undefined : 'warning');
	});
});

describe('words that are meant are left alone', () => {
	test.each([
		['a word', 'كتب محمـد, هنا', ['محمـد'], ['latin-punctuation']],
		['a line', 'كتب "محمـد, هنا"', ['كتب "محمـد, هنا"'], []],
		['damage', 'قال ةرازولا', ['ةرازولا'], []],
		['never an override', 'قال \u202Eنص', ['قال \u202Eنص'], ['bidi-control']],
		['elsewhere the rule holds', 'محمـد وكتـاب', ['محمـد'], ['tatweel']],
	])('%s', (_, text, meant, rules) =>
		expect(textProblems(text, meant).map(({ rule }) => rule)).toEqual(rules),
	);
});

describe('a message names the character and the mend', () => {
	test.each([
		['a\u202E', 'U+202E RIGHT-TO-LEFT OVERRIDE', 'احذفه'],
		['بلغ 27.\u200F55', '«27.55»', 'فيراه القارئ «55.27». اكتب العدد من جديد كما يُرى: 55.27'],
		['محم\u0640د', 'U+0640 ARABIC TATWEEL', 'احذفه'],
		['فلان \u0640 قال', 'U+0640 ARABIC TATWEEL', '«–»'],
		['عل\u06CC', 'U+06CC ARABIC LETTER FARSI YEH', 'ي (U+064A) أو ى (U+0649)'],
		['\u06A9تاب', 'U+06A9 ARABIC LETTER KEHEH', 'ك (U+0643)'],
		['\u06BEذا', 'U+06BE ARABIC LETTER HEH DOACHASHMEE', 'ه (U+0647)'],
		['قال \uFD41', 'U+FD41', '«رضي الله عنه»'],
		['قال \uFD47', 'U+FD47', '«عليه السلام»'],
		['قال \uFD40', 'U+FD40', '«رحمه الله»'],
		['نص \uFFFD', 'U+FFFD', 'UTF-8'],
		['Ø§Ù„Ø³Ù„Ø§Ù…', 'بترميز آخر', '«السلام»'],
		['ÇáÓáÇã', 'بترميز آخر', '«السلام»'],
		['ط§ظ„ط³ظ„ط§ظ…', 'بترميز آخر', '«السلام»'],
		['Ã˜Â§Ã™â€žÃ˜Â³', 'بترميز آخر', '«الس»'],
		['=D8=A7=D9=84', 'بترميز آخر', '«ال»'],
		['باإلضافة', 'PDF', '«بالإضافة»'],
		['اأحياء', 'PDF', 'أعد كتابتها، وراجع'],
		['اإلمارات', 'PDF', '«الإمارات»'],
		['ةرازولا', 'معكوسة', '«الوزارة»'],
		['قال "نعم"', 'علامة "', '«نعم»'],
		['قال ""نعم"" ثم', 'علامة "', 'مكان العلامتين'],
		['بيروت, تونس', 'علامة ,', '«،»'],
		['قال; ثم', 'علامة ;', '«؛»'],
		['من قال?', 'علامة ?', '«؟»'],
		['قال:نعم', 'علامة :', 'اكتبها'],
		['صحيفة«الصحيفة»', 'علامة «', 'اكتبها'],
		['عام \u0662\u0660\u0661\u0665', 'U+0662', 'اكتب 2015'],
		['عام \u06F2\u06F0', 'U+06F2', 'اكتب 20'],
		['قال...', '...', '«…»'],
		['من 23-26', '«23-26»', '«23–26»'],
		['بنسبة %50', '«%50»', 'اكتب 50%'],
		['ذهب الى', '«الى»', '«إلى»'],
		['ذهب والى', '«والى»', '«وإلى»'],
		['صحيفة «الصحيفة', 'علامة «', 'افتح كل فقرة بعلامة «'],
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
			if (['bidi-control', 'turned-number', 'joiner'].includes(rule))
				expect(message).not.toMatch(/\p{Cf}/u);
	});
});

test('a long text is judged before the test is given up', () => {
	const parts = ['ا', 'a', '1', '"', "'", '(', '«', ' ', '.', 'a.', '1-', '+1 ', '1-2 ', '\u0640'];
	const more = ['\u200D', 'ا ', 'a@', 'https://', 'ة', 'ا.', 'Ø§', '<<', '\u200F1', '"ا', '٢'];
	for (const part of [...parts, ...more]) textProblems(part.repeat(5_000 / part.length));
});
