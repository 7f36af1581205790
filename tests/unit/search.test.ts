import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { inOrder } from '../../src/article/isolated-numbers.ts';
import { filed, filesFor, nameOf, nearest } from '../../src/search/near.ts';
import {
	bestSentence,
	cutAround,
	marked,
	sentencesOf,
	withCounted,
} from '../../src/search/sentence.ts';
import {
	formOf,
	hasArticle,
	joinedKeys,
	keyOf,
	otherKeys,
	wordsOf,
} from '../../src/search/words.ts';

describe('words that readers mean alike have one key', () => {
	test.each([
		['with and without hamza', 'أسرة اسرة الأُسْرَة'],
		['ة and ه', 'مدرسة مدرسه المدرسه'],
		['ى and ي', 'مستشفى مستشفي المستشفى'],
		['ى before a hamza, as in Egypt', 'شيء شىء شئ'],
		['the seat of a hamza, as in Iraq and Morocco', 'الهيئة الهيأة هيأه هيئات'],
		['with and without vowels, with tatweel', 'التنمية التَّنْمِيَة التـنـمـيـة الـتـنـمـيـة'],
		['with the article and what stands before it', 'أخلاق الأخلاق والأخلاق بالأخلاق فالأخلاق'],
		['a word that begins with و', 'وزارة الوزارة والوزارة بالوزارة للوزارة'],
		['one and many', 'خدمة خدمات الخدمات'],
		['people, one and many', 'معلم المعلمون المعلمين للمُعلّمين'],
		['a country and its people', 'فلسطين الفلسطيني الفلسطينيين'],
		['a country in ان and its people', 'إيران الإيراني الايرانيين'],
		['a country that ends in ا', 'سوريا السوري سورية'],
		['tanween on an alef', 'كتاب كتابًا كتاباً'],
		['whose it is', 'مكتبة مكتبته مكتبتها'],
		['Arabic-Indic digits, with and without signs', '4200 4,200 ٤٢٠٠ ٤٬٢٠٠'],
		['Latin letters of any case, with and without accents', 'Málaga MALAGA malaga'],
		['hamza on و, on ي and alone before و', 'شؤون شئون شءون الشؤون'],
		['hamza behind ي and on it', 'بطيء بطئ البطيء'],
		['one و and two behind an alef', 'داوود داود'],
		['letters of other languages', 'ڤيينا فيينا'],
		['a letter of Persian', 'باريس پاريس'],
		['the hard g of Tunisia', 'قابس ڨابس'],
		['the hard g of Morocco', 'كلميم ڭلميم'],
		['letters of Iraq', 'الجلبي الچلبي'],
		['the same in another name', 'شنكال شنگال'],
		['letters of Kurdish', 'سهروهر سەروەر'],
		['a son', 'بن ابن إبن'],
		['what is written together with Latin letters and numbers', 'GPS الGPS الـGPS بـGPS وgps'],
		['short parts with a hyphen and without', 'Wi-Fi wifi WiFi والـWi-Fi'],
		['a decimal point of any kind', '41.5 41,5 ٤١٫٥'],
		['characters that nobody sees', 'الخوارزمي خوارزمي\u200C \u200Fالخوا\u00ADرزمي'],
	])('%s', (_name, words) => {
		const keys = wordsOf(words).map(({ word }) => keyOf(word));
		expect(new Set(keys)).toEqual(new Set([keys[0]]));
	});

	test.each([
		['وزارة', 'زار'],
		['إعلان', 'أعلى'],
		['ايران', 'ايراد'],
		['لبنان', 'لبن'],
		['الله', 'له'],
		['علم', 'علي'],
		['أمسية', 'أمس'],
		['النووي', 'نوى'],
		['41.5', '415'],
	])('«%s» and «%s» have two', (one, other) => expect(keyOf(one)).not.toBe(keyOf(other)));

	test.each([
		['ومدرسة', 'مدرسة'],
		['لمدرسة', 'مدرسة'],
		['للجنة', 'اللجنة'],
		['المانيا', 'ألمانيا'],
		['ألمانيا', 'المانيا'],
	])('«%s» may be meant as «%s»', (word, other) => expect(otherKeys(word)).toContain(keyOf(other)));

	test.each([
		['عبدالرحمن', 'عبد الرحمن'],
		['لعبدالله', 'لعبد الله'],
		['أبوظبي', 'أبو ظبي'],
		['بأبوظبي', 'بأبو ظبي'],
		['ابوزيد', 'ابو زيد'],
		['إنشاء الله', 'إن شاء الله'],
		['انشاءالله', 'ان شاء الله'],
		['كوفيد19', 'كوفيد 19'],
		['1445هـ', '1445 هـ'],
		['إنشاء المصنع', 'إنشاء المصنع'],
		['الأبواب أبوابها أبوة', 'الأبواب أبوابها أبوة'],
		['معبد القمر', 'معبد القمر'],
		['CO2 و4G', 'CO2 و4G'],
		['Wi-Fi Al-Ali QLM-4 Franco-Arab', 'Wi-Fi Al Ali QLM 4 Franco Arab'],
	])('«%s» is read as «%s»', (text, words) =>
		expect(wordsOf(text).map(({ word }) => word)).toEqual(words.split(' ')),
	);

	test('a form keeps its ending and loses what is written before it', () =>
		expect(['والخدمات', 'خدمة', 'بالـخدمةِ'].map(formOf)).toEqual(['خدمات', 'خدمه', 'خدمه']));

	test('a word is found where it stands with a proclitic alone', () =>
		expect(joinedKeys('إسماعيل')).toEqual(
			expect.arrayContaining(['وإسماعيل', 'لإسماعيل', 'كاسماعيل'].map(keyOf)),
		));

	test('the alef of the article has no hamza', () =>
		expect(['والكتاب', 'للكتاب', 'إلكترونية', 'الله', 'كتاب'].map(hasArticle)).toEqual([
			true,
			true,
			false,
			false,
			false,
		]));
});

