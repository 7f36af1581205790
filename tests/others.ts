/**
 * Projects that are built beside the tests' papers, each for one file of tests: changes to a copy
 * of the engine.
 */
import { readFileSync } from 'node:fs';

/** A project of a copy of the engine with the tests' newspaper «المنارة». */
interface Other {
	address: string;
	/** Path → text; `undefined` removes. */
	files: Record<string, string | undefined>;
	/** Of the environment of its build. */
	variables?: Record<string, string>;
}

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

/** A short article. A higher number is later. All have one headline, so that one card is drawn. */
const story = (number: number) => `---
headline: مقال من مقالات الأفق
dek: سطر تحت العنوان.
topic: محليات
authors: [ليلى الشامي]
dateline: دمشق
published: 2024-01-01T${String(number).padStart(2, '0')}:00:00+03:00
---

نص المقال، وفيه [صفحة الصحيفة](/about/).
`;
/**
 * `story-45` to `story-1`, as many as a list of two pages has. Of the last 22 each has a moment
 * that an earlier one has too.
 */
export const STORIES = Array.from(
	{ length: 45 },
	(_, index) => [`story-${45 - index}`, (45 - index) % 24] as const,
);

/**
 * A paper whose every fact is another than the tests' papers', with 45 articles of its own:
 * site/facts.test.ts.
 */
const ALUFUQ: Other = {
	address: 'https://alufuq.example/',
	files: {
		content: undefined,
		...Object.fromEntries(
			STORIES.map(([slug, number]) => [`content/articles/${slug}.mdx`, story(number)]),
		),
		// An older one, changed after the latest was published.
		'content/articles/story-7.mdx': `---\nupdated: 2024-01-05${story(7).slice(3)}`,
		'content/topics.yaml': 'local: { name: محليات }\n',
		'content/people/layla.mdx': '---\nname: ليلى الشامي\n---\n\nكاتبة.\n',
		'content/pages/about.mdx': '---\ntitle: عن الصحيفة\n---\n\nنص.\n',
		// The publisher's own test of an article: no part of the site.
		'content/articles/story-1.test.ts': "throw new Error('not a part of the site');\n",
		'src/site.ts': SITE,
		'public/logo.svg': LOGO,
	},
	variables: { COMPRESS: 'false' },
};

const source = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** @throws where the text has no such words. */
function edited(path: string, from: string, to: string): string {
	const text = source(`tests/newsroom/${path}`);
	if (!text.includes(from)) throw new Error(`${path}: ${from}`);
	return text.replace(from, to);
}

const [LIGHTS, POET] = ['street-lights', 'poet-interview'].map(
	(slug) => `content/articles/${slug}.mdx`,
) as [string, string];

/**
 * The tests' newspaper before three edits, two of a text and one that adds an article:
 * site/publish.test.ts.
 */
const EARLIER: Other = {
	address: 'https://almanara.example/',
	files: {
		[LIGHTS]: edited(LIGHTS, 'تعمل الفرق ليلًا.', 'تعمل الفرق نهارًا.'),
		[POET]: edited(POET, 'topic: ثقافة', 'topic: محليات'),
		'content/articles/music-night.mdx': undefined,
	},
	variables: { TZ: 'America/Los_Angeles', COMPRESS: 'false' },
};

/** Git keeps no empty folder: whoever removes the last article has none. */
const EMPTY: Other = {
	address: 'https://almanara.example/news/',
	files: {
		content: undefined,
		'src/site.ts': edited('almanara.ts', 'المنارة', 'Yahoo!'),
	},
	variables: { COMPRESS: 'false' },
};

const PAGE = 'src/pages/404.astro';

/** A short article. @param more Lines of its frontmatter. */
export const article = (text: string, more = '') => `---
headline: عنوان طويل بما يكفي
dek: سطر تحت العنوان.
topic: محليات
dateline: عمّان
source: { name: المنارة }
published: 2024-06
${more}---

${text}
`;

/** Pages that take a side or lead nowhere, and the last good site: site/gates.test.ts. */
const REFUSED: Other = {
	address: 'https://almanara.example/',
	files: {
		'content/articles': undefined,
		'dist/index.html': 'الموقع الأخير',
		'dist/_astro/a.css': 'p{}',
		[PAGE]: source(PAGE).replace(
			'</h1>',
			'</h1><p class="ml-3" style="text-align: left"><a href={`${import.meta.env.BASE_URL}none/`}>رابط</a> <img src="http://example.org/a.png" alt="" /></p>',
		),
		'content/articles/anchor.mdx': article('انظر [الصفحة](/about/#nowhere).'),
	},
};

/** In the order in which they are built. The last ends the process that builds them. */
export const OTHERS = { earlier: EARLIER, alufuq: ALUFUQ, empty: EMPTY, refused: REFUSED };
