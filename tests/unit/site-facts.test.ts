import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { logoProblems } from '../../src/pictures/logo.ts';
import { defineSite, siteProblems } from '../../src/publisher/define-site.ts';
import { readLogo } from '../../src/publisher/logo.ts';
import { FACTS } from '../facts.ts';

/** What is wrong with facts, as `key: sentence`. */
const wrong = (facts: unknown) =>
	siteProblems(facts).map(({ file, field, message }) => {
		expect(file).toBe('src/site.ts');
		return `${field}: ${message}`;
	});
const colours = (light: string, dark = '#8cc7e6') => ({ colours: { accent: { light, dark } } });

describe('facts that are right', () => {
	test.each([
		['the fewest', {}],
		['a name of 2 letters', { name: 'غد' }],
		['a name of 60 letters', { name: 'م'.repeat(60) }],
		['a name of 60 letters with all their vowels', { name: 'مُ'.repeat(60) }],
		['a Latin name', { name: 'The Independent Daily of Everything' }],
		['a name with quotation marks', { name: 'صحيفة «الأفق»' }],
		['a short name', { shortName: 'أفق' }],
		['digits of their own', { digits: 'arab' }],
		['months of another country', { months: 'SY' }],
		['the Hijri day', { hijri: true }],
		['a leap day', { securityExpires: '2096-02-29T00:00:00Z' }],
		[
			'accounts everywhere',
			{
				accounts: {
					x: '@alufuq',
					fediverse: '@news@social.example',
					facebook: 'https://www.facebook.com/alufuq',
					others: ['https://t.me/alufuq'],
				},
			},
		],
		[
			'a colour for each section',
			{
				colours: {
					accent: { light: '#000000', dark: '#FFFFFF' },
					event: { light: '#0a5a4e', dark: '#6fc9b5' },
					forum: { light: '#744708', dark: '#e2b26b' },
					awards: { light: '#5b2a86', dark: '#cbb2ee' },
				},
			},
		],
		['proofs', { verification: { google: 'aB-3_x', bing: '0123ABCD', pinterest: 'a=b/c+d.e' } }],
		['a licence without address', { licence: { text: 'كل الحقوق محفوظة' } }],
		[
			'a licence with an address',
			{ licence: { text: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } },
		],
		['a site for trying', { noindex: true }],
		['a hub', { hub: 'https://hub.example/' }],
		['a site of which devices keep nothing', { offline: false }],
	])('%s', (_name, facts) => expect(wrong({ ...FACTS, ...facts })).toEqual([]));
});

