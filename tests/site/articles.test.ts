import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { headingIds } from '../../src/article/ids.ts';
import { attributesOf, pagesOf, textOf, textsOf } from './pages.ts';

/** What differs between the papers: dates, numbers, their zone. */
const WORDS = {
	almanara: {
		forum: '14–17 أيار 2024',
		updates: ['الخميس 7 آذار 2024', '12:20 ص', 'الأربعاء 6 آذار 2024', '11:55 م', '7:40 م'],
		forumDays: ['الثلاثاء 14', 'الأربعاء 15', 'الخميس 16', 'الجمعة 17'],
		resolution: 'اليوم العربي للمكتبة العامة: 14 أيار',
		distance: 'المسافة في خط مستقيم نحو 2,400 كيلومتر.',
		minutes: 'مدة القراءة: 3 دقائق',
		schoolYear: ['24 آب', '6 أيلول 2025'],
		overTheMonth: ['السبت 30', 'الأحد 31', 'الاثنين 1 أيلول', 'الثلاثاء 2'],
		schoolBegins: 'الأحد 24 آب',
		bookFair: ['الخميس 12 أيلول', '…', 'الأربعاء 23 تشرين الأول'],
		times: [
			'9:00 ص – 5:00 م، بتوقيت New York',
			'6 كانون الثاني 2025، 5:00 م – 7 كانون الثاني 2025، 1:00 ص، بتوقيت الأردن',
		],
		onlineTimes: [
			'7:00 م – 9:00 م، بتوقيت نيويورك',
			'11 كانون الأول 2024، 3:00 ص – 5:00 ص، بتوقيت الأردن',
		],
		opening: ['من السبت إلى الأربعاء: 10:00 ص – 9:30 م', 'الخميس: 10:00 ص – منتصف الليل'],
		cancelled: 'كان موعده 30 كانون الأول 2024، 7:30 م.',
		postponed: 'كان موعده 27–29 كانون الأول 2024، ولم يُحدَّد له موعد جديد.',
		price: '3 دنانير أردنية',
		updated: '23 نيسان 2025 آخر تحديث: 25 نيسان 2025، 10:00 ص',
		/** In the zone of the paper: in February Cairo is an hour behind Amman. */
		published: '10 شباط 2025، 12:15 م',
		back: ['عودة إلى النص، عند الهامش 1', 'عودة إلى النص، عند الهامش 2'],
		sessionDays: ['الخميس 28 آذار', 'الجمعة 29 آذار', 'السبت 30 آذار'],
		slots: [
			['9:00 ص – 10:30 ص', 1],
			['10:30 ص – 11:00 ص', 1],
			['11:00 ص', 3],
			['10:00 ص – 11:30 ص', 1],
			['11:30 ص', 1],
			['4:00 م – 5:30 م', 1],
			['9:30 ص – 11:00 ص', 1],
		],
		tracks: [
			'رقمنة الصحف القديمة ورشة، قاعة المرجان، حتى 12:30 م المتحدثتان: ريم الدباس، مرمِّمة مخطوطات؛ دانا الخطيب',
			'وصف الصور التي لا أسماء فيها ورشة، قاعة الشراع، حتى 12:30 م المتحدث: زيد قعوار، أمين مجموعة الصور',
			'حقوق النشر بعد 50 سنة ورشة، قاعة المنارة، حتى 1:00 م إدارة الجلسة: ليث عودة؛ سناء الرشق، نقابة الناشرين',
		],
		awards: 'جائزة القارئ 2024، الدورة السابعة',
		prize: 'قيمة الجائزة: 30,000 دينار أردني',
		winners: [
			'الرواية: المركز الأول: الدكتورة نوال الصمادي، «بيت على الوادي»، الأردن (10,000 دينار أردني)',
			'المكتبة: الفائزة: مكتبة الحارة، المغرب (8,000.50 دولار أمريكي)',
			'الترجمة: المركز الثاني: هيفاء ناصر، «الريح والملح» | المركز الثالث: سامر الطويل، «أغاني الصيادين»، دار الجسر',
		],
	},
	sada: {
		updates: ['الأربعاء ٦ مارس ٢٠٢٤', '١١:٢٠ م', '١٠:٥٥ م', '٦:٤٠ م'],
		forum: '١٤–١٧ مايو ٢٠٢٤',
		forumDays: ['الثلاثاء ١٤', 'الأربعاء ١٥', 'الخميس ١٦', 'الجمعة ١٧'],
		resolution: 'اليوم العربي للمكتبة العامة: ١٤ مايو',
		distance: 'المسافة في خط مستقيم نحو ٢٬٤٠٠ كيلومتر.',
		minutes: 'مدة القراءة: ٣ دقائق',
		schoolYear: ['٢٤ أغسطس', '٦ سبتمبر ٢٠٢٥'],
		overTheMonth: ['السبت ٣٠', 'الأحد ٣١', 'الاثنين ١ سبتمبر', 'الثلاثاء ٢'],
		schoolBegins: 'الأحد ٢٤ أغسطس',
		bookFair: ['الخميس ١٢ سبتمبر', '…', 'الأربعاء ٢٣ أكتوبر'],
		times: ['٩:٠٠ ص – ٥:٠٠ م، بتوقيت New York', '٤:٠٠ م – منتصف الليل، بتوقيت مصر'],
		onlineTimes: ['٧:٠٠ م – ٩:٠٠ م، بتوقيت نيويورك', '١١ ديسمبر ٢٠٢٤، ٢:٠٠ ص – ٤:٠٠ ص، بتوقيت مصر'],
		opening: ['من السبت إلى الأربعاء: ١٠:٠٠ ص – ٩:٣٠ م', 'الخميس: ١٠:٠٠ ص – منتصف الليل'],
		cancelled: 'كان موعده ٣٠ ديسمبر ٢٠٢٤، ٧:٣٠ م، بتوقيت السلط.',
		postponed: 'كان موعده ٢٧–٢٩ ديسمبر ٢٠٢٤، ولم يُحدَّد له موعد جديد.',
		price: '٣ دنانير أردنية',
		updated: '٢٣ أبريل ٢٠٢٥، الموافق ٢٥ شوال ١٤٤٦ هـ آخر تحديث: ٢٥ أبريل ٢٠٢٥، ١٠:٠٠ ص',
		published: '١٠ فبراير ٢٠٢٥، ١١:١٥ ص',
		back: ['عودة إلى النص، عند الهامش ١', 'عودة إلى النص، عند الهامش ٢'],
		sessionDays: ['الخميس ٢٨ مارس', 'الجمعة ٢٩ مارس', 'السبت ٣٠ مارس'],
		slots: [
			['٩:٠٠ ص – ١٠:٣٠ ص', 1],
			['١٠:٣٠ ص – ١١:٠٠ ص', 1],
			['١١:٠٠ ص', 3],
			['١٠:٠٠ ص – ١١:٣٠ ص', 1],
			['١١:٣٠ ص', 1],
			['٤:٠٠ م – ٥:٣٠ م', 1],
			['٩:٣٠ ص – ١١:٠٠ ص', 1],
		],
		tracks: [
			'رقمنة الصحف القديمة ورشة، قاعة المرجان، حتى ١٢:٣٠ م المتحدثتان: ريم الدباس، مرمِّمة مخطوطات؛ دانا الخطيب',
			'وصف الصور التي لا أسماء فيها ورشة، قاعة الشراع، حتى ١٢:٣٠ م المتحدث: زيد قعوار، أمين مجموعة الصور',
			'حقوق النشر بعد 50 سنة ورشة، قاعة المنارة، حتى ١:٠٠ م إدارة الجلسة: ليث عودة؛ سناء الرشق، نقابة الناشرين',
		],
		awards: 'جائزة القارئ ٢٠٢٤، الدورة السابعة',
		prize: 'قيمة الجائزة: ٣٠٬٠٠٠ دينار أردني',
		winners: [
			'الرواية: المركز الأول: الدكتورة نوال الصمادي، «بيت على الوادي»، الأردن (١٠٬٠٠٠ دينار أردني)',
			'المكتبة: الفائزة: مكتبة الحارة، المغرب (٨٬٠٠٠٫٥٠ دولار أمريكي)',
			'الترجمة: المركز الثاني: هيفاء ناصر، «الريح والملح» | المركز الثالث: سامر الطويل، «أغاني الصيادين»، دار الجسر',
		],
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

	test('one that runs tells each day once, and under it the hours, the newest first', () => {
		expect(textsOf(article('council-count'), '.updates h2, .updates time')).toEqual([
			'وقائع التغطية',
			...words.updates,
		]);
	});

	describe('one with a conference of three days', () => {
		const $ = article('archives-conference');

		test('tells its sessions by day and time, those that begin together in one place', () => {
			expect(textsOf($, '.programme > li > p')).toEqual(words.sessionDays);
			const slots = Array.from($('.slots > li'), (slot) => [
				textOf($, $(slot).children('p')),
				$('.tracks > li', slot).length,
			]);
			expect(slots).toEqual(words.slots);
			expect(attributesOf($, '.slots > li:first-child > p time', 'datetime').slice(0, 2)).toEqual([
				'2024-03-28T09:00:00+03:00',
				'2024-03-28T10:30:00+03:00',
			]);
			expect(textsOf($, '.tracks:has(> :nth-child(3)) > li')).toEqual(words.tracks);
			expect(textOf($, '#programme + p')).toBe('الأوقات بتوقيت العقبة.');
		});

		test('carries the styles of a programme, and no other article does', () =>
			expect(
				[...pages].filter(([, $]) => /\.tracks\s*\{/.test($('style').text())).map(([file]) => file),
			).toEqual(['articles/archives-conference/index.html']));

		test('tells its documents and speakers', () => {
			expect(textsOf($, '[role=note][aria-label=الوثائق] > *')).toEqual([
				'الإعلان',
				'إعلان العقبة للأرشيف المفتوح',
				'التقرير 3/2024',
				'حال الأرشيف في 12 بلدًا',
			]);
			expect(attributesOf($, '[role=note] a', 'href')).toEqual([
				'https://archives.example/declaration',
			]);
			expect(textOf($, '#speakers')).toBe('المتحدثتان');
			expect(textsOf($, '#speakers + ul > li')).toEqual([
				'الدكتورة هالة المصري، أستاذة علم الوثائق، جامعة الساحل',
				'ريم الدباس، مرمِّمة مخطوطات',
			]);
		});
	});

	describe('one of a night of awards', () => {
		const $ = article('readers-awards');

		test('tells whoever won by category, in the order of the ceremony, before whoever was nominated', () => {
			expect(textOf($, '#awards')).toContain(words.awards);
			expect(textOf($, '#awards')).toContain(words.prize);
			expect(textOf($, '#categories')).toBe('الفائزون بحسب الفئات');
			const told = Array.from($('#categories + ul > li'), (category) => {
				const winners = Array.from($('.winners > li', category), (one) => textOf($, $(one)));
				// Places say that they won.
				const label = $('.winners', category).prev('.text-note').text();
				return [$('h4', category).text(), label, winners.join(' | ')].filter(Boolean).join(': ');
			});
			expect(told).toEqual(words.winners);
			expect(textsOf($, '#categories + ul > li:first-child > p')).toEqual([
				'لرواية صدرت في العامين الماضيين.',
				'المرشحان: مازن الحلو، «صيف بلا بحر»، لبنان؛ إيمان بدران، «دفتر الغياب»، فلسطين',
				'لجنة التحكيم: الأستاذ فارس الكايد؛ جمانة حتر، ناقدة',
			]);
		});
	});

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
			'يمثّل مؤسسة المكتبات العامة',
			'الدكتور وائل سليم الحوراني، مدير تطوير خدمات القراءة',
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
			'المكتبة التي لا تسأل عن جيرانها مخزن كتب مرتّب',
			'المصدر: «البلد».',
			words.minutes,
			'التعليق عبر فيسبوك بمشاركة المقال',
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
				$('#event .row a, #event dd a')
					.toArray()
					.map((link) => [$(link).text(), link.attribs['href']]),
			).toEqual([
				['أضف الحدث إلى تقويمك', `${base}articles/libraries-forum-tunis-2024/event.ics`],
				[
					'عرض المكان على الخريطة',
					'https://www.openstreetmap.org/?mlat=36.813&mlon=10.185#map=16/36.813/10.185',
				],
				[
					'شعبة المكتبات وخدمات القراءة في المجلس العربي للمعرفة والثقافة والتعليم المستمر',
					'https://libraries.ack.example',
				],
			]));

		test('tells in words what its map shows', () => {
			expect($('svg[role=img]').attr('aria-label')).toBe('خريطة المسار من عمّان إلى تونس');
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
		expect(textsOf($, '#event p bdi[dir=ltr]')).toEqual(['+962 6 555 0100', '12%', '-3.2%']);
		expect($('#event p a[dir=ltr]').attr('href')).toBe('tel:+96265550199');
	});

	test('a number of several parts keeps its order in the facts as in the text', () => {
		const $ = article('evening-lecture');
		expect(textsOf($, '.story-head > p > bdi[dir=ltr]')).toEqual(['06 555 0142']);
		const places = ['#event dd', '#event > p', '#event bdi[dir=ltr]'];
		for (const place of places)
			expect(textsOf($, `${place} > bdo[dir=ltr]`), place).toEqual(['٠٦ ٥٥٥ ٠١٤٢']);
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
		expect(textsOf($, '.writers b')).toEqual(['رُبى السعيد', 'وكريم نصّار']);
		expect(textOf($, '.story-head .row')).not.toContain('رُبى');
		expect(textOf($, '.story-head .row')).toContain(words.updated);
		expect(attributesOf($, '.story-head time', 'datetime')).toEqual([
			'2025-04-23',
			'2025-04-25T10:00:00+03:00',
		]);
	});

	test('«بقلم» is said of opinions alone; of its own report the paper names no source at the end', () => {
		const $ = article('poet-interview');
		expect(textOf($, '.story-head .row')).toMatch(/^إربد – المنارة كريم نصّار /);
		expect(textOf($, 'article:has([href$="/opinion-reading/"]) .row')).toContain(
			'بقلم رُبى السعيد وكريم نصّار',
		);
		expect(textsOf($, '.credit')).toEqual(
			paper === 'almanara' ? [] : [expect.stringContaining('المصدر: «المنارة».')],
		);
		expect(textsOf($, '.video figcaption > span')).toEqual([
			expect.stringMatching(/^فيديو مدته (?:12:40|١٢:٤٠)، يُفتح في /),
		]);
	});

	test('an opinion begins with what it is and who wrote it; its photograph comes after the words', () => {
		const $ = article('opinion-reading');
		expect(
			$('.story-head > :is(p, ul, h1, figure)')
				.toArray()
				.map(({ attribs }) => attribs['class']?.split(' ')[0]),
		).toEqual(['text-note', 'writers', 'headline', 'text-dek', 'row', 'lead']);
		expect(textsOf($, '.writers p > span')).toEqual(['محررة الكتب']);
		expect(attributesOf($, '.writers img', 'alt')).toEqual(['']);
		expect(article('ai-models')('.writers')).toHaveLength(0);
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
			'الصيّاد أبو ناصر على رصيفه قبل أن تشرق الشمس – تصوير: تالا جرّار',
			'القوارب العائدة قبيل الشروق – تصوير: تالا جرّار',
			'القوارب بعد أن غُسلت ورُبطت إلى الرصيف – تصوير: تالا جرّار',
		]);
	});

	test('wide figures and galleries tell of each picture what it shows and whose it is', () => {
		const $ = article('budget-and-projects');
		expect(textsOf($, 'figcaption')).toEqual([
			'وصول الوفد إلى مقر اللقاء – تصوير: لينا مراد',
			'قاعة اللقاء قبل وصول المستثمرين – تصوير: لينا مراد',
			'الحافلات الجديدة – تصوير: سامر علي',
			'من مشروعات السنة الجديدة – تصوير: وكالة الجسر للأنباء',
		]);
		expect($('.story-text > figure.wide:not(.gallery) img').attr('alt')).toBe(
			'قاعة واسعة فيها صفوف من المقاعد الزرقاء',
		);
		expect($('.gallery figure p, .gallery p')).toHaveLength(0);
	});

	test('each picture of a gallery leads to itself, whole and large, and tells its size in its row', async () => {
		const $ = article('budget-and-projects');
		const links = $('.gallery.wide figure > a').toArray();
		expect(links.map(({ attribs }) => attribs['aria-label'])).toEqual([
			'تكبير الصورة: رصيف ميناء يعمل فيه عمّال',
			'تكبير الصورة: برج مراقبة أبيض',
			'تكبير الصورة: حافلات خضراء في ساحة',
		]);
		const files = links.map(({ attribs }) => attribs['href']?.slice(base.length));
		const large = await Promise.all(files.map((file) => sharp(`${folder}/${file}`).metadata()));
		expect(large.map(({ format, width, height }) => [format, width, height])).toEqual([
			['jpeg', 1000, 750],
			['jpeg', 600, 1600],
			['jpeg', 2240, 1493],
		]);
		expect(
			$('.gallery img')
				.toArray()
				.map(({ attribs: { width, height, loading } }) => [width, height, loading]),
		).toEqual([
			['1000', '750', 'lazy'],
			['600', '1200', 'lazy'],
			['1120', '747', 'lazy'],
		]);
		expect(attributesOf($, '.shots > div', 'class')).toEqual(['r133', 'r50', 'r150 alone']);
		expect(attributesOf($, '.gallery source[type="image/avif"]', 'sizes')).toEqual([
			'(min-width: 1248px) 483px, (min-width: 640px) calc((100vw - 40px) * 0.400), calc(100vw * 0.727)',
			'(min-width: 1248px) 181px, (min-width: 640px) calc((100vw - 40px) * 0.150), calc(100vw * 0.273)',
			'(min-width: 1248px) 544px, (min-width: 640px) calc((100vw - 40px) * 0.450), calc(100vw * 1.000)',
		]);
	});

	test('photographs have their words and their size, so that nothing moves when they come', () =>
		expect(
			article('photo-harbour')('article.story img')
				.toArray()
				.map(({ attribs }) => [attribs['alt'], attribs['width'], attribs['height']]),
		).toEqual([
			['صيّاد يجمع شباكه على رصيف خشبي، وخلفه بحر ساكن', '1120', '747'],
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

	test('a pull quote has quotation marks and no full stop', () => {
		const quotes = (slug: string) => textsOf(article(slug), '.pull > blockquote');
		expect(quotes('ai-models')).toEqual([
			'«يفهم النموذج الفصحى كقارئ مجتهد، ويفهم اللهجة كسائح مهذّب»',
		]);
	});

	test.each([
		['beside a text about as long', 'libraries-forum-tunis-2024', '#event.split > .side > .facts'],
		['below a short one', 'spring-fair', '#event.split > .side + .below > .facts'],
		['below a line of it', 'film-days', '#forum:not(.split) > .side'],
		['winners first, aims after', 'readers-awards', '#awards > .below:has(#categories) + .side'],
	])('what a section has to look up: %s', (_name, slug, place) =>
		expect(article(slug)(place)).toHaveLength(1),
	);

	test('an event of more than two weeks is told by its two ends', () => {
		const $ = article('book-fair');
		expect(attributesOf($, `${STRIP} time`, 'datetime')).toEqual(['2024-09-12', '2024-10-23']);
		expect(textsOf($, `${STRIP} > li`)).toEqual(words.bookFair);
	});

	test('an event with times tells them in its own zone', () => {
		const $ = article('budget-and-projects');
		expect(textsOf($, '#event dl > div:first-child > dd')).toEqual(words.times);
		expect(attributesOf($, '#event dl time', 'datetime')).toEqual([
			'2025-01-06T09:00:00-05:00',
			'2025-01-06T17:00:00-05:00',
			'2025-01-06T09:00:00-05:00',
			'2025-01-06T17:00:00-05:00',
		]);
		expect(attributesOf($, `${STRIP} time`, 'datetime')).toEqual(['2025-01-06']);
	});

	test('an event has a map where two of its places are known, and only there', () =>
		expect(
			[...pages]
				.filter(([, $]) => $('article svg[role=img]').length)
				.map(([file]) => file)
				.sort(),
		).toEqual([
			'articles/film-days/index.html',
			'articles/libraries-forum-tunis-2024/index.html',
			'articles/world-health-summit/index.html',
		]));

	test('one organizer, two, and several are each called by their form', () =>
		expect(
			['evening-lecture', 'budget-and-projects', 'world-health-summit'].map((slug) =>
				textsOf(article(slug), 'dt').find((label) => label.startsWith('الجه')),
			),
		).toEqual(['الجهة المنظِّمة', 'الجهتان المنظِّمتان', 'الجهات المنظِّمة']));

	/** A row of the facts: what stands beside its label. */
	const row = (slug: string, label: string) => {
		const $ = article(slug);
		const found = $('.facts dt').filter((_, dt) => $(dt).text() === label);
		return found
			.siblings('dd')
			.toArray()
			.map((dd) => $(dd).text().replace(/\s+/g, ' ').trim());
	};

	test.each([
		['libraries-forum-tunis-2024', 'يمثّل مؤسسة المكتبات العامة'],
		['water-dialogue', 'تمثّل مرصد حوض الأردن'],
		['budget-and-projects', 'ممثّلا وزارة المالية'],
		['film-days', 'ممثّلتا جمعية السينما المغاربية'],
		['world-health-summit', 'الوفد الأردني'],
	])('the delegation in %s is called %s', (slug, label) =>
		expect(row(slug, label).length).toBeGreaterThan(0),
	);

	test.each([
		[
			'music-night',
			'أُلغي الحدث',
			`${words.cancelled} يردّ النادي ثمن التذاكر حتى نهاية كانون الثاني.`,
			['2024-12-30T19:30:00+03:00'],
		],
		[
			'spring-fair',
			'أُجِّل الحدث',
			`${words.postponed} تبقى التذاكر صالحة للموعد الجديد.`,
			['2024-12-27', '2024-12-29'],
		],
	])('%s says first, in words, what became of its event', (slug, label, told, days) => {
		const $ = article(slug);
		expect($('.story-head').children().first().attr('role')).toBe('note');
		expect(textsOf($, '.story-head > [role=note] > p')).toEqual([`${label} ${told}`]);
		expect(textOf($, '#event > div > p')).toMatch(new RegExp(`^${label}: `));
		// Its days are none to come: they are struck out.
		expect($(STRIP)).toHaveLength(0);
		expect(attributesOf($, '#event time', 'datetime')).toEqual(days);
		expect($('#event time').not('s time')).toHaveLength(0);
	});

	test('nobody is asked to pay or register for what was called off', () => {
		expect(row('music-night', 'الدخول')).toEqual([]);
		expect(article('music-night')('a[href*="oud.example"]')).toHaveLength(0);
		expect(row('spring-fair', 'الدخول')).toEqual([words.price]);
	});

	test('an event online is told in its zone and in that of the paper, and in no country', () => {
		expect(row('water-dialogue', 'الوقت')).toEqual(words.onlineTimes);
		expect(row('water-dialogue', 'المكان')).toEqual(['عبر الإنترنت: Riverside Live']);
		expect(article('water-dialogue')('.facts a[href="https://live.example/water"]')).toHaveLength(
			1,
		);
	});

	test('two names of a place in Latin letters run from the left as one', () =>
		expect(
			textsOf(article('budget-and-projects'), '.facts bdi').filter((name) => /Hall/.test(name)),
		).toEqual(['Convention Center (Hudson Hall)']));

	test('no hour is parted from its half of the day at the end of a line', () => {
		const html = readFileSync(`${folder}/articles/archives-conference/index.html`, 'utf8');
		const hours = [...html.matchAll(/>(?:حتى )?[\d٠-٩]{1,2}:[\d٠-٩]{2}(\s)[صم]</g)];
		expect(hours.length).toBeGreaterThan(8);
		expect(new Set(hours.map(([, space]) => space))).toEqual(new Set(['\u00A0']));
	});

	test('an event in several cities tells each, and its map shows them', () => {
		const $ = article('film-days');
		expect(row('film-days', 'الأماكن')).toEqual([
			'مسرح التلّة، عمّان، الأردن',
			'قاعة السنديان، إربد، الأردن',
			'ساحة المرجان، العقبة، الأردن',
			'عبر الإنترنت: منصة «لقطة»',
			'على الخريطة: عمّان إربد العقبة',
		]);
		expect($('svg[role=img]').attr('aria-label')).toBe('خريطة مدن الحدث: عمّان وإربد والعقبة');
		expect($('svg[role=img] circle')).toHaveLength(3);
		expect($('svg[role=img] [stroke-linecap]')).toHaveLength(0);
	});

	test.each([
		['facts and a map', 'libraries-forum-tunis-2024', 'لم يُقرأ: بيانات الحدث والخريطة.'],
		['facts, and pictures within the text', 'budget-and-projects', 'لم يُقرأ: بيانات الحدث والصور.'],
		['a picture over the text', 'photo-harbour', 'لم يُقرأ: الصور.'],
		['nothing', 'street-lights', undefined],
	])('reading aloud ends with what it left out: %s', (_name, slug, words) =>
		expect(article(slug)('.listen').attr('data-left')).toBe(words),
	);

	test.each([
		['street-lights', 'محليات', 'topics/local/'],
		['opinion-reading', 'رأي – ثقافة', 'topics/culture/'],
		['libraries-forum-tunis-2024', 'أربعة أيام للمكتبات', 'topics/libraries/'],
	])('over the headline of %s stands «%s», and leads to its topic', (slug, words, topic) => {
		const over = article(slug)('.story-head > p.text-accent');
		expect(over.text()).toBe(words);
		expect(over.find('a').attr('href')).toBe(`${base}${topic}`);
	});

	test('a section has the name that its article gives it, and keeps its id', () => {
		const $ = article('film-days');
		expect(textsOf($, 'section > .section-head h2')).toEqual(['المهرجان', 'ملتقى النقّاد']);
		expect(textsOf($, '.contents-bar a')).toEqual(['المهرجان', 'ملتقى النقّاد']);
		expect(attributesOf($, '.contents-bar a', 'href')).toEqual(['#event', '#forum']);
		expect($('.section-head .self').first().attr('aria-label')).toBe('قسم المهرجان');
	});

	test.each([
		['school-year', 14, 'weeks'],
		['film-days', 4, undefined],
		['archives-conference', 3, 'three'],
	])('%s: of %i days none is left alone in a row, and none is set off', (slug, days, columns) => {
		const strip = article(slug)(STRIP);
		expect(strip.children('li')).toHaveLength(days);
		expect(strip.attr('class')?.split(' ')[1]).toBe(columns);
		expect(article(slug)('style').text()).not.toMatch(/\.strip>:last-child/);
	});

	test('an exhibition has its hours, its price and whom to ask; a free lecture a telephone', () => {
		const $ = article('book-fair');
		expect(row('book-fair', 'الدوام')).toEqual(words.opening);
		expect(row('book-fair', 'الدخول')).toEqual(['ديناران أردنيان', 'التسجيل والحجز']);
		expect(row('book-fair', 'للاستفسار')).toEqual(['fair@publishers.example', 'موقع الحدث']);
		expect(attributesOf($, '.facts a', 'href')).toEqual([
			'https://fair.example/tickets',
			'mailto:fair@publishers.example',
			'https://fair.example/',
		]);
		// Each stands alone in its line.
		expect(attributesOf($, '.facts a', 'class')).toEqual(['target', 'target', 'target']);
		expect(row('evening-lecture', 'الدخول')).toEqual(['مجاني']);
		expect(article('evening-lecture')('.facts a[href="tel:+96265550142"]').attr('dir')).toBe('ltr');
	});

	test('an article that is alone in its topic leads to the latest from its place', () =>
		expect(
			article('school-year')('nav[aria-labelledby=more] h3 a')
				.toArray()
				.map(({ attribs }) => attribs['href']),
		).toEqual([
			`${base}articles/opinion-reading/`,
			`${base}articles/evening-lecture/`,
			`${base}articles/street-lights/`,
		]));
});
