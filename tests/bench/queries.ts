/**
 * What a search among a thousand articles finds: a hundred queries as readers write them, with what
 * each must find.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../../src/article/articles.ts';
import { serve } from '../../src/hosting/serve.ts';
import { indexFiles } from '../../src/search/files.ts';
import { launch } from '../browser/chromium.ts';
import { built } from './built.ts';
import { article } from './newsroom.ts';

const ARTICLES = 1000;

/** What some of the articles say besides, by the article's number. */
const SAID: Record<number, string> = {
	10: 'وصل الوزير الأسبق عبد الرحمن أبو زيد إلى المطار، وقال: نعود إن شاء الله في العام المقبل.',
	11: 'اجتمع عبد من أعضاء الرحمن في إنشاء المصنع وحمدوا الله على شيء شاء.',
	20: 'كتب عبد اللطيف العبيدي عن أبوظبي وأم القيوين في صحيفة Le Monde.',
	21: 'زار وفد من أبو ظبي مزرعة للنعام.',
	30: 'اشترت الدائرة ١٢٬٥٠٠ شتلة بتاريخ 17 آذار 2033، بكلفة 3.75 مليون دينار.',
	40: 'وقّعت شركة Siemens وجامعة Málaga اتفاقًا حول الهيدروجين الأخضر.',
	50: 'استعمل الباحثون جهاز iPhone 15 وخدمة الـGPS وبرنامج C++ لقياس ثاني أكسيد الكربون CO2.',
	60: 'يدرس التلسكوب سديم السرطان.',
	70: 'ذُكر التلسكوب عرضًا في ختام كلام طويل عن التلسكوبات.',
	80: 'قال مسؤولون في هيئة الطيران إن شؤون المسافرين بخير، ولا شيء بطيء.',
	90: 'وبرعاية أميرية، ولتكريم الخزّافين، أقيم اليوبيل الفضّي.',
	100: 'عقد أمس مجمع اللغة أمسية شعرية للفراهيدي.',
	101: 'تأجّلت الأمسيات الموسيقية.',
	110: 'نشرت بي بي سي وثائقيًا عن فيروز\u200Cآباد وعن الخوارزمي\u200C، وعن ڤيينا.',
	120: 'فاز مصطفى هدى وليلى بكأس الفروسية، وغاب طه حسين ورضا.',
	130: 'تُستخرج اللُّؤْلُؤَةُ مِنْ أَعْمَاقِ الخَلِيجِ.',
	140: 'سافر عمر بن الخطاب الجزائري إلى غرناطة، وقرأ كتابًا عن ابن بطوطة.',
	150: 'ارتفع النفط إلى 98 دولارًا عام 1445هـ الموافق 2041م، وأصيب 250 بكوفيد-19.',
	160: 'صارت الـمـنـارة أعلى بناء في الأرخبيل، وللأرخبيل قصّة.',
	170: 'وقعت الزلزلة فجر اليوم، وبالزلزلة تصدّع السدّ الركامي.',
	180: 'السدّ قديم. قال الركامي ذلك، وانهار لاحقًا.',
	190: 'تعلّم الفسيفساء والخطّ الكوفيّ، ثم عاد بالفسيفساء إلى منزله.',
	200: 'جائزة نوبل للسلام، ونوبل للفيزياء، والنووي في المفاعل.',
	210: 'نوى المسافر الرحيل، وعلى المائدة نوى التمر.',
	220: 'شارك داوود وإسماعيل ومؤمن في الرئاسة الدورية لأوركسترا الضفّة.',
	230: 'قالت منظمة الأغذية (الفاو) إن القمح نقص ٤١٫٥ في المئة.',
	240: 'ندوة عن آل نهيان والقرآن والآثار النبطية.',
	250: 'يلتئم مجلس جامعة الدول في لاهاي، وبلاهاي محكمة.',
};
/** Headlines of some, in the place of their own. */
const HEADLINES: Record<number, string> = { 60: 'تلسكوب جديد يصوّر سديم السرطان' };

/**
 * What is written and what must be found, and nothing else; where an order is told, in this order.
 */
