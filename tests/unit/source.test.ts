import bidiFactory from 'bidi-js';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/article/source.ts';

const MAN = '\u{1F468}';
const WOMAN = '\u{1F469}';

describe('what has one answer is mended at reading', () => {
	test.each([
		['a byte order mark', '\uFEFF---\nنص', '---\nنص'],
		['line ends of Windows', 'نص\r\nنص', 'نص\nنص'],
		['line ends of old Macs', 'نص\rنص', 'نص\nنص'],
		['a line separator', 'نص\u2028نص', 'نص\nنص'],
		[
			'a line separator in a value of the frontmatter',
			'---\nheadline: نص\u2028نص\n---\nنص\u2029نص',
			'---\nheadline: نص نص\n---\nنص\nنص',
		],
		['a paragraph separator before a line end', 'نص\u2029\nنص', 'نص\nنص'],
		['shadda before its vowel', 'م\u0651\u064E', 'م\u064E\u0651'],
		['a hamza apart from its alef', '\u0627\u0654حمد', 'أحمد'],
		['a Latin accent', 'Me\u0301xico', 'México'],
		['presentation forms', 'قال \uFEE3\uFEA4\uFEE4\uFEAA', 'قال محمد'],
		['lam-alef in one sign', '\uFEFB', 'لا'],
		['a Persian form of an Arabic letter', '\uFBFD\uFB8E', 'يك'],
		[
			'spaces within French quotation marks',
			'> « oui » et ( non )',
			'> «\u00A0oui\u00A0» et (non)',
		],
		['those of Arabic about Latin words', 'قال « OpenFable » ثم', 'قال «OpenFable» ثم'],
		['a soft hyphen', 'الخد\u00ADمة', 'الخدمة'],
		['a zero width space', 'الخد\u200Bمة', 'الخدمة'],
		['a word joiner', 'نص\u2060نص', 'نصنص'],
		['a joiner between letters that join', 'الخد\u200Dمة', 'الخدمة'],
		['a joiner after an emoji only', `${MAN}\u200Dنص`, `${MAN}نص`],
		['a non-joiner after a letter that joins nothing', 'دار\u200Cنا', 'دارنا'],
		['a non-joiner at the end of a word', 'كتاب\u200C جديد', 'كتاب جديد'],
		['a variation selector after a letter', 'نص\uFE0F', 'نص'],
		['a tag after a letter', 'نص\u{E0041}', 'نص'],
		['a mark at the start of a line', '\u200Fنص', 'نص'],
		['a mark at the end of a line', 'نص.\u200F\nنص', 'نص.\nنص'],
		['a mark of the other direction between words', 'نص \u200Eنص', 'نص نص'],
		[
			'marks of the frontmatter about what is no text',
			'---\nn: 1\n\u200Fa: أ\nb: \u200Fc\n\u202Bd: e\u202C\nf: [ \u200Eg, ب ]\n---\n',
			'---\nn: 1\na: أ\nb: c\nd: e\nf: [ g, ب ]\n---\n',
		],
		['an Arabic letter mark', 'نص\u061C نص', 'نص نص'],
		['braces around a number', 'آية {169} هنا', 'آية \\{169\\} هنا'],
		['braces around words', 'قال {نعم، (أجل).} ثم', 'قال \\{نعم، (أجل).\\} ثم'],
		['braces over two lines', '{قال\nنعم}', '\\{قال\nنعم\\}'],
		['angles for quotation marks', 'قال << نعم >> ثم', 'قال «نعم» ثم'],
		['less than', 'من <5 سنوات', 'من &lt;5 سنوات'],
		['stars between numbers', '30*40*50 سم و٣*٤*٥', '30&#42;40&#42;50 سم و٣&#42;٤&#42;٥'],
		['waves between numbers', '5~10 أيام و15~20', '5&#126;10 أيام و15&#126;20'],
		['an Arabic word in angles', 'قال <نعم> ثم', 'قال &lt;نعم> ثم'],
		[
			'headings that all begin a level too deep',
			'---\na: ب\n---\n\n### أ\n\n#### ب\n\n<Note>\n\n### ج\n\n</Note>',
			'---\na: ب\n---\n\n## أ\n\n### ب\n\n<Note>\n\n## ج\n\n</Note>',
		],
		['headings that begin two levels too deep', '#### أ\n\n##### ب', '## أ\n\n### ب'],
		[
			'an address in angles',
			'انظر <https://example.org/أ?b=1> ثم',
			'انظر [https://example.org/أ?b=1](https://example.org/أ?b=1) ثم',
		],
		[
			'a mail address in angles',
			'سالم <salim@example.org>',
			'سالم [salim@example.org](mailto:salim@example.org)',
		],
		['a line break of HTML', 'نص<br>نص <br/>\nنص<br>', 'نص\\\nنص\\\nنص\n'],
		['isolates of a chat around a name', 'قال \u2068فلان\u2069 ثم', 'قال فلان ثم'],
		[
			'isolates of a chat around a name with its sign',
			'قال \u2068~ أبو علي (فلان)\u2069: نعم',
			'قال ~ أبو علي (فلان): نعم',
		],
		[
			'embeddings of the lines of a PDF, and of what is in them',
			'\u202Bبلغ 12.5 مليون (UN)،\u202C\n\u202B1- بند \u202A12/5/2026\u202C ثم \u202A+968 2469 6000\u202C.\u202C\n\u202Bمن \u202B\u202A15\u202C\u202C\u202C',
			'بلغ 12.5 مليون (UN)،\n1- بند 12/5/2026 ثم +968 2469 6000.\nمن 15',
		],
		['embeddings of pairs of digits', 'هاتف \u202A12 34 56 78\u202C أو', 'هاتف 12 34 56 78 أو'],
		['embeddings of a date', 'يوم \u202A1/5/2024\u202C.', 'يوم 1/5/2024.'],
		['embeddings of a telephone', 'هاتف \u202A+968 2469 6000\u202C.', 'هاتف +968 2469 6000.'],
		[
			'embeddings of a telephone behind Latin letters, as WhatsApp has them',
			'[9:14 PM] \u202A+222\u00A036\u00A030\u00A012\u00A045\u202C: نص',
			'[9:14 PM] +222\u00A036\u00A030\u00A012\u00A045: نص',
		],
		['isolates of Arabic words before Latin ones', 'كتب: \u2067نص\u2069 UN', 'كتب: نص UN'],
		['embeddings of an account', 'على \u202A@news\u202C أو', 'على @news أو'],
		[
			'embeddings of an address',
			'انظر \u202Ahttps://example.org/a?b=1\u202C أو',
			'انظر https://example.org/a?b=1 أو',
		],
		['isolates around a Latin name', 'هاتف \u2066iPhone 17\u2069 الجديد', 'هاتف iPhone 17 الجديد'],
		[
			'an address with a comma behind it',
			'في https://example.org/a_b، ثم',
			'في [https://example.org/a\\_b](https://example.org/a_b)، ثم',
		],
		[
			'an address in brackets with a comma behind them',
			'(www.example.org/a)، ثم',
			'([www.example.org/a](https://www.example.org/a))، ثم',
		],
		[
			'an address with brackets of its own',
			'https://example.org/a_(b)؟',
			'[https://example.org/a\\_(b)](https://example.org/a_%28b%29)؟',
		],
		[
			'an account that looks like mail',
			'حسابنا @news@example.social هنا',
			'حسابنا @news\\@example.social هنا',
		],
		[
			'the star of a note at the end',
			'- بند\n\nنص.\n\n* كاتب وباحث\n',
			'- بند\n\nنص.\n\n\\* كاتب وباحث\n',
		],
		[
			'stars of what one dials',
			'اطلب *99# أو *100*1# أو *133*رقم البطاقة# و**مهم** 2*3 و*نص 5* و*نص* #وسم',
			'اطلب &#42;99# أو &#42;100&#42;1# أو &#42;133&#42;رقم البطاقة# و**مهم** 2&#42;3 و*نص 5* و*نص* #وسم',
		],
		[
			'stars of numbers that are told in part',
			'بطاقة ****4567 و****١٢ و***5 أيام***',
			'بطاقة &#42;&#42;&#42;&#42;4567 و&#42;&#42;&#42;&#42;١٢ و***5 أيام***',
		],
		[
			'an address without its scheme',
			'في www.example.org أو (www.example.org/a).',
			'في [www.example.org](https://www.example.org) أو ([www.example.org/a](https://www.example.org/a)).',
		],
		[
			'a link without its scheme',
			'في [نص](www.example.org/a) ثم',
			'في [نص](https://www.example.org/a) ثم',
		],
		[
			'the names that Google Docs gives to headings',
			'## **1\\. عنوان** {#1.-عنوان}\n\nنص',
			'## **1\\. عنوان**\n\nنص',
		],
		[
			'marks before items',
			'UN 30%\u200E.\n\u200F2. بند\n\u200F• بند',
			'UN 30%\u200E.\n2. بند\n• بند',
		],
		['a line of prose that begins as code', 'import duties fell', ' import duties fell'],
		[
			'a list under a number that is set in too little, with what is under it',
			'1. أ\n  - ب\n    - ج\n\n  - د\n2. ه\n\n10. و\n   * ز',
			'1. أ\n   - ب\n     - ج\n\n   - د\n2. ه\n\n10. و\n    * ز',
		],
		[
			'a table and a paragraph under a number',
			'1. أ\n\n  | ب |\n  | - |\n\n  ج\n\nد',
			'1. أ\n\n   | ب |\n   | - |\n\n   ج\n\nد',
		],
		['the names of notes in other digits', 'نص[^١٢].\n\n[^١٢]: هامش.', 'نص[^12].\n\n[^12]: هامش.'],
		['an Arabic line that begins so', 'نص.\n\nexport كلمة', 'نص.\n\n export كلمة'],
		['a mark before a number', 'عام \u200F2015', 'عام 2015'],
		['marks in a date of a phone', 'يوم 5\u200F/11\u200F/2024', 'يوم 5/11/2024'],
		['the same in the other digits', 'يوم ٥\u200F/١١\u200F/٢٠٢٤م', 'يوم ٥/١١/٢٠٢٤م'],
		['a mark before a sign of Markdown', '\u200F- بند', '- بند'],
		['spaces within quotation marks', 'قال « نعم » ثم', 'قال «نعم» ثم'],
		['spaces within brackets', 'قال ( نعم ) ثم', 'قال (نعم) ثم'],
		['a no-break space and a space', 'نص\u00A0 نص', 'نص نص'],
		['the end of a line in Word', 'نص\vنص', 'نص\nنص'],
		['the end of a page in Word', 'نص\f\nنص', 'نص\nنص'],
		['a line end of Word in a value', '---\ndek: نص\vنص\n---\nنص', '---\ndek: نص نص\n---\nنص'],
		['the place of a picture that was not copied', 'نص \uFFFCنص', 'نص نص'],
		[
			'empty lines before the frontmatter',
			'\uFEFF\n \n ---\ndek: نص\n---\n',
			'---\ndek: نص\n---\n',
		],
	])('%s', (_, raw, text) => expect(readSource(raw).text).toBe(text));
});