describe('the sentence that is shown', () => {
	const TEXT =
		'قال د. سامر إن الميناء فُتح. وصلت قوارب الصيد، وعددها 3.5 آلاف.\nعنوان بلا نقطة\nأُغلق السوق؟ لا! «بل فُتح.» ثم عاد الصيد إلى القوارب.';

	test('ends at a stop behind a word or a number, and with its paragraph', () =>
		expect(sentencesOf(TEXT)).toEqual([
			'قال د. سامر إن الميناء فُتح.',
			'وصلت قوارب الصيد، وعددها 3.5 آلاف.',
			'عنوان بلا نقطة',
			'أُغلق السوق؟',
			'لا! «بل فُتح.»',
			'ثم عاد الصيد إلى القوارب.',
		]));

	test('does not end at a question within quotation marks, nor at three dots', () =>
		expect(sentencesOf('سأل «متى نعود؟» ثم انتظر… ومضى. لم يعد.')).toEqual([
			'سأل «متى نعود؟» ثم انتظر… ومضى.',
			'لم يعد.',
		]));

	test('a number that keeps its order by signs of its own is parted, found and marked as any', () => {
		const text = inOrder('هاتف 2469 6000. على @news و٠١١ ٤٦٢ ٣٣٠٠');
		expect(text).toBe(
			'هاتف \u20662469 6000\u2069. على \u2066@news\u2069 و\u2066\u202D٠١١ ٤٦٢ ٣٣٠٠\u202C\u2069',
		);
		expect(sentencesOf(text)[0]).toBe('هاتف \u20662469 6000\u2069.');
		expect(
			marked(text, [{ key: keyOf('news') }, { key: keyOf('6000') }])
				.filter((run) => run.marked)
				.map((run) => run.text),
		).toEqual(['6000\u2069', 'news\u2069']);
	});

	const terms = (words: string) => words.split(' ').map((word) => ({ key: keyOf(word) }));
	test.each([
		['has all words', 'قوارب الصيد', 'وصلت قوارب الصيد، وعددها 3.5 آلاف.'],
		['has them in their order', 'الصيد القوارب', 'وصلت قوارب الصيد، وعددها 3.5 آلاف.'],
		['is the first of equals', 'فتح', 'قال د. سامر إن الميناء فُتح.'],
		['is the first of the text where none has a word', 'مطار', 'قال د. سامر إن الميناء فُتح.'],
	])('%s', (_name, words, sentence) => expect(bestSentence(TEXT, terms(words))).toBe(sentence));

	test('holds a day to its month, and no number to another', () =>
		expect(withCounted('من 23 تشرين الأول إلى ٢٥ منه، 3 4')).toBe(
			'من 23\u00A0تشرين\u00A0الأول إلى ٢٥\u00A0منه، 3 4',
		));

	test('has the words marked as they stand', () =>
		expect(marked('والصيدُ في قواربَ.', terms('صيد قوارب'))).toEqual([
			{ text: 'والصيدُ', marked: true },
			{ text: ' في ', marked: false },
			{ text: 'قواربَ', marked: true },
			{ text: '.', marked: false },
		]));

	test('marks what begins with a term that says so', () =>
		expect(marked('الصيادون', [{ key: 'صيا', begins: true }])).toEqual([
			{ text: 'الصيادون', marked: true },
		]));

	test('is cut at words where it is long, and says so', () => {
		const long = `${'كلمة '.repeat(40)}ميناء ${'أخرى '.repeat(60)}.`;
		const shown = cutAround(long, terms('ميناء'));
		expect(shown).toMatch(/^… كلمة.* ميناء أخرى .*أخرى …$/);
		expect(shown.length).toBeLessThan(250);
	});
});