const QUERIES: [query: string, found: number[], order?: 'in order'][] = [
	// Names of two parts, with and without the space.
	['عبد الرحمن', [10, 11], 'in order'],
	['عبدالرحمن', [10, 11], 'in order'],
	['لعبدالرحمن', [10, 11], 'in order'],
	['عبداللطيف العبيدي', [20]],
	['ابو زيد', [10]],
	['ابوزيد', [10]],
	['أبوظبي', [20, 21]],
	['ابو ظبي', [20, 21]],
	['عمر ابن الخطاب', [140]],
	['إبن بطوطة', [140]],
	['ال نهيان', [240]],
	['طه حسين', [120]],
	// As it is written often, and wrong.
	['انشاء الله', [10, 11], 'in order'],
	['إن شاء الله', [10, 11], 'in order'],
	['انشاءالله', [10, 11], 'in order'],
	// Hamzas.
	['مسئولون في هيئة الطيران', [80]],
	['مسؤول الطيران', [80]],
	['شئون المسافرين', [80]],
	['شئ بطئ', [80]],
	['الهيدروجين الاخضر', [40]],
	['اسماعيل', [220]],
	['القران', [240]],
	['اثار نبطية', [240]],
	['كاس الفروسيه', [120]],
	['داود', [220]],
	['مومن الضفة', [220]],
	// ة and ه, ى and ي, letters of other languages.
	['غرناطه', [140]],
	['مصطفي هدي', [120]],
	['لؤلؤه', [130]],
	['فيينا', [110]],
	['ڤيينا', [110]],
	// Vowels, tatweel, characters that nobody sees.
	['اللؤلؤة', [130]],
	['لُؤْلُؤَة', [130]],
	['المنارة', [160]],
	['المـنـارة', [160]],
	['فيروزآباد', [110]],
	['الخوارزمي', [110]],
	['خوارزمي\u200F', [110]],
	// What is written together with a word.
	['رعاية أميرية', [90]],
	['تكريم الخزافين', [90]],
	['هيدروجين', [40]],
	['الفراهيدي', [100]],
	['فراهيدي', [100]],
	['ارخبيل', [160]],
	['زلزلة', [170]],
	['فالزلزلة', [170]],
	['فسيفساء', [190]],
	['والفسيفساء', [190]],
	['كالفسيفساء', [190]],
	['اوركسترا', [220]],
	['لاهاي', [250]],
	['بلاهاي', [250]],
	['نعام', [21]],
	['أمس مجمع', [100]],
	['أمس', [100]],
	['أمسية', [100, 101], 'in order'],
	['الامسيات', [101, 100], 'in order'],
	['تلسكوب', [60, 70], 'in order'],
	['التلسكوب', [60, 70], 'in order'],
	['تلسكوبات', [60, 70], 'in order'],
	['النووي', [200]],
	['نوى', [210]],
	// Numbers and dates.
	['12500', [30]],
	['١٢٥٠٠', [30]],
	['12,500', [30]],
	['17 آذار 2033', [30]],
	['١٧ اذار ٢٠٣٣', [30]],
	['3.75', [30]],
	['٣٫٧٥ مليون', [30]],
	['1445', [150]],
	['٢٠٤١', [150]],
	['41.5', [230]],
	['٤١٫٥', [230]],
	// Latin letters, and both.
	['le monde', [20]],
	['siemens', [40]],
	['malaga', [40]],
	['جامعة Malaga', [40]],
	['iphone 15', [50]],
	['GPS', [50]],
	['الGPS', [50]],
	['co2', [50]],
	['C++ الكربون', [50]],
	['كوفيد 19', [150]],
	['كوفيد19', [150]],
	['بي بي سي', [110]],
	['الفاو', [230]],
	// Two words and phrases.
	['اليوبيل الفضي', [90]],
	['الخط الكوفي', [190]],
	['السد الركامي', [170, 180], 'in order'],
	['«السد الركامي»', [170]],
	['"السد الركامي"', [170]],
	['نوبل للسلام', [200]],
];

/** Prints how many of the queries find what they must, and all that do not. */
export async function measureQueries(dist?: string): Promise<void> {
	const { folder, base, remove } = await built(dist);
	const texts = await mkdtemp(join(tmpdir(), 'queries-'));
	const articles: Article[] = [];
	for (let number = 1; number <= ARTICLES; number++) {
		const { slug, text } = article(number - 1);
		const filePath = join(texts, `${slug}.mdx`);
		await writeFile(filePath, `${text}\n${SAID[number] ?? ''}\n`);
		const [, own = ''] = /^headline: (.*)$/m.exec(text) ?? [];
		const [, topic = ''] = /^topic: (.*)$/m.exec(text) ?? [];
		const [, published = ''] = /^published: (.*)$/m.exec(text) ?? [];
		const headline = HEADLINES[number] ?? own;
		articles.push({ slug, headline, topic, published, entry: { filePath } } as Article);
	}
	const started = performance.now();
	const files = await indexFiles(articles);
	const indexed = performance.now() - started;
	const bytes = (end: RegExp) =>
		[...files].reduce((sum, [path, { length }]) => sum + (end.test(path) ? length : 0), 0);
	const server = await serve(folder, base, 0);
	const browser = await launch();
	const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
	await page.route('**/pagefind/**', (route) => {
		const path = new URL(route.request().url()).pathname.split('/pagefind/')[1] ?? '';
		const body = Buffer.from(files.get(path) ?? []);
		const contentType = path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
		return route.fulfill({ body, contentType });
	});
	const { port } = server.address() as AddressInfo;
	await page.goto(`http://127.0.0.1:${port}${base}search/`);
	await page.waitForFunction(() => document.querySelector('select')?.options[1]);
	const rows: string[] = [];
	for (const [query, expected, order] of QUERIES) {
		const { found, status } = await page.evaluate(async (words) => {
			const form = document.querySelector('main form') as HTMLFormElement;
			(form.elements.namedItem('q') as HTMLInputElement).value = words;
			form.requestSubmit();
			const part = (id: string) => document.getElementById(id) as HTMLElement;
			while (
				/^$|…$/.test(part('search-status').textContent ?? '') ||
				!(part('search-results').firstElementChild || !part('search-advice').hidden)
			)
				await new Promise((resolve) => setTimeout(resolve, 5));
			const links = part('search-results').querySelectorAll('a');
			return {
				found: [...links].map((link) => Number(/(\d+)\/$/.exec(link.href)?.[1])),
				status: part('search-status').textContent ?? '',
			};
		}, query);
		const given = order ? found : found.toSorted((a, b) => a - b);
		if (`${given}` !== `${expected}`)
			rows.push(`| ${query} | ${expected} | ${found} | ${status} |`);
	}
	await browser.close();
	server.close();
	await rm(texts, { recursive: true });
	await remove();
	console.log(
		`${QUERIES.length - rows.length} of ${QUERIES.length} queries find what they must among ${ARTICLES} articles.`,
	);
	console.log(
		`Indexed in ${Math.round(indexed)} ms: words ${bytes(/pf_index$/)} B, texts ${bytes(/pf_fragment$/)} B, list ${bytes(/pf_meta$/)} B.`,
	);
	if (rows.length > 0)
		console.log(['| query | must find | finds | says |', '|---|---|---|---|', ...rows].join('\n'));
}
