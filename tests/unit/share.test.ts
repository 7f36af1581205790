import { describe, expect, test } from 'vitest';
import { cut, nameDirection, rightToLeft } from '../../src/article/text.ts';
import { textFragment, wordEdge } from '../../src/scripts/text-fragment.ts';
import { type Service, shareLinks } from '../../src/sharing/share-links.ts';

const ADDRESS = 'https://example.org/news/articles/a-b/?x=1&y=%D8%A3#z';
const HEADLINES = [
	'الأردن يشارك في المنتدى العربي للمكتبات العامة 2024 في تونس',
	'عنوان </script><script>alert(1)</script>',
	'قال «نعم» و"لا" و\'ربما\'',
	'أ & ب &amp; ج ؟a=1&url=https://evil.example/ #هنا 100% %41 + =',
	'سطر\nوسطر\r\nوسطر',
	'مع رمز 👨‍👩‍👧 وعلم 🇯🇴',
	'من \u202Eاليمين\u202C و\u2067عزل\u2069 و\u200Eعلامة',
];

/** What a service's own page would read from a link, as a browser or mail program decodes it. */
function read(service: Service, href: string): { text: string; address: string; subject?: string } {
	const url = new URL(href);
	const get = (key: string) => url.searchParams.get(key) ?? '';
	switch (service) {
		case 'WhatsApp':
			return {
				text: get('text').split('\n').slice(0, -1).join('\n'),
				address: get('text').split('\n').at(-1) ?? '',
			};
		case 'Facebook':
			return { text: '', address: get('u') };
		case 'X':
		case 'Telegram':
			return { text: get('text'), address: get('url') };
		case 'LinkedIn':
			return { text: '', address: get('url') };
		case 'Email': {
			// mailto knows no + for a space: RFC 6068.
			const [, subject = '', body = ''] =
				/^mailto:\?subject=([^&]*)&body=([^&]*)$/.exec(href) ?? [];
			const lines = decodeURIComponent(body).split('\r\n');
			return {
				text: lines.slice(0, -1).join('\r\n'),
				address: lines.at(-1) ?? '',
				subject: decodeURIComponent(subject),
			};
		}
	}
}

