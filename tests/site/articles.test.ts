import { describe, expect, inject, test } from 'vitest';
import { headingIds } from '../../src/article/ids.ts';
import { attributesOf, pagesOf, textOf, textsOf } from './pages.ts';

/** What differs between the papers: dates, numbers, their zone. */
const WORDS = {
	almanara: {
		forum: '14–17 أيار 2024',
		forumDays: ['الثلاثاء 14', 'الأربعاء 15', 'الخميس 16', 'الجمعة 17'],
		resolution: 'اليوم العربي للمكتبة العامة: 14 أيار',
		distance: 'الطريق الأقصر من عمّان إلى تونس: نحو 2,400 كيلومتر.',
		minutes: 'مدة القراءة: 3 دقائق',
		schoolYear: ['24 آب', '6 أيلول 2025'],
		overTheMonth: ['السبت 30', 'الأحد 31', 'الاثنين 1 أيلول', 'الثلاثاء 2'],
		schoolBegins: 'الأحد 24 آب',
		bookFair: ['الخميس 12 أيلول', '…', 'الأربعاء 23 تشرين الأول'],
		times: 'الوقت 9:00 ص – 5:00 م، بتوقيت New York',
		updated: '23 نيسان 2025 آخر تحديث: 25 نيسان 2025، 10:00 ص',
		/** In the zone of the paper: in February Cairo is an hour behind Amman. */
		published: '10 شباط 2025، 12:15 م',
		back: ['العودة إلى موضع الهامش 1 في النص', 'العودة إلى موضع الهامش 2 في النص'],
	},
	sada: {
		forum: '١٤–١٧ مايو ٢٠٢٤',
		forumDays: ['الثلاثاء ١٤', 'الأربعاء ١٥', 'الخميس ١٦', 'الجمعة ١٧'],
		resolution: 'اليوم العربي للمكتبة العامة: ١٤ مايو',
		distance: 'الطريق الأقصر من عمّان إلى تونس: نحو ٢٬٤٠٠ كيلومتر.',
		minutes: 'مدة القراءة: ٣ دقائق',
		schoolYear: ['٢٤ أغسطس', '٦ سبتمبر ٢٠٢٥'],
		overTheMonth: ['السبت ٣٠', 'الأحد ٣١', 'الاثنين ١ سبتمبر', 'الثلاثاء ٢'],
		schoolBegins: 'الأحد ٢٤ أغسطس',
		bookFair: ['الخميس ١٢ سبتمبر', '…', 'الأربعاء ٢٣ أكتوبر'],
		times: 'الوقت ٩:٠٠ ص – ٥:٠٠ م، بتوقيت New York',
		updated: '٢٣ أبريل ٢٠٢٥، الموافق ٢٥ شوال ١٤٤٦ هـ آخر تحديث: ٢٥ أبريل ٢٠٢٥، ١٠:٠٠ ص',
		published: '١٠ فبراير ٢٠٢٥، ١١:١٥ ص',
		back: ['العودة إلى موضع الهامش ١ في النص', 'العودة إلى موضع الهامش ٢ في النص'],
	},
};
const STRIP = 'ol[aria-label="أيام الحدث"]';

