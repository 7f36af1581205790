import bidiFactory from 'bidi-js';
import { type Features, markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { isolateNumbers } from '../../src/article/isolated-numbers.ts';
import { markdown } from '../../src/article/markdown.ts';

const { features, mdastPlugins, hastPlugins } = markdown().options;
const html = async (text: string) => {
	const options = { features: features as Features, mdastPlugins, hastPlugins };
	const result = await markdownToHtml(text, options);
	// No-break spaces: line-ends.test.ts.
	return result.html.replaceAll('\n', '').replaceAll('\u00A0', ' ').trim();
};
const ltr = (text: string) => `<bdi dir="ltr">${text}</bdi>`;
/** In one line. */
const whole = (text: string) => `<bdi dir="ltr" class="whitespace-nowrap">${text}</bdi>`;
const bdo = (text: string) => `<bdo dir="ltr" class="whitespace-nowrap">${text}</bdo>`;
const bidi = bidiFactory();
/** A text as it is seen in an Arabic page, from the left. */
const seen = (text: string) =>
	bidi
		.getReorderedIndices(text, bidi.getEmbeddingLevels(text, 'rtl'))
		.map((index) => text[index])
		.join('')
		.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');

describe('numbers in groups and signs hold their order by themselves', () => {
	test.each([
		['a telephone number', 'هاتف 2469 6000 اليوم', `هاتف ${whole('2469 6000')} اليوم`],
		['with its area', 'هاتف 011 462 3300.', `هاتف ${whole('011 462 3300')}.`],
		['international', 'هاتف +968 2469 6000.', `هاتف ${whole('+968 2469 6000')}.`],
		['with hyphens', 'هاتف 800-77-100.', `هاتف ${whole('800-77-100')}.`],
		['thousands', 'بلغ 1 250 000 ريال', `بلغ ${whole('1 250 000')} ريال`],
		['a version', 'نظام iOS 19+ جديد', `نظام ${ltr('iOS 19+')} جديد`],
		['a language', 'لغة C++ وC# معًا', `لغة ${ltr('C++')} و${ltr('C#')} معًا`],
		['its version', 'لغة C# 12.1 و.NET 8، ثم', `لغة ${whole('C# 12.1')} و${whole('.NET 8')}، ثم`],
		['below zero', 'بلغت -5 درجات', `بلغت ${ltr('-5')} درجات`],
		['after a particle', 'وبلغت و-5 درجات', `وبلغت و${ltr('-5')} درجات`],
		['more than', 'نحو 100+ شخص', `نحو ${ltr('100+')} شخص`],
		['a sum of money', 'بمبلغ $50 فقط', `بمبلغ ${ltr('$50')} فقط`],
		['a share', 'بنسبة 50% و12.5%', `بنسبة ${ltr('50%')} و${ltr('12.5%')}`],
		[
			'with its space, and of a thousand',
			'بنسبة 12,5 % و2‰ منها',
			`بنسبة ${ltr('12,5 %')} و${ltr('2‰')} منها`,
		],
		['a place', 'في المركز #1 و«#2»', `في المركز ${ltr('#1')} و«${ltr('#2')}»`],
		['a change', 'ارتفع +3.5% أمس', `ارتفع ${ltr('+3.5%')} أمس`],
		['with its area in brackets', 'هاتف (02) 2574 1234.', `هاتف ${whole('(02) 2574 1234')}.`],
		[
			'of two parts',
			'رقم 2245-6789 أو 04-1234567.',
			`رقم ${whole('2245-6789')} أو ${whole('04-1234567')}.`,
		],
		['of two parts, as its word says', 'للاستفسار: 555-1000.', `للاستفسار: ${whole('555-1000')}.`],
		[
			'of a law',
			'القانون رقم 09-08 والمرسوم 103-13.',
			`القانون رقم ${whole('09-08')} والمرسوم ${whole('103-13')}.`,
		],
		['of two parts in Arabic digits', 'رقم ٢٢٤٥-٦٧٨٩.', `رقم ${bdo('٢٢٤٥-٦٧٨٩')}.`],
		[
			'a number that is told in part, as it is read',
			'رقم &#42;&#42;&#42;&#42;4567 و&#42;&#42;&#42;&#42;12 نص',
			'رقم ****4567 و****12 نص',
		],
		['an account', 'على @example_news و@news.', `على ${ltr('@example_news')} و${ltr('@news')}.`],
		['a tag in Latin letters', 'وسم #Example_Day هنا', `وسم ${ltr('#Example_Day')} هنا`],
		['a name with a point first', 'نطاق .jo و.NET معًا', `نطاق ${ltr('.jo')} و${ltr('.NET')} معًا`],
		['a rating', 'عند BBB- مع', `عند ${ltr('BBB-')} مع`],
		[
			'degrees',
			'بلغت 37.5°C و-3°C عند 40°N',
			`بلغت ${ltr('37.5°C')} و${ltr('-3°C')} عند ${ltr('40°N')}`,
		],
		['minutes of degrees', 'عند 30°15′20″ شمالًا', `عند ${ltr('30°15′20″')} شمالًا`],
		['in Arabic digits', 'هاتف ٢٤٦٩ ٦٠٠٠ اليوم', `هاتف ${bdo('٢٤٦٩ ٦٠٠٠')} اليوم`],
		[
			'a result, in one line',
			'النجمة 0-2 الأنصار',
			'النجمة <span class="whitespace-nowrap">0-2</span> الأنصار',
		],
		[
			'not years behind a number',
			'في 45 2015-2016 نص',
			'في 45 <span class="whitespace-nowrap">2015-2016</span> نص',
		],
		['after a Latin name', 'هاتف UN ٠١١ ٤٦٢ ٣٣٠٠', `هاتف UN ${bdo('٠١١ ٤٦٢ ٣٣٠٠')}`],
		['a range', 'UN 23–26 يونيو', 'UN <bdi dir="rtl" class="whitespace-nowrap">23–26</bdi> يونيو'],
		[
			'of thousands',
			'UN 10,000–12,000 يوم',
			'UN <bdi dir="rtl" class="whitespace-nowrap">10,000–12,000</bdi> يوم',
		],
	])('%s', async (_, text, expected) => expect(await html(text)).toBe(`<p>${expected}</p>`));

	test.each([
		['years', 'عامي 2015 2016'],
		['numbers in a row', 'أعداد 1200 1300 1400'],
		[
			'days in a row, and a day with its year',
			'أيام 28 29 30 نوفمبر، يوم 27/11 2026، أو 27 11 2026',
		],
		['a dash before a year', 'بين 1990 –2000'],
		['a date', 'يوم 2015/06/23'],
		['a range of degrees, or of prices', 'بين 24°-11° و5$-10$'],
		['a tag in Arabic', 'وسم #يوم_الكتاب و#يوم و#30يوم و#26_سبتمبر'],
		['a size, an hour and a day', 'سعة 8 GB 256، من 9 AM 5'],
		['a sign at the end of a name', '«العراق 2030®» و©2026 الجسر'],
		['a code of a country with its sign behind', 'نص (965+) 22456789'],
		['a dash about words', 'قال - ثم - نعم'],
		['one number', 'بلغ 1250000 و1,250'],
		['what Arabic digits hold', 'بلغ -٥ و+٣٫٥٪ و١٬٢٥٠ في iOS ١٩+'],
		['two years in Arabic digits', 'من ٢٠١٥ ٢٠١٦'],
	])('and %s needs nothing', async (_, text) => expect(await html(text)).toBe(`<p>${text}</p>`));

	test.each(['2015-06-23', '٢٠١٥-٠٦-٢٣'])('the date %s needs nothing but one line', async (date) =>
		expect(await html(`يوم ${date}`)).toBe(
			`<p>يوم <span class="whitespace-nowrap">${date}</span></p>`,
		),
	);

	test('what has its direction already gets no other, but for what that does not hold', async () => {
		expect(await html('`2469 6000` و[2469 6000](tel:+1)')).toBe(
			'<p><code dir="auto">2469 6000</code> و<a href="tel:+1" dir="ltr" class="whitespace-nowrap"><span class="whitespace-nowrap">2469 6000</span></a></p>',
		);
		expect(await html('`٢٤٦٩ ٦٠٠٠` و[٢٤٦٩ ٦٠٠٠](tel:+1)')).toBe(
			`<p><code dir="auto">٢٤٦٩ ٦٠٠٠</code> و<a href="tel:+1">${bdo('٢٤٦٩ ٦٠٠٠')}</a></p>`,
		);
	});

	// What stands on the left comes first here. An isolate alone does not hold parts in ٠-٩ (UAX #9, N1).
	test.each([
		['2469 6000', '6000 2469', '2469 6000'],
		['٢٤٦٩ ٦٠٠٠', '٦٠٠٠ ٢٤٦٩', '٢٤٦٩ ٦٠٠٠'],
		['011 462 3300', '3300 462 011', '011 462 3300'],
		['٠١١ ٤٦٢ ٣٣٠٠', '٣٣٠٠ ٤٦٢ ٠١١', '٠١١ ٤٦٢ ٣٣٠٠'],
		['06 5550142', '5550142 06', '06 5550142'],
		['٠٦ ٥٥٥٠١٤٢', '٥٥٥٠١٤٢ ٠٦', '٠٦ ٥٥٥٠١٤٢'],
		['05 22 12 34 56', '56 34 12 22 05', '05 22 12 34 56'],
		['77 81 23 45', '45 23 81 77', '77 81 23 45'],
		['08 006 0230510012345 67', '67 0230510012345 006 08', '08 006 0230510012345 67'],
		['4111 1111 1111 1111', '1111 1111 1111 4111', '4111 1111 1111 1111'],
		['773 12 34', '34 12 773', '773 12 34'],
		['(269) 333 44 55', '55 44 333 )269(', '(269) 333 44 55'],
		['(21) 2334-1705', '1705-2334 )21(', '(21) 2334-1705'],
		['11 98765-4321', '4321-98765 11', '11 98765-4321'],
		['00 253 21 35 12 34', '34 12 35 21 253 00', '00 253 21 35 12 34'],
		['03/123 456', '456 03/123', '03/123 456'],
		['03 / 123456', '123456 / 03', '03 / 123456'],
		['091-234 5678', '5678 234-091', '091-234 5678'],
		['08-123 456 78', '78 456 123-08', '08-123 456 78'],
		['0771-567 567', '567 567-0771', '0771-567 567'],
		['٠٤٠-٦٦٠ ٨٥ ٠٠', '٠٠ ٨٥ ٦٦٠-٠٤٠', '٠٤٠-٦٦٠ ٨٥ ٠٠'],
		['9200 12345', '12345 9200', '9200 12345'],
		['850412-1234', '1234-850412', '850412-1234'],
		['01310-100', '100-01310', '01310-100'],
		['123.456.789-09', '09-123.456.789', '123.456.789-09'],
		['1 250:', ':250 1', ':1 250'],
		['1 250 000', '000 250 1', '1 250 000'],
		['١ ٢٥٠ ٠٠٠', '٠٠٠ ٢٥٠ ١', '١ ٢٥٠ ٠٠٠'],
		['800-77-100', '100-77-800', '800-77-100'],
		['٨٠٠-٧٧-١٠٠', '١٠٠-٧٧-٨٠٠', '٨٠٠-٧٧-١٠٠'],
		['+968 2469 6000', '6000 2469 968+', '+968 2469 6000'],
		['+961 3/123456', '3/123456 961+', '+961 3/123456'],
		['+218-21-333.44.55', '333.44.55-21-218+', '+218-21-333.44.55'],
		['+٩٦٨ ٢٤٦٩ ٦٠٠٠', '٦٠٠٠ ٢٤٦٩ ٩٦٨+', '+٩٦٨ ٢٤٦٩ ٦٠٠٠'],
		['2245-6789', '6789-2245', '2245-6789'],
		['٢٢٤٥-٦٧٨٩', '٦٧٨٩-٢٢٤٥', '٢٢٤٥-٦٧٨٩'],
		['@news', 'news@', '@news'],
		['BBB-', '-BBB', 'BBB-'],
		['1,2·10³', '10³·1,2', '1,2·10³'],
		['37.5°C', 'C°37.5', '37.5°C'],
		['-3.5%', '%3.5-', '-3.5%'],
		['–3', '3–', '–3'],
		['-1.9٪', '٪1.9-', '-1.9٪'],
		['«A B» (C, 9)', 'A B» (C, 9)«', ')C, 9( »A B«'],
		['«ⵜⴰ» (B)', 'ⵜⴰ» (B)«', ')B( »ⵜⴰ«'],
		['«中国» (B)', '中国» (B)«', ')B( »中国«'],
		['D E «A B»', '»D E «A B', '»A B« D E'],
		['-٣٫٥٪', '٪٣٫٥-', '٪٣٫٥-'],
		['1 USD = 0.30 KWD', 'USD = 0.30 KWD 1', '1 USD = 0.30 KWD'],
		['1 € ≈ 43,2 MRU', 'MRU 43,2 ≈ € 1', '1 € ≈ 43,2 MRU'],
		['50→25→12.5', '12.5→25→50', '50→25→12.5'],
		['02:00 → 03:00', '03:00 → 02:00', '02:00 → 03:00'],
		['-2 → +3', '3+ → 2-', '-2 → +3'],
		['3\'29"05', '05"29\'3', '3\'29"05'],
		['+1\'12"', '"12\'1+', '+1\'12"'],
		["90'+4", "4+'90", "90'+4"],
		['3h12\'45"', '"3h12\'45', '3h12\'45"'],
		['2:09\'41"', '"41\'2:09', '2:09\'41"'],
		["0'34''", "''34'0", "0'34''"],
		['A+++', '+++A', 'A+++'],
		['+12"', '"12+', '+12"'],
		['0661-23.45.67', '23.45.67-0661', '0661-23.45.67'],
		['21"96', '96"21', '21"96'],
		["45+1'", "'1+45", "45+1'"],
		['*123#', '#123*', '*123#'],
		['*#06#', '#06#*', '*#06#'],
		['#100*1#', '#1*100#', '#100*1#'],
		['4512 AA 00', 'AA 00 4512', '4512 AA 00'],
		['22 K 12345', 'K 12345 22', '22 K 12345'],
		['2019-045/PM', 'PM/045-2019', '2019-045/PM'],
		['⌘+⇧+S', 'S+⇧+⌘', '⌘+⇧+S'],
		['SD21 29 0101 0001 2345 67', 'SD21 29 0101 0001 2345 67', 'SD21 29 0101 0001 2345 67'],
		['5′-ATCG-3′', 'ATCG-3′-′5', '5′-ATCG-3′'],
		['2.1.3-beta.1', 'beta.1-2.1.3', '2.1.3-beta.1'],
		['1,2-dioxin', 'dioxin-1,2', '1,2-dioxin'],
		['Ca²⁺', '⁺Ca²', 'Ca²⁺'],
		['T-Bana → Solna', 'T-Bana → Solna', 'T-Bana → Solna'],
		['2008/115/EC', 'EC/2008/115', '2008/115/EC'],
		['Δ9-THC', 'Δ9-THC', 'Δ9-THC'],
		['2Cl- → Cl2 + 2e-', '-2Cl- → Cl2 + 2e', '2Cl- → Cl2 + 2e-'],
		['Na⁺ + Cl⁻ → NaCl', 'Na⁺ + Cl⁻ → NaCl', 'Na⁺ + Cl⁻ → NaCl'],
		['Ca2+ + CO₃²⁻ ⇌ CaCO₃↓', '↓Ca2+ + CO₃²⁻ ⇌ CaCO₃', 'Ca2+ + CO₃²⁻ ⇌ CaCO₃↓'],
		['UN، iOS 18.1، AFP', 'UN، iOS 18.1، AFP', 'AFP ،iOS 18.1 ،UN'],
		['«A»، «B C»', '»A»، «B C«', '«B C» ،»A«'],
		['UN، Café Noir، Zoé', 'UN، Café Noir، Zoé', 'Zoé ،Café Noir ،UN'],
		['UN، A/B، B&B', 'UN، A/B، B&B', 'B&B ،A/B ،UN'],
		['a@b.c، d@e.f', 'a@b.c، d@e.f', 'd@e.f ،a@b.c'],
		['EK 203، QR\u00A01045', 'EK 203، QR\u00A01045', 'QR\u00A01045 ،EK 203'],
		['UN، ISBN:978', 'UN، ISBN:978', 'ISBN:978 ،UN'],
		['UN، IL-6، TNF-α', 'UN، IL-6، TNF-α', 'TNF-α ،IL-6 ،UN'],
		['p<0.01؛ 95% CI 1–3', 'CI 1–3 %95 ؛p<0.01', '3–1 95% CI ؛p<0.01'],
		['(p<0.01؛ 95% CI 1–3)', ')CI 1–3 %95 ؛p<0.01(', ')3–1 95% CI ؛p<0.01('],
		['M4، 16 GB RAM', 'M4، 16 GB RAM', '16 GB RAM ،M4'],
		['AFP، 12', 'AFP، 12', '12 ،AFP'],
		['AFP. 12', 'AFP. 12', '12 .AFP'],
		['QLM-4 81.5 نقطة', 'ةطقن QLM-4 81.5', 'ةطقن 81.5 QLM-4'],
		['AFP 40 مليون', 'نويلم AFP 40', 'نويلم 40 AFP'],
		['iOS 19 يدعم', 'معدي iOS 19', 'معدي iOS 19'],
		['No. 12', 'No. 12', 'No. 12'],
		['R$ 81.000', 'R$ 81.000', 'R$ 81.000'],
		['25 de Março', 'de Março 25', '25 de Março'],
		['5 Juillet 1962', 'Juillet 1962 5', '5 Juillet 1962'],
		['UN: 1,250', 'UN: 1,250', '1,250 :UN'],
		['«A B» (2023)', 'A B» (2023)«', ')2023( »A B«'],
		['«A B»، 2023', 'A B»، 2023«', '2023 ،»A B«'],
		["1'000'000", "000'000'1", "1'000'000"],
		['A 9، B 6+، C 1', 'A 9، B 6+، C 1', 'C 1 ،B 6+ ،A 9'],
		['#Café', 'Café#', '#Café'],
		['1½', '½1', '1½'],
		['12 ¾', '¾ 12', '12 ¾'],
		['+3½%', '%½3+', '+3½%'],
		['Cl-', '-Cl', 'Cl-'],
		['AA\u2212', '\u2212AA', 'AA\u2212'],
		['10^6', '6^10', '10^6'],
		['10⁻⁹', '⁹⁻10', '10⁻⁹'],
		['6.02×10²³', '10²³×6.02', '6.02×10²³'],
		['±3%', '%3±', '±3%'],
		['-12°', '°12-', '-12°'],
		['-8°م', 'م°8-', 'م°-8'],
		['-2°/-9°', '°9-/°2-', '-9°/-2°'],
		['12°/-3°', '°3-/°12', '-3°/°12'],
		['-10–-5', '5-–10-', '-5–-10'],
		['بـ$1.5', '1.5$ـب', '$1.5ـب'],
		['لوحة السيارة 16-12345', '12345-16 ةرايسلا ةحول', '16-12345 ةرايسلا ةحول'],
		['2–8 °C', 'C° 8–2', '°C 8–2'],
		['20-25 °C', 'C° 25-20', '°C 25-20'],
		['85 €/MWh', 'MWh/€ 85', '€/MWh 85'],
		['(ب-2)', ')2-ب(', ')2-ب('],
		['180°C/350°F', 'C/350°F°180', '350°F/180°C'],
		['-$50', '50$-', '-$50'],
		['€5-€10', '10€-5€', '€10-€5'],
		['50%+', '+%50', '50%+'],
		['$-50', '50-$', '$-50'],
		['₺34.5', '34.5₺', '₺34.5'],
		['-₪5', '5₪-', '-₪5'],
		['-5/-10', '10-/5-', '-10/-5'],
		['mol⁻¹', 'mol⁻¹', 'mol⁻¹'],
		['10 m × 20 m', 'm × 20 m 10', '10 m × 20 m'],
		['4 x 100', 'x 100 4', '4 x 100'],
		['6 x 10^6', 'x 10^6 6', '6 x 10^6'],
		[
			'doi:10.1016/S0140-6736(21)00943-0',
			'doi:10.1016/S0140-6736(21)00943-0',
			'doi:10.1016/S0140-6736(21)00943-0',
		],
		['«Why not?»', '»?Why not«', '»Why not?«'],
		['(Apple Inc.)', ').Apple Inc(', ')Apple Inc.('],
		['¿Por qué?', '?Por qué¿', '¿Por qué?'],
		['1.e4 c5 2.Nf3', 'e4 c5 2.Nf3.1', '1.e4 c5 2.Nf3'],
		['12…Rxe5!? 13.Qh5+ Kf8', 'Rxe5!? 13.Qh5+ Kf8…12', '12…Rxe5!? 13.Qh5+ Kf8'],
		['1.FC Köln', 'FC Köln.1', '1.FC Köln'],
		['962 6 555 0142+', '+0142 555 6 962', '+962 6 555 0142'],
		['CI)، HR = 0.23، p < 0.001', 'CI)، HR = 0.23، p < 0.001', 'p < 0.001 ،HR = 0.23 ،)CI'],
		['0045-118-A7', 'A7-118-0045', '0045-118-A7'],
		['12345/C/2019', 'C/2019/12345', '12345/C/2019'],
		['2001:db8::8a2e:7334', 'db8::8a2e:7334:2001', '2001:db8::8a2e:7334'],
		['::1', '1::', '::1'],
		['[2001:db8::1]:443', '443:]db8::1:2001[', '[2001:db8::1]:443'],
		['2026-11-26T09:30:00+00:00', '26T09:30:00+00:00-11-2026', '2026-11-26T09:30:00+00:00'],
		['r=-0.45', 'r=-0.45', 'r=-0.45'],
		['∆T=5', 'T=5∆', '∆T=5'],
		['√2', '2√', '√2'],
		['5 °C/min', 'C/min° 5', '5 °C/min'],
		['$500K', '500K$', '$500K'],
		['2M€', '€2M', '2M€'],
		['@a/b@17.2', 'a/b@17.2@', '@a/b@17.2'],
		['/etc/hosts', 'etc/hosts/', '/etc/hosts'],
		['~/.bashrc', 'bashrc./~', '~/.bashrc'],
		['*.mdx', 'mdx.*', '*.mdx'],
		['C:\\A\\', '\\C:\\A', 'C:\\A\\'],
		['--help', 'help--', '--help'],
		['-5dBm', '5dBm-', '-5dBm'],
		['2026-Q3', 'Q3-2026', '2026-Q3'],
		['IBM™', '™IBM', 'IBM™'],
		['U.S.', '.U.S', 'U.S.'],
		['Ph.D.', '.Ph.D', 'Ph.D.'],
		['10⁹/L', 'L/10⁹', '10⁹/L'],
		['و/or', 'or/و', 'or/و'],
		['و/opt/a', 'opt/a/و', '/opt/aو'],
		['50€/m²', 'm²/€50', '50€/m²'],
		['5-HT receptor', 'HT receptor-5', '5-HT receptor'],
		['Windows 11 Pro™', '™Windows 11 Pro', 'Windows 11 Pro™'],
		['Node.js 18.x', 'Node.js 18.x', 'Node.js 18.x'],
		['−0.44$', '$0.44−', '−0.44$'],
		['COVID-١٩', '١٩-COVID', 'COVID-١٩'],
		['A-١٢-٣٤', '٣٤-١٢-A', 'A-١٢-٣٤'],
		['كوفيد-19B', '19B-ديفوك', '19B-ديفوك'],
		['220-240V', '240V-220', '240V-220'],
		['(a)', ')a(', ')a('],
		['-IBM-', '-IBM-', '-IBM-'],
		['23–26', '26–23', '26–23'],
		['٢٣–٢٦', '٢٦–٢٣', '٢٦–٢٣'],
		['0-2', '2-0', '2-0'],
		['.NET 8 العام', 'ماعلا NET 8.', 'ماعلا .NET 8'],
		['C# 12 لغة', 'ةغل C# 12', 'ةغل 12 C#'],
		['.NET MAUI 8 من', 'نم NET MAUI 8.', 'نم .NET MAUI 8'],
		['F# minor', 'F# minor', 'F# minor'],
		['6. Bg5 e6 7. f4', 'Bg5 e6 7. f4 .6', '6. Bg5 e6 7. f4'],
		['6½/9', '9/½6', '6½/9'],
		['+0.6 %', '% 0.6+', '+0.6 %'],
		['\u20110.18٪', '٪0.18\u2011', '\u20110.18٪'],
		['0537\u2011123\u2011456', '456\u2011123\u20110537', '0537\u2011123\u2011456'],
		['٠٥٣٧\u2011١٢٣\u2011٤٥٦', '٤٥٦\u2011١٢٣\u2011٠٥٣٧', '٠٥٣٧\u2011١٢٣\u2011٤٥٦'],
		['-1.6×10⁻¹⁹', '¹⁹⁻10×1.6-', '-1.6×10⁻¹⁹'],
		['3-ب-4', '4-ب-3', '4-ب-3'],
		['(95% CI: 1.2–3.4)', ')CI: 1.2–3.4 %95(', ')95% CI: 1.2–3.4('],
		['70%-50%', '%50-%70', '50%-70%'],
		['f(x) = 3x + 2', 'f(x) = 3x + 2', 'f(x) = 3x + 2'],
		['√2 ≈ 1.4', '1.4 ≈ 2√', '√2 ≈ 1.4'],
		['../src/a.ts', 'src/a.ts/..', '../src/a.ts'],
		['Apple Inc.', '.Apple Inc', 'Apple Inc.'],
		['a (1).pdf', 'a (1).pdf', 'a (1).pdf'],
		['A, pp. 12–14', 'A, pp. 12–14', 'A, pp. 12–14'],
		['٠-٢', '٢-٠', '٢-٠'],
	])('«%s» would be seen as «%s», and is seen as «%s»', (number, before, after) => {
		expect(seen(`نص ${number} نص`)).toBe(`صن ${before} صن`);
		const runs = isolateNumbers(`نص ${number} نص`).map(({ text, dir, override }) => {
			const inner = override ? `\u202D${text}\u202C` : text;
			return dir ? `${dir === 'ltr' ? '\u2066' : '\u2067'}${inner}\u2069` : inner;
		});
		expect(seen(runs.join(''))).toBe(`صن ${after} صن`);
	});

	test.each(['1990-2020', '750-1258', '500-1000', '1000-1500'])('%s may be a range', (range) => {
		expect(isolateNumbers(`نص ${range}`)).toEqual([{ text: `نص ${range}` }]);
	});

	test.each([
		['3-1', '3-1', '1-3'],
		['35-60%', '35-60%', '60%-35'],
		['45°م', 'م45°', 'م°45'],
		['6-4، 7-6 (7-5)', ')7-5( 7-6 ،6-4', ')5-7( 6-7 ،4-6'],
		['٣-١', '١-٣', '١-٣'],
	])('«%s» alone would be seen as «%s», and is seen as «%s»', (text, before, after) => {
		expect(seen(text)).toBe(before);
		const runs = isolateNumbers(text).map(({ text, dir }) =>
			dir ? `${dir === 'ltr' ? '\u2066' : '\u2067'}${text}\u2069` : text,
		);
		expect(seen(runs.join(''))).toBe(after);
	});

	test('two degrees in a cell stand as those of other rows do', async () => {
		expect(await html('| أ |\n| --- |\n| -2°/-9° |\n| 4°/1° |\n| ±0 % |')).toContain(
			`<tbody><tr><td>${ltr('-2°')}/${ltr('-9°')}</td></tr><tr><td>4°/1°</td></tr><tr><td dir="ltr">±0 %</td>`,
		);
	});

	test('a result in a cell stays in one line', async () =>
		expect(await html('3-1')).toBe('<p>3<bdi dir="rtl" class="whitespace-nowrap">-1</bdi></p>'));

	test('an address in Arabic letters runs from the left as any does', async () =>
		expect(await html('في https://example.org/أخبار/?a=ب#top ثم')).toBe(
			'<p>في <a href="https://example.org/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/?a=%D8%A8#top" dir="ltr">https://example.org/أخبار/?a=ب#top</a> ثم</p>',
		));

	test('code in a block runs from the left, though it begins with an Arabic remark', async () =>
		expect(await html('```\n# نص\nx = "ن"\n```')).toBe(
			'<pre dir="ltr"><code># نصx = "ن"</code></pre>',
		));

	test('a headline is told in runs', () => {
		expect(isolateNumbers('هاتف 2469 6000 من 23–26')).toEqual([
			{ text: 'هاتف ' },
			{ text: '2469 6000', dir: 'ltr' },
			{ text: ' من ' },
			{ text: '23–26', dir: 'rtl' },
		]);
		expect(isolateNumbers('عنوان')).toEqual([{ text: 'عنوان' }]);
	});
});

describe('a block in Latin letters keeps the edge of the page', () => {
	test.each([
		['an item', '- UNICEF\n- نص', `<ul><li>${ltr('UNICEF')}</li><li>نص</li></ul>`],
		[
			'an item behind its emoji',
			'- ✉️ UNICEF\n- ☎️ نص',
			`<ul><li>✉️ ${ltr('UNICEF')}</li><li>☎️ نص</li></ul>`,
		],
		['a numbered item', '1. نص\n2. Angular', `<ol><li>نص</li><li>${ltr('Angular')}</li></ol>`],
		[
			'an item with others in it',
			'- UN\n  - نص',
			`<ul><li>${ltr('UN')}<ul><li>نص</li></ul></li></ul>`,
		],
		['a heading', '## GDP', `<h2 id="gdp">${ltr('GDP')}</h2>`],
		[
			'an English heading',
			'## What is in the plan',
			'<h2 id="what-is-in-the-plan" dir="ltr" lang="en">What is in the plan</h2>',
		],
		['a paragraph', 'He said: yes!', `<p>${ltr('He said: yes!')}</p>`],
	])('%s', async (_, text, expected) => expect(await html(text)).toBe(expected));

	test('the head of a table, whose cells of numbers have their direction', async () => {
		expect(await html('| GDP | نص |\n| --- | --- |\n| +5 | UN |')).toContain(
			`<th>${ltr('GDP')}</th><th>نص</th></tr></thead><tbody><tr><td dir="ltr">+5</td>`,
		);
	});
});

describe('a block in Latin letters is English by evidence alone', () => {
	const English = (text: string) => `<bdi dir="ltr" lang="en">${text}</bdi>`;
	test.each([
		['a sentence', 'The report was published by the ministry in March.'],
		['a question', 'What is it for?'],
		['an item', '- It will be reviewed with the others.'],
	])('%s', async (_, text) =>
		expect(await html(text)).toContain(English(text.replace(/^## |^- /, ''))),
	);

	test.each([
		['a name', 'United Nations Development Programme'],
		['a name with words of English', 'Bank of the West'],
		['French', 'Le rapport est publié par le ministère.'],
		['French without accents', 'Le rapport est dans la salle des archives.'],
		['Dutch', 'Dat was in de zaal, of het is nu hier.'],
		['German', 'Er was an Ort und Stelle, in der Not.'],
	])('and %s is not', async (_, text) => expect(await html(text)).not.toContain('lang='));

	test('one of several lines begins at the left, as a whole', async () => {
		const text = 'The report was published by the ministry in March, and was reviewed in May.';
		expect(await html(text)).toContain(`<p dir="ltr" lang="en">${text}</p>`);
	});

	test.each([
		['Russian', 'Мы не сдадимся!', '<p><bdi dir="ltr">Мы не сдадимся!</bdi></p>'],
		['Chinese', '我们不会放弃！', '<p><bdi dir="ltr">我们不会放弃！</bdi></p>'],
		['Hebrew with a Latin name', 'השר אמר: Google!', '<p>השר אמר: Google!</p>'],
	])('%s runs as its letters do', async (_, text, expected) =>
		expect(await html(text)).toContain(expected),
	);

	test('a cell of a table', async () =>
		expect(await html('| أ | ب |\n| --- | --- |\n| نص | This is what they said. |')).toContain(
			'<td dir="ltr" lang="en">This is what they said.</td>',
		));
});

describe('items of a list have the numbers that were typed', () => {
	test.each([
		[
			'years',
			'1948. نص\n1967. نص\n1968. نص',
			'<ol start="1948"><li class="list-inside">نص</li><li value="1967" class="list-inside">نص</li><li class="list-inside">نص</li></ol>',
		],
		[
			'places of a table, some left out',
			'1. نص\n2. نص\n\n15. نص\n\n    نص',
			'<ol><li><p>نص</p></li><li><p>نص</p></li><li value="15"><p>نص</p><p>نص</p></li></ol>',
		],
		[
			'a countdown',
			'3. نص\n2. نص\n1. نص',
			'<ol start="3"><li>نص</li><li value="2">نص</li><li value="1">نص</li></ol>',
		],
		[
			'but the same ones, which are counted',
			'1. نص\n1. نص\n1. نص\n1. نص',
			'<ol><li>نص</li><li>نص</li><li>نص</li><li>نص</li></ol>',
		],
		['and lower ones', '1. نص\n1. نص\n2. نص', '<ol><li>نص</li><li>نص</li><li>نص</li></ol>'],
	])('%s', async (_, text, expected) => expect(await html(text)).toBe(expected));
});

describe('tables are named by what they stand under', () => {
	const TABLE = '| أ | ب |\n| --- | --- |\n| 1 | 2 |\n';
	test.each([
		['the heading before', `## الموازنة\n\nنص\n\n${TABLE}`, ['<table label="الموازنة">']],
		['the nearest heading', `## أول\n\n## ثانٍ\n\n${TABLE}`, ['<table label="ثانٍ">']],
		['no heading after it', `${TABLE}\n## بعده`, ['<table>']],
		[
			'and their number where a name comes again',
			`## الموازنة\n\n${TABLE}\nنص\n\n${TABLE}`,
			['<table label="الموازنة">', '<table label="الموازنة" number="2">'],
		],
	])('%s', async (_, text, expected) =>
		expect((await html(text)).match(/<table[^>]*>/g)).toEqual(expected),
	);
});

test('a Latin footnote runs from the left, and its way back stays Arabic', async () =>
	expect(await html('نص[^1].\n\n[^1]: A, pp. 12–14.')).toContain(
		'<p><bdi dir="ltr">A, pp. <span class="whitespace-nowrap">12–14</span>.</bdi> <a ',
	));

test('a link to a footnote is called by more than its number', async () =>
	expect(await html('نص[^1].\n\n[^1]: هامش.')).toMatch(
		/<a href="#user-content-fn-1"[^>]* aria-label="الهامش 1">1<\/a>/,
	));

describe('emphasis beside letters and signs', () => {
	test.each([
		['after a particle', 'و**«الثانية»** ثم', 'و<strong>«الثانية»</strong> ثم'],
		['with spaces inside', '** المجلس ** ثم', '<strong>المجلس</strong> ثم'],
		['before a letter', '**5%**تقريبًا', '<strong><bdi dir="ltr">5%</bdi></strong>تقريبًا'],
		['struck out', 'و~~«نص»~~ثم', 'و<del>«نص»</del>ثم'],
		['as CommonMark has it', '**نص** و*نص*', '<strong>نص</strong> و<em>نص</em>'],
		['escaped', '\\*\\*نص\\*\\*', '**نص**'],
		['powers', '5 ** 3 ** 2', '5 ** 3 ** 2'],
	])('%s', async (_, text, expected) => expect(await html(text)).toBe(`<p>${expected}</p>`));

	test('where another star of the article is escaped, too', async () =>
		expect(await html('و**«الثانية»** ثم\n\n5\\*3')).toBe(
			'<p>و<strong>«الثانية»</strong> ثم</p><p>5*3</p>',
		));
});