describe('the nearest address', () => {
	const PLACES = [
		'/about/',
		'/articles/libraries-forum-tunis-2024/',
		'/articles/book-fair/',
		'/articles/street-lights/',
		'/people/ruba-alsaid/',
	].map((path) => ({ path, title: path }));

	test.each([
		['/news/articles/libraries-forum-tunis', '/articles/libraries-forum-tunis-2024/'],
		['/articles/forum-libraries-2024-tunis/', '/articles/libraries-forum-tunis-2024/'],
		['/2024/05/Bok-Fair.html', '/articles/book-fair/'],
		['/articles/street_light', '/articles/street-lights/'],
		['/ruba-al-said/', '/people/ruba-alsaid/'],
		['/none/at/all/', undefined],
		['/%E0%A4%A', undefined],
		['/', undefined],
	])('to %s is %s', (asked, path) => expect(nearest(asked, PLACES)?.path).toBe(path));

	test.each([
		['/2015/06/book-fair.html', 'book fair'],
		['/%D9%85%D8%B9%D8%B1%D8%B6/', 'معرض'],
		['/%E0%A4%A', ' e0 a4 a'],
	])('the name of %s is «%s»', (address, name) => expect(nameOf(address)).toBe(name));

	test('of 10,000 is in one of six small files', () => {
		const parts = ['ba', 'ke', 'lo', 'mi', 'nu', 'pa', 'ro', 'se', 'ti', 'vu'];
		const word = (at: number) => [at, at / 10, at / 100].map((one) => parts[Math.floor(one) % 10]);
		const paths = Array.from({ length: 10_000 }, (_, at) => {
			const words = [at, at * 31 + 5, at * 7 + (at % 13)].map((one) => word(one).join(''));
			return `/articles/${words.join('-')}-${2010 + (at % 16)}/`;
		});
		const files = filed(paths.map((path) => ({ path, title: '' })));
		const answers = paths
			.filter((_, at) => at % 100 === 0)
			.map((path) => {
				// A letter is left out.
				const asked = path.slice(0, 17) + path.slice(18);
				const some = filesFor(asked, files.length);
				const places = some.flatMap((file) => files[file] ?? []);
				return { found: nearest(asked, places)?.path === path, fetched: places.length };
			});
		expect(answers.filter(({ found }) => found).length).toBeGreaterThan(90);
		expect(Math.max(...answers.map(({ fetched }) => fetched))).toBeLessThan(2000);
	});
});

test('the index is read without Astro, as npm run bench reads it', () => {
	const code = "console.log(typeof (await import('./src/search/files.ts')).indexFiles)";
	const args = ['--input-type=module', '--eval', code];
	expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('function\n');
});