describe.each(inject('sites'))('the articles at $address', ({ paper, folder, address, base }) => {
	const words = WORDS[paper];
	const pages = pagesOf(folder);
	const article = (slug: string) => {
		const found = pages.get(`articles/${slug}/index.html`);
		if (!found) throw new Error(`${slug} was not built`);
		return found;
	};

	describe('one with everything that an event has', () => {
		const $ = article('libraries-forum-tunis-2024');
		const text = textOf($, 'article');

		test.each([
			'الأردن يحمل تجربة مكتباته المتنقلة إلى المنتدى العربي للمكتبات 2024 في تونس',
			'وفي بناء مدن المعرفة حتى عام 2030م.',
			'أربعة أيام للمكتبات',
			'عمّان – البلد',
			'المنتدى العربي للمكتبات العامة 2024 وحفل توزيع جوائزه',
			'«المكتبة العامة شريكًا في التعلّم مدى الحياة وفي بناء مدن المعرفة حتى عام 2030م»',
			'مجمّع «مدينة الثقافة» (Cité de la Culture)، تونس، الجمهورية التونسية',
			'شعبة المكتبات وخدمات القراءة في المجلس العربي للمعرفة والثقافة والتعليم المستمر (ACK LIB)',
			'الشبكة المتوسطية لتشجيع القراءة وتمكين القرّاء (Med Read)',
			'الهيئة التونسية للمطالعة العمومية',
			'الدكتور وائل سليم الحوراني، مدير تطوير خدمات القراءة، مؤسسة المكتبات العامة',
			'القرار 12/45',
			words.resolution,
			'A/LIB/12/45',
			'حلقة نقاش بين الناشرين والقرّاء',
			'خمس ورش تدريبية متزامنة لأمناء المكتبات',
			'الفهارس الرقمية المشتركة أداةً لتقاسم المقتنيات بين مكتبات المدن والقرى',
			'الأرشيف المحلي والذاكرة الشفوية في عصر الذكاء الاصطناعي',
			'جلسة ختامية تُقرأ فيها توصيات الورش وخلاصة حلقة النقاش وملاحظات القاعة',
			'جوائز المكتبة العربية لخدمة المجتمع',
			'توثيق المبادرات الرائدة وإتاحتها لكل من يريد أن يحذو حذوها',
			'المكتبة التي لا تسأل عن جيرانها مخزن كتب مرتّب.',
			'المصدر: «البلد».',
			words.minutes,
			'التعليق عبر فيسبوك',
		])('tells %s', (fact) => expect(text).toContain(fact));

		test('has its three sections, each under its fixed id and named by its heading', () => {
			const sections = $('section')
				.toArray()
				.map(({ attribs }) => [attribs['id'], $(`#${attribs['aria-labelledby']}`).text()]);
			expect(sections).toEqual([
				['event', 'الحدث'],
				['forum', 'المنتدى'],
				['awards', 'الجوائز'],
			]);
			expect(
				$('nav a[href^="#"]')
					.toArray()
					.map(({ attribs }) => attribs['href']),
			).toEqual(['#event', '#forum', '#awards']);
		});

		test('never invents a day for its publication', () => {
			expect(attributesOf($, 'article.story time', 'datetime')).toEqual([
				'2024-05',
				'2024-05-14',
				'2024-05-17',
				'2024-05-14',
				'2024-05-15',
				'2024-05-16',
				'2024-05-17',
				'2024-05-17',
			]);
			expect($('article.story').html()).not.toMatch(/2024-05-0|2024-04|2024-06/);
		});

		test('keeps a range of days in its order wherever it stands', () =>
			expect(textsOf($, 'span[dir=rtl]')).toEqual([words.forum]));

		test('sets the five workshops as an ordered list and the four days too', () => {
			expect($('#workshops + ol > li')).toHaveLength(5);
			expect(textsOf($, '#event ol > li time')).toEqual(words.forumDays);
			expect($('#awards ul > li')).toHaveLength(5);
		});

		test('offers the event for a calendar and a map in words that are true before it and after', () =>
			expect(
				$('#event dd a')
					.toArray()
					.map((link) => [$(link).text(), link.attribs['href']]),
			).toEqual([
				[
					'عرض المكان على الخريطة',
					'https://www.openstreetmap.org/?mlat=36.813&mlon=10.185#map=16/36.813/10.185',
				],
				['ملف الحدث للتقويم', `${base}articles/libraries-forum-tunis-2024/event.ics`],
				[
					'شعبة المكتبات وخدمات القراءة في المجلس العربي للمعرفة والثقافة والتعليم المستمر',
					'https://libraries.ack.example',
				],
			]));

		test('tells in words what its map shows', () => {
			expect($('svg[role=img]').attr('aria-label')).toBe('خريطة الطريق من عمّان إلى تونس');
			expect($('.map figcaption').text()).toBe(words.distance);
		});

		test('leaves to no service a window to come back by', () => {
			expect($('.share a').length).toBe(12);
			expect(
				$('.share a')
					.toArray()
					.filter(({ attribs }) => attribs['rel'] !== 'noopener'),
			).toEqual([]);
		});

		test('isolates Latin names and numbers from the Arabic around them', () =>
			expect(textsOf($, 'bdi')).toEqual(
				expect.arrayContaining(['Cité de la Culture', 'ACK LIB', 'Med Read', '12/45']),
			));

		test('prints its address for whoever reads it on paper', () =>
			expect(textsOf($, '.paper-only bdi')).toContain(
				`${address}articles/libraries-forum-tunis-2024/`,
			));
	});

	test('one without sections has neither contents nor empty parts', () => {
		const $ = article('street-lights');
		expect($('h1').text()).toBe('مصابيح جديدة تنير شوارع شرق عمّان قبل نهاية الشتاء');
		expect($('article section, article nav, article dl, a[href="#event"]')).toHaveLength(0);
	});

	test('links in Markdown follow the base, headings have Latin ids, telephone numbers their order', () => {
		expect(article('opinion-reading')('.story-text p a').not('[href^="#"]').attr()).toEqual({
			href: `${base}articles/book-fair/`,
		});
		expect(article('street-lights')('h2#mwaayd-alaml').text()).toBe('مواعيد العمل');
		const $ = article('budget-and-projects');
		expect(textsOf($, '#event p bdi[dir=ltr]')).toEqual(['+962 6 555 0100', '-3.2%']);
		expect($('#event p a[dir=ltr]').attr('href')).toBe('tel:+96265550100');
	});

	test('a number of several parts keeps its order in the facts as in the text', () => {
		const $ = article('evening-lecture');
		expect(textsOf($, '.story-head > p > bdi[dir=ltr]')).toEqual(['06 555 0142']);
	});

	test('no heading gets an id that the page has itself', () => {
		const ids = ['libraries-forum-tunis-2024', 'street-lights', 'opinion-reading'].flatMap((slug) =>
			article(slug)('[id]')
				.not('article h2:not([class]), [id^=user-content-]')
				.toArray()
				.map(({ attribs }) => attribs['id'] ?? ''),
		);
		expect(ids).toEqual(
			expect.arrayContaining([
				'content',
				'headline',
				'event',
				'more',
				'workshops',
				'footnote-label',
			]),
		);
		for (const id of ids) expect(headingIds()(id)).not.toBe(id);
	});

	test('footnotes speak Arabic and lead there and back', () => {
		const $ = article('opinion-reading');
		expect($('.footnotes h2').text()).toBe('الهوامش');
		expect(
			$('.footnotes a')
				.toArray()
				.map(({ attribs }) => [attribs['href'], attribs['aria-label']]),
		).toEqual([
			['#user-content-fnref-1', words.back[0]],
			['#user-content-fnref-homes', words.back[1]],
		]);
		expect($('sup a#user-content-fnref-homes').attr('href')).toBe('#user-content-fn-homes');
		expect($('sup a#user-content-fnref-1').attr('href')).toBe('#user-content-fn-1');
		expect($.html()).not.toMatch(/Footnotes|Back to/);
	});

	test('two authors are both named, and a change is dated after the first day', () => {
		const $ = article('opinion-reading');
		expect(textOf($, '.story-head .row')).toContain('بقلم رُبى السعيد وكريم نصّار');
		expect(textOf($, '.story-head .row')).toContain(words.updated);
		expect(attributesOf($, '.story-head time', 'datetime')).toEqual([
			'2025-04-23',
			'2025-04-25T10:00:00+03:00',
		]);
	});

	test('a moment of publication is told in the zone of the paper', () =>
		expect(textsOf(article('evening-lecture'), '.story-head time')[0]).toBe(words.published));

	test('lines of verse stay lines', () =>
		expect(article('opinion-reading')('.story-text p, article > p').find('br')).toHaveLength(3));

	test('a quotation names its speaker, a photograph its photographer', () => {
		expect(textsOf(article('ai-models'), 'figure figcaption')).toEqual([
			'رهام الشمالي، منسّقة الاختبار',
		]);
		expect(textsOf(article('photo-harbour'), 'figure figcaption')).toEqual([
			'القوارب العائدة قبيل الشروق – تصوير: تالا جرّار',
		]);
	});

	test('photographs have their words and their size, so that nothing moves when they come', () =>
		expect(
			article('photo-harbour')('img')
				.toArray()
				.map(({ attribs }) => [attribs['alt'], attribs['width'], attribs['height']]),
		).toEqual([
			['مرفأ صغير تدخله قوارب صيد، وخلفه جبال في ضوء أزرق', '1120', '747'],
			['أربعة قوارب خشبية، بيضاء وزرقاء، مربوطة إلى الرصيف', '1000', '750'],
		]));

	test('two weeks over the end of a month are told in full, day by day', () => {
		const $ = article('school-year');
		expect(textsOf($, 'span[dir=rtl]')).toEqual([words.schoolYear.join(' – ')]);
		expect(attributesOf($, 'span[dir=rtl] time', 'datetime')).toEqual(['2025-08-24', '2025-09-06']);
		const days = textsOf($, `${STRIP} time`);
		expect(days).toHaveLength(14);
		expect(days[0]).toBe(words.schoolBegins);
		expect(days.slice(6, 10)).toEqual(words.overTheMonth);
	});

	test('an event of more than two weeks is told by its two ends', () => {
		const $ = article('book-fair');
		expect(attributesOf($, `${STRIP} time`, 'datetime')).toEqual(['2024-09-12', '2024-10-23']);
		expect(textsOf($, `${STRIP} > li`)).toEqual(words.bookFair);
	});

	test('an event with times tells them in its own zone', () => {
		const $ = article('budget-and-projects');
		expect(textOf($, '#event dl > div:first-child')).toBe(words.times);
		expect(attributesOf($, '#event dl time', 'datetime')).toEqual([
			'2025-01-06T09:00:00-05:00',
			'2025-01-06T17:00:00-05:00',
		]);
		expect(attributesOf($, `${STRIP} time`, 'datetime')).toEqual(['2025-01-06']);
	});

	test('an event has a map where both its ends are known, and only there', () =>
		expect(
			[...pages]
				.filter(([, $]) => $('article svg[role=img]').length)
				.map(([file]) => file)
				.sort(),
		).toEqual([
			'articles/libraries-forum-tunis-2024/index.html',
			'articles/world-health-summit/index.html',
		]));

	test('one organizer, two, and several are each called by their form', () =>
		expect(
			['evening-lecture', 'budget-and-projects', 'world-health-summit'].map((slug) =>
				textsOf(article(slug), 'dt').find((label) => label.startsWith('المنظِّم')),
			),
		).toEqual(['المنظِّم', 'المنظِّمان', 'المنظِّمون']));

	test('an article leads to the three latest others', () =>
		expect(
			article('school-year')('nav[aria-labelledby=more] h3 a')
				.toArray()
				.map(({ attribs }) => attribs['href']),
		).toEqual([
			`${base}articles/photo-harbour/`,
			`${base}articles/opinion-reading/`,
			`${base}articles/ai-models/`,
		]));
});