describe('what is meant stays', () => {
	test.each([
		['the prayer and the name in one sign', 'قال \uFDFA و\uFDF2 و\uFDFD'],
		['ornate brackets', '\uFD3F نص \uFD3E'],
		['a family', `${MAN}\u200D${WOMAN}\u200D\u{1F467} نص`],
		['a flag named by tags', '\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}'],
		['a key in colour', '1\uFE0F\u20E3'],
		['a Persian word', 'می\u200Cخواهم'],
		['heh of the Hijri year', '1436ه\u200D.'],
		['a mark that holds a sign', 'لغة C++\u200E هنا'],
		['a mark that parts two names', 'UN \u200FDESA'],
		['a mark before a number with a hyphen', 'عام \u200F2010-2015'],
		['a mark between digits', '27.\u200F55'],
		['marks in a date of which nobody knows the year', '5\u200F/11\u200F/24'],
		['one no-break space', '5\u00A0كم'],
		['spaces about brackets and marks that face away', 'قال )نعم( ثم »لا«، أو )1( و )2('],
		['no-break spaces of French', 'Il dit : «\u00A0oui\u00A0» puis «\u202Fnon\u202F».'],
		['a hard line break', 'نص  \nنص'],
		['stars between numbers in code, and two of them', '`3*4*5` و2**3**4'],
		['stars between numbers of an address', 'https://example.org/3*4*5 [نص](/a/1~2/)'],
		['a heading of each level', '## أ\n\n### ب\n\n#### ج'],
		['headings of a section', '<Event>\n\n### أ\n\n</Event>\n\n### ب'],
		['a deep heading after one that is underlined', 'أ\n---\n\n### ب'],
		['signs of number within code and a line', '```\n### أ\n```\n\nنص ### ب\n\n###ج'],
		['the indent of an item', '- نص\n\n  - نص'],
		['a last item', '* بند\n\n* بند'],
		['the one item of a list', 'للتواصل:\n\n* بند'],
		['an item that goes on', 'نص.\n\n* بند\n  ثم نص'],
		['the indent of what is under a number', '1. نص\n   - نص\n  2. نص\n\nنص\n\n  - نص'],
		['a list in code', '```\n1. نص\n  - نص\n```'],
		['spaces in code', '`f( a )` ثم\n\n```\nf( a )\n```'],
		['the signs alone', '« » ( )'],
		['embeddings of Latin words with a sign at their end', 'قال \u2068Hello!\u2069 UN'],
		['an override', 'نص\u202Eنص'],
		['embeddings of a number that would lose its order', 'هاتف \u202A12 34 56\u202C أو'],
		['code that is imported', "import { a } from 'b'\nimport a from 'b'\nexport const a = 1"],
		[
			'an address that is in a link or code',
			'[https://example.org/a، ب](https://example.org/a،b) `https://example.org/a،`',
		],
		['Latin words in braces, which may be code', 'نص {title} و{UN Women}'],
		[
			'braces within code, a comment, a tag, the frontmatter',
			'---\na: { b: نص }\n---\n\n`{نص}` {/* نص */} <Note title="{نص}">',
		],
		['braces that are escaped', '\\{نص\\}'],
		['braces over paragraphs', '{نص\n\nنص}'],
		['a tag', '<Note>\n\nنص\n\n</Note>'],
		['less than between spaces', 'س < 5 و5 > س'],
		['an address in angles that is code', '`<https://example.org/>`'],
		['an escaped one', '\\<https://example.org/>'],
		['a line break in a table', '| نص<br>نص |'],
		['empty lines before a text', '\n\nنص'],
	])('%s', (_, raw) => expect(readSource(raw).text).toBe(raw));
});

