import { describe, expect, inject, test } from 'vitest';
import { weigh } from '../../tests/bench/weigh.ts';
import { attributesOf, pagesOf, textOf, textsOf } from '../../tests/site/pages.ts';

/** What the demonstration article tells. Delete this file with the article. */
describe('the article of the forum', () => {
	const $ = pagesOf(inject('site')).get('articles/oman-un-public-service-forum-2015/index.html')!;
	const text = textOf($, 'article.story');

	test.each([
		'سلطنة عُمان تشارك في منتدى الأمم المتحدة للخدمة العامة 2015 في كولومبيا',
		'مسقط – الرؤية',
		'حفل توزيع الجوائز',
		'«الابتكار في تقديم الخدمات العامة لتنفيذ جدول أعمال التنمية لما بعد عام 2015م»',
		'23–26 يونيو 2015',
		'مركز المؤتمرات «بلازا مايور» (Plaza Mayor)، مدلين، كولومبيا',
		'مدينة مدلين (ميديلين)',
		'شعبة الإدارة العامة وإدارة التنمية',
		'إدارة الأمم المتحدة للشؤون الاقتصادية والاجتماعية (UN DESA)',
		'هيئة الأمم المتحدة للمساواة بين الجنسين وتمكين المرأة (UN Women)',
		'حكومة جمهورية كولومبيا',
		'يمثّل وزارة الخدمة المدنية',
		'الشيخ أحمد بن محمد العامري، مستشار التخطيط الإستراتيجي',
		'كبار مسؤولي الأجهزة الحكومية',
		'الدول الأعضاء',
		'الاجتماعية والاقتصادية والبيئية',
		'الجمعية العامة للأمم المتحدة',
		'يوم الأمم المتحدة للخدمة العامة',
		'57/277',
		'بلدان الجنوب',
		'الأقاليم',
		'المائدة المستديرة الوزارية',
		'اجتماع فريق الخبراء',
		'خمس ورش عمل متوازية لبناء القدرات',
		'تعزيز القدرات المهنية والنزاهة والأخلاق في الخدمات العامة',
		'الحكومة الإلكترونية كقوة دافعة لتحقيق التكامل المؤسسي من أجل التنمية المستدامة',
		'الابتكار في تقديم الخدمات المراعية للنوع الاجتماعي',
		'نماذج إدارة الخدمات العامة',
		'حوكمة الإنترنت والابتكار والتنمية المستدامة',
		'الدروس المستفادة',
		'20 ديسمبر 2002',
		'التدابير الإستراتيجية',
		'برنامج جوائز الأمم المتحدة للخدمة العامة',
		'مسابقة سنوية',
		'الديمقراطية والحكم الناجح',
		'التعليق عبر فيسبوك بمشاركة المقال',
	])('tells %s', (fact) => expect(text).toContain(fact));

	test('never invents a day for its publication', () => {
		expect(attributesOf($, 'article.story time', 'datetime')).toEqual([
			'2015-06',
			'2015-06-23',
			'2015-06-26',
			'2015-06-23',
			'2015-06-24',
			'2015-06-25',
			'2015-06-26',
			'2015-06-26',
		]);
		expect($.html()).not.toMatch(/2015-06-0|2015-05|2015-07|(?<!\d)1 يونيو/);
	});

	test('counts four days, five workshops, five aims', () => {
		expect(textsOf($, '#event ol > li time')).toEqual([
			'الثلاثاء 23',
			'الأربعاء 24',
			'الخميس 25',
			'الجمعة 26',
		]);
		expect($('#workshops + ol > li')).toHaveLength(5);
		expect($('#awards ul > li')).toHaveLength(5);
	});

	test('tells in words what its map shows', () => {
		expect($('svg[role=img]').attr('aria-label')).toBe('خريطة المسار من مسقط إلى مدلين');
		expect(textOf($, '.map figcaption')).toBe(
			'المسافة في خط مستقيم نحو 14,000 كيلومتر.',
		);
	});

	test('is an article of the length that was asked for', () => {
		expect(textOf($, 'article section > p').split(' ').length).toBeGreaterThanOrEqual(300);
		expect(text.split(' ').length).toBeLessThanOrEqual(800);
	});

	test('is as light as was promised: 12,000 B of page, 45,000 B in all', () => {
		const { bytes, total } = weigh(
			inject('site'),
			'/',
			'articles/oman-un-public-service-forum-2015/',
		);
		expect(bytes.html).toBeLessThanOrEqual(12_000);
		expect(total).toBeLessThanOrEqual(45_000);
	});
});