describe.each(HEADLINES)('a headline arrives whole: %j', (headline) => {
	test.each(
		shareLinks(headline, ADDRESS).map(({ service, href }): [Service, string] => [service, href]),
	)('by %s', (service, href) => {
		const { text, address, subject } = read(service, href);
		expect(address).toBe(ADDRESS);
		if (service === 'Email') {
			expect(text).toBe(headline.replace(/\r?\n/g, '\r\n'));
			expect(subject).toBe(headline.replace(/\r?\n/g, ' '));
		} else if (service !== 'Facebook' && service !== 'LinkedIn') expect(text).toBe(headline);
		// Safe in an attribute and in an address: letters of any script, all else encoded.
		expect(href).toMatch(/^[\w\p{L}\p{M}:/?&=.%!~*'()-]+$/u);
	});
});

test('each service is asked for at its own address, with nothing but title and address', () => {
	const asked = shareLinks('نبأ من عمّان', ADDRESS).map(({ service, href }) => [
		service,
		href.split('?')[0],
		[...new URL(href).searchParams.keys()].join(' '),
	]);
	expect(asked).toEqual([
		['WhatsApp', 'https://wa.me/', 'text'],
		['Facebook', 'https://www.facebook.com/sharer/sharer.php', 'u'],
		['X', 'https://x.com/intent/tweet', 'text url'],
		['Telegram', 'https://t.me/share/url', 'url text'],
		['LinkedIn', 'https://www.linkedin.com/sharing/share-offsite/', 'url'],
		['Email', 'mailto:', 'subject body'],
	]);
});

test('half an emoji does not stop the build', () =>
	expect(() => shareLinks('نبأ من عمّان \ud83d', ADDRESS)).not.toThrow());

test.each([
	['نبأ من ACK-LIB', 'نبأ من ACK-LIB'],
	['«نبأ» من عمّان', '«نبأ» من عمّان'],
	['2024: عام المكتبات', '2024: عام المكتبات'],
	['ACK-LIB في عمّان', '\u200FACK-LIB في عمّان'],
	['«UN» في عمّان', '\u200F«UN» في عمّان'],
	['12/45', '\u200F12/45'],
	['Yahoo!', 'Yahoo!'],
])('a title that Latin letters begin is told to run from the right: %s', (title, told) =>
	expect(rightToLeft(title)).toBe(told),
);

describe('a selection that begins or ends within a word takes all of it', () => {
	const TEXT = 'ويهدف المنتدى، «وهو الأوَّل»، إلى 12/45';
	test.each([
		['هدف المنت', 'ويهدف المنتدى'],
		['ويهدف', 'ويهدف'],
		['ويهدف ', 'ويهدف '],
		[' المنتدى', ' المنتدى'],
		['المنتدى، ', 'المنتدى، '],
		['هو الأوَ', 'وهو الأوَّل'],
		['«وهو', '«وهو'],
		['إل', 'إلى'],
		['2/4', '12/45'],
		['يهدف المنتدى، «وهو الأوَّل»، إلى 12/4', 'ويهدف المنتدى، «وهو الأوَّل»، إلى 12/45'],
	])('%j is %j', (selected, whole) => {
		const at = TEXT.indexOf(selected);
		expect(TEXT.slice(wordEdge(TEXT, at, -1), wordEdge(TEXT, at + selected.length, 1))).toBe(whole);
	});
});

describe('the fragment that opens the page at a passage', () => {
	/** The fragment for the passage between two bars; non-ASCII letters decoded. */
	function fragment(marked: string): string {
		const [before = '', passage = '', after = ''] = marked.split('|');
		const written = textFragment(
			before + passage + after,
			before.length,
			before.length + passage.length,
		);
		return written.replace(/%[89A-F][\dA-F](?:%[89AB][\dA-F])*/g, decodeURIComponent);
	}
	test.each([
		[
			'a sentence',
			'قال: |فما ينجح في جهاز حكومي يُعرض على غيره|، وقال',
			'#:~:text=فما%20ينجح%20في%20جهاز%20حكومي%20يُعرض%20على%20غيره',
		],
		['one word', 'يلتقي |المنتدى| غدًا', '#:~:text=المنتدى'],
		['all of the page', '|المنتدى|', '#:~:text=المنتدى'],
		[
			'twelve words',
			'|أ ب ت ث ج ح خ د ذ ر ز س|',
			'#:~:text=أ%20ب%20ت%20ث%20ج%20ح%20خ%20د%20ذ%20ر%20ز%20س',
		],
		[
			'thirteen, by their ends',
			'|أ ب ت ث ج ح خ د ذ ر ز س ش|',
			'#:~:text=أ%20ب%20ت%20ث,ر%20ز%20س%20ش',
		],
		['two blocks, by their ends', '|أ ب\n\nت ث|', '#:~:text=أ%20ب,ت%20ث'],
		['many blocks', '|أ ب ت ث ج\nح\nخ د ذ ر ز|', '#:~:text=أ%20ب%20ت%20ث,د%20ذ%20ر%20ز'],
		['two cells of a table, by their ends', '|أ ب\tت ث|', '#:~:text=أ%20ب,ت%20ث'],
		[
			'the signs of the directive',
			'|ACK-LIB, A&B; ك، #1 50%|',
			'#:~:text=ACK%2DLIB%2C%20A%26B%3B%20ك،%20%231%2050%25',
		],
		['a hyphen before', 'المنتدى\nمع ACK-LIB |المنتدى|', '#:~:text=ACK%2DLIB-,المنتدى'],
		['half an emoji’s neighbours', '|👨‍👩‍👧 وعلم 🇯🇴|', '#:~:text=👨‍👩‍👧%20وعلم%20🇯🇴'],
		['spaces around it', 'قبل|\n المنتدى \n|بعد', '#:~:text=المنتدى'],
	])('%s', (_name, marked, expected) => expect(fragment(marked)).toBe(expected));

	describe('what stands elsewhere first is told apart', () => {
		test.each([
			[
				'by a word before and after',
				'من المنتدى إلى\nفي |المنتدى| غدًا',
				'#:~:text=في-,المنتدى,-غدًا',
			],
			['by more of them', 'ب ت ث ج ح\nأ ب |ت| ث خ', '#:~:text=أ%20ب-,ت,-ث%20خ'],
			['not where it is the first', 'في |المنتدى| غدًا\nمن المنتدى', '#:~:text=المنتدى'],
			[
				'at the head of a block, by the block before',
				'تعزيز\nالأهداف\n|تعزيز| الثقة',
				'#:~:text=الأهداف-,تعزيز,-الثقة',
			],
			['at the end of a block, by the block after', 'ب\nأ |ب|\n\nت ث', '#:~:text=أ-,ب,-ت'],
			['by one block only', 'ب ت ث\nأ\nب\n|ت|\nث', '#:~:text=ب-,ت,-ث'],
			['within another word', 'ويهدف\nهو |يهدف| إليه', '#:~:text=هو-,يهدف,-إليه'],
			['with other vowels', 'أَنَّ ذاك\nهذا |أن| يكون', '#:~:text=هذا-,أن,-يكون'],
			['with another hamza', 'الامم\nفي |الأمم| المتحدة', '#:~:text=في-,الأمم,-المتحدة'],
			[
				'with ه for ة and ي for ى',
				'مدينه علي\nفي |مدينة على| نهر',
				'#:~:text=في-,مدينة%20على,-نهر',
			],
			['in small letters', 'ack libs\nمع |ACK Libs| فيها', '#:~:text=مع-,ACK%20Libs,-فيها'],
			['over two blocks', 'ب ت\nأ |ب\nث|', '#:~:text=أ-,ب,ث'],
			['the beginning of a range', 'ب ت ث ج\nأ |ب ت ث ج ح\nخ|', '#:~:text=أ-,ب%20ت%20ث%20ج,خ'],
			['the end of a range', '|أ\nب ت\nث ب| ج', '#:~:text=أ,ث%20ب'],
			['the end of a range by what follows', '|أ\nب ت\nب| ج', '#:~:text=أ,ب,-ج'],
			['an end that stands before the beginning', 'ت ج\n|أ\nب ت| ث', '#:~:text=أ,ب%20ت'],
		])('%s', (_name, marked, expected) => expect(fragment(marked)).toBe(expected));

		test.each([
			[
				'a passage',
				'الجمعة 17 مايو\nالبرنامج\nالجمعة |17| مايو\nالجلسة',
				'#:~:text=البرنامج-,الجمعة%2017,-مايو',
			],
			['a passage in a cell', 'ث ب ج\nأ\tث |ب|\tج', '#:~:text=أ-,ث%20ب,-ج'],
			[
				'a range',
				'الجمعة 17 مايو\nالبرنامج\nالجمعة |17 مايو\nالجلسة|',
				'#:~:text=البرنامج-,الجمعة%2017%20مايو,الجلسة',
			],
		])('%s in a line that does so is widened to the head of the line', (_name, marked, expected) =>
			expect(fragment(marked)).toBe(expected),
		);

		test('where nothing tells it apart the link is still there', () =>
			expect(fragment('أ\nب\nأ\nب\nأ\n|ب|\nأ\nب')).toBe('#:~:text=أ-,ب,-أ'));
	});
});

describe('a sentence is cut', () => {
	test.each([
		[
			'not at all where it fits',
			'مؤسسة المكتبات العامة في المنتدى',
			80,
			'مؤسسة المكتبات العامة في المنتدى',
		],
		['not where it fits just', 'أبجد هوز', 8, 'أبجد هوز'],
		['after a whole word', 'أبجد هوز حطي كلمن', 11, 'أبجد هوز…'],
		['without the mark that stands before the cut', 'أبجد، هوز حطي', 8, 'أبجد…'],
		[
			'without a quotation that does not end',
			'قال الوزير «الابتكار أولًا وأخيرًا» أمس',
			24,
			'قال الوزير الابتكار…',
		],
		['with one that does', 'قال «نعم» ثم انصرف إلى عمله', 18, 'قال «نعم» ثم…'],
		['within a word that is longer than all its room', 'ا'.repeat(100), 80, `${'ا'.repeat(79)}…`],
		['but never within a character', `${'ا'.repeat(78)}😀😀`, 80, `${'ا'.repeat(78)}…`],
	])('%s', (_name, text, limit, expected) => {
		expect(cut(text, limit)).toBe(expected);
		expect(cut(text, limit).length).toBeLessThanOrEqual(limit);
	});
});

test.each([
	['BBC عربي', 'rtl'],
	['«Suite 3» لأحمد', 'rtl'],
	['إذاعة BBC', undefined],
	['UN Women', undefined],
	['3 أصوات', undefined],
])('the name «%s» has the direction %s', (name, direction) =>
	expect(nameDirection(name)).toBe(direction),
);
