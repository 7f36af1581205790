export const SITE = `import { defineSite } from '#define-site';

export const site = defineSite({
	name: 'صحيفة «الأفق»',
	shortName: 'الأفق',
	description: 'أخبار المدينة: كل صباح.',
	country: 'SY',
	hijri: true,
	timeZone: 'Asia/Damascus',
	contact: 'desk@alufuq.example',
	accounts: {
		x: '@alufuq',
		fediverse: '@news@social.example',
		facebook: 'https://www.facebook.com/alufuq',
		others: ['https://t.me/alufuq'],
	},
	colours: {
		accent: { light: '#7a1f3d', dark: '#f2a7c0' },
		forum: { light: '#5b2a86', dark: '#cbb2ee' },
	},
	logo: 'public/logo.svg',
	verification: { google: 'g-1', bing: 'B2', yandex: 'y3', facebook: 'f4', pinterest: 'p5' },
	securityExpires: '2099-01-01T00:00:00Z',
	licence: { text: 'تُنشر النصوص برخصة مفتوحة', url: 'https://licence.example/' },
	noindex: true,
	offline: false,
	hub: 'https://hub.example/?a=1&b=2',
});
`;
export const LOGO =
	'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 200 100"><path fill="currentColor" d="M0 0h200v100z"/></svg>';

/** A short article. A higher number is later. */
const article = (number: number) => `---
headline: مقال من مقالات الأفق رقمه ${number}
dek: سطر تحت العنوان.
topic: محليات
authors: [ليلى الشامي]
dateline: دمشق
published: 2024-01-01T${String(number).padStart(2, '0')}:00:00+03:00
---

نص المقال، وفيه [صفحة الصحيفة](/about/).
`;
/**
 * `story-45` to `story-1`, as many as a list of two pages has. Of the last 22 each has a moment that an earlier one has
 * too.
 */
export const STORIES = Array.from(
	{ length: 45 },
	(_, index) => [`story-${45 - index}`, (45 - index) % 24] as const,
);

/** A paper whose every fact is another than the tests' papers', with 45 articles of its own: site/facts.test.ts. */
export const ALUFUQ = {
	address: 'https://alufuq.example/',
	files: {
		content: undefined,
		...Object.fromEntries(
			STORIES.map(([slug, number]) => [`content/articles/${slug}.mdx`, article(number)]),
		),
		'content/topics.yaml': 'local: { name: محليات }\n',
		'content/people/layla.mdx': '---\nname: ليلى الشامي\n---\n\nكاتبة.\n',
		'content/pages/about.mdx': '---\ntitle: عن الصحيفة\n---\n\nنص.\n',
		// The publisher's own test of an article: no part of the site.
		'content/articles/story-1.test.ts': "throw new Error('not a part of the site');\n",
		'src/site.ts': SITE,
		'public/logo.svg': LOGO,
	},
};
