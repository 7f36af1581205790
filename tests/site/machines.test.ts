import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { load } from 'cheerio';
import { Defuddle } from 'defuddle/node';
import ICAL from 'ical.js';
import { parseHTML } from 'linkedom';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { pagesOf, textOf, textsOf } from './pages.ts';

interface Manifest {
	icons: { src: string; sizes: string; type: string; purpose: string }[];
	[member: string]: unknown;
}

/** What differs between the papers: the name, and the icon's ground as red, green, blue. */
const PAPERS = {
	almanara: { name: 'المنارة', shortName: 'المنارة', ground: [0x0a, 0x4d, 0x7d] },
	sada: { name: 'صدى الدلتا الأسبوعي', shortName: 'صدى الدلتا', ground: [0x7a, 0x1f, 0x3d] },
};

const EVENTS = [
	'archives-conference',
	'book-fair',
	'budget-and-projects',
	'evening-lecture',
	'film-days',
	'libraries-forum-tunis-2024',
	'music-night',
	'school-year',
	'spring-fair',
	'water-dialogue',
	'world-health-summit',
];

describe.each(inject('sites'))('what machines ask for at $address', (site) => {
	const { folder, address, base } = site;
	const { name, shortName, ground } = PAPERS[site.paper];
	const pages = pagesOf(folder);
	const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
	/** The file of a path of the site. */
	const file = (href: string) => {
		expect(href.startsWith(base), href).toBe(true);
		return `${folder}/${href.slice(base.length)}`;
	};

	describe('the manifest', () => {
		const manifest: Manifest = JSON.parse(read('site.webmanifest'));

		test('is Arabic, from the right, and keeps to its base', () => {
			expect(manifest).toMatchObject({
				lang: 'ar',
				dir: 'rtl',
				name,
				short_name: shortName,
				start_url: base,
				scope: base,
				id: base,
			});
			for (const colour of ['background_color', 'theme_color'])
				expect(manifest[colour]).toMatch(/^#[0-9a-f]{6}$/);
		});

		test('has the icons that installing asks for', () => {
			expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
				expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
			);
		});

		test.each(manifest.icons)(
			'$src is of its size ($sizes, $purpose)',
			async ({ src, sizes, type }) => {
				const { format, width, height } = await sharp(file(src)).metadata();
				expect([`${width}x${height}`, `image/${format}`]).toEqual([sizes, type]);
			},
		);
	});

	test('every page names its icons and the manifest', async () => {
		for (const [page, $] of pages) {
			expect($('link[rel=manifest]').attr('href'), page).toBe(`${base}site.webmanifest`);
			expect($('link[rel=icon]').attr(), page).toMatchObject({
				href: `${base}favicon.svg`,
				type: 'image/svg+xml',
			});
			expect($('link[rel=apple-touch-icon]').attr('href'), page).toBe(`${base}icon-180.png`);
		}
		expect(await sharp(`${folder}/icon-180.png`).metadata()).toMatchObject({
			width: 180,
			height: 180,
			hasAlpha: false,
		});
	});

	test('the mark stands in the circle that masks keep, on a ground that fills the square', async () => {
		const {
			data,
			info: { width, height },
		} = await sharp(`${folder}/icon-512.png`)
			.toColourspace('srgb')
			.removeAlpha()
			.raw()
			.toBuffer({ resolveWithObject: true });
		const white = Array.from({ length: width * height }, (_, pixel) => pixel).filter(
			(pixel) => (data[pixel * 3] ?? 0) > 128,
		);
		expect(white.length / (width * height)).toBeGreaterThan(0.05);
		expect(
			Math.max(
				...white.map((pixel) =>
					Math.hypot((pixel % width) - width / 2, Math.floor(pixel / width) - height / 2),
				),
			),
		).toBeLessThanOrEqual(0.4 * width);
		for (const corner of [0, width - 1, width * (height - 1), width * height - 1])
			expect([...data.subarray(corner * 3, corner * 3 + 3)]).toEqual(ground);
	});

	test('robots may read everything and learn where the sitemap is', () => {
		const lines = read('robots.txt').trim().split('\n').filter(Boolean);
		expect(lines).toEqual([
			'User-agent: *',
			'Allow: /',
			`Sitemap: ${address}sitemap-index.xml`,
			`Sitemap: ${address}news-sitemap.xml`,
		]);
	});

	test('sessions have a calendar file of their own, beside that of their event', () => {
		const leading = [...pages].flatMap(([page, $]) =>
			$('.side a[href$="/programme.ics"]')
				.toArray()
				.map(({ attribs }) => [page, $(`a[href="${attribs['href']}"]`).text(), attribs['href']]),
		);
		expect(leading).toEqual([
			[
				'articles/archives-conference/index.html',
				'أضف الجلسات إلى تقويمك',
				`${base}articles/archives-conference/programme.ics`,
			],
		]);
		expect(
			readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
				path.endsWith('programme.ics'),
			),
		).toEqual(['articles/archives-conference/programme.ics']);
		const sessions = new ICAL.Component(
			ICAL.parse(read('articles/archives-conference/programme.ics')) as unknown[],
		).getAllSubcomponents('vevent');
		expect(sessions).toHaveLength(9);
	});

	test('an event has its calendar file, and the page leads to it', () => {
		const events = [...pages].flatMap(([page, $]) => {
			if (page === '404.html') return [];
			const links = $('a[href$="/event.ics"]')
				.toArray()
				.map(({ attribs }) => attribs['href']);
			expect(existsSync(`${folder}/${page.replace(/index\.html$/, 'event.ics')}`), page).toBe(
				links.length > 0,
			);
			return [...new Set(links)];
		});
		expect(events.sort()).toEqual(EVENTS.map((slug) => `${base}articles/${slug}/event.ics`));
		for (const href of events)
			expect(readFileSync(file(href ?? ''), 'utf8')).toMatch(
				/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/,
			);
	});

	test.each([
		[
			'music-night',
			'CANCELLED',
			28921381,
			'أُلغي الحدث: أمسية «أوتار الشتاء»',
			'بيت العود، السلط، الأردن',
		],
		[
			'spring-fair',
			'CANCELLED',
			{ almanara: 28910701, sada: 28910761 }[site.paper],
			'أُجِّل الحدث: معرض الزهور الثالث',
			'حديقة الفسيفساء، مادبا، الأردن',
		],
		[
			'water-dialogue',
			'CONFIRMED',
			28884211,
			'انتقل الحدث إلى الإنترنت: حوار المياه العابرة للحدود',
			'عبر الإنترنت: Riverside Live',
		],
		[
			'film-days',
			'CONFIRMED',
			0,
			'أيام السينما القصيرة',
			'مسرح التلّة، عمّان، الأردن؛ قاعة السنديان، إربد، الأردن؛ ساحة المرجان، العقبة، الأردن؛ عبر الإنترنت: منصة «لقطة»',
		],
	])('the calendar of %s knows that it is %s', (slug, status, sequence, summary, location) => {
		const file = new ICAL.Component(ICAL.parse(read(`articles/${slug}/event.ics`)) as unknown[]);
		const event = file.getFirstSubcomponent('vevent');
		const value = (name: string) => event?.getFirstPropertyValue(name);
		expect(['status', 'sequence', 'summary', 'location'].map(value)).toEqual([
			status,
			sequence,
			summary,
			location,
		]);
	});
});