test('each place of the text is known in the file', () => {
	const raw = '\uFEFFقال\u200B \uFEFB م\u0651\u064E « نعم »\r\nثم';
	const { text, origin } = readSource(raw);
	expect(text).toBe('قال لا م\u064E\u0651 «نعم»\nثم');
	for (const part of ['قال', 'نعم', '»', 'ثم'])
		expect(origin(text.indexOf(part)), part).toBe(raw.indexOf(part));
	expect(origin(text.indexOf('لا'))).toBe(raw.indexOf('\uFEFB'));
	expect(origin(text.length)).toBe(raw.length);
});

test('readers see the letters and digits of a text in the same order as before', () => {
	const bidi = bidiFactory();
	const seen = (text: string) =>
		bidi
			.getReorderedIndices(text, bidi.getEmbeddingLevels(text, 'rtl'))
			.map((index) => text[index] ?? '')
			.join('')
			.replace(/[^\p{L}\p{Nd}]/gu, '');
	const parts = ['عربي', 'UN', '2015', '\u200F', '\u200E', '\u061C', ' ', '(', '%', '-', '+', '/'];
	const more = ['.', '،', 'C++', '«', '»', ')', '\u200B', '\u200F', '\u200E'];
	const all = [...parts, ...more];
	// A generator of its own: the same texts in each run.
	let state = 1;
	const next = (limit: number) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor(state / 65_536) % limit;
	};
	const changed: string[] = [];
	for (let count = 0; count < 10_000; count++) {
		const raw = Array.from({ length: 2 + next(8) }, () => all[next(all.length)]).join('');
		if (seen(readSource(raw).text) !== seen(raw)) changed.push(JSON.stringify(raw));
	}
	expect(changed).toEqual([]);
});