describe('facts that are wrong name their key and the mend', () => {
	test.each([
		['an empty name', { name: '' }, 'name: الطول 0، والمسموح من 2 إلى 60 حرفًا.'],
		['a name of spaces', { name: '  ' }, 'name: الطول 0، والمسموح من 2 إلى 60 حرفًا.'],
		['a name of one letter', { name: 'غ' }, 'name: الطول 1، والمسموح من 2 إلى 60 حرفًا.'],
		[
			'a name of 61 letters',
			{ name: 'م'.repeat(61) },
			'name: الطول 61، والمسموح من 2 إلى 60 حرفًا.',
		],
		[
			'a name that cannot be drawn',
			{ name: '日報' },
			'name: ليس في خط صور المشاركة «日» (U+65E5)، «報» (U+5831). اكتبه بكلمات أو بحروف أخرى.',
		],
		['no name', { name: undefined }, 'name: حقل لازم. أضفه.'],
		[
			'a long short name',
			{ shortName: 'صحيفة المدينة كلها' },
			'shortName: الطول 18، والمسموح من 2 إلى 15 حرفًا.',
		],
		['no description', { description: undefined }, 'description: حقل لازم. أضفه.'],
		[
			'a country that is none',
			{ country: 'UK' },
			'country: ليس رمز بلد. اكتب رمزه في ISO 3166-1، حرفين لاتينيين كبيرين مثل CO.',
		],
		[
			'months of no country',
			{ months: 'sy' },
			'months: ليس رمز بلد. اكتب رمزه في ISO 3166-1، حرفين لاتينيين كبيرين مثل CO.',
		],
		[
			'digits that are none',
			{ digits: 'arabic' },
			"digits: أرقام غير معروفة. اكتب 'latn' (0-9) أو 'arab' (٠-٩).",
		],
		[
			'a Hijri day that is a word',
			{ hijri: 'yes' },
			'hijri: القيمة من نوع آخر. اكتب true أو false.',
		],
		[
			'a zone that is an offset',
			{ timeZone: '+04:00' },
			'timeZone: منطقة زمنية غير معروفة. اكتب اسمًا من قائمة IANA مثل Asia/Amman.',
		],
		[
			'a contact that is no address',
			{ contact: 'mailto:a@b.example' },
			'contact: بريد غير صالح. اكتب مثل editor@example.org',
		],
		[
			'an account on X without its sign',
			{ accounts: { x: 'alufuq' } },
			'accounts.x: حساب إكس غير صالح. اكتب مثل @example',
		],
		[
			'an account on X of 16 letters',
			{ accounts: { x: '@abcdefghijklmnop' } },
			'accounts.x: حساب إكس غير صالح. اكتب مثل @example',
		],
		[
			'an account in the Fediverse without its host',
			{ accounts: { fediverse: '@news' } },
			'accounts.fediverse: حساب غير صالح. اكتب مثل @news@example.social',
		],
		[
			'a page that is not on Facebook',
			{ accounts: { facebook: 'https://facebook.example/alufuq' } },
			'accounts.facebook: صفحة فيسبوك غير صالحة. اكتب مثل https://www.facebook.com/example',
		],
		[
			'another page without https',
			{ accounts: { others: ['http://t.me/alufuq'] } },
			'accounts.others.0: اكتب رابطًا كاملًا يبدأ بـ https://',
		],
		[
			'a colour by its name',
			colours('navy'),
			'colours.accent.light: لون غير صالح. اكتب # ثم ستة أرقام ست عشرية مثل #0a4d7d.',
		],
		[
			'a colour too light for light paper',
			colours('#3377cc'),
			'colours.accent.light: لا يُقرأ بيسر: تباين #3377cc مع الصفحة الفاتحة 4.51، وأقله 7. اكتب أقرب لون يُقرأ: #265999',
		],
		[
			'a colour too dark for dark paper',
			colours('#0b4f6c', '#336699'),
			'colours.accent.dark: لا يُقرأ بيسر: تباين #336699 مع الصفحة الداكنة 3.08، وأقله 7. اكتب أقرب لون يُقرأ: #76a4d1',
		],
		[
			'a section without its dark colour',
			{ colours: { ...FACTS.colours, forum: { light: '#0a5a4e' } } },
			'colours.forum.dark: حقل لازم. أضفه.',
		],
		[
			'a logo outside public',
			{ logo: 'logo.svg' },
			'logo: مسار غير صالح. الشعار ملف SVG (لا صورة png أو jpg) اسمه بحروف لاتينية بلا مسافات: ضعه في public واكتب مساره مثل public/logo.svg',
		],
		[
			'a logo that is a photograph',
			{ logo: 'public/logo.png' },
			'logo: مسار غير صالح. الشعار ملف SVG (لا صورة png أو jpg) اسمه بحروف لاتينية بلا مسافات: ضعه في public واكتب مساره مثل public/logo.svg',
		],
		[
			'a logo that is not there',
			{ logo: 'public/no-such-logo.svg' },
			'logo: ملف الشعار غير موجود. صحّح مساره أو ضعه في مكانه.',
		],
		[
			'a proof that is the whole tag',
			{ verification: { google: '<meta content="x">' } },
			'verification.google: رمز غير صالح. اكتب ما في content="…" وحده كما أعطته الخدمة، لا الوسم كله.',
		],
		[
			'a proof that is the name with it',
			{ verification: { google: 'google-site-verification=x' } },
			'verification.google: رمز غير صالح. اكتب ما في content="…" وحده كما أعطته الخدمة، لا الوسم كله.',
		],
		[
			'a day that no year has',
			{ securityExpires: '2097-02-30T00:00:00Z' },
			'securityExpires: وقت غير صالح. اكتب مثل 2027-11-01T00:00:00Z',
		],
		[
			'an account that has no key of its own',
			{ accounts: { instagram: '@alufuq' } },
			"accounts: مفتاح غير معروف: instagram. اكتب رابط الحساب في others: ['https://…'].",
		],
		[
			'an address with a space',
			{ accounts: { others: ['https://example.org/a b'] } },
			'accounts.others.0: في الرابط مسافة، فلا يفتح في كل مكان. انسخه من شريط المتصفح كما هو.',
		],
		[
			'a description of too many letters',
			{ description: 'م'.repeat(201) },
			'description: الطول 201، والمسموح من 2 إلى 200 حرف.',
		],
		[
			'a time without its zone',
			{ securityExpires: '2099-01-01' },
			'securityExpires: وقت غير صالح. اكتب مثل 2027-11-01T00:00:00Z',
		],
		[
			'a licence that is a text',
			{ licence: 'CC BY 4.0' },
			'licence: القيمة من نوع آخر. اكتب مجموعة مفاتيح: { text: …, url: … }',
		],
		[
			'a colour that is one for both papers',
			{ colours: { accent: '#0a4d7d' } },
			'colours.accent: القيمة من نوع آخر. اكتب مجموعة مفاتيح: { light: …, dark: … }',
		],
		[
			'a logo that nobody has',
			{ logo: null },
			'logo: قيمة فارغة. اكتبها، أو احذف المفتاح إن لم يكن لازمًا.',
		],
		['a hub that is a name', { hub: 'hub' }, expect.stringMatching(/^hub: /)],
		[
			'an offline that is a word',
			{ offline: 'no' },
			'offline: القيمة من نوع آخر. اكتب true أو false.',
		],
		[
			'a noindex that is a number',
			{ noindex: 1 },
			'noindex: القيمة من نوع آخر. اكتب true أو false.',
		],
		['a key that is none', { motto: 'كل صباح' }, ': مفتاح غير معروف: motto. صحّح اسمه أو احذفه.'],
	])('%s', (_name, facts, sentence) => expect(wrong({ ...FACTS, ...facts })).toEqual([sentence]));

	test('all at once, and the build stops', () => {
		expect(() => defineSite({ ...FACTS, name: 'غ', country: 'XX' })).toThrow(
			[
				'بيانات الصحيفة: خطآن. صحّح ما يلي ثم أعد البناء.',
				'src/site.ts name: الطول 1، والمسموح من 2 إلى 60 حرفًا.',
				'src/site.ts country: ليس رمز بلد. اكتب رمزه في ISO 3166-1، حرفين لاتينيين كبيرين مثل CO.',
			].join('\n'),
		);
	});
});