/** What reader views make of a page: the text as HTML, and who wrote it. */
const READERS: Record<
	string,
	(html: string, address: string) => Promise<{ content: string; author: string }>
> = {
	Readability: async (html) => {
		const read = new Readability(parseHTML(html).document).parse();
		return { content: read?.content ?? '', author: read?.byline ?? '' };
	},
	Defuddle: (html, address) => Defuddle(parseHTML(html).document, address),
};

/** The papers differ in their names alone: copies of one are enough. */
const PAPER = inject('sites').slice(-1);
describe.each(PAPER)('copies of an article at $address', ({ paper, folder, address }) => {
	const FORUM = 'articles/libraries-forum-tunis-2024/';
	const BUDGET = 'articles/budget-and-projects/';
	const { name } = PAPERS[paper];
	const read = (path: string) => readFileSync(`${folder}/${path}index.html`, 'utf8');
	const copies = new Map<string, ReturnType<(typeof READERS)[string]>>();
	/** What a reader view makes of an article, once for all tests. */
	const copyOf = (reader: string, path: string) => {
		const key = `${reader} ${path}`;
		const copy = copies.get(key) ?? READERS[reader]!(read(path), address + path);
		copies.set(key, copy);
		return copy;
	};
	/** Headings, the source's line, names on the map, author, how many paragraphs there are at least. */
	const ARTICLES: [string, string[], string, string[], string, number][] = [
		[
			FORUM,
			[
				'الحدث',
				'المنتدى',
				'القرار 12/45',
				'الفعاليات التفاعلية',
				'ورش العمل',
				'من البرنامج',
				'الجوائز',
				'الأهداف',
			],
			`المصدر: «البلد». الإعداد: «${name}».`,
			['عمّان', 'تونس'],
			name,
			9,
		],
		[BUDGET, [], 'المصدر: «وكالة الجسر للأنباء».', [], 'هند الروسان, Martin Hale', 7],
	];

	describe.each(Object.keys(READERS))('by %s', (reader) => {
		test.each(ARTICLES)(
			'%s: headings, paragraphs, author and source stay, the names on the map apart',
			async (path, headings, source, names, author, least) => {
				const page = load(read(path));
				const copy = await copyOf(reader, path);
				const $ = load(copy.content);
				expect(textsOf($, 'h2, h3, h4')).toEqual(expect.arrayContaining(headings));
				expect(textsOf($, 'h2, h3, h4').slice(0, headings.length)).toEqual(headings);
				expect(copy.author).toBe(author);
				expect(textsOf($, 'p')).toContain(source);
				// Then follow seas and countries.
				expect(textsOf($, 'svg text').slice(0, names.length || 1)).toEqual(names);
				// Numbers of footnotes look different in each.
				for (const one of [page, $]) one('sup').remove();
				// Defuddle puts spaces around inline elements.
				const bare = (text: string) => text.replace(/\s/g, '');
				const text = bare(textOf($, 'body'));
				const paragraphs = textsOf(page, '.story-text > p:not([class]), section > p:not([class])');
				expect(paragraphs.length).toBeGreaterThanOrEqual(least);
				for (const paragraph of paragraphs) expect(text).toContain(bare(paragraph));
			},
		);

		test('no «#» and no address stands alone, and the map is no silhouette', async () => {
			const { content } = await copyOf(reader, FORUM);
			const $ = load(content);
			expect(textsOf($, '*').filter((text) => /^(?:#|https?:\S*)$/.test(text))).toEqual([]);
			expect($('svg').attr('fill')).toBe('currentColor');
			expect(
				$('svg path')
					.toArray()
					// Defuddle works the variable out itself.
					.map(({ attribs }) => attribs['fill']?.replace(/^var\(--\w+,(.*)\)$/, '$1')),
			).toEqual(['none', '#8884', 'none', undefined]);
			expect($('svg path').last().parent().attr('fill')).toBe('none');
		});
	});

	test.each(Object.keys(READERS))('%s shows the headline as the title alone', async (reader) => {
		const path = 'articles/photo-harbour/';
		const page = load(read(path));
		expect(textOf(page, 'h1')).toBe('ميناء العقبة قبل الشروق، حكاية في ثلاث صور');
		const $ = load((await copyOf(reader, path)).content);
		expect(textsOf($, 'h1, h2')).toEqual([]);
		expect($('img').length).toBe(3);
	});

	test.each(Object.keys(READERS))(
		'%s shows no headline twice, however short the article',
		async (reader) => {
			const slugs = ['street-lights', 'craft-market', 'music-night', 'nurses-statement'];
			for (const path of slugs.map((slug) => `articles/${slug}/`)) {
				const headline = textOf(load(read(path)), 'h1');
				const $ = load((await copyOf(reader, path)).content);
				expect(textsOf($, 'h1, h2')).not.toContain(headline);
				expect(textsOf($, 'p').join('').length).toBeGreaterThan(100);
				expect($('a[href*="wa.me"], a[href*="facebook.com"]')).toHaveLength(0);
			}
		},
	);

	test.each(Object.keys(READERS))(
		'%s keeps every picture, what it shows and whose it is',
		async (reader) => {
			for (const [path, pictures, captions] of [
				[
					'articles/photo-harbour/',
					3,
					[
						'الصيّاد أبو ناصر على رصيفه قبل أن تشرق الشمس – تصوير: تالا جرّار',
						'القوارب العائدة قبيل الشروق – تصوير: تالا جرّار',
					],
				],
				[
					BUDGET,
					7,
					[
						'وصول الوفد إلى مقر اللقاء – تصوير: لينا مراد',
						'قاعة اللقاء قبل وصول المستثمرين – تصوير: لينا مراد',
						'الحافلات الجديدة – تصوير: سامر علي',
						'من مشروعات السنة الجديدة – تصوير: وكالة الجسر للأنباء',
					],
				],
			] as const) {
				const { content } = await copyOf(reader, path);
				const $ = load(content);
				expect($('img')).toHaveLength(pictures);
				for (const caption of captions) expect(textOf($, 'body')).toContain(caption);
			}
		},
	);

	test.each(Object.keys(READERS))(
		'%s keeps what was corrected, and the facts beside a text, links or not',
		async (reader) => {
			for (const [slug, words] of [
				['ai-models', 'ذكر المقال أن النموذج صدر في آذار، والصواب في شباط.'],
				['archives-conference', 'إعلان العقبة للأرشيف المفتوح'],
				['evening-lecture', 'محاضرة «خرائط من ضوء»'],
				['music-night', 'نادي بيت العود'],
			]) {
				const { content } = await copyOf(reader, `articles/${slug}/`);
				expect(textOf(load(content), 'body'), slug).toContain(words);
			}
		},
	);

	test('a browser of text shows no button that only a script can use, and the names on the map apart', () => {
		const $ = load(read(FORUM));
		expect(
			$('button, textarea, input, select, form').not('footer form, footer form *'),
		).toHaveLength(0);
		// SingleFile drops rules that match nothing while the script runs, `:not(:defined)` among them.
		expect($('style').text()).toContain('by-script{display:none}by-script:defined{display:inline}');
		expect(textOf($, '.map svg')).toMatch(/^عمّان تونس الأردن البحر المتوسط /);
		const links = textsOf($, 'article a').filter((text) => !/\p{Script=Arabic}|\d/u.test(text));
		expect(links.filter(Boolean)).toEqual([]);
		// The address of the page itself is told with its words.
		expect(textsOf($, 'article bdi').filter((text) => text.startsWith('https:'))).toEqual([
			address + FORUM,
		]);
	});
});