describe('what follows where a fact is left out', () => {
	test('the short name is the name, nothing is claimed elsewhere', () =>
		expect(defineSite(FACTS)).toMatchObject({
			name: 'الأفق',
			shortName: 'الأفق',
			months: 'AE',
			language: 'ar',
			direction: 'rtl',
			profiles: [],
		}));

	test.each([
		['AE', 'latn'],
		['DZ', 'latn'],
		['EG', 'arab'],
		['IQ', 'arab'],
		['JO', 'arab'],
		['MA', 'latn'],
		['OM', 'arab'],
		['SA', 'arab'],
		['SY', 'arab'],
		['TN', 'latn'],
		['FR', 'latn'],
	])('the digits of %s are %s', (country, digits) =>
		expect(defineSite({ ...FACTS, country }).digits).toBe(digits),
	);

	test('what is said goes before: digits, months, short name', () =>
		expect(
			defineSite({ ...FACTS, country: 'EG', digits: 'latn', months: 'IQ', shortName: 'أفق' }),
		).toMatchObject({ digits: 'latn', months: 'IQ', shortName: 'أفق' }));

	test('accounts become addresses', () =>
		expect(
			defineSite({
				...FACTS,
				accounts: {
					x: '@alufuq',
					fediverse: '@news@social.example',
					facebook: 'https://www.facebook.com/alufuq',
					others: ['https://t.me/alufuq'],
				},
			}).profiles,
		).toEqual([
			'https://www.facebook.com/alufuq',
			'https://x.com/alufuq',
			'https://social.example/@news',
			'https://t.me/alufuq',
		]));
});

describe('a logo', () => {
	const folder = mkdtempSync(join(tmpdir(), 'logo-'));
	afterAll(() => rmSync(folder, { recursive: true }));
	const read = (svg: string) => {
		const file = join(folder, 'logo.svg');
		writeFileSync(file, svg);
		return readLogo(file);
	};
	const drawing = (inside: string, attributes = '') =>
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"${attributes}>${inside}</svg>`;

	test('as a drawing program writes it becomes a drawing alone', () =>
		expect(
			read(
				`<?xml version="1.0"?><!-- made by hand -->${drawing(
					'<title>t</title><metadata>m</metadata><g style="fill:#0a7;-x-y:1" class="a" data-b="c"><path d="M0 0h9v9z"/></g><path fill="currentColor" d="M1 1h9"/>',
					' width="30mm" height="10mm" id="a" version="1.1"',
				)}`,
			),
		).toEqual({
			markup:
				'<svg viewBox="0 0 300 100" aria-hidden="true"><g fill="#0a7"><path d="M0 0h9v9z"></path></g><path fill="currentColor" d="M1 1h9"></path></svg>',
			ratio: 3,
		}));

	test.each([
		['no drawing', 'نص', /viewBox/],
		['no viewBox', '<svg width="30mm" height="10mm"><path d="M0 0"/></svg>', /viewBox/],
		['a line for a drawing', '<svg viewBox="0 0 3000 1"><path d="M0 0"/></svg>', /20 مرة/],
		['a line that stands', '<svg viewBox="0 0 1 21"><path d="M0 0"/></svg>', /20 مرة/],
		['a script', drawing('<script>go()</script>'), /<script>/],
		['a style sheet', drawing('<style>a{}</style>'), /<style>.*Presentation Attributes/],
		[
			'a style sheet of a page beside classes',
			drawing('<style>.a{fill:red} path{fill:red}</style>'),
			/<style>/,
		],
		['no shape', drawing('<g id="a"></g>'), /شكل يُرى/],
		['a picture', drawing('<image href="a.png"/>'), /<image>/],
		['HTML', drawing('<foreignObject><p>a</p></foreignObject>'), /<foreignObject>/],
		['what is done when it is there', drawing('<path onload="go()" d="M0 0"/>'), /برمجة/],
		['what is done at its root', drawing('<path d="M0 0"/>', ' onclick="go()"'), /برمجة/],
		['a link to another file', drawing('<use href="other.svg#a"/>'), /ملف آخر/],
		['a fill from another file', drawing('<path fill="url(https://a.example/b#c)"/>'), /ملف آخر/],
		['letters', drawing('<text>غد</text>'), /مسارات/],
		['letters in a group', drawing('<g><text>غد</text></g>'), /مسارات/],
		['more than a page can carry', drawing(`<path d="M${'0 0'.repeat(5000)}"/>`), /10000/],
	])('with %s is refused', (_what, svg, sentence) =>
		expect(read(svg)).toMatchObject({ problem: expect.stringMatching(sentence) }),
	);

	test.each([
		[
			'classes',
			'<defs><style>.a{fill:#fff;}.b,.c{stroke:#0a7}.a{fill:#c00}</style></defs><path class="c a" d="M0 0"/>',
			'<defs></defs><path d="M0 0" stroke="#0a7" fill="#c00"></path>',
		],
		[
			'classes in CDATA, and a style of its own',
			'<style type="text/css"><![CDATA[ .a {fill:#c00;stroke:#c00} ]]></style><path class="a" style="fill:#0a7 !important" fill="#fff" d="M0 0"/>',
			'<path stroke="#c00" fill="#0a7" d="M0 0"></path>',
		],
		[
			'white alone, on light paper',
			'<path fill="#FFF" d="M0 0"/>',
			'<path fill="currentColor" d="M0 0"></path>',
			' fill="currentColor"',
		],
		[
			'white, and white in its mask, which stays',
			'<mask id="m"><path fill="#fff" d="M0 0"/></mask><path mask="url(#m)" fill="white" d="M1 1"/>',
			'<mask id="logo-1"><path fill="#fff" d="M0 0"></path></mask><path mask="url(#logo-1)" fill="currentColor" d="M1 1"></path>',
			' fill="currentColor"',
		],
		[
			'white behind what is black by default, which stays on it',
			'<path fill="#fff" d="M0 0"/><g><path d="M1 1"/></g>',
			'<path fill="#fff" d="M0 0"></path><g><path d="M1 1"></path></g>',
		],
		[
			'white from a group, and what cuts it',
			'<clipPath id="c"><path d="M0 0"/></clipPath><g fill="#fff"><path clip-path="url(#c)" d="M1 1"/></g>',
			'<clipPath id="logo-1"><path d="M0 0"></path></clipPath><g fill="currentColor"><path clip-path="url(#logo-1)" d="M1 1"></path></g>',
			' fill="currentColor"',
		],
		[
			'black as Illustrator and CorelDRAW write it',
			'<path fill="#231F20" d="M0 0"/><path style="fill:rgb(43, 42, 41)" d="M1 1"/>',
			'<path fill="currentColor" d="M0 0"></path><path fill="currentColor" d="M1 1"></path>',
			' fill="currentColor"',
		],
		[
			'a blue as dark, which stays',
			'<path fill="#001a3f" d="M0 0"/>',
			'<path fill="#001a3f" d="M0 0"></path>',
		],
		[
			'black, and white in what clips it, as Figma writes it',
			'<clipPath id="c"><path fill="white" d="M0 0"/></clipPath><path clip-path="url(#c)" fill="black" d="M1 1"/>',
			'<clipPath id="logo-1"><path fill="white" d="M0 0"></path></clipPath><path clip-path="url(#logo-1)" fill="currentColor" d="M1 1"></path>',
			' fill="currentColor"',
		],
		[
			'a colour twice, the second for wide screens',
			'<path fill="#c00" style="fill:#C00;fill:color(display-p3 0.8 0 0);fill-opacity:1" d="M0 0"/>',
			'<path fill="#C00" fill-opacity="1" d="M0 0"></path>',
		],
		[
			'layers that are hidden',
			'<g style="opacity:1;display:none"><text>غد</text></g><g display="none"><image href="a.png"/></g><path fill="#c00" d="M0 0"/>',
			'<path fill="#c00" d="M0 0"></path>',
		],
		[
			'what it refers to in a hidden layer',
			'<g display="none"><linearGradient id="a"></linearGradient></g><path fill="url(#a)" d="M0 0"/>',
			'<g display="none"><linearGradient id="logo-1"></linearGradient></g><path fill="url(#logo-1)" d="M0 0"></path>',
		],
		[
			'a colour that would be currentColor',
			'<path style="color:#000;fill:#000" d="M0 0"/>',
			'<path fill="currentColor" d="M0 0"></path>',
			' fill="currentColor"',
		],
	])('with %s is read', (_what, inside, drawn, root = '') =>
		expect(read(drawing(inside))).toMatchObject({
			markup: `<svg viewBox="0 0 300 100"${root} aria-hidden="true">${drawn}</svg>`,
		}),
	);

	test('as a page has it loses what is for the readers of that page', () =>
		expect(
			read(
				drawing(
					'<path tabindex="0" d="M0 0"/>',
					' aria-hidden="true" role="img" aria-label="شعار&#160;الأفق" focusable="false" lang="ar" dir="ltr" color="#c00"',
				),
			),
		).toMatchObject({
			markup:
				'<svg viewBox="0 0 300 100" fill="currentColor" aria-hidden="true"><path d="M0 0"></path></svg>',
		}));

	test('may declare entities, as Illustrator does', () =>
		expect(
			read(`<!DOCTYPE svg [ <!ENTITY red "#c00"> ]>${drawing('<path fill="&red;" d="M0 0"/>')}`),
		).toMatchObject({
			markup:
				'<svg viewBox="0 0 300 100" aria-hidden="true"><path fill="#c00" d="M0 0"></path></svg>',
		}));

	test('may use what it holds itself', () =>
		expect(
			read(drawing('<defs><path id="a" d="M0 0"/></defs><use href="#a" fill="url(#b)"/>')),
		).toMatchObject({ ratio: 3 }));

	test('has ids of its own: a page has a headline and more, too', () =>
		expect(
			read(
				drawing(
					'<linearGradient id="more"><stop stop-color="#0a7"/></linearGradient><linearGradient id="b c" xlink:href="#more"/><g id="content"><path style="fill:url(\'#b c\')" d="M0 0"/></g><use href="#lost" id="headline"/>',
				),
			),
		).toMatchObject({
			markup: `<svg viewBox="0 0 300 100" aria-hidden="true"><linearGradient id="logo-1"><stop stop-color="#0a7"></stop></linearGradient><linearGradient id="logo-2" xlink:href="#logo-1"></linearGradient><g><path fill="url('#logo-2')" d="M0 0"></path></g><use href="#logo-3"></use></svg>`,
		}));

	test.each([
		['black by default', '<path d="M0 0"/>', '<path d="M0 0"></path>', ' fill="currentColor"'],
		[
			'black by name, with a line',
			'<path fill="#000000" stroke="black" d="M0 0"/><path fill="none" d="M1 1"/>',
			'<path fill="currentColor" stroke="currentColor" d="M0 0"></path><path fill="none" d="M1 1"></path>',
			' fill="currentColor"',
		],
		[
			'black beside a colour',
			'<path fill="#c00" d="M0 0"/><path fill="#000" d="M1 1"/>',
			'<path fill="#c00" d="M0 0"></path><path fill="#000" d="M1 1"></path>',
			'',
		],
	])('%s is seen on dark paper where no colour is lost', (_what, inside, drawn, root) =>
		expect(read(drawing(inside))).toMatchObject({
			markup: `<svg viewBox="0 0 300 100"${root} aria-hidden="true">${drawn}</svg>`,
		}),
	);

	const NEAR = (paper: string) =>
		`warning: الشعار أو بعضه لا يُرى على الصفحة ${paper}، فلونه قريب من لونها. اكتب في ملفه fill="currentColor" لما يأخذ لون النص، أو غيّر لونه.`;
	const NOTHING =
		'error: لا يُرى من الشعار شيء: رسمه شفاف أو بلا لون أو خارج viewBox. أصلحه في برنامج الرسم واحفظه من جديد.';
	test.each([
		['red', '<path fill="#c00" d="M0 0h99v99z"/>', []],
		['the colour of text', '<path d="M0 0h99v99z"/>', []],
		[
			'white behind black letters',
			'<path fill="#fff" d="M0 0h300v100H0z"/><path d="M9 9h50v50z"/>',
			[],
		],
		['a blue as dark as the night', '<path fill="#0a1f44" d="M0 0h99v99z"/>', [NEAR('الداكنة')]],
		[
			'black beside red',
			'<path fill="#231f20" d="M0 0h99v99z"/><path fill="#c00" d="M200 0h99v99z"/>',
			[NEAR('الداكنة')],
		],
		['a yellow as light as paper', '<path fill="#ffee88" d="M0 0h99v99z"/>', [NEAR('الفاتحة')]],
		['no colour at all', '<path fill="none" d="M0 0h99v99z"/>', [NOTHING]],
		['a place outside of its box', '<path d="M900 0h99v99z"/>', [NOTHING]],
	])('with %s is looked at on both papers', async (_what, inside, sentences) => {
		const logo = read(drawing(inside));
		if ('problem' in logo) expect.unreachable();
		else
			expect(
				(await logoProblems(logo)).map(
					({ severity = 'error', message }) => `${severity}: ${message}`,
				),
			).toEqual(sentences);
	});

	test('of a size in pixels needs no viewBox', () =>
		expect(read('<svg width="300px" height="100"><path fill="#0a7" d="M0 0"/></svg>')).toEqual({
			markup:
				'<svg viewBox="0 0 300 100" aria-hidden="true"><path fill="#0a7" d="M0 0"></path></svg>',
			ratio: 3,
		}));
});
